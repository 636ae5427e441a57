/**
 * Which figure of the votes is shown first: `npx tsx bench/diplomacy-headline.ts [FOLDER]`.
 *
 * The criterion is in docs/measures/diplomacy-headline.md. FOLDER has the facts of later years, whose terms mostly forbid passing them on; without it only
 * stability and the thirty pairs are printed.
 */
import { readFileSync } from 'node:fs'
import { midRankPercentiles } from '../src/measures/index.ts'
import { type Fact, readFacts, readVoteData, type VoteData } from './diplomacy-headline-data.ts'

const starts = { from: 1950, to: 2015 }
/** Opening year of the last session of the record. */
const lastSession = 2025
/** Pairs with fewer common votes are left out. */
const leastCommon = 10
const ahead = 5

/** Figures of every pair in sessions that opened in a span of years, higher = nearer; pairs in the order of `pairAt`. NaN = undefined. */
type Column = Float64Array
interface Candidate {
  readonly name: string
  readonly of: (data: VoteData, from: number, to: number) => Column
}

/** The roll calls of a span of years with their weights. */
interface Rows {
  readonly rows: number[]
  readonly weights: Float64Array
}
type Weighing = (data: VoteData, rows: number[]) => Rows

const alike: Weighing = (_, rows) => ({ rows, weights: new Float64Array(rows.length).fill(1) })

/** Roll calls on resolutions that recur. */
const recurring: Weighing = (data, rows) =>
  alike(
    data,
    rows.filter((row) => data.recurring[row] === 1),
  )

/** Roll calls with a minority of a twentieth of the voters or more. */
const divided: Weighing = (data, rows) =>
  alike(
    data,
    rows.filter((row) => minorityOf(data, row) >= 0.05),
  )

/** Weights that give each kind of roll call (issue, and how divided) the share it has in 1985 to 2019. */
const sameMix: Weighing = (data, rows) => {
  const [target, own] = [mixOf(data, referenceRows(data)), mixOf(data, rows)]
  return { rows, weights: Float64Array.from(rows, (row) => (target.get(kindOf(data, row)) ?? 0) / own.get(kindOf(data, row))!) }
}

const minorities = new Map<number, number>()
function minorityOf(data: VoteData, row: number): number {
  const known = minorities.get(row)
  if (known !== undefined) return known
  const counts = countsOf(data, row)
  const voted = counts[1]! + counts[2]! + counts[3]!
  const found = voted === 0 ? 0 : 1 - Math.max(counts[1]!, counts[2]!, counts[3]!) / voted
  minorities.set(row, found)
  return found
}

function countsOf({ positions, voters }: VoteData, row: number): Float64Array {
  const counts = new Float64Array(4)
  for (let i = 0; i < voters.length; i++) counts[positions[row * voters.length + i]!]!++
  return counts
}

/** Issue, and the minority in four steps. */
function kindOf(data: VoteData, row: number): number {
  const minority = minorityOf(data, row)
  return 10 * data.issue[row]! + (minority < 0.03 ? 0 : minority < 0.15 ? 1 : minority < 0.33 ? 2 : 3)
}

let reference: number[] | undefined
function referenceRows(data: VoteData): number[] {
  reference ??= rowsOf(data, 1985, 2019)
  return reference
}

function mixOf(data: VoteData, rows: readonly number[]): Map<number, number> {
  const mix = new Map<number, number>()
  for (const row of rows) mix.set(kindOf(data, row), (mix.get(kindOf(data, row)) ?? 0) + 1 / rows.length)
  return mix
}

function rowsOf({ years }: VoteData, from: number, to: number): number[] {
  const rows: number[] = []
  for (let r = 0; r < years.length; r++) if (years[r]! >= from && years[r]! <= to) rows.push(r)
  return rows
}

/** Weighted sums over the common roll calls of two states, and the figure made of them. */
type FromTable = (cells: Float64Array, n: number) => number

function fromTables(weighing: Weighing, figure: FromTable): Candidate['of'] {
  return (data, from, to) => {
    const { rows, weights } = weighing(data, rowsOf(data, from, to))
    const byState = statewise(data, rows)
    const cells = new Float64Array(16)
    return eachPair(data, (i, j) => {
      cells.fill(0)
      const [a, b] = [byState[i]!, byState[j]!]
      for (let k = 0; k < rows.length; k++) cells[(a[k]! << 2) | b[k]!]! += weights[k]!
      let n = 0
      for (const cell of [5, 6, 7, 9, 10, 11, 13, 14, 15]) n += cells[cell]!
      return n > 0 ? figure(cells, n) : Number.NaN
    })
  }
}

