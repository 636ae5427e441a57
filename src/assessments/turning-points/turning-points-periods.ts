import type { BreakCluster, Period, TurningSeries, YearSeries } from '../forms/turning-points-form.ts'

/** A mean over fewer years is not shown. */
const leastYears = 3

/**
 * Groups breaks of different series with overlapping intervals, to be treated as one moment. The moment's interval is the intersection of theirs, and its year
 * is the median break year within that interval. A break without an interval counts as its year.
 */
export function breakClusters(series: readonly TurningSeries[]): BreakCluster[] {
  const all = series.flatMap(({ id, runs }) =>
    runs.flatMap(({ breaks }) =>
      breaks.map(({ year, interval }) => ({ id, year, low: interval?.low ?? year, high: interval?.high ?? year })),
    ),
  )
  const groups: (typeof all)[] = []
  for (const one of all.sort((x, y) => x.year - y.year || (x.id < y.id ? -1 : 1))) {
    const open = groups.find((group) => joins(group, one))
    if (open === undefined) groups.push([one])
    else open.push(one)
  }
  return groups.map((group) => {
    const { low, high } = shared(group)
    const middle = group.map(({ year }) => year).sort((x, y) => x - y)[Math.floor((group.length - 1) / 2)]!
    return { year: Math.min(high, Math.max(low, middle)), low, high, series: group.map(({ id }) => id) }
  })
}

interface Placed {
  readonly id: string
  readonly low: number
  readonly high: number
}

function joins(group: readonly Placed[], one: Placed): boolean {
  const { low, high } = shared(group)
  return one.low <= high && one.high >= low && group.every(({ id }) => id !== one.id)
}

function shared(group: readonly Placed[]): { low: number; high: number } {
  return { low: Math.max(...group.map((one) => one.low)), high: Math.min(...group.map((one) => one.high)) }
}

/**
 * Returns the periods that the record supports: the years covered by at least two series, divided where at least two of them
 * break. Empty where no two series break together.
 */
export function levelPeriods(moments: readonly BreakCluster[], series: readonly TurningSeries[], raw: readonly YearSeries[]): Period[] {
  const cuts = moments.filter((moment) => moment.series.length > 1).map(({ year }) => year)
  const years = sharedYears(series)
  if (cuts.length === 0 || years === undefined) return []
  const starts = [years.from, ...cuts.filter((year) => year > years.from && year <= years.to)]
  return starts.map((from, i) => {
    const to = (starts[i + 1] ?? years.to + 1) - 1
    return { from, to, levels: raw.filter(({ id }) => isLooked(series, id)).map((one) => levelIn(one, from, to)) }
  })
}

function isLooked(series: readonly TurningSeries[], id: string): boolean {
  return series.some((one) => one.id === id && one.runs.some(({ state }) => state === 'observed'))
}

function sharedYears(series: readonly TurningSeries[]): { from: number; to: number } | undefined {
  const spans = series.flatMap(({ runs }) => {
    const looked = runs.filter(({ state }) => state === 'observed')
    return looked.length === 0 ? [] : [{ from: looked[0]!.from, to: looked.at(-1)!.to }]
  })
  if (spans.length < 2) return undefined
  const [froms, tos] = [spans.map(({ from }) => from).sort((x, y) => x - y), spans.map(({ to }) => to).sort((x, y) => y - x)]
  return { from: froms[1]!, to: tos[1]! }
}

function levelIn(series: YearSeries, from: number, to: number): Period['levels'][number] {
  const values = series.points.filter(([year]) => year >= from && year <= to).map(([, value]) => value)
  const years = values.length
  if (years < leastYears) return { series: series.id, value: null, years }
  const mean = (of: (value: number) => number): number => values.reduce((sum, value) => sum + of(value), 0) / years
  return { series: series.id, value: series.logarithm ? Math.exp(mean(Math.log)) : mean((value) => value), years }
}
