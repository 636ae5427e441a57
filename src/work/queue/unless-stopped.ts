/**
 * Waits for an answer of a queue, but no longer than until the signal is aborted: a queue that is away answers when it is back, which may be never.
 *
 * @throws the reason of the signal
 */
export async function unlessStopped<T>(answer: Promise<T>, signal: AbortSignal): Promise<T> {
  answer.catch(() => undefined)
  signal.throwIfAborted()
  let stop = (): void => undefined
  const stopped = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason)
    signal.addEventListener('abort', stop, { once: true })
  })
  try {
    return await Promise.race([answer, stopped])
  } finally {
    signal.removeEventListener('abort', stop)
  }
}
