import type { Columns, Session } from '../../store/session.ts'
import { compiledFacts, coverageOf, ownTableCard, type SourceCard } from '../cards/source-cards.ts'
import type { ReviewedRow } from '../rows/reviewed-table-rows.ts'
import { citedTextFields, formFault, pairFault, readSpells } from '../rows/spell-rows.ts'

export const card: SourceCard = ownTableCard({
  id: 'agreements-and-restrictions',
  title: 'Swap lines, payments, missions in space, and restrictions on suppliers',
  licence: compiledFacts('who, what, how much, from when to when'),
  vintage: '2026-11-30',
  coverage: coverageOf(
    ['agreements-and-restrictions'],
    1975,
    '2026-11-30',
    'pairs of states, and the euro area for lines of the European Central Bank; the kinds are listed in docs/sources/agreements-and-restrictions.md',
  ),
  quirks: [
    'A pair without a row is unknown: the table is not complete.',
    'The amount of a swap line is its ceiling, not what was drawn. A line without a limit, or whose amount is not published, has none.',
    'A line ends with its term, or the day before it is renewed. Some renewals are never announced, so a line may live on after the last day listed.',
    'A blank last day means that none is told. Where the term had run out, but the central bank still counted the line, the note says so.',
    'A line of the European Central Bank names the euro area, not its members.',
    'A joint mission stands on the day of its launch; its end is not followed.',
    'The column `checked` says whether the text was read for the row, or only named.',
  ],
})

/** The kinds of rows, each with its forms. */
const forms: Readonly<Record<string, readonly string[]>> = {
  'swap-line': ['local currency', 'one currency', 'third currency'],
  settlement: ['agreement', 'clearing bank'],
  'payment-link': ['transfers', 'cards'],
  'joint-mission': ['spacecraft', 'crew'],
  'supplier-restriction': ['ban', 'phase-out', 'restriction', 'warning'],
}

const fields = [
  'kind',
  'state_a',
  'state_b',
  'start_date',
  'end_date',
  'actor',
  'form',
  'name',
  'amount',
  'currency',
  ...citedTextFields,
] as const

type Row = ReviewedRow<(typeof fields)[number]>

/** A bloc that a row may name in place of a state. */
const blocsOfRows: readonly string[] = ['EUROZONE']

/**
 * Reads the table `agreements_and_restrictions` from data/tables.
 *
 * @throws BadInput with file and line for an unknown kind or form, a row without a name, an amount that is no positive number or has no currency, a side that is
 *   neither a state of that time nor the euro area, a state with itself, sides in the wrong order, an invalid date, an end before the start, a missing publisher,
 *   title or address, or a spell that overlaps another of its kind and name
 *
 * @param path   the CSV; no field holds a line break
 */
export async function readAgreementsAndRestrictions(path: string, session: Session): Promise<Columns> {
  const own = ['kind', 'state_a', 'state_b', 'actor', 'form', 'name', 'amount', 'currency'] as const
  const table = await readSpells(path, session, fields, own, card, {
    ownFault: (cells) => formFault(forms, cells.kind, cells.form) ?? (cells.name === null ? 'has no name' : amountFault(cells)),
    partyFault: (cells) => pairFault(cells.state_a, cells.state_b, cells.actor, cells, blocsOfRows),
    keyOf: ({ kind, state_a, state_b, name }) => [kind, state_a, state_b, name].join('|'),
  })
  return { ...table, amount: table['amount']!.map((amount) => (amount === null ? null : Number(amount))) }
}

function amountFault({ kind, amount, currency }: Row['cells']): string | undefined {
  if (amount === null) return currency === null ? undefined : `has the currency ${currency} and no amount`
  if (kind !== 'swap-line') return `has an amount, which only a swap line has`
  if (!/^\d{1,16}$/.test(amount) || Number(amount) === 0) return `has the amount "${amount}", not a positive whole number`
  return /^[A-Z]{3}$/.test(currency ?? '') ? undefined : `has the currency "${currency ?? ''}", not an ISO code of three letters`
}
