import { html, type Markup } from '../text/html-markup.ts'
import { type ChartData, dataTable } from '../text/html-table.ts'

/** A drawing with its text alternative and its data. */
export interface Chart {
  /** Id of the chart, unique on the page. */
  readonly id: string
  readonly title: string
  /** Text alternative, generated from the data. */
  readonly description: string
  readonly width: number
  readonly height: number
  readonly body: Markup
  /** Legend below the drawing. */
  readonly key?: Markup
  readonly data: ChartData
}

/** Renders a chart as an HTML figure: caption, drawing, legend and table. A wide chart scrolls sideways on a narrow page. */
export function chartFigure(chart: Chart): Markup {
  const { id, title, description, width, height, body, key, data } = chart
  const wide = width > 400
  const svg = html`<svg viewBox="0 0 ${width} ${height}" class="${wide ? 'wide' : 'slim'}" role="img" aria-labelledby="${id}-title ${id}-desc" xmlns="http://www.w3.org/2000/svg"><title id="${id}-title">${title}</title><desc id="${id}-desc">${description}</desc>
${body}</svg>`
  const drawing = wide ? html`<div class="scroll" role="region" aria-label="${title}, drawing" tabindex="0">${svg}</div>` : svg
  return html`<figure id="${id}"${wide ? html` class="wide"` : undefined}><figcaption>${title}</figcaption>
${drawing}
${key === undefined ? undefined : html`<p class="key">${key}</p>`}
${dataTable(title, data)}</figure>
`
}

/** Marker shapes of the series, which thus differ by shape and stroke as well as by colour. */
const shapes = ['circle', 'square', 'triangle', 'diamond', 'cross', 'bar'] as const

/** The highest number of series that a chart can distinguish. */
export const maxSeries: number = shapes.length

/** Draws the marker of series number n (from 0) at a point. */
export function seriesMarker(n: number, x: number, y: number, tooltip?: string): Markup {
  const title = tooltip === undefined ? undefined : html`<title>${tooltip}</title>`
  const r = 3
  const kind = `mark s${n % shapes.length}`
  switch (shapes[n % shapes.length]!) {
    case 'circle':
      return html`<circle class="${kind}" cx="${x}" cy="${y}" r="${r}">${title}</circle>`
    case 'square':
      return html`<rect class="${kind}" x="${x - r}" y="${y - r}" width="${2 * r}" height="${2 * r}">${title}</rect>`
    case 'triangle':
      return html`<path class="${kind}" d="M${x} ${y - r - 1}L${x + r + 1} ${y + r}H${x - r - 1}Z">${title}</path>`
    case 'diamond':
      return html`<path class="${kind}" d="M${x} ${y - r - 1}L${x + r + 1} ${y}L${x} ${y + r + 1}L${x - r - 1} ${y}Z">${title}</path>`
    case 'cross':
      return html`<path class="${kind} open" d="M${x - r} ${y - r}L${x + r} ${y + r}M${x + r} ${y - r}L${x - r} ${y + r}">${title}</path>`
    case 'bar':
      return html`<rect class="${kind}" x="${x - r - 1}" y="${y - 1.5}" width="${2 * r + 2}" height="3">${title}</rect>`
  }
}

/** Renders the legend entry of series number n (from 0). */
export function legendEntry(n: number, name: string): Markup {
  const line = html`<path class="line s${n % shapes.length}" d="M1 7H29"/>`
  return html`<span class="entry"><svg viewBox="0 0 30 14" aria-hidden="true">${line}${seriesMarker(n, 15, 7)}</svg>${name}</span> `
}
