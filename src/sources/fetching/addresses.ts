import { VisavisError } from '../../errors.ts'
import type { FileForm } from '../download/download-form-check.ts'

/** A parameter of an address that can be fetched. */
export interface AddressParameter {
  readonly name: string
  readonly help: string
  readonly example: string
  /** The pattern that a value must match to be put into an address unchanged. */
  readonly pattern: RegExp
  /** The value used if the parameter is not given; null: the parameter is then left out of the address. Without a fallback the parameter is required. */
  readonly fallback?: string | null
}

/** A kind of address that a provider lets scripts fetch, with or without a key. */
export interface FetchableAddress {
  readonly id: string
  /** Ids of the sources for which the address provides files. */
  readonly sources: readonly string[]
  readonly provider: string
  readonly what: string
  /** The form that the answer must have; null: the form implied by the name of the file asked for, see `formOfName`. */
  readonly form: FileForm | null
  readonly accept?: string
  readonly maxBytes: number
  /** Milliseconds between two requests; a limit of our own if the provider states none. */
  readonly interval: number
  readonly parameters: readonly AddressParameter[]
  /** Milliseconds until an answer must begin, if the provider needs more than half a minute to compute it. */
  readonly patience?: number
  /** The environment variable that has the key, and the header in which to send it; only for addresses that require a key. */
  readonly key?: { readonly variable: string; readonly header: string }
  /** What the user should know about the answer, one sentence each. */
  readonly notes: readonly string[]
  readonly make: (values: Readonly<Record<string, string | null>>) => string
}

const megabyte = 1024 * 1024
const day = /^(19|20)\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/
const whole = /^[1-9]\d{0,11}$/
const codes = /^[A-Z]{2}(,[A-Z]{2})*$/
const iso3Codes = /^(all|[A-Z]{3}(;[A-Z]{3}){0,9})$/
const imfCode = /^(\*|[A-Z0-9_]{1,16})$/
const hsCodes = /^(TOTAL|AG[246]|\d{2}(\d\d){0,2}(,\d{2}(\d\d){0,2}){0,9})$/
const dataverse = 'https://dataverse.harvard.edu/api'

const comtradeParameters: readonly AddressParameter[] = [
  { name: 'reporter', help: 'number of the reporter (M49, the United States 842)', example: '156', pattern: /^\d{1,3}$/ },
  { name: 'partner', help: 'number of the partner; 0 is the world', example: '643', pattern: /^\d{1,3}$/ },
  { name: 'period', help: 'YYYY, or YYYYMM with frequency M', example: '2023', pattern: /^(19|20)\d\d(0[1-9]|1[0-2])?$/ },
  { name: 'frequency', help: 'A or M', example: 'A', pattern: /^[AM]$/, fallback: 'A' },
  { name: 'commodity', help: 'HS codes, or TOTAL', example: 'TOTAL', pattern: hsCodes, fallback: 'TOTAL' },
  { name: 'flow', help: 'M imports, X exports', example: 'M,X', pattern: /^(M|X|M,X|X,M)$/, fallback: 'M,X' },
]

function comtradeQuery({ reporter, partner, period, frequency, commodity, flow }: Readonly<Record<string, string | null>>): string {
  return (
    `C/${frequency}/HS?cmdCode=${commodity}&flowCode=${flow}` +
    `&reporterCode=${reporter}&period=${period}&partnerCode=${partner}&includeDesc=true`
  )
}

