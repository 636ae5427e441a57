import type { ClaimSlots } from '../../claims/slots/claim-slots.ts'
import { VisavisError } from '../../errors.ts'
import { givenClaim } from '../checking/claim-slots-file.ts'

/** A claim as a reader offers it: the number of its sentence, the words quoted, and its slots; undefined where they cannot be used. */
export interface OfferedClaim {
  readonly sentence: number
  readonly quote: string
  readonly slots: ClaimSlots | undefined
}

/** Longest text in a slot: what is longer is no slot, and is not examined. */
const longestSlot = 300

/**
 * Reads the claims in an answer of a server: in the message, or in its beginning and end where a model talks around its JSON.
 *
 * @param body   the JSON of the answer, of whatever form
 * @param most   claims that are read; more are only counted
 * @throws VisavisError BadAnswer where it holds no claims in JSON
 */
export function offeredClaims(body: unknown, most: number): { readonly claims: readonly OfferedClaim[]; readonly offered: number } {
  const content = contentOf(body)
  const found = listIn(content)
  if (found === undefined)
    throw new VisavisError('BadAnswer', content.trim() === '' ? 'the answer is empty' : 'the answer is no JSON with claims')
  return { claims: found.slice(0, most).map(offeredClaim), offered: found.length }
}

/** The text of the message in an answer, whether it is one text or a list of parts. */
function contentOf(body: unknown): string {
  const choice = (body as { choices?: unknown } | null | undefined)?.choices
  const [first] = Array.isArray(choice) ? (choice as readonly { message?: { content?: unknown }; finish_reason?: unknown }[]) : []
  const content = first?.message?.content
  if (first?.finish_reason === 'length') throw new VisavisError('BadAnswer', 'the answer was cut off at the limit of the server')
  if (typeof content === 'string') return content
  if (!Array.isArray(content)) throw new VisavisError('BadAnswer', 'the answer is not of the form of chat completions')
  return (content as readonly ({ text?: unknown } | null)[]).map((part) => (typeof part?.text === 'string' ? part.text : '')).join('')
}

/** The list of claims in a message: the whole message, or what stands between its first and last bracket. */
function listIn(content: string): readonly unknown[] | undefined {
  // what a model thinks aloud before its answer may hold drafts
  const said = content.replace(/^\s*<think>[\s\S]*?<\/think>/, '')
  return listOf(said) ?? listOf(between(said, '{', '}')) ?? listOf(between(said, '[', ']'))
}

function between(text: string, open: string, close: string): string {
  const [from, to] = [text.indexOf(open), text.lastIndexOf(close)]
  return from < 0 || to < from ? '' : text.slice(from, to + 1)
}

function listOf(text: string): readonly unknown[] | undefined {
  try {
    const value: unknown = JSON.parse(text)
    const list = Array.isArray(value) ? value : (value as { claims?: unknown } | null)?.claims
    return Array.isArray(list) ? list : undefined
  } catch {
    return undefined
  }
}

function offeredClaim(value: unknown): OfferedClaim {
  const { sentence, quote, ...slots } = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  const known = isShort(slots) ? givenClaim(withoutOwn(slots), 1) : undefined
  return {
    sentence: typeof sentence === 'number' ? sentence : typeof sentence === 'string' ? Number(sentence) : Number.NaN,
    quote: typeof quote === 'string' ? quote : '',
    slots: known !== undefined && 'slots' in known && known.slots.kind !== 'unread' && hasPlainUnit(known.slots) ? known.slots : undefined,
  }
}

/** Leaves out what only our own reading gives. */
function withoutOwn({ id: _, measured: __, said: ___, domain: ____, ...slots }: Record<string, unknown>): Record<string, unknown> {
  return slots
}

const isShort = (slots: Record<string, unknown>): boolean =>
  Object.values(slots)
    .flat()
    .every((one) => typeof one !== 'string' || one.length <= longestSlot)

/** Whether the unit has the form of one, since it is shown as it is given. */
const hasPlainUnit = ({ unit }: ClaimSlots): boolean => unit === null || /^[\p{L}$€%/_]+(?: [\p{L}/_]+){0,2}$/u.test(unit)
