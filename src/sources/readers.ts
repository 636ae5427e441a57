import type { Session } from '../store/session.ts'
import type { SourceCard } from '../store/source-card.ts'
import { card as armeniaCustoms } from './armenia-customs.ts'
import { card as baci } from './baci.ts'
import { card as comextFossil } from './comext-fossil.ts'
import { card as creaFossil } from './crea-fossil.ts'
import { card as creaTracker } from './crea-tracker.ts'
import type { Brought } from './edition.ts'
import { card as georgiaCustoms } from './georgia-customs.ts'
import { filesByName, oneFile, someFiles } from './given-files.ts'
import { card as imfDots } from './imf-dots.ts'
import { card as kazakhstanCustoms } from './kazakhstan-customs.ts'
import { card as kyrgyzstanCustoms } from './kyrgyzstan-customs.ts'
import { card as russianCustoms } from './russian-customs.ts'
import { card as uzbekistanCustoms } from './uzbekistan-customs.ts'
import { card as worldBank } from './world-bank.ts'

/** A source that a user may bring as files. */
export interface Reader {
  readonly card: SourceCard
  /** What to give, in words. */
  readonly takes: string
  read(paths: readonly string[], session: Session): Promise<Brought>
}

/** A reader of one file; the module with the work in it is loaded when it is called. */
function ofOne(card: SourceCard, takes: string, load: () => Promise<(path: string) => Promise<Brought>>): Reader {
  return { card, takes, read: async (paths) => (await load())(oneFile(card.id, paths, takes)) }
}

/** A reader of several files that are told apart by their names. */
function ofNamed<K extends string>(
  card: SourceCard,
  takes: string,
  patterns: Readonly<Record<K, RegExp>>,
  load: () => Promise<(files: Record<K, string>) => Promise<Brought>>,
): Reader {
  return { card, takes, read: async (paths) => (await load())(filesByName(card.id, paths, patterns)) }
}

/** A reader of any number of files of one form. */
function ofMany(card: SourceCard, takes: string, load: () => Promise<(paths: readonly string[]) => Promise<Brought>>): Reader {
  return { card, takes, read: async (paths) => (await load())(someFiles(card.id, paths, takes)) }
}

/** Every source that `visavis add` takes, by id. */
export const readers: readonly Reader[] = [
  ofOne(armeniaCustoms, 'the CSV by country and month', async () => (await import('./armenia-customs.ts')).readArmeniaCustoms),
  ofOne(baci, 'the CSV of country-pair totals', async () => (await import('./baci.ts')).readBaci),
  ofOne(comextFossil, 'the Comext relational CSV of HS 2701 to 2711', async () => (await import('./comext-fossil.ts')).readComextFossil),
  ofOne(creaFossil, 'the CSV of monthly imports by importer and fuel', async () => (await import('./crea-fossil.ts')).readCreaFossil),
  ofOne(creaTracker, 'the daily flows CSV of the tracker', async () => (await import('./crea-tracker.ts')).readCreaTracker),
  ofOne(georgiaCustoms, 'the workbook FTrade', async () => (await import('./georgia-customs.ts')).readGeorgiaCustoms),
  ofMany(
    imfDots,
    'workbooks of the query "Exports and Imports by Areas and Countries"',
    async () => (await import('./imf-dots.ts')).readImfDots,
  ),
  ofMany(kazakhstanCustoms, 'yearly workbooks by country', async () => (await import('./kazakhstan-customs.ts')).readKazakhstanCustoms),
  ofNamed(
    kyrgyzstanCustoms,
    'workbooks 4.03.00.18 (exports) and 4.03.00.20 (imports)',
    { exports: /eksport|03\.00\.18/, imports: /import|03\.00\.20/ },
    async () => (await import('./kyrgyzstan-customs.ts')).readKyrgyzstanCustoms,
  ),
  ofNamed(
    russianCustoms,
    '96stran.xlsx (partners), 94itog.xlsx (totals) and the latest strany*.xlsx',
    { partners: /96stran/, totals: /94itog/, latest: /^strany/ },
    async () => (await import('./russian-customs.ts')).readRussianCustoms,
  ),
  ofNamed(
    uzbekistanCustoms,
    'sdmx_data_1105.csv (exports) and sdmx_data_1176.csv (imports)',
    { exports: /1105/, imports: /1176/ },
    async () => (await import('./uzbekistan-customs.ts')).readUzbekistanCustoms,
  ),
  ofNamed(
    worldBank,
    'two CSVs, one of GDP and one of population',
    { gdp: /gdp/i, population: /pop/i },
    async () => (await import('./world-bank.ts')).readWorldBank,
  ),
]
