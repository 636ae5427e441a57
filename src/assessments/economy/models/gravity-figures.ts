import type { Estimate, Known } from '../../../store/index.ts'
import type { DomainInputs } from '../../forms/assessment.ts'
import { amountWords, formatPercentile, inSentence, timesWords } from '../../forms/wording.ts'
import { type ModelRow, modelRow } from './model-row.ts'

/** What a model says of a pair's trade: figures, a sentence, and the notes that belong to them. All empty where the record has no row of the pair. */
export interface ModelOfTrade {
  readonly estimates: readonly Estimate[]
  readonly sentence: string
  readonly notes: readonly string[]
}

export const nothingModelled: ModelOfTrade = { estimates: [], sentence: '', notes: [] }

/** The source of the flows lists them from here on. */
const listedFrom = 1e5

/** Below this, what gravity expects is no subject for a page. */
const worthSaying = 1e6

/** Returns what the pair traded over what gravity expects of it, with the interval that similar pairs give, and its percentile among all pairs. */
export async function gravityFigures(bench: DomainInputs): Promise<ModelOfTrade> {
  const row = await modelRow(bench, 'trade_norms')
  if (row === undefined) return nothingModelled
  const norm = {
    ...row,
    trade: Number(row.cells['trade']),
    expected: Number(row.cells['expected']),
    low: Number(row.cells['low']),
    high: Number(row.cells['high']),
  }
  const percentile = Number(row.cells['percentile'])
  const pairs = Number(row.cells['pairs'])
  if (norm.expected < worthSaying && norm.trade < worthSaying) return nothingModelled
  return {
    estimates: [
      expectedTrade(norm),
      ...overExpected(norm),
      {
        ...{
          state: 'estimated',
          id: 'gravity-percentile',
          label: `percentile of that among ${pairs.toLocaleString('en-US')} pairs`,
          unit: 'percentile',
        },
        ...{
          period: row.year,
          value: percentile,
          interval: 'exact',
          method: 'mid-rank percentile of trade over expected trade',
          evidence: row.evidence,
        },
      },
    ],
    sentence: sentenceOf(bench, norm, percentile),
    notes: [
      'What gravity expects rests on the size and openness of both, distance, border, language, and common customs unions and trade blocs of the record, not on all trade agreements. Its interval holds nine in ten of the 400 pairs with the nearest expected trade (visavis measure gravity).',
    ],
  }
}

interface Norm extends ModelRow {
  readonly trade: number
  readonly expected: number
  readonly low: number
  readonly high: number
}

const method =
  'PPML gravity with effects of exporter and importer; interval: 5th to 95th percentile of the 400 pairs of nearest expected trade'

function expectedTrade({ year, expected, low, high, evidence }: Norm): Known {
  return {
    ...{ state: 'estimated', id: 'gravity-expected', label: 'goods, both directions, that gravity expects', unit: 'USD', period: year },
    ...{ value: expected, interval: { level: 0.9, low, high, kind: 'prediction' }, method, evidence },
  }
}

/** Where a tenth of similar pairs trade nothing, the ratio to the lower bound has no number, and the row is left out. */
function overExpected({ year, trade, expected, low, high, evidence }: Norm): Known[] {
  if (!(low > 0) || trade === 0) return []
  return [
    {
      ...{
        state: 'estimated',
        id: 'gravity-ratio',
        label: 'trade over what gravity expects',
        unit: 'times',
        period: year,
        value: trade / expected,
      },
      ...{ interval: { level: 0.9, low: trade / high, high: trade / low, kind: 'prediction' }, method, evidence },
    },
  ]
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
