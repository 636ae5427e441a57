import type { ReadableWritablePair } from 'node:stream/web'
import { parentPort, workerData } from 'node:worker_threads'
import { oneLine } from './document-blocks.ts'
import { documentLimits } from './document-limits.ts'
import type { PdfThreadMessage } from './document-pdf.ts'
import { type PdfItem, type PdfLine, pdfLinesOf } from './document-pdf-lines.ts'

// Thread of document-pdf-process-worker.ts: reads the pages of one PDF and posts them one by one. The library unpacks whatever a file requests, so three kilobytes can
// fill three gigabytes. This thread therefore refuses arrays above the limit: then only one page, or this file, fails.

const limits = documentLimits.pdf
const bytes = workerData as Uint8Array
/** Whether an allocation was refused for its size. */
let refused = false
/** Bytes of large arrays allocated since the page began. */
let made = 0

function boundArrays(): void {
  const most = Math.max(limits.stream, bytes.length)
  const types = ['Int8Array', 'Uint8Array', 'Uint8ClampedArray', 'Int16Array', 'Uint16Array', 'Int32Array', 'Uint32Array', 'Float32Array']
  for (const name of types) {
    const plain = Reflect.get(globalThis, name) as Uint8ArrayConstructor
    const bounded: Uint8ArrayConstructor = new Proxy(plain, {
      construct: (target, given: unknown[], asked) => {
        if (typeof given[0] === 'number') count(given[0] * plain.BYTES_PER_ELEMENT, most)
        return Reflect.construct(target, given, asked === bounded ? target : asked) as object
      },
    })
    Reflect.set(globalThis, name, bounded)
  }
  Reflect.set(globalThis, 'DecompressionStream', BoundedUnpacking)
}

function count(size: number, most: number): void {
  if (size < 65_536) return
  made += size
  if (size <= most && made <= Math.max(limits.page, 4 * bytes.length)) return
  refused = true
  throw new RangeError('more than is unpacked of one page')
}

interface Page {
  streamTextContent(): ReadableStream<{ items: readonly unknown[] }>
  cleanup(): unknown
}

interface Pdf {
  readonly numPages: number
  getPage(number: number): Promise<Page>
  getMetadata(): Promise<{ info: unknown }>
}

const tell = (told: PdfThreadMessage): void => parentPort!.postMessage(told)

const Unpacking = DecompressionStream

/** Replaces the platform's decompression in the library: it unpacks at most as much as the limit for arrays. */
class BoundedUnpacking {
  readonly readable: ReadableStream<Uint8Array>
  readonly writable: WritableStream<Uint8Array>

  constructor(format: 'deflate') {
    const { readable, writable } = new Unpacking(format) as ReadableWritablePair<Uint8Array, Uint8Array>
    const counted = new TransformStream<Uint8Array, Uint8Array>({ transform: (piece, out) => this.#pass(piece, out) })
    this.readable = readable.pipeThrough(counted)
    this.writable = writable
  }

  #unpacked = 0

  #pass(piece: Uint8Array, out: TransformStreamDefaultController<Uint8Array>): void {
    this.#unpacked += piece.length
    if (this.#unpacked <= limits.stream) out.enqueue(piece)
    else {
      refused = true
      out.error(new RangeError('more than is unpacked of one stream'))
    }
  }
}

boundArrays()
const { getDocumentProxy } = await import('unpdf')
try {
  const pdf = (await getDocumentProxy(bytes, { verbosity: 0, isEvalSupported: false, useSystemFonts: false })) as unknown as Pdf
  tell({ opened: pdf.numPages })
  if (pdf.numPages <= limits.pages) await allPages(pdf)
  tell({ particulars: await particulars(pdf) })
} catch (cause) {
  const { name, message } = cause as Error
  tell({ failed: name === 'PasswordException' ? 'locked' : refused ? 'large' : 'damaged', message: oneLine(message) })
}
process.exit(0)

async function allPages(pdf: Pdf): Promise<void> {
  let characters = 0
  for (let number = 1; number <= pdf.numPages; number++) {
    made = 0
    refused = false
    const read = await pageOf(pdf, number).catch(() => null)
    tell({ page: number, lines: read?.lines ?? null, cut: refused || read?.cut === true })
    characters += (read?.lines ?? []).reduce((sum, { text }) => sum + text.length, 0)
    // without this, the rest of a truncated page would still be processed item by item
    if (read?.cut === true || characters > documentLimits.characters) return
  }
}

async function pageOf(pdf: Pdf, number: number): Promise<{ lines: PdfLine[]; cut: boolean }> {
  const page = await pdf.getPage(number)
  const pieces: PdfItem[] = []
  let characters = 0
  const reader = page.streamTextContent().getReader()
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    for (const item of next.value.items) {
      if (typeof (item as PdfItem).str !== 'string') continue
      pieces.push(item as PdfItem)
      characters += (item as PdfItem).str.length
    }
    if (pieces.length > limits.pieces || characters > limits.characters)
      return { lines: pdfLinesOf(pieces.slice(0, limits.pieces)), cut: true }
  }
  page.cleanup()
  return { lines: pdfLinesOf(pieces), cut: false }
}

async function particulars(pdf: Pdf): Promise<{ title: string | null; author: string | null; made: string | null }> {
  const { info } = (await pdf.getMetadata().catch(() => ({ info: {} }))) as { info: Record<string, unknown> }
  const text = (key: string): string | null => (typeof info[key] === 'string' ? oneLine(info[key].slice(0, 1000)) || null : null)
  const [, year, month, day] = /^D:(\d{4})(\d\d)(\d\d)/.exec(text('CreationDate') ?? '') ?? []
  const title = text('Title')
  const fileName = title !== null && (/^(?:Microsoft (?:Word|PowerPoint) - |untitled)/i.test(title) || /\.\w{2,5}$/.test(title))
  return { title: fileName ? null : title, author: text('Author'), made: year === undefined ? null : `${year}-${month}-${day}` }
}
