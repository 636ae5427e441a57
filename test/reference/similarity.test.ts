import { describe, expect, test } from 'vitest'
import {
  allDyads,
  allianceScale,
  allYears,
  benatiCapurriAFromTable,
  cohenKappa,
  type DyadTable,
  dyad,
  similarityS,
  tableFromRows,
} from '../../src/measures/index.ts'
import { alliances1914, votes1946 } from '../../src/measures/reproductions/published-examples.ts'
import { expectKept } from './kept-comparison.ts'
import { expectReproduced } from './reproduced.ts'
import { cowCode, havePublished, lines, readUnVotes, type UnVotes } from './unvotes.ts'

const { germany, russia } = alliances1914

describe('Germany and Russia 1914, United States and Mexico 1946: published by Signorino and Ritter, and with the R package fpsim 0.2.0', () => {
  test.each([
    ['kappa', 2],
    ['s', 4],
    ['pi', 2],
    ['tau-b', 2],
    ['a', 2],
  ])('%s is what was printed, %i figures', (measure, figures) => expectReproduced(measure, figures))

  test('kappa with linear weights is -0.07142857', () => {
    expect(cohenKappa(germany, russia, { scale: allianceScale, disagreement: 'linear' }).value).toBeCloseTo(-0.07142857, 8)
  })

  test('all twenty states count, because 0 is a position on this scale', () => {
    expect(similarityS(germany, russia, { scale: allianceScale }).issues).toBe(20)
  })

  test('A of 1946 is below 0', () => expect(benatiCapurriAFromTable(tableFromRows(votes1946))).toBeLessThan(0))
})

const nothing: UnVotes = { votes: { states: 0, rollCalls: 0, positions: new Uint8Array() }, years: new Uint16Array(), names: [] }

describe.skipIf(!havePublished)('every dyad of the published tables (needs ../shared)', () => {
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

  test('the largest difference in any dyad is the half of the last printed digit', () => {
    const largest = new Array<number>(8).fill(0)
    let dyads = 0
    for (const year of [1946, 1985, 2018]) {
      const ours = byCowPair(allDyads(votes, { rollCalls: rollCallsOf(year) }), names, year)
      for (const line of lines(`reference/similarity/un_${year}.csv.gz`)) {
        const [first, second, ...figures] = line.split(',')
        const row = ours.get(`${first},${second}`)!
        dyads++
        for (const [i, figure] of figures.entries())
          if (figure !== '') largest[i] = Math.max(largest[i]!, Math.abs(Number(figure) - row[i]!))
      }
    }
    const [, s, , pi, kappa, tau, a, agreement] = largest
    for (const [measure, value] of Object.entries({ s, pi, kappa, 'tau-b': tau, a, agreement }))
      expectKept(`${measure}-every-dyad`, value!, dyads)
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
