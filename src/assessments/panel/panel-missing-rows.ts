import type { State } from '../../states/index.ts'
import type { Coverage } from '../../store/index.ts'
import type { Indicator } from '../../store/indicators/indicator.ts'
import { flagCode } from './panel-flags.ts'
import { type PanelCells, type PanelInputs, panelStates, statePlace } from './panel-series.ts'

const [zero, unknown, underThreshold] = [flagCode('zero'), flagCode('unknown'), flagCode('under-threshold')]

interface AskedRows {
  readonly indicator: string
  readonly relation: Indicator['relation']
  readonly unit: string
  readonly sources: readonly string[]
}

/** The states that a source speaks of in one year. */
interface Speaking {
  readonly from: Set<number>
  readonly to: Set<number>
  readonly reporters: Set<number>
}

/** On which side of its rows a source has the reporting state; `list` where rows have no reporter. */
type ReporterSide = 'from' | 'to' | 'either' | 'list'

interface OneSource {
  readonly place: number
  readonly side: ReporterSide
  readonly years: ReadonlyMap<number, Speaking>
  readonly coverage: readonly Coverage[]
}

/**
 * What it means that a pair has no row in a year. A source that has the rows of reporting states speaks of every pair of a state that reports in that year;
 * another one of every pair of two states that both have rows in it, or of the universe that its card names. Its card says whether a missing row is then zero,
 * under a threshold, or unknown.
 */
export class MissingRows {
  readonly #sources: readonly OneSource[]
  /** Debtors and years in which the listed creditors fall short of the total, so that a missing creditor owes an unknown amount. */
  readonly #short: ReadonlySet<string>
  readonly #isUndirected: boolean

  private constructor(sources: readonly OneSource[], short: ReadonlySet<string>, isUndirected: boolean) {
    this.#sources = sources
    this.#short = short
    this.#isUndirected = isUndirected
  }

  static async of(inputs: PanelInputs, asked: AskedRows): Promise<MissingRows> {
    const all = await Promise.all(asked.sources.map((source, place) => oneSource(inputs, asked, source, place)))
    return new MissingRows(all, await shortLists(inputs, asked.indicator), asked.relation === 'undirected')
  }

  /** Flags the cells of a year without a figure, and sets those to 0 in which a missing row means zero. */
  explain(year: number, cells: PanelCells): void {
    for (const source of this.#sources) {
      const covered = source.coverage.find((one) => coversYear(one, year))
      const speaking = source.years.get(year)
      if (covered?.absence === 'under the threshold') underThresholdOf(covered, cells)
      else if (covered?.absence === 'zero' || covered?.absence === 'none in force') this.#setZero(source, covered, year, cells)
      else if (speaking !== undefined) this.#each(source.side, speaking, covered?.states, (at) => cells.explain(at, unknown))
    }
  }

  #setZero(source: OneSource, covered: Coverage, year: number, cells: PanelCells): void {
    const own = covered.universe === undefined ? spokenOf(source, year) : membersOf(year)
    if (own === undefined) return
    this.#each(covered.universe === undefined ? source.side : 'list', own, covered.states, (at) => {
      if (!Number.isNaN(cells.values[at]!)) return
      if (this.#short.has(`${at % panelStates.length} ${year}`)) cells.explain(at, unknown)
      else cells.set(at, 0, zero, source.place + 1)
    })
  }

  /** Calls back with the cell of every pair that the source speaks of. */
  #each(side: ReporterSide, { from, to, reporters }: Speaking, listed: readonly string[] | undefined, use: (at: number) => void): void {
    const everyone = panelStates.map((_, at) => at)
    const only = listed === undefined ? undefined : new Set(listed.map((iso3) => statePlace(iso3)))
    const visit = (some: Iterable<number>, others: Iterable<number>): void => {
      for (const i of some) for (const j of others) if (i !== j) use(this.#cell(i, j))
    }
    if (side === 'list')
      visit(only === undefined ? from : [...from].filter((i) => only.has(i)), only === undefined ? to : [...to].filter((j) => only.has(j)))
    if (side === 'from' || side === 'either') visit(reporters, everyone)
    if (side === 'to' || side === 'either') visit(everyone, reporters)
  }

  #cell(i: number, j: number): number {
    return this.#isUndirected && j < i ? j * panelStates.length + i : i * panelStates.length + j
  }
}

