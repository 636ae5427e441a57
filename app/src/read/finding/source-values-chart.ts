import * as Plot from '@observablehq/plot'
import { reporterWords, valueWords } from '../../../../src/server/wording.ts'
import { type PlotPicture, plot } from '../../charts/plot.ts'
import { colour } from '../../theme.ts'
import type { AnsweredClaim, ClaimProps } from '../reading-state.ts'

type HonestValue = AnsweredClaim['honestValues'][number]

/** Largest number of values drawn; the table has all. */
const mostRows = 8

/** Returns the values in the unit of the claim, which can share an axis with the claimed value; an empty list if the claim has no figure. */
export function comparable({ value, unit, honestValues }: AnsweredClaim): HonestValue[] {
  return value === null ? [] : honestValues.filter((one) => one.unit === unit)
}

/** Chooses the values to draw: all if they are few, else the lowest, the highest, and evenly spaced ones between. */
export function drawnValues(claim: AnsweredClaim): HonestValue[] {
  const values = comparable(claim)
  if (values.length <= mostRows) return values
  const sorted = [...values].sort((a, b) => a.value - b.value)
  return Array.from({ length: mostRows }, (_, i) => sorted[Math.round((i * (sorted.length - 1)) / (mostRows - 1))]!)
}

/** Draws the values of the sources on one axis, together with the claimed value and its tolerance. */
export function sourceValuesPlot(claim: AnsweredClaim, { sources }: ClaimProps['answer'], width: number): PlotPicture {
  const rows = drawnValues(claim).map((one, i) => ({ ...one, row: String(i) }))
  const { unit, tolerance } = claim
  const claimed = [claim.value_from, claim.value].filter((value) => value !== null)
  const [low, high] = span(claim, rows)
  const bands = tolerance === null ? [] : [{ low: Math.max(low, tolerance.low), high: Math.min(high, tolerance.high) }]
  const room = Math.max(12, Math.floor(width / 6.4))
  return plot({
    width,
    height: 44 + 34 * rows.length + 14 * (claimed.length - 1),
    ...{ marginLeft: 10, marginRight: 10, marginTop: 20 + 14 * (claimed.length - 1), marginBottom: 24 },
    x: { domain: [low, high], label: null, ticks: 4, tickFormat: (value: number) => valueWords(Number(value.toPrecision(6)), null) },
    // a band scale, because a point scale would put the first and last row on the edges
    y: { type: 'band', domain: rows.map(({ row }) => row), axis: null, padding: 0 },
    marks: [
      Plot.rectX(bands, { x1: 'low', x2: 'high', fill: colour('tint'), fillOpacity: 0.45 }),
      Plot.ruleY(rows, { y: 'row', dy: 8, stroke: colour('line') }),
      Plot.ruleX(claimed, { stroke: colour('ink'), strokeWidth: 1.5, strokeDasharray: '5 3' }),
      ...claimed.map((value, i) =>
        Plot.text([value], {
          ...{ x: value, frameAnchor: 'top', dy: -8 - 14 * (claimed.length - 1 - i), fill: colour('ink') },
          text: () => `${i < claimed.length - 1 ? 'from' : 'claimed'} ${valueWords(value, unit)}`,
          textAnchor: anchor((value - low) / (high - low)),
        }),
      ),
      Plot.dot(rows, {
        ...{ x: 'value', y: 'row', dy: 8, r: 4.5, stroke: colour('mark'), strokeWidth: 1.5 },
        fill: ({ estimated }: HonestValue) => (estimated ? colour('ground') : colour('mark')),
      }),
      Plot.text(rows, {
        ...{ x: low, y: 'row', dy: -6, textAnchor: 'start', fill: colour('ink'), stroke: colour('ground'), strokeWidth: 3 },
        text: (one: HonestValue) => clipped(`${reporterWords(one, sources)}, ${one.period}: ${valueWords(one.value, one.unit)}`, room),
      }),
    ],
  })
}

/** Returns the range of the axis: claim, values and tolerance. An open-ended tolerance is cut, so that it does not squeeze the values. */
function span({ value, value_from: from, tolerance }: AnsweredClaim, rows: readonly HonestValue[]): [number, number] {
  const claimed = value!
  const reach = Math.max(Math.abs(claimed) * 0.6, ...rows.map((one) => Math.abs(one.value - claimed) * 1.3))
  const ends = tolerance === null ? [] : [tolerance.low, tolerance.high]
  const within = ends.map((end) => Math.min(claimed + reach, Math.max(claimed - reach, end)))
  const marks = [claimed, ...(from === null ? [] : [from]), ...within, ...rows.map((one) => one.value)]
  const [least, most] = [Math.min(...marks), Math.max(...marks)]
  const room = Math.max(most - least, Math.abs(claimed) * 0.1, 1e-9) * 0.15
  return [least - room, most + room]
}

function anchor(share: number): 'start' | 'middle' | 'end' {
  return share < 0.25 ? 'start' : share > 0.75 ? 'end' : 'middle'
}

function clipped(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`
}
