import { VisavisError } from '../errors.ts'
import { answerJson } from '../operations/request/answer-json.ts'
import type { Format, Work } from '../operations/request/operation.ts'
import { fencedAnswer, notice, visibleInFence } from './fence.ts'
import { mediaTypes } from './session-answers.ts'
import { hasNoFields, pathsOf, untrustedFields } from './untrusted-fields.ts'

/**
 * An answer in a format, as text or, for a zip, as bytes. Third-party text is fenced; in JSON its fields are listed first instead. The text
 * must still pass through `finished`.
 *
 * @throws VisavisError Usage for a format that the operation does not have
 */
export async function renderFenced(work: Work, result: unknown, format: Format): Promise<string | Uint8Array> {
  const pieces = format === 'csv' || format === 'json' ? work.inPieces?.[format] : undefined
  if (pieces !== undefined) return [...pieces(result as never)].join('')
  const fields = untrustedFields(work.output)
  if (format === 'json')
    return visibleInFence(answerJson(hasNoFields(fields) ? result : { untrusted: pathsOf(fields), ...(result as object) }, 2))
  const show = work.show[format]
  if (show === undefined) throw new VisavisError('Usage', `there is no form ${format} of this answer`)
  // a page escapes all text, and marks claims by offsets into the sentence
  if (format === 'html') return visibleInFence(withPageNotice(String(await show(result as never)), !hasNoFields(fields)))
  return format === 'zip' ? show(result as never) : show(fencedAnswer(result, fields) as never)
}

/** Whether a format goes without fences: JSON quotes its texts, and HTML escapes them. */
export function isData(mimeType: string): boolean {
  return mimeType === mediaTypes.json || mimeType === mediaTypes.html || mimeType === 'application/schema+json'
}

/** Adds the notice to the top of an HTML page. */
function withPageNotice(page: string, quotes: boolean): string {
  return quotes
    ? page.replace(/<body[^>]*>/, (tag) => `${tag}\n<p>${notice.replace('between ⟦ and ⟧ ', 'of the text and its title ')}</p>`)
    : page
}

/** The short form of an answer, fenced. */
export function renderBrief(work: Work, result: unknown): string | undefined {
  return work.brief?.(fencedAnswer(result, untrustedFields(work.output)) as never)
}
