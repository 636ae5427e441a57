import { useMemo } from 'preact/hooks'
import { useAnswer } from '../api/client.ts'
import type { Assessment } from '../dyad/assessment-values.ts'
import { DependenceFigure } from '../dyad/domains/dependence.tsx'
import { SeriesFigure } from '../dyad/domains/series-figure.tsx'
import { LadderFigure } from '../dyad/domains/stage.tsx'
import { FanFigure } from '../dyad/outlook/fan-figure.tsx'
import { fansOf } from '../dyad/outlook/fans.ts'
import { spanOf, yearSeriesOf } from '../dyad/year-series.ts'
import { ProblemNote } from '../frame/problem-note.tsx'

/** A chart of a pair by its name. */
export interface PairChartProps {
  readonly assessment: Assessment
  readonly chart: string
}

/** A chart of a pair that needs the chart library: a yearly series, a fan of the outlook, mutual dependence, or the ladder of the stage. */
export function LibraryCharts({ assessment, chart }: PairChartProps) {
  const series = useMemo(() => yearSeriesOf(assessment).find(({ id }) => id === chart), [assessment, chart])
  if (series !== undefined) return <SeriesFigure assessment={assessment} series={series} span={spanOf([series], assessment)} />
  if (chart === 'dependence') return <DependenceFigure assessment={assessment} />
  if (chart === 'stage' && assessment.stage !== null) return <LadderFigure assessment={assessment} stage={assessment.stage} />
  if (chart.startsWith('outlook-')) return <Fan assessment={assessment} chart={chart} />
  return <NoSuchChart />
}

function Fan({ assessment, chart }: PairChartProps) {
  const pair = { a: assessment.a.iso3, b: assessment.b.iso3 }
  const outlook = useAnswer('outlook', pair).value
  const history = useAnswer('outlook history', pair).value
  const problem = outlook.problem ?? history.problem
  if (problem !== undefined) return <ProblemNote problem={problem} />
  if (outlook.answer === undefined || history.answer === undefined) return <p class="waiting">Forecasting …</p>
  const fan = fansOf(outlook.answer, history.answer).find(({ id }) => `outlook-${id}` === chart)
  return fan === undefined ? <NoSuchChart /> : <FanFigure assessment={assessment} {...fan} />
}

function NoSuchChart() {
  return <p class="problem">This pair has no such chart, or no longer. The page of the pair has all that there are.</p>
}
