/**
 * How often judgements on votes come true: `npx tsx scripts/judgement-calibration.ts`.
 *
 * For each year the roll calls on whole resolutions are split at random into two halves. Judgements are made from the
 * first half by the rules of src/assessments/forms/likelihood.ts and checked in the second. A judgement on the coming
 * year is made from the whole year.
 */
import {
  chanceOfMajority,
  jointSideOfMedian,
  jointTrend,
  type LikelihoodWord,
  likelihoodWord,
  likelihoodWords,
} from '../src/assessments/forms/likelihood.ts'
import { loadRollCalls } from '../src/assessments/forms/roll-calls.ts'
import { type BootstrappedSimilarity, bootstrappedDifference, bootstrappedSimilarity } from '../src/assessments/votes/vote-draws.ts'
import {
  allDyads,
  type MeasureName,
  midRankPercentile,
  type Similarity,
  similarityOfTable,
  type Votes,
  votesTable,
  wilson,
} from '../src/measures/index.ts'
import { randomStream } from '../src/numeric/random.ts'
import type { Interval } from '../src/store/index.ts'
import { bundledRecord, findSnapshot, openSnapshot } from '../src/store/index.ts'

/**
 * The tails and the widening of src/assessments/forms/likelihood.ts were chosen on the later years. The widening for
 * the judgement relative to the median was chosen after the earlier years had also been inspected.
 */
const spans = [
  { from: 1980, to: 2020 },
  { from: 1957, to: 1979 },
]
const pairsAYear = 400
const draws = 200
const seed = 1

/** A judgement made, with its probability (from one half) and whether it came true. */
export interface Said {
  readonly year: number
  readonly chance: number
  readonly came: boolean
}

const kinds = [
  'more or less alike than the median pair, other half',
  'same position in most votes or not, other half',
  'closer or further than ten years before, other half',
  'more or less alike than the median pair, next year',
] as const

/** The judgements for each kind of question in each range of years, always for the more probable side. */
export async function calibration(): Promise<Map<string, readonly Said[]>> {
  const { directory } = await findSnapshot({ snapshot: bundledRecord() })
  const snapshot = await openSnapshot(directory)
  const all = await loadRollCalls(snapshot, { wholeOnly: true })
  snapshot.close()
  const found = new Map<string, readonly Said[]>()
  for (const { from, to } of spans) {
    const said = new Map<string, Said[]>(kinds.map((kind) => [kind, []]))
    for (let year = from; year <= to; year++) judgeYear(year, all.votes, yearOf(all.dates), said)
    for (const [kind, list] of said) found.set(`${from} to ${to}: ${kind}`, list)
  }
  return found
}

const yearOf =
  (dates: readonly string[]) =>
  (year: number): number[] =>
    dates.flatMap((date, i) => (date.startsWith(`${year}-`) ? [i] : []))

function judgeYear(year: number, votes: Votes, rows: (year: number) => number[], said: ReadonlyMap<string, Said[]>): void {
  const stream = randomStream(seed, 'judgement-calibration', year)
  const [now, past] = [halves(rows(year), stream), halves(rows(year - 10), stream)]
  const [first, second, earlier, earlierSecond] = [...now, ...past].map((list) => part(votes, list))
  const [whole, next] = [rows(year), rows(year + 1)].map((list) => part(votes, list))
  const medians = [first!, second!, whole!, next!].map(populationOf)
  for (let k = 0; k < pairsAYear; k++) {
    const [i, j] = pairOf(votes.states, stream)
    const drawn = drawnIn(first!, i, j, year)
    if (drawn === undefined) continue
    level(said.get(kinds[0])!, year, [drawn, medians[0]!], [seen(second!, i, j), medians[1]!])
    common(said.get(kinds[1])!, year, drawn, second!, i, j)
    change(said.get(kinds[2])!, year, [drawn, drawnIn(earlier!, i, j, year + 5000)], [seen(second!, i, j), seen(earlierSecond!, i, j)])
    level(said.get(kinds[3])!, year, [drawnIn(whole!, i, j, year), medians[2]!], [seen(next!, i, j), medians[3]!])
  }
}

function halves(rows: readonly number[], stream: ReturnType<typeof randomStream>): [number[], number[]] {
  const mixed = [...rows]
  for (let i = mixed.length - 1; i > 0; i--) {
    const j = stream.below(i + 1)
    ;[mixed[i], mixed[j]] = [mixed[j]!, mixed[i]!]
  }
  const middle = mixed.length >> 1
  return [mixed.slice(0, middle), mixed.slice(middle, 2 * middle)]
}

