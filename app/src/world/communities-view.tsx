import { useEffect, useMemo } from 'preact/hooks'
import { counted, inSentence } from '../../../src/server/wording.ts'
import { useAnswer } from '../api/client.ts'
import { NotLoaded } from '../frame/not-loaded.tsx'
import { ProblemNote } from '../frame/problem-note.tsx'
import { route } from '../route.ts'
import { GroupMap, GroupNames, GroupStability, MemberReading } from './communities-figures.tsx'
import { type CommunitiesAnswer, membersByCode, voteWindowText } from './communities-table.ts'
import { StateSearch } from './controls.tsx'
import { fetchMap, mapFailed, worldMap } from './map-file.ts'
import { VoteYears } from './vote-years.tsx'

/** Shows the voting communities of a year. */
export function CommunitiesView() {
  const { year, years } = route.value.query
  const { state, answer, problem } = useAnswer('communities', { year, years }).value
  useEffect(() => {
    void fetchMap()
  }, [])
  return (
    <>
      <h1>Which states vote alike?</h1>
      {problem !== undefined && <ProblemNote problem={problem} />}
      <VoteYears shown={answer?.until} />
      {answer === undefined || state === 'failed' ? (
        state === 'asking' && <p class="waiting">Looking for groups …</p>
      ) : (
        <Groups answer={answer} busy={state === 'asking'} />
      )}
    </>
  )
}

function Groups({ answer, busy }: { readonly answer: CommunitiesAnswer; readonly busy: boolean }) {
  const places = useMemo(() => membersByCode(answer), [answer])
  useEffect(() => {
    document.title = `Groups that voted alike, ${voteWindowText(answer)} – Vis-à-vis`
  }, [answer])
  const named = [...places.values()].map(({ member }) => member).sort((x, y) => (x.name < y.name ? -1 : 1))
  return (
    <div class={busy ? 'asking' : undefined} aria-busy={busy}>
      <GroupList answer={answer} />
      <div class="choices no-print">
        <StateSearch states={named} />
      </div>
      <MemberReading places={places} empty="Point at a state, or choose one by name, to read how surely it is in its group." />
      {mapFailed.value && <NotLoaded what="The map" />}
      <div class="side-by-side">
        {worldMap.value !== undefined && <GroupMap answer={answer} map={worldMap.value} />}
        <GroupStability answer={answer} />
      </div>
    </div>
  )
}

/** Lists the communities, with their stability. */
function GroupList({ answer }: { readonly answer: CommunitiesAnswer }) {
  const { communities, modularity, resampled, rollCalls, resamples, leftOut } = answer
  return (
    <>
      <div class="answer-first">
        <p>
          Votes of {voteWindowText(answer)}: <strong>{counted(communities.length, 'group', 'groups')}</strong>, found in {rollCalls} roll
          calls on whole resolutions.
        </p>
        <GroupNames answer={answer} />
      </div>
      <p class="small soft">
        Modularity {modularity.consensus.toFixed(2)}; two draws of the roll calls agree by an adjusted Rand index of{' '}
        {resampled.mean.toFixed(2)} (90 % {resampled.low.toFixed(2)} to {resampled.high.toFixed(2)}; 1 = the same groups, 0 = chance), over{' '}
        {resamples} draws.
      </p>
      {leftOut.length > 0 && (
        <p class="small soft">
          In none, for they voted on fewer than half of the roll calls: {leftOut.map(({ name }) => inSentence(name)).join(', ')}.
        </p>
      )}
    </>
  )
}
