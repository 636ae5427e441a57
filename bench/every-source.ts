import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { VisavisError } from '../src/errors.ts'
import { checkInput, operations } from '../src/operations/index.ts'
import { openSession } from '../src/store/index.ts'

const data = fileURLToPath(new URL('../../shared/data', import.meta.url))
const at = (folder: string, ...names: string[]): string[] => names.map((name) => join(data, folder, name))

/** Which raw files make each source. */
export const rawFiles: Readonly<Record<string, readonly string[]>> = {
  'aiddata-china-finance': at('aiddata-china', 'GlobalChineseOfficialFinanceDataset_v1.0.xlsx'),
  'aiddata-public-diplomacy': at('aiddata-china', 'ChinesePublicDiplomacy.csv'),
  'armenia-customs': at('national-customs/armenia', 'armenia_data.csv'),
  atop: at('alliances', 'atop5_directed_dyad_year.csv.gz'),
  baci: at('baci-subset', 'baci_hs02_19countries_2005_2021.csv.gz'),
  'cfr-cyber': at('cfr-cyber', 'cfr-2005-2022-facts.csv.gz'),
  'china-global-investment-tracker': at('china-investments', 'aei_china_global_investment_tracker_2005_2018.csv'),
  'china-vitae': at('leader-engagements', 'china_vitae_engagements_2003_2018.csv.gz'),
  comext: at(
    'eurostat-comext-partners',
    'eu_year_export.csv.gz',
    ...['armenia_export', 'georgia_export', 'kazakhstan_export', 'kyrgyz_export', 'kyrgyzstan_import', 'russia_export', 'uzbek_export'].map(
      (name) => `${name}_eurostat.csv.gz`,
    ),
  ),
  'comext-products': at('comext-cn8-sanctioned', 'eu-members-exports-cn8-partner-month-2020-2022.csv.gz'),
  'comext-sanctioned': at(
    'eurostat-comext-sanctioned',
    'eu_export_sanctioned.xlsx',
    'eu_total_trade_4630244_spreadsheet.xlsx',
    'export_sanctions_codes.csv',
  ),
  'comext-fossil': at('energy-trade', 'eurostat_comext_fossil_imports_2019_2022.csv.gz'),
  'cow-contiguity': at('distance', 'cow_contiguity_directed_v32.csv.gz'),
  'cow-igo': at('igo', 'cow_igo_dyad_year_v3.csv.gz', 'cow_igo_state_year_v3.csv.gz'),
  'cow-mid': at('mid-gml-cow', 'cow_mid_dirdisps.csv.gz'),
  'cow-nmc': at('capabilities', 'cow_nmc_v7.csv.gz'),
  'cow-trade': at('cow-trade', 'cow_trade_ndy_v4.csv.gz', 'cow_trade_state_year_v4.csv.gz'),
  'crea-fossil': at('energy-trade', 'crea_comtrade_eurostat_russia_fossil_imports.csv.gz'),
  'crea-tracker': at('energy-trade', 'crea_daily_flows.csv'),
  dcid: at('dcid-2.0', 'dcid-2.0-2023-02.csv.gz'),
  'ddr-representation': at('ddr-diplomatic-representation', 'ddr-2000-2020.csv.gz'),
  'embassies-wikidata': at('embassies-wikidata', 'embassies-2022-11-16.csv.gz'),
  eusanct: at('sanctions-eusanct', 'EUSANCT_Dataset_Case-level.xls'),
  'eurostat-energy': at('energy-trade', 'eurostat_energy_imports_by_partner.csv.gz'),
  'gdp-estimates': at('capabilities', 'cw_gdppop.csv.gz'),
  gdelt: at('gdelt-samples', 'gdelt2_events.tsv', 'gdelt2_mentions.tsv'),
  'gdelt-gkg': at('gdelt-samples', 'gdelt2_gkg_30rows.tsv.gz'),
  'gdelt-normalisation': at('gdelt-samples', 'gdelt_normDaily.csv', 'gdelt_normDailyByCountry.csv'),
  geodist: at('distance', 'dist_cepii.csv.gz', 'geo_cepii.csv.gz'),
  'georgia-customs': at('national-customs/georgia-geostat', 'FTrade_1995-2024.xlsx'),
  'gml-mid': at('mid-gml-cow', 'gml_dirdisp.csv.gz'),
  gsdb: at('sanctions-gsdb', 'GSDB_V3.csv'),
  icb: at('icb-15', 'icbdy_v15.csv.gz'),
  icews: at('icews-samples', 'icews05-15_test.txt.gz', 'icews05-15_valid.txt.gz'),
  'imf-dots': at('imf-dots', 'rf_exports_2023.xlsx', 'rf_imports.xlsx', 'tot_exports_2023.xlsx'),
  'kazakhstan-customs': at(
    'national-customs/kazakhstan-bns',
    'osnovnye_pokazateli_vneshney_torgovli_po_stranam_2022.xls',
    'osnovnye_pokazateli_vneshney_torgovli_po_stranam_2023.xls',
  ),
  'kiel-ukraine-support-workbook': at('kiel-ukraine-support', 'Ukraine_Support_Tracker_release7_2022-10.xlsx'),
  'kiel-ukraine-support-tables': at(
    'kiel-ukraine-support',
    'release28_country_summary.csv',
    'release28_tidsserier_maanedlig.csv',
    'release28_financial_disbursements.csv',
  ),
  'kyrgyzstan-customs': at(
    'national-customs/kyrgyzstan-nsc',
    '4.03.00.18_geograficheskoe_raspredelenie_eksporta_tovarov.xlsx',
    '4.03.00.20_geograficheskoe_raspredelenie_importa_tovarov.xlsx',
  ),
  'passport-index': at('passport-index', 'passport-index-tidy-iso3.csv.gz'),
  regimes: at('vdem', 'cw_democracy.csv.gz'),
  'mme-exercises': at('mme-exercises', 'mme_v7.csv.gz'),
  'russia-exercises': at('military-exercises', 'joint_military_exercises_involving_russia.csv'),
  'russian-customs': at('national-customs/russia-fcs', '96stran.xlsx', '94itog.xlsx', 'strany122023.xlsx'),
  'sipri-milex': at('sipri-milex', 'SIPRI-Milex-data-1948-2023.xlsx'),
  'sipri-register': at('sipri-arms-transfers', 'trade-register_2025-10-23.csv'),
  'sipri-tiv-table': at('sipri-arms-transfers', 'import-values_1950-2024_generated_2024-10-13.csv'),
  'surplus-product': at('capabilities', 'cow_sdp_gdp.csv.gz'),
  'un-general-debate': at('ungdc', 'UNGDC_core25_1946-2024.tgz', 'UNGDC_other_countries_2018-2024.tgz', 'Speakers_by_session.xlsx'),
  'un-migrant-stock': at('un-migrant-stock', 'migrant-stock-2000-2020.csv.gz'),
  'un-resolutions': at('un-ga-votes/dgacm-extract', '74.json', '75.json', '76.json', '77.json', '78.json', '79.json', '80.json'),
  'ucdp-acd': at('ucdp-acd-25-26', 'ucdp-prio-acd-251.csv.gz'),
  'ucdp-dyadic': at('ucdp-dyadic-24', 'ucdp-dyadic-241.csv.gz'),
  'un-votes': at('un-ga-votes/unvotes-r', 'un_roll_calls.csv.gz', 'un_votes.csv.gz', 'un_roll_call_issues.csv.gz'),
  'un-sc-meetings': at(
    'un-sc-meetings-1946-2021',
    ...Array.from({ length: 77 }, (_, i) => `scact${1946 + i}_table_en.html.gz`),
    'scact2020_covid_table_en.html.gz',
  ),
  'un-sc-vetoes': at('un-sc-vetoes', 'scact_veto_table_en.html'),
  'un-sc-vetoes-coded': at('un-sc-vetoes', 'unsc_vetoes_1946_sept2022.csv'),
  'us-missions': at('us-diplomatic-missions', 'mission_status_range_cow_v0.1.csv.gz'),
  'us-troops': at('us-troops', 'troopdata-rebuild-country-year.csv.gz'),
  'us-visits': at('us-visits', 'visits-by-foreign-leaders.csv.gz', 'travels-president-secretary.csv.gz'),
  'uzbekistan-customs': at('national-customs/uzbekistan-stat', 'sdmx_data_1105.csv', 'sdmx_data_1176.csv'),
  wiod: at('wiod2013', 'wiod_trade_by_sector.csv.gz', 'wiod_output_value.csv.gz', 'wiod_input_use_2011.csv.gz'),
  'baci-2022': at('oec-baci-2022', 'bilateral_value_clean_22_withid.csv.gz'),
  'baci-2023': at('oec-baci-2022', 'bilateral_value_clean_23_withid.csv.gz'),
  'baci-sectors': at(
    'baci-2024-sectors',
    ...['semiconductors', 'batteries', 'critical_minerals', 'pharma_apis', 'aerospace'].map((layer) => `${layer}_edges.csv`),
  ),
  'imf-direct-investment': at('imf-dip', 'imf-dip-inward-5-reporters.csv.gz', 'imf-dip-outward-5-reporters.csv.gz'),
  'imf-weo': at('weo-2026-04', 'imf_weo_ngdpd_2020_2028.csv'),
  'oecd-icio': at('icio', 'icio-sectors-2021.csv.gz', 'icio-sectors-2022.csv.gz', 'icio-goods-pairs-2011-2022.csv.gz'),
  'world-bank-debt': at('ids-creditors', 'ids_stocks_raw_long.csv.gz'),
  'world-bank': at('worldbank', 'gdp_current_usd.csv', 'population.csv'),
}

