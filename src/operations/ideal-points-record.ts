import { distanceRows, type IdealPointsAnswer, type Names, positionRows } from '../assessments/ideal-point-answer.ts'
import { dividingRollCalls } from '../assessments/ideal-point-dividing.ts'
import { type FittedPoints, fitPoints } from '../assessments/ideal-point-fit.ts'
import { acrossSpecifications } from '../assessments/ideal-point-specifications.ts'
import { chosenVotes, loadRecordedVotes, type RecordedVotes } from '../assessments/ideal-point-votes.ts'
import { VisavisError } from '../errors.ts'
import { multiverse, pointsUnder, type SpecifiedPoint } from '../measures/ideal-point-multiverse.ts'
import { openingYear } from '../measures/ideal-point-record.ts'
import { cowOn, type State, stateOf } from '../states/index.ts'
import type { Evidence, Snapshot } from '../store/index.ts'
import { dyadNamed, stateNamed } from './dyad.ts'
import type { AskedIdealPoints } from './ideal-points-request.ts'
import { fitAbout } from './ideal-points-sample.ts'
import type { Context, Input } from './operation.ts'
import { lastDayFor, withRecord } from './record.ts'

const poles = { high: 'USA', low: 'RUS' }

/** Ideal points from the recorded votes of a snapshot. */
export function fromRecord(given: AskedIdealPoints, input: Input, context: Context): Promise<IdealPointsAnswer> {
  return withRecord(input, context, async (snapshot) => {
    const last = lastDayFor(input, context, snapshot, given.specification.to)
    const asked = { ...given, specification: { ...given.specification, to: last } }
    const [a, b] = whom(asked, last)
    return answerFor(asked, snapshot, a, b)
  })
}

async function answerFor(
  asked: AskedIdealPoints,
  snapshot: Snapshot,
  a: State | undefined,
  b: State | undefined,
): Promise<IdealPointsAnswer> {
  const { specification, divisive } = asked
  const recorded = await loadRecordedVotes(snapshot)
  const { ballots, evidence } = chosenVotes(recorded, specification)
  if (ballots.length === 0) throw nothingChosen(asked)
  const fit = await fitPoints({
    states: recorded.voters,
    ballots,
    prior: specification.prior,
    poles,
    threads: asked.threads,
    ...(asked.posterior ? { posteriorSeed: asked.seed } : {}),
  })
  const pair = a === undefined || b === undefined ? undefined : ([a.iso3, b.iso3] as const)
  return {
    ...heading(asked, fit, snapshot, evidence, a, b),
    positions: b === undefined && divisive === undefined ? positionRows(fit, names, a?.iso3) : [],
    distances: pair === undefined || divisive !== undefined || asked.multiverse ? [] : distanceRows(fit, ...pair),
    rollCalls: divisive === undefined ? [] : dividingRollCalls(recorded, fit, specification, divisive, pair),
    multiverse: pair === undefined || !asked.multiverse ? null : await multiverseFor(asked, recorded, fit, pair),
  }
}

/** The distance under every specification. */
async function multiverseFor(
  asked: AskedIdealPoints,
  recorded: RecordedVotes,
  fit: FittedPoints,
  [a, b]: readonly [string, string],
): Promise<IdealPointsAnswer['multiverse']> {
  const { session = distanceRows(fit, a, b).at(-1)?.session, threads } = asked
  if (session === undefined || !fit.cellSession.includes(session))
    throw new VisavisError(
      'NoCoverage',
      `${a} and ${b} have no common votes in ${session === undefined ? 'any session' : `session ${session}`}`,
    )
  const until = { ...recorded, votes: recorded.votes.filter(({ date }) => date <= (asked.specification.to ?? '9999')) }
  const points = new Map<string, SpecifiedPoint[]>()
  for (const named of multiverse) points.set(named.name, await pointsUnder(until, named, { only: session, threads }))
  return acrossSpecifications(points, session, a, b)
}

type Heading = Omit<IdealPointsAnswer, 'positions' | 'distances' | 'rollCalls' | 'multiverse'>

function heading(
  asked: AskedIdealPoints,
  fit: FittedPoints,
  snapshot: Snapshot,
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
    fit: fitAbout(fit),
    seed: asked.posterior ? asked.seed : null,
    snapshot: { id: snapshot.manifest.id, created: snapshot.manifest.created },
    evidence,
  }
}

function whom({ a, b, specification }: AskedIdealPoints, last: string): [State | undefined, State | undefined] {
  if (a === undefined) return [undefined, undefined]
  if (b === undefined) return [stateNamed(a, last), undefined]
  return dyadNamed(a, b, { from: specification.from ?? '1946-01-01', to: last })
}

const names: Names = (label, session) => {
  const state = stateOf(label)
  return { iso3: label, cow: state === undefined ? null : (cowOn(state, `${openingYear(session)}-12-31`) ?? null) }
}

function nothingChosen({ specification }: AskedIdealPoints): VisavisError {
  const { from, to, issue, important } = specification
  const filters = [issue === undefined ? '' : `issue ${issue}`, important ? 'important' : ''].filter((word) => word !== '')
  const after = filters.length === 0 ? '' : ` after the filter "${filters.join(', ')}"`
  return new VisavisError('NoCoverage', `the record has no roll calls ${from === undefined ? '' : `from ${from} `}up to ${to}${after}`, {
    hint: 'visavis measure ideal-points CHN RUS --from 1990 --to 2025',
  })
}
