import { gzipSync } from 'node:zlib'
import { utils, write } from '@e965/xlsx'
import { readSipriRegister } from '../../../src/sources/arms/sipri-register.ts'
import { readBaci } from '../../../src/sources/baci/baci.ts'
import { readArmeniaCustoms } from '../../../src/sources/customs/armenia-customs.ts'
import { readGeorgiaCustoms } from '../../../src/sources/customs/georgia-customs.ts'
import { readUzbekistanCustoms } from '../../../src/sources/customs/uzbekistan-customs.ts'
import { readComextFossil } from '../../../src/sources/energy/comext-fossil.ts'
import { readCreaFossil } from '../../../src/sources/energy/crea-fossil.ts'
import { readCreaTracker } from '../../../src/sources/energy/crea-tracker.ts'
import { readWorldBank } from '../../../src/sources/finance/world-bank.ts'
import { readGdelt } from '../../../src/sources/politics/gdelt.ts'
import { readGdeltGkg } from '../../../src/sources/politics/gdelt-gkg.ts'
import { readGdeltNormalisation } from '../../../src/sources/politics/gdelt-normalisation.ts'
import { readIcews } from '../../../src/sources/politics/icews.ts'
import { readComtrade } from '../../../src/sources/trade/comtrade.ts'
import { readImfDots } from '../../../src/sources/trade/imf-dots.ts'
import { readDgacm } from '../../../src/sources/un/assembly/un-ga-dgacm.ts'
import type { Cell, Columns } from '../../../src/store/index.ts'
import { gdeltLine, zipOf } from '../../sources/event-files.ts'

/** A reader with a small valid file in its source's format, written for the tests. */
export interface Subject {
  readonly name: string
  /** Name of the file that is damaged. */
  readonly file: string
  readonly content: Uint8Array
  /** Reads the file at a path and returns the figures by their keys. */
  readonly read: (path: string) => Promise<ReadonlyMap<string, string>>
  readonly form: 'csv' | 'lines' | 'json' | 'packed'
  /** The field delimiter of a text. */
  readonly delimiter?: string
  /**
   * True where the figures are sums over lines, or are not counted: a missing or duplicated line must not crash the
   * reader, but cannot be detected.
   */
  readonly sums?: true
  /** True where the provider's file ends without a line break, so a truncation in the last figure cannot be detected. */
  readonly openEnd?: true
}

const figures =
  (key: readonly string[], value: readonly string[]) =>
  (columns: Columns): ReadonlyMap<string, string> => {
    const of = (names: readonly string[], row: number): string =>
      names.map((name) => String((columns[name] as readonly Cell[])[row])).join('|')
    return new Map((columns[value[0]!] ?? []).map((_, row) => [of(key, row), of(value, row)]))
  }

const observed = figures(['indicator', 'from_id', 'to_id', 'reporter', 'start_date', 'end_date', 'unit', 'valuation'], ['value'])
const eventNumber = figures(['locator'], ['date', 'code', 'goldstein', 'mentions'])
/** An event's number does not depend on the position of its line. */
const events = (columns: Columns): ReadonlyMap<string, string> =>
  new Map([...eventNumber(columns)].map(([locator, value]) => [locator.replace(/^.*:\d+( |$)/, ''), value]))

const text = (...lines: readonly string[]): Uint8Array => Buffer.from(lines.map((line) => `${line}\n`).join(''))

const fossil = (['eur', 'tonne'] as const).flatMap((unit) =>
  Array.from({ length: 12 }, (_, i) => `China,Russia,2020-${String(i + 1).padStart(2, '0')}-01,coal,${unit},${(i + 1) * 1000}.5`),
)

const comext = Array.from(
  { length: 12 },
  (_, i) => `EU27_2020,Norway,2701,1,2020${String(i + 1).padStart(2, '0')},VALUE_IN_EUROS,${1000 + i}`,
)

const workbook = (cells: readonly (readonly (string | number | null)[])[]): Uint8Array => {
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet(cells.map((row) => [...row])), 'Data')
  return write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Uint8Array
}

const comtrade = {
  ...{
    typeCode: 'C',
    freqCode: 'A',
    period: '2023',
    reporterCode: 842,
    reporterISO: null,
    flowCode: 'M',
    partnerCode: 392,
    partner2Code: 0,
  },
  ...{ classificationCode: 'H6', cmdCode: 'TOTAL', customsCode: 'C00', mosCode: '0', motCode: 0, netWgt: null, isNetWgtEstimated: false },
  ...{ cifvalue: 1234, fobvalue: null, primaryValue: 1234 },
}

