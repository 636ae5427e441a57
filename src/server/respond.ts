import type { RememberedAnswer } from './answers.ts'
import { type Coding, codedTag, codingFor, compressed, packs } from './coding.ts'

/** Answers that were packed once, for as long as they are kept. */
const kept = { gzip: new WeakMap<RememberedAnswer, Promise<Uint8Array>>(), br: new WeakMap<RememberedAnswer, Promise<Uint8Array>>() }

/** How an answer is asked for. */
export interface RespondRequest {
  /** By name of a form: it is likely to be kept as a file. */
  readonly named: boolean
  /** The header `Accept-Encoding`. */
  readonly accepted: string | undefined
}

/** An answer as a response, packed where the asker takes that and it gets smaller. */
export async function respond(
  answer: RememberedAnswer,
  headers: Readonly<Record<string, string>>,
  { named, accepted }: RespondRequest,
): Promise<Response> {
  const { body, type, filename } = answer
  const worth = packs(type, body.length)
  const coding = worth ? codingFor(accepted, ['br', 'gzip']) : undefined
  const { etag } = headers
  return new Response((coding === undefined ? body : await packedOf(answer, coding)).slice(), {
    headers: {
      'content-type': type,
      ...headers,
      ...(worth ? { vary: 'accept-encoding' } : {}),
      ...(coding === undefined ? {} : { 'content-encoding': coding }),
      ...(etag === undefined ? {} : { etag: codedTag(etag, coding) }),
      ...(named && filename !== undefined ? { 'content-disposition': `inline; filename="${filename}"` } : {}),
      // a report is a document of its own: it styles itself, and nothing in it may run
      ...(type.startsWith('text/html') ? { 'content-security-policy': ownStyleOnly } : {}),
    },
  })
}

const ownStyleOnly = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox"

/** That what the asker has is still right. */
export function notModified(etag: string, headers: Readonly<Record<string, string>>): Response {
  return new Response(null, { status: 304, headers: { etag, 'cache-control': 'private, no-cache', vary: 'accept-encoding', ...headers } })
}

/**
 * What the reader must know of the record that was used. A header holds plain letters only: all others, and the percent sign, as in an address.
 *
 * @example warningHeader(['This rests on /Çin'])   // { 'visavis-warning': 'This rests on /%C3%87in' }
 * @example warningHeader([])   // {}
 */
export function warningHeader(warnings: readonly string[]): Record<string, string> {
  if (warnings.length === 0) return {}
  // half a pair of surrogates has no such form: a buffer puts the sign for the unreadable in its place
  const whole = Buffer.from(warnings.join(' | ')).toString()
  return { 'visavis-warning': whole.replaceAll(/[^\x20-\x7e]|%/gu, (sign) => encodeURIComponent(sign)) }
}

function packedOf(answer: RememberedAnswer, coding: Coding): Promise<Uint8Array> {
  const found = kept[coding].get(answer) ?? compressed(answer.body, coding)
  kept[coding].set(answer, found)
  return found
}
