import { looseTreaties } from '../../measures/standing/standing-bodies.ts'
import type { FactRow } from '../../memory/facts/fact-rows.ts'
import { type Phase, phaseOf, weightOf } from '../../memory/statements/weights.ts'
import type { Statement } from '../forms/statement.ts'
import { toldDateWords, toldPeriodWords } from '../forms/told-date-words.ts'
import { joinedWords } from '../forms/wording.ts'
import { grouped } from '../rows/grouped.ts'

/** Returns the name of a state or bloc as it stands inside a sentence. */
export type NameOf = (id: string) => string

/** Facts of one kind, form and phase that one sentence tells, the one to be named first. */
interface Told {
  readonly facts: readonly [FactRow, ...FactRow[]]
  readonly phase: Phase
  readonly a: string
  readonly b: string
  readonly nameOf: NameOf
}

/** Kinds that other statements and rows of the page tell: a common body is a row of institutions. */
const untold: ReadonlySet<string> = new Set(['common-bloc', 'common-institution'])

/** A treaty of more parties than this binds no pair in particular. */
const mostNamed = 3

/**
 * Writes the statements on the facts of a pair on a day: those of one kind and phase in one sentence.
 *
 * @param facts   those that had begun by the day
 */
export function factStatements(facts: readonly FactRow[], day: string, a: string, b: string, nameOf: NameOf): Statement[] {
  // what the list of conflicts counts is told by the fighting itself, where that is on record
  const fought = facts.some(({ kind }) => kind === 'hostilities')
  const phased = withRegimes(facts).flatMap((fact) => {
    const phase = phaseOf(fact, day)
    return phase === undefined || untold.has(fact.kind) || isLoose(fact) || (fought && fact.kind === 'armed-conflict')
      ? []
      : [{ fact, phase }]
  })
  const groups = grouped(phased, ({ fact, phase }) => [fact.kind, sentenceForm(fact), phase, groupOf(fact)].join('|'))
  return [...groups.values()].flatMap((group): Statement[] => {
    const rows = [...group.map(({ fact }) => fact)].sort(newestFirst) as [FactRow, ...FactRow[]]
    const { phase } = group[0]!
    const weights = rows.flatMap((row) => weightOf(row, formOf(row), phase, day) ?? [])
    const weight = weights.length === 0 ? undefined : Math.max(...weights)
    const text = weight === undefined ? undefined : textOf({ facts: rows, phase, a: nameOf(a), b: nameOf(b), nameOf })
    if (weight === undefined || text === undefined) return []
    return [
      {
        text: `${text[0]!.toUpperCase()}${text.slice(1)}`,
        weight,
        about: rows[0].kind,
        spells: rows.map(({ start_first, end_last }) => ({
          from: start_first,
          to: end_last !== null && end_last <= day ? end_last : null,
        })),
        sources: [...new Set(rows.map(({ source }) => source))],
      },
    ]
  })
}

/** The measures of a sanctions regime as one fact, from the first to the last of them; those of a later time with none between are another. */
function withRegimes(facts: readonly FactRow[]): FactRow[] {
  const regimes = grouped(
    facts.filter(({ kind }) => kind === 'sanction'),
    ({ ref, actor }) => `${ref} ${actor}`,
  )
  return [...facts.filter(({ kind }) => kind !== 'sanction'), ...[...regimes.values()].flatMap(spellsOf)]
}

function spellsOf(measures: readonly FactRow[]): FactRow[] {
  const spells: FactRow[] = []
  for (const row of [...measures].sort(newestFirst).reverse()) {
    const last = spells.at(-1)
    if (last === undefined || (last.end_last !== null && last.end_last < row.start_first)) spells.push(row)
    else {
      const { end_told, end_first, end_last } =
        last.end_last === null || (row.end_last !== null && row.end_last < last.end_last) ? last : row
      spells[spells.length - 1] = { ...last, form: `${last.form}, ${row.form}`, end_told, end_first, end_last }
    }
  }
  return spells
}

