import { recordInUse } from '../frame/record-note.tsx'
import { colour } from '../theme.ts'

/** The data of a chart. A null cell is unknown: empty in the CSV, the word `unknown` in the table. */
export interface FigureData {
  readonly columns: readonly { readonly name: string; readonly title: string; readonly unit?: string }[]
  readonly rows: readonly (readonly (string | number | null)[])[]
  readonly sources: readonly {
    readonly id: string
    readonly title: string
    readonly citation: string
    readonly vintage: string
    readonly licence?: string
  }[]
  /** The method of the figure, in a sentence. */
  readonly method?: string
}

/** Writes the rows as CSV (RFC 4180) in UTF-8. */
export function csvFile({ columns, rows }: FigureData): Blob {
  const line = (cells: readonly (string | number | null)[]): string => `${cells.map(csvCell).join(',')}\r\n`
  return new Blob([line(columns.map(({ name }) => name)), ...rows.map(line)], { type: 'text/csv' })
}

function csvCell(cell: string | number | null): string {
  const text = cell === null ? '' : String(cell)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Writes the metadata for a CSV: columns and units, method, record, URL, and each source with citation and licence. */
export function metadataFile(name: string, what: string, { columns, sources, method }: FigureData): Blob {
  const record = recordInUse.value
  const about = {
    name,
    what,
    method,
    columns,
    address: location.pathname + location.search,
    record: record?.snapshot,
    version: record?.version,
    sources,
  }
  return new Blob([`${JSON.stringify(about, null, 2)}\n`], { type: 'application/json' })
}

/** Downloads a file in the browser; does nothing without a file. */
export function saveFile(name: string, file: Blob | undefined): void {
  if (file === undefined) return
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}

/** Returns the chart as a standalone SVG, with the page's colours and fonts inlined; undefined without a chart. */
export function svgFile(svg: SVGSVGElement | null, title: string): Blob | undefined {
  return svg === null ? undefined : new Blob([standaloneSvg(svg, title)], { type: 'image/svg+xml' })
}

function standaloneSvg(svg: SVGSVGElement, title: string): string {
  const copy = svg.cloneNode(true) as SVGSVGElement
  const { width, height } = svg.getBoundingClientRect()
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  copy.setAttribute('width', String(Math.round(width)))
  copy.setAttribute('height', String(Math.round(height)))
  inlineStyles(svg, copy)
  const ground = document.createElementNS('http://www.w3.org/2000/svg', 'rect')
  for (const [name, value] of Object.entries({ width: '100%', height: '100%', fill: colour('ground') })) ground.setAttribute(name, value)
  copy.prepend(ground)
  const label = document.createElementNS('http://www.w3.org/2000/svg', 'title')
  label.textContent = title
  copy.prepend(label)
  return new XMLSerializer().serializeToString(copy)
}

const inlinedProperties = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-opacity',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'paint-order',
]

/** Copies the computed styles of an element and its descendants to attributes of the copy, which thus needs no style sheet. */
function inlineStyles(from: Element, to: Element): void {
  const computed = getComputedStyle(from)
  for (const name of inlinedProperties) to.setAttribute(name, computed.getPropertyValue(name))
  to.removeAttribute('class')
  for (let i = 0; i < from.children.length; i++) inlineStyles(from.children[i]!, to.children[i]!)
}

/** Returns the chart as a PNG at twice the screen size; undefined without a chart. */
export async function pngFile(svg: SVGSVGElement | null, title: string): Promise<Blob | undefined> {
  if (svg === null) return undefined
  const { width, height } = svg.getBoundingClientRect()
  const image = new Image()
  const address = URL.createObjectURL(new Blob([standaloneSvg(svg, title)], { type: 'image/svg+xml' }))
  image.src = address
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(width * 2)
  canvas.height = Math.round(height * 2)
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height)
  URL.revokeObjectURL(address)
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(blob ?? undefined), 'image/png'))
}
