import type { Claim } from '../claim.ts'

/** Returns the entry for a sentence that was not read. */
export function unreadClaim(index: number, sentence: string): Claim {
  return {
    ...{
      sentence_index: index,
      claim_index: 0,
      sentence,
      start: 0,
      end: sentence.length,
      checkable: false,
      kind: 'unread',
      domain: 'trade',
    },
    ...{ indicator: null, measured: null, actors: [], direction: 'n/a', period: null, period_base: null, value: null, value_from: null },
    ...{ unit: null, qualifier: null, source_named: null, speaker: null, probability_word: null, rules: [] },
  }
}