function newestFirst(x: FactRow, y: FactRow): number {
  return x.start_first < y.start_first ? 1 : -1
}

/** A treaty that is open to all comers, too wide, or that fails in practice says nothing of a pair (docs/measures/standing.md). */
function isLoose({ kind, ref }: FactRow): boolean {
  return kind === 'treaty' && looseTreaties.has(ref ?? '')
}

/** Kinds whose facts are told together, whatever their form. */
const toldTogether: ReadonlySet<string> = new Set([
  'accord',
  'sanction',
  'tariff',
  'expulsion',
  'security-law',
  'ally-designation',
  'partnership',
  'territorial-claim',
])

/** The form under which the table of weights has a fact. */
function formOf({ kind, form }: FactRow): string | null {
  if (toldTogether.has(kind)) return null
  return kind === 'treaty' ? (form?.includes('defence') === true ? 'defence' : 'pact') : form
}

/** Forms of trade agreements that share one sentence; those that are wide or suspended do not. */
const agreements: ReadonlySet<string> = new Set(['customs union', 'economic integration', 'free trade area', 'partial scope'])

/** The word for an accord that is undone, by its form. */
const undone: Readonly<Record<string, string>> = { suspended: 'Suspended', ended: 'Ended' }

/** Facts of one kind that differ in this get sentences of their own. */
function sentenceForm(fact: FactRow): string | null {
  if (fact.kind === 'accord' && undone[fact.form ?? ''] !== undefined) return fact.form
  return fact.kind === 'trade-agreement' && agreements.has(fact.form ?? '') ? null : formOf(fact)
}

/** What is told apart within a kind: sanctions and enmity by who acts, the rest together. */
function groupOf({ kind, actor }: FactRow): string {
  return kind === 'sanction' || kind === 'enmity' || kind === 'non-recognition' ? (actor ?? '') : ''
}

function textOf(told: Told): string | undefined {
  const write = writers[told.facts[0].kind]
  return write === undefined ? plain(told) : write(told)
}

const named = (name: string | null): string => (name === null ? '' : ` (${name})`)
const when = (date: string): string => `${date.length === 10 ? 'on' : 'in'} ${toldDateWords(date)}`
const isOver = (phase: Phase): boolean => phase === 'ended lately' || phase === 'past'

/** The other of the two, by code. */
function otherThan({ a, b }: FactRow, actor: string): string {
  return actor === a ? b : a
}

