import { type Joining, manyFilesReader, namedFilesReader, type Reader, singleFileReader } from './reader/reader.ts'
import { takingZip } from './zip-files.ts'

/** Three sources tell the votes of the General Assembly: each vote is to stand once. */
const ofAssembly: Joining = {
  join: async (edition, held) => (await import('./un/assembly/un-ga-joining.ts')).joinVotes(edition, held),
}

/** A page of a year of the Council's meetings takes the place of that year. */
const ofCouncil: Joining = {
  join: async (edition, held) => (await import('./un/council/un-sc-joining.ts')).joinMeetings(edition, held),
}

/** Three sources tell the vetoes: each is to stand once. */
const ofVetoes: Joining = {
  join: async (edition, held) => (await import('./un/council/un-sc-joining.ts')).joinVetoes(edition, held),
}

/** Sources that are asked a question at a time: an answer does not take away those to other questions. */
const byAnswers: Joining = {
  join: async (edition, held) => (await import('./joined-answers.ts')).joinAnswers(edition, held),
}

/** Figures that are revised for years: a text quotes the edition of its day, so that earlier ones stay. */
const byEditions: Joining = {
  join: async (edition, held) => (await import('./editions/kept-editions.ts')).joinEditions(edition, held),
}

const trade: readonly Reader[] = [
  singleFileReader(
    'armenia-customs',
    'the CSV by country and month',
    () => import('./customs/armenia-customs.ts'),
    (m) => m.readArmeniaCustoms,
  ),
  singleFileReader(
    'baci',
    'the CSV of country-pair totals',
    () => import('./trade/baci.ts'),
    (m) => m.readBaci,
  ),
  manyFilesReader(
    'baci-year',
    'yearly BACI CSVs of one nomenclature and version (BACI_HS.._Y...._V....csv) and their country_codes CSV',
    () => import('./trade/baci-files.ts'),
    (m) => (paths, _, session) => m.readBaciFiles(paths, session),
    (m) => ({ queries: m.baciQueries }),
  ),
  manyFilesReader(
    'comext',
    'CSVs of the relational view of Comext, yearly and monthly',
    () => import('./trade/comext-files.ts'),
    (m) => m.readComextFiles,
  ),
  singleFileReader(
    'comext-fossil',
    'the Comext relational CSV of HS 2701 to 2711',
    () => import('./energy/comext-fossil.ts'),
    (m) => m.readComextFossil,
  ),
  manyFilesReader(
    'comext-sanctioned',
    'the workbook of sanctioned exports, data browser workbooks of Eurostat, the CSV of codes, or some of them',
    () => import('./trade/comext-sanctioned-files.ts'),
    (m) => (paths) => m.readComextSanctionedFiles(paths),
  ),
  manyFilesReader(
    'comtrade',
    'JSON answers of the UN Comtrade API',
    () => import('./trade/comtrade.ts'),
    (m) => (paths) => m.readComtrade(paths),
    () => byAnswers,
  ),
  takingZip(
    manyFilesReader(
      'cow-trade',
      'Dyadic_COW_4.0.csv, National_COW_4.0.csv, or both',
      () => import('./trade/cow-trade.ts'),
      (m) => m.readCowTrade,
    ),
    /^(Dyadic|National)_COW_4\.0\.csv$/i,
  ),
  singleFileReader(
    'georgia-customs',
    'the workbook FTrade',
    () => import('./customs/georgia-customs.ts'),
    (m) => m.readGeorgiaCustoms,
  ),
  manyFilesReader(
    'imf-dots',
    'workbooks "Exports and Imports by Areas and Countries"',
    () => import('./trade/imf-dots.ts'),
    (m) => m.readImfDots,
  ),
  manyFilesReader(
    'imf-imts',
    'CSV answers of the IMF SDMX API',
    () => import('./trade/imf-imts.ts'),
    (m) => m.readImfImts,
    () => byAnswers,
  ),
  manyFilesReader(
    'kazakhstan-customs',
    'yearly workbooks by country',
    () => import('./customs/kazakhstan-customs.ts'),
    (m) => m.readKazakhstanCustoms,
  ),
  namedFilesReader(
    'kyrgyzstan-customs',
    'workbooks 4.03.00.18 (exports) and 4.03.00.20 (imports)',
    { exports: /eksport|03\.00\.18/, imports: /import|03\.00\.20/ },
    () => import('./customs/kyrgyzstan-customs.ts'),
    (m) => m.readKyrgyzstanCustoms,
  ),
  namedFilesReader(
    'russian-customs',
    '96stran.xlsx (partners), 94itog.xlsx (totals) and the latest strany*.xlsx',
    { partners: /96stran/, totals: /94itog/, latest: /^strany/ },
    () => import('./customs/russian-customs.ts'),
    (m) => m.readRussianCustoms,
  ),
  namedFilesReader(
    'uzbekistan-customs',
    'sdmx_data_1105.csv (exports) and sdmx_data_1176.csv (imports)',
    { exports: /1105/, imports: /1176/ },
    () => import('./customs/uzbekistan-customs.ts'),
    (m) => m.readUzbekistanCustoms,
  ),
  namedFilesReader(
    'wiod',
    'the reduced tables: trade by sector, output value, input use',
    { trade: /trade_by_sector/, output: /output_value/, inputUse: /input_use/ },
    () => import('./trade/wiod.ts'),
    (m) => m.readWiod,
  ),
]

