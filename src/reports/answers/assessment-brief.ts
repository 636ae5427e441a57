import type { Assessment, DomainAssessment } from '../../assessments/index.ts'
import { isKnown } from '../../store/index.ts'
import { judgementSentence } from '../parts/judgements.ts'
import { stageSentences } from '../parts/stage.ts'
import { figureRows } from '../text/figures.ts'
import { firstSentence } from '../text/first-sentence.ts'

/**
 * Writes a short assessment: standing, armed conflict of the pair, judgements with their probabilities, the outlook, the stage, the leading figure of each domain, domains without a figure,
 * and key gaps. Reasons, further figures and rows are in the other formats.
 */
export function assessmentBrief({
  a,
  b,
  to,
  headline,
  standing,
  standingAcross,
  judgements,
  outlook,
  stage,
  domains,
  keyGaps,
  snapshot,
}: Assessment): string {
  const conflict = domains.find(({ id }) => id === 'conflict')
  const known = domains.map((domain) => ({ domain, figures: leading(domain) }))
  const withFigures = known.filter(({ figures }) => figures.length > 0)
  const silent = known.filter(({ figures }) => figures.length === 0)
  const parts = [
    [
      `${a.name} and ${b.name}, as of ${to} (snapshot ${snapshot.id}). Intervals are of 90 %; percentiles are among all pairs. In brackets: sources; id of the figure.`,
    ],
    standing === undefined ? (standingAcross === undefined ? [] : [standingAcross.sentence]) : [headline[0]!, ...standing.wouldMove],
    headline.filter((line) => conflict?.summary.startsWith(line) === true),
    judgements.length === 0
      ? []
      : [
          'Judgements (ICD 203 words, computed probabilities):',
          ...judgements.map((one) => `- ${judgementSentence(one)} Confidence: ${one.confidence.level}.`),
        ],
    outlook === undefined
      ? []
      : ['Outlook, five years ahead (back-tested on all pairs):', ...outlook.statements.map((one) => `- ${one.statement} ${one.backtest}`)],
    stage === null ? [] : [`Stage (ordinal, from the ledger): ${stageSentences(stage)[0]!}`],
    withFigures.length === 0
      ? []
      : ['Leading figures:', ...withFigures.map(({ domain, figures }) => `- ${domain.title}: ${figures.map(figureWords).join('; ')}`)],
    silent.map(({ domain }) => `${domain.title}: no figure. ${firstSentence(domain.summary)}`),
    keyGaps.length === 0 ? [] : ['Key gaps:', ...keyGaps.map(({ missing, fill }) => `- ${missing} (would tell: ${fill.split(':')[0]!})`)],
  ]
  return parts.flatMap((lines) => (lines.length === 0 ? [] : [lines.join('\n')])).join('\n\n')
}

/** Returns the id and table row of the first known figure of a domain; an empty list if the domain has none. */
function leading({ estimates }: DomainAssessment): { id: string; row: readonly string[] }[] {
  const withFigures = estimates.filter((estimate) => estimate.id.includes('.') || isKnown(estimate))
  const first = withFigures.find(({ id }) => !id.includes('.'))
  return first === undefined ? [] : [{ id: first.id, row: figureRows(withFigures)[0]! }]
}

function figureWords({ id, row }: { id: string; row: readonly string[] }): string {
  const [label, value, interval, when, percentile, change, source] = row
  const certainty = interval === 'none to be had' ? 'no interval to be had' : interval
  const rank = percentile === '' ? '' : `, percentile ${percentile}`
  const moved = change === '' ? '' : `, in ten years ${change}`
  return `${label} ${value} (${certainty}), ${when}${rank}${moved} [${source}; ${id}]`
}