/** Every kind of address that a script may fetch, as documented by the providers. */
export const fetchableAddresses: readonly FetchableAddress[] = [
  {
    id: 'un-resolutions',
    sources: ['un-resolutions'],
    provider: 'United Nations, DGACM',
    what: 'resolutions of one session of the General Assembly with the members that voted for, against, and abstained',
    form: 'lines',
    maxBytes: 64 * megabyte,
    interval: 1000,
    parameters: [
      {
        name: 'session',
        help: 'a session from the 74th on, ES-10 or ES-11 (emergency), S-32 (special)',
        example: '80',
        pattern: /^(7[4-9]|[89]\d|ES-\d\d|S-\d\d)$/,
      },
    ],
    notes: ['Weeks to months behind the plenary; a session under way grows.'],
    make: ({ session }) => `https://raw.githubusercontent.com/UNxml/GAresolutions/main/data_extract/${session}.json`,
  },
  {
    id: 'ucdp-acd',
    sources: ['ucdp-acd'],
    provider: 'Uppsala Conflict Data Program',
    what: 'the UCDP/PRIO Armed Conflict Dataset of one version, as CSV in a zip',
    form: 'zip',
    maxBytes: 16 * megabyte,
    interval: 1000,
    parameters: [{ name: 'version', help: 'version without its point: 251, 261', example: '261', pattern: /^2[56]1$/, fallback: '261' }],
    notes: ['A version comes out each June and covers the years to the one before.'],
    make: ({ version }) => `https://ucdp.uu.se/downloads/ucdpprio/ucdp-prio-acd-${version}-csv.zip`,
  },
  {
    id: 'world-bank',
    sources: ['world-bank'],
    provider: 'World Bank',
    what: 'one series for all economies and groups, or for the states named',
    form: 'json',
    maxBytes: 256 * megabyte,
    interval: 1000,
    parameters: [
      { name: 'series', help: 'code of a series', example: 'NY.GDP.MKTP.CD', pattern: /^[A-Z0-9]+(\.[A-Z0-9]+)+$/ },
      { name: 'states', help: 'ISO3 codes, separated by semicolons', example: 'KEN;TZA', pattern: iso3Codes, fallback: 'all' },
      { name: 'years', help: 'a year, or first:last', example: '1960:2024', pattern: /^\d{4}(:\d{4})?$/, fallback: null },
      { name: 'page', help: 'page of 20,000 records', example: '1', pattern: whole, fallback: '1' },
    ],
    notes: ['The first part of the answer says how many pages there are: all of them are needed.'],
    make: ({ series, states, years, page }) =>
      `https://api.worldbank.org/v2/country/${states}/indicator/${series}?format=json&per_page=20000&page=${page}${optional('date', years)}`,
  },
  {
    id: 'imf-imts',
    sources: ['imf-imts'],
    provider: 'International Monetary Fund',
    what: 'goods trade of one reporter by partner, as SDMX-CSV',
    form: 'csv',
    accept: 'application/vnd.sdmx.data+csv',
    maxBytes: 512 * megabyte,
    interval: 2000,
    patience: 180_000,
    parameters: [
      { name: 'reporter', help: 'country code of the IMF, mostly ISO3; * for all', example: 'RUS', pattern: imfCode },
      {
        name: 'indicator',
        help: 'exports FOB, imports CIF, or the balance, in USD',
        example: 'XG_FOB_USD',
        pattern: /^(XG_FOB_USD|MG_CIF_USD|TBG_USD|\*)$/,
      },
      { name: 'partner', help: 'country or group; * for all', example: 'CHN', pattern: imfCode, fallback: '*' },
      { name: 'frequency', help: 'A, Q or M', example: 'A', pattern: /^[AQM]$/, fallback: 'A' },
    ],
    notes: [
      'Codes of groups begin with G, GX or TX.',
      'The first column has had two names: read columns by name.',
      'Russia as reporter from 2022 on is estimated.',
    ],
    make: ({ reporter, indicator, partner, frequency }) =>
      `https://api.imf.org/external/sdmx/3.0/data/dataflow/IMF.STA/IMTS/+/${reporter}.${indicator}.${partner}.${frequency}`,
  },
  {
    id: 'comtrade-preview',
    sources: ['comtrade'],
    provider: 'United Nations Statistics Division',
    what: 'goods trade of one reporter with one partner in one period',
    form: 'json',
    maxBytes: 16 * megabyte,
    interval: 2000,
    parameters: comtradeParameters,
    notes: ['At most 500 records come, without a word where there were more: an answer of 500 is not whole.', 'Not to be passed on.'],
    make: (values) => `https://comtradeapi.un.org/public/v1/preview/${comtradeQuery(values)}`,
  },
  {
    id: 'comtrade-keyed',
    sources: ['comtrade'],
    provider: 'United Nations Statistics Division',
    what: 'the same with a key of your own, from comtradedeveloper.un.org',
    form: 'json',
    maxBytes: 512 * megabyte,
    interval: 2000,
    patience: 180_000,
    key: { variable: 'COMTRADE_KEY', header: 'Ocp-Apim-Subscription-Key' },
    parameters: comtradeParameters,
    notes: ['At most 100,000 records come at a time.', 'Not to be passed on.'],
    make: (values) => `https://comtradeapi.un.org/data/v1/get/${comtradeQuery(values)}`,
  },
  {
    id: 'comext-fuels',
    sources: ['comext-answers'],
    provider: 'Eurostat',
    what: 'fossil fuels that a member of the EU, or the EU, imports from one supplier, by year',
    form: 'csv',
    maxBytes: 16 * megabyte,
    interval: 2000,
    parameters: [
      { name: 'importer', help: 'two letters of a member, or EU27_2020', example: 'DE', pattern: /^([A-Z]{2}|EU27_2020)$/ },
      { name: 'supplier', help: 'two letters (Serbia XS, Kosovo XK), or WORLD', example: 'KZ', pattern: /^([A-Z]{2}|WORLD)$/ },
      { name: 'from', help: 'first year', example: '2023', pattern: /^(19|20)\d\d$/ },
      { name: 'to', help: 'last year', example: '2024', pattern: /^(19|20)\d\d$/ },
    ],
    notes: ['What a member keeps secret is not in the answer.', 'Greece is GR here, not EL.'],
    make: ({ importer, supplier, from, to }) =>
      `https://ec.europa.eu/eurostat/api/comext/dissemination/sdmx/2.1/data/DS-045409/A.${importer}.${supplier}.` +
      `2701+2704+2709+2710+271111.1.VALUE_IN_EUROS+QUANTITY_IN_100KG?startPeriod=${from}&endPeriod=${to}&format=SDMX-CSV`,
  },
  {
    id: 'comext-products',
    sources: ['comext-products'],
    provider: 'Eurostat',
    what: 'exports of members of the EU to one partner by product and month, in EUR, with weights',
    form: 'csv',
    maxBytes: 256 * megabyte,
    interval: 2000,
    patience: 180_000,
    parameters: [
      { name: 'members', help: 'two letters of members, joined by +', example: 'DE+PL', pattern: /^[A-Z]{2}(\+[A-Z]{2}){0,26}$/ },
      { name: 'partner', help: 'two letters (Serbia XS, Kosovo XK)', example: 'KG', pattern: /^[A-Z]{2}$/ },
      { name: 'products', help: 'codes of two to eight digits, joined by +', example: '85423190', pattern: /^\d{2,8}(\+\d{2,8}){0,24}$/ },
      { name: 'from', help: 'first month', example: '2021-01', pattern: /^(19|20)\d\d-(0[1-9]|1[0-2])$/ },
      { name: 'to', help: 'last month', example: '2022-12', pattern: /^(19|20)\d\d-(0[1-9]|1[0-2])$/ },
    ],
    notes: [
      'What a member keeps secret is not in the answer.',
      'Greece is GR here, not EL.',
      'The aggregate EU27_2020 is not asked for: a sum over members would count it twice.',
    ],
    make: ({ members, partner, products, from, to }) =>
      `https://ec.europa.eu/eurostat/api/comext/dissemination/sdmx/2.1/data/DS-045409/M.${members}.${partner}.${products}.2.` +
      `VALUE_IN_EUROS+QUANTITY_IN_100KG?startPeriod=${from}&endPeriod=${to}&format=SDMX-CSV`,
  },
  {
    id: 'crea-counter',
    sources: ['crea-tracker'],
    provider: 'Centre for Research on Energy and Clean Air',
    what: 'Russian exports of fossil fuels, estimated, summed as asked',
    form: 'csv',
    maxBytes: 256 * megabyte,
    interval: 2000,
    patience: 180_000,
    parameters: [
      { name: 'from', help: 'first day', example: '2022-01-01', pattern: day },
      { name: 'to', help: 'last day', example: '2024-12-31', pattern: day, fallback: null },
      {
        name: 'by',
        help: 'what to sum by, separated by commas',
        example: 'month,commodity',
        pattern: /^[a-z0-9_]+(,[a-z0-9_]+)*$/,
        fallback: null,
      },
      { name: 'destination', help: 'ISO2 codes, separated by commas', example: 'CN', pattern: codes, fallback: null },
      {
        name: 'commodity',
        help: 'a fuel, in the words of the tracker',
        example: 'coal',
        pattern: /^[a-z_]+(,[a-z_]+)*$/,
        fallback: null,
      },
    ],
    notes: ['Past days are estimated anew from time to time: the day of fetching is part of the figure.'],
    make: ({ from, to, by, destination, commodity }) =>
      `https://api.russiafossiltracker.com/v0/counter?format=csv&date_from=${from}${optional('date_to', to)}` +
      `${optional('aggregate_by', by)}${optional('destination_iso2', destination)}${optional('commodity', commodity)}`,
  },
  {
    id: 'dataverse-files',
    sources: ['un-ideal-points', 'un-general-debate'],
    provider: 'Harvard Dataverse',
    what: 'which files a data set has, in its latest published version',
    form: 'json',
    maxBytes: 16 * megabyte,
    interval: 1000,
    parameters: [{ name: 'doi', help: 'DOI of the data set', example: '10.7910/DVN/LEJUQZ', pattern: /^10\.\d{4,9}\/[A-Z0-9/]+$/ }],
    notes: ['Each file comes with its number, for the address of the file itself, and an MD5 sum.'],
    make: ({ doi }) => `${dataverse}/datasets/:persistentId/versions/:latest-published/files?persistentId=doi:${doi}`,
  },
  {
    id: 'dataverse-file',
    sources: ['un-ideal-points', 'un-general-debate'],
    provider: 'Harvard Dataverse',
    what: 'one file of a data set',
    form: null,
    maxBytes: 1024 * megabyte,
    interval: 1000,
    parameters: [
      { name: 'file', help: 'number of the file, from the list of files', example: '12345', pattern: whole },
      {
        name: 'format',
        help: 'original: as it was deposited, where Dataverse has made a table of it',
        example: 'original',
        pattern: /^original$/,
        fallback: null,
      },
    ],
    notes: ['A table comes as tabs between columns unless the original is asked for.'],
    make: ({ file, format }) => `${dataverse}/access/datafile/${file}${format === null ? '' : `?format=${format}`}`,
  },
]

