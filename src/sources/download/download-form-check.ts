import { open } from 'node:fs/promises'
import { VisavisError } from '../../errors.ts'

/**
 * The form that a downloaded file should have. `lines`: JSON with one object per line. `document`: any text, page or PDF for people, which is not checked here
 * but by the code that reads it.
 */
export type FileForm = 'document' | 'csv' | 'json' | 'lines' | 'xml' | 'zip' | 'xlsx' | 'xls' | 'gzip' | 'parquet'

const words: Readonly<Record<FileForm, string>> = {
  document: 'a document',
  csv: 'CSV',
  json: 'JSON',
  lines: 'JSON lines',
  xml: 'XML',
  zip: 'a ZIP archive',
  xlsx: 'an XLSX workbook',
  xls: 'an XLS workbook',
  gzip: 'a gzip file',
  parquet: 'a Parquet file',
}

const byHand = 'open the address in a browser, save the file, and bring it with visavis add'

/**
 * Refuses an answer with the `Content-Type` of an HTML page, unless `form` is `document`.
 *
 * @throws BadAnswer for such an answer
 */
export function checkContentType(contentType: string | undefined, form: FileForm, address: string): void {
  if (form === 'document' || contentType === undefined || !/^\s*(text\/html|application\/xhtml)/i.test(contentType)) return
  throw new VisavisError('BadAnswer', `${address} answers with an HTML page where ${words[form]} was due`, { hint: byHand })
}

/**
 * Refuses a file that is empty or, by its first and last bytes, has another form than expected or is cut off. Only JSON, XML, ZIP and Parquet show by their last bytes
 * whether they are complete.
 *
 * @throws VisavisError BadAnswer for such a file
 */
export async function checkForm(path: string, form: FileForm, address: string): Promise<void> {
  const { head, tail } = await endsOf(path)
  const bad = (what: string): VisavisError => new VisavisError('BadAnswer', `${address} ${what}`, { hint: byHand })
  if (head.length === 0) throw bad(`answers with nothing where ${words[form]} was due`)
  const found = formOf(head)
  if (!fits(found, form)) throw bad(`answers with ${found} where ${words[form]} was due`)
  if (!whole(tail, form)) throw bad(`answers with ${words[form]} that breaks off before its end`)
}

async function endsOf(path: string): Promise<{ head: Buffer; tail: Buffer }> {
  const handle = await open(path, 'r')
  try {
    const { size } = await handle.stat()
    const read = async (length: number, at: number): Promise<Buffer> =>
      (await handle.read(Buffer.alloc(Math.max(1, length)), 0, length, at)).buffer.subarray(0, length)
    // A ZIP ends with a record that may carry a remark of up to 65,535 bytes.
    const tailLength = Math.min(size, 65_557)
    return { head: await read(Math.min(size, 4096), 0), tail: await read(tailLength, size - tailLength) }
  } finally {
    await handle.close()
  }
}

/** Returns the form of a file in words, by its first bytes. */
function formOf(head: Buffer): string {
  if (head[0] === 0x50 && head[1] === 0x4b) return 'a ZIP archive'
  if (head[0] === 0x1f && head[1] === 0x8b) return 'a gzip file'
  if (head.subarray(0, 4).toString('hex') === 'd0cf11e0') return 'an XLS workbook'
  if (head.subarray(0, 4).toString('latin1') === '%PDF') return 'a PDF'
  if (head.subarray(0, 4).toString('latin1') === 'PAR1') return words.parquet
  const text = head.toString('utf8').replace(/^\uFEFF?\s*/, '')
  if (/^<(!doctype\s+html|html|head|body)/i.test(text)) return 'an HTML page'
  if (text.startsWith('<')) return 'XML'
  if (/^[{[]/.test(text)) return 'JSON'
  return head.includes(0) && !/^(\xff\xfe|\xfe\xff)/.test(head.toString('latin1')) ? 'bytes that are no text' : 'text'
}

function fits(found: string, form: FileForm): boolean {
  if (form === 'document') return true
  if (form === 'csv') return found === 'text'
  if (form === 'json' || form === 'lines') return found === 'JSON'
  if (form === 'xlsx') return found === words.zip
  return found === words[form]
}

function whole(tail: Buffer, form: FileForm): boolean {
  const last = tail.toString('latin1').trimEnd().at(-1) ?? ''
  if (form === 'json') return last === '}' || last === ']'
  if (form === 'lines') return last === '}'
  if (form === 'xml') return last === '>'
  if (form === 'parquet') return tail.subarray(-4).toString('latin1') === 'PAR1'
  return (form !== 'zip' && form !== 'xlsx') || tail.includes('PK\x05\x06', 0, 'latin1')
}
