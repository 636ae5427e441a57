import type { IdealPointsAnswer } from '../../assessments/votes/ideal-point-answer.ts'
import { type CsvCell, csv } from '../text/csv.ts'

/** Rounds to six decimals, far below the uncertainty of any position. */
function digits(value: number | null): number | null {
  return value === null ? null : Number(value.toFixed(6))
}

/** Writes the answer as CSV: positions, distances, roll calls or specifications, as requested. */
export function idealPointsCsv(answer: IdealPointsAnswer): string {
  if (answer.multiverse !== null) return multiverseCsv(answer)
  if (answer.rollCalls.length > 0) return rollCallsCsv(answer)
  if (answer.scope === 'pair') return distancesCsv(answer)
  const estimates = ['theta', 'sd', 'low90', 'high90']
  const header =
    answer.sample === null ? ['iso3', 'cow', 'session', 'year', 'votes', ...estimates] : ['cow', 'session', 'votes', ...estimates]
  const rows = answer.positions.map((row): CsvCell[] => {
    const figures = [row.theta, row.sd, row.low90, row.high90].map(digits)
    return answer.sample === null
      ? [row.iso3, row.cow, row.session, row.year, row.votes, ...figures]
      : [row.cow, row.session, row.votes, ...figures]
  })
  return csv(header, rows)
}

function distancesCsv({ a, b, distances }: IdealPointsAnswer): string {
  const header = ['a', 'b', 'session', 'year', 'votes_a', 'votes_b', 'theta_a', 'theta_b', 'distance', 'low90', 'high90', 'standardised']
  const rows = distances.map((row): CsvCell[] => [
    ...[a, b, row.session, row.year, row.votesA, row.votesB],
    ...[row.thetaA, row.thetaB, row.distance, row.low90, row.high90, row.standardised, row.percentile].map(digits),
    row.pairs,
  ])
  return csv([...header, 'percentile', 'pairs'], rows)
}

function rollCallsCsv({ rollCalls, scope }: IdealPointsAnswer): string {
  const pair = scope === 'pair'
  const header = ['id', 'date', 'session', 'symbol', 'title', 'kind', 'yes', 'abstain', 'no', 'slope', 'information']
  const rows = rollCalls.map((row): CsvCell[] => [
    ...[row.id, row.date, row.session, row.symbol, row.title, row.kind, row.yes, row.abstain, row.no],
    ...[row.slope, row.information].map(digits),
    ...(pair ? [digits(row.expectedA), digits(row.expectedB), digits(row.difference), row.voteA, row.voteB] : []),
  ])
  return csv(pair ? [...header, 'expected_a', 'expected_b', 'difference', 'vote_a', 'vote_b'] : header, rows)
}

function multiverseCsv({ a, b, multiverse }: IdealPointsAnswer): string {
  const header = ['a', 'b', 'session', 'year', 'specification', 'what', 'theta_a', 'theta_b', 'distance', 'low90', 'high90', 'standardised']
  const rows = multiverse!.rows.map((row): CsvCell[] => [
    ...[a, b, multiverse!.session, multiverse!.year, row.specification, row.what],
    ...[row.thetaA, row.thetaB, row.distance, row.low90, row.high90, row.standardised, row.percentile].map(digits),
    row.reason,
  ])
  return csv([...header, 'percentile', 'reason'], rows)
}
