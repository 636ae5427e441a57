import { useEffect } from 'preact/hooks'
import { inSentence, leverageLead } from '../../../../src/server/wording.ts'
import { requestUrl, useAnswer } from '../../api/client.ts'
import { PairFinder } from '../../finder/pair-finder.tsx'
import { ProblemNote } from '../../frame/problem-note.tsx'
import { route, setQuery, urlOf } from '../../route.ts'
import { capital } from '../words.ts'
import { AnswerNotes } from './answer-notes.tsx'
import { CutControls, cutOf } from './cut-controls.tsx'
import { PairLosses } from './pair-losses.tsx'

/** Shows what two states or blocs lose if trade between them is cut, each way. */
export function PairView() {
  const { a = 'CHN', b = 'USA' } = route.value.query
  const cut = cutOf(route.value.query)
  const asked = { a, b, base: cut.base, factor: cut.factor }
  const { state, answer, problem } = useAnswer('leverage', asked).value
  const shown = problem === undefined ? answer : undefined
  const names = shown === undefined ? [a, b] : [inSentence(shown.a.name), inSentence(shown.b.name)]
  const title = `What do ${names[0]} and ${names[1]} lose if they cut trade?`
  useEffect(() => {
    document.title = `${title} – Vis-à-vis`
  }, [title])
  return (
    <>
      <h1>{title}</h1>
      {shown !== undefined && (
        <div class={state === 'asking' ? 'answer-first asking' : 'answer-first'}>
          <p>{capital(leverageLead(shown).replace(/ In brackets: with other published elasticities\./, '')).replaceAll(' %', '\u00a0%')}</p>
        </div>
      )}
      <form class="choices no-print" onSubmit={(event) => event.preventDefault()}>
        <div>
          <span aria-hidden="true" class="small soft">
            Another pair
          </span>
          <PairFinder label="Another pair" onPair={(one, other) => setQuery({ a: one, b: other })} />
        </div>
        <CutControls {...cut} />
      </form>
      {problem !== undefined && <ProblemNote problem={problem} />}
      {shown === undefined ? (
        state === 'asking' && (
          <p class="waiting">Solving the model for three cuts with each published set of elasticities: some seconds …</p>
        )
      ) : (
        <article class={state === 'asking' ? 'asking' : undefined} aria-busy={state === 'asking'}>
          <PairLosses answer={shown} />
          <AnswerNotes notes={shown.notes} source={`${shown.base.source} (${shown.base.licence})`} />
          <p class="row no-print">
            <a class="button" href={urlOf('dyad', [a, b])}>
              The pair as it stands
            </a>
            <a class="button" href={urlOf('what-if', [], { show: 'coalition', target: b, members: a, base: route.value.query['base'] })}>
              Others join {names[0]}
            </a>
            <a class="button" href={requestUrl('leverage', asked, 'csv')} download="leverage.csv">
              CSV
            </a>
          </p>
        </article>
      )}
    </>
  )
}
