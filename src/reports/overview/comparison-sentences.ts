import { clearChange } from '../../assessments/economy/goods/goods-change.ts'
import type { DomainId } from '../../assessments/forms/domains.ts'
import { chanceOfRise, leastChanceTold } from '../../assessments/forms/likelihood.ts'
import { amountWords, capitaliseArticles, formatPercentile, inSentence, joinedWords } from '../../assessments/forms/wording.ts'
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
 * trade. Pairs that share a party are described from its side. Empty for one pair, and for a domain other than diplomacy and trade.
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
  const when = `In UN votes on world issues (General Assembly, ${sessionsOf(first.level)})`
  const told = placed.map((one, i) => `${one.name} (${placeWords(one, i === 0)})`)
  if (shared === undefined) return `${when} the pairs stand, from closest to furthest: ${told.join('; ')}.${uncertain(placed)}`
  if (placed.length > 2) return `${when} ${shared} stands closest to ${told[0]}, then to ${joinedWords(told.slice(1))}.${uncertain(placed)}`
  if (overlap(first, second))
    return `${when} the places of ${shared} with ${told[0]} and with ${told[1]} overlap: which is closer is not certain.`
  const against = rivalsReversed(first, second)
  const but = against.length === 0 ? '' : `; but by ${joinedWords(against)} it is the other way round, so the measures disagree`
  return `${when} ${shared} stands closer to ${told[0]} than to ${told[1]}${but}.`
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

/** A place with its 90 % interval, from its side of the middle; of blocs, the median of pairs of their members. */
function placeWords({ assessment: { a, b }, value, low, high, disagree }: Placed, isFirst: boolean): string {
  const isClose = value >= 0.5
  const percent = (share: number): string => formatPercentile(100 * (isClose ? share : 1 - share))
  const [from, to] = isClose ? [low, high] : [high, low]
  const median = [a, b].some(({ members }) => members !== undefined) ? 'median of members: ' : ''
  const range = `${percent(value)} %${isFirst ? ' of all pairs of states' : ''}, ${isFirst ? '90 % interval ' : ''}${percent(from)} to ${percent(to)} %`
  return `${median}${isClose ? 'closer than' : 'further apart than'} ${range}${disagree ? ', but measures disagree' : ''}`
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
  return last - 1 === first ? `session of ${first}` : `sessions of ${first} to ${last - 1}`
}

function movesSentence(sides: readonly Side[], shared: Shared): string {
  const told = sides.flatMap((side, i) => {
    const words = moveWords(side, i === 0)
    return words === undefined ? [] : [shared === undefined ? `${side.name}: ${words}` : `with ${side.name} ${words}`]
  })
  return told.length === 0 ? '' : `Change over ten sessions: ${told.join('; ')}.`
}

/** Which way the place has moved over ten sessions, by the rule of the sentence on votes; undefined where that is not known. */
function moveWords(side: Side, isFirst: boolean): string | undefined {
  const estimates = diplomacyOf(side)
  const change = estimates.find((one): one is Known => one.id === 'vote-place.change' && isKnown(one))
  if (change === undefined || change.interval === 'exact') return undefined
  const { value, interval } = change
  const above = chanceOfRise({ value, ...interval })
  if (above === undefined) return undefined
  const size = `place ${points(value)} percentile points, ${isFirst ? '90 % interval ' : ''}${points(interval.low)} to ${points(interval.high)}`
  if ((interval.low <= 0 && interval.high >= 0) || Math.max(above, 1 - above) <= leastChanceTold) return `no clear change (${size})`
  const against = movesAgainst(value, estimates)
  if (against.length === 0) return `${value > 0 ? 'closer' : 'further apart'} (${size})`
  const others = joinedWords(against.map(({ name, closer }) => `by ${name} ${closer ? 'closer' : 'further apart'}`))
  return `measures disagree (${size}; ${others})`
}

function points(share: number): string {
  const text = Math.abs(100 * share).toFixed(0)
  return text === '0' ? text : `${share < 0 ? '−' : '+'}${text}`
}

function tradeSentence(sides: readonly Side[], shared: Shared): string {
  const told = sides.flatMap(goodsOf).sort((x, y) => y.value - x.value)
  // amounts in different currencies have no order
  if (told.length < 2 || new Set(told.map(({ unit }) => unit)).size > 1) return ''
  const amounts = told.map(({ name, words }) => `${shared === undefined ? `${name}:` : `with ${name}`} ${words}`)
  // amounts of different years are listed, not ranked
  const order = new Set(told.map(({ year }) => year)).size === 1 ? ', largest first' : ''
  return `Goods trade${shared === undefined ? '' : ` of ${shared}`}${order}: ${amounts.join('; ')}.`
}

interface Goods {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly year: string
  /** The amounts from the first year to the last. */
  readonly words: string
}

/** Goods in both directions: the newest amount, and two amounts ten years apart where they are comparable and clear about the change. */
function goodsOf({ name, assessment }: Side): Goods[] {
  const trade = assessment.domains.find(({ id }) => id === 'trade')
  const goods = trade === undefined ? undefined : goodsShown(trade.estimates, assessment.to)?.goods
  if (trade === undefined || goods === undefined || goods.id.includes('-to-')) return []
  const { value, unit, period } = goods
  const found = clearChange(trade.estimates, trade.items)
  const year = period.slice(0, 4)
  const newest = `${amountWords(value, unit)} in ${year}`
  if (found === undefined || found === 'unclear' || found.change.unit !== unit) return [{ name, value, unit, year, words: newest }]
  const [early, late] = found.change.period.split('/') as [string, string]
  const before = [`${amountWords(found.early, unit)} in ${early}`, ...(late < year ? [`${amountWords(found.late, unit)} in ${late}`] : [])]
  return [{ name, value, unit, year, words: joinedWords([...before, newest]) }]
}
