import { existsSync } from 'node:fs'

/**
 * The folder of raw data sets next to the checkout. Tests that need it are skipped without it, except in CI, where it
 * is required.
 */
export const sharedData = '../shared/data'

export const haveShared: boolean = existsSync(sharedData) || process.env['CI'] === 'true'
