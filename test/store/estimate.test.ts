import { expect, test } from 'vitest'
import { type Estimate, isKnown } from '../../src/store/index.ts'

const unknown: Estimate = { state: 'unknown', id: 'x', label: 'x', unit: 'share', period: '2018', reason: 'not reported' }

test('the compiler refuses the value of an estimate that may be unknown', () => {
  // @ts-expect-error an estimate has a value only once it is known
  const value: number | undefined = unknown.value
  expect(value).toBeUndefined()
})

test('an unknown cannot be given a number', () => {
  // @ts-expect-error unknown carries no value
  const wrong: Estimate = { ...unknown, state: 'unknown', value: 0 }
  expect(isKnown(wrong)).toBe(false)
})

test('a known estimate without an interval does not compile', () => {
  // @ts-expect-error interval is missing
  const bare: Estimate = { state: 'observed', id: 'x', label: 'x', unit: 'share', period: '2018', value: 1, method: 'm', evidence: [] }
  expect(isKnown(bare)).toBe(true)
})
