import { aboutBlocks } from './document-about.ts'
import { damaged, textParts } from './document-archive.ts'
import { dateIn } from './document-dates.ts'
import { htmlBlocks } from './document-html.ts'
import { type DocumentParts, oneLine } from './document-parts.ts'

/** A word-processor file: its text with headings, lists and tables; pictures are left out, and what it links to is not fetched. */
export async function readDocx(bytes: Uint8Array, name: string): Promise<DocumentParts> {
  const parts = textParts(bytes, name)
  const { about, blocks } = aboutBlocks(await htmlBlocks(await htmlOf(bytes, name)))
  const saved = property(parts.get('docProps/core.xml'), 'dcterms:created')
  const created = saved === null ? null : dateIn(saved)
  return {
    title: property(parts.get('docProps/core.xml'), 'dc:title') ?? about.title,
    author: about.author ?? property(parts.get('docProps/core.xml'), 'dc:creator'),
    date: about.date ?? created,
    blocks: blocks.map((block) => ({ ...block, text: block.text.replace(/ ?↑$/, '') })),
    notes: about.date === null && created !== null ? ['the date is the day on which the file was made'] : about.notes,
  }
}

async function htmlOf(bytes: Uint8Array, name: string): Promise<string> {
  const { default: mammoth } = await import('mammoth')
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      {
        externalFileAccess: false,
        includeEmbeddedStyleMap: false,
        convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
        styleMap: [
          "p[style-name='Title'] => h1:fresh",
          "p[style-name='Quote'] => blockquote:fresh",
          "p[style-name='Intense Quote'] => blockquote:fresh",
        ],
      },
    )
    return value
  } catch (cause) {
    throw damaged(name, cause)
  }
}

function property(core: string | undefined, tag: string): string | null {
  const text = new RegExp(`<${tag}\\b[^>]{0,200}>([^<]{1,500})</${tag}>`).exec(core ?? '')?.[1] ?? ''
  const plain = text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
  return oneLine(plain) || null
}
