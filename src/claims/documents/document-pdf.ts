import type { Worker } from 'node:worker_threads'
import { VisavisError } from '../../errors.ts'
import { startThread } from '../../numeric/threads.ts'
import { metadataFromBlocks } from './document-about.ts'
import type { DocumentParts, ReadingProgress } from './document-blocks.ts'
import { documentLimits } from './document-limits.ts'
import { pdfBlocks } from './document-pdf-blocks.ts'
import { type PdfLine, withoutRunningHeads } from './document-pdf-lines.ts'

interface Particulars {
  readonly title: string | null
  readonly author: string | null
  readonly made: string | null
}

/**
 * Messages from the thread: the number of pages, each page (`null` where it is damaged), the file's metadata, or why it
 * cannot be read.
 */
export type PdfThreadMessage =
  | { readonly opened: number }
  | { readonly page: number; readonly lines: PdfLine[] | null; readonly cut: boolean }
  | { readonly particulars: Particulars }
  | { readonly failed: 'locked' | 'large' | 'damaged'; readonly message: string }

type Failed = Extract<PdfThreadMessage, { failed: string }>

/** What was received before the thread ended or was stopped. */
interface Pages {
  of: number
  readonly pages: (PdfLine[] | null)[]
  readonly cut: number[]
  particulars: Particulars
  failed: Failed | null
  ended: 'memory' | 'time' | null
}

/**
 * Reads the text of a PDF, page by page. Scanned images are not read. Reading runs in a separate thread with memory and time limits. If a limit is reached, the
 * pages read so far are kept, and a note says what is missing.
 *
 * @throws BadInput for a password-protected, damaged or image-only file; TooLarge
 */
export async function readPdf(bytes: Uint8Array, name: string, onProgress?: ReadingProgress): Promise<DocumentParts> {
  const told = await pagesOf(bytes, onProgress)
  const { of, pages, failed, ended, cut } = told
  if (failed !== null) throw refusal(failed, name)
  if (of > documentLimits.pdf.pages)
    throw new VisavisError('TooLarge', `${name} has ${of} pages; up to ${documentLimits.pdf.pages} are read`)
  if ((ended !== null || cut.length > 0) && pages.every((lines) => lines === null || lines.length === 0)) throw beyond(name, ended)
  return assembled(told, name)
}

const hint = 'print the pages that you want read to a PDF of their own'

function beyond(name: string, ended: Pages['ended']): VisavisError {
  const why = ended === 'time' ? 'takes too long to read' : 'unpacks to more than any text does'
  return new VisavisError('TooLarge', `${name} ${why}`, { hint })
}

function refusal({ failed, message }: Failed, name: string): VisavisError {
  if (failed === 'large') return beyond(name, 'memory')
  return failed === 'locked'
    ? new VisavisError('BadInput', `${name} is under a password`, { hint: 'open it, and print it to a PDF without one' })
    : new VisavisError('BadInput', `${name} is a damaged PDF: ${message}`, { hint: 'fetch the file again' })
}

async function pagesOf(bytes: Uint8Array, onProgress?: ReadingProgress): Promise<Pages> {
  const { heap, silence, time } = documentLimits.pdf
  const found: Pages = { of: 0, pages: [], cut: [], particulars: { title: null, author: null, made: null }, failed: null, ended: null }
  // the library takes ownership of the bytes, so the thread gets a copy
  const thread = startThread(import.meta.url, './document-pdf-worker', {
    workerData: new Uint8Array(bytes),
    resourceLimits: { maxOldGenerationSizeMb: heap, maxYoungGenerationSizeMb: 32 },
  })
  const late = (): void => {
    found.ended = 'time'
    void thread.terminate()
  }
  const [all, next] = [setTimeout(late, time), setTimeout(late, silence)]
  thread.on('message', (told: PdfThreadMessage) => {
    next.refresh()
    take(found, told)
    if ('page' in told) onProgress?.(told.page, found.of)
  })
  try {
    await endOf(thread, found)
    return found
  } finally {
    clearTimeout(all)
    clearTimeout(next)
  }
}

function take(found: Pages, told: PdfThreadMessage): void {
  if ('opened' in told) found.of = told.opened
  else if ('particulars' in told) found.particulars = told.particulars
  else if ('failed' in told) found.failed = told
  else {
    found.pages.push(told.lines)
    if (told.cut) found.cut.push(told.page)
  }
}

/** Waits for the thread to end. Running out of memory also counts as an end; any other error is a bug in this program. */
function endOf(thread: Worker, found: Pages): Promise<void> {
  return new Promise((resolve, reject) => {
    thread.once('exit', () => resolve())
    thread.once('error', (cause: NodeJS.ErrnoException) => {
      if (cause.code !== 'ERR_WORKER_OUT_OF_MEMORY') return reject(cause)
      found.ended = 'memory'
    })
  })
}

function assembled({ of, pages: told, cut, particulars: { title, author, made }, ended }: Pages, name: string): DocumentParts {
  const pages = told.map((lines) => lines ?? [])
  const damagedSome = told.some((lines, i) => lines === null && !cut.includes(i + 1))
  const silent = pages.flatMap((lines, i) => (lines.length === 0 ? [i + 1] : []))
  if (silent.length === pages.length) {
    throw new VisavisError(
      'BadInput',
      `${name} holds no text on ${pages.length === 1 ? 'its page' : `any of its ${pages.length} pages`}: a scan is a picture`,
      {
        hint: 'run it through text recognition (OCR) first',
      },
    )
  }
  const all = pages.flat().reduce((sum, { text }) => sum + text.length, 0)
  const unknown = pages.flat().reduce((sum, { text }) => sum + (text.match(/[\uE000-\uF8FF\uFFFD]/g) ?? []).length, 0)
  if (unknown > all / 4)
    throw new VisavisError('BadInput', `${name} does not tell which letters its signs stand for`, {
      hint: 'run it through text recognition (OCR) first',
    })
  const { about, blocks } = metadataFromBlocks(pdfBlocks(withoutRunningHeads(pages)))
  return {
    title: title ?? about.title,
    author: about.author ?? author,
    date: about.date ?? made,
    blocks,
    notes: [
      ...(about.date === null && made !== null ? ['the date is the day on which the file was made'] : about.notes),
      ...(silent.length > 0
        ? [
            `no text on ${silent.length} of ${pages.length} pages (${listed(silent)})${damagedSome ? ', some of them damaged' : ': pictures are not read'}`,
          ]
        : []),
      ...(cut.length > 0 ? [`${counted(cut, pages.length)} more than is read of a page; the rest of it is left out`] : []),
      ...(pages.length < of ? [`only its first ${pages.length} of ${of} pages are read: ${shortOf(ended)}`] : []),
    ],
  }
}

const listed = (pages: readonly number[]): string => `${pages.slice(0, 8).join(', ')}${pages.length > 8 ? ' …' : ''}`

const counted = (cut: readonly number[], of: number): string =>
  cut.length === 1 ? `page ${cut[0]} holds` : `${cut.length} of ${of} pages (${listed(cut)}) hold`

const shortOf = (ended: Pages['ended']): string =>
  ended === 'time'
    ? 'the next takes too long'
    : ended === 'memory'
      ? 'the next takes too much memory'
      : 'there is more than is read of one text'
