import { type FigureRow, figureOf, type PairFigures } from '../../../memory/index.ts'
import { traitsOf } from '../../../sources/source-traits.ts'
import type { Estimate, Evidence } from '../../../store/index.ts'
import type { DomainInputs } from '../../forms/assessment.ts'
import { amountWords, formatPercentile, inSentence, timesWords } from '../../forms/wording.ts'
import { knownFigure } from '../../record/memory-figure.ts'
import type { GoodsReport } from '../../record/pair-goods.ts'

/** What a model says of a pair's trade: figures, a sentence, and the notes that belong to them. All empty where the record has no row of the pair. */
export interface ModelOfTrade {
  readonly estimates: readonly Estimate[]
  readonly sentence: string
  readonly notes: readonly string[]
}

export const nothingModelled: ModelOfTrade = { estimates: [], sentence: '', notes: [] }

/** The source of the flows lists them from here on. */
const listedFrom = 1e5

/** Returns what the pair traded over what gravity expects of it, with the interval that similar pairs give, and its percentile among all pairs. */
export function gravityFigures(bench: DomainInputs, figures: PairFigures, reports: readonly GoodsReport[]): ModelOfTrade {
  const { a, b, to } = bench.dyad
  const found = ['gravity-expected', 'gravity-ratio', 'gravity-percentile'].flatMap((id) => figures.level(id, a.iso3, b.iso3, to) ?? [])
  const [expected, percentile] = [found[0], found.at(-1)]
  if (expected === undefined || percentile === undefined) return nothingModelled
  const evidence = [modelEvidence('trade_norms', expected)]
  const estimates = found.map((row) => ({
    ...knownFigure(figureOf(row.figure), row, bench.dyad, 'a', evidence),
    ...(row === percentile ? { label: `percentile of that among ${row.n!.toLocaleString('en-US')} pairs` } : {}),
  }))
  const norm = {
    ...expected,
    trade: tradeListed(expected.year, reports),
    expected: expected.value,
    low: expected.low!,
    high: expected.high!,
  }
  return {
    estimates,
    sentence: sentenceOf(bench, norm, percentile.value),
    notes: [
      'What gravity expects rests on the size and openness of both, distance, border, language, and common customs unions and trade blocs of the record, not on all trade agreements. Its interval holds nine in ten of the 400 pairs with the nearest expected trade (visavis measure gravity).',
    ],
  }
}

/** The row of a table of derived figures, which has one for each pair and year. */
export function modelEvidence(table: 'trade_norms' | 'trade_losses', { a, b, year, source, vintage }: FigureRow): Evidence {
  const [first, second] = [a, b].sort()
  return { source, vintage, rows: `${table} where state_a = '${first}' and state_b = '${second}' and year = ${year}`, count: 1 }
}

/** Goods of a year, both directions, by the source that lists all pairs: what gravity was compared with. A way that it does not list is none. */
function tradeListed(year: number, reports: readonly GoodsReport[]): number {
  const listed = reports.filter(
    (report) => report.year === year && report.reporter === null && traitsOf(report.source).lists === 'all pairs',
  )
  return listed.filter(({ source }) => source === listed[0]!.source).reduce((sum, { value }) => sum + value, 0)
}

interface Norm {
  readonly year: number
  readonly trade: number
  readonly expected: number
  readonly low: number
  readonly high: number
}

function sentenceOf({ dyad: { a, b } }: DomainInputs, { year, trade, expected, low, high }: Norm, percentile: number): string {
  const range = `90 % interval ${amountWords(low, 'USD')} to ${amountWords(high, 'USD')}`
  // where similar pairs often trade nothing that is listed, this pair's silence says nothing
  if (trade < listedFrom && !(low > listedFrom)) return ''
  if (trade < listedFrom)
    return `In ${year} ${inSentence(a.name)} and ${inSentence(b.name)} traded less than USD 100,000 either way; gravity expects ${amountWords(expected, 'USD')} of two states of their size and distance (${range}).`
  return `Trade of ${year} (${amountWords(trade, 'USD')} by BACI) was ${timesWords(trade / expected)} the ${amountWords(expected, 'USD')} that gravity expects of two states of their size, distance, language and blocs. ${placeSentence(trade, low, high, percentile)} (${range}).`
}

/** The place among all pairs is said where it is far out: a third of all pairs trade nothing that is listed, so that the middle says little. */
function placeSentence(trade: number, low: number, high: number, percentile: number): string {
  const among =
    percentile >= 90
      ? `above that of ${formatPercentile(percentile)} % of all pairs`
      : percentile <= 10
        ? `below that of ${formatPercentile(100 - percentile)} % of all pairs`
        : undefined
  const usual = trade > high ? 'above the usual range' : trade < low ? 'below the usual range' : 'within the usual range'
  return `That ratio is ${among === undefined ? '' : `${among}, `}${usual} of similar pairs`
}
