import { openingYear } from '../../measures/ideal-points/ideal-point-ballots.ts'
import { overlapping } from '../../outlook/pooled/series-features.ts'
import { type Quantity, quantities } from '../../outlook/targets/quantities.ts'
import type { State } from '../../states/index.ts'
import type { Snapshot } from '../../store/index.ts'
import { votersOf } from '../forms/roll-calls.ts'
import { inSentence } from '../forms/wording.ts'
import { lastEnded } from '../votes/ideal-point-figures.ts'
import { goodsRecord } from './goods-series.ts'
import { goodsTitle } from './pair-outlook.ts'
import { sessionText } from './target-resolution.ts'
import { agreementInSession, firstSession, placeInSession, recordPoints } from './vote-series.ts'

/** A past value of a quantity that is forecast. */
export interface PastPoint {
  /** Calendar year, or the year in which the session opened. */
  readonly year: number
  readonly period: string
  /** Null where the record has no value between its first and its last. */
  readonly value: number | null
}

/** The past of one quantity of a pair, as its forecast reads it. */
export interface PastSeries {
  /** Id of the forecast. */
  readonly id: string
  readonly title: string
  readonly unit: string
  /** Years between one value and the next: 3 for places, whose windows of three sessions do not overlap. */
  readonly every: number
  /** Ids of the sources. */
  readonly sources: readonly string[]
  /** From the first known value to the last; empty where there is none. */
  readonly points: readonly PastPoint[]
}

const voteSources = ['un-votes', 'un-resolutions'] as const
const goodsSources = ['imf-dots-world', 'baci-2022', 'baci-2023'] as const
const measures = { 'goods-flow': 'flow', 'trade-gdp-share': 'gdpShare', 'trade-dependence': 'dependence' } as const

/**
 * Reads the past of every quantity of a pair that is forecast: sessions of the General Assembly since the twentieth, and goods trade since 2010.
 *
 * @param lastDay   nothing later is used
 */
export async function pairHistory(snapshot: Snapshot, a: State, b: State, lastDay: string): Promise<PastSeries[]> {
  return [...(await votesOfPair(snapshot, a, b, lastDay)), ...(await goodsOfPair(snapshot, a, b, lastDay))]
}

async function votesOfPair(snapshot: Snapshot, a: State, b: State, lastDay: string): Promise<PastSeries[]> {
  const voters = await votersOf(snapshot)
  const [i, j] = [voters.indexOf(a.iso3), voters.indexOf(b.iso3)]
  const last = lastEnded(lastDay)
  const points = i < 0 || j < 0 ? new Map<number, Float64Array>() : await recordPoints(snapshot)
  const readers: Readonly<Record<string, (session: number) => Promise<number>>> = {
    'ideal-point-distance': async (session) => {
      const own = points.get(session)
      return Math.abs((own?.[i] ?? Number.NaN) - (own?.[j] ?? Number.NaN))
    },
    'agreement-rate': async (session) => (await agreementInSession(snapshot, session))(i, j),
    'agreement-place': (session) => placeInSession(snapshot, session, i, j),
  }
  return Promise.all(
    quantities
      .filter(({ period }) => period === 'session')
      .map(async (quantity) => {
        const every = quantity.id === 'agreement-place' ? overlapping.spacing : 1
        const found: PastPoint[] = []
        if (i >= 0 && j >= 0)
          for (let session = last; session >= firstSession; session -= every)
            found.unshift(pointOf(openingYear(session), sessionText(session), await readers[quantity.id]!(session)))
        const sources = [...(quantity.id === 'agreement-rate' ? [] : ['visavis-ideal-points']), ...voteSources]
        return seriesOf(quantity, { id: quantity.id, title: quantity.title, every, sources, points: found })
      }),
  )
}

async function goodsOfPair(snapshot: Snapshot, a: State, b: State, lastDay: string): Promise<PastSeries[]> {
  const record = await (goodsRecord.has(snapshot, null) ? goodsRecord(snapshot, null) : goodsRecord(snapshot, [a.iso3, b.iso3].sort()))
  const last = Math.min(record.last, Number(lastDay.slice(0, 4)) - Number(!lastDay.endsWith('-12-31')))
  return quantities.flatMap((quantity) =>
    (quantity.sides ?? []).map((side) => {
      const [own, other] = side === 'b-to-a' || side === 'b' ? [b, a] : [a, b]
      const [x, y] = [record.indexOf(own.iso3), record.indexOf(other.iso3)]
      const measure = measures[quantity.id as keyof typeof measures]
      const found: PastPoint[] = []
      if (x !== undefined && y !== undefined)
        for (let year = record.first; year <= last; year++) found.push(pointOf(year, String(year), record[measure](x, y, year)))
      return seriesOf(quantity, {
        ...{ id: `${quantity.id}-${side}`, title: goodsTitle(quantity.id, inSentence(own.name), inSentence(other.name)), every: 1 },
        sources: [...goodsSources, ...(quantity.id === 'trade-gdp-share' ? ['world-bank'] : [])],
        points: found,
      })
    }),
  )
}

function pointOf(year: number, period: string, value: number): PastPoint {
  return { year, period, value: Number.isNaN(value) ? null : value }
}

/** A series without the unknown values at its ends. */
function seriesOf({ unit }: Quantity, { points, ...rest }: Omit<PastSeries, 'unit'>): PastSeries {
  const known = points.map(({ value }) => value !== null)
  return { ...rest, unit, points: points.slice(Math.max(0, known.indexOf(true)), known.lastIndexOf(true) + 1) }
}
