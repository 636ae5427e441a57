import { useMemo } from 'preact/hooks'
import { useAnswer } from '../api/client.ts'
import type { Assessment } from '../dyad/assessment-values.ts'
import { DependenceFigure } from '../dyad/domains/dependence.tsx'
import { SeriesFigure } from '../dyad/domains/series-figure.tsx'
import { LadderFigure } from '../dyad/domains/stage.tsx'
import { LedgerYears } from '../dyad/ledger-years.tsx'
import { FanFigure } from '../dyad/outlook/fan-figure.tsx'
import { fansOf } from '../dyad/outlook/fans.ts'
import { chosenName, NetworkFigure, namedWords, useNetwork } from '../dyad/stakeholders/network-figure.tsx'
import { ThirdStatesFigure, thirdStatesName } from '../dyad/stakeholders/third-states.tsx'
import { VotesMap } from '../dyad/votes/votes-map.tsx'
import { spanOf, yearSeriesOf } from '../dyad/year-series.ts'
import { ProblemNote } from '../frame/problem-note.tsx'

/** A chart of a pair by its name. */
export interface PairChartProps {
  readonly assessment: Assessment
  readonly chart: string
}

/** A chart of a pair that needs the chart library: a yearly series, a fan of the outlook, mutual dependence, the stage, or one of votes, third states and the ledger. */
export function LibraryCharts({ assessment, chart }: PairChartProps) {
  const series = useMemo(() => yearSeriesOf(assessment).find(({ id }) => id === chart), [assessment, chart])
  if (series !== undefined) return <SeriesFigure assessment={assessment} series={series} span={spanOf([series], assessment)} />
  if (chart === 'dependence') return <DependenceFigure assessment={assessment} />
  if (chart === 'stage' && assessment.stage !== null) return <LadderFigure assessment={assessment} stage={assessment.stage} />
  if (chart.startsWith('outlook-')) return <Fan assessment={assessment} chart={chart} />
  if (chart === 'votes-by-topic' && assessment.voteMap !== undefined) return <VotesMap assessment={assessment} map={assessment.voteMap} />
  const flow = assessment.thirdStates.find((one) => thirdStatesName(one.flow) === chart)?.flow
  if (flow !== undefined) return <ThirdStatesFigure assessment={assessment} flow={flow} />
  // both have a ledger behind them, and so has the stage
  if (chart === 'ledger-by-year' && assessment.stage !== null) return <Ledger assessment={assessment} />
  if (chart === 'stakeholders' && assessment.stage !== null) return <Stakeholders assessment={assessment} />
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

type ChartProps = Pick<PairChartProps, 'assessment'>

function Ledger({ assessment }: ChartProps) {
  const { answer, problem } = useAnswer('ledger', { a: assessment.a.iso3, b: assessment.b.iso3 }).value
  if (problem !== undefined) return <ProblemNote problem={problem} />
  if (answer === undefined) return <p class="waiting">Reading the ledger …</p>
  return <LedgerYears assessment={assessment} ledger={answer} last={Number(assessment.to.slice(0, 4))} />
}

function Stakeholders({ assessment }: ChartProps) {
  const { found, problem } = useNetwork(assessment)
  if (problem !== undefined) return <ProblemNote problem={problem} />
  if (found === undefined) return <p class="waiting">Asking who is named …</p>
  if (found.network.nodes.length === 0) return <NoSuchChart />
  const chosen = chosenName(found.network)
  return (
    <>
      <NetworkFigure assessment={assessment} {...found} />
      <p class="small" role="status">
        {chosen === undefined ? (
          'Press a name to read what it is.'
        ) : (
          <>
            <strong>{chosen.name}</strong>: {namedWords(chosen)}
          </>
        )}
      </p>
    </>
  )
}

function NoSuchChart() {
  return <p class="problem">This pair has no such chart, or no longer. The page of the pair has all that there are.</p>
}
