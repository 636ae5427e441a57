import { availableParallelism } from 'node:os'
import type { Claim } from '../../claims/claim.ts'
import { checkClaim, checkClaims, placesByPair } from '../../claims/testing/check-claims.ts'
import { testClaim, testClaims } from '../../claims/testing/test-claims.ts'
import type { TestedClaim } from '../../claims/verdict.ts'
import { VisavisError } from '../../errors.ts'
import { runThreads } from '../../numeric/threads.ts'
import type { Snapshot } from '../../store/index.ts'
import { unverifiableOnError } from '../reading/failed-claim.ts'
import type { Context } from '../request/operation.ts'

/** What each thread gets: all claims, the order in which they are taken, and the counter of those taken. */
export interface CheckJob {
  readonly directory: string
  readonly claims: readonly Claim[]
  readonly places: Uint32Array
  readonly taken: Int32Array
  readonly date: string
  readonly today: string
}

/** Some claims tested, with their places among all, or a warning. */
export type CheckPiece = { readonly places: readonly number[]; readonly tested: readonly TestedClaim[] } | { readonly warning: string }

/** A thread that has taken its claims takes so many more; also the number of claims between two progress reports. */
const claimsAtOnce = 500
/** Fewer claims than this are tested before another thread has opened the record and has its rows in memory. */
const claimsWorthAThread = 10_000

/**
 * Tests claims whose slots were given, in their order, on all processors where they are many. The verdicts are the same on any number of threads.
 *
 * @throws VisavisError Interrupted where the signal is aborted
 */
export async function checkMany(
  claims: readonly Claim[],
  date: string,
  snapshot: Snapshot,
  context: Context,
  threads: number = Math.min(availableParallelism(), Math.ceil(claims.length / claimsWorthAThread)),
): Promise<TestedClaim[]> {
  const { today, signal, onCount, warn } = context
  if (threads <= 1) return checkClaims(claims, { snapshot, cards: cardsOf(snapshot), date, today }, counted(claims.length, context))
  const taken = new Int32Array(new SharedArrayBuffer(4))
  const job: CheckJob = { directory: snapshot.directory, claims, places: Uint32Array.from(placesByPair(claims)), taken, date, today }
  const all: TestedClaim[] = []
  let done = 0
  const stop = (): unknown => Atomics.store(taken, 0, claims.length)
  signal?.addEventListener('abort', stop)
  try {
    await runThreads(import.meta.url, './check-worker', new Array(threads).fill(job), (message) => {
      const piece = message as CheckPiece
      if ('warning' in piece) return warn?.(piece.warning)
      // the thread has a copy of each claim
      for (const [i, place] of piece.places.entries()) all[place] = { ...piece.tested[i]!, claim: claims[place]! }
      done += piece.places.length
      onCount?.('claims', done, claims.length)
    })
  } finally {
    signal?.removeEventListener('abort', stop)
  }
  if (signal?.aborted) throw interrupted()
  return all
}

/**
 * Tests the claims of one text, in its order, as `visavis read` does: one claim may settle what another leaves open, and the text's own arithmetic is checked.
 *
 * @throws VisavisError Interrupted where the signal is aborted
 */
export async function checkClaimsOfText(
  claims: readonly Claim[],
  date: string,
  snapshot: Snapshot,
  context: Context,
): Promise<TestedClaim[]> {
  return testClaims(claims, { snapshot, cards: cardsOf(snapshot), date, today: context.today }, counted(claims.length, context))
}

/** Tests a claim, survives an error in it, and reports progress. */
function counted(count: number, context: Context): typeof testClaim {
  let done = 0
  return async (claim, bench) => {
    if (context.signal?.aborted) throw interrupted()
    if (count > claimsAtOnce && done < count && done % claimsAtOnce === 0) context.onCount?.('claims', done, count)
    done++
    return unverifiableOnError(testClaim(claim, bench), claim, `A claim on ${claim.indicator}`, context)
  }
}

const interrupted = (): VisavisError => new VisavisError('Interrupted', 'the check was stopped')

/** Takes claims until none is left. */
export async function checkUntilNoneLeft(job: CheckJob, snapshot: Snapshot, tell: (piece: CheckPiece) => void): Promise<void> {
  const { claims, taken, date, today } = job
  const bench = { snapshot, cards: cardsOf(snapshot), date, today }
  const warn = (warning: string): void => tell({ warning })
  for (;;) {
    const from = Atomics.add(taken, 0, claimsAtOnce)
    if (from >= claims.length) return
    const places = [...job.places.subarray(from, from + claimsAtOnce)]
    const tested: TestedClaim[] = []
    for (const place of places)
      tested.push(
        await checkClaim(claims[place]!, bench, (claim, own) =>
          unverifiableOnError(testClaim(claim, own), claim, `A claim on ${claim.indicator}`, { warn }),
        ),
      )
    tell({ places, tested })
  }
}

const cardsOf = (snapshot: Snapshot): ReadonlyMap<string, Snapshot['manifest']['sources'][number]> =>
  new Map(snapshot.manifest.sources.map((card) => [card.id, card]))
