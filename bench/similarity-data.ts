import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import type { Votes } from '../src/measures/index.ts'
import { bundledRecord, findSnapshot, openSnapshot } from '../src/store/index.ts'

/** Roll calls to measure on, and where they come from. */
export interface BenchVotes {
  readonly votes: Votes
  readonly years: Uint16Array
  readonly from: string
}

/** The bundled record where it has roll calls, else the published files of the R package unvotes beside the checkout; undefined where there is neither. */
export async function readBenchVotes(): Promise<BenchVotes | undefined> {
  return (await fromRecord()) ?? fromPublished()
}

async function fromRecord(): Promise<BenchVotes | undefined> {
  if (!existsSync(bundledRecord())) return undefined
  const { directory } = await findSnapshot({ snapshot: bundledRecord() })
  const snapshot = await openSnapshot(directory)
  const { date = [], votes = [] } = await snapshot.columns('select date, votes from roll_calls order by date, id')
  snapshot.close()
  if (votes.length === 0) return undefined
  const states = String(votes[0]).length
  const positions = new Uint8Array(states * votes.length)
  votes.forEach((text, r) => {
    for (let s = 0; s < states; s++) positions[r * states + s] = Math.max(0, '.123'.indexOf(String(text)[s]!))
  })
  const years = Uint16Array.from(date, (d) => Number(String(d).slice(0, 4)))
  return { votes: { states, rollCalls: votes.length, positions }, years, from: 'the bundled record' }
}

function fromPublished(): BenchVotes | undefined {
  const folder = fileURLToPath(new URL('../../shared/data/un-ga-votes/unvotes-r/', import.meta.url))
  if (!existsSync(folder)) return undefined
  const lines = (file: string): string[] =>
    gunzipSync(readFileSync(folder + file))
      .toString('utf8')
      .trimEnd()
      .split('\n')
      .slice(1)
  const [place, states, years] = [new Map<string, number>(), new Map<string, number>(), [] as number[]]
  for (const line of lines('un_roll_calls.csv.gz')) {
    const [id, , , date] = line.split(',', 4)
    place.set(id!, years.length)
    years.push(Number(date!.slice(0, 4)))
  }
  const votes = lines('un_votes.csv.gz').map((line) => line.split(','))
  for (const [, country] of votes) states.set(country!, states.get(country!) ?? states.size)
  const positions = new Uint8Array(states.size * years.length)
  for (const fields of votes)
    positions[place.get(fields[0]!)! * states.size + states.get(fields[1]!)!] = ['yes', 'abstain', 'no'].indexOf(fields.at(-1)!) + 1
  return { votes: { states: states.size, rollCalls: years.length, positions }, years: Uint16Array.from(years), from: 'unvotes (1946-2020)' }
}
