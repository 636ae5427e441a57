import type { Block, SourceDocument } from './document.ts'

/** What a reader of one form hands over; name and form are added by whoever asked it. */
export type DocumentParts = Pick<SourceDocument, 'title' | 'author' | 'date' | 'blocks' | 'notes'>

/** How far a long document is read. */
export type ReadingProgress = (done: number, of: number) => void

/** One line of a text: blanks in a row are one. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** A sentence ends here, with or without quotation marks or brackets after its stop. */
export const endsSentence = (text: string): boolean => /[.!?…][)\]"'”’»]*(?:\[\d{1,3}\])*$/.test(text.slice(-40))

/** A block without what has no text. */
export function blockOf(kind: Block['kind'], text: string, page?: number): Block[] {
  const line = oneLine(text)
  if (line === '') return []
  return [page === undefined ? { kind, text: line } : { kind, text: line, page }]
}

/** Short or in capitals, without a full stop, without figures but a year or a leading number: the line stands above a text and is none. */
export function looksLikeHeading(line: string): boolean {
  const words = line.split(' ')
  const figures = line.replace(/^[\dIVX]{1,4}(?:\.\d+)*[.)]? /, '').replace(/\b(?:18|19|20)\d\d\b/g, '')
  if (words.length > 16 || line.length > 120 || endsSentence(line) || /[,;:]$/.test(line) || /\d/.test(figures) || /^\p{Ll}/u.test(line))
    return false
  const long = words.filter(({ length }) => length > 3)
  return words.length <= 7 || long.filter((word) => /^[^\p{L}]*\p{Lu}/u.test(word)).length >= 0.7 * long.length
}
