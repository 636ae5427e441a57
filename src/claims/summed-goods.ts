import { grouped } from '../assessments/grouped.ts'
import type { Snapshot } from '../store/index.ts'
import { isRegion, statesOf } from './country-groups.ts'
import { rowsOfSides, type Side } from './honest-rows.ts'
import { type Series, seriesOf } from './honest-series.ts'
import { compiled } from './judge.ts'
import type { Row } from './record-rows.ts'

/** Who sends and who receives, one of them many states. */
interface Ends {
  readonly from: string
  readonly to: string
}

/** The states behind a name; of the Union also with the member that left, as texts of its time count. */
interface Group {
  readonly id: string
  readonly states: ReadonlySet<string>
  readonly until: string
  readonly said: string
}

/** Of a region so many states may have no figure, and the sum is then at least so much; of the Union none. */
const mostMissing = 0.05
/** Before the enlargement of 2004 the members of today are another union. */
const sinceWhen = '2004-01-01'
const never = '9999-12-31'

/** Of the Union and of regions: other blocs are told by texts of another membership than today's as often as not. */
async function groupsOf(snapshot: Snapshot, id: string): Promise<Group[]> {
  const states = id === 'EUU' || isRegion(id) ? await statesOf(snapshot, id) : undefined
  if (states === undefined) return []
  if (id !== 'EUU') return [{ id, states, until: never, said: 'added up over its states' }]
  return [
    { id, states, until: never, said: 'added up over the members of today' },
    { id, states: new Set([...states, 'GBR']), until: '2019-12-31', said: 'added up over its members and the United Kingdom' },
  ]
}

/**
 * Goods from a union or region to one state, or to it from one, as sums over its states, where lists of the trade of all states hold nearly all of them: as its states report
 * it, and as the other does. Sums count what goes through one member to another at both ends, so they are estimates, those of who reports for himself too.
 */
export async function goodsOfMany(snapshot: Snapshot, { from, to }: Ends, what: string): Promise<Series[]> {
  const [senders, receivers] = await Promise.all([groupsOf(snapshot, from), groupsOf(snapshot, to)])
  if (from === 'WLD' || to === 'WLD' || (senders.length === 0) === (receivers.length === 0)) return []
  const single: Side = { id: senders.length === 0 ? from : to, states: undefined }
  const found = await Promise.all(
    [...senders, ...receivers].map(async (group) => {
      if (group.states.has(single.id)) return []
      const sides: [Side, Side] = senders.length === 0 ? [single, group] : [group, single]
      const [exports, imports] = await Promise.all(['goods-exports', 'goods-imports'].map((id) => summed(snapshot, id, sides, group)))
      // who reports: a list of exports is the sender's, one of imports the receiver's
      const byOther = (rows: readonly Row[]): Row[] => rows.map((row) => ({ ...row, reporter: single.id }))
      return [
        ...inSeries(senders.length === 0 ? byOther(exports!) : exports!, group, what),
        ...inSeries(senders.length === 0 ? imports! : byOther(imports!), group, what),
      ]
    }),
  )
  return found.flat()
}

/** All that the Union imports from outside, or exports to it, by the same lists: the whole of a share. */
export async function wholeOfMany(snapshot: Snapshot, state: string, of: 'imports' | 'exports', what: string): Promise<Series[]> {
  if (state !== 'EUU') return []
  const found = await Promise.all(
    (await groupsOf(snapshot, state)).map(async (group) => {
      const others: Side = { id: 'WLD', states: undefined, except: new Set([...group.states, 'EU', 'WLD']) }
      const sides: [Side, Side] = of === 'imports' ? [others, group] : [group, others]
      const rows = await rowsOfSides(snapshot, `goods-${of}`, ...sides, group.states.size * fewestPartners)
      return inSeries(estimatesOf(rows, group), group, what)
    }),
  )
  return found.flat()
}

/** Members with fewer partners than these have no list of all of them. */
const fewestPartners = 80

const keyOf = ({ source, unit, vintage }: Row): string => `${source} ${unit} ${vintage}`

async function summed(snapshot: Snapshot, indicator: string, [from, to]: readonly [Side, Side], group: Group): Promise<Row[]> {
  const least = Math.ceil(group.states.size * (isRegion(group.id) ? 1 - mostMissing : 1))
  return estimatesOf(await rowsOfSides(snapshot, indicator, from, to, least), group)
}

/** Only of lists that are compiled of all states alike: an office’s own list is told by its own figures. */
const estimatesOf = (rows: readonly Row[], { id, until }: Group): Row[] =>
  rows
    .filter(({ source, start, end }) => compiled.has(source) && end <= until && (isRegion(id) || start >= sinceWhen))
    .map((row) => ({ ...row, estimated: true, atLeast: isRegion(id) }))

const inSeries = (rows: readonly Row[], { said }: Group, what: string): Series[] =>
  [...grouped(rows, keyOf).values()].map((list) => ({ ...seriesOf(list, 'flow', `${what}, ${said}`), among: said }))
