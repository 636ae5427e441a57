import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { checkInput, operations } from '../src/operations/index.ts'

const data = fileURLToPath(new URL('../../shared/data', import.meta.url))
const at = (folder: string, ...names: string[]): string[] => names.map((name) => join(data, folder, name))

/** Which raw files make each source. */
export const rawFiles: Readonly<Record<string, readonly string[]>> = {
  'aiddata-china-finance': at('aiddata-china', 'GlobalChineseOfficialFinanceDataset_v1.0.xlsx'),
  'aiddata-public-diplomacy': at('aiddata-china', 'ChinesePublicDiplomacy.csv'),
  'armenia-customs': at('national-customs/armenia', 'armenia_data.csv'),
  atop: at('alliances', 'atop5_directed_dyad_year.csv.gz'),
  baci: at('baci-subset', 'baci_hs02_19countries_2005_2021.csv.gz'),
  'china-global-investment-tracker': at('china-investments', 'aei_china_global_investment_tracker_2005_2018.csv'),
  'china-vitae': at('leader-engagements', 'china_vitae_engagements_2003_2018.csv.gz'),
  'comext-fossil': at('energy-trade', 'eurostat_comext_fossil_imports_2019_2022.csv.gz'),
  'cow-contiguity': at('distance', 'cow_contiguity_directed_v32.csv.gz'),
  'cow-igo': at('igo', 'cow_igo_dyad_year_v3.csv.gz', 'cow_igo_state_year_v3.csv.gz'),
  'cow-nmc': at('capabilities', 'cow_nmc_v7.csv.gz'),
  'cow-trade': at('cow-trade', 'cow_trade_ndy_v4.csv.gz', 'cow_trade_state_year_v4.csv.gz'),
  'crea-fossil': at('energy-trade', 'crea_comtrade_eurostat_russia_fossil_imports.csv.gz'),
  'crea-tracker': at('energy-trade', 'crea_daily_flows.csv'),
  eusanct: at('sanctions-eusanct', 'EUSANCT_Dataset_Case-level.xls'),
  'eurostat-energy': at('energy-trade', 'eurostat_energy_imports_by_partner.csv.gz'),
  'gdp-estimates': at('capabilities', 'cw_gdppop.csv.gz'),
  gdelt: at('gdelt-samples', 'gdelt2_events.tsv', 'gdelt2_mentions.tsv'),
  'gdelt-gkg': at('gdelt-samples', 'gdelt2_gkg_30rows.tsv.gz'),
  'gdelt-normalisation': at('gdelt-samples', 'gdelt_normDaily.csv', 'gdelt_normDailyByCountry.csv'),
  geodist: at('distance', 'dist_cepii.csv.gz', 'geo_cepii.csv.gz'),
  'georgia-customs': at('national-customs/georgia-geostat', 'FTrade_1995-2024.xlsx'),
  gsdb: at('sanctions-gsdb', 'GSDB_V3.csv'),
  icews: at('icews-samples', 'icews05-15_test.txt.gz', 'icews05-15_valid.txt.gz'),
  'imf-dots': at('imf-dots', 'rf_exports_2023.xlsx', 'rf_imports.xlsx', 'tot_exports_2023.xlsx'),
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
  regimes: at('vdem', 'cw_democracy.csv.gz'),
  'russia-exercises': at('military-exercises', 'joint_military_exercises_involving_russia.csv'),
  'russian-customs': at('national-customs/russia-fcs', '96stran.xlsx', '94itog.xlsx', 'strany122023.xlsx'),
  'sipri-milex': at('sipri-milex', 'SIPRI-Milex-data-1948-2023.xlsx'),
  'sipri-register': at('sipri-arms-transfers', 'trade-register_2025-10-23.csv'),
  'sipri-tiv-table': at('sipri-arms-transfers', 'import-values_1950-2024_generated_2024-10-13.csv'),
  'surplus-product': at('capabilities', 'cow_sdp_gdp.csv.gz'),
  'un-general-debate': at('ungdc', 'UNGDC_core25_1946-2024.tgz', 'UNGDC_other_countries_2018-2024.tgz', 'Speakers_by_session.xlsx'),
  'un-sc-meetings': at(
    'un-sc-votes',
    ...[2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022].map((year) => `scact${year}_table_en.html`),
  ),
  'un-sc-vetoes': at('un-sc-vetoes', 'scact_veto_table_en.html'),
  'un-sc-vetoes-coded': at('un-sc-vetoes', 'unsc_vetoes_1946_sept2022.csv'),
  'uzbekistan-customs': at('national-customs/uzbekistan-stat', 'sdmx_data_1105.csv', 'sdmx_data_1176.csv'),
  wiod: at('wiod2013', 'wiod_trade_by_sector.csv.gz', 'wiod_output_value.csv.gz', 'wiod_input_use_2011.csv.gz'),
  'world-bank': at('worldbank', 'gdp_current_usd.csv', 'population.csv'),
}

/** Adds every source at hand, one snapshot each, and prints how long each took. */
export async function run(): Promise<void> {
  if (!existsSync(data)) {
    console.log('every source: skipped, the raw data are not at hand')
    return
  }
  const home = await mkdtemp(join(tmpdir(), 'visavis-bench-'))
  const work = await operations.find((one) => one.name === 'add')!.load()
  const start = performance.now()
  let second = 0
  console.log(`every source added to one store, a snapshot each (${Object.keys(rawFiles).length} sources)`)
  for (const [source, files] of Object.entries(rawFiles)) {
    const before = performance.now()
    const now = new Date(Date.UTC(2027, 0, 1, 0, 0, second++)).toISOString()
    const input = checkInput(operations.find((one) => one.name === 'add')!, { source, files })
    const answer = (await work.run(input, { env: { VISAVIS_HOME: home }, today: '2027-01-01', now })) as { rows: Record<string, number> }
    const rows = Object.values(answer.rows).reduce((sum, one) => sum + one, 0)
    console.log(
      `  ${source.padEnd(34)} ${rows.toLocaleString('en-US').padStart(10)} rows ${((performance.now() - before) / 1000).toFixed(2).padStart(7)} s`,
    )
  }
  const peak = process.resourceUsage().maxRSS / 1024
  console.log(`  in all ${((performance.now() - start) / 1000).toFixed(1)} s; peak memory ${peak.toFixed(0)} MB`)
  await rm(home, { recursive: true })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await run()
