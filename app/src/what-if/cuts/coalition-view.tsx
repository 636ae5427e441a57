import { useEffect } from 'preact/hooks'
import type { Answers } from '../../../../src/server/answer-types.ts'
import { coalitionLead, inSentence, thresholdWords } from '../../../../src/server/wording.ts'
import { requestUrl } from '../../api/client.ts'
import { PartyFinder } from '../../finder/party-finder.tsx'
import { ProblemNote } from '../../frame/problem-note.tsx'
import { route, setQuery } from '../../route.ts'
import { Foldable } from '../foldable.tsx'
import { SideMembers } from '../side-members.tsx'
import { useLongAnswer } from '../use-long-answer.ts'
import { capital } from '../words.ts'
import { AnswerNotes } from './answer-notes.tsx'
import { CoalitionFrontier } from './coalition-frontier.tsx'
import { billions, CoalitionMembers } from './coalition-members.tsx'
import { CutControls, cutOf } from './cut-controls.tsx'

const usualMembers = 'USA,EU,GBR,JPN,KOR,TUR'

/** Shows what a coalition that cuts trade costs its target and its members, and who contributes what. */
export function CoalitionView() {
  const { query } = route.value
  const { target = 'RUS', members = usualMembers } = query
  const cut = cutOf(query)
  const loss = /^\d+(\.\d+)?$/.test(query['loss'] ?? '') ? query['loss'] : '1'
  const parties = members.split(',').filter((one) => one !== '')
  const asked = { target, members: parties.join(','), loss, base: cut.base, factor: cut.factor }
  const { answer, done, total, problem } = useLongAnswer('coalition', parties.length === 0 ? undefined : asked)
  const named = new Map(answer?.members.map(({ name }, i) => [parties[i]!, name]))
  const who = answer === undefined ? target : inSentence(answer.target.name)
  const title = `What does a coalition cost ${who}, and its members?`
  useEffect(() => {
    document.title = `${title} – Vis-à-vis`
  }, [title])
  return (
    <>
      <h1>{title}</h1>
      {answer !== undefined && problem === undefined && (
        <div class="answer-first">
          <p>{capital(coalitionLead(answer)).replaceAll(' %', '\u00a0%')}</p>
          {answer.threshold !== null && <p>{thresholdWords(answer.threshold, answer.base)}</p>}
        </div>
      )}
      <div class="with-controls">
        <Foldable title="Change the coalition">
          <form class="controls no-print" aria-label="Coalition" onSubmit={(event) => event.preventDefault()}>
            <fieldset>
              <legend>Target</legend>
              <p class="row">
                <span class="tag">{answer?.target.name ?? target}</span>
              </p>
              <PartyFinder label="Another target" onParty={(id) => setQuery({ target: id })} />
            </fieldset>
            <SideMembers
              entry="members"
              title="Members"
              side={{ parties }}
              nameOf={(code) => named.get(code) ?? code}
              mayBeOthers={false}
            />
            <fieldset>
              <legend>What they do</legend>
              <CutControls {...cut} />
              <label>
                The target should lose, %{' '}
                <input
                  type="number"
                  min={0}
                  max={50}
                  step={0.1}
                  value={loss}
                  onChange={(event) => setQuery({ loss: event.currentTarget.value || undefined }, { replace: true })}
                />
              </label>
            </fieldset>
          </form>
        </Foldable>
        <div>
          {problem !== undefined && <ProblemNote problem={problem} />}
          {parties.length === 0 && <p>Add a member: a coalition of nobody changes nothing.</p>}
          {problem === undefined && answer === undefined && parties.length > 0 && (
            <p class="waiting" role="status">
              Solving the model for each coalition{total > 0 && `: ${done} of ${total}`} …
            </p>
          )}
          {answer !== undefined && <Found answer={answer} csv={requestUrl('coalition', asked, 'csv')} />}
        </div>
      </div>
    </>
  )
}

function Found({ answer, csv }: { readonly answer: Answers['coalition']; readonly csv: string }) {
  return (
    <article>
      <h2>What each member contributes, and what it pays</h2>
      <CoalitionMembers answer={answer} />
      <p class="small soft">
        What a member adds is the mean over all orders in which the coalition can form (Shapley value), so the parts add up to the whole.
        For all members to lose the same share, {billions(answer.transferVolume)} a year would have to change hands.
      </p>
      <h2>Harm against cost</h2>
      <CoalitionFrontier answer={answer} />
      <AnswerNotes notes={answer.notes} source={`${answer.base.source} (${answer.base.licence})`} />
      <p class="no-print">
        <a class="button" href={csv} download="coalition.csv">
          CSV of the members
        </a>
      </p>
    </article>
  )
}
