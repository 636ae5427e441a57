import { type Joining, ofMany, ofOne, type Reader, readerNamed } from './reader/reader.ts'
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
  ofOne(
    'armenia-customs',
    'the CSV by country and month',
    () => import('./customs/armenia-customs.ts'),
    (m) => m.readArmeniaCustoms,
  ),
  ofOne(
    'baci',
    'the CSV of country-pair totals',
    () => import('./trade/baci.ts'),
    (m) => m.readBaci,
  ),
  ofMany(
    'baci-year',
    'yearly BACI CSVs of one nomenclature and version (BACI_HS.._Y...._V....csv) and their country_codes CSV',
    () => import('./trade/baci-files.ts'),
    (m) => (paths, _, session) => m.readBaciFiles(paths, session),
    (m) => ({ queries: m.baciQueries }),
  ),
  ofMany(
    'comext',
    'CSVs of the relational view of Comext, yearly and monthly',
    () => import('./trade/comext-files.ts'),
    (m) => m.readComextFiles,
  ),
  ofOne(
    'comext-fossil',
    'the Comext relational CSV of HS 2701 to 2711',
    () => import('./energy/comext-fossil.ts'),
    (m) => m.readComextFossil,
  ),
  ofMany(
    'comext-sanctioned',
    'the workbook of sanctioned exports, data browser workbooks of Eurostat, the CSV of codes, or some of them',
    () => import('./trade/comext-sanctioned-files.ts'),
    (m) => (paths) => m.readComextSanctionedFiles(paths),
  ),
  ofMany(
    'comtrade',
    'JSON answers of the UN Comtrade API',
    () => import('./trade/comtrade.ts'),
    (m) => (paths) => m.readComtrade(paths),
    () => byAnswers,
  ),
  takingZip(
    ofMany(
      'cow-trade',
      'Dyadic_COW_4.0.csv, National_COW_4.0.csv, or both',
      () => import('./trade/cow-trade.ts'),
      (m) => m.readCowTrade,
    ),
    /^(Dyadic|National)_COW_4\.0\.csv$/i,
  ),
  ofOne(
    'georgia-customs',
    'the workbook FTrade',
    () => import('./customs/georgia-customs.ts'),
    (m) => m.readGeorgiaCustoms,
  ),
  ofMany(
    'imf-dots',
    'workbooks "Exports and Imports by Areas and Countries"',
    () => import('./trade/imf-dots.ts'),
    (m) => m.readImfDots,
  ),
  ofMany(
    'imf-imts',
    'CSV answers of the IMF SDMX API',
    () => import('./trade/imf-imts.ts'),
    (m) => m.readImfImts,
    () => byAnswers,
  ),
  ofMany(
    'kazakhstan-customs',
    'yearly workbooks by country',
    () => import('./customs/kazakhstan-customs.ts'),
    (m) => m.readKazakhstanCustoms,
  ),
  readerNamed(
    'kyrgyzstan-customs',
    'workbooks 4.03.00.18 (exports) and 4.03.00.20 (imports)',
    { exports: /eksport|03\.00\.18/, imports: /import|03\.00\.20/ },
    () => import('./customs/kyrgyzstan-customs.ts'),
    (m) => m.readKyrgyzstanCustoms,
  ),
  readerNamed(
    'russian-customs',
    '96stran.xlsx (partners), 94itog.xlsx (totals) and the latest strany*.xlsx',
    { partners: /96stran/, totals: /94itog/, latest: /^strany/ },
    () => import('./customs/russian-customs.ts'),
    (m) => m.readRussianCustoms,
  ),
  readerNamed(
    'uzbekistan-customs',
    'sdmx_data_1105.csv (exports) and sdmx_data_1176.csv (imports)',
    { exports: /1105/, imports: /1176/ },
    () => import('./customs/uzbekistan-customs.ts'),
    (m) => m.readUzbekistanCustoms,
  ),
  readerNamed(
    'wiod',
    'the reduced tables: trade by sector, output value, input use',
    { trade: /trade_by_sector/, output: /output_value/, inputUse: /input_use/ },
    () => import('./trade/wiod.ts'),
    (m) => m.readWiod,
  ),
]

