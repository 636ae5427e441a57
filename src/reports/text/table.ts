/** A column of a table; `right` aligns numbers. */
export interface Column {
  readonly title: string
  readonly align?: 'left' | 'right'
}

/** Writes rows under their columns: `textTable` or `markdownTable`. */
export type TableWriter = (columns: readonly Column[], rows: readonly (readonly string[])[]) => string

/** Writes an answer as a page, its tables and paragraphs as one form has them. */
export type PageWriter<T> = (answer: T, table: TableWriter, paragraph: (text: string) => string) => string

/** A page as aligned text (`table`) and as Markdown (`md`). */
export interface WrittenPage<T> {
  table(answer: T): string
  md(answer: T): string
}

/** Makes both forms of a page from one function; the lines of text have at most 110 characters, those of Markdown are not broken. */
export function textAndMarkdown<T>(write: PageWriter<T>): WrittenPage<T> {
  return {
    table: (answer) => write(answer, textTable, (text) => wrap(text, 110)),
    md: (answer) => write(answer, markdownTable, (text) => text),
  }
}

/**
 * Writes rows as aligned text: two spaces between columns, no trailing blanks.
 *
 * @example textTable([{ title: 'x' }, { title: 'n', align: 'right' }], [['a', '1'], ['bb', '22']])   // "x    n\na    1\nbb  22"
 */
export function textTable(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const all = [columns.map((column) => column.title), ...rows]
  const widths = columns.map((_, i) => Math.max(...all.map((row) => widthOf(row[i] ?? ''))))
  return all
    .map((row) =>
      columns
        .map((column, i) => pad(row[i] ?? '', widths[i]!, column.align))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/**
 * Writes rows as a Markdown table; a bar inside a cell is escaped.
 *
 * @example markdownTable([{ title: 'x' }, { title: 'n', align: 'right' }], [['a|b', '1']])   // "| x | n |\n|---|--:|\n| a\\|b | 1 |"
 */
export function markdownTable(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replace(/\|/g, '\\|').replace(/\n/g, ' ')).join(' | ')} |`
  const rule = `|${columns.map((column) => (column.align === 'right' ? '--:' : '---')).join('|')}|`
  return [line(columns.map((column) => column.title)), rule, ...rows.map((row) => line(columns.map((_, i) => row[i] ?? '')))].join('\n')
}

/** Counts the terminal columns of a text; combining characters take none. */
function widthOf(text: string): number {
  return [...text.normalize('NFC').replace(/\p{M}/gu, '')].length
}

function pad(text: string, width: number, align: Column['align']): string {
  const blanks = ' '.repeat(Math.max(0, width - widthOf(text)))
  return align === 'right' ? blanks + text : text + blanks
}

/**
 * Breaks text into lines of at most `width` columns, each indented.
 *
 * @example wrap('one two three', 8, '  ')   // "  one\n  two\n  three"
 */
export function wrap(text: string, width: number, indent = ''): string {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/(?<!\s)\s+(?!%)/)) {
    if (line !== '' && indent.length + line.length + 1 + word.length > width) {
      lines.push(indent + line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, indent + line].join('\n')
}
