import type { Block } from './document.ts'
import { blockOf, endsSentence, looksLikeHeading } from './document-blocks.ts'
import type { PdfLine } from './document-pdf-lines.ts'
import { joinedLines } from './document-text.ts'

interface Open {
  readonly kind: Block['kind']
  readonly lines: string[]
  readonly page: number
  readonly height: number
}

/** Type measurements used to read a page. */
interface Measure {
  /** The most common text height. */
  readonly height: number
  /** Distance between lines. */
  readonly step: number
}

const bullet = /^(?:[-*•‣▪●○–]|\(?(?:\d{1,2}|[a-z])[.)]) +(?=\S)/

/**
 * Joins the lines of the pages to blocks. A block ends at a gap, an indent, a change of size or a short last line. Words hyphenated at a line end, and
 * sentences split across columns or pages, are rejoined.
 */
export function pdfBlocks(pages: readonly (readonly PdfLine[])[]): Block[] {
  const measure = measureOf(pages.flat())
  const blocks: Open[] = []
  pages.forEach((lines, page) => {
    lines.forEach((line, i) => {
      const open = blocks.at(-1)
      const before = lines[i - 1]
      const inTable = mostlyFigures(line) || (isRow(line) && (before === undefined || isRow(before) || isRow(lines[i + 1] ?? before)))
      const kind = inTable ? 'row' : kindOf(line, measure)
      const more =
        open !== undefined && (kind === open.kind || (kind === 'paragraph' && open.kind === 'item')) && goesOn(open, before, line, measure)
      const text = inTable ? line.text : line.text.replaceAll(' | ', ' ')
      if (more) open.lines.push(text)
      else blocks.push({ kind, lines: [kind === 'item' ? text.replace(bullet, '') : text], page: page + 1, height: line.height })
    })
  })
  return blocks.flatMap(({ kind, lines, page }) => {
    const text = joinedLines(lines)
    // a heading in body text size
    return blockOf(kind === 'paragraph' && lines.length === 1 && looksLikeHeading(text) ? 'heading' : kind, text, page)
  })
}

function measureOf(lines: readonly PdfLine[]): Measure {
  const heights = new Map<number, number>()
  for (const { height, text } of lines) heights.set(round(height), (heights.get(round(height)) ?? 0) + text.length)
  const [height = 10] = [...heights].sort((a, b) => b[1] - a[1])[0] ?? []
  const steps = lines
    .slice(1)
    .map((line, i) => lines[i]!.y - line.y)
    .filter((step) => step > 0 && step < 4 * height)
  return { height, step: quantile(steps, 0.5) || height * 1.2 }
}

const round = (height: number): number => Math.round(height * 2) / 2

function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(q * (sorted.length - 1))] ?? 0
}

/**
 * Whether the line is a table row. A justified line can have a wide gap too, so a single gap counts only in a short
 * line with figures.
 */
function isRow(line: PdfLine): boolean {
  return line.gaps >= 2 || (line.gaps === 1 && /\d/.test(line.text) && line.text.length < 80) || mostlyFigures(line)
}

function mostlyFigures({ text }: PdfLine): boolean {
  const words = text.split(' ')
  const figures = words.filter((word) => /^[^\p{L}\d]*\d[^\p{L}]*$/u.test(word)).length
  return figures >= 2 && figures > words.length / 2 && !endsSentence(text)
}

function kindOf(line: PdfLine, { height }: Measure): Block['kind'] {
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
  if (open.kind === 'heading') return before.y - line.y < 1.7 * line.height
  const gap = before.y - line.y > 1.4 * measure.step
  const indented = line.left > before.left + 0.8 * line.height && open.kind !== 'item'
  if (gap || (indented && ended)) return !ended && /^\p{Ll}/u.test(line.text)
  const short = before.right < line.right - 0.15 * (line.right - line.left)
  return !(short && (ended || (title && /^[^\p{Ll}]/u.test(line.text))))
}
