/** Rows that are written at once: few enough for a short string, many enough to be fast. */
const rowsPerPiece = 2000

/** Groups rows, so that an answer that is longer than the longest string can be written in pieces. */
export function* rowPieces<T>(rows: Iterable<T>): Generator<T[]> {
  let some: T[] = []
  for (const row of rows) {
    some.push(row)
    if (some.length < rowsPerPiece) continue
    yield some
    some = []
  }
  if (some.length > 0) yield some
}

/** Writes an answer with many `rows` as indented JSON, in pieces; the rows come last, one a line. */
export function* rowsAsJson({ rows, ...summary }: { readonly rows: Iterable<unknown> }): Generator<string> {
  yield `${JSON.stringify(summary, null, 2).slice(0, -2)},\n  "rows": [`
  let first = true
  for (const some of rowPieces(rows)) {
    yield some.map((row, i) => `${first && i === 0 ? '' : ','}\n    ${JSON.stringify(row)}`).join('')
    first = false
  }
  yield `${first ? '' : '\n  '}]\n}\n`
}