const energy: readonly Reader[] = [
  ofOne(
    'crea-fossil',
    'the CSV of monthly imports by importer and fuel',
    () => import('./energy/crea-fossil.ts'),
    (m) => m.readCreaFossil,
  ),
  ofOne(
    'crea-tracker',
    'the daily flows CSV of the tracker, or a CSV of the API by date and destination country',
    () => import('./energy/crea-tracker.ts'),
    (m) => m.readCreaTracker,
    (m) => ({ join: m.joinTracker }),
  ),
  ofOne(
    'eurostat-energy',
    'the CSV of monthly imports by partner',
    () => import('./energy/eurostat-energy.ts'),
    (m) => m.readEurostatEnergy,
  ),
]

const security: readonly Reader[] = [
  takingZip(
    ofOne(
      'atop',
      'atop5_1ddyr.csv, or its reduced form',
      () => import('./politics/atop.ts'),
      (m) => m.readAtop,
    ),
    /^atop5_1ddyr\.csv$/i,
  ),
  ofOne(
    'eusanct',
    'the case-level workbook',
    () => import('./politics/eusanct.ts'),
    (m) => m.readEusanct,
  ),
  ofOne(
    'gsdb',
    'GSDB_V3.csv',
    () => import('./politics/gsdb.ts'),
    (m) => m.readGsdb,
  ),
  ofOne(
    'russia-exercises',
    'the CSV of joint exercises that involve Russia',
    () => import('./politics/russia-exercises.ts'),
    (m) => m.readRussiaExercises,
  ),
  ofOne(
    'sipri-milex',
    'the SIPRI military expenditure workbook',
    () => import('./arms/sipri-milex.ts'),
    (m) => m.readSipriMilex,
  ),
  ofOne(
    'sipri-register',
    'trade-register.csv as exported',
    () => import('./arms/sipri-register.ts'),
    (m) => m.readSipriRegister,
  ),
  ofOne(
    'sipri-tiv-table',
    'the CSV of import or export values as exported',
    () => import('./arms/sipri-tiv-table.ts'),
    (m) => m.readSipriTivTable,
  ),
]

const exchange: readonly Reader[] = [
  ofOne(
    'aiddata-china-finance',
    'the workbook GlobalChineseOfficialFinanceDataset',
    () => import('./finance/aiddata-finance.ts'),
    (m) => m.readAiddataFinance,
  ),
  ofOne(
    'aiddata-public-diplomacy',
    'ChinesePublicDiplomacy.csv',
    () => import('./politics/aiddata-diplomacy.ts'),
    (m) => m.readAiddataDiplomacy,
  ),
  ofOne(
    'china-global-investment-tracker',
    'the tracker as CSV',
    () => import('./finance/china-deals.ts'),
    (m) => m.readChinaDeals,
  ),
  ofOne(
    'china-vitae',
    'the CSV of engagements',
    () => import('./politics/china-vitae.ts'),
    (m) => m.readChinaVitae,
  ),
  readerNamed(
    'kiel-ukraine-support-tables',
    'country_summary, tidsserier_maanedlig and financial_disbursements as CSV',
    { summary: /country_summary/, monthly: /maanedlig/, disbursements: /disbursements/ },
    () => import('./finance/kiel-tables.ts'),
    (m) => m.readKielTables,
  ),
  ofOne(
    'kiel-ukraine-support-workbook',
    'the tracker workbook, release 7',
    () => import('./finance/kiel-workbook.ts'),
    (m) => m.readKielWorkbook,
  ),
]

