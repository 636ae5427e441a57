import { expect, test } from 'vitest'
import { forceLayout, nodeSide, visibleTies } from '../../app/src/dyad/stakeholders/network-layout.ts'
import { bundledLedger } from '../../src/assessments/index.ts'
import { stakeholdersOf } from '../../src/assessments/pairs/stakeholder-network.ts'
import type { StakeholdersAnswer } from '../../src/reports/parts/stakeholders.ts'

function network(a: string, b: string, to: string): StakeholdersAnswer {
  const ledger = bundledLedger(a, b)!
  return { schemaVersion: 1, reviewed: ledger.reviewed, to, ...stakeholdersOf(ledger, to) }
}

test('the same ledger gives the same places, all within the picture', () => {
  const [one, other] = [forceLayout(network('CHN', 'RUS', '2026-06-30')), forceLayout(network('CHN', 'RUS', '2026-06-30'))]
  expect([...one]).toEqual([...other])
  for (const { x, y } of one.values()) {
    expect(x).toBeGreaterThanOrEqual(0)
    expect(x).toBeLessThanOrEqual(1)
    expect(y).toBeGreaterThanOrEqual(0)
    expect(y).toBeLessThanOrEqual(1)
  }
})

test.each([
  ['CHN', 'RUS'],
  ['USA', 'IND'],
  ['RUS', 'IRN'],
] as const)('%s and %s: each state at its end, nearly all that belongs to it on its half', (a, b) => {
  const found = network(a, b, '2026-06-30')
  const spots = forceLayout(found)
  expect(spots.get(found.a)!.x).toBeLessThan(0.15)
  expect(spots.get(found.b)!.x).toBeGreaterThan(0.85)
  const sided = found.nodes.filter((node) => nodeSide(node, found) !== 0)
  const astray = sided.filter((node) => Math.sign(spots.get(node.id)!.x - 0.5) !== nodeSide(node, found))
  expect(astray.length / sided.length).toBeLessThan(0.05)
})

test('no line is drawn to the two states themselves', () => {
  const found = network('CHN', 'RUS', '2026-06-30')
  const ends = new Set(visibleTies(found).flatMap(({ from, to }) => [from, to]))
  expect(ends.has('CHN') || ends.has('RUS')).toBe(false)
  expect(ends.size).toBeGreaterThan(20)
})
