/** The cells of a CSV text (RFC 4180), by row, including the header. */
export function cellsOf(csv: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, separator, quoted, plain] of csv.matchAll(/(^|,|\r?\n)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g)) {
    if (separator?.endsWith('\n')) rows.push([])
    rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
  }
  return rows.filter((row) => row.length > 1 || row[0] !== '')
}
