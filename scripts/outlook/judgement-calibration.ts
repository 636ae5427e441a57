/**
 * How often judgements on votes come true: `npx tsx scripts/outlook/judgement-calibration.ts`.
 *
 * Judgements are made by the rules of src/assessments/forms/likelihood.ts from a pair's place among all pairs in three sessions, and checked in the next three
 * sessions; and from one random half of the roll calls of each session, and checked in the other half. Halves have no ideal points of their own, so there the
 * place rests on centred agreement alone.
 */
import {
  chanceOfPlaceAboveMedian,
  chanceOfRise,
  type LikelihoodWord,
  likelihoodWord,
  likelihoodWords,
} from '../../src/assessments/forms/likelihood.ts'
import { votersOf } from '../../src/assessments/forms/roll-calls.ts'
import { wholeVotes } from '../../src/assessments/votes/vote-matrix.ts'
import { pairIndex, rankPairs, sessionDays, sumsOfPairs, type VotePlaces, votePlaces } from '../../src/assessments/votes/vote-places.ts'
import { type CentredVotes, centredVotes } from '../../src/measures/index.ts'
import { randomStream } from '../../src/numeric/random.ts'
import { bundledRecord, findSnapshot, openSnapshot, type Snapshot } from '../../src/store/index.ts'

/** The tails and the widening of src/assessments/forms/likelihood.ts were chosen on the later sessions. */
const spans = [
  { from: 1980, to: 2022 },
  { from: 1960, to: 1979 },
]
const pairsAWindow = 400
const seed = 1

/** A judgement made, with its probability and whether it came true; `year` is that in which the last session of the window opened. */
export interface Said {
  readonly year: number
  readonly chance: number
  readonly came: boolean
}

export const kinds = [
  'closer or further apart than the median pair, next three sessions',
  'closer or further apart than the median pair, other half',
  'closer or further apart than ten sessions before, other half',
] as const

/** The judgements for each kind of question in each range of years, always for the more probable side. */
export async function calibration(): Promise<Map<string, readonly Said[]>> {
  const { directory } = await findSnapshot({ snapshot: bundledRecord() })
  const snapshot = await openSnapshot(directory)
  try {
    const halves = await allHalves(snapshot)
    const found = new Map<string, readonly Said[]>()
    for (const { from, to } of spans) {
      const said = new Map<string, Said[]>(kinds.map((kind) => [kind, []]))
      for (let year = from; year <= to; year++) await judgeWindow(snapshot, halves, year, said)
      for (const [kind, list] of said) found.set(`${from} to ${to}: ${kind}`, list)
    }
    return found
  } finally {
    snapshot.close()
  }
}

type Halves = ReadonlyMap<number, readonly [CentredVotes, CentredVotes]>

/** Splits the roll calls of each session at random; deviations are from the mean of the roll call, so the halves share nothing. */
async function allHalves(snapshot: Snapshot): Promise<Halves> {
  const [votes, voters] = [await wholeVotes(snapshot), await votersOf(snapshot)]
  const halves = new Map<number, [CentredVotes, CentredVotes]>()
  for (let session = 1; session <= 80; session++) {
    const days = sessionDays(session, session)
    const rows = votes.dates.flatMap((date, r) => (date >= days.from && date <= days.to ? [r] : []))
    const mixed = shuffled(rows, session)
    const middle = mixed.length >> 1
    const part = (list: readonly number[]): CentredVotes => {
      const positions = new Uint8Array(list.length * voters.length)
      voters.forEach((state, i) => {
        const own = votes.positions(state)!
        list.forEach((row, r) => {
          positions[r * voters.length + i] = own[row]!
        })
      })
      return centredVotes({ states: voters.length, rollCalls: list.length, positions })
    }
    halves.set(session, [part(mixed.slice(0, middle)), part(mixed.slice(middle, 2 * middle))])
  }
  return halves
}

function shuffled(rows: readonly number[], session: number): number[] {
  const stream = randomStream(seed, 'judgement-calibration', session)
  const mixed = [...rows]
  for (let i = mixed.length - 1; i > 0; i--) {
    const j = stream.below(i + 1)
    ;[mixed[i], mixed[j]] = [mixed[j]!, mixed[i]!]
  }
  return mixed
}

