import { basename } from 'node:path'
import { badInput } from '../../errors.ts'
import { coverageOf, gdeltLicence, type SourceCard } from '../cards/source-cards.ts'
import { eachLine } from '../formats/compressed-file-lines.ts'
import type { ReportQuirk } from '../reader/reader.ts'
import { checkedIsoDay, countIn } from '../rows/cameo-events.ts'
import { fipsState } from '../rows/fips-places.ts'
import { type Observation, observationColumns, type ReadObservations, toObservation } from '../rows/observation.ts'
import { type CodeTally, newTally, reportUnknownCodes, tallyCode } from '../rows/unknown-codes.ts'

const events = { indicator: 'coded-events', unit: 'events', status: 'observed' } as const

export const card: SourceCard = {
  id: 'gdelt-normalisation',
  title: 'GDELT 1.0: how many events a day has in all, and by the country where they took place',
  provider: 'The GDELT Project',
  url: 'http://data.gdeltproject.org/normfiles/',
  licence: gdeltLicence,
  citation: 'The GDELT Project. Normalization files of the GDELT 1.0 event database. https://www.gdeltproject.org.',
  vintage: 'the files given',
  coverage: coverageOf(['coded-events'], 1920, '2026-11-24', 'the world, and every country where an event was placed'),
  quirks: [
    'These are what counts of GDELT 1.0 events are to be divided by: the number of reports that are read has grown a hundredfold.',
    'A country is where the event took place, not who acted; events without a place stand under a blank code and are in the total only.',
    'The files reach back to 1920, before the events themselves (1979).',
    'Places that are no state, and states before they came to be, are left out.',
  ],
}

/**
 * Reads the number of coded events by day, from lines `day,count` (the world, as WLD) or `day,FIPS code,count`. A line whose code is not in FIPS is skipped,
 * and reported through `reportQuirk`.
 */
export async function readGdeltNormalisation(paths: readonly string[], reportQuirk?: ReportQuirk): Promise<ReadObservations> {
  const rows: Observation[] = []
  const codes = new Map<string, CodeTally>()
  for (const path of paths) {
    let width = 0
    const tally = newTally()
    codes.set(basename(path), tally)
    await eachLine(path, { encoding: 'latin1', lastLine: 'whole' }, (text, line) => {
      const fields = text.split(',')
      const where = `${basename(path)}:${line}`
      width ||= fields.length
      if (fields.length !== width || width < 2 || width > 3) {
        throw badInput(`${where} has ${fields.length} fields, not ${width === 3 ? '3 (day, country, count)' : '2 (day, count)'}`)
      }
      const row = rowOf(fields, where, tally)
      if (row !== null) rows.push(row)
    })
  }
  reportUnknownCodes(codes, 'country codes of FIPS 10-4', 'their lines are left out', reportQuirk)
  return { observations: observationColumns(rows) }
}

function rowOf(fields: readonly string[], where: string, codes: CodeTally): Observation | null {
  const day = checkedIsoDay(fields[0]!, where)
  const value = countIn(fields.at(-1), 'the number of events', where)
  const from = fields.length === 2 ? 'WLD' : stateIn(fields[1]!, codes)
  if (from === null) return null
  return toObservation(card, { ...events, from, to: null, period: day, value, locator: where })
}

/** Returns the ISO3 code of a FIPS code, and counts the code in the tally; null for a blank, a place that is not a state, and an unknown code. */
function stateIn(code: string, codes: CodeTally): string | null {
  if (code === '') return null
  const state = fipsState(code)
  tallyCode(codes, code, state !== undefined)
  return state ?? null
}
