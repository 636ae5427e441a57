import { inSentence } from '../../assessments/forms/wording.ts'
import type { Leverage } from '../../scenarios/coalitions/leverage.ts'
import { csv } from '../text/csv.ts'
import { type Column, type TableWriter, textAndMarkdown, type WrittenPage } from '../text/table.ts'
import type { SetsRange, SideOfAnswer, TradeBaseOfAnswer } from './coalition.ts'

/** What each side loses in percent, with the range over published elasticities. */
export interface LeverageRow {
  readonly id: keyof Leverage
  /** What is cut, in words. */
  readonly cut: string
  readonly a: number
  readonly aRange: SetsRange
  readonly b: number
  readonly bRange: SetsRange
}

/** The answer of `visavis leverage`. */
export interface LeverageAnswer {
  readonly schemaVersion: 1
  readonly a: SideOfAnswer
  readonly b: SideOfAnswer
  readonly cut: string
  readonly rows: readonly LeverageRow[]
  /** Loss of the side that loses more over that of the other, where all trade is cut; null if one does not lose. */
  readonly asymmetry: { readonly stronger: 'a' | 'b'; readonly ratio: number; readonly sameInAllSets: boolean } | null
  readonly base: TradeBaseOfAnswer
  readonly notes: readonly string[]
}

/** Writes one row for each cut. */
export function leverageCsv({ a, b, rows }: LeverageAnswer): string {
  return csv(
    ['a', 'b', 'cut', 'loss_a', 'loss_a_low', 'loss_a_high', 'loss_b', 'loss_b_low', 'loss_b_high'],
    rows.map((row) => [a.name, b.name, row.id, row.a, row.aRange.low, row.aRange.high, row.b, row.bRange.low, row.bRange.high]),
  )
}

export const leveragePage: WrittenPage<LeverageAnswer> = textAndMarkdown(page)

function page(answer: LeverageAnswer, table: TableWriter, paragraph: (text: string) => string): string {
  const columns: Column[] = [
    { title: 'what is cut' },
    { title: `${answer.a.name} loses`, align: 'right' },
    { title: `${answer.b.name} loses`, align: 'right' },
  ]
  const rows = answer.rows.map((row) => [row.cut, ranged(row.a, row.aRange), ranged(row.b, row.bRange)])
  const notes = [...answer.notes, `Source: ${answer.base.source} (${answer.base.licence}).`].map((note) => paragraph(`- ${note}`))
  return `${[paragraph(leverageLead(answer)), table(columns, rows), notes.join('\n')].join('\n\n')}\n`
}

/** Says what both lose if all trade between them is cut, and who has the leverage. */
export function leverageLead({ a, b, cut, rows, asymmetry }: LeverageAnswer): string {
  const all = rows.find(({ id }) => id === 'allTrade')!
  const [first, second] = [inSentence(a.name), inSentence(b.name)]
  const losses = `If ${cut} between ${first} and ${second}, ${first} loses ${percent(all.a)} of its real spending and ${second} ${percent(all.b)}.`
  return `${losses}${asymmetryWords(asymmetry, a.name, b.name)} In brackets: with other published elasticities. A model of the long run, not a forecast.`
}

function asymmetryWords(asymmetry: LeverageAnswer['asymmetry'], a: string, b: string): string {
  if (asymmetry === null) return ''
  const [stronger, weaker] = (asymmetry.stronger === 'a' ? [a, b] : [b, a]).map(inSentence) as [string, string]
  const sure = asymmetry.sameInAllSets
    ? ', with every published set of elasticities'
    : ', though not with every published set of elasticities'
  return ` The share that ${weaker} loses is ${asymmetry.ratio.toFixed(1)} times that of ${stronger}, so ${stronger} has the leverage${sure}.`
}

function ranged(value: number, { low, high }: SetsRange): string {
  return `${percent(value)} (${percent(low)} to ${percent(high)})`
}

function percent(value: number): string {
  const decimals = Math.abs(value) < 0.1 ? 3 : 2
  return `${value
    .toFixed(decimals)
    .replace('-', '−')
    .replace(/^−(0\.0*)$/, '$1')} %`
}
