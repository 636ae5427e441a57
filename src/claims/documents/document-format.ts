import { extname } from 'node:path'
import { VisavisError } from '../../errors.ts'
import type { SourceDocument } from './document.ts'

const extensions: Readonly<Record<string, SourceDocument['form']>> = {
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.mdown': 'markdown',
  '.htm': 'html',
  '.html': 'html',
  '.xhtml': 'html',
  '.pdf': 'pdf',
  '.docx': 'docx',
}

/** Maximum bytes per format; ten megabytes of text are about thirty books. */
const limits = { text: 10e6, markdown: 10e6, html: 10e6, pdf: 100e6, docx: 100e6 } as const

const hint = 'give a text, Markdown, HTML, PDF or DOCX file'

/**
 * Returns the format of a document, by its first bytes or, for text, by its name. Content takes precedence over the name. If the name ends in .pdf or .docx but
 * the content is something else, the file is refused, since it is usually a site's error page.
 *
 * @throws BadInput for an empty file or an unsupported format, TooLarge
 */
export function documentFormatOf(bytes: Uint8Array, name: string): SourceDocument['form'] {
  if (bytes.length === 0) throw new VisavisError('BadInput', `${name} is empty`, { hint })
  const data = /\.(json|csv|tsv|xml|ya?ml|geojson|parquet)$/i.exec(name)?.[1]
  if (data !== undefined) throw new VisavisError('BadInput', `${name} is data (${data.toUpperCase()}), not a text`, { hint })
  const promised = extensions[extname(name.replace(/[?#].*$/, '')).toLowerCase()]
  const form = binaryForm(bytes, name) ?? textForm(bytes, promised)
  if ((promised === 'pdf' || promised === 'docx') && form !== promised) {
    const found = form === 'text' || form === 'markdown' ? 'a text' : form === 'html' ? 'an HTML page' : `a ${form.toUpperCase()}`
    throw new VisavisError('BadInput', `${name} is ${found}, not a ${promised.toUpperCase()}`, {
      hint: 'open it: a site may have sent a page that asks for something; if it is the text itself, rename it',
    })
  }
  if (bytes.length > limits[form]) {
    const size = `${(bytes.length / 1e6).toFixed(0)} MB`
    throw new VisavisError('TooLarge', `${name} has ${size}; a document of this form is read up to ${limits[form] / 1e6} MB`, {
      hint: 'give the part that you want read',
    })
  }
  return form
}

/** First bytes of formats that are not read, with their names. */
const marks: readonly (readonly [mark: string, what: string])[] = [
  ['\x89PNG', 'an image (PNG)'],
  ['\xff\xd8\xff', 'an image (JPEG)'],
  ['GIF8', 'an image (GIF)'],
  ['{\\rtf', 'a Rich Text file'],
  ['\xd0\xcf\x11\xe0', 'an old Word or Excel file'],
  ['\x1f\x8b', 'a gzip file'],
  ['7z\xbc\xaf', 'a 7z archive'],
  ['Rar!', 'a RAR archive'],
  ['PAR1', 'a Parquet file'],
  ['\x7fELF', 'a program'],
  ['MZ\x90', 'a program'],
  ['%!PS', 'a PostScript file'],
  ['SQLite format 3', 'a database'],
]

function binaryForm(bytes: Uint8Array, name: string): 'pdf' | 'docx' | null {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  if (/^\s*%PDF-/.test(head.replace(/^\xef\xbb\xbf/, ''))) return 'pdf'
  if (head.startsWith('PK')) return 'docx'
  const what = marks.find(([mark]) => head.startsWith(mark))?.[1]
  if (what !== undefined) throw new VisavisError('BadInput', `${name} is ${what}, which is not read here`, { hint })
  return null
}

function textForm(bytes: Uint8Array, promised: SourceDocument['form'] | undefined): 'text' | 'markdown' | 'html' {
  const head = Buffer.from(bytes.subarray(0, 16_384)).toString('latin1').replaceAll('\0', '')
  if (/^<(?:!doctype\s+html|html|head|body|article|main|div|p|meta|title|h1|section)\b/i.test(behindComments(head))) return 'html'
  if (promised === 'html' || promised === 'markdown') return promised
  return promised === undefined && readsAsMarkdown(head) ? 'markdown' : 'text'
}

/** Returns the text after a byte order mark, an XML declaration and comments. */
function behindComments(head: string): string {
  let rest = head
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .trimStart()
    .replace(/^<\?xml[^>]*>/i, '')
    .trimStart()
  while (rest.startsWith('<!--') && rest.includes('-->')) rest = rest.slice(rest.indexOf('-->') + 3).trimStart()
  return rest
}

/** Whether a text without a known extension is Markdown: it has front matter, two `#` headings or two links. */
function readsAsMarkdown(head: string): boolean {
  const count = (mark: RegExp): number => (head.match(mark) ?? []).length
  return /^---\n[\s\S]{1,2000}?\n---\n/.test(head.replaceAll('\r', '')) || count(/^#{1,6} \S/gm) >= 2 || count(/\]\(https?:/g) >= 2
}
