import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { loadRollCalls, votersOf } from '../src/assessments/forms/roll-calls.ts'
import { regularSession } from '../src/measures/ideal-points/ideal-point-ballots.ts'
import { linkRollCalls, type TitledRollCall } from '../src/measures/resolution-links/resolution-links.ts'
import { readGsdb } from '../src/sources/politics/gsdb.ts'
import { type Membership, membersOn, stateByCow, stateByGw } from '../src/states/index.ts'
import { bundledRecord, findSnapshot, openSnapshot, type Snapshot } from '../src/store/index.ts'

/** Votes on whole resolutions of the bundled record, and what a candidate may weigh them by. */
export interface VoteData {
  readonly voters: readonly string[]
  /** Year in which the session of each roll call opened. */
  readonly years: Int32Array
  /** Row-major by roll call. */
  readonly positions: Uint8Array
  /** 1 where the resolution recurs: its item has another roll call within three sessions. */
  readonly recurring: Uint8Array
  /** First issue of the roll call, 0 where it has none. */
  readonly issue: Uint8Array
  /** Ideal points of the usual specification by opening year, NaN where unknown. */
  readonly points: ReadonlyMap<number, Float64Array>
  readonly memberships: readonly Membership[]
}

const issues = ['', 'me', 'nu', 'di', 'hr', 'co', 'ec']

/** Reads the votes, links and ideal points. */
export async function readVoteData(): Promise<VoteData> {
  const { directory } = await findSnapshot({ snapshot: bundledRecord() })
  const snapshot = await openSnapshot(directory)
  try {
    const [voters, votes] = [await votersOf(snapshot), await loadRollCalls(snapshot, { wholeOnly: true })]
    const rows = await snapshot.rows(
      "SELECT id, session, symbol, title, kind, issues FROM roll_calls WHERE kind = 'whole' ORDER BY date, id",
    )
    const { items } = linkRollCalls(rows as unknown as TitledRollCall[])
    const counts = new Int32Array(rows.length)
    for (const item of items) counts[item]!++
    return {
      voters,
      years: Int32Array.from(rows, (row, i) => 1945 + regularSession(String(row['session']), votes.dates[i]!)),
      positions: votes.votes.positions,
      recurring: Uint8Array.from(items, (item) => (counts[item]! > 1 ? 1 : 0)),
      issue: Uint8Array.from(rows, (row) => Math.max(0, issues.indexOf(String(row['issues'] ?? '').split(',')[0]!))),
      points: await pointsOf(snapshot, voters),
      memberships: (await snapshot.rows("SELECT * FROM memberships WHERE bloc = 'EU'")) as unknown as Membership[],
    }
  } finally {
    snapshot.close()
  }
}

async function pointsOf(snapshot: Snapshot, voters: readonly string[]): Promise<Map<number, Float64Array>> {
  const place = new Map(voters.map((state, i) => [state, i]))
  const found = new Map<number, Float64Array>()
  for (const row of await snapshot.rows("SELECT state, session, point FROM estimated_points WHERE specification = 'usual'")) {
    const year = 1945 + Number(row['session'])
    const own = found.get(year) ?? new Float64Array(voters.length).fill(Number.NaN)
    own[place.get(String(row['state']))!] = Number(row['point'])
    found.set(year, own)
  }
  return found
}

/** Pairs with a fact, by year; a pair is `i * voters + j` with i < j. */
export interface Fact {
  readonly name: string
  /** Whether the fact goes with standing near (an alliance) or far. */
  readonly near: boolean
  readonly years: ReadonlyMap<number, ReadonlySet<number>>
  /** Last year of the source. */
  readonly last: number
}

/** Reads the facts of later years; those whose files are absent are left out. */
export async function readFacts(folder: string, { voters, memberships }: VoteData): Promise<Fact[]> {
  const place = new Map(voters.map((state, i) => [state, i]))
  const facts = [alliances, defence, sanctions, conflict, disputes].map(async (read) =>
    read(folder, (a, b) => pairIn(place, a, b), memberships),
  )
  return (await Promise.all(facts)).filter((fact) => fact !== undefined)
}

type PairOf = (a: string | undefined, b: string | undefined) => number | undefined

function pairIn(place: ReadonlyMap<string, number>, a: string | undefined, b: string | undefined): number | undefined {
  const [i, j] = [place.get(seat(a)), place.get(seat(b))]
  if (i === undefined || j === undefined || i === j) return undefined
  return Math.min(i, j) * place.size + Math.max(i, j)
}

