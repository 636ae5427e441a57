import type { StandingFact } from '../../measures/standing/standing-facts.ts'
import { joinedWords, lowerFirst } from '../forms/wording.ts'
import type { PairStanding } from './standing-of-pairs.ts'

const kindOrder = [
  'force',
  'community',
  'pact',
  'body',
  'troops',
  'armistice',
  'state-of-war',
  'claim',
  'no-relations',
  'lower-relations',
  'enmity',
] as const

/** How the text of a fact of common membership begins. */
export const membership = 'common membership of '

/** Treaties that say the same as membership of the body that rests on them. */
const foundingTreaties: ReadonlyMap<string, string> = new Map([[`${membership}NATO`, 'the North Atlantic Treaty']])
const sizeOrder = ['whole-state', 'province', 'sector', 'islet', 'sea'] as const

/**
 * The facts of the deciding clause without repetition: the first of each kind, then the second. Our own table comes before the yearly rows of the same fighting,
 * the latest use of force before older ones, and a claim to a province before one to waters.
 */
export function chosenFacts({ facts: all, day }: Pick<PairStanding, 'facts' | 'day'>): StandingFact[] {
  const facts = all.filter(({ text }) => !all.some((other) => foundingTreaties.get(other.text) === text))
  const own = facts.filter(({ kind, source }) => kind === 'force' && !source.startsWith('ucdp'))
  const fresh = facts.filter((fact) => fact.kind !== 'force' || own.includes(fact) || !own.some((other) => touches(fact, other)))
  const texts = new Set<string>()
  const unique = [...fresh]
    .sort((x, y) => weightWithin(x, day).localeCompare(weightWithin(y, day)))
    .filter(({ text }) => !texts.has(text) && texts.add(text) !== undefined)
  const place = new Map(unique.map((fact) => [fact, unique.filter(({ kind }) => kind === fact.kind).indexOf(fact)]))
  return unique.sort((x, y) => place.get(x)! - place.get(y)! || kindRank(x) - kindRank(y))
}

function kindRank({ kind }: StandingFact): number {
  const rank = (kindOrder as readonly string[]).indexOf(kind)
  return rank < 0 ? kindOrder.length : rank
}

/** A text that sorts the facts of one kind. */
function weightWithin(fact: StandingFact, day: string): string {
  if (fact.kind === 'force') {
    const end = fact.to === null || fact.to > day ? day : fact.to
    return String(99_999_999 - Number(end.replaceAll('-', '')))
  }
  const size = 'size' in fact && fact.size !== undefined ? sizeOrder.indexOf(fact.size) : 0
  return `${size}${fact.from}`
}

function touches(one: StandingFact, other: StandingFact): boolean {
  return (
    (other.to === null || one.from.slice(0, 4) <= other.to.slice(0, 4)) && (one.to === null || one.to.slice(0, 4) >= other.from.slice(0, 4))
  )
}

/** The first of the facts that place a pair, with its years; undefined where there is none. */
export function leadingFactWords(facts: readonly StandingFact[], day: string): string | undefined {
  const [first] = chosenFacts({ facts, day })
  return first === undefined ? undefined : factWords(first, day)
}

/**
 * Lists facts with their years; common membership of several bodies is said once.
 *
 * @param since   a year that the sentence has named: what goes on since then has no years
 */
export function joinedFacts(facts: readonly StandingFact[], day: string, since?: number): string {
  const shown = facts.map((fact, i) => {
    const goesOn = i > 0 && [fact, facts[i - 1]!].every(({ text }) => text.startsWith(membership))
    return factWords(goesOn ? { ...fact, text: fact.text.slice(membership.length) } : fact, day, since)
  })
  return joinedWords(withoutRepeatedYears(shown))
}

