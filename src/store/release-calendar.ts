import type { SourceCard } from './source-card.ts'

/** How often a source comes out anew, and when its next edition is due. */
export interface Release {
  /** In words: `every year`, `every month`, `no further edition`. */
  readonly rhythm: string
  /** The last day that the next edition covers; null if it follows no calendar. */
  readonly covers: string | null
  /** The day by which the next edition is due; null if it follows no calendar. */
  readonly due: string | null
}

/**
 * When each source comes out, as lines `source: rule`. The rules, as the providers announce them or have kept to them:
 * - `year MM-DD`: a year is out by that day of the next one; `year+1 MM-DD`: a year later
 * - `month N`: a month is out N days after its end
 * - `edition N`: a new edition N months after the one held, whatever it covers
 * - `review N`: a table of our own that is reviewed every N months
 * - `irregular`, `ended`, `files` (what the user brings), `derived` (computed from other sources of the record)
 */
const calendar = `
aiddata-public-diplomacy: irregular
aiddata-china-finance: irregular
agreements-and-restrictions: review 6
alliance-commitments: review 6
armenia-customs: year 03-31
atop: irregular
baci: year+1 02-28
baci-2022: ended
baci-2023: ended
baci-pairs: year+1 02-28
baci-sectors: year+1 02-28
baci-year: year+1 02-28
bloc-memberships: review 6
cfr-cyber: edition 12
china-customs: year 01-31
china-global-investment-tracker: edition 6
china-vitae: irregular
cited-figures: review 3
cited-roll-calls: review 3
comext: month 75
comext-answers: month 75
comext-fossil: month 75
comext-products: month 75
comext-sanctioned: month 75
comtrade: year 12-31
cow-contiguity: irregular
cow-igo: irregular
cow-mid: irregular
cow-nmc: irregular
cow-trade: irregular
crea-fossil: ended
crea-tracker: month 30
dcid: irregular
ddr-representation: irregular
dated-relations: review 6
un-resolutions: month 90
un-digital-library: files
embassies-wikidata: edition 12
eurostat-energy: month 75
eusanct: irregular
gdelt: files
gdelt-gkg: files
gdelt-normalisation: files
gdp-estimates: irregular
un-general-debate: year 12-31
geodist: ended
georgia-customs: year 03-31
gml-mid: irregular
gsdb: irregular
icb: irregular
icews: ended
un-ideal-points: year 09-30
imf-direct-investment: year 12-31
imf-dots: ended
imf-dots-world: ended
imf-imts: year 06-30
imf-imts-2025: ended
institution-memberships: review 6
interstate-relations: review 6
imf-weo: edition 6
kazakhstan-customs: year 08-31
kiel-ukraine-support-tables: edition 3
kiel-ukraine-support-workbook: ended
kyrgyzstan-customs: year 06-30
mme-exercises: irregular
passport-index: edition 12
regimes: year 06-30
russia-exercises: ended
oecd-icio: irregular
russian-customs: irregular
sanctions-regimes: review 3
un-migrant-stock: edition 48
un-sc-meetings: year 03-31
un-sc-vetoes: edition 12
un-sc-vetoes-coded: irregular
security-council-vetoes: review 6
sipri-milex: year 04-30
sipri-register: year 03-31
sipri-tiv-table: year 03-31
surplus-product: irregular
territorial-claims: review 12
trade-agreements: review 6
ucdp-acd: year 06-30
ucdp-2025: ended
ucdp-dyadic: year 06-30
uk-ons: year 02-28
un-votes: ended
usa-census: year 02-28
us-missions: irregular
us-troops: year 12-31
us-visits: irregular
uzbekistan-customs: year 03-31
visavis-gravity: derived
visavis-ideal-points: derived
visavis-leverage: derived
visavis-speeches: derived
wiod: ended
world-bank: year 07-31
world-bank-debt: year 12-31
world-bank-growth: year 07-31
`

const rules: ReadonlyMap<string, string> = new Map(
  calendar
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split(': ') as [string, string]),
)

const words: Readonly<Record<string, string>> = {
  irregular: 'no stated rhythm',
  ended: 'no further edition',
  files: 'the files that you add',
  derived: 'computed from other sources of the record',
}

