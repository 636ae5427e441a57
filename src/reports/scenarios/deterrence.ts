import { inSentence } from '../../assessments/forms/wording.ts'
import { csv } from '../text/csv.ts'
import { type Column, type TableWriter, textAndMarkdown, type WrittenPage } from '../text/table.ts'
import { moneyOfBase, type SetsRange, type SideOfAnswer, type TradeBaseOfAnswer } from './coalition.ts'

/** One coalition: losses are percent of real spending. */
export interface DeterrenceRow {
  /** `named`: all members; `without`: all but `who`; `with`: all and `who`; `growing`: `who` and those of the rows before. */
  readonly kind: 'named' | 'without' | 'with' | 'growing'
  readonly who: string | null
  readonly firstYear: number
  readonly later: number
  readonly ownFirstYear: number
  readonly ownLater: number
}

/** The answer of `visavis deterrence`. */
export interface DeterrenceAnswer {
  readonly schemaVersion: 1
  readonly target: SideOfAnswer
  readonly members: readonly SideOfAnswer[]
  readonly others: readonly SideOfAnswer[]
  readonly cut: string
  readonly shortRunPercent: number
  readonly rows: readonly DeterrenceRow[]
  /** The target's later loss with other published elasticities. */
  readonly laterRange: SetsRange
  /** The first of the growing coalitions from which the target loses as much as asked, later on; members null if even all do not reach it. */
  readonly threshold: { readonly loss: number; readonly members: readonly string[] | null } | null
  /** What the target can do before; losses are those of the first year. */
  readonly before: {
    readonly moved: { readonly percent: number; readonly premium: number; readonly prepared: number; readonly saved: number }
    readonly stock: {
      readonly months: number
      readonly carryingPercent: number
      readonly value: number
      readonly premium: number
      readonly prepared: number
      readonly saved: number
    } | null
  }
  readonly base: TradeBaseOfAnswer
  readonly notes: readonly string[]
}

/** Writes one row for each coalition. */
export function deterrenceCsv({ target, rows }: DeterrenceAnswer): string {
  return csv(
    ['target', 'coalition', 'who', 'loss_first_year', 'loss_later', 'own_loss_first_year', 'own_loss_later'],
    rows.map((row) => [target.name, row.kind, row.who, row.firstYear, row.later, row.ownFirstYear, row.ownLater]),
  )
}

export const deterrencePage: WrittenPage<DeterrenceAnswer> = textAndMarkdown(page)

const right = { align: 'right' } as const

function page(answer: DeterrenceAnswer, table: TableWriter, paragraph: (text: string) => string): string {
  const target = answer.target.name
  const columns: Column[] = [
    { title: 'coalition' },
    { title: `${target} loses, first year`, ...right },
    { title: 'later', ...right },
    { title: 'members lose, first year', ...right },
    { title: 'later', ...right },
  ]
  const rowsOf = (isWanted: (row: DeterrenceRow) => boolean): string[][] =>
    answer.rows
      .filter(isWanted)
      .map((row) => [labelOf(row), percent(row.firstYear), percent(row.later), percent(row.ownFirstYear), percent(row.ownLater)])
  const parts = [
    paragraph(lead(answer)),
    table(
      columns,
      rowsOf(({ kind }) => kind !== 'growing'),
    ),
    ...(answer.members.length === 1
      ? []
      : [
          `As it grows, each time by the member that adds most:\n${table(
            columns,
            rowsOf(({ kind }) => kind === 'growing'),
          )}`,
        ]),
    ...(answer.threshold === null ? [] : [paragraph(thresholdSentence(answer.threshold, target))]),
    paragraph(beforeSentence(answer)),
    [...answer.notes, `Source: ${answer.base.source} (${answer.base.licence}).`].map((note) => paragraph(`- ${note}`)).join('\n'),
  ]
  return `${parts.join('\n\n')}\n`
}

function labelOf({ kind, who }: DeterrenceRow): string {
  if (kind === 'named') return 'all named'
  return kind === 'growing' ? `+ ${who}` : `${kind} ${who}`
}

function lead({ target, members, cut, rows, laterRange }: DeterrenceAnswer): string {
  const all = rows.find(({ kind }) => kind === 'named')!
  const who = inSentence(target.name)
  return (
    `If ${cut} between ${who} and ${andNames(members.map(({ name }) => name))}, ${who} loses ${percent(all.firstYear)} of its real spending in the first year ` +
    `and ${percent(all.later)} later (${percent(laterRange.low)} to ${percent(laterRange.high)} with other published elasticities); the ` +
    `${members.length === 1 ? 'member loses' : 'members lose'} ${percent(all.ownFirstYear)} and ${percent(all.ownLater)} of theirs. ` +
    'A model of what is threatened, not of whether it works: no probability follows from it.'
  )
}

function thresholdSentence({ loss, members }: NonNullable<DeterrenceAnswer['threshold']>, target: string): string {
  if (members === null) return `A loss of ${percent(loss)} later on is not reached even by all together.`
  return `A loss of ${percent(loss)} for ${inSentence(target)} later on is reached with ${andNames(members)}.`
}

function beforeSentence({ target, before, base }: DeterrenceAnswer): string {
  const { moved, stock } = before
  const move = `Before, ${inSentence(target.name)} can move ${moved.percent} % of this trade elsewhere: that costs ${percent(moved.premium)} every year, and the first year of a cut then ${percent(moved.prepared)}.`
  if (stock === null) return move
  return `${move} A stock of ${stock.months} months of all goods that are cut (${moneyOfBase(stock.value, base)}) costs ${percent(stock.premium)} every year, and the first year of a cut then ${percent(stock.prepared)}.`
}

function andNames(names: readonly string[]): string {
  const named = names.map(inSentence)
  return named.length < 2 ? named.join('') : `${named.slice(0, -1).join(', ')} and ${named.at(-1)}`
}

function percent(value: number): string {
  return `${value
    .toFixed(2)
    .replace('-', '−')
    .replace(/^−(0\.0*)$/, '$1')} %`
}
