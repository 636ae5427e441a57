import { type FitRequest, type FittedPoints, fitPoints, openFit, warmFrom } from '../../assessments/votes/ideal-point-fit.ts'
import { storedPoints } from '../../assessments/votes/ideal-point-stored.ts'
import { chosenVotes, loadRecordedVotes, type RecordedVotes } from '../../assessments/votes/ideal-point-votes.ts'
import { VisavisError } from '../../errors.ts'
import type { IdealPointPosterior, OpenPosterior } from '../../measures/ideal-point-posterior/ideal-point-posterior.ts'
import type { Specification } from '../../measures/ideal-points/ideal-point-ballots.ts'
import { multiverse, pointsUnder, type SpecifiedPoint } from '../../measures/ideal-points/ideal-point-multiverse.ts'
import type { Evidence, Snapshot } from '../../store/index.ts'
import { type IdealPointsRequest, usualChains } from '../request/ideal-points-request.ts'
import { cacheFit, fitKey, readCachedFit, readNewestFit } from '../storage/fit-cache.ts'

/** A request for ideal points estimated from the record: the options, the record, the last day of votes, and where fits are cached. */
export interface RecordFitRequest extends IdealPointsRequest {
  readonly snapshot: Snapshot
  readonly last: string
  readonly env: Readonly<Record<string, string | undefined>>
}

/** Estimated ideal points, with the sources of the votes that they rest on. */
export interface FitWithVotes {
  readonly fit: FittedPoints
  readonly evidence: readonly Evidence[]
}

const poles = { high: 'USA', low: 'RUS' }

/**
 * Returns the fit for a request: from the cache if the same code made it from this snapshot; otherwise the fit is estimated and cached. With
 * `update`, the estimation starts from the newest cached fit for the same request.
 */
export async function cachedOrNewFit(asked: RecordFitRequest, specification: Specification): Promise<FitWithVotes> {
  const { snapshot, env, update } = asked
  const question = fitQuestion(asked)
  const cold = await fitKey(question, { snapshot: snapshot.manifest.id, specification })
  // a fit started from an earlier one differs slightly from one started afresh, so they are cached under different names
  const warm = await fitKey(question, { snapshot: snapshot.manifest.id, specification, update })
  const kept = (await readCachedFit<FitWithVotes>(env, cold)) ?? (update ? await readCachedFit<FitWithVotes>(env, warm) : undefined)
  if (kept !== undefined) return kept
  const before = update ? await readNewestFit<FitWithVotes>(env, question) : undefined
  const fitted = await estimateFit(asked, specification, before?.fit)
  await cacheFit(env, before === undefined ? cold : warm, fitted)
  return fitted
}

/** What a cached fit answers; two chains are so usual that they are not in its name. */
function fitQuestion({ specification, posterior, seed, chains }: RecordFitRequest): Readonly<Record<string, unknown>> {
  const drawn = posterior && chains !== usualChains ? { chains } : {}
  return { of: 'fit', specification, seed: posterior ? seed : null, ...drawn }
}

async function estimateFit(asked: RecordFitRequest, specification: Specification, before: FittedPoints | undefined): Promise<FitWithVotes> {
  const { request, evidence } = await fitRequest(asked, specification)
  const fit = await fitPoints({
    ...request,
    ...(asked.posterior ? { posteriorSeed: asked.seed, chains: asked.chains } : {}),
    ...(before === undefined ? {} : { warm: warmFrom(before) }),
  })
  return { fit, evidence }
}

async function fitRequest(
  asked: RecordFitRequest,
  specification: Specification,
): Promise<{ readonly request: FitRequest; readonly evidence: readonly Evidence[] }> {
  const recorded = await loadRecordedVotes(asked.snapshot)
  const { ballots, evidence } = chosenVotes(recorded, specification)
  if (ballots.length === 0) throw emptySelectionError(specification, recorded)
  return { request: { states: recorded.voters, ballots, prior: specification.prior, poles, threads: asked.threads }, evidence }
}

/** An estimate whose chains are to be run. */
export interface OpenChains {
  readonly posterior: OpenPosterior
  fitted(drawn: IdealPointPosterior): FitWithVotes
}

/** Estimates ideal points as `cachedOrNewFit` does for a posterior, up to its chains. */
export async function openChains(asked: RecordFitRequest, specification: Specification): Promise<OpenChains> {
  const [{ request, evidence }, { openPosterior }] = await Promise.all([
    fitRequest(asked, specification),
    import('../../measures/ideal-point-posterior/ideal-point-posterior.ts'),
  ])
  // each process has a thread of its own
  const { fit, fitted } = await openFit({ ...request, threads: 1 })
  return {
    posterior: openPosterior(fit, { seed: asked.seed, chains: asked.chains }),
    fitted: (drawn) => ({ fit: fitted(drawn), evidence }),
  }
}

/**
 * Returns the positions of states in one session under every specification. They come from the record if it holds positions from exactly
 * these votes, otherwise from the cache; if neither has them, they are estimated and cached.
 */
export async function positionsUnderEverySpecification(
  asked: RecordFitRequest,
  session: number,
): Promise<ReadonlyMap<string, readonly SpecifiedPoint[]>> {
  const { snapshot, env, last, threads } = asked
  const recorded = await loadRecordedVotes(snapshot)
  const held = (recorded.votes.at(-1)?.date ?? '') <= last ? await storedPoints(snapshot, session) : undefined
  if (held !== undefined) return held
  const name = await fitKey({ of: 'multiverse', session }, { snapshot: snapshot.manifest.id, last })
  const kept = await readCachedFit<Map<string, SpecifiedPoint[]>>(env, name)
  if (kept !== undefined) return kept
  const until = { ...recorded, votes: recorded.votes.filter(({ date }) => date <= last) }
  const points = new Map<string, SpecifiedPoint[]>()
  for (const named of multiverse) points.set(named.name, await pointsUnder(until, named, { only: session, threads }))
  await cacheFit(env, name, points)
  return points
}

function emptySelectionError({ from, to, issue, important, fromSession }: Specification, { votes }: RecordedVotes): VisavisError {
  const filters = [issue === undefined ? '' : `issue ${issue}`, important ? 'important' : ''].filter((word) => word !== '')
  const after = filters.length === 0 ? '' : ` after the filter "${filters.join(', ')}"`
  const begin = from ?? (fromSession === undefined ? undefined : `session ${fromSession}`)
  const [first, last] = [votes[0]?.date, votes.at(-1)?.date]
  return new VisavisError(
    'NoCoverage',
    `the record has no roll calls ${begin === undefined ? '' : `from ${begin} on, `}up to ${to}${after}. It covers ${first} to ${last}.`,
    { hint: 'visavis measure ideal-points CHN RUS --from 1990 --to 2025' },
  )
}
