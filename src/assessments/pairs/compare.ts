import { type Estimate, isKnown, type Known, type SourceCard } from '../../store/index.ts'
import type { Assessment, DomainAssessment } from '../forms/assessment.ts'
import { type DomainId, domains } from '../forms/domains.ts'
import { inSentence, possessive } from '../forms/wording.ts'

/** One figure of one pair, with its percentile among pairs and its ten-year change where available. */
export interface ComparedCell {
  readonly level: Estimate
  readonly percentile: Estimate | null
  readonly change: Estimate | null
}

/** One figure of several pairs. */
export interface ComparedRow {
  readonly domain: DomainId
  readonly id: string
  /** The names of the pair are replaced by A and B. */
  readonly label: string
  readonly unit: string
  /** One cell per pair, in the same order; null where the pair has no figure with this id. */
  readonly cells: readonly (ComparedCell | null)[]
}

/** The yearly series of one pair. */
export interface ComparedLine {
  readonly label: string
  readonly unit: string
  readonly method: string
  readonly sources: readonly string[]
  /** Includes the ends of the year's 90 % interval where it has one. Unknown years are left out. */
  readonly points: readonly (readonly [year: number, value: number, low: number | null, high: number | null])[]
}

/** One yearly figure for several pairs. */
export interface ComparedSeries {
  readonly domain: DomainId
  readonly id: string
  readonly label: string
  /** One line per pair, in the same order; null where the record has no series. */
  readonly lines: readonly (ComparedLine | null)[]
}

/** Which figures to compare. */
export interface ComparisonChoice {
  readonly domain?: DomainId | undefined
  /** One figure by its id. Without it: all levels of the chosen domain, or the leading figure of each domain. */
  readonly figure?: string | undefined
}

/**
 * Sets figures of several pairs side by side: the leading figure of each domain, all levels of one domain, or a single
 * figure.
 */
export function comparedRows(assessments: readonly Assessment[], { domain, figure }: ComparisonChoice): ComparedRow[] {
  return domains
    .filter(({ id }) => domain === undefined || id === domain)
    .flatMap(({ id: domainId }) => {
      const own = assessments.map((one) => one.domains.find(({ id }) => id === domainId)!)
      const held = own.flatMap((one) => (domain === undefined && figure === undefined ? leading(one) : levelsOf(one)))
      const ids = [...new Set(held)].filter((id) => figure === undefined || id === figure)
      return ids.map((id) => rowOf(domainId, id, own, assessments))
    })
}

function levelsOf({ estimates }: DomainAssessment): string[] {
  return estimates.filter(({ id }) => !id.includes('.')).map(({ id }) => id)
}

/** Returns the id of the first known level in a list; the list is empty if none is known. */
function leading(domain: DomainAssessment): string[] {
  const levels = domain.estimates.filter(({ id, unit }) => !id.includes('.') && unit !== 'percentile')
  const found = levels.find(isKnown)
  return found === undefined ? [] : [found.id]
}

function rowOf(domain: DomainId, id: string, own: readonly DomainAssessment[], assessments: readonly Assessment[]): ComparedRow {
  const cells = own.map((one): ComparedCell | null => cellOf(one, id))
  const at = Math.max(
    0,
    cells.findIndex((cell) => cell !== null && isKnown(cell.level)),
  )
  const { level } = cells[at] ?? cells.find((cell) => cell !== null)!
  return { domain, id, label: anyPair(level.label, assessments[at]!), unit: level.unit, cells }
}

function cellOf({ estimates, id: domain, title }: DomainAssessment, id: string): ComparedCell | null {
  const of = (...ids: string[]): Estimate | null => estimates.find((one) => ids.includes(one.id)) ?? null
  const level = of(id) ?? silence(estimates, domain, title, id)
  return level === null ? null : { level, percentile: of(`${id}.percentile`, `${id}-rank`), change: of(`${id}.change`) }
}

/**
 * Returns the figure of an unknown domain, which stands in for every figure of the domain and states the reason. Null if the domain has data.
 */
function silence(estimates: readonly Estimate[], domain: DomainId, title: string, id: string): Estimate | null {
  const [only] = estimates
  return estimates.length === 1 && only!.id === domain && !isKnown(only!) ? { ...only!, id, label: title } : null
}

/** Writes the label with A and B in place of the pair's names, so that it fits any pair. */
function anyPair(label: string, { a, b }: Assessment): string {
  const names = [
    [a.name, 'A'],
    [b.name, 'B'],
  ] as const
  const swaps = names.flatMap(([name, letter]) => [
    [possessive(name), `${letter}’s`] as const,
    [inSentence(name), letter] as const,
    [name, letter] as const,
  ])
  return swaps.sort(([x], [y]) => y.length - x.length).reduce((text, [name, letter]) => text.replaceAll(name, letter), label)
}

/** Returns the yearly series in the assessments of several pairs. */
export function comparedSeries(assessments: readonly Assessment[], { domain, figure }: ComparisonChoice): ComparedSeries[] {
  const all = assessments.flatMap(({ turningPoints }) => turningPoints.series)
  const wanted = all.filter((one) => (domain === undefined || one.domain === domain) && (figure === undefined || one.id === figure))
  return [...new Map(wanted.map((one) => [one.id, one])).values()].map(({ id, domain: of, label }) => ({
    domain: of,
    id,
    label: label.replace(/ \([^)]*\)$/, ''),
    lines: assessments.map((one) => lineOf(one, id)),
  }))
}

function lineOf({ domains: found, turningPoints }: Assessment, id: string): ComparedLine | null {
  const series = turningPoints.series.find((one) => one.id === id)
  if (series === undefined || series.points.length === 0) return null
  const yearly = found.flatMap(({ estimates }) => estimates).filter((one): one is Known => one.id === `${id}.series` && isKnown(one))
  const intervals = new Map(yearly.map(({ period, interval }) => [period, interval]))
  const { label, unit, method, evidence, points } = series
  return {
    ...{ label, unit, method, sources: [...new Set(evidence.map(({ source }) => source))] },
    points: points.map(([year, value]) => {
      const interval = intervals.get(String(year))
      return interval === undefined || interval === 'exact' ? [year, value, null, null] : [year, value, interval.low, interval.high]
    }),
  }
}

/** Returns the cards of all sources used in the comparison. */
export function comparedSources(
  assessments: readonly Assessment[],
  rows: readonly ComparedRow[],
  series: readonly ComparedSeries[],
): SourceCard[] {
  const parts = rows.flatMap(({ cells }) => cells).flatMap((cell) => (cell === null ? [] : [cell.level, cell.percentile, cell.change]))
  const ids = new Set([
    ...parts.flatMap((one) => (one !== null && isKnown(one) ? one.evidence.map(({ source }) => source) : [])),
    ...series.flatMap(({ lines }) => lines.flatMap((line) => line?.sources ?? [])),
  ])
  // every ledger has the same id, but each is a separate source
  const cards = new Map(assessments.flatMap(({ sources }) => sources).map((card) => [card.citation, card]))
  return [...cards.values()]
    .filter(({ id }) => ids.has(id))
    .sort((x, y) => (x.id === y.id ? (x.citation < y.citation ? -1 : 1) : x.id < y.id ? -1 : 1))
}
