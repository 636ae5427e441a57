import { useMemo } from 'preact/hooks'
import type { FigureData } from '../figures/figure-files.ts'
import { ChartFigure } from '../figures/figure-frame.tsx'
import { type MethodEntry, methodSources, numberText, type Reproduced, sharedText } from './method-text.ts'
import { pairedChart, toleranceChart } from './reproduced-chart.ts'

/** Shows the published numbers and ours, as a table and as charts. */
export function ReproducedNumbers({ method }: { readonly method: MethodEntry }) {
  const { reproductions } = method
  const held = useMemo(() => reproductions.filter(({ tolerance }) => tolerance !== null), [reproductions])
  const withoutTolerance = useMemo(() => reproductions.filter(({ tolerance }) => tolerance === null), [reproductions])
  if (reproductions.length === 0) return null
  const notes = [...new Set(reproductions.flatMap(({ note }) => note ?? []))]
  return (
    <>
      <Numbers list={reproductions} />
      {notes.map((note) => (
        <p key={note} class="small">
          {note}
        </p>
      ))}
      {held.length > 0 && <Within method={method} list={held} />}
      {withoutTolerance.length > 0 && <Beside method={method} list={withoutTolerance} />}
    </>
  )
}

function Numbers({ list }: { readonly list: readonly Reproduced[] }) {
  const where = sharedText(list.map((one) => one.where))
  return (
    <section class="scroll" tabIndex={0} aria-label="Published numbers and ours">
      <table class="reproduced">
        <caption>{where === undefined ? 'Published numbers and ours' : `Published by: ${where}`}</caption>
        <thead>
          <tr>
            <th scope="col">what</th>
            {where === undefined && <th scope="col">published by</th>}
            <th scope="col" class="number">
              published
            </th>
            <th scope="col" class="number">
              ours
            </th>
            <th scope="col" class="number">
              difference
            </th>
            <th scope="col" class="number">
              allowed
            </th>
            <th scope="col">ours is</th>
          </tr>
        </thead>
        <tbody>
          {list.map((one) => (
            <tr key={one.id}>
              <th scope="row">{one.what}</th>
              {where === undefined && <td>{one.where}</td>}
              <td class="number">{numberText(one.published)}</td>
              <td class="number">{numberText(one.ours)}</td>
              <td class="number">{numberText(Number(one.difference.toPrecision(3)))}</td>
              <td class="number">{one.tolerance === null ? 'need not agree' : numberText(Number(one.tolerance.toPrecision(2)))}</td>
              <td class="small" title={one.test}>
                {one.worked === 'now' ? 'worked out now' : 'held by a test'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

interface PictureProps {
  readonly method: MethodEntry
  readonly list: readonly Reproduced[]
}

function Within({ method, list }: PictureProps) {
  const data = useMemo(() => dataOf(method, list), [method, list])
  const exact = list.filter(({ difference }) => difference === 0).length
  const widest = list.reduce(
    (most, { difference, tolerance }) => Math.max(most, tolerance === 0 ? 0 : Math.abs(difference) / tolerance!),
    0,
  )
  return (
    <ChartFigure
      name={`${method.id}-reproduced`}
      title="How far ours lies from the published number"
      alt={`${list.length} published numbers: ${exact} are met to the last digit that a computer holds, all within what is allowed; the furthest is at ${Math.round(100 * widest)} % of it.`}
      data={data}
      draw={(width) => toleranceChart(list, width)}
      under="As a part of what is allowed (in the table), mostly half of the last printed digit; the band is the whole of it."
    />
  )
}

function Beside({ method, list }: PictureProps) {
  const data = useMemo(() => dataOf(method, list), [method, list])
  const most = list.reduce((furthest, one) => (Math.abs(one.difference) > Math.abs(furthest.difference) ? one : furthest))
  return (
    <ChartFigure
      name={`${method.id}-beside`}
      title="Published and ours, which need not agree"
      alt={`${list.length} published numbers with ours beside them; the furthest apart is the ${most.what}: ${numberText(most.published)} published, ${numberText(most.ours)} ours.`}
      data={data}
      draw={(width) => pairedChart(list, width)}
      under="Ring: published. Dot: ours."
    />
  )
}

function dataOf(method: MethodEntry, list: readonly Reproduced[]): FigureData {
  return {
    columns: [
      { name: 'id', title: 'id' },
      { name: 'what', title: 'what' },
      { name: 'by', title: 'published by' },
      { name: 'published', title: 'published' },
      { name: 'ours', title: 'ours' },
      { name: 'difference', title: 'difference' },
      { name: 'tolerance', title: 'allowed' },
      { name: 'test', title: 'test' },
    ],
    rows: list.map((one) => [one.id, one.what, one.where, one.published, one.ours, one.difference, one.tolerance, one.test]),
    sources: methodSources(method),
    method:
      'Ours less the published number. Worked examples are worked out anew by the code that answers; the others are held by the test that is named.',
  }
}
