import type { Block } from './document.ts'
import { dateIn } from './document-dates.ts'
import type { DocumentParts } from './document-parts.ts'
import { blockOf } from './document-parts.ts'
import { joined } from './document-text.ts'

/**
 * A Markdown text: front matter, headings, lists, quotations and tables are kept apart, links give their words, and code, images, comments and the marks of footnotes are
 * left out.
 */
export function readMarkdown(text: string): DocumentParts {
  const { front, body } = frontMatter(text)
  const { lines, fences } = withoutCode(withoutComments(body))
  const blocks = grouped(lines)
  const notes = fences > 0 ? [`${fences} block${fences === 1 ? '' : 's'} of code left out`] : []
  const date = front['date'] ?? front['published'] ?? front['pubdate']
  return {
    title: front['title'] ?? null,
    author: front['author'] ?? front['authors'] ?? null,
    date: date === undefined ? null : dateIn(date),
    blocks,
    notes,
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

/** Lines outside fences; a fence that is never closed goes to the end, as in CommonMark. */
function withoutCode(text: string): { lines: string[]; fences: number } {
  const lines: string[] = []
  let fence: string | null = null
  let fences = 0
  for (const line of text.split('\n')) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1]
    if (fence !== null) {
      if (mark?.startsWith(fence) === true && line.trim() === mark) fence = null
    } else if (mark !== undefined) {
      fence = mark
      fences++
      lines.push('')
    } else lines.push(line)
  }
  return { lines, fences }
}

interface Open {
  kind: Block['kind']
  readonly lines: string[]
}

/** Lines to blocks: each line opens a block, goes on with the one that is open, or closes it. */
function grouped(lines: readonly string[]): Block[] {
  const blocks: Open[] = []
  let open: Open | null = null
  for (const line of lines) {
    const kind = kindOf(line, open)
    if (kind === 'underline') {
      if (open !== null) open.kind = 'heading'
      open = null
    } else if (kind === 'nothing') open = null
    else if (kind === 'more' && open !== null) open.lines.push(bare(line))
    else {
      open = { kind: kind === 'more' ? 'paragraph' : kind, lines: [bare(line)] }
      blocks.push(open)
      if (open.kind === 'heading' || open.kind === 'row') open = null
    }
  }
  return blocks.flatMap(({ kind, lines }) => blockOf(kind, inline(kind === 'row' ? cells(joined(lines)) : joined(lines))))
}

function kindOf(line: string, open: Open | null): Block['kind'] | 'more' | 'nothing' | 'underline' {
  if (line.trim() === '' || /^\s{0,3}\[[^\]^]+\]:\s*\S+/.test(line)) return 'nothing'
  if (open?.kind === 'paragraph' && /^ {0,3}(?:=+|-+)\s*$/.test(line)) return 'underline'
  if (/^ {0,3}(?:[-*_] *){3,}$/.test(line) || /^[\s:|]*-[\s:-]*\|[\s:|-]*$/.test(line)) return 'nothing'
  if (/^ {0,3}#{1,6}(?:\s|$)/.test(line)) return 'heading'
  if (/^\s*\|.*\|\s*$/.test(line) || (line.match(/ \| /g) ?? []).length >= 2) return 'row'
  if (/^\s*(?:[-*+]|\d{1,3}[.)])\s+\S/.test(line)) return 'item'
  if (/^\s{0,3}\[\^[^\]]+\]:/.test(line)) return 'item'
  if (/^\s{0,3}>/.test(line)) return open?.kind === 'quote' && line.trim() !== '>' ? 'more' : line.trim() === '>' ? 'nothing' : 'quote'
  return open === null ? 'paragraph' : 'more'
}

/** A line without the marks before its text. */
function bare(line: string): string {
  return withoutHashes(line.replace(/^\s{0,3}(?:>\s?)+/, ''))
    .replace(/^\s*(?:[-*+]|\d{1,3}[.)])\s+(?:\[[ xX]\]\s)?/, '')
    .replace(/^\s*\[\^[^\]]+\]:\s*/, '')
    .trim()
}

/** A heading without the marks on both its sides. */
function withoutHashes(line: string): string {
  const mark = /^ {0,3}#{1,6}\s*/.exec(line)?.[0]
  return mark === undefined
    ? line
    : line
        .slice(mark.length)
        .trimEnd()
        .replace(/(?<!#)#+$/, '')
        .trimEnd()
}

const cells = (line: string): string =>
  line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim())
    .join(' | ')

/** Words of a link, of emphasis and of code; nothing of an image, a footnote's mark or a tag. */
function inline(text: string): string {
  const plain = text
    .replace(/\\([\\`*_{}[\]()#+.!~|>-])/g, (_, mark: string) => String.fromCharCode(0xe000 + mark.charCodeAt(0)))
    .replace(/!\[[^[\]]{0,500}\](?:\([^)\s]{0,2000}(?:\s"[^"]{0,500}")?\)|\[[^\]]{0,100}\])/g, '')
    .replace(/\[\^[^\]]{1,50}\]/g, '')
    .replace(/\[([^[\]]{1,1000})\](?:\((?:[^()\s]|\([^()\s]{0,200}\)){0,2000}(?:\s+"[^"]{0,500}")?\)|\[[^\]]{0,100}\])/g, '$1')
    .replace(/<(?:https?:|mailto:)[^>\s]{1,2000}>/g, '')
    .replace(/<\/?[a-z][^<>]{0,1000}>/gi, '')
    .replace(/(`{1,8})([^`]{1,1000})\1/g, '$2')
    .replace(/(\*\*\*|\*\*|\*|~~)(?=\S)([^*~]{1,2000}?)(?<=\S)\1/g, '$2')
    .replace(/(?<![\p{L}\d])(__|_)(?=\S)([^_]{1,2000}?)(?<=\S)\1(?![\p{L}\d])/gu, '$2')
  return entitiesRead(plain).replace(/[\ue000-\ue07f]/g, (one) => String.fromCharCode(one.charCodeAt(0) - 0xe000))
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  euro: '€',
  pound: '£',
}

function entitiesRead(text: string): string {
  return text
    .replace(/&#(\d{1,6});/g, (_, code: string) => String.fromCodePoint(Math.min(Number(code), 0x10ffff)))
    .replace(/&([a-z]{2,6});/g, (whole, name: string) => entities[name] ?? whole)
}
