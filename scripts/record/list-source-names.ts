/**
 * Every distinct name or letter code of a state, partner, reporter, supplier or actor in a folder of data sets, as rows
 * `source <tab> name`, sorted.
 *
 * Usage: tsx scripts/record/list-source-names.ts FOLDER > names.tsv
 *
 * The table `sources` below defines what is read from which file. Numeric codes are left out, and so are sources that
 * have only numeric codes.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { read, utils } from '@e965/xlsx'

type Names = Iterable<string>
type Reader = (folder: string) => Names
type Row = readonly string[]

const bytesOf = (path: string): Buffer => (/\.t?gz$/.test(path) ? gunzipSync(readFileSync(path)) : readFileSync(path))
const textOf = (path: string, encoding = 'utf-8'): string => new TextDecoder(encoding).decode(bytesOf(path))

/** The rows of a delimited text, with quotes as in RFC 4180; line breaks within quotes are allowed. */
function* rowsOf(text: string, delimiter: string): Generator<Row> {
  let row: string[] = []
  let at = 0
  while (at < text.length) {
    let value = ''
    if (text[at] === '"') {
      let end = text.indexOf('"', at + 1)
      while (end >= 0 && text[end + 1] === '"') end = text.indexOf('"', end + 2)
      value = text.slice(at + 1, end < 0 ? undefined : end).replaceAll('""', '"')
      at = end < 0 ? text.length : end + 1
    } else {
      const start = at
      while (at < text.length && text[at] !== delimiter && text[at] !== '\n') at++
      value = text.slice(start, at).replace(/\r$/, '')
    }
    row.push(value)
    if (text[at] === '\r') at++
    if (text[at] !== delimiter) {
      yield row
      row = []
    }
    at++
  }
}

/** Columns of a delimited file, by heading; the header is the first line that contains all of them. */
export const columns = (path: string, headings: readonly string[], options: { delimiter?: string; encoding?: string } = {}): Reader =>
  function* (folder) {
    let places: number[] | undefined
    for (const row of rowsOf(textOf(join(folder, path), options.encoding), options.delimiter ?? ',')) {
      if (places === undefined) {
        const found = headings.map((heading) => row.findIndex((cell) => cell.trim() === heading))
        if (!found.includes(-1)) places = found
      } else for (const place of places) yield row[place] ?? ''
    }
    if (places === undefined) throw new Error(`${path} has no columns ${headings.join(', ')}`)
  }

const places = (path: string, which: readonly number[], delimiter = '\t'): Reader =>
  function* (folder) {
    for (const row of rowsOf(textOf(join(folder, path)), delimiter)) for (const place of which) yield row[place] ?? ''
  }

/** Headings of a table with states as columns. */
const headings = (path: string, from: number): Reader =>
  function* (folder) {
    for (const row of rowsOf(textOf(join(folder, path)), ',')) {
      yield* row.slice(from)
      return
    }
  }

interface Sheet {
  readonly name: string
  readonly rows: readonly Row[]
}

const sheetsOf = (path: string): Sheet[] => {
  const book = read(readFileSync(path))
  return book.SheetNames.map((name) => {
    const sheet = book.Sheets[name]
    const rows = sheet === undefined ? [] : utils.sheet_to_json<unknown[]>(sheet, { header: 1, blankrows: false, raw: false })
    return { name, rows: rows.map((row) => Array.from(row, (cell) => (cell === undefined || cell === null ? '' : String(cell)))) }
  })
}

const filesIn = (folder: string, pattern: RegExp): string[] =>
  readdirSync(folder)
    .filter((file) => pattern.test(file))
    .sort()
    .map((file) => join(folder, file))

/** The results of `pick` on matching sheets of the workbooks in one folder. */
const workbooks = (subfolder: string, pattern: RegExp, pick: (sheet: Sheet) => Names): Reader =>
  function* (folder) {
    for (const path of filesIn(join(folder, subfolder), pattern)) for (const sheet of sheetsOf(path)) yield* pick(sheet)
  }

const isFigure = (cell: string | undefined): boolean => /^[\s\d.,%x…-]*\d[\s\d.,%x…-]*$/.test(cell ?? '')

/** Cells of some columns in rows that have a figure (or a dash or dots for a missing one) further right. */
const labelsOfFigures = (...which: readonly number[]) =>
  function* (sheet: Sheet): Generator<string> {
    const last = Math.max(...which)
    for (const row of sheet.rows) {
      if (row.slice(last + 1).some((cell) => isFigure(cell) || /^\s*(?:[-–:]|\.\.\.?)\s*$/.test(cell)))
        for (const place of which) yield row[place] ?? ''
    }
  }

