import { expect, test } from 'vitest'
import { acquisitionOf } from '../../../src/sources/fetching/acquisition.ts'
import { addressOf, fetchableAddresses, formOfName } from '../../../src/sources/fetching/addresses.ts'
import { loadSourceCards } from '../../../src/sources/index.ts'
import { manualDownloadReasons, manualDownloads } from '../../../src/sources/reader/manual-downloads.ts'

const sourceCards = await loadSourceCards()

const cardOf = (id: string): (typeof sourceCards)[number] | undefined => sourceCards.find((card) => card.id === id)

test.each([
  ['un-resolutions', { session: 'ES-11' }, 'https://raw.githubusercontent.com/UNxml/GAresolutions/main/data_extract/ES-11.json'],
  [
    'world-bank',
    { series: 'NY.GDP.MKTP.CD' },
    'https://api.worldbank.org/v2/country/all/indicator/NY.GDP.MKTP.CD?format=json&per_page=20000&page=1',
  ],
  [
    'world-bank',
    { series: 'SP.POP.TOTL', years: '1960:2024', page: '2' },
    'https://api.worldbank.org/v2/country/all/indicator/SP.POP.TOTL?format=json&per_page=20000&page=2&date=1960:2024',
  ],
  [
    'world-bank',
    { series: 'NY.GDP.MKTP.CD', states: 'KEN;TZA', years: '2025' },
    'https://api.worldbank.org/v2/country/KEN;TZA/indicator/NY.GDP.MKTP.CD?format=json&per_page=20000&page=1&date=2025',
  ],
  [
    'comext-fuels',
    { importer: 'DE', supplier: 'KZ', from: '2023', to: '2024' },
    'https://ec.europa.eu/eurostat/api/comext/dissemination/sdmx/2.1/data/DS-045409/A.DE.KZ.2701+2704+2709+2710+271111.1.VALUE_IN_EUROS+QUANTITY_IN_100KG?startPeriod=2023&endPeriod=2024&format=SDMX-CSV',
  ],
  [
    'imf-imts',
    { reporter: 'RUS', indicator: 'XG_FOB_USD' },
    'https://api.imf.org/external/sdmx/3.0/data/dataflow/IMF.STA/IMTS/+/RUS.XG_FOB_USD.*.A',
  ],
  [
    'comtrade-preview',
    { reporter: '842', partner: '392', period: '2023' },
    'https://comtradeapi.un.org/public/v1/preview/C/A/HS?cmdCode=TOTAL&flowCode=M,X&reporterCode=842&period=2023&partnerCode=392&includeDesc=true',
  ],
  [
    'comtrade-keyed',
    { reporter: '156', partner: '0', period: '202301', frequency: 'M', commodity: '27' },
    'https://comtradeapi.un.org/data/v1/get/C/M/HS?cmdCode=27&flowCode=M,X&reporterCode=156&period=202301&partnerCode=0&includeDesc=true',
  ],
  [
    'crea-counter',
    { from: '2022-01-01', by: 'month,commodity', destination: 'CN' },
    'https://api.russiafossiltracker.com/v0/counter?format=csv&date_from=2022-01-01&aggregate_by=month,commodity&destination_iso2=CN',
  ],
  [
    'dataverse-files',
    { doi: '10.7910/DVN/0TJX8Y' },
    'https://dataverse.harvard.edu/api/datasets/:persistentId/versions/:latest-published/files?persistentId=doi:10.7910/DVN/0TJX8Y',
  ],
  ['dataverse-file', { file: '12' }, 'https://dataverse.harvard.edu/api/access/datafile/12'],
  ['dataverse-file', { file: '12', format: 'original' }, 'https://dataverse.harvard.edu/api/access/datafile/12?format=original'],
])('%s from %o', (id, given, address) => {
  expect(addressOf(id, given as Record<string, string>)).toBe(address)
})

test.each([
  ['nothing', {}, 'there is no address for "nothing"; there are un-resolutions'],
  ['un-resolutions', {}, 'needs session'],
  ['un-resolutions', { session: '73' }, 'cannot take "73" for session'],
  ['un-resolutions', { session: '80', year: '2025' }, 'knows no "year"; it takes session'],
  ['world-bank', { series: 'NY.GDP&x=1' }, 'cannot take "NY.GDP&x=1"'],
  ['comtrade-preview', { reporter: 'CHN', partner: '643', period: '2023' }, 'cannot take "CHN" for reporter: number of the reporter'],
  ['world-bank', { series: 'NY.GDP.MKTP.CD', states: 'KEN/../all' }, 'cannot take "KEN/../all" for states'],
  ['comext-fuels', { importer: 'DE', supplier: 'KZ', from: '2024', to: '2023' }, 'from 2024 is after to 2023'],
  ['crea-counter', { from: '2022-13-01' }, 'cannot take "2022-13-01"'],
  ['crea-counter', { from: '2023-01-01', to: '2022-01-01' }, 'from 2023-01-01 is after to 2022-01-01'],
  ['dataverse-files', { doi: '../../x' }, 'cannot take "../../x"'],
])('%s from %o is a mistake of the question', (id, given, message) => {
  const make = (): string => addressOf(id, given as Record<string, string>)
  expect(make).toThrowError(expect.objectContaining({ code: 'Usage', message: expect.stringContaining(message) }))
})

test('the examples of the parameters make an address that is one, over https, with nothing unfilled', () => {
  for (const { id, parameters } of fetchableAddresses) {
    const address = addressOf(id, Object.fromEntries(parameters.map(({ name, example }) => [name, example])))
    expect(new URL(address).protocol).toBe('https:')
    expect(address).not.toMatch(/undefined|null/)
    for (const { example } of parameters) expect(address).toContain(example)
  }
})

test('every id stands once, and a source that is fetched is a source that is read', () => {
  expect(new Set(fetchableAddresses.map((one) => one.id)).size).toBe(fetchableAddresses.length)
  for (const source of ['un-resolutions', 'world-bank', 'comtrade', 'crea-tracker']) expect(cardOf(source), source).toBeDefined()
})

test('what is brought by hand comes from the place that the card of the source names', () => {
  const held = sourceCards.filter(({ id }) => manualDownloads[id] !== undefined)
  expect(held.length).toBe(Object.keys(manualDownloads).length)
  for (const card of held) expect(JSON.stringify(card), card.id).toContain(new URL(acquisitionOf(card).byHand!.address).host)
})

test('whoever asks how to get a source is told a way, whichever source it is', () => {
  for (const card of sourceCards) {
    const { fetch, byHand } = acquisitionOf(card)
    expect(fetch.length + (byHand === null ? 0 : 1), card.id).toBeGreaterThan(0)
  }
  expect(acquisitionOf(cardOf('world-bank')!)).toMatchObject({ fetch: [{ id: 'world-bank' }], byHand: null })
  expect(acquisitionOf(cardOf('baci')!)).toMatchObject({ fetch: [], byHand: { why: manualDownloadReasons.archive } })
})

test("a file's name promises a form, or none that is read", () => {
  const names = ['UNGDC_1946-2024.tgz', 'Idealpoints.tab', 'a.CSV', 'b.xlsx', 'c.dta', 'csv']
  expect(names.map(formOfName)).toEqual(['gzip', 'csv', 'csv', 'xlsx', undefined, undefined])
})
