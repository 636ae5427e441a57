import { formatFigure, intervalText, isDegenerate, twoDecimals } from '../../assessments/forms/wording.ts'
import { type Estimate, isKnown, type Known } from '../../store/index.ts'
import { html, type Markup, narrowSpaces } from '../text/html-markup.ts'
import type { Chart } from './chart-frame.ts'
import { linearScale, type Scale, ticks } from './chart-scale.ts'

/** Ids of the similarity measures, which share one scale; distances have another scale and are not drawn. */
const similarityMeasures: readonly string[] = ['kappa_quadratic', 's_absolute', 's_squared', 'scott_pi', 'tau_b', 'benati_capurri_a']

const [left, right, step, top] = [6, 354, 34, 4]

/**
 * Draws alternative similarity measures on one axis, each with its interval, to show how far they disagree. Undefined for fewer than two.
 */
export function similarityMeasuresChart(estimates: readonly Estimate[], file: string): Chart | undefined {
  const rows = estimates.filter(isKnown).filter((one) => similarityMeasures.includes(one.id))
  if (rows.length < 2) return undefined
  const ends = rows.flatMap((row) => (row.interval === 'exact' ? [row.value] : [row.value, row.interval.low, row.interval.high]))
  const [low, high] = [Math.min(0, ...ends), Math.max(1, ...ends)]
  const x = linearScale(low, high, left, right)
  const height = top + step * rows.length + 18
  return {
    id: 'chart-rivals',
    title: 'Rival measures of how alike they vote',
    description: rows.map((row) => `${row.label}: ${valueLabel(row)}`).join('. '),
    width: 360,
    height,
    body: html`${ticks(low, high, 5).map((tick) => axisMark(tick, x, height))}${rows.map((row, i) => drawn(row, x, top + step * i))}`,
    key: html`1 is perfect likeness, 0 what chance would give (S: what lies halfway). Line: 90 % interval. They measure different things and are not averaged.`,
    data: {
      name: file,
      columns: [
        { title: 'measure' },
        { title: 'value', align: 'right' },
        { title: 'low', align: 'right' },
        { title: 'high', align: 'right' },
        { title: 'when' },
      ],
      rows: rows.map((row) => [
        row.label,
        row.value,
        ...(row.interval === 'exact' ? [row.value, row.value] : [row.interval.low, row.interval.high]),
        row.period,
      ]),
    },
  }
}

function axisMark(tick: number, x: Scale, height: number): Markup {
  const anchor = x(tick) < left + 10 ? 'start' : x(tick) > right - 10 ? 'end' : 'middle'
  return html`<path class="grid" d="M${x(tick)} ${top}V${height - 14}"/><text class="tick" x="${x(tick)}" y="${height - 3}" text-anchor="${anchor}">${twoDecimals(tick).replace(/(?<!0)\.?0+$|(?<=0)\.0+$/, '')}</text>`
}

function drawn(row: Known, x: Scale, y: number): Markup {
  const track = y + 21
  const { interval } = row
  const whisker =
    interval === 'exact'
      ? undefined
      : html`<rect class="interval" x="${x(interval.low)}" y="${track - 3.5}" width="${Math.max(1, x(interval.high) - x(interval.low))}" height="7"/>`
  return html`<text class="tick dark" x="0" y="${y + 11}">${row.label}</text><text class="tick" x="360" y="${y + 11}" text-anchor="end">${narrowSpaces(valueLabel(row))}</text><path class="track" d="M${left} ${track}H${right}"/>${whisker}<circle class="level" cx="${x(row.value)}" cy="${track}" r="4.5"/>
`
}

function valueLabel({ value, unit, interval }: Known): string {
  return interval === 'exact' || isDegenerate(interval)
    ? formatFigure(value, unit)
    : `${formatFigure(value, unit)} (${intervalText(interval, unit)})`
}
