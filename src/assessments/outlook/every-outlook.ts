import { availableParallelism } from 'node:os'
import { VisavisError } from '../../errors.ts'
import { type ChunkRunner, runChunks } from '../../numeric/chunks.ts'
import { targetOfEvent } from '../../outlook/events/event-target.ts'
import { eventTargets } from '../../outlook/events/event-targets.ts'
import { periodCode } from '../../outlook/ledger/issue-entries.ts'
import type { OutlookFits } from '../../outlook/targets/outlook-fits.ts'
import type { OutlookTarget } from '../../outlook/targets/outlook-target.ts'
import { quantityNamed } from '../../outlook/targets/quantities.ts'
import { statePairsOn } from '../../states/index.ts'
import type { Snapshot } from '../../store/index.ts'
import { standingFacts } from '../standing/standing-record.ts'
import { eventsOfRecord } from './events-of-record.ts'
import { outlookLine, PackedOutlooks } from './every-outlook-rows.ts'
import { goodsRecord } from './goods-series.ts'
import { pairOutlook } from './pair-outlook.ts'

/** Which forecasts to make, of which pairs. */
export interface EveryOutlookRequest {
  /** The day of the record, or an earlier one after which nothing is used; then there are no events. */
  readonly to: string
  /** ISO3 code: only pairs with this state. */
  readonly state: string | undefined
  readonly horizon: number | undefined
  /** Only this quantity or kind of event. */
  readonly target: string | undefined
}

/** How many pairs a quantity or kind of event is forecast for. */
export interface OutlookTally {
  readonly target: string
  readonly pairs: number
  readonly forecasts: number
}

/** The forecasts of all pairs. */
export interface EveryOutlookAnswer {
  readonly schemaVersion: 1
  readonly asOf: string
  readonly snapshot: { readonly id: string; readonly created: string }
  readonly state: string | null
  readonly horizon: number | null
  readonly target: string | null
  readonly pairs: number
  readonly forecasts: number
  readonly targets: readonly OutlookTally[]
  readonly rows: PackedOutlooks
}

/** How the work is run; none of these options changes the answer. */
export interface EveryOutlookOptions {
  /** Default: the number of available processors. */
  readonly threads?: number
  readonly onProgress?: ((done: number, total: number) => void) | undefined
  readonly signal?: AbortSignal | undefined
}

/** The instructions for one worker thread. */
export interface OutlookJob {
  readonly directory: string
  readonly request: EveryOutlookRequest
  readonly fits: OutlookFits
}

/** Forecasts of some pairs. */
export interface OutlookPiece {
  readonly pairs: number
  readonly rows: Uint8Array
  readonly targets: readonly OutlookTally[]
}

const pairsAtOnce = 64
/** Fewer pairs than this are finished before another thread has opened the record. */
const pairsWorthAThread = 1000

/**
 * Forecasts every pair of states that existed on a day: each quantity and event at each horizon as a row. The forecasts are those of `outlook`, whatever the
 * number of threads.
 *
 * @param snapshot   the record; each thread opens its own copy
 * @throws VisavisError Interrupted where the signal is aborted
 */
export async function everyOutlook(
  request: EveryOutlookRequest,
  snapshot: Snapshot,
  fits: OutlookFits,
  options: EveryOutlookOptions = {},
): Promise<EveryOutlookAnswer> {
  const total = statePairsOn(request.to, request.state).length
  const threads = options.threads ?? Math.max(1, Math.min(availableParallelism(), Math.ceil(total / pairsWorthAThread)))
  const job: OutlookJob = { directory: snapshot.directory, request, fits }
  const { onProgress, signal } = options
  const pieces = await runChunks<OutlookPiece>(import.meta.url, './every-outlook-worker', job, {
    ...{ items: total, size: pairsAtOnce, threads, signal },
    own: () => pairForecaster(job, snapshot),
    onPiece: (_, found) => onProgress?.(found, total),
  })
  const done = pieces.reduce((sum, { pairs }) => sum + pairs, 0)
  if (signal?.aborted) throw new VisavisError('Interrupted', `stopped after ${done} of ${total} pairs`)
  const { id, created } = snapshot.manifest
  const targets = joinedTallies(pieces.flatMap((piece) => piece.targets))
  return {
    ...{ schemaVersion: 1, asOf: request.to, snapshot: { id, created } },
    ...{ state: request.state ?? null, horizon: request.horizon ?? null, target: request.target ?? null },
    ...{ pairs: done, forecasts: targets.reduce((sum, { forecasts }) => sum + forecasts, 0), targets },
    rows: new PackedOutlooks(pieces.map(({ rows }) => rows)),
  }
}

/** Loads what forecasts of pairs need, and returns a function that forecasts those from one position to before another. */
export async function pairForecaster(
  { request, fits }: Pick<OutlookJob, 'request' | 'fits'>,
  snapshot: Snapshot,
): Promise<ChunkRunner<OutlookPiece>> {
  const pairs = statePairsOn(request.to, request.state)
  // figures of all pairs are read at once, not pair by pair
  await Promise.all([goodsRecord(snapshot, null), standingFacts(snapshot)])
  return async (from, to) => {
    const some = pairs.slice(from, to)
    const lines: string[] = []
    const tallies: OutlookTally[] = []
    for (const [a, b] of some) {
      const found = (await targetsOf(a, b)).filter((one) => isAsked(one, request))
      for (const one of found) lines.push(outlookLine(a.iso3, b.iso3, one, periodCode(one.period)))
      tallies.push(...talliesOf(found))
    }
    return { pairs: some.length, rows: new TextEncoder().encode(lines.join('')), targets: joinedTallies(tallies) }
  }

  async function targetsOf(...[a, b]: (typeof pairs)[number]): Promise<OutlookTarget[]> {
    const { targets } = await pairOutlook(snapshot, a, b, request.to, fits)
    if (request.to < snapshot.manifest.created.slice(0, 10)) return [...targets]
    const events = eventTargets(await eventsOfRecord(snapshot), a.iso3, b.iso3).targets
    return [...targets, ...events.map(targetOfEvent)]
  }
}

/** The quantity, or the kind of event, whatever the direction, the sender or the bloc. */
function kindOf(id: string): string {
  return quantityNamed(id)?.quantity.id ?? id.split(':')[0]!
}

function isAsked({ id, horizon }: OutlookTarget, request: EveryOutlookRequest): boolean {
  return (
    (request.horizon ?? horizon) === horizon && (request.target === undefined || request.target === id || request.target === kindOf(id))
  )
}

function talliesOf(targets: readonly OutlookTarget[]): OutlookTally[] {
  const counts = new Map<string, number>()
  for (const { id } of targets) counts.set(kindOf(id), (counts.get(kindOf(id)) ?? 0) + 1)
  return [...counts].map(([target, forecasts]) => ({ target, pairs: 1, forecasts }))
}

function joinedTallies(all: readonly OutlookTally[]): OutlookTally[] {
  const sums = new Map<string, OutlookTally>()
  for (const { target, pairs, forecasts } of all) {
    const known = sums.get(target)
    sums.set(target, { target, pairs: pairs + (known?.pairs ?? 0), forecasts: forecasts + (known?.forecasts ?? 0) })
  }
  return [...sums.values()].sort((x, y) => (x.target < y.target ? -1 : 1))
}