/** Leaves out years that the next fact of the list has too: `NATO and the European Union (since 2004)`. */
function withoutRepeatedYears(shown: readonly string[]): string[] {
  const yearsAt = / \((?:since )?\d{4}(?: to \d{4})?\)$/
  return shown.map((text, i) => {
    const years = yearsAt.exec(text)?.[0]
    return years !== undefined && i < shown.length - 1 && shown.slice(i + 1).every((other) => other.endsWith(years))
      ? text.slice(0, -years.length)
      : text
  })
}

/** Writes a fact with its years: `common membership of NATO (since 1949)`, `no peace since the armistice of 1953`. */
export function factWords(fact: StandingFact, day: string, since?: number): string {
  const [first, years] = [fact.from.slice(0, 4), yearsOf(fact, day)]
  if (fact.kind === 'armistice' && isGoingOn(fact, day)) return `no peace since the armistice of ${first}`
  const text = factText(fact)
  if (years === `since ${since}`) return text
  // the name of an event often has its year
  if ((fact.kind === 'force' || fact.kind === 'lower-relations') && /^(?:since )?\d+$/.test(years) && text.includes(first)) return text
  return text.endsWith(')') ? `${text.slice(0, -1)}, ${years})` : `${text} (${years})`
}

/** Writes the years of a fact: `since 1949`, `1991`, `1980 to 1993`, and the last full count of troops that are no longer counted. */
function yearsOf(fact: StandingFact, day: string): string {
  const counted = 'counted' in fact ? fact.counted : undefined
  const [first, last] = [String(counted?.first ?? fact.from.slice(0, 4)), fact.to?.slice(0, 4)]
  const years = isGoingOn(fact, day) ? `since ${first}` : first === last ? first : `${first} to ${last}`
  return counted?.last === undefined ? years : `${years}, last full count ${counted.last}`
}

/** Whether a fact has not ended by the day. */
export function isGoingOn({ to }: Pick<StandingFact, 'to'>, day: string): boolean {
  return to === null || to > day
}

/** First words of names of events that are no proper names: within a sentence they have a small letter. */
const commonNouns: ReadonlySet<string> = new Set(
  (
    'Air Annexation Attack Attacks Attempt Bombardment Bombing Border Clashes Civil Coup Crisis Downing Drones Election Exchange Expulsion ' +
    'Fall Fighting Fire Human Infiltration Intervention Invasion Killing Landing Last Martial Military Missile Missiles Multinational ' +
    'Murder Nationalist No-fly Nuclear Offensive Operation Overthrow Raid Raids Rallies Reception Recognition Relations Remarks Resolution Sanctions ' +
    'Seizure Shooting Sinking Spying Staff Status Storming Strike Strikes Submarine Submarines Support Suppression Tanker Torture Treatment ' +
    'Twelve-day Four-day War Words'
  ).split(' '),
)

/** How the tables tell that relations are missing or lowered, as a noun. */
const asNouns: readonly (readonly [said: string, noun: string])[] = [
  ['embassy closed', 'a closed embassy'],
  ['lower level', 'relations at a lower level'],
  ['diplomatic relations broken off', 'broken diplomatic relations'],
  ['diplomatic relations suspended', 'suspended diplomatic relations'],
]

/** Writes the text of a fact as part of a sentence: events that have no proper name with a small letter, a ban on trade with its article. */
export function factText({ kind, text }: StandingFact): string {
  if (kind === 'force') return asEvent(text)
  if ((kind === 'sanctions' || kind === 'embargo') && /\b(?:embargo|ban)\b/.test(text)) return `the ${text}`
  if (kind !== 'lower-relations' && kind !== 'no-relations') return text
  const [said, noun] = asNouns.find(([words]) => text.startsWith(words)) ?? ['', '']
  return `${noun}${text.slice(said.length)}`.replace(/\((.+)\)$/, (_, event: string) => `(${asEvent(event)})`)
}

function asEvent(name: string): string {
  return commonNouns.has(name.split(' ')[0]!) && name !== 'War of Attrition' ? lowerFirst(name) : name
}
