import type { State } from '../../states/index.ts'
import { ageOfConflict, type ConflictInputs, onsetCovariates, onsetValues } from './conflict-panel.ts'
import { eventProbability } from './event-backtest.ts'
import type { EventFacts } from './event-facts.ts'
import type { EventModels, HorizonModel } from './event-models.ts'
import { eventHorizons } from './event-panel.ts'
import { wholeList } from './event-record.ts'
import { eventRuleText } from './event-rules.ts'
import type { EventOutlook, EventTarget } from './event-target.ts'
import { gainWords, percentWords, reasonWords, skillWords, windowYears } from './event-words.ts'

const id = 'armed-conflict'

/** Forecasts that two states stand on opposing sides of an armed conflict in at least one year of a window. */
export function conflictTargets(inputs: ConflictInputs & { readonly models: EventModels }, a: State, b: State): EventOutlook {
  const { facts } = inputs
  const list = wholeList(facts.record.cards)
  if (list === undefined)
    return { targets: [], without: [{ id, why: 'The record has no list of all armed conflicts (visavis add ucdp-acd).' }] }
  const origin = conflictOrigin(facts, a.iso3, b.iso3, list.to)
  return { targets: eventHorizons.map((horizon) => targetOf({ ...inputs, a, b, origin, source: list.source }, horizon)), without: [] }
}

/**
 * The last year of which it is known whether the two were in conflict: that of the whole list; or the year after it of which the record has single rows, unless
 * the two were in conflict when the whole list ends and have no row after it.
 */
export function conflictOrigin(facts: EventFacts, a: string, b: string, whole: number): number {
  const later = Math.max(whole, ...facts.record.conflicts.map(({ year }) => year))
  const last = facts.opposedYears(a, b, later).at(-1)?.year
  return last === whole ? whole : later
}

/** Whether two states were in armed conflict with each other in the last year of which that is known. */
export function isInConflict(facts: EventFacts, a: string, b: string): boolean {
  const list = wholeList(facts.record.cards)
  if (list === undefined) return false
  const origin = conflictOrigin(facts, a, b, list.to)
  return facts.opposedYears(a, b, origin).at(-1)?.year === origin
}

interface Case extends ConflictInputs {
  readonly models: EventModels
  readonly a: State
  readonly b: State
  readonly origin: number
  readonly source: string
}

function targetOf(of: Case, horizon: number): EventTarget {
  const { facts, models, a, b, origin, source } = of
  const isNow = facts.opposedYears(a.iso3, b.iso3, origin).at(-1)?.year === origin
  const kind = models.kinds[isNow ? 'armed-conflict-continuation' : 'armed-conflict-onset'][horizon]!
  const group = isNow ? ageOfConflict(facts, a.iso3, b.iso3, origin) : 'all'
  const values = onsetValues(of, a.iso3, b.iso3, origin)
  const baseline = rateOf(kind, group)
  const last = origin + horizon
  return {
    ...{ id, horizon, unit: 'probability', median: null, bands: [], baseline },
    probability: isNow ? baseline : onsetProbability(kind, values),
    skill: isNow ? null : kind.skill,
    title: `Armed conflict: ${a.name} and ${b.name}, ${windowYears(origin, horizon)}`,
    definition:
      'In at least one year of the window UCDP lists the two states on opposing sides of an armed conflict with 25 or more battle-related deaths in the year: as parties or in support of a party of a conflict between states, or one as the government and the other taking part against it in an internal conflict.',
    baseRateOf: isNow
      ? `conflicts of two states in their ${group} that went on or came back within ${yearsWords(horizon)}, since 1961, each conflict counted once`
      : `pairs of states without armed conflict in a year that had one within ${yearsWords(horizon)}, in the last 20 years`,
    basis: isNow ? continuationBasis(kind, group) : onsetBasis(kind),
    change: isNow ? changeInConflict(of, horizon) : changeAtPeace(of, kind, values),
    resolution: {
      source,
      vintage: `the first edition of the UCDP/PRIO Armed Conflict Dataset that covers ${last}`,
      day: `${last + 1}-06-30`,
      rule: eventRuleText({ kind: id, a: a.iso3, b: b.iso3, from: origin + 1, to: last }),
    },
  }
}

function yearsWords(horizon: number): string {
  return horizon === 1 ? 'a year' : `${horizon} years`
}

function continuationBasis({ tried }: HorizonModel, group: string): string {
  const gain = tried === null ? '' : ` Against one rate for conflicts of any age it gained ${gainWords(tried)}.`
  return `The base rate of conflicts in their ${group} is the forecast.${gain}`
}

