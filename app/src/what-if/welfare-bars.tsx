import * as Plot from '@observablehq/plot'
import { useMemo } from 'preact/hooks'
import { plot } from '../charts/plot.ts'
import type { FigureData } from '../figures/figure-files.ts'
import { ChartFigure } from '../figures/figure-frame.tsx'
import { colour } from '../theme.ts'
import { classOfChange, colourNames } from './change-classes.ts'
import { altOfChanges, dataOfChanges, extremesOf } from './change-data.ts'
import { domainWithRoom, marginForNames, nameWithin } from './chart-room.ts'
import type { ScenarioAnswer } from './scenario-state.ts'
import { changeText, rangeText } from './words.ts'

type Row = ScenarioAnswer['results'][number]

/** How many losers and gainers are drawn; the table and the files have all. */
const drawnEach = 10

interface WelfareBarsProps {
  readonly answer: ScenarioAnswer
  readonly title: string
  /** What the files and the table have, where that is not the usual. */
  readonly data?: FigureData
}

/** Shows who loses and gains most, ranked, with intervals where draws were made. */
export function WelfareBars({ answer, title, data: given }: WelfareBarsProps) {
  const data = useMemo(() => given ?? dataOfChanges(answer), [answer, given])
  const rows = useMemo(() => extremesOf(answer, drawnEach), [answer])
  if (rows.length === 0) return <p>No economy gains or loses a hundredth of a percent.</p>
  return (
    <ChartFigure
      name={`what-if-ranks-${answer.base.id}`}
      title={title}
      alt={`Bars. ${altOfChanges(answer)}`}
      data={data}
      draw={(width) => drawing(rows, width)}
      under={
        answer.scenario.draws > 0
          ? `Bars: the central case. Lines: 90 % of ${answer.scenario.draws} draws. The table has all ${answer.results.length} economies.`
          : `The table has all ${answer.results.length} economies.`
      }
    />
  )
}

function drawing(rows: readonly Row[], width: number): SVGSVGElement {
  const names = rows.map(({ name }) => name)
  const ends = rows.flatMap(({ welfare, low90, high90 }) => [welfare!, ...(low90 === null || high90 === null ? [] : [low90, high90])])
  const [low, high] = [Math.min(0, ...ends), Math.max(0, ...ends)]
  const [marginLeft, marginRight] = [marginForNames(names, width), 8]
  const fills = colourNames.map(colour)
  const fillOf = ({ welfare }: Row): string =>
    fills[welfare! < 0 ? Math.min(2, classOfChange(welfare!)) : Math.max(5, classOfChange(welfare!))]!
  const drawn = rows.filter(({ low90, high90 }) => low90 !== null && high90 !== null)
  const outer = ({ welfare, low90, high90 }: Row): number =>
    welfare! < 0 ? Math.min(welfare!, low90 ?? 0) : Math.max(welfare!, high90 ?? 0)
  const label = { y: 'name', x: outer, text: (row: Row) => changeText(row.welfare), fill: colour('ink'), fontSize: 11 } as const
  const below = (row: Row): boolean => row.welfare! < 0
  return plot({
    width,
    height: 46 + 21 * rows.length,
    marginLeft,
    marginRight,
    marginTop: 4,
    marginBottom: 36,
    x: {
      domain: domainWithRoom(low, high, { width: width - marginLeft - marginRight, left: 58, right: 58 }),
      label: 'change of real spending, % →',
      grid: true,
      ticks: Math.max(3, Math.floor(width / 120)),
      tickFormat: (value: number) => `${value > 0 ? '+' : value < 0 ? '−' : ''}${Number(Math.abs(value).toFixed(3))}`,
    },
    y: { domain: names, label: null, tickSize: 0, tickFormat: (name: string) => nameWithin(name, marginLeft), padding: 0.3 },
    marks: [
      Plot.barX(rows, { y: 'name', x1: 0, x2: 'welfare', fill: fillOf }),
      Plot.ruleX([0], { stroke: colour('soft') }),
      Plot.link(drawn, { y1: 'name', y2: 'name', x1: 'low90', x2: 'high90', stroke: colour('ink'), strokeWidth: 1.5 }),
      Plot.text(rows.filter(below), { ...label, textAnchor: 'end', dx: -5 }),
      Plot.text(
        rows.filter((row) => !below(row)),
        { ...label, textAnchor: 'start', dx: 5 },
      ),
    ],
  })
}

/** The change of a row with its interval, in words. */
export function changeWithRange({ welfare, low90, high90 }: Pick<Row, 'welfare' | 'low90' | 'high90'>): string {
  return low90 === null || high90 === null ? changeText(welfare) : `${changeText(welfare)} (${rangeText(low90, high90)})`
}
