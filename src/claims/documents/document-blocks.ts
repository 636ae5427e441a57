import type { Block, SourceDocument } from './document.ts'

/** What a reader of one format returns; the caller adds the name and the format. */
export type DocumentParts = Pick<SourceDocument, 'title' | 'author' | 'date' | 'blocks' | 'notes'>

/** Reports progress while a long document is read. */
export type ReadingProgress = (done: number, of: number) => void

/** Turns a text into one line: every run of white space becomes a space. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** Whether a text ends like a sentence: with a full stop or similar, which quotes, brackets or note numbers may follow. */
export const endsSentence = (text: string): boolean => /[.!?…][)\]"'”’»]*(?:\[\d{1,3}\])*$/.test(text.slice(-40))

/** Returns a list with the block, or an empty list if there is no text. */
export function blockOf(kind: Block['kind'], text: string, page?: number): Block[] {
  const line = oneLine(text)
  if (line === '') return []
  return [page === undefined ? { kind, text: line } : { kind, text: line, page }]
}

/** Whether a line looks like a heading: short or capitalised, without a full stop, and without figures except a year or a leading number. */
export function looksLikeHeading(line: string): boolean {
  const words = line.split(' ')
  const figures = line.replace(/^[\dIVX]{1,4}(?:\.\d+)*[.)]? /, '').replace(/\b(?:18|19|20)\d\d\b/g, '')
  if (words.length > 16 || line.length > 120 || endsSentence(line) || /[,;:]$/.test(line) || /\d/.test(figures) || /^\p{Ll}/u.test(line))
    return false
  const long = words.filter(({ length }) => length > 3)
  return words.length <= 7 || long.filter((word) => /^[^\p{L}]*\p{Lu}/u.test(word)).length >= 0.7 * long.length
}
