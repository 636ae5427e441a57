import { availableParallelism } from 'node:os'
import type { Claim } from '../../claims/claim.ts'
import { checkClaims, placesByPair } from '../../claims/testing/check-claims.ts'
import { testClaim, testClaims } from '../../claims/testing/test-claims.ts'
import type { TestedClaim } from '../../claims/verdict.ts'
import { VisavisError } from '../../errors.ts'
import { runThreads } from '../../numeric/threads.ts'
import type { Snapshot } from '../../store/index.ts'
import { unverifiableOnError } from '../reading/failed-claim.ts'
import type { Context } from '../request/operation.ts'

/** Claims that are tested one after the other, by their places among all: those of one text together, as one may settle what another leaves open. */
interface ClaimGroup {
  readonly places: readonly number[]
  readonly isText: boolean
}

/** What each thread gets: all claims, the groups in which they are taken, and the counter of those taken. */
export interface CheckJob {
  readonly directory: string
  readonly claims: readonly Claim[]
  readonly groups: readonly ClaimGroup[]
  readonly taken: Int32Array
  readonly date: string
  readonly today: string
}

/** Some claims tested, with their places among all, or a warning. */
export type CheckPiece = { readonly places: readonly number[]; readonly tested: readonly TestedClaim[] } | { readonly warning: string }

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
  const taken = new Int32Array(new SharedArrayBuffer(4))
  const job: CheckJob = { directory: snapshot.directory, claims, groups: groupsOf(claims, texts), taken, date, today }
  const all: TestedClaim[] = []
  let done = 0
  const take = (piece: CheckPiece): void => {
    if ('warning' in piece) {
      warn?.(piece.warning)
      return
    }
    // a thread has a copy of each claim
    for (const [i, place] of piece.places.entries()) all[place] = { ...piece.tested[i]!, claim: claims[place]! }
    done += piece.places.length
    if (claims.length > claimsAtOnce) onCount?.('claims', done, claims.length)
  }
  const stop = (): unknown => Atomics.store(taken, 0, job.groups.length)
  signal?.addEventListener('abort', stop)
  try {
    if (signal?.aborted) stop()
    if (threads <= 1) await checkUntilNoneLeft(job, snapshot, take, signal)
    else await runThreads(import.meta.url, './check-worker', new Array(threads).fill(job), (message) => take(message as CheckPiece))
  } finally {
    signal?.removeEventListener('abort', stop)
  }
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

/** Takes groups of claims until none is left. */
export async function checkUntilNoneLeft(
  job: CheckJob,
  snapshot: Snapshot,
  tell: (piece: CheckPiece) => void,
  signal?: AbortSignal,
): Promise<void> {
  const { groups, taken, date, today } = job
  const cards = new Map(snapshot.manifest.sources.map((card) => [card.id, card]))
  const bench = { snapshot, cards, date, today }
  const warn = (warning: string): void => tell({ warning })
  const test: typeof testClaim = async (claim, own) => {
    if (signal?.aborted) throw interrupted()
    return unverifiableOnError(testClaim(claim, own), claim, `A claim on ${claim.indicator}`, { warn })
  }
  for (;;) {
    const group = groups[Atomics.add(taken, 0, 1)]
    if (group === undefined) return
    const claims = group.places.map((place) => job.claims[place]!)
    tell({ places: group.places, tested: await (group.isText ? testClaims : checkClaims)(claims, bench, test) })
  }
}
