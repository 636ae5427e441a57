import { basename } from 'node:path'
import { badInput } from '../../errors.ts'
import type { Columns } from '../../store/session.ts'
import { readText } from '../formats/csv.ts'
import { calendarYear, inSingleUnits, type Observation, observationColumns } from '../rows/observation.ts'
import { card, worldBankParty } from './world-bank.ts'

const series: Readonly<Record<string, { indicator: string; unit: string; status: 'observed' | 'estimated' }>> = {
  'NY.GDP.MKTP.CD': { indicator: 'gdp', unit: 'USD', status: 'observed' },
  'SP.POP.TOTL': { indicator: 'population', unit: 'persons', status: 'estimated' },
}

/** Codes of the World Bank's series that are read. */
export const worldBankSeriesCodes: readonly string[] = Object.keys(series)

/** Limit of pages in an answer. 65 years of 266 economies and groups fit on one page of 20,000 records, so an answer with far more pages is wrong. */
const mostPages = 20

/** Two-letter codes of income groups, for which the API leaves the three-letter code blank. */
const incomeGroups = new Set(['XD', 'XM', 'XN', 'XT', 'XY'])

interface Page {
  readonly file: string
  readonly page: number
  readonly pages: number
  readonly total: number
  readonly updated: string
  readonly series: string
  readonly entries: readonly unknown[]
}

/**
 * Reads GDP and population from answers of the World Bank's API (JSON), one file per page, in any order. All pages of a series must be present and from one
 * edition.
 *
 * @returns the observations, under the id of the card in `world-bank.ts`, and the edition (`lastupdated`) to put on that card
 */
export async function readWorldBankApi(paths: readonly string[]): Promise<{ observations: Columns; vintage: string }> {
  const pages = await Promise.all(paths.map(async (path) => pageOf(await readText(path), basename(path))))
  if (pages.length === 0) throw badInput('no page was given')
  for (const id of new Set(pages.map((page) => page.series))) checkPages(pages.filter((page) => page.series === id))
  const vintage = `API, updated ${[...new Set(pages.map(({ updated }) => updated))].sort().join(' and ')}`
  const rows = pages.flatMap((page) => page.entries.flatMap((entry, i) => observationOf(entry, page, i, vintage)))
  return { observations: observationColumns(rows), vintage }
}

/**
 * Returns the number of pages that a page of the API states.
 *
 * @throws BadInput if the file is not a page, or the number is not between 1 and the limit
 */
export async function pageCountIn(path: string, name: string): Promise<number> {
  const { pages } = pageOf(await readText(path), name)
  if (pages >= 1 && pages <= mostPages) return pages
  throw badInput(`${name} says that it is one of ${pages} pages`)
}

function pageOf(text: string, file: string): Page {
  const answer = parsed(text, file)
  const [about, entries] = Array.isArray(answer) ? (answer as unknown[]) : []
  const said = messageIn(about)
  if (said !== undefined) throw badInput(`${file} is an error of the API, not data: ${said}`)
  if (!isObject(about) || !Array.isArray(entries))
    throw badInput(`${file} is not an answer of the World Bank: two parts, about and data, are due`)
  const [page, pages, total] = ['page', 'pages', 'total'].map((name) => Number(about[name])) as [number, number, number]
  const updated = about['lastupdated']
  if (![page, pages, total].every(Number.isSafeInteger) || typeof updated !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(updated)) {
    throw badInput(`${file} does not say which page it is, of how many, and of which edition`)
  }
  const id = textIn(entries[0], 'indicator', 'id')
  if (id === undefined || !Object.hasOwn(series, id)) {
    throw badInput(`${file} is of the series "${id ?? ''}"; read are ${Object.keys(series).join(' and ')}`)
  }
  return { file, page, pages, total, updated, series: id, entries }
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw badInput(`${file} is not JSON (${(cause as Error).message}): cut off, or another file`, { cause })
  }
}

/** Returns the text of an error answer `[{ "message": [{ "key": ..., "value": ... }] }]`; undefined for any other answer. */
function messageIn(about: unknown): string | undefined {
  const list = isObject(about) ? about['message'] : undefined
  if (!Array.isArray(list)) return undefined
  return list.map((part) => (isObject(part) ? `${part['key']}: ${part['value']}` : String(part))).join('; ')
}

/** Throws unless the pages are from one answer, none of them is missing, and together they have as many entries as the answer states. */
function checkPages(pages: readonly Page[]): void {
  const [first] = pages as readonly [Page, ...Page[]]
  const unlike = pages.find(({ pages, total, updated }) => pages !== first.pages || total !== first.total || updated !== first.updated)
  if (unlike !== undefined) throw badInput(`${unlike.file} and ${first.file} are of two answers or editions: fetch all pages anew`)
  const missing = Array.from({ length: first.pages }, (_, i) => i + 1).filter((n) => !pages.some(({ page }) => page === n))
  if (missing.length > 0) throw badInput(`of ${first.series} the pages ${missing.join(', ')} of ${first.pages} are missing`)
  const unique = new Map(pages.map((page) => [page.page, page]))
  const held = [...unique.values()].reduce((sum, { entries }) => sum + entries.length, 0)
  if (held !== first.total) throw badInput(`the pages of ${first.series} hold ${held} entries and say ${first.total}`)
}

function observationOf(entry: unknown, page: Page, i: number, vintage: string): Observation[] {
  const where = `${page.file}#${i + 1}`
  const [id, name, two] = [textIn(entry, 'indicator', 'id'), textIn(entry, 'country', 'value'), textIn(entry, 'country', 'id')]
  if (!isObject(entry) || id !== page.series || name === undefined || two === undefined)
    throw badInput(`${where} is no entry of ${page.series}`)
  const { countryiso3code: code, date, value } = entry
  if (typeof code !== 'string' || typeof date !== 'string' || !/^(19|20)\d\d$/.test(date))
    throw badInput(`${where} has the code "${code}" and the date "${date}"`)
  if (value !== null && (typeof value !== 'number' || value < 0)) throw badInput(`${where} has the value ${JSON.stringify(value)}`)
  const party = code === '' && incomeGroups.has(two) ? null : worldBankParty(code, name, where)
  if (party === null || value === null) return []
  const { indicator, unit, status } = series[id]!
  const of = { from_id: party, to_id: null, reporter: null, ...calendarYear(Number(date)) }
  const row = { indicator, ...of, value: inSingleUnits(value, 0), unit, valuation: null, status, source: card.id, vintage, locator: where }
  return [row]
}

function textIn(entry: unknown, ...path: readonly string[]): string | undefined {
  const found = path.reduce<unknown>((at, name) => (isObject(at) ? at[name] : undefined), entry)
  return typeof found === 'string' ? found : undefined
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
