import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Scores, scoresOf } from '../../scripts/reading-scores.ts'

/** What the reading has reached on annotated passages: a rule that loses more than it gains fails here. */
const dev = scoresOf([join(import.meta.dirname, 'passages/dev')])

describe('our own passages (docs/claims-grammar.md)', () => {
  test('sentences with a checkable claim are found', () => {
    expect(dev.sentences.precision).toBeGreaterThan(0.98)
    expect(dev.sentences.recall).toBeGreaterThan(0.96)
  })

  test('claims are told apart', () => {
    expect(dev.claims.precision).toBeGreaterThan(0.97)
    expect(dev.claims.recall).toBeGreaterThan(0.92)
  })

  test.each([
    ['value', 0.98],
    ['unit', 0.97],
    ['kind', 0.96],
    ['domain', 0.94],
    ['actors', 0.92],
    ['direction', 0.93],
  ] as const)('%s of a matched claim is right in more than %d of them', (slot, floor) => {
    expect(dev.slots[slot]).toBeGreaterThan(floor)
  })

  test('sentences without a claim are told by kind', () => {
    expect(dev.unchecked).toBeGreaterThan(0.75)
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
})
