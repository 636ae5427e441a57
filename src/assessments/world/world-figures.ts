import { type Figure, figures, openMemory } from '../../memory/index.ts'
import { existedIn, stateOf, states } from '../../states/index.ts'
import type { Evidence, Snapshot } from '../../store/index.ts'
import { grouped } from '../rows/grouped.ts'
import { cachedBySnapshot } from '../rows/snapshot-cache.ts'
import type { WorldInputs, WorldReading } from './world-cell.ts'
import { WorldCells } from './world-cell.ts'
import type { WorldMeasure } from './world-measure.ts'

/** Of a directed figure: that of each state towards the chosen one, or that of the chosen one towards each state. */
type Way = 'of-state' | 'of-chosen'

/** Every figure of the memory as a measure by its id, a directed one also the other way round. */
export const figureMeasures: readonly WorldMeasure[] = figures.flatMap((figure) =>
  figure.of === 'pair' ? [measureOf(figure, 'of-state')] : [measureOf(figure, 'of-state'), measureOf(figure, 'of-chosen')],
)

/** Earlier ids of measures of a figure. */
export const earlierFigureMeasures: Readonly<Record<string, string>> = {
  conflict: 'conflict-intensity',
  'migrants-in': 'migrant-stock',
  'migrants-from': 'migrant-stock-of-chosen',
  'share-of-imports': 'import-share-of-chosen',
  'share-of-exports': 'export-share-of-chosen',
}

function measureOf(figure: Figure, way: Way): WorldMeasure {
  const { id, title, domain, unit, of, assessed, scale, interval, absent } = figure
  const [least, most] = scale
  const towards =
    of === 'pair' ? '' : way === 'of-state' ? ', of each state towards the chosen one' : ', of the chosen one towards each state'
  const readMany = (bench: WorldInputs, chosen: readonly string[]): Promise<ReadonlyMap<string, WorldReading>> =>
    figuresTowards(bench.snapshot, id, way, bench.to, chosen)
  return {
    id: way === 'of-state' ? id : `${id}-of-chosen`,
    title: `${title}${towards}`,
    heading: (name, whose) => headingOf(figure, way, name, whose),
    ...{ domain, unit, least, most, middle: null, interval: interval === 'exact' ? null : interval },
    method: `${figure.definition} ${figure.limits}${of === 'pair' ? '' : way === 'of-state' ? ' A is the state, B the chosen one' : ' A is the chosen one, B the state'}`,
    unknown:
      absent.means === 'none'
        ? 'the source does not cover that year'
        : `no source of the record has the figure for the pair and year in this unit`,
    year: 'calendar year',
    // the assessment of a pair has the figure of its first state first
    assessed: { id: (way === 'of-state' ? assessed[1] : undefined) ?? assessed[0], period: 'year' },
    pooling: poolingOf(figure, way),
    isFigure: true,
    read: async (bench, chosen) => (await readMany(bench, [chosen])).get(chosen)!,
    readMany,
  }
}

function headingOf({ words, of }: Figure, way: Way, name: string, whose: string): string {
  const [each, chosen] = [
    { name: 'each state', whose: 'each state’s' },
    { name, whose },
  ]
  const [a, b] = way === 'of-state' ? [each, chosen] : [chosen, each]
  const title = words.title({ a: a.name, b: b.name, whoseA: a.whose, whoseB: b.whose })
  return `${title[0]!.toUpperCase()}${title.slice(1)}${of === 'pair' ? `: each state with ${name}` : ''}`
}

/** Shares of one whole add up; of several wholes, the sum of the parts is divided by the sum of the wholes. */
function poolingOf({ pool, whole }: Figure, way: Way): WorldMeasure['pooling'] {
  if (pool !== 'ratio of sums') return pool
  if (whole === undefined) return 'none'
  return (whole.of === 'a') === (way === 'of-state') ? 'sum' : 'ratio of sums'
}

interface Row {
  readonly chosen: string
  readonly state: string
  readonly year: number
  readonly value: number
  readonly low: number | null
  readonly high: number | null
  readonly whole: number | null
  readonly source: string
  readonly vintage: string
}

