import { VisavisError } from '../errors.ts'
import { answerJson } from '../operations/request/answer-json.ts'
import type { Format, OperationImplementation } from '../operations/request/operation.ts'
import { fencedAnswer, untrustedNotice, visibleInFence } from './fence.ts'
import { mediaTypes } from './session-answers.ts'
import { hasNoFields, pathsOf, untrustedFields } from './untrusted-fields.ts'

/**
 * Renders an answer in a format, as text or, for a zip, as bytes. Third-party text is fenced, except in HTML and JSON; JSON lists the fields
 * that hold such text first. A text with fences must still pass through `finishFences`.
 *
 * @throws VisavisError Usage for a format that the operation does not have
 */
export async function renderFenced(work: OperationImplementation, result: unknown, format: Format): Promise<string | Uint8Array> {
  const pieces = format === 'csv' || format === 'json' || format === 'jsonl' ? work.inPieces?.[format] : undefined
  if (pieces !== undefined)
    return Array.from(pieces(result as never), (piece) => (typeof piece === 'string' ? piece : Buffer.from(piece).toString())).join('')
  const fields = untrustedFields(work.output)
  if (format === 'json')
    return visibleInFence(answerJson(hasNoFields(fields) ? result : { untrusted: pathsOf(fields), ...(result as object) }, 2))
  const show = format === 'parquet' || format === 'dta' ? undefined : work.show[format]
  if (show === undefined) throw new VisavisError('Usage', `there is no form ${format} of this answer`)
  // an HTML page needs no fences, as it escapes all text; fences would also shift the offsets of its marked claims
  if (format === 'html') return visibleInFence(withPageNotice(String(await show(result as never)), !hasNoFields(fields)))
  return format === 'zip' ? show(result as never) : show(fencedAnswer(result, fields) as never)
}

/** Whether texts of this media type have no fences: JSON quotes third-party text, and HTML escapes it. */
export function isUnfencedType(mimeType: string): boolean {
  return mimeType === mediaTypes.json || mimeType === mediaTypes.html || mimeType === 'application/schema+json'
}

/** Adds the notice to the top of an HTML page, if the page quotes third-party text. */
function withPageNotice(page: string, quotes: boolean): string {
  return quotes
    ? page.replace(/<body[^>]*>/, (tag) => `${tag}\n<p>${untrustedNotice.replace('between ⟦ and ⟧ ', 'of the text and its title ')}</p>`)
    : page
}

/** Returns the short form of an answer, fenced; undefined if the operation has none. */
export function renderBrief(work: OperationImplementation, result: unknown): string | undefined {
  return work.brief?.(fencedAnswer(result, untrustedFields(work.output)) as never)
}
