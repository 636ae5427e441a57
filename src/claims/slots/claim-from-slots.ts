import { type DomainId, domains } from '../../assessments/forms/domains.ts'
import { blocOf, resolve, stateOf } from '../../states/index.ts'
import type { Claim, Measured } from '../claim.ts'
import { directionFromTo, flowEnds } from '../flow-of-direction.ts'
import { withSaid } from '../reading/said/with-said.ts'
import type { Said } from '../said/said.ts'
import { periodComparedWith } from '../text/calendar.ts'
import { actorsIn } from '../text/names/actors.ts'
import { topicsIn } from '../text/topics/topics.ts'
import { claimOfFact, claimOfFigure, partiesOfFigure } from './claim-of-memory.ts'
import type { ClaimSlots, SlotFault } from './claim-slots.ts'
import { deedSentence } from './deed-sentence.ts'
import { factOfSlots } from './fact-of-slots.ts'
import { figureById, figureByWords } from './figure-of-slots.ts'
import { type NamedIndicator, readIndicator } from './read-indicator.ts'

const wholes: ReadonlySet<string> = new Set(['EUU', 'WLD', 'EUR', 'AFR', 'SSF'])
const figures: ReadonlySet<string> = new Set(['quantity', 'share', 'trend', 'comparison', 'ranking', 'forecast'])
const levels: ReadonlySet<string> = new Set(['quantity', 'share', 'count'])
const opinions: ReadonlySet<string> = new Set(['opinion', 'causal', 'rhetoric', 'unread'])

/** A claim that can be tested, or the slot that stands in the way. */
export type ClaimOrFault =
  /** `catalogue`: id of what is measured; null for a deed, or where the words name nothing measured. */
  { readonly claim: Claim; readonly catalogue: string | null } | { readonly fault: SlotFault }

/**
 * Makes a claim of its slots. The words that it was read from are not used: testing reads a sentence that is written anew from the slots.
 *
 * @param index   place of the claim among those given, from 0
 */
export function claimFromSlots(slots: ClaimSlots, index: number): ClaimOrFault {
  const actors: string[] = []
  for (const given of slots.actors) {
    const id = partyOf(given)
    if (id === undefined) return fault('actors', `"${given}" is no state, bloc or group that is known`)
    actors.push(id)
  }
  if (new Set(actors).size < actors.length) return fault('actors', 'an actor is given twice')
  const isGiven = slots.measured !== null && (figures.has(slots.kind) || slots.said !== null)
  const fact = slots.said === null ? factOfSlots(slots, actors) : undefined
  if (fact !== undefined) return { claim: claimOfFact(slots, index, actors, fact), catalogue: fact.meanings[0]!.kind }
  const read = !isGiven && (figures.has(slots.kind) || slots.kind === 'count') ? readIndicator(slots.indicator) : undefined
  const byId = slots.said !== null || isGiven ? undefined : figureById(slots.indicator)
  const isBoth = actors.length === 2
  if (byId !== undefined && read === undefined && !isBoth)
    return fault('actors', `${byId.figure.title} is of two parties, not of ${actors.length}`)
  const isLevel = !isGiven && slots.said === null && levels.has(slots.kind)
  const figure = isBoth ? (byId ?? (isLevel && read === undefined ? figureByWords(slots.indicator) : undefined)) : undefined
  if (figure !== undefined && read === undefined) return { claim: claimOfFigure(slots, index, actors, figure), catalogue: figure.figure.id }
  // people are counted; other things that are counted are deeds
  const named = slots.kind === 'count' && !(read !== undefined && people.has(read.phrase.id)) ? undefined : read
  const way = directionOf(slots, actors, named)
  if (typeof way !== 'string') return { fault: way }
  const wrong = named === undefined ? undefined : unitFault(slots, named)
  if (wrong !== undefined) return { fault: wrong }
  const deed = named === undefined && !isGiven ? deedSentence(slots, actors) : undefined
  const words = named === undefined ? (deed?.sentence ?? '') : testedWords(named, slots)
  const claim: Claim = {
    sentence_index: index,
    claim_index: 0,
    sentence: words,
    start: deed?.start ?? 0,
    end: deed?.end ?? 0,
    checkable: !opinions.has(slots.kind),
    kind: named !== undefined && slots.kind === 'count' ? 'quantity' : slots.kind,
    domain: named?.phrase.domain ?? domainOf(slots.domain) ?? topicsIn(slots.indicator)[0]?.topic.domain ?? 'diplomacy',
    indicator: named === undefined ? slots.indicator : words,
    measured: isGiven
      ? slots.measured
      : named === undefined
        ? deed === undefined
          ? null
          : { topic: deed.topic, form: slots.kind === 'count' ? 'count' : slots.kind === 'share' ? 'share' : 'event' }
        : measuredOf(named, slots, actors, way),
    actors,
    direction: way,
    period: slots.kind === 'membership' && /^founding/i.test(slots.indicator) ? null : slots.period,
    period_base:
      slots.period_base ??
      (named?.form === 'change' && slots.value_from === null && slots.period !== null ? (periodComparedWith(slots.period) ?? null) : null),
    value: slots.value ?? (slots.kind === 'ranking' && named?.record !== undefined ? 1 : null),
    value_from: slots.value_from,
    unit: named !== undefined && people.has(named.phrase.id) ? unitOfPeople(slots, named) : (slots.unit ?? unitByForm(slots, named)),
    qualifier: slots.qualifier,
    source_named: slots.source_named,
    speaker: null,
    probability_word: null,
    rules: deed?.rules ?? [],
  }
  const said =
    slots.said ??
    (figure === undefined ? wordsSaid(claim) : { ...wordsSaid(claim), catalogued: partiesOfFigure(figure, actors, slots.direction) })
  return { claim: { ...claim, said }, catalogue: (isGiven ? readIndicator(slots.indicator) : named)?.phrase.id ?? null }
}