/** The states of which a list speaks in a year; undefined if of none. */
function spokenOf({ years }: OneSource, year: number): Speaking | undefined {
  const reporters = new Set([...years.values()].flatMap((one) => [...one.reporters]))
  // a list of one state's own acts speaks of every year of its coverage, also of those without an act
  return reporters.size === 1 ? { from: new Set(), to: new Set(), reporters } : years.get(year)
}

/** The members of the interstate system on a day of the year. */
function membersOf(year: number): Speaking {
  const isMember = ({ cow }: State): boolean => cow.some(({ from, to }) => from <= `${year}-12-31` && (to ?? '9999') >= `${year}-01-01`)
  const members = new Set(panelStates.flatMap((state, at) => (isMember(state) ? [at] : [])))
  return { from: members, to: members, reporters: new Set() }
}

function coversYear({ from, to }: Coverage, year: number): boolean {
  // a stock is told for the last day of the year
  return (from <= `${year}-01-01` || from === `${year}-12-31`) && to >= `${year}-12-31`
}

/** Flags the cells of a year in which a source lists every row of an indicator from a threshold on. */
export function explainThreshold({ cards }: Pick<PanelInputs, 'cards'>, indicator: string, year: number, cells: PanelCells): void {
  for (const { coverage } of cards.values())
    for (const one of coverage)
      if (one.indicator === indicator && one.absence === 'under the threshold' && coversYear(one, year)) underThresholdOf(one, cells)
}

function underThresholdOf({ states = [], silent = [] }: Coverage, cells: PanelCells): void {
  const mute = new Set(silent)
  for (const a of states) {
    for (const b of states) {
      const [i, j] = [statePlace(a), statePlace(b)]
      if (i === undefined || j === undefined || i === j) continue
      cells.explain(i * panelStates.length + j, mute.has(a) && mute.has(b) ? unknown : underThreshold)
    }
  }
}

async function oneSource({ snapshot, cards, to }: PanelInputs, asked: AskedRows, source: string, place: number): Promise<OneSource> {
  const coverage = (cards.get(source)?.coverage ?? []).filter(({ indicator }) => indicator === asked.indicator)
  const isComplete = coverage.some(({ absence }) => absence === 'zero')
  // a state that reports on a complete list reports on all of it, whichever indicator its rows are of
  const which = isComplete ? 'true' : 'indicator = $indicator AND unit = $unit'
  const found = (await snapshot.rows(
    `SELECT DISTINCT end_date[:4]::INTEGER AS year, from_id, to_id, reporter, indicator = $indicator AS own FROM observations
     WHERE source = $source AND ${which} AND end_date <= $to AND to_id IS NOT NULL`,
    isComplete ? { source, to, indicator: asked.indicator } : { source, to, indicator: asked.indicator, unit: asked.unit },
  )) as unknown as { year: number; from_id: string; to_id: string; reporter: string | null; own: boolean }[]
  const years = new Map<number, Speaking>()
  for (const row of found) {
    const own = years.get(row.year) ?? { from: new Set(), to: new Set(), reporters: new Set() }
    years.set(row.year, own)
    const [i, j, by] = [statePlace(row.from_id), statePlace(row.to_id), row.reporter === null ? undefined : statePlace(row.reporter)]
    if (i !== undefined && j !== undefined) own.from.add(i)
    if (i !== undefined && j !== undefined) own.to.add(j)
    if (by !== undefined) own.reporters.add(by)
  }
  return { place, side: sideOf(found.filter(({ own }) => own)), years, coverage }
}

function sideOf(rows: readonly { from_id: string; to_id: string; reporter: string | null }[]): ReporterSide {
  const reported = rows.filter(({ reporter }) => reporter !== null)
  if (reported.length === 0) return 'list'
  const [from, to] = [reported.every((row) => row.reporter === row.from_id), reported.every((row) => row.reporter === row.to_id)]
  return from ? 'from' : to ? 'to' : 'either'
}

/** Debtors whose listed creditors fall short of the total that they report. */
async function shortLists({ snapshot }: PanelInputs, indicator: string): Promise<ReadonlySet<string>> {
  if (!indicator.startsWith('public-debt-')) return new Set()
  const found = await snapshot.rows(
    "SELECT DISTINCT to_id, end_date[:4]::INTEGER AS year FROM observations WHERE indicator = 'public-debt-unlisted'",
  )
  return new Set(found.map((row) => `${statePlace(String(row['to_id']))} ${String(row['year'])}`))
}
