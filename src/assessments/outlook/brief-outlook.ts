import type { StandingOrder } from '../../measures/standing/standing-classes.ts'
import { conflictTargets } from '../../outlook/events/conflict-targets.ts'
import { targetOfEvent } from '../../outlook/events/event-target.ts'
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

/** Classes of which armed conflict is spoken: severe and lesser rivalry. */
const rivalries: ReadonlySet<StandingOrder> = new Set([1, 2])

/**
 * The short outlook of a pair: at most three statements five years ahead. Of rivals, armed conflict comes first where it goes on or has a chance of
 * 1 %; then the statements whose skill the back-test shows, by their expected gain in the log score over the baseline (the base rate, or how often such a quantity moves
 * that way at all), one for each subject: standing, votes, trade. Where fewer than three have a gain of 0.02 bits, the class of standing is said in any case.
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
  const [outlook, standing] = await Promise.all([
    pairOutlook(snapshot, a, b, lastDay, fits),
    standingOfPair(snapshot, a, b, Number(lastDay.slice(0, 4)), lastDay),
  ])
  const inputs: BriefInputs = { a, b, outlook, fits }
  const fought = standing === undefined ? undefined : await conflictOf(snapshot, inputs, standing.order)
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
 * The statement on armed conflict of two rivals: where it goes on, or has a chance of 1 % or more. Undefined for two at war, whose window has begun with one and is
 * settled; and without a rivalry, where the model is too high: of 1,655 forecasts of 1 % or more 8 came true, and 26 should have.
 */
async function conflictOf(snapshot: Snapshot, inputs: BriefInputs, order: StandingOrder): Promise<BriefOutlookStatement | undefined> {
  if (!rivalries.has(order)) return undefined
  const events = await eventsOfRecord(snapshot)
  const target = conflictTargets(events, inputs.a, inputs.b).targets.map(targetOfEvent).find(isAhead)
  if (target === undefined) return undefined
  const { statement, isGoingOn } = conflictStatement(inputs, events, target)
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
