import { amountWords, counted, formatShare, joinedWords } from '../../assessments/forms/wording.ts'
import type { ClaimPeriod } from '../../claims/claim.ts'
import type { AcceptedValue, TextAnswer, Tolerance, Verdict } from '../../claims/verdict.ts'
import type { Evidence, SourceCard } from '../../store/index.ts'
import { sourceName } from '../overview/source-name.ts'
import type { AnsweredClaim, ClaimShare, Quoted, ReadAnswer, ReaderReport, ReadSummary } from './claims-answer.ts'

/** The sign of each verdict, so that verdicts do not differ by colour alone. */
export const verdictSigns: Readonly<Record<Verdict, string>> = { supported: '✓', partly: '≈', contradicted: '✗', unverifiable: '?' }

export const answerWords: Readonly<Record<TextAnswer, string>> = {
  checked: 'checked',
  'outside-record': 'outside the record',
  forecast: 'forecast',
  causal: 'causal',
  opinion: 'opinion',
  rhetoric: 'rhetoric',
  'not-read': 'not read: too full, too slow, or not answered',
  'no-claim': 'no claim read',
}

const percentUnits: Readonly<Record<string, string>> = { percent: ' %', percent_change: ' %', percentage_points: ' pp' }

/**
 * Formats a value with its unit, as in a sentence.
 *
 * @example valueWords(45, 'USD bn')   // "USD 45 bn"
 * @example valueWords(-33.3, 'percent_change')   // "−33.3 %"
 */
export function valueWords(value: number, unit: string | null): string {
  if (!Number.isFinite(value)) return 'unknown'
  const sign = value < 0 ? '−' : unit === 'percent_change' || unit === 'percentage_points' ? '+' : ''
  const number = `${sign}${Math.abs(value) >= 1000 ? Math.abs(value).toLocaleString('en-US', { maximumFractionDigits: 1 }) : significant4(Math.abs(value))}`
  if (unit === null) return number
  if (percentUnits[unit] !== undefined) return `${number}${percentUnits[unit]}`
  const money = /^([A-Z]{3}) (tn|bn|mn|m)$/.exec(unit)
  if (money !== null) return `${money[1]} ${number} ${money[2]}`
  if (/^[A-Z]{3}$/.test(unit)) return amountWords(value, unit)
  if (unit === 'count') return number
  return unit === 'rank' ? `place ${number}` : unit === 'times' ? `${number} times` : `${number} ${unit}`
}

const significant4 = (value: number): string => value.toLocaleString('en-US', { maximumSignificantDigits: 4 })

/**
 * Formats a period, as in a sentence.
 *
 * @example periodWords({ from: '2022-04', to: '2023-03' })   // "2022-04 to 2023-03"
 */
export function periodWords(period: ClaimPeriod): string {
  return 'at' in period ? period.at : `${period.from} to ${period.to}`
}

/** Returns the slots of a claim in words; empty slots are left out. */
export function slotWords(claim: AnsweredClaim): [name: string, value: string][] {
  const { kind, domain, indicator, actors, direction, period, period_base, value, value_from, unit, qualifier } = claim
  const slots: [string, string | null][] = [
    ['kind', kind],
    ['domain', domain],
    ['indicator', indicator],
    ['actors', actors.length === 0 ? null : actors.join(', ')],
    ['direction', direction === 'n/a' ? null : direction],
    ['period', period === null ? null : periodWords(period)],
    ['compared with', period_base === null ? null : periodWords(period_base)],
    ['from', value_from === null ? null : valueWords(value_from, unit)],
    ['value', value === null ? null : valueWords(value, unit)],
    ['as written', qualifier],
    ['source named', claim.source_named],
    ['speaker', claim.speaker],
    ['word of likelihood', claim.probability_word],
  ]
  return slots.filter((slot): slot is [string, string] => slot[1] !== null)
}

/** Describes a claim in one line: kind and domain, indicator, actors, period and value. */
export function claimLine(claim: AnsweredClaim): string {
  const { kind, domain, indicator, actors, direction, period, value, value_from, unit } = claim
  const who = direction.includes('->') ? direction : actors.join(', ')
  const much = value === null ? null : `${value_from === null ? '' : `from ${valueWords(value_from, unit)} to `}${valueWords(value, unit)}`
  return [`${kind} in ${domain}`, indicator, who, period === null ? null : periodWords(period), much]
    .filter((word) => word !== null && word !== '')
    .join('; ')
}

