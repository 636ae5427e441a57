import { type FactRow, inForce } from '../../memory/index.ts'
import { toldDateWords, toldPeriodWords } from '../forms/told-date-words.ts'
import { inSentence, possessive } from '../forms/wording.ts'

/** A state as it is named on the page. */
export interface NamedState {
  readonly iso3: string
  readonly name: string
}

/** The two states, the last day, and the facts between them that may be seen on it. */
export interface PairRelations {
  readonly a: NamedState
  readonly b: NamedState
  readonly day: string
  readonly facts: readonly FactRow[]
}

/** Whether a fact may be in force on a day: begun by the first day that its start can mean, and not over before the last that its end can mean. */
export function mayBeInForce(fact: FactRow, day: string): boolean {
  return inForce(fact, day) !== 'no'
}

/** More claims than this are counted and not named. */
const mostClaims = 3

/** Returns the latest war or fighting of more than a clash, by its end; undefined where there was none by the day. */
export function latestFighting({ facts, day }: PairRelations): FactRow | undefined {
  const fights = facts.filter((row) => row.kind === 'hostilities' && row.form !== 'clash')
  return fights
    .sort((x, y) => (endOn(x, day) < endOn(y, day) || (endOn(x, day) === endOn(y, day) && x.start_first < y.start_first) ? -1 : 1))
    .at(-1)
}

function endOn({ end_last }: FactRow, day: string): string {
  return end_last === null || end_last > day ? '9999-12-31' : end_last
}

/** Whether a spell had not ended by the day. */
export function isOngoing(row: FactRow, day: string): boolean {
  return endOn(row, day) === '9999-12-31'
}

/** Says which fighting was the last, or that it goes on. */
export function fightingSentence({ a, b, day }: PairRelations, row: FactRow): string {
  const both = `${inSentence(a.name)} and ${inSentence(b.name)}`
  if (isOngoing(row, day)) {
    const name = row.name === null ? '' : ` (${row.name})`
    const state = row.form === 'war' ? 'have been at war' : 'have been fighting each other'
    return `${both} ${state} since ${toldDateWords(row.start_told)}${name}.`
  }
  const ended = row.ended_by === null ? [] : [endingWords(row.ended_by)]
  const about = [...(row.name === null ? [] : [row.name]), ...ended].join('; ')
  const note = row.note === null ? '' : ` ${row.note[0]!.toUpperCase()}${row.note.slice(1)}.`
  return `The last fighting on record between ${both} was ${toldPeriodWords(row.start_told, row.end_told)}${about === '' ? '' : ` (${about})`}.${note}`
}

/** Says what stands between the two after a war: a state of war, an armistice, or a peace; empty where none is in force. */
export function afterWarSentences({ a, b, day, facts }: PairRelations): string[] {
  const inForce = facts.filter((row) => mayBeInForce(row, day))
  const war = inForce.find(({ kind }) => kind === 'state-of-war')
  const armistice = inForce.findLast(({ kind }) => kind === 'armistice')
  const peace = inForce.findLast(({ kind }) => kind === 'peace')
  return [
    ...(war === undefined ? [] : [stateOfWarSentence(a, b, war)]),
    ...(armistice === undefined ? [] : [agreementSentence(armistice, `${armistice.form === 'armistice' ? 'an' : 'a'} ${armistice.form}`)]),
    ...(peace === undefined ? [] : [peaceSentence(peace)]),
  ]
}

