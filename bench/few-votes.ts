/**
 * How far a pair's place is off where it rests on few common votes, and which years' roll calls break from the years before: `npx tsx bench/few-votes.ts`.
 *
 * Roll calls of three sessions are drawn at random; the place by centred agreement on them, among all pairs on all roll calls, is compared with the place on all.
 */
import { wholeVotes } from '../src/assessments/votes/vote-matrix.ts'
import { yearAgenda } from '../src/assessments/votes/vote-year-agenda.ts'
import { centredAgreement, centredSums, centredVotes, rankAmongSorted } from '../src/measures/index.ts'
import { quantile } from '../src/numeric/quantile.ts'
import { randomStream } from '../src/numeric/random.ts'
import { bundledRecord, findSnapshot, openSnapshot } from '../src/store/index.ts'
import { readVoteData, type VoteData } from './diplomacy-headline-data.ts'

const sizes = [5, 10, 15, 20, 30, 50, 75, 100]
const opened = [1985, 1990, 1995, 2000, 2005, 2010, 2015, 2020, 2025]
const samples = 3

function agreements({ voters, positions }: VoteData, rows: readonly number[], least: number): Float64Array {
  const states = voters.length
  const chosen = new Uint8Array(states * rows.length)
  rows.forEach((row, r) => {
    chosen.set(positions.subarray(row * states, (row + 1) * states), r * states)
  })
  const votes = centredVotes({ states, rollCalls: rows.length, positions: chosen })
  const found: number[] = []
  for (let i = 0; i < states; i++) {
    for (let j = i + 1; j < states; j++) {
      const sums = centredSums(votes, i, j)
      found.push(sums.n >= least * rows.length ? centredAgreement(sums) : Number.NaN)
    }
  }
  return Float64Array.from(found)
}

async function errors(): Promise<void> {
  const data = await readVoteData()
  const stream = randomStream(1, 'few-votes', 1)
  const found = new Map<number, number[]>(sizes.map((size) => [size, []]))
  for (const last of opened) {
    const rows = [...data.years.keys()].filter((r) => data.years[r]! > last - 3 && data.years[r]! <= last)
    const all = agreements(data, rows, 0.85)
    const rising = all.filter((one) => !Number.isNaN(one)).sort()
    for (const size of sizes) {
      for (let k = 0; k < samples; k++) {
        const drawn = agreements(
          data,
          Array.from({ length: size }, () => rows[stream.below(rows.length)]!),
          0.8,
        )
        const own = found.get(size)!
        drawn.forEach((value, at) => {
          if (Number.isNaN(value) || Number.isNaN(all[at]!)) return
          own.push(Math.abs(rankAmongSorted(rising, value) - rankAmongSorted(rising, all[at]!)))
        })
      }
    }
  }
  console.log('| common votes | median error of the place | nine in ten within |\n|--:|--:|--:|')
  for (const [size, list] of found) {
    const values = Float64Array.from(list)
    console.log(`| ${size} | ${quantile(values, 0.5).toFixed(0)} | ${quantile(values, 0.9).toFixed(0)} |`)
  }
}

async function agendas(): Promise<void> {
  const { directory } = await findSnapshot({ snapshot: bundledRecord() })
  const snapshot = await openSnapshot(directory)
  const { years } = await wholeVotes(snapshot)
  for (const { year } of years) {
    const found = await yearAgenda(snapshot, Number(year))
    if (found?.breaks) console.log(year, JSON.stringify(found))
  }
  snapshot.close()
}

await errors()
await agendas()
