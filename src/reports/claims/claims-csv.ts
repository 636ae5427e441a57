import type { ClaimPeriod } from '../../claims/claim.ts'
import { type CsvColumns, csv, csvByColumns } from '../text/csv.ts'
import type { AnsweredClaim, ReadAnswer } from './claims-answer.ts'
import { evidenceLines, sourceValueWords } from './claims-words.ts'

type Slots = Pick<
  AnsweredClaim,
  'actors' | 'direction' | 'period' | 'period_base' | 'value' | 'value_from' | 'unit' | 'qualifier' | 'source_named'
>

/** The slots of a claim that answers of `read` and of `check` have alike. */
export const slotColumns: CsvColumns<Slots> = {
  actors: ({ actors }) => actors.join('; '),
  direction: (claim) => claim.direction,
  period: ({ period }) => periodCell(period),
  period_base: ({ period_base: base }) => periodCell(base),
  value: (claim) => claim.value,
  value_from: (claim) => claim.value_from,
  unit: (claim) => claim.unit,
  qualifier: (claim) => claim.qualifier,
  source_named: (claim) => claim.source_named,
}

const columns: CsvColumns<AnsweredClaim> = {
  sentence_index: (claim) => claim.sentence_index,
  claim_index: (claim) => claim.claim_index,
  sentence: (claim) => claim.sentence,
  answer: (claim) => claim.answer,
  checkable: (claim) => claim.checkable,
  kind: (claim) => claim.kind,
  domain: (claim) => claim.domain,
  indicator: (claim) => claim.indicator,
  ...slotColumns,
  speaker: (claim) => claim.speaker,
  probability_word: (claim) => claim.probability_word,
  verdict: (claim) => claim.verdict,
  why: (claim) => claim.why,
  tolerance_low: ({ tolerance }) => tolerance?.low,
  tolerance_high: ({ tolerance }) => tolerance?.high,
  tolerance_why: ({ tolerance }) => tolerance?.why,
  honest_values: ({ honestValues }) => honestValues.map((one) => `${one.value} ${one.unit} by ${sourceValueWords(one, [])}`).join('; '),
  would_be_true: ({ wouldBeTrue }) => wouldBeTrue?.text,
  would_settle: ({ wouldSettle }) => wouldSettle,
  saying: ({ saying }) => saying,
  evidence: (claim) => evidenceLines(claim, []).join('; '),
}

/** Writes all claims as CSV, one row each, uncheckable ones included; periods are ISO intervals, lists are separated by semicolons. */
export function claimsCsv({ claims }: ReadAnswer): string {
  return csvByColumns(columns, claims)
}

/** CSV header for the claims of many texts. */
export const batchHeader: string = csv(['file', 'date', ...Object.keys(columns)], [])

/** Writes the claims of one of many texts as CSV rows without a header, each beginning with the file and the date of the text. */
export function claimRows(file: string, { claims, document: { date } }: ReadAnswer): string {
  const ofFile: CsvColumns<AnsweredClaim> = { file: () => file, date: () => date, ...columns }
  return csvByColumns(ofFile, claims).slice(batchHeader.length)
}

/** Writes a period as a day or an ISO interval. */
function periodCell(period: ClaimPeriod | null): string | null {
  if (period === null) return null
  return 'at' in period ? period.at : `${period.from}/${period.to}`
}