async function judgeWindow(snapshot: Snapshot, halves: Halves, year: number, said: ReadonlyMap<string, Said[]>): Promise<void> {
  const last = year - 1945
  const [now, next] = [await votePlaces(snapshot, last - 2, last), await votePlaces(snapshot, last + 1, last + 3)]
  const [one, other, before, otherBefore] = [
    halfPlaces(halves, last, 0),
    halfPlaces(halves, last, 1),
    halfPlaces(halves, last - 10, 0),
    halfPlaces(halves, last - 10, 1),
  ]
  const states = (await votersOf(snapshot)).length
  const stream = randomStream(seed, 'judged-pairs', year)
  for (let k = 0; k < pairsAWindow; k++) {
    const [i, j] = [stream.below(states), stream.below(states)]
    if (i === j) continue
    const at = pairIndex(states, i, j)
    level(said.get(kinds[0])!, year, now.placeOf(i, j), next.places[at]!)
    level(said.get(kinds[1])!, year, one.placeOf(i, j), other.places[at]!)
    change(said.get(kinds[2])!, year, one.placeOf(i, j), before.placeOf(i, j), other.places[at]! - otherBefore.places[at]!)
  }
}

function halfPlaces(halves: Halves, last: number, half: 0 | 1): VotePlaces {
  const votes = [last - 2, last - 1, last].flatMap((session) => halves.get(session)?.[half] ?? [])
  const { states } = votes[0] ?? halves.get(1)![0]
  return rankPairs({ first: last - 2, last, states, votes, sums: votes.map(sumsOfPairs), points: undefined })
}

type Placed = ReturnType<VotePlaces['placeOf']>

function level(list: Said[], year: number, place: Placed, then: number): void {
  if (place === undefined || Number.isNaN(then) || then === 50 || (place.low < 50 && place.high > 50)) return
  say(list, year, chanceOfPlaceAboveMedian(place), then > 50)
}

function change(list: Said[], year: number, now: Placed, before: Placed, moved: number): void {
  if (now === undefined || before === undefined || Number.isNaN(moved) || moved === 0) return
  const value = now.value - before.value
  const low = value - Math.hypot(now.value - now.low, before.high - before.value)
  const high = value + Math.hypot(now.high - now.value, before.value - before.low)
  if (low > 0 || high < 0) say(list, year, chanceOfRise({ value, low, high }), moved > 0)
}

/** The judgement is made for the more probable side; callers leave out what the page would not state. */
function say(list: Said[], year: number, above: number | undefined, came: boolean): void {
  if (above === undefined) return
  list.push(above >= 0.5 ? { year, chance: above, came } : { year, chance: 1 - above, came: !came })
}

function print(kind: string, list: readonly Said[]): void {
  console.log(
    `\n${kind}: ${list.length} judgements; Brier ${mean(list.map(({ chance, came }) => (chance - (came ? 1 : 0)) ** 2)).toFixed(3)}`,
  )
  console.log('| word | judgements | mean chance | came true | by year, 5th to 95th |\n|---|--:|--:|--:|--:|')
  for (const word of likelihoodWords)
    printWord(
      word,
      list.filter(({ chance }) => likelihoodWord(chance) === word),
    )
}

function printWord(word: LikelihoodWord, list: readonly Said[]): void {
  if (list.length === 0) return
  const byYear = [...new Set(list.map(({ year }) => year))].map((year) => list.filter((one) => one.year === year))
  const shares = byYear
    .filter((one) => one.length >= 10)
    .map(share)
    .sort((x, y) => x - y)
  const at = (p: number): string => (shares.length === 0 ? '' : percent(shares[Math.round(p * (shares.length - 1))]!))
  console.log(
    `| ${word} | ${list.length} | ${percent(mean(list.map(({ chance }) => chance)))} | ${percent(share(list))} | ${at(0.05)} to ${at(0.95)} |`,
  )
}

const share = (list: readonly Said[]): number => mean(list.map(({ came }) => (came ? 1 : 0)))
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
const percent = (value: number): string => `${(100 * value).toFixed(0)} %`

if (process.argv[1] === import.meta.filename) for (const [kind, list] of await calibration()) print(kind, list)
