import {
  bundledSource,
  type JoiningSteps,
  manyFilesReader,
  namedFilesReader,
  type RegisteredSource,
  singleFileReader,
} from './reader/reader.ts'
import { acceptingZip } from './zip-files.ts'

/** Joining for the three sources that have votes of the General Assembly: each vote is held once. */
const ofAssembly: JoiningSteps = {
  join: async (edition, held) => (await import('./un/assembly/un-ga-joining.ts')).joinVotes(edition, held),
}

/** Joining for pages of the Council's meetings: the page of a year replaces that year. */
const ofCouncil: JoiningSteps = {
  join: async (edition, held) => (await import('./un/council/un-sc-joining.ts')).joinMeetings(edition, held),
}

/** Joining for the three sources that have vetoes: each veto is held once. */
const ofVetoes: JoiningSteps = {
  join: async (edition, held) => (await import('./un/council/un-sc-joining.ts')).joinVetoes(edition, held),
}

/** Joining for sources whose API answers one query at a time: a new answer leaves the answers to other queries in place. */
const byAnswers: JoiningSteps = {
  join: async (edition, held) => (await import('./editions/api-answer-joining.ts')).joinApiAnswers(edition, held),
}

/** Joining for figures that are revised for years: a text quotes the edition of its time, so earlier editions stay. */
const byEditions: JoiningSteps = {
  join: async (edition, held) => (await import('./editions/kept-editions.ts')).joinEditions(edition, held),
}

/**
 * Every source, in the order in which `visavis sources --all` lists them. Sources are registered only here. A module is loaded only when its source is used, so
 * the id on the card is repeated here; a test checks that the two are equal.
 */
