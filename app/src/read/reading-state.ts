import { signal } from '@preact/signals'
import type { Answers, Problem } from '../../../src/server/answer-types.ts'
import { postRequest, RequestFailed } from '../api/client.ts'
import { removeSessionText, saveSessionText, sessionText } from './session-text.ts'
import { dropReference, type ReadRequest, uploadReference } from './text-input.ts'

export type Answer = Answers['read']
export type AnsweredClaim = Answer['claims'][number]
export type Verdict = NonNullable<AnsweredClaim['verdict']>

/** Props of the components that make up a claim card. */
export interface ClaimProps {
  readonly claim: AnsweredClaim
  readonly number: number
  readonly answer: Pick<Answer, 'sources'>
  /** Set for a claim that is not as the text has it: one corrected by the reader, or given without a text. */
  readonly version?: 'corrected' | 'given'
}

/** Names a claim where something refers to it: `claim 7`, `claim 7 as corrected`. */
export function claimName({ number, version }: Pick<ClaimProps, 'number' | 'version'>): string {
  return version === 'given' ? 'the claim' : `claim ${number}${version === undefined ? '' : ' as corrected'}`
}

/** Progress of a reading: how many of the things named by `what` are done. */
export interface Progress {
  readonly what: string
  readonly done: number
  readonly total: number
}

/** The state of the page for reading a text. */
export type ReadingState =
  | { readonly stage: 'none' }
  | { readonly stage: 'reading'; readonly toRead: ReadRequest; readonly howFar: Progress | undefined; readonly stop: () => void }
  | { readonly stage: 'read'; readonly toRead: ReadRequest; readonly answer: Answer; readonly survives: boolean }
  | { readonly stage: 'failed'; readonly toRead: ReadRequest; readonly problem: Problem }

/** The text that is shown, or the reading in progress; it stays while other pages are open. */
export const readingState = signal<ReadingState>({ stage: 'none' })

/** The previous request, so that the form can show its text for editing. */
export const lastRequest = signal<ReadRequest | undefined>(undefined)

/** Reads a text; a reading in progress is cancelled. */
export async function startReading(toRead: ReadRequest): Promise<void> {
  if (readingState.value.stage === 'reading') readingState.value.stop()
  const leaving = new AbortController()
  const stop = (): void => {
    leaving.abort()
    closeText()
  }
  lastRequest.value = toRead
  readingState.value = { stage: 'reading', toRead, howFar: undefined, stop }
  const told = (howFar: Progress): void => {
    if (!leaving.signal.aborted) readingState.value = { stage: 'reading', toRead, howFar, stop }
  }
  try {
    // saved first, so that a reload during the reading loses nothing
    const survives = await saveSessionText(toRead)
    if (leaving.signal.aborted) return removeSessionText()
    const answer = await requestAnswer(toRead, {}, told, leaving.signal)
    if (!leaving.signal.aborted) readingState.value = { stage: 'read', toRead, answer, survives }
  } catch (thrown) {
    if (leaving.signal.aborted) return
    const problem = problemOfThrown(thrown)
    if (!mayRetry(problem)) removeSessionText()
    readingState.value = { stage: 'failed', toRead, problem }
  }
}

/** Returns the problem of an error; an error that the server did not send counts as a lost connection. */
export function problemOfThrown(thrown: unknown): Problem {
  if (thrown instanceof RequestFailed) return thrown.problem
  return {
    type: 'urn:visavis:error:Silent',
    title: 'No answer',
    status: 0,
    detail: 'The answer broke off. Is visavis serve still running?',
    code: 'Silent',
  }
}

/** Whether a retry may succeed, because the fault was with the server or the network and not with the text. */
export function mayRetry({ status }: Problem): boolean {
  return status === 0 || status >= 500
}

/** Reads the text of this tab again after a reload, if the tab has saved one. */
export function resumeReading(): void {
  const kept = readingState.value.stage === 'none' ? sessionText() : undefined
  if (kept !== undefined) void startReading(kept)
}

/** Closes the text; the form then shows it for editing. */
export function closeText(): void {
  removeSessionText()
  readingState.value = { stage: 'none' }
}

/** Saves the forecasts of the text in the user's store, and returns what was saved. */
export async function saveForecastsOf(toRead: ReadRequest): Promise<NonNullable<Answer['kept']>> {
  return (await requestAnswer(toRead, { keep: true }, () => undefined)).kept!
}

async function requestAnswer(
  toRead: ReadRequest,
  more: { readonly keep?: boolean },
  told: (howFar: Progress) => void,
  leaving?: AbortSignal,
): Promise<Answer> {
  return withReference(toRead, async (file) =>
    displayable(await postRequest('read', { ...readInput(toRead, file), ...more }, told, leaving)),
  )
}

/** Sends a request with the reference of the uploaded text; uploads the text again if the server has lost it by a restart. */
export async function withReference<T>({ brought }: ReadRequest, ask: (file: string) => Promise<T>): Promise<T> {
  try {
    return await ask(await uploadReference(brought))
  } catch (thrown) {
    if (!(thrown instanceof RequestFailed) || !thrown.problem.detail.startsWith('there is no file "upload:')) throw thrown
    dropReference(brought)
    return ask(await uploadReference(brought))
  }
}

/** Returns the input of a request about a text; if title or date is empty, the server takes it from the text. */
export function readInput(
  { title, date }: ReadRequest,
  file: string,
): { readonly file: string; readonly title?: string; readonly date?: string } {
  return { file, ...(title === '' ? {} : { title }), ...(date === '' ? {} : { date }) }
}

/**
 * Prepares the answer for display. JSON has no infinity: an open end of a tolerance arrives as null, and becomes infinite again here. Direction
 * marks and control characters are made visible, as in the downloaded page, because they could change how a text reads.
 */
export function displayable<A extends Pick<Answer, 'claims'> | Answers['check']>(answer: A): A {
  const open = (end: number | null, beyond: number): number => end ?? beyond
  const told = JSON.parse(JSON.stringify(answer), (_, value: unknown) =>
    typeof value === 'string' ? visibleCharacters(value) : value,
  ) as A
  const claims = told.claims.map((claim) => {
    if (claim.tolerance === null) return claim
    const { low, high, why } = claim.tolerance
    return { ...claim, tolerance: { low: open(low, Number.NEGATIVE_INFINITY), high: open(high, Number.POSITIVE_INFINITY), why } }
  })
  return { ...told, claims }
}

/** Replaces control characters and direction marks one for one, so that offsets stay valid. */
function visibleCharacters(text: string): string {
  return text.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, (sign) => (/\s/.test(sign) ? sign : '\ufffd'))
}
