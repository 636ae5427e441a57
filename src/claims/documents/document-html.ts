import type { Block } from './document.ts'
import { metadataFromBlocks } from './document-about.ts'
import type { DocumentParts } from './document-blocks.ts'
import { dateOfLine } from './document-dates.ts'
import { type PageTree, pageMetadata } from './document-html-about.ts'
import { type PageNode, pageBlocks } from './document-html-blocks.ts'
import { flattenedHtml, sanitisedHtml } from './document-html-sanitiser.ts'
import { documentLimits } from './document-limits.ts'

/**
 * Reads the article of a web page. No script runs and nothing is fetched. If no article is found, or it omits most of the page's text, the whole page is read.
 */
export async function readHtml(page: string, address: string): Promise<DocumentParts> {
  const { html, depth, described, read } = sanitisedHtml(page)
  const cut =
    read < 1 ? [`only the first ${Math.floor(read * 100)} % of the page is read: it holds more elements than are read of one`] : []
  if (depth > documentLimits.html.depth) {
    const { about, blocks } = metadataFromBlocks(pageBlocks(await treeOf(flattenedHtml(html))))
    return {
      ...about,
      blocks,
      notes: [...about.notes, ...cut, `its elements are nested ${depth} deep: read without telling the article from the rest`],
    }
  }
  const tree = await treeOf(html)
  const said = pageMetadata(tree, described)
  const whole = pageBlocks(tree)
  const article = await articleOf(tree)
  const kept = chosen(article?.blocks ?? [], whole)
  const { about, blocks } = metadataFromBlocks(kept.blocks)
  const byAddress = dateInAddress(address)
  const date = said.date ?? about.date ?? onlyDateOf(whole)
  return {
    title: said.title ?? article?.title ?? about.title,
    author: said.author ?? about.author,
    date: date ?? byAddress,
    blocks,
    notes: [...kept.notes, ...cut, ...(date === null ? (byAddress === null ? about.notes : ['the date is that of its address']) : [])],
  }
}

/** Returns all blocks of HTML that a converter generated from another format. */
export async function htmlBlocks(html: string): Promise<Block[]> {
  return pageBlocks(await treeOf(html))
}

async function treeOf(html: string): Promise<PageTree & PageNode> {
  const { DOMParser } = await import('linkedom')
  const whole = /<body[\s>]/i.test(html) ? html : `<html><head></head><body>${html}</body></html>`
  return new DOMParser().parseFromString(whole, 'text/html') as unknown as PageTree & PageNode
}

async function articleOf(tree: unknown): Promise<{ blocks: Block[]; title: string | null } | null> {
  const { Readability } = await import('@mozilla/readability')
  // the tree is discarded here, since the extraction modifies it
  const options = { serializer: (node: unknown) => node as PageNode, disableJSONLD: true }
  const Reader = Readability as unknown as new (
    page: unknown,
    how: typeof options,
  ) => { parse(): { content: PageNode; title: string } | null }
  const found = new Reader(tree, options).parse()
  return found === null ? null : { blocks: pageBlocks(found.content), title: found.title || null }
}

const proseIn = (blocks: readonly Block[]): number =>
  blocks
    .filter(({ kind, text }) => kind !== 'heading' && kind !== 'row' && text.length >= 80)
    .reduce((sum, { text }) => sum + text.length, 0)

function chosen(article: readonly Block[], whole: readonly Block[]): { blocks: readonly Block[]; notes: string[] } {
  const [found, all] = [proseIn(article), proseIn(whole)]
  if (found > 0 && found >= all * 0.3) return { blocks: article, notes: [] }
  return { blocks: whole, notes: all > 0 && article.length > 0 ? ['no article stands out: the whole page was read'] : [] }
}

/** Returns the only date above a page's text, outside the extracted article. Null if there are several: they belong to other articles. */
function onlyDateOf(whole: readonly Block[]): string | null {
  const text = whole.findIndex(({ kind, text: { length } }) => kind === 'paragraph' && length > 100)
  const days = new Set(whole.slice(0, Math.max(0, text)).flatMap((block) => dateOfLine(block.text) ?? []))
  return days.size === 1 ? ([...days][0] ?? null) : null
}

/** Returns the date in the address of a page, where many sites have it: `/2024/05/01/`. Null if there is none. */
function dateInAddress(address: string): string | null {
  const [, year, month, day] = /^https?:.*\/((?:19|20)\d\d)[/-]([01]\d)(?:[/-]([0-3]\d))?(?:\/|-|$)/.exec(address) ?? []
  if (year === undefined) return null
  return day === undefined ? `${year}-${month}` : `${year}-${month}-${day}`
}

/** Returns the encoding that a page declares in its first bytes; undefined if none is declared. */
export function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 2048)).toString('latin1')
  return (
    /<meta[^>]{0,300}?charset\s*=\s*["']?([\w-]{2,30})/i.exec(head)?.[1] ?? /^<\?xml[^>]{0,100}encoding=["']([\w-]{2,30})/i.exec(head)?.[1]
  )
}
