import { readFile } from 'node:fs/promises'
import type { OutlookFits } from '../../outlook/targets/outlook-fits.ts'
import { storedOutlookFits } from '../../outlook/targets/stored-fits.ts'
import { packageFile } from '../../store/package-files.ts'

/** Reads what the back-test learnt over all pairs, once for a process. */
export function readOutlookFits(): Promise<OutlookFits> {
  return storedOutlookFits()
}

/** Reads the scores of the back-test by target, horizon and origin, as CSV. */
export function readBacktest(): Promise<string> {
  return readFile(packageFile('data/outlook/backtest.csv'), 'utf8')
}
