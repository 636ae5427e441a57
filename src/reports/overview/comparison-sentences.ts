import { clearChange } from '../../assessments/economy/goods-change.ts'
import type { DomainId } from '../../assessments/forms/domains.ts'
import { chanceOfRise, leastChanceTold } from '../../assessments/forms/likelihood.ts'
import { amountWords, capitaliseArticles, formatPercentile, inSentence, joinedWords, possessive } from '../../assessments/forms/wording.ts'
import type { Assessment } from '../../assessments/index.ts'
import { movesAgainst, rivalPlaces } from '../../assessments/votes/rival-places.ts'
import { measuresDisagree } from '../../assessments/votes/vote-place-figures.ts'
import { type Estimate, isKnown, type Known } from '../../store/index.ts'
import { goodsShown } from './goods-shown.ts'

/** One of the pairs compared. */
interface Side {
  readonly assessment: Assessment
  /** The other party where all pairs share one, else both. */
  readonly name: string
}

/** What the pairs have in common: the name of the party that all share; undefined where there is none. */
type Shared = string | undefined

/**
 * Says in words what a comparison of two pairs or more shows: how they stand, how close they vote and whether that has changed in ten sessions, and what they
 * trade. Pairs that share a party are told from its side. Empty for one pair, and for a domain other than diplomacy and trade.
 *
 * @param domain   the only domain that is compared; undefined: all
 */
export function comparisonSentences(assessments: readonly Assessment[], domain: DomainId | undefined): string[] {
  if (assessments.length < 2) return []
  const shared = sharedParty(assessments)
  const sides = assessments.map((assessment): Side => ({ assessment, name: nameOf(assessment, shared) }))
  const common = shared === undefined ? undefined : inSentence(shared.name)
  return [
    ...(domain === undefined ? [standingSentence(sides, common)] : []),
    ...(domain === undefined || domain === 'diplomacy' ? [votesSentence(sides, common), movesSentence(sides, common)] : []),
    ...(domain === undefined || domain === 'trade' ? [tradeSentence(sides, common)] : []),
  ]
    .filter((sentence) => sentence !== '')
    .map(capitaliseArticles)
}

type Party = Assessment['a']

function sharedParty(assessments: readonly Assessment[]): Party | undefined {
  const [{ a, b }] = assessments as [Assessment, ...Assessment[]]
  return [a, b].find(({ iso3 }) => assessments.every((one) => [one.a.iso3, one.b.iso3].includes(iso3)))
}

function nameOf({ a, b }: Assessment, shared: Party | undefined): string {
  if (shared === undefined) return `${inSentence(a.name)} and ${inSentence(b.name)}`
  return inSentence((a.iso3 === shared.iso3 ? b : a).name)
}

function standingSentence(sides: readonly Side[], shared: Shared): string {
  const placed = sides
    .flatMap(({ name, assessment: { standing } }) => (standing === undefined ? [] : [{ name, standing }]))
    .sort((x, y) => y.standing.order - x.standing.order)
  const told = placed.map(({ name, standing: { class: kind, since, certainty } }) => {
    const words = `${kind === 'at war' ? kind : `in ${kind === 'security community' ? 'a ' : ''}${kind}`}${certainty === 'at-least' ? ' or better' : ''}`
    return shared === undefined ? `${name} are ${words} (since ${since})` : `${words} with ${name} (since ${since})`
  })
  if (told.length === 0) return ''
  return shared === undefined ? `${told.join('; ')}.` : `${shared} is ${joinedWords(told)}.`
}

/** Where a pair stands among all pairs, from 0 to 1, and whether rival measures put it on the other side of the middle. */
interface Placed extends Side {
  readonly level: Known
  readonly value: number
  readonly low: number
  readonly high: number
  readonly disagree: boolean
}

function votesSentence(sides: readonly Side[], shared: Shared): string {
  const placed = sides.flatMap(placeOf).sort((x, y) => y.value - x.value)
  const [first, second] = placed
  if (first === undefined || second === undefined) return ''
  const when = sessionsOf(first.level)
  if (shared === undefined || placed.length > 2) {
    const told = placed.map((one) => `${one.name} ${placeWords(one)}`)
    const whose = shared === undefined ? 'the pairs' : possessive(shared)
    return `In votes on world issues (${when}) ${shared === undefined ? '' : `${whose} place is, `}from closest to furthest: ${told.join('; ')}.${uncertain(placed)}`
  }
  const both = `${first.name} (${placeWords(first)}) ${overlap(first, second) ? 'or' : 'than'} to ${second.name} (${placeWords(second)})`
  if (overlap(first, second)) return `Whether ${shared} votes closer to ${both} cannot be told from votes on world issues (${when}).`
  const against = rivalsReversed(first, second)
  const but = against.length === 0 ? '' : `; but by ${joinedWords(against)} it is the other way round, so the measures disagree`
  return `On world issues ${shared} votes closer to ${both}${but} (${when}).`
}

function placeOf(side: Side): Placed[] {
  const estimates = diplomacyOf(side)
  const level = estimates.find((one): one is Known => one.id === 'vote-place' && isKnown(one))
  if (level === undefined) return []
  const { low, high } = level.interval === 'exact' ? { low: level.value, high: level.value } : level.interval
  return [{ ...side, level, value: level.value, low, high, disagree: measuresDisagree(level, estimates) }]
}

function diplomacyOf({ assessment }: Side): readonly Estimate[] {
  return assessment.domains.find(({ id }) => id === 'diplomacy')?.estimates ?? []
}

