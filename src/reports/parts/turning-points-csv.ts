import type { Break, NearEvent, Run } from '../../assessments/forms/turning-points-form.ts'
import type { TurningPoints, TurningSeries } from '../../assessments/index.ts'
import { csv, csvOfRecords } from '../text/csv.ts'

/** Writes every searched run of years as CSV, one row per break; a run without a break, or too short, has one row that says so. */
export function breaksCsv({ series }: TurningPoints): string {
  const columns = [
    ...(['series', 'label', 'domain', 'unit', 'model', 'run_from', 'run_to', 'state', 'reason', 'break', 'low90', 'high90'] as const),
    ...(['before', 'after', 'shift', 'by_lwz', 'by_pelt', 'drift_share', 'drift_error', 'events'] as const),
  ]
  const records = series.flatMap((one) =>
    one.runs.flatMap((run) => (run.breaks.length === 0 ? [undefined] : run.breaks).map((found) => recordOf(one, run, found))),
  )
  return csvOfRecords(columns, records)
}

function recordOf(series: TurningSeries, run: Run, found: Break | undefined) {
  const reason = run.reason ?? (found === undefined ? 'no break found' : null)
  return {
    ...{ ...series, series: series.id, run_from: run.from, run_to: run.to, state: run.state, reason },
    ...{ break: found?.year, low90: found?.interval?.low, high90: found?.interval?.high, before: found?.before, after: found?.after },
    ...{ shift: found?.shift, by_lwz: found?.byLwz, by_pelt: found?.byPelt, drift_share: run.drift?.share, drift_error: run.drift?.error },
    events: found?.events?.map(eventWords).join(' | '),
  }
}

/** Describes a ledger item near a break, with its distance in days from 1 January of the break's year. */
export function eventWords({ id, date, days, about, sentence }: NearEvent): string {
  return `${date} (${id}, ${about ? 'about ' : ''}${days} days): ${sentence}`
}

/** Writes the series searched for breaks as CSV, one row per year; years without a figure have no row. */
export function seriesCsv({ series }: TurningPoints): string {
  const rows = series.flatMap(({ id, label, domain, unit, points, evidence }) =>
    points.map(([year, value]) => [id, label, domain, unit, year, value, evidence.map(({ source }) => source).join(' ')]),
  )
  return csv(['series', 'label', 'domain', 'unit', 'year', 'value', 'sources'], rows)
}

/** Writes the mean of each series between turning points as CSV; a mean of fewer than three years is left blank. */
export function periodsCsv({ periods }: TurningPoints): string {
  const rows = periods.flatMap(({ from, to, levels }) => levels.map(({ series, value, years }) => [from, to, series, value, years]))
  return csv(['from', 'to', 'series', 'mean', 'years'], rows)
}
