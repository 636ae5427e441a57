import { setImmediate as turn } from 'node:timers/promises'
import { VisavisError } from '../../errors.ts'
import { quantile } from '../../numeric/quantile.ts'
import { blocs, existedIn, listNumbersIn, type Membership, nameOn, type State, states } from '../../states/index.ts'
import type { Evidence, Snapshot } from '../../store/index.ts'
import { commonName, type NamedParty, statesIn } from '../blocs/bloc-parties.ts'
import type { AssessedParty } from '../forms/assessment.ts'
import { type FigureSource, figureSources } from '../forms/figure-sources.ts'
import { inSentence, possessive } from '../forms/wording.ts'
import { storedMemberships } from '../record/memberships.ts'
import { referenceDay, type WorldCell, type WorldColumn, type WorldInputs, type WorldReading } from './world-cell.ts'
import type { Pooling, WorldMeasure } from './world-measure.ts'
import { worldMeasures } from './world-measures.ts'

export interface WorldRequest {
  readonly chosen: NamedParty
  readonly measure: WorldMeasure
  /** Id of a bloc to highlight; its members are returned as well. */
  readonly marked: string | undefined
  /** First and last year; default: those of the measure. */
  readonly from: number | undefined
  readonly until: number | undefined
  /** Figures after this day are excluded. */
  readonly to: string
  readonly draws: number
  readonly seed: number
  /** Aborted when the caller cancels the request. */
  readonly signal?: AbortSignal | undefined
}

/** A state's figures; each list follows the order of the answer's years. */
export interface WorldState {
  readonly iso3: string
  /** The name on the last day, or the last name of a state that ended. */
  readonly name: string
  /** Other names in the years of the answer: first year, last year, and the name on the last day of each. */
  readonly names?: readonly (readonly [number, number, string])[]
  /** Its numbers in the lists of Correlates of War (`cow`) and of Gleditsch and Ward (`gw`): first year, last year, and number. */
  readonly cow: readonly (readonly [number, number, number])[]
  readonly gw: readonly (readonly [number, number, number])[]
  /** First and last year of each period in which it existed as a state, within the years of the answer. */
  readonly existed: readonly (readonly [number, number])[]
  /** Null means unknown or not a state at that time; `existed` distinguishes the two. */
  readonly values: readonly (number | null)[]
  /** Ends of the 90 % interval; absent where the measure has none. */
  readonly low?: readonly (number | null)[]
  readonly high?: readonly (number | null)[]
  /** Number of cases behind each value: common votes or, towards a bloc, members. */
  readonly n?: readonly (number | null)[]
}

export interface WorldAnswer {
  readonly schemaVersion: 1
  readonly of: AssessedParty
  readonly measure: Omit<WorldMeasure, 'read' | 'readMany' | 'isFigure' | 'heading'>
  /** What is measured, naming the chosen state. */
  readonly heading: string
  readonly to: string
  readonly draws: number
  readonly seed: number
  readonly snapshot: { readonly id: string; readonly created: string }
  /** All years from the first to the last with a figure of some state. */
  readonly years: readonly number[]
  /**
   * The last of these years that is complete, or the last one if none is; counts of what is in force are always complete. Null where there are no years.
   */
  readonly latest: number | null
  /** Number of bloc members by year; absent where the chosen one is a state. */
  readonly members?: readonly number[]
  /** The members, with the first and last year of each period of membership. */
  readonly memberYears?: Readonly<Record<string, readonly (readonly [number, number])[]>>
  /** The bloc to highlight, and its members. */
  readonly marked?: { readonly id: string; readonly name: string; readonly memberYears: NonNullable<WorldAnswer['memberYears']> }
  readonly states: readonly WorldState[]
  readonly evidence: readonly Evidence[]
  readonly sources: readonly FigureSource[]
  /** All available measures. */
  readonly measures: readonly { readonly id: string; readonly title: string; readonly domain: string }[]
  /** All available blocs. */
  readonly blocs: readonly { readonly id: string; readonly name: string }[]
}

