import { joinedWords } from '../../assessments/forms/wording.ts'
import { grouped } from '../../assessments/rows/grouped.ts'
import { sourceName } from '../overview/source-name.ts'
import { printableText } from '../text/printable.ts'
import { markdownTable, wrap } from '../text/table.ts'
import type { AnsweredClaim, AnsweredSentence, ReadAnswer } from './claims-answer.ts'
import {
  answerWords,
  bearingHead,
  claimLine,
  documentLines,
  evidenceLines,
  quotedLine,
  sentenceNumbers,
  sourceValueWords,
  summaryLines,
  toleranceWords,
  valueWords,
  verdictSigns,
} from './claims-words.ts'
import { ourForecastLine } from './our-forecast-words.ts'

const width = 110
const indent = '      '

/** Writes the text sentence by sentence, each with its answer and below it the checkable claims. */
export function claimsText(answer: ReadAnswer): string {
  const { document, summary, sentences, claims, kept } = answer
  const head = [
    ...(document.title === null ? [] : [wrap(`Claims of: ${document.title}`, width), '']),
    ...documentLines(answer).map((line) => wrap(line, width)),
    '',
    ...summaryLines(summary).map((line) => wrap(line, width)),
    ...(kept === null ? [] : [savedForecastsLine(kept)]),
  ]
  const numbers = claimNumbers(claims)
  const bySentence = grouped(claims, (claim) => String(claim.sentence_index))
  const body = sentences.map((sentence) =>
    sentenceText(sentence, bySentence.get(String(sentence.sentence_index)) ?? [], numbers, answer.sources),
  )
  const odds = inconsistencyLines(answer).map((line) => wrap(`! ${line}`, width))
  const rest = [
    ...(answer.bearing.length === 0 ? [] : [`${bearingHead}:`]),
    ...answer.bearing.map(
      ({ what, command, sentences: at }) => `${wrap(`- ${what} (${sentenceNumbers(at)})`, width)}\n${indent}${command}`,
    ),
    ...(answer.quoted.length === 0 ? [] : [wrap(quotedLine(answer.quoted), width)]),
  ]
  const parts = [head, odds, body, rest].filter((lines) => lines.length > 0)
  return printableText(parts.map((lines) => lines.join('\n')).join('\n\n'))
}

/** Numbers the checkable claims of a text from 1. */
export function claimNumbers(claims: readonly AnsweredClaim[]): Map<AnsweredClaim, number> {
  return new Map(claims.filter(({ checkable }) => checkable).map((claim, i) => [claim, i + 1]))
}

/** Describes the contradictions within the text, one line each, with the claims concerned. */
export function inconsistencyLines({ inconsistencies, claims }: ReadAnswer): string[] {
  const numbers = claimNumbers(claims)
  return inconsistencies.map(({ text, claims: places }) => {
    const at = places.map(({ sentence_index, claim_index }) =>
      claims.find((claim) => claim.sentence_index === sentence_index && claim.claim_index === claim_index),
    )
    const named = at.flatMap((claim) => (claim === undefined ? [] : (numbers.get(claim) ?? [])))
    return `${text} Claims ${joinedWords(named.map(String))} cannot all be right.`
  })
}

/** Says what `--keep` saved and where. */
export function savedForecastsLine({ added, there, folder }: NonNullable<ReadAnswer['kept']>): string {
  return `Forecasts kept: ${added} new, ${there} there already, in ${folder}.`
}

function sentenceText(
  sentence: AnsweredSentence,
  claims: readonly AnsweredClaim[],
  numbers: ReadonlyMap<AnsweredClaim, number>,
  sources: ReadAnswer['sources'],
): string {
  const own = claims.filter((claim) => numbers.has(claim))
  const unnumbered = claims.filter((claim) => !numbers.has(claim)).flatMap((claim) => ourForecastLine(claim) ?? [])
  const label = `[${sentence.sentence_index + 1}] ${answerWords[sentence.answer]}: `
  return [
    wrap(`${label}${sentence.text}`, width).replaceAll('\n', '\n    '),
    ...[...new Set(unnumbered)].map((line) => wrap(line, width, indent)),
    ...own.map((claim) => claimText(claim, numbers.get(claim)!, sources)),
  ].join('\n')
}

function claimText(claim: AnsweredClaim, number: number, named: ReadAnswer['sources']): string {
  const { verdict, why, tolerance, wouldBeTrue, wouldSettle, unit } = claim
  const lines = [
    why,
    tolerance === null ? null : `Counts as this: ${toleranceWords(tolerance, unit)}`,
    wouldBeTrue === null ? null : `What would have been true: ${wouldBeTrue.text}`,
    wouldSettle === null ? null : `What would settle it: ${wouldSettle}`,
    claim.saying ?? null,
    ourForecastLine(claim),
    sourcesLine(claim, named),
  ]
  const wrappedLines = lines.filter((line) => line !== null && line !== '').map((line) => wrap(line!, width, indent))
  return [wrap(`${verdictSigns[verdict!]} ${number} ${verdict!.toUpperCase()}: ${claimLine(claim)}`, width, '  '), ...wrappedLines].join(
    '\n',
  )
}

