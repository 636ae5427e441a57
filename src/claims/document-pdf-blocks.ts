import type { Block } from './document.ts'
import { blockOf, endsSentence, looksLikeHeading } from './document-parts.ts'
import type { PdfLine } from './document-pdf-lines.ts'
import { joined } from './document-text.ts'

interface Open {
  readonly kind: Block['kind']
  readonly lines: string[]
  readonly page: number
  readonly height: number
}

/** Measures that a page's type is read by. */
interface Measure {
  /** Height of most of the text. */
  readonly height: number
  /** From one line to the next. */
  readonly step: number
  readonly right: number
}

const bullet = /^(?:[-*•‣▪●○–]|\(?(?:\d{1,2}|[a-z])[.)]) +(?=\S)/

/**
 * Blocks of the pages: lines belong together until a gap, an indent, a change of size or a short last line; a word divided at the end of a line, and a sentence broken by
 * the end of a column or of a page, are put together.
 */
export function pdfBlocks(pages: readonly (readonly PdfLine[])[]): Block[] {
  const measure = measureOf(pages.flat())
  const blocks: Open[] = []
  pages.forEach((lines, page) => {
    lines.forEach((line, i) => {
      const open = blocks.at(-1)
      const kind = kindOf(line, measure)
      const before = lines[i - 1]
      const more =
        open !== undefined && (kind === open.kind || (kind === 'paragraph' && open.kind === 'item')) && goesOn(open, before, line, measure)
      if (more) open.lines.push(line.text)
      else blocks.push({ kind, lines: [kind === 'item' ? line.text.replace(bullet, '') : line.text], page: page + 1, height: line.height })
    })
  })
  return blocks.flatMap(({ kind, lines, page }) => blockOf(kind, joined(lines), page))
}

function measureOf(lines: readonly PdfLine[]): Measure {
  const heights = new Map<number, number>()
  for (const { height, text } of lines) heights.set(round(height), (heights.get(round(height)) ?? 0) + text.length)
  const [height = 10] = [...heights].sort((a, b) => b[1] - a[1])[0] ?? []
  const steps = lines
    .slice(1)
    .map((line, i) => lines[i]!.y - line.y)
    .filter((step) => step > 0 && step < 4 * height)
  const rights = lines.filter((line) => round(line.height) === height).map(({ right }) => right)
  return { height, step: quantile(steps, 0.5) || height * 1.2, right: quantile(rights, 0.9) }
}

const round = (height: number): number => Math.round(height * 2) / 2

function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(q * (sorted.length - 1))] ?? 0
}

function kindOf(line: PdfLine, { height }: Measure): Block['kind'] {
  if (line.gaps >= 2 || (line.gaps === 1 && /\d/.test(line.text) && line.text.length < 80)) return 'row'
  if (line.height > 1.15 * height && !endsSentence(line.text)) return 'heading'
  return bullet.test(line.text) ? 'item' : 'paragraph'
}

function goesOn(open: Open, before: PdfLine | undefined, line: PdfLine, measure: Measure): boolean {
  if (open.kind === 'row' || (open.kind === 'item' && bullet.test(line.text))) return false
  if (Math.abs(open.height - line.height) > 0.1 * measure.height) return false
  const last = open.lines.at(-1) ?? ''
  const ended = endsSentence(last)
  const title = open.lines.length === 1 && looksLikeHeading(last)
  if (before === undefined || line.y > before.y + 0.5 * line.height) return !ended && /^[\p{Ll}\d(“"$€]|^\p{Lu}/u.test(line.text) && !title
  const gap = before.y - line.y > 1.4 * measure.step
  const indented = line.left > before.left + 0.8 * line.height && open.kind !== 'item'
  const short = before.right < measure.right - 0.2 * (measure.right - before.left)
  if (open.kind === 'heading') return !gap
  if (gap || (indented && ended)) return !ended && /^\p{Ll}/u.test(line.text)
  return !(short && (ended || title))
}
