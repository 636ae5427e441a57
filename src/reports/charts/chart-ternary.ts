import type { CompositeAnswer } from '../../assessments/composite/composite-answer.ts'
import { ternaryCells } from '../../assessments/composite/composite-sensitivity.ts'
import { html, type Markup } from '../text/html-markup.ts'
import type { Chart } from './chart-frame.ts'

const [width, height] = [360, 330]
const corners = [
  [180, 24],
  [24, 294],
  [336, 294],
] as const

/** Names of the rank classes, from the darkest shade: the top 1, 5, 10 and 25 % of pairs, and the rest. */
const classes = ['first 1 %', 'first 5 %', 'first 10 %', 'first 25 %', 'later'] as const
const depth = [0.95, 0.7, 0.45, 0.22, 0.04] as const

/**
 * Draws a ternary plot of the rank over all weights of three components: each corner puts all weight on one. Undefined if there are not
 * exactly three.
 */
export function ternaryChart({ ternary, weights, sensitivity, composite, a, b }: CompositeAnswer): Chart | undefined {
  if (ternary === null) return undefined
  const cells = ternaryCells(ternary.side)
  const classOf = (rank: number): number => sensitivity.tops.findIndex((top) => rank <= top.rank) % 5
  const drawn = cells.map(({ corners: three }, i) => {
    const found = classOf(ternary.ranks[i]!)
    const path = three
      .map(
        (at, k) =>
          `${k === 0 ? 'M' : 'L'}${placeOf(at)
            .map((one) => one.toFixed(1))
            .join(' ')}`,
      )
      .join('')
    return html`<path class="cell" fill-opacity="${depth.at(found)!}" d="${path}Z"><title>rank ${ternary.ranks[i]!.toLocaleString('en-US')}</title></path>`
  })
  const [x, y] = placeOf(weights.map(({ share }) => share))
  const names = weights.map(({ component }) => component)
  return {
    id: 'chart-ternary',
    title: 'The rank over all weights of the three',
    description: `A triangle of all weights: ${names.join(', ')} alone at its corners. By each alone the rank is in the class ${cornersOf(
      cells,
    )
      .map((i, c) => `${classes.at(classOf(ternary.ranks[i]!))} (${names[c]})`)
      .join(', ')}. The reader's weights give rank ${composite.rank}.`,
    width,
    height,
    body: html`<g style="fill:var(--mark);stroke:none" shape-rendering="crispEdges">${drawn}</g><path class="axis" style="fill:none" d="M180 24L24 294H336Z"/>${cornerName(180, 14, 'middle', names[0]!)}${cornerName(8, 312, 'start', names[1]!)}${cornerName(352, 312, 'end', names[2]!)}<circle cx="${x}" cy="${y}" r="5" style="fill:var(--s1);stroke:var(--ground);stroke-width:1.5"><title>your weights, rank ${composite.rank}</title></circle>`,
    key: html`${classes.map((name, n) => html`<span class="entry"><svg viewBox="0 0 30 14" aria-hidden="true"><rect x="1" y="1" width="28" height="12" style="fill:var(--mark);stroke:var(--soft)" fill-opacity="${depth[n]!}"/></svg>${name}</span> `)} A corner is that component alone, the middle of a side two alike without the third. The dot: your weights.`,
    data: {
      name: `${a.iso3}-${b.iso3}-rank-by-three-weights`,
      columns: [
        ...names.map((name, i) => (i === 0 ? { title: name } : { title: name, align: 'right' as const })),
        { title: 'rank', align: 'right' },
      ],
      rows: cells.map(({ middle }, i) => [...middle, ternary.ranks[i]!]),
    },
  }
}

/** Returns the indexes of the cells at the three corners: the first cell, and both ends of the last row. */
function cornersOf(cells: readonly unknown[]): number[] {
  const side = Math.sqrt(cells.length)
  return [0, (side - 1) ** 2, cells.length - 1]
}

function placeOf(weights: readonly number[]): [number, number] {
  return [0, 1].map((axis) => weights.reduce((sum, weight, c) => sum + weight * corners[c]![axis as 0 | 1], 0)) as [number, number]
}

function cornerName(x: number, y: number, anchor: string, name: string): Markup {
  return html`<text class="name" x="${x}" y="${y}" text-anchor="${anchor}">${name}</text>`
}
