import { describe, expect, test } from 'vitest'
import { baseNamed } from '../../../src/scenarios/data/bases.ts'
import { elasticitySetsOf } from '../../../src/scenarios/data/elasticity-sets.ts'
import { sectorEquilibrium } from '../../../src/scenarios/models/sector-equilibrium.ts'
import { sharesOfTable, type TradeShares } from '../../../src/scenarios/models/trade-shares.ts'
import { presets } from '../../../src/scenarios/presets-table.ts'
import { expectReproductions } from '../../reference/kept-reproductions.ts'
import { haveShared, sharedRows } from '../../reference/shared-tables.ts'

const eu = 'AUT BEL BGR CYP CZE DEU DNK ESP EST FIN FRA GRC HRV HUN IRL ITA LTU LUX LVA MLT NLD POL PRT ROU SVK SVN SWE'.split(' ')
const base = baseNamed('icio-2022')
const [n, m] = [base.economies.length, base.sectors.length]

/** Ends of the changes of two sides, in per cent, over elasticities, if the cost of trade between them doubles. */
function bracket(
  shares: TradeShares,
  sides: readonly (readonly string[])[],
  sets: readonly Float64Array[],
): { low: number; high: number }[] {
  const [first, second] = sides.map((side) => side.map((code) => base.economies.indexOf(code))) as [number[], number[]]
  const costs = new Float64Array(n * n * m).fill(1)
  for (let s = 0; s < m; s++)
    for (const i of first)
      for (const j of second) {
        costs[(s * n + i) * n + j] = 2
        costs[(s * n + j) * n + i] = 2
      }
  const answers = sets.map((elasticity) => sectorEquilibrium(shares, elasticity, { costs }, { tolerance: 1e-9 }))
  expect(answers.map(({ converged }) => converged)).toEqual(sets.map(() => true))
  return [first, second].map((side) => {
    const changes = answers.map(({ welfare }) => {
      const total = side.reduce((sum, at) => sum + shares.expenditure[at]!, 0)
      return (100 * side.reduce((sum, at) => sum + shares.expenditure[at]! * (welfare[at]! - 1), 0)) / total
    })
    return { low: Math.min(...changes), high: Math.max(...changes) }
  })
}

/** Members of a bloc of a preset. */
function blocOfPreset(id: string, bloc: string): string[] {
  const names = presets.find((one) => one.id === id)!.scenario.blocs![bloc]!
  return names.flatMap((name) => (name === 'EU' ? eu : [name]))
}

const allies = blocOfPreset('econpol-2022-allies-russia', 'allies')
const cases = [
  [
    'allies and Russia',
    [allies, ['RUS']],
    [
      [-0.082, -0.058],
      [-2.15, -1.76],
    ],
  ],
  [
    'European Union and China',
    [eu, ['CHN']],
    [
      [-0.59, -0.3],
      [-0.35, -0.29],
    ],
  ],
  [
    'West and East',
    [allies, ['BRA', 'RUS', 'IND', 'CHN']],
    [
      [-0.82, -0.45],
      [-1.42, -1.13],
    ],
  ],
] as const

describe.skipIf(!haveShared)(
  'trade costs doubled on the tables of 2022 with the tariffs of the raw file, six elasticity sets (needs ../shared)',
  () => {
    test.each(cases)('%s: both ends within 3 per cent of the bracket', (_, sides, expected) => {
      const ends = bracket(withTariffs(), sides, sixSets())
      for (const [k, { low, high }] of ends.entries()) {
        expect(Math.abs(low / expected[k]![0] - 1)).toBeLessThan(0.03)
        expect(Math.abs(high / expected[k]![1] - 1)).toBeLessThan(0.03)
      }
    })

    test('what `visavis methods many-sectors-model` keeps is what comes out; between the Union and China to the digits given', () => {
      const [russia, china, east] = cases.map(([, sides]) => bracket(withTariffs(), sides, sixSets()))
      expectReproductions('icio-eu-china', ends({ EU: china![0]!, CHN: china![1]! }))
      expectReproductions('icio-allies', ends({ allies: russia![0]!, RUS: russia![1]!, West: east![0]!, East: east![1]! }))
    })

    test('one ally less, or Singapore more, moves each end past that of the bracket', () => {
      const lists = [...['TUR', 'CHE', 'KOR'].map((left) => allies.filter((one) => one !== left)), [...allies, 'SGP']]
      for (const [, [, other], expected] of [cases[0], cases[2]]) {
        const found = lists.map((list) => bracket(withTariffs(), [list, other], sixSets()))
        for (const side of [0, 1] as const)
          for (const end of ['low', 'high'] as const) {
            const values = found.map((one) => one[side]![end])
            const aim = expected[side]![end === 'low' ? 0 : 1]
            expect([Math.min(...values) <= aim, Math.max(...values) >= aim], `${side} ${end} ${aim}: ${values}`).toEqual([true, true])
          }
      }
    })

    function ends(found: Readonly<Record<string, { low: number; high: number }>>): Record<string, number> {
      return Object.fromEntries(
        Object.entries(found).flatMap(([who, { low, high }]) => [
          [`${who}-low`, low],
          [`${who}-high`, high],
        ]),
      )
    }

    /** Sales of the raw file count as what buyers pay, tariffs included. */
    function withTariffs(): TradeShares {
      const tariffs = new Float64Array(n * n * m)
      for (const { exporter, importer, sector, tariff } of sharedRows('data/icio/icio-sectors-2022.csv.gz')) {
        const s = base.sectors.indexOf(sector!.startsWith('Services') ? 'SERV' : sector!)
        tariffs[(s * n + base.economies.indexOf(exporter!)) * n + base.economies.indexOf(importer!)] = Number(tariff)
      }
      return sharesOfTable({ ...base, flows: base.flows.map((flow, cell) => flow / (1 + tariffs[cell]!)), tariffs })
    }

    function sixSets(): Float64Array[] {
      const rows = sharedRows('data/icio/elasticities-28-sectors.csv')
      return ['BSY', 'GYY', 'IS', 'LL', 'Shap', 'U4'].map((set) => Float64Array.from(rows.map((row) => Number(row[`epsilon_${set}`]))))
    }
  },
)

describe('the same on the base of the package, which has no tariffs, with its seven sets', () => {
  test.each([
    [
      'allies and Russia',
      [allies, ['RUS']],
      [
        [-0.081, -0.04],
        [-1.88, -1.18],
      ],
    ],
    [
      'European Union and China',
      [eu, ['CHN']],
      [
        [-0.554, -0.253],
        [-0.285, -0.171],
      ],
    ],
    [
      'West and East',
      [allies, ['BRA', 'RUS', 'IND', 'CHN']],
      [
        [-0.776, -0.407],
        [-1.205, -0.76],
      ],
    ],
  ] as const)('%s: losses are smaller by the tariffs that are lost with the trade', (_, sides, expected) => {
    const ends = bracket(
      sharesOfTable(base),
      sides,
      elasticitySetsOf(base).map(({ values }) => values),
    )
    for (const [k, { low, high }] of ends.entries()) {
      expect(low).toBeCloseTo(expected[k]![0], 2)
      expect(high).toBeCloseTo(expected[k]![1], 2)
    }
  })
})