/** What the words of a claim that was given say. They cannot have been misread, since they were written anew. */
function wordsSaid(claim: Claim): Said {
  const [read] = withSaid([{ ...claim, sentence_index: 0 }], { sentences: [claim.sentence], date: '9999-12-31', isWrittenFromSlots: true })
  return read?.said ?? {}
}

const fault = (slot: string, message: string): { readonly fault: SlotFault } => ({ fault: { slot, message } })

/** Returns the id of a state, bloc or group that is given by code or by name; undefined if it is unknown. */
function partyOf(given: string): string | undefined {
  const text = given.trim()
  const code = text.toUpperCase()
  if (wholes.has(code) || stateOf(code) !== undefined) return code
  if (code === 'EU') return 'EUU'
  const bloc = blocOf(text) ?? blocOf(code)
  if (bloc !== undefined) return bloc.id
  const found = resolve(text)
  return found.kind === 'state' ? found.state.iso3 : found.kind === 'bloc' ? found.id : undefined
}

const domainOf = (given: string | null): DomainId | undefined => domains.find(({ id }) => id === given)?.id

const isDirected = (id: string): boolean =>
  /-(?:exports|imports)$/.test(id) ||
  /^(?:public-debt-official|loans-outstanding|migrant-stock|us-forces|direct-investment-stock)$/.test(id)
const isOfOne = (id: string): boolean => /^(?:military-expenditure|gdp|gdp-growth|population)$/.test(id)

/** Returns `A->B`, `total` or `n/a`. If none is given: the order of the actors, the sender first; `total` for trade both ways. */
function directionOf({ direction }: ClaimSlots, actors: readonly string[], named: NamedIndicator | undefined): string | SlotFault {
  const given = direction?.trim() ?? ''
  const ends = given.split(/\s*(?:->|→)\s*/)
  if (ends.length > 2) return { slot: 'direction', message: `"${given}" leads through more than two parties: it is A->B, total or n/a` }
  if (ends.length === 2) {
    const [from, to] = ends.map((one) => partyOf(one))
    if (from === undefined || to === undefined) return { slot: 'direction', message: `"${given}" names a party that is not known` }
    if (!actors.includes(from) || !actors.includes(to))
      return { slot: 'direction', message: `"${given}" names a party that is not among the actors` }
    return directionFromTo(from, to)
  }
  if (given === 'total' || given === 'n/a') return given
  if (given !== '') return { slot: 'direction', message: `"${given}" is neither A->B nor total nor n/a` }
  const id = named?.phrase.id ?? ''
  if (isOfOne(id) || actors.length < 2) return 'n/a'
  return isDirected(id) ? directionFromTo(actors[0]!, actors[1]!) : 'total'
}

const people: ReadonlySet<string> = new Set(['population', 'migrant-stock', 'us-forces'])
const scales: readonly (readonly [RegExp, string])[] = [
  [/^(?:bn|billions?)\b/i, 'bn persons'],
  [/^(?:mn|m|millions?)\b/i, 'mn persons'],
  [/^(?:th|k|thousands?)\b/i, 'th persons'],
]

/** Returns `mn persons` for `million`, `mn people` and the like. */
function unitOfPeople({ unit, kind }: ClaimSlots, { form }: NamedIndicator): string | null {
  if (kind === 'ranking') return 'rank'
  if (form === 'share' || form === 'change' || (unit !== null && /^(?:percent|times)/.test(unit))) return unit
  return (
    scales.find(([pattern]) => pattern.test(unit ?? ''))?.[1] ??
    (unit === null || /^(?:count|persons?|people|inhabitants)$/i.test(unit) ? 'persons' : unit)
  )
}

