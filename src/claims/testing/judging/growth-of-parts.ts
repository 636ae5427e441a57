import type { Claim } from '../../claim.ts'
import { areOpposite, isOneWay } from '../../flow-of-direction.ts'
import { verdictLimits } from '../../limits.ts'
import { roundingError } from '../../text/numbers/misprint.ts'
import { moneyUnit } from '../../text/numbers/money-unit.ts'
import { isBalanceTopic } from '../../text/topics/balances.ts'
import type { InconsistentFigure } from './consistency.ts'

/** A level with its growth, as the text gives them. */
interface Flow {
  readonly level: Claim
  readonly growth: Claim
}

/**
 * Finds contradictions between the growth rates of both directions and of their total, if reversing the sign of exactly one rate resolves the contradiction:
 * `trade rose 1.5 % to 282, exports 7.5 % to 173 and imports 6.7 % to 109` fits if imports fell.
 */
export function inconsistentGrowths(claims: readonly Claim[]): InconsistentFigure[] {
  const flows = flowsOf(claims)
  return flows.filter(({ level }) => level.direction === 'total').flatMap((total) => inconsistentGrowthOf(total, flows))
}

function inconsistentGrowthOf(total: Flow, flows: readonly Flow[]): InconsistentFigure[] {
  const ways = flows.filter((one) => isOneWay(one.level.direction) && isSameFlow(one.level, total.level))
  const [out] = ways
  const back = ways.find(({ level }) => out !== undefined && areOpposite(out.level.direction, level.direction))
  if (out === undefined || back === undefined || differFromTotal(total, [out, back])) return []
  const all = [total, out, back]
  const rounding = roundingOf(all)
  if (misfit(all, undefined) <= Math.max(verdictLimits.partsMisfit, 3 * rounding)) return []
  const turned = all.filter((one) => Math.abs(one.growth.value!) >= verdictLimits.partsGrowth && misfit(all, one) <= 2 * rounding)
  const [wrong] = turned
  if (turned.length !== 1 || wrong === undefined) return []
  const growths = [total, out, back].map(({ growth }) => `${growth.value} %`)
  return [
    {
      claim: wrong.growth,
      expected: -wrong.growth.value!,
      text: `Both ways and their total cannot have changed by ${growths[1]}, ${growths[2]} and ${growths[0]}: the levels of the year before do not add up.`,
    },
  ]
}

/**
 * Finds balances said to have grown or shrunk although the levels and growth rates of both directions imply the opposite. The balance is at fault if its change
 * has no size, or the size that the figures imply. Otherwise the growth rate whose reversal makes all three fit is at fault; without such a rate nothing is
 * reported. Growth rates that `inconsistentGrowths` finds wrong are used with the sign reversed.
 *
 * @param signOf   returns the direction of a change: 1, -1, or 0 if it is not stated
 */
export function inconsistentBalances(claims: readonly Claim[], signOf: (claim: Claim) => number): InconsistentFigure[] {
  const turned = new Map(inconsistentGrowths(claims).map(({ claim, expected }) => [claim, expected]))
  const flows = flowsOf(claims).map((flow) => ({ flow, growth: turned.get(flow.growth) ?? flow.growth.value! }))
  const moves = claims.filter(
    ({ kind, measured, value, unit, direction }) =>
      kind === 'trend' && direction === 'total' && isBalanceTopic(measured?.topic) && (value === null || unit === 'percent_change'),
  )
  return moves.flatMap((claim) => {
    const ways = flows.filter(
      ({ flow }) =>
        isOneWay(flow.level.direction) &&
        isSameFlow(flow.level, { ...claim, unit: flow.level.unit, source_named: flow.level.source_named }),
    )
    const [one, other] = ways
    if (one === undefined || other === undefined || ways.length !== 2 || one.flow.level.direction === other.flow.level.direction) return []
    const expected = changeOfBalance(one, other)
    if (expected === undefined || Math.abs(expected) < verdictLimits.balanceChange || signOf(claim) !== -Math.sign(expected)) return []
    const text = `Both ways with their growth make the balance change by ${expected.toFixed(0)} %.`
    if (claim.value === null || isNear(-expected, claim.value)) return [{ claim, expected, text }]
    const ofTurned = [changeOfBalance(signReversed(one), other), changeOfBalance(one, signReversed(other))]
    const fitting = ways.filter((_, index) => ofTurned[index] !== undefined && isNear(ofTurned[index], claim.value!))
    const [wrong] = fitting
    return fitting.length === 1 && wrong !== undefined
      ? [{ claim: wrong.flow.growth, expected: -wrong.growth, text: `${text} Turned round, the growth of one makes ${claim.value} %.` }]
      : []
  })
}

