import { inSentence } from '../../assessments/forms/wording.ts'
import type { CoalitionFindings } from '../../scenarios/coalitions/coalition-answer.ts'
import { csvOfRecords } from '../text/csv.ts'
import { type Column, type TableWriter, textAndMarkdown, type WrittenPage } from '../text/table.ts'

/** A state or bloc that acts as one. */
export interface SideOfAnswer {
  readonly name: string
  /** Codes of its economies in the base. */
  readonly economies: readonly string[]
  /** Members of a bloc that the base lacks. */
  readonly lacking: readonly string[]
}

/** The table of trade, the model and the elasticities behind an answer. */
export interface TradeBaseOfAnswer {
  readonly id: string
  readonly title: string
  readonly year: number
  readonly unit: string
  readonly source: string
  readonly licence: string
  readonly elasticities: { readonly id: string; readonly title: string; readonly citation: string | null }
}

/** A range over all published sets of elasticities that fit the base. */
export interface SetsRange {
  readonly low: number
  readonly high: number
  /** Sets with which the model has a solution, and all. */
  readonly solved: number
  readonly sets: number
}

/** The answer of `visavis coalition`. */
export interface CoalitionAnswer {
  readonly schemaVersion: 1
  readonly target: SideOfAnswer
  /** What is cut, in words. */
  readonly cut: string
  /** Percent of the target's spending; the range is over published elasticities. */
  readonly targetLoss: number
  readonly targetLossRange: SetsRange
  readonly cost: number
  readonly costPercent: number
  readonly members: readonly (SideOfAnswer & CoalitionFindings['members'][number])[]
  readonly shapley: CoalitionFindings['shapley'] & { readonly seed: number }
  readonly frontier: readonly { readonly members: readonly string[]; readonly targetLoss: number; readonly cost: number }[]
  readonly frontierMethod: 'exact' | 'stepwise'
  readonly threshold: {
    readonly loss: number
    /** Null if even all together do not reach it. */
    readonly members: readonly string[] | null
    readonly targetLoss: number | null
    readonly cost: number | null
    readonly method: 'exact' | 'stepwise'
  } | null
  readonly transferVolume: number
  readonly solved: number
  readonly base: TradeBaseOfAnswer
  readonly notes: readonly string[]
}

/** Writes one row for each member. */
export function coalitionCsv({ members, target }: CoalitionAnswer): string {
  const columns = ['target', 'member', 'alone', 'last', 'shapley', 'error', 'share', 'own_loss', 'own_loss_percent', 'received'] as const
  return csvOfRecords(
    columns,
    members.map((one) => ({ ...one, target: target.name, member: one.name, own_loss: one.ownLoss, own_loss_percent: one.ownLossPercent })),
  )
}

export const coalitionPage: WrittenPage<CoalitionAnswer> = textAndMarkdown(page)

const right = { align: 'right' } as const

function page(answer: CoalitionAnswer, table: TableWriter, paragraph: (text: string) => string): string {
  const parts = [
    paragraph(coalitionLead(answer)),
    table(memberColumns, answer.members.map(memberRow(answer))),
    paragraph(contributionWords(answer)),
    ...(answer.threshold === null ? [] : [paragraph(thresholdWords(answer.threshold, answer.base))]),
    `${frontierTitle(answer)}\n\n${table(
      frontierColumns,
      answer.frontier.map((point) => frontierRow(point, answer.base)),
    )}`,
    [...answer.notes, `Source: ${answer.base.source} (${answer.base.licence}).`].map((note) => paragraph(`- ${note}`)).join('\n'),
  ]
  return `${parts.join('\n\n')}\n`
}

/** Says what the target loses, and what it costs the members. */
export function coalitionLead({ target, members, cut, targetLoss, targetLossRange, cost, costPercent, base }: CoalitionAnswer): string {
  return (
    `If ${cut} between ${inSentence(target.name)} and ${andList(members.map(({ name }) => name))}, ${inSentence(target.name)} loses ${percent(targetLoss)} of its real spending ` +
    `(${percent(targetLossRange.low)} to ${percent(targetLossRange.high)} with other published elasticities). ` +
    `The ${members.length === 1 ? 'member loses' : 'members together lose'} ${percent(costPercent)} of theirs, ${moneyOfBase(cost, base)} a year. ` +
    'This is a model of the long run, not a forecast, and says nothing of whether a threat works.'
  )
}

