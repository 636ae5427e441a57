import { openingYear } from '../../measures/ideal-points/ideal-point-ballots.ts'
import type { SpecifiedPoint } from '../../measures/ideal-points/ideal-point-multiverse.ts'
import { quantile } from '../../numeric/quantile.ts'
import { randomStream } from '../../numeric/random.ts'
import { normalDraws } from '../../numeric/random-normal.ts'
import type { Estimate } from '../../store/index.ts'
import { unknown, vintageOf } from '../forms/unknown.ts'
import { twoDecimals, withInterval } from '../forms/wording.ts'
import { inList } from '../rows/conditions.ts'
import { lastEnded } from '../votes/ideal-point-figures.ts'
import { sessionName } from '../votes/ideal-point-scale.ts'
import { storedPoints } from '../votes/ideal-point-stored.ts'
import type { BlocInputs, Party } from './bloc-parties.ts'
import { median } from './bloc-vote-tables.ts'

const source = 'visavis-ideal-points'

/** Returns the distance between the two sides' median ideal points, from the record's estimates for the last session that had ended by the day. */
export async function idealDistance({ a, b, bench }: BlocInputs): Promise<{ estimates: Estimate[]; sentence: string }> {
  const session = lastEnded(bench.dyad.to)
  const period = `${openingYear(session)}-09-15/${openingYear(session + 1)}-09-14`
  const subject = { id: 'ideal_point_distance', label: `distance of median ideal points, session ${session}`, unit: 'index', period }
  const points = (await storedPoints(bench.snapshot, session))?.get('usual') ?? []
  const [x, y] = [sideOf(a, points), sideOf(b, points)]
  if (x.length === 0 || y.length === 0) {
    const reason =
      points.length === 0 ? 'the record holds no ideal points of just these votes' : `one side has no votes in session ${session}`
    return { estimates: [unknown(subject, reason)], sentence: '' }
  }
  const { draws, seed } = bench.dyad
  const { value, low, high } = medianDistance(x, y, { draws: Math.max(draws, 200), seed })
  const count = (side: readonly SpecifiedPoint[]): string => `${side.length}`
  const level: Estimate = {
    ...subject,
    state: 'estimated',
    value,
    interval: { level: 0.9, low, high, kind: 'credible' },
    method: `difference of the medians of ${count(x)} and of ${count(y)} positions on one dimension (dynamic ordinal probit); interval from draws of every position as an independent normal, seed ${seed}`,
    evidence: [
      {
        source,
        vintage: vintageOf(bench.cards, source),
        rows: `estimated_points where session = ${session} and specification = 'usual' and state in ${inList([...x, ...y].map(({ state }) => state))}`,
        count: x.length + y.length,
      },
    ],
  }
  const where = `${twoDecimals(median(x.map(({ point }) => point)))} and ${twoDecimals(median(y.map(({ point }) => point)))}`
  return {
    estimates: [level],
    sentence: ` Their median ideal points in session ${sessionName(session, openingYear(session))}, ${where}, are ${withInterval(level)} apart.`,
  }
}

function sideOf(party: Party, points: readonly SpecifiedPoint[]): SpecifiedPoint[] {
  const members = new Set(party.members)
  return points.filter(({ state }) => members.has(state))
}

type Placed = Pick<SpecifiedPoint, 'point' | 'sd'>

/**
 * Returns the distance between the medians of two groups of positions. The 90 % interval comes from draws of each position as an independent normal.
 *
 * @example medianDistance([{ point: 1, sd: 0 }], [{ point: -1, sd: 0 }, { point: 0, sd: 0 }], { draws: 10, seed: 1 }).value   // 1.5
 */
export function medianDistance(
  a: readonly Placed[],
  b: readonly Placed[],
  { draws, seed }: { readonly draws: number; readonly seed: number },
): { value: number; low: number; high: number } {
  const between = (x: readonly number[], y: readonly number[]): number => Math.abs(median(x) - median(y))
  const points = (side: readonly Placed[]): number[] => side.map(({ point }) => point)
  const normal = normalDraws(randomStream(seed, 'bloc ideal points'))
  const moved = (side: readonly Placed[]): number[] => side.map(({ point, sd }) => point + sd * normal())
  const drawn = Float64Array.from({ length: draws }, () => between(moved(a), moved(b)))
  return { value: between(points(a), points(b)), low: quantile(drawn, 0.05), high: quantile(drawn, 0.95) }
}
