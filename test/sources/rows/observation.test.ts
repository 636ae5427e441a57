import fc from 'fast-check'
import { expect, test } from 'vitest'
import { goodsObservation, inSingleUnits, type Observation, observationColumns } from '../../../src/sources/rows/observation.ts'
import { tables } from '../../../src/store/index.ts'

const card = { id: 'x', vintage: 'v' }
const flow = { reporter: 'ARM', partner: 'RUS', year: 2021, value: 5, unit: 'USD', status: 'observed', locator: 'f:1' } as const

test('exports go out from the reporter free on board, imports come in to it with freight', () => {
  expect(goodsObservation({ ...flow, flow: 'exports' }, card)).toMatchObject({
    indicator: 'goods-exports',
    from_id: 'ARM',
    to_id: 'RUS',
    reporter: 'ARM',
    valuation: 'FOB',
  })
  expect(goodsObservation({ ...flow, flow: 'imports' }, card)).toMatchObject({
    indicator: 'goods-imports',
    from_id: 'RUS',
    to_id: 'ARM',
    reporter: 'ARM',
    valuation: 'CIF',
  })
})

test('millions become single units without the noise of binary arithmetic', () => {
  expect(inSingleUnits(37494.308017, 6)).toBe(37494308017)
  expect(inSingleUnits(14400.099999999999, 3)).toBe(14400100)
  expect(inSingleUnits(1e-7, 6)).toBe(0.1)
  expect(inSingleUnits(24810400, -1)).toBe(2481040)
})

test('scaling up and down again gives the figure back', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.integer({ min: 0, max: 9 }), (n, power) => {
      expect(inSingleUnits(inSingleUnits(n, power), -power)).toBe(n)
    }),
  )
})

test('two rows of one thing that disagree are refused, two that agree are one', () => {
  const row: Observation = goodsObservation({ ...flow, flow: 'exports' }, card)
  const same = observationColumns([row, { ...row, locator: 'f:9' }])
  expect(same['value']).toEqual([5])
  expect(Object.keys(same)).toEqual(Object.keys(tables.observations))
  expect(() => observationColumns([row, { ...row, value: 6, locator: 'f:9' }])).toThrow('f:9 gives 6 and f:1 gives 5')
  expect(() => observationColumns([{ ...row, value: Number.NaN }])).toThrow('f:1 gives NaN')
})
