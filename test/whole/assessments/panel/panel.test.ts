import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { countRows, type PanelScope, panelBlocks, panelFigures } from '../../../../src/assessments/panel/panel.ts'
import { panelChoices, panelIds, panelSeries, usualIndicators } from '../../../../src/assessments/panel/panel-catalogue.ts'
import { panelFlags } from '../../../../src/assessments/panel/panel-flags.ts'
import { panelStates } from '../../../../src/assessments/panel/panel-series.ts'
import { world } from '../../../../src/assessments/world/world.ts'
import { worldMeasure } from '../../../../src/assessments/world/world-measures.ts'
import { listNumbersIn, stateOf } from '../../../../src/states/index.ts'
import { bundledRecord, openSnapshot, type Snapshot } from '../../../../src/store/index.ts'

let snapshot: Snapshot
beforeAll(async () => {
  snapshot = await openSnapshot(bundledRecord())
})
afterAll(() => snapshot.close())

interface Cell {
  readonly value: number | null
  readonly flag: string
  readonly source: string | null
}

/** The cells of one series by `a b year`. */
async function cellsOf(id: string, scope: Partial<PanelScope>, way: 'ab' | 'ba' | null = null): Promise<Map<string, Cell>> {
  const whole: PanelScope = { from: 1946, to: 2026, lastDay: snapshot.manifest.created.slice(0, 10), directed: false, ...scope }
  const cards = new Map(snapshot.manifest.sources.map((card) => [card.id, card]))
  const years = Array.from({ length: whole.to - whole.from + 1 }, (_, i) => whole.from + i)
  const [series] = await panelSeries([id], { snapshot, cards, to: whole.lastDay }, years)
  const figures = panelFigures([series!], whole.directed)
  const f = figures.findIndex((figure) => figure.way === way)
  const cells = new Map<string, Cell>()
  for (const { year, count, a, b, values, flags, sources } of panelBlocks(whole, [series!])) {
    for (let row = 0; row < count; row++) {
      const value = values[f]![row]!
      cells.set(`${panelStates[a[row]!]!.iso3} ${panelStates[b[row]!]!.iso3} ${year}`, {
        value: Number.isNaN(value) ? null : value,
        flag: panelFlags[flags[f]![row]! - 1]!.name,
        source: series!.sources[sources[f]![row]! - 1] ?? null,
      })
    }
  }
  return cells
}

describe('which rows a panel has', () => {
  test('a pair has a row in the years in which both were states on one day', async () => {
    const cells = await cellsOf('shared-blocs', {
      pairs: [
        ['CSK', 'CZE'],
        ['CZE', 'SVK'],
        ['RUS', 'SSD'],
      ],
      from: 1990,
      to: 2012,
    })
    expect([...cells.keys()].filter((key) => key.startsWith('CSK'))).toEqual([])
    expect([...cells.keys()].filter((key) => key.startsWith('CZE SVK'))[0]).toBe('CZE SVK 1993')
    expect([...cells.keys()].filter((key) => key.startsWith('RUS SSD'))).toEqual(['RUS SSD 2011', 'RUS SSD 2012'])
  })

  test('a directed panel has twice the rows, sorted, and each figure from both sides', async () => {
    const scope = { states: ['CHN', 'RUS', 'USA'], from: 2018, to: 2019 }
    const lastDay = '2026-01-01'
    expect(countRows({ ...scope, lastDay, directed: true })).toBe(2 * countRows({ ...scope, lastDay, directed: false }))
    const [there, back, both] = [
      await cellsOf('goods-exports', scope, 'ab'),
      await cellsOf('goods-exports', scope, 'ba'),
      await cellsOf('goods-exports', { ...scope, directed: true }, 'ab'),
    ]
    expect([...both.keys()].map((key) => key.replace(/(.*) (\d+)$/, '$2 $1'))).toEqual(
      [...both.keys()].map((key) => key.replace(/(.*) (\d+)$/, '$2 $1')).sort(),
    )
    expect(both.get('CHN RUS 2018')).toEqual(there.get('CHN RUS 2018'))
    expect(both.get('RUS CHN 2018')).toEqual(back.get('CHN RUS 2018'))
    expect(both.get('RUS CHN 2018')).not.toEqual(both.get('CHN RUS 2018'))
  })

  test('numbers of states follow the lists by year', () => {
    const germany = stateOf('DEU')!
    expect([1985, 1990, 2020].map((year) => listNumbersIn(germany, year).cow)).toEqual([260, 255, 255])
    expect(listNumbersIn(germany, 2020).gw).toBe(260)
    expect(listNumbersIn(germany, 1950)).toEqual({ cow: null, gw: 260 })
  })
})

