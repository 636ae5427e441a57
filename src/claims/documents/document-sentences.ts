import type { Block, SourceDocument } from './document.ts'
import { languageOf } from './document-language.ts'
import {
  abbreviatedMonths,
  abbreviationsBeforeContinuation,
  abbreviationsBeforeNumbers,
  sentenceOpeners,
  shortenedWords,
  titlesBeforeNames,
} from './sentence-abbreviations-table.ts'

/** A sentence and its position: its text is `document.blocks[block].text.slice(start, end)`. */
export interface DocumentSentence {
  readonly text: string
  readonly block: number
  readonly start: number
  readonly end: number
}

/** In characters. No natural sentence is longer; a longer one has lost its full stops. */
export const maxSentenceLength = 2000

/**
 * No natural sentence has more numbers: the maximum in 193,000 sentences of speeches, addresses and news is 21. A sentence with more than 40 is a table that
 * lost its layout.
 */
export const maxNumbersInSentence = 40

const numbers =
  /\d[\d.,]*|\b(?:first|second|third|fourth|fifth|two|three|four|five|six|seven|eight|nine|ten|tenfold|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|half|quarter)/gi

/** Whether a sentence has more numbers, in figures or words, than any natural sentence. */
export const hasTooManyNumbers = (text: string): boolean => (text.match(numbers) ?? []).length > maxNumbersInSentence

/**
 * Whether a sentence can be matched: neither too long nor with too many numbers. Patterns are verified only up to this length, and some rules compare every
 * number with every other.
 */
export const isReadable = (text: string): boolean => text.length <= maxSentenceLength && !hasTooManyNumbers(text)

/**
 * Returns the sentences in a document's paragraphs, items and quotations. Left out are headings, table rows, blocks in another language, and stretches of more
 * than 2,000 characters without a full stop or with more than 40 numbers. The document's notes count what is left out, except headings.
 */
export function sentencesOf(document: SourceDocument): readonly DocumentSentence[] {
  return document.blocks.flatMap((block, index) =>
    isBlockRead(block)
      ? sentenceSpans(block.text)
          .map(({ start, end }) => ({ text: block.text.slice(start, end), block: index, start, end }))
          .filter(({ text }) => /\p{L}/u.test(text) && isReadable(text))
      : [],
  )
}

/** Whether a block is read for claims. */
export function isBlockRead({ kind, text }: Block): boolean {
  return kind !== 'heading' && kind !== 'row' && languageOf(text) === 'English'
}

interface TextSpan {
  readonly start: number
  readonly end: number
}

const stop = /[.!?…]{1,8}(?:[)\]"'”’»¹²³⁰⁴-⁹]|\[\d{1,3}(?:[,–-]\d{1,3})*\])*(?=\s|$|\p{Lu}\p{Ll}|\d{1,3}(?:\s|$))|\n/gu

/**
 * Returns the boundaries of the sentences of a text, without surrounding white space. A full stop does not end a sentence after an abbreviation, an initial or
 * a list number, before lower case, or within brackets.
 *
 * @example sentenceSpans('Gen. Li met Mr. Putin. No. 5 of the U.S. list is out.').length   // 2
 */
export function sentenceSpans(text: string): TextSpan[] {
  const spans: TextSpan[] = []
  let start = 0
  for (const match of text.matchAll(stop)) {
    const end = match.index + match[0].length
    if (match[0] !== '\n' && !endsThere(text, start, match.index, end)) continue
    spans.push({ start, end })
    start = end
  }
  spans.push({ start, end: text.length })
  return spans.flatMap((span) => cutAtSemicolons(text, trimmed(text, span)))
}

/** Removes surrounding white space from a span, and a note number attached to the preceding full stop. Empty if nothing is left. */
function trimmed(text: string, { start, end }: TextSpan): TextSpan[] {
  const glued = start > 0 && /\S/.test(text[start - 1] ?? '')
  const words = text.slice(start, end)
  const note = glued ? (/^\d{1,3}(?=\s|$)/.exec(words)?.[0].length ?? 0) : 0
  const rest = words.slice(note)
  const from = start + note + rest.length - rest.trimStart().length
  const to = start + words.trimEnd().length
  return to > from ? [{ start: from, end: to }] : []
}

/** Splits an overlong list sentence at its semicolons. */
function cutAtSemicolons(text: string, spans: readonly TextSpan[]): TextSpan[] {
  return spans.flatMap((span) => {
    if (span.end - span.start <= maxSentenceLength) return [span]
    const parts: TextSpan[] = []
    let start = span.start
    for (const { index } of text.slice(span.start, span.end).matchAll(/;(?=\s)/g)) {
      parts.push(...trimmed(text, { start, end: span.start + index + 1 }))
      start = span.start + index + 1
    }
    return [...parts, ...trimmed(text, { start, end: span.end })]
  })
}

