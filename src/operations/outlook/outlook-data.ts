import { readFile } from 'node:fs/promises'
import { packageFile } from '../../store/package-files.ts'

/** Reads the scores of the back-test by target, horizon and origin, as CSV. */
export function readBacktest(): Promise<string> {
  return readFile(packageFile('data/outlook/backtest.csv'), 'utf8')
}

/** Reads the scores of events by target, horizon and origin, the points of their reliability diagrams, and the scores of votes, as CSV. */
export async function readEventScores(): Promise<{ readonly scores: string; readonly reliability: string; readonly votes: string }> {
  const [scores, reliability, votes] = await Promise.all(
    ['events-backtest', 'events-reliability', 'votes-backtest'].map((name) => readFile(packageFile(`data/outlook/${name}.csv`), 'utf8')),
  )
  return { scores: scores!, reliability: reliability!, votes: votes! }
}
