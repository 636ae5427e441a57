import { grouped } from '../../../assessments/rows/grouped.ts'
import type { Claim, ClaimPeriod } from '../../claim.ts'
import { areOpposite, isOneWay } from '../../flow-of-direction.ts'
import { verdictLimits } from '../../limits.ts'
import type { HedgeSaid } from '../../said/hedge-said.ts'
import { yearsIn } from '../../text/calendar.ts'
import { misprintedLevel } from '../../text/numbers/misprint.ts'
import { isBalanceTopic } from '../../text/topics/balances.ts'

/** Two or more claims of one text that cannot all be right. */
export interface Inconsistency {
  readonly kind: 'parts-and-total' | 'growth-and-levels' | 'two-figures' | 'shares-over-100'
  /** Describes the contradiction: the figures, and how far rounding can move them. */
  readonly text: string
  /** The conflicting claims, in the order of the text. */
  readonly claims: readonly Pick<Claim, 'sentence_index' | 'claim_index'>[]
}

/** The range in which a written number may lie. */
interface Band {
  readonly low: number
  readonly high: number
}

/**
 * Finds contradictions within a text: parts that do not add up to their total, growth that does not fit its levels, a figure given twice with different values,
 * shares of one whole above 100 %. Each number may be anything that rounds to what is written, or lies within its hedge (`about`). A contradiction is reported
 * only if no such values resolve it.
 *
 * @param isPlain   returns whether a figure's own sentence says what it measures; figures for which this had to be inferred are not compared
 */
export function inconsistencies(claims: readonly Claim[], isPlain: (claim: Claim) => boolean = () => true): Inconsistency[] {
  return findInconsistencies(claims.filter(isPlain)).map(({ kind, text, claims: places }) => ({ kind, text, claims: places }))
}

/** A figure that follows from others next to it, but does not match them. */
export interface InconsistentFigure {
  readonly claim: Claim
  /** The value that follows from the other figures, in the claim's unit. */
  readonly expected: number
  readonly text: string
}

/**
 * Returns, for contradictions within one sentence or two neighbouring ones, the figure that should follow from the others: a growth, a total, a balance. The
 * others may all be right.
 */
export function inconsistentFigures(claims: readonly Claim[]): InconsistentFigure[] {
  return findInconsistencies(claims).flatMap(({ text, fault }) => (fault === undefined ? [] : [{ ...fault, text }]))
}

/** An inconsistency with the figure at fault, if that is clear. */
interface AttributedInconsistency extends Inconsistency {
  readonly fault?: { readonly claim: Claim; readonly expected: number } | undefined
}

function findInconsistencies(claims: readonly Claim[]): AttributedInconsistency[] {
  const figures = claims.filter((claim) => claim.checkable && claim.value !== null)
  const measured = figures.filter((claim) => claim.measured !== null)
  return [...conflictingFigures(measured), ...growthAndLevels(figures), ...sharesOverWhole(measured), ...partsAndTotal(measured)]
}

/**
 * Returns the range in which a number may lie, given its digits and its hedge: half of the last digit either way, a tenth for `about`, open above for `more
 * than`.
 *
 * @example roundingBand({ value: 240, hedge: undefined }).high   // 245
 * @example roundingBand({ value: 0.5, hedge: { bound: 'about' } }).low   // 0.45
 */
export function roundingBand({ value, hedge }: { readonly value: number; readonly hedge: HedgeSaid | undefined }): Band {
  const size = Math.abs(value)
  const half = lastDigit(size) / 2
  // words that are no hedge leave open how a number was rounded
  const bound = hedge === undefined ? 'stated' : hedge.bound === 'stated' ? 'about' : hedge.bound
  // numbers in words and fractions are rounded more than their value shows
  const words = hedge?.isInWords === true
  const slack = words || bound === 'about' || bound === 'range' ? Math.max(half, verdictLimits.approximate * size) : half
  const [low, high] = [value - slack, value + slack]
  if (bound === 'more' || bound === 'at-least') return { low, high: value + Math.max(slack, size) }
  if (bound === 'almost') return { low: value - Math.max(slack, (1 - verdictLimits.almost) * size), high }
  return bound === 'less' || bound === 'at-most' ? { low: value - Math.max(slack, size / 2), high } : { low, high }
}

