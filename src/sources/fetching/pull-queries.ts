import { VisavisError } from '../../errors.ts'
import { NothingAtAddress } from '../download/download-failure.ts'
import { comextCode } from '../energy/comext-answers.ts'
import { comtradeCode } from '../trade/comtrade-codes.ts'
import { type AddressParameter, fetchableAddressOf } from './addresses.ts'
import { type FetchedFileOnDisk, type FileRequest, fetchFile } from './fetch-files.ts'
import { type PullableSource, type PulledFiles, type PullParameter, type PullRequest, requestsFor } from './pull-parameters.ts'

const isoDay = (time: number): string => new Date(time).toISOString().slice(0, 10)
const dayMs = 24 * 3600 * 1000

/** Returns a parameter of a fetchable as a parameter of `visavis pull`, with the properties in `change` replaced. */
function pullParameter(id: string, name: string, change: Partial<PullParameter> = {}): PullParameter {
  const { fallback, ...found } = fetchableAddressOf(id).parameters.find((one) => one.name === name) as AddressParameter
  const taken = typeof fallback === 'string' ? { fallback: () => fallback } : {}
  return { ...found, many: false, ...taken, ...change }
}

/** Makes one request for each combination of values, one after another. */
async function fetchAll(
  source: string,
  asked: PullRequest,
  toRequest: (values: Readonly<Record<string, string>>) => FileRequest,
  fetching: Parameters<PullableSource['files']>[1],
): Promise<PulledFiles> {
  const files: FetchedFileOnDisk[] = []
  for (const values of requestsFor(source, asked)) files.push(await fetchFile(toRequest(values), fetching, files.length))
  return { files, notes: [] }
}

/** Makes a source that is fetched by one request for each combination of values. */
function queriedSource(
  of: Omit<PullableSource, 'files'>,
  toRequest: (values: Readonly<Record<string, string>>) => FileRequest,
): PullableSource {
  return { ...of, files: (asked, fetching) => fetchAll(of.source, asked, toRequest, fetching) }
}

/** Returns the number of the General Assembly session under way on a day. Sessions open in September; the 80th opened in 2025. */
const sessionOn = (today: string): number => Number(today.slice(0, 4)) - (today.slice(5) < '09-09' ? 1946 : 1945)

const resolutions: PullableSource = {
  source: 'un-resolutions',
  what: 'recorded votes of the UN General Assembly by session, from the 74th on',
  parameters: [pullParameter('un-resolutions', 'session', { many: true, fallback: (today) => `74:${sessionOn(today)}` })],
  example: 'visavis pull un-resolutions session=79,80',
  files: async (asked, fetching) => {
    const files: FetchedFileOnDisk[] = []
    const notes: string[] = []
    for (const session of asked['session']!) {
      const request = { fetchable: 'un-resolutions', values: { session }, name: `${session}.json` }
      try {
        files.push(await fetchFile(request, fetching, files.length))
      } catch (cause) {
        // the extract of a session is published weeks after it opens
        const justOpened = Number(session) === sessionOn(fetching.today)
        if (!(cause instanceof NothingAtAddress && justOpened) || files.length === 0) throw cause
        notes.push(`There is no file of session ${session} yet.`)
      }
    }
    return { files, notes }
  },
}

const imts = queriedSource(
  {
    source: 'imf-imts',
    what: 'goods trade of a reporter by partner and year, in USD',
    parameters: [
      pullParameter('imf-imts', 'reporter', { many: true }),
      pullParameter('imf-imts', 'indicator', {
        many: true,
        help: 'exports FOB, imports CIF (both where none is given)',
        pattern: /^(XG_FOB_USD|MG_CIF_USD)$/,
        fallback: () => 'XG_FOB_USD,MG_CIF_USD',
      }),
      pullParameter('imf-imts', 'partner', { many: true }),
      pullParameter('imf-imts', 'frequency'),
    ],
    example: 'visavis pull imf-imts reporter=RUS,CHN',
  },
  imtsFile,
)

