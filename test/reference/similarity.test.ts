import { describe, expect, test } from 'vitest'
import {
  allDyads,
  allianceScale,
  allYears,
  benatiCapurriA,
  benatiCapurriAFromTable,
  cohenKappa,
  cohenKappaFromTable,
  type DyadTable,
  dyad,
  kendallTauB,
  kendallTauBFromTable,
  scottPi,
  scottPiFromTable,
  sFromTable,
  similarityS,
  tableFromRows,
} from '../../src/measures/index.ts'
import { cowCode, havePublished, lines, readUnVotes, type UnVotes } from './unvotes.ts'

// Alliance commitments of Germany and Russia with twenty European states and their shares of capabilities in 1914: Signorino & Ritter 1999, Table 6.
describe('Germany and Russia 1914 as published by Signorino and Ritter, and with the R package fpsim 0.2.0', () => {
  const germany = [3, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0]
  const russia = [0, 3, 1, 3, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
  const weights = [0.25, 0.21, 0.2, 0.08, 0.08, 0.05, 0.03, 0.03, 0.02, 0.01, 0.01, 0.01, 0.01, 0.01, 0, 0, 0, 0, 0, 0]
  const scale = allianceScale

  test('S is 0.4, and -0.46 with each state weighted by its capabilities', () => {
    expect(similarityS(germany, russia, { scale }).value).toBeCloseTo(0.4, 12)
    expect(similarityS(germany, russia, { scale, weights }).value).toBeCloseTo(-0.46, 12)
    expect(similarityS(germany, russia, { scale, distance: 'squared' }).value).toBeCloseTo(0.4444444, 7)
  })

  test('tau-b is 0.03031695', () => {
    expect(kendallTauB(germany, russia, { scale }).value).toBeCloseTo(0.03031695, 8)
  })

  test("Scott's pi is -0.04477612", () => {
    expect(scottPi(germany, russia, { scale }).value).toBeCloseTo(-0.04477612, 8)
  })

  test("Cohen's kappa is -0.07758621 with quadratic and -0.07142857 with linear weights", () => {
    expect(cohenKappa(germany, russia, { scale }).value).toBeCloseTo(-0.07758621, 8)
    expect(cohenKappa(germany, russia, { scale, disagreement: 'linear' }).value).toBeCloseTo(-0.07142857, 8)
  })

  test('A is -0.04, absolute and squared', () => {
    expect(benatiCapurriA(germany, russia, { scale }).value).toBeCloseTo(-0.04, 12)
    expect(benatiCapurriA(germany, russia, { scale, distance: 'squared' }).value).toBeCloseTo(-0.04, 12)
  })

  test('all twenty states count, because 0 is a position on this scale', () => {
    expect(similarityS(germany, russia, { scale }).issues).toBe(20)
  })
})

// 38 roll calls of 1946, rows United States, columns Mexico: yes, abstain, no. Values of the R package fpsim 0.2.0 (its example usamex46).
describe('United States and Mexico 1946', () => {
  const table = tableFromRows([
    [17, 2, 5],
    [0, 0, 2],
    [9, 1, 2],
  ])

  test('tau-b 0.01431261, pi -0.02775801, kappa -0.01222707, S 0.1315789', () => {
    expect(kendallTauBFromTable(table)).toBeCloseTo(0.01431261, 8)
    expect(scottPiFromTable(table)).toBeCloseTo(-0.02775801, 8)
    expect(cohenKappaFromTable(table)).toBeCloseTo(-0.01222707, 8)
    expect(sFromTable(table)).toBeCloseTo(0.1315789, 7)
    expect(benatiCapurriAFromTable(table)).toBeLessThan(0)
  })
})

const nothing: UnVotes = { votes: { states: 0, rollCalls: 0, positions: new Uint8Array() }, years: new Uint16Array(), names: [] }

describe.skipIf(!havePublished)('every dyad of the published tables (skipped where the folder `shared` is not beside the checkout)', () => {
  const { votes, years, names } = havePublished ? readUnVotes() : nothing
  const rollCallsOf = (year: number): Uint32Array => Uint32Array.from(years.keys()).filter((r) => years[r] === year)

  test.each([
    [1946, 1431],
    [1985, 12403],
    [2018, 18528],
  ])('%i: %i dyads, eight figures each, to 1e-6; undefined stays undefined', (year, dyads) => {
    const ours = byCowPair(allDyads(votes, { rollCalls: rollCallsOf(year) }), names, year)
    const published = lines(`reference/similarity/un_${year}.csv.gz`)
    expect(published.length).toBe(dyads)
    expect(ours.size).toBe(dyads)
    const wrong: string[] = []
    for (const line of published) {
      const [first, second, ...figures] = line.split(',')
      const row = ours.get(`${first},${second}`)
      if (row === undefined || figures.length !== row.length || figures.some((f, i) => differs(f, row[i]!)))
        wrong.push(`${line} ours ${row}`)
    }
    expect(wrong).toEqual([])
  })

  test('allYears gives each year what allDyads gives', () => {
    const all = allYears(votes, Uint16Array.from(years))
    for (const year of [1946, 2018]) {
      const one = allDyads(votes, { rollCalls: rollCallsOf(year) })
      const from = all.year.indexOf(year)
      const to = all.year.lastIndexOf(year) + 1
      expect(to - from).toBe(one.n.length)
      for (const column of ['a', 'n', 'tau_b', 'kappa_quadratic', 'opposing'] as const) {
        expect(all[column].subarray(from, to)).toEqual(one[column])
      }
    }
  })

  test('United States and Mexico 1946 from the roll calls is the table above', () => {
    const us = dyad(votes, names.indexOf('United States'), names.indexOf('Mexico'), { rollCalls: rollCallsOf(1946) })
    expect(us.n).toBe(38)
    expect(us.tau_b).toBeCloseTo(0.01431261, 8)
  })
})

// n, S absolute, S squared, pi, kappa (quadratic), tau-b, A, and agreement with a partial split as half: the columns of the published tables.
function byCowPair(table: DyadTable, names: readonly string[], year: number): Map<string, number[]> {
  const rows = new Map<string, number[]>()
  const codes = new Map<number, number>()
  for (const state of new Set([...table.a, ...table.b])) codes.set(state, cowCode(names[state]!, year))
  for (let i = 0; i < table.n.length; i++) {
    const [low, high] = [codes.get(table.a[i]!)!, codes.get(table.b[i]!)!].sort((x, y) => x - y)
    const { n, s_absolute, s_squared, scott_pi, kappa_quadratic, tau_b, benati_capurri_a, agreement, partial_split } = table
    const half = agreement[i]! + partial_split[i]! / 2
    const figures = [s_absolute, s_squared, scott_pi, kappa_quadratic, tau_b, benati_capurri_a].map((column) => column[i]!)
    rows.set(`${low},${high}`, [n[i]!, ...figures, half])
  }
  return rows
}

function differs(published: string, ours: number): boolean {
  return published === '' ? !Number.isNaN(ours) : !(Math.abs(Number(published) - ours) <= 1e-6)
}