export const registeredSources: readonly RegisteredSource[] = [
  singleFileReader(
    'aiddata-public-diplomacy',
    'ChinesePublicDiplomacy.csv',
    () => import('./politics/aiddata-diplomacy.ts'),
    'readAiddataDiplomacy',
  ),
  singleFileReader(
    'aiddata-china-finance',
    'the workbook GlobalChineseOfficialFinanceDataset',
    () => import('./finance/aiddata-finance.ts'),
    'readAiddataFinance',
  ),
  bundledSource('agreements-and-restrictions', () => import('./reviewed-tables/agreements-and-restrictions.ts')),
  bundledSource('alliance-commitments', () => import('./reviewed-tables/alliance-commitments.ts')),
  singleFileReader('armenia-customs', 'the CSV by country and month', () => import('./customs/armenia-customs.ts'), 'readArmeniaCustoms'),
  acceptingZip(
    singleFileReader('atop', 'atop5_1ddyr.csv, or its reduced form', () => import('./politics/atop.ts'), 'readAtop'),
    /^atop5_1ddyr\.csv$/i,
  ),
  singleFileReader('baci', 'the CSV of country-pair totals', () => import('./baci/baci.ts'), 'readBaci'),
  singleFileReader(
    'baci-2022',
    'the CSV of totals by exporter and importer of 2022',
    () => import('./baci/baci-2022.ts'),
    (m) => async (path) => ({ observations: await m.readBaci2022(path) }),
  ),
  singleFileReader(
    'baci-2023',
    'the CSV of totals by exporter and importer of 2023',
    () => import('./baci/baci-2023.ts'),
    (m) => async (path) => ({ observations: await m.readBaci2023(path) }),
  ),
  bundledSource('baci-pairs', () => import('./baci/baci-pairs.ts')),
  manyFilesReader(
    'baci-sectors',
    'CSVs by exporter and importer of 2024, one for each group of goods, with their lines of comment',
    () => import('./baci/baci-sectors.ts'),
    'readBaciSectors',
  ),
  manyFilesReader(
    'baci-year',
    'yearly BACI CSVs of one nomenclature and version (BACI_HS.._Y...._V....csv) and their country_codes CSV',
    () => import('./baci/baci-year.ts'),
    (m) => (paths, _, session) => m.readBaciFiles(paths, session),
    (m) => ({ queries: m.baciQueries }),
  ),
  bundledSource('bloc-memberships', () => import('./reviewed-tables/bloc-memberships.ts')),
  singleFileReader('cfr-cyber', 'the operations of the tracker as CSV', () => import('./conflict/cfr-cyber.ts'), 'readCfrCyber'),
  bundledSource('china-customs', () => import('./customs/china-customs.ts')),
  singleFileReader('china-global-investment-tracker', 'the tracker as CSV', () => import('./finance/china-deals.ts'), 'readChinaDeals'),
  singleFileReader('china-vitae', 'the CSV of engagements', () => import('./politics/china-vitae.ts'), 'readChinaVitae'),
  bundledSource('cited-figures', () => import('./reviewed-tables/cited-figures.ts')),
  bundledSource('cited-roll-calls', () => import('./reviewed-tables/cited-roll-calls.ts')),
  manyFilesReader(
    'comext',
    'CSVs of the relational view of Comext, yearly and monthly',
    () => import('./trade/comext.ts'),
    'readComextFiles',
  ),
  manyFilesReader(
    'comext-answers',
    'CSV answers of the Comext API on fuels',
    () => import('./energy/comext-answers.ts'),
    'readComextAnswers',
    byAnswers,
  ),
  singleFileReader(
    'comext-fossil',
    'the Comext relational CSV of HS 2701 to 2711',
    () => import('./energy/comext-fossil.ts'),
    'readComextFossil',
  ),
  manyFilesReader(
    'comext-products',
    'CSVs of exports by product, member, partner and month (cn8, reporter, partner, month, eur), or monthly CSV answers of the Comext API on exports',
    () => import('./trade/comext-products.ts'),
    (m) => (paths, reportQuirk, session) => m.readComextProducts(paths, session, reportQuirk),
    (m) => ({ queries: m.comextProductQueries, keptQueries: m.keptComextProducts, queriedDays: m.comextProductDays }),
  ),
  manyFilesReader(
    'comext-sanctioned',
    'the workbook of sanctioned exports, data browser workbooks of Eurostat, the CSV of codes, or some of them',
    () => import('./trade/comext-sanctioned.ts'),
    'readComextSanctionedFiles',
  ),
  manyFilesReader(
    'comtrade',
    'JSON answers of the UN Comtrade API',
    () => import('./trade/comtrade.ts'),
    (m) => (paths) => m.readComtrade(paths),
    byAnswers,
  ),
  acceptingZip(
    singleFileReader(
      'cow-contiguity',
      'contdir.csv, or its reduced form',
      () => import('./politics/cow-contiguity.ts'),
      'readCowContiguity',
    ),
    /^contdir\.csv$/i,
  ),
  acceptingZip(
    manyFilesReader(
      'cow-igo',
      'the native memberships state_year_formatv3.csv, or counts of shared memberships by pair, by state, or both',
      () => import('./politics/cow-igo.ts'),
      'readCowIgo',
    ),
    /^state_year_formatv3\.csv$/i,
  ),
  singleFileReader(
    'cow-mid',
    'directed dispute-dyad-years of MID 5.0, or dyadic disputes 4.03',
    () => import('./conflict/cow-mid.ts'),
    'readCowMid',
  ),
  acceptingZip(
    singleFileReader('cow-nmc', 'NMC-70-abridged.csv, or its converted form', () => import('./politics/cow-nmc.ts'), 'readCowNmc'),
    /^NMC-70-abridged\.csv$/i,
  ),
  acceptingZip(
    manyFilesReader('cow-trade', 'Dyadic_COW_4.0.csv, National_COW_4.0.csv, or both', () => import('./trade/cow-trade.ts'), 'readCowTrade'),
    /^(Dyadic|National)_COW_4\.0\.csv$/i,
  ),
  singleFileReader(
    'crea-fossil',
    'the CSV of monthly imports by importer and fuel',
    () => import('./energy/crea-fossil.ts'),
    'readCreaFossil',
  ),
  singleFileReader(
    'crea-tracker',
    'the daily flows CSV of the tracker, or a CSV of the API by date and destination country',
    () => import('./energy/crea-tracker.ts'),
    'readCreaTracker',
    (m) => ({ join: m.joinTracker }),
  ),
  singleFileReader(
    'dcid',
    'the incidents of DCID 2.0: the workbook, or its first sheet as CSV',
    () => import('./conflict/dcid.ts'),
    'readDcid',
  ),
  singleFileReader(
    'ddr-representation',
    'the CSV of representation by year and pair',
    () => import('./politics/ddr-representation.ts'),
    'readDdrRepresentation',
  ),
  bundledSource('dated-relations', () => import('./reviewed-tables/dated-relations.ts')),
  manyFilesReader(
    'un-resolutions',
    "files <session>.json of the UN's extract, one a session",
    () => import('./un/assembly/un-ga-dgacm.ts'),
    'readResolutions',
    ofAssembly,
  ),
  singleFileReader(
    'un-digital-library',
    'the CSV of General Assembly votes, plain, .gz or .zip',
    () => import('./un/assembly/un-digital-library.ts'),
    'readDigitalLibrary',
    ofAssembly,
  ),
  singleFileReader('embassies-wikidata', 'the CSV of missions', () => import('./politics/embassies-wikidata.ts'), 'readEmbassiesWikidata'),
  singleFileReader(
    'eurostat-energy',
    'the CSV of monthly imports by partner',
    () => import('./energy/eurostat-energy.ts'),
    'readEurostatEnergy',
  ),
  singleFileReader('eusanct', 'the case-level workbook', () => import('./politics/eusanct.ts'), 'readEusanct'),
  manyFilesReader('gdelt', 'event and mention files, GDELT 1.0 or 2.0', () => import('./politics/gdelt.ts'), 'readGdelt'),
  manyFilesReader('gdelt-gkg', 'knowledge graph files', () => import('./politics/gdelt-gkg.ts'), 'readGdeltGkg'),
  manyFilesReader(
    'gdelt-normalisation',
    'normalisation files',
    () => import('./politics/gdelt-normalisation.ts'),
    'readGdeltNormalisation',
  ),
  singleFileReader('gdp-estimates', 'cw_gdppop.csv', () => import('./finance/gdp-estimates.ts'), 'readGdpEstimates'),
  manyFilesReader(
    'un-general-debate',
    'archives of speeches (.tgz) and, if at hand, the speakers workbook',
    () => import('./un/speeches/un-general-debate.ts'),
    'readGeneralDebate',
  ),
  manyFilesReader('geodist', 'dist_cepii, geo_cepii, or both, as .xls or .csv', () => import('./politics/geodist.ts'), 'readGeodist'),
  singleFileReader('georgia-customs', 'the workbook FTrade', () => import('./customs/georgia-customs.ts'), 'readGeorgiaCustoms'),
  singleFileReader('gml-mid', 'the directed dispute-dyad-years of version 2.2.1', () => import('./conflict/gml-mid.ts'), 'readGmlMid'),
  singleFileReader('gsdb', 'GSDB_V3.csv', () => import('./politics/gsdb.ts'), 'readGsdb'),
  singleFileReader('icb', 'icbdy_v15.csv, the crisis dyad-years of version 15', () => import('./conflict/icb.ts'), 'readIcb'),
  manyFilesReader('icews', 'benchmark splits', () => import('./politics/icews.ts'), 'readIcews'),
  manyFilesReader(
    'un-ideal-points',
    'published files, their names with month and year',
    () => import('./un/assembly/un-ideal-points.ts'),
    'readIdealPoints',
  ),
  manyFilesReader(
    'imf-direct-investment',
    'CSV downloads of the data flow DIP, inward, outward or both',
    () => import('./finance/imf-direct-investment.ts'),
    'readImfDirectInvestment',
  ),
  manyFilesReader('imf-dots', 'workbooks "Exports and Imports by Areas and Countries"', () => import('./trade/imf-dots.ts'), 'readImfDots'),
  bundledSource('imf-dots-world', () => import('./trade/imf-dots-world.ts')),
  manyFilesReader('imf-imts', 'CSV answers of the IMF SDMX API', () => import('./trade/imf-imts.ts'), 'readImfImts', byAnswers),
  bundledSource('imf-imts-2025', () => import('./trade/imf-imts-2025.ts')),
  bundledSource('institution-memberships', () => import('./reviewed-tables/institution-memberships.ts')),
  bundledSource('interstate-relations', () => import('./reviewed-tables/interstate-relations.ts')),
  singleFileReader(
    'imf-weo',
    'the CSV of GDP by economy and year, with its lines of comment',
    () => import('./finance/imf-weo.ts'),
    'readImfWeo',
  ),
  manyFilesReader(
    'kazakhstan-customs',
    'yearly workbooks by country',
    () => import('./customs/kazakhstan-customs.ts'),
    'readKazakhstanCustoms',
  ),
  namedFilesReader(
    'kiel-ukraine-support-tables',
    'country_summary, tidsserier_maanedlig and financial_disbursements as CSV',
    { summary: /country_summary/, monthly: /maanedlig/, disbursements: /disbursements/ },
    () => import('./finance/kiel-tables.ts'),
    'readKielTables',
  ),
  singleFileReader(
    'kiel-ukraine-support-workbook',
    'the tracker workbook, release 7',
    () => import('./finance/kiel-workbook.ts'),
    'readKielWorkbook',
  ),
  namedFilesReader(
    'kyrgyzstan-customs',
    'workbooks 4.03.00.18 (exports) and 4.03.00.20 (imports)',
    { exports: /eksport|03\.00\.18/, imports: /import|03\.00\.20/ },
    () => import('./customs/kyrgyzstan-customs.ts'),
    'readKyrgyzstanCustoms',
  ),
  singleFileReader(
    'mme-exercises',
    'mme_v7.csv, one row for each exercise',
    () => import('./politics/mme-exercises.ts'),
    'readMmeExercises',
  ),
  singleFileReader('passport-index', 'passport-index-tidy-iso3.csv', () => import('./people/passport-index.ts'), 'readPassportIndex'),
  singleFileReader('regimes', 'cw_democracy.csv', () => import('./politics/democracy-scores.ts'), 'readDemocracyScores'),
  singleFileReader(
    'russia-exercises',
    'the CSV of joint exercises that involve Russia',
    () => import('./politics/russia-exercises.ts'),
    'readRussiaExercises',
  ),
  manyFilesReader(
    'oecd-icio',
    'tables of sales by sector, with their year in the name, and tables of totals by year',
    () => import('./trade/oecd-icio.ts'),
    'readOecdIcio',
  ),
  namedFilesReader(
    'russian-customs',
    '96stran.xlsx (partners), 94itog.xlsx (totals) and the latest strany*.xlsx',
    { partners: /96stran/, totals: /94itog/, latest: /^strany/ },
    () => import('./customs/russian-customs.ts'),
    'readRussianCustoms',
  ),
  bundledSource('sanctions-regimes', () => import('./reviewed-tables/sanctions-regimes.ts')),
  singleFileReader(
    'un-migrant-stock',
    'the CSV of migrant stocks by origin and destination',
    () => import('./people/un-migrant-stock.ts'),
    'readUnMigrantStock',
  ),
  manyFilesReader(
    'un-sc-meetings',
    'yearly tables of meetings (HTML)',
    () => import('./un/council/un-sc-meetings.ts'),
    'readScMeetings',
    ofCouncil,
  ),
  singleFileReader('un-sc-vetoes', 'the list of vetoes (HTML)', () => import('./un/council/un-sc-vetoes.ts'), 'readScVetoes', ofVetoes),
  singleFileReader(
    'un-sc-vetoes-coded',
    'the coded CSV of vetoes',
    () => import('./un/council/un-sc-vetoes-coded.ts'),
    'readScVetoesCoded',
    ofVetoes,
  ),
  bundledSource('security-council-vetoes', () => import('./un/council/un-sc-vetoes-reviewed.ts')),
  singleFileReader('sipri-milex', 'the SIPRI military expenditure workbook', () => import('./arms/sipri-milex.ts'), 'readSipriMilex'),
  singleFileReader('sipri-register', 'trade-register.csv as exported', () => import('./arms/sipri-register.ts'), 'readSipriRegister'),
  singleFileReader(
    'sipri-tiv-table',
    'the CSV of import or export values as exported',
    () => import('./arms/sipri-tiv-table.ts'),
    'readSipriTivTable',
  ),
  singleFileReader('surplus-product', 'cow_sdp_gdp.csv', () => import('./politics/surplus-product.ts'), 'readSurplusProduct'),
  bundledSource('territorial-claims', () => import('./reviewed-tables/territorial-claims.ts')),
  acceptingZip(
    singleFileReader(
      'ucdp-acd',
      'UcdpPrioConflict_v25_1.csv or UcdpPrioConflict_v26_1.csv',
      () => import('./conflict/ucdp-acd.ts'),
      'readUcdpAcd',
    ),
    /^UcdpPrioConflict_v\d+_\d+\.csv$/i,
  ),
  bundledSource('trade-agreements', () => import('./reviewed-tables/trade-agreements.ts')),
  bundledSource('ucdp-2025', () => import('./conflict/ucdp-2025.ts')),
  acceptingZip(
    singleFileReader('ucdp-dyadic', 'Dyadic_v24_1.csv', () => import('./conflict/ucdp-dyadic.ts'), 'readUcdpDyadic'),
    /^Dyadic_v\d+_\d+\.csv$/i,
  ),
  bundledSource('uk-ons', () => import('./customs/uk-ons.ts')),
  namedFilesReader(
    'un-votes',
    'un_roll_calls.csv, un_votes.csv and un_roll_call_issues.csv, plain or .gz',
    { rollCalls: /roll_calls/, votes: /un_votes/, issues: /issues/ },
    () => import('./un/assembly/un-ga-unvotes.ts'),
    'readVotes',
    ofAssembly,
  ),
  bundledSource('usa-census', () => import('./customs/usa-census.ts')),
  singleFileReader('us-missions', 'the CSV mission_status_range_cow', () => import('./politics/us-missions.ts'), 'readUsMissions'),
  singleFileReader('us-troops', 'the CSV troopdata-rebuild-country-year', () => import('./politics/us-troops.ts'), 'readUsTroops'),
  namedFilesReader(
    'us-visits',
    'the CSV of visits by foreign leaders and the CSV of travels of the President and the Secretary of State',
    { visits: /visits/, travels: /travels/ },
    () => import('./people/us-visits.ts'),
    'readUsVisits',
  ),
  namedFilesReader(
    'uzbekistan-customs',
    'sdmx_data_1105.csv (exports) and sdmx_data_1176.csv (imports)',
    { exports: /1105/, imports: /1176/ },
    () => import('./customs/uzbekistan-customs.ts'),
    'readUzbekistanCustoms',
  ),
  bundledSource('visavis-gravity', () => import('./reviewed-tables/visavis-gravity-card.ts')),
  bundledSource('visavis-ideal-points', () => import('./reviewed-tables/visavis-ideal-points-card.ts')),
  bundledSource('visavis-leverage', () => import('./reviewed-tables/leverage-table.ts')),
  bundledSource('visavis-speeches', () => import('./reviewed-tables/visavis-speeches-card.ts')),
  namedFilesReader(
    'wiod',
    'the reduced tables: trade by sector, output value, input use',
    { trade: /trade_by_sector/, output: /output_value/, inputUse: /input_use/ },
    () => import('./trade/wiod.ts'),
    'readWiod',
  ),
  manyFilesReader(
    'world-bank',
    'two CSVs, one of GDP and one of population, or the JSON pages of both series from the API',
    () => import('./finance/world-bank-files.ts'),
    'readWorldBankFiles',
  ),
  singleFileReader(
    'world-bank-debt',
    'stocks of debt by creditor as CSV, plain or .gz',
    () => import('./finance/world-bank-debt.ts'),
    'readWorldBankDebt',
  ),
  singleFileReader(
    'world-bank-growth',
    'one edition of the series as CSV',
    () => import('./finance/world-bank-growth.ts'),
    (m) => (path) => m.readWorldBankGrowth(path),
    byEditions,
  ),
]
