import { readFile } from 'node:fs/promises'
import { badInput } from '../../errors.ts'
import { checkFileSize, gunzipped } from './file-size.ts'
import { checkLastLine, type LastLine } from './last-line-check.ts'

/**
 * Returns the text of a UTF-8 file; unpacked if the file's name ends in `.gz`.
 *
 * @throws BadInput with the line of the first invalid UTF-8 or NUL, or if a `.gz` file is not gzip; TooLarge; the file system's own error if the file cannot be
 *   read
 */
export async function readUtf8(path: string): Promise<string> {
  await checkFileSize(path)
  const stored = await readFile(path)
  const bytes = path.endsWith('.gz') ? gunzipped(stored, path, `${path}:1`) : stored
  const nul = bytes.indexOf(0)
  if (nul >= 0) {
    const line = bytes.subarray(0, nul).filter((byte) => byte === 10).length + 1
    throw badInput(`${path}:${line} has a NUL character: the file is damaged, or no text`, 'fetch the file again')
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw badInput(`${path}:${firstBadLine(bytes)} is not UTF-8 text`, { cause, hint: `iconv -f LATIN1 -t UTF-8 ${path}` })
  }
}

function firstBadLine(bytes: Uint8Array): number {
  const strict = new TextDecoder('utf-8', { fatal: true })
  for (let line = 1, start = 0; ; line++) {
    const newline = bytes.indexOf(10, start)
    const end = newline === -1 ? bytes.length : newline
    try {
      strict.decode(bytes.subarray(start, end))
    } catch {
      return line
    }
    if (newline === -1) return line
    start = newline + 1
  }
}

/**
 * Calls `onRow` for each record below the header of CSV text, with the line on which the record begins (the header is line 1). Quoted fields may contain
 * commas, line breaks and doubled quotation marks. Blank lines are skipped.
 *
 * @throws BadInput for another header, a record with the wrong number of fields, or a quotation mark that is never closed
 * @example ((rows) => (eachCsvRow('a,b\n1,"x,y"\n', 'f.csv', ['a', 'b'], (row, line) => rows.push([line, ...row])), rows))([])   // [[2, '1', 'x,y']]
 */
export function eachCsvRow(
  text: string,
  path: string,
  header: readonly string[],
  onRow: (fields: string[], line: number) => void,
  lastLine: LastLine = 'whole',
): void {
  checkLastLine(text, path, lastLine)
  let line = 1
  let start = 0
  while (start < text.length) {
    let end = lineEnd(text, start)
    let record = text.slice(start, end)
    let breaks = 0
    while (hasOpenQuote(record)) {
      if (end >= text.length) throw badInput(`${path}:${line} a quote is opened and never closed`)
      end = lineEnd(text, end + 1)
      record = text.slice(start, end)
      breaks++
    }
    if (record.endsWith('\r')) record = record.slice(0, -1)
    if (line === 1) checkHeader(record, path, header)
    else if (record !== '') onRow(checkWidth(splitRecord(record), path, line, header), line)
    start = end + 1
    line += 1 + breaks
  }
  if (line === 1) checkHeader('', path, header)
}

function lineEnd(text: string, from: number): number {
  const at = text.indexOf('\n', from)
  return at === -1 ? text.length : at
}

function hasOpenQuote(record: string): boolean {
  let open = false
  for (let at = record.indexOf('"'); at !== -1; at = record.indexOf('"', at + 1)) open = !open
  return open
}

function splitRecord(record: string): string[] {
  if (!record.includes('"')) return record.split(',')
  const fields = record.match(/(?:^|,)(?:"(?:[^"]|"")*"|[^,"]*)/g) ?? []
  return fields.map((field, i) => {
    const bare = i === 0 && !field.startsWith(',') ? field : field.slice(1)
    return bare.startsWith('"') ? bare.slice(1, -1).replaceAll('""', '"') : bare
  })
}

function checkHeader(record: string, path: string, header: readonly string[]): void {
  if (record === header.join(',')) return
  throw badInput(`${path}:1 has the header "${record.slice(0, 120)}", not "${header.join(',')}"`)
}

function checkWidth(fields: string[], path: string, line: number, header: readonly string[]): string[] {
  if (fields.length === header.length) return fields
  throw badInput(`${path}:${line} has ${fields.length} fields, not ${header.length} (${header.join(',')})`)
}
