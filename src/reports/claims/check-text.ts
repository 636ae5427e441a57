import { counted } from '../../assessments/forms/wording.ts'
import { type CsvColumns, csvByColumns } from '../text/csv.ts'
import { printableText } from '../text/printable.ts'
import { markdownTable, wrap } from '../text/table.ts'
import type { CheckAnswer, CheckedClaim } from './check-answer.ts'
import { slotColumns } from './claims-csv.ts'
import { escapedMarkdown } from './claims-text.ts'
import { periodWords, toleranceWords, valueWords, verdictSigns } from './claims-words.ts'

const width = 110
const indent = '    '
/** Failing claims come first. */
const order = ['contradicted', 'partly', 'supported', 'unverifiable', null] as const

/** Writes the verdicts, failing claims first, each with its reason and what would be true; then what could not be used. */
export function checkText(answer: CheckAnswer): string {
  const { claims } = answer
  const sorted = order.flatMap((verdict) => claims.filter((claim) => claim.verdict === verdict))
  return printableText(
    [summaryLine(answer), sorted.map(claimText).join('\n'), errorLines(answer).join('\n')].filter((part) => part !== '').join('\n\n'),
  )
}

/** Says how many claims there were, how they were judged, and by which record. */
function summaryLine({ document, snapshot, summary: { claims, byVerdict, errors } }: CheckAnswer): string {
  const bad = errors === 0 ? '' : ` ${counted(errors, 'slot', 'slots')} could not be used: see below.`
  return wrap(
    `${counted(claims, 'claim', 'claims')} of ${document.name}: ${byVerdict.supported} supported, ${byVerdict.partly} partly, ${byVerdict.contradicted} contradicted, ${byVerdict.unverifiable} that this record cannot tell.${bad} Snapshot ${snapshot.id}.`,
    width,
  )
}

const errorLines = ({ errors }: CheckAnswer): string[] =>
  errors.map(({ line, id, slot, message }) => wrap(`! line ${line}${id === null ? '' : ` (${id})`}, ${slot}: ${message}`, width))

function claimText(claim: CheckedClaim): string {
  const { verdict, why, tolerance, wouldBeTrue, wouldSettle, unit } = claim
  const head = `${verdict === null ? ' ' : verdictSigns[verdict]} ${nameOf(claim)} ${verdict?.toUpperCase() ?? claim.answer}: ${slotLine(claim)}`
  const lines = [
    why,
    tolerance === null ? null : `Counts as this: ${toleranceWords(tolerance, unit)}`,
    wouldBeTrue === null ? null : `What would have been true: ${wouldBeTrue.text}`,
    wouldSettle === null ? null : `What would settle it: ${wouldSettle}`,
  ]
  return [wrap(head, width), ...lines.filter((line) => line !== null && line !== '').map((line) => wrap(line!, width, indent))].join('\n')
}

const nameOf = ({ id, line }: CheckedClaim): string => id ?? `line ${line}`

/** The slots in one line: indicator, parties, period, value. */
function slotLine({
  indicator,
  direction,
  actors,
  period,
  period_base: base,
  value,
  value_from: from,
  unit,
  qualifier,
}: CheckedClaim): string {
  const who = direction.includes('->') ? direction : actors.join(', ')
  const much =
    value === null
      ? null
      : `${from === null ? '' : `from ${valueWords(from, unit)} to `}${qualifier === null || unit === 'rank' ? '' : `${qualifier} `}${valueWords(value, unit)}`
  const when = period === null ? null : `${periodWords(period)}${base === null ? '' : ` against ${periodWords(base)}`}`
  return [indicator, who, when, much].filter((word) => word !== null && word !== '').join('; ')
}

/** Writes the verdicts as a table, in the order given. */
export function checkMarkdown(answer: CheckAnswer): string {
  const rows = answer.claims.map((claim) => [
    escapedMarkdown(nameOf(claim)),
    claim.verdict ?? claim.answer,
    escapedMarkdown(slotLine(claim)),
    escapedMarkdown(
      [claim.why, claim.wouldBeTrue === null ? null : `Would be true: ${claim.wouldBeTrue.text}`].filter((one) => one !== null).join(' '),
    ),
  ])
  return printableText(
    [
      summaryLine(answer),
      markdownTable(
        ['claim', 'verdict', 'what is claimed', 'why'].map((title) => ({ title })),
        rows,
      ),
      ...errorLines(answer),
    ].join('\n\n'),
  )
}

const columns: CsvColumns<CheckedClaim> = {
  id: (claim) => claim.id,
  line: (claim) => claim.line,
  verdict: (claim) => claim.verdict,
  why: (claim) => claim.why,
  kind: (claim) => claim.kind,
  domain: (claim) => claim.domain,
  indicator: (claim) => claim.indicator,
  catalogue: (claim) => claim.catalogue,
  ...slotColumns,
  tolerance_low: ({ tolerance }) => tolerance?.low,
  tolerance_high: ({ tolerance }) => tolerance?.high,
  would_be_true: ({ wouldBeTrue }) => wouldBeTrue?.text,
  would_settle: ({ wouldSettle }) => wouldSettle,
  sources: ({ evidence }) => [...new Set(evidence.map(({ source }) => source))].join('; '),
  sentence: (claim) => claim.sentence,
}

/** Writes a row for each claim, in the order given; its slots are named as `visavis check` reads them. */
export function checkCsv({ claims }: CheckAnswer): string {
  return csvByColumns(columns, claims)
}