const writers: Readonly<Record<string, (told: Told) => string | undefined>> = {
  'armed-conflict': ({ facts: [fact], a, b }) =>
    `${a} and ${b} were on opposing sides of an armed conflict${fact.name === null ? '' : ` over ${fact.name}`} ${toldPeriodWords(fact.start_told, fact.end_told)} (${fact.form === 'war' ? '1,000 or more' : '25 to 999'} battle-related deaths a year).`,
  'closed-border': ({ facts: [fact], phase, nameOf }) => {
    const by = fact.actor === null || fact.actor === 'both' ? '' : ` by ${nameOf(fact.actor)}`
    return isOver(phase)
      ? `Their border was ${fact.form}${by} ${toldPeriodWords(fact.start_told, fact.end_told)}${named(fact.name)}.`
      : `Their border has been ${fact.form}${by} since ${toldDateWords(fact.start_told)}${named(fact.name)}.`
  },
  'closed-airspace': ({ facts: [fact], phase, nameOf }) => {
    const by = fact.actor === null || fact.actor === 'both' ? '' : ` by ${nameOf(fact.actor)}`
    const what = fact.form === 'flights' ? 'Flights between the two' : 'Airspace'
    return isOver(phase)
      ? `${what} ${fact.form === 'flights' ? 'were stopped' : 'was closed'}${by} ${toldPeriodWords(fact.start_told, fact.end_told)}${named(fact.name)}.`
      : `${what} ${fact.form === 'flights' ? 'have been stopped' : 'has been closed'}${by} since ${toldDateWords(fact.start_told)}${named(fact.name)}.`
  },
  designation: ({ facts: [fact], phase, nameOf }) => {
    const list = fact.form === 'unfriendly state' ? 'its list of unfriendly states' : 'its list of states that sponsor terrorism'
    const [actor, other] = [nameOf(fact.actor!), nameOf(otherThan(fact, fact.actor!))]
    return isOver(phase)
      ? `${actor} had ${other} on ${list} ${toldPeriodWords(fact.start_told, fact.end_told)}.`
      : `${actor} has had ${other} on ${list} since ${toldDateWords(fact.start_told)}.`
  },
  'not-applied': ({ facts: [fact], phase, nameOf }) =>
    isOver(phase)
      ? undefined
      : `${nameOf(fact.actor!)} does not apply ${nameOf(fact.name!)} to ${nameOf(otherThan(fact, fact.actor!))} (since ${toldDateWords(fact.start_told)}).`,
  'ally-designation': ({ facts: [fact], phase, a, b }) =>
    isOver(phase)
      ? `A designation as ${fact.name} ended ${when(fact.end_told!)}.`
      : `${a} and ${b} are tied by a designation: ${fact.name} since ${fact.start_told.slice(0, 4)}.`,
  'security-law': ({ facts, phase }) => {
    const laws = [...facts].reverse().slice(0, mostNamed)
    const names = joinedWords(laws.map(({ name, start_told }) => `the ${name} (${start_told.slice(0, 4)})`))
    return isOver(phase) ? undefined : `${laws.length === 1 ? 'A law of one names' : 'Laws of one name'} the other: ${names}.`
  },
  accord: ({ facts, phase }) =>
    phase === 'past' ? undefined : `${undone[facts[0].form ?? ''] ?? 'Agreed or announced'}: ${turns(facts)}.`,
  tariff: ({ facts, phase }) => (phase === 'past' ? undefined : `Tariffs: ${turns(facts)}.`),
  expulsion: ({ facts, phase }) => (phase === 'past' ? undefined : `Expelled: ${turns(facts)}.`),
  hostilities: ({ facts: [fact, ...more], phase, a, b }) => {
    const what = fact.form === 'war' ? 'a war' : fact.form === 'clash' ? 'a clash' : 'fighting'
    if (phase === 'in force' || phase === 'begun lately')
      return `${a} and ${b} have been ${fact.form === 'war' ? 'at war' : fact.form === 'clash' ? 'clashing' : 'fighting each other'} since ${toldDateWords(fact.start_told)}${named(fact.name)}.`
    const count = more.length === 0 || phase === 'past' ? '' : `${more.length === 1 ? 'twice' : `${more.length + 1} times`}, last `
    const ended = fact.ended_by === null || fact.form === 'clash' ? '' : `; it ended by ${fact.ended_by}`
    return `${a} and ${b} ${fact.form === 'war' ? `fought ${what}` : fact.form === 'clash' ? 'clashed' : 'fought'} ${count}${toldPeriodWords(fact.start_told, fact.end_told)}${named(fact.name)}${ended}.`
  },
  'state-of-war': ({ facts: [fact], phase, a, b, nameOf }) => {
    const side = fact.actor === null || fact.actor === 'both' ? `${a} and ${b} have` : `${nameOf(fact.actor)} has`
    return isOver(phase)
      ? `A state of war between ${a} and ${b} ended ${when(fact.end_told!)}${named(fact.ended_by)}.`
      : `${side} been in a ${fact.form === 'declared' ? 'declared ' : ''}state of war${side.endsWith('has') ? ` with ${nameOf(otherThan(fact, fact.actor!))}` : ''} since ${toldDateWords(fact.start_told)}.`
  },
  armistice: ({ facts: [fact], phase }) =>
    isOver(phase)
      ? `${articled(fact.form ?? 'armistice')} ended ${when(fact.end_told!)}${named(fact.ended_by ?? fact.name)}.`
      : `${articled(fact.form ?? 'armistice')} has been in force since ${toldDateWords(fact.start_told)}${named(fact.name)}.`,
  peace: ({ facts: [fact], phase }) => {
    const what = fact.form === 'treaty' ? 'a treaty' : `${fact.form === 'agreement' ? 'an agreement' : 'a declaration'}`
    if (fact.form === 'initialled')
      return `A peace agreement was initialled ${when(fact.start_told)}${named(fact.name?.replace(/, initialled$/, '') ?? null)} and is not in force.`
    return isOver(phase)
      ? undefined
      : `They have had ${what} to end or settle their conflict since ${toldDateWords(fact.start_told)}${named(fact.name)}.`
  },
  'no-relations': ({ facts: [fact], phase, a, b, nameOf }) => {
    const by = fact.actor === null || fact.actor === 'both' ? '' : ` by ${nameOf(fact.actor)}`
    if (fact.form === 'never')
      return isOver(phase)
        ? phase === 'past'
          ? undefined
          : `${a} and ${b} established diplomatic relations ${when(fact.end_told!)}; they had none before.`
        : `${a} and ${b} have never had diplomatic relations${named(fact.name)}.`
    const verb = fact.form === 'suspended' ? 'suspended' : fact.form === 'moved' ? 'ended' : 'broken off'
    return isOver(phase)
      ? `Diplomatic relations, ${verb}${by} ${when(fact.start_told)}, were restored ${when(fact.end_told!)}.`
      : `${a} and ${b} have no diplomatic relations: they were ${verb}${by} ${when(fact.start_told)}${named(fact.name)}.`
  },
  'lower-relations': ({ facts: [fact], phase, nameOf }) => {
    const by = fact.actor === null || fact.actor === 'both' ? '' : ` by ${nameOf(fact.actor)}`
    return isOver(phase)
      ? `Diplomatic relations were lowered ${toldPeriodWords(fact.start_told, fact.end_told)}${by}: ${fact.form}${named(fact.name)}.`
      : `Diplomatic relations have been lowered since ${toldDateWords(fact.start_told)}${by}: ${fact.form}${named(fact.name)}.`
  },
  'non-recognition': ({ facts: [fact], phase, nameOf, a, b }) =>
    fact.actor === null || fact.actor === 'both'
      ? isOver(phase)
        ? `${a} and ${b} recognised each other ${when(fact.end_told!)}.`
        : `${a} and ${b} do not recognise each other.`
      : isOver(phase)
        ? `${nameOf(fact.actor)} recognised ${nameOf(otherThan(fact, fact.actor))} ${when(fact.end_told!)}.`
        : `${nameOf(fact.actor)} does not recognise ${nameOf(otherThan(fact, fact.actor))} as a state.`,
  enmity: ({ facts: [fact], phase, nameOf, a, b }) => {
    const side = fact.actor === null || fact.actor === 'both' ? `${a} and ${b}` : nameOf(fact.actor)
    return isOver(phase) ? undefined : `Declared enmity by ${side} since ${toldDateWords(fact.start_told)}${named(fact.name)}.`
  },
  'territorial-claim': ({ facts, phase, nameOf }) => {
    if (isOver(phase)) {
      const [fact] = facts
      return `The claim to ${fact.name}${fact.name?.includes(', ') ? ',' : ''} ended ${when(fact.end_told!)}${named(fact.ended_by)}.`
    }
    const claimed = facts.slice(0, mostNamed)
    const claims = [...grouped(claimed, ({ actor }) => actor ?? 'both')].map(
      ([by, rows]) =>
        `${by === 'both' ? 'both claim' : `${nameOf(by)} claims`} ${joinedWords(rows.map(({ name }) => lowered(name ?? 'territory')))}`,
    )
    const more = facts.length - claimed.length
    return `Of territory, ${joinedWords([...claims, ...(more > 0 ? [`${more} more ${more === 1 ? 'claim stands' : 'claims stand'}`] : [])])}.`
  },
  sanction: ({ facts, phase, nameOf }) => {
    const [fact] = facts
    const [sender, target] = [fact.actor!, fact.actor === fact.b ? fact.a : fact.b]
    const measures = [...new Set(facts.flatMap(({ form }) => (form ?? '').split(', ')))]
      .filter((one) => one !== '' && one !== 'other')
      .sort()
    const first = facts.map(({ start_told }) => start_told).sort()[0]!
    return isOver(phase)
      ? phase === 'past'
        ? undefined
        : `${nameOf(sender)} lifted sanctions on ${nameOf(target)} ${when(fact.end_told!)}${named(fact.name)}.`
      : `${nameOf(sender)} has had sanctions on ${nameOf(target)} since ${toldDateWords(first.slice(0, phase === 'begun lately' ? 10 : 4))}${measures.length === 0 ? '' : ` (${measures.slice(0, 5).join(', ')})`}.`
  },
  treaty: ({ facts, phase }) => {
    const [fact] = facts
    const what = fact.form?.includes('defence') === true ? 'a treaty of defence' : `a treaty (${fact.form})`
    return isOver(phase)
      ? `${fact.name} (${fact.form}) ended ${when(fact.end_told!)}.`
      : `They are bound by ${what}: ${facts
          .slice(0, 2)
          .map((one) => `${one.name} (since ${one.start_told.slice(0, 4)})`)
          .join(', ')}.`
  },
  partnership: ({ facts: [fact], phase, a, b }) =>
    isOver(phase)
      ? undefined
      : `${a} and ${b} have declared ${articled(fact.name ?? 'strategic partnership', false)} (${fact.start_told.slice(0, 4)}).`,
  'trade-agreement': ({ facts, phase }) => {
    const [fact] = facts
    if (phase === 'past') return undefined
    if (isOver(phase)) return `A trade agreement ended ${when(fact.end_told!)}${named(fact.name)}.`
    return facts.length > 1 && phase === 'in force'
      ? `Trade agreements in force: ${joinedWords(facts.slice(0, mostNamed).map(({ name, start_told }) => `${name} (${start_told.slice(0, 4)})`))}.`
      : `A trade agreement has been in force since ${toldDateWords(fact.start_told.slice(0, phase === 'begun lately' ? 10 : 4))}${named(fact.name)}.`
  },
  'agreement-on-money-or-technology': ({ facts: [fact], phase, nameOf }) =>
    isOver(phase)
      ? undefined
      : `${(fact.form ?? '').replace(/^(?<kind>[\w-]+): .*$/, '$<kind>').replaceAll('-', ' ')}${fact.actor === null || fact.actor === 'both' ? '' : ` by ${nameOf(fact.actor)}`} since ${toldDateWords(fact.start_told)}${named(fact.name)}.`,
}

