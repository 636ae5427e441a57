import { availableParallelism } from 'node:os'
import { VisavisError } from '../../errors.ts'
import { readFiguresFrom, readGoodsFrom } from '../../memory/index.ts'
import { runChunks } from '../../numeric/chunks.ts'
import { type ListNumbers, listNumbersOn, type State, statePairsOn } from '../../states/index.ts'
import type { Snapshot } from '../../store/index.ts'
import { assessDomains, domainInputs } from '../assess.ts'
import type { DomainAssessment } from '../forms/assessment.ts'
import { type DomainId, domains } from '../forms/domains.ts'
import { loadRows } from '../record/rows-in-memory.ts'
import { PackedRows, packedDyadRows, rowsOf } from './every-dyad-rows.ts'

/** Which pairs to assess, on which day, and which domains. */
export interface EveryDyadRequest {
  readonly from: string | undefined
  readonly to: string
  /** ISO3 code: only pairs that include this state. */
  readonly state: string | undefined
  readonly domain: DomainId | undefined
  readonly draws: number
  readonly seed: number
}

/** For how many pairs a domain is available, and with how many figures. */
export interface DomainTally {
  readonly id: DomainId
  readonly title: string
  readonly known: number
  readonly unknown: number
  readonly notApplicable: number
  /** Known figures summed over all pairs. */
  readonly figures: number
}

export interface PairTally {
  readonly a: string
  readonly b: string
  /** Number of domains with data. */
  readonly domains: number
  readonly figures: number
}

/** An error, and how many pairs it affected. */
export interface DyadError {
  readonly message: string
  readonly pairs: number
  /** The first pair affected. */
  readonly first: string
}

export interface EveryDyadAnswer {
  readonly schemaVersion: 1
  readonly from: string | null
  readonly to: string
  readonly snapshot: { readonly id: string; readonly created: string }
  readonly draws: number
  readonly seed: number
  readonly state: string | null
  readonly domain: DomainId | null
  readonly states: number
  /** The numbers of each state of the pairs on the day in the lists of Correlates of War and of Gleditsch and Ward. */
  readonly codes: readonly ({ readonly iso3: string } & ListNumbers)[]
  readonly pairs: number
  readonly figures: number
  readonly domains: readonly DomainTally[]
  /**
   * The ten pairs with the most available domains, and the ten with the fewest. Ties are broken by the number of
   * figures.
   */
  readonly most: readonly PairTally[]
  readonly fewest: readonly PairTally[]
  readonly errors: readonly DyadError[]
  readonly rows: PackedRows
}

/** How the work is run; none of these options changes the answer. */
export interface EveryDyadOptions {
  /** Default: the number of available processors. */
  readonly threads?: number
  readonly onProgress?: ((done: number, total: number) => void) | undefined
  readonly signal?: AbortSignal | undefined
}

/** The instructions for one worker thread. */
export interface DyadJob {
  readonly directory: string
  readonly request: EveryDyadRequest
}

/** Results for some pairs, with their positions among all pairs. */
export interface DyadPiece {
  readonly from: number
  readonly rows: Uint8Array
  readonly pairs: readonly CountedPair[]
}

/** A pair with the state of each domain, or its error message. */
export interface CountedPair {
  readonly a: string
  readonly b: string
  readonly domains: readonly { readonly id: DomainId; readonly state: string; readonly figures: number }[]
  readonly error?: string
}

const pairsAtOnce = 32
/** Fewer pairs than this are finished before another thread has opened the record. */
const pairsWorthAThread = 150

/**
 * Assesses every pair of states that existed on a day: each figure as a row, and the availability of each domain. The
 * figures are bit for bit those of `assess`, whatever the number of threads.
 *
 * @param snapshot   the record; each thread opens its own copy
 * @throws VisavisError Interrupted where the signal is aborted
 */
export async function everyDyad(request: EveryDyadRequest, snapshot: Snapshot, options: EveryDyadOptions = {}): Promise<EveryDyadAnswer> {
  const pairs = statePairsOn(request.to, request.state)
  const threads = Math.max(1, Math.min(options.threads ?? availableParallelism(), Math.ceil(pairs.length / pairsWorthAThread)))
  const job: DyadJob = { directory: snapshot.directory, request }
  const { onProgress, signal } = options
  const pieces = await runChunks<DyadPiece>(import.meta.url, './every-dyad-worker', job, {
    ...{ items: pairs.length, size: pairsAtOnce, threads, signal },
    own: async () => (await dyadAssessor(request, snapshot)).assess,
    onPiece: (_, done) => onProgress?.(done, pairs.length),
  })
  if (signal?.aborted) throw new VisavisError('Interrupted', `stopped after ${pairsIn(pieces)} of ${pairs.length} pairs`)
  return joinedDyads(request, snapshot.manifest, pieces)
}

const pairsIn = (pieces: readonly DyadPiece[]): number => pieces.reduce((sum, piece) => sum + piece.pairs.length, 0)

