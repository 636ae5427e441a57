import type { ProgressCallbacks } from '../operations/request/operation.ts'
import type { CachedAnswer } from './answer-cache.ts'
import type { HttpProblem } from './problem.ts'

/**
 * Runs long work and reports it as server-sent events (`text/event-stream`): `progress` (`{what, done, total}`), `warning` (`{text}`), and
 * finally one `answer` (in the requested format) or one `problem`.
 */
export function progressStream(
  work: (progress: ProgressCallbacks, signal: AbortSignal) => Promise<CachedAnswer>,
  client: AbortSignal,
  problemOf: (thrown: unknown) => HttpProblem,
): Response {
  const gone = new AbortController()
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    start: async (stream) => {
      const send = (event: string, data: string): void => {
        if (!gone.signal.aborted) stream.enqueue(encoder.encode(eventText(event, data)))
      }
      // for a client that reads too slowly, counts are skipped
      const report = (progress: unknown): void => {
        if ((stream.desiredSize ?? 0) > 0) send('progress', JSON.stringify(progress))
      }
      const progress: ProgressCallbacks = {
        warn: (text) => send('warning', JSON.stringify({ text })),
        onCount: (what, done, total) => report({ what, done, total }),
        onProgress: (progress) => report({ what: 'bytes', ...progress }),
      }
      try {
        const answer = await work(progress, AbortSignal.any([client, gone.signal]))
        send('answer', new TextDecoder().decode(answer.body))
      } catch (thrown) {
        send('problem', JSON.stringify(problemOf(thrown)))
      }
      if (!gone.signal.aborted) stream.close()
    },
    cancel: () => gone.abort(),
  })
  return new Response(body, { headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store' } })
}

function eventText(event: string, data: string): string {
  const lines = data.split('\n').map((line) => `data: ${line}\n`)
  return `event: ${event}\n${lines.join('')}\n`
}
