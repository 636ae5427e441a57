import * as Plot from '@observablehq/plot'
import { useMemo } from 'preact/hooks'
import type { Answers } from '../../../../src/server/answer-types.ts'
import { inSentence } from '../../../../src/server/wording.ts'
import { plot, seriesColours } from '../../charts/plot.ts'
import type { FigureData } from '../../figures/figure-files.ts'
import { ChartFigure } from '../../figures/figure-frame.tsx'
import { colour } from '../../theme.ts'
import { domainWithRoom } from '../chart-room.ts'
import { capital } from '../words.ts'

type LeverageAnswer = Answers['leverage']

/** Shows the losses of two sides face to face: one to the left, the other to the right. */
export function PairLosses({ answer }: { readonly answer: LeverageAnswer }) {
  const data = useMemo(() => dataOf(answer), [answer])
  const { a, b, rows } = answer
  return (
    <ChartFigure
      name={`what-if-${a.name}-${b.name}`.replaceAll(/[^\w-]+/g, '-')}
      title="Loss of real spending in the long run, % of each side’s own"
      alt={rows.map((row) => `${row.cut}: ${a.name} loses ${lossText(row.a)}, ${b.name} ${lossText(row.b)}`).join('; ')}
      data={data}
      draw={(width) => drawing(answer, width)}
      under={`Lines: the range over ${rows[0]!.aRange.solved} published sets of elasticities${rows[0]!.aRange.solved < rows[0]!.aRange.sets ? ` (${rows[0]!.aRange.sets - rows[0]!.aRange.solved} others have no solution)` : ''}. Bars: ${answer.base.elasticities.title}.`}
    />
  )
}

/** A loss in percent with two digits that say something; a gain has a minus. */
function lossText(value: number): string {
  const digits = Math.abs(value) < 0.1 ? 3 : 2
  const text = Math.abs(value).toFixed(digits)
  return `${value < 0 && Number(text) !== 0 ? '−' : ''}${text} %`
}

function rangedText(value: number, { low, high }: { readonly low: number; readonly high: number }): string {
  return `${lossText(value)} (${lossText(low).slice(0, -2)} to ${lossText(high).slice(0, -2)})`
}

interface Bar {
  readonly cut: string
  readonly to: number
  readonly low: number
  readonly high: number
  readonly text: string
}

/** The losses of one side, drawn in the direction of `sign`. */
function barsOf(rows: LeverageAnswer['rows'], side: 'a' | 'b', sign: 1 | -1, text: typeof rangedText): Bar[] {
  return rows.map((row) => {
    const [loss, range] = side === 'a' ? [row.a, row.aRange] : [row.b, row.bRange]
    return { cut: row.cut, to: sign * loss, low: sign * range.low, high: sign * range.high, text: text(loss, range) }
  })
}

function drawing({ a, b, rows }: LeverageAnswer, width: number): SVGSVGElement {
  const narrow = width < 620
  const words = narrow ? lossText : rangedText
  const [left, right] = [barsOf(rows, 'a', -1, words), barsOf(rows, 'b', 1, words)]
  const ends = [...left, ...right].flatMap(({ to, low, high }) => [to, low, high])
  const room = 12 + 6.6 * Math.max(...[...left, ...right].map(({ text }) => text.length))
  // the same scale to both sides
  const reach = Math.max(...ends.map(Math.abs), 0.01)
  const domain = domainWithRoom(-reach, reach, { width: width - 24, left: room, right: room })
  return plot({
    width,
    height: 70 + 64 * rows.length,
    marginLeft: 12,
    marginRight: 12,
    marginTop: 30,
    marginBottom: 38,
    x: {
      domain,
      label: 'loss, % of its own real spending',
      labelAnchor: 'center',
      labelArrow: 'none',
      grid: true,
      ticks: Math.max(4, Math.floor(width / 110)),
      tickFormat: (value: number) => `${Number(Math.abs(value).toFixed(3))} %`,
    },
    y: { domain: rows.map(({ cut }) => cut), axis: null, padding: 0 },
    marks: [
      ...sideMarks(left, 'end', seriesColours()[0]!, headOf(a, narrow)),
      ...sideMarks(right, 'start', seriesColours()[1]!, headOf(b, narrow)),
      Plot.ruleX([0], { stroke: colour('ink') }),
      Plot.text(rows, {
        y: 'cut',
        x: 0,
        text: (row: { cut: string }) => `If cut: ${row.cut}`,
        dy: -20,
        fontSize: 12,
        fontWeight: 600,
        fill: colour('ink'),
        stroke: colour('ground'),
        strokeWidth: 5,
      }),
    ],
  })
}

function headOf({ name, economies }: LeverageAnswer['a'], narrow: boolean): string {
  const short = narrow && name.length > 14 && economies.length === 1 ? economies[0]! : capital(inSentence(name))
  return `${short} loses`
}

/** Bars, ranges and numbers of one side under its heading; numbers stand at the far end. */
function sideMarks(bars: readonly Bar[], textAnchor: 'start' | 'end', fill: string, head: string): Plot.Markish[] {
  const aside = textAnchor === 'end' ? -6 : 6
  const outer = ({ to, low, high }: Bar): number => [to, low, high].reduce((most, one) => (Math.abs(one) > Math.abs(most) ? one : most))
  return [
    Plot.barX(bars, { y: 'cut', x1: 0, x2: 'to', insetTop: 22, insetBottom: 6, fill }),
    Plot.link(bars, { y1: 'cut', y2: 'cut', x1: 'low', x2: 'high', stroke: colour('ink'), strokeWidth: 1.5, dy: 8 }),
    Plot.text(bars, { y: 'cut', x: outer, text: 'text', textAnchor, dx: aside, dy: 8, fontSize: 12, fill: colour('ink') }),
    Plot.text([head], {
      x: 0,
      frameAnchor: 'top',
      text: () => head,
      textAnchor,
      dx: 1.6 * aside,
      dy: -26,
      fontSize: 13,
      fontWeight: 700,
      fill,
    }),
  ]
}

function dataOf({ a, b, rows, base }: LeverageAnswer): FigureData {
  const number = (value: number): number => Number(value.toFixed(5))
  return {
    columns: [
      { name: 'cut', title: 'what is cut' },
      ...[a, b].flatMap(({ name }, k) => {
        const id = k === 0 ? 'a' : 'b'
        return [
          { name: `loss_${id}`, title: `${name} loses`, unit: '%' },
          { name: `loss_${id}_low`, title: 'from', unit: '%' },
          { name: `loss_${id}_high`, title: 'to', unit: '%' },
        ]
      }),
    ],
    rows: rows.map((row) => [row.cut, ...[row.a, row.aRange.low, row.aRange.high, row.b, row.bRange.low, row.bRange.high].map(number)]),
    sources: [{ id: base.id, title: base.title, citation: base.source, vintage: String(base.year), licence: base.licence }],
    method: `Loss of real spending in a long-run equilibrium of trade; elasticities: ${base.elasticities.title}.`,
  }
}