/** The number of all pairs of a request, and a function that assesses those from one position to before another. */
export interface DyadAssessor {
  readonly count: number
  assess(from: number, to: number): Promise<DyadPiece>
}

/** Loads what the pairs of a request need. */
export async function dyadAssessor(request: EveryDyadRequest, snapshot: Snapshot): Promise<DyadAssessor> {
  const pairs = statePairsOn(request.to, request.state)
  const held = await loadRows(snapshot, request.to, request.state === undefined ? 'all' : [request.state])
  return {
    count: pairs.length,
    assess: async (from, to) => {
      const found: Assessed[] = []
      for (const [a, b] of pairs.slice(from, to)) {
        // the pairs are in the order of their codes
        if (request.state === undefined) await Promise.all([readFiguresFrom(snapshot, a.iso3), readGoodsFrom(snapshot, a.iso3)])
        found.push(await assessed(a, b))
      }
      return { from, rows: packedDyadRows(found.flatMap(({ rows }) => rows)), pairs: found.map(({ counted }) => counted) }
    },
  }
  async function assessed(a: State, b: State): Promise<Assessed> {
    const names = { a: a.iso3, b: b.iso3 }
    try {
      const { from, to, draws, seed, domain } = request
      const inputs = domainInputs({ a, b, from, to, draws, seed }, snapshot, held)
      const found = await assessDomains({ ...inputs, withoutYears: true }, domain)
      return { counted: { ...names, domains: found.map(tallied) }, rows: rowsOf({ a, b, domains: found }) }
    } catch (cause) {
      return { counted: { ...names, domains: [], error: (cause as Error).message }, rows: [] }
    }
  }
}

interface Assessed {
  readonly counted: CountedPair
  readonly rows: ReturnType<typeof rowsOf>
}

function tallied(domain: DomainAssessment): CountedPair['domains'][number] {
  const figures = domain.estimates.filter(({ id, state }) => (state === 'observed' || state === 'estimated') && !id.endsWith('.series'))
  return { id: domain.id, state: domain.state, figures: figures.length }
}

/** Joins the pieces of a request, in any order, to its answer. */
export function joinedDyads(
  request: EveryDyadRequest,
  manifest: Pick<Snapshot['manifest'], 'id' | 'created'>,
  unordered: readonly DyadPiece[],
): EveryDyadAnswer {
  const pieces = [...unordered].sort((x, y) => x.from - y.from)
  const pairs = pieces.flatMap((piece) => piece.pairs)
  const counts = pairs.filter(({ error }) => error === undefined).map(countsOf)
  const byDomains = [...counts].sort((x, y) => y.domains - x.domains || y.figures - x.figures || (x.a + x.b < y.a + y.b ? -1 : 1))
  const { from, to, draws, seed, state, domain } = request
  const states = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))].sort()
  return {
    schemaVersion: 1,
    from: from ?? null,
    to,
    snapshot: { id: manifest.id, created: manifest.created },
    draws,
    seed,
    state: state ?? null,
    domain: domain ?? null,
    states: states.length,
    codes: states.map((iso3) => ({ iso3, ...listNumbersOn(iso3, to) })),
    pairs: pairs.length,
    figures: counts.reduce((sum, one) => sum + one.figures, 0),
    domains: talliesOf(pairs, domain),
    most: byDomains.slice(0, 10),
    fewest: byDomains.slice(-10).reverse(),
    errors: errorsOf(pairs),
    rows: new PackedRows(pieces.map(({ rows }) => rows)),
  }
}

function countsOf({ a, b, domains: found }: CountedPair): PairTally {
  const known = found.filter(({ state }) => state === 'observed' || state === 'estimated').length
  return { a, b, domains: known, figures: found.reduce((sum, { figures }) => sum + figures, 0) }
}

function talliesOf(pairs: readonly CountedPair[], only: DomainId | undefined): DomainTally[] {
  const chosen = domains.filter(({ id }) => only === undefined || id === only)
  return chosen.map(({ id, title }) => {
    const own = pairs.flatMap((pair) => pair.domains.filter((domain) => domain.id === id))
    const count = (of: (state: string) => boolean): number => own.filter(({ state }) => of(state)).length
    return {
      id,
      title,
      known: count((state) => state === 'observed' || state === 'estimated'),
      unknown: count((state) => state === 'unknown'),
      notApplicable: count((state) => state === 'not-applicable'),
      figures: own.reduce((sum, { figures }) => sum + figures, 0),
    }
  })
}

function errorsOf(pairs: readonly CountedPair[]): DyadError[] {
  const found = new Map<string, { pairs: number; first: string }>()
  for (const { a, b, error } of pairs) {
    if (error === undefined) continue
    const one = found.get(error)
    if (one === undefined) found.set(error, { pairs: 1, first: `${a} ${b}` })
    else one.pairs++
  }
  return [...found].map(([message, one]) => ({ message, ...one }))
}
