/** One CSV record: the line on which it begins, and its cells. */
export interface CsvRecord {
  readonly line: number
  readonly cells: string[]
}

/** A quote inside an unquoted cell, a quote that is never closed, or text after a closing quote. */
export class CsvQuoteError extends Error {
  readonly line: number

  constructor(line: number) {
    super(`line ${line}: a quotation mark stands where none may`)
    this.line = line
  }
}

/**
 * Calls `onRecord` for each record of RFC 4180 text: comma separated, quotes doubled within quoted cells, line breaks
 * allowed in quoted cells, blank lines skipped. A line without quotes, the usual case, is split directly.
 *
 * @throws CsvQuoteError
 */
export function eachRecord(text: string, onRecord: (cells: string[], line: number) => void): void {
  let [at, line, nextQuote, nextReturn] = [0, 1, -1, -1]
  while (at < text.length) {
    if (nextQuote < at) nextQuote = placeOf('"', text, at)
    if (nextReturn < at) nextReturn = placeOf('\r', text, at)
    let end = Math.min(placeOf('\n', text, at), nextReturn)
    let cells: string[]
    let breaks = 0
    if (nextQuote < end) ({ cells, end, breaks } = quotedRecord(text, at, line))
    else cells = text.slice(at, end).split(',')
    if (cells.length > 1 || cells[0] !== '') onRecord(cells, line)
    line += 1 + breaks
    at = end + (text[end] === '\r' && text[end + 1] === '\n' ? 2 : 1)
  }
}

/** Returns the end of the text where the character does not occur again. */
function placeOf(character: string, text: string, from: number): number {
  const found = text.indexOf(character, from)
  return found < 0 ? text.length : found
}

/** A record with quotes: its cells, its end, and the number of line breaks in its cells. */
function quotedRecord(text: string, from: number, line: number): { cells: string[]; end: number; breaks: number } {
  const cells: string[] = []
  let breaks = 0
  for (let at = from; ; at++) {
    const quoted = text[at] === '"'
    const end = quoted ? endOfQuoted(text, at) : endOfBare(text, at)
    if (end < 0 || !(end === text.length || ends.has(text[end]!))) throw new CsvQuoteError(line + breaks)
    const cell = quoted ? text.slice(at + 1, end - 1).replaceAll('""', '"') : text.slice(at, end)
    if (quoted) breaks += (cell.match(/\r\n|\n|\r/g) ?? []).length
    cells.push(cell)
    if (text[end] !== ',') return { cells, end, breaks }
    at = end
  }
}

const ends: ReadonlySet<string> = new Set([',', '\n', '\r'])

function endOfBare(text: string, from: number): number {
  let at = from
  while (at < text.length && text[at] !== '"' && !ends.has(text[at]!)) at++
  return at
}

/** Position after the closing quote; -1 where there is none. */
function endOfQuoted(text: string, from: number): number {
  let at = text.indexOf('"', from + 1)
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2)
  return at < 0 ? -1 : at + 1
}
