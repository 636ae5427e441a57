import type { FactRow } from '../facts/fact-rows.ts'

/**
 * When a fact is told of on a day: in force; begun, or ended, within `lately` before the day; or over for longer.
 */
export type Phase = 'in force' | 'begun lately' | 'ended lately' | 'past'

/** Months before a day in which what began or ended is a turn. */
export const lately = 24

/** What a kind of fact, in one of its forms, weighs in each phase; null: it is not told. */
export interface StatementWeight {
  readonly kind: string
  /** The form that the row is for; any other unless given. */
  readonly form?: string
  readonly inForce: number | null
  readonly begunLately: number | null
  readonly endedLately: number | null
  /** On the day on which it has just stopped being a turn; it falls by half in `halfLife`. */
  readonly past: number | null
}

const row = (
  kind: string,
  form: string | undefined,
  inForce: number | null,
  begunLately: number | null,
  endedLately: number | null,
  past: number | null,
): StatementWeight => ({ kind, ...(form === undefined ? {} : { form }), inForce, begunLately, endedLately, past })

/**
 * The weights of statements on facts. First what is in force and grave, then the turns of two years, then broken or lowered relations and claims, then what binds or
 * divides. The order is a judgement of ours, stated here and nowhere else; it decides what is said first and never whether something is true.
 */
export const statementWeights: readonly StatementWeight[] = [
  row('hostilities', 'war', 100, 100, 94, 50),
  row('hostilities', 'fighting', 96, 98, 92, 44),
  row('hostilities', 'clash', 80, 84, 78, 24),
  row('state-of-war', undefined, 90, 92, 76, 20),
  row('armistice', undefined, 86, 90, 66, null),
  row('peace', undefined, 34, 88, 60, null),
  row('no-relations', 'broken', 88, 91, 82, 46),
  row('no-relations', 'suspended', 84, 89, 80, 40),
  row('no-relations', 'moved', 74, 86, 72, 30),
  row('no-relations', 'never', 72, 80, 78, 16),
  row('lower-relations', undefined, 70, 83, 68, 26),
  row('non-recognition', undefined, 79, 82, 77, 30),
  row('closed-border', 'closed', 77, 85, 72, 20),
  row('closed-border', undefined, 67, 78, 64, 12),
  row('closed-airspace', undefined, 65, 79, 60, 10),
  row('designation', undefined, 60, 72, 58, 8),
  row('expulsion', undefined, null, 73, 70, 14),
  row('accord', undefined, null, 74, 71, 10),
  row('tariff', undefined, null, 64, 62, 8),
  row('not-applied', undefined, 48, 70, 50, null),
  row('ally-designation', undefined, 58, 79, 66, 20),
  row('security-law', undefined, 52, 70, 40, null),
  row('armed-conflict', 'war', 60, 70, 60, 26),
  row('armed-conflict', undefined, 50, 60, 50, 18),
  row('enmity', undefined, 76, 82, 66, 20),
  row('territorial-claim', undefined, 64, 76, 62, null),
  row('sanction', undefined, 66, 79, 64, 14),
  row('treaty', 'defence', 62, 81, 75, 30),
  row('treaty', 'pact', 44, 78, 70, null),
  row('partnership', undefined, 54, 73, 40, null),
  row('trade-agreement', 'customs union', 44, 71, 67, null),
  row('trade-agreement', 'economic integration', 43, 71, 67, null),
  row('trade-agreement', 'free trade area', 42, 71, 67, null),
  row('trade-agreement', 'partial scope', 25, 50, 46, null),
  row('trade-agreement', undefined, null, 30, 30, null),
  row('agreement-on-money-or-technology', undefined, 26, 60, 30, null),
]

/** What a kind without a row weighs: those that a new table brings. */
const otherwise: Omit<StatementWeight, 'kind'> = { inForce: 56, begunLately: 78, endedLately: 64, past: 18 }

/** Years in which the weight of what is over falls by half; a war is remembered longer. */
const halfLife = { war: 40, other: 12 } as const

/** Returns the phase of a fact on a day; undefined where it may not be seen yet. */
export function phaseOf(
  { start_first, end_first, end_last }: Pick<FactRow, 'start_first' | 'end_first' | 'end_last'>,
  day: string,
): Phase | undefined {
  if (start_first > day) return undefined
  const turn = monthsBefore(day, lately)
  const isOver = end_last !== null && end_last < day
  if (isOver) return (end_first ?? end_last) >= turn ? 'ended lately' : 'past'
  return start_first >= turn ? 'begun lately' : 'in force'
}

/** Returns the day some months before a day; the day of the month is kept, and is never shown. */
function monthsBefore(day: string, months: number): string {
  const [year, month] = day.split('-').map(Number) as [number, number]
  const at = year * 12 + month - 1 - months
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}${day.slice(7)}`
}

/**
 * Returns what a fact weighs in a phase; undefined where it is not told.
 *
 * @param form   the form under which the table has it (`treaty`: defence or pact)
 * @example weightOf({ kind: 'hostilities', end_last: null }, 'war', 'in force', '2026-11-24')   // 100
 */
export function weightOf(
  { kind, end_last }: Pick<FactRow, 'kind' | 'end_last'>,
  form: string | null,
  phase: Phase,
  day: string,
): number | undefined {
  const own = statementWeights.filter((one) => one.kind === kind)
  const found =
    own.find((one) => one.form === form) ?? own.find((one) => one.form === undefined) ?? (own.length > 0 ? undefined : otherwise)
  if (found === undefined) return undefined
  if (phase === 'past')
    return found.past === null
      ? undefined
      : // powers differ in the last digit from one engine to the next
        rounded(
          found.past * 0.5 ** (Math.max(0, yearsBetween(end_last!, day) - lately / 12) / (form === 'war' ? halfLife.war : halfLife.other)),
        )
  const weight = phase === 'in force' ? found.inForce : phase === 'begun lately' ? found.begunLately : found.endedLately
  return weight ?? undefined
}

const rounded = (weight: number): number => Math.round(weight * 100) / 100

function yearsBetween(first: string, last: string): number {
  return Number(last.slice(0, 4)) - Number(first.slice(0, 4))
}
