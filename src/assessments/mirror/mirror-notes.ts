import { joinedWords } from '../forms/wording.ts'
import { euroRates } from '../record/euro-rates.ts'
import type { MirrorFlow, MirrorParty, MirrorReport } from './mirror-report.ts'

/** How each source processes reports before publication, where it differs from the others. */
const workings: Readonly<Record<string, string>> = {
  'armenia-customs':
    'armenia-customs has imports by the state of origin: goods from elsewhere that Russia or Georgia only sent on do not count under these.',
  baci: 'baci weighs both reports by how reliable each reporter is, and takes freight and insurance out of imports.',
  'baci-2022':
    'baci-2022 weighs both reports by how reliable each reporter is, has one alone where the other is in a nomenclature older than that of 2022, and takes freight and insurance out of imports.',
  'baci-2023':
    'baci-2023 weighs both reports by how reliable each reporter is, has one alone where the other is in a nomenclature older than that of 2022, and takes freight and insurance out of imports.',
  'baci-pairs': 'baci-pairs weighs both reports by how reliable each reporter is, and takes freight and insurance out of imports.',
  'baci-year': 'baci-year weighs both reports by how reliable each reporter is, and takes freight and insurance out of imports.',
  'cited-figures':
    'cited-figures holds what customs, statistics offices or ministries said on a day, mostly rounded as printed; revisions that came after that day are not in it.',
  comext: 'comext knows the EU as its 27 members of today in every year.',
  'cow-trade':
    "cow-trade takes the importer's report where there is one and the exporter's elsewhere, and does not say which; a 0 of it is a reported or an assumed one.",
}

/** Lists known reasons why these reports differ, one sentence each. Only reasons that apply to the reports shown are given. */
export function mirrorNotes(pair: { readonly a: MirrorParty; readonly b: MirrorParty }, flows: readonly MirrorFlow[]): string[] {
  const reports = flows.flatMap((flow) => flow.years.flatMap((year) => year.reports))
  return [
    ...valuationNote(reports),
    ...estimateNotes(flows),
    ...relayNotes(flows),
    ...hongKongNote(pair, reports),
    ...routeNote(flows),
    ...editionNote(reports),
    ...monthsNote(reports),
    ...Object.entries(workings).flatMap(([source, note]) => (reports.some((report) => isAbout(report, source)) ? [note] : [])),
    ...vintageNote(reports),
    ...conversionNote(flows),
    ...currencyNote(flows),
  ]
}

function isAbout(report: MirrorReport, source: string): boolean {
  return report.source === source && (source !== 'comext' || report.reporter === 'EU')
}

function valuationNote(reports: readonly MirrorReport[]): string[] {
  const has = (valuation: string): boolean => reports.some((report) => report.valuation === valuation)
  if (!has('FOB') || !has('CIF')) return []
  return [
    'Exports are valued free on board (FOB), imports with cost, insurance and freight (CIF): for the same goods the importer’s figure is the higher one by what the way costs.',
  ]
}

/** Says which source estimates for which reporter, and in which years. */
function estimateNotes(flows: readonly MirrorFlow[]): string[] {
  const years = new Map<string, Set<number>>()
  for (const flow of flows) {
    for (const { year, reports } of flow.years) {
      for (const report of reports.filter((one) => one.status === 'estimated' && one.reporter !== null)) {
        const key = `${report.source}|${report.reporter}`
        years.set(key, (years.get(key) ?? new Set()).add(year))
      }
    }
  }
  return [...years].map(([key, found]) => {
    const [source, reporter] = key.split('|')
    return `Estimates (*) are in no spread and no ratio: ${source} for ${reporter} in ${mirrorSpan([...found])}.`
  })
}

/**
 * Groups years into ranges.
 *
 * @example mirrorSpan([2022, 2019, 2023])   // '2019, 2022 to 2023'
 */
export function mirrorSpan(years: readonly number[]): string {
  const spans: [number, number][] = []
  for (const year of [...years].sort((x, y) => x - y)) {
    const last = spans.at(-1)
    if (last !== undefined && year <= last[1] + 1) last[1] = year
    else spans.push([year, year])
  }
  return spans.map(([first, last]) => (first === last ? String(first) : `${first} to ${last}`)).join(', ')
}

