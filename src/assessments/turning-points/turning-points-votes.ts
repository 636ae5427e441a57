import type { Known } from '../../store/index.ts'
import type { DomainInputs } from '../forms/assessment.ts'
import { constantSide } from '../forms/constant-position.ts'
import type { YearSeries } from '../forms/turning-points-form.ts'
import { commonVotes, type PairVotes, pairVotes, yearsUntil } from '../votes/dyad-votes.ts'
import { kappaAndAgreement, pairVoteTable } from '../votes/vote-draws.ts'
import { rollCallRange } from '../votes/vote-matrix.ts'
import { votePeriod } from '../votes/vote-window.ts'

/** A year with fewer common votes is too uncertain to be a point of a series. */
const leastVotes = 10

/** Returns kappa and the agreement rate in every full year of votes on whole resolutions. */
export async function voteSeries(bench: DomainInputs): Promise<YearSeries[]> {
  const [pair, until] = await Promise.all([pairVotes(bench), lastWholeYear(bench)])
  if (pair === undefined || until === undefined) return []
  const years = yearsUntil(pair.votes, until).map(({ year, from, to }) => ({
    year: Number(year),
    cells: pairVoteTable(pair.a.subarray(from, to), pair.b.subarray(from, to)),
  }))
  const enough = years.filter(({ cells }) => cells.reduce((sum, cell) => sum + cell, 0) >= leastVotes)
  const measured = enough.map(({ year, cells }) => ({ year, constant: constantSide(cells) !== undefined, ...kappaAndAgreement(cells) }))
  const common = { domain: 'diplomacy', model: 'mean', logarithm: false, evidence: evidenceOf(bench, pair, until) } as const
  const method = `votes on whole resolutions, years with at least ${leastVotes} in common`
  return [
    {
      ...common,
      id: 'kappa_quadratic',
      label: 'kappa of votes',
      unit: 'index',
      points: measured.filter(({ constant }) => !constant).map((one) => [one.year, one.kappa] as const),
      method: `${method}, and in which neither took one position throughout`,
    },
    {
      ...common,
      id: 'agreement',
      label: 'same position in votes',
      unit: 'share',
      points: measured.map((one) => [one.year, one.agreement] as const),
      method,
    },
  ]
}

async function lastWholeYear(bench: DomainInputs): Promise<string | undefined> {
  const period = await votePeriod(bench)
  if (period === undefined || period.to.endsWith('-12-31')) return period?.to
  return `${Number(period.to.slice(0, 4)) - 1}-12-31`
}

function evidenceOf(bench: DomainInputs, pair: PairVotes, until: string): Known['evidence'] {
  return commonVotes(bench, pair, 0, rollCallRange(pair.votes, '', until).to, `date <= '${until}'`)
}