const endings: Readonly<Record<string, string>> = {
  established: 'ended when relations were established',
  restored: 'ended when relations were restored',
  'relations restored': 'ended when relations were restored',
  resumed: 'ended when relations were restored',
  'relations resumed': 'ended when relations were restored',
  ambassadors: 'ended when ambassadors were exchanged',
  recognised: 'ended by recognition',
  broken: 'ended when relations were broken off',
  'lifted by the OAS': 'ended when the OAS lifted its measures',
}
/** Words that make an ending a deed and not a thing. */
const deeds: ReadonlySet<string> = new Set([
  ...[
    'accepts',
    'annexed',
    'ceased',
    'declared',
    'dropped',
    'ended',
    'ends',
    'extended',
    'improved',
    'initialled',
    'join',
    'lapsed',
    'lifted',
  ],
  ...[
    'opened',
    'passed',
    'reconquered',
    'reopened',
    'released',
    'renounced',
    'restored',
    'return',
    'returned',
    'revoked',
    'stops',
    'struck',
    'withdrawn',
  ],
])

/**
 * Writes how a spell ended: after a thing, `ended by`; after a deed, the deed itself.
 *
 * @example endingWords('ceasefire')   // "ended by ceasefire"
 * @example endingWords('restored')   // "ended when relations were restored"
 * @example endingWords('embassy reopened')   // "ended: embassy reopened"
 */
export function endingWords(endedBy: string): string {
  return endings[endedBy] ?? `ended${endedBy.split(/\W+/).some((word) => deeds.has(word)) ? ':' : ' by'} ${endedBy}`
}

const peaceForms: Readonly<Record<string, string>> = { treaty: 'treaty', agreement: 'agreement', declaration: 'declaration' }

/** Calls a peace only what bears the name; a treaty on a border, or one that renounces force, is called that. */
function peaceWords({ form, name }: FactRow): string | undefined {
  const word = peaceForms[form ?? '']
  if (word === undefined) return undefined
  const what = `${word === 'agreement' ? 'an' : 'a'} ${word}`
  if (/\bpeace\b/i.test(name ?? '')) return word === 'treaty' ? 'a peace treaty' : `${what} on peace`
  return /\bborder\b/i.test(name ?? '') ? `${what} on their border` : `${what} to settle their conflict`
}

function stateOfWarSentence(a: NamedState, b: NamedState, row: FactRow): string {
  const actor = [a, b].find(({ iso3 }) => iso3 === row.actor)
  const since = toldPeriodWords(row.start_told, null)
  if (actor === undefined) return `A state of war between the two has been in force ${since}.`
  const other = actor === a ? b : a
  const verb = row.form === 'declared' ? 'has been in a declared state of war' : 'has held itself to be in a state of war'
  return `${inSentence(actor.name)} ${verb} with ${inSentence(other.name)} ${since}.`
}

function peaceSentence(row: FactRow): string {
  const words = peaceWords(row)
  if (words !== undefined) return agreementSentence(row, words)
  return `A peace agreement was initialled on ${toldDateWords(row.start_told)}${aboutWords([row.name, row.note])} and is not in force.`
}

function agreementSentence(row: FactRow, what: string): string {
  return `They have had ${what} since ${toldDateWords(row.start_told)}${aboutWords([row.name, row.note])}.`
}

function aboutWords(parts: readonly (string | null)[]): string {
  const about = parts.filter((part) => part !== null).join('; ')
  return about === '' ? '' : ` (${about})`
}

/** Says how many clashes there were after the last fighting, and which was the last; empty where there was none. */
export function clashSentence({ facts }: PairRelations): string[] {
  const clashes = facts.filter((row) => row.kind === 'hostilities' && row.form === 'clash')
  const last = clashes.at(-1)
  if (last === undefined) return []
  const name = last.name === null ? '' : ` (${last.name})`
  return [
    `${clashes.length === 1 ? 'A clash is' : `${clashes.length} clashes are`} on record${clashes.length === 1 ? '' : ', the last'} ${toldPeriodWords(last.start_told, last.end_told)}${name}.`,
  ]
}

