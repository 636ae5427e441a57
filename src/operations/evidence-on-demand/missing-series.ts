import { inSentence, joinedWords } from '../../assessments/forms/wording.ts'
import type { GoodsReport } from '../../assessments/record/pair-goods.ts'
import { comextCode } from '../../sources/energy/comext-answers.ts'
import { fuelHeadings } from '../../sources/energy/fuel-headings.ts'
import type { SeriesRequest } from '../../sources/fetching/series-request.ts'
import { comtradeCode } from '../../sources/trade/comtrade-codes.ts'
import { stateOf } from '../../states/index.ts'
import { lastYearOut } from '../../store/release-calendar.ts'
import type { SeriesNeed } from './series-needs.ts'

/** What the record holds already, as far as the needs go. */
export interface HeldFigures {
  /** Reports of goods between two parties (ISO3, or WLD); `a-to-b` is from the first to the second. */
  readonly goods: (a: string, b: string) => readonly GoodsReport[]
  /** Years with a GDP by the World Bank. */
  readonly gdpYears: (state: string) => ReadonlySet<number>
  /** Full years with a figure of fossil fuels from one to the other. */
  readonly fuelYears: (seller: string, buyer: string) => ReadonlySet<number>
  /** Whether a state was a member of the EU at the end of a year. */
  readonly isInUnion: (state: string, year: number) => boolean
}

/** States that no longer publish their trade by partner, with the first year without it: what others have for them are estimates. */
const silentFrom: Readonly<Record<string, number>> = { RUS: 2022 }

function isSilent(reporter: string, year: number): boolean {
  return year >= (silentFrom[reporter] ?? Number.POSITIVE_INFINITY)
}

/** Codes of the IMF that differ from ISO3. */
const imfCodes: Readonly<Record<string, string>> = { XKX: 'KOS', WLD: 'G001' }

/** A flow as one side reports it, in a year for which the record has no report of it. */
interface MissingReport {
  readonly reporter: string
  readonly partner: string
  readonly flow: 'exports' | 'imports'
  readonly year: number
}

/**
 * Returns the series to ask of the providers for what the record lacks. Of each figure one provider is asked: UN Comtrade for the years that it has published by
 * its calendar, the IMF for the year after; GDP comes from the World Bank, fuels that members of the EU import from Eurostat, and those of others from Comtrade. What the record holds, from whatever source, is not asked for, nor a year that is
 * not out yet.
 *
 * @param today   `YYYY-MM-DD`
 */
export function seriesMissing(needs: readonly SeriesNeed[], held: HeldFigures, today: string): SeriesRequest[] {
  const reports = needs.flatMap((need) => (need.kind === 'goods' ? missingReports(need, held) : []))
  const [byComtrade, others] = [
    reports.filter((one) => isAt('comtrade', one, today)),
    reports.filter((one) => !isAt('comtrade', one, today)),
  ]
  const all = [...comtradeRequests(byComtrade), ...imfRequests(others.filter((one) => isAt('imf-imts', one, today)))]
  const gdp = needs.flatMap((need) => (need.kind === 'gdp' ? missingGdp(need, held, today) : []))
  const fuels = needs.flatMap((need) => (need.kind === 'fuels' ? fuelRequests(need, held, today) : []))
  return withoutRepeats([...all, ...gdpRequests(gdp), ...fuels])
}

function missingReports({ a, b, years }: SeriesNeed & { kind: 'goods' }, held: HeldFigures): MissingReport[] {
  const reports = held.goods(a, b)
  return [a, b]
    .filter((reporter) => stateOf(reporter) !== undefined)
    .flatMap((reporter) =>
      years.flatMap((year) =>
        (['exports', 'imports'] as const)
          .filter((flow) => !isSilent(reporter, year) && !isHeld(reports, { a, reporter, flow, year }))
          .map((flow) => ({ reporter, partner: reporter === a ? b : a, flow, year })),
      ),
    )
}

/** Whether the record has a report of the flow by this side, or figures of the year that reconcile both sides (a flow without a row is then below its limit). */
function isHeld(
  reports: readonly GoodsReport[],
  { a, reporter, flow, year }: { a: string; reporter: string; flow: 'exports' | 'imports'; year: number },
): boolean {
  const way = (flow === 'exports') === (reporter === a) ? 'a-to-b' : 'b-to-a'
  return reports.some(
    (report) =>
      report.year === year &&
      (report.reporter === null || (report.reporter === reporter && (report.direction === 'both' || report.direction === way))),
  )
}

/** Whether a provider has published the year, by its calendar, and knows both parties. */
function isAt(source: 'comtrade' | 'imf-imts', { reporter, partner, year }: Omit<MissingReport, 'flow'>, today: string): boolean {
  if (year > (lastYearOut(source, today) ?? 0)) return false
  return source === 'imf-imts' || [reporter, partner].every((party) => comtradeCode(party) !== undefined)
}

/** Comtrade answers one reporter, partner and year at a time, with both flows. */
function comtradeRequests(reports: readonly MissingReport[]): SeriesRequest[] {
  return reports.map(({ reporter, partner, year }) => ({
    source: 'comtrade',
    parameters: { reporter, partner, period: String(year), commodity: 'TOTAL' },
    about: { states: [reporter, partner], reporter, years: [year, year] },
    why: goodsWords(reporter, partner, [year]),
  }))
}

