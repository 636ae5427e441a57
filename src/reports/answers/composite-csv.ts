import type { CompositeAnswer } from '../../assessments/composite/composite-answer.ts'
import { type CsvCell, csv, csvOfRecords } from '../text/csv.ts'

const columns = ['part', 'id', 'what', 'value', 'low90', 'high90', 'rank', 'rank_low90', 'rank_high90', 'unit', 'period', 'source'] as const

type Row = Partial<Record<(typeof columns)[number], CsvCell>>

/** Writes the figures of the pair as CSV, one row each; with `--all`, the ranking with one row per pair. */
export function compositeCsv(answer: CompositeAnswer): string {
  if (answer.all) return rankingCsv(answer)
  return csvOfRecords(columns, [...ownRows(answer), ...overWeights(answer), ...curveRows(answer)])
}

function rankingCsv({ ranking, weights }: CompositeAnswer): string {
  const header = ['rank', 'iso3_a', 'iso3_b', 'composite', ...weights.map(({ component }) => `${component}_percentile`)]
  return csv(
    header,
    ranking.map(({ rank, a, b, value, percentiles }) => [rank, a, b, value, ...percentiles]),
  )
}

function ownRows({ composite, components, weights, aggregations, correlations, to }: CompositeAnswer): Row[] {
  const { value, low, high, rank, rankLow, rankHigh } = composite
  return [
    {
      part: 'composite',
      id: 'composite',
      what: 'value',
      value,
      low90: low,
      high90: high,
      rank,
      rank_low90: rankLow,
      rank_high90: rankHigh,
      unit: 'percentile',
      period: to,
    },
    ...weights.map(({ component, share }): Row => ({ part: 'weight', id: component, what: 'share', value: share, unit: 'share' })),
    ...components.flatMap(({ id, value: level, percentile, interval, unit, period, evidence }): Row[] => {
      const source = [...new Set(evidence.map((one) => one.source))].join(' ')
      const ends = { low90: interval?.kind === 'draws' ? interval.low : null, high90: interval?.kind === 'draws' ? interval.high : null }
      const reports: Row[] =
        interval?.kind === 'reports'
          ? (['low', 'high'] as const).map((end) => ({
              part: 'component',
              id,
              what: `percentile by the ${end}est report`,
              value: interval[end],
              unit: 'percentile',
              period,
              source,
            }))
          : []
      return [
        { part: 'component', id, what: 'figure', value: level, unit, period, source },
        { part: 'component', id, what: 'percentile', value: percentile, ...ends, unit: 'percentile', period, source },
        ...reports,
      ]
    }),
    ...aggregations.map(
      ({ id, value: mean, rank: place, unit }): Row => ({ part: 'aggregation', id, what: 'value', value: mean, rank: place, unit }),
    ),
    ...correlations.map(
      ({ a, b, value: r }): Row => ({ part: 'correlation', id: `${a} ${b}`, what: 'of percentiles', value: r, unit: 'index' }),
    ),
  ]
}

function overWeights({ sensitivity, weights }: CompositeAnswer): Row[] {
  const { tops, ranks, best, worst, histogram } = sensitivity
  const at = (shares: readonly number[]): string => shares.map((share, i) => `${weights[i]!.component}=${share}`).join(' ')
  return [
    {
      part: 'all weights',
      id: 'median',
      what: '5, 50 and 95 % of all weightings',
      rank: ranks.median,
      rank_low90: ranks.low,
      rank_high90: ranks.high,
    },
    ...tops.map(
      ({ percent, rank, share }): Row => ({
        part: 'all weights',
        id: `first ${percent} %`,
        what: 'share of all weightings',
        value: share,
        rank,
        unit: 'share',
      }),
    ),
    { part: 'all weights', id: 'best', what: at(best.weights), rank: best.rank },
    { part: 'all weights', id: 'worst', what: at(worst.weights), rank: worst.rank },
    ...histogram.map(
      ({ from, to, share }): Row => ({ part: 'all weights', id: 'ranks', what: `${from} to ${to}`, value: share, unit: 'share' }),
    ),
  ]
}

function curveRows({ curves }: CompositeAnswer): Row[] {
  return curves.flatMap(({ component, points }) =>
    points.map(
      ({ share, rank }): Row => ({ part: 'one weight', id: component, what: 'share of its weight', value: share, rank, unit: 'share' }),
    ),
  )
}