function onsetBasis({ model, skill, tried }: HorizonModel): string {
  const without =
    'That is the gain of a model without claims, enmities and missing relations; the forecast uses them too, but their tables were compiled in 2026 and would flatter a back-test.'
  return model === null ? skillWords(tried, false) : `${skillWords(skill, true)} ${without}`
}

function rateOf({ rates }: HorizonModel, group: string): number {
  return rates[group] ?? rates['all']!
}

function onsetProbability({ model, rates }: HorizonModel, values: readonly number[]): number {
  return model === null ? rates['all']! : eventProbability(model, values)
}

function changeInConflict(of: Case, horizon: number): string {
  const { facts, models, a, b, origin } = of
  const [going, onset] = [models.kinds['armed-conflict-continuation'][horizon]!, models.kinds['armed-conflict-onset'][horizon]!]
  const older = rateOf(going, 'third year or later')
  const stopped = onsetValues(of, a.iso3, b.iso3, origin)
  stopped[onsetCovariates.indexOf('years since, logarithm')] = Math.log(2)
  const age = ageOfConflict(facts, a.iso3, b.iso3, origin)
  const longer = age === 'third year or later' ? '' : ` Going on for three years or more would raise it to ${percentWords(older)}.`
  return `A year without 25 battle-related deaths would lower it to about ${percentWords(onsetProbability(onset, stopped))}.${longer}`
}

/** How a covariate is named where it speaks for or against conflict. */
const reasons: Readonly<Record<(typeof onsetCovariates)[number], readonly [high: string, low: string]>> = {
  'fought before': ['the two have fought since 1946', 'the two have not fought since 1946'],
  'years since, logarithm': ['', 'the years since they fought'],
  'past years, fading': ['recent years of conflict', ''],
  neighbours: ['they are neighbours', 'they are not neighbours'],
  'permanent five': ['one is a permanent member of the Security Council', 'one is a permanent member of the Security Council'],
  'larger state': ['the size of the larger state', 'the size of the larger state'],
  'smaller state': ['the smaller of the two is large', 'the smaller of the two is small'],
  'poorer state': ['', 'the poorer of the two is not poor'],
  'shared blocs': ['', 'the blocs that they share'],
  'distance of votes': ['they vote far apart in the General Assembly', 'they vote alike in the General Assembly'],
  'distance unknown': ['one of them does not vote in the General Assembly', ''],
  'other conflicts': ['conflicts of either with others', 'neither had conflicts with others of late'],
  'land claim': ['one claims land of the other', ''],
  'enmity or state of war': ['a declared enmity, a state of war or an armistice without peace', ''],
  'no relations': ['they have no diplomatic relations, or one does not recognise the other', ''],
}

function changeAtPeace({ facts, models, a, b, origin }: Case, kind: HorizonModel, values: readonly number[]): string {
  const next = rateOf(models.kinds['armed-conflict-continuation'][1]!, 'first year')
  const rise = `A year of armed conflict would raise that of the year after it to about ${percentWords(next)}.`
  if (kind.model === null) return rise
  const effects = onsetCovariates.map((name, c) => ({ name, effect: kind.model!.logit.coefficients[c]! * (values[c]! - usualValues[c]!) }))
  const strongest = effects.filter(({ effect }) => Math.abs(effect) > 0.25).sort((x, y) => Math.abs(y.effect) - Math.abs(x.effect))
  const named = (up: boolean): string[] =>
    strongest
      .filter(({ effect }) => effect > 0 === up)
      .flatMap(({ name }) => reasonOf(name, up, values))
      .slice(0, 3)
  const years = onsetCovariates.indexOf('years since, logarithm')
  const last = facts.opposedYears(a.iso3, b.iso3, origin).at(-1)?.year
  if (last === undefined) return `${rise} ${reasonWords(named(true), named(false))}`
  const later = values.map((value, c) => (c === years ? Math.log(1 + origin + 5 - last) : value))
  return `${rise} Five more years of peace would lower it to ${percentWords(eventProbability(kind.model, later))}. ${reasonWords(named(true), named(false))}`
}

function reasonOf(name: (typeof onsetCovariates)[number], isUp: boolean, values: readonly number[]): string[] {
  const words = reasons[name][isUp ? 0 : 1]
  if (words === '' || (name === 'permanent five' && values[onsetCovariates.indexOf(name)] === 0)) return []
  return [words]
}

/** A usual pair: never fought, not neighbours, of middling size and wealth, in one bloc, voting one unit apart. */
const usualValues: readonly number[] = [0, 0, 0, 0, 0, 0.67, 0.33, 0.33, 0.7, 1, 0, 0.3, 0, 0, 0]
