import type { RowsOfSource } from '../../assessments/record/rows-of-evidence.ts'
import { rowsMarkdown, rowsText } from '../parts/evidence.ts'
import { printableText } from '../text/printable.ts'
import { wrap } from '../text/table.ts'
import type { AnsweredClaim, ReadAnswer } from './claims-answer.ts'
import { escapedMarkdown } from './claims-text.ts'
import { claimLine, verdictSigns } from './claims-words.ts'

/** The answer of `visavis claims rows`. */
export interface ClaimRowsAnswer {
  readonly schemaVersion: 1
  readonly document: Pick<ReadAnswer['document'], 'name' | 'title' | 'author' | 'date' | 'sha256'>
  readonly snapshot: ReadAnswer['snapshot']
  /** Number of the claim among the checkable claims, in text order, from 1. */
  readonly number: number
  readonly claim: AnsweredClaim
  /** The rows by source; empty if the verdict uses no row. */
  readonly behind: readonly RowsOfSource[]
}

const width = 110

/** Writes a claim, its verdict and the rows behind it for a terminal; control characters are removed. */
export function claimRowsText(answer: ClaimRowsAnswer): string {
  return printableText([...lead(answer).map((line) => wrap(line, width)), ...rowsText(answer.behind)].join('\n\n'))
}

/** Writes a claim, its verdict and the rows behind it as Markdown. */
export function claimRowsMarkdown(answer: ClaimRowsAnswer): string {
  return printableText([...lead(answer).map(escapedMarkdown), ...rowsMarkdown(answer.behind)].join('\n\n'))
}

function lead({ document, number, claim, behind }: ClaimRowsAnswer): string[] {
  const { sentence, verdict, why, wouldBeTrue } = claim
  return [
    `${verdictSigns[verdict!]} ${number} ${verdict}: ${claimLine(claim)}`,
    ...(why === null ? [] : [why]),
    ...(wouldBeTrue === null ? [] : [`What would have been true: ${wouldBeTrue.text}`]),
    `Of sentence ${claim.sentence_index + 1} in ${document.title ?? document.name}: ${sentence}`,
    ...(behind.length === 0 ? ['The verdict rests on no row of the record.'] : []),
  ]
}
