import type { CompositeAnswer } from '../../assessments/composite/composite-answer.ts'
import { type Chart, chartFigure } from '../charts/chart-frame.ts'
import { rankDistributionChart } from '../charts/chart-rank-distribution.ts'
import { ternaryChart } from '../charts/chart-ternary.ts'
import { weightCurvesChart } from '../charts/chart-weight-curves.ts'
import {
  aggregationsTable,
  type CompositeTable,
  closing,
  componentsTable,
  correlationsTable,
  limits,
  rankingTable,
  resultSentences,
  sensitivitySentences,
  titleOf,
  topsTable,
} from '../parts/composite-words.ts'
import { html, type Markup, narrowSpaces } from '../text/html-markup.ts'
import { htmlTable } from '../text/html-table.ts'
import { htmlPage } from './html-page.ts'
import { sourcesSection } from './html-sources.ts'

/** Renders a composite as one page: components, alternative methods, and charts of the rank over all weights. */
export function compositeHtml(answer: CompositeAnswer): string {
  const { a, b, to } = answer
  const [result, ranked] = resultSentences(answer)
  const head = html`<header><h1>${a.name} and ${b.name}, <span class="date">a composite on ${to}</span></h1>
<p class="lead">${narrowSpaces(result!)}</p>
<p>${narrowSpaces(ranked!)}</p></header>`
  const main = html`${section('components', 'What it is made of', [table(componentsTable(answer)), methods(answer)])}
${section('weights', 'The rank over all weights', [charts(answer), paragraphs(sensitivitySentences(answer)), table(topsTable(answer))])}
${section('rivals', 'Rival ways to put them together', [table(aggregationsTable(answer)), table(correlationsTable(answer))])}
${section('ranking', 'The ranking', [table(rankingTable(answer))])}
${section('limits', 'What it cannot say', [html`<ul>${limits(answer).map((line) => html`<li>${narrowSpaces(line)}</li>`)}</ul>`])}
${sourcesSection(answer.sources)}`
  return htmlPage(titleOf(answer), 'To the composite', head, main, footer(answer))
}

function section(id: string, title: string, parts: readonly Markup[]): Markup {
  return html`<section id="${id}" aria-labelledby="${id}-heading"><h2 id="${id}-heading">${title}</h2>
${parts}</section>`
}

const table = ({ title, columns, rows }: CompositeTable): Markup =>
  htmlTable(
    title,
    columns,
    rows.map((row) => row.map(narrowSpaces)),
  )

const paragraphs = (sentences: readonly string[]): Markup => html`${sentences.map((sentence) => html`<p>${narrowSpaces(sentence)}</p>`)}`

/** Renders the method of each component and the rows behind it. */
function methods({ components }: CompositeAnswer): Markup {
  const one = ({ id, method, pairs, evidence }: CompositeAnswer['components'][number]): Markup =>
    html`<li><b>${id}</b>: ${narrowSpaces(method)}. Known of ${pairs.toLocaleString('en-US')} pairs of states in existence. ${evidence.map(({ source, vintage, rows, count }) => html`<a href="#source-${source}">${source}</a>, ${vintage}: ${count.toLocaleString('en-US')} rows of <code>${rows}</code>. `)}</li>`
  return html`<details><summary>How each was made, and from which rows</summary><ul>${components.map(one)}</ul></details>`
}

function charts(answer: CompositeAnswer): Markup {
  const ternary = ternaryChart(answer)
  const wide: Chart[] = [rankDistributionChart(answer), weightCurvesChart(answer)]
  return html`${wide.map(chartFigure)}${ternary === undefined ? undefined : chartFigure(ternary)}`
}

function footer(answer: CompositeAnswer): Markup {
  const { a, b, to, among, weights, draws, seed, snapshot } = answer
  const asked = weights.map(({ component, weight }) => `${component}=${weight}`).join(',')
  return html`<footer><p>${closing(answer)} The same command on the same snapshot gives the same page:</p>
<p><code>visavis composite ${a.iso3} ${b.iso3} --weights ${asked} --among ${among} --to ${to} --draws ${draws} --seed ${seed} --snapshot ${snapshot.id} --format html</code></p></footer>`
}
