import { counted, listed } from '../../assessments/forms/phrases.ts'
import type { IndicatorLevel, Stage } from '../../assessments/index.ts'
import { chartFigure } from '../charts/chart-frame.ts'
import { groupTitle, ladderChart, levelWords } from '../charts/chart-ladder.ts'
import { stageSentences } from '../parts/stage.ts'
import { html, type Markup, narrowSpaces } from '../text/html-markup.ts'
import { ledgerList } from './html-ledger.ts'

/** The stage: result and sensitivity, the ladder, and the evidence of each indicator. */
export function stageSection(stage: Stage, pair: string): Markup {
  const [first, ...rest] = stageSentences(stage)
  return html`<section id="stage" aria-labelledby="stage-heading"><h2 id="stage-heading">Stage</h2>
<p class="lead">${first}</p>
${rest.map((sentence) => html`<p>${narrowSpaces(sentence)}</p>`)}
<div class="pair"><div>${chartFigure(ladderChart(stage, pair))}</div>
<div><h3>The evidence, by indicator</h3>
<p class="soft">Items in force, or of the last five years. Open an indicator to read them.</p>
${stage.indicators.map(evidence)}</div></div></section>
`
}

function evidence(indicator: IndicatorLevel): Markup {
  const { title, stage, why, hangsOn, items } = indicator
  const pivot = hangsOn.length === 0 ? '' : ` It hangs on ${hangsOn.length > 1 ? 'each of ' : ''}${listed(hangsOn)}.`
  return html`<details class="rung-items"><summary>${title}: ${levelWords(indicator)} <span class="soft">(${groupTitle(stage).toLowerCase()}, ${counted(items.length, 'item', 'items')})</span></summary>
<p>${sentence(why)}${pivot}</p>
${items.length === 0 ? html`<p>No item weighs on this day.</p>` : ledgerList([...items].reverse())}</details>
`
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}
