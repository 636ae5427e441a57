import type { FetchOptions } from '../../sources/fetching/fetch-files.ts'
import type { Context } from '../request/operation.ts'

/** Runs downloads that end in good order when the signal of the request is aborted; completed files are kept. */
export async function interruptibly<T>(context: Context, cacheDir: string, use: (how: FetchOptions) => Promise<T>): Promise<T> {
  const { download } = await import('../../sources/download/download.ts')
  const { env, today, signal, onProgress } = context
  const stop = new AbortController()
  const raise = (): void => stop.abort(signal?.reason)
  if (signal?.aborted) raise()
  // while the signal has a listener, the command line does not exit at once on Ctrl-C, so that downloads end in good order
  signal?.addEventListener('abort', raise)
  try {
    return await use({ download: context.download ?? download, cacheDir, env, today, signal: stop.signal, onProgress })
  } finally {
    signal?.removeEventListener('abort', raise)
  }
}
