import { type Estimate, isKnown, type Known, type SourceCard } from '../../store/index.ts'
import type { Assessment, DomainAssessment } from '../forms/assessment.ts'
import { type DomainId, domains } from '../forms/domains.ts'
import { inSentence, possessive } from '../forms/phrases.ts'

/** One figure of one pair, with its place among pairs and its change in ten years where they are told. */
export interface ComparedCell {
  readonly level: Estimate
  readonly percentile: Estimate | null
  readonly change: Estimate | null
}

/** One figure of several pairs. */
export interface ComparedRow {
  readonly domain: DomainId
  readonly id: string
  /** The two of a pair stand as A and B in it. */
  readonly label: string
  readonly unit: string
  /** A cell for each pair, in their order; null: nothing of this id is told of the pair. */
  readonly cells: readonly (ComparedCell | null)[]
}

/** What one pair has of a series by year. */
export interface ComparedLine {
  readonly label: string
  readonly unit: string
  readonly method: string
  readonly sources: readonly string[]
  /** Ends of the 90 % interval of the year, where it has one. A year that is unknown is not there. */
  readonly points: readonly (readonly [year: number, value: number, low: number | null, high: number | null])[]
}

/** A figure by year, of several pairs. */
export interface ComparedSeries {
  readonly domain: DomainId
  readonly id: string
  readonly label: string
  /** A line for each pair, in their order; null where the record holds none. */
  readonly lines: readonly (ComparedLine | null)[]
}

/** What of the pairs is to be shown. */
export interface Compared {
  readonly domain?: DomainId | undefined
  /** One figure by its id; else every level of the domain, or the leading one of each domain. */
  readonly figure?: string | undefined
}

/** Figures of pairs side by side: of each domain the leading one of each pair, of one domain all levels, or one figure alone. */
export function comparedRows(assessments: readonly Assessment[], { domain, figure }: Compared): ComparedRow[] {
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

/** The first level that is known; where none is, the first there is, which says why. */
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

/** A domain that cannot tell has one figure under its own id, with the reason: it stands for every figure of the domain. */
function silence(estimates: readonly Estimate[], domain: DomainId, title: string, id: string): Estimate | null {
  const [only] = estimates
  return estimates.length === 1 && only!.id === domain && !isKnown(only!) ? { ...only!, id, label: title } : null
}

/** A label with A and B for the names of its pair, so that it holds for any. */
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

/** The figures that an assessment holds by year, of several pairs. */
export function comparedSeries(assessments: readonly Assessment[], { domain, figure }: Compared): ComparedSeries[] {
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

/** Cards of the sources behind all of this. */
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
  // each ledger is a source of its own, though all bear one id
  const cards = new Map(assessments.flatMap(({ sources }) => sources).map((card) => [card.citation, card]))
  return [...cards.values()]
    .filter(({ id }) => ids.has(id))
    .sort((x, y) => (x.id === y.id ? (x.citation < y.citation ? -1 : 1) : x.id < y.id ? -1 : 1))
}
