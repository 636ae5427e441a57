import { VisavisError } from '../../errors.ts'
import type { Block, SourceDocument } from './document.ts'
import { metadataFromBlocks } from './document-about.ts'
import type { DocumentParts, ReadingProgress } from './document-blocks.ts'
import { decode } from './document-encoding.ts'
import { documentFormatOf } from './document-format.ts'
import { languageOf } from './document-language.ts'
import { documentLimits } from './document-limits.ts'
import { hasTooManyNumbers, isBlockRead, maxNumbersInSentence, maxSentenceLength, sentenceSpans } from './document-sentences.ts'
import { textBlocks } from './document-text.ts'

export { type DocumentSentence, sentencesOf } from './document-sentences.ts'

/** A document as received: its bytes, and its file name or address (`stdin` if there is none). */
export interface GivenDocument {
  readonly bytes: Uint8Array
  readonly name: string
  /** Called for a PDF after each page, with the number of pages done and of all pages. */
  readonly onProgress?: ReadingProgress
}

/**
 * Reads a plain text, Markdown, web page, PDF or DOCX: its paragraphs, its title, author and date where available, and
 * notes on the reading. The document is only data: nothing in it runs, and nothing is fetched.
 *
 * If `date` is null, relative times are resolved against a day given by the caller.
 *
 * @throws BadInput for input that is empty, not text, password-protected, scanned, damaged, or not in English; TooLarge
 */
export async function readDocument(input: GivenDocument): Promise<SourceDocument> {
  const form = documentFormatOf(input.bytes, input.name)
  const parts = boundParts(await partsOf(form, input))
  const { name } = input
  if (parts.blocks.length === 0) throw new VisavisError('BadInput', `${name} holds no text`, { hint: 'check that it is the right file' })
  refuseForeign(parts.blocks, name)
  return { name, form, ...parts, notes: [...parts.notes, ...notesOn(parts.blocks)] }
}

/** Truncates a document to the limits, with a note where this happens. */
function boundParts(parts: DocumentParts): DocumentParts {
  const { blocks, notes } = parts
  let characters = 0
  const beyond = blocks.findIndex(({ text }, i) => {
    characters += text.length
    return i >= documentLimits.blocks || characters > documentLimits.characters
  })
  if (beyond < 0) return parts
  const note = `only its first ${beyond} of ${blocks.length} paragraphs are read: it is longer than is read of one text`
  const [first] = blocks
  // a single overlong paragraph is read up to the limit
  if (beyond === 0 && first !== undefined)
    return { ...parts, blocks: [{ ...first, text: first.text.slice(0, documentLimits.characters) }], notes: [...notes, note] }
  return { ...parts, blocks: blocks.slice(0, beyond), notes: [...notes, note] }
}

/** Cuts a plain text to the limit, with a note if text is left out. */
function boundText(text: string): { text: string; notes: string[] } {
  const { characters } = documentLimits
  if (text.length <= characters) return { text, notes: [] }
  const share = Math.floor((characters / text.length) * 100)
  return { text: text.slice(0, characters), notes: [`only the first ${share} % of it is read: it is longer than is read of one text`] }
}

async function partsOf(form: SourceDocument['form'], { bytes, name, onProgress }: GivenDocument): Promise<DocumentParts> {
  if (form === 'pdf') return (await import('./document-pdf.ts')).readPdf(bytes, name, onProgress)
  if (form === 'docx') return (await import('./document-docx.ts')).readDocx(bytes, name)
  if (form === 'html') {
    const { declaredEncoding, readHtml } = await import('./document-html.ts')
    const { text, notes } = decode(bytes, name, declaredEncoding(bytes))
    return noted(await readHtml(text, name), notes)
  }
  const decoded = decode(bytes, name)
  const { text, notes: left } = boundText(decoded.text)
  const notes = [...decoded.notes, ...left]
  if (form === 'text') {
    const { about, blocks } = metadataFromBlocks(textBlocks(text))
    return noted({ ...about, blocks }, notes)
  }
  const parts = (await import('./document-markdown.ts')).readMarkdown(text)
  const { about, blocks } = metadataFromBlocks(parts.blocks)
  const { title, author, date } = parts
  return noted({ title: title ?? about.title, author: author ?? about.author, date: date ?? about.date, blocks, notes: parts.notes }, notes)
}

const noted = (parts: DocumentParts, notes: readonly string[]): DocumentParts => ({ ...parts, notes: [...notes, ...parts.notes] })

/** Refuses a text in another language. If at least a quarter of it is in English, it is accepted, and only that part is read. */
function refuseForeign(blocks: readonly Block[], name: string): void {
  const prose = blocks.filter(({ kind }) => kind !== 'row' && kind !== 'heading')
  // the language of a document that has only tables is that of its tables
  const all = (prose.length > 0 ? prose : blocks).map(({ text }) => text).join('\n')
  const language = languageOf(all)
  const english = prose.filter(isBlockRead).reduce((sum, { text }) => sum + text.length, 0)
  if (language === 'English' || english > all.length / 4) return
  throw new VisavisError('BadInput', `${name} is in ${language}; only English is read`, { hint: 'give a translation into English' })
}

function notesOn(blocks: readonly Block[]): string[] {
  const prose = blocks.filter(({ kind }) => kind !== 'row' && kind !== 'heading')
  const rows = blocks.filter(({ kind }) => kind === 'row').length
  const foreign = prose.filter((block) => !isBlockRead(block)).length
  const endless = prose
    .flatMap(({ text }) => (text.length > maxSentenceLength ? sentenceSpans(text) : []))
    .filter(({ start, end }) => end - start > maxSentenceLength)
  const crowded = prose
    .filter((block) => isBlockRead(block) && hasTooManyNumbers(block.text))
    .flatMap(({ text }) =>
      sentenceSpans(text).filter(({ start, end }) => end - start <= maxSentenceLength && hasTooManyNumbers(text.slice(start, end))),
    )
  return [
    ...(rows > 0 ? [`${rows} ${rows === 1 ? 'row of a table is' : 'rows of tables are'} not read for claims`] : []),
    ...(prose.length === 0 ? ['it holds no sentences: only headings or tables'] : []),
    ...(foreign > 0 ? [`${foreign} of ${prose.length} paragraphs are not in English and not read`] : []),
    ...(endless.length > 0
      ? [
          `${endless.length === 1 ? 'a stretch' : `${endless.length} stretches`} of more than ${maxSentenceLength} characters without a full stop not read`,
        ]
      : []),
    ...(crowded.length > 0
      ? [`${crowded.length === 1 ? 'a sentence' : `${crowded.length} sentences`} of more than ${maxNumbersInSentence} numbers not read`]
      : []),
    ...(inCapitals(prose) ? ['it is all in capitals: names are harder to tell, and some may be missed'] : []),
  ]
}

function inCapitals(blocks: readonly Block[]): boolean {
  const letters =
    blocks
      .map(({ text }) => text)
      .join('')
      .slice(0, 20_000)
      .match(/\p{L}/gu) ?? []
  return letters.length > 40 && letters.filter((letter) => letter === letter.toUpperCase()).length > 0.9 * letters.length
}