function part({ states, positions }: Votes, rows: readonly number[]): Votes {
  const kept = new Uint8Array(states * rows.length)
  for (const [i, row] of rows.entries()) kept.set(positions.subarray(row * states, (row + 1) * states), i * states)
  return { states, rollCalls: rows.length, positions: kept }
}

function populationOf(votes: Votes): Population {
  const table = allDyads(votes)
  return { kappa_quadratic: table.kappa_quadratic.filter((value) => !Number.isNaN(value)), agreement: table.agreement }
}

function pairOf(states: number, stream: ReturnType<typeof randomStream>): [number, number] {
  const i = stream.below(states)
  const j = stream.below(states - 1)
  return [i, j < i ? j : j + 1]
}

/** The pair's figures in one part; undefined where these votes do not define its kappa. */
function seen(votes: Votes, i: number, j: number): Similarity | undefined {
  const { cells } = votesTable(votes, i, j)
  const levels = (cell: (k: number, l: number) => number): number =>
    [0, 1, 2].filter((k) => [0, 1, 2].some((l) => cells[cell(k, l)]! > 0)).length
  const constant = levels((k, l) => 3 * k + l) < 2 || levels((k, l) => 3 * l + k) < 2
  const found = similarityOfTable(cells)
  return constant || Number.isNaN(found.kappa_quadratic) ? undefined : found
}

/** The same with bootstrap replicates. */
function drawnIn(votes: Votes, i: number, j: number, seed: number): BootstrappedSimilarity | undefined {
  return seen(votes, i, j) && bootstrappedSimilarity(column(votes, i), column(votes, j), { draws, seed })
}

function column({ states, rollCalls, positions }: Votes, state: number): Uint8Array {
  return Uint8Array.from({ length: rollCalls }, (_, r) => positions[r * states + state]!)
}

/** Percentile figures of all pairs in one part. */
interface Population {
  readonly kappa_quadratic: Float64Array
  readonly agreement: Float64Array
}

/**
 * Only where kappa and agreement put the pair on the same side of the median, as on the page; true where both do so in
 * the other half.
 */
function level(
  list: Said[],
  year: number,
  [drawn, population]: [BootstrappedSimilarity | undefined, Population],
  [then, other]: [Similarity | undefined, Population],
): void {
  if (drawn === undefined || then === undefined) return
  const { kappa_quadratic: kappa, agreement, n } = drawn.point
  const ends = { kappa_quadratic: drawn.interval('kappa_quadratic'), agreement: wilson(agreement, n) }
  const spread = (measure: keyof Population, value: number) => ({
    value: midRankPercentile(population[measure], value),
    low: midRankPercentile(population[measure], ends[measure].low),
    high: midRankPercentile(population[measure], ends[measure].high),
  })
  const found = jointSideOfMedian(spread('kappa_quadratic', kappa), spread('agreement', agreement))
  if (found === undefined) return
  const places = (['kappa_quadratic', 'agreement'] as const).map((measure) => midRankPercentile(other[measure], then[measure]))
  list.push({ year, chance: found.low, came: places.every((place) => (found.above ? place > 50 : place < 50)) })
}

function common(list: Said[], year: number, drawn: BootstrappedSimilarity, second: Votes, i: number, j: number): void {
  const { n, agreement } = drawn.point
  const then = similarityOfTable(votesTable(second, i, j).cells)
  if (then.n > 0) say(list, year, chanceOfMajority({ value: agreement, ...wilson(agreement, n) })!, then.agreement > 0.5)
}

/**
 * Only where kappa and agreement change in the same direction, as on the page; true where both do so in the other half.
 */
function change(
  list: Said[],
  year: number,
  [now, before]: (BootstrappedSimilarity | undefined)[],
  [later, earlier]: (Similarity | undefined)[],
): void {
  if (now === undefined || before === undefined || later === undefined || earlier === undefined) return
  const of = (measure: MeasureName) => ({
    value: now.point[measure] - before.point[measure],
    ...(bootstrappedDifference(now, before, measure) as Exclude<Interval, 'exact'>),
  })
  const found = jointTrend(of('kappa_quadratic'), of('agreement'))
  if (found === undefined) return
  const moves = (['kappa_quadratic', 'agreement'] as const).map((measure) => later[measure] - earlier[measure])
  list.push({ year, chance: found.low, came: moves.every((move) => (found.above ? move > 0 : move < 0)) })
}

/** The judgement is made for the more probable side. */
function say(list: Said[], year: number, above: number, came: boolean): void {
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
