import { badInput } from '../../errors.ts'
import { resolve, type State, stateByCow, stateByGw, stateOf } from '../../states/index.ts'

/** What UCDP writes before the name of a state's government. */
const government = 'Government of '

/**
 * Numbers of UCDP that the list of Gleditsch and Ward does not give to a state of ours: two small states, and Hyderabad, independent for a year (null: no state
 * here, so it is left out).
 */
const ownNumbers: ReadonlyMap<number, string | null> = new Map([
  [55, 'GRD'],
  [972, 'TON'],
  [751, null],
])

/** Names in which the general lookup finds another state, or none. */
const ownNames: Readonly<Record<string, string | null>> = { Congo: 'COG', Hyderabad: null }

/**
 * Returns the ISO3 codes of the governments on one side of a conflict. The cell of names and the cell of numbers must name the same states, in whatever order:
 * this finds rows that were mixed up, and files with other numbers.
 *
 * @param numbers   Gleditsch-Ward numbers, with commas between and any number of blanks: `200,  2`
 * @param names     `Government of United Kingdom, Government of United States of America`
 * @param where     file and line, for the message
 * @throws BadInput for a number that no state had in that year, or names of other states
 */
export function governmentsIn(numbers: string, names: string, year: number, where: string): string[] {
  const texts = numbers.split(',').map((text) => text.trim())
  if (texts.join('') === '') return []
  const byNumber = texts.flatMap((text) => stateOfNumber(text, year, where) ?? [])
  const byName = names
    .split(`, ${government}`)
    .map((name) => name.trim().replace(government, ''))
    .flatMap((name) => stateOfName(name, year, where, byNumber) ?? [])
  const stray = byNumber.find((iso3) => !byName.includes(iso3)) ?? byName.find((iso3) => !byNumber.includes(iso3))
  if (stray === undefined && byName.length === byNumber.length) return byNumber
  throw badInput(
    `${where} names "${names.trim()}" but has the state numbers ${texts.join(', ')}`,
    'names and numbers of a row must be of the same states: fetch the file again from UCDP',
  )
}

/** Returns the ISO3 code of a number; null for a number that is left out. */
function stateOfNumber(text: string, year: number, where: string): string | null {
  const code = /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN
  const own = ownNumbers.get(code)
  if (own !== undefined) return own
  const state = stateByGw(code, `${year}-12-31`)
  if (state !== undefined && hadNumber(state, code, year)) return state.iso3
  // UCDP keeps the number of Yugoslavia for Serbia
  if (code === 345 && year > 2006) return 'SRB'
  const cow = stateByCow(code, `${year}-12-31`)
  const other = cow === undefined ? '' : `; in the list of the Correlates of War it is ${cow.name}`
  throw badInput(
    `${where} has the state number "${text}", which no state has in Gleditsch and Ward's list in ${year}${other}`,
    'UCDP numbers states as Gleditsch and Ward do: a file with other numbers is not the original',
  )
}

function hadNumber(state: State, code: number, year: number): boolean {
  return state.gw.some((span) => span.code === code && span.from <= `${year}-12-31` && (span.to ?? '9999') >= `${year}-01-01`)
}

/**
 * Returns the ISO3 code of a name, which may have a second one in brackets: `Russia (Soviet Union)`. Null for a name that is left out.
 *
 * @param expected   the states of the row's numbers: of two readings of a name the one among these counts
 */
function stateOfName(name: string, year: number, where: string, expected: readonly string[]): string | null {
  const readings = [name, ...name.split(/ ?[()]/)].filter((text) => text !== '').map((text) => readingOf(text, year))
  const found =
    readings.find((iso3) => iso3 === null || (iso3 !== undefined && expected.includes(iso3))) ?? readings.find((iso3) => iso3 !== undefined)
  if (found !== undefined) return found
  throw badInput(`${where} names the government of "${name}", which is not known`, 'correct the name in the file')
}

function readingOf(name: string, year: number): string | null | undefined {
  if (Object.hasOwn(ownNames, name)) return ownNames[name]!
  const found = resolve(name, `${year}-12-31`)
  return found.kind === 'state' ? stateOf(found.state.iso3)!.iso3 : undefined
}
