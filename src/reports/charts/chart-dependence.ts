import { formatFigure, formatShare, inSentence, possessive } from '../../assessments/forms/wording.ts'
import type { Assessment } from '../../assessments/index.ts'
import { type Estimate, isKnown } from '../../store/index.ts'
import { html, type Markup, narrowSpaces } from '../text/html-markup.ts'
import type { Chart } from './chart-frame.ts'
import { linearScale } from './chart-scale.ts'

/** One row of the chart: a kind of flow, with the share of each state's total that goes to or comes from the other state. */
interface Row {
  readonly title: string
  readonly a: Estimate | undefined
  readonly b: Estimate | undefined
}

/** Patterns of the ids of the shares in the total of A and in the total of B, by row. */
const pairs: readonly (readonly [title: string, a: RegExp, b: RegExp])[] = [
  ['trade with the other, part of own GDP', /^gdp-share-a$/, /^gdp-share-b$/],
  ['goods imports from the other, part of all', /^import-share-a$/, /^import-share-b$/],
  ['goods exports to the other, part of all', /^export-share-a$/, /^export-share-b$/],
  ['fossil fuels sent to the other, part of all', /^fossil-share-a-to-b/, /^fossil-share-b-to-a/],
  ['arms from the other, part of all received', /^arms-import-share-a$/, /^arms-import-share-b$/],
  ['arms to the other, part of all sent', /^arms-export-share-a$/, /^arms-export-share-b$/],
]

const [middle, reach, step, top] = [180, 172, 40, 22]

/** Draws mutual dependence as a diverging bar chart: A to the left, B to the right. Undefined if no share is known. */
export function dependenceChart(assessment: Assessment): Chart | undefined {
  const rows = rowsOf(assessment)
  if (rows.length === 0) return undefined
  const { a, b } = assessment
  const most = Math.max(...rows.flatMap((row) => [row.a, row.b].map(sizeOf)), 0.01)
  const height = top + step * rows.length + 4
  return {
    id: 'chart-dependence',
    title: `What ${inSentence(a.name)} and ${inSentence(b.name)} are worth to each other`,
    description: rows.map((row) => `${row.title}: ${a.name} ${valueLabel(row.a)}, ${b.name} ${valueLabel(row.b)}`).join('. '),
    width: 360,
    height,
    body: html`<text class="name" x="${middle - 6}" y="11" text-anchor="end">${a.name}</text><text class="name" x="${middle + 6}" y="11">${b.name}</text>${rows.map((row, i) => drawn(row, top + step * i, most))}`,
    key: html`Bars to the left: parts of ${possessive(a.name)} own whole; to the right: of ${possessive(b.name)}. A hatched bar is unknown. The longer bar leans on the other more.`,
    data: {
      name: `${a.iso3}-${b.iso3}-dependence`,
      columns: [{ title: 'what' }, ...[a, b].flatMap(({ iso3 }) => [{ title: iso3, align: 'right' as const }, { title: `${iso3}, when` }])],
      rows: rows.map((row) => [row.title, ...cells(row.a), ...cells(row.b)]),
    },
  }
}

function rowsOf({ domains }: Assessment): Row[] {
  const shares = domains.flatMap((domain) => domain.estimates.filter((one) => one.unit === 'share'))
  return pairs
    .map(([title, a, b]) => ({ title, a: shares.find(({ id }) => a.test(id)), b: shares.find(({ id }) => b.test(id)) }))
    .filter(({ a, b }) => [a, b].some((one) => one !== undefined && isKnown(one)))
}

function drawn({ title, a, b }: Row, y: number, most: number): Markup {
  return html`<text class="tick" x="${middle}" y="${y + 9}" text-anchor="middle">${title}</text><path class="axis" d="M${middle} ${y + 12}v19"/>${bar(a, -1, y + 14, most)}${bar(b, 1, y + 14, most)}
`
}

/** Draws a bar from the centre line outwards, with its label beyond the end. */
function bar(estimate: Estimate | undefined, way: -1 | 1, y: number, most: number): Markup {
  const known = estimate !== undefined && isKnown(estimate)
  const size = known ? Math.max(1, linearScale(0, most, 0, reach - 66)(estimate.value)) : 46
  const x = way < 0 ? middle - size : middle
  const text = known ? narrowSpaces(`${formatShare(estimate.value)}, ${estimate.period.split('/').at(-1)!.slice(0, 4)}`) : 'unknown'
  return html`<rect class="${known ? (way < 0 ? 'bar s0' : 'bar s1') : 'unknown'}" x="${x}" y="${y}" width="${size}" height="15"/><text class="figure" x="${middle + way * (size + 4)}" y="${y + 11}" text-anchor="${way < 0 ? 'end' : 'start'}">${text}</text>`
}

function sizeOf(estimate: Estimate | undefined): number {
  return estimate !== undefined && isKnown(estimate) ? estimate.value : 0
}

function valueLabel(estimate: Estimate | undefined): string {
  return estimate !== undefined && isKnown(estimate) ? `${formatFigure(estimate.value, 'share')} in ${estimate.period}` : 'unknown'
}

function cells(estimate: Estimate | undefined): (string | number | null)[] {
  return estimate !== undefined && isKnown(estimate) ? [estimate.value, estimate.period] : [null, '']
}
