/** Why a request is aborted: it takes too long, or the server stops. If the client has left, `Stopping` is used, but nobody reads it. */
export type AbortReason = 'TimedOut' | 'Stopping'

export class RequestAborted extends Error {
  readonly why: AbortReason

  constructor(why: AbortReason) {
    super(why === 'TimedOut' ? 'the answer took longer than a question may take' : 'the server is stopping')
    this.why = why
  }
}

/**
 * Runs the work, but rejects when the time is up, the server stops or the client leaves, even if the work ignores its signal.
 *
 * @param limits   the time in milliseconds; `stopping`, aborted when the server stops; `client`, aborted when the client leaves
 * @throws RequestAborted, or what the work throws
 */
export async function withTimeLimit<T>(
  limits: { readonly milliseconds: number; readonly stopping: AbortSignal; readonly client: AbortSignal },
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const late = new AbortController()
  const timer = setTimeout(() => late.abort(), limits.milliseconds)
  const signal = AbortSignal.any([late.signal, limits.client, limits.stopping])
  let abort: (() => void) | undefined
  const aborted = new Promise<never>((_, reject) => {
    abort = () => reject(new RequestAborted(late.signal.aborted ? 'TimedOut' : 'Stopping'))
    if (signal.aborted) abort()
    signal.addEventListener('abort', abort, { once: true })
  })
  try {
    return await Promise.race([work(signal), aborted])
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', abort!)
  }
}
