import { existsSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { readCsv } from '../../src/sources/formats/csv.ts'
import { readSanctionsRegimes } from '../../src/sources/reviewed-tables/sanctions-regimes.ts'
import { openSession } from '../../src/store/session.ts'
import { expectKept } from './kept-comparison.ts'

/** GSDB v3 is not ours to redistribute; it stands beside the project where someone put it. */
const gsdb = '../shared/data/sanctions-gsdb/GSDB_V3.csv'
const present = existsSync(gsdb)
const senders: Readonly<Record<string, string>> = { UN: 'UN', EU: 'EU', EEC: 'EU', 'United States': 'USA' }
const targets: Readonly<Record<string, string>> = {
  Russia: 'RUS',
  China: 'CHN',
  Iran: 'IRN',
  'Korea, North': 'PRK',
  Cuba: 'CUB',
  Syria: 'SYR',
  Belarus: 'BLR',
  Venezuela: 'VEN',
}

interface Case {
  readonly sender: string
  readonly target: string
  readonly begin: number
  readonly end: number
  /** Ours that would answer to what the case has; empty where it has only "other" or military aid. */
  readonly kinds: readonly string[]
}

interface Regime {
  readonly sender: string
  readonly target: string
  readonly from: number
  readonly to: number
  readonly measures: readonly string[]
}

let cases: Case[] = []
let regimes: Regime[] = []

beforeAll(async () => {
  if (!present) return
  const rows = await readCsv(
    gsdb,
    ['case_id', 'sanctioned_state', 'sanctioning_state', 'begin', 'end', 'trade', 'arms', 'financial', 'travel'],
    'any',
  )
  cases = rows.flatMap(({ fields }) => casesOf(fields)).filter(({ begin, end }) => end >= 1990 && begin <= 2022)
  const session = await openSession()
  const columns = await readSanctionsRegimes('data/tables/sanctions-regimes.csv', session)
  session.close()
  regimes = columns.sender!.map((sender, i) => ({
    sender: String(sender),
    target: String(columns.target![i]),
    from: Number(String(columns.start_date![i]).slice(0, 4)),
    to: Number(String(columns.end_date![i] ?? '9999').slice(0, 4)),
    measures: String(columns.measures![i]).split(','),
  }))
})

function casesOf(fields: Readonly<Record<string, string>>): Case[] {
  const named = (cell: string, codes: Readonly<Record<string, string>>): string[] => [
    ...new Set(Object.keys(codes).flatMap((name) => (listed(cell, name) ? [codes[name]!] : []))),
  ]
  const kinds = [
    ...(fields['trade'] === '1' ? ['trade', 'energy', 'technology', 'comprehensive'] : []),
    ...(fields['arms'] === '1' ? ['arms', 'comprehensive'] : []),
    ...(fields['financial'] === '1' ? ['finance', 'assets', 'comprehensive'] : []),
    ...(fields['travel'] === '1' ? ['travel', 'aviation', 'comprehensive'] : []),
  ]
  return named(fields['sanctioning_state']!, senders).flatMap((sender) =>
    named(fields['sanctioned_state']!, targets).map((target) => ({
      sender,
      target,
      begin: Number(fields['begin']),
      end: Number(fields['end']),
      kinds,
    })),
  )
}

/** Names stand between commas, and one of them has a comma itself. */
function listed(cell: string, name: string): boolean {
  return `, ${cell}, `.includes(`, ${name}, `)
}

const answers = (one: Case): Regime[] =>
  regimes.filter(({ sender, target, from, to }) => sender === one.sender && target === one.target && from <= one.end && to >= one.begin)

/** For whoever reads the run: the figures of docs/sources/sanctions-regimes.md. */
const report = (line: string): void => void process.stdout.write(`${line}\n`)

const share = (part: number, whole: number): string => `${part} of ${whole} (${((100 * part) / whole).toFixed(1)} %)`

test('GSDB is there, or this is not the place where it must be', () => {
  expect(present || process.env['CI'] !== 'true', `${gsdb} is missing`).toBe(true)
})

describe.skipIf(!present)('sanctions of the UN, the EU and the United States 1990-2022 against GSDB v3 (needs ../shared)', () => {
  test('the cases are those of GSDB: 96 pairs of case and sender on eight targets', () => {
    expect(cases).toHaveLength(96)
    expect(new Set(cases.map((one) => one.target)).size).toBe(8)
  })

  test('at least 95 % of the cases have a regime of the same sender and target in the same years', () => {
    const missing = cases.filter((one) => answers(one).length === 0)
    report(`GSDB cases with a regime of ours: ${share(cases.length - missing.length, cases.length)}`)
    expectKept('sanctions-found', (cases.length - missing.length) / cases.length, cases.length)
    const known = ['EU BLR 1998', 'USA BLR 1998', 'USA BLR 2002', 'UN SYR 2005']
    expect(missing.map((one) => `${one.sender} ${one.target} ${one.begin}`).filter((one) => !known.includes(one))).toEqual([])
  })

  test('most cases share a kind of measure with it', () => {
    const comparable = cases.filter((one) => one.kinds.length > 0)
    const shared = comparable.filter((one) => answers(one).some(({ measures }) => measures.some((kind) => one.kinds.includes(kind))))
    report(`of those with a kind to compare, share one: ${share(shared.length, comparable.length)}`)
    expect(shared.length / comparable.length).toBeGreaterThanOrEqual(0.94)
  })

  test('most cases have a step of ours that begins within a year of theirs', () => {
    const near = cases.filter((one) => answers(one).some(({ from }) => Math.abs(from - one.begin) <= 1))
    report(`cases with a step of ours within a year of their beginning: ${share(near.length, cases.length)}`)
    expect(near.length / cases.length).toBeGreaterThanOrEqual(0.65)
  })

  test('nine in ten years in which we have something in force, GSDB has too', () => {
    const ours = yearsOf(regimes.map((one) => ({ ...one, begin: one.from, end: one.to })))
    const theirs = yearsOf(cases)
    const both = [...ours].filter((year) => theirs.has(year)).length
    report(
      `years of sender and target 1990-2022 in ours that are in GSDB: ${share(both, ours.size)}; the other way ${share(both, theirs.size)}`,
    )
    expect(both / ours.size).toBeGreaterThanOrEqual(0.94)
    expect(both / theirs.size).toBeGreaterThanOrEqual(0.91)
  })
})

/** `sender target year` of 1990-2022 with something in force, for the senders and targets compared. */
function yearsOf(spells: readonly { sender: string; target: string; begin: number; end: number }[]): Set<string> {
  const compared = spells.filter(({ sender, target }) => Object.values(senders).includes(sender) && Object.values(targets).includes(target))
  return new Set(
    compared.flatMap(({ sender, target, begin, end }) =>
      Array.from({ length: 33 }, (_, i) => 1990 + i)
        .filter((year) => year >= begin && year <= end)
        .map((year) => `${sender} ${target} ${year}`),
    ),
  )
}
