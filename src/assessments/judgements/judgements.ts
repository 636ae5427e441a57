import type { Judgement, KeyGap } from '../forms/judgement-form.ts'
import type { Ledger } from '../forms/ledger-item.ts'
import { leastChanceTold } from '../forms/likelihood.ts'
import { formatShare } from '../forms/wording.ts'
import type { Findings, QuestionResult } from './judgement-parts.ts'
import { judgeStage } from './judgements-ledger-stage.ts'
import { judgeSpeechSimilarity, judgeSpeechTrend } from './judgements-narrative.ts'
import { judgeTradeGrowth } from './judgements-trade.ts'
import { judgeVotingSimilarity, judgeVotingTrend } from './judgements-votes.ts'
import { keyGapsOf } from './key-gaps.ts'

const questions: readonly ((findings: Findings) => QuestionResult)[] = [
  judgeVotingSimilarity,
  judgeVotingTrend,
  judgeTradeGrowth,
  judgeSpeechSimilarity,
  judgeSpeechTrend,
]

/**
 * Makes judgements on a pair in words of likelihood, and lists the gaps in the record that limit them.
 *
 * Every probability is computed from the available figures: their intervals, rival reports and the ledger. A question without a decisive figure with an
 * interval gets no judgement and becomes a gap.
 *
 * Probabilities are conditional on the record and its models; they do not cover unpublished facts.
 *
 * @param findings   the finished parts of an assessment; nothing else is read
 * @param ledger     the pair's ledger, where there is one; the stage is recomputed without some of its items
 * @see docs/measures/likelihood-words.md
 */
export function judgementsOf(findings: Findings, ledger: Ledger | undefined): { judgements: Judgement[]; keyGaps: KeyGap[] } {
  const judged = [judgeStage(findings, ledger), ...questions.map((question) => question(findings))].map(decided)
  const judgements = judged.flatMap(({ judgement }) => (judgement === undefined ? [] : [judgement]))
  return {
    judgements,
    keyGaps: keyGapsOf(
      findings,
      judged.flatMap(({ gaps }) => gaps),
      judgements,
    ),
  }
}

/** Makes a judgement that is no more than likely a gap: said as a sentence it would be read as a finding. */
function decided(result: QuestionResult): QuestionResult {
  const { judgement } = result
  if (judgement === undefined || judgement.probability.value > leastChanceTold) return result
  const { id, domains, title, probability, how, raises } = judgement
  const why = `a chance of ${formatShare(probability.value)} is too low for a judgement: ${how.split('; ')[0]}`
  const gap = { id: `no-${id}`, domains, missing: title, why, fill: raises.says, judgement: id }
  return { gaps: [...result.gaps, gap] }
}