describe('a panel has the figures of the other commands', () => {
  const same = [
    ['kappa', 'kappa'],
    ['agreement', 'agreement'],
    ['s', 's'],
    ['tau-b', 'tau-b'],
    ['ideal-points', 'ideal-point'],
    ['vote-place', 'place'],
    ['standing', 'standing'],
    ['shared-blocs', 'blocs'],
    ['conflict-intensity', 'conflict'],
    ['speech-similarity', 'speeches'],
    ['defence', 'defence'],
    ['commitments', 'commitments'],
  ] as const
  test.each(same)('%s is %s of visavis world', async (id, measure) => {
    const to = snapshot.manifest.created.slice(0, 10)
    const request = {
      chosen: { kind: 'state', state: stateOf('CHN')! },
      measure: worldMeasure(measure)!,
      marked: undefined,
      to,
      draws: 100,
      seed: 1,
    } as const
    const { years, states } = await world(snapshot, { ...request, from: 1990, until: 2024 })
    const cells = await cellsOf(id, { from: 1990, to: 2024 })
    const wrong: string[] = []
    let compared = 0
    for (const { iso3, values } of states) {
      const [a, b] = ['CHN', iso3].sort()
      for (const [at, year] of years.entries()) {
        const cell = cells.get(`${a} ${b} ${year}`)
        if (cell === undefined) continue
        const elsewhere = values[at]!
        // what our own list does not have is unknown in `world`, and here may be an estimate of none
        if (elsewhere === null && cell.flag === 'none-found') continue
        if ((cell.value === null) !== (elsewhere === null) || Math.abs((cell.value ?? 0) - (elsewhere ?? 0)) > 1e-5)
          wrong.push(`${a} ${b} ${year}`)
        // two blanks agree whatever the panel computes
        if (elsewhere !== null) compared++
      }
    }
    expect(wrong).toEqual([])
    expect(compared).toBeGreaterThan(20)
  })

  test('every cell of goods exports is a row of the record, and no row is lost', async () => {
    const cells = await cellsOf('goods-exports', { from: 2015, to: 2015, directed: true }, 'ab')
    const rows = await snapshot.rows(
      "SELECT from_id, to_id, value FROM observations WHERE indicator = 'goods-exports' AND source = 'imf-dots-world' AND start_date = '2015-01-01' AND end_date = '2015-12-31' AND length(from_id) = 3",
    )
    let found = 0
    for (const { from_id, to_id, value } of rows) {
      const cell = cells.get(`${String(from_id)} ${String(to_id)} 2015`)
      if (cell === undefined) continue
      expect(cell).toMatchObject({ value, source: 'imf-dots-world' })
      found++
    }
    expect(found).toBeGreaterThan(20_000)
    expect([...cells.values()].filter(({ source }) => source === 'imf-dots-world')).toHaveLength(found)
  })
})