const resolution = (number: number): string =>
  JSON.stringify({
    symbol: `A/RES/75/${number}`,
    title: 'A title',
    adoption_date: '2020-12-07 00:00:00',
    agenda_item_name: 'An item',
    adoption_type: 'By a recorded vote',
    MS_in_favour_count: '2',
    MS_against_count: '1',
    MS_abstaining_count: 'N.A.',
    MS_in_favour: ['CHINA', 'RUSSIAN FEDERATION'],
    MS_against: ['UNITED STATES'],
    MS_abstaining: [],
  })

const sipri = [
  'Transfers of major conventional arms from All countries  to All countries . Deals with deliveries made for the year range 1950 to 2025 ',
  ...['', 'Source: SIPRI Arms Transfers Database (c) SIPRI.', 'Data generated: 3 Oct 2025 5:22:49 PM'],
  'Recipient,Supplier,Year of order, ,Number ordered, ,Weapon designation,Weapon description,Number delivered, ,Year(s) of delivery,status,Comments,SIPRI TIV per unit,SIPRI TIV for total order,SIPRI TIV of delivered weapons',
  'China,Russia,2001,?,4,,Own-1,own kind,4,,2004; 2005,New,said on',
  'two lines,7.5,30,30',
  'India,France,2016,,36,,Own-2,own kind,36,,2020,New,,50,1800,1800',
]

const gkg = (number: number): string =>
  [
    `20150218230000-${number}`,
    '20150218230000',
    '1',
    'a.org',
    'http://a.org',
    '',
    '',
    '',
    '',
    '1#Russia#RS#RS#60#100#RS;1#China#CH#CH#35#105#CH',
  ]
    .concat(Array.from({ length: 17 }, () => ''))
    .join('\t')

const gdelt = [1, 2, 3].map((id) => gdeltLine(61, { id, code: '0331', goldstein: '5.2', mentions: `${id}7` }))

