import { basename } from 'node:path'
import { badInput } from '../../errors.ts'
import { blocs, type Membership, nonStateMembers, stateOf } from '../../states/index.ts'
import type { Columns, Session } from '../../store/session.ts'
import { compiledFacts, coverageOf, ownTableCard, type SourceCard } from '../cards/source-cards.ts'
import { isDay } from '../rows/calendar-day.ts'

export const card: SourceCard = ownTableCard({
  id: 'bloc-memberships',
  title: 'Members of blocs, with dates',
  licence: compiledFacts('who, which bloc, which days'),
  vintage: '2026-11-24',
  coverage: coverageOf(
    ['bloc-membership'],
    '1945-03-22',
    '2026-11-24',
    `${blocs.length} blocs: ${blocs.map((bloc) => bloc.id).join(', ')}`,
    { absence: 'none in force' },
  ),
  quirks: [
    'The last day counts: a state that left with effect from 2019-01-01 has end_date 2018-12-31.',
    'Where only a year or a month is public, the first day of it stands for a start and the last day for an end, and the note says so.',
    "China's seat at the UN is Taipei's (TWN) to 1971-10-24.",
    'The European Union and the African Union, members of the G20 and (the former) of the WTO, have no row.',
    'A suspension is a role of its own in the Arab League and Mercosur; in the African Union it is a note only.',
    'Public texts were read up to the middle of 2026; a later change may be missing.',
  ],
})

const roles: readonly string[] = [
  'member',
  'associate',
  'participant',
  'observer',
  'dialogue partner',
  'partner',
  'charter participant',
  'invited',
  'suspended',
]

const blocIds: ReadonlySet<string> = new Set(blocs.map((bloc) => bloc.id))

type Field = keyof Membership
type Row = Readonly<Record<Field, string | null>>

const fields: readonly Field[] = ['bloc', 'state', 'role', 'start_date', 'end_date', 'citation', 'note']

/**
 * Reads the table `memberships` from data/tables.
 *
 * @throws BadInput with file and line for an unknown bloc, state or role, an invalid date, an end before the start, a missing citation, or spans of one
 *   bloc, state and role that overlap
 *
 * @param path   the CSV; no field holds a line break
 */
export async function readBlocMemberships(path: string, session: Session): Promise<Columns> {
  const columns = await session.columns(
    `SELECT ${fields.join(', ')} FROM read_csv($path, header = true, all_varchar = true, delim = ',', quote = '"', escape = '"', nullstr = '')`,
    { path },
  )
  const file = basename(path)
  const rows = (columns.bloc ?? []).map((_, i) => Object.fromEntries(fields.map((field) => [field, columns[field]?.[i] ?? null])) as Row)
  const problem = problemIn(rows)
  // the header is line 1
  if (problem !== undefined) throw badInput(`${file}:${problem.index + 2} ${problem.what}`)
  const { bloc, state, role, start_date, end_date, citation, note } = columns as Record<Field, (string | null)[]>
  return { bloc, state, role, start_date, end_date, source: rows.map(() => card.id), citation, note }
}

function problemIn(rows: readonly Row[]): { index: number; what: string } | undefined {
  const earlier = new Map<string, Row[]>()
  for (const [index, row] of rows.entries()) {
    const key = `${row.bloc}|${row.state}|${row.role}`
    const others = earlier.get(key) ?? []
    const what = fault(row) ?? overlap(row, others)
    if (what !== undefined) return { index, what }
    earlier.set(key, [...others, row])
  }
  return undefined
}

function fault({ bloc, state, role, start_date, end_date, citation }: Row): string | undefined {
  if (bloc === null || !blocIds.has(bloc)) return `names the bloc "${bloc ?? ''}", which src/states/tables/blocs.ts does not have`
  if (state === null || (stateOf(state) === undefined && !nonStateMembers.includes(state)))
    return `names the state "${state ?? ''}", which is none`
  if (role === null || !roles.includes(role)) return `has the role "${role ?? ''}"; roles are ${roles.join(', ')}`
  if (start_date === null || !isDay(start_date)) return `has the start "${start_date ?? ''}", not a day as YYYY-MM-DD`
  if (end_date !== null && !isDay(end_date)) return `has the end "${end_date}", not a day as YYYY-MM-DD`
  if (end_date !== null && end_date < start_date) return `ends on ${end_date}, before it starts on ${start_date}`
  return citation === null ? 'has no citation' : undefined
}

function overlap(row: Row, others: readonly Row[]): string | undefined {
  const lastDay = (of: Row): string => of.end_date ?? '9999-12-31'
  const other = others.find((one) => (one.start_date ?? '') <= lastDay(row) && (row.start_date ?? '') <= lastDay(one))
  return (
    other &&
    `overlaps another span of ${row.state} as ${row.role} of ${row.bloc}, from ${other.start_date} to ${other.end_date ?? 'this day'}`
  )
}
