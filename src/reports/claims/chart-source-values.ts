import type { AcceptedValue } from '../../claims/verdict.ts'
import type { Chart } from '../charts/chart-frame.ts'
import { linearScale, type Scale, ticks } from '../charts/chart-scale.ts'
import { html, type Markup, narrowSpaces } from '../text/html-markup.ts'
import type { AnsweredClaim, ReadAnswer } from './claims-answer.ts'
import { reporterWords, sourceValueCells, valueWords } from './claims-words.ts'

const [left, right, step] = [8, 352, 30]
/** Largest number of values drawn; the table has all. */
const mostRows = 8

/**
 * Draws the values of the sources on one axis, together with the claimed value and its tolerance. Undefined if the claim has no figure, or no
 * source has a value in the unit of the claim.
 */
export function sourceValuesChart(claim: AnsweredClaim, number: number, sources: ReadAnswer['sources']): Chart | undefined {
  const { value, value_from: from, unit, tolerance, honestValues } = claim
  const comparable = honestValues.filter((one) => one.unit === unit && Number.isFinite(one.value))
  if (value === null || comparable.length === 0) return undefined
  const rows = evenlySpaced(comparable)
  const band = tolerance === null || !Number.isFinite(tolerance.low) || !Number.isFinite(tolerance.high) ? undefined : tolerance
  const reach = Math.max(Math.abs(value) * 0.6, ...rows.map((one) => Math.abs(one.value - value) * 1.3))
  // an open-ended range (`more than 40`) must not squeeze the values
  const ends = band === undefined ? [] : [band.low, band.high].map((end) => Math.min(value + reach, Math.max(value - reach, end)))
  const starts = from === null ? [] : [from]
  const marks = [value, ...starts, ...ends, ...rows.map((one) => one.value)]
  const room = Math.max(Math.max(...marks) - Math.min(...marks), Math.abs(value) * 0.1, 1e-9)
  const [low, high] = [Math.min(...marks) - room * 0.15, Math.max(...marks) + room * 0.15]
  const x = linearScale(low, high, left, right)
  // for a claim about a change, the first value has its own line and label
  const top = from === null ? 20 : 34
  const height = top + step * rows.length + 18
  const inside = (at: number): number => Math.min(right, Math.max(left, x(at)))
  return {
    id: `values-${number}`,
    title: `Claim ${number} beside what the sources give`,
    description: `Claimed: ${from === null ? '' : `from ${valueWords(from, unit)} to `}${valueWords(value, unit)}.${band === undefined ? '' : ` Counts as this: ${valueWords(band.low, unit)} to ${valueWords(band.high, unit)}.`} ${rows.map((one) => `${reporterWords(one, sources)}, ${one.period}: ${valueWords(one.value, one.unit)}`).join('. ')}.`,
    width: 360,
    height,
    body: html`${band === undefined ? undefined : html`<rect class="band" x="${inside(band.low)}" y="${top}" width="${Math.max(1.5, inside(band.high) - inside(band.low))}" height="${step * rows.length}"/>`}${ticks(low, high, 4).map((tick) => axisMark(tick, x, top, height))}${from === null ? undefined : verticalLine(`from ${valueWords(from, unit)}`, x(from), 24, height)}${verticalLine(`claimed ${valueWords(value, unit)}`, x(value), 10, height)}${rows.map((row, i) => drawn(row, reporterWords(row, sources), x, top + step * i))}`,
    key: html`Upright ${from === null ? 'line' : 'lines'}: the claim. Shaded: what counts as it. Dots: what the sources give (open: estimated).${comparable.length > rows.length ? ` ${comparable.length - rows.length} more in the table.` : ''}`,
    data: {
      name: `claim-${number}`,
      columns: [
        { title: 'by' },
        { title: 'value', align: 'right' },
        { title: 'unit' },
        { title: 'when' },
        { title: 'what' },
        { title: 'state' },
      ],
      rows: honestValues.map((one) => sourceValueCells(one, sources)),
    },
  }
}

/** Chooses the values to draw: all if they are few, else the lowest, the highest, and evenly spaced ones between. */
function evenlySpaced(values: readonly AcceptedValue[]): AcceptedValue[] {
  if (values.length <= mostRows) return [...values]
  const sorted = [...values].sort((a, b) => a.value - b.value)
  return Array.from({ length: mostRows }, (_, i) => sorted[Math.round((i * (sorted.length - 1)) / (mostRows - 1))]!)
}

function axisMark(tick: number, x: Scale, top: number, height: number): Markup {
  const at = x(tick)
  const anchor = at < left + 16 ? 'start' : at > right - 16 ? 'end' : 'middle'
  return html`<path class="grid" d="M${at} ${top}V${height - 14}"/><text class="tick" x="${at}" y="${height - 3}" text-anchor="${anchor}">${valueWords(Number(tick.toPrecision(6)), null)}</text>`
}

function drawn(row: AcceptedValue, by: string, x: Scale, y: number): Markup {
  const track = y + 21
  const name = `${by}, ${row.period}`
  const valueText = valueWords(row.value, row.unit)
  const room = 58 - valueText.length
  const short = name.length > room ? `${name.slice(0, room - 1)}…` : name
  return html`<text class="node" x="0" y="${y + 11}">${short}<title>${name}: ${row.what}</title></text><text class="node" x="360" y="${y + 11}" text-anchor="end">${narrowSpaces(valueText)}</text><path class="track" d="M${left} ${track}H${right}"/><circle class="${row.estimated ? 'mark s0 open' : 'level'}" cx="${x(row.value)}" cy="${track}" r="4.5"/>
`
}

/** Draws a vertical line for the claim, with its label at height `y`, above the values. */
function verticalLine(name: string, at: number, y: number, height: number): Markup {
  const anchor = at < 90 ? 'start' : at > 270 ? 'end' : 'middle'
  return html`<path class="threshold" d="M${at} ${y + 4}V${height - 16}"/><text class="name" x="${at}" y="${y}" text-anchor="${anchor}">${narrowSpaces(name)}</text>`
}
