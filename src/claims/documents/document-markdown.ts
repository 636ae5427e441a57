import MarkdownIt, { type Token } from 'markdown-it'
import type { Block } from './document.ts'
import type { DocumentParts } from './document-blocks.ts'
import { blockOf } from './document-blocks.ts'
import { dateIn } from './document-dates.ts'
import { documentLimits } from './document-limits.ts'
import { joinedLines } from './document-text.ts'

/**
 * Reads a Markdown text (CommonMark with GitHub tables and strikethrough). Front matter, headings, lists, quotations and tables become separate blocks, and
 * links keep their words. Code, images, comments, tags and footnote marks are left out; footnotes become items. Indented text counts as text, since it is more
 * often a quotation than code.
 */
export function readMarkdown(text: string): DocumentParts {
  const { front, body } = frontMatter(text)
  const { lines, notes } = boundLines(withoutComments(body))
  const reading = new MarkdownReading(tablesApart(lines).replace(/^ {0,3}\[\^[^\]\n]{1,50}\]:/gm, '-'))
  const { blocks, fences, plain } = reading
  const date = front['date'] ?? front['published'] ?? front['pubdate']
  return {
    title: front['title'] ?? null,
    author: front['author'] ?? front['authors'] ?? null,
    date: date === undefined ? null : dateIn(date),
    blocks,
    notes: [
      ...notes,
      ...(fences > 0 ? [`${fences} block${fences === 1 ? '' : 's'} of code left out`] : []),
      ...(plain > 0
        ? [`${plain} paragraph${plain === 1 ? '' : 's'} with more marks than are read of one text: read with their marks`]
        : []),
    ],
  }
}

function withoutComments(text: string): string {
  const kept: string[] = []
  let at = 0
  for (let open = text.indexOf('<!--'); open >= 0; open = text.indexOf('<!--', at)) {
    const close = text.indexOf('-->', open)
    if (close < 0) break
    kept.push(text.slice(at, open))
    at = close + 3
  }
  return kept.join('') + text.slice(at)
}

function frontMatter(text: string): { front: Readonly<Record<string, string>>; body: string } {
  const found = /^\s*---[^\S\n]*\n(?<head>[\s\S]{0,5000}?)\n(?:---|\.\.\.)[^\S\n]*(?:\n|$)/.exec(text)
  if (found === null) return { front: {}, body: text }
  const pairs = (found.groups?.['head'] ?? '').split('\n').flatMap((line) => {
    const [, key, value] = /^(\w+): *(.+)$/.exec(line) ?? []
    return key === undefined || value === undefined
      ? []
      : [[key.toLowerCase(), value.replace(/^(["'[])(.*)["'\]]\s*$/, '$2').trim()] as const]
  })
  return { front: Object.fromEntries(pairs), body: text.slice(found[0].length) }
}

/** Cuts a text to the maximum number of lines, with a note if lines are left out. */
function boundLines(text: string): { lines: string; notes: string[] } {
  let at = -1
  for (let line = 0; line < documentLimits.markdown.lines; line++) {
    at = text.indexOf('\n', at + 1)
    if (at < 0) return { lines: text, notes: [] }
  }
  const share = Math.floor((at / text.length) * 100)
  return { lines: text.slice(0, at), notes: [`only the first ${share} % of it is read: it has more lines than are read of one text`] }
}

/** Puts an empty line before a table directly under other text, so that the table does not continue that text. */
const tablesApart = (text: string): string =>
  text
    .split('\n')
    .map((line, i, lines) => (line.startsWith('|') && !/^\s*(?:\||>|$)/.test(lines[i - 1] ?? '') ? `\n${line}` : line))
    .join('\n')

const blockReader = new MarkdownIt({ html: true, maxNesting: 100 }).disable(['html_block', 'code'])
/** Limits nesting, since marks within a paragraph are parsed again at each level. */
const inlineReader = new MarkdownIt({ html: true, maxNesting: 10 })
inlineReader.inline.ruler.before('link', 'note_mark', (state) => {
  const mark = /\[\^[^\]\s]{1,50}\]/y
  mark.lastIndex = state.pos
  if (!mark.test(state.src)) return false
  state.pos = mark.lastIndex
  return true
})

/** Reads the blocks of a text in a single pass. */
class MarkdownReading {
  readonly blocks: Block[] = []
  fences = 0
  /** Number of paragraphs beyond the limit of marks: their marks are read as text. */
  plain = 0
  #marks = 0
  readonly #env = {}
  readonly #open: Token[] = []
  #cells: string[] = []

  constructor(text: string) {
    const tokens: Token[] = []
    blockReader.block.parse(text, blockReader, this.#env, tokens)
    for (const token of tokens) {
      if (token.nesting === 1) this.#open.push(token)
      if (token.nesting === -1) this.#open.pop()
      this.#read(token)
    }
  }

  #read({ type, content }: Token): void {
    if (type === 'fence') this.fences++
    else if (type === 'tr_open') this.#cells = []
    else if (type === 'tr_close') this.#endRow()
    else if (type === 'inline') {
      if (this.#isWithin('tr_open')) this.#cells.push(this.#words(content))
      else if (content.split('\n').every(isRow)) for (const line of content.split('\n')) this.#readRow(line)
      else this.#readText(content)
    }
  }

  /** Ends a table row. Text directly under a table parses as a row with only its first cell filled: it becomes a paragraph. */
  #endRow(): void {
    const alone = this.#cells.slice(1).every((cell) => cell === '')
    this.blocks.push(...blockOf(alone ? 'paragraph' : 'row', alone ? (this.#cells[0] ?? '') : this.#cells.join(' | ')))
  }

  #readText(content: string): void {
    const item = this.#open.findLast(({ type }) => type === 'list_item_open')
    const kind = this.#isWithin('blockquote_open')
      ? 'quote'
      : this.#isWithin('heading_open')
        ? 'heading'
        : item === undefined
          ? 'paragraph'
          : 'item'
    // a year at the start of a paragraph is not a list number
    const year = item !== undefined && item.info.length > 3 ? `${item.info}${item.markup} ` : ''
    this.blocks.push(
      ...blockOf(kind, year + joinedLines(this.#words(kind === 'item' ? content.replace(/^\[[ xX]\]\s/, '') : content).split('\n'))),
    )
  }

  /** Reads a row of a table that has no separator line under its header. */
  #readRow(line: string): void {
    const cells = line
      .trim()
      .replace(/^\||\|$/g, '')
      .split('|')
    this.blocks.push(...blockOf('row', cells.map((cell) => this.#words(cell.trim())).join(' | ')))
  }

  #isWithin(type: string): boolean {
    return this.#open.some((token) => token.type === type)
  }

  /** Returns the words of a paragraph, with those of links, emphasis and code, without images, footnote marks and tags. */
  #words(content: string): string {
    this.#marks += content.match(/[[\]*_`<~&\\]/g)?.length ?? 0
    if (this.#marks > documentLimits.markdown.marks) {
      this.plain++
      return content
    }
    const tokens: Token[] = []
    inlineReader.inline.parse(content, inlineReader, this.#env, tokens)
    return tokens.map((token, i) => wordsOf(token, tokens[i - 1])).join('')
  }
}

function wordsOf({ type, content }: Token, before: Token | undefined): string {
  if (type === 'softbreak' || type === 'hardbreak') return '\n'
  if (type === 'html_inline') return /^<br\b/i.test(content) ? ' ' : ''
  if (type === 'image' || before?.info === 'auto') return ''
  return content
}

const isRow = (line: string): boolean => /^\s*\|.*\|\s*$/.test(line) || (line.match(/ \| /g) ?? []).length >= 2
