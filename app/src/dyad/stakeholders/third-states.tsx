import * as Plot from '@observablehq/plot'
import { useMemo } from 'preact/hooks'
import { formatShare } from '../../../../src/server/wording.ts'
import { hatch } from '../../charts/hatch.ts'
import { type PlotPicture, plot } from '../../charts/plot.ts'
import { embedOfPair } from '../../embed/embed-of-pair.ts'
import type { FigureData } from '../../figures/figure-files.ts'
import { ChartFigure } from '../../figures/figure-frame.tsx'
import { FigureValue } from '../../figures/figure-value.tsx'
import { isEmbed, route, setQuery } from '../../route.ts'
import { colour } from '../../theme.ts'
import { type Assessment, downloadSources, fileName, requestOf } from '../assessment-values.ts'

type Third = Assessment['thirdStates'][number]

/** Largest number of states drawn; the table has all. */
const most = 20

/** Shows the states through which goods may go round an export ban, and those with a tenth or more of a flow of their trade with one of the two. */
export function ThirdStates({ assessment }: { readonly assessment: Assessment }) {
  const { thirdStates, routes } = assessment
  return (
    <>
      {routes?.sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {thirdStates.length > 0 && <DependentStates assessment={assessment} />}
    </>
  )
}

/** One flow at a time. */
function DependentStates({ assessment }: { readonly assessment: Assessment }) {
  const { thirdStates } = assessment
  const flows = [...new Set(thirdStates.map(({ flow }) => flow))]
  const flow = flows.find((one) => one === route.value.query['flow']) ?? flows[0] ?? ''
  return (
    <>
      <p>A tenth or more of a flow of their trade, by their own latest report, comes from or goes to one of the two.</p>
      <p class="row no-print">
        <label for="third-flow">Flow</label>
        <select id="third-flow" value={flow} onChange={(event) => setQuery({ flow: event.currentTarget.value }, { replace: true })}>
          {flows.map((one) => (
            <option key={one} value={one}>
              {one} ({thirdStates.filter((third) => third.flow === one).length})
            </option>
          ))}
        </select>
      </p>
      <ThirdStatesFigure assessment={assessment} flow={flow} />
      <ThirdTable states={thirdStates.filter((one) => one.flow === flow)} assessment={assessment} />
    </>
  )
}

/** Name of the chart of a flow: `third-states-goods-exports`. */
export const thirdStatesName = (flow: string): string => `third-states-${flow.replaceAll(' ', '-')}`

interface ThirdStatesFigureProps {
  readonly assessment: Assessment
  readonly flow: string
}

/** Shows the shares of the two in one flow of third states as a chart. */
export function ThirdStatesFigure({ assessment, flow }: ThirdStatesFigureProps) {
  const { thirdStates, a, b } = assessment
  const states = useMemo(() => thirdStates.filter((one) => one.flow === flow), [thirdStates, flow])
  const data = useMemo(() => dataOf(states, assessment), [states])
  const shown = states.slice(0, most)
  const rest = states.length > most ? ` The first ${most} of ${states.length}${isEmbed ? '' : '; the table has all'}.` : ''
  return (
    <ChartFigure
      name={fileName(assessment, thirdStatesName(flow))}
      title={`${a.name} (●) and ${b.name} (□) in the ${flow} of third states`}
      embed={() => embedOfPair(assessment, thirdStatesName(flow), { flow })}
      alt={`${states.length} states: ${shown.map((one) => `${one.name} ${a.name} ${shareWords(one.a)}, ${b.name} ${shareWords(one.b)}`).join('; ')}`}
      data={data}
      draw={(width) => chartOf(shown, width)}
      under={`Each by its own latest report. Hatched: it reports nothing of one of the two.${rest}`}
    />
  )
}

function shareWords(share: Third['a']): string {
  return share === null ? 'none reported' : formatShare(share.value)
}

function chartOf(states: readonly Third[], width: number): PlotPicture {
  const unknown = hatch()
  const marginLeft = Math.min(150, width * 0.36)
  const both = states.filter(({ a, b }) => a !== null && b !== null)
  const one = states.filter(({ a, b }) => a === null || b === null)
  const shares = states.flatMap(({ a, b }) => [a?.value ?? 0, b?.value ?? 0])
  return plot({
    width,
    height: 24 * states.length + 40,
    ...{ marginLeft, marginRight: 14, marginTop: 20 },
    x: {
      domain: [0, Math.max(...shares, 0.1) * 1.03],
      label: null,
      grid: true,
      axis: 'top',
      ticks: Math.max(3, width / 110),
      tickFormat: formatShare,
    },
    y: { domain: states.map(({ name }) => name), label: null, tickSize: 0 },
    marks: [
      unknown.mark,
      Plot.barX(one, { x1: 0, x2: ({ a, b }: Third) => (a ?? b)!.value, y: 'name', fill: unknown.fill, insetTop: 7, insetBottom: 7 }),
      Plot.link(both, { x1: ({ a }: Third) => a!.value, x2: ({ b }: Third) => b!.value, y1: 'name', y2: 'name', stroke: colour('soft') }),
      Plot.dot(states, { x: ({ a }: Third) => a?.value ?? Number.NaN, y: 'name', r: 5, fill: colour('s0') }),
      Plot.dot(states, {
        ...{ x: ({ b }: Third) => b?.value ?? Number.NaN, y: 'name', r: 5, symbol: 'square' },
        ...{ fill: colour('ground'), stroke: colour('s1'), strokeWidth: 2 },
      } as Plot.DotOptions),
    ],
  })
}

function dataOf(states: readonly Third[], assessment: Assessment): FigureData {
  const { a, b } = assessment
  return {
    columns: [
      { name: 'iso3', title: 'code' },
      { name: 'state', title: 'state' },
      { name: 'flow', title: 'flow' },
      { name: a.iso3, title: a.name, unit: 'share' },
      { name: b.iso3, title: b.name, unit: 'share' },
      { name: 'equal_partners', title: 'equal partners' },
      { name: 'when', title: 'when' },
      { name: 'source', title: 'source' },
    ],
    rows: states.map((one) => [
      ...[one.iso3, one.name, one.flow, one.a?.value ?? null, one.b?.value ?? null],
      ...['value' in one.partners ? one.partners.value : null, one.partners.period],
      'evidence' in one.partners ? (one.partners.evidence[0]?.source ?? '') : '',
    ]),
    sources: downloadSources(
      assessment,
      states.flatMap(({ partners }) => ('evidence' in partners ? partners.evidence.map(({ source }) => source) : [])),
    ),
    method: 'shares by each state’s own latest report; equal partners: one over the sum of squared shares of its partners',
  }
}

function ThirdTable({ states, assessment }: { readonly states: readonly Third[]; readonly assessment: Assessment }) {
  const { a, b } = assessment
  const pair = requestOf(assessment)
  return (
    <details>
      <summary>All {states.length} states in figures</summary>
      <section class="scroll" tabIndex={0} aria-label="Third states in figures">
        <table>
          <thead>
            <tr>
              <th scope="col">state</th>
              <th scope="col">{a.name}</th>
              <th scope="col">{b.name}</th>
              <th scope="col">equal partners</th>
              <th scope="col">when</th>
            </tr>
          </thead>
          <tbody>
            {states.map((one) => (
              <tr key={one.iso3}>
                <th scope="row">{one.name}</th>
                {[one.a, one.b].map((share, at) => (
                  <td key={at}>
                    {share === null ? <span class="unknown-value">none reported</span> : <FigureValue estimate={share} pair={pair} />}
                  </td>
                ))}
                <td>
                  <FigureValue estimate={one.partners} pair={pair} />
                </td>
                <td>{one.partners.period}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  )
}
