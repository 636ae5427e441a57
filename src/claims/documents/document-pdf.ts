import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { VisavisError } from '../../errors.ts'
import { loaderFlags, moduleBeside } from '../../numeric/threads.ts'
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

/** Messages from the process of the thread: what the thread says, and how reading ended; `fault`: an error of ours. */
export type PdfMessage = PdfThreadMessage | { readonly ended: 'memory' | 'time' | null } | { readonly fault: string }

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
 * Reads the text of a PDF, page by page. Scanned images are not read. Reading runs in a separate process with memory and time limits. If a limit is reached, the
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
  const why = ended === 'time' ? 'takes too long' : 'unpacks to more than any text does'
  return new VisavisError('TooLarge', `${name} is too large to read: it ${why}`, { hint })
}

function refusal({ failed, message }: Failed, name: string): VisavisError {
  if (failed === 'large') return beyond(name, 'memory')
  return failed === 'locked'
    ? new VisavisError('BadInput', `${name} is under a password`, { hint: 'open it, and print it to a PDF without one' })
    : new VisavisError('BadInput', `${name} is a damaged PDF: ${message}`, { hint: 'fetch the file again' })
}

/**
 * Milliseconds after which a reading process is taken for dead; it ends by itself before that.
 */
const patience = documentLimits.pdf.time + 10_000

/** Reads the pages in a process of their own, whose end harms nothing else. */
async function pagesOf(bytes: Uint8Array, onProgress?: ReadingProgress): Promise<Pages> {
  const found: Pages = { of: 0, pages: [], cut: [], particulars: { title: null, author: null, made: null }, failed: null, ended: null }
  const child = readingProcess()
  const timer = setTimeout(() => child.kill('SIGKILL'), patience)
  try {
    await new Promise<void>((resolve, reject) => {
      child.on('message', (told: PdfMessage) => {
        if ('fault' in told) reject(new Error(told.fault))
        else if ('ended' in told) {
          found.ended = told.ended
          resolve()
        } else take(found, told)
        if ('page' in told) onProgress?.(told.page, found.of)
      })
      child.once('error', reject)
      // the engine ends a process that wants more memory than it may have
      child.once('exit', () => {
        found.ended = 'memory'
        resolve()
      })
      child.send(bytes, (cause) => cause !== null && child.kill('SIGKILL'))
    })
    return found
  } finally {
    clearTimeout(timer)
    child.removeAllListeners('exit')
    child.kill('SIGKILL')
  }
}

function readingProcess(): ChildProcess {
  const module = moduleBeside(import.meta.url, './document-pdf-process-worker')
  return fork(fileURLToPath(module.url), [], {
    execArgv: loaderFlags(module),
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
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
