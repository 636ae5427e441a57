import { expect, test } from 'vitest'
import { partnerId } from '../../../src/sources/rows/partner.ts'

const table = { total: 'World', passOver: new Set(['Middle East']) }
const idOf = (label: string, year = 2014): string | null => partnerId(label, year, 'f:1', table)

test('a state is its ISO3 code, the total of the table is WLD', () => {
  expect([idOf('China, P.R.: Mainland'), idOf('Russian Federation'), idOf('World')]).toEqual(['CHN', 'RUS', 'WLD'])
})

test('sums that the table is known to have, territories and states that had ceased to exist are left out', () => {
  expect([idOf('Middle East'), idOf('China, P.R.: Hong Kong'), idOf('Czechoslovakia')]).toEqual([null, null, null])
  expect(idOf('Czechoslovakia', 1990)).toBe('CSK')
})

test('a remark in brackets does not hide the state', () => {
  expect(idOf("Italy (incl. San Marino 'SM' -> 1993)")).toBe('ITA')
})

test('a label that nobody knows is refused with its place, and a capital is no partner', () => {
  expect(() => idOf('Ruritania')).toThrow('f:1: partner "Ruritania" is not known')
  expect(() => idOf('Moscow')).toThrow('it reads as a capital')
})

test('a label as long as a book is refused at once', () => {
  const started = process.cpuUsage()
  expect(() => partnerId('((a'.repeat(100_000), 2020, 'x.csv:2', { passOver: new Set() })).toThrow(
    /^x\.csv:2: partner ".{200}" is not known/,
  )
  // of the processor: the clock of a busy machine goes on meanwhile
  expect(process.cpuUsage(started).user).toBeLessThan(1_000_000)
})
