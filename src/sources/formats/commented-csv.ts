import { basename } from 'node:path'
import { type CsvRow, csvRows, readText } from './csv.ts'

/** A CSV file whose first lines are comments: their texts without the mark `#`, and the rows with their line numbers in the file. */
export interface CommentedCsv {
  readonly comments: readonly string[]
  readonly rows: readonly CsvRow[]
}

/**
 * Reads a CSV file that says in lines of comment above its header what it is.
 *
 * @param columns   the required columns; others are allowed
 * @throws BadInput as `readCsv` does
 */
export async function readCommentedCsv(path: string, columns: readonly string[]): Promise<CommentedCsv> {
  const text = await readText(path)
  const comments = /^(?:#.*\n)*/.exec(text)![0].split('\n').slice(0, -1)
  // blank lines in place of the comments would be rows, so the numbers of the lines are moved instead
  const file = basename(path)
  const rows = csvRows(text.slice(comments.reduce((sum, line) => sum + line.length + 1, 0)), file, columns)
  return {
    comments: comments.map((line) => line.replace(/^#\s*/, '').trimEnd()),
    rows: rows.map((row) => ({ ...row, line: row.line + comments.length, at: `${file}:${row.line + comments.length}` })),
  }
}
