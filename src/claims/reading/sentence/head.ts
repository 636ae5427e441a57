import type { DomainId } from '../../../assessments/forms/domains.ts'
import type { ClaimKind } from '../../claim.ts'
import type { Cue } from '../../text/cues.ts'
import type { QuantityMention, TextSpan } from '../../text/mention.ts'

/** What one claim hangs on: a number, a place in an order, a comparison, a change without a number, or something that happened. */
export interface Head extends TextSpan {
  readonly kind: ClaimKind
  readonly quantity?: QuantityMention
  /** The number before, in from-to claims. */
  readonly from?: QuantityMention
  readonly value: number | null
  readonly unit: string | null
  /** -1 = fell. */
  readonly sign?: 1 | -1 | 0
  readonly cue?: Cue
  /** Topic and domain, where what the claim hangs on settles them. */
  readonly topic?: string
  readonly domain?: DomainId
  readonly qualifier: string | null
  readonly rule: string
}
