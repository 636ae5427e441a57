import type { DomainInputs } from '../forms/assessment.ts'
import type { Ledger } from '../forms/ledger-item.ts'
import type { TurningPoints, TurningSeries } from '../forms/turning-points-form.ts'
import { turningSeries } from './turning-points-breaks.ts'
import { eventTest, nearEvents } from './turning-points-events.ts'
import { energySeries, tradeSeries } from './turning-points-flows.ts'
import { idealSeries } from './turning-points-ideal-points.ts'
import { breakClusters, levelPeriods } from './turning-points-periods.ts'
import { voteSeries } from './turning-points-votes.ts'

/**
 * Finds the turning points of the relationship in yearly series: breaks in votes, trade and energy with intervals for their
 * dates, the nearest ledger events, and the periods between breaks shared by several series. It does not establish
 * causes.
 *
 * @see docs/measures/change-points.md
 */
export async function turningPoints(bench: DomainInputs, ledger: Ledger | undefined): Promise<TurningPoints> {
  const { seed, to } = bench.dyad
  const parts = await Promise.all([voteSeries(bench), idealSeries(bench), tradeSeries(bench), energySeries(bench)])
  const raw = parts.flat().filter(({ points }) => points.length > 0)
  const bare = raw.map((series) => turningSeries(series, seed))
  const moments = breakClusters(bare)
  return {
    series: bare.map((one) => withEvents(one, ledger, to)),
    moments,
    events: eventTest(moments, bare, ledger, to),
    periods: levelPeriods(moments, bare, raw),
  }
}

function withEvents(series: TurningSeries, ledger: Ledger | undefined, until: string): TurningSeries {
  return {
    ...series,
    runs: series.runs.map((run) => ({ ...run, breaks: run.breaks.map((one) => ({ ...one, events: nearEvents(one, ledger, until) })) })),
  }
}
