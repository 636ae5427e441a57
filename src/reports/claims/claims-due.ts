import { counted, twoDecimals } from '../../assessments/forms/wording.ts'
import { type CsvColumns, csvByColumns } from '../text/csv.ts'
import { wrap } from '../text/table.ts'
import type { DueAnswer } from './claims-answer.ts'
import { periodWords, valueWords, verdictSigns } from './claims-words.ts'
import { oursBesideText } from './our-forecast-words.ts'

const width = 110
const indent = '    '

/** Writes the due forecasts, the oldest first, then how many were resolved and how many are not yet due. */
export function dueText(answer: DueAnswer): string {
  const { on, due, snapshot } = answer
  const head =
    due.length === 0
      ? `No kept forecast has come due by ${on}.`
      : `${counted(due.length, 'forecast has', 'forecasts have')} come due by ${on}.`
  const rest = [...dueLines(answer), `Snapshot ${snapshot.id}. Ledger: ${answer.folder}.`]
  return [head, '', ...due.map(forecastText), ...(due.length === 0 ? [] : ['']), ...rest.map((line) => wrap(line, width))].join('\n')
}

function forecastText({ id, due, document, claim, probability, ours, resolution, wouldSettle, earlier }: DueAnswer['due'][number]): string {
  const who = claim.speaker ?? document.author ?? document.title ?? document.name
  const chance =
    probability === null ? '' : `; “${probability.words}” read as ${probability.low} to ${probability.high} by ${probability.scale}`
  const changed = earlier.filter(({ verdict }) => verdict !== resolution.verdict)
  const lines = [
    resolution.why,
    ...(ours === undefined ? [] : [oursBesideText(probability, ours)]),
    ...(resolution.brier === null ? [] : [`Brier score ${twoDecimals(resolution.brier)}.`]),
    ...(wouldSettle === null ? [] : [`What would settle it: ${wouldSettle}`]),
    ...changed.map((one) => `Snapshot ${one.snapshot} said ${one.verdict} as of ${one.on}.`),
    `Forecast by ${who}, ${document.date} (${document.name})${chance}; kept as ${id}:`,
    `“${claim.sentence}”`,
  ]
  return [
    `${verdictSigns[resolution.verdict]} ${due} ${outcomeWords[resolution.verdict]}`,
    ...lines.map((line) => wrap(line, width, indent)),
  ].join('\n')
}

/** How a forecast turned out, in words, by verdict. */
export const outcomeWords = {
  supported: 'CAME TRUE',
  partly: 'CAME TRUE IN PART',
  contradicted: 'DID NOT COME TRUE',
  unverifiable: 'CANNOT BE TOLD',
} as const

/** Summarises the forecasts: how many were resolved, their score, and how many are not yet due. */
export function dueLines({ waiting, next, undated, score }: DueAnswer): string[] {
  const { resolved, came, scored, brier } = score
  return [
    ...(resolved === 0 ? [] : [`Of ${counted(resolved, 'forecast', 'forecasts')} that could be told, ${came} came true.`]),
    ...(brier === null
      ? []
      : [`Mean Brier score of the ${scored} with a word of likelihood: ${twoDecimals(brier)} (0.25 is what a coin would score).`]),
    `Not due yet: ${waiting}${next === null ? '' : `, the next on ${next}`}. Without a day: ${undated}.`,
  ]
}

const columns: CsvColumns<DueAnswer['due'][number]> = {
  id: (one) => one.id,
  due: (one) => one.due,
  verdict: ({ resolution }) => resolution.verdict,
  why: ({ resolution }) => resolution.why,
  sentence: ({ claim }) => claim.sentence,
  speaker: ({ claim }) => claim.speaker,
  document: ({ document }) => document.name,
  document_date: ({ document }) => document.date,
  sha256: ({ document }) => document.sha256,
  period: ({ claim }) => (claim.period === null ? null : periodWords(claim.period)),
  value: ({ claim }) => (claim.value === null ? null : valueWords(claim.value, claim.unit)),
  probability_word: ({ probability }) => probability?.words,
  probability_low: ({ probability }) => probability?.low,
  probability_high: ({ probability }) => probability?.high,
  brier: ({ resolution }) => resolution.brier,
  snapshot: ({ resolution }) => resolution.snapshot,
  kept: (one) => one.kept,
  resolved: ({ resolution }) => resolution.resolved,
}

/** Writes the due forecasts as CSV, one row each. */
export function dueCsv({ due }: DueAnswer): string {
  return csvByColumns(columns, due)
}
