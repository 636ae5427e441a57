import { VisavisError } from '../../errors.ts'
import {
  type BootstrapOptions,
  bootstrapDyads,
  type DyadIntervals,
  type DyadTable,
  dyad,
  dyadIntervals,
  type Similarity,
  type VoteOptions,
} from '../../measures/index.ts'
import type { Membership, State } from '../../states/index.ts'
import type { Evidence, Snapshot } from '../../store/index.ts'
import { loadRollCalls, type RollCalls, type VoteFilter } from '../forms/roll-calls.ts'
import type { SimilarityInputs } from './similarity-inputs.ts'
import { measuresOf, rowOf, type SimilarityInterval, type SimilarityRow } from './similarity-row.ts'
import { everyPair, rankAmong, similarityTable, withEnoughVotes } from './similarity-table.ts'
import { placeWindow } from './vote-place-figures.ts'
import { leastCommonVotes, sessionDays } from './vote-places.ts'

/** What to compare (two states, one state with all, or all pairs), when, on which votes, and how. */
export interface SimilarityRequest {
  readonly a: State | undefined
  readonly b: State | undefined
  readonly window: { readonly from?: string | undefined; readonly to: string }
  readonly byYear: boolean
  readonly filter: Pick<VoteFilter, 'issue' | 'wholeOnly' | 'importantOnly'>
  readonly consensus: 'keep' | 'drop'
  readonly absence: 'skip' | 'abstain'
  /** Bootstrap replicates behind each interval; 0 = no intervals. */
  readonly draws: number
  readonly seed: number
  /** Whether to compute intervals when all pairs are requested. */
  readonly intervals: boolean
}

export interface SimilarityAnswer {
  readonly schemaVersion: 1
  readonly scope: 'pair' | 'state' | 'all'
  readonly from: string
  readonly to: string
  readonly rollCalls: number
  readonly options: {
    readonly byYear: boolean
    readonly issue: string | null
    readonly kind: 'all' | 'whole'
    readonly important: boolean
    readonly consensus: 'keep' | 'drop'
    readonly absence: 'skip' | 'abstain'
    readonly draws: number
    readonly seed: number
  }
  readonly snapshot: { readonly id: string; readonly created: string }
  readonly evidence: readonly Evidence[]
  readonly rows: readonly SimilarityRow[]
}

/**
 * Measures the voting similarity that a request asks for.
 *
 * @throws VisavisError NoCoverage where no roll call passes the filter, with the years that have some
 */
export async function measureSimilarity(snapshot: Snapshot, asked: SimilarityRequest): Promise<SimilarityAnswer> {
  const votes = await votesAskedFor(snapshot, asked)
  const rows: SimilarityRow[] = []
  for (const batch of votes.batches) {
    const found = asked.a === undefined ? everyPair(batch, intervalsAsked(asked, batch)) : await pairRows(batch, asked.a, asked.b)
    for (const row of found) rows.push(row)
    await breath()
  }
  return similarityAnswer(votes, rows)
}

function intervalsAsked({ intervals, draws }: SimilarityRequest, batch: SimilarityInputs): DyadIntervals | undefined {
  return intervals && draws > 0 ? bootstrapDyads(batch.rollCalls.votes, bootstrapOptions(batch)) : undefined
}

/** The options of the bootstrap of a batch. */
export function bootstrapOptions({ options, draws, seed }: SimilarityInputs): BootstrapOptions {
  return { ...options, draws, seed }
}

/** The votes of a request, in batches of which each has figures of its own: the window, or its years. */
export interface AskedVotes {
  readonly request: SimilarityRequest
  readonly rollCalls: RollCalls
  readonly batches: readonly SimilarityInputs[]
  readonly snapshot: { readonly id: string; readonly created: string }
}

/**
 * Reads the votes that a request asks for.
 *
 * @throws VisavisError NoCoverage where no roll call passes the filter, with the years that have some
 */