function statewise({ positions, voters }: VoteData, rows: readonly number[]): Uint8Array[] {
  return voters.map((_, i) => Uint8Array.from(rows, (row) => positions[row * voters.length + i]!))
}

function eachPair({ voters }: VoteData, figure: (i: number, j: number) => number): Column {
  const column = new Float64Array((voters.length * (voters.length - 1)) / 2)
  let at = 0
  for (let i = 0; i < voters.length; i++) for (let j = i + 1; j < voters.length; j++) column[at++] = figure(i, j)
  return column
}

const agreement: FromTable = (c, n) => (c[5]! + c[10]! + c[15]!) / n
const score: FromTable = (c, n) => 1 - (0.5 * (c[6]! + c[9]! + c[11]! + c[14]!) + c[7]! + c[13]!) / n
const kappa: FromTable = (c, n) => {
  const seen = c[6]! + c[9]! + c[11]! + c[14]! + 4 * (c[7]! + c[13]!)
  const row = [c[5]! + c[6]! + c[7]!, c[9]! + c[10]! + c[11]!, c[13]! + c[14]! + c[15]!]
  const column = [c[5]! + c[9]! + c[13]!, c[6]! + c[10]! + c[14]!, c[7]! + c[11]! + c[15]!]
  const expected =
    row[0]! * column[1]! +
    row[1]! * column[0]! +
    row[1]! * column[2]! +
    row[2]! * column[1]! +
    4 * (row[0]! * column[2]! + row[2]! * column[0]!)
  return expected === 0 ? Number.NaN : 1 - (n * seen) / expected
}
const pi: FromTable = (c, n) => {
  const seen = c[6]! + c[9]! + c[11]! + c[14]! + c[7]! + c[13]!
  const both = [
    2 * c[5]! + c[6]! + c[7]! + c[9]! + c[13]!,
    2 * c[10]! + c[6]! + c[9]! + c[11]! + c[14]!,
    2 * c[15]! + c[7]! + c[13]! + c[11]! + c[14]!,
  ]
  const same = both.reduce((sum, one) => sum + (one / (2 * n)) ** 2, 0)
  return same === 1 ? Number.NaN : 1 - seen / n / (1 - same)
}

/** Sums over common roll calls of the squared difference, of that expected of any two voters, and of the positions less the roll call's mean. */
type FromSums = (difference: number, expected: number, product: number, a: number, b: number) => number

function fromDeviations(weighing: Weighing, figure: FromSums): Candidate['of'] {
  return (data, from, to) => {
    const { rows, weights } = weighing(data, rowsOf(data, from, to))
    const byState = statewise(data, rows)
    const [mean, spread] = [new Float64Array(rows.length), new Float64Array(rows.length)]
    rows.forEach((row, k) => {
      const c = countsOf(data, row)
      const voted = c[1]! + c[2]! + c[3]!
      mean[k] = (c[1]! + 2 * c[2]! + 3 * c[3]!) / voted
      spread[k] = 2 * ((c[1]! + 4 * c[2]! + 9 * c[3]!) / voted - mean[k]! ** 2)
    })
    return eachPair(data, (i, j) => {
      const [a, b] = [byState[i]!, byState[j]!]
      let [difference, expected, product, squareA, squareB] = [0, 0, 0, 0, 0]
      for (let k = 0; k < rows.length; k++) {
        if (a[k] === 0 || b[k] === 0) continue
        const [x, y, w] = [a[k]! - mean[k]!, b[k]! - mean[k]!, weights[k]!]
        difference += w * (x - y) ** 2
        expected += w * spread[k]!
        product += w * x * y
        squareA += w * x * x
        squareB += w * y * y
      }
      return figure(difference, expected, product, squareA, squareB)
    })
  }
}

const beyondSplit: FromSums = (difference, expected) => (expected > 0 ? 1 - difference / expected : Number.NaN)
const cosine: FromSums = (_d, _e, product, a, b) => (a > 0 && b > 0 ? product / Math.sqrt(a * b) : Number.NaN)
const centred: FromSums = (difference, expected, _p, a, b) => (expected > 0 ? 1 - difference / (a + b + expected / 2) : Number.NaN)

