import * as Plot from '@observablehq/plot'
import { plot, seriesColours } from '../charts/plot.ts'
import { ChartFigure } from '../figures/figure-frame.tsx'
import { setQuery } from '../route.ts'
import { colour } from '../theme.ts'
import { provenanceOf } from './change-data.ts'
import type { ScenarioAnswer } from './scenario-state.ts'
import type { LongAnswer } from './use-long-answer.ts'
import { changeText, namesOf } from './words.ts'

interface HowSureProps {
  readonly answer: ScenarioAnswer
  readonly central: ScenarioAnswer
  /** How far the draws are; undefined: none are asked for. */
  readonly drawn: LongAnswer<ScenarioAnswer> | undefined
}

/** Shows whether the model converged, what the draws were of, what moves the result most, and what is published. */
export function HowSure({ answer, central, drawn }: HowSureProps) {
  const { steps, residual, drawsFailed } = answer.convergence
  const { draws, uncertain } = answer.scenario
  return (
    <>
      <h2>How sure it is</h2>
      <ul>
        <li>
          <strong>Converged.</strong> The equilibrium was found in {steps} steps; {residual.toExponential(0)} of supply is left without a
          buyer. A second search, from wages that differ by a third at random, ended at the same equilibrium.
        </li>
        {draws > 0 ? (
          <li>
            <strong>Intervals.</strong> They hold 90 % of {draws} draws of {uncertain.join(' and ')}
            {drawsFailed > 0 && `; ${drawsFailed} draws did not converge and are left out`}. What else may be wrong, the model above all, is
            not in them.
          </li>
        ) : drawn === undefined ? (
          <li>
            <strong>No intervals yet.</strong> One set of elasticities and one size were used.{' '}
            <button type="button" class="no-print" onClick={() => setQuery({ uncertain: '1' })}>
              Draw others too
            </button>
          </li>
        ) : (
          <li>The draws are not finished, so there are no intervals yet.</li>
        )}
      </ul>
      <WhatMoves answer={answer} />
      <Published answer={central} drawn={answer.moves.length > 0} />
    </>
  )
}

function WhatMoves({ answer }: { readonly answer: ScenarioAnswer }) {
  const { moves, headline } = answer
  if (moves.length === 0) return null
  const who = namesOf(answer)(headline)
  return (
    <ChartFigure
      name="what-if-moves"
      title={`What moves the result of ${who} most, in % of real spending`}
      alt={moves
        .map(({ what, low, lowAt, high, highAt }) => `${what}: from ${changeText(low)} (${lowAt}) to ${changeText(high)} (${highAt})`)
        .join('; ')}
      data={{
        columns: [
          { name: 'what', title: 'if this changes' },
          { name: 'low', title: 'from', unit: '%' },
          { name: 'low_at', title: 'at' },
          { name: 'high', title: 'to', unit: '%' },
          { name: 'high_at', title: 'at' },
        ],
        rows: moves.map(({ what, low, lowAt, high, highAt }) => [what, Number(low.toFixed(4)), lowAt, Number(high.toFixed(4)), highAt]),
        ...provenanceOf(answer),
      }}
      draw={(width) => movesDrawing(answer, width)}
      under="One input at a time goes from end to end, the others stay. The line in the middle is the central case."
    />
  )
}

function movesDrawing({ moves, results, headline }: ScenarioAnswer, width: number): SVGSVGElement {
  const central = results.find(({ iso3 }) => iso3 === headline)?.welfare ?? 0
  const [stroke] = seriesColours()
  const ends = moves.flatMap(({ low, high }) => [low, high])
  const [least, greatest] = [Math.min(central, ...ends), Math.max(central, ...ends)]
  const room = Math.max(0.02, (greatest - least) * 0.45)
  const rows = moves.map((move) => ({ ...move, title: move.what }))
  const narrow = width < 560
  const text = { y: 'title', fontSize: 11, fill: colour('ink') } as const
  const label = (value: number, at: string): string =>
    narrow ? changeText(value) : `${changeText(value)} ${at.length > 34 ? `${at.slice(0, 33)}…` : at}`
  return plot({
    width,
    height: 46 + 44 * rows.length,
    marginLeft: 12,
    marginRight: 12,
    marginTop: 14,
    marginBottom: 34,
    x: {
      domain: [least - room, greatest + room],
      label: 'change of real spending, % →',
      grid: true,
      ticks: Math.max(3, Math.floor(width / 150)),
      tickFormat: (value: number) => changeText(value).replace(' %', ''),
    },
    y: { domain: rows.map(({ title }) => title), label: null, axis: null, padding: 0.2 },
    marks: [
      Plot.ruleX([central], { stroke: colour('soft'), strokeDasharray: '3 2' }),
      Plot.link(rows, { y1: 'title', y2: 'title', x1: 'low', x2: 'high', stroke: stroke!, strokeWidth: 4 }),
      Plot.dot(rows, { y: 'title', x: 'low', r: 4, fill: stroke! }),
      Plot.dot(rows, { y: 'title', x: 'high', r: 4, fill: stroke! }),
      Plot.text(rows, {
        ...text,
        x: least - room,
        text: (row: { title: string }) => row.title,
        textAnchor: 'start',
        dy: -14,
        fontWeight: 600,
      }),
      Plot.text(rows, {
        ...text,
        x: 'low',
        text: (row: { low: number; lowAt: string }) => label(row.low, row.lowAt),
        textAnchor: narrow ? 'end' : 'middle',
        dx: narrow ? -7 : 0,
        dy: narrow ? 0 : 14,
      }),
      Plot.text(rows, {
        ...text,
        x: 'high',
        text: (row: { high: number; highAt: string }) => label(row.high, row.highAt),
        textAnchor: narrow ? 'start' : 'middle',
        dx: narrow ? 7 : 0,
        dy: narrow ? 0 : 14,
      }),
    ],
  })
}

function Published({ answer, drawn }: { readonly answer: ScenarioAnswer; readonly drawn: boolean }) {
  const { published, gap, preset } = answer
  if (published.length === 0) return null
  const nameOf = namesOf(answer)
  return (
    <section aria-labelledby="what-if-published">
      <h3 id="what-if-published">Beside the published result</h3>
      <table>
        <caption class="visually-hidden">Published figures and ours, change of real spending in percent</caption>
        <thead>
          <tr>
            <th scope="col">Change of real spending</th>
            <th scope="col" class="number">
              published
            </th>
            <th scope="col" class="number">
              here
            </th>
            <th scope="col">where</th>
          </tr>
        </thead>
        <tbody>
          {published.map(({ who, published: theirs, ours, where }) => (
            <tr key={`${preset} ${who}`}>
              <th scope="row">{nameOf(who)}</th>
              <td class="number">{changeText(theirs)}</td>
              <td class="number">{changeText(ours)}</td>
              <td>{where}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {gap !== null && (
        <p>
          <strong>Why they differ.</strong> {gap}
          {!drawn && ' What moves the result is worked out with uncertainty only.'}
        </p>
      )}
    </section>
  )
}