/** Returns the unit of the last digit that may have been rounded: 10 for 240, 1 for 243 and for 24. */
function lastDigit(size: number): number {
  const decimals = /\.(\d+)/.exec(String(size))?.[1]?.length ?? 0
  if (decimals > 0) return 10 ** -decimals
  if (size >= 1000 && size % 100 === 0) return 100
  return size >= 100 && size % 10 === 0 ? 10 : 1
}

const sameKey = (claim: Claim): string =>
  [
    claim.kind,
    claim.measured!.topic,
    claim.measured!.part ?? '',
    claim.measured!.form,
    claim.measured!.whole === undefined ? '' : `${claim.measured!.whole.of} ${claim.measured!.whole.state}`,
    [...claim.actors].sort().join(),
    claim.direction,
    periodKey(claim.period),
    periodKey(claim.period_base),
    claim.unit ?? '',
    claim.indicator ?? '',
  ].join('|')

const periodKey = (period: ClaimPeriod | null): string =>
  period === null ? '' : 'at' in period ? period.at : `${period.from}/${period.to}`

const meets = (a: Band, b: Band): boolean => a.low <= b.high && b.low <= a.high

const placeOf = ({ sentence_index, claim_index }: Claim): Inconsistency['claims'][number] => ({ sentence_index, claim_index })

const written = (claim: Claim): string =>
  `${claim.qualifier === null ? '' : `${claim.qualifier} `}${claim.value} ${claim.unit ?? ''}`.trim()

/** Finds two different numbers for the same quantity and period in two sentences. Figures from different named sources may both be right. */
function conflictingFigures(figures: readonly Claim[]): Inconsistency[] {
  const levels = figures.filter(
    ({ kind, period, direction, value_from: from }) =>
      ['quantity', 'count'].includes(kind) && period !== null && direction !== 'n/a' && from === null,
  )
  return [...grouped(levels, sameKey).values()].flatMap((same) => {
    const [first] = same
    const other = same.find(
      (one) =>
        one.sentence_index !== first!.sentence_index &&
        one.source_named === first!.source_named &&
        one.speaker === first!.speaker &&
        !meets(bandOfClaim(one), bandOfClaim(first!)),
    )
    // if the two differ by a factor of two or more, two different quantities were read as one
    if (first === undefined || other === undefined || !isNear(first.value!, other.value!)) return []
    return [
      {
        kind: 'two-figures',
        text: `The same is given as ${written(first)} and as ${written(other)}.`,
        claims: [placeOf(first), placeOf(other)],
      },
    ]
  })
}

const isNear = (a: number, b: number): boolean => Math.max(Math.abs(a), Math.abs(b)) < 2 * Math.min(Math.abs(a), Math.abs(b))

const bandOfClaim = (claim: Claim): Band => roundingBand({ value: claim.value!, hedge: claim.said?.hedge })

/** Returns a key of subject, states and direction, the same for any period and form. */
const seriesKey = ({ measured, actors, direction }: Claim): string =>
  `${measured!.topic}|${measured!.part ?? ''}|${[...actors].sort().join()}|${direction}`

/** Finds changes in per cent or `times` that do not fit the two levels next to them, or the two ends of the change itself. */
function growthAndLevels(figures: readonly Claim[]): AttributedInconsistency[] {
  const series = grouped(
    figures.filter(({ measured }) => measured !== null),
    seriesKey,
  )
  return figures
    .filter((claim) => changeUnits.has(claim.unit) && claim.period !== null && claim.value_from === null)
    .flatMap((change) => {
      const own = ownLevels(change, figures)
      const pair = own ?? (change.measured === null ? undefined : levelsOf(change, series.get(seriesKey(change)) ?? []))
      if (pair === undefined || pair.from.low <= 0 || pair.to.low <= 0) return []
      const [least, most] = [pair.to.low / pair.from.high, pair.to.high / pair.from.low]
      const asChange = (ratio: number): number => (change.unit === 'times' ? ratio : 100 * (ratio - 1))
      const possible = { low: asChange(least), high: asChange(most) }
      const slack = change.unit === 'times' ? 0 : 1
      const told = bandOfClaim(change)
      if (meets({ low: told.low - slack, high: told.high + slack }, possible)) return []
      const unit = change.unit === 'times' ? 'times' : '%'
      return [
        {
          kind: 'growth-and-levels',
          text: `A change of ${written(change)} does not fit ${pair.text}: these make ${possible.low.toFixed(1)} to ${possible.high.toFixed(1)} ${unit}.`,
          claims: [change, ...pair.claims].map(placeOf),
          fault: own === undefined ? undefined : figureAtFault(change, own.claims[0]!, (possible.low + possible.high) / 2),
        } satisfies AttributedInconsistency,
      ]
    })
}

