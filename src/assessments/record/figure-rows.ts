import type { Estimate, Snapshot } from '../../store/index.ts'
import { isKnown } from '../../store/index.ts'
import type { Assessment } from '../forms/assessment.ts'
import { type RowsOfSource, rowsOfEvidence } from './rows-of-evidence.ts'

/**
 * Finds the figures of an assessment with one id: first those of its domains, then those of third states that depend on the pair.
 *
 * @param domain   only figures of this domain
 * @param period   only figures of this period, since single-year figures share an id
 */
export function figuresById(
  { domains, thirdStates, routes }: Assessment,
  id: string,
  of: { readonly domain?: string | undefined; readonly period?: string | undefined },
): Estimate[] {
  const held = domains.filter((one) => of.domain === undefined || one.id === of.domain).flatMap(({ estimates }) => estimates)
  const thirds =
    of.domain === undefined ? [...thirdStates.flatMap(({ a, b, partners }) => [a, b, partners]), ...(routes?.excess ?? [])] : []
  return [...held, ...thirds].filter(
    (one): one is Estimate => one !== null && one.id === id && (of.period === undefined || one.period === of.period),
  )
}

/**
 * Reads the rows behind a figure, source by source; none where the figure is unknown. Only conditions that the assessment
 * wrote itself are run. For votes, the positions of the two states are decoded.
 *
 * @param limit   maximum number of rows per source; undefined: all
 */
export async function rowsBehind(
  snapshot: Snapshot,
  assessment: Assessment,
  figure: Estimate,
  limit: number | undefined,
): Promise<RowsOfSource[]> {
  if (!isKnown(figure)) return []
  const { a, b, sources } = assessment
  const states = a.members === undefined && b.members === undefined ? [a.iso3, b.iso3] : []
  const cards = new Map(sources.map((card) => [card.id, card]))
  return rowsOfEvidence(snapshot, figure.evidence, { cards, states, pair: [a.iso3, b.iso3], limit })
}