/** A level with an assumed growth in per cent. */
interface Grown {
  readonly flow: Flow
  readonly growth: number
}

const signReversed = (one: Grown): Grown => ({ ...one, growth: -one.growth })
const isNear = (made: number, told: number): boolean =>
  Math.abs(made - told) <= Math.max(verdictLimits.roundingPoints, verdictLimits.levelRevision * Math.abs(told))

/** Returns by how many per cent a balance grew, given the growth of its two directions; undefined if surplus and deficit changed places. */
function changeOfBalance(one: Grown, other: Grown): number | undefined {
  const now = one.flow.level.value! - other.flow.level.value!
  const before = one.flow.level.value! / (1 + one.growth / 100) - other.flow.level.value! / (1 + other.growth / 100)
  return now * before <= 0 ? undefined : 100 * (Math.abs(now) / Math.abs(before) - 1)
}

/** Whether the two directions do not add up to the total: then the levels are of different things. */
const differFromTotal = (total: Flow, ways: readonly Flow[]): boolean => {
  const sum = ways.reduce((all, { level }) => all + level.value!, 0)
  return Math.abs(sum / total.level.value! - 1) > verdictLimits.partsAddition
}

/** Returns the share by which the levels of the year before fail to add up if the sign of one growth is reversed, or of none if `turned` is undefined. */
function misfit([total, ...ways]: readonly Flow[], turned: Flow | undefined): number {
  const before = (one: Flow): number => one.level.value! / (1 + ((one === turned ? -1 : 1) * one.growth.value!) / 100)
  const sum = ways.reduce((all, one) => all + before(one), 0)
  return Math.abs(sum / before(total!) - 1)
}

/**
 * Returns, as a share, how far the rounding of all figures together can change the levels of the year before: half a unit of the last digit for each figure. A
 * round number next to decimals counts as having decimals too.
 */
function roundingOf(flows: readonly Flow[]): number {
  const half = (values: readonly number[]): number => Math.min(...values.map(roundingError))
  const levels = flows.map(({ level }) => level.value!)
  return (flows.length * half(levels)) / Math.max(...levels) + (flows.length * half(flows.map(({ growth }) => growth.value!))) / 100
}

/** Returns the levels of goods, each with its growth, if exactly one growth has the same direction, period and source. */
function flowsOf(claims: readonly Claim[]): Flow[] {
  const goods = claims.filter(
    ({ measured, value, period, checkable }) =>
      checkable &&
      value !== null &&
      period !== null &&
      measured !== null &&
      measured.part === undefined &&
      measured.topic.startsWith('goods-'),
  )
  const growths = goods.filter(({ unit, value_from: from, value }) => unit === 'percent_change' && from === null && value! > -100)
  const levels = goods.filter(
    ({ unit, value_from: from, value, said }) =>
      moneyUnit(unit)?.scale !== undefined && from === null && value! > 0 && (said?.hedge?.bound ?? 'stated') === 'stated',
  )
  return levels.flatMap((level) => {
    const own = growths.filter((growth) => growth.direction === level.direction && isSameFlow(growth, level))
    return own.length === 1 ? [{ level, growth: own[0]! }] : []
  })
}

/** Whether two claims have the same states, period, currency and source; the base periods may differ. */
const isSameFlow = (a: Claim, b: Claim): boolean =>
  [...a.actors].sort().join() === [...b.actors].sort().join() &&
  JSON.stringify(a.period) === JSON.stringify(b.period) &&
  (a.unit === b.unit || a.unit === 'percent_change' || b.unit === 'percent_change') &&
  (a.source_named ?? '') === (b.source_named ?? '')
