import type { Claim, ClaimPeriod, Measured } from '../../claim.ts'
import type { OtherReadings, SlotConfidence, SlotConfidences } from '../../said/figure-doubts.ts'
import { yearsOfPeriod } from '../../text/days-of-text.ts'
import { queryFamilyOf } from '../../text/topics/query-families.ts'

/** Another possible reading of a claim: one with another value for its parties, direction or period, which the words leave open. */
export interface AlternativeReading {
  readonly claim: Claim
  /** The changed slot, worded to follow a noun in a sentence: `of CHL->PER`, `in 2012`. */
  readonly label: string
  /** True if the text itself names the changed slot: missing figures then do not rule out the reading, only contrary figures do. */
  readonly requiresFigures: boolean
  /** True if two slots differ from the claim. There are many such readings, so by chance one easily comes close to a wrong figure. */
  readonly changesTwoSlots: boolean
}

/**
 * Returns all other readings that the text allows: other parties, the opposite direction, other periods. Empty if the clause of the claim settles parties,
 * direction and period, or if the claim was given as data.
 *
 * @param date   date of the text
 */
export function alternativeReadings(
  claim: Claim,
  { who, when }: Pick<SlotConfidences, 'who' | 'when'>,
  date: string,
): AlternativeReading[] {
  const doubts = claim.said?.doubts?.figure
  if (doubts === undefined) return []
  const told = doubts.others ?? {}
  const others = who === 'own' ? [] : withOthers(claim, told.actors)
  const people = [
    ...others,
    ...(who === 'own' ? [] : withOthers(claim, told.actorsTurned).flatMap(inOtherDirection)),
    ...(told.turned === true && claim.direction.includes('->') ? inOtherDirection(claim) : []),
    ...(told.bothWays === true && claim.measured !== null
      ? [{ ...claim, direction: 'total', measured: { ...claim.measured, topic: 'goods-trade' } }]
      : []),
    ...withOtherContrast(claim),
    ...replaced(claim, told.world ?? [], 'WLD'),
    ...(told.otherWhole === true && claim.measured !== null ? [withOtherWhole(claim, claim.measured)] : []),
  ]
  const isOfLister = (one: Claim): boolean =>
    told.listed?.partners.some((id) => !one.actors.includes(id)) === true &&
    one.actors.some((id) => told.listed!.first.includes(id) && !claim.actors.includes(id))
  const nearer = new Set(when === 'text' ? told.nearer?.map((one) => JSON.stringify(one)) : [])
  const timesOf = (one: Claim): Claim[] => (when === 'own' ? [] : withOtherTimes(one, told, when, date))
  return [
    ...people.map((one) => ({
      claim: one,
      label: actorsLabel(one),
      requiresFigures: (who === 'near' && others.includes(one)) || isOfHost(one, claim) || (others.includes(one) && isOfLister(one)),
      changesTwoSlots: false,
    })),
    ...timesOf(claim).map((one) => ({
      claim: one,
      label: periodLabel(one),
      requiresFigures: (when === 'near' && isAsFine(one, claim)) || (nearer.has(JSON.stringify(one.period)) && !isFiner(one, claim)),
      changesTwoSlots: false,
    })),
    ...people
      .flatMap(timesOf)
      .map((one) => ({ claim: one, label: `${actorsLabel(one)} ${periodLabel(one)}`, requiresFigures: false, changesTwoSlots: true })),
  ]
}

/** Whether both periods are equally precise. A month named next to a yearly figure is no alternative to the year. */
const isAsFine = (a: Claim, b: Claim): boolean => JSON.stringify(a.period).length === JSON.stringify(b.period).length

/** Whether the first claim's period is more precise than the second's, such as a month beside a year. */
const isFiner = (a: Claim, b: Claim): boolean => firstOf(a).length > firstOf(b).length
const firstOf = ({ period }: Claim): string => (period === null ? '' : 'at' in period ? period.at : period.from)

const actorsLabel = ({ direction, actors }: Claim): string => `of ${direction.includes('->') ? direction : actors.join(' and ')}`
const periodLabel = ({ period }: Claim): string =>
  period === null ? 'at another time' : `in ${'at' in period ? period.at : `${period.from} to ${period.to}`}`

const withOthers = (claim: Claim, others: OtherReadings['actors'] = []): Claim[] =>
  others.flatMap(({ instead, by }) => by.flatMap((id) => replaced(claim, instead, id)))

/** Returns, for each of the old actors, the claim with the new state in the old one's place. Empty if the new state is already an actor. */
function replaced(claim: Claim, old: readonly string[], id: string): Claim[] {
  return claim.actors.includes(id) ? [] : old.map((one) => withActor(claim, one, id))
}

function withActor(claim: Claim, old: string, id: string): Claim {
  const change = (one: string): string => (one === old ? id : one)
  const { measured } = claim
  const whole = measured?.whole
  return {
    ...claim,
    actors: claim.actors.map(change),
    direction: claim.direction.split('->').map(change).join('->'),
    measured: measured === null || whole === undefined ? measured : { ...measured, whole: { ...whole, state: change(whole.state) } },
  }
}

