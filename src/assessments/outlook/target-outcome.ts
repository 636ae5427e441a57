import { eventOutcome } from '../../outlook/events/event-outcome.ts'
import { askedEvents } from '../../outlook/events/event-words.ts'
import type { OutlookTarget } from '../../outlook/targets/outlook-target.ts'
import { quantityNamed } from '../../outlook/targets/quantities.ts'
import type { TargetOutcome } from '../../outlook/targets/target-outcome.ts'
import type { State } from '../../states/index.ts'
import type { Snapshot } from '../../store/index.ts'
import { votersOf } from '../forms/roll-calls.ts'
import { standingOfPair } from '../standing/standing-of-pairs.ts'
import { lastEnded } from '../votes/ideal-point-figures.ts'
import { eventsOfRecord } from './events-of-record.ts'
import { goodsRecord } from './goods-series.ts'
import { agreementInSession, placeInSession, recordPoints } from './vote-series.ts'

/** Asks a record how a kept forecast came out. */
export async function targetOutcome(
  snapshot: Snapshot,
  { id, period, resolution }: Pick<OutlookTarget, 'id' | 'period' | 'resolution'>,
  [a, b]: readonly [State, State],
  /** The class at the time of the forecast, from 0 to 5; only moves of standing need it. */
  classThen: number | null,
  lastDay: string,
): Promise<TargetOutcome> {
  if (lastDay < resolution.day) return { waits: `it can be settled from ${resolution.day}; the record ends on ${lastDay}` }
  const at = Number(/\d+/.exec(period)?.[0])
  if (id === 'standing-up' || id === 'standing-down') return moved(snapshot, id, [a, b], at, classThen, lastDay)
  const named = quantityNamed(id)
  if (named === undefined && askedEvents.some((kind) => id.startsWith(kind)))
    return eventOutcome(await eventsOfRecord(snapshot), resolution.rule)
  if (named === undefined) return { isVoid: `this version does not know ${id}` }
  const { quantity, side } = named
  if (quantity.period === 'session') return ofSession(snapshot, quantity.id, [a, b], at, lastDay)
  const record = await goodsRecord(snapshot, [a.iso3, b.iso3].sort())
  if (at > record.last) return { waits: `the record has no goods trade of all pairs for ${at}` }
  const isSecond = side === 'b-to-a' || side === 'b'
  const [own, other] = (isSecond ? [b, a] : [a, b]).map(({ iso3 }) => record.indexOf(iso3))
  const measure = { 'goods-flow': 'flow', 'trade-gdp-share': 'gdpShare', 'trade-dependence': 'dependence' } as const
  const value = own === undefined || other === undefined ? Number.NaN : record[measure[quantity.id as keyof typeof measure]](own, other, at)
  return Number.isNaN(value) ? { isVoid: `the record has no figure of the pair for ${at}` } : { value }
}

async function ofSession(
  snapshot: Snapshot,
  id: string,
  [a, b]: readonly [State, State],
  session: number,
  lastDay: string,
): Promise<TargetOutcome> {
  if (lastEnded(lastDay) < session) return { waits: `session ${session} has not ended in the record` }
  const voters = await votersOf(snapshot)
  const [i, j] = [voters.indexOf(a.iso3), voters.indexOf(b.iso3)]
  const points = (await recordPoints(snapshot)).get(session)
  const value =
    id === 'ideal-point-distance'
      ? Math.abs((points?.[i] ?? Number.NaN) - (points?.[j] ?? Number.NaN))
      : id === 'agreement-rate'
        ? (await agreementInSession(snapshot, session))(i, j)
        : await placeInSession(snapshot, session, i, j)
  return Number.isNaN(value) ? { isVoid: `the record has no value of the pair in session ${session}` } : { value }
}

async function moved(
  snapshot: Snapshot,
  id: 'standing-up' | 'standing-down',
  [a, b]: readonly [State, State],
  year: number,
  classThen: number | null,
  lastDay: string,
): Promise<TargetOutcome> {
  const now = await standingOfPair(snapshot, a, b, year, lastDay)
  if (now === undefined || classThen === null) return { isVoid: `the record does not place the pair in ${year}` }
  return { value: Number(id === 'standing-up' ? now.order > classThen : now.order < classThen) }
}