/** Returns the figure at fault: the growth, unless changing one digit of the level next to it makes growth and levels fit. Then it is the level. */
function figureAtFault(change: Claim, level: Claim, expected: number): { readonly claim: Claim; readonly expected: number } {
  const meant = change.unit === 'times' ? undefined : misprintedLevel(level.value_from!, level.value!, change.value!)
  return meant === undefined ? { claim: change, expected } : { claim: level, expected: meant }
}

const changeUnits: ReadonlySet<string | null> = new Set(['percent_change', 'times'])

interface Levels {
  readonly from: Band
  readonly to: Band
  readonly text: string
  readonly claims: readonly Claim[]
}

/**
 * Returns the two ends of a change from the neighbouring claim on the same states: `rose 31 % from 40 to 53`. Undefined if there is no such claim, or if its
 * base period differs from that of the growth.
 */
function ownLevels(change: Claim, figures: readonly Claim[]): Levels | undefined {
  const both = figures.find(
    (one) =>
      one.value_from !== null &&
      isAmount(one.unit) &&
      one.sentence_index === change.sentence_index &&
      Math.abs(one.claim_index - change.claim_index) === 1 &&
      one.direction === change.direction &&
      one.actors.join() === change.actors.join() &&
      (one.claim_index < change.claim_index ? change : one).said?.figure?.isOnePairWithPrevious === true &&
      !isOtherBase(change, one),
  )
  if (both === undefined) return undefined
  return {
    from: roundingBand({ value: both.value_from!, hedge: undefined }),
    to: bandOfClaim(both),
    text: `${both.value_from} and ${written(both)}`,
    claims: [both],
  }
}

/** Whether the two ends of a change begin in another year than the base of the growth: `rose 5 % to 40, from 30 two years before`. */
function isOtherBase({ period_base: base }: Claim, { period }: Claim): boolean {
  if (base === null || period === null || 'at' in period) return false
  const first = 'at' in base ? base.at : base.from
  return first.slice(0, 4) !== period.from.slice(0, 4)
}

/** Returns the levels of the period and of its base, in one unit. Without a base period, the year before is used. */
function levelsOf(change: Claim, others: readonly Claim[]): Levels | undefined {
  const base = change.period_base ?? yearBefore(change.period!)
  const levels = others.filter((one) => one.value_from === null && isAmount(one.unit) && one.source_named === change.source_named)
  const to = levels.find((one) => periodKey(one.period) === periodKey(change.period))
  const from = levels.find((one) => base !== undefined && periodKey(one.period) === periodKey(base) && one.unit === to?.unit)
  if (to === undefined || from === undefined || to === from || (change.period_base === null && yearsIn(change.period!) > 1))
    return undefined
  return { from: bandOfClaim(from), to: bandOfClaim(to), text: `${written(from)} and ${written(to)}`, claims: [from, to] }
}

const relative: ReadonlySet<string> = new Set(['percent', 'percent_change', 'percentage_points', 'times', 'rank', 'years'])
const isAmount = (unit: string | null): boolean => unit !== null && !relative.has(unit)

function yearBefore(period: ClaimPeriod): ClaimPeriod | undefined {
  return 'at' in period && period.at.length === 4 ? { at: String(Number(period.at) - 1) } : undefined
}