/** Lists the sources of a claim in one line; null if there are none. The reason has the values already, the other formats have the rows. */
function sourcesLine({ evidence }: AnsweredClaim, named: ReadAnswer['sources']): string | null {
  const sources = [...new Set(evidence.map(({ source }) => sourceName(source, named)))]
  return sources.length === 0 ? null : `Rests on ${joinedWords(sources)}.`
}

/** Writes the answer as a memo in Markdown: summary, table of claims, each claim with its grounds, then the text. */
export function claimsMarkdown(answer: ReadAnswer): string {
  const { document, summary, claims, sentences, kept } = answer
  const numbered = [...claimNumbers(claims)]
  const columns = [{ title: 'claim', align: 'right' as const }, { title: 'verdict' }, { title: 'as understood' }, { title: 'why' }]
  const rows = numbered.map(([claim, n]) => [
    String(n),
    `${verdictSigns[claim.verdict!]} ${claim.verdict!}`,
    escapedMarkdown(claimLine(claim)),
    escapedMarkdown(claim.why ?? ''),
  ])
  const odds = inconsistencyLines(answer)
  const parts = [
    `# Claims of: ${escapedMarkdown(document.title ?? document.name)}`,
    documentLines(answer).map(escapedMarkdown).join('\n\n'),
    summaryLines(summary)
      .map((line) => `- ${line}`)
      .join('\n'),
    ...(kept === null ? [] : [savedForecastsLine(kept)]),
    ...(odds.length === 0 ? [] : [`## The text against itself\n\n${odds.map((line) => `- ${escapedMarkdown(line)}`).join('\n')}`]),
    ...(rows.length === 0 ? [] : [`## Claims\n\n${markdownTable(columns, rows)}`]),
    ...numbered.map(([claim, n]) => claimMarkdown(claim, n, answer.sources)),
    ...withoutVerdict(answer),
    `## Sentence by sentence\n\n${sentences.map((one) => `${one.sentence_index + 1}. *${answerWords[one.answer]}*: ${escapedMarkdown(one.text)}`).join('\n')}`,
  ]
  return printableText(`${parts.join('\n\n')}\n`)
}

function withoutVerdict({ bearing, quoted }: ReadAnswer): string[] {
  if (bearing.length + quoted.length === 0) return []
  const rows = bearing.map(({ what, command, sentences }) => `- ${what} (${sentenceNumbers(sentences)}): \`${command}\``)
  const measured = rows.length === 0 ? [] : [`${bearingHead}:\n\n${rows.join('\n')}`]
  return ['## Without a verdict', ...measured, ...(quoted.length === 0 ? [] : [escapedMarkdown(quotedLine(quoted))])]
}

function claimMarkdown(claim: AnsweredClaim, number: number, named: ReadAnswer['sources']): string {
  const { verdict, why, sentence, honestValues, tolerance, wouldBeTrue, wouldSettle, unit } = claim
  const lines = [
    `### ${number}. ${verdictSigns[verdict!]} ${verdict!}`,
    escapedMarkdown(why ?? ''),
    tolerance === null ? null : `Counts as this: ${escapedMarkdown(toleranceWords(tolerance, unit))}`,
    honestValues.length === 0
      ? null
      : honestValues.map((one) => `- ${valueWords(one.value, one.unit)} by ${escapedMarkdown(sourceValueWords(one, named))}`).join('\n'),
    wouldBeTrue === null ? null : `**What would have been true:** ${escapedMarkdown(wouldBeTrue.text)}`,
    wouldSettle === null ? null : `What would settle it: ${escapedMarkdown(wouldSettle)}`,
    escapedMarkdown(claim.saying ?? ''),
    escapedMarkdown(ourForecastLine(claim) ?? ''),
    claim.evidence.length === 0
      ? null
      : evidenceLines(claim, named)
          .map((line) => `- rows: ${escapedMarkdown(line)}`)
          .join('\n'),
    `> ${escapedMarkdown(sentence)}`,
  ]
  return lines.filter((line) => line !== null && line !== '').join('\n\n')
}

/** Escapes third-party text, so that Markdown finds no markup, HTML or link in it. */
export function escapedMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>#!&]/g, (sign) => (sign === '<' ? '&lt;' : sign === '&' ? '&amp;' : `\\${sign}`)).replace(/\s+/g, ' ')
}
