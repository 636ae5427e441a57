import { counted } from '../../assessments/forms/wording.ts'
import type { PairedVote, PairedVotesAnswer, SideVote } from '../../assessments/pairs/pair-roll-calls.ts'
import { csv } from '../text/csv.ts'
import { type Column, markdownTable, textTable } from '../text/table.ts'

/** Largest number of characters of a title in text; the other formats have the full title. */
const most = 76

/** Writes the roll calls as a table. */
export function pairedVotesText(answer: PairedVotesAnswer): string {
  const rows = answer.votes.map((vote) => cells(vote, answer, most))
  return [lead(answer), '', ...(rows.length === 0 ? [] : [textTable(columns(answer), rows), '']), rest(answer)].join('\n').trimEnd()
}

export function pairedVotesMarkdown(answer: PairedVotesAnswer): string {
  const rows = answer.votes.map((vote) => cells(vote, answer, Number.POSITIVE_INFINITY))
  return [lead(answer), '', ...(rows.length === 0 ? [] : [markdownTable(columns(answer), rows), '']), rest(answer)].join('\n').trimEnd()
}

/** Writes the roll calls as CSV, one row each, with the members of each side by position. */
export function pairedVotesCsv({ a, b, votes }: PairedVotesAnswer): string {
  const of = (side: 'a' | 'b'): string[] => [`vote_${side}`, `yes_${side}`, `abstained_${side}`, `no_${side}`]
  return csv(
    ['id', 'date', 'session', 'symbol', 'title', 'kind', 'issues', 'important', 'a', ...of('a'), 'b', ...of('b'), 'split', 'source'],
    votes.map((vote) => [
      ...[vote.id, vote.date, vote.session, vote.symbol, vote.title, vote.kind, vote.issues?.join(' '), vote.important],
      ...[a.iso3, ...sideCells(vote.a), b.iso3, ...sideCells(vote.b), vote.split, vote.source],
    ]),
  )
}

function sideCells({ position, yes, abstained, no }: SideVote): (string | number)[] {
  return [position, yes, abstained, no]
}

/** Describes the totals in a sentence. */
function lead({ a, b, from, to, options, counts, total }: PairedVotesAnswer): string {
  const { same, partial, opposing, divided } = counts
  const whole = options.kind === 'whole' ? ' on whole resolutions' : ''
  const when = from === null ? `up to ${to}` : `${from} to ${to}`
  const filters = [options.issue === null ? '' : ` on the issue ${options.issue}`, options.words === null ? '' : ` with "${options.words}"`]
  const parts = [
    `${same.toLocaleString('en-US')} the same`,
    `${partial.toLocaleString('en-US')} with one abstaining`,
    `${opposing.toLocaleString('en-US')} yes against no`,
    ...(divided === 0 ? [] : [`${divided} with a bloc divided`]),
  ]
  const shown = options.split === null ? '' : ` ${counted(total, 'is', 'are')} ${options.split}.`
  return `${a.name} and ${b.name}, ${when}: ${counted(same + partial + opposing + divided, 'roll call', 'roll calls')}${whole}${filters.join('')}; ${parts.join(', ')}.${shown}`
}

function rest({ total, offset, votes }: PairedVotesAnswer): string {
  const left = total - offset - votes.length
  return left > 0 ? `… and ${left.toLocaleString('en-US')} more (--offset ${offset + votes.length}, --limit)` : ''
}

function columns({ a, b }: PairedVotesAnswer): Column[] {
  return [{ title: 'date' }, { title: 'symbol' }, { title: a.name }, { title: b.name }, { title: 'title' }]
}

function cells(vote: PairedVote, { a, b }: PairedVotesAnswer, width: number): string[] {
  const title = vote.title ?? ''
  const cut = title.length > width ? `${title.slice(0, width - 1)}…` : title
  return [vote.date, vote.symbol ?? '', sideWords(vote.a, a), sideWords(vote.b, b), cut]
}

function sideWords({ position, yes, abstained, no }: SideVote, { members }: PairedVotesAnswer['a']): string {
  return members === undefined ? position : `${position} (${yes}/${abstained}/${no})`
}
