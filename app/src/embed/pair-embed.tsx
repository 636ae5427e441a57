import { useSignal } from '@preact/signals'
import type { ComponentType } from 'preact'
import { useEffect } from 'preact/hooks'
import { useAnswer } from '../api/client.ts'
import type { Assessment } from '../dyad/assessment-values.ts'
import { StandingFigure } from '../dyad/summary/standing-figure.tsx'
import { TradeFigure } from '../dyad/summary/trade-figure.tsx'
import { VotesFigure } from '../dyad/summary/votes-figure.tsx'
import { NotLoaded } from '../frame/not-loaded.tsx'
import { ProblemNote } from '../frame/problem-note.tsx'
import { route } from '../route.ts'
import type { PairChartProps } from './library-charts.tsx'
import '../dyad/dyad.css'

/** One chart of the page of a pair: `/dyad/CHN/RUS?embed=trade`. */
export function PairEmbed() {
  const { parts, query } = route.value
  const [a = '', b = ''] = parts
  const { to, embed: chart = '' } = query
  const { answer, problem } = useAnswer('assess', { a, b, to }).value
  const names = answer === undefined ? `${a} and ${b}` : `${answer.a.name} and ${answer.b.name}`
  useEffect(() => {
    document.title = `${names} – Vis-à-vis`
  }, [names])
  return (
    <>
      <h1>
        {names}
        {to !== undefined && <span class="soft as-of-day"> as of {answer?.to ?? to}</span>}
      </h1>
      {problem !== undefined && <ProblemNote problem={problem} />}
      {answer === undefined ? problem === undefined && <p class="waiting">Assessing …</p> : <PairChart assessment={answer} chart={chart} />}
    </>
  )
}

/** The charts of the first screen, which need no chart library. */
const simple: Readonly<Record<string, ComponentType<{ readonly assessment: Assessment }>>> = {
  standing: StandingFigure,
  trade: TradeFigure,
  'same-position': VotesFigure,
}

function PairChart({ assessment, chart }: PairChartProps) {
  const Simple = simple[chart]
  return Simple === undefined ? <LibraryChart assessment={assessment} chart={chart} /> : <Simple assessment={assessment} />
}

/** Any other chart, which is loaded with the chart library. */
function LibraryChart(props: PairChartProps) {
  const found = useSignal<ComponentType<PairChartProps> | undefined>(undefined)
  const failed = useSignal(false)
  useEffect(() => {
    import('./library-charts.tsx').then(
      ({ LibraryCharts }) => {
        found.value = LibraryCharts
      },
      () => {
        failed.value = true
      },
    )
  }, [])
  const Component = found.value
  if (failed.value) return <NotLoaded what="The chart" />
  return Component === undefined ? <p class="waiting">Loading the chart …</p> : <Component {...props} />
}
