import type { ServerContext } from '@modelcontextprotocol/server'
import type { Context } from '../operations/asked/operation.ts'

/** How far long work is, told to a client that asked for it. */
export type ProgressNotice = Pick<Context, 'onCount' | 'onProgress'>

/** At most so often, in milliseconds, but for the last of each kind. */
const pause = 100

/**
 * Progress notifications of one request. What is counted may change under way (pages, then claims): the protocol wants numbers that only grow, so what comes later is
 * counted on.
 */
export function progressOf({ mcpReq }: ServerContext, now: () => number = Date.now): ProgressNotice {
  const token = mcpReq._meta?.progressToken
  if (token === undefined) return {}
  const state = { what: '', base: 0, done: 0, sent: -1, at: 0 }
  const tell = (what: string, done: number, total: number | undefined): void => {
    if (what !== state.what) Object.assign(state, { what, base: state.base + state.done, done: 0 })
    state.done = Math.max(state.done, done)
    const progress = state.base + state.done
    if (progress <= state.sent || (done !== total && now() - state.at < pause)) return
    Object.assign(state, { sent: progress, at: now() })
    const params = {
      progressToken: token,
      progress,
      message: `${done} ${total === undefined ? '' : `of ${total} `}${what}`,
      ...(total === undefined ? {} : { total: state.base + total }),
    }
    void mcpReq.notify({ method: 'notifications/progress', params }).catch(() => undefined)
  }
  return {
    onCount: tell,
    onProgress: ({ name, received, total }) => tell(`bytes of ${name}`, received, total ?? undefined),
  }
}
