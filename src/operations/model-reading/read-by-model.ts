import type { Claim } from '../../claims/claim.ts'
import { type GroundText, groundedIn } from '../../claims/grounding/ground-claim.ts'
import { claimFromSlots } from '../../claims/slots/claim-from-slots.ts'
import type { ClaimSlots } from '../../claims/slots/claim-slots.ts'
import { VisavisError } from '../../errors.ts'
import type { DroppedClaims, ReaderReport } from '../../reports/claims/claims-answer.ts'
import type { Context } from '../request/operation.ts'
import { type OfferedClaim, offeredClaims } from './offered-claims.ts'
import { readerAddress } from './reader-address.ts'
import { type NumberedSentence, requestBody, type SentenceBatch } from './reader-messages.ts'
import { type ModelServer, requestReader } from './reader-request.ts'

/** Limits of what is sent: in a request, in all, and how much is expected back. */
const limits = { sentences: 12, characters: 4000, before: 4, all: 3000, claimsOfSentence: 20, failuresInARow: 3 }

/** Seconds that one answer may take, unless the user says otherwise: a model on a processor without a graphics card is slow. */
const seconds = { usual: 300, most: 3600 }

/** A claim that a reader has read and the text bears out: as it is tested, and where it stands. */
export interface GroundedClaim {
  /** As it is tested: the words are written anew from the slots. */
  readonly tested: Claim
  readonly sentence: number
  readonly start: number
  readonly end: number
}

/** What a reader has made of a text. */
export interface ModelReading {
  readonly claims: readonly GroundedClaim[]
  /** Indexes of sentences that the reader gave no answer for. */
  readonly unread: ReadonlySet<number>
  readonly report: ReaderReport
}

/**
 * Has a server with the chat completions of OpenAI read the claims out of a text, some sentences at a time, and keeps only those that are grounded in the
 * text. A request that fails twice loses its own sentences; nothing else of the text.
 *
 * @throws VisavisError Usage for the address; Unreachable, BadAnswer or TooLarge where no request at all was answered; Interrupted
 */
export async function readByModel(
  text: GroundText,
  asked: { readonly address: string; readonly model: string | undefined },
  context: Context,
): Promise<ModelReading> {
  const address = readerAddress(asked.address)
  const signal = context.signal ?? new AbortController().signal
  const base = { address, key: context.env['VISAVIS_READER_KEY'] || undefined, timeout: timeoutOf(context), env: context.env, signal }
  const reader: ModelServer = { ...base, model: asked.model ?? (await onlyModel({ ...base, model: '' })) }
  const batches = batchesOf(text.sentences.slice(0, limits.all))
  const state: ReadingState = {
    format: 'schema',
    offers: [],
    unread: new Set(text.sentences.keys()),
    requests: { answered: 0, failed: 0, unsent: 0 },
    sent: 0,
    offered: 0,
    inARow: 0,
    failures: new Set(),
  }
  for (const [i, batch] of batches.entries()) {
    if (batches.length > 1) context.onCount?.('parts', i, batches.length)
    if (state.inARow < limits.failuresInARow) await readBatch(reader, text, batch, state)
    else if (state.requests.answered > 0) state.requests.unsent++
    else break
  }
  if (state.requests.answered === 0 && state.last !== undefined) throw state.last
  return groundedReading(text, reader, state)
}

/** What is known while a text is read. */
interface ReadingState {
  format: 'schema' | 'none'
  readonly offers: { readonly offer: OfferedClaim; readonly batch: SentenceBatch }[]
  readonly unread: Set<number>
  readonly requests: { answered: number; failed: number; unsent: number }
  /** Sentences that were sent, whether or not an answer came. */
  sent: number
  offered: number
  /** Requests that failed since the last answer, and the error of the last one. */
  inARow: number
  last?: VisavisError
  /** What went wrong, each reason once. */
  readonly failures: Set<string>
}

function timeoutOf({ env }: Context): number {
  const given = env['VISAVIS_READER_TIMEOUT']
  if (given === undefined || given === '') return seconds.usual * 1000
  const number = Number(given)
  if (number > 0 && number <= seconds.most) return number * 1000
  throw new VisavisError('Usage', `VISAVIS_READER_TIMEOUT: "${given}" is no number of seconds from 1 to ${seconds.most}`)
}

/** Asks which models the server has: the only one is meant where none is named. */
async function onlyModel(reader: ModelServer): Promise<string> {
  const address = new URL(reader.address)
  address.pathname = address.pathname.replace(/\/chat\/completions$/, '/models')
  const { status, body } = await requestReader(reader, address, undefined)
  const data = (body as { data?: unknown } | null | undefined)?.data
  const ids = (Array.isArray(data) ? (data as readonly ({ id?: unknown } | null)[]) : []).flatMap((one) =>
    typeof one?.id === 'string' ? [one.id] : [],
  )
  if (status === 200 && ids.length === 1) return ids[0]!.slice(0, 200)
  const which =
    ids.length === 0 ? 'it does not say which models it has' : `it has several models: ${ids.slice(0, 8).join(', ').slice(0, 300)}`
  throw new VisavisError('Usage', `the reader at ${address.host} is given no model, and ${status === 200 ? which : `answers ${status}`}`, {
    hint: `visavis read FILE --reader ${reader.address.href.replace('/chat/completions', '')} --reader-model NAME`,
  })
}