export async function votesAskedFor(snapshot: Snapshot, asked: SimilarityRequest): Promise<AskedVotes> {
  const request = { ...asked, window: await windowFor(snapshot, asked) }
  const filter = { ...request.filter, from: request.window.from, to: request.window.to }
  const rollCalls = await loadRollCalls(snapshot, filter)
  if (rollCalls.ids.length === 0) throw await noCoverage(snapshot, filter)
  const options = await voteOptions(snapshot, request, rollCalls)
  const batches = chosenVotes(request, rollCalls).map(({ year, chosen }): SimilarityInputs => {
    const { draws, seed } = request
    return { year, date: rollCalls.dates[chosen.at(-1)!]!, rollCalls, options: { ...options, rollCalls: chosen }, draws, seed }
  })
  return { request, rollCalls, batches, snapshot: { id: snapshot.manifest.id, created: snapshot.manifest.created } }
}

/**
 * Makes the answer of a request from its rows.
 *
 * @throws VisavisError NoCoverage where there are none
 */
export function similarityAnswer({ request, rollCalls, snapshot }: AskedVotes, rows: readonly SimilarityRow[]): SimilarityAnswer {
  if (rows.length === 0) throw nobody(request)
  return {
    schemaVersion: 1,
    scope: request.a === undefined ? 'all' : request.b === undefined ? 'state' : 'pair',
    from: request.window.from ?? rollCalls.dates[0]!,
    to: request.window.to < rollCalls.dates.at(-1)! || request.window.from !== undefined ? request.window.to : rollCalls.dates.at(-1)!,
    rollCalls: rollCalls.ids.length,
    options: optionsOf(request),
    snapshot,
    evidence: evidenceOf(rollCalls),
    rows,
  }
}

/**
 * Returns the requested window; without a first day, the three sessions of the headline of diplomacy: pooled from 1946 on, a figure would mix eight decades. Year
 * by year, all years are returned.
 */
async function windowFor(snapshot: Snapshot, { window, byYear }: SimilarityRequest): Promise<SimilarityRequest['window']> {
  if (byYear || window.from !== undefined) return window
  const sessions = await placeWindow(snapshot, window.to)
  if (sessions === undefined) return window
  const { from, to } = sessionDays(sessions.first, sessions.last)
  return { from, to: to < window.to ? to : window.to }
}

function optionsOf(request: SimilarityRequest): SimilarityAnswer['options'] {
  const { filter, byYear, consensus, absence, draws, seed } = request
  return {
    byYear,
    issue: filter.issue ?? null,
    kind: filter.wholeOnly ? 'whole' : 'all',
    important: filter.importantOnly === true,
    consensus,
    absence,
    draws,
    seed,
  }
}

function evidenceOf(rollCalls: RollCalls): Evidence[] {
  return [...new Set(rollCalls.sources)].map((source) => ({
    source,
    vintage: rollCalls.vintages[rollCalls.sources.indexOf(source)]!,
    rows: `roll_calls where ${rollCalls.where} and source = '${source}'`,
    count: rollCalls.sources.filter((one) => one === source).length,
  }))
}

async function voteOptions(snapshot: Snapshot, request: SimilarityRequest, rollCalls: RollCalls): Promise<VoteOptions> {
  const { consensus, absence } = request
  if (absence === 'skip') return { consensus, absence }
  return { consensus, absence, eligible: await unEligible(snapshot, rollCalls) }
}

/** Returns the roll calls behind each figure: of the whole window, or of one year. */
function chosenVotes(request: SimilarityRequest, rollCalls: RollCalls): { year: number | null; chosen: number[] }[] {
  const all = rollCalls.dates.map((_, i) => i)
  if (!request.byYear) return [{ year: null, chosen: all }]
  const byYear = new Map<number, number[]>()
  for (const i of all) {
    const year = Number(rollCalls.dates[i]!.slice(0, 4))
    byYear.set(year, [...(byYear.get(year) ?? []), i])
  }
  return [...byYear].map(([year, chosen]) => ({ year, chosen }))
}

