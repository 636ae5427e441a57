import { ambiguous } from './ambiguous.ts'
import { blocOf } from './blocs.ts'
import { codesThatAreWords, formerCodes, otherCodes, reusedCodes } from './codes.ts'
import { fold } from './fold.ts'
import { datedNames } from './names-dated.ts'
import { nearestStates } from './nearest.ts'
import type { Resolution } from './resolution.ts'
import { covers } from './span.ts'
import { allSpellings, territories } from './spellings.ts'
import type { Span, State } from './state.ts'
import { stateOf, states } from './states.ts'

interface Sense extends Span {
  readonly state: State
}

interface Index {
  readonly codes: ReadonlyMap<string, Resolution>
  readonly dated: ReadonlyMap<string, readonly Sense[]>
  readonly ambiguous: ReadonlyMap<string, readonly State[]>
  readonly names: ReadonlyMap<string, Resolution>
}

const lines = (table: string): string[] => table.split('\n').filter((line) => line !== '')
const words = (text: string, separator: string): string[] => text.split(separator).map((word) => word.trim())
const known = (iso3: string): State[] => [stateOf(iso3)].filter((state) => state !== undefined)

function codeIndex(): Map<string, Resolution> {
  const codes = new Map<string, Resolution>()
  for (const { iso3, iso2, name } of territories()) {
    for (const code of [iso3, iso2]) if (code !== null) codes.set(code, { kind: 'territory', name, iso3 })
  }
  for (const [code, iso3] of Object.entries(otherCodes)) {
    for (const state of known(iso3)) codes.set(code, { kind: 'state', state })
  }
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
  for (const line of lines(ambiguous)) {
    const [candidates = '', spellings = ''] = words(line, ':')
    for (const spelling of words(spellings, ';')) index.set(fold(spelling), words(candidates, ' ').flatMap(known))
  }
  return index
}

function nameIndex(): Map<string, Resolution> {
  const names = new Map<string, Resolution>()
  for (const [spelling, meaning] of allSpellings()) {
    const key = fold(spelling)
    if (key !== '' && !names.has(key)) names.set(key, meaning)
  }
  return names
}

let built: Index | undefined

function index(): Index {
  built ??= { codes: codeIndex(), dated: datedIndex(), ambiguous: ambiguousIndex(), names: nameIndex() }
  return built
}

/** Spellings that are everyday words unless they begin with a capital. */
const everydayWords: ReadonlySet<string> = new Set([
  'male',
  'pole',
  'poles',
  'polish',
  'total',
  'other',
  'others',
  'world',
  'various',
  'unknown',
])

function byCode(spelling: string, date: string | undefined): Resolution | undefined {
  const { codes } = index()
  const code = /^[a-z]{3}$/.test(spelling) && !codesThatAreWords.has(spelling) ? spelling.toUpperCase() : spelling.replaceAll('.', '')
  const reused = date === undefined ? undefined : reusedCodes[code]?.findLast(([from]) => from <= date)
  return codes.get(reused === undefined ? code : reused[1])
}

function byDatedName(folded: string, date: string | undefined): Resolution | undefined {
  const senses = index().dated.get(folded)
  if (senses === undefined) return undefined
  const sense = (date === undefined ? undefined : senses.slice(1).find((candidate) => covers(candidate, date))) ?? senses[0]
  return sense === undefined ? undefined : { kind: 'state', state: sense.state }
}

function* stateKeys(): Generator<readonly [string, State]> {
  for (const [key, meaning] of index().names) if (meaning.kind === 'state') yield [key, meaning.state]
}

/** SIPRI marks armed groups with one asterisk, organisations with two. */
const sipriMark = (spelling: string): string | undefined => /[^*](\*{1,2})$/.exec(spelling)?.[1]

function byBloc(spelling: string): Resolution | undefined {
  const bloc = blocOf(spelling.replace(/\*+$/, ''))
  return bloc === undefined ? undefined : { kind: 'bloc', id: bloc.id }
}

function byMark(spelling: string): Resolution | undefined {
  const mark = sipriMark(spelling)
  if (mark === undefined) return undefined
  return { kind: 'non-state', what: mark === '*' ? 'armed group' : 'international organisation' }
}

/**
 * Whom a spelling names: a state, a bloc, a territory, something that is knowingly none of these, or unknown with the nearest states.
 *
 * Reads names, official and former names, the forms of the data sources, capitals, peoples and governments (marked as such), ISO codes in capitals
 * (three letters in small ones too, where they are no English word), mixed alphabets, possessives. Names that have changed hands follow the date
 * (an ISO day); without one they mean today's holder. It does not ask whether the state existed then: that is `existedOn`.
 *
 * @example resolve('Türkiye’s').state.iso3   // 'TUR'
 * @example resolve('us').kind   // 'unknown'
 * @example resolve('Yemen', '1985-01-01').state.iso3   // 'YAR'
 * @example resolve('Chna').nearest.map(state => state.iso3)   // ['CHN']
 */
export function resolve(spelling: string, date?: string): Resolution {
  const bare = spelling.trim()
  const found = byCode(bare, date)
  if (found !== undefined) return found
  const folded = fold(bare)
  const candidates = index().ambiguous.get(folded)
  if (candidates !== undefined) return { kind: 'unknown', nearest: candidates }
  if (everydayWords.has(bare)) return { kind: 'unknown', nearest: [] }
  return (
    byDatedName(folded, date) ??
    index().names.get(folded) ??
    byBloc(bare) ??
    byMark(bare) ?? { kind: 'unknown', nearest: nearestStates(folded, stateKeys()) }
  )
}
