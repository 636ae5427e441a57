import type { Estimate, Snapshot } from '../../store/index.ts'
import { isKnown } from '../../store/index.ts'
import type { Assessment } from '../forms/assessment.ts'
import { type RowsOfSource, rowsOfEvidence } from './rows-of-evidence.ts'

/**
 * Figures of an assessment of one id: those of its domains, then of the third states that depend on the pair.
 *
 * @param domain   only of this domain
 * @param period   only of this span of time: the figures of single years share an id
 */
export function figuresById(
  { domains, thirdStates }: Assessment,
  id: string,
  of: { readonly domain?: string | undefined; readonly period?: string | undefined },
): Estimate[] {
  const held = domains.filter((one) => of.domain === undefined || one.id === of.domain).flatMap(({ estimates }) => estimates)
  const thirds = of.domain === undefined ? thirdStates.flatMap(({ a, b, partners }) => [a, b, partners]) : []
  return [...held, ...thirds].filter(
    (one): one is Estimate => one !== null && one.id === id && (of.period === undefined || one.period === of.period),
  )
}

/**
 * The rows behind a figure of an assessment, source by source; none where it is unknown. Conditions are those that the assessment wrote down itself. Of votes between two
 * states their positions are read out.
 *
 * @param limit   most rows of each source
 */
export async function rowsBehind(snapshot: Snapshot, assessment: Assessment, figure: Estimate, limit: number): Promise<RowsOfSource[]> {
  if (!isKnown(figure)) return []
  const { a, b, sources } = assessment
  const states = a.members === undefined && b.members === undefined ? [a.iso3, b.iso3] : []
  const cards = new Map(sources.map((card) => [card.id, card]))
  return rowsOfEvidence(snapshot, figure.evidence, { cards, states, pair: [a.iso3, b.iso3], limit })
}
