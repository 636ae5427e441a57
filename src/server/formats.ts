import { VisavisError } from '../errors.ts'
import { answerJson } from '../operations/answer-json.ts'
import type { Format, Operation, Work } from '../operations/operation.ts'
import type { Answer } from './answers.ts'

const types: Readonly<Record<Format, string>> = {
  table: 'text/plain; charset=utf-8',
  json: 'application/json',
  csv: 'text/csv; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  html: 'text/html; charset=utf-8',
  zip: 'application/zip',
  dot: 'text/vnd.graphviz; charset=utf-8',
  graphml: 'application/graphml+xml; charset=utf-8',
}

const endings: Readonly<Record<Format, string>> = {
  ...{ table: 'txt', json: 'json', csv: 'csv', md: 'md', html: 'html', zip: 'zip', dot: 'dot', graphml: 'graphml' },
}

/** The form asked for, of those that the operation has; JSON where nothing is asked. */
export function formatAsked(operation: Operation, asked: string | undefined): Format {
  if (asked === undefined) return 'json'
  const found = operation.formats.find((format) => format === asked)
  if (found !== undefined) return found
  throw new VisavisError('Usage', `format: must be one of: ${operation.formats.join(', ')}`, { hint: `visavis ${operation.name} --help` })
}

/** An answer in a form, as bytes. */
export async function inFormat(work: Work, result: unknown, format: Format, name: string): Promise<Answer> {
  const filename = `${name}.${endings[format]}`
  if (format === 'zip') return { body: await work.show.zip!(result as never), type: types.zip, filename }
  const pieces = format === 'csv' || format === 'json' ? work.inPieces?.[format] : undefined
  const text =
    pieces !== undefined
      ? [...pieces(result as never)].join('')
      : format === 'json'
        ? answerJson(result)
        : await work.show[format]!(result as never)
  return { body: new TextEncoder().encode(text), type: types[format], filename }
}
