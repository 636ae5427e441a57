import type { ServerContext } from '@modelcontextprotocol/server'
import type { Context } from '../operations/request/operation.ts'

/** The callbacks by which an operation reports progress. */
export type NotificationCallbacks = Pick<Context, 'onCount' | 'onProgress'>

/** Least milliseconds between notifications. The last one of each phase is sent in any case. */
const leastInterval = 100

/**
 * Returns callbacks that send the progress of one request to the client; none if the client did not ask for progress. The unit may change
 * (pages, then claims), but the protocol requires increasing numbers, so the counts of later phases are added to those of earlier ones.
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
