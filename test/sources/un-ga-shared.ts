import { existsSync } from 'node:fs'
import { resolve } from 'node:path'

const directory = resolve('../shared/data/un-ga-votes')

/** The providers' files next to the checkout, or null; in continuous integration they are required. */
export const shared: { unvotes: string; resolutions: string; long: string } | null = existsSync(directory)
  ? {
      unvotes: `${directory}/unvotes-r`,
      resolutions: `${directory}/dgacm-extract`,
      long: `${directory}/un_ga_recorded_votes_2019_2026_long.csv.gz`,
    }
  : absent()

function absent(): null {
  if (process.env.CI === 'true') throw new Error(`${directory} is absent`)
  return null
}
