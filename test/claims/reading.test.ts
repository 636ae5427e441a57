import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Scores, scoresOf } from '../../scripts/scores/reading-scores.ts'

const scored = new Map<string, Scores>()

/** How well the passages of a folder are read; each folder is read once. */
function scoresIn(folder: string): Scores {
  const scores = scored.get(folder) ?? scoresOf([join(import.meta.dirname, 'passages', folder)])
  scored.set(folder, scores)
  return scores
}

/** What the reading has reached on annotated passages: a rule that loses more than it gains fails here. */
const dev = scoresIn('dev')

describe('our own passages (docs/generated/claims-grammar.md)', () => {
  test('sentences with a checkable claim are found', () => {
    expect(dev.sentences.precision).toBeGreaterThan(0.98)
    expect(dev.sentences.recall).toBeGreaterThan(0.98)
  })

  test('claims are told apart', () => {
    expect(dev.claims.precision).toBeGreaterThan(0.97)
    expect(dev.claims.recall).toBeGreaterThan(0.94)
  })

  test.each([
    ['value', 0.985],
    ['unit', 0.98],
    ['kind', 0.98],
    ['domain', 0.955],
    ['actors', 0.92],
    ['direction', 0.93],
    ['period', 0.88],
  ] as const)('%s of a matched claim is right in more than %d of them', (slot, floor) => {
    expect(dev.slots[slot]).toBeGreaterThan(floor)
  })

  test('sentences without a claim are told by kind', () => {
    expect(dev.unchecked).toBeGreaterThan(0.75)
  })
})

describe.each([
  ['late', { recall: 0.98, precision: 0.96, claims: 0.96, value: 0.96, kind: 0.95, domain: 0.96 }],
  ['dev2', { recall: 0.96, precision: 0.95, claims: 0.92, value: 0.97, kind: 0.95, domain: 0.89 }],
  ['dev3', { recall: 0.95, precision: 0.97, claims: 0.94, value: 0.98, kind: 0.97, domain: 0.9 }],
  ['dev12', { recall: 0.96, precision: 0.97, claims: 0.96, value: 0.96, kind: 0.97, domain: 0.93 }],
  ['dev13', { recall: 0.97, precision: 0.97, claims: 0.97, value: 0.98, kind: 0.96, domain: 0.94 }],
  ['dev14', { recall: 0.95, precision: 0.95, claims: 0.94, value: 0.91, kind: 0.93, domain: 0.93 }],
  ['dev15', { recall: 0.95, precision: 0.95, claims: 0.94, value: 0.97, kind: 0.96, domain: 0.93 }],
  ['dev16', { recall: 0.96, precision: 0.93, claims: 0.92, value: 0.96, kind: 0.93, domain: 0.92 }],
  ['dev17', { recall: 0.97, precision: 0.93, claims: 0.85, value: 0.92, kind: 0.93, domain: 0.95 }],
] as const)('passages of real pages: %s', (folder, floors) => {
  const scores = scoresIn(folder)

  test('what is claimed is found', () => {
    expect(scores.sentences.recall).toBeGreaterThan(floors.recall)
    expect(scores.sentences.precision).toBeGreaterThan(floors.precision)
    expect(scores.claims.f1).toBeGreaterThan(floors.claims)
  })

  test.each(['value', 'kind', 'domain'] as const)('%s', (slot) => {
    expect(scores.slots[slot]).toBeGreaterThan(floors[slot])
  })
})

describe.each([
  ['late', { actors: 0.92, period: 0.92, direction: 0.9 }],
  ['dev2', { actors: 0.89, period: 0.89, direction: 0.86 }],
  ['dev3', { actors: 0.88, period: 0.91, direction: 0.9 }],
  ['dev4', { actors: 0.8, period: 0.89, direction: 0.83 }],
  ['dev5', { actors: 0.86, period: 0.86, direction: 0.82 }],
  ['dev6', { actors: 0.85, period: 0.88, direction: 0.8 }],
  ['dev7', { actors: 0.87, period: 0.87, direction: 0.88 }],
  ['dev8', { actors: 0.94, period: 0.92, direction: 0.9 }],
  ['dev9', { actors: 0.8, period: 0.89, direction: 0.78 }],
  ['dev11', { actors: 0.68, period: 0.73, direction: 0.63 }],
  ['dev12', { actors: 0.9, period: 0.94, direction: 0.9 }],
  ['dev13', { actors: 0.93, period: 0.93, direction: 0.91 }],
  ['dev14', { actors: 0.81, period: 0.94, direction: 0.82 }],
  ['dev15', { actors: 0.85, period: 0.87, direction: 0.84 }],
  ['dev16', { actors: 0.8, period: 0.81, direction: 0.8 }],
  ['dev17', { actors: 0.88, period: 0.8, direction: 0.88 }],
] as const)('who, when and which way: %s', (folder, floors) => {
  const { slots } = scoresIn(folder)

  test.each(['actors', 'period', 'direction'] as const)('%s', (slot) => {
    expect(slots[slot]).toBeGreaterThan(floors[slot])
  })
})

const samples = join(import.meta.dirname, '../../../shared/claims-dev')

test.skipIf(!existsSync(samples))('the official samples are read', () => {
  const scores: Scores = scoresOf([samples])
  expect(scores.sentences.f1).toBeGreaterThan(0.98)
  expect(scores.claims.f1).toBeGreaterThan(0.97)
  expect(scores.slots.value).toBeGreaterThan(0.98)
  expect(scores.slots.kind).toBeGreaterThan(0.96)
  expect(scores.slots.domain).toBeGreaterThan(0.96)
  expect(scores.slots.period).toBeGreaterThan(0.97)
})
