import type { CompositeAnswer } from '../../assessments/composite/composite-answer.ts'
import { formatShare } from '../../assessments/forms/wording.ts'
import { html, narrowSpaces } from '../text/html-markup.ts'
import type { Chart } from './chart-frame.ts'
import { linearScale, ticks } from './chart-scale.ts'

const [width, height, left, right, top, bottom] = [680, 240, 46, 668, 26, 200]

/**
 * Draws the distribution of the rank over all possible weights, and marks the rank at the reader's own weights. The height of a bar is the
 * share of weights.
 */
export function rankDistributionChart(answer: CompositeAnswer): Chart {
  const { sensitivity, composite, pairs, a, b } = answer
  const { histogram, ranks } = sensitivity
  const highest = Math.max(...histogram.map(({ share }) => share))
  const [x, y] = [linearScale(0.5, pairs.ranked + 0.5, left, right), linearScale(0, highest, bottom, top)]
  const bars = histogram
    .filter(({ share }) => share > 0)
    .map(
      ({ from, to, share }) =>
        html`<rect class="standing" x="${x(from - 0.5)}" y="${y(share)}" width="${x(to + 0.5) - x(from - 0.5)}" height="${bottom - y(share)}"><title>${rankLabel(from, to, share)}</title></rect>`,
    )
  const rankTicks = [1, ...ticks(0, pairs.ranked, 6).filter((tick) => tick > pairs.ranked / 12 && tick <= pairs.ranked)]
  const own = x(composite.rank)
  const side = own > (left + right) / 2 ? 'end' : 'start'
  return {
    id: 'chart-rank-shares',
    title: 'The rank over all weights',
    description: `Nine weightings of ten give a rank from ${ranks.low} to ${ranks.high} of ${pairs.ranked}, the median is ${ranks.median}; the reader's own weights give ${composite.rank}.`,
    width,
    height,
    body: html`${ticks(0, highest, 4).map((tick) => html`<path class="grid" d="M${left} ${y(tick)}H${right}"/><text class="tick" x="${left - 6}" y="${y(tick) + 3.5}" text-anchor="end">${narrowSpaces(formatShare(tick))}</text>`)}${bars}<path class="axis" d="M${left} ${bottom}H${right}"/>${rankTicks.map((tick) => html`<text class="tick" x="${x(tick)}" y="${bottom + 15}" text-anchor="middle">${tick.toLocaleString('en-US')}</text>`)}<text class="tick" x="${right}" y="${bottom + 32}" text-anchor="end">rank of ${pairs.ranked.toLocaleString('en-US')}, 1 = closest</text>
<rect class="band" x="${x(composite.rankLow - 0.5)}" y="${top - 8}" width="${x(composite.rankHigh + 0.5) - x(composite.rankLow - 0.5)}" height="${bottom - top + 8}"/><path class="threshold" d="M${own} ${top - 8}V${bottom}"/><text class="figure" x="${side === 'end' ? own - 6 : own + 6}" y="${top - 12}" text-anchor="${side}">your weights: rank ${composite.rank.toLocaleString('en-US')}</text>`,
    key: html`Height: share of all weights that give these ranks; every weighting counts alike. Upright line: your weights; the band around it is the 90 % interval of that rank from the errors of the components.`,
    data: {
      name: `${a.iso3}-${b.iso3}-rank-over-all-weights`,
      columns: [{ title: 'first rank' }, { title: 'last rank', align: 'right' }, { title: 'share of all weights', align: 'right' }],
      rows: histogram.map(({ from, to, share }) => [from, to, share]),
    },
  }
}

function rankLabel(from: number, to: number, share: number): string {
  return `${from === to ? `rank ${from}` : `ranks ${from} to ${to}`}: ${formatShare(share)} of all weights`
}