/** Finds shares of one whole, for one period and in one sentence, that add to more than 100 %. */
function sharesOverWhole(figures: readonly Claim[]): Inconsistency[] {
  const shares = figures.filter(
    (claim) => claim.unit === 'percent' && claim.kind === 'share' && claim.measured!.whole !== undefined && claim.value! > 0,
  )
  const wholeKey = (claim: Claim): string =>
    `${claim.measured!.topic}|${claim.measured!.whole!.of}|${claim.measured!.whole!.state}|${periodKey(claim.period)}|${claim.sentence_index}`
  return [...grouped(shares, wholeKey).values()].flatMap((same) => {
    const apart = same.filter(
      (one, i) => same.findIndex((other) => othersOf(other) === othersOf(one) && other.measured!.part === one.measured!.part) === i,
    )
    const least = apart.reduce((sum, one) => sum + bandOfClaim(one).low, 0)
    if (apart.length < 2 || least <= 100.5 || same.some(({ measured }) => measured!.part !== undefined)) return []
    return [
      {
        kind: 'shares-over-100',
        text: `Shares of one whole add to more than 100 %: ${apart.map(written).join(', ')}.`,
        claims: apart.map(placeOf),
      },
    ]
  })
}

/** Returns the states that have the share: all but the state that the whole belongs to. */
const othersOf = ({ actors, measured }: Claim): string => actors.filter((actor) => actor !== measured!.whole!.state).join()

/** Finds both directions of trade that do not add up to their total, or whose difference is not the stated balance. */
function partsAndTotal(figures: readonly Claim[]): AttributedInconsistency[] {
  const flows = figures.filter(
    ({ kind, unit, period, value_from: from, measured }) =>
      kind === 'quantity' && isAmount(unit) && period !== null && from === null && measured!.part === undefined,
  )
  return [
    ...grouped(
      flows,
      (claim) => `${[...claim.actors].sort().join()}|${periodKey(claim.period)}|${claim.unit}|${claim.source_named ?? ''}`,
    ).values(),
  ].flatMap((same) => {
    const plain = new Set(['goods-exports', 'goods-imports', 'goods-trade'])
    const ways = same.filter(({ direction, measured }) => isOneWay(direction) && plain.has(measured!.topic))
    const [one] = ways
    const back = ways.find(({ direction }) => one !== undefined && areOpposite(one.direction, direction))
    if (one === undefined || back === undefined) return []
    const [a, b] = [bandOfClaim(one), bandOfClaim(back)]
    const total = same.find(
      ({ direction, measured }) => direction === 'total' && measured!.topic === 'goods-trade' && measured!.form === 'level',
    )
    const gap = same.find(({ measured }) => isBalanceTopic(measured!.topic))
    const sum = { low: a.low + b.low, high: a.high + b.high }
    const [wide, narrow] = a.low >= b.low ? [a, b] : [b, a]
    const difference = { low: Math.max(0, wide.low - narrow.high), high: wide.high - narrow.low }
    return [
      ...(total !== undefined && !meets(bandOfClaim(total), sum)
        ? [
            additionMismatch(
              [one, back, total],
              `${written(one)} and ${written(back)} do not add to ${written(total)}`,
              (sum.low + sum.high) / 2,
            ),
          ]
        : []),
      ...(gap !== undefined && !meets(roundingBand({ value: Math.abs(gap.value!), hedge: gap.said?.hedge }), difference)
        ? [
            additionMismatch(
              [one, back, gap],
              `${written(one)} and ${written(back)} do not differ by ${written(gap)}`,
              (difference.low + difference.high) / 2,
            ),
          ]
        : []),
    ]
  })
}

/**
 * Describes a mismatch of three figures. The third follows from the other two, and is named as at fault if all three are in one sentence or in two neighbouring
 * ones.
 */
function additionMismatch(claims: readonly [Claim, Claim, Claim], text: string, expected: number): AttributedInconsistency {
  const places = claims.map(({ sentence_index: index }) => index)
  return {
    kind: 'parts-and-total',
    text: `${text}.`,
    claims: [...claims].sort((a, b) => a.sentence_index - b.sentence_index || a.claim_index - b.claim_index).map(placeOf),
    fault: Math.max(...places) - Math.min(...places) <= 1 ? { claim: claims[2], expected } : undefined,
  }
}
