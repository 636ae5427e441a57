/**
 * Returns Metaculus' baseline score of a question with a few answers: 100 for certainty about what came, 0 for equal probabilities, without limit below.
 *
 * @param probability   probability that was given to what came, above 0
 * @param answers       number of possible answers: 2 for yes or no
 * @see Metaculus, Scores FAQ: 100 (ln p + ln N) / ln N
 * @example choiceBaselineScore(0.5, 2)   // 0
 */
export function choiceBaselineScore(probability: number, answers: number): number {
  return (100 * Math.log(probability * answers)) / Math.log(answers)
}

/** Range of a numeric question. */
export interface QuestionRange {
  /** Number of equal bins inside the range: 200 for a distribution function of 201 points. */
  readonly bins: number
  /** How many of the two ends are open, so that the value may lie beyond. */
  readonly openEnds: 0 | 1 | 2
}

/** Probability that the baseline gives to each open end. */
const beyondOpenEnd = 0.05

/**
 * Returns Metaculus' baseline score of a numeric question: 0 for a forecast that is uniform inside the range, with 5 % beyond each open end.
 *
 * @param probability   probability that was given to the bin in which the value came, or to all beyond the end where it came
 * @param inside        whether the value came inside the range
 * @see Metaculus, Scores FAQ: 100 (ln p - ln b) / 2
 * @example rangeBaselineScore(0.005, { bins: 200, openEnds: 0 }, true)   // 0
 */
export function rangeBaselineScore(probability: number, { bins, openEnds }: QuestionRange, inside: boolean): number {
  const baseline = inside ? (1 - beyondOpenEnd * openEnds) / bins : beyondOpenEnd
  return 50 * Math.log(probability / baseline)
}
