import { VisavisError } from '../errors.ts'
import type { Format, Operation } from '../operations/request/operation.ts'
import type { CachedAnswer } from './answer-cache.ts'

const mediaTypes: Readonly<Record<Format, string>> = {
  table: 'text/plain; charset=utf-8',
  full: 'text/plain; charset=utf-8',
  json: 'application/json',
  jsonl: 'application/x-ndjson; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  html: 'text/html; charset=utf-8',
  zip: 'application/zip',
  dot: 'text/vnd.graphviz; charset=utf-8',
  graphml: 'application/graphml+xml; charset=utf-8',
  parquet: 'application/vnd.apache.parquet',
  dta: 'application/x-stata-dta',
}

const extensions: Readonly<Record<Format, string>> = {
  ...{
    table: 'txt',
    full: 'txt',
    json: 'json',
    jsonl: 'jsonl',
    csv: 'csv',
    md: 'md',
    html: 'html',
    zip: 'zip',
    dot: 'dot',
    graphml: 'graphml',
    parquet: 'parquet',
    dta: 'dta',
  },
}

/** Returns the requested format, or JSON if none was requested. Refuses a format that the operation does not offer. */
export function requestedFormat(operation: Operation, asked: string | undefined): Format {
  if (asked === undefined) return 'json'
  const found = operation.formats.find((format) => format === asked)
  if (found !== undefined) return found
  throw new VisavisError('Usage', `format: must be one of: ${operation.formats.join(', ')}`, { hint: `visavis ${operation.name} --help` })
}

/** Adds media type and file name to a rendered answer. */
export function toCachedAnswer(body: Uint8Array, format: Format, name: string): CachedAnswer {
  return { body, type: mediaTypes[format], filename: `${name}.${extensions[format]}` }
}
