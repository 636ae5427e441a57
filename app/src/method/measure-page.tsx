import { useEffect } from 'preact/hooks'
import { requestUrl, useAnswer } from '../api/client.ts'
import { ProblemNote } from '../frame/problem-note.tsx'
import { urlOf } from '../route.ts'
import { ComparedSection } from './compared-numbers.tsx'
import { Formula } from './formula.tsx'
import { domainTitle, type MethodEntry } from './method-text.ts'
import { ReproducedNumbers } from './reproduced-numbers.tsx'

/** The page of one measure, such as `/method/kappa`. */
export function MethodPage({ id }: { readonly id: string }) {
  const { answer, problem, state } = useAnswer('methods', { id }).value
  const method = answer?.methods.find((one) => one.id === id)
  return (
    <>
      <p class="small">
        <a href="/method">All measures</a>
      </p>
      {method === undefined && <h1>{state === 'failed' ? 'No such measure' : 'A measure'}</h1>}
      {problem !== undefined && <ProblemNote problem={problem} />}
      {method === undefined && state === 'asking' && <p class="waiting">Loading …</p>}
      {method !== undefined && <MethodCard method={method} />}
    </>
  )
}

/** Shows the full description of a measure. */
export function MethodCard({ method }: { readonly method: MethodEntry }) {
  const { title, answers, rule, unit, range, interval, limits, domain } = method
  useEffect(() => {
    document.title = `${title} – Method – Vis-à-vis`
  }, [title])
  return (
    <article>
      <h1>{title}</h1>
      <p class="asks">{answers}</p>
      <Formulas method={method} />
      {rule !== null && <p>{rule}</p>}
      <dl class="card-lines">
        <dt>Domain</dt>
        <dd>{domainTitle(domain)}</dd>
        <dt>Unit</dt>
        <dd>{unit}</dd>
        <dt>Range</dt>
        <dd>{range}</dd>
        <dt>Interval</dt>
        <dd>{interval}</dd>
      </dl>
      <h2>Limits</h2>
      <ul>
        {limits.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      <h2>Published numbers, and ours</h2>
      <ReproducedNumbers method={method} />
      <ComparedSection method={method} />
      {method.instead !== null && <p>{method.instead}</p>}
      <References method={method} />
      <Uses method={method} />
    </article>
  )
}

function Formulas({ method: { formula, symbols } }: { readonly method: MethodEntry }) {
  if (formula.length === 0) return null
  return (
    <section class="formula scroll" aria-label="Formula" tabIndex={0}>
      {formula.map((line) => (
        <Formula key={line} line={line} />
      ))}
      <dl class="symbols">
        {symbols.map(({ symbol, meaning }) => (
          <div key={symbol}>
            <dt>
              {symbol.split(', ').map((one) => (
                <Formula key={one} line={one} />
              ))}
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function References({ method: { references } }: { readonly method: MethodEntry }) {
  if (references.length === 0) return null
  return (
    <>
      <h2>References</h2>
      <ul>
        {references.map(({ authors, year, title, within, doi }) => (
          <li key={title}>
            {authors} ({year}). <cite>{title}</cite>. {within}.{' '}
            {doi !== null && (
              <a href={`https://doi.org/${doi}`} target="_blank" rel="noreferrer">
                doi:{doi}
              </a>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

function Uses({ method: { id, domain, figures, asked, page, code } }: { readonly method: MethodEntry }) {
  return (
    <>
      <h2>Where it is used</h2>
      {figures.length > 0 && (
        <p>
          On the page of a pair it makes{' '}
          {figures.map((figure, i) => (
            <span key={figure}>
              {i > 0 && ', '}
              <code>{figure}</code>
            </span>
          ))}
          :{' '}
          <a href={`${urlOf('dyad', ['CHN', 'RUS'], { domain: domain ?? undefined })}${domain === null ? '' : `#${domain}`}`}>
            China and Russia
          </a>
        </p>
      )}
      <dl class="card-lines">
        <dt>Commands</dt>
        <dd>
          {asked.map((command) => (
            <div key={command}>
              <code>{command}</code>
            </div>
          ))}
        </dd>
        <dt>At length</dt>
        <dd>
          <code>{page}</code>
        </dd>
        <dt>Code</dt>
        <dd>
          <code>{code.join(', ')}</code>
        </dd>
      </dl>
      <p class="row">
        <a class="button" href={requestUrl('methods', { id }, 'csv')} download={`${id}.csv`}>
          Its numbers, CSV
        </a>
        <a class="button" href={requestUrl('methods', { id }, 'md')} download={`${id}.md`}>
          This page, Markdown
        </a>
      </p>
    </>
  )
}
