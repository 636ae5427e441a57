import { VisavisError } from '../errors.ts'
import type { Format, Work } from '../operations/operation.ts'

/**
 * An answer in a form: as text, or as bytes for a zip.
 *
 * @throws VisavisError Usage for a form that the operation does not have
 */
export async function inForm(work: Work, result: unknown, format: Format): Promise<string | Uint8Array> {
  const pieces = format === 'csv' || format === 'json' ? work.inPieces?.[format] : undefined
  if (pieces !== undefined) return [...pieces(result as never)].join('')
  if (format === 'json') return JSON.stringify(result, null, 2)
  const show = work.show[format]
  if (show === undefined) throw new VisavisError('Usage', `there is no form ${format} of this answer`)
  return show(result as never)
}