/** The IMF answers a reporter and partner with all years. Both flows are asked for where one is missing: only of one source they make a total. */
function imfRequests(reports: readonly MissingReport[]): SeriesRequest[] {
  return reports.map(({ reporter, partner }) => {
    const own = reports.filter((one) => one.reporter === reporter && one.partner === partner)
    return {
      source: 'imf-imts',
      parameters: { reporter: imfCodes[reporter] ?? reporter, indicator: '*', partner: imfCodes[partner] ?? partner, frequency: 'A' },
      about: { states: [reporter, partner], reporter, years: null },
      why: goodsWords(
        reporter,
        partner,
        [...new Set(own.map(({ year }) => year))].sort((x, y) => x - y),
      ),
    }
  })
}

function withoutRepeats(requests: readonly SeriesRequest[]): SeriesRequest[] {
  const seen = new Set<string>()
  return requests.filter(({ source, parameters }) => {
    const key = JSON.stringify([source, parameters])
    return seen.has(key) ? false : seen.add(key)
  })
}

interface MissingGdp {
  readonly state: string
  readonly year: number
}

/** Taiwan and a few others are no economies of the World Bank: of a state without any GDP in the record none is asked for. */
function missingGdp({ state, years }: SeriesNeed & { kind: 'gdp' }, held: HeldFigures, today: string): MissingGdp[] {
  const known = held.gdpYears(state)
  const last = lastYearOut('world-bank', today) ?? 0
  return known.size === 0 ? [] : years.filter((year) => year <= last && !known.has(year)).map((year) => ({ state, year }))
}

/** At most so many states are asked for at once. */
const mostStates = 10

/** The World Bank answers several states at once. */
function gdpRequests(missing: readonly MissingGdp[]): SeriesRequest[] {
  const states = [...new Set(missing.map(({ state }) => state))].slice(0, mostStates)
  if (states.length === 0) return []
  const years = [...new Set(missing.filter(({ state }) => states.includes(state)).map(({ year }) => year))].sort((x, y) => x - y)
  const [first, last] = [years[0]!, years.at(-1)!]
  return [
    {
      source: 'world-bank',
      parameters: { series: 'NY.GDP.MKTP.CD', states: states.join(';'), years: first === last ? String(first) : `${first}:${last}` },
      about: { states, reporter: null, years: [first, last] },
      why: `GDP of ${joinedWords(states.map(nameOf))} in ${joinedWords(years.map(String))}`,
    },
  ]
}

/** Eurostat tells what members of the EU import, and only while they are members; Comtrade what others do. */
function fuelRequests(need: SeriesNeed & { kind: 'fuels' }, held: HeldFigures, today: string): SeriesRequest[] {
  return [...fuelsOfMembers(need, held, today), ...fuelsOfOthers(need, held, today)]
}

/** Of Comtrade the last missing year is asked, all fuels at once, as the importer reports them. */
function fuelsOfOthers({ buyer, seller, years }: SeriesNeed & { kind: 'fuels' }, held: HeldFigures, today: string): SeriesRequest[] {
  const known = held.fuelYears(seller, buyer)
  const isOpen = (year: number): boolean =>
    !known.has(year) &&
    !held.isInUnion(buyer, year) &&
    !isSilent(buyer, year) &&
    isAt('comtrade', { reporter: buyer, partner: seller, year }, today)
  const year = Math.max(...years.filter(isOpen))
  if (!Number.isFinite(year)) return []
  return [
    {
      source: 'comtrade',
      parameters: {
        reporter: buyer,
        partner: seller,
        period: String(year),
        commodity: Object.keys(fuelHeadings).sort().join(','),
        flow: 'M',
      },
      about: { states: [buyer, seller], reporter: buyer, years: [year, year] },
      why: fuelWords(buyer, seller, [year]),
    },
  ]
}

function fuelsOfMembers({ buyer, seller, years }: SeriesNeed & { kind: 'fuels' }, held: HeldFigures, today: string): SeriesRequest[] {
  const known = held.fuelYears(seller, buyer)
  const last = lastYearOut('comext-answers', today) ?? 0
  const missing = years.filter((year) => year <= last && !known.has(year) && held.isInUnion(buyer, year)).sort((x, y) => x - y)
  if (missing.length === 0 || [buyer, seller].some((party) => comextCode(party) === undefined)) return []
  const span = [missing[0]!, missing.at(-1)!] as const
  return [
    {
      source: 'comext-answers',
      parameters: { importer: buyer, supplier: seller, from: String(span[0]), to: String(span[1]) },
      about: { states: [buyer, seller], reporter: buyer, years: span },
      why: fuelWords(buyer, seller, missing),
    },
  ]
}

function fuelWords(buyer: string, seller: string, years: readonly number[]): string {
  return `fossil fuels from ${nameOf(seller)} to ${nameOf(buyer)} in ${joinedWords(years.map(String))}, as ${nameOf(buyer)} reports them`
}

function goodsWords(reporter: string, partner: string, years: readonly number[]): string {
  const [own, other] = [nameOf(reporter), partner === 'WLD' ? 'the world' : nameOf(partner)]
  return `goods between ${own} and ${other} in ${joinedWords(years.map(String))}, as ${own} reports them`
}

function nameOf(iso3: string): string {
  const state = stateOf(iso3)
  return state === undefined ? iso3 : inSentence(state.name)
}