/** One subject for each file format of the sources. */
export const subjects: readonly Subject[] = [
  {
    name: 'BACI totals',
    file: 'baci.csv',
    form: 'csv',
    delimiter: ',',
    content: text('year,iso_o,iso_d,value_thousand_usd', '2014,CHN,RUS,53676.3', '2014,RUS,CHN,38500.125', '2015,CHN,RUS,34757'),
    read: async (path) => observed((await readBaci(path)).observations),
  },
  {
    name: 'World Bank',
    file: 'gdp.csv',
    form: 'csv',
    delimiter: ',',
    openEnd: true,
    content: text(
      'Country Name,Country Code,Year,Value',
      'China,CHN,2020,14687744162801',
      'World,WLD,2020,85105601000000',
      'Arab World,ARB,2020,1.5e12',
    ),
    read: async (path) => observed((await readWorldBank({ gdp: path, population: path })).observations),
  },
  {
    name: 'CREA tracker',
    file: 'crea.csv',
    form: 'csv',
    delimiter: ',',
    sums: true,
    content: text(
      'date,variable,EU,China,Others,India,Turkey,South Korea,United States,United Kingdom',
      '2022-12-30,value_eur,1001.5,2002,3003,4004,5005,6006,7007,8008',
      '2022-12-31,value_eur,1101.5,2102,3103,4104,5105,6106,7107,8108',
    ),
    read: async (path) => observed((await readCreaTracker(path)).observations),
  },
  {
    name: 'CREA fossil',
    file: 'fossil.csv',
    form: 'csv',
    delimiter: ',',
    sums: true,
    content: text('country,partner,date,commodity,unit,value', ...fossil),
    read: async (path) => observed((await readCreaFossil(path)).observations),
  },
  {
    name: 'Comext fossil',
    file: 'comext.csv',
    form: 'csv',
    delimiter: ',',
    sums: true,
    content: text('REPORTER,PARTNER,PRODUCT,FLOW,PERIOD,INDICATORS,INDICATOR_VALUE', ...comext),
    read: async (path) => observed((await readComextFossil(path)).observations),
  },
  {
    name: 'Armenia',
    file: 'armenia.csv',
    form: 'csv',
    delimiter: ',',
    content: text(
      'country,export,import_origin,timeperiod,year',
      'China,100.5,200.25,12,2020',
      'China,1100.5,2200.25,Year,2020',
      'Russian Federation,3300,4400,Year,2020',
    ),
    read: async (path) => observed((await readArmeniaCustoms(path)).observations),
  },
  {
    name: 'Uzbekistan',
    file: 'sdmx_data_1105.csv',
    form: 'csv',
    delimiter: ',',
    content: text('Code,Klassifikator_en,2010,2011', '156,China,1000.5,2000', '643,Russian Federation,3000,4000.25'),
    read: async (path) => observed((await readUzbekistanCustoms({ exports: path, imports: path })).observations),
  },
  {
    name: 'BACI totals, gzipped',
    file: 'baci.csv.gz',
    form: 'packed',
    content: gzipSync('year,iso_o,iso_d,value_thousand_usd\n2014,CHN,RUS,53676.3\n2014,RUS,CHN,38500.125\n'),
    read: async (path) => observed((await readBaci(path)).observations),
  },
  {
    name: 'Georgia workbook',
    file: 'georgia.xlsx',
    form: 'packed',
    content: workbook([
      [null],
      [null],
      ['(Mill. USD)'],
      [null, 2019, 2020],
      ['Total Exports', 3798.4, 3344.25],
      ['Total Imports', 9518.6, 8052.75],
    ]),
    read: async (path) => observed((await readGeorgiaCustoms(path)).observations),
  },
  {
    name: 'IMF workbook',
    file: 'imf.xlsx',
    form: 'packed',
    content: workbook([
      ...[
        [null],
        [null, 'Exports, FOB to Partner Countries'],
        [null],
        [null, 'Russian Federation'],
        [null, 'US Dollars, Millions'],
        [null],
      ],
      [null, null, '2019', '2020'],
      [null, 'China', 57320.5, 49061.25],
      [null, 'World', 426720, 337104.5],
    ]),
    read: async (path) => observed((await readImfDots([path])).observations),
  },
  {
    name: 'GDELT zip',
    file: 'gdelt.zip',
    form: 'packed',
    content: zipOf([['gdelt.CSV', gdelt.map((line) => `${line}\n`).join('')]]),
    read: async (path) => events((await readGdelt([path])).events),
  },
  {
    name: 'GDELT events',
    file: 'gdelt.tsv',
    form: 'lines',
    delimiter: '\t',
    content: text(...gdelt),
    read: async (path) => events((await readGdelt([path])).events),
  },
  {
    name: 'GDELT normalisation',
    file: 'norm.csv',
    form: 'lines',
    delimiter: ',',
    content: text('20150218,,77', '20150218,RS,55', '20150218,CH,4321'),
    read: async (path) => observed((await readGdeltNormalisation([path])).observations),
  },
  {
    name: 'GDELT knowledge graph',
    file: 'gkg.tsv',
    form: 'lines',
    delimiter: '\t',
    sums: true,
    content: text(gkg(0), gkg(1)),
    read: async (path) => observed((await readGdeltGkg([path])).observations),
  },
  {
    name: 'ICEWS',
    file: 'icews.txt',
    form: 'lines',
    delimiter: '\t',
    sums: true,
    content: text(
      'China\tConsult\tJapan\t2014-01-01',
      'Police (Australia)\tArrest, detain, or charge with legal action\tCitizen (India)\t2014-01-02',
    ),
    read: async (path) => figures(['locator'], ['date', 'code'])((await readIcews([path])).events),
  },
  {
    name: 'UN JSON lines',
    file: '75.json',
    form: 'json',
    delimiter: '"',
    content: text(resolution(1), resolution(2)),
    read: async (path) => {
      const { rollCalls } = await readDgacm([path])
      const value = ({ date, yes, no, abstain, positions }: (typeof rollCalls)[number]): string =>
        JSON.stringify([date, yes, no, abstain, ...positions])
      return new Map(rollCalls.map((rollCall) => [rollCall.symbol ?? '', value(rollCall)]))
    },
  },
  {
    name: 'Comtrade answer',
    file: 'comtrade.json',
    form: 'json',
    delimiter: '"',
    content: text(
      JSON.stringify({
        elapsedTime: '0.1 secs',
        count: 2,
        data: [comtrade, { ...comtrade, partnerCode: 0, primaryValue: 99887, cifvalue: 99887 }],
        error: '',
      }),
    ),
    read: async (path) => observed((await readComtrade([path])).observations),
  },
  {
    name: 'SIPRI register',
    file: 'register.csv',
    form: 'lines',
    delimiter: ',',
    sums: true,
    content: text(...sipri),
    read: async (path) => observed((await readSipriRegister(path)).observations),
  },
]