const idealPoints: Candidate['of'] = (data, from, to) => {
  const mean = data.voters.map((_, i) => {
    let [sum, n] = [0, 0]
    for (let year = from; year <= to; year++) {
      const point = data.points.get(year)?.[i] ?? Number.NaN
      if (!Number.isNaN(point)) [sum, n] = [sum + point, n + 1]
    }
    return n === 0 ? Number.NaN : sum / n
  })
  return eachPair(data, (i, j) => -Math.abs(mean[i]! - mean[j]!))
}

/** The mean of the places by two candidates. */
function meanPlace(...both: readonly Candidate['of'][]): Candidate['of'] {
  return (data, from, to) => {
    const places = both.map((of) => midRankPercentiles(of(data, from, to)))
    return places[0]!.map((_, p) => places.reduce((sum, one) => sum + one[p]!, 0) / places.length)
  }
}

const candidates: readonly Candidate[] = [
  { name: 'kappa, quadratic', of: fromTables(alike, kappa) },
  { name: 'kappa, recurring resolutions', of: fromTables(recurring, kappa) },
  { name: 'kappa, same mix', of: fromTables(sameMix, kappa) },
  { name: 'kappa, without near-unanimous', of: fromTables(divided, kappa) },
  { name: 'agreement', of: fromTables(alike, agreement) },
  { name: 'agreement, recurring resolutions', of: fromTables(recurring, agreement) },
  { name: 'agreement, same mix', of: fromTables(sameMix, agreement) },
  { name: 'agreement, without near-unanimous', of: fromTables(divided, agreement) },
  { name: 'S, absolute', of: fromTables(alike, score) },
  { name: "Scott's pi", of: fromTables(alike, pi) },
  { name: 'ideal-point distance', of: idealPoints },
  { name: 'agreement beyond the split', of: fromDeviations(alike, beyondSplit) },
  { name: 'correlation of deviations', of: fromDeviations(alike, cosine) },
  { name: 'centred agreement', of: fromDeviations(alike, centred) },
  { name: 'centred agreement, recurring resolutions', of: fromDeviations(recurring, centred) },
  { name: 'centred agreement, same mix', of: fromDeviations(sameMix, centred) },
  { name: 'mean place: ideal points, kappa', of: meanPlace(idealPoints, fromTables(alike, kappa)) },
  { name: 'mean place: ideal points, agreement', of: meanPlace(idealPoints, fromTables(alike, agreement)) },
  { name: 'mean place: ideal points, correlation', of: meanPlace(idealPoints, fromDeviations(alike, cosine)) },
  { name: 'mean place: ideal points, centred agreement', of: meanPlace(idealPoints, fromDeviations(alike, centred)) },
]

const pairIds: number[] = []

/** The chance that a pair with the fact stands nearer than one without; pairs where any candidate is undefined are left out. */
function area(places: Column, has: ReadonlySet<number>, ids: readonly number[]): { area: number; with: number } | undefined {
  const known = [...places.keys()].filter((p) => !Number.isNaN(places[p]!))
  const ranks = midRankPercentiles(Float64Array.from(known, (p) => places[p]!))
  let [sum, n] = [0, 0]
  known.forEach((p, k) => {
    if (has.has(ids[p]!)) [sum, n] = [sum + (ranks[k]! / 100) * known.length, n + 1]
  })
  const others = known.length - n
  return n === 0 || others === 0 ? undefined : { area: (sum - n * n * 0.5) / (n * others), with: n }
}

function later(fact: Fact, year: number): Set<number> {
  const all = new Set<number>()
  for (let y = year + 1; y <= year + ahead; y++) for (const pair of fact.years.get(y) ?? []) all.add(pair)
  return all
}

function spearman(x: Column, y: Column): number {
  const both = [...x.keys()].filter((p) => !Number.isNaN(x[p]!) && !Number.isNaN(y[p]!))
  const [a, b] = [x, y].map((one) => midRankPercentiles(Float64Array.from(both, (p) => one[p]!))) as [Float64Array, Float64Array]
  let [ab, aa, bb] = [0, 0, 0]
  for (let k = 0; k < both.length; k++) {
    const [u, v] = [a[k]! - 50, b[k]! - 50]
    ab += u * v
    aa += u * u
    bb += v * v
  }
  return ab / Math.sqrt(aa * bb)
}

