import type { Block } from './document.ts'
import { blockOf, endsSentence, looksLikeHeading } from './document-blocks.ts'

const listMark = /^\s*(?:[-*•‣▪–]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+(?=\S)/
const ruler = /^[\s=_*~#.-]{3,}$/

/**
 * Returns paragraphs, headings, list items and rows of a plain text. A blank line ends a paragraph. Within a paragraph, a line break counts as a space if the
 * lines are wrapped to a width or the next line starts in lower case. Otherwise each line is its own block.
 */
export function textBlocks(text: string): Block[] {
  return text.split(/\n[^\S\n]*\n/).flatMap((run) => runBlocks(run.split('\n').filter((line) => line.trim() !== '' && !ruler.test(line))))
}

function runBlocks(lines: readonly string[]): Block[] {
  const width = wrapWidth(lines)
  const parts: string[][] = []
  lines.forEach((line, i) => {
    const before = lines[i - 1]
    const more = before !== undefined && !listMark.test(line) && !isRow(line) && goesOn(before, line, width)
    if (more) parts.at(-1)?.push(line.trim())
    else parts.push([line.trim()])
  })
  return parts.flatMap((part) => lineBlock(joinedLines(part)))
}

/**
 * Joins lines, and rejoins words hyphenated at line ends.
 *
 * @example joinedLines(['inter-', 'mediate', 'goods'])   // 'intermediate goods'
 */
export function joinedLines(lines: readonly string[]): string {
  const ends = lines.map((line, i) =>
    i === lines.length - 1 ? '' : !/\p{L}[-‐]$/u.test(line.slice(-3)) ? ' ' : dividedBefore(lines[i + 1] ?? ''),
  )
  return lines.map((line, i) => (ends[i] === '-' ? line.slice(0, -1) : line + ends[i])).join('')
}

/**
 * Returns how to treat a hyphen at a line end, given the next line. `-`: remove it, since it divides a word. Empty: keep it, since it belongs to the word
 * (`Sino-Russian`). A space: keep it and add a space, as before `and`.
 */
const dividedBefore = (next: string): string => (/^(?:and|or|to) /.test(next) ? ' ' : /^\p{Ll}/u.test(next) ? '-' : '')

/**
 * Returns the wrap width of a run of lines, or null if they are not wrapped. Wrapped means that almost every line has no room for the first word of the next.
 */
function wrapWidth(lines: readonly string[]): number | null {
  const width = lines.reduce((most, { length }) => Math.max(most, length), 0)
  if (lines.length < 2 || width > 200) return null
  const breaks = lines.slice(1).map((line, i) => ({ before: lines[i]!, line }))
  const full = breaks.filter(({ before, line }) => before.trimEnd().length + 1 + firstWord(line) > width - 3)
  const open = breaks.filter(({ before }) => !endsSentence(before.trimEnd()))
  return full.length >= 0.8 * breaks.length && open.length >= breaks.length / 3 && (breaks.length > 1 || width > 50) ? width : null
}

const firstWord = (line: string): number => line.trim().split(' ', 1)[0]?.length ?? 0

function goesOn(before: string, line: string, width: number | null): boolean {
  if (isRow(before)) return false
  const lower = /^\s*[\p{Ll}(]/u.test(line) && !endsSentence(before.trimEnd())
  return lower || (width !== null && before.trimEnd().length + 1 + firstWord(line) > width - 3)
}

/** Whether a line has two wide gaps: `1990 12 13`. */
function hasTwoGaps(line: string): boolean {
  const first = /(?<=\S) {3,}(?=\S)/.exec(line)
  return first !== null && /(?<! ) {3,}(?=\S)/.test(line.slice(first.index + first[0].length))
}

const isRow = (line: string): boolean => /\S\t+\S/.test(line) || (line.match(/ \| /g) ?? []).length >= 2 || hasTwoGaps(line)

function lineBlock(line: string): Block[] {
  if (isRow(line)) return blockOf('row', line.replace(/^\||\|$/g, '').replace(/\t+| {3,}/g, ' | '))
  if (line.startsWith('>')) return blockOf('quote', line.replace(/^[>\s]+/, ''))
  if (listMark.test(line) && !/^\d{1,2}[.)] [\p{Lu}]/u.test(line)) return blockOf('item', line.replace(listMark, ''))
  if (looksLikeHeading(line)) return blockOf('heading', line)
  return listMark.test(line) ? blockOf('item', line.replace(listMark, '')) : blockOf('paragraph', line)
}
