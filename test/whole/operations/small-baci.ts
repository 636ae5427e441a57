import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The smallest year in the form of BACI, of which the amounts are made up. */
const smallBaci: Readonly<Record<string, string>> = {
  'BACI_HS17_Y2021_V202401.csv': 't,i,j,k,v,q\n2021,156,276,850760,60,1\n2021,842,276,850760,30,1\n2021,276,842,850760,20,1\n',
  'country_codes_V202401.csv': 'country_code,country_iso3\n156,CHN\n276,DEU\n842,USA\n',
}

/** Writes the files into a new folder and returns their paths. */
export function writeSmallBaci(folder: string): string[] {
  mkdirSync(folder)
  return Object.entries(smallBaci).map(([name, text]) => {
    writeFileSync(join(folder, name), text)
    return join(folder, name)
  })
}