/** Returns the file for a reporter, an indicator, a partner and a frequency, by the codes of the IMF. */
export function imtsFile(values: Readonly<Record<string, string>>): FileRequest {
  return { fetchable: 'imf-imts', values, name: `imts_${Object.values(values).join('_').replaceAll('*', 'all')}.csv` }
}

const iso3 = /^[A-Z]{3}$/

const comtradeParty = 'a state by its ISO3 code, or by its number at Comtrade'
const partyPattern = /^([A-Z]{3}|\d{1,3})$/

function numberOf(party: string): string {
  if (/^\d+$/.test(party)) return party
  const number = comtradeCode(party)
  if (number !== undefined) return String(number)
  throw new VisavisError('Usage', `comtrade knows no state "${party}"`, { hint: 'visavis states NAME' })
}

const comtrade: PullableSource = {
  source: 'comtrade',
  what: 'goods trade of a reporter with a partner in a year or month; with a key in COMTRADE_KEY, large answers too',
  parameters: [
    pullParameter('comtrade-preview', 'reporter', {
      many: true,
      help: `${comtradeParty} (the United States 842)`,
      pattern: partyPattern,
      example: 'CHN',
    }),
    pullParameter('comtrade-preview', 'partner', {
      many: true,
      help: `${comtradeParty}; WLD is the world`,
      pattern: partyPattern,
      example: 'RUS',
    }),
    pullParameter('comtrade-preview', 'period', { many: true, help: 'YYYY, or YYYYMM for a month' }),
    pullParameter('comtrade-preview', 'commodity', { many: true, help: 'HS code, or TOTAL' }),
  ],
  example: 'visavis pull comtrade reporter=CHN partner=RUS period=2019:2023',
  files: (asked, fetching) => {
    const grouped = { ...asked, commodity: joinedByTen(asked['commodity']!) }
    return fetchAll('comtrade', grouped, (values) => comtradeFile(values, fetching.env), fetching)
  },
}

/** Joins codes of products by ten, as many as an address takes: ten codes, two flows, one partner and one period are 20 of the preview's 500 records. */
function joinedByTen(codes: readonly string[]): string[] {
  const [products, words] = [codes.filter((code) => /^\d+$/.test(code)), codes.filter((code) => !/^\d+$/.test(code))]
  return [...words, ...Array.from({ length: Math.ceil(products.length / 10) }, (_, i) => products.slice(i * 10, i * 10 + 10).join(','))]
}

/** Returns the file for a reporter, a partner, a period and a commodity; with a key in `COMTRADE_KEY` from the address for large answers. */
export function comtradeFile(values: Readonly<Record<string, string>>, env: Readonly<Record<string, string | undefined>>): FileRequest {
  const fetchable = env['COMTRADE_KEY'] ? 'comtrade-keyed' : 'comtrade-preview'
  const frequency = values['period']!.length === 4 ? 'A' : 'M'
  const [reporter, partner] = [numberOf(values['reporter']!), numberOf(values['partner']!)]
  return {
    fetchable,
    values: { ...values, reporter, partner, frequency },
    name: `comtrade_${Object.values(values).join('_').replaceAll(',', '-')}.json`,
  }
}

const comextAnswers = queriedSource(
  {
    source: 'comext-answers',
    what: 'fossil fuels that a member of the EU imports from a supplier, in EUR and tonnes',
    parameters: [
      pullParameter('comext-fuels', 'importer', { many: true, help: 'a member of the EU by its ISO3 code', pattern: iso3, example: 'DEU' }),
      pullParameter('comext-fuels', 'supplier', { many: true, help: 'a state by its ISO3 code', pattern: iso3, example: 'KAZ' }),
      pullParameter('comext-fuels', 'from'),
      pullParameter('comext-fuels', 'to'),
    ],
    example: 'visavis pull comext-answers importer=DEU supplier=KAZ from=2015 to=2024',
  },
  comextFile,
)