/** Sources whose files are long tables, with how `read_csv` is to read them: what DuckDB alone needs for the same files is told beside. */
const longTables: Readonly<Record<string, string>> = {
  atop: '',
  baci: '',
  'cow-igo': '',
  'cow-trade': '',
  icews: ", delim = '\t', header = false, quote = ''",
  'un-votes': '',
}

/** Adds every source at hand, one snapshot each, and prints how long each took; for long tables also as a ratio to DuckDB's own reading into a table. */
export async function run(): Promise<void> {
  if (!existsSync(data)) return console.log('every source: skipped, the raw data are not at hand')
  const home = await mkdtemp(join(tmpdir(), 'visavis-bench-'))
  console.log(`every source added to one store, a snapshot each (${Object.keys(rawFiles).length} sources)`)
  let [whole, second] = [0, 0]
  for (const [source, files] of Object.entries(rawFiles)) {
    const alone = longTables[source] === undefined ? undefined : await duckdbAlone(files, longTables[source])
    const before = performance.now()
    const told = await add(source, files, home, second++)
    const took = performance.now() - before
    whole += took
    const ratio = alone === undefined ? '' : `  ${(took / alone).toFixed(1)} times DuckDB's ${(alone / 1000).toFixed(2)} s`
    console.log(`  ${source.padEnd(32)} ${told.padStart(15)} ${(took / 1000).toFixed(2).padStart(6)} s${ratio}`)
  }
  const { user, system } = process.cpuUsage()
  const peak = process.resourceUsage().maxRSS / 1024
  console.log(`  in all ${(whole / 1000).toFixed(1)} s; the process took ${((user + system) / 1e6).toFixed(1)} s of the processors,`)
  console.log(`  DuckDB's own readings with it, and ${peak.toFixed(0)} MB of memory at most`)
  await rm(home, { recursive: true })
}

/** Adds a source as `visavis add` does. What a source refuses is told, not passed over: a sample may hold nothing that goes into a table. */
async function add(source: string, files: readonly string[], home: string, second: number): Promise<string> {
  const operation = operations.find((one) => one.name === 'add')!
  const now = new Date(Date.UTC(2027, 0, 1, 0, 0, second)).toISOString()
  const { run: work } = await operation.load()
  try {
    const answer = await work(checkInput(operation, { source, files }), { env: { VISAVIS_HOME: home }, today: '2027-01-01', now })
    const rows = Object.values((answer as { rows: Record<string, number> }).rows).reduce((sum, one) => sum + one, 0)
    return `${rows.toLocaleString('en-US')} rows`
  } catch (error) {
    if (!(error instanceof VisavisError)) throw error
    console.log(`  ${error.message}`)
    return 'refused'
  }
}

/** Milliseconds that DuckDB takes to read the same files, a table each. */
async function duckdbAlone(files: readonly string[], options: string): Promise<number> {
  const session = await openSession()
  const before = performance.now()
  for (const [i, file] of files.entries()) await session.run(`CREATE TABLE alone_${i} AS SELECT * FROM read_csv('${file}'${options})`)
  const took = performance.now() - before
  session.close()
  return took
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await run()
