import { plot as observablePlot, type PlotOptions, type Scale } from '@observablehq/plot'
import { colour } from '../theme.ts'

/** A picture by Observable Plot, which can tell its scales. */
export type PlotPicture = SVGSVGElement & { scale(name: 'x' | 'y'): Scale | undefined }

/**
 * A picture by Observable Plot as this house draws: no style element of Plot's own (the page's policy forbids it; theme.css has its rules), colours of the theme, and
 * years that read as years where `yearly` says so.
 */
export function plot(options: PlotOptions & { readonly yearly?: boolean }): PlotPicture {
  const { yearly, ...rest } = options
  const years = yearly === true ? { x: { ...rest.x, tickFormat: (year: number) => String(year) } } : {}
  const drawn = observablePlot({ ...rest, ...years, className: 'plot', style: {} }) as unknown as PlotPicture | HTMLElement
  for (const style of drawn.querySelectorAll('style')) style.remove()
  const svg = drawn instanceof SVGSVGElement ? (drawn as PlotPicture) : (drawn.querySelector('svg') as PlotPicture)
  // a group of marks has no role, so it may bear no label of its own: the figure around it has one
  for (const group of svg.querySelectorAll('[aria-label]')) {
    group.setAttribute('data-mark', group.getAttribute('aria-label') ?? '')
    group.removeAttribute('aria-label')
  }
  svg.style.color = colour('soft')
  return svg
}

/** The colours of the theme for series, in their order. */
export function seriesColours(): string[] {
  return ['s0', 's1', 's2', 's3', 's4', 's5'].map(colour)
}
