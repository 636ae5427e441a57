import { grouped } from '../../../assessments/rows/grouped.ts'
import { cachedBySnapshot, type SnapshotCache } from '../../../assessments/rows/snapshot-cache.ts'
import { packedRows, type RecordRow, type RowOfSeries, rowFrom, unpackedSeries } from './record-rows.ts'

/** Rows of a record, indexed by their two sides, so that finding them needs no pass over the table. */
export interface RowsInMemory {
  /** Returns the rows of these states with each other and alone, in chronological order. */
  among(states: ReadonlySet<string>): RecordRow[]
  /** Returns the rows of a state in a span of days, with any partner and alone, in chronological order. */
  of(state: string, isAsked: (row: RowOfSeries) => boolean, from: string, to: string): RecordRow[]
}

/**
 * Loads all rows that meet a condition, once for a snapshot. Half a million rows take a second and a half and some fifty megabytes. Finding a pair's rows then
 * takes almost no time, while a pass over the table takes a twentieth of a second.
 */
export const rowsInMemory: SnapshotCache<[where: string], RowsInMemory> = cachedBySnapshot(async (snapshot, where) => {
  const known = `SELECT DISTINCT ${packedRows} AS series FROM observations WHERE ${where} AND value IS NOT NULL`
  const { series } = (await snapshot.columns(`${known} ORDER BY series`)) as unknown as { series: string[] }
  const rows = await snapshot.columns(
    `WITH known AS (SELECT series, row_number() OVER (ORDER BY series) - 1 AS code FROM (${known})),
       rows AS (SELECT ${packedRows} AS series, start_date, end_date, value, locator FROM observations WHERE ${where} AND value IS NOT NULL)
       SELECT CAST(code AS INTEGER) AS code, ${asNumber('start_date')} AS first, ${asNumber('end_date')} AS last, value, contains(locator, ' (more than ') AS more
       FROM rows JOIN known USING (series) ORDER BY first, last, code, locator, value`,
  )
  return indexed(series.map(unpackedSeries), rows as unknown as CodedRows)
})

const numberOf = (day: string): number => Number(day.replaceAll('-', ''))
const asNumber = (day: string): string => `CAST(replace(${day}, '-', '') AS INTEGER)`
const asDay = (day: number): string =>
  `${Math.floor(day / 10_000)}-${String(Math.floor(day / 100) % 100).padStart(2, '0')}-${String(day % 100).padStart(2, '0')}`

interface CodedRows {
  readonly code: readonly number[]
  readonly first: readonly number[]
  readonly last: readonly number[]
  readonly value: readonly number[]
  readonly more: readonly boolean[]
}

function indexed(series: readonly RowOfSeries[], rows: CodedRows): RowsInMemory {
  const code = Uint32Array.from(rows.code)
  const [first, last] = [Uint32Array.from(rows.first), Uint32Array.from(rows.last)]
  const value = Float64Array.from(rows.value)
  const more = Uint8Array.from(rows.more, Number)
  const ofSeries = numbersBy(code, series.length)
  const codes = series.map((_one, at) => at)
  const sent = grouped(codes, (one) => series[one]!.from)
  const received = grouped(codes, (one) => series[one]!.to)
  const days = new Map<number, string>()
  const dayOf = (day: number): string => {
    const known = days.get(day) ?? asDay(day)
    days.set(day, known)
    return known
  }
  // rows of a state alone and with the world are asked for with each of its partners
  const made: RecordRow[] = []
  const rowAt = (n: number): RecordRow =>
    (made[n] ??= rowFrom(series[code[n]!]!, dayOf(first[n]!), dayOf(last[n]!), value[n]!, more[n] === 1))
  const inOrder = (codes: readonly number[], isIn?: (row: number) => boolean): RecordRow[] => {
    const parts = codes.map(ofSeries)
    const numbers = new Uint32Array(parts.reduce((sum, part) => sum + part.length, 0))
    let count = 0
    for (const part of parts) for (const n of part) if (isIn === undefined || isIn(n)) numbers[count++] = n
    return Array.from(numbers.subarray(0, count).sort(), rowAt)
  }
  return {
    among: (states) =>
      inOrder(
        [...states].flatMap((state) => (sent.get(state) ?? []).filter((one) => series[one]!.to === '' || states.has(series[one]!.to))),
      ),
    of: (state, isAsked, from, to) => {
      const [least, most] = [numberOf(from), numberOf(to)]
      const own = new Set([...(sent.get(state) ?? []), ...(received.get(state) ?? [])])
      return inOrder(
        [...own].filter((one) => isAsked(series[one]!)),
        (n) => first[n]! >= least && last[n]! <= most,
      )
    },
  }
}

/** Returns a function that gives, for a code, the positions of that code in the list, in order. */
function numbersBy(codes: Uint32Array, count: number): (code: number) => Uint32Array {
  const start = new Uint32Array(count + 1)
  for (const code of codes) start[code + 1]!++
  for (let code = 0; code < count; code++) start[code + 1]! += start[code]!
  const next = start.slice()
  const numbers = new Uint32Array(codes.length)
  codes.forEach((code, row) => {
    numbers[next[code]!++] = row
  })
  return (code) => numbers.subarray(start[code]!, start[code + 1]!)
}