const politics: readonly Reader[] = [
  takingZip(
    ofMany(
      'cow-igo',
      'the native memberships state_year_formatv3.csv, or counts of shared memberships by pair, by state, or both',
      () => import('./politics/cow-igo.ts'),
      (m) => m.readCowIgo,
    ),
    /^state_year_formatv3\.csv$/i,
  ),
  ofMany(
    'gdelt',
    'event and mention files, GDELT 1.0 or 2.0',
    () => import('./politics/gdelt.ts'),
    (m) => m.readGdelt,
  ),
  ofMany(
    'gdelt-gkg',
    'knowledge graph files',
    () => import('./politics/gdelt-gkg.ts'),
    (m) => m.readGdeltGkg,
  ),
  ofMany(
    'gdelt-normalisation',
    'normalisation files',
    () => import('./politics/gdelt-normalisation.ts'),
    (m) => m.readGdeltNormalisation,
  ),
  ofMany(
    'icews',
    'benchmark splits',
    () => import('./politics/icews.ts'),
    (m) => m.readIcews,
  ),
  ofMany(
    'un-general-debate',
    'archives of speeches (.tgz) and, if at hand, the speakers workbook',
    () => import('./un/speeches/un-general-debate.ts'),
    (m) => m.readGeneralDebate,
  ),
  ofMany(
    'un-ideal-points',
    'published files, their names with month and year',
    () => import('./un/assembly/un-ideal-points.ts'),
    (m) => m.readIdealPoints,
  ),
  ofMany(
    'un-sc-meetings',
    'yearly tables of meetings (HTML)',
    () => import('./un/council/un-sc-meetings.ts'),
    (m) => m.readScMeetings,
    () => ofCouncil,
  ),
  ofOne(
    'un-digital-library',
    'the CSV of General Assembly votes, plain, .gz or .zip',
    () => import('./un/assembly/un-digital-library.ts'),
    (m) => m.readDigitalLibrary,
    () => ofAssembly,
  ),
  ofMany(
    'un-resolutions',
    "files <session>.json of the UN's extract, one a session",
    () => import('./un/assembly/un-ga-dgacm.ts'),
    (m) => m.readResolutions,
    () => ofAssembly,
  ),
  readerNamed(
    'un-votes',
    'un_roll_calls.csv, un_votes.csv and un_roll_call_issues.csv, plain or .gz',
    { rollCalls: /roll_calls/, votes: /un_votes/, issues: /issues/ },
    () => import('./un/assembly/un-ga-unvotes.ts'),
    (m) => m.readVotes,
    () => ofAssembly,
  ),
  ofOne(
    'un-sc-vetoes',
    'the list of vetoes (HTML)',
    () => import('./un/council/un-sc-vetoes.ts'),
    (m) => m.readScVetoes,
    () => ofVetoes,
  ),
  ofOne(
    'un-sc-vetoes-coded',
    'the coded CSV of vetoes',
    () => import('./un/council/un-sc-vetoes-coded.ts'),
    (m) => m.readScVetoesCoded,
    () => ofVetoes,
  ),
]

const states: readonly Reader[] = [
  takingZip(
    ofOne(
      'cow-contiguity',
      'contdir.csv, or its reduced form',
      () => import('./politics/cow-contiguity.ts'),
      (m) => m.readCowContiguity,
    ),
    /^contdir\.csv$/i,
  ),
  takingZip(
    ofOne(
      'cow-nmc',
      'NMC-70-abridged.csv, or its converted form',
      () => import('./politics/cow-nmc.ts'),
      (m) => m.readCowNmc,
    ),
    /^NMC-70-abridged\.csv$/i,
  ),
  ofOne(
    'gdp-estimates',
    'cw_gdppop.csv',
    () => import('./finance/gdp-estimates.ts'),
    (m) => m.readGdpEstimates,
  ),
  ofMany(
    'geodist',
    'dist_cepii, geo_cepii, or both, as .xls or .csv',
    () => import('./politics/geodist.ts'),
    (m) => m.readGeodist,
  ),
  ofOne(
    'regimes',
    'cw_democracy.csv',
    () => import('./politics/democracy-scores.ts'),
    (m) => m.readRegimes,
  ),
  ofOne(
    'surplus-product',
    'cow_sdp_gdp.csv',
    () => import('./politics/surplus-product.ts'),
    (m) => m.readSurplusProduct,
  ),
  ofMany(
    'world-bank',
    'two CSVs, one of GDP and one of population, or the JSON pages of both series from the API',
    () => import('./finance/world-bank-files.ts'),
    (m) => m.readWorldBankFiles,
  ),
  ofOne(
    'world-bank-growth',
    'one edition of the series as CSV',
    () => import('./finance/world-bank-growth.ts'),
    (m) => (path) => m.readWorldBankGrowth(path),
    () => byEditions,
  ),
]

/** Every source that `visavis add` takes. */
export const readers: readonly Reader[] = [...trade, ...energy, ...security, ...exchange, ...politics, ...states]
