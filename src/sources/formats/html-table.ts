import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5'
import { badInput, VisavisError } from '../../errors.ts'

/** A row of an HTML table: the line of its first cell, and the text of its cells. */
export interface HtmlRow {
  readonly line: number
  readonly cells: readonly string[]
}

type Node = DefaultTreeAdapterTypes.Node
type Element = DefaultTreeAdapterTypes.Element

/**
 * Returns the rows of all tables of a page. The page is parsed as browsers do, since hand-written pages omit end tags and row tags. A tag or comment within a
 * cell counts as a space, and white space is collapsed. A cell with `rowspan` is in each of its rows. The text of a table inside a cell belongs only to the rows of the inner table.
 *
 * @throws BadInput if the page ends within a row, since it was then cut off; TooLarge
 * @example htmlRows('<table><tr><td>S/PV.1</td><td>6<br>May</td></tr>\n<td>S/PV.2<td>x</table>', 'f.html')   // [{ line: 1, cells: ['S/PV.1', '6 May'] }, { line: 2, cells: ['S/PV.2', 'x'] }]
 */
export function htmlRows(page: string, file: string): HtmlRow[] {
  const rows: HtmlRow[] = []
  const { document, ended } = treeOf(page, file)
  const spans = new Map<unknown, (Span | undefined)[]>()
  for (const row of nodesUnder(document)) {
    if (!isRow(row)) continue
    const reaching = spans.get(row.parentNode) ?? []
    spans.set(row.parentNode, reaching)
    const cells = row.childNodes.filter(isCell)
    const line = cells[0]?.sourceCodeLocation?.startLine
    if (line === undefined) continue
    if (!ended.has(row)) throw badInput(`${file}:${line} has a row that never ends`, 'fetch the page again')
    rows.push({ line, cells: withSpans(cells, reaching) })
  }
  return rows
}

/** A cell that reaches down into later rows: its text, and into how many more. */
interface Span {
  readonly text: string
  left: number
}

/** Returns the texts of a row, with the cells of earlier rows that reach down into it (`rowspan`) in their columns. */
function withSpans(cells: readonly Element[], spans: (Span | undefined)[]): string[] {
  const texts: string[] = []
  const own = cells.map((cell) => ({ text: textOf(cell), down: rowsOf(cell) }))
  while (own.length > 0 || spans.some((span, column) => column >= texts.length && span !== undefined)) {
    const column = texts.length
    const held = spans[column]
    if (held !== undefined) {
      texts.push(held.text)
      held.left--
      if (held.left === 0) spans[column] = undefined
      continue
    }
    const next = own.shift()
    if (next === undefined) break
    texts.push(next.text)
    if (next.down > 1) spans[column] = { text: next.text, left: next.down - 1 }
  }
  return texts
}

/** In how many rows a cell is: 1, or its `rowspan`, of at most two digits so that a page cannot blow up. */
function rowsOf(cell: Element): number {
  const text = cell.attrs.find(({ name }) => name === 'rowspan')?.value ?? '1'
  return /^\d{1,2}$/.test(text) ? Number(text) : 1
}

/** Limits of a page. The largest page from a provider has 105,000 characters and 2,700 elements. */
const mostOfPage = { characters: 2e6, elements: 100_000, depth: 500 }

/**
 * Parses a page. Returns its tree, and the elements that were closed before the end of the page. The limits are checked during parsing, since a page of a few
 * kilobytes can make the parser repeat elements for hours.
 */
function treeOf(page: string, file: string): { document: DefaultTreeAdapterTypes.Document; ended: ReadonlySet<Node> } {
  const tooLarge = (what: string): VisavisError =>
    new VisavisError('TooLarge', `${file} has more ${what} than a page of tables does`, { hint: 'fetch the page again' })
  if (page.length > mostOfPage.characters) throw tooLarge('text')
  const ended = new Set<Node>()
  let depth = 0
  let count = 0
  const treeAdapter = {
    ...defaultTreeAdapter,
    onItemPush: () => {
      if (++count > mostOfPage.elements) throw tooLarge('elements')
      if (++depth > mostOfPage.depth) throw tooLarge('nesting')
    },
    onItemPop: (element: Node) => {
      depth--
      ended.add(element)
    },
  }
  return { document: parse(page, { sourceCodeLocationInfo: true, treeAdapter }), ended }
}

const isRow = (node: Node): node is Element => node.nodeName === 'tr'
const isCell = (node: Node): node is Element => node.nodeName === 'td' || node.nodeName === 'th'
const isText = (node: Node): node is DefaultTreeAdapterTypes.TextNode => node.nodeName === '#text'

/**
 * Yields the nodes below `root` in document order; those below a node named `without` are skipped. A recursive function would overflow the call stack on
 * deeply nested elements.
 */
function* nodesUnder(root: DefaultTreeAdapterTypes.ParentNode, without?: string): Generator<Node> {
  const left = root.childNodes.toReversed()
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    yield node
    if ('childNodes' in node && node.nodeName !== without) for (const child of node.childNodes.toReversed()) left.push(child)
  }
}

function textOf(cell: Element): string {
  const texts = [...nodesUnder(cell, 'table')].filter(isText).map(({ value }) => value)
  return texts.join(' ').replace(/\s+/g, ' ').trim()
}
