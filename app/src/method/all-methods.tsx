import { requestUrl, useAnswer } from '../api/client.ts'
import { ProblemNote } from '../frame/problem-note.tsx'
import { urlOf } from '../route.ts'
import { checkCount, checkedText, domainTitle, type MethodEntry } from './method-text.ts'

/** The page `/method`: every measure, by domain. */
export function AllMethods() {
  const { answer, problem, state } = useAnswer('methods', {}).value
  const methods = answer?.methods ?? []
  return (
    <>
      <h1>Method</h1>
      {problem !== undefined && <ProblemNote problem={problem} />}
      {answer === undefined && state === 'asking' && <p class="waiting">Loading …</p>}
      {answer !== undefined && (
        <>
          <div class="answer-first">
            <p>
              {methods.length} measures, checked against {methods.reduce((sum, one) => sum + checkCount(one), 0)} numbers that others
              published or that came true later.
            </p>
            <p>Each has the question that it answers, its formula, its interval, its limits, and its published numbers beside ours.</p>
          </div>
          {[...new Set(methods.map(({ domain }) => domain))].map((domain) => (
            <Domain key={domain} domain={domain} methods={methods.filter((one) => one.domain === domain)} />
          ))}
          <p class="row">
            <a class="button" href={requestUrl('methods', {}, 'csv')} download="published-numbers.csv">
              All published numbers beside ours, CSV
            </a>
            <a class="button" href={requestUrl('methods', {}, 'json')} download="methods.json">
              All measures, JSON
            </a>
          </p>
        </>
      )}
    </>
  )
}

function Domain({ domain, methods }: { readonly domain: string | null; readonly methods: readonly MethodEntry[] }) {
  return (
    <section aria-label={domainTitle(domain)}>
      <h2>{domainTitle(domain)}</h2>
      <dl class="methods">
        {methods.map((one) => (
          <div key={one.id}>
            <dt>
              <a href={urlOf('method', [one.id])}>{one.title}</a>
            </dt>
            <dd>
              {one.answers} <span class="soft small">{checkedText(checkCount(one))}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