const figuresTowards = cachedBySnapshot(
  async (snapshot, id: string, way: Way, to: string, chosen: readonly string[]): Promise<ReadonlyMap<string, WorldReading>> => {
    const figure = figures.find((one) => one.id === id)!
    const rows = await rowsTowards(snapshot, figure, way, to, chosen)
    const byChosen = grouped(rows, (row) => row.chosen)
    return new Map(chosen.map((one) => [one, readingOf(snapshot, figure, way, to, one, byChosen.get(one) ?? [])]))
  },
)

async function rowsTowards(snapshot: Snapshot, figure: Figure, way: Way, to: string, chosen: readonly string[]): Promise<Row[]> {
  await openMemory(snapshot)
  const { id, unit, of, whole } = figure
  const side = (own: string, other: string): string =>
    `SELECT ${own} AS chosen, ${other} AS state, a, b, year, value, low, high, source, vintage FROM figures
     WHERE figure = $id AND unit = $unit AND seen <= $to AND value IS NOT NULL AND list_contains(string_split($chosen, ' '), ${own})`
  const sides = of === 'pair' ? [side('a', 'b'), side('b', 'a')] : [way === 'of-state' ? side('b', 'a') : side('a', 'b')]
  const wholes =
    whole === undefined || poolingOf(figure, way) !== 'ratio of sums'
      ? { column: 'NULL', join: '' }
      : {
          column: 'w.value',
          join: `LEFT JOIN (${whole.sql}) w ON w.state = f.${whole.of} AND w.year = f.year AND coalesce(w.source = f.source, true)`,
        }
  return (await snapshot.rows(
    `SELECT f.chosen, f.state, f.year, f.value, f.low, f.high, ${wholes.column} AS whole, f.source, f.vintage FROM (${sides.join(' UNION ALL ')}) f ${wholes.join}
     ORDER BY f.chosen, f.state, f.year`,
    { id, unit, to, chosen: chosen.join(' ') },
  )) as unknown as Row[]
}

function readingOf(snapshot: Snapshot, figure: Figure, way: Way, to: string, chosen: string, rows: readonly Row[]): WorldReading {
  const cells = new WorldCells()
  for (const { state, year, value, low, high, whole } of rows) {
    const ends = low === null || high === null ? {} : { low, high }
    cells.set(state, year, { value, ...ends, ...(whole === null ? {} : { whole }) })
  }
  const none = setNone(snapshot, figure, to, chosen, cells)
  const sides = figure.of === 'pair' ? `'${chosen}' in (a, b)` : `${way === 'of-state' ? 'b' : 'a'} = '${chosen}'`
  return { column: cells.column, evidence: evidenceOf(rows, none, `figures where figure = '${figure.id}' and ${sides}`) }
}

/** Sets what a missing row means in the years that the source covers for all states; returns the source. */
function setNone(
  { manifest }: Snapshot,
  { absent }: Figure,
  to: string,
  chosen: string,
  cells: WorldCells,
): Pick<Row, 'source' | 'vintage'> | undefined {
  if (absent.means !== 'none') return undefined
  const universe = absent.within(manifest)
  const [own, { value }] = [stateOf(chosen), absent]
  if (universe === undefined || own === undefined || value === null) return universe
  for (let year = universe.from; year <= universe.to && `${year}-12-31` <= to; year++) {
    if (!existedIn(own, year)) continue
    for (const other of states)
      if (other !== own && existedIn(other, year) && cells.column.get(other.iso3)?.has(year) !== true)
        cells.set(other.iso3, year, { value })
  }
  return universe
}

function evidenceOf(rows: readonly Row[], none: Pick<Row, 'source' | 'vintage'> | undefined, where: string): Evidence[] {
  const counts = new Map<string, { vintage: string; count: number }>()
  if (none !== undefined) counts.set(none.source, { vintage: none.vintage, count: 0 })
  for (const { source, vintage } of rows) {
    for (const id of source.split(' ')) {
      const own = counts.get(id) ?? { vintage, count: 0 }
      counts.set(id, own)
      own.count++
    }
  }
  return [...counts]
    .sort(([x], [y]) => (x < y ? -1 : 1))
    .map(([source, { vintage, count }]) => ({
      source,
      vintage,
      rows: `${where} and list_contains(string_split(source, ' '), '${source}')`,
      count,
    }))
}
