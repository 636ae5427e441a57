import type { Assessment, DomainAssessment } from '../assessments/index.ts'
import { isKnown } from '../store/index.ts'
import { figureRows } from './figures.ts'
import { probabilityText } from './judgements.ts'
import { stageSentences } from './stage.ts'

/**
 * An assessment in little room: judgements with their probabilities, the stage, of each domain the leading figure with interval, period, percentile and source, what is
 * unknown, and the gaps. Reasons, further figures and rows stand in the other forms.
 */
export function assessmentBrief({ a, b, to, judgements, stage, domains, keyGaps, snapshot }: Assessment): string {
  const known = domains.map((domain) => ({ domain, figures: leading(domain) }))
  const told = known.filter(({ figures }) => figures.length > 0)
  const silent = known.filter(({ figures }) => figures.length === 0)
  const parts = [
    [`${a.name} and ${b.name}, as of ${to} (snapshot ${snapshot.id}). Intervals are of 90 %; percentiles are among all pairs.`],
    judgements.length === 0
      ? []
      : [
          'Judgements (ICD 203 words, computed probabilities):',
          ...judgements.map(
            (one) => `- ${one.statement.replace(/\.$/, '')} (${probabilityText(one.probability)}; confidence ${one.confidence.level}).`,
          ),
        ],
    stage === null ? [] : [`Stage (ordinal, from the ledger): ${stageSentences(stage)[0]!}`],
    told.length === 0
      ? []
      : ['Leading figures:', ...told.map(({ domain, figures }) => `- ${domain.title}: ${figures.map(figureWords).join('; ')}`)],
    silent.map(({ domain }) => `${domain.title}: no figure. ${firstSentence(domain.summary)}`),
    keyGaps.length === 0 ? [] : ['Key gaps:', ...keyGaps.map(({ missing, fill }) => `- ${missing} (would tell: ${fill.split(':')[0]!})`)],
  ]
  return parts.flatMap((lines) => (lines.length === 0 ? [] : [lines.join('\n')])).join('\n\n')
}

/** The row of the first figure that is known, where one is. */
function leading({ estimates }: DomainAssessment): string[][] {
  return figureRows(estimates.filter((estimate) => estimate.id.includes('.') || isKnown(estimate))).slice(0, 1)
}

function figureWords([label, value, interval, when, percentile, , source]: readonly string[]): string {
  const certainty = interval === 'none to be had' ? 'no interval to be had' : interval
  const rank = percentile === '' || percentile === undefined ? '' : `, percentile ${percentile}`
  return `${label} ${value} (${certainty}), ${when}${rank} [${source}]`
}

function firstSentence(text: string): string {
  return /^.*?[.!?](?=\s+[A-Z]|$)/s.exec(text)?.[0] ?? text
}
