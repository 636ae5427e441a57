import { readFile } from 'node:fs/promises'
import { packageFile } from '../../store/package-files.ts'
import type { OutlookFits } from './outlook-fits.ts'

let fits: Promise<OutlookFits> | undefined

/** Reads what the back-test learnt over all pairs, once for a process. */
export function storedOutlookFits(): Promise<OutlookFits> {
  fits ??= readFile(packageFile('data/outlook/fits.json'), 'utf8').then((text) => JSON.parse(text) as OutlookFits)
  return fits
}
