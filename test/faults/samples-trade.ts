import { zipOf } from '../sources/event-files.ts'
import { book, csv, type Sample, text } from './sample.ts'

const comtrade = {
  ...{ typeCode: 'C', freqCode: 'A', period: '2023', reporterCode: 842, reporterISO: null, flowCode: 'M', partnerCode: 392 },
  ...{ partner2Code: 0, classificationCode: 'H6', cmdCode: 'TOTAL', customsCode: 'C00', mosCode: '0', motCode: 0 },
  ...{ netWgt: null, isNetWgtEstimated: false, cifvalue: 1234, fobvalue: null, primaryValue: 1234 },
}

const fossilMonths = Array.from(
  { length: 12 },
  (_, i) => `EU27_2020,Norway,2701,1,2020${String(i + 1).padStart(2, '0')},VALUE_IN_EUROS,${1000 + i}`,
)

const comextMonths = (member: string): string[] =>
  'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'
    .split(' ')
    .map((month, i) => `"${member}",Kyrgyzstan,Total,EXPORT,Total,${month}. 2021,${1010 + i}`)

const firstsOf2020 = [43831, 43862, 43891, 43922, 43952, 43983, 44013, 44044, 44075, 44105, 44136, 44166]
const sanctioned = [
  ['partner', 'reporter', 'month', 'sanctioned_export'],
  ...firstsOf2020.map((day, i) => ['Russian Federation (Russia)', 'Austria', day, 5100 + i]),
]

const imts = 'DATAFLOW,COUNTRY,INDICATOR,COUNTERPART_COUNTRY,FREQUENCY,TIME_PERIOD,OBS_VALUE,SCALE,STATUS'

const kazakhstan = [
  ['Основные показатели внешней торговли Республики Казахстан по странам'],
  ['за 2022 год'],
  [null, null, null, null, 'тыс. долларов США'],
  [null, 'Товарооборот', 'экспорт', 'импорт'],
  [null, null, null, null],
  ['Всего', 30000.5, 20000.25, 10000.25],
  ['Россия', 3000.5, 2000.25, 1000.25],
  ['Китай', 7000, 4000, 3000],
]

const kyrgyz = (title: string): (string | number | null)[][] => [
  [null, title],
  [null, '(тыс. долларов США)'],
  [null, 'Наименования показателей', 'Items', 2020, 2021, '2022'],
  ['Бардыгы', 'Всего', 'Total', 1973.1, 2752.2, 2254.5],
  ['Россия', 'Россия', 'Russia', 291.4, 393.3, 1069.7],
  ['Кытай', 'Китай', 'China', 43.5, '-', 61.5],
]

const months = 'Январь Февраль Март Апрель Май Июнь Июль Август Сентябрь Октябрь Ноябрь Декабрь'.split(' ')

const partners = (first: number): (string | number | null)[][] => [
  ['ВНЕШНЯЯ ТОРГОВЛЯ С ОСНОВНЫМИ СТРАНАМИ'],
  [null],
  [null],
  ['(млн долларов США)'],
  [null, 'Китай', 'Германия'],
  [2014],
  ...months.map((month, i) => [month, first + i, 2 * first + i]),
]

const totals = [
  ['ЭКСПОРТ И ИМПОРТ'],
  [null],
  [null, '(млн долларов США)'],
  [null, 2014],
  ['Экспорт', 497834.5],
  ['Беларусь', 16477.25],
  ['Импорт', 286648.5],
  ['Беларусь', 12335.75],
]

const latest = [
  ['Внешняя торговля по группам стран, млрд. долл. США'],
  [null, 'Экспорт', null, null, 'Импорт'],
  [null, 'январь-декабрь 2022', 'январь-декабрь 2023', null, 'январь-декабрь 2022', 'январь-декабрь 2023'],
  ['Весь мир', 592.1, 425.1, null, 255.3, 285.1],
]

const imf = (title: string): (string | number | null)[][] => [
  [null],
  [null, title],
  [null],
  [null, 'Russian Federation'],
  [null, 'US Dollars, Millions'],
  [null],
  [null, null, '2019', '2020'],
  [null, 'China', 57320.5, 49061.25],
  [null, 'World', 426720, 337104.5],
]

