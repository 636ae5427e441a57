import type { ClaimPeriod } from '../../claims/claim.ts'
import { type CsvCell, csv } from '../text/csv.ts'
import type { AnsweredClaim, ReadAnswer } from './claims-answer.ts'
import { evidenceLines, sourceValueWords } from './claims-words.ts'

const header = [
  'sentence_index',
  'claim_index',
  'sentence',
  'answer',
  'checkable',
  'kind',
  'domain',
  'indicator',
  'actors',
  'direction',
  'period',
  'period_base',
  'value',
  'value_from',
  'unit',
  'qualifier',
  'source_named',
  'speaker',
  'probability_word',
  'verdict',
  'why',
  'tolerance_low',
  'tolerance_high',
  'tolerance_why',
  'honest_values',
  'would_be_true',
  'would_settle',
  'saying',
  'evidence',
] as const

/** Writes all claims as CSV, one row each, uncheckable ones included; periods are ISO intervals, lists are separated by semicolons. */
export function claimsCsv({ claims }: ReadAnswer): string {
  return csv(header, claims.map(rowOf))
}

const ofFile = ['file', 'date']

/** CSV header for the claims of many texts. */
export const batchHeader: string = csv([...ofFile, ...header], [])

/** Writes the claims of one of many texts as CSV rows without a header, each beginning with the file and the date of the text. */
export function claimRows(file: string, { claims, document: { date } }: ReadAnswer): string {
  const table = csv(
    [],
    claims.map((claim) => [file, date, ...rowOf(claim)]),
  )
  return table.slice(1)
}

function rowOf(claim: AnsweredClaim): CsvCell[] {
  const { tolerance, honestValues, wouldBeTrue } = claim
  return [
    claim.sentence_index,
    claim.claim_index,
    claim.sentence,
    claim.answer,
    claim.checkable,
    claim.kind,
    claim.domain,
    claim.indicator,
    claim.actors.join('; '),
    claim.direction,
    interval(claim.period),
    interval(claim.period_base),
    claim.value,
    claim.value_from,
    claim.unit,
    claim.qualifier,
    claim.source_named,
    claim.speaker,
    claim.probability_word,
    claim.verdict,
    claim.why,
    tolerance?.low,
    tolerance?.high,
    tolerance?.why,
    honestValues.map((one) => `${one.value} ${one.unit} by ${sourceValueWords(one, [])}`).join('; '),
    wouldBeTrue?.text,
    claim.wouldSettle,
    claim.saying,
    evidenceLines(claim, []).join('; '),
  ]
}

function interval(period: ClaimPeriod | null): string | null {
  if (period === null) return null
  return 'at' in period ? period.at : `${period.from}/${period.to}`
}
