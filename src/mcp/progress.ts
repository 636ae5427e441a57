import type { ServerContext } from '@modelcontextprotocol/server'
import type { Context } from '../operations/request/operation.ts'

/** Progress callbacks for a client that requested progress. */
export type NotificationCallbacks = Pick<Context, 'onCount' | 'onProgress'>

/** Least milliseconds between notifications, except the last of each phase. */
const leastInterval = 100

/**
 * Progress notifications of one request. The unit may change (pages, then claims) but the protocol requires increasing numbers, so later
 * phases add to earlier ones.
 */
export function progressNotifications({ mcpReq }: ServerContext, now: () => number = Date.now): NotificationCallbacks {
  const token = mcpReq._meta?.progressToken
  if (token === undefined) return {}
  const state = { what: '', base: 0, done: 0, sent: -1, at: 0 }
  const tell = (what: string, done: number, total: number | undefined): void => {
    if (what !== state.what) Object.assign(state, { what, base: state.base + state.done, done: 0 })
    state.done = Math.max(state.done, done)
    const progress = state.base + state.done
    if (progress <= state.sent || (done !== total && now() - state.at < leastInterval)) return
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
