import { computed, effect, signal } from '@preact/signals'
import { route, setQuery } from '../route.ts'
import { svgElement } from './svg.ts'

/** The year under the pointer, which all charts of the page show. */
const hoveredYear = signal<number | undefined>(undefined)

/** The selected year, from the URL; undefined if none is selected. */
export const selectedYear = computed(() => {
  const asked = Number(route.value.query['year'])
  return Number.isInteger(asked) && asked > 0 ? asked : undefined
})

const shownYear = computed(() => hoveredYear.value ?? selectedYear.value)

/** Selects a year, or clears the selection if the year is undefined. */
export function selectYear(year: number | undefined): void {
  setQuery({ year: year === undefined ? undefined : String(year) }, { replace: true })
}

interface ConnectedChart {
  readonly svg: SVGSVGElement
  readonly stop: () => void
}

let connectedCharts: readonly ConnectedChart[] = []

/** A chart that gives access to its scale of years. */
export type YearPicture = SVGSVGElement & { scale(name: 'x'): unknown }

/**
 * Connects a yearly chart to the shared cursor: hovering shows a year in all charts, a click selects it.
 *
 * @param said   returns the label of the chart for a year
 */
export function connectYearCursor(svg: YearPicture, span: readonly [number, number], said: (year: number) => string): void {
  // release charts that were replaced
  const left = connectedCharts.filter((one) => one.svg.isConnected)
  for (const one of connectedCharts) if (!one.svg.isConnected) one.stop()
  const x = svg.scale('x') as unknown as { apply(year: number): number; invert(at: number): number }
  const { width, height } = svg.viewBox.baseVal
  const line = svgElement('line', { class: 'year-line', y1: 14, y2: height - 22 })
  const text = svgElement('text', { class: 'year-text', y: 11, 'font-size': 11 })
  const cursor = svgElement('g', { class: 'year-cursor' }, [line, text])
  svg.append(cursor)
  const show = (year: number | undefined): void => {
    const within = year !== undefined && year >= span[0] && year <= span[1]
    cursor.style.display = within ? '' : 'none'
    if (!within) return
    const at = x.apply(year)
    line.setAttribute('x1', String(at))
    line.setAttribute('x2', String(at))
    const end = at > width / 2
    text.setAttribute('x', String(end ? at - 5 : at + 5))
    text.setAttribute('text-anchor', end ? 'end' : 'start')
    text.textContent = `${year}: ${said(year)}`
  }
  const yearAt = (event: PointerEvent | MouseEvent): number => {
    const box = svg.getBoundingClientRect()
    const year = Math.round(x.invert(((event.clientX - box.left) * width) / box.width))
    return Math.max(span[0], Math.min(span[1], year))
  }
  svg.addEventListener('pointermove', (event) => (hoveredYear.value = yearAt(event)))
  svg.addEventListener('pointerleave', () => (hoveredYear.value = undefined))
  svg.addEventListener('click', (event) => selectYear(yearAt(event) === selectedYear.peek() ? undefined : yearAt(event)))
  connectedCharts = [...left, { svg, stop: effect(() => show(shownYear.value)) }]
}
