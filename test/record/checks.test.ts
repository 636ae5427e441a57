import { expect, test } from 'vitest'
import { cardsFor, checkObservations, isParty, joined } from '../../scripts/record/record-checks.ts'
import { loadSourceCards } from '../../src/sources/index.ts'

const sourceCards = await loadSourceCards()

test('a source that may not be redistributed, and one without a card, stop the record', () => {
  expect(() => cardsFor(new Set(['baci', 'crea-fossil']), sourceCards)).toThrow('"crea-fossil" may not be redistributed')
  expect(() => cardsFor(new Set(['sipri']), sourceCards)).toThrow('has no card')
  expect(cardsFor(new Set(['world-bank', 'baci']), sourceCards).map(({ id }) => id)).toEqual(['baci', 'world-bank'])
})

test('states, blocs and the world are parties; regions and blanks are not', () => {
  expect(['CHN', 'EU', 'WLD', 'ARB', '', null].map(isParty)).toEqual([true, true, true, false, false, false])
})

test('an observation of an unknown party or indicator stops the record with its place', () => {
  const one = (indicator: string, to: string | null) => ({
    indicator: [indicator],
    from_id: ['CHN'],
    to_id: [to],
    reporter: [null],
    value: [1],
    locator: ['f:7'],
  })
  expect(() => checkObservations(one('gdp', null))).not.toThrow()
  expect(() => checkObservations(one('goods-exports', 'ASIA'))).toThrow('f:7: goods-exports of CHN, ASIA')
  expect(() => checkObservations(one('happiness', null))).toThrow('f:7: happiness')
})

test('parts are laid end to end', () => {
  expect(
    joined([
      { a: [1], b: ['x'] },
      { b: ['y'], a: [2] },
    ]),
  ).toEqual({ a: [1, 2], b: ['x', 'y'] })
})

test('no two cards have the same id', () => {
  expect(new Set(sourceCards.map(({ id }) => id)).size).toBe(sourceCards.length)
})
