import { readFile } from 'node:fs/promises'
import { packageFile } from '../../store/package-files.ts'

/** Reads the scores of the back-test by target, horizon and origin, as CSV. */
export function readBacktest(): Promise<string> {
  return readFile(packageFile('data/outlook/backtest.csv'), 'utf8')
}
