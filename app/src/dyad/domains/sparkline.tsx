import { formatFigure } from '../../../../src/server/wording.ts'
import { bandPath, linePath, yearRuns } from '../../charts/plain-chart.ts'
import type { YearPoint } from '../../charts/year-chart.ts'
import { isKnown } from '../../figures/estimate.ts'
import type { Assessment, Domain } from '../assessment-values.ts'

/** With fewer years a line says nothing. */
const fewest = 4

const [width, height, margin] = [132, 26, 3]

/** A short yearly series of a domain. */
interface DomainSeries {
  readonly unit: string
  readonly points: readonly YearPoint[]
}

/** Returns the leading yearly series of a domain, with intervals where it has them; undefined where it has none of four years or more. */
function domainSeries(domain: Domain, assessment: Assessment): DomainSeries | undefined {
  const found = domain.id === 'trade' ? goodsSeries(assessment) : (ownSeries(domain) ?? blocVotes(domain, assessment))
  return found === undefined || found.points.length < fewest ? undefined : found
}

function ownSeries({ id, estimates }: Domain): DomainSeries | undefined {
  const known = estimates.filter(isKnown).filter((one) => one.id.endsWith('.series'))
  // years without fighting are no level
  const first = known.find(({ value }) => id !== 'conflict' || value > 0)
  if (first === undefined) return undefined
  const points = known
    .filter((one) => one.id === first.id)
    .map(({ period, value, interval }): YearPoint => {
      const year = Number(period.slice(0, 4))
      return interval === 'exact' ? { year, value } : { year, value, low: interval.low, high: interval.high }
    })
  return { unit: first.unit, points }
}

function goodsSeries({ overTime: { goods } }: Assessment): DomainSeries {
  const years = [...new Set(goods.years.map(({ year }) => year))]
  const points = years.flatMap((year): YearPoint[] => {
    const ofYear = goods.years.filter((one) => one.year === year)
    const total = ofYear.find(({ direction }) => direction === 'both')
    if (total !== undefined) return [{ year, value: total.value, low: total.low, high: total.high }]
    const sum = (of: 'value' | 'low' | 'high'): number => ofYear.reduce((added, one) => added + one[of], 0)
    return ofYear.length < 2 ? [] : [{ year, value: sum('value'), low: sum('low'), high: sum('high') }]
  })
  return { unit: goods.unit, points }
}

function blocVotes({ id }: Domain, { turningPoints }: Assessment): DomainSeries | undefined {
  const series = id === 'diplomacy' ? turningPoints.series.find((one) => one.id === 'kappa_quadratic') : undefined
  return series && { unit: series.unit, points: series.points.map(([year, value]) => ({ year, value })) }
}

/** Draws the yearly series of a domain with its band, on a scale of its own; nothing where there is none. */
export function Sparkline({ domain, assessment }: { readonly domain: Domain; readonly assessment: Assessment }) {
  const series = domainSeries(domain, assessment)
  if (series === undefined) return <span class="sparkline" />
  const { unit, points } = series
  const [first, last] = [points[0]!, points.at(-1)!]
  const ends = points.flatMap(({ value, low = value, high = value }) => [low, high])
  const [least, most] = [Math.min(...ends), Math.max(...ends)]
  const x = (year: number): number => margin + ((year - first.year) / Math.max(1, last.year - first.year)) * (width - 2 * margin)
  const y = (value: number): number => height - margin - ((value - least) / (most - least || 1)) * (height - 2 * margin)
  const runs = yearRuns(points)
  const band = (run: readonly YearPoint[]): string =>
    bandPath(
      run.map(({ year, value, high = value }) => [x(year), y(high)]),
      run.map(({ year, value, low = value }) => [x(year), y(low)]),
    )
  return (
    <svg
      class="sparkline"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={`${first.year}: ${formatFigure(first.value, unit)}; ${last.year}: ${formatFigure(last.value, unit)}`}
    >
      {runs.map((run) => (
        <path key={run[0]!.year} class="band" d={band(run)} />
      ))}
      {runs.map((run) => (
        <path key={run[0]!.year} class="line" d={linePath(run.map(({ year, value }) => [x(year), y(value)]))} />
      ))}
      <circle class="end" cx={x(last.year)} cy={y(last.value)} r={2.4} />
    </svg>
  )
}
