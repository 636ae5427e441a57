import { eventsOfRecord } from '../../assessments/outlook/events-of-record.ts'
import { pairOutlook } from '../../assessments/outlook/pair-outlook.ts'
import type { Claim } from '../../claims/claim.ts'
import { unitOf } from '../../claims/testing/questions/question.ts'
import { daysOf } from '../../claims/text/calendar.ts'
import { joiningTargets } from '../../outlook/events/bloc-targets.ts'
import type { EventTarget } from '../../outlook/events/event-target.ts'
import { eventTargets } from '../../outlook/events/event-targets.ts'
import { lastYearOf } from '../../outlook/ledger/issue-entries.ts'
import { cdfOf, medianAt } from '../../outlook/pooled/quantile-forecast.ts'
import type { OutlookFits } from '../../outlook/targets/outlook-fits.ts'
import type { OutlookTarget } from '../../outlook/targets/outlook-target.ts'
import type { OurForecast } from '../../reports/claims/claims-answer.ts'
import { type Bloc, blocs, type State, stateOf } from '../../states/index.ts'
import type { Snapshot } from '../../store/index.ts'

interface Asked {
  readonly snapshot: Snapshot
  readonly fits: OutlookFits
  /** The day of the record. */
  readonly day: string
}

/**
 * Returns what the outlook gives the outcome that a forecast of a text names, or why it gives nothing: most forecasts of texts name no outcome that a target
 * measures.
 *
 * @returns undefined for a forecast that names no year: it could never be settled
 */
export async function ourForecast(claim: Claim, asked: Asked): Promise<OurForecast | undefined> {
  const until = yearOf(claim)
  if (until === undefined) return undefined
  const states = claim.actors.flatMap((actor) => stateOf(actor) ?? [])
  const flows = flowsOf(claim)
  if (flows !== undefined) return ofGoods(claim, flows, until.year, asked)
  if (claim.measured?.topic === 'membership') return ofJoining(claim, states, until, asked)
  const { sentence, domain } = claim
  if (states.length !== 2 || claim.actors.length !== 2 || otherwise.test(sentence)) return none('no target measures this')
  const [a, b] = states as [State, State]
  if (war.test(sentence) && !noWar.test(sentence)) return ofEvent(claim, 'armed-conflict', await targetsOf(a, b, asked), until)
  if (domain === 'sanctions' && newSanctions.test(sentence))
    return ofEvent(claim, `sanctions-onset:${a.iso3}:${b.iso3}`, await targetsOf(a, b, asked), until)
  return none('no target measures this')
}

