import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import type { Votes } from '../../src/measures/index.ts'
import { cowOn, resolve } from '../../src/states/index.ts'

/** Published files that are not part of the package: a folder `shared` next to the checkout. */
const shared = fileURLToPath(new URL('../../../shared', import.meta.url))

/** Whether the tests that need them can run. On the build machine they must. */
export const havePublished: boolean = existsSync(shared) || process.env.CI === 'true'

export interface UnVotes {
  readonly votes: Votes
  readonly years: Uint16Array
  readonly names: readonly string[]
}

/** Lines of a gzipped file without its header. */
export function lines(file: string): string[] {
  return gunzipSync(readFileSync(`${shared}/${file}`))
    .toString('utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
}

const positionOf: Readonly<Record<string, number>> = { yes: 1, abstain: 2, no: 3 }

/** The roll calls of the R package unvotes 0.3 (Voeten's data), 1946 to 2020; year = calendar year of the roll call. */
export function readUnVotes(): UnVotes {
  const place = new Map<string, number>()
  const years: number[] = []
  for (const line of lines('data/un-ga-votes/unvotes-r/un_roll_calls.csv.gz')) {
    const found = /^(\d+),\d+,\d*,(\d{4})-\d\d-\d\d,/.exec(line)
    if (found === null) throw new Error(`un_roll_calls: cannot read ${line}`)
    place.set(found[1]!, years.length)
    years.push(Number(found[2]))
  }
  const states = new Map<string, number>()
  const cast: [number, number, number][] = []
  for (const line of lines('data/un-ga-votes/unvotes-r/un_votes.csv.gz')) {
    const found = /^(\d+),"?(.+?)"?,[^,]*,(\w+)$/.exec(line)
    const rollCall = place.get(found?.[1] ?? '')
    if (found === null || rollCall === undefined) throw new Error(`un_votes: cannot read ${line}`)
    const state = states.get(found[2]!) ?? states.size
    states.set(found[2]!, state)
    cast.push([rollCall, state, positionOf[found[3]!]!])
  }
  const positions = new Uint8Array(years.length * states.size)
  for (const [rollCall, state, position] of cast) positions[rollCall * states.size + state] = position
  return { votes: { states: states.size, rollCalls: years.length, positions }, years: Uint16Array.from(years), names: [...states.keys()] }
}

/**
 * The state's Correlates of War code in that year, or its first code where it voted before entering that system
 * (Ukraine 1946).
 */
export function cowCode(name: string, year: number): number {
  const found = resolve(name, `${year}-12-31`)
  const code = found.kind === 'state' ? (cowOn(found.state, `${year}-12-31`) ?? found.state.cow[0]?.code) : undefined
  if (code === undefined) throw new Error(`no COW code for ${name} in ${year}`)
  return code
}
