import { distanceRows, type IdealPointsAnswer, type LabelledState, positionRows } from '../../assessments/votes/ideal-point-answer.ts'
import { dividingRollCalls } from '../../assessments/votes/ideal-point-dividing.ts'
import type { FittedPoints } from '../../assessments/votes/ideal-point-fit.ts'
import { acrossSpecifications, type MultiverseAnswer } from '../../assessments/votes/ideal-point-specifications.ts'
import { loadRecordedVotes } from '../../assessments/votes/ideal-point-votes.ts'
import { VisavisError } from '../../errors.ts'
import { openingYear } from '../../measures/ideal-points/ideal-point-ballots.ts'
import { cowOn, type State, stateOf } from '../../states/index.ts'
import type { Evidence } from '../../store/index.ts'
import type { IdealPointsRequest } from '../request/ideal-points-request.ts'
import type { Context, Input } from '../request/operation.ts'
import { dyadNamed, stateNamed } from '../request/parties.ts'
import { lastDayFor, withRecord } from '../storage/record.ts'
import {
  cachedOrNewFit,
  type FitWithVotes,
  type OpenChains,
  openChains,
  positionsUnderEverySpecification,
  type RecordFitRequest,
} from './ideal-points-fits.ts'
import { fitStatistics } from './ideal-points-sample.ts'

/**
 * Answers a request for ideal points from the recorded votes of a snapshot.
 *
 * @param fitted   the estimate, if it was made elsewhere
 */
export function idealPointsFromRecord(
  given: IdealPointsRequest,
  input: Input,
  context: Context,
  fitted?: FitWithVotes,
): Promise<IdealPointsAnswer> {
  return withRecord(input, context, async (snapshot) => {
    const last = lastDayFor(input, context, snapshot, given.specification.to)
    const [a, b] = requestedStates(given, last)
    return answerFor({ ...given, last, snapshot, env: context.env }, a, b, fitted)
  })
}

/**
 * Prepares the chains of the posterior that a request asks for.
 *
 * @throws VisavisError as `idealPointsFromRecord`
 */
export function chainsFromRecord(given: IdealPointsRequest, input: Input, context: Context): Promise<OpenChains> {
  return withRecord(input, context, async (snapshot) => {
    const last = lastDayFor(input, context, snapshot, given.specification.to)
    requestedStates(given, last)
    return openChains({ ...given, last, snapshot, env: context.env }, { ...given.specification, to: last })
  })
}

async function answerFor(
  asked: RecordFitRequest,
  a: State | undefined,
  b: State | undefined,
  fitted: FitWithVotes | undefined,
): Promise<IdealPointsAnswer> {
  const { divisive, snapshot } = asked
  const specification = { ...asked.specification, to: asked.last }
  const { fit, evidence } = fitted ?? (await cachedOrNewFit(asked, specification))
  const pair = a === undefined || b === undefined ? undefined : ([a.iso3, b.iso3] as const)
  const positions = b === undefined && divisive === undefined
  return {
    ...heading({ ...asked, specification }, fit, evidence, a, b),
    positions: positions ? positionRows(fit, names, a?.iso3) : [],
    distances: pair === undefined || divisive !== undefined || asked.multiverse ? [] : distanceRows(fit, ...pair),
    rollCalls: divisive === undefined ? [] : dividingRollCalls(await loadRecordedVotes(snapshot), fit, specification, divisive, pair),
    multiverse: pair === undefined || !asked.multiverse ? null : await multiverseFor(asked, fit, pair),
  }
}

/** Returns the distance of two states in one session under every specification; without a requested session, in their last common one. */
async function multiverseFor(asked: RecordFitRequest, fit: FittedPoints, [a, b]: readonly [string, string]): Promise<MultiverseAnswer> {
  const { session = distanceRows(fit, a, b).at(-1)?.session } = asked
  if (session === undefined || !fit.cellSession.includes(session))
    throw new VisavisError(
      'NoCoverage',
      `${a} and ${b} have no common votes in ${session === undefined ? 'any session' : `session ${session}`}`,
    )
  return acrossSpecifications(await positionsUnderEverySpecification(asked, session), session, a, b)
}

type Heading = Omit<IdealPointsAnswer, 'positions' | 'distances' | 'rollCalls' | 'multiverse'>

function heading(
  asked: RecordFitRequest,
  fit: FittedPoints,
  evidence: readonly Evidence[],
  a: State | undefined,
  b: State | undefined,
): Heading {
  return {
    schemaVersion: 1,
    scope: a === undefined ? 'all' : b === undefined ? 'state' : 'pair',
    a: a?.iso3 ?? null,
    b: b?.iso3 ?? null,
    sample: null,
    specification: asked.specification,
    fit: fitStatistics(fit),
    seed: asked.posterior ? asked.seed : null,
    snapshot: { id: asked.snapshot.manifest.id, created: asked.snapshot.manifest.created },
    evidence,
  }
}

function requestedStates({ a, b, specification }: IdealPointsRequest, last: string): [State | undefined, State | undefined] {
  if (a === undefined) return [undefined, undefined]
  if (b === undefined) return [stateNamed(a, last), undefined]
  return dyadNamed(a, b, { from: specification.from ?? '1946-01-01', to: last })
}

const names: LabelledState = (label, session) => {
  const state = stateOf(label)
  return { iso3: label, cow: state === undefined ? null : (cowOn(state, `${openingYear(session)}-12-31`) ?? null) }
}
