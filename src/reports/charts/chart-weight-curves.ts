import type { CompositeAnswer } from '../../assessments/composite/composite-answer.ts'
import { html } from '../text/html-markup.ts'
import { type Chart, legendEntry, seriesMarker } from './chart-frame.ts'
import { linearScale, ticks } from './chart-scale.ts'

const [width, height, left, right, top, bottom] = [680, 300, 56, 668, 14, 256]

/** Draws the rank as one weight at a time goes from 0 to 1, while the others keep the reader's proportions. */
export function weightCurvesChart({ curves, weights, composite, a, b }: CompositeAnswer): Chart {
  const all = curves.flatMap(({ points }) => points.map(({ rank }) => rank))
  const [first, last] = [Math.min(...all), Math.max(...all)]
  const [x, y] = [linearScale(0, 1, left, right), linearScale(first, last, top, bottom)]
  const lines = curves.map(({ points }, n) => {
    const path = points.map(({ share, rank }, i) => `${i === 0 ? 'M' : 'L'}${x(share).toFixed(1)} ${y(rank).toFixed(1)}`).join('')
    return html`<path class="line s${n}" d="${path}"/>${seriesMarker(n, x(weights[n]!.share), y(composite.rank), `${weights[n]!.component}: your weight, rank ${composite.rank}`)}`
  })
  const rankTicks = [...new Set([first, ...ticks(first, last, 5).map(Math.round), last])].filter(
    (tick, i, list) => i === 0 || i === list.length - 1 || (y(tick) - y(first) > 14 && y(last) - y(tick) > 14),
  )
  return {
    id: 'chart-weight-curves',
    title: 'One weight at a time',
    description: curves
      .map(({ component, points }) => `${component}: rank ${points[0]!.rank} without it, ${points.at(-1)!.rank} by it alone`)
      .join('. '),
    width,
    height,
    body: html`${rankTicks.map((tick) => html`<path class="grid" d="M${left} ${y(tick)}H${right}"/><text class="tick" x="${left - 6}" y="${y(tick) + 3.5}" text-anchor="end">${tick.toLocaleString('en-US')}</text>`)}${[0, 25, 50, 75, 100].map((tick) => html`<text class="tick" x="${x(tick / 100)}" y="${bottom + 18}" text-anchor="${tick === 100 ? 'end' : 'middle'}">${tick}\u202f%</text>`)}<text class="tick" x="${right}" y="${bottom + 36}" text-anchor="end">weight of the one; rank upwards, the closest at the top</text>${lines}`,
    key: html`${curves.map(({ component }, n) => legendEntry(n, component))} The mark stands at your weights.`,
    data: {
      name: `${a.iso3}-${b.iso3}-one-weight-at-a-time`,
      columns: [{ title: 'weight' }, ...curves.map(({ component }) => ({ title: `rank by ${component}`, align: 'right' as const }))],
      rows: curves[0]!.points.map(({ share }, i) => [share, ...curves.map(({ points }) => points[i]!.rank)]),
    },
  }
}
