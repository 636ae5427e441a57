import type { Cell } from '../../src/store/index.ts'
import { book, csv, type Sample, text } from './sample.ts'

const project: Readonly<Record<string, Cell>> = {
  project_id: 1,
  recommended_for_research: true,
  year: 2010,
  donor: 'China',
  flow_class: 'OOF-like',
  usd_current: 2.5e9,
  recipient_count: 1,
  recipient_iso3: 'RUS',
}
const aid = { ...project, project_id: 2, flow_class: 'ODA-like', usd_current: 5e8, recipient_iso3: 'KAZ' }

const main = 'Bilateral assistance, MAIN DATA'

const tracker = {
  ReadMe: [['release 7']],
  [main]: [
    ['ID', 'countries', 'Type of Aid General', 'Converted Value in EUR', 'Total monetary value delivered in EUR'],
    ['DEM1', 'Germany', 'Military', 1.5e9, '.'],
    ['DEM3', 'Germany', 'Military', 5e8, 4e8],
    ['DEF1', 'Germany', 'Financial', 1e9, 1e9],
  ],
  'Country Summary': [
    [null],
    [null, 'Numbers by country'],
    [null, 'Country', 'EU member', 'Financial commitments', 'Humanitarian commitments', 'Military commitments'],
    [null, null, null, '€ billion', '€ billion', '€ billion'],
    [null, 'Germany', 1, 1, 0, 2],
    [null, 'Total', '.', 0, 0, 0],
  ],
}

const fossil = (['eur', 'tonne'] as const).flatMap((unit) =>
  Array.from({ length: 12 }, (_, i) => `China,Russia,2020-${String(i + 1).padStart(2, '0')}-01,coal,${unit},${(i + 1) * 1000}.5`),
)

const gas = (partner: string, value: number): string[] =>
  Array.from({ length: 12 }, (_, i) => `Germany,m3,${partner},2021-${String(i + 1).padStart(2, '0')}-01,gas_all,${value + i},Eurostat`)

/** Energy, aid, investment, visits. */
export const exchangeSamples: readonly Sample[] = [
  { reader: 'crea-fossil', sums: true, files: [csv('fossil.csv', 'country,partner,date,commodity,unit,value', ...fossil)] },
  {
    reader: 'crea-tracker',
    sums: true,
    files: [
      csv(
        'counter.csv',
        'date,destination_iso2,destination_country,destination_region,value_tonne,value_eur',
        '2023-06-01,DE,Germany,EU,1001,2002',
        '2023-06-01,CN,China,China,3003,4004',
        '2023-06-02,DE,Germany,EU,1005,2006',
        '2023-06-02,CN,China,China,3007,4008',
      ),
    ],
  },
  {
    reader: 'crea-tracker',
    sums: true,
    files: [
      csv(
        'crea.csv',
        'date,variable,EU,China,Others,India,Turkey,South Korea,United States,United Kingdom',
        '2022-12-30,value_eur,1001.5,2002,3003,4004,5005,6006,7007,8008',
        '2022-12-31,value_eur,1101.5,2102,3103,4104,5105,6106,7107,8108',
      ),
    ],
  },
  {
    reader: 'eurostat-energy',
    sums: true,
    files: [csv('eurostat.csv', 'country,unit,partner,date,commodity,value,source', ...gas('Russia', 4000), ...gas('Norway', 3000))],
  },
  {
    reader: 'aiddata-china-finance',
    sums: true,
    files: [
      book('GlobalChineseOfficialFinanceDataset.xlsx', { Sheet: [Object.keys(project), Object.values(project), Object.values(aid)] }),
    ],
  },
  {
    reader: 'aiddata-public-diplomacy',
    files: [
      csv(
        'ChinesePublicDiplomacy.csv',
        'receiving_country,year,confucius_institutes,sister_cities_established,government_visits,military_visits,total_elite_visits,ambassador_op_eds,journalist_visits,media_partnerships,outbound_chinese_students,inbound_students_to_china',
        '"Kazakhstan",2010,0,"N/A",4,"N/A",4,"N/A","N/A","N/A","N/A",1677',
        '"Nepal",2010,1,"N/A",3,2,5,"N/A","N/A","N/A",41,217',
      ),
    ],
  },
  {
    reader: 'china-global-investment-tracker',
    sums: true,
    files: [
      text(
        'deals.csv',
        ',',
        1,
        '\uFEFFYear,Month,Chinese Entity,Quantity in Millions,Share size,Transaction Party,Sector,Subsector,Country,Region,BRI',
        '2017,January,CNPC,500,,,Energy,,Russian Federation,Europe,0',
        '2017,May,CNPC,120,,,Energy,,Russian Federation,Europe,0',
        '2018,February,Sinopec,130,,,Energy,,Peru,South America,0',
      ),
    ],
  },
  {
    reader: 'china-vitae',
    sums: true,
    files: [
      csv(
        'engagements.csv',
        'date,year,country,leader,text',
        '2010-05-01,2010,Spain,Xi,"Xi travelled to Spain, Madrid "',
        '2010-05-02,2010,France,Hu,"Hu was in Beijing Municipality and met with the following: A"',
      ),
    ],
  },
  {
    reader: 'kiel-ukraine-support-tables',
    files: [
      csv(
        'country_summary.csv',
        'land,er_eu_medlem,er_geografisk_europa,financial_allocation,humanitarian_allocation,military_allocation,total_allocation,financial_commitment,humanitarian_commitment,military_commitment,total_commitment',
        'Canada,False,False,0.0,0.25,0.5,0.75,0.0,0.25,0.75,1.0',
      ),
      csv('tidsserier_maanedlig.csv', 'land,aar,maaned,kategori,maal,sum_eur,sum_nok', 'Canada,2024,2,Military,Allocation,1500.5,17000'),
      csv('financial_disbursements.csv', 'giver,er_eu_medlem,aar,maaned,verdi_eur_mrd', 'EU Institutions,True,2023,12,1.5'),
    ],
  },
  { reader: 'kiel-ukraine-support-workbook', sums: true, files: [book('tracker.xlsx', tracker)] },
  {
    reader: 'world-bank-debt',
    sums: true,
    files: [
      csv(
        'ids_stocks.csv',
        'country,counterpart-area,series,time,value,series_code',
        'Angola,China,"PPG, bilateral (DOD, current US$)",2024,2596005403.6,DT.DOD.BLAT.CD',
        'Angola,World,"PPG, bilateral (DOD, current US$)",2024,4116790844,DT.DOD.BLAT.CD',
      ),
    ],
  },
  {
    reader: 'imf-direct-investment',
    files: [
      csv(
        'outward.csv',
        'COUNTRY.ID,COUNTRY,DV_TYPE.ID,INDICATOR.ID,COUNTERPART_COUNTRY.ID,COUNTERPART_COUNTRY,FREQUENCY.ID,TIME_PERIOD,OBS_VALUE,SCALE.ID',
        'USA,United States,O,OTWD_D_NETAL_FALL_ALL,GBR,United Kingdom,A,2024,1024600.5,6',
        'USA,United States,O,OTWD_D_NETAL_FALL_ALL,CHN,China,A,2024,122888,6',
      ),
    ],
  },
  {
    reader: 'imf-weo',
    files: [
      text(
        'weo.csv',
        ',',
        3,
        '# source: IMF WEO, indicator NGDPD; World Economic Outlook (April 2026)',
        '# units: billions of current US dollars',
        'economy_code,year,ngdpd_bn_usd',
        'USA,2024,29298.025',
        'CHN,2024,18945.25',
      ),
    ],
  },
]
