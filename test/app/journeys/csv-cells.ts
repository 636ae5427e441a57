/** The cells of a CSV (RFC 4180), by row, the head first. */
export function cellsOf(csv: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, separator, quoted, plain] of csv.matchAll(/(^|,|\r?\n)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g)) {
    if (separator?.endsWith('\n')) rows.push([])
    rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
  }
  return rows.filter((row) => row.length > 1 || row[0] !== '')
}