/** Returns the claim in the opposite direction; a share of goods also as one of what the other state trades. */
function inOtherDirection(claim: Claim): Claim[] {
  const [sender, receiver] = claim.direction.split('->')
  const turned = { ...claim, direction: `${receiver}->${sender}`, actors: [...claim.actors].reverse() }
  const { measured } = claim
  // in `Germany is Serbia's main partner with 12.6% of exports` the exports may be those of either state
  const host = [sender, receiver].find((id) => id !== measured?.whole?.state)
  const isShared = claim.unit === 'percent' && queryFamilyOf(measured?.topic ?? '') === 'goods' && measured?.whole !== undefined
  return isShared ? [turned, { ...turned, measured: { ...measured!, whole: { ...measured!.whole!, state: host! } } }] : [turned]
}

/** Returns a comparison of three parties as a comparison of another pair: the order of the actors decides which pair is compared. Empty for other claims. */
function withOtherContrast(claim: Claim): Claim[] {
  const { kind, actors, direction } = claim
  const [sender, receiver] = direction.split('->')
  if (kind !== 'comparison' || receiver === undefined || actors.length < 3) return []
  const others = actors.filter((id) => id !== sender && id !== receiver)
  const isLast = actors.at(-1) === receiver
  return [{ ...claim, actors: isLast ? [sender!, receiver, ...others] : [sender!, ...others, receiver] }]
}

/** Returns a share of goods read as a share of the opposite flow (imports for exports, and the reverse), without a whole. */
function withOtherWhole(claim: Claim, measured: Measured): Claim {
  const turned = (words: string): string => words.replace(/\b(?:ex|im)ports\b/, (word) => (word === 'exports' ? 'imports' : 'exports'))
  const { whole: _, ...bare } = measured
  return {
    ...claim,
    measured: { ...bare, topic: turned(bare.topic) },
    indicator: claim.indicator === null ? null : turned(claim.indicator),
  }
}

const isOfHost = (one: Claim, claim: Claim): boolean => one.measured?.topic !== claim.measured?.topic && one.direction === claim.direction

/** Returns the claim in other periods: those that the words allow, neighbouring years, and the year of the document. */
function withOtherTimes(claim: Claim, { periods = [], isCounted }: OtherReadings, when: SlotConfidence, date: string): Claim[] {
  const { period, period_base: base } = claim
  if (period === null) return []
  const isNear = when === 'near'
  const [year, ofText] = [yearsOfPeriod(period).to, Number(date.slice(0, 4))]
  // holdings and debts refer to a day, flows and spending to a whole year
  const isOfFlows = ['goods', 'own'].includes(queryFamilyOf(claim.measured?.topic ?? '') ?? '')
  const shifts = isNear ? [] : isCounted ? [-1, 1] : [-1, 1, ofText - year, ofText - 1 - year]
  const all = [
    ...(isNear ? [] : wholeYears(claim)),
    ...shifts.filter((by) => by !== 0).map((by) => shiftedByYears(claim, by)),
    ...periods.map((one) => ({ ...shiftedByYears(claim, yearsOfPeriod(one).to - year), period: one })),
    ...(base === null && claim.kind === 'trend' ? periods.map((one) => ({ ...claim, period_base: one })) : []),
  ].filter((one) => yearsOfPeriod(one.period!).to <= ofText && !(isOfFlows && isUnfinished(one.period!, date)))
  return [...new Map(all.map((one) => [JSON.stringify([one.period, one.period_base]), one])).values()]
}

/** In texts from this month on, the current year may be meant as a whole. */
const lastMonth = '11'

/** Whether a period is the year of the text, although much of that year was still to come. Such a year has no figure yet. */
const isUnfinished = (period: ClaimPeriod, date: string): boolean =>
  'at' in period && period.at === date.slice(0, 4) && date.length >= 7 && date.slice(5, 7) < lastMonth

/** Returns a claim on a part of a year as two claims: on the whole year and on the year before. Empty for other claims. */
function wholeYears(claim: Claim): Claim[] {
  const { period, period_base: base } = claim
  const year = yearsOfPeriod(period!).to
  const isPart = base === null && ('at' in period! ? period!.at : period!.from).length > 4 && yearsOfPeriod(period!).from === year
  return isPart ? [year, year - 1].map((one) => ({ ...claim, period: { at: String(one) } })) : []
}

/** Returns the claim moved by some years. For a change, both periods are moved. */
function shiftedByYears(claim: Claim, by: number): Claim {
  const moved = (period: ClaimPeriod): ClaimPeriod => {
    const one = (day: string): string => `${Number(day.slice(0, 4)) + by}${day.slice(4)}`
    return 'at' in period ? { at: one(period.at) } : { from: one(period.from), to: one(period.to) }
  }
  return { ...claim, period: moved(claim.period!), period_base: claim.period_base === null ? null : moved(claim.period_base) }
}