function optional(name: string, value: string | null | undefined): string {
  return value === null || value === undefined ? '' : `&${name}=${value}`
}

/** Returns a kind of address by its id. */
export function fetchableAddressOf(id: string): FetchableAddress {
  const found = fetchableAddresses.find((one) => one.id === id)
  if (found !== undefined) return found
  throw new VisavisError('Usage', `there is no address for "${id}"; there are ${fetchableAddresses.map((one) => one.id).join(', ')}`)
}

/**
 * Returns the address of a fetchable for the given parameters.
 *
 * @throws Usage if the fetchable is unknown, or a parameter is unknown, missing, or does not match its pattern
 * @example addressOf('un-resolutions', { session: '80' })   // 'https://raw.githubusercontent.com/UNxml/GAresolutions/main/data_extract/80.json'
 */
export function addressOf(id: string, given: Readonly<Record<string, string>>): string {
  const fetchable = fetchableAddressOf(id)
  const stray = Object.keys(given).find((name) => !fetchable.parameters.some((one) => one.name === name))
  if (stray !== undefined) {
    throw new VisavisError('Usage', `${id} knows no "${stray}"; it takes ${fetchable.parameters.map((one) => one.name).join(', ')}`)
  }
  const values = Object.fromEntries(
    fetchable.parameters.map((parameter) => [parameter.name, parameterValue(id, parameter, given[parameter.name])]),
  )
  const [from, to] = [values['from'], values['to']]
  if (from && to && from > to) throw new VisavisError('Usage', `${id}: from ${from} is after to ${to}`)
  return fetchable.make(values)
}

