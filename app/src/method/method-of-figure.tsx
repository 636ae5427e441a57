import { useAnswer } from '../api/client.ts'
import { ProblemNote } from '../frame/problem-note.tsx'
import { urlOf } from '../route.ts'
import { MethodCard } from './measure-page.tsx'

/** Shows the measure that produces a figure, with links to related measures, such as those of its percentile and change. */
export function MethodOfFigure({ figure }: { readonly figure: string }) {
  const { answer, problem, state } = useAnswer('methods', { figure }).value
  const [first, ...others] = answer?.methods ?? []
  return (
    <>
      <p class="small">
        What makes <code>{figure}</code>
        {others.length > 0 && '; beside it: '}
        {others.map(({ id, title }) => (
          <span key={id}>
            <a href={urlOf('method', [id])}>{title}</a>{' '}
          </span>
        ))}{' '}
        · <a href="/method">All measures</a>
      </p>
      {problem !== undefined && (
        <>
          <h1>Method</h1>
          <ProblemNote problem={problem} />
        </>
      )}
      {first === undefined && state === 'asking' && <p class="waiting">Loading …</p>}
      {first !== undefined && <MethodCard method={first} />}
    </>
  )
}
