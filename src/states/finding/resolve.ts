import { fold } from '../names/fold.ts'
import type { Resolution } from '../names/name-meaning.ts'
import { datedNames } from '../names/names-dated.ts'
import { simplerForms, twoNames } from '../names/simpler-forms.ts'
import type { Spelling } from '../names/spellings.ts'
import { englishSpellings, otherSpellings, territories } from '../names/spellings.ts'
import { blocOf } from '../tables/blocs.ts'
import { blocCodes, codesThatAreWords, formerCodes, groupCodes, nonIsoCodes, reusedCodes, territoryCodes } from '../tables/non-iso-codes.ts'
import { isInSpan } from '../tables/span.ts'
import type { Span, State } from '../tables/state.ts'
import { stateOf, states } from '../tables/states.ts'
import { ambiguousSpellings } from './ambiguous.ts'
import { nearestStates } from './nearest.ts'

interface Sense extends Span {
  readonly state: State
}

const lines = (table: string): string[] => table.split('\n').filter((line) => line !== '')
const words = (text: string, separator: string): string[] => text.split(separator).map((word) => word.trim())
const known = (iso3: string): State[] => [stateOf(iso3)].filter((state) => state !== undefined)

function codeIndex(): Map<string, Resolution> {
  const codes = new Map<string, Resolution>()
  for (const [what, list] of Object.entries(groupCodes)) for (const code of words(list, ' ')) codes.set(code, { kind: 'non-state', what })
  for (const [code, id] of Object.entries(blocCodes)) codes.set(code, { kind: 'bloc', id })
  for (const { iso3, iso2, name } of territories()) {
    for (const code of [iso3, iso2]) if (code !== null) codes.set(code, { kind: 'territory', name, iso3 })
    for (const [code, place] of Object.entries(territoryCodes)) if (place === name) codes.set(code, { kind: 'territory', name, iso3 })
  }
  for (const [code, iso3] of Object.entries(nonIsoCodes)) for (const state of known(iso3)) codes.set(code, { kind: 'state', state })
  for (const [code, iso3] of Object.entries(formerCodes)) {
    for (const state of known(iso3)) codes.set(code, { kind: 'state', state, marked: 'former name' })
  }
  for (const state of states) {
    codes.set(state.iso3, { kind: 'state', state })
    if (state.iso2 !== null) codes.set(state.iso2, { kind: 'state', state })
  }
  return codes
}

function senseOf(text: string): Sense[] {
  const [iso3 = '', span = '/'] = words(text, ' ')
  const [from = '', to = ''] = span.split('/')
  return known(iso3).map((state) => ({ state, from, to: to === '' ? null : to }))
}

function datedIndex(): Map<string, readonly Sense[]> {
  const dated = new Map<string, readonly Sense[]>()
  for (const line of lines(datedNames)) {
    const [spellings = '', senses = ''] = words(line, ':')
    for (const spelling of words(spellings, ';')) dated.set(fold(spelling), words(senses, ',').flatMap(senseOf))
  }
  return dated
}

function ambiguousIndex(): Map<string, readonly State[]> {
  const index = new Map<string, readonly State[]>()
  for (const [spelling, iso3] of ambiguousSpellings()) index.set(fold(spelling), [...(index.get(fold(spelling)) ?? []), ...known(iso3)])
  return index
}

function nameIndex(spellings: readonly Spelling[]): Map<string, Resolution> {
  const index = new Map<string, Resolution>()
  for (const [spelling, meaning] of spellings) {
    const key = fold(spelling)
    if (key !== '' && !index.has(key)) index.set(key, meaning)
  }
  return index
}

/** Builds a value on first use. So resolving a code does not wait for the tables of names, and resolving an English name not for the other languages. */
function lazy<T>(build: () => T): () => T {
  let built: T | undefined
  return () => {
    built ??= build()
    return built
  }
}

const codes = lazy(codeIndex)
const dated = lazy(datedIndex)
const ambiguities = lazy(ambiguousIndex)
const englishNames = lazy(() => nameIndex(englishSpellings()))
const otherNames = lazy(() => nameIndex(otherSpellings()))

/** Spellings that are ordinary words if written like this, but names if they begin with a capital. */
const everydayWords: ReadonlySet<string> = new Set(
  'ascension chili grenade island jersey male maurice pentagon pole poles polish reunion row того чад'.split(' '),
)

function byCode(spelling: string, date: string | undefined): Resolution | undefined {
  const small = /^[a-z]{3}$/.test(spelling) && !codesThatAreWords.has(spelling) ? stateOf(spelling.toUpperCase()) : undefined
  const code = small?.iso3 ?? spelling.replaceAll('.', '')
  // a word such as "constructor" is not a code, although every object has a property of that name
  const senses = Object.hasOwn(reusedCodes, code) ? reusedCodes[code] : undefined
  const reused = date === undefined ? undefined : senses?.findLast(([from]) => from <= date)
  return codes().get(reused === undefined ? code : reused[1])
}