function unitByForm({ kind }: ClaimSlots, named: NamedIndicator | undefined): string | null {
  if (kind === 'ranking') return 'rank'
  if (kind === 'count') return 'count'
  return named?.form === 'share' || kind === 'share' ? 'percent' : null
}

const changes: ReadonlySet<string> = new Set(['percent_change', 'percentage_points', 'times'])

/** Returns why a unit does not fit what is measured; undefined if it does or is not given. */
function unitFault({ unit, value, kind, direction }: ClaimSlots, { form, phrase }: NamedIndicator): SlotFault | undefined {
  if (unit === null || value === null) return undefined
  if (phrase.id === 'goods-trade' && /->/.test(direction ?? '') && form !== 'share' && form !== 'rank')
    return { slot: 'direction', message: 'trade both ways has no direction: it is total, or the indicator is exports or imports' }
  const isMoney = /^[A-Z]{3}(?: (?:tn|bn|mn|m|th|k))?$/.test(unit)
  const message = `${unit} does not measure ${phrase.name}${form === 'level' ? '' : ` as a ${form}`}`
  if (unit === 'rank') return kind === 'ranking' ? undefined : { slot: 'unit', message: `a rank is a claim of kind ranking, not ${kind}` }
  if (phrase.id === 'population' && isMoney) return { slot: 'unit', message }
  if (form === 'share' && isMoney) return { slot: 'unit', message }
  if (form === 'level' && kind === 'quantity' && unit === 'percent' && phrase.id !== 'gdp-growth')
    return { slot: 'unit', message: `${message}: a share is a claim of kind share, a change one of kind trend` }
  if (form === 'level' && kind === 'quantity' && changes.has(unit))
    return { slot: 'unit', message: `${message}: a change is a claim of kind trend` }
  return undefined
}

/** Whose surplus or deficit it is: the state that the words name, else the first actor. */
const ownerOf = ({ indicator }: ClaimSlots, actors: readonly string[]): string | undefined =>
  actors.find((id) => actorsIn(indicator, '9999').some(({ ids }) => ids.includes(id))) ?? actors[0]

function measuredOf(named: NamedIndicator, slots: ClaimSlots, actors: readonly string[], way: string): Measured {
  const { phrase, form } = named
  const { kind } = slots
  if (phrase.topic === 'surplus' || phrase.topic === 'deficit')
    return { topic: phrase.topic, form: 'balance', owner: ownerOf(slots, actors)! }
  const [sender, receiver] = flowEnds(way)
  const topic = named.ranked !== undefined && phrase.domain === 'trade' ? rankTopics[named.ranked] : phrase.topic
  const isShare = form === 'share' || kind === 'share'
  const of = named.ofGdp ? 'gdp' : /exports/.test(phrase.id) ? 'exports' : /imports/.test(phrase.id) ? 'imports' : 'trade'
  const state = named.ofGdp ? actors[0] : of === 'exports' ? sender : of === 'imports' ? receiver : (named.wholeOf ?? undefined)
  // of arms the testers find the whole themselves, unless it is output
  const whole = isShare && state !== undefined && (named.ofGdp === true || phrase.domain !== 'arms') ? ({ of, state } as const) : undefined
  return { topic, form: isShare ? 'share' : kind === 'ranking' ? 'rank' : form, ...(whole === undefined ? {} : { whole }) }
}

type Ranked = NonNullable<NamedIndicator['ranked']>
const rankTopics: Readonly<Record<Ranked, string>> = { partner: 'partner', buyer: 'market', seller: 'supplier' }
const rankWords: Readonly<Record<Ranked, string>> = { partner: 'trading partners', buyer: 'recipients', seller: 'suppliers' }

/** The indicator in the words that the testers know. */
function testedWords({ phrase, form, ranked, record, sense, ofGdp }: NamedIndicator, { kind, actors }: ClaimSlots): string {
  const what = phrase.name
  if (record !== undefined) return `${what}: ${record} year`
  if (ranked === 'buyer' && phrase.domain === 'trade') return 'rank among export markets'
  if (ranked !== undefined) return `rank among ${rankWords[ranked]}${ranked === 'partner' ? '' : `, ${what}`}`
  if (form === 'rank' && kind === 'ranking') return `rank by ${what}`
  if (ofGdp) return `${what} as a share of GDP`
  const share =
    form === 'share' || kind === 'share' ? `share of ${actors.includes('WLD') && phrase.domain === 'arms' ? 'world ' : ''}${what}` : what
  return `${share}${form === 'change' || kind === 'trend' ? ', change' : ''}${sense === undefined ? '' : `: ${sense}`}`
}
