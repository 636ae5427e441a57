import { readFile } from 'node:fs/promises'
import type { OutlookFits } from '../../outlook/targets/outlook-fits.ts'
import { packageFile } from '../../store/package-files.ts'

let fits: Promise<OutlookFits> | undefined

/** Reads what the back-test learnt over all pairs, once for a process. */
export function readOutlookFits(): Promise<OutlookFits> {
  fits ??= readFile(packageFile('data/outlook/fits.json'), 'utf8').then((text) => JSON.parse(text) as OutlookFits)
  return fits
}

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