function byDatedName(folded: string, date: string | undefined): Resolution | undefined {
  const senses = dated().get(folded)
  if (senses === undefined) return undefined
  const sense = (date === undefined ? undefined : senses.slice(1).find((candidate) => isInSpan(candidate, date))) ?? senses[0]
  return sense === undefined ? undefined : { kind: 'state', state: sense.state }
}

function* stateKeys(): Generator<readonly [string, State]> {
  for (const names of [englishNames(), otherNames()]) {
    for (const [key, meaning] of names) if (meaning.kind === 'state') yield [key, meaning.state]
  }
}

/** Looks a spelling up in the tables: codes, then ambiguous spellings, then names. Undefined if no table has it. */
function byTables(bare: string, date: string | undefined): Resolution | undefined {
  const code = byCode(bare, date)
  if (code !== undefined) return code
  const folded = fold(bare)
  const candidates = ambiguities().get(folded)
  if (candidates !== undefined) return { kind: 'unknown', nearest: candidates, ambiguous: true }
  if (everydayWords.has(bare)) return undefined
  return byDatedName(folded, date) ?? englishNames().get(folded) ?? byBloc(bare) ?? otherNames().get(folded)
}

function bySimplerForm(bare: string, date: string | undefined): Resolution | undefined {
  for (const form of simplerForms(bare)) {
    const found = byTables(form, date) ?? byTwoNames(form, date)
    if (found !== undefined) return found
  }
  return undefined
}

const sameMeaning = (a: Resolution, b: Resolution): boolean =>
  (a.kind === 'state' && b.kind === 'state' && a.state === b.state) ||
  (a.kind === 'territory' && b.kind === 'territory' && a.name === b.name) ||
  (a.kind === 'bloc' && b.kind === 'bloc' && a.id === b.id)

/** Resolves a spelling that contains two names, such as `Belarus (Belorussia)`, if both mean the same; else returns undefined. */
function byTwoNames(bare: string, date: string | undefined): Resolution | undefined {
  const [first, second] = (twoNames(bare) ?? []).map((name) => byTables(name, date) ?? bySimplerForm(name, date))
  return first !== undefined && second !== undefined && sameMeaning(first, second) ? first : undefined
}

/** Returns the mark that SIPRI puts after a name: `*` for an armed group, `**` for an international organisation; undefined without a mark. */
const sipriMark = (spelling: string): string | undefined => /[^*\s](\*{1,2})$/.exec(spelling)?.[1]

function byBloc(spelling: string): Resolution | undefined {
  const bloc = blocOf(spelling.replace(/(?<!\*)\*+$/, ''))
  return bloc === undefined ? undefined : { kind: 'bloc', id: bloc.id }
}

function byMark(spelling: string): Resolution | undefined {
  const mark = sipriMark(spelling)
  if (mark === undefined) return undefined
  return { kind: 'non-state', what: mark === '*' ? 'armed group' : 'international organisation' }
}

/** The longest spelling that is examined, in characters: more than twice the longest name in any list. A longer one would take too much time. */
const longestName = 1000

/**
 * Returns the meaning of a spelling: a state, a bloc, a territory, a known entity that is none of these, or unknown with the nearest states.
 *
 * It recognises names, official and former names, spellings of the data sources, capitals, peoples and governments (marked as such), ISO codes in capitals
 * (three letters also in lower case, if they are not a word), mixed alphabets, possessives. A name that passed from one state to another is resolved by the
 * date (an ISO day); without a date it means the present holder. Whether the state existed on that date is not checked: see `existedOn`.
 *
 * @example resolve('Türkiye’s').state.iso3   // 'TUR'
 * @example resolve('us').kind   // 'unknown'
 * @example resolve('Yemen', '1985-01-01').state.iso3   // 'YAR'
 * @example resolve('Chna').nearest.map(state => state.iso3)   // ['CHN']
 */
export function resolve(spelling: string, date?: string): Resolution {
  const bare = spelling.replace(/\s+/g, ' ').trim()
  if (bare.length > longestName) return { kind: 'unknown', nearest: [] }
  return byTables(bare, date) ?? bySimplerForm(bare, date) ?? byTwoNames(bare, date) ?? byMark(bare) ?? unknown(bare)
}

/** Makes the result for an unknown spelling. The nearest states are computed only when read: that takes ten times as long as finding that a name is unknown. */
function unknown(bare: string): Resolution {
  const nearest = lazy(() => (everydayWords.has(bare) ? [] : nearestStates(fold(bare), stateKeys())))
  return {
    kind: 'unknown',
    get nearest() {
      return nearest()
    },
  }
}
