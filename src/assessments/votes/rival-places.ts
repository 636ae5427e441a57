import { type Estimate, isKnown } from '../../store/index.ts'
import { formatPercentile, formatShare } from '../forms/wording.ts'

/** Where a rival measure puts a pair among all pairs. */
export interface RivalPlace {
  /** Ends a sentence after "by". */
  readonly name: string
  /** Percentile, 100 = closest. */
  readonly place: number
}

/**
 * Percentiles by which a rival measure must differ from the place for a sentence to name it. Of all pairs in 2025, 11 % differ as much by agreement and 3 % by
 * ideal points.
 */
const farApart = 25

/** Percentiles beyond the middle at which a rival measure contradicts the side on which the place puts a pair. */
const clearlyBeyond = 10

/**
 * Returns where the rivals of the place put a pair: the share of votes with the same position, and the distance of ideal points.
 *
 * @param estimates   the figures of diplomacy
 */
export function rivalPlaces(estimates: readonly Estimate[]): RivalPlace[] {
  const figure = (id: string): number | undefined => {
    const found = estimates.find((one) => one.id === id)
    return found !== undefined && isKnown(found) ? found.value : undefined
  }
  const [share, shareRank] = [estimates.find(({ id }) => id === 'agreement'), figure('agreement.percentile')]
  const distanceRank = figure('ideal_point_distance.percentile')
  return [
    ...(shareRank === undefined || share === undefined || !isKnown(share)
      ? []
      : [{ name: `the share of votes with the same position (${formatShare(share.value)} in ${share.period})`, place: shareRank }]),
    ...(distanceRank === undefined ? [] : [{ name: 'the distance of their ideal points', place: 100 - distanceRank }]),
  ]
}

/**
 * Writes what the rival that differs most says, where it differs by much; otherwise blank.
 *
 * @param place   percentile of the place, 100 = closest
 * @example rivalClause(60, [{ name: 'their speeches', place: 3 }])   // ", but by their speeches further apart than 97 %"
 */
export function rivalClause(place: number, rivals: readonly RivalPlace[]): string {
  const [rival] = [...rivals].sort((x, y) => Math.abs(y.place - place) - Math.abs(x.place - place))
  if (rival === undefined || Math.abs(rival.place - place) < farApart) return ''
  const side =
    rival.place >= 50 ? `closer than ${formatPercentile(rival.place)} %` : `further apart than ${formatPercentile(100 - rival.place)} %`
  return `, but by ${rival.name} ${side}`
}

/** Returns the rivals that put a pair clearly on the other side of the middle. */
export function rivalsAcross(place: number, rivals: readonly RivalPlace[]): RivalPlace[] {
  return rivals.filter((rival) => (place >= 50 ? rival.place < 50 - clearlyBeyond : rival.place > 50 + clearlyBeyond))
}

/** Whether the distance of ideal points moved the other way than the place among all pairs. */
export function isMoveDisputed(placeChange: number, estimates: readonly Estimate[]): boolean {
  const distance = estimates.find(({ id }) => id === 'ideal_point_distance.change')
  return distance !== undefined && isKnown(distance) && distance.value * placeChange > 0
}