/** Matches names that may start a sentence although their first letter is lower-case: `al-Assad`, `von der Leyen`. */
const nameParticle = /^\s*["“‘]?(?:al|el|bin|ben|de|von|van|da|di)[ -](?:der |den |la )?\p{Lu}/u

function endsThere(text: string, start: number, dot: number, end: number): boolean {
  const next = /^\s*["“‘'(«[]*(?<word>[\p{L}\p{M}\d’'.-]*)/u.exec(text.slice(end, end + 60))?.groups?.['word'] ?? ''
  const glued = end < text.length && !/\s/.test(text[end] ?? '')
  if (glued && !gluedEnd(text, dot, end)) return false
  if (/^\p{Ll}/u.test(next) && !nameParticle.test(text.slice(end, end + 40))) return false
  if (insideBrackets(text, start, end)) return false
  if (text[dot] !== '.' || text[dot + 1] === '.') return true
  const token = /[^\s(["“‘'«–—-]*$/u.exec(text.slice(Math.max(start, dot - 40), dot))?.[0] ?? ''
  const after = text.slice(end, end + 30)
  if (/\p{L}'s$/u.test(text.slice(Math.max(start, dot - 3), dot))) return true
  if (/^[ap]\.m$/i.test(token) && /^\s*(?:[A-Z]{2,4}\b|\p{Lu}\p{L}+ time\b)/u.test(after)) return false
  if (token === 'al' && /^\s*[([\d]/.test(after)) return false
  return wordEnds(token, next, text.slice(Math.max(start, dot - 80), dot))
}

/** Whether a sentence ends at a full stop without a space after it: `in 2023.The`, `growth.12 The`; not `U.S.Army` or `Booking.Com`. */
function gluedEnd(text: string, dot: number, end: number): boolean {
  const before = text.slice(Math.max(0, dot - 4), dot)
  if (/\d/.test(text[end] ?? ''))
    return /\p{Ll}{3}["”)]?$/u.test(before) && /^\d{1,3}(?:\s*$|\s+["“‘]?\p{Lu})/u.test(text.slice(end, end + 8))
  return (
    /(?:\p{Ll}{3}|\d{4}|[%)”"])$/u.test(before) &&
    sentenceOpeners.has((/^\p{L}+/u.exec(text.slice(end, end + 20))?.[0] ?? '').toLowerCase())
  )
}

/** Whether a bracket opened within the sentence is still open. A bracket that starts the sentence, or that never closes, does not count. */
function insideBrackets(text: string, start: number, end: number): boolean {
  const said = text.slice(Math.max(start, end - maxSentenceLength), end)
  const open = said.lastIndexOf('(')
  if (open < 0 || open < said.lastIndexOf(')') || said.slice(0, open).trim() === '') return false
  return /^[^()]{0,300}\)/.test(text.slice(end, end + 301))
}

/** Whether a word with a full stop after it ends a sentence, given the next word. */
function wordEnds(token: string, next: string, before: string): boolean {
  const word = token.toLowerCase()
  const opens = next === '' || (!/^\p{Lu}{2}/u.test(next) && sentenceOpeners.has(next.toLowerCase().replace(/[’'].*$/, '')))
  if (titlesBeforeNames.has(word) || abbreviationsBeforeContinuation.has(word)) return false
  if (abbreviationsBeforeNumbers.has(word)) return word === 'no' ? noEnds(token, next, before) : !/^[\d$€£]|^[IVXLC]+$/.test(next)
  if (abbreviatedMonths.has(word)) return !/^\d/.test(next)
  if (shortenedWords.has(word)) return opens
  if (/^\p{L}$/u.test(token)) return opens && (next === '' || !isInitial(token, before))
  if (/^(?:\p{L}\.)+\p{L}$/u.test(token) || word === 'ph.d') return opens || /^[ap]\.m$/i.test(token)
  if (/^\(?(?:\d{1,2}|[ivx]{1,4})$/.test(token) && before.trim() === token) return false
  return true
}

/** Whether `No.` ends a sentence: in `No. 5` the stop marks an abbreviation, in `"No. The answer` it ends a sentence. */
const noEnds = (token: string, next: string, before: string): boolean =>
  !/^\d/.test(next) && (token !== 'No' || before.trim().length <= 4 || next === '')

/** Whether a letter with a full stop is an initial in a name: `John F. Kennedy`; not `Annex B. The` or `World War I. In`. */
const isInitial = (token: string, before: string): boolean =>
  token === 'I' ? false : /(?:^|\s)(?:\p{Lu}\.\s*)+\p{Lu}$/u.test(before) && !/^The$/.test(token)
