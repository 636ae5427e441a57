import type { Context } from 'hono'
import type { Answers } from '../../operations/answer-types.ts'
import { pairPageText } from '../../reports/overview/pair-page-text.ts'
import type { ServerState } from '../server-state.ts'
import { fromAssessment } from './pair-assessment.ts'
import { patience, withinTime } from './within-time.ts'

/**
 * Writes the headline and the table of the pair of `/dyad/A/B` for readers without scripts; undefined for other pages. A public server, which describes the pair in
 * the head of the page first, leaves out what takes long.
 */
export function pairText(c: Context, workbench: ServerState): Promise<string> | undefined {
  const [view, a, b, more] = c.req.path.split('/').filter(Boolean).map(decodedSegment)
  if (view !== 'dyad' || a === undefined || b === undefined || more !== undefined) return undefined
  const to = c.req.query('to')
  const make = ({ overview }: Answers['assess']): string => pairPageText(overview)
  const text = (): Promise<string> =>
    fromAssessment({ a, b, ...(to === undefined ? {} : { to }) }, { name: 'text', make }, workbench, c.req.raw.signal).catch(
      (thrown: unknown) => pairPageText(undefined, thrown instanceof Error ? thrown.message : String(thrown)),
    )
  return workbench.open === undefined ? text() : withinTime(patience, text).then((found) => found ?? '')
}

/** Decodes a path segment; one with an invalid encoding stays as it is, and no party has such a name. */
function decodedSegment(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
