import { signal } from '@preact/signals'
import type { Answers, Problem } from '../../../src/server/answer-types.ts'
import { Failed, work } from '../asking/client.ts'
import { forgetText, keepText, keptText } from './kept-text.ts'
import { forgetReference, referenceOf, type ToRead } from './text-given.ts'

export type Answer = Answers['read']
export type Claim = Answer['claims'][number]
export type Verdict = NonNullable<Claim['verdict']>

/** What each part of a claim's card is given. */
export interface ClaimProps {
  readonly claim: Claim
  readonly number: number
  readonly answer: Answer
}

/** How far the work is: so many of these things are done. */
export interface HowFar {
  readonly what: string
  readonly done: number
  readonly total: number
}

/** Where the page is with a text. */
export type Reading =
  | { readonly stage: 'none' }
  | { readonly stage: 'reading'; readonly toRead: ToRead; readonly howFar: HowFar | undefined; readonly stop: () => void }
  | { readonly stage: 'read'; readonly toRead: ToRead; readonly answer: Answer; readonly survives: boolean }
  | { readonly stage: 'failed'; readonly toRead: ToRead; readonly problem: Problem }

/** The text that the page shows; it stays while other pages are looked at. */
export const reading = signal<Reading>({ stage: 'none' })

/** The text before, for who wants to change it. */
export const lastToRead = signal<ToRead | undefined>(undefined)

/** Reads a text; one that is being read is let go. */
export async function read(toRead: ToRead): Promise<void> {
  if (reading.value.stage === 'reading') reading.value.stop()
  const leaving = new AbortController()
  const stop = (): void => {
    leaving.abort()
    putAway()
  }
  lastToRead.value = toRead
  reading.value = { stage: 'reading', toRead, howFar: undefined, stop }
  const told = (howFar: HowFar): void => {
    if (!leaving.signal.aborted) reading.value = { stage: 'reading', toRead, howFar, stop }
  }
  try {
    // kept before it is read: a page that is loaded anew meanwhile has lost nothing
    const survives = await keepText(toRead)
    if (leaving.signal.aborted) return forgetText()
    const answer = await answered(toRead, {}, told, leaving.signal)
    if (!leaving.signal.aborted) reading.value = { stage: 'read', toRead, answer, survives }
  } catch (thrown) {
    if (leaving.signal.aborted) return
    const problem = problemOf(thrown)
    if (!mayPass(problem)) forgetText()
    reading.value = { stage: 'failed', toRead, problem }
  }
}

/** What went wrong: whatever is no problem that the server told is an answer that broke off. */
export function problemOf(thrown: unknown): Problem {
  if (thrown instanceof Failed) return thrown.problem
  return {
    type: 'urn:visavis:error:Silent',
    title: 'No answer',
    status: 0,
    detail: 'The answer broke off. Is visavis serve still running?',
    code: 'Silent',
  }
}

/** Whether the same text may be read another time: the fault lay with the server or the network, not with the text. */
export function mayPass({ status }: Problem): boolean {
  return status === 0 || status >= 500
}

/** Reads what this tab read before it was loaded anew. */
export function readAgain(): void {
  const kept = reading.value.stage === 'none' ? keptText() : undefined
  if (kept !== undefined) void read(kept)
}

/** Puts the text away; the form shows it again to be changed. */
export function putAway(): void {
  forgetText()
  reading.value = { stage: 'none' }
}

/** Has the forecasts of the text kept in the reader's own store. */
export async function keepForecasts(toRead: ToRead): Promise<NonNullable<Answer['kept']>> {
  return (await answered(toRead, { keep: true }, () => undefined)).kept!
}

async function answered(
  toRead: ToRead,
  more: { readonly keep?: boolean },
  told: (howFar: HowFar) => void,
  leaving?: AbortSignal,
): Promise<Answer> {
  return withReference(toRead, async (file) => revived(await work('read', { ...questionOf(toRead, file), ...more }, told, leaving)))
}

/** Asks with the name of the text; where the server was started anew and has it no more, it is brought again. */
export async function withReference<T>({ brought }: ToRead, ask: (file: string) => Promise<T>): Promise<T> {
  try {
    return await ask(await referenceOf(brought))
  } catch (thrown) {
    if (!(thrown instanceof Failed) || !thrown.problem.detail.startsWith('there is no file "upload:')) throw thrown
    forgetReference(brought)
    return ask(await referenceOf(brought))
  }
}

/** The question about a text: what the reader left open is for the text to tell. */
export function questionOf(
  { title, date }: ToRead,
  file: string,
): { readonly file: string; readonly title?: string; readonly date?: string } {
  return { file, ...(title === '' ? {} : { title }), ...(date === '' ? {} : { date }) }
}

/**
 * The answer as it can be shown. JSON has no infinity: an open end of a tolerance arrives as null. Signs that turn the direction of a text, or control a terminal, are
 * made visible, as in the page that is taken away: they could have words read as what they are not.
 */
function revived(answer: Answer): Answer {
  const open = (end: number | null, beyond: number): number => end ?? beyond
  const told = JSON.parse(JSON.stringify(answer), (_, value: unknown) => (typeof value === 'string' ? visible(value) : value)) as Answer
  const claims = told.claims.map((claim) => {
    if (claim.tolerance === null) return claim
    const { low, high, why } = claim.tolerance
    return { ...claim, tolerance: { low: open(low, Number.NEGATIVE_INFINITY), high: open(high, Number.POSITIVE_INFINITY), why } }
  })
  return { ...told, claims }
}

/** One sign for one, so that places in the text stay what they are. */
function visible(text: string): string {
  return text.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, (sign) => (/\s/.test(sign) ? sign : '\ufffd'))
}