const energy: readonly Reader[] = [
  singleFileReader(
    'crea-fossil',
    'the CSV of monthly imports by importer and fuel',
    () => import('./energy/crea-fossil.ts'),
    (m) => m.readCreaFossil,
  ),
  singleFileReader(
    'crea-tracker',
    'the daily flows CSV of the tracker, or a CSV of the API by date and destination country',
    () => import('./energy/crea-tracker.ts'),
    (m) => m.readCreaTracker,
    (m) => ({ join: m.joinTracker }),
  ),
  singleFileReader(
    'eurostat-energy',
    'the CSV of monthly imports by partner',
    () => import('./energy/eurostat-energy.ts'),
    (m) => m.readEurostatEnergy,
  ),
]

const security: readonly Reader[] = [
  takingZip(
    singleFileReader(
      'atop',
      'atop5_1ddyr.csv, or its reduced form',
      () => import('./politics/atop.ts'),
      (m) => m.readAtop,
    ),
    /^atop5_1ddyr\.csv$/i,
  ),
  singleFileReader(
    'eusanct',
    'the case-level workbook',
    () => import('./politics/eusanct.ts'),
    (m) => m.readEusanct,
  ),
  singleFileReader(
    'gsdb',
    'GSDB_V3.csv',
    () => import('./politics/gsdb.ts'),
    (m) => m.readGsdb,
  ),
  singleFileReader(
    'russia-exercises',
    'the CSV of joint exercises that involve Russia',
    () => import('./politics/russia-exercises.ts'),
    (m) => m.readRussiaExercises,
  ),
  singleFileReader(
    'sipri-milex',
    'the SIPRI military expenditure workbook',
    () => import('./arms/sipri-milex.ts'),
    (m) => m.readSipriMilex,
  ),
  singleFileReader(
    'sipri-register',
    'trade-register.csv as exported',
    () => import('./arms/sipri-register.ts'),
    (m) => m.readSipriRegister,
  ),
  singleFileReader(
    'sipri-tiv-table',
    'the CSV of import or export values as exported',
    () => import('./arms/sipri-tiv-table.ts'),
    (m) => m.readSipriTivTable,
  ),
]

const exchange: readonly Reader[] = [
  singleFileReader(
    'aiddata-china-finance',
    'the workbook GlobalChineseOfficialFinanceDataset',
    () => import('./finance/aiddata-finance.ts'),
    (m) => m.readAiddataFinance,
  ),
  singleFileReader(
    'aiddata-public-diplomacy',
    'ChinesePublicDiplomacy.csv',
    () => import('./politics/aiddata-diplomacy.ts'),
    (m) => m.readAiddataDiplomacy,
  ),
  singleFileReader(
    'china-global-investment-tracker',
    'the tracker as CSV',
    () => import('./finance/china-deals.ts'),
    (m) => m.readChinaDeals,
  ),
  singleFileReader(
    'china-vitae',
    'the CSV of engagements',
    () => import('./politics/china-vitae.ts'),
    (m) => m.readChinaVitae,
  ),
  namedFilesReader(
    'kiel-ukraine-support-tables',
    'country_summary, tidsserier_maanedlig and financial_disbursements as CSV',
    { summary: /country_summary/, monthly: /maanedlig/, disbursements: /disbursements/ },
    () => import('./finance/kiel-tables.ts'),
    (m) => m.readKielTables,
  ),
  singleFileReader(
    'kiel-ukraine-support-workbook',
    'the tracker workbook, release 7',
    () => import('./finance/kiel-workbook.ts'),
    (m) => m.readKielWorkbook,
  ),
]

