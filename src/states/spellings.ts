import { capitals, governments } from './capitals.ts'
import { demonyms } from './demonyms.ts'
import { englishNames } from './names-english.ts'
import { nonStateNames } from './non-states.ts'
import type { Mark, Resolution } from './resolution.ts'
import type { State } from './state.ts'
import { stateOf, states } from './states.ts'
import { territoryTable } from './territories.ts'

/** A spelling, unfolded, and what it stands for. */
export type Spelling = readonly [spelling: string, meaning: Resolution]

const list = (text: string): string[] =>
  text
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')

const lines = (table: string): string[] => table.split('\n').filter((line) => line !== '')

/** `head: rest` at the first colon that ends the head. */
function halves(line: string): [head: string, rest: string] {
  const cut = line.indexOf(': ')
  return cut < 0 ? [line.replace(/:$/, ''), ''] : [line.slice(0, cut), line.slice(cut + 2)]
}

function known(iso3: string): State {
  const state = stateOf(iso3)
  if (state === undefined) throw new Error(`the tables of names speak of ${iso3}, which no state table has`)
  return state
}

const meaningOf = (state: State, marked?: Mark): Resolution =>
  marked === undefined ? { kind: 'state', state } : { kind: 'state', state, marked }

/** `ISO3: name; … < former name; …` */
function fromNames(table: string): { current: Spelling[]; former: Spelling[] } {
  const current: Spelling[] = []
  const former: Spelling[] = []
  for (const line of lines(table)) {
    const [iso3, rest] = halves(line)
    const [now = '', before = ''] = ` ${rest}`.split(' <')
    for (const name of list(now)) current.push([name, meaningOf(known(iso3))])
    for (const name of list(before)) former.push([name, meaningOf(known(iso3), 'former name')])
  }
  return { current, former }
}

function fromMarked(table: string, marked: Mark): Spelling[] {
  return lines(table).flatMap((line) => {
    const [iso3, rest] = halves(line)
    return list(rest).map((name): Spelling => [name, meaningOf(known(iso3), marked)])
  })
}

const plurals = (spellings: readonly Spelling[]): Spelling[] =>
  spellings.filter(([name]) => !/(?:s|sh|ch|ese|men)$/.test(name)).map(([name, meaning]): Spelling => [`${name}s`, meaning])

/** Territories with their codes, as the table has them. */
export function territories(): {
  readonly iso3: string | null
  readonly iso2: string | null
  readonly name: string
  readonly spellings: string[]
}[] {
  return lines(territoryTable).map((line) => {
    const [iso3 = '-', iso2 = '-', name = '', others = ''] = line.split('|').map((field) => field.trim())
    return { iso3: iso3 === '-' ? null : iso3, iso2: iso2 === '-' ? null : iso2, name, spellings: [name, ...list(others)] }
  })
}

const fromTerritories = (): Spelling[] =>
  territories().flatMap(({ iso3, name, spellings }) => spellings.map((spelling): Spelling => [spelling, { kind: 'territory', name, iso3 }]))

const fromNonStates = (): Spelling[] =>
  lines(nonStateNames).flatMap((line) => {
    const [what, rest] = halves(line)
    return list(rest).map((spelling): Spelling => [spelling, { kind: 'non-state', what }])
  })

/** Every spelling of the tables in order of precedence: where two fold alike, the first stands. */
export function allSpellings(): Spelling[] {
  const english = fromNames(englishNames)
  const people = fromMarked(demonyms, 'demonym')
  return [
    ...states.flatMap((state): Spelling[] => [
      [state.name, meaningOf(state)],
      [state.official, meaningOf(state)],
    ]),
    ...english.current,
    ...fromTerritories(),
    ...states.flatMap((state) => state.names.map((span): Spelling => [span.name, meaningOf(state, 'former name')])),
    ...english.former,
    ...fromNonStates(),
    ...people,
    ...plurals(people),
    ...fromMarked(governments, 'government'),
    ...fromMarked(capitals, 'capital'),
  ]
}
