import type { Context } from 'hono'
import type { Answers } from '../operations/answer-types.ts'
import { pairPageText } from '../reports/overview/pair-page-text.ts'
import { jsonAnswer } from './operation-routes.ts'
import type { ServerState } from './server-state.ts'

/** Writes the headline and the table of the pair of `/dyad/A/B` for readers without scripts; undefined for other pages. */
export function pairText(c: Context, workbench: ServerState): Promise<string> | undefined {
  const [view, a, b, more] = c.req.path.split('/').filter(Boolean).map(decodedSegment)
  const assess = workbench.operations.find(({ name }) => name === 'assess')
  if (view !== 'dyad' || a === undefined || b === undefined || more !== undefined || assess === undefined) return undefined
  const to = c.req.query('to')
  return jsonAnswer(assess, { a, b, ...(to === undefined ? {} : { to }) }, workbench, c.req.raw.signal).then(
    (answer) => pairPageText((answer as Answers['assess']).overview),
    // the page says it with scripts too; a fault of the server is not told twice
    (thrown: unknown) => pairPageText(undefined, thrown instanceof Error ? thrown.message : String(thrown)),
  )
}

/** Decodes a path segment; one with an invalid encoding stays as it is, and no party has such a name. */
function decodedSegment(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
