import { toldPeriodWords } from '../forms/told-date-words.ts'
import { inForceOn } from '../rows/spells.ts'

/** A spell of a state in a body: as a member, or suspended. */
export interface BodySpell {
  readonly role: string
  readonly start_date: string
  /** As precisely as the text states it; blocs have days only. */
  readonly start_told?: string
  readonly end_date: string | null
  readonly end_told?: string | null
  readonly note: string | null
}

/** First and last day of a suspension, as precisely as told; the last is null while it goes on. */
interface Suspension {
  readonly from: string
  readonly to: string | null
}

/** How a state belongs to a body on a day. A suspension does not end a membership. */
export interface Belonging {
  /** First day of the unbroken membership, as precisely as told. */
  readonly since: string
  readonly suspensions: readonly Suspension[]
  readonly isSuspended: boolean
}

/**
 * Returns how a state belongs to a body on a day; undefined where it is no member.
 *
 * @param spells   the spells of the state in the body
 * @example belongingOn([{ role: 'member', start_date: '2022-06-25', end_date: null, note: null }], '2026-01-01')   // { since: '2022-06-25', suspensions: [], isSuspended: false }
 */
export function belongingOn(spells: readonly BodySpell[], day: string): Belonging | undefined {
  const begun = spells
    .filter(({ role, start_date }) => (role === 'member' || role === 'suspended') && start_date <= day)
    .sort((x, y) => x.start_date.localeCompare(y.start_date))
  const last = begun.at(-1)
  if (last === undefined || !inForceOn(last, day)) return undefined
  let first = begun.length - 1
  while (first > 0 && follows(begun[first - 1]!, begun[first]!)) first--
  const run = begun.slice(first)
  const suspensions = run.flatMap(suspensionsOf).filter(({ from }) => from <= day)
  const open = suspensions.at(-1)
  return {
    since: toldStart(run[0]!),
    suspensions,
    isSuspended: open !== undefined && (open.to === null || open.to >= day.slice(0, open.to.length)),
  }
}

/** Whether a spell begins no later than the day after the last of another. */
function follows(before: BodySpell, after: BodySpell): boolean {
  const dayBefore = new Date(Date.parse(after.start_date) - 86_400_000).toISOString().slice(0, 10)
  return before.end_date === null || before.end_date >= dayBefore
}

function toldStart({ start_told, start_date }: BodySpell): string {
  return start_told ?? start_date
}

/** Suspensions are spells of their own, except in the African Union, ECOWAS and, for Paraguay, Mercosur, where the note of the member tells them. */
function suspensionsOf(spell: BodySpell): Suspension[] {
  if (spell.role === 'suspended') return [{ from: toldStart(spell), to: spell.end_told ?? spell.end_date }]
  if (!/^suspended (?:from |since )?\d{4}-/.test(spell.note ?? '')) return []
  return [...spell.note!.matchAll(/(\d{4}-\d{2}-\d{2})(?: to (\d{4}(?:-\d{2}-\d{2})?))?/g)].map(([, from, to]) => ({
    from: from!,
    to: to ?? null,
  }))
}

/**
 * Says when a state was suspended, as the end of a sentence; empty where it never was after a day.
 *
 * @param after   suspensions that ended before this day are left out
 * @example suspensionWords('Gabon', [{ from: '2023-09', to: '2025-07-14' }], '2022-06-25')   // "; Gabon was suspended from September 2023 to 14 July 2025"
 */
export function suspensionWords(name: string, suspensions: readonly Suspension[], after: string): string {
  const told = suspensions
    .filter(({ to }) => to === null || to >= after.slice(0, to.length))
    .map(({ from, to }) => `; ${name} ${to === null ? 'has been' : 'was'} suspended ${toldPeriodWords(from, to)}`)
  return told.join('')
}
