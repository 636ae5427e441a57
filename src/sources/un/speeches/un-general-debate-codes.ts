import { resolve, stateOf, unSeatHolder } from '../../../states/index.ts'

/** Ids by codes of the corpus that are not ISO codes. */
const corpusCodes: Readonly<Record<string, string>> = { EU: 'EU', EC: 'EU', YDYE: 'YMD' }

/**
 * Returns the speaker's state by the code of the corpus, in the year of a session: ISO3, or `EU`; null if the code is unknown. Places that are not in the list
 * of states (the Holy See, Palestine) keep their ISO code. A code means the state that held the UN seat in that year: Taipei held the seat of China until 1970,
 * and Sana'a the seat of Yemen until 1989.
 *
 * @example speakerCoded('CHN', 1969)   // 'TWN'
 * @example speakerCoded('CHN', 1971)   // 'CHN'
 * @example speakerCoded('YDYE', 1980)   // 'YMD'
 * @example speakerCoded('VAT', 2020)   // 'VAT'
 * @example speakerCoded('CZK', 1947)   // null
 */
export function speakerCoded(code: string, year: number): string | null {
  if (Object.hasOwn(corpusCodes, code)) return corpusCodes[code]!
  const state = stateOf(code)
  // the seat is looked up for the end of the year: in 1971 Peking took it on 25 October, and spoke after that day
  if (state !== undefined) return unSeatHolder(state, `${year}-12-31`).iso3
  const place = resolve(code)
  return place.kind === 'territory' && place.iso3 === code ? code : null
}

/**
 * Returns the speaker's state by the name in the workbook of speakers; null if the name alone does not identify it.
 *
 * @example speakerNamed('Union of Soviet Socialist Republics', 1959)   // 'RUS'
 * @example speakerNamed('Yemen', 1975)   // 'YAR'
 * @example speakerNamed('Central Africa', 1961)   // null
 */
export function speakerNamed(name: string, year: number): string | null {
  const date = `${year}-12-31`
  const found = resolve(name === 'FDR' ? 'Germany' : name, date)
  return found.kind === 'state' && found.marked !== 'capital' ? unSeatHolder(found.state, date).iso3 : null
}
