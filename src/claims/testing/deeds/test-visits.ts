import type { Cell } from '../../../store/index.ts'
import type { Tester } from '../../claim-test-context.ts'
import type { VisitSaid } from '../../said/visit-said.ts'
import { daysOf } from '../../text/calendar.ts'
import { finding, findingEvidence } from '../judging/findings.ts'

/** The lists of visits, with the state that each follows. China's list also has meetings at home; that of the United States has visits only. */
const lists = [
  { source: 'china-vitae', state: 'CHN', name: 'China Vitae', where: "from_id = 'CHN' AND to_id = $other", anyLeader: true },
  {
    source: 'us-visits',
    state: 'USA',
    name: 'The State Department',
    where: "((from_id = 'USA' AND to_id = $other) OR (from_id = $other AND to_id = 'USA'))",
    anyLeader: false,
  },
] as const

/**
 * Tests visits and meetings of leaders, where the record has a list that follows one of the two states: supported by an entry with the other state in the
 * period. Absence from a list proves nothing.
 */
export const testVisit: Tester = async (claim, bench) => {
  if (claim.kind !== 'event' || claim.measured?.topic !== 'visits' || claim.period === null) return undefined
  const visit = claim.said?.visit
  if (visit === undefined) return undefined
  const { states } = visit
  if ((bench.snapshot.manifest.tables.events ?? []).length === 0) return undefined
  const { from, to } = daysOf(claim.period)
  for (const { source, state, name, where, anyLeader } of lists) {
    const other = states.find((id) => id !== state)
    if (other === undefined || !states.includes(state)) continue
    const condition = `kind = 'visit' AND source = '${source}' AND ${where} AND date BETWEEN $from AND $to`
    const rows = await bench.snapshot.rows(
      `SELECT date, from_id, to_id, from_name, code FROM events WHERE ${condition} ORDER BY date, locator`,
      {
        ...{ other, from, to },
      },
    )
    const found = entriesFor(rows, visit, anyLeader && from.slice(0, 7) === to.slice(0, 7))
    const [row] = found
    if (row === undefined) continue
    const said = `${name} has ${String(row['from_name'])} with ${state === 'USA' ? String(row['to_id']) : other} on ${String(row['date'])} (${String(row['code'])}).`
    const evidence = `events where source = '${source}' and kind = 'visit' and '${other}' in (from_id, to_id) and date between '${from}' and '${to}'`
    return finding('supported', said, { evidence: [findingEvidence(bench, source, evidence, found.length)] })
  }
  return undefined
}

/** Entries of a leader whom the text names; without a name, all entries, where the list has meetings too and the time is one month. */
function entriesFor(
  rows: readonly Record<string, Cell>[],
  { names = [], chinese }: VisitSaid,
  withoutName: boolean,
): readonly Record<string, Cell>[] {
  const named = rows.filter((row) =>
    String(row['from_name'])
      .split(' ')
      .some((word) => names.includes(word) && !titles.has(word)),
  )
  if (named.length > 0 || chinese === true) return named
  return withoutName ? rows : []
}

/** Words of the lists that name an office, not a person. */
const titles: ReadonlySet<string> = new Set(
  'President Prime Minister King Queen Emperor Chancellor Crown Prince Princess Premier General Sheikh Sultan Chairman Secretary Grand Duke Marshal Colonel State First Deputy Vice'.split(
    ' ',
  ),
)