/** Yields between two stretches of computation, so that the process can handle Ctrl-C. */
function breath(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

async function pairRows(batch: SimilarityInputs, a: State, b: State | undefined): Promise<SimilarityRow[]> {
  const table = withEnoughVotes(similarityTable(batch))
  const { voters } = batch.rollCalls
  const others = b === undefined ? partnersOf(table, voters.indexOf(a.iso3)) : [voters.indexOf(b.iso3)]
  const rows: SimilarityRow[] = []
  for (const other of others) {
    rows.push(pairRow(batch, table, a, b, other))
    await breath()
  }
  return b === undefined ? rows.sort(byKappa) : rows
}

function pairRow(batch: SimilarityInputs, table: DyadTable, a: State, b: State | undefined, other: number): SimilarityRow {
  const { rollCalls, options, draws, seed } = batch
  const i = rollCalls.voters.indexOf(a.iso3)
  const second = b?.iso3 ?? rollCalls.voters[other]!
  if (i < 0 || other < 0) return rowOf(batch, a.iso3, second, undefined)
  const point: Similarity = dyad(rollCalls.votes, i, other, options)
  if (point.n === 0) return rowOf(batch, a.iso3, second, undefined)
  // in a ranking of states, a figure on a handful of votes would come first by chance
  if (b === undefined && point.n < leastCommonVotes) return { ...rowOf(batch, a.iso3, second, undefined), n: point.n }
  const intervals =
    draws === 0
      ? undefined
      : measuresOf((name): SimilarityInterval | null => finite(dyadIntervals(rollCalls.votes, i, other, { ...options, draws, seed })[name]))
  return {
    ...rowOf(batch, a.iso3, second, point),
    ...(intervals === undefined ? {} : { intervals }),
    percentiles: measuresOf((name) => (point.n < leastCommonVotes ? null : rankAmong(table, name, point[name]))),
  }
}

function finite(interval: { low: number; high: number }): SimilarityInterval | null {
  return Number.isNaN(interval.low) ? null : interval
}

function partnersOf(table: DyadTable, self: number): number[] {
  return Array.from(table.a, (a, row) => (a === self ? table.b[row]! : table.b[row] === self ? a : -1)).filter((other) => other >= 0)
}

/** Orders rows by kappa, most similar first; pairs with too few votes for an interval come last. */
function byKappa(x: SimilarityRow, y: SimilarityRow): number {
  const value = (row: SimilarityRow): number => row.measures.kappa_quadratic ?? Number.NEGATIVE_INFINITY
  const unsure = (row: SimilarityRow): number => (row.intervals !== undefined && row.intervals.kappa_quadratic === null ? 1 : 0)
  return unsure(x) - unsure(y) || value(y) - value(x) || (x.iso3_b < y.iso3_b ? -1 : 1)
}

function nobody(request: SimilarityRequest): VisavisError {
  const who = request.a === undefined ? 'nobody' : `${request.a.name} (${request.a.iso3})`
  return new VisavisError('NoCoverage', `${who} has no recorded position in these votes, so there is nobody to compare it with`, {
    hint: `visavis states ${request.a?.iso3 ?? ''}`.trim(),
  })
}

async function noCoverage(snapshot: Snapshot, filter: VoteFilter): Promise<VisavisError> {
  const anyTime = await loadRollCalls(snapshot, { ...filter, from: undefined, to: undefined })
  const named = [
    filter.issue === undefined ? '' : `issue ${filter.issue}`,
    filter.wholeOnly ? 'whole' : '',
    filter.importantOnly ? 'important' : '',
  ].filter((word) => word !== '')
  const after = named.length === 0 ? '' : ` after the filter "${named.join(', ')}"`
  const when = filter.from === undefined ? `up to ${filter.to}` : `from ${filter.from} to ${filter.to}`
  const [first, last] = [anyTime.dates[0], anyTime.dates.at(-1)]
  if (first === undefined) return new VisavisError('NoCoverage', `the record has no roll calls${after}`)
  const message = `the record has no roll calls ${when}${after}. It covers ${first} to ${last}${named.length === 0 ? '' : ' with that filter'}.`
  return new VisavisError('NoCoverage', message, { hint: `--from ${first.slice(0, 4)} --to ${last!.slice(0, 4)}` })
}

/** Marks the UN members on the day of each roll call: 1 or 0 by position in the matrix. */
async function unEligible(snapshot: Snapshot, rollCalls: RollCalls): Promise<Uint8Array> {
  const rows = (await snapshot.rows("SELECT * FROM memberships WHERE bloc = 'UN' AND role = 'member'")) as unknown as Membership[]
  const { voters, dates, votes } = rollCalls
  const eligible = new Uint8Array(votes.positions.length)
  for (const { state, start_date, end_date } of rows) {
    const column = voters.indexOf(state)
    if (column < 0) continue
    for (let r = 0; r < dates.length; r++) {
      if (start_date <= dates[r]! && (end_date === null || dates[r]! <= end_date)) eligible[r * votes.states + column] = 1
    }
  }
  return eligible
}