/** Describes the tolerated range and the reason for it. */
export function toleranceWords({ low, high, why }: Tolerance, unit: string | null): string {
  const ends = low === high ? valueWords(low, unit) : `${valueWords(low, unit)} to ${valueWords(high, unit)}`
  return `${ends}: ${why}`
}

/** The sources of an answer, which give a source its name; an empty list where ids are wanted, as in a table for a program. */
type Named = readonly Pick<SourceCard, 'id' | 'title'>[]

/**
 * Names the source of a value, with the code of the state that reports it.
 *
 * @example reporterWords({ by: 'imf-dots, RUS' }, [{ id: 'imf-dots', title: 'Direction of Trade Statistics: Russia by partner' }])   // 'Direction of Trade Statistics (RUS)'
 */
export function reporterWords({ by }: Pick<AcceptedValue, 'by'>, sources: Named): string {
  const [source, reporter] = by.split(', ')
  return `${sourceName(source!, sources)}${reporter === undefined ? '' : ` (${reporter})`}`
}

/** The cells of a value in a table of what the sources give: source, value, unit, period, what is measured, and whether it is an estimate. */
export function sourceValueCells(one: AcceptedValue, sources: Named): [string, number, string, string, string, string] {
  return [reporterWords(one, sources), one.value, one.unit, one.period, one.what, one.estimated ? 'estimated' : 'observed']
}

/** Describes a value of a source: the source, what is measured, the period, and whether it is an estimate. */
export function sourceValueWords({ by, what, period, estimated }: AcceptedValue, sources: Named): string {
  return `${reporterWords({ by }, sources)}: ${what}, ${period}${estimated ? ' (estimated)' : ''}`
}

/** Describes the document, the record and the day for relative dates, and adds notes on the document, one line each. */
export function documentLines({ document, snapshot, reader }: ReadAnswer): string[] {
  const { name, form, author, date, dateFrom, notes } = document
  const dated = { given: 'the day given', document: 'the day of the document', today: 'today, as the document names no day' }[dateFrom]
  return [
    `Read from ${name} (${form})${author === null ? '' : `, by ${author}`}. Times are read against ${date}: ${dated}. Snapshot ${snapshot.id}.`,
    ...(reader === null ? [] : readerLines(reader)),
    ...notes,
  ]
}

/** Names the server and model that read the text, and says what came of the claims that it offered, and which sentences it did not read. */
function readerLines({ address, model, sentences, requests, failures, offered, kept, dropped }: ReaderReport): string[] {
  const sent = `${counted(sentences.sent, 'sentence', 'sentences')} ${sentences.sent === 1 ? 'was' : 'were'} sent in ${counted(requests.answered + requests.failed, 'request', 'requests')}`
  const reasons = (Object.keys(dropWords) as (keyof ReaderReport['dropped'])[])
    .filter((reason) => dropped[reason] > 0)
    .map((reason) => `${dropped[reason]} ${dropWords[reason]}`)
  const lost = offered - kept
  const drops = lost === 0 ? 'none was dropped' : `${lost} ${lost === 1 ? 'was' : 'were'} dropped (${reasons.join('; ')})`
  const claims = offered === 0 ? 'no claim was offered' : `of ${counted(offered, 'claim', 'claims')} offered, ${drops}`
  const gaps = [
    ...(requests.failed === 0 ? [] : [`${counted(requests.failed, 'request', 'requests')} failed (${failures.join('; ')})`]),
    ...(requests.unsent === 0
      ? []
      : [`${counted(requests.unsent, 'request', 'requests')} more were not made, as three in a row had failed`]),
  ]
  const notRead =
    sentences.notRead === 0
      ? ''
      : `${counted(sentences.notRead, 'sentence', 'sentences')} not read${gaps.length === 0 ? ': the text is longer than is sent of one' : `: ${gaps.join('; ')}`}.`
  return [
    `The claims were read by the model ${model} at ${address}, not by our rules: what it misread is judged as it was misread. The verdicts are ours. ${sent}; ${claims}.`,
    ...(notRead === '' ? [] : [notRead]),
  ]
}

/** Why claims of a reader are dropped, after their number. */
const dropWords: Readonly<Record<keyof ReaderReport['dropped'], string>> = {
  slots: 'with slots that cannot be used',
  sentence: 'of a sentence that was not sent with them',
  quote: 'whose quoted words do not stand in their sentence',
  number: 'whose number does not stand in their sentence',
  party: 'with a party that the text has not named',
  time: 'with a time that the text has not named',
  name: 'with an organisation or document that the text has not named',
  repeated: 'given twice',
  surplus: 'beyond twenty a sentence',
}

