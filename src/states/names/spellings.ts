import { blocSpellings } from '../tables/bloc-spellings.ts'
import { nonStateNames } from '../tables/non-states.ts'
import type { State } from '../tables/state.ts'
import { stateOf, states } from '../tables/states.ts'
import { territoryTable } from '../tables/territories.ts'
import { capitals, governments } from './capitals.ts'
import { demonyms } from './demonyms.ts'
import type { IndirectName, Resolution } from './name-meaning.ts'
import { arabicNames } from './names-arabic.ts'
import { chineseNames } from './names-chinese.ts'
import { englishNames } from './names-english.ts'
import { frenchNames } from './names-french.ts'
import { germanNames } from './names-german.ts'
import { italianNames } from './names-italian.ts'
import { kyrgyzNames } from './names-kyrgyz.ts'
import { misspeltNames } from './names-misspelt.ts'
import { russianNames } from './names-russian.ts'
import { spanishNames } from './names-spanish.ts'
import { uzbekNames } from './names-uzbek.ts'

/** A spelling as written, and its meaning. */
export type Spelling = readonly [spelling: string, meaning: Resolution]

const list = (text: string): string[] =>
  text
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')

const lines = (table: string): string[] => table.split('\n').filter((line) => line !== '')

/** Splits a line of a table, such as `CHN: Peking; Beiping`, at the first colon with a blank after it. */
function splitHead(line: string): [head: string, rest: string] {
  const cut = line.indexOf(': ')
  return cut < 0 ? [line.replace(/:$/, ''), ''] : [line.slice(0, cut), line.slice(cut + 2)]
}

const meaningOfState = (state: State, marked?: IndirectName): Resolution =>
  marked === undefined ? { kind: 'state', state } : { kind: 'state', state, marked }

/** Returns the meaning of an ISO3 code in the tables: a state, else a territory. */
function meaningOfCode(iso3: string, marked?: IndirectName): Resolution {
  const state = stateOf(iso3)
  if (state !== undefined) return meaningOfState(state, marked)
  const territory = territories().find((candidate) => candidate.iso3 === iso3)
  if (territory === undefined) throw new Error(`the tables of names speak of ${iso3}, which no other table has`)
  return { kind: 'territory', name: territory.name, iso3 }
}

/** Parses lines `ISO3: name; … < former name; …`. */
function fromNames(table: string): { current: Spelling[]; former: Spelling[] } {
  const current: Spelling[] = []
  const former: Spelling[] = []
  for (const line of lines(table)) {
    const [iso3, rest] = splitHead(line)
    const [now = '', before = ''] = ` ${rest}`.split(' <')
    for (const name of list(now)) current.push([name, meaningOfCode(iso3)])
    for (const name of list(before)) former.push([name, meaningOfCode(iso3, 'former name')])
  }
  return { current, former }
}

/** Parses lines such as `CHN: Peking; Beiping`; `meaning` returns what the part before the colon stands for. */
const fromLists = (table: string, meaning: (head: string) => Resolution): Spelling[] =>
  lines(table).flatMap((line) => {
    const [head, rest] = splitHead(line)
    return list(rest).map((spelling): Spelling => [spelling, meaning(head)])
  })

const fromMarked = (table: string, marked: IndirectName): Spelling[] => fromLists(table, (iso3) => meaningOfCode(iso3, marked))

const plurals = (spellings: readonly Spelling[]): Spelling[] =>
  spellings.filter(([name]) => !/(?:s|sh|ch|ese|men)$/.test(name)).map(([name, meaning]): Spelling => [`${name}s`, meaning])

interface Territory {
  readonly iso3: string | null
  readonly iso2: string | null
  readonly name: string
  readonly spellings: readonly string[]
}

let readTerritories: readonly Territory[] | undefined

/** Returns the territories of the table, with their codes and spellings. */
export function territories(): readonly Territory[] {
  readTerritories ??= lines(territoryTable).map((line) => {
    const [iso3 = '-', iso2 = '-', name = '', others = ''] = line.split('|').map((field) => field.trim())
    return { iso3: iso3 === '-' ? null : iso3, iso2: iso2 === '-' ? null : iso2, name, spellings: [name, ...list(others)] }
  })
  return readTerritories
}

const fromTerritories = (): Spelling[] =>
  territories().flatMap(({ iso3, name, spellings }) => spellings.map((spelling): Spelling => [spelling, { kind: 'territory', name, iso3 }]))

/** Returns every English spelling of the tables. If two have the same folded form, the earlier one counts. */
export function englishSpellings(): Spelling[] {
  const english = fromNames(englishNames)
  const people = fromMarked(demonyms, 'demonym')
  return [
    ...states.flatMap((state): Spelling[] => [
      [state.name, meaningOfState(state)],
      [state.official, meaningOfState(state)],
    ]),
    ...english.current,
    ...fromTerritories(),
    ...states.flatMap((state) => state.names.map((span): Spelling => [span.name, meaningOfState(state, 'former name')])),
    ...english.former,
    ...fromLists(blocSpellings, (id) => ({ kind: 'bloc', id })),
    ...fromLists(nonStateNames, (what) => ({ kind: 'non-state', what })),
    ...people,
    ...plurals(people),
    ...fromMarked(governments, 'government'),
    ...fromMarked(capitals, 'capital'),
  ]
}

/**
 * Returns the spellings in other languages and the misspellings of sources. If two have the same folded form, the earlier one counts; an English spelling with
 * that form counts before both.
 */
export function otherSpellings(): Spelling[] {
  const tables = [
    misspeltNames,
    russianNames,
    frenchNames,
    germanNames,
    spanishNames,
    italianNames,
    chineseNames,
    arabicNames,
    uzbekNames,
    kyrgyzNames,
  ]
  const read = tables.map(fromNames)
  return [...read.flatMap(({ current }) => current), ...read.flatMap(({ former }) => former)]
}
