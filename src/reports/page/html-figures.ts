import { type Estimate, type Evidence, isKnown, type Known } from '../../store/index.ts'
import { dropBlankColumns, figureRows, figureTableColumns } from '../text/figures.ts'
import { html, type Markup, type MarkupContent, narrowSpaces } from '../text/html-markup.ts'
import { htmlTable } from '../text/html-table.ts'

/** Renders the figures of a domain with intervals; each source unfolds to method and rows. */
export function figuresTable(title: string, estimates: readonly Estimate[]): Markup {
  const levels = estimates.filter((estimate) => !estimate.id.includes('.'))
  // an unknown figure has no source, so its reason is unfolded instead
  const filled = figureRows(estimates).map((row) => [...row.slice(0, -1), row.at(-1) === '' ? 'reason' : row.at(-1)!])
  const { columns, rows } = dropBlankColumns(figureTableColumns, filled)
  const named = columns.map((column) => (column.title === '' ? { ...column, title: 'figure' } : column))
  const shown = rows.map((row, i) =>
    row.map(
      (cell, j): MarkupContent =>
        columns[j]!.title === 'source' ? sourceDetails(levels[i]!, estimates, cell) : narrowSpaces(cell.replace('/', ' to ')),
    ),
  )
  return htmlTable(`Figures: ${title}`, named, shown)
}

/** Renders the sources of a figure, which unfold to the methods of the figure, its percentile and its change. */
function sourceDetails(level: Estimate, estimates: readonly Estimate[], sources: string): MarkupContent {
  const parts = [level, ...estimates.filter(({ id }) => id.startsWith(`${level.id}.`) && !id.endsWith('.series'))].filter(isKnown)
  if (!isKnown(level)) return reason(level)
  return html`<details><summary>${sources}</summary>${parts.map((part) => (part === level ? method(part) : html`<p><b>${part.label}</b>: ${narrowSpaces(part.method)}.</p>`))}</details>`
}

function reason(level: Exclude<Estimate, Known>): MarkupContent {
  const more = level.state === 'unknown' && level.wouldTell !== undefined ? `. What would tell: ${level.wouldTell}` : ''
  return `${level.reason.replace(/\.$/, '')}${more}`
}

function method(known: Known): Markup {
  const note = known.note === undefined ? undefined : html`<p>${known.note}</p>`
  return html`<p>${narrowSpaces(known.method)}.</p>${note}<ul>${known.evidence.map(rowsOf)}</ul>`
}

function rowsOf({ source, vintage, rows, count }: Evidence): Markup {
  return html`<li><a href="#source-${source}">${source}</a>, ${vintage}: ${count.toLocaleString('en-US')} ${count === 1 ? 'row' : 'rows'} of <code>${rows}</code></li>`
}
