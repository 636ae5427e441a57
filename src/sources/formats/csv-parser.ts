/** One CSV record: the line on which it begins, and its cells. */
export interface CsvRecord {
  readonly line: number
  readonly cells: string[]
}

/** The error for a misplaced quotation mark: one inside an unquoted cell, one that is never closed, or a closing one with text after it. */
export class CsvQuoteError extends Error {
  readonly line: number

  constructor(line: number) {
    super(`line ${line}: a quotation mark stands where none may`)
    this.line = line
  }
}

/**
 * Calls `onRecord` for each record of CSV text (RFC 4180): cells are separated by commas or another character, quotation marks within quoted cells are doubled, and quoted cells may
 * contain line breaks. Blank lines are skipped.
 *
 * @throws CsvQuoteError for a misplaced quotation mark
 */
export function eachRecord(text: string, onRecord: (cells: string[], line: number) => void, separator = ','): void {
  let [at, line, nextQuote, nextReturn] = [0, 1, -1, -1]
  while (at < text.length) {
    if (nextQuote < at) nextQuote = placeOf('"', text, at)
    if (nextReturn < at) nextReturn = placeOf('\r', text, at)
    let end = Math.min(placeOf('\n', text, at), nextReturn)
    let cells: string[]
    let breaks = 0
    if (nextQuote < end) ({ cells, end, breaks } = quotedRecord(text, at, line, separator))
    else cells = text.slice(at, end).split(separator)
    if (cells.length > 1 || cells[0] !== '') onRecord(cells, line)
    line += 1 + breaks
    at = end + (text[end] === '\r' && text[end + 1] === '\n' ? 2 : 1)
  }
}

/** Returns the next index of the character, from `from` on; the length of the text if there is none. */
function placeOf(character: string, text: string, from: number): number {
  const found = text.indexOf(character, from)
  return found < 0 ? text.length : found
}

/** Reads the record that begins at `from` and has quoted cells. Returns its cells, the index of its end, and the number of line breaks in the cells. */
function quotedRecord(text: string, from: number, line: number, separator: string): { cells: string[]; end: number; breaks: number } {
  const cells: string[] = []
  let breaks = 0
  for (let at = from; ; at++) {
    const quoted = text[at] === '"'
    const end = quoted ? endOfQuoted(text, at) : endOfBare(text, at, separator)
    if (end < 0 || !(end === text.length || isEnd(text[end]!, separator))) throw new CsvQuoteError(line + breaks)
    const cell = quoted ? text.slice(at + 1, end - 1).replaceAll('""', '"') : text.slice(at, end)
    if (quoted) breaks += (cell.match(/\r\n|\n|\r/g) ?? []).length
    cells.push(cell)
    if (text[end] !== separator) return { cells, end, breaks }
    at = end
  }
}

const isEnd = (letter: string, separator: string): boolean => letter === separator || letter === '\n' || letter === '\r'

function endOfBare(text: string, from: number, separator: string): number {
  let at = from
  while (at < text.length && text[at] !== '"' && !isEnd(text[at]!, separator)) at++
  return at
}

/** Returns the index after the closing quotation mark; -1 if there is none. */
function endOfQuoted(text: string, from: number): number {
  let at = text.indexOf('"', from + 1)
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2)
  return at < 0 ? -1 : at + 1
}
