/** Why a question is given up: it takes too long, or the server stops. */
export type GivenUp = 'TimedOut' | 'Stopping'

/** Thrown where a question is given up. */
export class TimeUp extends Error {
  readonly why: GivenUp

  constructor(why: GivenUp) {
    super(why === 'TimedOut' ? 'the answer took longer than a question may take' : 'the server is stopping')
    this.why = why
  }
}

/**
 * Work that is given up when its time is over, when the server stops, or when nobody waits for it any more: an operation that does not listen must not hold the reader.
 *
 * @param asker   raised when nobody waits
 * @throws TimeUp
 */
export async function withinTime<T>(
  limits: { readonly milliseconds: number; readonly stopping: AbortSignal; readonly asker: AbortSignal },
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const late = new AbortController()
  const timer = setTimeout(() => late.abort(), limits.milliseconds)
  const signal = AbortSignal.any([late.signal, limits.asker, limits.stopping])
  let giveUp: (() => void) | undefined
  const givenUp = new Promise<never>((_, reject) => {
    giveUp = () => reject(new TimeUp(late.signal.aborted ? 'TimedOut' : 'Stopping'))
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
