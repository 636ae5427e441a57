import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { grammarPage } from '../../../../scripts/docs/claims-grammar.ts'
import { quantitiesIn, withCurrency } from '../../../../src/claims/text/numbers/quantities.ts'
import { quantityRules } from '../../../../src/claims/text/numbers/quantity-rules-table.ts'

describe('each rule of the grammar of amounts reads its own example', () => {
  test.each(quantityRules.map((rule) => [rule.name, rule] as const))('%s', (name, { example: [text, value] }) => {
    // a tally has two sides, each read by a rule of its own
    const found = quantitiesIn(text).filter(({ rule }) => rule === name || !rule.startsWith('tally'))
    expect(found.map((one) => one.rule)).toEqual([name])
    expect(found[0]!.value).toBeCloseTo(value, 9)
  })
})

const read = (text: string) => quantitiesIn(text).map(({ value, unit, qualifier }) => [Math.round(value * 10) / 10, unit, qualifier])

describe('numbers as texts write them', () => {
  test.each([
    [
      'from 89 billion euros to 55.',
      [
        [89, 'EUR bn', null],
        [55, 'EUR bn', null],
      ],
    ],
    [
      'to 70 per cent, while theirs slid to 24.',
      [
        [70, 'percent', null],
        [24, 'percent', null],
      ],
    ],
    [
      'went up from 55.1 per cent to 68 per cent',
      [
        [55.1, 'percent', null],
        [68, 'percent', null],
      ],
    ],
    ['nearly two-thirds', [[66.7, 'percent', 'nearly two-thirds']]],
    ['more than doubled', [[2, 'times', 'more than doubled']]],
    ['halved', [[-50, 'percent_change', 'halved']]],
    ['1.1 million barrels a day', [[1.1, 'mn b/d', null]]],
    ['69.95 million tonnes of soybeans', [[70, 'mn tonnes', null]]],
    [
      'about 270 T-72 tanks and forty MiG-29 fighters',
      [
        [270, 'count', 'about'],
        [40, 'count', null],
      ],
    ],
    ['ten points fewer', [[10, 'percentage_points', null]]],
    [
      '4,2 billion euros and 1 200 tanks',
      [
        [4.2, 'EUR bn', null],
        [1200, 'count', null],
      ],
    ],
    ['half a billion dollars', [[0.5, 'USD bn', null]]],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  test.each(['on 27 October', 'in 2013', 'the first half of 2020', 'the third quarter', 'Resolution 2758 of 1971'])(
    '%s holds no amount of money or share',
    (text) => {
      expect(quantitiesIn(text).filter(({ kind }) => kind !== 'count')).toEqual([])
    },
  )
})

test('a large bare number is money in the currency named last, the first one where none was', () => {
  const sentences = ['It stood at 56.8 billion.', 'Trade was $38 billion.', 'Sales were €5 billion.', 'Purchases were 7 billion.'].map(
    (text) => ({
      text,
      quantities: quantitiesIn(text),
    }),
  )
  expect(withCurrency(sentences).map(({ quantities }) => quantities[0]!.unit)).toEqual(['USD bn', 'USD bn', 'EUR bn', 'EUR bn'])
})

test('a large bare number in a text without a currency stays a number', () => {
  expect(
    withCurrency([{ text: 'It stood at 56.8 billion.', quantities: quantitiesIn('It stood at 56.8 billion.') }])[0]!.quantities[0],
  ).toMatchObject({
    kind: 'count',
    value: 56.8e9,
  })
})

test('docs/generated/claims-grammar.md is the grammar as it stands (npx tsx scripts/docs/claims-grammar-page.ts)', () => {
  expect(readFileSync(join(import.meta.dirname, '../../../../docs/generated/claims-grammar.md'), 'utf8')).toBe(grammarPage())
})
