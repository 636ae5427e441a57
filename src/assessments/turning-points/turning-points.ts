import type { Bench } from '../forms/assessment.ts'
import type { Ledger } from '../forms/ledger-item.ts'
import type { TurningPoints, TurningSeries } from '../forms/turning-points-form.ts'
import { turningSeries } from './turning-points-breaks.ts'
import { eventTest, nearEvents } from './turning-points-events.ts'
import { energySeries, tradeSeries } from './turning-points-flows.ts'
import { idealSeries } from './turning-points-ideal.ts'
import { breakClusters, levelPeriods } from './turning-points-periods.ts'
import { voteSeries } from './turning-points-series.ts'

/**
 * When the relation changed, as far as yearly series tell: breaks of votes, trade and energy with the interval of their dates, the ledger's events nearest in time, and the
 * periods between breaks that several series share. Nothing here says why.
 *
 * @see docs/measures/change-points.md
 */
export async function turningPoints(bench: Bench, ledger: Ledger | undefined): Promise<TurningPoints> {
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
