import { unSeatHolder } from '../../states/index.ts'
import type { DomainAssessment, DomainInputs } from '../forms/assessment.ts'
import { tenYearsBefore } from '../forms/ten-years-before.ts'
import { notApplicableDomain, unknownDomain } from '../forms/unknown.ts'
import { inSentence } from '../forms/wording.ts'
import { withRepresentation } from '../people/representation.ts'
import { storedMemberships } from '../record/memberships.ts'
import { cachedBySnapshot } from '../rows/snapshot-cache.ts'
import { opposingVotes, votesByYear } from '../votes/dyad-votes.ts'
import { idealPointFigures } from '../votes/ideal-point-figures.ts'
import { voteChanges, voteLevels, votePercentiles } from '../votes/vote-figures.ts'
import { votePlaceFigures } from '../votes/vote-place-figures.ts'
import { agendaNotes, voteSummary } from '../votes/vote-sentences.ts'
import { periodLabel, readVoteWindow, type VotePeriod, votePeriod } from '../votes/vote-window.ts'

/**
 * Assesses the similarity of UN General Assembly votes: the pair's place among all pairs first, then kappa and alternative measures with intervals and
 * ten-year changes, and opposing votes by name; and who has an embassy with whom.
 */
export async function assessDiplomacy(bench: DomainInputs): Promise<DomainAssessment> {
  return withRepresentation(bench, await similarityOfVotes(bench))
}

async function similarityOfVotes(bench: DomainInputs): Promise<DomainAssessment> {
  const { to, seed } = bench.dyad
  const period = await votePeriod(bench)
  if (period === undefined || period.to < '1946')
    return silent(bench, `the record holds no recorded votes of a full year that ends by ${to}.`)
  const outsider = await nonMember(bench, period)
  if (outsider !== undefined) return notApplicableDomain('diplomacy', 'Diplomacy', periodLabel(period), outsider)
  const now = await readVoteWindow(bench, period, seed)
  if (now === undefined) return silent(bench, await nothingInCommon(bench, period))
  const past = { from: tenYearsBefore(period.from), to: tenYearsBefore(period.to) }
  const [before, series, opposing, points, place] = await Promise.all([
    readVoteWindow(bench, past, seed + 1),
    bench.withoutYears ? [] : votesByYear(bench, period.to),
    opposingVotes(bench, period, 8),
    idealPointFigures(bench),
    votePlaceFigures(bench),
  ])
  const estimates = [...place.estimates, ...voteLevels(now), ...votePercentiles(now), ...voteChanges(now, before, periodLabel(past))]
  return {
    id: 'diplomacy',
    title: 'Diplomacy',
    state: 'observed',
    summary: await voteSummary(bench, now, place, [...estimates, ...points.estimates]),
    estimates: [...estimates, ...points.estimates, ...series],
    items: opposing,
    notes: [
      ...(await agendaNotes(bench, now)),
      'Votes on resolutions and drafts as a whole only: since January 2020 the record has no votes on paragraphs and amendments, and the years must compare.',
      'A roll call on which either has no recorded position says nothing about the pair and is left out; consensus without a vote leaves no trace here.',
      ...(points.sentence === '' ? [] : [points.sentence.trim()]),
      ...points.notes,
    ],
  }
}

/**
 * Says which state of the pair was not a UN member at any time in the period, so that votes do not apply. Undefined where both were, or where the record has no
 * memberships.
 */
async function nonMember(bench: DomainInputs, period: VotePeriod): Promise<string | undefined> {
  const { a, b } = bench.dyad
  const members = await membersIn(bench.snapshot, period.from, period.to)
  const out = [a, b].find((state) => !members.has(state.iso3))
  if (out === undefined || members.size === 0) return undefined
  const seat =
    unSeatHolder(out, period.to).iso3 === out.iso3
      ? ''
      : ` Its seat was held by ${unSeatHolder(out, period.to).name} (Taipei) until 25 October 1971: see TWN.`
  return `${inSentence(out.name)} was not a member of the United Nations in ${periodLabel(period)} and had no vote.${out.iso3 === 'CHN' ? seat : ''}`
}

/** Returns the states that were UN members at any time in the period. */
const membersIn = cachedBySnapshot(async (snapshot, from: string, to: string): Promise<ReadonlySet<string>> => {
  const { all } = await storedMemberships(snapshot)
  const inForce = all.filter(({ bloc, role, start_date, end_date }) => {
    return bloc === 'UN' && role === 'member' && start_date <= to && (end_date === null || end_date >= from)
  })
  return new Set(inForce.map(({ state }) => state))
})

async function nothingInCommon(bench: DomainInputs, period: VotePeriod): Promise<string> {
  const { a, b } = bench.dyad
  const years = await votesByYear(bench, period.to)
  const last = years.at(-1)
  const ever = last === undefined ? '' : ` The last year with some is ${last.period}.`
  return `${inSentence(a.name)} and ${inSentence(b.name)} have no recorded vote in common in ${periodLabel(period)}.${ever}`
}

function silent(bench: DomainInputs, reason: string): DomainAssessment {
  return unknownDomain('diplomacy', 'Diplomacy', bench.dyad.to, reason, 'UN General Assembly votes of a year in which both took positions.')
}
