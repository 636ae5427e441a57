import { decodeXML } from 'entities/decode'
import type { Block } from './document.ts'
import { metadataFromBlocks } from './document-about.ts'
import { type DocumentParts, oneLine } from './document-blocks.ts'
import { dateIn } from './document-dates.ts'
import type { XmlPieces } from './document-docx-pieces.ts'
import { type DocxParts, damagedDocxError, docxMainPath, unpackDocx } from './document-docx-unpacking.ts'
import { htmlBlocks } from './document-html.ts'
import { documentLimits } from './document-limits.ts'

/** Reads a word-processor file: its text with headings, lists and tables. Pictures are left out, and links are not fetched. */
export async function readDocx(bytes: Uint8Array, name: string): Promise<DocumentParts> {
  const { parts, main } = unpackDocx(bytes, name)
  const { found, read } = await mainBlocks(parts, main, name)
  const { about, blocks } = metadataFromBlocks(found)
  const core = parts.get('docProps/core.xml')?.toString('utf8')
  const saved = property(core, 'dcterms:created')
  const created = saved === null ? null : dateIn(saved)
  return {
    title: property(core, 'dc:title') ?? about.title,
    author: about.author ?? property(core, 'dc:creator'),
    date: about.date ?? created,
    blocks: blocks.map((block) => ({ ...block, text: block.text.replace(/ ?↑$/, '') })),
    notes: [
      ...(about.date === null && created !== null ? ['the date is the day on which the file was made'] : about.notes),
      ...(read < 1 ? [`only the first ${Math.floor(read * 100)} % of it is read: it is longer than is read of one text`] : []),
    ],
  }
}

/** Reads the blocks of the main text, piece by piece up to the block limit, and computes the share of the text that was read. */
async function mainBlocks(
  parts: DocxParts['parts'],
  { head, cuts, tail, read }: XmlPieces,
  name: string,
): Promise<{ found: Block[]; read: number }> {
  const main = parts.get(docxMainPath)!
  if (cuts.length < 3 && read === 1) return { found: await htmlBlocks(await htmlOf(parts, name)), read }
  const found: Block[] = []
  let characters = 0
  for (const [i, from] of cuts.slice(0, -1).entries()) {
    const to = cuts[i + 1]!
    const piece = Buffer.concat([head, main.subarray(from, to), tail])
    for (const block of await htmlBlocks(await htmlOf(new Map([...parts, [docxMainPath, piece]]), name))) {
      found.push(block)
      characters += block.text.length
    }
    if (found.length > documentLimits.blocks || characters > documentLimits.characters) return { found, read: to / main.length }
  }
  return { found, read }
}

async function htmlOf(parts: DocxParts['parts'], name: string): Promise<string> {
  const { default: mammoth } = await import('mammoth')
  try {
    const { value } = await mammoth.convertToHtml(archiveOf(parts) as unknown as { buffer: Buffer }, {
      externalFileAccess: false,
      includeEmbeddedStyleMap: false,
      convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
      styleMap: [
        "p[style-name='Title'] => h1:fresh",
        "p[style-name='Quote'] => blockquote:fresh",
        "p[style-name='Intense Quote'] => blockquote:fresh",
      ],
    })
    return value
  } catch (cause) {
    throw damagedDocxError(name, cause)
  }
}

/** Wraps the parts unpacked and checked here as an archive that the library accepts as already opened. */
function archiveOf(parts: DocxParts['parts']): object {
  const read = async (part: string, encoding?: string): Promise<Uint8Array | string> => {
    const content = parts.get(part) ?? Buffer.alloc(0)
    return encoding === undefined ? content : content.toString(encoding === 'base64' ? 'base64' : 'utf8')
  }
  return { file: { exists: (part: string) => parts.has(part), read } }
}

function property(core: string | undefined, tag: string): string | null {
  const text = new RegExp(`<${tag}\\b[^>]{0,200}>([^<]{1,500})</${tag}>`).exec(core ?? '')?.[1] ?? ''
  return oneLine(decodeXML(text)) || null
}