/** Trade in goods and services. */
export const tradeSamples: readonly Sample[] = [
  {
    reader: 'armenia-customs',
    files: [
      csv(
        'armenia.csv',
        'country,export,import_origin,timeperiod,year',
        'China,100.5,200.25,12,2020',
        'China,1100.5,2200.25,Year,2020',
        'Russian Federation,3300,4400,Year,2020',
      ),
    ],
  },
  {
    reader: 'baci',
    files: [csv('baci.csv', 'year,iso_o,iso_d,value_thousand_usd', '2014,CHN,RUS,53676.3', '2014,RUS,CHN,38500.125', '2015,CHN,RUS,34757')],
  },
  {
    reader: 'baci-year',
    sums: true,
    files: [
      csv(
        'BACI_HS17_Y2022_V202401.csv',
        't,i,j,k,v,q',
        '2022,643,156,010121,5.5,1.25',
        '2022,643,156,9999AA,1.501,',
        '2022,156,643,010121,0.001,NA',
      ),
      csv(
        'country_codes_V202401.csv',
        'country_code,country_name,country_iso2,country_iso3',
        '156,China,CN,CHN',
        '643,Russian Federation,RU,RUS',
      ),
    ],
  },
  {
    reader: 'comext-answers',
    files: [
      csv(
        'comext_DEU_KAZ.csv',
        'DATAFLOW,LAST UPDATE,freq,reporter,partner,product,flow,indicators,TIME_PERIOD,OBS_VALUE',
        'ESTAT:DS-045409(1.0),15/09/26 11:00:00,A,DE,KZ,2709,1,VALUE_IN_EUROS,2024,5400000001',
        'ESTAT:DS-045409(1.0),15/09/26 11:00:00,A,DE,KZ,2701,1,VALUE_IN_EUROS,2024,7200003',
      ),
    ],
  },
  {
    reader: 'comext-fossil',
    sums: true,
    files: [csv('comext.csv', 'REPORTER,PARTNER,PRODUCT,FLOW,PERIOD,INDICATORS,INDICATOR_VALUE', ...fossilMonths)],
  },
  {
    reader: 'comext',
    sums: true,
    files: [
      csv(
        'months.csv',
        'REPORTER,PARTNER,PRODUCT,FLOW,STAT_PROCEDURE,PERIOD,VALUE_IN_EUR',
        ...comextMonths('Malta'),
        ...comextMonths('Poland'),
      ),
    ],
  },
  {
    reader: 'comext-products',
    files: [
      csv(
        'products.csv',
        'cn8,reporter,partner,month,eur',
        '85423190,Germany,Kazakhstan,2022-03,51001',
        '85423190,Germany,Kazakhstan,2022-04,62003',
        '85423190,Poland,Kyrgyzstan,2022-04,73007',
      ),
    ],
  },
  {
    reader: 'comext-sanctioned',
    sums: true,
    files: [book('sanctioned.xlsx', { Sheet1: sanctioned })],
  },
  {
    reader: 'comtrade',
    files: [
      text(
        'comtrade.json',
        '"',
        0,
        JSON.stringify({
          ...{ elapsedTime: '0.1 secs', count: 2, error: '' },
          data: [comtrade, { ...comtrade, partnerCode: 0, primaryValue: 99887, cifvalue: 99887 }],
        }),
      ),
    ],
  },
  {
    reader: 'cow-trade',
    files: [
      csv(
        'Dyadic_COW_4.0.csv',
        'ccode1,ccode2,year,importer1,importer2,flow1,flow2,smoothflow1,smoothflow2,smoothtotrade,spike1,spike2,dip1,dip2,trdspike,tradedip,source1,source2,version',
        '2,20,1920,United States of America,Canada,611.86,735.48,611.86,-9,1347,0,0,0,0,0,0,1,1,4',
        '2,710,1920,United States of America,China,112.5,145.75,112.5,145.75,258,0,0,0,0,0,0,1,1,4',
      ),
    ],
  },
  {
    reader: 'cow-trade',
    files: [
      {
        kind: 'bytes',
        name: 'COW_Trade_4.0.zip',
        bytes: zipOf([
          [
            'COW_Trade_4.0/Dyadic_COW_4.0.csv',
            'ccode1,ccode2,year,flow1,flow2,smoothflow1,smoothflow2\n365,710,2014,50.9,37.5,50.9,37.5\n',
          ],
          ['COW_Trade_4.0/National_COW_4.0.csv', 'ccode,year,imports,exports\n365,2014,280,490\n'],
        ]),
      },
    ],
  },
  {
    reader: 'georgia-customs',
    files: [
      book('georgia.xlsx', {
        Data: [[null], [null], ['(Mill. USD)'], [null, 2019, 2020], ['Total Exports', 3798.4, 3344.25], ['Total Imports', 9518.6, 8052.75]],
      }),
    ],
  },
  { reader: 'imf-dots', files: [book('imf.xlsx', { Exports: imf('Exports, FOB to Partner Countries') })] },
  {
    reader: 'imf-imts',
    files: [
      csv(
        'imts.csv',
        imts,
        'IMF.STA:IMTS(1.0.0),RUS,XG_FOB_USD,CHN,A,2014,37494308017,6,A',
        'IMF.STA:IMTS(1.0.0),RUS,MG_CIF_USD,CHN,A,2014,50884000000.5,6,A',
      ),
    ],
  },
  { reader: 'kazakhstan-customs', files: [book('po_stranam_2022.xlsx', { '1': kazakhstan })] },
  {
    reader: 'kyrgyzstan-customs',
    files: [book('eksport.xlsx', { '1': kyrgyz('Экспорт') }), book('import.xlsx', { '1': kyrgyz('Импорт') })],
  },
  {
    reader: 'russian-customs',
    sums: true,
    files: [
      book('96stran.xlsx', { Экспорт: partners(2500), Импорт: partners(4100) }),
      book('94itog.xlsx', { '2014': totals }),
      book('strany122023.xlsx', { Лист1: latest }),
    ],
  },
  {
    reader: 'uzbekistan-customs',
    files: [
      csv('sdmx_data_1105.csv', 'Code,Klassifikator_en,2010,2011', '156,China,1000.5,2000', '643,Russian Federation,3000,4000.25'),
      csv('sdmx_data_1176.csv', 'Code,Klassifikator_en,2010,2011', '156,China,1200.5,2200', '643,Russian Federation,3300,4400.25'),
    ],
  },
  {
    reader: 'wiod',
    sums: true,
    files: [
      csv(
        'wiod_trade_by_sector.csv',
        'year,exporter,sector,importer,intermediate,final',
        '2011,RUS,c1,CHN,51.5,27',
        '2011,RUS,c2,CHN,13,-3',
      ),
      csv('wiod_output_value.csv', 'year,country,sector,gross_output,intermediate_inputs,final_sales', '2011,RUS,c1,1000,400,600'),
      csv('wiod_input_use_2011.csv', 'year,country,using_sector,supplying_sector,value', '2011,CHN,c2,c1,777'),
    ],
  },
  ...['22', '23'].map((year) => ({
    reader: `baci-20${year}`,
    sums: true as const,
    files: [
      csv(
        `bilateral_${year}.csv`,
        'exporter_id,exporter_name,importer_id,importer_name,value',
        'chn,China,rus,Russia,75400000',
        'rus,Russia,chn,China,114147000',
      ),
    ],
  })),
  {
    reader: 'baci-sectors',
    sums: true,
    files: [
      text(
        'batteries_edges.csv',
        ',',
        4,
        '# source: CEPII BACI HS17 V202601, year 2024',
        '# unit: *_kusd values are THOUSANDS of current USD',
        '# layer = batteries; HS6 codes (1): 850760',
        'exporter_iso3,importer_iso3,value_kusd',
        'CHN,USA,17800000.5',
        'KOR,USA,3500000',
      ),
    ],
  },
  {
    reader: 'oecd-icio',
    sums: true,
    files: [csv('icio-sectors-2022.csv', 'exporter,importer,sector,value_musd', 'SAU,CHN,B06,59000.5', 'NOR,DEU,B06,24000')],
  },
]
