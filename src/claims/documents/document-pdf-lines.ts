import { oneLine } from './document-blocks.ts'
import { plainCharacters } from './document-encoding.ts'

/** The fields of a PDF text item that line detection uses. */
export interface PdfItem {
  readonly str: string
  /** The last two numbers are the position from the left and from the bottom. */
  readonly transform: readonly number[]
  readonly width: number
  readonly height: number
  readonly hasEOL: boolean
}

/** A printed line of a page. */
export interface PdfLine {
  readonly text: string
  readonly left: number
  readonly right: number
  /** Position from the bottom. */
  readonly y: number
  readonly height: number
  /** Number of wide gaps within the line, such as between table columns. */
  readonly gaps: number
}

/** Returns the lines of a page, in file order; note marks (small raised numbers) are left out. */
export function pdfLinesOf(items: readonly PdfItem[]): PdfLine[] {
  const lines: PdfItem[][] = []
  let open: PdfItem[] = []
  /** The first visible item of the line. */
  let first: PdfItem | undefined
  const end = (): void => {
    lines.push(open)
    open = []
    first = undefined
  }
  for (const item of items) {
    const inked = item.str.trim() !== ''
    if (first !== undefined && inked && !sameLine(first, item)) end()
    open.push(item)
    if (inked) first ??= item
    if (item.hasEOL) end()
  }
  return [...lines, open].flatMap(lineOf)
}

const xOf = ({ transform }: PdfItem): number => transform[4] ?? 0
const yOf = ({ transform }: PdfItem): number => transform[5] ?? 0

function sameLine(a: PdfItem, b: PdfItem): boolean {
  return Math.abs(yOf(a) - yOf(b)) < 0.7 * Math.max(a.height, b.height) && xOf(b) > xOf(a) - a.height
}

function lineOf(items: readonly PdfItem[]): PdfLine[] {
  const inked = items.filter(({ str }) => str.trim() !== '')
  const height = Math.max(0, ...inked.map((item) => item.height))
  const kept = inked.filter(
    (item) => !(item.height < 0.8 * height && /^[\d,*†‡ ]{1,5}$/.test(item.str) && yOf(item) > yOf(inked[0]!) + 0.1 * height),
  )
  const [first] = kept
  if (first === undefined) return []
  let text = ''
  let gaps = 0
  let right = xOf(first)
  for (const item of kept) {
    const gap = xOf(item) - right
    if (gap > 2.5 * height) gaps++
    text +=
      text === ''
        ? item.str
        : gap > 2.5 * height
          ? ` | ${item.str}`
          : gap > 0.15 * height || /^\s/.test(item.str)
            ? ` ${item.str}`
            : item.str
    right = xOf(item) + item.width
  }
  const plain = oneLine(plainCharacters(text))
  return plain === '' ? [] : [{ text: plain, left: xOf(first), right, y: yOf(first), height, gaps }]
}

const pageNumber = /^\W*(?:page |p\. ?)?(?:\d{1,4}|[ivxl]{1,6})(?: ?(?:of|\/|\|) ?\d{1,4})?\W*$/i

/**
 * Removes running heads, feet and page numbers. A running head or foot is a line at the edge that recurs, whatever its figures, on three pages, or on both
 * pages of a document of two.
 */
export function withoutRunningHeads(pages: readonly (readonly PdfLine[])[]): PdfLine[][] {
  const counts = new Map<string, number>()
  for (const page of pages) for (const line of edges(page)) counts.set(keyOf(line), (counts.get(keyOf(line)) ?? 0) + 1)
  const often = Math.max(2, Math.min(3, pages.length))
  return pages.map((page) => {
    const edge = new Set(edges(page).filter((line) => pageNumber.test(line.text) || (counts.get(keyOf(line)) ?? 0) >= often))
    return page.filter((line) => !edge.has(line))
  })
}

const keyOf = ({ text, y }: PdfLine): string => `${Math.round(y / 8)} ${text.replace(/\d+/g, '#')}`

/** Returns those of the two highest and two lowest lines that a gap separates from the text. */
function edges(page: readonly PdfLine[]): PdfLine[] {
  const down = [...page].sort((a, b) => b.y - a.y)
  return [...new Set([...apart(down), ...apart(down.reverse())])]
}

function apart(lines: readonly PdfLine[]): PdfLine[] {
  const gap = lines.slice(0, 2).findLastIndex((line, i) => Math.abs(line.y - (lines[i + 1]?.y ?? Number.NaN)) > 1.6 * line.height)
  return lines.slice(0, gap + 1)
}