const war = /\b(?:war|fight|armed conflict|invade|attack)\b/i
const noWar = /\b(?:trade|cold|price|tariff|currency|proxy|civil) war\b|\bwar of words\b/i
const newSanctions = /\b(?:impose|introduce|adopt|announce)\b/i
/** Words with which an event is ended, prevented or undone rather than begun. */
const otherwise = /\b(?:end|ends|ended|ending|ceasefire|peace|stop|settle|avoid|prevent|without|fail|refuse|block|lift|ease)\b/i
const negated = /\b(?:will|would|does|do|is|are) not\b|\bwon['’]t\b|\bnever\b/i
const falls = /\b(?:fall|drop|decline|sink|below|under|less than|at most)\b/i
const leaves = /\b(?:leave|quit|exit|withdraw)\b/i
const joins = /\b(?:join|accede|enter|become a (?:full )?member)\b/i

function none(why: string): OurForecast {
  return { target: null, title: null, probability: null, baseline: null, resolvesOn: null, why }
}

interface Until {
  readonly year: number
  /** Whether the outcome counts at any time up to the end of the year ("by 2030"); otherwise only in the year. */
  readonly isBy: boolean
}

const yearWords = /\b(by|before|until|in|during)\s+(?:the end of\s+)?(20\d\d)\b/gi

/** The year that a forecast names; undefined where it names none, or several. */
function yearOf({ period, sentence }: Claim): Until | undefined {
  const found = [...sentence.matchAll(yearWords)]
  if (found.length !== 1) return period === null ? undefined : { year: Number(daysOf(period).to.slice(0, 4)), isBy: false }
  const word = found[0]![1]!.toLowerCase()
  return { year: Number(found[0]![2]) - Number(word === 'before'), isBy: word !== 'in' && word !== 'during' }
}

async function targetsOf(
  a: State,
  b: State,
  { snapshot }: Asked,
): Promise<{ targets: readonly EventTarget[]; why: (id: string) => string }> {
  const { targets, without } = eventTargets(await eventsOfRecord(snapshot), a.iso3, b.iso3)
  return { targets, why: (id) => without.find((one) => one.id === id)?.why.replace(/\.$/, '') ?? 'no target measures this' }
}

/** An event by the end of a year: between two horizons the chance of each year is taken to be alike. */
function ofEvent(
  { sentence }: Claim,
  id: string,
  { targets, why }: { readonly targets: readonly EventTarget[]; readonly why: (id: string) => string },
  { year, isBy }: Until,
): OurForecast {
  const own = targets
    .filter((one) => one.id === id)
    .map((one) => ({ one, end: lastYearOf(one.title.slice(one.title.lastIndexOf(', ') + 2)) }))
  const [first] = own
  if (first === undefined) return none(why(id))
  const origin = first.end - first.one.horizon
  if (!isBy && year !== origin + 1) return none(`targets of this event end with a year; none is of ${year} alone`)
  const later = own.find(({ end }) => end >= year)
  if (later === undefined || year <= origin) return none(`no forecast reaches to ${year}`)
  const earlier = own.findLast(({ end }) => end <= year)
  const at = (of: (one: EventTarget) => number): number => {
    const hazard = (one: EventTarget | undefined): number => (one === undefined ? 0 : -Math.log1p(-of(one)))
    const [from, to] = [earlier?.end ?? origin, later.end]
    if (to === year) return of(later.one)
    const share = (year - from) / (to - from)
    return 1 - Math.exp(-(hazard(earlier?.one) + share * (hazard(later.one) - hazard(earlier?.one))))
  }
  const turned = (probability: number): number => (negated.test(sentence) ? 1 - probability : probability)
  return {
    target: id,
    title: `${first.one.title.slice(0, first.one.title.lastIndexOf(', '))}, by the end of ${year}`,
    probability: turned(at(({ probability }) => probability!)),
    baseline: turned(at(({ baseline }) => baseline)),
    resolvesOn: later.end === year ? later.one.resolution.day : `${year + 1}${later.one.resolution.day.slice(4)}`,
    why: null,
  }
}

async function ofJoining(claim: Claim, states: readonly State[], until: Until, { snapshot }: Asked): Promise<OurForecast> {
  const named = blocs.filter((bloc) => isNamed(bloc, claim))
  if (states.length !== 1 || named.length !== 1) return none('it does not name one state and one bloc')
  if (!joins.test(claim.sentence) || otherwise.test(claim.sentence))
    return none(leaves.test(claim.sentence) ? 'no target measures whether one state leaves one bloc' : 'no target measures this')
  const [state, bloc] = [states[0]!, named[0]!]
  const targets = joiningTargets(await eventsOfRecord(snapshot), state, bloc)
  const why = (): string => `${state.name} is a member of ${bloc.name}, or the bloc cannot be joined`
  return ofEvent(claim, `bloc-joining:${state.iso3}:${bloc.id}`, { targets, why }, until)
}

function isNamed({ id, name }: Bloc, { sentence, actors }: Claim): boolean {
  return actors.includes(id) || sentence.includes(name) || sentence.split(/[^A-Za-z0-9+-]+/).includes(id)
}

/** The flows of goods of which a claim names a sum in dollars; undefined for any other claim. */
function flowsOf({ measured, direction, value, unit, actors }: Claim): readonly (readonly [string, string])[] | undefined {
  if (measured?.form !== 'level' || measured.part !== undefined || measured.volume === true || value === null) return undefined
  if (unitOf(unit)?.of !== 'USD') return undefined
  const way = /^([A-Z]{3})->([A-Z]{3})$/.exec(direction)
  if (['goods-exports', 'goods-imports', 'goods-trade'].includes(measured.topic) && way !== null) return [[way[1]!, way[2]!]]
  if (measured.topic !== 'goods-trade' || direction !== 'total' || actors.length !== 2) return undefined
  return [
    [actors[0]!, actors[1]!],
    [actors[1]!, actors[0]!],
  ]
}

async function ofGoods(claim: Claim, flows: readonly (readonly [string, string])[], year: number, asked: Asked): Promise<OurForecast> {
  const [a, b] = flows[0]!.map(stateOf)
  if (a === undefined || b === undefined) return none('no target measures the trade of a group')
  const { targets } = await pairOutlook(asked.snapshot, a, b, asked.day, asked.fits)
  const parts = ['a-to-b', 'b-to-a'].slice(0, flows.length).map((side) => quantilesIn(targets, `goods-flow-${side}`, year))
  if (parts.some((part) => part === undefined)) return none(`no forecast of this flow for ${year}`)
  const known = parts as { quantiles: readonly number[]; last: number; day: string }[]
  // of two flows the quantiles are added, as if both erred alike: the band of the sum is then rather too wide
  const sum = (of: (one: (typeof known)[number]) => readonly number[]): number[] =>
    of(known[0]!).map((_, i) => known.reduce((total, one) => total + of(one)[i]!, 0))
  const limit = Math.log(claim.value! * unitOf(claim.unit)!.factor)
  const chance = (quantiles: readonly number[]): number => {
    const below = cdfOf(limit, quantiles.map(Math.log))
    return falls.test(claim.sentence) !== negated.test(claim.sentence) ? below : 1 - below
  }
  return {
    target: known.length === 1 ? 'goods-flow' : 'goods-flow, both directions',
    title:
      known.length === 1
        ? `goods from ${a.iso3} to ${b.iso3} in ${year}`
        : `goods between ${a.iso3} and ${b.iso3} in ${year}, both directions`,
    probability: chance(sum(({ quantiles }) => quantiles)),
    baseline: chance(sum(({ quantiles, last }) => quantiles.map((value) => (value * last) / quantiles[medianAt]!))),
    resolvesOn: known[0]!.day,
    why: null,
  }
}

/** The distribution of a flow in a year, between the back-tested horizons by the logarithm; undefined beyond them. */
function quantilesIn(
  targets: readonly OutlookTarget[],
  id: string,
  year: number,
): { quantiles: readonly number[]; last: number; day: string } | undefined {
  const own = targets.filter((one) => one.id === id)
  const [earlier, later] = [own.findLast(({ period }) => Number(period) <= year), own.find(({ period }) => Number(period) >= year)]
  if (earlier === undefined || later === undefined) return undefined
  const [from, to] = [Number(earlier.period), Number(later.period)]
  const share = to === from ? 0 : (year - from) / (to - from)
  const quantiles = earlier.quantiles.map((low, i) => Math.exp(Math.log(low) + share * (Math.log(later.quantiles[i]!) - Math.log(low))))
  return { quantiles, last: earlier.baseline, day: `${year + 2}${earlier.resolution.day.slice(4)}` }
}
