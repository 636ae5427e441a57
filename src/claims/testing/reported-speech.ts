import type { Claim } from '../claim.ts'

/**
 * What can be told of a saying, apart from whether what was said is so. The record keeps what states did, not what people said: a quotation is neither confirmed nor
 * called false.
 *
 * @example attributionNote({ kind: 'quantity', speaker: null }) === undefined   // true
 */
export function attributionNote({ kind, speaker }: Pick<Claim, 'kind' | 'speaker'>): string | undefined {
  if (speaker !== null) return `That “${speaker}” said so is not verified: the record has no sayings. The verdict is on what is said.`
  return kind === 'attribution' ? 'That it was promised or announced is not verified by what came of it.' : undefined
}
