import type { Block } from './document.ts'
import { blockOf, endsSentence } from './document-blocks.ts'
import { textBlocks } from './document-text.ts'

/** The fields of a page node that reading requires. */
export interface PageNode {
  readonly nodeType: number
  readonly localName?: string
  readonly nodeValue: string | null
  readonly textContent: string | null
  readonly firstChild: PageNode | null
  readonly nextSibling: PageNode | null
  readonly parentNode: PageNode | null
  getAttribute?(name: string): string | null
}

const kinds: Readonly<Record<string, Block['kind']>> = {
  h1: 'heading',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  h5: 'heading',
  h6: 'heading',
  li: 'item',
  dd: 'item',
  blockquote: 'quote',
}
const standing = new Set(
  'address article aside body caption dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main nav ol p pre section summary table tbody tfoot thead tr ul blockquote'.split(
    ' ',
  ),
)
const silent = new Set('head title button input nav datalist dialog label'.split(' '))

/** In characters. A table with a longer cell holds no data; it is used for page layout. */
const longCell = 250

/**
 * Returns the blocks of a page or a part of it, in order. Hidden elements, code and note marks are left out. A table row is one block, with cells separated by
 * ` | `.
 */
export function pageBlocks(root: PageNode): Block[] {
  const reading = new BlockReading()
  for (let node: PageNode | null = root; node !== null; ) {
    const inner: PageNode | null = reading.enter(node) ? node.firstChild : null
    if (inner !== null) {
      node = inner
      continue
    }
    while (node !== null && node !== root && node.nextSibling === null) {
      reading.leave(node)
      node = node.parentNode
    }
    if (node === null || node === root) break
    reading.leave(node)
    node = node.nextSibling
  }
  reading.flush()
  return reading.blocks
}

class BlockReading {
  readonly blocks: Block[] = []
  #text: string[] = []
  #kinds: Block['kind'][] = []
  #cells: string[] | null = null
  #row: PageNode | null = null

  /** Reads the start of a node. Returns whether to visit its children. */
  enter(node: PageNode): boolean {
    if (node.nodeType === 3) this.#text.push(node.nodeValue ?? '')
    if (node.nodeType !== 1) return node.nodeType === 9
    const name = node.localName ?? ''
    if (silent.has(name) || hidden(node) || isNoteMark(node, name)) return false
    if (name === 'pre') return this.#preformatted(node)
    if (name === 'br') this.#lineBreak()
    if (this.#cells === null) this.#enterStanding(node, name)
    else if (name === 'td' || name === 'th') this.#endCell()
    else if (standing.has(name)) this.#text.push(' ')
    return true
  }

  #enterStanding(node: PageNode, name: string): void {
    if (standing.has(name)) this.flush()
    const kind = kinds[name]
    if (kind !== undefined) this.#kinds.push(kind)
    if (name === 'tr') {
      this.#cells = []
      this.#row = node
    }
  }

  leave(node: PageNode): void {
    const name = node.localName ?? ''
    if (node.nodeType !== 1) return
    if (node === this.#row) this.#endRow()
    else if (this.#cells === null) {
      if (standing.has(name)) this.flush()
      if (kinds[name] !== undefined) this.#kinds.pop()
    }
  }

  flush(): void {
    const text = this.#text.join('')
    this.#text = []
    if (/\S/.test(text)) this.blocks.push(...blockOf(this.#kinds.at(-1) ?? 'paragraph', text))
  }

  #lineBreak(): void {
    const before = this.#text.at(-1) ?? ''
    if (this.#cells === null && (before === '\n' || endsSentence(before.trimEnd()))) this.flush()
    else this.#text.push('\n')
  }

  #endCell(): void {
    const text = this.#text.join('').replace(/\s+/g, ' ').trim()
    this.#text = []
    if (text !== '') this.#cells?.push(text)
  }

  #endRow(): void {
    this.#endCell()
    const cells = this.#cells ?? []
    this.#cells = this.#row = null
    const layout = cells.length === 1 || cells.some(({ length }) => length > longCell)
    this.blocks.push(...(layout ? cells.flatMap((cell) => blockOf('paragraph', cell)) : blockOf('row', cells.join(' | '))))
  }

  /** Reads a `pre`, unless it contains code: old pages have their whole text in `pre`, newer pages use it for code. */
  #preformatted(node: PageNode): false {
    this.flush()
    const code = node.firstChild?.localName === 'code'
    if (!code && this.#cells === null) for (const block of textBlocks(node.textContent ?? '')) this.blocks.push(block)
    return false
  }
}

function hidden(node: PageNode): boolean {
  const read = (name: string): string | null => node.getAttribute?.(name) ?? null
  return (
    read('hidden') !== null || read('aria-hidden') === 'true' || /display\s*:\s*none|visibility\s*:\s*hidden/i.test(read('style') ?? '')
  )
}

const isNoteMark = (node: PageNode, name: string): boolean =>
  (name === 'sup' || name === 'sub') && /^\s*(?:\[?\d{1,3}\]?|\[?[a-z*†‡]\]?)(?:[\s,]+\[?\d{1,3}\]?)*\s*$/.test(node.textContent ?? '')
