import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { tradeAgreementPairs } from '../../src/measures/trade/trade-agreement-pairs.ts'
import { readBlocMemberships } from '../../src/sources/reviewed-tables/bloc-memberships.ts'
import { readTradeAgreements } from '../../src/sources/reviewed-tables/trade-agreements.ts'
import { existedIn, stateOf } from '../../src/states/index.ts'
import { type AgreementTables, tradeAgreementTables } from '../measures/trade/trade-agreement-tables.ts'
import { haveShared, sharedRows } from './shared-tables.ts'

const periods: readonly (readonly [number, number])[] = [
  [1958, 1969],
  [1970, 1979],
  [1980, 1989],
  [1990, 1994],
  [1995, 1999],
  [2000, 2009],
  [2010, 2020],
]

/** The reference has the successor's code for a federation that ended. */
const predecessors: Readonly<Record<string, { readonly code: string; readonly until: number }>> = {
  SRB: { code: 'YUG', until: 2005 },
  CZE: { code: 'CSK', until: 1992 },
}
const codeIn = (state: string, year: number): string => {
  const before = predecessors[state]
  return before !== undefined && year <= before.until ? before.code : state
}

/** The year in which each state joined the European Communities or Union. */
type Joined = ReadonlyMap<string, number>

const eftaStates = new Set(['AUT', 'CHE', 'DNK', 'FIN', 'GBR', 'ISL', 'LIE', 'NOR', 'PRT', 'SWE'])
const ofCommunity = /(?:^| )EC(?: |$)|Lome|Yaounde|Cotonou|Arusha/

/** Whether an agreement across two sides binds a pair: those of the Communities and of EFTA do not bind the partners among themselves. */
function bindsPair(title: string, ambit: string, [p, q]: readonly [string, string], year: number, joined: Joined): boolean {
  if (ambit !== 'External' && ambit !== 'Interregional') return true
  const isMember = (state: string): boolean => (joined.get(state) ?? 9999) <= year
  if (ofCommunity.test(title)) return isMember(p) !== isMember(q)
  return title.includes('EFTA') ? eftaStates.has(p) !== eftaStates.has(q) : true
}

/**
 * Treaties of the reference that commit to freer trade and grant no preference: the African Economic Community, the Association of Caribbean States, the
 * Arab Maghreb Union, the Central American Integration System, the first treaties of ECCAS, ECOWAS and the Arab states, and Cotonou, whose preferences
 * ended in 2007.
 */
const frameworks = new Set(['3', '63', '30', '190', '363', '366', '496', '253'])

/** First year in which the reference has an agreement in force, for each pair of states. */
function referencePairs(joined: Joined, leftOut: ReadonlySet<string> = new Set()): Map<string, number> {
  const folder = 'reference/trade-agreements'
  const agreements = new Map(sharedRows(`${folder}/desta-agreements.csv.gz`).map((row) => [row['agreement']!, row]))
  const parties = new Map<string, Map<string, number>>()
  for (const { agreement, state, force } of sharedRows(`${folder}/desta-parties.csv.gz`)) {
    if (!force || leftOut.has(agreement!) || stateOf(state!) === undefined) continue
    const of = parties.get(agreement!) ?? new Map<string, number>()
    of.set(state!, Math.min(Number(force), of.get(state!) ?? 9999))
    parties.set(agreement!, of)
  }
  const first = new Map<string, number>()
  for (const [agreement, states] of parties) {
    const { title = '', ambit = '' } = agreements.get(agreement) ?? {}
    const sorted = [...states].sort(([a], [b]) => (a < b ? -1 : 1))
    for (const [i, [p, from]] of sorted.entries())
      for (const [q, to] of sorted.slice(i + 1)) {
        const year = Math.max(from, to)
        if (bindsPair(title, ambit, [p, q], year, joined)) first.set(`${p} ${q}`, Math.min(year, first.get(`${p} ${q}`) ?? 9999))
      }
  }
  return first
}

