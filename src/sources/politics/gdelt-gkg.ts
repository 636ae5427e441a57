import { basename } from 'node:path'
import { badInput } from '../../errors.ts'
import { existedOn, stateOf } from '../../states/index.ts'
import { coverageOf, gdeltLicence, type SourceCard } from '../cards/source-cards.ts'
import { eachLine } from '../formats/compressed-file-lines.ts'
import type { ReportQuirk } from '../reader/reader.ts'
import { checkedIsoDay } from '../rows/cameo-events.ts'
import { fipsState } from '../rows/fips-places.ts'
import { type Observation, observationColumns, type ReadObservations, toObservation } from '../rows/observation.ts'
import { type CodeTally, newTally, reportUnknownCodes, tallyCode } from '../rows/unknown-codes.ts'

export const card: SourceCard = {
  id: 'gdelt-gkg',
  title: 'GDELT 2.1 Global Knowledge Graph: documents that name places in both states',
  provider: 'The GDELT Project',
  url: 'http://data.gdeltproject.org/gdeltv2/lastupdate.txt',
  licence: gdeltLicence,
  citation: 'The GDELT Project. Global Knowledge Graph 2.1. https://www.gdeltproject.org.',
  vintage: 'the files given',
  coverage: coverageOf(
    ['documents-naming-both'],
    '2015-02-18',
    '2026-11-24',
    'pairs of states in the files given; a day is whole only with all 96 of its files',
  ),
  quirks: [
    'A count over the files given: a day of which only some 15-minute files are given is counted in part.',
    'A document that names Paris names France here, whatever it says of it; a byline is a place too.',
    "The state of a place is that of its region code: in files of February 2015 the country code of every place is one and the same, the document's.",
    'Only days, places and the identity of documents are read; themes, persons, tone and texts are not.',
  ],
}

/**
 * Counts, for each day and pair of states, the documents that name places in both, from GKG 2.1 files (27 tab-separated fields, no header). A place whose code
 * is not in FIPS is skipped, and reported through `reportQuirk`.
 *
 * @throws BadInput with file and line for a broken line, a record of another form, or a repeated document; with the file if most places have unknown codes
 */
export async function readGdeltGkg(paths: readonly string[], reportQuirk?: ReportQuirk): Promise<ReadObservations> {
  const counts = new Map<string, number>()
  const seen = new Set<string>()
  const codes = new Map<string, CodeTally>()
  for (const path of paths) {
    const file = basename(path)
    const tally = newTally()
    codes.set(file, tally)
    await eachLine(path, { encoding: 'latin1', lastLine: 'whole' }, (text, line) => {
      const fields = text.split('\t')
      checkRecord(fields, `${file}:${line}`, seen)
      const day = checkedIsoDay(fields[1]!.slice(0, 8), `${file}:${line}`)
      for (const pair of pairsOf(statesIn(fields[9]!, day, `${file}:${line}`, tally)))
        counts.set(`${day} ${pair}`, (counts.get(`${day} ${pair}`) ?? 0) + 1)
    })
  }
  reportUnknownCodes(codes, 'country codes of FIPS 10-4 among the places', 'these places are passed over', reportQuirk)
  const locator = paths.map((path) => basename(path)).join(', ')
  return { observations: observationColumns([...counts].sort().map(([key, value]) => rowOf(key, value, locator))) }
}

function checkRecord(fields: readonly string[], where: string, seen: Set<string>): void {
  if (fields.length !== 27) throw badInput(`${where} has ${fields.length} tab-separated fields, not 27: not GKG 2.1, or a torn line`)
  const [id, time] = fields as [string, string]
  if (!/^\d{14}$/.test(time) || !/^\d{14}-T?\d+$/.test(id)) {
    throw badInput(`${where} has the number "${id.slice(0, 40)}" and the time "${time.slice(0, 40)}": no line of GKG 2.1`)
  }
  if (seen.has(id)) throw badInput(`${where} has document ${id} a second time`, 'give each file once')
  seen.add(id)
}

/**
 * Returns the ISO3 codes of the states in a field of places, `type#name#FIPS#region#...` separated by semicolons; sorted, without repetition. The country is
 * read from the first two letters of the region code, since the country code itself is sometimes wrong; from the country code only if there is no region code.
 */
function statesIn(places: string, day: string, where: string, codes: CodeTally): string[] {
  const found = new Set<string>()
  for (const place of places.split(';')) {
    if (place === '') continue
    const parts = place.split('#')
    if (parts.length !== 7) {
      throw badInput(`${where}: "${place.slice(0, 60)}" is no place of GKG (type#name#country#region#latitude#longitude#id)`)
    }
    const code = /^[A-Z]{2}/.exec(parts[3]!)?.[0] ?? parts[2]!
    const state = fipsState(code)
    tallyCode(codes, code, state !== undefined)
    if (state !== undefined && state !== null && existedOn(stateOf(state)!, day)) found.add(state)
  }
  return [...found].sort()
}

function pairsOf(states: readonly string[]): string[] {
  return states.flatMap((a, i) => states.slice(i + 1).map((b) => `${a} ${b}`))
}

function rowOf(key: string, value: number, locator: string): Observation {
  const [period, from, to] = key.split(' ') as [string, string, string]
  return toObservation(card, {
    indicator: 'documents-naming-both',
    from,
    to,
    period,
    value,
    unit: 'documents',
    status: 'observed',
    locator,
  })
}
