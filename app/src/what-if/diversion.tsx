import * as Plot from '@observablehq/plot'
import { useMemo } from 'preact/hooks'
import { plot } from '../charts/plot.ts'
import type { FigureData } from '../figures/figure-files.ts'
import { ChartFigure } from '../figures/figure-frame.tsx'
import { colour } from '../theme.ts'
import { provenanceOf } from './change-data.ts'
import { domainWithRoom, marginForNames, nameWithin } from './chart-room.ts'
import { groupKey, type ScenarioAnswer, type Side, type WhatIf } from './scenario-state.ts'
import { changeText, leastChange, type NameOf, sideWords } from './words.ts'

type Row = ScenarioAnswer['results'][number]

interface DiversionProps {
  readonly answer: ScenarioAnswer
  readonly asked: WhatIf
  readonly nameOf: NameOf
  /** Codes of the economies on either side. */
  readonly sides: ReadonlySet<string>
}

const most = 10

/** Shows which states on neither side gain, and how their trade with each side changes. */
export function Diversion({ answer, asked, nameOf, sides }: DiversionProps) {
  const rows = useMemo(() => gainersOf(answer, sides), [answer, sides])
  const outside = answer.results.filter(({ iso3 }) => !sides.has(iso3)).length
  if (outside === 0) return <p>Everybody is on one side or the other, so no trade is diverted to others.</p>
  if (rows.length === 0) return <p>None of the {outside} economies on neither side gains a hundredth of a percent.</p>
  const [by, on] = [sideWords(asked.by, nameOf), sideWords(asked.on, nameOf)]
  return (
    <ChartFigure
      name={`what-if-diversion-${answer.base.id}`}
      title="Who gains without taking part: change of real spending, and of trade with each side"
      alt={`Bars. ${rows.map((row) => `${row.name} ${changeText(row.welfare)}, ${tradeWords(row, asked, by, on)}`).join('; ')}.`}
      data={dataOf(answer, rows, asked, by, on)}
      on={[by, on]}
      draw={(width) => drawing(rows, width, (row) => tradeWords(row, asked, by, on, width < 520))}
      under="Trade in both directions, in percent of what it was; where it was small, a high percentage is little money."
    />
  )
}

/** Returns the economies on neither side that gain most, the greatest gain first. */
export function gainersOf({ results }: ScenarioAnswer, sides: ReadonlySet<string>): Row[] {
  return results
    .filter(({ iso3, welfare }) => !sides.has(iso3) && iso3 !== 'ROW' && welfare !== null && welfare >= leastChange)
    .sort((a, b) => b.welfare! - a.welfare!)
    .slice(0, most)
}

/** Change of a row's trade with a side; null where there was none. */
function tradeWith(row: Row, side: Side): number | null {
  return row.trade_with[groupKey(side) ?? side.parties[0]!] ?? null
}

function tradeWords(row: Row, { by, on }: WhatIf, byWords: string, onWords: string, short = false): string {
  const one = (side: Side, words: string): string => {
    const change = tradeWith(row, side)
    return `${words} ${change === null ? 'none before' : changeText(change, 1)}`
  }
  return short ? `${one(on, onWords)}, ${one(by, byWords)}` : `trade with ${one(on, onWords)}, with ${one(by, byWords)}`
}

function drawing(rows: readonly Row[], width: number, trade: (row: Row) => string): SVGSVGElement {
  const names = rows.map(({ name }) => name)
  const high = Math.max(...rows.map(({ welfare }) => welfare!))
  const label = { y: 'name', fontSize: 11, textAnchor: 'start' } as const
  const marginLeft = marginForNames(names, width, 0.32)
  const letters = Math.floor((width - marginLeft - 10) / 5.9)
  const short = (text: string): string => (text.length <= letters ? text : `${text.slice(0, letters - 1)}…`)
  return plot({
    width,
    height: 44 + 38 * rows.length,
    marginLeft,
    marginRight: 8,
    marginTop: 4,
    marginBottom: 36,
    x: {
      domain: domainWithRoom(0, high, { width: width - marginLeft - 8, left: 0, right: 58 }),
      label: 'change of real spending, % →',
      grid: true,
      ticks: Math.max(3, Math.floor(width / 140)),
      tickFormat: (value: number) => `${value > 0 ? '+' : ''}${Number(value.toFixed(3))}`,
    },
    y: { domain: names, label: null, tickSize: 0, tickFormat: (name: string) => nameWithin(name, marginLeft), padding: 0.1 },
    marks: [
      Plot.barX(rows, { y: 'name', x1: 0, x2: 'welfare', fill: colour('d6'), insetTop: 4, insetBottom: 18 }),
      Plot.ruleX([0], { stroke: colour('soft') }),
      Plot.text(rows, { ...label, x: 'welfare', text: (row: Row) => changeText(row.welfare), dx: 5, dy: -6, fill: colour('ink') }),
      Plot.text(rows, { ...label, x: 0, text: (row: Row) => short(trade(row)), dx: 4, dy: 10, fill: colour('soft') }),
    ],
  })
}

function dataOf(answer: ScenarioAnswer, rows: readonly Row[], { by, on }: WhatIf, byWords: string, onWords: string): FigureData {
  return {
    columns: [
      { name: 'iso3', title: 'code' },
      { name: 'name', title: 'economy' },
      { name: 'welfare', title: 'real spending', unit: '%' },
      { name: 'trade_with_other_side', title: `trade with ${onWords}`, unit: '%' },
      { name: 'trade_with_acting_side', title: `trade with ${byWords}`, unit: '%' },
    ],
    rows: rows.map((row) => [
      row.iso3,
      row.name,
      Number(row.welfare!.toFixed(4)),
      ...[on, by].map((side) => rounded(tradeWith(row, side))),
    ]),
    ...provenanceOf(answer),
  }
}

const rounded = (value: number | null): number | null => (value === null ? null : Number(value.toFixed(2)))
