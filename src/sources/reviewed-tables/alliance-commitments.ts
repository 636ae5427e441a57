import { basename } from 'node:path'
import { badInput } from '../../errors.ts'
import { stateOf } from '../../states/index.ts'
import type { Cell, Columns, Session } from '../../store/session.ts'
import { compiledFacts, coverageOf, ownTableCard, type SourceCard } from '../cards/source-cards.ts'
import { isDay } from '../rows/calendar-day.ts'

export const card: SourceCard = ownTableCard({
  id: 'alliance-commitments',
  title: 'Formal alliance commitments in force since 1946',
  licence: compiledFacts('parties, days, kinds of obligation', 'the public texts of treaties'),
  vintage: '2026-11-24',
  coverage: coverageOf(
    ['alliance-commitments'],
    1946,
    '2026-11-24',
    'any two states; the treaties are listed in docs/sources/alliance-commitments.md',
  ),
  quirks: [
    'Of the directed dyad-years 1946-2018 in which ATOP sees defence, the table finds nine in ten in each decade to 1999, and 85 to 88 % from 2000 on, since ATOP counts from the signature. Neutrality since 1990 is found for one in three. So a pair without a row is an estimate of none, but unknown for neutrality since 1990 and for non-aggression within the CSCE.',
    'The column `checked` says whether the text was read for the row or only named: 359 of 1030 rows rest on a treaty that is named with its collection, and their days are correct to the year only.',
    'The column `scope` says whether a treaty binds a pair or a group, or is open to any state of the world or region. A treaty that is open is no bond of two states.',
    'The flags are what a party promises the others; a one-sided pact has different flags on its two rows.',
    'The final acts and charters of the CSCE/OSCE are left out: they are political, and ATOP counts them as non-aggression.',
    'A row starts when the treaty binds that party, not when it was signed (ATOP counts from signature), and the end is its last day.',
    'Where only a year or a month is public, its last day stands for the day; the note says so, and where the day was not checked against a text.',
    'A suspension ends a row and readmission begins another: Syria in the Arab League, New Zealand in ANZUS, Uzbekistan in the CSTO.',
    'A treaty signed but not known to be in force is not in the table (Kensington, Nancy and Pukpuk treaties of 2025).',
  ],
})

const obligations = ['defence', 'offence', 'neutrality', 'nonaggression', 'consultation'] as const
const texts = ['treaty', 'name', 'scope', 'state', 'start_date', 'end_date', 'citation', 'checked', 'note'] as const

/** Who may be bound: two states, a closed group, or any state of the world or of a region that joins. */
const scopes: readonly (string | null)[] = ['pair', 'group', 'open']
const degreesOfChecking: readonly (string | null)[] = ['read', 'searched', 'named']

type Obligation = (typeof obligations)[number]
type Field = (typeof texts)[number] | Obligation
type Row = Readonly<Record<Field, string | null>>

const fields: readonly Field[] = [...texts, ...obligations]

/**
 * Reads the table `commitments` from data/tables, one row per treaty, party and spell.
 *
 * @throws BadInput with file and line for a missing treaty, name or citation, an unknown state, scope or degree of checking, an invalid date, an end before the
 *   start, an invalid flag, a row without an obligation, two names or scopes of one treaty, spells of one party that overlap, a treaty with a single party, or a
 *   treaty of a pair with more than two
 *
 * @param path   the CSV; no field holds a line break
 */
export async function readAllianceCommitments(path: string, session: Session): Promise<Columns> {
  const file = basename(path)
  const columns = await columnsOf(path, session)
  const rows = (columns.treaty ?? []).map((_, i) => Object.fromEntries(fields.map((field) => [field, columns[field]?.[i] ?? null])) as Row)
  const problem = problemIn(rows)
  // the header is line 1
  if (problem !== undefined) throw badInput(`${file}:${problem.index + 2} ${problem.what}`)
  const of = (field: Field): Cell[] => rows.map((row) => row[field])
  const flags = Object.fromEntries(obligations.map((obligation) => [obligation, rows.map((row) => row[obligation] === 'true')]))
  return {
    treaty: of('treaty'),
    name: of('name'),
    scope: of('scope'),
    state: of('state'),
    start_date: of('start_date'),
    end_date: of('end_date'),
    ...flags,
    source: rows.map(() => card.id),
    citation: of('citation'),
    checked: of('checked'),
    note: of('note'),
  }
}

