import { useMemo } from 'preact/hooks'
import type { FigureData } from '../figures/figure-files.ts'
import { ChartFigure } from '../figures/figure-frame.tsx'
import { comparedChart } from './compared-chart.ts'
import { type ComparedNumber, comparedText, expectedText, type MethodEntry, methodSources, sharedText } from './method-text.ts'

/** Shows numbers over whole published files, or how often a statement of the measure came true, with their expected values. */
export function ComparedSection({ method }: { readonly method: MethodEntry }) {
  const { comparisons } = method
  const promised = useMemo(
    () => comparisons.filter(({ figure, least, most }) => figure === 'share' && least !== null && most !== null),
    [comparisons],
  )
  if (comparisons.length === 0) return null
  return (
    <>
      <Numbers list={comparisons} />
      {comparisons.map(
        ({ id: own, note }) =>
          note !== null && (
            <p key={own} class="small">
              {note}
            </p>
          ),
      )}
      {promised.length > 2 && <ExpectedFrequencies method={method} list={promised} />}
    </>
  )
}

function Numbers({ list }: { readonly list: readonly ComparedNumber[] }) {
  const expected = list.some(({ least, most }) => least !== null || most !== null)
  const against = sharedText(list.map((one) => one.against))
  return (
    <section class="scroll" tabIndex={0} aria-label="Held against whole files and expectations">
      <table class="reproduced">
        <caption>{against === undefined ? 'Held against whole files and expectations' : `Held against: ${against}`}</caption>
        <thead>
          <tr>
            <th scope="col">what</th>
            {against === undefined && <th scope="col">against</th>}
            <th scope="col">number</th>
            <th scope="col" class="number">
              ours
            </th>
            {expected && <th scope="col">should be</th>}
            <th scope="col" class="number">
              cases
            </th>
          </tr>
        </thead>
        <tbody>
          {list.map((one) => (
            <tr key={one.id}>
              <th scope="row">{one.what}</th>
              {against === undefined && <td>{one.against}</td>}
              <td>{one.figure}</td>
              <td class="number" title={one.test}>
                {comparedText(one, one.value)}
              </td>
              {expected && <td>{expectedText(one)}</td>}
              <td class="number">{one.of.toLocaleString('en-US')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function ExpectedFrequencies({ method, list }: { readonly method: MethodEntry; readonly list: readonly ComparedNumber[] }) {
  const data = useMemo(() => dataOf(method, list), [method, list])
  const kept = list.filter(({ value, least, most }) => value >= least! && value <= most!).length
  return (
    <ChartFigure
      name={`${method.id}-promised`}
      title="How often it came true, beside what the word promises"
      alt={`${list.length} shares: ${kept} lie within what the word promises, ${list.filter(({ value, least }) => value < least!).length} below and ${list.filter(({ value, most }) => value > most!).length} above.`}
      data={data}
      draw={(width) => comparedChart(list, width)}
      under="Band: what is promised. Dot: the share that came true; a ring where it lies outside the band."
    />
  )
}

function dataOf(method: MethodEntry, list: readonly ComparedNumber[]): FigureData {
  return {
    columns: [
      { name: 'id', title: 'id' },
      { name: 'what', title: 'what' },
      { name: 'share', title: 'share that came true' },
      { name: 'least', title: 'promised at least' },
      { name: 'most', title: 'promised at most' },
      { name: 'cases', title: 'cases' },
    ],
    rows: list.map((one) => [one.id, one.what, one.value, one.least, one.most, one.of]),
    sources: methodSources(method),
    method: `Held by ${list[0]?.test ?? 'a test'}.`,
  }
}
