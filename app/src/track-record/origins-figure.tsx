import * as Plot from '@observablehq/plot'
import type { Answers } from '../../../src/server/answer-types.ts'
import { useAnswer } from '../api/client.ts'
import { plot, seriesColours } from '../charts/plot.ts'
import { chosenHorizon, yearsText } from '../dyad/outlook/outlook-words.ts'
import type { FigureData } from '../figures/figure-files.ts'
import { ChartFigure } from '../figures/figure-frame.tsx'
import { ProblemNote } from '../frame/problem-note.tsx'
import { colour } from '../theme.ts'

type Row = Answers['outlook backtest']['rows'][number]

interface OriginsFigureProps {
  readonly target: string
  readonly title: string
  /** Whether origins are sessions of the General Assembly, whose first opened in 1946. */
  readonly isBySession: boolean
  readonly baseline: string
  readonly sources: FigureData['sources']
}

/** Skill by the year from which was forecast, and for quantities how many outcomes the band of 80 % held. */
export function OriginsFigure({ target, title, isBySession, baseline, sources }: OriginsFigureProps) {
  const horizon = chosenHorizon()
  const { answer, problem, state } = useAnswer('outlook backtest', { target }).value
  if (problem !== undefined) return <ProblemNote problem={problem} />
  if (answer === undefined || answer.target !== target) return <p class="waiting">Reading the back-test …</p>
  const rows = answer.rows.filter((row) => row.horizon === horizon)
  const yearOf = ({ origin }: Row): number => (isBySession ? origin + 1945 : origin)
  const panels = panelsOf(rows, baseline)
  return (
    <div aria-busy={state === 'asking'}>
      <ChartFigure
        name={`track-record-by-year-${target}`}
        title={`${title}, ${yearsText(horizon)} ahead, by the year from which was forecast`}
        alt={panels
          .map(({ name, of }) => {
            const known = rows.filter((row) => of(row) !== null)
            const values = known.map((row) => of(row)!)
            const [least, most] = [Math.min(...values), Math.max(...values)]
            const at = (value: number): number => yearOf(known.find((row) => of(row) === value)!)
            return `${name}: lowest ${percent(least)} in ${at(least)}, highest ${percent(most)} in ${at(most)}`
          })
          .join('; ')}
        data={{
          columns: ['year', 'forecasts', 'mae', 'crps', 'skill', 'cover50', 'cover80', 'cover90', 'cover95'].map((name) => ({
            name,
            title: name,
          })),
          rows: rows.map((row) => [yearOf(row), row.n, row.mae, row.crps, row.skill, row.cover50, row.cover80, row.cover90, row.cover95]),
          sources,
          method: `visavis outlook backtest --target ${target}; for events crps is the Brier score.`,
        }}
        on={[horizon, target]}
        draw={(width) => drawing(rows, yearOf, panels, width)}
        under={`Above the line of no gain, forecasts were better than ${baseline}.${isBySession ? ' Years are those in which the session opened.' : ''}${panels.length > 1 ? ' A year in which all pairs move at once shows as a low.' : ''}`}
      />
    </div>
  )
}

const percent = (share: number): string => `${(100 * share).toFixed(0).replace('-', '−')} %`

interface Panel {
  readonly name: string
  readonly of: (row: Row) => number | null
  /** The line to which values are compared. */
  readonly line: number
}

function panelsOf(rows: readonly Row[], baseline: string): Panel[] {
  const skill: Panel = { name: `Gain over ${baseline}`, of: ({ skill: value }) => value, line: 0 }
  if (rows.every(({ cover80 }) => cover80 === null)) return [skill]
  return [skill, { name: 'Outcomes within the band of 80 %', of: ({ cover80 }) => cover80, line: 0.8 }]
}

function drawing(rows: readonly Row[], yearOf: (row: Row) => number, panels: readonly Panel[], width: number): SVGElement {
  const isWide = width >= 700
  const [main] = seriesColours() as [string]
  const holder = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  const [each, height] = [isWide ? (width - 24 * (panels.length - 1)) / panels.length : width, 190]
  panels.forEach(({ name, of, line }, i) => {
    const points = rows.flatMap((row) => (of(row) === null ? [] : [{ year: yearOf(row), value: of(row)! }]))
    const one = plot({
      ...{ yearly: true, width: each, height, marginLeft: 52, marginRight: 10, marginTop: 26 },
      x: { label: null, ticks: Math.max(3, Math.floor(each / 90)) },
      y: { label: null, grid: true, ticks: 5, nice: true, tickFormat: percent },
      marks: [
        Plot.ruleY([line], { stroke: colour('soft'), strokeWidth: 1.3 }),
        Plot.ruleX(points, { x: 'year', y1: line, y2: 'value', stroke: main, strokeWidth: 1.4 }),
        Plot.dot(points, { x: 'year', y: 'value', r: 3, fill: main }),
        Plot.text([name], { frameAnchor: 'top-left', dy: -18, text: (text: string) => text, fill: colour('ink'), fontWeight: 'bold' }),
      ],
    })
    one.setAttribute('x', String(isWide ? i * (each + 24) : 0))
    one.setAttribute('y', String(isWide ? 0 : i * (height + 10)))
    holder.append(one)
  })
  const [w, h] = [width, isWide ? height : panels.length * (height + 10)]
  holder.setAttribute('class', 'plot')
  holder.setAttribute('width', String(w))
  holder.setAttribute('height', String(h))
  holder.setAttribute('viewBox', `0 0 ${w} ${h}`)
  return holder
}