const politics: readonly Reader[] = [
  takingZip(
    manyFilesReader(
      'cow-igo',
      'the native memberships state_year_formatv3.csv, or counts of shared memberships by pair, by state, or both',
      () => import('./politics/cow-igo.ts'),
      (m) => m.readCowIgo,
    ),
    /^state_year_formatv3\.csv$/i,
  ),
  manyFilesReader(
    'gdelt',
    'event and mention files, GDELT 1.0 or 2.0',
    () => import('./politics/gdelt.ts'),
    (m) => m.readGdelt,
  ),
  manyFilesReader(
    'gdelt-gkg',
    'knowledge graph files',
    () => import('./politics/gdelt-gkg.ts'),
    (m) => m.readGdeltGkg,
  ),
  manyFilesReader(
    'gdelt-normalisation',
    'normalisation files',
    () => import('./politics/gdelt-normalisation.ts'),
    (m) => m.readGdeltNormalisation,
  ),
  manyFilesReader(
    'icews',
    'benchmark splits',
    () => import('./politics/icews.ts'),
    (m) => m.readIcews,
  ),
  manyFilesReader(
    'un-general-debate',
    'archives of speeches (.tgz) and, if at hand, the speakers workbook',
    () => import('./un/speeches/un-general-debate.ts'),
    (m) => m.readGeneralDebate,
  ),
  manyFilesReader(
    'un-ideal-points',
    'published files, their names with month and year',
    () => import('./un/assembly/un-ideal-points.ts'),
    (m) => m.readIdealPoints,
  ),
  manyFilesReader(
    'un-sc-meetings',
    'yearly tables of meetings (HTML)',
    () => import('./un/council/un-sc-meetings.ts'),
    (m) => m.readScMeetings,
    () => ofCouncil,
  ),
  singleFileReader(
    'un-digital-library',
    'the CSV of General Assembly votes, plain, .gz or .zip',
    () => import('./un/assembly/un-digital-library.ts'),
    (m) => m.readDigitalLibrary,
    () => ofAssembly,
  ),
  manyFilesReader(
    'un-resolutions',
    "files <session>.json of the UN's extract, one a session",
    () => import('./un/assembly/un-ga-dgacm.ts'),
    (m) => m.readResolutions,
    () => ofAssembly,
  ),
  namedFilesReader(
    'un-votes',
    'un_roll_calls.csv, un_votes.csv and un_roll_call_issues.csv, plain or .gz',
    { rollCalls: /roll_calls/, votes: /un_votes/, issues: /issues/ },
    () => import('./un/assembly/un-ga-unvotes.ts'),
    (m) => m.readVotes,
    () => ofAssembly,
  ),
  singleFileReader(
    'un-sc-vetoes',
    'the list of vetoes (HTML)',
    () => import('./un/council/un-sc-vetoes.ts'),
    (m) => m.readScVetoes,
    () => ofVetoes,
  ),
  singleFileReader(
    'un-sc-vetoes-coded',
    'the coded CSV of vetoes',
    () => import('./un/council/un-sc-vetoes-coded.ts'),
    (m) => m.readScVetoesCoded,
    () => ofVetoes,
  ),
]

const states: readonly Reader[] = [
  takingZip(
    singleFileReader(
      'cow-contiguity',
      'contdir.csv, or its reduced form',
      () => import('./politics/cow-contiguity.ts'),
      (m) => m.readCowContiguity,
    ),
    /^contdir\.csv$/i,
  ),
  takingZip(
    singleFileReader(
      'cow-nmc',
      'NMC-70-abridged.csv, or its converted form',
      () => import('./politics/cow-nmc.ts'),
      (m) => m.readCowNmc,
    ),
    /^NMC-70-abridged\.csv$/i,
  ),
  singleFileReader(
    'gdp-estimates',
    'cw_gdppop.csv',
    () => import('./finance/gdp-estimates.ts'),
    (m) => m.readGdpEstimates,
  ),
  manyFilesReader(
    'geodist',
    'dist_cepii, geo_cepii, or both, as .xls or .csv',
    () => import('./politics/geodist.ts'),
    (m) => m.readGeodist,
  ),
  singleFileReader(
    'regimes',
    'cw_democracy.csv',
    () => import('./politics/democracy-scores.ts'),
    (m) => m.readRegimes,
  ),
  singleFileReader(
    'surplus-product',
    'cow_sdp_gdp.csv',
    () => import('./politics/surplus-product.ts'),
    (m) => m.readSurplusProduct,
  ),
  manyFilesReader(
    'world-bank',
    'two CSVs, one of GDP and one of population, or the JSON pages of both series from the API',
    () => import('./finance/world-bank-files.ts'),
    (m) => m.readWorldBankFiles,
  ),
  singleFileReader(
    'world-bank-growth',
    'one edition of the series as CSV',
    () => import('./finance/world-bank-growth.ts'),
    (m) => (path) => m.readWorldBankGrowth(path),
    () => byEditions,
  ),
]

/** Every source that `visavis add` takes. */
export const readers: readonly Reader[] = [...trade, ...energy, ...security, ...exchange, ...politics, ...states]