async function columnsOf(path: string, session: Session): Promise<Record<string, Cell[]>> {
  const sql = `SELECT ${fields.join(', ')} FROM read_csv($path, header = true, all_varchar = true, delim = ',', quote = '"', escape = '"', nullstr = '')`
  try {
    return await session.columns(sql, { path })
  } catch (cause) {
    throw badInput(`${basename(path)} cannot be read as a table with the columns ${fields.join(', ')}`, { cause })
  }
}

function problemIn(rows: readonly Row[]): { index: number; what: string } | undefined {
  const earlier = new Map<string, Row[]>()
  for (const [index, row] of rows.entries()) {
    const others = earlier.get(row.treaty ?? '') ?? []
    const what = fault(row) ?? conflictIn(row, others)
    if (what !== undefined) return { index, what }
    earlier.set(row.treaty ?? '', [...others, row])
  }
  const partiesOf = ({ treaty }: Row): number => new Set(earlier.get(treaty ?? '')?.map((one) => one.state)).size
  const alone = rows.findIndex((row) => partiesOf(row) < 2)
  if (alone >= 0) return { index: alone, what: `is the only party of ${rows[alone]?.treaty}` }
  const index = rows.findIndex((row) => row.scope === 'pair' && partiesOf(row) > 2)
  return index < 0 ? undefined : { index, what: `has the scope pair, but ${rows[index]?.treaty} has ${partiesOf(rows[index]!)} parties` }
}

function fault(row: Row): string | undefined {
  const { treaty, name, state, start_date, end_date, citation } = row
  if (treaty === null || name === null) return 'names no treaty'
  if (!scopes.includes(row.scope)) return `has the scope "${row.scope ?? ''}", not pair, group or open`
  if (state === null || stateOf(state) === undefined) return `names the state "${state ?? ''}", which is none`
  if (start_date === null || !isDay(start_date)) return `has the start "${start_date ?? ''}", not a day as YYYY-MM-DD`
  if (end_date !== null && !isDay(end_date)) return `has the end "${end_date}", not a day as YYYY-MM-DD`
  if (end_date !== null && end_date < start_date) return `ends on ${end_date}, before it starts on ${start_date}`
  const odd = obligations.find((obligation) => row[obligation] !== 'true' && row[obligation] !== 'false')
  if (odd !== undefined) return `has "${row[odd] ?? ''}" for ${odd}, not true or false`
  if (obligations.every((obligation) => row[obligation] === 'false')) return 'has no obligation'
  if (!degreesOfChecking.includes(row.checked)) return `has "${row.checked ?? ''}" for checked, not read, searched or named`
  return citation === null ? 'has no citation' : undefined
}

function conflictIn(row: Row, others: readonly Row[]): string | undefined {
  const lastDay = (of: Row): string => of.end_date ?? '9999-12-31'
  const first = others[0]
  if (first !== undefined && first.name !== row.name) return `calls ${row.treaty} "${row.name}", an earlier row "${first.name}"`
  if (first !== undefined && first.scope !== row.scope) return `gives ${row.treaty} the scope ${row.scope}, an earlier row ${first.scope}`
  const other = others.find(
    (one) => one.state === row.state && (one.start_date ?? '') <= lastDay(row) && (row.start_date ?? '') <= lastDay(one),
  )
  return other && `overlaps another spell of ${row.state} in ${row.treaty}, from ${other.start_date} to ${other.end_date ?? 'this day'}`
}
