import type { Estimate, Known } from '../../store/index.ts'
import type { DomainAssessment } from '../forms/assessment.ts'
import { tenYearsBefore } from '../forms/ten-years-before.ts'
import { notApplicableDomain, unknownDomain } from '../forms/unknown.ts'
import { formatShare, inSentence } from '../forms/wording.ts'
import { periodLabel, type VotePeriod, votePeriod, windowWords } from '../votes/vote-window.ts'
import { idealDistance } from './bloc-ideal-points.ts'
import type { BlocInputs, Party } from './bloc-parties.ts'
import { cohesionFigures, voteDispersion, voterName } from './bloc-vote-figures.ts'
import { blocVotePlace } from './bloc-vote-place.ts'
import { blocWindow } from './bloc-votes-in-period.ts'
import { dividingVotes, majorityFigures } from './majority-agreement.ts'

/** Assesses votes over all cross pairs: median, lowest and highest pair by name, cohesion within each side, and roll calls that divided the majorities. */
export async function blocDiplomacy(bloc: BlocInputs): Promise<DomainAssessment> {
  const { bench } = bloc
  const period = await votePeriod(bench)
  if (period === undefined || period.to < '1946')
    return silent(bloc, `the record holds no recorded votes of a full year that ends by ${bench.dyad.to}.`)
  const outsider = [bloc.a, bloc.b].find((party) => !isInUn(bloc, party, period))
  if (outsider !== undefined)
    return notApplicableDomain(
      'diplomacy',
      'Diplomacy',
      periodLabel(period),
      `${outsider.isBloc ? `no state of ${inSentence(outsider.name)}` : inSentence(outsider.name)} was ${outsider.isBloc ? 'a' : 'no'} member of the United Nations in ${periodLabel(period)}.`,
    )
  const now = await blocWindow(bloc, period, bench.dyad.seed)
  if (now === undefined)
    return silent(bloc, `no state of the one side has a recorded vote in common with one of the other in ${periodLabel(period)}.`)
  const past = { from: tenYearsBefore(period.from), to: tenYearsBefore(period.to) }
  const [before, points, items, place] = await Promise.all([
    blocWindow(bloc, past, bench.dyad.seed + 1),
    idealDistance(bloc),
    dividingVotes(bloc, now, 8),
    blocVotePlace(bloc),
  ])
  const majorities = majorityFigures(bloc, now)
  const estimates = [
    ...place.estimates,
    ...voteDispersion(bloc, now, before, periodLabel(past)),
    ...cohesionFigures(bloc, now),
    ...majorities,
  ]
  return {
    id: 'diplomacy',
    title: 'Diplomacy',
    state: 'observed',
    summary: summary(bloc, estimates, windowWords(now.period), place.sentence),
    estimates: [...estimates, ...points.estimates],
    items,
    notes: [
      ...(points.sentence === '' ? [] : [points.sentence.trim()]),
      'Each pair of states is compared by itself and the pairs are summed up by their median: a bloc has no vote. A mean of positions would call a divided bloc moderate.',
      'Votes on resolutions and drafts as a whole only. Intervals tell how much the choice of resolutions matters; the members are all there are and not a sample.',
    ],
  }
}

/** Whether any state of the side was a United Nations member at any time in the period. */
function isInUn({ memberships }: BlocInputs, party: Party, { from, to }: VotePeriod): boolean {
  const un = memberships.filter(({ bloc, role }) => bloc === 'UN' && role === 'member')
  return un.length === 0 || un.some((row) => party.members.includes(row.state) && row.start_date <= to && (row.end_date ?? '9999') >= from)
}

function summary(bloc: BlocInputs, estimates: readonly Estimate[], when: string, place: string): string {
  const known = (id: string): Known | undefined => estimates.find((one): one is Known => one.id === id && 'value' in one)
  const [low, high] = [known('kappa_quadratic-lowest'), known('kappa_quadratic-highest')]
  const first = place === '' ? 'Where these states stand among all pairs in votes is unknown: too few votes.' : place
  const range =
    low === undefined || high === undefined
      ? ''
      : ` ${when} ${pairIn(low.label)} voted least alike and ${pairIn(high.label)} most, by kappa.`
  return `${first} Votes are on world issues, not on each other.${range}${cohesion(bloc, known)}${opposed(bloc, known('majorities-same'), known('majorities-opposed'))}`
}

/** Extracts the pair named in a label. */
function pairIn(label: string): string {
  return label.slice(label.indexOf(': ') + 2)
}

function cohesion({ a, b }: BlocInputs, known: (id: string) => Known | undefined): string {
  const across = known('agreement-across')
  const inside = [
    [a, known('cohesion-a')],
    [b, known('cohesion-b')],
  ] as const
  const told = inside.flatMap(([party, one]) =>
    one === undefined ? [] : [`two members of ${inSentence(party.name)} in ${formatShare(one.value)}`],
  )
  if (across === undefined || told.length === 0) return ''
  return ` On average ${told.join(', ')} of votes took the same position, two states across in ${formatShare(across.value)}.`
}

function opposed({ a, b }: BlocInputs, same: Known | undefined, against: Known | undefined): string {
  if (same === undefined || against === undefined) return ''
  return ` ${voterName(a)} and ${voterName(b)} took the same position in ${formatShare(same.value)} of votes and opposite ones in ${formatShare(against.value)}.`.replace(
    /^ the /,
    ' The ',
  )
}

function silent({ bench }: BlocInputs, reason: string): DomainAssessment {
  return unknownDomain(
    'diplomacy',
    'Diplomacy',
    bench.dyad.to,
    reason,
    'UN General Assembly votes of a year in which states of both sides took positions.',
  )
}
