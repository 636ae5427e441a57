import { existsSync } from 'node:fs'

/** The folder of raw data sets beside the checkout; tests that need it are skipped without it, except in CI, where it must be there. */
export const sharedData = '../shared/data'

export const haveShared: boolean = existsSync(sharedData) || process.env['CI'] === 'true'
