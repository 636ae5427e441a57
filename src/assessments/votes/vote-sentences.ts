import type { Estimate, Snapshot } from '../../store/index.ts'
import type { DomainInputs } from '../forms/assessment.ts'
import { formatShare, inSentence } from '../forms/wording.ts'
import type { VotePlaceFigures } from './vote-place-figures.ts'
import { placeWindow, sessionWords } from './vote-place-figures.ts'
import { type VoteWindow, windowWords } from './vote-window.ts'
import { type YearAgenda, yearAgenda } from './vote-year-agenda.ts'

/**
 * Writes the summary of the votes: the place first, then the shares of the window beside those of the median pair. No raw level is judged. Shares of a year
 * whose agenda breaks from the years before are left to the table: beside the place they mislead.
 *
 * @param rivals   the other figures of diplomacy, some of which may contradict the place
 */
export async function voteSummary(
  bench: DomainInputs,
  now: VoteWindow,
  place: VotePlaceFigures,
  rivals: readonly Estimate[],
): Promise<string> {
  const year = /^\d{4}$/.test(now.period) ? Number(now.period) : undefined
  const agenda = year === undefined ? undefined : await yearAgenda(bench.snapshot, year)
  const reading = 'Votes are on world issues, not on each other.'
  const shares = agenda?.breaks === true ? '' : sharesSentence(bench, now, agenda)
  return [await placeSentence(bench, place, rivals, year), shares, reading].filter((sentence) => sentence !== '').join(' ')
}

async function placeSentence(
  { snapshot, dyad }: DomainInputs,
  { sentence, estimates }: VotePlaceFigures,
  rivals: readonly Estimate[],
  year: number | undefined,
): Promise<string> {
  const [place] = estimates
  if (place === undefined || !('reason' in place)) return sentence({ estimates: rivals, ofMedian: await changeOfMedian(snapshot, year) })
  const window = await placeWindow(snapshot, dyad.to, dyad.from)
  const when = window === undefined ? '' : ` (${sessionWords(window)})`
  return `Where ${inSentence(dyad.a.name)} and ${inSentence(dyad.b.name)} stand among all pairs in votes${when} is unknown: ${place.reason}.`
}

/** Returns by how much the median pair's share of votes with the same position has changed in ten years. */
async function changeOfMedian(snapshot: Snapshot, year: number | undefined): Promise<number | undefined> {
  if (year === undefined) return undefined
  const [now, before] = [await yearAgenda(snapshot, year), await yearAgenda(snapshot, year - 10)]
  return now?.median === undefined || before?.median === undefined ? undefined : now.median - before.median
}

function sharesSentence({ dyad: { a, b } }: DomainInputs, now: VoteWindow, agenda: YearAgenda | undefined): string {
  const { n, agreement, opposing } = now.drawn.point
  const median = agenda?.median === undefined ? '' : ` (the median pair: ${formatShare(agenda.median)})`
  return `${windowWords(now.period)} ${inSentence(a.name)} and ${inSentence(b.name)} took the same position in ${formatShare(agreement)} of the ${n.toLocaleString('en-US')} recorded votes of the UN General Assembly in which both had one${median}, and opposite ones in ${formatShare(opposing)}.`
}

/** Returns the note on a window whose shares do not compare with earlier years, as a list of one or none. */
export async function agendaNotes(bench: DomainInputs, { period }: VoteWindow): Promise<string[]> {
  const year = /^\d{4}$/.test(period) ? Number(period) : undefined
  const sentence = agendaSentence(year, year === undefined ? undefined : await yearAgenda(bench.snapshot, year))
  return sentence === '' ? [] : [sentence]
}

/** Says where the number or the mix of a year's roll calls breaks from the years before. */
export function agendaSentence(year: number | undefined, agenda: YearAgenda | undefined): string {
  if (year === undefined || agenda === undefined || !agenda.breaks || agenda.before === undefined || agenda.median === undefined) return ''
  const { rollCalls, median, before } = agenda
  return `Shares of ${year} do not compare with earlier years: it had ${rollCalls} recorded votes (a typical year of the five before: ${Math.round(before.rollCalls)}), and the median pair agreed in ${formatShare(median)} of them (before: ${formatShare(before.median)}).`
}
