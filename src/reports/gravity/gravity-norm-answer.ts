import { amountWords, formatPercentile, inSentence, timesWords } from '../../assessments/forms/wording.ts'
import type { PairNorm } from '../../measures/gravity/gravity-norm.ts'
import { csv } from '../text/csv.ts'
import { type Column, type TableWriter, textAndMarkdown, type WrittenPage } from '../text/table.ts'
import type { GravityTerm } from './gravity-answer.ts'

/** A state of a pair. */
interface NormState {
  readonly iso3: string
  readonly name: string
}

/** The answer of `visavis measure gravity`. */
export interface GravityNormAnswer {
  readonly schemaVersion: 1
  readonly a: NormState | null
  readonly b: NormState | null
  readonly year: number
  readonly snapshot: { readonly id: string; readonly created: string }
  /** Null where a flow of the pair is unknown, or no pair was asked for. */
  readonly norm: PairNorm | null
  /** What it says, in sentences. */
  readonly sentences: readonly string[]
  readonly terms: readonly GravityTerm[]
  readonly states: number
  readonly ways: { readonly listed: number; readonly zero: number; readonly unknown: number }
  readonly sources: readonly { readonly id: string; readonly title: string; readonly citation: string; readonly vintage: string }[]
}

/** Writes the norm as sentences, and the equation behind it as a table. */
export const gravityNormPage: WrittenPage<GravityNormAnswer> = textAndMarkdown(page)

/** Writes the norm of the pair as CSV, or the coefficients where no pair was asked for. */
export function gravityNormCsv({ a, b, year, norm, terms }: GravityNormAnswer): string {
  if (a === null || b === null)
    return csv(
      ['term', 'estimate', 'std_error', 'low90', 'high90', 'percent'],
      terms.map((one) => [one.name, one.estimate, one.error, one.low90, one.high90, one.percent]),
    )
  const figures = [norm?.trade, norm?.expected, norm?.ratio, norm?.usualLow, norm?.usualHigh, norm?.percentileAlike, norm?.percentile]
  return csv(
    ['a', 'b', 'year', 'trade_usd', 'expected_usd', 'ratio', 'usual_low', 'usual_high', 'percentile_alike', 'percentile'],
    [[a.iso3, b.iso3, year, ...figures]],
  )
}

/**
 * Returns what the norm says, in sentences for a reader without statistics.
 *
 * @param names   of the two states
 */
export function normSentences(names: readonly [string, string], year: number, norm: PairNorm | null): string[] {
  const pair = names.map(inSentence).join(' and ')
  if (norm === null)
    return [`What gravity expects of ${pair} in ${year} is unknown: the source may lack their trade, or has none of one of them.`]
  const { trade, expected, ratio, usualLow, usualHigh, percentile, percentileAlike, pairs, alike } = norm
  if (trade === 0 && usualHigh === 0)
    return [
      `In ${year} ${pair} traded less than USD 100,000 either way; gravity expects ${amountWords(expected, 'USD')} of them.`,
      `Nine in ten of the ${alike} pairs with the nearest expected trade are below what the source lists too, so it does not show whether they trade more or less than expected.`,
    ]
  const traded =
    trade === 0
      ? `less than USD 100,000 either way; gravity expects ${amountWords(expected, 'USD')} of them`
      : `${timesWords(ratio)} what gravity expects of them: ${amountWords(trade, 'USD')} against ${amountWords(expected, 'USD')}`
  return [
    `In ${year} ${pair} traded ${traded}.`,
    `Of the ${alike} pairs with the nearest expected trade, nine in ten trade ${timesWords(usualLow)} to ${timesWords(usualHigh)} as much as expected; ${placeWords(ratio, usualLow, usualHigh)} (percentile ${formatPercentile(percentileAlike)}).`,
    `Among all ${pairs.toLocaleString('en-US')} pairs they stand at percentile ${formatPercentile(percentile)}.`,
  ]
}

function placeWords(ratio: number, low: number, high: number): string {
  if (ratio < low) return 'this pair trades unusually little'
  return ratio > high ? 'this pair trades unusually much' : 'this pair is within that range'
}

function page(
  { year, sentences, terms, states, ways }: GravityNormAnswer,
  table: TableWriter,
  paragraph: (text: string) => string,
): string {
  const columns: Column[] = [
    { title: '' },
    { title: 'coefficient', align: 'right' },
    { title: '90 % interval', align: 'right' },
    { title: 'effect on trade', align: 'right' },
  ]
  const rows = terms.map(({ name, estimate, low90, high90, percent }) => [
    name,
    signed(estimate),
    `${signed(low90)} to ${signed(high90)}`,
    percent === null ? '' : `${percent < 0 ? '−' : '+'}${Math.abs(percent).toFixed(0)} %`,
  ])
  const many = (count: number): string => count.toLocaleString('en-US')
  const basis =
    `The equation: goods trade of ${states} states in ${year} (BACI), with an effect of each exporter and each importer, so that size and openness are theirs; ` +
    `${many(ways.listed)} flows from USD 100,000 on, ${many(ways.zero)} ways below that counted as 0; ${many(ways.unknown)} ways that the source may lack are left out. ` +
    'A full list of trade agreements is not at hand: customs unions and trade blocs of the record stand for them.'
  return [...sentences.flatMap((one) => [paragraph(one)]), '', table(columns, rows), '', paragraph(basis)].join('\n').trim()
}

function signed(value: number | null): string {
  return value === null ? '' : value.toFixed(2).replace(/^-/, '−')
}