/** Notes that two sources republish one reporter's figures and so are not independent. */
function relayNotes(flows: readonly MirrorFlow[]): string[] {
  const reports = flows.flatMap((flow) => flow.years.flatMap((year) => year.reports))
  const editions = new Set(reports.filter((report) => report.otherEdition).map((report) => report.source))
  const relays = new Map<string, Set<string>>()
  for (const { reporter, source } of reports) {
    if (reporter !== null && !editions.has(source)) relays.set(reporter, (relays.get(reporter) ?? new Set()).add(source))
  }
  return [...relays].flatMap(([reporter, sources]) =>
    sources.size < 2
      ? []
      : [`${joinedWords([...sources].sort())} hand on reports of the same reporter, ${reporter}: they are not independent of each other.`],
  )
}

function hongKongNote({ a, b }: { readonly a: MirrorParty; readonly b: MirrorParty }, reports: readonly MirrorReport[]): string[] {
  const china = [a, b].find((party) => party.id === 'CHN')
  if (china === undefined || !reports.some((report) => report.reporter !== null)) return []
  return [
    'Goods that go through Hong Kong: China counts them as exports to Hong Kong where it does not know that they go on; a partner that counts by origin has them as imports from China.',
  ]
}

/** Notes where an importer's figure is below the exporter's, which freight cannot explain. */
function routeNote(flows: readonly MirrorFlow[]): string[] {
  const below = flows.flatMap((flow) =>
    flow.direction === 'both'
      ? []
      : flow.years.filter((year) => year.mirrorRatio !== null && year.mirrorRatio.high < 1).map(({ year }) => year),
  )
  if (below.length === 0) return []
  return [
    `In ${mirrorSpan(below)} the importer reports less than the exporter of a flow, which freight does not explain: goods counted by destination that went elsewhere, other times and rates of conversion, or goods kept secret might.`,
  ]
}

function editionNote(reports: readonly MirrorReport[]): string[] {
  const sources = new Set(reports.filter((report) => report.otherEdition).map((report) => report.source))
  return [...sources].map(
    (source) => `${source} holds reports that another source here has in its own edition: shown, and in no spread and no ratio.`,
  )
}

function monthsNote(reports: readonly MirrorReport[]): string[] {
  const sources = [...new Set(reports.filter((report) => report.basis === 'months').map((report) => report.source))].sort()
  return sources.length === 0 ? [] : [`A year of ${joinedWords(sources)} is our sum of its twelve months; years with fewer are left out.`]
}

/** Names the edition of each source shown; for a source with more than two editions, their number. */
function vintageNote(reports: readonly MirrorReport[]): string[] {
  const vintages = new Map<string, Set<string>>()
  for (const { source, vintage } of reports) vintages.set(source, (vintages.get(source) ?? new Set()).add(vintage))
  const list = [...vintages].sort(([x], [y]) => (x < y ? -1 : 1)).map(([source, found]) => `${source} ${named([...found].sort())}`)
  return list.length === 0 ? [] : [`Editions: ${list.join('; ')}.`]
}

function named(vintages: readonly string[]): string {
  return vintages.length > 2 ? `(${vintages.length} editions, see --format csv)` : `(${vintages.join('; ')})`
}

/** Lists the exchange rates of converted figures, and the source of the rates. */
function conversionNote(flows: readonly MirrorFlow[]): string[] {
  const rates = new Map<number, string>()
  const into = new Set<string>()
  for (const { unit, years } of flows) {
    for (const { year, reports } of years) {
      const found = reports.find((report) => report.converted !== null)?.converted
      if (found == null) continue
      into.add(unit)
      rates.set(year, `${year} ${found.rate.toFixed(4)} ${unit} a ${found.unit}`)
    }
  }
  if (rates.size === 0) return []
  const list = [...rates].sort(([x], [y]) => x - y).map(([, text]) => text)
  return [
    `‡ converted into ${[...into].join(', ')} at ${euroRates}: ${list.join('; ')}. The source’s own figure is in --json and --format csv.`,
  ]
}

function currencyNote(flows: readonly MirrorFlow[]): string[] {
  const units = [...new Set(flows.map((flow) => flow.unit))].sort()
  if (units.length < 2) return ['Current prices.']
  const converted = flows.some(({ years }) => years.some(({ reports }) => reports.some((report) => report.converted !== null)))
  return [
    converted
      ? `Current prices (${joinedWords(units)}): a figure without a rate of its year stays as it is, and no ratio goes across currencies.`
      : `Current prices, each in the currency of its source (${joinedWords(units)}): nothing is converted unless asked (--in EUR, --in USD), and no ratio goes across currencies.`,
  ]
}
