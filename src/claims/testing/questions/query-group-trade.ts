import { inList } from '../../../assessments/rows/conditions.ts'
import { grouped } from '../../../assessments/rows/grouped.ts'
import { cachedBySnapshot } from '../../../assessments/rows/snapshot-cache.ts'
import { openMemory } from '../../../memory/index.ts'
import type { Snapshot } from '../../../store/index.ts'
import { verdictLimits } from '../../limits.ts'
import { isRegion, statesOfGroup } from '../../text/names/country-groups.ts'
import { compiledSources } from '../judging/judge.ts'
import { type RecordRow, sqlIsAmong, storedId, summedFields } from '../record/record-rows.ts'
import { type Series, seriesFromRows } from '../record/series.ts'

/** Sender and receiver, one of which is a group of states. */
interface Direction {
  readonly from: string
  readonly to: string
}

/** A group of states. For the EU there is a second group that includes the United Kingdom, as texts before 2020 count it. */
interface Group {
  readonly id: string
  readonly states: readonly string[]
  readonly until: string
  readonly said: string
}
/** Sums over the present members of the EU begin here: before the enlargement of 2004 it was a different union. */
const sinceWhen = '2004-01-01'
const never = '9999-12-31'

/** Returns the groups for the EU or a region; empty for other blocs, since texts often mean an earlier membership of these. */
async function groupsOf(snapshot: Snapshot, id: string): Promise<Group[]> {
  const found = id === 'EUU' || isRegion(id) ? await statesOfGroup(snapshot, id) : undefined
  if (found === undefined) return []
  const states = [...found].sort()
  if (id !== 'EUU') return [{ id, states, until: never, said: 'added up over its states' }]
  return [
    { id, states, until: never, said: 'added up over the members of today' },
    { id, states: [...states, 'GBR'].sort(), until: '2019-12-31', said: 'added up over its members and the United Kingdom' },
  ]
}

/**
 * Returns goods between one state and a union or region, summed over the states of the group, if the lists compiled for all states have nearly all of the
 * group's states: as reported by the group's states, and as reported by the other side. Goods that pass through one member to another count twice, so the sums
 * are estimates, even those of the single state's own reports.
 */
export async function groupTradeSeries(snapshot: Snapshot, { from, to }: Direction, what: string): Promise<Series[]> {
  const [senders, receivers] = await Promise.all([groupsOf(snapshot, from), groupsOf(snapshot, to)])
  if (from === 'WLD' || to === 'WLD' || (senders.length === 0) === (receivers.length === 0)) return []
  const [single, groups] = senders.length === 0 ? [from, receivers] : [to, senders]
  const found = await Promise.all(groups.map((group) => sumsWith(snapshot, single, group)))
  return found.flatMap((rows, i) =>
    seriesOfSums(
      rows.filter((row) => row.from === from && row.to === to),
      groups[i]!,
      what,
    ),
  )
}

/** Reads both directions between a state and a group, by either side's reports. */
function sumsWith(snapshot: Snapshot, single: string, group: Group): Promise<readonly RecordRow[]> {
  if (group.states.includes(single)) return Promise.resolve([])
  const id = storedId(single)
  const sides = [id, ...group.states]
  const who = `${sqlIsAmong('from_id', sides)} AND ${sqlIsAmong('to_id', sides)} AND (from_id = '${id}') <> (to_id = '${id}')`
  const least = Math.ceil(group.states.length * (isRegion(group.id) ? 1 - verdictLimits.regionStatesMissing : 1))
  return summedRows(snapshot, { group, who, sends: `from_id = '${id}'`, least }, (indicator, sends) => {
    const [from, to] = sends ? [single, group.id] : [group.id, single]
    // exports are reported by the sender, imports by the receiver
    const [own, other] = sends ? ['from_id', 'to_id'] : ['to_id', 'from_id']
    const whose = `${own} = '${id}' and ${other} in ${inList(group.states)}`
    return { from, to, reporter: (indicator === 'goods-exports') === sends ? single : null, whose }
  })
}

/** Returns all imports of the EU from outside, or all its exports, from the same lists, as the whole of a share. Empty for others than the EU. */
export async function groupTotalSeries(snapshot: Snapshot, state: string, of: 'imports' | 'exports', what: string): Promise<Series[]> {
  if (state !== 'EUU') return []
  const groups = await groupsOf(snapshot, state)
  const found = await Promise.all(
    groups.map(async (group) => {
      const [member, other] = of === 'imports' ? ['to_id', 'from_id'] : ['from_id', 'to_id']
      const who = `indicator = 'goods-${of}' AND ${sqlIsAmong(member, group.states)} AND NOT ${sqlIsAmong(other, [...group.states, 'EU', 'WLD'])}`
      const least = group.states.length * verdictLimits.memberListPartners
      const ends = of === 'imports' ? { from: 'WLD', to: state } : { from: state, to: 'WLD' }
      const whose = `${member} in ${inList(group.states)} and ${other} not in ${inList([...group.states, 'EU', 'WLD'])}`
      return summedRows(snapshot, { group, who, sends: 'true', least }, () => ({ ...ends, reporter: null, whose }))
    }),
  )
  return found.flatMap((rows, i) => seriesOfSums(rows, groups[i]!, what))
}

interface Sum {
  readonly group: Group
  /** The condition for the rows that are summed. */
  readonly who: string
  /** A condition that distinguishes the two directions. */
  readonly sends: string
  /** Years with fewer figures than this are left out, since the sum would be too small. */
  readonly least: number
}

/** Condition for lists that a compiler makes for all states alike; an office's own list would have other figures. */
const lists = `source IN ${inList([...compiledSources].sort())}`

const summedRows = cachedBySnapshot(
  async (
    snapshot,
    { group, who, sends, least }: Sum,
    endsOf: (indicator: string, sends: boolean) => Pick<RecordRow, 'from' | 'to' | 'reporter' | 'whose'>,
  ): Promise<readonly RecordRow[]> => {
    const [since, until] = [isRegion(group.id) ? '0001-01-01' : sinceWhen, group.until]
    await openMemory(snapshot)
    const rows = await snapshot.rows(
      `SELECT indicator, ${sends} AS sends, year || '-01-01' AS start_date, year || '-12-31' AS end_date, sum(value ORDER BY from_id, to_id, locator) AS value, unit, source, vintage FROM goods_reports
       WHERE indicator IN ('goods-exports', 'goods-imports') AND ${who} AND ${lists} AND year >= ${since.slice(0, 4)} AND year <= ${until.slice(0, 4)}
       GROUP BY ALL HAVING count(*) >= ${least} ORDER BY start_date, source, indicator, sends`,
    )
    return rows.map((row) => ({
      ...endsOf(String(row['indicator']), row['sends'] === true),
      indicator: String(row['indicator']),
      ...summedFields(row),
      estimated: true,
      atLeast: isRegion(group.id),
    }))
  },
  // the condition `who` determines the direction, and therefore everything else
  ({ group, who }) => [who, group.until],
)

const seriesOfSums = (rows: readonly RecordRow[], { said }: Group, what: string): Series[] =>
  [
    ...grouped(rows, ({ source, indicator, reporter, unit, vintage }) => [source, indicator, reporter, unit, vintage].join(' ')).values(),
  ].map((list) => ({ ...seriesFromRows(list, 'flow', `${what}, ${said}`), among: said }))
