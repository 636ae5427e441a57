import { expect, test } from 'vitest'
import { inputEquilibrium, linkedShares } from '../../../src/scenarios/models/input-equilibrium.ts'
import { sectorEquilibrium } from '../../../src/scenarios/models/sector-equilibrium.ts'
import { sharesOfTable } from '../../../src/scenarios/models/trade-shares.ts'

const base = sharesOfTable({
  economies: ['AAA', 'BBB'],
  sectors: ['x', 'y'],
  flows: Float64Array.of(50, 10, 12, 60, 40, 6, 7, 30),
})
const elasticity = Float64Array.of(3, 6)
const costs = Float64Array.of(1, 1.5, 1.5, 1, 1, 1.5, 1.5, 1)

test('without inputs it is the model without input links', () => {
  const linked = linkedShares(base, { inputShares: new Float64Array(8), finalShares: base.sectorShares })
  const [plain, withLinks] = [sectorEquilibrium(base, elasticity, { costs }), inputEquilibrium(linked, elasticity, { costs })]
  expect(withLinks.converged).toBe(true)
  for (const j of [0, 1]) expect(withLinks.welfare[j]).toBeCloseTo(plain.welfare[j]!, 9)
})

test('with inputs the same shock costs more', () => {
  // each sector spends half on the goods of its country's mix
  const inputShares = Float64Array.from({ length: 8 }, (_, cell) => 0.5 * base.sectorShares[Math.floor(cell / 4) * 2 + (cell % 2)]!)
  const linked = linkedShares(base, { inputShares, finalShares: base.sectorShares })
  const withLinks = inputEquilibrium(linked, elasticity, { costs })
  expect(withLinks.converged).toBe(true)
  const plain = sectorEquilibrium(base, elasticity, { costs })
  for (const j of [0, 1]) expect(1 - withLinks.welfare[j]!).toBeGreaterThan(1.5 * (1 - plain.welfare[j]!))
})

test('shares that do not sum to one are made to, so that income is spent', () => {
  const linked = linkedShares(base, { inputShares: new Float64Array(8), finalShares: base.sectorShares.map((share) => share * 1.001) })
  expect(inputEquilibrium(linked, elasticity, {}).converged).toBe(true)
})
