import type { Context } from 'hono'
import type { Answers } from '../../operations/answer-types.ts'
import { pairPageText } from '../../reports/overview/pair-page-text.ts'
import type { ServerState } from '../server-state.ts'
import { fromAssessment, pairOfPath } from './pair-assessment.ts'
import { withinTime } from './within-time.ts'

/**
 * Writes the headline and the table of the pair of `/dyad/A/B` for readers without scripts; undefined for other pages. A public server leaves out what takes too
 * long.
 */
export function pairText(c: Context, workbench: ServerState): Promise<string> | undefined {
  const pair = pairOfPath(c.req.path)
  if (pair === undefined) return undefined
  const to = c.req.query('to')
  const make = ({ overview }: Answers['assess']): string => pairPageText(overview)
  const text = fromAssessment({ ...pair, ...(to === undefined ? {} : { to }) }, { name: 'text', make }, workbench, c.req.raw.signal).catch(
    (thrown: unknown) => pairPageText(undefined, thrown instanceof Error ? thrown.message : String(thrown)),
  )
  return workbench.open === undefined ? text : withinTime(text).then((found) => found ?? '')
}