/**
 * Measures every state towards one state or bloc, for every year. Towards a bloc, the figures of the year's members
 * are combined by the measure's rule (median, mean or sum), without an interval. `n` is then the number of members.
 */
export async function world(snapshot: Snapshot, request: WorldRequest): Promise<WorldAnswer> {
  const { chosen, measure, to, draws, seed } = request
  const cards = new Map(snapshot.manifest.sources.map((card) => [card.id, card]))
  const bench: WorldInputs = { snapshot, cards, to, draws, seed }
  const { reading, membersIn } = await (chosen.kind === 'state'
    ? towardsState(bench, measure, chosen.state)
    : towardsBloc(bench, request, chosen.id))
  const years = yearsOf(reading.column, request)
  const { read: _, readMany: __, isFigure, heading, ...about } = measure
  const of = partyOf(chosen, to, membersIn?.(Number(to.slice(0, 4))))
  return {
    schemaVersion: 1,
    of,
    measure: about,
    heading: heading(inSentence(of.name), possessive(of.name)),
    ...{ to, draws, seed },
    snapshot: { id: snapshot.manifest.id, created: snapshot.manifest.created },
    years,
    latest: isFigure ? fullestYear(reading.column, years) : latestOf(years, measure, to),
    ...(membersIn === undefined ? {} : membersOf(years, membersIn)),
    ...(await markedOf(bench, request.marked, years)),
    states: statesOf(reading.column, years, to, {
      leave: chosen.kind === 'state' ? chosen.state.iso3 : undefined,
      whole: isFigure === true,
    }),
    evidence: reading.evidence,
    sources: figureSources(reading.evidence, cards),
    measures: worldMeasures.map(({ id, title, domain }) => ({ id, title, domain })),
    blocs: blocs.map(({ id, name }) => ({ id, name })),
  }
}

interface Towards {
  readonly reading: WorldReading
  readonly membersIn?: (year: number) => readonly string[]
}

async function towardsState(bench: WorldInputs, measure: WorldMeasure, { iso3 }: State): Promise<Towards> {
  return { reading: await measure.read(bench, iso3, true) }
}

/**
 * Reads the measure towards each member of a bloc and combines them. A member is itself measured towards the other members.
 *
 * @throws VisavisError Usage for a figure that cannot be combined; Interrupted
 */
async function towardsBloc(bench: WorldInputs, { measure, signal }: WorldRequest, bloc: string): Promise<Towards> {
  if (measure.pooling === 'none')
    throw new VisavisError('Usage', `${measure.title} is not put together over the members of a bloc`, { hint: 'visavis world STATE' })
  const { all } = await storedMemberships(bench.snapshot)
  const own = all.filter((row) => row.bloc === bloc && row.role === 'member')
  const members = [...new Set(own.map(({ state }) => state))].sort()
  const readings = (await measure.readMany?.(bench, members)) ?? (await oneByOne(bench, measure, members, { bloc, signal }))
  const membersIn = membersByYear(own, bloc, bench.to)
  const column = pooled(readings, membersIn, measure)
  return { reading: { column, evidence: evidenceOfAll([...readings.values()]) }, membersIn }
}

async function oneByOne(
  bench: WorldInputs,
  measure: WorldMeasure,
  members: readonly string[],
  { bloc, signal }: { readonly bloc: string; readonly signal: AbortSignal | undefined },
): Promise<Map<string, WorldReading>> {
  const readings = new Map<string, WorldReading>()
  for (const member of members) {
    if (signal?.aborted) throw new VisavisError('Interrupted', `stopped after ${readings.size} members of ${bloc}`)
    readings.set(member, await measure.read(bench, member, false))
    // yields between members, so that other requests can run
    await turn()
  }
  return readings
}

function membersByYear(own: readonly Membership[], bloc: string, to: string): (year: number) => readonly string[] {
  const kept = new Map<number, readonly string[]>()
  return (year) => {
    const found = kept.get(year) ?? statesIn(own, bloc, referenceDay(year, to))
    kept.set(year, found)
    return found
  }
}

