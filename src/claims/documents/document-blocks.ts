import type { Block, SourceDocument } from './document.ts'

/** The result of a reader for one format; the caller adds name and format. */
export type DocumentParts = Pick<SourceDocument, 'title' | 'author' | 'date' | 'blocks' | 'notes'>

/** Progress of reading a long document. */
export type ReadingProgress = (done: number, of: number) => void

/** A line of text with white space collapsed. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** Whether the text ends like a sentence, allowing quotes or brackets after the stop. */
export const endsSentence = (text: string): boolean => /[.!?…][)\]"'”’»]*(?:\[\d{1,3}\])*$/.test(text.slice(-40))

/** A block, or nothing where there is no text. */
export function blockOf(kind: Block['kind'], text: string, page?: number): Block[] {
  const line = oneLine(text)
  if (line === '') return []
  return [page === undefined ? { kind, text: line } : { kind, text: line, page }]
}

/**
 * Whether a line looks like a heading: short or in capitals, without a full stop, and without figures except a year or
 * a leading number.
 */
export function looksLikeHeading(line: string): boolean {
  const words = line.split(' ')
  const figures = line.replace(/^[\dIVX]{1,4}(?:\.\d+)*[.)]? /, '').replace(/\b(?:18|19|20)\d\d\b/g, '')
  if (words.length > 16 || line.length > 120 || endsSentence(line) || /[,;:]$/.test(line) || /\d/.test(figures) || /^\p{Ll}/u.test(line))
    return false
  const long = words.filter(({ length }) => length > 3)
  return words.length <= 7 || long.filter((word) => /^[^\p{L}]*\p{Lu}/u.test(word)).length >= 0.7 * long.length
}
