import type { StandingOrder } from '../../measures/standing/standing-classes.ts'
import { targetOfEvent } from '../../outlook/events/event-target.ts'
import { eventTargets } from '../../outlook/events/event-targets.ts'
import type { OutlookFits } from '../../outlook/targets/outlook-fits.ts'
import type { OutlookTarget } from '../../outlook/targets/outlook-target.ts'
import type { State } from '../../states/index.ts'
import type { Snapshot } from '../../store/index.ts'
import type { BriefOutlook, BriefOutlookStatement } from '../forms/brief-outlook-form.ts'
import { standingOfPair } from '../standing/standing-of-pairs.ts'
import { type BriefInputs, briefHorizon } from './brief-inputs.ts'
import { conflictStatement } from './conflict-statement.ts'
import { directionStatement } from './direction-statement.ts'
import { eventsOfRecord } from './events-of-record.ts'
import { type PairOutlook, pairOutlook } from './pair-outlook.ts'
import { standingStatement } from './standing-statement.ts'

const mostStatements = 3
/** A statement below this gain over its baseline, in bits, tells hardly more than the baseline does. */
export const leastGain = 0.02
/** Trade is spoken of where the other's share of all goods trade of one of the two is so many percent, and a share where it is so large itself. */
const leastShare = 1
/** The level of agreement moves with the agenda of a session, so places and distances are spoken of instead. */
const ofVotes = ['ideal-point-distance', 'agreement-place']
const ofTrade = ['goods-flow', 'trade-gdp-share', 'trade-dependence']

/** Warm peace. */
const leastPeaceful = 4

/**
 * The short outlook of a pair: at most three statements five years ahead. Armed conflict comes first where it goes on or has a chance of 1 %; then the statements whose skill the back-test
 * shows, by their expected gain in the log score over the baseline (the base rate, or how often such a quantity moves that way at all), one for each subject: conflict,
 * standing, votes, trade. Where fewer than three have a gain of 0.02 bits, the class of standing is said in any case.
 *
 * @param fits   what was learnt over all pairs
 * @returns      undefined for a day before that of the record: events are forecast from the newest tables only
 */
export async function briefOutlook(
  snapshot: Snapshot,
  a: State,
  b: State,
  lastDay: string,
  fits: OutlookFits,
): Promise<BriefOutlook | undefined> {
  if (lastDay < snapshot.manifest.created.slice(0, 10)) return undefined
  const [outlook, events, standing] = await Promise.all([
    pairOutlook(snapshot, a, b, lastDay, fits),
    eventsOfRecord(snapshot),
    standingOfPair(snapshot, a, b, Number(lastDay.slice(0, 4)), lastDay),
  ])
  const inputs: BriefInputs = { a, b, outlook, fits, events }
  const happening = eventTargets(events, a.iso3, b.iso3).targets.map(targetOfEvent)
  const conflict = happening.find((one) => one.id === 'armed-conflict' && isAhead(one))
  const fought = conflict === undefined || standing === undefined ? undefined : conflictOf(inputs, conflict, standing.order)
  const placed = standing === undefined ? undefined : standingStatement(inputs, standing, Number(lastDay.slice(0, 4)))
  const candidates = [
    ...(placed === undefined ? [] : [placed]),
    ...best(directions(inputs, ofVotes)),
    ...(tradesMuch(outlook) ? best(directions(inputs, ofTrade)) : []),
  ]
  const statements = chosen(candidates, fought, placed)
  if (statements.length === 0) return undefined
  const learnt =
    fits.snapshot === snapshot.manifest.id ? [] : [`Weights and bands were learnt from record ${fits.snapshot}, not from this one.`]
  return { statements, notes: learnt }
}

/**
 * The statement on armed conflict: where it goes on, or has a chance of 1 % or more. Undefined where the two are at war, as the window then began with one and is settled;
 * and in the two most peaceful classes, where the model is too high: of 647 such forecasts none came, and 11 should have.
 */
function conflictOf(inputs: BriefInputs, target: OutlookTarget, order: StandingOrder): BriefOutlookStatement | undefined {
  if (order === 0 || order >= leastPeaceful) return undefined
  const { statement, isGoingOn } = conflictStatement(inputs, target)
  return isGoingOn || statement.word !== null ? statement : undefined
}

function isAhead({ horizon }: OutlookTarget): boolean {
  return horizon === briefHorizon
}

/** The forecasts of some quantities in one direction, as statements. */
function directions(inputs: BriefInputs, quantities: readonly string[]): BriefOutlookStatement[] {
  return inputs.outlook.pasts
    .filter(({ quantity }) => quantities.includes(quantity.id))
    .flatMap((past) => {
      const target = inputs.outlook.targets.find((one) => one.id === past.id && isAhead(one))
      if (target === undefined || (target.unit === 'percent' && target.baseline < leastShare)) return []
      return directionStatement(inputs, past, target) ?? []
    })
}

function tradesMuch({ targets }: PairOutlook): boolean {
  return targets.some(({ id, baseline }) => id.startsWith('trade-dependence') && baseline >= leastShare)
}

/** The statement of a subject that says most; none where nothing is to be said. */
function best(statements: readonly BriefOutlookStatement[]): BriefOutlookStatement[] {
  const ranked = statements.filter(({ skillShown }) => skillShown).sort((x, y) => y.gain - x.gain)
  return ranked.slice(0, 1)
}

function chosen(
  candidates: readonly BriefOutlookStatement[],
  first: BriefOutlookStatement | undefined,
  standing: BriefOutlookStatement | undefined,
): BriefOutlookStatement[] {
  const told = candidates.filter(({ skillShown, gain }) => skillShown && gain >= leastGain).sort((x, y) => y.gain - x.gain)
  const found = [...(first === undefined ? [] : [first]), ...told].slice(0, mostStatements)
  return standing === undefined || found.includes(standing) || found.length === mostStatements ? found : [...found, standing]
}
