import { fixed, percentile } from '../../assessments/forms/phrases.ts'
import type { IdealPointsAnswer } from '../../assessments/votes/ideal-point-answer.ts'
import { sessionName } from '../../assessments/votes/ideal-point-placed.ts'
import type { MultiverseAnswer, MultiverseRow, SpecificationSpread } from '../../assessments/votes/ideal-point-specifications.ts'
import type { Column } from '../text/table.ts'
import type { ShownTable } from './ideal-points-words.ts'

const number = (title: string): Column => ({ title, align: 'right' })

/** The distance under every specification, the largest first. */
export function multiverseTable(
  { a, b }: IdealPointsAnswer,
  { session, year, rows, standardised, percentile: ranks }: MultiverseAnswer,
): ShownTable {
  const known = rows.filter(({ distance }) => distance !== null).sort((x, y) => y.standardised! - x.standardised!)
  const silent = rows.filter(({ distance }) => distance === null)
  return {
    title: `Distance of ideal points of ${a} and ${b} in session ${sessionName(session, year)}, specification by specification`,
    columns: [{ title: 'specification' }, { title: '' }, number('in sd'), number('percentile'), number('raw'), number('90 % interval')],
    rows: known.map(cells),
    notes: [
      ...(standardised === null || ranks === null ? [] : [spreadWords(standardised, ranks)]),
      ...silent.map(({ specification, reason }) => `${specification}: ${reason}`),
      'in sd: in standard deviations of all positions of the session, which puts the specifications on one footing; raw distances are each in the scale of their own estimate. Percentile: among all pairs of the session; 100 = furthest apart.',
    ],
  }
}

function cells({ specification, what, standardised, percentile: rank, distance, low90, high90 }: MultiverseRow): string[] {
  const range = low90 === null || high90 === null ? '' : `${fixed(low90)} to ${fixed(high90)}`
  return [specification, what, fixed(standardised!), percentile(rank!), fixed(distance!), range]
}

function spreadWords(sds: SpecificationSpread, ranks: SpecificationSpread): string {
  const inSds = `in sd from ${fixed(sds.low)} (${sds.lowest}) to ${fixed(sds.high)} (${sds.highest})`
  const inRanks = `percentile from ${percentile(ranks.low)} (${ranks.lowest}) to ${percentile(ranks.high)} (${ranks.highest})`
  return `Over ${sds.specifications} specifications: ${inSds}; ${inRanks}.`
}
