import type { Claim } from '../claim.ts'

/**
 * What the record can say about a quotation, apart from whether its content is true. The record holds what states did, not what people said, so a quotation is
 * neither confirmed nor denied.
 *
 * @example attributionNote({ kind: 'quantity', speaker: null }) === undefined   // true
 */
export function attributionNote({ kind, speaker }: Pick<Claim, 'kind' | 'speaker'>): string | undefined {
  if (speaker !== null) return `That “${speaker}” said so is not verified: the record has no sayings. The verdict is on what is said.`
  return kind === 'attribution' ? 'That it was promised or announced is not verified by what came of it.' : undefined
}
