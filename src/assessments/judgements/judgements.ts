import type { Judgement, KeyGap } from '../forms/judgement-form.ts'
import type { Ledger } from '../forms/ledger-item.ts'
import type { Findings, Judged } from './judgement.ts'
import { judgeLatestBreaks } from './judgements-breaks.ts'
import { judgeIdealPointTrend } from './judgements-ideal-points.ts'
import { judgeSpeechSimilarity, judgeSpeechTrend } from './judgements-narrative.ts'
import { judgeStage } from './judgements-stage.ts'
import { judgeTradeDependence, judgeTradeGrowth } from './judgements-trade.ts'
import { judgeVotingMajority, judgeVotingSimilarity, judgeVotingTrend } from './judgements-votes.ts'
import { keyGapsOf } from './key-gaps.ts'

const questions: readonly ((findings: Findings) => Judged)[] = [
  judgeVotingSimilarity,
  judgeVotingMajority,
  judgeVotingTrend,
  judgeIdealPointTrend,
  judgeTradeDependence,
  judgeTradeGrowth,
  judgeSpeechSimilarity,
  judgeSpeechTrend,
]

/**
 * What may be said of a pair in words of likelihood, and what the record lacks to say more.
 *
 * Every probability is computed from the figures at hand: their intervals, rival reports, the ledger. A question that no figure with an interval decides gets no judgement;
 * it becomes a gap. Probabilities are given the record and its models: they say nothing of what nobody published.
 *
 * @param findings   the finished parts of an assessment; nothing else is read
 * @param ledger     the pair's ledger, where there is one: the stage is placed anew without some of its items
 * @see docs/measures/likelihood-words.md
 */
export function judgementsOf(findings: Findings, ledger: Ledger | undefined): { judgements: Judgement[]; keyGaps: KeyGap[] } {
  const judged = [judgeStage(findings, ledger), ...questions.map((question) => question(findings)), ...judgeLatestBreaks(findings)]
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