/** Cells under a matching heading, to the end of the sheet, in rows with any other content. */
const under = (heading: RegExp) =>
  function* (sheet: Sheet): Generator<string> {
    for (const [start, row] of sheet.rows.entries()) {
      for (const [place, cell] of row.entries()) {
        if (!heading.test(cell.trim())) continue
        for (const below of sheet.rows.slice(start + 1)) if (below.filter((other) => other !== '').length > 1) yield below[place] ?? ''
      }
    }
  }

/** The cells of the row with the most words, for a table with states as columns. */
function* widestRow(sheet: Sheet): Generator<string> {
  const words = (row: Row): number => row.filter((cell) => cell !== '' && !isFigure(cell)).length
  const widest = sheet.rows.reduce<Row>((best, row) => (words(row) > words(best) ? row : best), [])
  if (words(widest) > 20) yield* widest
}

const donors = under(/^(?:countries|country|contributing country|donor|donor\(s\)|country \(group\))$/i)

/** Splits a list of states in one cell, but not within a name such as `Gambia, The`. */
function splitList(cell: string): string[] {
  const tail = /^(?:The|North|South|Arab Rep\.|Rep\.|Dem\. Rep\.|Islamic Rep\.|(?:Democratic )?(?:People's )?Republic of(?: the)?)$/
  const names: string[] = []
  for (const part of cell.split(/[,;]/).map((text) => text.trim())) {
    if (tail.test(part) && names.length > 0) names.push(`${names.pop()}, ${part}`)
    else names.push(part)
  }
  return names
}

const split = (reader: Reader, by: (cell: string) => readonly string[]): Reader =>
  function* (folder) {
    for (const cell of new Set(reader(folder))) yield* by(cell)
  }

/** `Citizen (India)` to `India`. */
const inParentheses = (cell: string): string[] => [...cell.matchAll(/\(([^()]+)\)/g)].map((match) => match[1] ?? '')

function* resolutionVoters(folder: string): Generator<string> {
  for (const path of filesIn(join(folder, 'un-ga-votes/dgacm-extract'), /\.json$/)) {
    for (const line of textOf(path).split('\n')) {
      if (line.trim() === '') continue
      for (const [key, value] of Object.entries(JSON.parse(line) as Record<string, unknown>)) {
        if (key.startsWith('MS_') && Array.isArray(value)) yield* value.map(String)
      }
    }
  }
}

/** Last cell of each row in the library's table of vetoes. */
function* vetoes(folder: string): Generator<string> {
  for (const row of textOf(join(folder, 'un-sc-vetoes/scact_veto_table_en.html')).split(/<tr[^>]*>/i)) {
    const cells = [...row.matchAll(/<td[^>]*>([\s\S]*?)<\/td>/gi)].map((match) => match[1] ?? '')
    if (cells.length !== 5) continue
    for (const name of (cells[4] ?? '')
      .replace(/<[^>]+>/g, ',')
      .replace(/&nbsp;/g, ' ')
      .split(/[,;\n]/))
      yield name
  }
}

/** File names of the speeches: ISO_session_year.txt, read from the headers of the archive. */
const speeches = (path: string): Reader =>
  function* (folder) {
    const archive = bytesOf(join(folder, path))
    for (let at = 0; at + 512 <= archive.length; ) {
      const name = archive.toString('utf8', at, at + 100).replace(/\0.*$/s, '')
      const size = Number.parseInt(archive.toString('ascii', at + 124, at + 136).replace(/\0.*$/s, ''), 8)
      const code = /(?:^|\/)([A-Z]{2,4})_\d+_\d{4}\.txt$/.exec(name)?.[1]
      if (code !== undefined) yield code
      at += 512 + 512 * Math.ceil((Number.isNaN(size) ? 0 : size) / 512)
    }
  }

const each = (...readers: readonly Reader[]): Reader =>
  function* (folder) {
    for (const reader of readers) yield* reader(folder)
  }

/** Headings and flows in columns of names. */
const tableWords = /^(?:country code|items|экспорт|импорт|в том числе:|наименование показателей|көрсөткүчтөрдүн аталышы)$/i

const languages = ['Arabic', 'Chinese', 'English', 'French', 'Russian', 'Spanish']

/** Which files of a data set name states, and where. */
const sources: Readonly<Record<string, Reader>> = {
  'aiddata-china': each(
    columns('aiddata-china/ChinesePublicDiplomacy.csv', ['receiving_country']),
    split(
      workbooks('aiddata-china', /\.xlsx$/, under(/^(?:donor|recipient_condensed|recipient_oecd_name|recipient_iso3|recipient_iso2)$/)),
      (cell) => (/;/.test(cell) ? cell.split(';') : [cell]),
    ),
  ),
  'baci-subset': columns('baci-subset/baci_hs02_19countries_2005_2021.csv.gz', ['iso_o', 'iso_d']),
  'china-investments': columns('china-investments/aei_china_global_investment_tracker_2005_2018.csv', ['Country', 'Region']),
  'country-codes': each(
    columns('country-codes/countrycode_codelist.csv', [
      ...[
        'country.name.de',
        'country.name.en',
        'country.name.es',
        'country.name.fr',
        'country.name.it',
        'cow.name',
        'p4.name',
        'vdem.name',
      ],
      ...[
        'iso.name.en',
        'iso.name.fr',
        'un.name.ar',
        'un.name.en',
        'un.name.es',
        'un.name.fr',
        'un.name.ru',
        'un.name.zh',
        'iso2c',
        'iso3c',
      ],
    ]),
    columns('country-codes/datasets_country-codes.csv', [
      ...['ISO3166-1-Alpha-2', 'ISO3166-1-Alpha-3', 'CLDR display name', 'ISO4217-currency_country_name'],
      ...['ar', 'cn', 'en', 'es', 'fr', 'ru'].map((language) => `official_name_${language}`),
      ...languages.flatMap((language) => [`UNTERM ${language} Short`, `UNTERM ${language} Formal`]),
    ]),
    columns('country-codes/cow_states.csv', ['statenme']),
    columns('country-codes/gw_states.csv', ['statename']),
    columns('country-codes/cw_gw_panel.csv.gz', ['gw_name', 'cw_name']),
    columns('country-codes/sipri_names.csv', ['sipri_name']),
    columns('country-codes/un_dgacm_names.csv', ['un_name']),
  ),
  distance: each(
    columns('distance/geo_cepii.csv.gz', ['iso2', 'iso3', 'country', 'pays']),
    columns('distance/dist_cepii.csv.gz', ['iso_o', 'iso_d']),
    workbooks('distance', /\.xls$/, under(/^(?:iso2|iso3|country|pays)$/)),
  ),
  'energy-trade': each(
    columns('energy-trade/crea_comtrade_eurostat_russia_fossil_imports.csv.gz', ['country', 'partner']),
    headings('energy-trade/crea_daily_flows.csv', 5),
    columns('energy-trade/eurostat_comext_fossil_imports_2019_2022.csv.gz', ['REPORTER', 'REPORTER_LAB', 'PARTNER', 'PARTNER_LAB']),
    columns('energy-trade/eurostat_energy_imports_by_partner.csv.gz', ['country', 'partner']),
  ),
  'eurostat-comext-partners': each(
    ...['armenia_export', 'georgia_export', 'kazakhstan_export', 'kyrgyz_export', 'kyrgyzstan_import', 'russia_export', 'uzbek_export'].map(
      (name) => columns(`eurostat-comext-partners/${name}_eurostat.csv.gz`, ['REPORTER', 'PARTNER']),
    ),
    columns('eurostat-comext-partners/eu_year_export.csv.gz', ['REPORTER', 'PARTNER']),
  ),
  'eurostat-comext-sanctioned': workbooks(
    'eurostat-comext-sanctioned',
    /\.xlsx$/,
    under(/^(?:partner|reporter|REPORTER \(Labels\)|PARTNER \(Labels\))$/),
  ),
  'gdelt-samples': columns('gdelt-samples/cameoCountry.txt', ['LABEL'], { delimiter: '\t' }),
  'ge-benchmarks': each(
    columns('ge-benchmarks/cp2015_nafta/deficit.csv.gz', ['region']),
    columns('ge-benchmarks/cp2015_nafta/trade.csv.gz', ['exporter', 'importer']),
    columns('ge-benchmarks/gegravity_sample_data_set.dlm', ['exporter', 'importer']),
  ),
  'gravity-panels': each(
    columns('gravity-panels/agtpa_applications.csv.gz', ['exporter', 'importer']),
    columns('gravity-panels/fixest_trade_eu15.csv.gz', ['Destination', 'Origin']),
    columns('gravity-panels/penppml_trade.csv.gz', ['exp', 'imp']),
    split(columns('gravity-panels/yotov2017.csv.gz', ['pair']), (pair) => pair.split('-')),
  ),
  'icews-samples': each(
    ...['icews05-15_test', 'icews05-15_valid', 'icews14_test', 'icews14_valid'].map((name) =>
      split(places(`icews-samples/${name}.txt.gz`, [0, 2]), inParentheses),
    ),
  ),
  'imf-dots': each(columns('imf-dots/imf_dots_tidy.csv.gz', ['reporter', 'partner']), workbooks('imf-dots', /\.xlsx$/, labelsOfFigures(1))),
  'kiel-ukraine-support': each(
    columns('kiel-ukraine-support/release28_bilateral_activities.csv', ['giver']),
    columns('kiel-ukraine-support/release28_country_summary.csv', ['land']),
    columns('kiel-ukraine-support/release28_financial_disbursements.csv', ['giver']),
    columns('kiel-ukraine-support/release28_tidsserier_maanedlig.csv', ['land']),
    workbooks('kiel-ukraine-support', /\.xlsx$/, (sheet) => (sheet.name.startsWith('Figure') ? [] : donors(sheet))),
  ),
  'leader-engagements': columns('leader-engagements/china_vitae_engagements_2003_2018.csv.gz', ['country']),
  'military-exercises': columns(
    'military-exercises/joint_military_exercises_involving_russia.csv',
    Array.from({ length: 28 }, (_, number) => `part${number + 1}`),
  ),
  'national-customs': each(
    columns('national-customs/armenia/armenia_data.csv', ['country']),
    workbooks('national-customs/kazakhstan-bns', /\.xls$/, labelsOfFigures(0)),
    workbooks('national-customs/kyrgyzstan-nsc', /^4\.03\.00\.(?:17|18|20)_/, labelsOfFigures(0, 1, 2)),
    columns('national-customs/russia-fcs/russia_trade_by_country_monthly_2006_2021.csv.gz', ['partner_ru', 'partner_iso3']),
    workbooks('national-customs/russia-fcs', /^96stran/, widestRow),
    workbooks('national-customs/russia-fcs', /^(?:94itog|strany)/, labelsOfFigures(0)),
    columns('national-customs/uzbekistan-stat/sdmx_data_1105.csv', ['Klassifikator', 'Klassifikator_ru', 'Klassifikator_en']),
    columns('national-customs/uzbekistan-stat/sdmx_data_1176.csv', ['Klassifikator', 'Klassifikator_ru', 'Klassifikator_en']),
  ),
  'sanctions-eusanct': workbooks('sanctions-eusanct', /\.xls$/, under(/^targetstate_name$/)),
  'sanctions-gsdb': split(columns('sanctions-gsdb/GSDB_V3.csv', ['sanctioned_state', 'sanctioning_state']), splitList),
  'sipri-arms-transfers': each(
    ...['trade-register_2025-03-13.csv.gz', 'trade-register_2025-10-23.csv'].map((name) =>
      columns(`sipri-arms-transfers/${name}`, ['Recipient', 'Supplier'], { encoding: 'windows-1252' }),
    ),
    columns('sipri-arms-transfers/import-values_1950-2024_generated_2024-10-13.csv', ['Recipient'], { encoding: 'windows-1252' }),
  ),
  'sipri-milex': workbooks('sipri-milex', /\.xlsx$/, under(/^Country$/)),
  'un-ga-votes': each(
    columns('un-ga-votes/unvotes-r/un_votes.csv.gz', ['country', 'country_code']),
    columns('un-ga-votes/un_ga_recorded_votes_2019_2026_long.csv.gz', ['ms_name', 'iso3']),
    resolutionVoters,
  ),
  'un-sc-vetoes': each(columns('un-sc-vetoes/unsc_vetoes_1946_sept2022.csv', ['member_veto1', 'member_veto2', 'member_veto3']), vetoes),
  ungdc: each(
    speeches('ungdc/UNGDC_core25_1946-2024.tgz'),
    speeches('ungdc/UNGDC_other_countries_2018-2024.tgz'),
    workbooks('ungdc', /\.xlsx$/, under(/^(?:ISO Code|Country)$/)),
  ),
  wiod2013: columns('wiod2013/wiod_trade_by_sector.csv.gz', ['exporter', 'importer']),
  worldbank: each(
    columns('worldbank/gdp_current_usd.csv', ['Country Name', 'Country Code']),
    columns('worldbank/population.csv', ['Country Name', 'Country Code']),
  ),
}

/**
 * Distinct names by source, without blanks, figures and placeholders.
 *
 * @param folder   has one subfolder per data set
 */
export function listSourceNames(folder: string): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const [source, reader] of Object.entries(sources)) {
    const names = new Set<string>()
    for (const raw of reader(folder)) {
      const name = raw.replace(/\s+/g, ' ').trim()
      if (/\p{L}/u.test(name) && !tableWords.test(name)) names.add(name)
    }
    found.set(source, [...names].sort())
  }
  return found
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const folder = process.argv[2]
  if (folder === undefined) throw new Error('usage: tsx scripts/record/list-source-names.ts FOLDER')
  for (const [source, names] of listSourceNames(folder)) for (const name of names) console.log(`${source}\t${name}`)
}
