import { filesByRole } from '../reader/given-files.ts'
import type { ReadObservations } from '../rows/observation.ts'
import { card, readWorldBank } from './world-bank.ts'
import { readWorldBankApi } from './world-bank-api.ts'

export { card }

/**
 * Reads GDP and population from either form: pages of the API (names that end in `.json`), or one CSV for each series.
 *
 * @throws Usage if the names fit neither form, or both
 */
export async function readWorldBankFiles(paths: readonly string[]): Promise<ReadObservations> {
  if (paths.length > 0 && paths.every((path) => /\.json$/i.test(path)))
    return { observations: (await readWorldBankApi(paths)).observations }
  return await readWorldBank(filesByRole(card.id, paths, { gdp: /gdp.*\.csv/i, population: /pop.*\.csv/i }))
}
