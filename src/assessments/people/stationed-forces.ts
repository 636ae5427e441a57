import type { Estimate, Known } from '../../store/index.ts'
import type { DomainAssessment, DomainInputs } from '../forms/assessment.ts'
import { counted, formatPercentile, inSentence } from '../forms/wording.ts'
import { evidenceFor, pairRows, percentileOf, periodOf, rowAsFigure } from '../record/pair-observations.ts'
import { type Found, nothingFound } from './found.ts'

const indicator = 'us-forces'

/**
 * The number from which forces are more than guards and attachés of an embassy. In 2024 half of the 170 hosts with a count have 17 or fewer, and 34 have a
 * hundred or more.
 */
const beyondEmbassy = 100

/** Reports the members of the US forces in the other state, for a pair with the United States: the latest year, its percentile among hosts, and ten years before. */
export async function stationedForces(bench: DomainInputs): Promise<Found> {
  const { a, b } = bench.dyad
  if (a.iso3 !== 'USA' && b.iso3 !== 'USA') return nothingFound
  const rows = await pairRows(bench, [indicator])
  const row = rows.at(-1)
  if (row === undefined) return nothingFound
  const host = a.iso3 === 'USA' ? b : a
  const level = rowAsFigure(
    row,
    `us-forces-${a.iso3 === 'USA' ? 'a-in-b' : 'b-in-a'}`,
    `members of the US forces in ${inSentence(host.name)}`,
  )
  const early = rows.find(({ start, source }) => source === row.source && Number(start.slice(0, 4)) === Number(row.start.slice(0, 4)) - 10)
  const change: Known[] =
    early === undefined
      ? []
      : [
          {
            ...level,
            id: `${level.id}.change`,
            label: 'change in ten years',
            period: `${periodOf(early.start, early.end)}/${level.period}`,
            value: row.value - early.value,
            method: `less ${early.value.toLocaleString('en-US')} of ${periodOf(early.start, early.end)}`,
            evidence: [evidenceFor(row, row, 1), evidenceFor(early, early, 1)],
          },
        ]
  const ranks = await percentileOf(bench, level, row, [indicator], true)
  const estimates: Estimate[] = [level, ...ranks, ...change]
  const [rank] = ranks
  const covered = bench.cards.get(row.source)?.coverage.find((one) => one.indicator === indicator)
  const old = covered !== undefined && row.end < covered.to && row.end.slice(0, 4) < bench.dyad.to.slice(0, 4)
  const told =
    row.value < beyondEmbassy
      ? []
      : [
          `In ${level.period} the Pentagon counted up to ${counted(row.value, 'member', 'members')} of the US forces assigned to ${inSentence(host.name)} (rotations and operations are mostly not counted)${rank === undefined ? '' : `, more than in ${formatPercentile(rank.value)} % of the states where it counted any`}${old ? '; no later count is published' : ''}.`,
        ]
  return {
    estimates,
    sentences: told,
    items: [],
    notes: [
      'Members of the US forces are those assigned to the country, guards and attachés of the embassy among them; rotations and operations are mostly not counted. They show presence, not a commitment.',
    ],
  }
}

/** Adds the forces to the domain of alliances. They are no commitment: a domain without a known one stays unknown. */
export function withForces(domain: DomainAssessment, found: Found): DomainAssessment {
  return {
    ...domain,
    summary: [domain.summary, ...found.sentences].join(' '),
    estimates: [...domain.estimates, ...found.estimates],
    notes: [...domain.notes, ...found.notes],
  }
}