/** A place with its 90 % interval, from its side of the middle. */
function placeWords({ value, low, high, disagree }: Placed): string {
  const isClose = value >= 0.5
  const percent = (share: number): string => formatPercentile(100 * (isClose ? share : 1 - share))
  const [from, to] = isClose ? [low, high] : [high, low]
  const way = isClose ? 'closer than' : 'further apart than'
  return `${way} ${percent(value)} % of all pairs, ${percent(from)} to ${percent(to)} %${disagree ? '; measures disagree' : ''}`
}

const overlap = (x: Placed, y: Placed): boolean => x.low <= y.high && y.low <= x.high

/** The rival measures by which the order of the two is certainly reversed. */
function rivalsReversed(first: Placed, second: Placed): string[] {
  const others = rivalPlaces(diplomacyOf(second))
  return rivalPlaces(diplomacyOf(first)).flatMap(({ name, high }) => {
    const other = others.find((one) => one.name === name)
    return other !== undefined && other.low > high ? [name] : []
  })
}

function uncertain(placed: readonly Placed[]): string {
  const unsure = placed.flatMap((one, i) => {
    const next = placed[i + 1]
    return next !== undefined && overlap(one, next) ? [`of ${one.name} and ${next.name}`] : []
  })
  return unsure.length === 0 ? '' : ` The order ${joinedWords(unsure)} is not certain: their intervals overlap.`
}

function sessionsOf({ period }: Known): string {
  const [first, last] = period.split('/').map((day) => Number(day.slice(0, 4))) as [number, number]
  return `UN General Assembly, ${last - 1 === first ? `session of ${first}` : `sessions of ${first} to ${last - 1}`}`
}

type Move = 'closer' | 'apart' | 'unclear' | 'disagree'

function movesSentence(sides: readonly Side[], shared: Shared): string {
  const moves = sides.flatMap((side) => {
    const found = moveOf(side)
    return found === undefined ? [] : [{ name: side.name, ...found }]
  })
  if (moves.length === 0) return ''
  const of = (wanted: Move): string[] =>
    moves
      .filter(({ move }) => move === wanted)
      .map(({ name, words }) => (wanted === 'closer' || wanted === 'apart' ? `${name} (${words})` : name))
  const [closer, apart, unclear, disagree] = (['closer', 'apart', 'unclear', 'disagree'] as const).map(of) as [
    string[],
    string[],
    string[],
    string[],
  ]
  const told = [
    ...(closer.length === 0
      ? []
      : [shared === undefined ? `${joinedWords(closer)} moved closer` : `it has moved closer to ${joinedWords(closer)}`]),
    ...(apart.length === 0
      ? []
      : [shared === undefined ? `${joinedWords(apart)} moved apart` : `it has moved away from ${joinedWords(apart)}`]),
    ...(unclear.length === 0
      ? []
      : [`the place ${shared === undefined ? 'of' : 'towards'} ${joinedWords(unclear)} has not clearly changed`]),
    ...(disagree.length === 0
      ? []
      : [`on the change ${shared === undefined ? 'of' : 'towards'} ${joinedWords(disagree)} measures disagree`]),
  ]
  return `Compared with ten sessions before, ${told.join('; ')}.`
}

/** Whether the place has moved over ten sessions, by the rule of the sentence on votes; undefined where that is not known. */
function moveOf(side: Side): { readonly move: Move; readonly words: string } | undefined {
  const estimates = diplomacyOf(side)
  const change = estimates.find((one): one is Known => one.id === 'vote-place.change' && isKnown(one))
  if (change === undefined || change.interval === 'exact') return undefined
  const { value, interval } = change
  const above = chanceOfRise({ value, ...interval })
  if (above === undefined) return undefined
  const isUnclear = (interval.low <= 0 && interval.high >= 0) || Math.max(above, 1 - above) <= leastChanceTold
  const words = `place ${points(value)} points, ${points(interval.low)} to ${points(interval.high)}`
  if (isUnclear) return { move: 'unclear', words }
  return { move: movesAgainst(value, estimates).length > 0 ? 'disagree' : value > 0 ? 'closer' : 'apart', words }
}

function points(share: number): string {
  const text = Math.abs(100 * share).toFixed(0)
  return text === '0' ? text : `${share < 0 ? '−' : '+'}${text}`
}

function tradeSentence(sides: readonly Side[], shared: Shared): string {
  const told = sides.flatMap(goodsOf).sort((x, y) => y.value - x.value)
  // amounts in different currencies have no order
  if (told.length < 2 || new Set(told.map(({ unit }) => unit)).size > 1) return ''
  const amounts = told.map(({ name, words }) => (shared === undefined ? `${name} ${words}` : `${words} with ${name}`))
  return `Goods trade${shared === undefined ? '' : ` of ${shared}`}, largest first: ${amounts.join('; ')}.`
}

function goodsOf({
  name,
  assessment,
}: Side): { readonly name: string; readonly value: number; readonly unit: string; readonly words: string }[] {
  const trade = assessment.domains.find(({ id }) => id === 'trade')
  const goods = trade === undefined ? undefined : goodsShown(trade.estimates, assessment.to)?.goods
  if (trade === undefined || goods === undefined || goods.id.includes('-to-')) return []
  const { value, unit, period } = goods
  const found = clearChange(trade.estimates, trade.items)
  const words = `${amountWords(value, unit)} in ${period.slice(0, 4)}`
  if (found === undefined || found === 'unclear' || found.change.unit !== unit) return [{ name, value, unit, words }]
  const [early, late] = found.change.period.split('/') as [string, string]
  const since = `${late === period.slice(0, 4) ? '' : `${amountWords(found.late, unit)} in ${late}, `}${amountWords(found.early, unit)} in ${early}`
  return [{ name, value, unit, words: `${words} (${since})` }]
}
