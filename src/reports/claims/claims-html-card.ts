import type { Evidence } from '../../store/index.ts'
import { chartFigure } from '../charts/chart-frame.ts'
import { sourceName } from '../overview/source-name.ts'
import { html, type Markup, narrowSpaces } from '../text/html-markup.ts'
import { sourceValuesChart } from './chart-source-values.ts'
import type { AnsweredClaim, ReadAnswer } from './claims-answer.ts'
import { distinctRows, slotWords, sourceValueWords, toleranceWords, valueWords, verdictSigns } from './claims-words.ts'
import { ourForecastLine } from './our-forecast-words.ts'

/** Renders the card of a claim: verdict, reason and correction, with slots, values and rows to unfold. */
export function claimCard(claim: AnsweredClaim, number: number, sources: ReadAnswer['sources']): Markup {
  const { verdict, why, wouldBeTrue, wouldSettle, sentence, start, end } = claim
  const quoted = sentence.slice(start, end).trim()
  return html`<article id="claim-${String(number)}" class="card ${verdict!}" aria-labelledby="claim-${String(number)}-heading">
<h3 id="claim-${String(number)}-heading">${verdictSigns[verdict!]} ${String(number)} ${verdict!}${quoted === '' ? undefined : html`<span class="soft">: “${shortened(quoted)}”</span>`}</h3>
${why === null ? undefined : html`<p>${narrowSpaces(why)}</p>`}
${wouldBeTrue === null ? undefined : html`<p><b>What would have been true:</b> ${narrowSpaces(wouldBeTrue.text)}</p>`}
${wouldSettle === null ? undefined : html`<p><b>What would settle it:</b> ${narrowSpaces(wouldSettle)}</p>`}
${claim.saying === undefined ? undefined : html`<p class="soft">${claim.saying}</p>`}
${claim.ours === undefined ? undefined : html`<p class="soft">${ourForecastLine(claim)!}</p>`}
<details><summary>How it was understood, and what it rests on<span class="hidden">: claim ${String(number)}</span></summary>
${grounds(claim, number, sources)}</details>
<p class="back"><a href="#mark-${String(number)}">Back to the words<span class="hidden"> of claim ${String(number)}</span></a></p>
</article>
`
}

function shortened(text: string): string {
  return text.length <= 90 ? text : `${text.slice(0, 89)}…`
}

function grounds(claim: AnsweredClaim, number: number, sources: ReadAnswer['sources']): Markup {
  const { tolerance, unit, rules, evidence, honestValues, wouldBeTrue } = claim
  const slots = slotWords(claim).map(([name, value]) => html`<dt>${name}</dt><dd>${narrowSpaces(value)}</dd>`)
  const chart = sourceValuesChart(claim, number, sources)
  const rows = distinctRows([...evidence, ...honestValues.map((one) => one.evidence), ...(wouldBeTrue?.evidence ?? [])])
  return html`<div class="pair"><div><dl class="slots">${slots}<dt>rules</dt><dd>${rules.join(', ')}</dd></dl>
${tolerance === null ? undefined : html`<p>Counts as this: ${narrowSpaces(toleranceWords(tolerance, unit))}</p>`}</div>
<div>${chart === undefined ? valueList(claim, sources) : chartFigure(chart)}
${rows.length === 0 ? undefined : html`<p>Rows:</p><ul class="rows">${rows.map((row) => evidenceItem(row, sources))}</ul>`}</div></div>`
}

/** Lists the values of the sources, for a claim without a chart because none is comparable with it; undefined if there are none. */
function valueList({ honestValues }: AnsweredClaim, sources: ReadAnswer['sources']): Markup | undefined {
  if (honestValues.length === 0) return undefined
  return html`<ul class="rows">${honestValues.map((one) => html`<li>${narrowSpaces(valueWords(one.value, one.unit))} by ${narrowSpaces(sourceValueWords(one, sources))}</li>`)}</ul>`
}

function evidenceItem({ source, vintage, rows, count }: Evidence, sources: ReadAnswer['sources']): Markup {
  const isListed = sources.some(({ id }) => id === source)
  const name = isListed ? html`<a href="#source-${source}">${sourceName(source, sources)}</a>` : html`${source}`
  return html`<li>${name} (${vintage}), ${count.toLocaleString('en-US')} ${count === 1 ? 'row' : 'rows'}: <code>${rows}</code></li>`
}