interface Spell {
  readonly from: number
  readonly to: number
  readonly framework: boolean
}

describe.skipIf(!haveShared)('trade agreements against DESTA', () => {
  let own: AgreementTables
  const spells = new Map<string, Spell[]>()
  const joined = new Map<string, number>()
  beforeAll(async () => {
    own = await tradeAgreementTables(async (session) => ({
      agreements: await readTradeAgreements('data/tables/trade-agreements.csv', session),
      memberships: await readBlocMemberships('data/tables/bloc-memberships.csv', session),
    }))
    for (const { state, start_date } of await own.snapshot.rows("SELECT * FROM memberships WHERE bloc = 'EU' AND role = 'member'"))
      joined.set(String(state), Number(String(start_date).slice(0, 4)))
    for (const { a, b, kind, from_date, to_date } of await own.snapshot.rows(tradeAgreementPairs())) {
      const spell = {
        from: Number(String(from_date).slice(0, 4)),
        to: to_date === null ? 9999 : Number(String(to_date).slice(0, 4)),
        framework: kind === 'framework',
      }
      spells.set(`${a} ${b}`, [...(spells.get(`${a} ${b}`) ?? []), spell])
    }
  })
  afterAll(() => own.remove())

  /** Shares, in percent, of the pair-years of the reference in a period that our table has in force; `counted` tells which of our spells count. */
  function recall([start, end]: readonly [number, number], reference: ReadonlyMap<string, number>, counted: (spell: Spell) => boolean) {
    const found = { all: 0, inForce: 0, ended: 0 }
    for (const [pair, first] of reference)
      for (let year = Math.max(start, first); year <= end; year++) {
        const [p, q] = pair.split(' ').map((one) => codeIn(one, year)) as [string, string]
        if (![p, q].every((one) => existedIn(stateOf(one)!, year))) continue
        const of = (spells.get(p < q ? `${p} ${q}` : `${q} ${p}`) ?? []).filter(counted)
        found.all++
        if (of.some(({ from, to }) => from <= year && to >= year)) found.inForce++
        else if (of.some(({ to }) => to < year)) found.ended++
      }
    const percent = (of: number): number => Math.round((1000 * found.inForce) / of) / 10
    return [`${start}-${end}`, found.all, percent(found.all), percent(found.all - found.ended)] as const
  }

  test('pairs in force there that our table finds, by period: pair-years, percent, and percent of those that did not end by our table', () => {
    const reference = referencePairs(joined)
    const found = periods.map((period) => recall(period, reference, () => true))
    // the table of docs/sources/trade-agreements.md
    expect(found).toEqual([
      ['1958-1969', 2081, 95.8, 96.6],
      ['1970-1979', 6658, 94.2, 95],
      ['1980-1989', 14_995, 90, 90.2],
      ['1990-1994', 14_740, 90, 90.6],
      ['1995-1999', 20_618, 91, 92.5],
      ['2000-2009', 47_587, 91.2, 92.7],
      ['2010-2020', 63_064, 92.5, 93.4],
    ])
    for (const [period, , inForce] of found) expect(inForce, period).toBeGreaterThanOrEqual(90)
  })

  test('the same without treaties that grant no preference, on both sides', () => {
    const reference = referencePairs(joined, frameworks)
    const found = periods.map((period) => recall(period, reference, ({ framework }) => !framework))
    expect(found).toEqual([
      ['1958-1969', 2081, 95.8, 96.6],
      ['1970-1979', 6323, 93.3, 94.7],
      ['1980-1989', 14_133, 89, 89.4],
      ['1990-1994', 13_640, 88, 88.6],
      ['1995-1999', 16_023, 88.4, 91.1],
      ['2000-2009', 36_937, 84.7, 91],
      // Cotonou's preferences ended in 2007, so many pairs of Lomé are known as ended
      ['2010-2020', 51_149, 78, 91.1],
    ])
  })
})
