import { VisavisError } from '../errors.ts'
import { aboutBlocks } from './document-about.ts'
import { type DocumentParts, oneLine, type ReadingProgress } from './document-parts.ts'
import { pdfBlocks } from './document-pdf-blocks.ts'
import { linesOf, type PdfItem, type PdfLine, withoutRunningHeads } from './document-pdf-lines.ts'

/** The thickest reports have a thousand pages. */
const pagesAtMost = 3000

interface Pdf {
  readonly numPages: number
  getPage(number: number): Promise<{ getTextContent(): Promise<{ items: readonly unknown[] }>; cleanup(): unknown }>
  getMetadata(): Promise<{ info: unknown }>
  readonly loadingTask: { destroy(): Promise<void> }
}

/**
 * The text of a PDF, page by page. Pictures of text are not read.
 *
 * @throws BadInput for one under a password, a damaged one, and one that holds nothing but pictures; TooLarge
 */
export async function readPdf(bytes: Uint8Array, name: string, onProgress?: ReadingProgress): Promise<DocumentParts> {
  const pdf = await opened(bytes, name)
  try {
    if (pdf.numPages > pagesAtMost) throw new VisavisError('TooLarge', `${name} has ${pdf.numPages} pages; up to ${pagesAtMost} are read`)
    const pages: PdfLine[][] = []
    const unread: number[] = []
    for (let number = 1; number <= pdf.numPages; number++) {
      const lines = await pageLines(pdf, number).catch(() => null)
      if (lines === null) unread.push(number)
      pages.push(lines ?? [])
      onProgress?.(number, pdf.numPages)
    }
    return assembled(pages, unread, await particulars(pdf), name)
  } finally {
    await pdf.loadingTask.destroy().catch(() => undefined)
  }
}

async function opened(bytes: Uint8Array, name: string): Promise<Pdf> {
  const { getDocumentProxy } = await import('unpdf')
  try {
    // the library takes the bytes for its own
    return (await getDocumentProxy(new Uint8Array(bytes), {
      verbosity: 0,
      isEvalSupported: false,
      useSystemFonts: false,
    })) as unknown as Pdf
  } catch (cause) {
    const locked = (cause as Error).name === 'PasswordException'
    throw locked
      ? new VisavisError('BadInput', `${name} is under a password`, { cause, hint: 'open it, and print it to a PDF without one' })
      : new VisavisError('BadInput', `${name} is a damaged PDF: ${oneLine((cause as Error).message)}`, {
          cause,
          hint: 'fetch the file again',
        })
  }
}

async function pageLines(pdf: Pdf, number: number): Promise<PdfLine[]> {
  const page = await pdf.getPage(number)
  const { items } = await page.getTextContent()
  page.cleanup()
  return linesOf(items.filter((item): item is PdfItem => typeof (item as PdfItem).str === 'string'))
}

async function particulars(pdf: Pdf): Promise<{ title: string | null; author: string | null; made: string | null }> {
  const { info } = (await pdf.getMetadata().catch(() => ({ info: {} }))) as { info: Record<string, unknown> }
  const text = (key: string): string | null => (typeof info[key] === 'string' ? oneLine(info[key]) || null : null)
  const [, year, month, day] = /^D:(\d{4})(\d\d)(\d\d)/.exec(text('CreationDate') ?? '') ?? []
  const title = text('Title')
  const fileName = title !== null && (/^(?:Microsoft (?:Word|PowerPoint) - |untitled)/i.test(title) || /\.\w{2,5}$/.test(title))
  return { title: fileName ? null : title, author: text('Author'), made: year === undefined ? null : `${year}-${month}-${day}` }
}

function assembled(
  pages: readonly PdfLine[][],
  unread: readonly number[],
  { title, author, made }: { title: string | null; author: string | null; made: string | null },
  name: string,
): DocumentParts {
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
  const { about, blocks } = aboutBlocks(pdfBlocks(withoutRunningHeads(pages)))
  return {
    title: title ?? about.title,
    author: about.author ?? author,
    date: about.date ?? made,
    blocks,
    notes: [
      ...(about.date === null && made !== null ? ['the date is the day on which the file was made'] : about.notes),
      ...(silent.length > 0
        ? [
            `no text on ${silent.length} of ${pages.length} pages (${listed(silent)})${unread.length > 0 ? ', some of them damaged' : ': pictures are not read'}`,
          ]
        : []),
    ],
  }
}

const listed = (pages: readonly number[]): string => `${pages.slice(0, 8).join(', ')}${pages.length > 8 ? ' …' : ''}`