function pooled(
  readings: ReadonlyMap<string, WorldReading>,
  membersIn: (year: number) => readonly string[],
  { pooling, isFigure }: WorldMeasure,
): Map<string, Map<number, WorldCell>> {
  const cells = new Map<string, Map<number, WorldCell[]>>()
  for (const [member, { column }] of readings) {
    for (const [state, series] of column) {
      const years = cells.get(state) ?? new Map<number, WorldCell[]>()
      cells.set(state, years)
      for (const [year, cell] of series) {
        // a share without the whole of which it is one cannot be added
        if (membersIn(year).includes(member) && (pooling !== 'ratio of sums' || cell.whole !== undefined))
          years.set(year, [...(years.get(year) ?? []), cell])
      }
    }
  }
  const isWhole = (state: string, year: number, n: number): boolean =>
    isFigure !== true || !['sum', 'ratio of sums'].includes(pooling) || 2 * n >= membersIn(year).filter((member) => member !== state).length
  const put = (found: readonly WorldCell[]): WorldCell => ({ value: pool(found, pooling), n: found.length })
  return new Map(
    [...cells].map(([state, years]) => [
      state,
      new Map([...years].filter(([year, found]) => isWhole(state, year, found.length)).map(([year, found]) => [year, put(found)])),
    ]),
  )
}

function pool(cells: readonly WorldCell[], pooling: Pooling): number {
  const values = cells.map(({ value }) => value)
  const sum = (some: readonly number[]): number => some.reduce((total, value) => total + value, 0)
  if (pooling === 'median') return quantile(Float64Array.from(values), 0.5)
  if (pooling === 'most') return Math.max(...values)
  if (pooling === 'ratio of sums') return sum(cells.map(({ value, whole }) => value * whole!)) / sum(cells.map(({ whole }) => whole!))
  return pooling === 'sum' ? sum(values) : sum(values) / values.length
}

function evidenceOfAll(readings: readonly WorldReading[]): Evidence[] {
  const found = readings.flatMap(({ evidence }) => evidence)
  return [...new Map(found.map((one) => [`${one.source} ${one.rows}`, one])).values()].sort((x, y) =>
    x.source + x.rows < y.source + y.rows ? -1 : 1,
  )
}

function yearsOf(column: WorldColumn, { from, until }: WorldRequest): number[] {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const series of column.values()) {
    for (const year of series.keys()) {
      if (year < first) first = year
      if (year > last) last = year
    }
  }
  const [start, end] = [Math.max(first, from ?? first), Math.min(last, until ?? last)]
  return start > end || first > last ? [] : Array.from({ length: end - start + 1 }, (_, i) => start + i)
}

async function markedOf(bench: WorldInputs, id: string | undefined, years: readonly number[]): Promise<Pick<WorldAnswer, 'marked'>> {
  if (id === undefined) return {}
  const { all } = await storedMemberships(bench.snapshot)
  const { memberYears } = membersOf(
    years,
    membersByYear(
      all.filter(({ bloc }) => bloc === id),
      id,
      bench.to,
    ),
  )
  return { marked: { id, name: commonName(id), memberYears: memberYears! } }
}

function membersOf(years: readonly number[], membersIn: (year: number) => readonly string[]): Pick<WorldAnswer, 'members' | 'memberYears'> {
  const ever = [...new Set(years.flatMap(membersIn))].sort()
  const own = (iso3: string): [number, number][] => stretches(years.filter((year) => membersIn(year).includes(iso3)))
  return { members: years.map((year) => membersIn(year).length), memberYears: Object.fromEntries(ever.map((iso3) => [iso3, own(iso3)])) }
}

/**
 * Returns the last complete year, or the last year if none is complete. A year of votes counts as complete from mid-December, when nearly all of them have been
 * taken.
 */
