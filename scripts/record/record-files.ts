import { join } from 'node:path'

/**
 * Paths of each source's files in a folder of raw data. A source's page in docs/sources says where the provider
 * publishes them.
 */
export interface RawFiles {
  readonly worldBank: { readonly gdp: string; readonly population: string }
  /** Two editions, since growth is revised for years. */
  readonly worldBankGrowth: { readonly earlier: string; readonly later: string }
  readonly baci: string
  readonly imfDots: readonly string[]
  readonly russianCustoms: { readonly partners: string; readonly totals: string; readonly latest: string }
  readonly kazakhstanCustoms: readonly string[]
  readonly kyrgyzstanCustoms: { readonly exports: string; readonly imports: string }
  readonly uzbekistanCustoms: { readonly exports: string; readonly imports: string }
  readonly armeniaCustoms: string
  readonly georgiaCustoms: string
  readonly comextYears: string
  readonly comextExports: readonly string[]
  readonly comextImports: readonly string[]
  readonly comextFossil: string
  readonly creaFossil: string
  readonly creaTracker: string
  readonly eurostatEnergy: string
  readonly migrantStock: string
  readonly passportIndex: string
  readonly usVisits: { readonly visits: string; readonly travels: string }
  readonly embassies: string
  readonly usMissions: string
  readonly usTroops: string
  readonly worldBankDebt: string
  readonly baciSectors: readonly string[]
  readonly baci2022: string
  readonly baci2023: string
  readonly imfDirectInvestment: readonly string[]
  readonly oecdIcio: readonly string[]
  readonly imfWeo: string
  readonly worldBankLater: string
}

/** Paths of the raw files of every source with observations. */
export function rawFiles(folder: string): RawFiles {
  const at = (...parts: string[]): string => join(folder, ...parts)
  const customs = (...parts: string[]): string => at('national-customs', ...parts)
  const kazakhstan = (name: string): string => customs('kazakhstan-bns', `osnovnye_pokazateli_vneshney_torgovli_${name}.xls`)
  const comext = (name: string): string => at('eurostat-comext-partners', `${name}.csv.gz`)
  return {
    worldBank: { gdp: at('worldbank', 'gdp_current_usd.csv'), population: at('worldbank', 'population.csv') },
    worldBankGrowth: {
      earlier: at('gdp-growth', 'wdi-gdp-growth-1960-2023.csv.gz'),
      later: at('gdp-growth', 'wdi-gdp-growth-2010-2024.csv.gz'),
    },
    baci: at('baci-subset', 'baci_hs02_19countries_2005_2021.csv.gz'),
    imfDots: ['rf_exports_2023', 'rf_imports', 'tot_exports_2023'].map((name) => at('imf-dots', `${name}.xlsx`)),
    russianCustoms: {
      partners: customs('russia-fcs', '96stran.xlsx'),
      totals: customs('russia-fcs', '94itog.xlsx'),
      latest: customs('russia-fcs', 'strany122023.xlsx'),
    },
    kazakhstanCustoms: ['po_stranam_2023', 'po_stranam_2022', '2021', '2020', '2019'].map(kazakhstan),
    kyrgyzstanCustoms: {
      exports: customs('kyrgyzstan-nsc', '4.03.00.18_geograficheskoe_raspredelenie_eksporta_tovarov.xlsx'),
      imports: customs('kyrgyzstan-nsc', '4.03.00.20_geograficheskoe_raspredelenie_importa_tovarov.xlsx'),
    },
    uzbekistanCustoms: {
      exports: customs('uzbekistan-stat', 'sdmx_data_1105.csv'),
      imports: customs('uzbekistan-stat', 'sdmx_data_1176.csv'),
    },
    armeniaCustoms: customs('armenia', 'armenia_data.csv'),
    georgiaCustoms: customs('georgia-geostat', 'FTrade_1995-2024.xlsx'),
    comextYears: comext('eu_year_export'),
    comextExports: ['armenia', 'georgia', 'kazakhstan', 'kyrgyz', 'russia', 'uzbek'].map((name) => comext(`${name}_export_eurostat`)),
    comextImports: [comext('kyrgyzstan_import_eurostat')],
    comextFossil: at('energy-trade', 'eurostat_comext_fossil_imports_2019_2022.csv.gz'),
    creaFossil: at('energy-trade', 'crea_comtrade_eurostat_russia_fossil_imports.csv.gz'),
    creaTracker: at('energy-trade', 'crea_daily_flows.csv'),
    eurostatEnergy: at('energy-trade', 'eurostat_energy_imports_by_partner.csv.gz'),
    migrantStock: at('un-migrant-stock', 'migrant-stock-2000-2020.csv.gz'),
    passportIndex: at('passport-index', 'passport-index-tidy-iso3.csv.gz'),
    usVisits: {
      visits: at('us-visits', 'visits-by-foreign-leaders.csv.gz'),
      travels: at('us-visits', 'travels-president-secretary.csv.gz'),
    },
    embassies: at('embassies-wikidata', 'embassies-2022-11-16.csv.gz'),
    usMissions: at('us-diplomatic-missions', 'mission_status_range_cow_v0.1.csv.gz'),
    usTroops: at('us-troops', 'troopdata-rebuild-country-year.csv.gz'),
    worldBankDebt: at('ids-creditors', 'ids_stocks_raw_long.csv.gz'),
    baciSectors: ['semiconductors', 'batteries', 'critical_minerals', 'pharma_apis', 'aerospace'].map((layer) =>
      at('baci-2024-sectors', `${layer}_edges.csv`),
    ),
    baci2022: at('oec-baci-2022', 'bilateral_value_clean_22_withid.csv.gz'),
    baci2023: at('oec-baci-2022', 'bilateral_value_clean_23_withid.csv.gz'),
    imfDirectInvestment: ['inward', 'outward'].map((way) => at('imf-dip', `imf-dip-${way}-5-reporters.csv.gz`)),
    imfWeo: at('weo-2026-04', 'imf_weo_ngdpd_2020_2028.csv'),
    worldBankLater: at('weo-2026-04', 'wdi_gdp_1995_2024.csv'),
    oecdIcio: ['sectors-2021', 'sectors-2022', 'goods-pairs-2011-2022'].map((name) => at('icio', `icio-${name}.csv.gz`)),
  }
}