/** Divides sentences into batches of some sentences each, with those that stand before them. */
function batchesOf(sentences: readonly string[]): SentenceBatch[] {
  const batches: { sentences: NumberedSentence[]; before: NumberedSentence[] }[] = []
  const numbered = sentences.map((text, i) => ({ n: i + 1, text }))
  for (const one of numbered) {
    const last = batches.at(-1)
    const length = last?.sentences.reduce((sum, { text }) => sum + text.length, one.text.length) ?? 0
    if (last === undefined || last.sentences.length === limits.sentences || length > limits.characters)
      batches.push({ sentences: [one], before: numbered.slice(Math.max(0, one.n - 1 - limits.before), one.n - 1) })
    else last.sentences.push(one)
  }
  return batches
}

async function readBatch(reader: ModelServer, text: GroundText, batch: SentenceBatch, state: ReadingState): Promise<void> {
  const most = limits.claimsOfSentence * batch.sentences.length
  state.sent += batch.sentences.length
  for (let attempt = 1; ; attempt++) {
    try {
      const { claims, offered } = offeredClaims(await answerTo(reader, text, batch, state), most)
      state.offered += offered
      state.offers.push(...claims.map((offer) => ({ offer, batch })))
      for (const { n } of batch.sentences) state.unread.delete(n - 1)
      state.requests.answered++
      state.inARow = 0
      return
    } catch (cause) {
      if (!(cause instanceof VisavisError) || cause.code === 'Interrupted' || cause.code === 'Usage') throw cause
      if (attempt < 2) continue
      state.requests.failed++
      state.inARow++
      state.last = cause
      state.failures.add(cause.message)
      return
    }
  }
}

/** Asks for the claims of a batch: in a form that the server guarantees, or, once it has refused that, in the message alone. */
async function answerTo(reader: ModelServer, text: GroundText, batch: SentenceBatch, state: ReadingState): Promise<unknown> {
  const ask = (): ReturnType<typeof requestReader> =>
    requestReader(reader, reader.address, requestBody(reader.model, text, batch, state.format))
  let { status, body } = await ask()
  if ([400, 404, 415, 422, 501].includes(status) && state.format === 'schema' && state.requests.answered === 0) {
    state.format = 'none'
    ;({ status, body } = await ask())
  }
  if (status === 200) return body
  const { host } = reader.address
  const hint =
    status === 401 || status === 403
      ? 'its key is given in VISAVIS_READER_KEY'
      : status === 404
        ? `visavis read FILE --reader ${reader.address.origin}/v1 --reader-model NAME`
        : undefined
  throw new VisavisError('BadAnswer', `${host} answers ${status}${messageOf(body)}`, hint === undefined ? {} : { hint })
}

/** What a server says about an error, cut short, in one line. */
function messageOf(body: unknown): string {
  const error = (body as { error?: unknown } | null | undefined)?.error
  const message = typeof error === 'string' ? error : (error as { message?: unknown } | null | undefined)?.message
  return typeof message === 'string' ? `: “${message.replace(/[\p{Cc}\p{Cf}“”\s]+/gu, ' ').slice(0, 200)}”` : ''
}

function groundedReading(text: GroundText, reader: ModelServer, state: ReadingState): ModelReading {
  const dropped: Record<keyof DroppedClaims, number> = {
    slots: 0,
    sentence: 0,
    quote: 0,
    number: 0,
    party: 0,
    time: 0,
    name: 0,
    repeated: 0,
    surplus: 0,
  }
  dropped.surplus = state.offered - state.offers.length
  const claims = new Map<string, GroundedClaim>()
  for (const { offer, batch } of state.offers) {
    const found = groundedClaim(text, offer, batch)
    if ('fault' in found) dropped[found.fault]++
    else {
      const key = JSON.stringify({ ...found.tested, qualifier: null })
      if (claims.has(key)) dropped.repeated++
      else claims.set(key, found)
    }
  }
  const kept = [...claims.values()].sort((a, b) => a.sentence - b.sentence || a.start - b.start)
  const { requests, sent, offered, failures, unread } = state
  const { address, model } = reader
  const sentences = { sent, notRead: unread.size }
  return {
    claims: kept,
    unread,
    report: { address: address.href, model, sentences, requests, failures: [...failures], offered, kept: kept.length, dropped },
  }
}

function groundedClaim(
  text: GroundText,
  { sentence: number, quote, slots }: OfferedClaim,
  batch: SentenceBatch,
): GroundedClaim | { readonly fault: keyof DroppedClaims } {
  if (!batch.sentences.some(({ n }) => n === number)) return { fault: 'sentence' }
  const made = slots === undefined ? undefined : claimFromSlots(withQuotedSlots(slots, text.sentences[number - 1]!), number - 1)
  if (made === undefined || 'fault' in made) return { fault: 'slots' }
  const place = groundedIn(text, made.claim, { quote, sentence: number - 1 })
  return 'fault' in place ? place : { tested: made.claim, sentence: number - 1, ...place }
}

/** Empties the slots that quote the text, where it has no such words. */
function withQuotedSlots(slots: ClaimSlots, sentence: string): ClaimSlots {
  const stands = (words: string | null): string | null =>
    words !== null && sentence.toLowerCase().includes(words.toLowerCase()) ? words : null
  return { ...slots, qualifier: stands(slots.qualifier), source_named: stands(slots.source_named), sentence: null }
}
