import { plot as observablePlot, type PlotOptions, type Scale } from '@observablehq/plot'
import { colour } from '../theme.ts'

/** A chart drawn by Observable Plot, which gives access to its scales. */
export type PlotPicture = SVGSVGElement & { scale(name: 'x' | 'y'): Scale | undefined }

/**
 * Draws an Observable Plot chart in our style: without Plot's own style element (forbidden by the content security policy; see theme.css),
 * in theme colours, and with plain year ticks if `yearly` is set.
 */
export function plot(options: PlotOptions & { readonly yearly?: boolean }): PlotPicture {
  const { yearly, ...rest } = options
  const years = yearly === true ? { x: { ...rest.x, tickFormat: (year: number) => String(year) } } : {}
  const drawn = observablePlot({ ...rest, ...years, className: 'plot', style: {} }) as unknown as PlotPicture | HTMLElement
  for (const style of drawn.querySelectorAll('style')) style.remove()
  const svg = drawn instanceof SVGSVGElement ? (drawn as PlotPicture) : (drawn.querySelector('svg') as PlotPicture)
  // a group of marks has no role, so it may not have a label; the figure around it has one
  for (const group of svg.querySelectorAll('[aria-label]')) {
    group.setAttribute('data-mark', group.getAttribute('aria-label') ?? '')
    group.removeAttribute('aria-label')
  }
  svg.style.color = colour('soft')
  return svg
}

/** Returns the series colours of the theme, in order. */
export function seriesColours(): string[] {
  return ['s0', 's1', 's2', 's3', 's4', 's5'].map(colour)
}