/**
 * Returns the value of a parameter: the given one, which must match the pattern, or the fallback if none is given.
 *
 * @param id     name for the error message
 * @param hint   a command that would work
 * @throws Usage if the value does not match, or is missing and has no fallback
 */
export function parameterValue(id: string, parameter: AddressParameter, given: string | undefined, hint?: string): string | null {
  const { name, help, example, fallback, pattern } = parameter
  if (given === undefined && fallback !== undefined) return fallback
  if (given !== undefined && pattern.test(given)) return given
  const what = given === undefined ? `needs ${name}` : `cannot take "${given}" for ${name}`
  throw new VisavisError('Usage', `${id} ${what}: ${help}, such as ${example}`, hint === undefined ? {} : { hint })
}

const forms: readonly (readonly [RegExp, FileForm])[] = [
  [/\.(csv|tab|tsv|txt)$/i, 'csv'],
  [/\.(tgz|gz)$/i, 'gzip'],
  [/\.jsonl$/i, 'lines'],
  [/\.json$/i, 'json'],
  [/\.xml$/i, 'xml'],
  [/\.zip$/i, 'zip'],
  [/\.xlsx$/i, 'xlsx'],
  [/\.xls$/i, 'xls'],
]

/**
 * Returns the form that a file's name implies; undefined if no such form is read.
 *
 * @example formOfName('UNGDC_1946-2024.tgz')   // 'gzip'
 * @example formOfName('readme.pdf')   // undefined
 */
export function formOfName(name: string): FileForm | undefined {
  return forms.find(([pattern]) => pattern.test(name))?.[1]
}
