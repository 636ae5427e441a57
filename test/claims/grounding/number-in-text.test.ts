import { describe, expect, test } from 'vitest'
import { isNumberInText } from '../../../src/claims/grounding/number-in-text.ts'

describe('a number stands in a text', () => {
  test.each([
    [1.2, 'USD bn', 'Exports came to $1.2bn.'],
    [1.2, 'USD bn', 'Exports came to US$ 1,200 million.'],
    [1.2, 'USD bn', 'Exports came to 1.2 billion dollars.'],
    [1200, 'USD mn', 'Exports came to $1.2 billion.'],
    [1_200_000_000, 'USD', 'Exports came to $1.2 billion.'],
    [1.2, 'USD bn', 'Exports came to $1 200 000 000.'],
    [240, 'USD bn', 'Trade reached a record 240 billion in 2023.'],
    [55, 'EUR bn', 'It fell from 89 billion euros to 55.'],
    [0.5, 'USD bn', 'It was worth half a billion dollars.'],
    [50, 'percent', 'Half of its gas comes from there.'],
    [33, 'percent', 'A third of its gas comes from there.'],
    [66.7, 'percent', 'Two-thirds of its gas comes from there.'],
    [75, 'percent', 'Three votes in four were alike.'],
    [-31, 'percent_change', 'Exports fell by 31 per cent.'],
    [100, 'percent_change', 'Exports doubled.'],
    [-50, 'percent_change', 'Exports halved.'],
    [2, 'times', 'Exports more than doubled.'],
    [10, 'times', 'a tenfold rise'],
    [2.4, 'percentage_points', 'up 2.4 percentage points'],
    [4.2, 'percent', 'It grew 4,2 % in the year.'],
    [141, 'count', 'It was adopted with 141 votes.'],
    [5, 'count', 'Five states voted against.'],
    [12, 'count', 'It bought a dozen jets.'],
    [25, 'count', 'It bought twenty-five jets.'],
    [3, 'rank', 'It is the third-largest buyer.'],
    [1, 'rank', 'It is the largest buyer.'],
    [38, 'bcm', 'It sent 38 billion cubic metres.'],
    [38, 'bcm', 'It sent 38 bcm.'],
    [1.5, 'mn persons', 'Some 1.5 million people live there.'],
    [83, 'mn persons', 'Its 83m people'],
    [111, 'USD bn', 'In billions of dollars: 2022: 89, 2023: 111.'],
    [0, 'count', 'It cast no veto.'],
  ])('%s %s in “%s”', (value, unit, text) => {
    expect(isNumberInText({ value, unit }, text)).toBe(true)
  })

  test.each([
    [1.2, 'USD bn', 'Exports came to $1.2 million.'],
    [1.3, 'USD bn', 'Exports came to $1.2 billion.'],
    [1.2, 'EUR bn', 'Exports came to $1.2 billion.'],
    [12, 'USD bn', 'Exports came to $1.2 billion.'],
    [240, 'USD bn', 'It bought 240 jets.'],
    [240, 'USD bn', 'It bought 240 jets worth billions.'],
    [60, 'percent', 'Almost half of it went there.'],
    [3, 'rank', 'It is the largest buyer.'],
    [2023, 'USD bn', 'Exports grew in 2023.'],
    [2023, 'count', 'Exports grew in 2023.'],
    [5, 'mn tonnes', 'It was worth $5 million.'],
    [111, 'USD bn', 'Exports grew.'],
    [41, 'count', 'It was adopted with 141 votes.'],
    [14, 'count', 'It was adopted with 141 votes.'],
    [Number.MAX_VALUE, 'USD bn', 'Exports came to $1.2 billion.'],
  ])('not %s %s in “%s”', (value, unit, text) => {
    expect(isNumberInText({ value, unit }, text)).toBe(false)
  })

  test('the text before may name the scale once for all', () => {
    expect(isNumberInText({ value: 89, unit: 'USD bn' }, 'In 2022 they were 89.', 'Exports are given in billions of dollars.')).toBe(true)
    expect(isNumberInText({ value: 89, unit: 'USD bn' }, 'In 2022 they were 89.', 'Exports grew.')).toBe(false)
  })
})
