import { useEffect } from 'preact/hooks'
import { findingSentences, inSentence } from '../../../src/server/wording.ts'
import { requestUrl, useAnswer } from '../api/client.ts'
import { ProblemNote } from '../frame/problem-note.tsx'
import { RoutesControls } from '../routes/controls.tsx'
import { FlowFigure } from '../routes/flow-figure.tsx'
import { HubYears } from '../routes/hub-years.tsx'
import { HubsFigure } from '../routes/hubs-figure.tsx'
import { MethodsTable } from '../routes/methods-table.tsx'
import { ProductsTable, TiersTable } from '../routes/products-table.tsx'
import { type RoutesOf, routesQuery } from '../routes/routes-route.ts'
import { Shares } from '../routes/shares.tsx'
import { Suppliers } from '../routes/suppliers-table.tsx'
import '../routes/routes.css'

/** Who goes round an export ban: `/routes?target=RUS&goods=chpl&hub=KGZ`. */
export function RoutesView() {
  const { target, goods, hubs, since } = routesQuery()
  const asked = { target, goods, hubs, since, limit: 200 }
  const { state, answer, problem } = useAnswer('routes', asked).value
  useEffect(() => {
    document.title = answer === undefined ? 'Routes – Vis-à-vis' : `Who goes round: ${answer.target.name} – Vis-à-vis`
  }, [answer])
  return (
    <>
      <h1>Who goes round the export ban{answer === undefined ? '' : ` on ${inSentence(answer.target.name)}`}?</h1>
      {answer === undefined && <RoutesControls answer={answer} />}
      {problem !== undefined && <ProblemNote problem={problem} />}
      {answer === undefined && state === 'asking' && <p class="waiting">Comparing exports …</p>}
      {answer !== undefined && <Answer answer={answer} busy={state === 'asking'} asked={{ target, goods, hubs, since }} />}
    </>
  )
}

/** Sentences above everything else: who, what fell, the raw rise, and what is left of it net of controls. */
const leading = 4

interface AnswerProps {
  readonly answer: RoutesOf
  readonly busy: boolean
  readonly asked: Readonly<Record<string, string | undefined>>
}

function Answer({ answer, busy, asked }: AnswerProps) {
  const isByProduct = answer.goods.scope === 'products'
  const sentences = findingSentences(answer)
  return (
    <article class={busy ? 'asking' : undefined} aria-busy={busy}>
      <div class="answer-first">
        {sentences.slice(0, leading).map((sentence) => (
          <p key={sentence}>{sentence.replaceAll(' %', '\u00a0%')}</p>
        ))}
      </div>
      <RoutesControls answer={answer} />
      <HubsFigure answer={answer} />
      <ul>
        {sentences.slice(leading).map((sentence) => (
          <li key={sentence}>{sentence.replaceAll(' %', '\u00a0%')}</li>
        ))}
      </ul>
      <h2>What came back, and why figures differ</h2>
      <Shares answer={answer} />
      {answer.together?.net == null && (
        <p>Exports to {answer.target.name} are not below expectation, or no hub stands out: there is no share to give.</p>
      )}
      <h2>Before the ban and after</h2>
      <HubYears answer={answer} />
      <h2>The flow</h2>
      <FlowFigure answer={answer} />
      {isByProduct && (
        <>
          <h2>Products</h2>
          <ProductsTable answer={answer} />
          {answer.tiers.length > 0 && (
            <>
              <h3>Common High Priority List, by tier</h3>
              <TiersTable answer={answer} />
            </>
          )}
        </>
      )}
      <Suppliers answer={answer} />
      <h2>Methods side by side</h2>
      <MethodsTable answer={answer} />
      <Needs answer={answer} />
      <h2>Limits</h2>
      <ul>
        {answer.notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
      <Downloads asked={asked} />
    </article>
  )
}

const needTitles: Readonly<Record<string, string>> = {
  products: 'Products',
  controls_by_product: 'The same products at control states',
  placebo_goods: 'Placebo goods',
  ghost_share: 'Ghost share: goods sent that never arrive',
  echo: 'Re-export echo: the same goods sent on',
  unit_value: 'Unit values',
  mirror_residual: 'Gap of both sides’ reports beyond trade costs',
}

/** What these data cannot say, and what to pull for it. */
function Needs({ answer }: { readonly answer: RoutesOf }) {
  const ofHub = answer.hubs.find(({ iso3 }) => iso3 === routesQuery().hub) ?? answer.hubs[0]
  const needs = { ...answer.needs, ...ofHub?.needs }
  if (Object.keys(needs).length === 0) return null
  return (
    <>
      <h2>What these data cannot say</h2>
      <dl class="routes-needs">
        {Object.entries(needs).map(([name, how]) => (
          <div key={name}>
            <dt>{needTitles[name] ?? name.replaceAll('_', ' ')}</dt>
            <dd>{how}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}

const formats = [
  ['csv', 'CSV of all hubs and products', 'csv'],
  ['json', 'JSON, every method and placebo', 'json'],
  ['md', 'Markdown', 'md'],
] as const

function Downloads({ asked }: { readonly asked: Readonly<Record<string, string | undefined>> }) {
  return (
    <p class="row no-print">
      {formats.map(([format, title, ending]) => (
        <a
          key={format}
          class="button"
          href={requestUrl('routes', asked, format)}
          download={`routes-${asked['target']}-${asked['goods']}.${ending}`}
        >
          {title}
        </a>
      ))}
    </p>
  )
}
