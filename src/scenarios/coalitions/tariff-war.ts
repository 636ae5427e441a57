/**
 * What tariffs do to the players who set them.
 *
 * @param tariffs   one for each player, on goods of all other players, as a share
 * @returns         welfare of each player, in any unit that rises with it; NaN where there is no solution
 */
export type TariffPayoff = (tariffs: readonly number[]) => readonly number[]

export interface BestTariff {
  readonly tariff: number
  readonly welfare: number
}

/** How far and how exactly tariffs are searched. */
export interface TariffSearch {
  /** Highest tariff that is considered, as a share. */
  readonly most: number
  /** A tariff is exact to this share. */
  readonly tolerance: number
}

const usualSearch: TariffSearch = { most: 2, tolerance: 1e-4 }

/**
 * Finds the tariff that is best for one player while the others keep theirs, by golden section after a coarse search, so that one of several peaks is not taken for
 * the highest.
 */
export function bestTariff(
  payoff: TariffPayoff,
  player: number,
  tariffs: readonly number[],
  search: TariffSearch = usualSearch,
): BestTariff {
  const welfareAt = (tariff: number): number => {
    const welfare = payoff(tariffs.map((other, i) => (i === player ? tariff : other)))[player]!
    return Number.isNaN(welfare) ? Number.NEGATIVE_INFINITY : welfare
  }
  const grid = Array.from({ length: coarse + 1 }, (_, k) => Math.expm1((k / coarse) * Math.log1p(search.most)))
  const heights = grid.map(welfareAt)
  const peak = heights.indexOf(Math.max(...heights))
  return goldenSection(welfareAt, grid[Math.max(0, peak - 1)]!, grid[Math.min(coarse, peak + 1)]!, search.tolerance)
}

const coarse = 12
const golden = (Math.sqrt(5) - 1) / 2

function goldenSection(height: (x: number) => number, low: number, high: number, tolerance: number): BestTariff {
  let [from, to] = [low, high]
  let [left, right] = [to - golden * (to - from), from + golden * (to - from)]
  let [atLeft, atRight] = [height(left), height(right)]
  while (to - from > tolerance) {
    if (atLeft >= atRight) {
      to = right
      right = left
      atRight = atLeft
      left = to - golden * (to - from)
      atLeft = height(left)
    } else {
      from = left
      left = right
      atLeft = atRight
      right = from + golden * (to - from)
      atRight = height(right)
    }
  }
  const ends = [low, high, (from + to) / 2].map((tariff) => ({ tariff, welfare: height(tariff) }))
  return ends.reduce((best, one) => (one.welfare > best.welfare ? one : best))
}

/** Tariffs of which none pays to change alone. */
export interface TariffWar {
  readonly tariffs: readonly number[]
  readonly welfare: readonly number[]
  readonly converged: boolean
  /** Rounds in which each player answered the others. */
  readonly rounds: number
}

export interface TariffWarOptions {
  /** Tariffs with which the war begins; zero unless given. */
  readonly start?: readonly number[]
  readonly search?: TariffSearch
  /** Called after each answer of a player; it may throw to stop. */
  readonly onAnswer?: (() => Promise<void>) | undefined
}

/**
 * Finds the tariffs of a trade war (a Nash equilibrium) by letting each player in turn choose its best tariff until none moves by more than the tolerance.
 *
 * @param players   two to four
 * @see Ossa 2014, American Economic Review 104(12)
 */
export async function tariffWar(
  payoff: TariffPayoff,
  players: number,
  { start = Array<number>(players).fill(0), search = usualSearch, onAnswer }: TariffWarOptions = {},
): Promise<TariffWar> {
  if (!(players >= 2 && players <= 4)) throw new RangeError(`a tariff war has two to four players, not ${players}`)
  const tariffs = [...start]
  for (let rounds = 1; rounds <= mostRounds; rounds++) {
    let moved = 0
    for (let player = 0; player < players; player++) {
      const { tariff } = bestTariff(payoff, player, tariffs, search)
      moved = Math.max(moved, Math.abs(tariff - tariffs[player]!))
      tariffs[player] = tariff
      await onAnswer?.()
    }
    if (moved <= 2 * search.tolerance) return { tariffs, welfare: payoff(tariffs), converged: true, rounds }
  }
  return { tariffs, welfare: payoff(tariffs), converged: false, rounds: mostRounds }
}

const mostRounds = 30