/** Says which territorial claims stand on the day; empty where none is on record. */
export function claimSentence({ a, b, day, facts }: PairRelations): string[] {
  const standing = facts.filter((row) => row.kind === 'territorial-claim' && mayBeInForce(row, day))
  if (standing.length === 0) return []
  const named = standing.slice(0, mostClaims).map((row) => {
    const claimant = claimantOf(a, b, row)
    return `${claimant === undefined ? 'both states’' : possessive(claimant.name)} to ${territoryWords(row)}`
  })
  const more = standing.length - named.length
  const rest = more === 0 ? [] : [`${more} more`]
  return [`Territorial claims that stand: ${[...named, ...rest].join('; ')}.`]
}

/** Writes who claims what. */
export function claimWords(a: NamedState, b: NamedState, row: FactRow): string {
  const claimant = claimantOf(a, b, row)
  return `${claimant === undefined ? 'both claim' : `${inSentence(claimant.name)} claims`} ${territoryWords(row)}`
}

function claimantOf(a: NamedState, b: NamedState, { actor }: FactRow): NamedState | undefined {
  return [a, b].find(({ iso3 }) => iso3 === actor)
}

function territoryWords({ name }: FactRow): string {
  return name!.replace(/^The /, 'the ')
}

/** Says that the two have no diplomatic relations, or lowered ones, or that one does not recognise the other; empty where nothing of it is on record. */
export function missingRelationsSentences({ a, b, day, facts }: PairRelations): string[] {
  const inForce = facts.filter((row) => mayBeInForce(row, day))
  const nameOf = (iso3: string | null): string | undefined => {
    const found = [a, b].find((state) => state.iso3 === iso3)
    return found === undefined ? undefined : inSentence(found.name)
  }
  const missing = inForce.findLast(({ kind }) => kind === 'no-relations')
  const lowered = inForce.filter(({ kind }) => kind === 'lower-relations')
  const unrecognised = inForce.filter(({ kind, actor }) => kind === 'non-recognition' && nameOf(actor) !== undefined)
  return [
    ...(missing === undefined ? [] : [missingSentence(a, b, missing, nameOf(missing.actor))]),
    ...(missing !== undefined ? [] : lowered.map((row) => loweredSentence(row, nameOf(row.actor)))),
    ...unrecognised.map(({ actor }) => `${nameOf(actor)} does not recognise ${nameOf(actor === a.iso3 ? b.iso3 : a.iso3)} as a state.`),
  ]
}

/** Says when the two last had no diplomatic relations, or lowered ones, where that is over by the day; empty where nothing of it is on record. */
export function pastRelationsSentences({ day, facts }: PairRelations): string[] {
  const past = facts.filter((row) => (row.kind === 'no-relations' || row.kind === 'lower-relations') && !isOngoing(row, day))
  const last = past.sort((x, y) => (endOn(x, day) < endOn(y, day) ? -1 : 1)).at(-1)
  if (last === undefined) return []
  const period = toldPeriodWords(last.start_told, last.end_told)
  return [
    last.kind === 'no-relations'
      ? `They had no diplomatic relations ${period}.`
      : `Their diplomatic relations were lowered ${period}: ${last.form}${aboutWords([last.name])}.`,
  ]
}

function missingSentence(a: NamedState, b: NamedState, row: FactRow, actor: string | undefined): string {
  const both = `${inSentence(a.name)} and ${inSentence(b.name)} have no diplomatic relations`
  const by = actor === undefined ? '' : ` by ${actor}`
  if (row.form === 'never') return `${both}; they never had any${row.name === null ? '' : ` (${row.name})`}.`
  const verb = row.form === 'suspended' ? 'suspended' : row.form === 'moved' ? 'ended' : 'broken off'
  const when = `${row.start_told.length === 10 ? 'on' : 'in'} ${toldDateWords(row.start_told)}`
  return `${both}: they were ${verb}${by} ${when}${row.name === null ? '' : ` (${row.name})`}.`
}

function loweredSentence(row: FactRow, actor: string | undefined): string {
  const by = actor === undefined ? '' : ` by ${actor}`
  return `Their diplomatic relations have been lowered ${toldPeriodWords(row.start_told, null)}${by}: ${row.form}${aboutWords([row.name])}.`
}