/** Returns the release calendar of a source, with the day on which the edition after this one is due. A source without a line follows none. */
export function releaseOf(card: Pick<SourceCard, 'id' | 'coverage' | 'vintage'>): Release {
  const [kind = 'irregular', when = ''] = (rules.get(card.id) ?? 'irregular').split(' ')
  const last = card.coverage.map(({ to }) => to).reduce((a, b) => (a > b ? a : b), '')
  if (kind === 'year' || kind === 'year+1') return yearly(last, kind === 'year' ? 1 : 2, when)
  if (kind === 'month') return monthly(last, Number(when))
  if (kind === 'edition' || kind === 'review') {
    const rhythm = kind === 'review' ? `reviewed every ${when} months` : everyMonths(Number(when))
    const day = kind === 'review' ? last : editionDay(card.vintage)
    return { rhythm, covers: null, due: day === undefined || day === '' ? null : monthsAfter(day, Number(when)) }
  }
  return { rhythm: words[kind] ?? kind, covers: null, due: null }
}

/** Whether the edition after the one held was due before a day. */
export function isOverdue({ due }: Release, day: string): boolean {
  return due !== null && due < day
}

/**
 * Returns the last calendar year that a source has published by a day, by its calendar; undefined if it follows none.
 *
 * @example lastYearOut('comtrade', '2026-11-30')   // 2024
 * @example lastYearOut('imf-imts', '2026-11-30')   // 2025
 */
export function lastYearOut(id: string, day: string): number | undefined {
  const [kind, when = ''] = (rules.get(id) ?? '').split(' ')
  const year = Number(day.slice(0, 4))
  const isOut = (one: number): boolean => {
    if (kind === 'month') return daysAfter(`${one}-12-31`, Number(when)) <= day
    return `${one + (kind === 'year' ? 1 : 2)}-${when}` <= day
  }
  return kind === 'year' || kind === 'year+1' || kind === 'month' ? [year - 1, year - 2, year - 3].find(isOut) : undefined
}

function daysAfter(last: string, days: number): string {
  return iso(new Date(Date.parse(`${last}T00:00:00Z`) + days * 86_400_000))
}

/** Whether a source has a line in the calendar. */
export function hasReleaseRule(id: string): boolean {
  return rules.has(id)
}

function yearly(last: string, lag: number, monthDay: string): Release {
  const next = Number(last.slice(0, 4)) + (last.endsWith('-12-31') ? 1 : 0)
  return { rhythm: 'every year', covers: `${next}-12-31`, due: `${next + lag}-${monthDay}` }
}

function monthly(last: string, days: number): Release {
  // the month after the one in which the data end, or that month if they end within it
  const end = new Date(Date.parse(`${last}T00:00:00Z`) + 86_400_000)
  const covers = new Date(Date.UTC(end.getUTCFullYear(), end.getUTCMonth() + 1, 0))
  return { rhythm: 'every month', covers: iso(covers), due: daysAfter(iso(covers), days) }
}

const everyMonths = (months: number): string =>
  months === 12 ? 'every year' : months > 12 ? `every ${months / 12} years` : `every ${months} months`

const monthNames = 'January February March April May June July August September October November December'.split(' ')

/** Matches a vintage that begins with a month in words: `April 2026`. */
const monthInWords = new RegExp(`^(${monthNames.join('|')}) (\\d{4})`)

/** Returns the day of an edition, the first date in its vintage: `2026-03-29`, `2024-07`, `April 2026`; undefined if it has none. `2005-2022` is no date. */
function editionDay(vintage: string): string | undefined {
  const [, name, of] = monthInWords.exec(vintage) ?? []
  if (name !== undefined) return `${of}-${String(monthNames.indexOf(name) + 1).padStart(2, '0')}-01`
  const [numeric, year, month, day] = /(?<!\d)(\d{4})-(0[1-9]|1[0-2])(?!\d)(?:-(0[1-9]|[12]\d|3[01]))?/.exec(vintage) ?? []
  return numeric === undefined ? undefined : `${year}-${month}-${day ?? '01'}`
}

function monthsAfter(day: string, months: number): string {
  const start = new Date(`${day}T00:00:00Z`)
  return iso(new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + months, start.getUTCDate())))
}

const iso = (day: Date): string => day.toISOString().slice(0, 10)
