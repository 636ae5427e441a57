import { basename } from 'node:path'
import { VisavisError } from '../../errors.ts'
import type { Columns, Session } from '../../store/session.ts'
import type { Queries } from '../reader/reader.ts'
import type { Observation } from '../rows/observation.ts'
import { oneEdition, rowsIn } from '../rows/one-edition.ts'
import { baciFile } from './baci-file.ts'
import { type BaciYear, baciProductQuery, card, readBaciYear } from './baci-year.ts'

export { card }

/** Pair totals of any number of years of one nomenclature and version. */
export async function readBaciFiles(paths: readonly string[], session: Session): Promise<{ observations: Columns }> {
  const years = await yearsOf(paths)
  const rows: Observation[] = []
  for (const year of years) rows.push(...rowsIn<Observation>((await readBaciYear(year, session)).observations))
  return { observations: oneEdition(rows) }
}

/** The same years by product. */
export async function baciQueries(paths: readonly string[]): Promise<Queries> {
  return { product_flows: await Promise.all((await yearsOf(paths)).map(baciProductQuery)) }
}

/**
 * The yearly files, each with the list of codes.
 *
 * @throws BadInput for years of two nomenclatures or versions, and for a year twice
 */
async function yearsOf(paths: readonly string[]): Promise<BaciYear[]> {
  const codes = paths.filter((path) => /country_codes/i.test(basename(path)))
  const yearly = paths.filter((path) => !codes.includes(path))
  if (codes.length !== 1 || yearly.length === 0) {
    const given = `${yearly.length} yearly files and ${codes.length} lists of codes`
    throw new VisavisError('Usage', `${card.id} takes yearly files and one country_codes file of their version; ${given} were given`, {
      hint: `visavis add ${card.id} BACI_HS17_Y2022_V202401.csv country_codes_V202401.csv`,
    })
  }
  const files = await Promise.all(yearly.map(baciFile))
  const seen = new Set<number>()
  for (const { name, year, vintage } of files) {
    if (vintage !== files[0]!.vintage)
      throw other(`${files[0]!.name} and ${name} are of two nomenclatures or versions: their totals differ`)
    if (seen.has(year)) throw other(`${name}: the year ${year} is given twice`)
    seen.add(year)
  }
  return yearly.map((year) => ({ year, countryCodes: codes[0]! }))
}

function other(message: string): VisavisError {
  return new VisavisError('BadInput', message, { hint: 'give years of one nomenclature and version, each once' })
}
