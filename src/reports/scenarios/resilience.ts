import { inSentence } from '../../assessments/forms/wording.ts'
import { csv } from '../text/csv.ts'
import { type Column, type TableWriter, textAndMarkdown, type WrittenPage } from '../text/table.ts'
import { moneyOfBase, type SideOfAnswer, type TradeBaseOfAnswer } from './coalition.ts'

/** The answer of `visavis resilience`. All figures are percent. */
export interface ResilienceAnswer {
  readonly schemaVersion: 1
  readonly target: SideOfAnswer
  readonly partners: readonly SideOfAnswer[]
  readonly cut: string
  readonly shortRunPercent: number
  readonly rows: readonly {
    readonly moved: number
    readonly premium: number
    readonly prepared: number
    readonly saved: number
    readonly breakEven: number | null
  }[]
  /** What a stock costs and saves; null if none was asked for. */
  readonly stock: {
    readonly sectors: readonly string[]
    readonly carryingPercent: number
    readonly rows: readonly {
      readonly months: number
      readonly value: number
      readonly premium: number
      readonly prepared: number
      readonly saved: number
      readonly breakEven: number | null
    }[]
  } | null
  /** What is lost if one partner does not join the cut; empty for a single partner. */
  readonly friends: readonly (SideOfAnswer & { readonly firstYear: number; readonly saved: number; readonly longRun: number })[]
  readonly unprepared: number
  readonly longRun: number
  readonly base: TradeBaseOfAnswer
  readonly notes: readonly string[]
}

/** Writes one row for each way to prepare: a part of trade that is moved, a stock of so many months, a partner that does not join. */
export function resilienceCsv({ target, unprepared, rows, stock, friends }: ResilienceAnswer): string {
  const cells = (moved: number | null, row: Pick<ResilienceAnswer['rows'][number], 'premium' | 'prepared' | 'saved' | 'breakEven'>) => [
    ...[target.name, moved, row.premium, unprepared, row.prepared, row.saved, row.breakEven],
  ]
  return csv(
    ['target', 'moved', 'premium', 'loss_unprepared', 'loss_prepared', 'saved', 'break_even', 'stock_months', 'does_not_join'],
    [
      ...rows.map((row) => [...cells(row.moved, row), null, null]),
      ...(stock?.rows ?? []).map((row) => [...cells(null, row), row.months, null]),
      ...friends.map(({ name, firstYear, saved }) => [target.name, null, null, unprepared, firstYear, saved, null, null, name]),
    ],
  )
}

export const resiliencePage: WrittenPage<ResilienceAnswer> = textAndMarkdown(page)

const right = { align: 'right' } as const
const columns: readonly Column[] = [
  { title: 'trade moved', ...right },
  { title: 'costs every year', ...right },
  { title: 'first year of a cut', ...right },
  { title: 'saved', ...right },
  { title: 'pays from a yearly probability of', ...right },
]

function page(answer: ResilienceAnswer, table: TableWriter, paragraph: (text: string) => string): string {
  const rows = answer.rows.map(({ moved, premium, prepared, saved, breakEven }) => [
    `${moved} %`,
    percent(premium),
    percent(prepared),
    percent(saved),
    breakEven === null ? 'never' : `${breakEven.toFixed(0)} %`,
  ])
  const notes = [...answer.notes, `Source: ${answer.base.source} (${answer.base.licence}).`].map((note) => paragraph(`- ${note}`))
  const parts = [paragraph(lead(answer)), table(columns, rows), ...stockParts(answer, table), ...friendParts(answer, table, paragraph)]
  return `${[...parts, notes.join('\n')].join('\n\n')}\n`
}

const stockColumns: readonly Column[] = [{ title: 'months in stock', ...right }, { title: 'worth', ...right }, ...columns.slice(1)]

function stockParts({ stock, base }: ResilienceAnswer, table: TableWriter): string[] {
  if (stock === null) return []
  const rows = stock.rows.map(({ months, value, premium, prepared, saved, breakEven }) => [
    String(months),
    moneyOfBase(value, base),
    percent(premium, 3),
    percent(prepared),
    percent(saved),
    breakEven === null ? 'never' : `${breakEven.toFixed(0)} %`,
  ])
  return [`A stock of ${stock.sectors.map((name) => name.toLowerCase()).join(', ')} from these partners\n${table(stockColumns, rows)}`]
}

const friendColumns: readonly Column[] = [
  { title: 'does not join' },
  { title: 'first year of a cut', ...right },
  { title: 'saved', ...right },
  { title: 'later', ...right },
]

function friendParts({ friends }: ResilienceAnswer, table: TableWriter, paragraph: (text: string) => string): string[] {
  if (friends.length === 0) return []
  const most = friends.reduce((best, one) => (one.saved > best.saved ? one : best))
  const rows = friends.map(({ name, firstYear, saved, longRun }) => [name, percent(firstYear), percent(saved), percent(longRun)])
  return [
    paragraph(
      `If one of them does not join, ${inSentence(most.name)} matters most: it would save ${percent(most.saved)} in the first year.`,
    ),
    table(friendColumns, rows),
  ]
}

function lead({ target, partners, cut, unprepared, longRun }: ResilienceAnswer): string {
  const [who, names] = [inSentence(target.name), partners.map(({ name }) => inSentence(name)).join(', ')]
  return (
    `If ${cut} between ${who} and ${names}, ${who} loses ${percent(unprepared)} of its real spending in the first year without preparation and ${percent(longRun)} later. ` +
    'The first table says what moving part of this trade elsewhere beforehand costs and saves. This is a model, not a forecast.'
  )
}

function percent(value: number, decimals = 2): string {
  return `${value
    .toFixed(decimals)
    .replace('-', '−')
    .replace(/^−(0\.0*)$/, '$1')} %`
}
