import type { Cell } from '../../src/store/index.ts'
import { book, csv, type Sample, type SampleText, text } from './sample.ts'

const latin = (file: SampleText): SampleText => ({ ...file, encoding: 'latin1' })

const flags = ['EU', 'US', 'UN'].flatMap((who): [string, Cell][] => [
  [`imposition${who}`, 0],
  [`imposition${who}_start`, '.'],
  [`imposition${who}_type`, '.'],
  [`imposition${who}_type_other`, '.'],
  [`enddate${who}`, '.'],
  [`endyear${who}`, null],
])

const blankCase: Readonly<Record<string, Cell>> = {
  caseid: 2014031701,
  targetstate: 365,
  targetstate_name: 'Russia',
  ...Object.fromEntries(flags),
}
const imposed = { impositionEU: 1, impositionEU_start: '17mar2014', impositionEU_type: '4;7b;9', enddateEU: 'ongoing' }
const threat = { caseid: 2015010101, targetstate: 710, targetstate_name: 'China' }

const cases = (...rows: readonly Readonly<Record<string, Cell>>[]): Cell[][] => {
  const header = Object.keys(blankCase)
  return [header, ...rows.map((row) => header.map((name) => ({ ...blankCase, ...row })[name] ?? null))]
}

const parts = Array.from({ length: 28 }, (_, i) => `part${i + 1}`)
const exercise = (id: number, year: number, ...partners: readonly string[]): string =>
  [id, 'Индра', year, ...parts.map((_, i) => partners[i] ?? ''), '', 'link'].join(',')

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
const mmeStates = [...letters, ...letters.slice(0, 13).map((letter) => `A${letter}`)].map((letter) => `State${letter}`)
const mme = (id: string, name: string, year: number, ...states: readonly string[]): string =>
  [id, name, year, ...mmeStates.map((_, i) => states[i] ?? '')].join(',')

const countries = (figures: Readonly<Record<string, readonly Cell[]>>, currencies: readonly string[] = []): Cell[][] => [
  ['Military expenditure by country, 2020-2022 © SIPRI 2023'],
  ['explanations'],
  ['Country', ...(currencies.length > 0 ? ['Currency'] : []), 2020, 2021, 2022],
  ['Africa'],
  ...Object.entries(figures).map(([name, cells], i) => [name, ...(currencies.length > 0 ? [currencies[i] ?? null] : []), ...cells]),
]

const figures = { China: [257973.5, '...', 291958.25], USSR: ['xxx', 'xxx', 'xxx'], 'Costa Rica': [0, 0, 0] }

const milex = {
  'Regional totals': [
    ['Figures at constant 2021 prices'],
    ['Region', 2021, 2022, '2022 (current prices)'],
    ['World', 2117.5, '...', 2240.25],
  ],
  'Local currency calendar years': countries(figures, ['Yuan', 'Roubles', 'Colones']),
  'Constant (2021) US$': countries(figures),
  'Current US$': countries(figures),
  'Share of GDP': countries({ China: [0.0175, 0.0162, '. .'] }),
  'Per capita': countries({ China: [179.25, 189.5, 204.75] }),
  'Share of Govt. spending': countries({ China: [0.048, 0.0487, 0.0481] }),
}

/** Alliances, sanctions, arms, exercises. */
export const securitySamples: readonly Sample[] = [
  {
    reader: 'atop',
    files: [
      csv(
        'atop5_1ddyr.csv',
        'ddyad,stateA,stateB,year,atopally,defense,offense,neutral,nonagg,consul,shareob,asymm,version',
        '2020,2,20,2018,1,1,0,0,0,1,1,0,5.1',
        '20002,20,2,2018,1,0,0,0,1,1,1,0,5.1',
      ),
    ],
  },
  { reader: 'eusanct', files: [book('cases.xls', { Sheet1: cases(imposed, threat) })] },
  {
    reader: 'gsdb',
    files: [
      csv(
        'GSDB_V3.csv',
        'case_id,sanctioned_state,sanctioning_state,begin,end,trade,descr_trade,arms,military,financial,travel,other,target_mult,sender_mult,objective,success',
        '1,"Russia","EU, United States",2014,2022,1,"exp_part,imp_part",0,1,1,0,0,0,1,policy_change,ongoing',
        '7,"Korea, North","Japan",2006,2022,1,"exp_part,imp_part",1,0,0,0,0,0,1,policy_change,ongoing',
      ),
    ],
  },
  {
    reader: 'mme-exercises',
    sums: true,
    files: [
      csv(
        'mme_v7.csv',
        ['MMEID', 'Ex_Name', 's.year', ...mmeStates].join(','),
        mme('mme87', 'Readex 1-80', 1980, 'Netherlands', 'United Kingdom', 'United States'),
        mme('mme3765', 'Elang Indopura 16/10', 2010, 'Indonesia', 'Singapore'),
      ),
    ],
  },
  {
    reader: 'russia-exercises',
    sums: true,
    files: [
      csv(
        'exercises.csv',
        ['id', 'name', 'yr', ...parts, 'comments', 'source'].join(','),
        exercise(1, 2018, 'China', 'India'),
        exercise(2, 2019, 'China'),
      ),
    ],
  },
  { reader: 'sipri-milex', files: [book('milex.xlsx', milex)] },
  {
    reader: 'sipri-register',
    sums: true,
    files: [
      latin(
        text(
          'trade-register.csv',
          ',',
          5,
          'Transfers of major conventional arms from All countries  to All countries . Deals with deliveries made for the year range 1950 to 2025 ',
          '',
          'Source: SIPRI Arms Transfers Database (c) SIPRI.',
          'Data generated: 3 Oct 2025 5:22:49 PM',
          'Recipient,Supplier,Year of order, ,Number ordered, ,Weapon designation,Weapon description,Number delivered, ,Year(s) of delivery,status,Comments,SIPRI TIV per unit,SIPRI TIV for total order,SIPRI TIV of delivered weapons',
          'China,Russia,2001,?,4,,Own-1,own kind,4,,2004; 2005,New,said on',
          'two lines,7.5,30,30',
          'India,France,2016,,36,,Own-2,own kind,36,,2020,New,,50,1800,1800',
          'Côte d’Ivoire,France,2016,,1,,Own-3,own kind,1,,2017,New,,0.5,0.5,0.5'.replace('’', "'"),
        ),
      ),
    ],
  },
  {
    reader: 'sipri-tiv-table',
    files: [
      latin(
        text(
          'import-values.csv',
          ',',
          7,
          'Volume of transfers of major arms',
          'explanations, with a comma',
          '',
          'Source: SIPRI Arms Transfers Database (c) SIPRI.',
          'Data generated: 28 Sep 2026 9:10:31 AM',
          '',
          'Recipient,2020,2021,2022,2020-2022,Percentage,Sum total years,Percentage of total',
          'China,552,0 ,,552,33%,552,33%',
          'India,1000,117,,1117,67%,1117,67%',
          'Total world import,1552,117 ,,1669,100%,1669,',
        ),
      ),
    ],
  },
]