/** Turns of one kind with their days, the newest first. */
function turns(facts: readonly FactRow[]): string {
  return facts
    .slice(0, mostNamed)
    .map(({ name, start_told }) => `${name} (${toldDateWords(start_told)})`)
    .join('; ')
}

/** The sentence on a kind that has none of its own. */
function plain({ facts: [fact], phase, nameOf }: Told): string {
  const by = fact.actor === null || fact.actor === 'both' ? '' : ` by ${nameOf(fact.actor)}`
  const what = `${fact.kind.replaceAll('-', ' ')}${by}${named(fact.name ?? fact.form)}`
  return `${what} ${isOver(phase) ? toldPeriodWords(fact.start_told, fact.end_told) : `since ${toldDateWords(fact.start_told)}`}.`
}

function articled(word: string, capital = true): string {
  const text = `${/^[aeiou]/.test(word) ? 'an' : 'a'} ${word}`
  return capital ? `${text[0]!.toUpperCase()}${text.slice(1)}` : text
}

/** First words of names of land that are no names. */
const commonFirst =
  /^(?:Access|Border|Boundary|Coast|Continental|Enclaves|Fishing|Lands?|Maritime|Navigation|Sea(?= boundary)|The|Three|Waters?)\b/

function lowered(name: string): string {
  return name.replace(commonFirst, (word) => word.toLowerCase())
}