describe('a flag says what a value is worth', () => {
  test('values and flags agree, and no cell is without a flag', async () => {
    const hasValue = new Map(panelFlags.map((flag) => [flag.name as string, flag.hasValue]))
    for (const id of usualIndicators) {
      const cells = await cellsOf(
        id,
        { from: 2013, to: 2014, directed: true },
        panelChoices().find((one) => one.id === id)!.directed ? 'ab' : null,
      )
      expect([...cells].filter(([, { value, flag }]) => (value !== null) !== hasValue.get(flag)).slice(0, 3), id).toEqual([])
      expect([...cells.values()].filter(({ value, flag }) => flag === 'zero' && value !== 0)).toEqual([])
    }
  })

  test('a list that is complete makes a missing row zero, within its years only', async () => {
    const cells = await cellsOf('conflict-intensity', {
      pairs: [
        ['IND', 'PAK'],
        ['FRA', 'ITA'],
      ],
      from: 2020,
    })
    expect(cells.get('FRA ITA 2024')).toMatchObject({ value: 0, flag: 'zero' })
    // the list of single later years names its pairs and covers no other
    expect(cells.get('FRA ITA 2025')).toMatchObject({ value: null, flag: 'not-covered' })
    expect(cells.get('FRA ITA 2026')).toMatchObject({ value: null, flag: 'not-covered' })
    expect(cells.get('IND PAK 2025')).toMatchObject({ flag: 'observed' })
  })

  test('a debtor that reports owes nothing to a lender without a row; one that does not report is not covered', async () => {
    const cells = await cellsOf(
      'public-debt-official',
      {
        pairs: [
          ['CHN', 'PAK'],
          ['ISL', 'PAK'],
          ['CHE', 'DEU'],
        ],
        from: 2020,
        to: 2020,
      },
      'ab',
    )
    expect(cells.get('CHN PAK 2020')).toMatchObject({ flag: 'observed' })
    expect(cells.get('CHN PAK 2020')!.value).toBeGreaterThan(1e9)
    expect(cells.get('ISL PAK 2020')).toMatchObject({ value: 0, flag: 'zero' })
    expect(cells.get('CHE DEU 2020')).toMatchObject({ value: null, flag: 'not-covered' })
  })

  test('votes have no meaning for a state outside the UN, and are unknown for two members with too few', async () => {
    const cells = await cellsOf('kappa', {
      pairs: [
        ['CHE', 'FRA'],
        ['USA', 'YUG'],
      ],
      from: 1993,
      to: 2003,
    })
    expect(cells.get('CHE FRA 1999')).toMatchObject({ value: null, flag: 'not-applicable' })
    expect(cells.get('CHE FRA 2003')).toMatchObject({ flag: 'observed' })
    expect(cells.get('USA YUG 1996')).toMatchObject({ value: null, flag: 'unknown' })
  })

  test.each(['kappa', 'tau-b', 'a'])('%s is unknown where one of the two took the same position throughout', async (id) => {
    const cells = await cellsOf(id, { states: ['AFG', 'BRA', 'FRA', 'GBR'], from: 1956, to: 1956 })
    expect(cells.get('AFG BRA 1956')).toMatchObject({ value: null, flag: 'unknown' })
    expect(cells.get('FRA GBR 1956')).toMatchObject({ flag: 'observed' })
  })

  test('a list with a threshold says that a missing flow is under it', async () => {
    const cells = await cellsOf(
      'batteries-flow',
      {
        pairs: [
          ['CHN', 'DEU'],
          ['FJI', 'MNG'],
        ],
        from: 2024,
        to: 2024,
      },
      'ab',
    )
    expect(cells.get('CHN DEU 2024')!.value).toBeGreaterThan(1e8)
    expect(['under-threshold', 'unknown']).toContain(cells.get('FJI MNG 2024')!.flag)
    const all = await cellsOf('batteries-flow', { from: 2024, to: 2024 }, 'ab')
    expect([...all.values()].filter(({ flag }) => flag === 'under-threshold').length).toBeGreaterThan(5000)
  })

  test('one state alone reports on its own pairs: no visit is zero for them, and others are not covered', async () => {
    const cells = await cellsOf('leaders-received', { directed: true, states: ['USA', 'TUV', 'FRA'], from: 2020, to: 2020 }, 'ab')
    expect(cells.get('TUV USA 2020')).toMatchObject({ value: 0, flag: 'zero' })
    expect(cells.get('USA TUV 2020')).toMatchObject({ flag: 'not-covered' })
    expect(cells.get('FRA TUV 2020')).toMatchObject({ flag: 'not-covered' })
  })
})

describe('what can be asked for', () => {
  test('every choice can be opened, and has a value or a flag for a pair', async () => {
    for (const { id, directed } of panelChoices()) {
      const cells = await cellsOf(id, { pairs: [['CHN', 'RUS']], from: 2019, to: 2020 }, directed ? 'ab' : null)
      expect(cells.size, id).toBe(2)
    }
  })

  test.each([
    ['kapa', /there is no indicator or measure "kapa". Did you mean .*kappa/],
    ['gdp', /gdp is a figure of one state/],
    ['un-sc-outcomes', /is a list/],
    ['goods-by-product', /many rows for a pair and a year/],
  ])('%s is refused', (id, message) => {
    expect(() => panelIds([id])).toThrow(message)
  })
})