/** Returns the file for an importer, a supplier, and a first and last year. */
export function comextFile(values: Readonly<Record<string, string>>): FileRequest {
  const [importer, supplier] = [comextLetters(values['importer']!), comextLetters(values['supplier']!)]
  return { fetchable: 'comext-fuels', values: { ...values, importer, supplier }, name: `comext_${Object.values(values).join('_')}.csv` }
}

/** The members of the EU of 27 at Comext. */
const members = 'AT,BE,BG,CY,CZ,DE,DK,EE,ES,FI,FR,GR,HR,HU,IE,IT,LT,LU,LV,MT,NL,PL,PT,RO,SE,SI,SK'

/** Products in one request: 27 members, 25 products and three years are at most some 50,000 figures. */
const productsAtOnce = 25

const comextProducts: PullableSource = {
  source: 'comext-products',
  what: 'exports of members of the EU by product, partner and month, in EUR and tonnes',
  parameters: [
    { name: 'partner', help: 'a state by its ISO3 code', example: 'KGZ', pattern: iso3, many: true },
    { name: 'product', help: 'codes of two to eight digits', example: '854231,85171300', pattern: /^\d{2,8}$/, many: true },
    pullParameter('comext-products', 'from'),
    pullParameter('comext-products', 'to'),
  ],
  example: 'visavis pull comext-products partner=KGZ,KAZ product=854231,854232 from=2021-01 to=2023-12',
  files: async ({ partner = [], product = [], from = [], to = [] }, fetching) => {
    const groups = Array.from({ length: Math.ceil(product.length / productsAtOnce) }, (_, i) =>
      product.slice(i * productsAtOnce, (i + 1) * productsAtOnce).join('+'),
    )
    const asked = { partner: partner.map(comextLetters), products: groups, from, to }
    return fetchAll('comext-products', asked, (values) => comextProductFile(values), fetching)
  },
}

function comextProductFile(values: Readonly<Record<string, string>>): FileRequest {
  const { partner, products, from, to } = values
  const first = products!.split('+')[0]
  return {
    fetchable: 'comext-products',
    values: { ...values, members: members.replaceAll(',', '+') },
    name: `comext_${partner}_${first}_${from}_${to}.csv`,
  }
}

function comextLetters(party: string): string {
  const code = comextCode(party)
  if (code !== undefined) return code
  throw new VisavisError('Usage', `Eurostat knows no state "${party}"`, { hint: 'visavis states NAME' })
}

/** Returns the day a week before today. The tracker has the last days only in part; after a week they are complete. */
const weekBefore = (today: string): string => isoDay(Date.parse(today) - 7 * dayMs)

const creaTracker = queriedSource(
  {
    source: 'crea-tracker',
    what: 'Russian exports of fossil fuels by destination, estimated, to a week before today',
    parameters: [
      pullParameter('crea-counter', 'from', { fallback: () => '2022-01-01' }),
      pullParameter('crea-counter', 'to', { fallback: weekBefore }),
    ],
    example: 'visavis pull crea-tracker',
  },
  (values) => ({
    fetchable: 'crea-counter',
    values: { ...values, by: 'date,destination_country' },
    name: `counter_${values['from']}_${values['to']}.csv`,
  }),
)

const ucdpAcd = queriedSource(
  {
    source: 'ucdp-acd',
    what: 'armed conflicts between states and in them, 1946 to the year before the version',
    parameters: [pullParameter('ucdp-acd', 'version')],
    example: 'visavis pull ucdp-acd',
  },
  (values) => ({ fetchable: 'ucdp-acd', values, name: `ucdp-prio-acd-${values['version']}-csv.zip` }),
)

/** Sources that are fetched by queries: one address for each combination of values. */
export const queryPullableSources: readonly PullableSource[] = [
  comextAnswers,
  comextProducts,
  comtrade,
  creaTracker,
  imts,
  resolutions,
  ucdpAcd,
]
