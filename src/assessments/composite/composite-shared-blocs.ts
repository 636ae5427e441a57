import { midRankPercentiles } from '../../measures/index.ts'
import { blocs, type Membership, membersOn } from '../../states/index.ts'
import type { DomainInputs } from '../forms/assessment.ts'
import { vintageOf } from '../forms/unknown.ts'
import type { Component, Pairs, UnavailableComponent } from './composite-component.ts'

const source = 'bloc-memberships'

/** Counts, for each pair, the record's blocs of which both states are members on the day; a pair without any counts as 0. */
export async function blocsComponent(bench: DomainInputs, pairs: Pairs): Promise<Component | UnavailableComponent> {
  const { to } = bench.dyad
  const memberships = (await bench.snapshot.rows('SELECT * FROM memberships')) as unknown as Membership[]
  const covered = bench.cards.get(source)?.coverage[0]
  if (memberships.length === 0) return { id: 'blocs', reason: 'the record holds no memberships' }
  if (covered !== undefined && to < covered.from) return { id: 'blocs', reason: `the record's blocs begin in ${covered.from.slice(0, 4)}` }
  const values = sharedCounts(memberships, pairs, to)
  return {
    id: 'blocs',
    title: 'blocs of which both are members',
    period: to,
    unit: 'count',
    values,
    percentiles: midRankPercentiles(values),
    population: values.length,
    method: `count over the ${blocs.length} blocs that the record follows; exact`,
    evidence: [
      {
        source,
        vintage: vintageOf(bench.cards, source),
        rows: `memberships where role = 'member' and start_date <= '${to}' and coalesce(end_date, '9999') >= '${to}'`,
        count: memberships.filter((one) => one.role === 'member' && one.start_date <= to && (one.end_date ?? '9999') >= to).length,
      },
    ],
    why: () => 'the count of blocs is known of every pair',
  }
}

function sharedCounts(memberships: readonly Membership[], pairs: Pairs, day: string): Float64Array {
  const counts = new Float64Array(pairs.a.length)
  for (const { id } of blocs) {
    const members = membersOn(memberships, id, day).flatMap((iso3) => pairs.place.get(iso3) ?? [])
    members.forEach((first, i) => {
      for (const second of members.slice(0, i)) counts[pairs.of(first, second)]! += 1
    })
  }
  return counts
}
