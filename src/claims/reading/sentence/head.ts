import type { DomainId } from '../../../assessments/forms/domains.ts'
import type { ClaimKind } from '../../claim.ts'
import type { Cue } from '../../text/claim-cues.ts'
import type { FactMention } from '../../text/facts/fact-mentions.ts'
import type { QuantityMention, TextSpan } from '../../text/mention.ts'

/** The head of a claim, the words it is built on: a number, a rank, a comparison, a change without a number, or an event. */
export interface Head extends TextSpan {
  readonly kind: ClaimKind
  readonly quantity?: QuantityMention
  /** The earlier number of a change (`from 5 to 7`). */
  readonly from?: QuantityMention
  readonly value: number | null
  readonly unit: string | null
  /** -1 = fell, 1 = rose, 0 = unchanged. */
  readonly sign?: 1 | -1 | 0
  readonly cue?: Cue
  /** Topic and domain, if the head itself determines them. */
  readonly topic?: string
  readonly domain?: DomainId
  readonly qualifier: string | null
  /** The fact of the memory that the words tell. */
  readonly fact?: FactMention
  readonly rule: string
}
