/**
 * How often a pair keeps its side of the middle in the next three sessions, by which rival measures put it ten percentiles or more beyond the middle on the other
 * side: `npx tsx bench/rivals-across.ts`. See docs/measures/diplomacy-headline.md.
 */
import { votersOf } from '../src/assessments/forms/roll-calls.ts'
import { allPairsTable, rollCallRange, wholeVotes } from '../src/assessments/votes/vote-matrix.ts'
import { leastCommonVotes, pairIndex, votePlaces } from '../src/assessments/votes/vote-places.ts'
import { midRankPercentiles } from '../src/measures/index.ts'
import { randomStream } from '../src/numeric/random.ts'
import { bundledRecord, openSnapshot, type Snapshot } from '../src/store/index.ts'

const pairsAWindow = 1500
const beyond = 10

interface Kept {
  kept: number
  all: number
}

const snapshot = await openSnapshot(bundledRecord())
const found = new Map<string, Kept>()
for (let year = 1982; year <= 2022; year += 4) await countWindow(snapshot, year)
snapshot.close()
console.log('| on the other side | pairs | kept their side |\n|---|--:|--:|')
for (const [rivals, { kept, all }] of [...found].sort()) console.log(`| ${rivals} | ${all} | ${((100 * kept) / all).toFixed(0)} % |`)

async function countWindow(record: Snapshot, year: number): Promise<void> {
  const last = year - 1945
  const [now, next] = [await votePlaces(record, last - 2, last), await votePlaces(record, last + 1, last + 3)]
  const voters = await votersOf(record)
  const rivals = await rivalRanks(record, year, voters.length)
  const stream = randomStream(1, 'rivals-across', year)
  for (let k = 0; k < pairsAWindow; k++) {
    const [i, j] = [stream.below(voters.length), stream.below(voters.length)]
    const place = i === j ? undefined : now.placeOf(i, j)
    const then = i === j ? Number.NaN : next.places[pairIndex(voters.length, i, j)]!
    const ranks = i === j ? undefined : rivals.get(pairIndex(voters.length, i, j))
    if (place === undefined || ranks === undefined || Number.isNaN(then) || (place.low < 50 && place.high > 50)) continue
    const names = ranks.flatMap(({ name, rank }) => ((rank - 50) * Math.sign(50 - place.value) >= beyond ? [name] : []))
    count(names.length === 0 ? 'none' : names.join(' and '), then > 50 === place.value > 50)
  }
}

function count(rivals: string, kept: boolean): void {
  const cell = found.get(rivals) ?? { kept: 0, all: 0 }
  found.set(rivals, { kept: cell.kept + (kept ? 1 : 0), all: cell.all + 1 })
}

/** Percentiles of kappa and of the share of same positions in a calendar year, by pair. */
async function rivalRanks(record: Snapshot, year: number, states: number): Promise<Map<number, { name: string; rank: number }[]>> {
  const { from, to } = rollCallRange(await wholeVotes(record), `${year}-01-01`, `${year}-12-31`)
  const table = await allPairsTable(record, from, to)
  const ranks = (measure: 'kappa_quadratic' | 'agreement'): Float64Array =>
    midRankPercentiles(table[measure].map((one, row) => (table.n[row]! >= leastCommonVotes ? one : Number.NaN)))
  const [kappa, share] = [ranks('kappa_quadratic'), ranks('agreement')]
  return new Map(
    Array.from(table.n, (_, row) => [
      pairIndex(states, table.a[row]!, table.b[row]!),
      [
        { name: 'kappa', rank: kappa[row]! },
        { name: 'the share', rank: share[row]! },
      ],
    ]),
  )
}
