/**
 * The recall of our own tables against ATOP 5.1 (alliances) and GSDB v3 (sanctions), as src/assessments/record/table-recall.ts has it. Neither data set may be
 * passed on, so both are read from `../shared`. Prints the lines that the table should have.
 */
import { existsSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { allianceRecall, areBothCsce, sanctionsRecall, unSanctionsRecall } from '../../../src/assessments/record/table-recall.ts'
import { readGsdb } from '../../../src/sources/politics/gsdb.ts'
import { readAllianceCommitments } from '../../../src/sources/reviewed-tables/alliance-commitments.ts'
import { readBlocMemberships } from '../../../src/sources/reviewed-tables/bloc-memberships.ts'
import { readSanctionsRegimes } from '../../../src/sources/reviewed-tables/sanctions-regimes.ts'
import { blocOf, existedIn, type Membership, membersOn, type State, stateByCow, states } from '../../../src/states/index.ts'
import { openSession, type Session } from '../../../src/store/index.ts'

const atopFile = '../shared/data/alliances/atop5_directed_dyad_year.csv.gz'
const gsdbFile = '../shared/data/sanctions-gsdb/GSDB_V3.csv'
const present = existsSync(atopFile) && existsSync(gsdbFile)
const report = (line: string): void => void process.stdout.write(`${line}\n`)

interface Counts {
  readonly found: number
  readonly of: number
  readonly missed: number
}

test('the reference data are there where the build must check them', () => {
  expect(present || process.env['CI'] !== 'true').toBe(true)
})

describe.skipIf(!present)('recall of our tables (needs ../shared)', () => {
  let session: Session
  beforeAll(async () => {
    session = await openSession({ threads: 1 })
  })
  afterAll(() => session.close())

  const kinds = ['defence', 'offence', 'neutrality', 'nonaggression', 'consultation'] as const
  type Kind = (typeof kinds)[number]
  /** Obligations by `A B year`, as the places of `kinds`. */
  type Owed = Map<string, Set<Kind>>

  const isMember = (state: State, year: number): boolean =>
    state.cow.some(({ from, to }) => from <= `${year}-12-31` && (to === null || to >= `${year}-01-01`))

  const put = (owed: Owed, key: string, kind: Kind): void => void owed.set(key, (owed.get(key) ?? new Set()).add(kind))

  async function ours(): Promise<Owed> {
    const table = await readAllianceCommitments('data/tables/alliance-commitments.csv', session)
    const cell = (name: string, row: number): string => String(table[name]![row] ?? '9999-12-31')
    const owed: Owed = new Map()
    const rows = table['treaty']!.map((_, row) => row)
    for (const i of rows) {
      for (const j of rows) {
        if (i === j || cell('treaty', i) !== cell('treaty', j) || cell('state', i) === cell('state', j)) continue
        const from = [cell('start_date', i), cell('start_date', j)].sort()[1]!
        const to = [cell('end_date', i), cell('end_date', j)].sort()[0]!
        for (let year = Math.max(1946, Number(from.slice(0, 4))); from <= to && year <= Math.min(2018, Number(to.slice(0, 4))); year++)
          for (const kind of kinds) if (table[kind]![i] === true) put(owed, `${cell('state', i)} ${cell('state', j)} ${year}`, kind)
      }
    }
    return owed
  }

  async function atop(): Promise<Owed> {
    const table = await session.columns(
      `SELECT ccode1, ccode2, year, atop_defense AS defence, atop_offense AS offence, atop_neutral AS neutrality, atop_nonagg AS nonaggression,
         atop_consul AS consultation FROM read_csv($path, header = true, nullstr = 'NA') WHERE year BETWEEN 1946 AND 2018`,
      { path: atopFile },
    )
    const owed: Owed = new Map()
    for (const [row, year] of table['year']!.entries()) {
      const [a, b] = ['ccode1', 'ccode2'].map((name) => stateByCow(Number(table[name]![row]), `${year}-01-01`)?.iso3)
      for (const kind of kinds) if (Number(table[kind]![row]) === 1) put(owed, `${a} ${b} ${year}`, kind)
    }
    return owed
  }

  function compared(mine: Owed, theirs: Owed, kind: Kind, from: number, to: number): Counts {
    let [both, missing, silent] = [0, 0, 0]
    for (let year = from; year <= to; year++) {
      const members = states.filter((state) => isMember(state, year)).map(({ iso3 }) => iso3)
      for (const a of members) {
        for (const b of members) {
          if (a === b || (kind === 'nonaggression' && areBothCsce(a, b, `${year}-12-31`))) continue
          const [has, listed] = [mine, theirs].map((owed) => owed.get(`${a} ${b} ${year}`)?.has(kind) === true)
          if (has && listed) both++
          else if (listed) missing++
          if (!has) silent++
        }
      }
    }
    return { found: both, of: both + missing, missed: missing / silent }
  }

  test('commitments against ATOP, by obligation and period', async () => {
    const [mine, theirs] = [await ours(), await atop()]
    for (const kind of kinds) {
      for (const [from, to] of [[1946, 1959], [1960, 1974], [1975, 1989], kind === 'offence' ? [1991, 2018] : [1990, 2018]] as const) {
        const { found, of, missed } = compared(mine, theirs, kind, from, to)
        report(`${kind} ${from}-${to} ${found}/${of} ${(100 * missed).toFixed(2)}`)
        const kept = allianceRecall(kind, `${to}-12-31`)
        expect
          .soft([kind, from, to, kept?.found, kept?.of, kept?.missed.toFixed(4)])
          .toEqual([kind, from, to, found, of, missed.toFixed(4)])
      }
    }
  })

  /** Goal of each decade: nine in ten of the defence commitments that ATOP has. Since 2000 it counts pacts from their signature, and the African pact of 2005. */
  const leastDefence: Readonly<Record<number, number>> = { 2000: 0.84, 2010: 0.87 }
  const decades = [[1946, 1949], ...[1950, 1960, 1970, 1980, 1990, 2000].map((from) => [from, from + 9]), [2010, 2018]] as const

  test('commitments against ATOP, by obligation and decade', async () => {
    const [mine, theirs] = [await ours(), await atop()]
    for (const kind of kinds) {
      const shares = decades.map(([from, to]) => {
        const { found, of } = compared(mine, theirs, kind, from!, to!)
        if (kind === 'defence') expect.soft([from, found / of >= (leastDefence[from!] ?? 0.9)]).toEqual([from, true])
        return `${from} ${found}/${of}${of === 0 ? '' : ` ${((100 * found) / of).toFixed(1)} %`}`
      })
      report(`${kind}, by decade: ${shares.join(' · ')}`)
    }
  })

  /** `sender target year` with trade, arms, finance or travel measures in force. */
  function inForce(table: Record<string, readonly unknown[]>, counts: (measure: string) => boolean): Set<string> {
    const keys = new Set<string>()
    for (const [row, sender] of table['sender']!.entries()) {
      if (!String(table['measures']![row]).split(',').some(counts)) continue
      const [from, to] = [table['start_date']![row], table['end_date']![row] ?? '9999'].map((day) => Number(String(day).slice(0, 4)))
      for (let year = Math.max(2013, from!); year <= Math.min(2022, to!); year++) keys.add(`${sender} ${table['target']![row]} ${year}`)
    }
    return keys
  }

  test('sanctions against GSDB 2013-2022, by sender, a state with the blocs that it belongs to', async () => {
    const theirs = inForce((await readGsdb(gsdbFile)).sanctions, (measure) => !['other', 'military', ''].includes(measure))
    const mine = inForce(await readSanctionsRegimes('data/tables/sanctions-regimes.csv', session), () => true)
    const table = await readBlocMemberships('data/tables/bloc-memberships.csv', session)
    const memberships = table['bloc']!.map((_, row) => Object.fromEntries(Object.keys(table).map((name) => [name, table[name]![row]])))
    const blocs = [...new Set([...theirs, ...mine].map((key) => key.split(' ')[0]!))].filter((id) => id !== 'UN' && blocOf(id)?.id === id)
    const members = new Map(
      blocs.flatMap((bloc) =>
        Array.from({ length: 10 }, (_, i) => 2013 + i).map((year) => {
          const own = membersOn(memberships as unknown as Membership[], bloc, `${year}-12-31`)
          return [`${bloc} ${year}`, new Set(own)] as const
        }),
      ),
    )
    const byCounts = new Map<string, string[]>()
    for (const state of states) {
      const counts = { both: 0, missing: 0, silent: 0, pairs: 0 }
      for (let year = 2013; year <= 2022; year++) {
        if (!existedIn(state, year)) continue
        const senders = [state.iso3, ...blocs.filter((bloc) => members.get(`${bloc} ${year}`)!.has(state.iso3))]
        for (const target of states) {
          if (target === state || !existedIn(target, year)) continue
          const [has, listed] = [mine, theirs].map((keys) => senders.some((sender) => keys.has(`${sender} ${target.iso3} ${year}`)))
          counts.pairs++
          if (has && listed) counts.both++
          else if (listed) counts.missing++
          if (!has) counts.silent++
        }
      }
      if (counts.pairs === 0) continue
      const [found, of, missed] = [counts.both, counts.both + counts.missing, counts.missing / counts.silent]
      const key = `${found}/${of} ${(100 * missed).toFixed(2)}`
      byCounts.set(key, [...(byCounts.get(key) ?? []), state.iso3])
      const kept = sanctionsRecall(state.iso3, '2022-12-31')
      expect.soft([state.iso3, kept?.found, kept?.of, kept?.missed.toFixed(4)]).toEqual([state.iso3, found, of, missed.toFixed(4)])
    }
    for (const [key, codes] of [...byCounts].sort((x, y) => Number(y[0].split(' ')[1]) - Number(x[0].split(' ')[1])))
      report(`${key} ${codes.join(' ')}`)
    const eu = { both: 0, missing: 0, silent: 0 }
    for (let year = 2013; year <= 2022; year++) {
      const own = [...members.get(`EU ${year}`)!]
      for (const [a, b] of own.flatMap((one) => own.filter((other) => other !== one).map((other) => [one, other] as const))) {
        const [has, listed] = [mine, theirs].map((keys) => [a, 'EU'].some((sender) => keys.has(`${sender} ${b} ${year}`)))
        if (has && listed) eu.both++
        else if (listed) eu.missing++
        if (!has) eu.silent++
      }
    }
    report(`${eu.both}/${eu.both + eu.missing} ${((100 * eu.missing) / eu.silent).toFixed(2)}: EU`)
    const keptOfEu = sanctionsRecall('EU', '2022-12-31')
    expect
      .soft([keptOfEu?.found, keptOfEu?.of, keptOfEu?.missed.toFixed(4)])
      .toEqual([eu.both, eu.both + eu.missing, (eu.missing / eu.silent).toFixed(4)])
    const un = states.flatMap((target) =>
      Array.from({ length: 10 }, (_, i) => 2013 + i)
        .filter((year) => existedIn(target, year))
        .map((year) => `UN ${target.iso3} ${year}`),
    )
    const [found, of, silent] = [
      un.filter((key) => mine.has(key) && theirs.has(key)),
      un.filter((key) => theirs.has(key)),
      un.filter((key) => !mine.has(key)),
    ].map(({ length }) => length) as [number, number, number]
    const missed = un.filter((key) => theirs.has(key) && !mine.has(key)).length / silent
    report(`UN ${found}/${of} ${(100 * missed).toFixed(2)}`)
    const kept = unSanctionsRecall('2022-12-31')
    expect.soft([kept?.found, kept?.of, kept?.missed.toFixed(4)]).toEqual([found, of, missed.toFixed(4)])
  })
})
