import { readArmeniaCustoms } from '../src/sources/armenia-customs.ts'
import { readBaci } from '../src/sources/baci.ts'
import { readComextMonths, readComextYears } from '../src/sources/comext.ts'
import { readComextFossil } from '../src/sources/comext-fossil.ts'
import { readCreaTracker } from '../src/sources/crea-tracker.ts'
import { readEurostatEnergy } from '../src/sources/eurostat-energy.ts'
import { readGeorgiaCustoms } from '../src/sources/georgia-customs.ts'
import { readImfDots } from '../src/sources/imf-dots.ts'
import { readKazakhstanCustoms } from '../src/sources/kazakhstan-customs.ts'
import { readKyrgyzstanCustoms } from '../src/sources/kyrgyzstan-customs.ts'
import { readRussianCustoms } from '../src/sources/russian-customs.ts'
import { readUzbekistanCustoms } from '../src/sources/uzbekistan-customs.ts'
import { readWorldBank } from '../src/sources/world-bank.ts'
import { growthEditions, readWorldBankGrowth } from '../src/sources/world-bank-growth.ts'
import type { Columns } from '../src/store/session.ts'
import { rawFiles } from './record-files.ts'

/** Observations of every source that the record may carry, one part per source and file. */
export async function readObservations(folder: string): Promise<Columns[]> {
  const files = rawFiles(folder)
  const reads = [
    readWorldBank(files.worldBank),
    readWorldBankGrowth(files.worldBankGrowth.earlier, growthEditions.earlier),
    readWorldBankGrowth(files.worldBankGrowth.later, growthEditions.later),
    readBaci(files.baci),
    readImfDots(files.imfDots),
    readRussianCustoms(files.russianCustoms),
    readKazakhstanCustoms(files.kazakhstanCustoms),
    readKyrgyzstanCustoms(files.kyrgyzstanCustoms),
    readUzbekistanCustoms(files.uzbekistanCustoms),
    readArmeniaCustoms(files.armeniaCustoms),
    readGeorgiaCustoms(files.georgiaCustoms),
    readComextYears(files.comextYears),
    ...files.comextExports.map((path) => readComextMonths(path, false)),
    ...files.comextImports.map((path) => readComextMonths(path, true)),
    readComextFossil(files.comextFossil),
    readCreaTracker(files.creaTracker),
    readEurostatEnergy(files.eurostatEnergy),
  ]
  return (await Promise.all(reads)).map(({ observations }) => observations)
}
