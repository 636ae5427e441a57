import type { Run } from '../../assessments/forms/turning-points-form.ts'
import type { Assessment, TurningSeries } from '../../assessments/index.ts'
import type { Known } from '../../store/index.ts'
import { eventWords } from '../parts/turning-points-csv.ts'

/** A CSV row for a result outside the domains, with the same columns as a figure; columns that do not apply are blank. */
export interface NonDomainRow {
  readonly domain: string
  readonly id: string
  readonly label: string
  readonly state: string
  readonly value?: number | null
  readonly low?: number | null
  readonly high?: number | null
  readonly interval?: string
  readonly unit: string
  readonly period: string
  readonly method?: string
  readonly sources?: string
  readonly reason?: string
}

/** Returns the rows for stage indicators, structural breaks, periods and third states. */
export function nonDomainRows(assessment: Assessment): NonDomainRow[] {
  return [
    ...stageRows(assessment),
    ...assessment.turningPoints.series.flatMap(seriesRows),
    ...periodRows(assessment),
    ...thirdRows(assessment),
  ]
}

function stageRows({ stage }: Assessment): NonDomainRow[] {
  if (stage === null) return []
  return stage.indicators.map(({ id, title, state, level, why }) => {
    const about = { domain: 'stage', id, label: title, state, unit: 'level 0 to 3', period: stage.asOf, sources: 'ledger' }
    return level === undefined ? { ...about, reason: why } : { ...about, value: level, interval: 'ordinal', method: why }
  })
}

function seriesRows(series: TurningSeries): NonDomainRow[] {
  return series.runs.flatMap((run) => (run.breaks.length === 0 ? [emptyRunRow(series, run)] : breakRows(series, run)))
}

function about({ id, label, domain, evidence }: TurningSeries, run: Run): Omit<NonDomainRow, 'state'> {
  const sources = evidence.map(({ source }) => source).join(' ')
  return { domain, id: `${id}.break`, label: `${label}: break`, unit: 'year', period: `${run.from}/${run.to}`, sources }
}

function emptyRunRow(series: TurningSeries, run: Run): NonDomainRow {
  return { ...about(series, run), state: run.state, reason: run.reason ?? 'no break found' }
}

function breakRows(series: TurningSeries, run: Run): NonDomainRow[] {
  return run.breaks.map(({ year, interval, before, after, shift, byLwz, byPelt, events }) => {
    const also = [byLwz ? 'LWZ' : '', byPelt === true ? 'PELT' : ''].filter((word) => word !== '')
    const methodParts = [
      series.method,
      `${series.model === 'trend' ? 'growth a year ' : ''}${before} before, ${after} after`,
      ...(shift === null ? [] : [`shift ${shift}`]),
      `also by ${also.length === 0 ? 'none' : also.join(' and ')}`,
      ...(run.drift === null ? [] : [`drift ${run.drift.share}`]),
      ...(events ?? []).map((event) => `near: ${eventWords(event)}`),
    ]
    const ends = interval === null ? { interval: 'none to be had' } : { low: interval.low, high: interval.high, interval: 'break date' }
    return { ...about(series, run), state: run.state, value: year, ...ends, method: methodParts.join('; ') }
  })
}

function periodRows({ turningPoints }: Assessment): NonDomainRow[] {
  const named = new Map(turningPoints.series.map((series) => [series.id, series]))
  return turningPoints.periods.flatMap(({ from, to, levels }) =>
    levels.map(({ series, value, years }) => {
      const { domain = '', label = series, unit = '' } = named.get(series) ?? {}
      const row = { domain, id: `${series}.period`, label: `${label}: mean between shared breaks`, unit, period: `${from}/${to}`, value }
      return value === null
        ? { ...row, state: 'unknown', reason: `${years} years with a figure` }
        : {
            ...row,
            state: 'observed',
            interval: 'none',
            method: `mean of ${years} years${named.get(series)?.model === 'trend' ? ', geometric' : ''}`,
          }
    }),
  )
}

function thirdRows({ a, b, thirdStates, routes }: Assessment): NonDomainRow[] {
  const around = (routes?.excess ?? []).map((excess) => knownRow(excess, excess.id, excess.label))
  const thirds = thirdStates.flatMap((third) => [
    ...[
      { side: a, share: third.a },
      { side: b, share: third.b },
    ].map(({ side, share }) =>
      share === null
        ? {
            ...{ domain: 'third-states', id: `${third.indicator}.share`, label: `${third.name}, ${third.flow}: share of ${side.iso3}` },
            ...{ state: 'unknown', unit: 'share', period: third.partners.period, reason: 'no row in its own report' },
          }
        : knownRow(share, `${third.indicator}.share`, `${third.name}, ${third.flow}: share of ${side.iso3}`),
    ),
    knownRow(third.partners, `${third.indicator}.partners`, `${third.name}, ${third.flow}: equal partners`),
  ])
  return [...around, ...thirds]
}

function knownRow(known: Known, id: string, label: string): NonDomainRow {
  const { state, value, interval, unit, period, method, evidence } = known
  const ends =
    interval === 'exact' ? { low: value, high: value, interval } : { low: interval.low, high: interval.high, interval: interval.kind }
  return {
    domain: 'third-states',
    id,
    label,
    state,
    value,
    ...ends,
    unit,
    period,
    method,
    sources: evidence.map(({ source }) => source).join(' '),
  }
}
