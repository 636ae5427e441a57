import { availableParallelism } from 'node:os'
import type { Claim } from '../../claims/claim.ts'
import { checkClaims, placesByPair } from '../../claims/testing/check-claims.ts'
import { testClaim, testClaims } from '../../claims/testing/test-claims.ts'
import type { TestedClaim } from '../../claims/verdict.ts'
import { VisavisError } from '../../errors.ts'
import { type ChunkRunner, runChunks } from '../../numeric/chunks.ts'
import type { Snapshot } from '../../store/index.ts'
import { unverifiableOnError } from '../reading/failed-claim.ts'
import type { Context } from '../request/operation.ts'

/** Claims that are tested one after the other, by their places among all: those of one text together, as one may settle what another leaves open. */
interface ClaimGroup {
  readonly places: readonly number[]
  readonly isText: boolean
}

/** What each thread gets: all claims, and the groups in which they are taken. */
export interface CheckJob {
  readonly directory: string
  readonly claims: readonly Claim[]
  readonly groups: readonly ClaimGroup[]
  readonly date: string
  readonly today: string
}

/** Some claims tested, with their places among all, and warnings. */
export interface CheckPiece {
  readonly places: readonly number[]
  readonly tested: readonly TestedClaim[]
  readonly warnings: readonly string[]
}

/** Claims that stand alone are taken so many at a time. */
const claimsAtOnce = 500
/** Fewer claims than this are tested before another thread has opened the record and has its rows in memory. */
const claimsWorthAThread = 10_000

/**
 * Tests claims whose slots were given, on all processors where they are many. The verdicts are the same on any number of threads.
 *
 * @param texts     places of the claims of each text, in its order; a claim in none of them stands alone
 * @returns the claims in the order in which they were given
 * @throws VisavisError Interrupted where the signal is aborted
 */
export async function checkMany(
  claims: readonly Claim[],
  texts: readonly (readonly number[])[],
  date: string,
  snapshot: Snapshot,
  context: Context,
  threads: number = Math.min(availableParallelism(), Math.ceil(claims.length / claimsWorthAThread)),
): Promise<TestedClaim[]> {
  const { today, signal, onCount, warn } = context
  const job: CheckJob = { directory: snapshot.directory, claims, groups: groupsOf(claims, texts), date, today }
  const all: TestedClaim[] = []
  let done = 0
  await runChunks<CheckPiece>(import.meta.url, './check-worker', job, {
    ...{ items: job.groups.length, size: 1, threads, signal },
    own: () => groupChecker(job, snapshot, signal),
    onPiece: ({ places, tested, warnings }) => {
      for (const warning of warnings) warn?.(warning)
      // a thread has a copy of each claim
      for (const [i, place] of places.entries()) all[place] = { ...tested[i]!, claim: claims[place]! }
      done += places.length
      if (claims.length > claimsAtOnce) onCount?.('claims', done, claims.length)
    },
  })
  if (signal?.aborted) throw interrupted()
  return all
}

const interrupted = (): VisavisError => new VisavisError('Interrupted', 'the check was stopped')

function groupsOf(claims: readonly Claim[], texts: readonly (readonly number[])[]): ClaimGroup[] {
  const inText = new Set(texts.flat())
  const alone = placesByPair(claims).filter((place) => !inText.has(place))
  const chunks = Array.from({ length: Math.ceil(alone.length / claimsAtOnce) }, (_, i) =>
    alone.slice(i * claimsAtOnce, (i + 1) * claimsAtOnce),
  )
  return [...texts.map((places) => ({ places, isText: true })), ...chunks.map((places) => ({ places, isText: false }))]
}

/** Returns a function that tests the claims of some groups. */
export function groupChecker({ claims, groups, date, today }: CheckJob, snapshot: Snapshot, signal?: AbortSignal): ChunkRunner<CheckPiece> {
  const cards = new Map(snapshot.manifest.sources.map((card) => [card.id, card]))
  const bench = { snapshot, cards, date, today }
  return async (at) => {
    const warnings: string[] = []
    const warn = (warning: string): void => void warnings.push(warning)
    const test: typeof testClaim = async (claim, own) => {
      if (signal?.aborted) throw interrupted()
      return unverifiableOnError(testClaim(claim, own), claim, `A claim on ${claim.indicator}`, { warn })
    }
    const { places, isText } = groups[at]!
    const own = places.map((place) => claims[place]!)
    return { places, tested: await (isText ? testClaims : checkClaims)(own, bench, test), warnings }
  }
}