const memberColumns: readonly Column[] = [
  { title: 'member' },
  { title: 'harm, points', ...right },
  { title: 'share', ...right },
  { title: 'alone', ...right },
  { title: 'if it leaves', ...right },
  { title: 'own loss', ...right },
  { title: 'own loss', ...right },
  { title: 'would receive', ...right },
]

function memberRow({ shapley, base }: CoalitionAnswer): (one: CoalitionAnswer['members'][number]) => string[] {
  return (one) => [
    one.name,
    shapley.method === 'exact' ? one.shapley.toFixed(3) : `${one.shapley.toFixed(3)} ± ${one.error.toFixed(3)}`,
    one.share === null ? '-' : `${one.share.toFixed(0)} %`,
    one.alone.toFixed(3),
    `−${one.last.toFixed(3)}`.replace('−-', '+'),
    percent(one.ownLossPercent, 3),
    moneyOfBase(one.ownLoss, base),
    moneyOfBase(one.received, base),
  ]
}

function contributionWords({ shapley, transferVolume, base }: CoalitionAnswer): string {
  const how =
    shapley.method === 'exact'
      ? 'over all orders of joining'
      : `over ${shapley.orders} random orders of joining (seed ${shapley.seed}), with its standard error`
  return (
    `Harm: the mean of what a member adds to the target's loss ${how} (Shapley value); the values add up to the whole. ` +
    `So that all members lose the same share, ${moneyOfBase(transferVolume, base)} a year would have to change hands (last column; a minus pays).`
  )
}

/** Says from which coalition on the target loses a given percentage. */
export function thresholdWords(
  { loss, members, targetLoss, cost, method }: NonNullable<CoalitionAnswer['threshold']>,
  base: TradeBaseOfAnswer,
): string {
  if (members === null) return `A loss of ${percent(loss)} is not reached even by all together.`
  if (members.length === 0) return `A loss of ${percent(loss)} is reached without anybody.`
  const smallest = method === 'exact' ? 'the smallest coalition is' : 'a coalition grown step by step is'
  return `From a loss of ${percent(loss)} on, ${smallest} ${andList(members)}: ${percent(targetLoss!)} at a cost of ${moneyOfBase(cost!, base)}.`
}

function frontierTitle({ frontierMethod }: CoalitionAnswer): string {
  return frontierMethod === 'exact'
    ? 'Coalitions that no other beats (as much harm at a lower cost):'
    : 'Coalitions grown by the member with the most harm for its cost (a better one may exist):'
}

const frontierColumns: readonly Column[] = [{ title: 'loss of the target', ...right }, { title: 'cost', ...right }, { title: 'members' }]

function frontierRow({ members, targetLoss, cost }: CoalitionAnswer['frontier'][number], base: TradeBaseOfAnswer): string[] {
  return [percent(targetLoss, 3), moneyOfBase(cost, base), members.length === 0 ? 'nobody' : members.join(', ')]
}

/** A loss in percent: a gain has a minus. */
function percent(value: number, decimals = 2): string {
  return `${value
    .toFixed(decimals)
    .replace('-', '−')
    .replace(/^−(0\.0*)$/, '$1')} %`
}

/** Units that are printed as billions of dollars. */
const dollars: ReadonlySet<string> = new Set(['million USD', 'million US dollars'])

/** An amount of a base: millions of dollars as billions, and what a base of the user's own counts in, as it is. */
export function moneyOfBase(amount: number, { unit }: TradeBaseOfAnswer): string {
  if (!dollars.has(unit)) return `${Number(amount.toPrecision(4)).toLocaleString('en-US').replace('-', '−')} ${unit}`
  const billions = (amount / 1000)
    .toFixed(1)
    .replace('-', '−')
    .replace(/^−0\.0$/, '0.0')
  return `${billions} bn USD`
}

function andList(names: readonly string[]): string {
  const named = names.map(inSentence)
  return named.length < 2 ? (named[0] ?? 'nobody') : `${named.slice(0, -1).join(', ')} and ${named.at(-1)}`
}