function latestOf(years: readonly number[], { unit }: WorldMeasure, to: string): number | null {
  const isOver = (year: number): boolean => unit === 'count' || to >= `${year}-12-15`
  return years.findLast(isOver) ?? years.at(-1) ?? null
}

/** Returns the last year in which at least half as many states have a figure as in the year with the most: later ones are of a few reporters. */
function fullestYear(column: WorldColumn, years: readonly number[]): number | null {
  const counts = years.map((year) => [...column.values()].reduce((sum, series) => sum + Number(series.has(year)), 0))
  const most = Math.max(...counts)
  return years.findLast((_, at) => 2 * counts[at]! >= most) ?? null
}

/** Returns every state that existed in the years, and any other that has a figure. */
function statesOf(
  column: WorldColumn,
  years: readonly number[],
  to: string,
  { leave, whole }: { readonly leave: string | undefined; readonly whole: boolean },
): WorldState[] {
  return states.flatMap((state) => {
    if (state.iso3 === leave) return []
    const series = column.get(state.iso3)
    const existed = stretches(years.filter((year) => existedIn(state, year)))
    const cells = years.map((year) => series?.get(year))
    if (existed.length === 0 && cells.every((cell) => cell === undefined)) return []
    return [
      {
        iso3: state.iso3,
        name: nameOn(state, to),
        ...namesOf(state, years, to),
        ...numbersOf(state, years),
        existed,
        ...listsOf(cells, whole),
      },
    ]
  })
}

function namesOf(state: State, years: readonly number[], to: string): Pick<WorldState, 'names'> {
  const now = nameOn(state, to)
  const found: [number, number, string][] = []
  for (const year of years) {
    const name = nameOn(state, referenceDay(year, to))
    const last = found.at(-1)
    if (name === now) continue
    if (last !== undefined && last[1] === year - 1 && last[2] === name) last[1] = year
    else found.push([year, year, name])
  }
  return found.length === 0 ? {} : { names: found }
}

function numbersOf(state: State, years: readonly number[]): Pick<WorldState, 'cow' | 'gw'> {
  const found: { cow: [number, number, number][]; gw: [number, number, number][] } = { cow: [], gw: [] }
  for (const year of years) {
    const numbers = listNumbersIn(state, year)
    for (const list of ['cow', 'gw'] as const) {
      const [number, last] = [numbers[list], found[list].at(-1)]
      if (number === null) continue
      if (last !== undefined && last[1] === year - 1 && last[2] === number) last[1] = year
      else found[list].push([year, year, number])
    }
  }
  return found
}

/** Lists the figures; those of the memory as they are, others to five decimals. */
function listsOf(cells: readonly (WorldCell | undefined)[], whole: boolean): Pick<WorldState, 'values' | 'low' | 'high' | 'n'> {
  const has = (name: 'low' | 'n'): boolean => cells.some((cell) => cell?.[name] !== undefined)
  const list = (name: keyof WorldCell): (number | null)[] =>
    cells.map((cell) => (cell?.[name] === undefined ? null : whole ? cell[name] : compact(cell[name])))
  return {
    values: list('value'),
    ...(has('low') ? { low: list('low'), high: list('high') } : {}),
    ...(has('n') ? { n: list('n') } : {}),
  }
}

/** Rounds to five decimals, which exceed the precision of any measure here and shorten the answer by two thirds. */
function compact(value: number): number {
  return Number(value.toFixed(5))
}

function stretches(years: readonly number[]): [number, number][] {
  const found: [number, number][] = []
  for (const year of years) {
    const last = found.at(-1)
    if (last !== undefined && last[1] === year - 1) last[1] = year
    else found.push([year, year])
  }
  return found
}

function partyOf(chosen: NamedParty, to: string, members: readonly string[] | undefined): AssessedParty {
  if (chosen.kind === 'state') return { iso3: chosen.state.iso3, name: nameOn(chosen.state, to) }
  return { iso3: chosen.id, name: commonName(chosen.id), members: members ?? [] }
}
