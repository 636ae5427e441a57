import type { Assessment, LedgerItem } from '../../assessments/index.ts'
import { chartFigure } from '../charts/chart-frame.ts'
import { type ChartEvent, seriesChart } from '../charts/chart-series.ts'
import { turningWords } from '../parts/turning-points.ts'
import { html, type Markup, narrowSpaces } from '../text/html-markup.ts'
import { htmlTable } from '../text/html-table.ts'
import { seriesSpecs } from './html-series.ts'

/** Renders the yearly series with breaks and ledger events, then the turning points as a table. */
export function changeOverTimeSection(assessment: Assessment, ledger: readonly LedgerItem[]): Markup {
  const events = ledger.filter((item) => item.form === 'act' && item.confidence !== 'low').map(eventOf)
  const specs = seriesSpecs(assessment, events)
  const drawn =
    specs.length === 0
      ? html`<p>No yearly series of this pair is in the record.</p>`
      : html`<p>Each drawing has its own years and its own axis. A line is not drawn across a year for which nothing is known. An upright band is a break, and the years within which it lies.${events.length === 0 ? '' : ' Ticks beneath are events of the ledger: the upper row for a closer tie, the lower row against it.'}</p>
<div class="pair">${specs.map((spec) => html`<div>${chartFigure(seriesChart(spec))}</div>`)}</div>`
  return html`<section id="time" aria-labelledby="time-heading"><h2 id="time-heading">Over time</h2>
${drawn}
${turning(assessment)}</section>
`
}

function eventOf({ date, direction }: LedgerItem): ChartEvent {
  return { date, against: direction === 'contradicts' }
}

function turning({ turningPoints }: Assessment): Markup {
  const { lead, columns, rows, sentences, moments, periods } = turningWords(turningPoints)
  const thinned = (cells: readonly (readonly string[])[]): string[][] => cells.map((row) => row.map(narrowSpaces))
  return html`<h3 id="turning-points">Turning points</h3>
<p>${lead}</p>
${rows.length === 0 ? undefined : htmlTable('Breaks by series', columns, thinned(rows))}
${sentences.map((sentence) => html`<p>${narrowSpaces(sentence)}</p>`)}
${moments.map(({ title, events }) => html`<details><summary>${title}</summary>${nearest(events)}</details>\n`)}
${periods === null ? undefined : htmlTable('Periods between breaks that several series share (means)', periods[0], thinned(periods[1]))}`
}

function nearest(events: readonly string[]): Markup {
  if (events.length === 0) return html`<p>The ledger does not speak of these years, or there is none.</p>`
  return html`<p class="soft">Items of the ledger nearest in time; nearness says nothing about why.</p><ul>${events.map((event) => html`<li>${event}</li>`)}</ul>`
}
