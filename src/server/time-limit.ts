/** Why a request is aborted: it takes too long, or the server stops. */
export type AbortReason = 'TimedOut' | 'Stopping'

/** Thrown where a request is aborted. */
export class RequestAborted extends Error {
  readonly why: AbortReason

  constructor(why: AbortReason) {
    super(why === 'TimedOut' ? 'the answer took longer than a question may take' : 'the server is stopping')
    this.why = why
  }
}

/**
 * Rejects when the time is up, the server stops or the client leaves, even if the operation ignores its signal.
 *
 * @param client   aborted when the client no longer waits
 * @throws TimeUp
 */
export async function withTimeLimit<T>(
  limits: { readonly milliseconds: number; readonly stopping: AbortSignal; readonly asker: AbortSignal },
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const late = new AbortController()
  const timer = setTimeout(() => late.abort(), limits.milliseconds)
  const signal = AbortSignal.any([late.signal, limits.asker, limits.stopping])
  let giveUp: (() => void) | undefined
  const givenUp = new Promise<never>((_, reject) => {
    giveUp = () => reject(new RequestAborted(late.signal.aborted ? 'TimedOut' : 'Stopping'))
    if (signal.aborted) giveUp()
    signal.addEventListener('abort', giveUp, { once: true })
  })
  try {
    return await Promise.race([work(signal), givenUp])
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', giveUp!)
  }
}
