import type { Block, SourceDocument } from './document.ts'
import { datelineOf, dateOfLine } from './document-dates.ts'

type About = Pick<SourceDocument, 'title' | 'author' | 'date' | 'notes'>

/** Number of blocks from the top that may contain title, author and date. */
const top = 12

/**
 * Takes title, author and date from the first lines of a text: a heading, `By Jane Doe`, `Published 12 January 2024`, a dateline. In the returned blocks, the
 * lines of author and date are headings, so that they are not read as claims.
 */
export function metadataFromBlocks(blocks: readonly Block[]): { about: About; blocks: Block[] } {
  const head = blocks.slice(0, top)
  const dated = head.map(({ text }) => dateOfLine(text))
  const wires = head.map(({ text }) => datelineOf(text))
  const authors = head.map(({ text }) => authorOf(text))
  const date = [...dated, ...wires.map((wire) => wire?.date)].find((day) => typeof day === 'string') ?? null
  const stamp = wires.find((wire) => wire !== null)?.stamp
  const notes = date === null && stamp !== undefined ? [`its dateline names a day (${stamp}) and no year`] : []
  const opening = head.slice(
    0,
    Math.max(
      0,
      head.findIndex(({ kind }, i) => kind !== 'heading' && dated[i] === null && authors[i] === null),
    ),
  )
  const title = opening.find(({ kind }, i) => kind === 'heading' && dated[i] === null && authors[i] === null)?.text ?? null
  const marked = blocks.map((block, i) => ((dated[i] ?? authors[i] ?? null) === null ? block : { ...block, kind: 'heading' as const }))
  return { about: { title, author: authors.find((name) => name !== null) ?? null, date, notes }, blocks: marked }
}

/**
 * Returns the author named in a byline; null for any other line.
 *
 * @example authorOf('By Jane Doe and John Roe')   // 'Jane Doe and John Roe'
 * @example authorOf('By 2023 trade had doubled.')   // null
 */
export function authorOf(line: string): string | null {
  const name =
    /^(?:written )?by:? (?<name>\p{Lu}[\p{L}.'’-]*(?:,? (?:and |de |van |von |der |al-)?\p{Lu}[\p{L}.'’-]*){1,7}):?(?: ?[|•·,–—-].*)?$/u.exec(
      line.replace(/^(?:Written )?[Bb][Yy]\b/, 'by'),
    )?.groups?.['name']
  return name ?? null
}