async function study(): Promise<void> {
  const data = await readVoteData()
  const states = data.voters.length
  for (let i = 0; i < states; i++) for (let j = i + 1; j < states; j++) pairIds.push(i * states + j)
  const folder = process.argv[2]
  const facts = folder === undefined ? [] : await readFacts(folder, data)
  const pairs = expectedPairs()
  console.log(
    `| window | candidate | ${facts.map(({ name }) => name).join(' | ')} | validity | stability since 1950 | 1980 | 2000 | least since 2000 | thirty pairs | misplaced |`,
  )
  for (const width of [1, 3, 5]) {
    const columns = new Map(candidates.map((one) => [one.name, columnsOf(one, data, width)]))
    maskUndefined([...columns.values(), commonAtLeast(data, width)])
    for (const [name, byYear] of columns) report(data, { width, name, byYear, facts, pairs })
  }
}

function columnsOf({ of }: Candidate, data: VoteData, width: number): Map<number, Column> {
  const found = new Map<number, Column>()
  for (let year = 1946 + width - 1; year <= lastSession; year++) found.set(year, of(data, year - width + 1, year))
  return found
}

/** NaN for pairs with too few common votes. */
function commonAtLeast(data: VoteData, width: number): Map<number, Column> {
  return columnsOf({ name: '', of: fromTables(alike, (_, n) => (n < leastCommon ? Number.NaN : n)) }, data, width)
}

/** Leaves only pairs for which every candidate is defined. */
function maskUndefined(all: readonly Map<number, Column>[]): void {
  for (const [year, first] of all[0]!) {
    for (let p = 0; p < first.length; p++) {
      if (all.some((one) => Number.isNaN(one.get(year)![p]!))) for (const one of all) one.get(year)![p] = Number.NaN
    }
  }
}

interface Asked {
  readonly width: number
  readonly name: string
  readonly byYear: ReadonlyMap<number, Column>
  readonly facts: readonly Fact[]
  readonly pairs: readonly Expected[]
}

function report(data: VoteData, { width, name, byYear, facts, pairs }: Asked): void {
  const areas = facts.map((fact) => areaOver(fact, byYear))
  const decisive = facts.flatMap(({ name: fact }, k) => (['alliance', 'sanctions', 'conflict'].includes(fact) ? [areas[k]!] : []))
  const stable: [number, number][] = []
  for (let year = starts.from; year + width <= lastSession; year++) {
    const found = spearman(byYear.get(year)!, byYear.get(year + width)!)
    if (!Number.isNaN(found)) stable.push([year, found])
  }
  const since = (first: number): number => mean(stable.flatMap(([year, r]) => (year >= first ? [r] : [])))
  const inTurn = stable.flatMap(([year, r]) => (year >= 2000 && (year - 2000) % width === 0 ? [r] : []))
  const wrong = pairs.flatMap((pair) => misplaced(data, pair, byYear))
  const shown = [...areas, mean(decisive), since(1950), since(1980), since(2000), Math.min(...inTurn)]
  console.log(
    `| ${width} | ${name} | ${shown.map((one) => one.toFixed(3)).join(' | ')} | ${pairs.length - wrong.length} | ${wrong.join(', ')} |`,
  )
}

function areaOver(fact: Fact, byYear: ReadonlyMap<number, Column>): number {
  let [sum, weight] = [0, 0]
  for (let year = starts.from; year <= Math.min(starts.to, fact.last - ahead); year++) {
    const places = byYear.get(year - 1)
    const found = places && area(places, later(fact, year), pairIds)
    if (found === undefined) continue
    sum += found.with * (fact.near ? found.area : 1 - found.area)
    weight += found.with
  }
  return sum / weight
}

interface Expected {
  readonly a: string
  readonly b: string
  readonly year: number
  readonly near: boolean
}

function expectedPairs(): Expected[] {
  const page = readFileSync(new URL('../docs/measures/diplomacy-headline.md', import.meta.url), 'utf8')
  return [...page.matchAll(/^\| ([A-Z]{3}), ([A-Z]{3}) \| (\d{4}) \| (near|far) \|/gm)].map(([, a, b, year, where]) => ({
    a: a!,
    b: b!,
    year: Number(year),
    near: where === 'near',
  }))
}

function misplaced(data: VoteData, { a, b, year, near }: Expected, byYear: ReadonlyMap<number, Column>): string[] {
  const [i, j] = [a, b].map((state) => data.voters.indexOf(state)).sort((x, y) => x - y) as [number, number]
  const places = midRankPercentiles(byYear.get(year)!)
  const place = places[pairIds.indexOf(i * data.voters.length + j)]!
  return (near ? place >= 60 : place <= 40) ? [] : [`${a}-${b} ${year}: ${place.toFixed(0)}`]
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

await study()
