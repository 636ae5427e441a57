import type { AnsweredClaim, ReadAnswer } from './claims-answer.ts'
import { claimNumbers, inconsistencyLines } from './claims-text.ts'
import { claimLine, documentLines, summaryLines, verdictSigns } from './claims-words.ts'

/** Order of the verdicts: failing claims come first. */
const order = ['contradicted', 'partly', 'supported', 'unverifiable'] as const

/** Writes a short answer on a text: the summary, then each checkable claim with verdict, reason, correction and sources. */
export function claimsBrief(answer: ReadAnswer): string {
  const numbered = [...claimNumbers(answer.claims)]
  const sorted = order.flatMap((verdict) => numbered.filter(([claim]) => claim.verdict === verdict))
  const odds = inconsistencyLines(answer).map((line) => `! ${line}`)
  return [
    documentLines(answer)[0]!,
    summaryLines(answer.summary).join('\n'),
    ...(odds.length === 0 ? [] : [odds.join('\n')]),
    ...sorted.map(([claim, number]) => claimWords(claim, number)),
  ].join('\n\n')
}

function claimWords(claim: AnsweredClaim, number: number): string {
  const { verdict, sentence, sentence_index, why, wouldBeTrue, wouldSettle, evidence } = claim
  const sources = [...new Set(evidence.map(({ source }) => source))]
  const lines = [
    `${verdictSigns[verdict!]} claim ${number}, sentence ${sentence_index + 1}: ${verdict!.toUpperCase()} (${claimLine(claim)})`,
    why ?? '',
    wouldBeTrue === null ? '' : `What would have been true: ${wouldBeTrue.text}`,
    wouldSettle === null ? '' : `What would settle it: ${wouldSettle}`,
    sources.length === 0 ? '' : `[${sources.join(', ')}]`,
    `Of the sentence: ${sentence}`,
  ]
  return lines.filter((line) => line !== '').join('\n')
}
