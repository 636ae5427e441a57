import { decodeHTML } from 'entities/decode'
import { documentLimits } from './document-limits.ts'

/**
 * Page source that is safe to parse into a tree: non-text elements are removed, and the attributes of each tag are
 * limited.
 */
export interface SanitisedHtml {
  readonly html: string
  /** Maximum nesting depth, counting only tags that must be closed. */
  readonly depth: number
  /** Share of the page that was read; 1 for all. */
  readonly read: number
  /** Machine-readable metadata of the page (JSON-LD), as text. */
  readonly described: readonly string[]
}

/** Elements with content that is not page text. */
const dropped = new Set('script style noscript template svg math iframe object embed canvas audio video select textarea'.split(' '))
/** Elements with no end tag or an optional one; they do not nest. */
const flat = new Set(
  'area base br col hr img input link meta source track wbr p li dt dd tr td th option thead tbody tfoot colgroup html head body'.split(
    ' ',
  ),
)
/** In characters. A longer tag is kept without its attributes; none that is needed is so long. */
const longest = 3000

/**
 * Scans a page once, in time proportional to its length for any content. Tree builders take minutes for some maliciously crafted pages.
 *
 * @example sanitisedHtml('<p onclick="x">a<script>b</script></p>').html   // '<p onclick="x">a</p>'
 */
export function sanitisedHtml(page: string): SanitisedHtml {
  const out: string[] = []
  const described: string[] = []
  const reader = new TagReader(page)
  let depth = 0
  let deepest = 0
  let nodes = 0
  for (let tag = reader.next(out); tag !== null; tag = reader.next(out)) {
    if (dropped.has(tag.name)) {
      const content = tag.closing || tag.source.endsWith('/>') ? '' : reader.skipTo(tag.name)
      if (tag.name === 'script' && /ld\+json/i.test(tag.source) && content.length < 200_000) described.push(content)
      continue
    }
    if (!flat.has(tag.name) && !tag.source.endsWith('/>')) depth = Math.max(0, depth + (tag.closing ? -1 : 1))
    deepest = Math.max(deepest, depth)
    const source = tag.source.length > longest ? `<${tag.closing ? '/' : ''}${tag.name}>` : tag.source
    // counts the element, the adjacent texts and its attributes
    nodes += 2 + source.split('=').length - 1
    if (nodes + reader.marks > documentLimits.html.nodes)
      return { html: out.join(''), depth: deepest, described, read: (reader.cutAt ?? reader.at) / page.length }
    out.push(source)
  }
  const read = reader.cutAt === null ? 1 : reader.cutAt / page.length
  return { html: out.join(''), depth: deepest, described, read }
}

const references: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

interface Tag {
  readonly name: string
  readonly closing: boolean
  readonly source: string
}

class TagReader {
  readonly #page: string
  #at = 0
  /** Whether quotes have paired so far. If they do not, tags end at the first `>` from then on. */
  #quotesPair = true
  readonly #neverClosed = new Set<string>()
  /** Number of references in the texts so far. */
  marks = 0
  /** Where the page was cut, as there were too many of them; null where it was not. */
  cutAt: number | null = null

  constructor(page: string) {
    this.#page = page
  }

  /** Number of characters read so far. */
  get at(): number {
    return this.#at
  }

  /** Appends the text up to the next tag to `out` and returns the tag; null at the end of the page. */
  next(out: string[]): Tag | null {
    const page = this.#page
    while (this.#at < page.length && this.cutAt === null) {
      const open = page.indexOf('<', this.#at)
      out.push(this.#textOf(page.slice(this.#at, open < 0 ? page.length : open)))
      if (open < 0) break
      const tag = this.#tagAt(open)
      if (tag !== null) return tag
      if (this.#at === open) {
        out.push(this.#textOf('<'))
        this.#at++
      }
    }
    this.#at = page.length
    return null
  }

  /**
   * Returns a text with its character references resolved, but for those of `&`, `<` and `>`. The tree builder makes a node of each reference, so those that are
   * left count as nodes, and the text ends where there are too many.
   */
  #textOf(text: string): string {
    const plain = text.includes('&') ? decodeHTML(text) : text
    let end = plain.length
    for (const { index } of plain.matchAll(/[&<>]/g)) {
      if (++this.marks <= documentLimits.html.nodes) continue
      end = index
      this.cutAt = this.#at + Math.floor((index / plain.length) * text.length)
      break
    }
    return plain.slice(0, end).replace(/[&<>]/g, (sign) => references[sign]!)
  }

  /**
   * Reads the tag at this position and moves behind it. For a comment or declaration: moves behind it and returns null. For a bare `<`: stays there and returns
   * null.
   */
  #tagAt(open: number): Tag | null {
    const page = this.#page
    this.#at = open
    if (page.startsWith('<!--', open)) this.#at = this.#behind('-->', open + 4)
    else if (page[open + 1] === '!' || page[open + 1] === '?') this.#at = this.#behind('>', open)
    const start = /<(\/?)([a-z][a-z0-9:-]*)/iy
    start.lastIndex = open
    const [head, slash, name] = start.exec(page) ?? []
    if (head === undefined || name === undefined) return null
    this.#at = this.#endOf(open + head.length)
    return { name: name.toLowerCase(), closing: slash === '/', source: page.slice(open, this.#at) }
  }

  #endOf(from: number): number {
    const end = this.#quotesPair ? endOfTag(this.#page, from) : null
    if (end !== null) return end
    this.#quotesPair = false
    return this.#behind('>', from)
  }

  #behind(mark: string, from: number): number {
    const at = this.#page.indexOf(mark, from)
    return at < 0 ? this.#page.length : at + mark.length
  }

  /**
   * Skips to the end of an element's end tag and returns the content before it. If there is no end tag, only scripts and styles extend to the end of the page.
   */
  skipTo(name: string): string {
    if (this.#neverClosed.has(name)) return ''
    const from = this.#at
    const found = endTag(this.#page, name, from)
    if (found === null) this.#neverClosed.add(name)
    if (found !== null) this.#at = found.to
    else if (name === 'script' || name === 'style') this.#at = this.#page.length
    return this.#page.slice(from, found?.from ?? from)
  }
}

/** Returns the position after a tag, ignoring `>` within quotes; null if quotes do not pair before the page ends. */
function endOfTag(page: string, from: number): number | null {
  const mark = /["'>]/g
  mark.lastIndex = from
  for (let found = mark.exec(page); found !== null; found = mark.exec(page)) {
    if (found[0] === '>') return mark.lastIndex
    const close = page.indexOf(found[0], mark.lastIndex)
    if (close < 0) return null
    mark.lastIndex = close + 1
  }
  return null
}

/** Returns the position of an element's end tag; null if there is none. */
function endTag(page: string, name: string, from: number): { from: number; to: number } | null {
  const start = new RegExp(`</${name}\\b`, 'gi')
  start.lastIndex = from
  const found = start.exec(page)
  const end = found === null ? -1 : page.indexOf('>', start.lastIndex)
  return found === null || end < 0 ? null : { from: found.index, to: end + 1 }
}

const ends =
  /<\/?(?:p|div|section|article|main|header|footer|h[1-6]|ul|ol|li|dl|dt|dd|table|tr|td|th|blockquote|pre|br|hr|figure|figcaption)\b[^<>]*>/gi

/** Returns the same text without nesting: each block element becomes a paragraph. For pages nested too deeply to be read as a tree. */
export function flattenedHtml(html: string): string {
  return `<html><body><p>${html
    .replace(ends, '\u0000')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replaceAll('\u0000', '</p><p>')}</p></body></html>`
}
