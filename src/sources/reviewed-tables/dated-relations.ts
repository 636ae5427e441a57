import { badInput } from '../../errors.ts'
import { blocs, stateOf } from '../../states/index.ts'
import type { Columns, Session } from '../../store/session.ts'
import { compiledFacts, coverageOf, ownTableCard, type SourceCard } from '../cards/source-cards.ts'
import { citedCopyFields, type ReviewedRow, readReviewedRows, referenceFault, referenceText } from '../rows/reviewed-table-rows.ts'
import { daysOfToldDate, isToldDate } from '../rows/told-date.ts'

export const card: SourceCard = ownTableCard({
  id: 'dated-relations',
  title: 'Dated deeds between states',
  licence: compiledFacts('who, what, which day'),
  vintage: '2026-12-02',
  coverage: coverageOf(
    ['dated-relations'],
    1900,
    '2026-12-02',
    'pairs of some 170 states, most of them with a permanent member of the Security Council, Japan, South Korea, India, Türkiye, Mexico or the EU; the kinds are listed in docs/sources/dated-relations.md',
  ),
  quirks: [
    'A pair without a row is unknown: the table is far from complete, above all for diplomatic relations of India, Iran, the United States and the United Kingdom.',
    'A date is as fine as the text tells it: a year, a month or a day.',
    'A note says why a date is less than sure: one text alone, another year told too, a state that later split, joined or changed its name, a time before 1945, a text that was named and not opened.',
    'Partnerships stand at the level that the two governments declared, each step with its own row; the level is a word, not a rank.',
    'Signature and entry into force of a trade agreement are two rows; where goods and services differ, goods. Provisional application counts as entry into force, as the WTO counts it.',
    'Of agreements of many states (RCEP, CPTPP, USMCA, NAFTA) each party has its own row, with the agreement in place of the second state.',
    'Dates of Russia before the end of 1991 are those of the Soviet Union, those of Germany before 1990 of the Federal Republic.',
  ],
})

const kinds: Readonly<Record<string, readonly string[]>> = {
  'diplomatic-relations': ['established', 'recognised', 'broken', 'restored'],
  'trade-agreement': ['signed', 'in-force', 'ended'],
  'defence-treaty': ['signed', 'in-force', 'suspended', 'ended'],
  'strategic-partnership': ['established', 'signed', 'in-force', 'ended'],
  'accession-application': ['applied'],
  accord: ['signed', 'announced', 'in-force', 'suspended', 'ended'],
  'ally-designation': ['designated', 'ended'],
  'security-law': ['enacted', 'ended'],
  tariff: ['announced', 'imposed', 'raised', 'lowered', 'suspended', 'ended'],
  expulsion: ['expelled'],
}

/** Multilateral agreements that a row may name in place of the second state. */
export const multilateralAgreements: readonly string[] = ['RCEP', 'CPTPP', 'USMCA', 'NAFTA']

const fields = ['kind', 'state_a', 'state_b', 'name', 'date', 'date_kind', ...citedCopyFields] as const

type Row = ReviewedRow<(typeof fields)[number]>

const bodies: ReadonlySet<string> = new Set([...blocs.map(({ id }) => id), ...multilateralAgreements])

/**
 * Reads the table `dated_relations` from data/tables. The locator of a row is publisher, title, day and address of its text.
 *
 * @throws BadInput with file and line for an unknown kind or act, a side that is neither state nor body, a state with itself, sides in the wrong order, an
 *   invalid date, a missing publisher, title or address, or the same act twice on one day
 *
 * @param path   the CSV; no field holds a line break
 */
export async function readDatedRelations(path: string, session: Session): Promise<Columns> {
  const rows = await readReviewedRows(path, session, fields)
  const seen = new Set<string>()
  for (const row of rows) {
    const { kind, state_a, state_b, name, date, date_kind } = row.cells
    const key = [kind, state_a, state_b, name, date, date_kind].join('|')
    const problem =
      relationFault(row) ??
      sidesFault(row) ??
      referenceFault(row.cells, isToldDate) ??
      (seen.has(key) ? 'tells the same deed a second time' : undefined)
    if (problem !== undefined) throw badInput(`${row.at} ${problem}`)
    seen.add(key)
  }
  const of = (field: (typeof fields)[number]): (string | null)[] => rows.map(({ cells }) => cells[field])
  return {
    kind: of('kind'),
    state_a: of('state_a'),
    state_b: of('state_b'),
    name: of('name'),
    told: of('date'),
    start_date: rows.map(({ cells }) => daysOfToldDate(cells.date!).first),
    end_date: rows.map(({ cells }) => daysOfToldDate(cells.date!).last),
    date_kind: of('date_kind'),
    source: rows.map(() => card.id),
    vintage: rows.map(() => card.vintage),
    locator: rows.map(({ cells }) => referenceText(cells)),
    note: of('note'),
  }
}

function relationFault({ cells: { kind, date_kind, date } }: Row): string | undefined {
  const deeds = kinds[kind ?? '']
  if (deeds === undefined) return `has the kind "${kind ?? ''}"; kinds are ${Object.keys(kinds).join(', ')}`
  if (!deeds.includes(date_kind ?? '')) return `has the deed "${date_kind ?? ''}"; those of ${kind} are ${deeds.join(', ')}`
  return isToldDate(date) ? undefined : `has the date "${date ?? ''}", not a year, month or day`
}

function sidesFault({ cells: { kind, state_a, state_b } }: Row): string | undefined {
  const stranger = [state_a, state_b].find((id) => id === null || (stateOf(id) === undefined && id !== 'HKG' && !bodies.has(id)))
  if (stranger !== undefined) return `names "${stranger ?? ''}", which is neither a state nor a body`
  if (state_a === state_b) return `has ${state_a} with itself`
  const applies = kind === 'accession-application'
  if (applies && (bodies.has(state_a!) || !bodies.has(state_b!))) return 'is no application of a state to a bloc'
  const ranks = [bodies.has(state_a!), bodies.has(state_b!)]
  if (ranks[0] === ranks[1] ? state_a! > state_b! : ranks[0]) return `has its sides in another order than ${state_b}, ${state_a}`
  return undefined
}
