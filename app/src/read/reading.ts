import { signal } from '@preact/signals'
import type { Answers, Problem } from '../../../src/server/answer-types.ts'
import { Failed, work } from '../asking/client.ts'
import { forgetText, keepText, keptText } from './kept-text.ts'
import { forgetReference, referenceOf, type ToRead } from './text-given.ts'

export type Answer = Answers['read']
export type Claim = Answer['claims'][number]
export type Verdict = NonNullable<Claim['verdict']>

/** Props of the parts of a claim card. */
export interface ClaimProps {
  readonly claim: Claim
  readonly number: number
  readonly answer: Answer
}

/** Progress: how many of these things are done. */
export interface HowFar {
  readonly what: string
  readonly done: number
  readonly total: number
}

/** The state of the page. */
export type Reading =
  | { readonly stage: 'none' }
  | { readonly stage: 'reading'; readonly toRead: ToRead; readonly howFar: HowFar | undefined; readonly stop: () => void }
  | { readonly stage: 'read'; readonly toRead: ToRead; readonly answer: Answer; readonly survives: boolean }
  | { readonly stage: 'failed'; readonly toRead: ToRead; readonly problem: Problem }

/** The text shown; it stays while other pages are open. */
export const reading = signal<Reading>({ stage: 'none' })

/** The previous text, for editing. */
export const lastToRead = signal<ToRead | undefined>(undefined)

/** Reads a text; cancels one in progress. */
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
    // saved first, so that a reload meanwhile loses nothing
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

/** The problem of an error: anything not sent by the server counts as a lost connection. */
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

/** Whether a retry may succeed: the fault was with the server or the network, not with the text. */
export function mayPass({ status }: Problem): boolean {
  return status === 0 || status >= 500
}

/** Reads the text of this tab again after a reload. */
export function readAgain(): void {
  const kept = reading.value.stage === 'none' ? keptText() : undefined
  if (kept !== undefined) void read(kept)
}

/** Closes the text; the form shows it for editing. */
export function putAway(): void {
  forgetText()
  reading.value = { stage: 'none' }
}

/** Saves the forecasts of the text in the user's store. */
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

/** Sends a request with the reference of the text; uploads it again if the server was restarted. */
export async function withReference<T>({ brought }: ToRead, ask: (file: string) => Promise<T>): Promise<T> {
  try {
    return await ask(await referenceOf(brought))
  } catch (thrown) {
    if (!(thrown instanceof Failed) || !thrown.problem.detail.startsWith('there is no file "upload:')) throw thrown
    forgetReference(brought)
    return ask(await referenceOf(brought))
  }
}

/** The request about a text; empty fields are left to the text. */
export function questionOf(
  { title, date }: ToRead,
  file: string,
): { readonly file: string; readonly title?: string; readonly date?: string } {
  return { file, ...(title === '' ? {} : { title }), ...(date === '' ? {} : { date }) }
}

/**
 * Prepares the answer for display. JSON has no infinity: an open end of a tolerance arrives as null. Direction marks and control characters
 * are made visible, as in the downloaded page, since they could make text read differently.
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

/** Replaces characters one for one, so that offsets stay valid. */
function visible(text: string): string {
  return text.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, (sign) => (/\s/.test(sign) ? sign : '\ufffd'))
}
