import type { Estimate, Known } from '../../store/index.ts'
import type { Assessment, DomainAssessment } from '../forms/assessment.ts'
import type { DomainId } from '../forms/domains.ts'
import type { Judgement, KeyGap, Signpost } from '../forms/judgement-form.ts'
import { type LikelihoodWord, likelihoodWord, type ValueWithInterval } from '../forms/likelihood.ts'
import type { Condition } from '../forms/watch-condition.ts'
import { inSentence } from '../forms/wording.ts'

/** The parts of an assessment from which judgements are made. */
export type Findings = Pick<Assessment, 'a' | 'b' | 'to' | 'seed' | 'domains' | 'stage' | 'turningPoints'>

/**
 * The result for one question: a judgement where one can be made, and the missing facts that would allow or change it. Where the question does not arise, the
 * judgement is absent and the list empty.
 */
export interface QuestionResult {
  readonly judgement?: Judgement
  readonly gaps: readonly KeyGap[]
}

/** Strengths and weaknesses of the basis of a judgement. */
export interface Grounds {
  readonly strengths: readonly string[]
  readonly doubts: readonly string[]
}

/**
 * States the confidence in a separate sentence: high without doubts, moderate with one, low with more.
 *
 * @example confidenceOf({ strengths: ['it rests on 184 votes'], doubts: [] }).sentence   // "Confidence is high: it rests on 184 votes."
 */
export function confidenceOf({ strengths, doubts }: Grounds): Judgement['confidence'] {
  const level = doubts.length === 0 ? 'high' : doubts.length === 1 ? 'moderate' : 'low'
  const but = doubts.length === 0 ? '' : `${strengths.length === 0 ? '' : ', but '}${doubts.join('; ')}`
  return { level, sentence: `Confidence is ${level}: ${strengths.join('; ')}${but}.` }
}

/**
 * Writes a sentence that puts the word of likelihood before the clause.
 *
 * @example likelihoodSentence('roughly even chance', 'it holds')   // "There is a roughly even chance that it holds."
 */
export function likelihoodSentence(word: LikelihoodWord, clause: string): string {
  if (word === 'almost no chance') return `There is almost no chance that ${clause}.`
  return word === 'roughly even chance' ? `There is a roughly even chance that ${clause}.` : `It is ${word} that ${clause}.`
}

/** Makes a statement of the more likely of two clauses. */
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

/** Returns the figure with this id, known or unknown. */
export function estimateOf(findings: Findings, id: string): Estimate | undefined {
  for (const { estimates } of findings.domains) for (const estimate of estimates) if (estimate.id === id) return estimate
  return undefined
}

/** A figure and its 90 % interval. */
export interface FigureSpread extends ValueWithInterval {
  readonly known: Known
}

/** Returns the figure with its 90 % interval, if the interval has some width; a probability can be computed only from such figures. */
export function figureSpread(estimate: Estimate | undefined): FigureSpread | undefined {
  if (estimate === undefined || !('value' in estimate) || estimate.interval === 'exact' || !('level' in estimate.interval)) return undefined
  const { low, high } = estimate.interval
  return high > low ? { known: estimate, value: estimate.value, low, high } : undefined
}

export function domainOf(findings: Findings, id: DomainId): DomainAssessment | undefined {
  return findings.domains.find((domain) => domain.id === id)
}

/** Makes a threshold condition on the pair, in the format that `visavis watch` reads. */
export function thresholdOn(findings: Findings, name: string, figure: string, bound: { above: number } | { below: number }): Condition {
  return { name, a: findings.a.iso3, b: findings.b.iso3, type: 'threshold', figure, ...bound }
}

/**
 * Makes an observation that a figure passes a threshold, with the condition by which `visavis watch` detects it. `shown` is the threshold as printed on the
 * page.
 */
export function thresholdSignpost(findings: Findings, figure: string, says: string, upward: boolean, at: number, shown: string): Signpost {
  return {
    says,
    watch: thresholdOn(findings, `${figure} ${upward ? 'above' : 'below'} ${shown}`, figure, upward ? { above: at } : { below: at }),
  }
}

/** Counts the years from the end of a figure's period to the day of the assessment. */
export function figureAge({ period }: Known, to: string): number {
  const end = period.split(/\/| to /).at(-1)!
  return Number(to.slice(0, 4)) - Number(end.slice(0, 4))
}

/** Writes the names of both parties as used in a sentence. */
export function partyNames({ a, b }: Findings): string {
  return `${inSentence(a.name)} and ${inSentence(b.name)}`
}

/** Whether both are states; measures by year and trade statistics exist only for pairs of states. */
export function areStates({ a, b }: Findings): boolean {
  return a.members === undefined && b.members === undefined
}

/**
 * Returns the next whole percentile, or the percentile itself where no pair can reach the next.
 *
 * @example nextWholePercentile(83.2, true)   // 84
 */
export function nextWholePercentile(percentile: number, upward: boolean): number {
  if (percentile >= 99 || percentile <= 1) return percentile
  return upward ? Math.ceil(percentile) : Math.floor(percentile)
}