/** The voter that a state's votes stand under: the Soviet Union's under Russia. */
function seat(state: string | undefined): string {
  return { SUN: 'RUS', YUG: 'YUG', SCG: 'SRB' }[state ?? ''] ?? state ?? ''
}

class Years {
  readonly years = new Map<number, Set<number>>()
  add(year: number, pair: number | undefined): void {
    if (pair === undefined) return
    const own = this.years.get(year)
    if (own === undefined) this.years.set(year, new Set([pair]))
    else own.add(pair)
  }
}

const atopFile = 'alliances/atop5_directed_dyad_year.csv.gz'

async function obligations(folder: string, pairOf: PairOf, kinds: readonly string[], name: string): Promise<Fact | undefined> {
  if (!existsSync(join(folder, atopFile))) return undefined
  const found = new Years()
  for (const row of await records(folder, atopFile)) {
    const year = Number(row['year'])
    if (year < 1946 || !kinds.some((kind) => row[kind] === '1')) continue
    found.add(year, pairOf(cow(row['ccode1'], year), cow(row['ccode2'], year)))
  }
  return { name, near: true, years: found.years, last: 2018 }
}

const anyKind = ['atop_defense', 'atop_offense', 'atop_neutral', 'atop_nonagg', 'atop_consul']
const alliances = (folder: string, pairOf: PairOf) => obligations(folder, pairOf, anyKind, 'alliance')
const defence = (folder: string, pairOf: PairOf) => obligations(folder, pairOf, ['atop_defense'], 'defence pact')

async function sanctions(folder: string, pairOf: PairOf, memberships: readonly Membership[]): Promise<Fact | undefined> {
  const file = join(folder, 'sanctions-gsdb/GSDB_V3.csv')
  if (!existsSync(file)) return undefined
  const found = new Years()
  const { sanctions: columns } = await readGsdb(file)
  const column = (name: string): string[] => columns[name] as string[]
  const [senders, targets, starts, ends] = ['sender', 'target', 'start_date', 'end_date'].map(column)
  senders!.forEach((sender, i) => {
    for (let year = Number(starts![i]!.slice(0, 4)); year <= Number(ends![i]!.slice(0, 4)); year++)
      for (const one of sender === 'EU' ? membersOn(memberships, 'EU', `${year}-12-31`) : [sender])
        found.add(year, pairOf(one, targets![i]))
  })
  return { name: 'sanctions', near: false, years: found.years, last: 2022 }
}

async function conflict(folder: string, pairOf: PairOf): Promise<Fact | undefined> {
  const files = ['ucdp-acd-25-26/interstate-pairs-1946-2025.csv.gz', 'ucdp-acd-25-26/opposed-in-type4-pairs-1946-2024.csv.gz']
  if (!files.every((file) => existsSync(join(folder, file)))) return undefined
  const found = new Years()
  for (const row of await records(folder, files[0]!))
    found.add(Number(row['year']), pairOf(gw(row['gwno_a'], row['year']), gw(row['gwno_b'], row['year'])))
  for (const row of await records(folder, files[1]!))
    if (row['role_a'] === '1') found.add(Number(row['year']), pairOf(gw(row['gwno_a'], row['year']), gw(row['gwno_b_2nd'], row['year'])))
  return { name: 'conflict', near: false, years: found.years, last: 2024 }
}

async function disputes(folder: string, pairOf: PairOf): Promise<Fact | undefined> {
  const file = 'mid-gml-cow/cow_dyadic_mid_4.03.csv.gz'
  if (!existsSync(join(folder, file))) return undefined
  const found = new Years()
  for (const row of await records(folder, file)) {
    const year = Number(row['year'])
    found.add(year, pairOf(cow(row['statea'], year), cow(row['stateb'], year)))
  }
  return { name: 'dispute', near: false, years: found.years, last: 2014 }
}

const cow = (code: string | undefined, year: number): string | undefined => stateByCow(Number(code), `${year}-12-31`)?.iso3
const gw = (code: string | undefined, year: string | undefined): string | undefined => stateByGw(Number(code), `${year}-12-31`)?.iso3

async function records(folder: string, file: string): Promise<Record<string, string>[]> {
  const text = gunzipSync(await readFile(join(folder, file))).toString('utf8')
  const [head, ...lines] = text.trim().split(/\r?\n/)
  const names = head!.replaceAll('"', '').split(',')
  return lines.map((line) => {
    const cells = line.replaceAll('"', '').split(',')
    return Object.fromEntries(names.map((name, i) => [name, cells[i] ?? '']))
  })
}