const answerOrder: readonly TextAnswer[] = [
  'checked',
  'outside-record',
  'forecast',
  'causal',
  'opinion',
  'rhetoric',
  'no-claim',
  'not-read',
]

/** Writes the summary in sentences: checkable sentences, claims by verdict, share supported. */
export function summaryLines(summary: ReadSummary): string[] {
  const { sentences, checkable, supported, baseRate, byAnswer } = summary
  const kinds = answerOrder.filter((answer) => (byAnswer[answer] ?? 0) > 0).map((answer) => `${byAnswer[answer]} ${answerWords[answer]}`)
  return [
    verdictLine(summary),
    `${counted(sentences, 'sentence', 'sentences')}${kinds.length === 0 ? '' : `: ${joinedWords(kinds)}`}. ${checkable} of them ${checkable === 1 ? 'holds' : 'hold'} claims that can be checked.`,
    supported === null
      ? 'No claim could be answered, so there is no share of claims that hold.'
      : `Of ${counted(supported.of, 'claim', 'claims')} answered, ${supported.supported} ${supported.supported === 1 ? 'is' : 'are'} supported (${intervalWords(supported)}). Base rate: of ${baseRate.of} ${baseRate.from}, ${baseRate.supported} were supported (${intervalWords(baseRate)}), ${baseRate.partly} partly, ${baseRate.contradicted} contradicted. A similar share only means that this text is typical. It says nothing about claims without an answer, or about what the text leaves out.`,
  ]
}

/** The answer in one line: what does not hold first. */
function verdictLine({ claims, byVerdict: { supported, partly, contradicted, unverifiable } }: ReadSummary): string {
  const found = [
    [contradicted, 'is contradicted', 'are contradicted'],
    [partly, 'holds only in part', 'hold only in part'],
    [supported, 'is supported', 'are supported'],
    [unverifiable, 'cannot be settled by this record', 'cannot be settled by this record'],
  ] as const
  const told = found.filter(([count]) => count > 0)
  const [first] = told
  if (first === undefined) return 'No sentence holds a claim that can be checked.'
  if (claims === 1) return `The one checkable claim ${first[1]}.`
  const words = told.map(([count, one, many]) => `${count === claims ? `all ${count}` : count} ${count === 1 ? one : many}`)
  return `Of ${claims} checkable claims, ${joinedWords([...(contradicted === 0 ? ['none is contradicted'] : []), ...words])}.`
}

function intervalWords({ share, low, high }: ClaimShare): string {
  return `${formatShare(share)}; 90 % interval ${formatShare(low)} to ${formatShare(high)}`
}

/** Describes the rows behind a verdict, one line per distinct set of rows. */
export function evidenceLines({ evidence }: Pick<AnsweredClaim, 'evidence'>, sources: Named): string[] {
  return distinctRows(evidence).map(
    ({ source, vintage, rows, count }) => `${sourceName(source, sources)} (${vintage}): ${counted(count, 'row', 'rows')}, ${rows}`,
  )
}

/** Removes duplicate evidence, as several values may come from the same rows. */
export function distinctRows(evidence: readonly Evidence[]): Evidence[] {
  return [...new Map(evidence.map((one) => [`${one.source}|${one.rows}`, one])).values()]
}

/** What stands above the list of figures that bear on sentences without a verdict. */
export const bearingHead = 'Figures that bear on sentences without a verdict'

/**
 * Names sentences by their numbers.
 *
 * @param sentences   indexes, from 0
 * @example sentenceNumbers([0, 3])   // 'sentences 1 and 4'
 */
export function sentenceNumbers(sentences: readonly number[]): string {
  return `${sentences.length === 1 ? 'sentence' : 'sentences'} ${joinedWords(sentences.map((index) => String(index + 1)))}`
}

/** Names those whom a text quotes, and says that the record cannot verify it. */
export function quotedLine(quoted: readonly Quoted[]): string {
  const names = quoted.map(({ name, sentences }) => `${name} (${sentenceNumbers(sentences)})`)
  return `Quoted: ${joinedWords(names)}. The record holds no statements by persons: who they are, and that they said so, must be checked elsewhere.`
}
