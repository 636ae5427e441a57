import type { Estimate, Known } from '../../store/index.ts'
import type { Assessment, DomainAssessment } from '../forms/assessment.ts'
import type { DomainId } from '../forms/domains.ts'
import type { Judgement, KeyGap, Sign } from '../forms/judgement-form.ts'
import { type LikelihoodWord, likelihoodWord, type Spread } from '../forms/likelihood.ts'
import { inSentence } from '../forms/phrases.ts'
import type { Condition } from '../forms/watch-condition.ts'

/** What judgements are made of: the finished parts of an assessment. */
export type Findings = Pick<Assessment, 'a' | 'b' | 'to' | 'seed' | 'domains' | 'stage' | 'turningPoints'>

/** A judgement that can be made, the facts that would move it or without which it cannot be; nothing of either where the question does not arise. */
export interface Judged {
  readonly judgement?: Judgement
  readonly gaps: readonly KeyGap[]
}

/** Grounds of a judgement: what speaks for them, what against. */
export interface Grounds {
  readonly strengths: readonly string[]
  readonly doubts: readonly string[]
}

/**
 * Confidence in a sentence of its own: high without a doubt, moderate with one, low with more.
 *
 * @example confidenceOf({ strengths: ['it rests on 184 votes'], doubts: [] }).sentence   // "Confidence is high: it rests on 184 votes."
 */
export function confidenceOf({ strengths, doubts }: Grounds): Judgement['confidence'] {
  const level = doubts.length === 0 ? 'high' : doubts.length === 1 ? 'moderate' : 'low'
  const but = doubts.length === 0 ? '' : `${strengths.length === 0 ? '' : ', but '}${doubts.join('; ')}`
  return { level, sentence: `Confidence is ${level}: ${strengths.join('; ')}${but}.` }
}

/**
 * A clause with its likelihood before it.
 *
 * @example likelihoodSentence('roughly even chance', 'it holds')   // "There is a roughly even chance that it holds."
 */
export function likelihoodSentence(word: LikelihoodWord, clause: string): string {
  if (word === 'almost no chance') return `There is almost no chance that ${clause}.`
  return word === 'roughly even chance' ? `There is a roughly even chance that ${clause}.` : `It is ${word} that ${clause}.`
}

/** Says the likelier of two clauses. */
export function likelierClause(
  above: number,
  yes: string,
  no: string,
): Pick<Judgement, 'statement' | 'word' | 'probability'> & { yes: boolean } {
  const value = Math.max(above, 1 - above)
  const word = likelihoodWord(value)
  return {
    yes: above >= 0.5,
    statement: likelihoodSentence(word, above >= 0.5 ? yes : no),
    word,
    probability: { value, low: value, high: value },
  }
}

/** The figure with an id, known or not. */
export function estimateOf(findings: Findings, id: string): Estimate | undefined {
  for (const { estimates } of findings.domains) for (const estimate of estimates) if (estimate.id === id) return estimate
  return undefined
}

/** A figure and its 90 % interval. */
export interface FigureSpread extends Spread {
  readonly known: Known
}

/** The figure with an id where it has a 90 % interval with some width: all that a probability can be computed from. */
export function figureSpread(estimate: Estimate | undefined): FigureSpread | undefined {
  if (estimate === undefined || !('value' in estimate) || estimate.interval === 'exact' || !('level' in estimate.interval)) return undefined
  const { low, high } = estimate.interval
  return high > low ? { known: estimate, value: estimate.value, low, high } : undefined
}

/** The domain with an id. */
export function domainOf(findings: Findings, id: DomainId): DomainAssessment | undefined {
  return findings.domains.find((domain) => domain.id === id)
}

/** A standing condition on the pair, as `visavis watch` reads it. */
export function thresholdOn(findings: Findings, name: string, figure: string, bound: { above: number } | { below: number }): Condition {
  return { name, a: findings.a.iso3, b: findings.b.iso3, type: 'threshold', figure, ...bound }
}

/** The sign that a figure has gone beyond a mark, and the condition by which `visavis watch` sees it; `shown` is the mark as the page writes it. */
export function thresholdSign(findings: Findings, figure: string, says: string, upward: boolean, at: number, shown: string): Sign {
  return {
    says,
    watch: thresholdOn(findings, `${figure} ${upward ? 'above' : 'below'} ${shown}`, figure, upward ? { above: at } : { below: at }),
  }
}

/** Years from the end of a figure's period to the day of the assessment. */
export function figureAge({ period }: Known, to: string): number {
  const end = period.split(/\/| to /).at(-1)!
  return Number(to.slice(0, 4)) - Number(end.slice(0, 4))
}

/** Both, as a sentence names them. */
export function partyNames({ a, b }: Findings): string {
  return `${inSentence(a.name)} and ${inSentence(b.name)}`
}

/** Whether both are states, whose pair the measures and the trade statistics know. */
export function areStates({ a, b }: Findings): boolean {
  return a.members === undefined && b.members === undefined
}

/**
 * The next whole percentile, or the percentile itself where the next is one that no pair can reach.
 *
 * @example nextWholePercentile(83.2, true)   // 84
 */
export function nextWholePercentile(percentile: number, upward: boolean): number {
  if (percentile >= 99 || percentile <= 1) return percentile
  return upward ? Math.ceil(percentile) : Math.floor(percentile)
}
