import { type Estimate, isKnown, type Known } from '../../store/index.ts'
import { formatFigure, formatPercentile, joinedWords } from '../forms/wording.ts'
import type { PlaceWithEnds } from './vote-places.ts'

/** Where a rival measure puts a pair among all pairs, 100 = closest. */
export interface RivalPlace extends PlaceWithEnds {
  /** Ends a sentence after "by". */
  readonly name: string
  /** The figure behind the place; blank where it would tell a reader nothing. */
  readonly figure: string
}

/** Percentiles by which a rival that is on the same side of the middle must differ from the place for a sentence to name it. */
const farApart = 25

/** Percentiles beyond the middle at which a rival is on a side even where its interval has the middle inside. */
const clearlyBeyond = 10

/** Percentiles by which a rival must differ from a place in the middle to contradict it. */
const wellApart = 10

/**
 * Returns where the three rivals of the place put a pair: kappa, the share of votes with the same position, and the distance of ideal points.
 *
 * @param estimates   the figures of diplomacy
 */
export function rivalPlaces(estimates: readonly Estimate[]): RivalPlace[] {
  const known = (id: string): Known | undefined => estimates.find((one): one is Known => one.id === id && isKnown(one))
  const figure = (one: Known | undefined): string => (one === undefined ? '' : `${formatFigure(one.value, one.unit)} in ${one.period}`)
  const ranked = (name: string, id: string): RivalPlace[] => {
    const rank = known(`${id}.percentile`)
    return rank === undefined ? [] : [{ name, figure: figure(known(id)), ...ends(rank) }]
  }
  const distance = known('ideal_point_spread.percentile') ?? known('ideal_point_distance.percentile')
  return [
    ...ranked('kappa', 'kappa_quadratic'),
    ...ranked('the share of votes with the same position', 'agreement'),
    ...(distance === undefined ? [] : [{ name: ofDistance, figure: '', ...mirrored(ends(distance)) }]),
  ]
}

function ends({ value, interval }: Known): PlaceWithEnds {
  const { low, high } = interval === 'exact' ? { low: value - clearlyBeyond, high: value + clearlyBeyond } : interval
  return { value, low: Math.min(value, low), high: Math.max(value, high) }
}

/** Ranks of a distance have 100 for the furthest pair. */
function mirrored({ value, low, high }: PlaceWithEnds): PlaceWithEnds {
  return { value: 100 - value, low: 100 - high, high: 100 - low }
}

/** Whether an interval has the middle of all pairs inside, so that the side is not certain. */
export function isMiddle({ low, high }: Pick<PlaceWithEnds, 'low' | 'high'>): boolean {
  return low < 50 && high > 50
}

/** Whether a rival is clearly on one side of the middle: its interval leaves the middle out, or it is ten percentiles or more beyond it. */
function hasSide(rival: PlaceWithEnds): boolean {
  return !isMiddle(rival) || Math.abs(rival.value - 50) >= clearlyBeyond
}

/**
 * Returns the rivals that contradict the side on which the place puts a pair: those on the other side, where one of them is clearly there or where there are
 * two. A place in the middle is contradicted only by a rival that clearly has a side and differs by ten percentiles or more.
 *
 * @example rivalsAcross({ value: 42, low: 39, high: 45 }, [{ name: 'kappa', figure: '', value: 76, low: 69, high: 82 }]).length   // 1
 */
export function rivalsAcross(place: PlaceWithEnds, rivals: readonly RivalPlace[]): RivalPlace[] {
  const beyond = rivals.filter(({ value }) => value > 50 !== place.value > 50)
  if (isMiddle(place)) return beyond.filter((rival) => hasSide(rival) && Math.abs(rival.value - place.value) >= wellApart)
  return beyond.length > 1 || beyond.some(hasSide) ? beyond : []
}

/**
 * Writes what the rivals say that contradict the place; where none does, what the one says that differs most, if it differs by much; otherwise blank.
 *
 * @example rivalClause({ value: 60, low: 55, high: 65 }, [{ name: 'kappa', figure: '', value: 3, low: 1, high: 6 }])   // ", but by kappa further apart than 97 %"
 */
export function rivalClause(place: PlaceWithEnds, rivals: readonly RivalPlace[]): string {
  const gap = ({ value }: RivalPlace): number => Math.abs(value - place.value)
  const across = rivalsAcross(place, rivals)
  const furthest = rivals
    .filter(({ low, high }) => place.value < low || place.value > high)
    .sort((x, y) => gap(y) - gap(x))
    .slice(0, 1)
  const named = across.length > 0 ? across : furthest.filter((rival) => gap(rival) >= farApart)
  return named.length === 0 ? '' : `, but ${joinedWords(named.map(rivalWords))}`
}

function rivalWords({ name, figure, value }: RivalPlace): string {
  const side = value >= 50 ? `closer than ${formatPercentile(value)} %` : `further apart than ${formatPercentile(100 - value)} %`
  return `by ${name}${figure === '' ? '' : ` (${figure})`} ${side}`
}

/**
 * Writes the place of a rival with its range.
 *
 * @example rivalPlaceWords({ name: 'kappa', figure: '', value: 53, low: 49, high: 55 })   // "by kappa 53 (49 to 55)"
 */
export function rivalPlaceWords({ name, value, low, high }: RivalPlace): string {
  return `by ${name} ${formatPercentile(value)} (${formatPercentile(low)} to ${formatPercentile(high)})`
}

/** A change over ten years or sessions by a rival measure. */
export interface RivalMove {
  /** Ends a sentence after "by". */
  readonly name: string
  readonly closer: boolean
  /** Whether the interval leaves out no change. */
  readonly certain: boolean
}

const ofDistance = 'the distance of their ideal points'

/**
 * Returns which way the rivals of the place have moved. The share of votes with the same position follows the agenda of the year, so it counts only less the
 * change of the median pair.
 *
 * @param ofMedian   change of that share for the median pair; undefined where it is not known, and the share does not count
 */
export function rivalMoves(estimates: readonly Estimate[], ofMedian: number | undefined): RivalMove[] {
  const move = (id: string, name: string, sign: 1 | -1, less: number): RivalMove[] => {
    const found = estimates.find((one) => one.id === id)
    if (found === undefined || !isKnown(found) || found.interval === 'exact') return []
    const { low, high } = found.interval
    return [{ name, closer: (found.value - less) * sign > 0, certain: low > less || high < less }]
  }
  return [
    ...move('kappa_quadratic.change', 'kappa', 1, 0),
    ...(ofMedian === undefined ? [] : move('agreement.change', 'the share of votes with the same position', 1, ofMedian)),
    ...move('ideal_point_distance.change', ofDistance, -1, 0),
  ]
}

/** Returns the rivals that contradict a move of the place: kappa where its move the other way is certain, ideal points also where theirs is not. */
export function movesAgainst(placeChange: number, estimates: readonly Estimate[]): RivalMove[] {
  return rivalMoves(estimates, undefined).filter(
    ({ name, closer, certain }) => closer !== placeChange > 0 && (certain || name === ofDistance),
  )
}
