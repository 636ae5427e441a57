import type { Judgement } from '../../assessments/forms/judgement-form.ts'
import { likelihoodWord } from '../../assessments/forms/likelihood.ts'
import type { Assessment } from '../../assessments/index.ts'
import { csv } from '../text/csv.ts'
import { markdownTable, wrap } from '../text/table.ts'

/** The note that defines the words of likelihood. */
export const wordsNote =
  'Words of likelihood as in ICD 203: almost certain 95 to 99 %, very likely 80 to 95, likely 55 to 80, roughly even chance 45 to 55, unlikely 20 to 45, very unlikely 5 to 20, almost no chance 1 to 5. Each probability is computed from the figures of this page and holds given the record and its models.'

/**
 * Formats a probability: never as certain, and as a range if parts of a statement may depend on each other. One just beyond the end of a word of likelihood,
 * which would be printed as that end, has a decimal, so that the number goes with its word.
 *
 * @example probabilityText({ value: 0.953, low: 0.953, high: 0.953 })   // "95.3 %"
 * @example probabilityText({ value: 0.999, low: 0.999, high: 0.999 })   // "over 99 %"
 */
export function probabilityText({ low, high }: Judgement['probability']): string {
  const [from, to] = [low, high].map(perCentText) as [string, string]
  return from === to ? `${from} %` : `${from} to ${to} %`
}

function perCentText(chance: number): string {
  if (chance > 0.99) return 'over 99'
  if (chance < 0.01) return 'under 1'
  const printed = (100 * chance).toFixed(0)
  if (likelihoodWord(Number(printed) / 100) === likelihoodWord(chance)) return printed
  const finer = (100 * chance).toFixed(1)
  return finer === `${printed}.0` ? `just ${Number(printed) / 100 < chance ? 'over' : 'under'} ${printed}` : finer
}

/** Writes a judgement with its probability behind the word of likelihood: `It is almost certain (98 %) that …`. */
export function judgementSentence({ statement, word, probability }: Pick<Judgement, 'statement' | 'word' | 'probability'>): string {
  return statement.replace(word, () => `${word} (${probabilityText(probability)})`)
}

/** Writes judgements and key gaps as text. */
export function judgementsText({ judgements, keyGaps }: Assessment, width: number): string[] {
  const lines = judgements.flatMap((one) => [
    wrap(judgementSentence(one), width, '  '),
    wrap(one.confidence.sentence, width, '    '),
    wrap(`Raised by ${one.raises.says}; lowered by ${one.lowers.says}.`, width, '    '),
  ])
  const gaps = keyGaps.map(({ missing, why, fill }) => wrap(`${missing}: ${why}. ${fill}`, width, '  '))
  return [
    ...(lines.length === 0 ? [] : ['JUDGEMENTS', ...lines, wrap(wordsNote, width, '  '), '']),
    ...(gaps.length === 0 ? [] : ['KEY GAPS', ...gaps, '']),
  ]
}

/** Writes judgements and key gaps as Markdown. */
export function judgementsMarkdown({ judgements, keyGaps }: Assessment): string[] {
  return [
    ...(judgements.length === 0
      ? []
      : ['## Judgements', '', markdownTable(judgementColumns, judgementRows(judgements)), '', `*${wordsNote}*`, '']),
    ...(keyGaps.length === 0 ? [] : ['## Key gaps', '', markdownTable(gapColumns, gapRows(keyGaps)), '']),
  ]
}

export const judgementColumns = [
  { title: 'judgement' },
  { title: 'probability', align: 'right' },
  { title: 'confidence' },
  { title: 'raised by' },
  { title: 'lowered by' },
] as const

export function judgementRows(judgements: Assessment['judgements']): string[][] {
  return judgements.map(({ statement, probability, confidence, raises, lowers }) => [
    statement,
    probabilityText(probability),
    confidence.sentence,
    raises.says,
    lowers.says,
  ])
}

export const gapColumns = [{ title: 'missing' }, { title: 'why' }, { title: 'what would fill it' }] as const

export function gapRows(gaps: Assessment['keyGaps']): string[][] {
  return gaps.map(({ missing, why, fill }) => [missing, why, fill])
}

/** Writes the judgements as CSV, one row each, with the conditions for a watch file. */
export function judgementsCsv({ a, b, to, judgements }: Assessment): string {
  const header = [
    ...['iso3_a', 'iso3_b', 'as_of', 'id', 'domains', 'statement', 'word', 'probability', 'probability_low', 'probability_high', 'how'],
    ...['confidence', 'confidence_reasons', 'raised_by', 'raised_watch', 'lowered_by', 'lowered_watch', 'basis'],
  ]
  const rows = judgements.map(({ id, domains, statement, word, probability, how, confidence, raises, lowers, basis }) => [
    ...[a.iso3, b.iso3, to, id, domains.join(' '), statement, word, probability.value, probability.low, probability.high, how],
    ...[confidence.level, confidence.sentence, raises.says, watched(raises), lowers.says, watched(lowers), basis.join(' ')],
  ])
  return csv(header, rows)
}

function watched({ watch }: Judgement['raises']): string | null {
  return watch === null ? null : JSON.stringify(watch)
}

/** Writes the key gaps as CSV, one row each, the most important first. */
export function keyGapsCsv({ a, b, to, keyGaps }: Assessment): string {
  const rows = keyGaps.map(({ id, domains, missing, why, fill, judgement }) => [
    a.iso3,
    b.iso3,
    to,
    id,
    domains.join(' '),
    missing,
    why,
    fill,
    judgement,
  ])
  return csv(['iso3_a', 'iso3_b', 'as_of', 'id', 'domains', 'missing', 'why', 'fill', 'judgement'], rows)
}
