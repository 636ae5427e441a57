import { readBaci } from '../../src/sources/baci/baci.ts'
import { readBaci2022 } from '../../src/sources/baci/baci-2022.ts'
import { readBaci2023 } from '../../src/sources/baci/baci-2023.ts'
import { readBaciSectors } from '../../src/sources/baci/baci-sectors.ts'
import { readArmeniaCustoms } from '../../src/sources/customs/armenia-customs.ts'
import { readGeorgiaCustoms } from '../../src/sources/customs/georgia-customs.ts'
import { readKazakhstanCustoms } from '../../src/sources/customs/kazakhstan-customs.ts'
import { readKyrgyzstanCustoms } from '../../src/sources/customs/kyrgyzstan-customs.ts'
import { readRussianCustoms } from '../../src/sources/customs/russian-customs.ts'
import { readUzbekistanCustoms } from '../../src/sources/customs/uzbekistan-customs.ts'
import { readComextFossil } from '../../src/sources/energy/comext-fossil.ts'
import { readCreaTracker } from '../../src/sources/energy/crea-tracker.ts'
import { readEurostatEnergy } from '../../src/sources/energy/eurostat-energy.ts'
import { readImfDirectInvestment } from '../../src/sources/finance/imf-direct-investment.ts'
import { readImfWeo } from '../../src/sources/finance/imf-weo.ts'
import { readWorldBank, readWorldBankGdp } from '../../src/sources/finance/world-bank.ts'
import { readWorldBankDebt } from '../../src/sources/finance/world-bank-debt.ts'
import { growthEditions, readWorldBankGrowth } from '../../src/sources/finance/world-bank-growth.ts'
import { readComextMonths, readComextYears } from '../../src/sources/trade/comext.ts'
import { readImfDots } from '../../src/sources/trade/imf-dots.ts'
import { readOecdIcio } from '../../src/sources/trade/oecd-icio.ts'
import type { Columns } from '../../src/store/session.ts'
import { rawFiles } from './record-files.ts'

/** Observations of every source that the record may include, one part per source and file. */
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
    readWorldBankDebt(files.worldBankDebt),
    readBaciSectors(files.baciSectors),
    readBaci2022(files.baci2022).then((observations) => ({ observations })),
    readBaci2023(files.baci2023).then((observations) => ({ observations })),
    readImfDirectInvestment(files.imfDirectInvestment),
    readOecdIcio(files.oecdIcio),
    readImfWeo(files.imfWeo),
    readWorldBankGdp(files.worldBankLater, 2024),
  ]
  return (await Promise.all(reads)).map(({ observations }) => observations)
}
