import { describe, expect, test } from 'vitest'
import { states, suggestPairs, suggestParties } from '../../../src/states/index.ts'

/** China outweighs Chile; nobody else weighs. */
const weight = (id: string): number => ({ CHN: 1400, USA: 340, CHL: 20, PRK: 26, KOR: 52 })[id] ?? 0
const first = (typed: string): string =>
  suggestPairs(typed, weight)
    .slice(0, 1)
    .map(({ a, b }) => `${a.id} ${b.id}`)[0] ?? ''

describe('two names typed', () => {
  test.each([
    ['rus chi', 'RUS CHN'],
    ['Moscow Beijing', 'RUS CHN'],
    ['CHN RUS', 'CHN RUS'],
    ['chn rus', 'CHN RUS'],
    ['France – Algeria', 'FRA DZA'],
    ['eu russia', 'EU RUS'],
    ['nato csto', 'NATO CSTO'],
    ['united states india', 'USA IND'],
    ['indai pakisatn', 'IND PAK'],
    ['сша китай', 'USA CHN'],
    ['Deutschland Frankreich', 'DEU FRA'],
    ['Côte d’Ivoire mali', 'CIV MLI'],
    ['bosnia and herzegovina and serbia', 'BIH SRB'],
    ['bosnia and herzegovina serbia', 'BIH SRB'],
    ['usa vs iran', 'USA IRN'],
    ['CHN-RUS', 'CHN RUS'],
    ['chn/rus', 'CHN RUS'],
    ['eu nato', 'EU NATO'],
    ['Russland China', 'RUS CHN'],
    ['guinea-bissau senegal', 'GNB SEN'],
    ['bosnia-serbia', 'BIH SRB'],
    ['trinidad and tobago / saint kitts and nevis', 'TTO KNA'],
  ])('%s is %s', (typed, pair) => expect(first(typed)).toBe(pair))

  test('the same party twice is no pair', () => {
    expect(suggestPairs('russia moscow').some(({ a, b }) => a.id === b.id)).toBe(false)
  })

  test('every state today is found by two whole names, with no sign between them', () => {
    const alive = states.filter(({ spans }) => spans.at(-1)?.to === null)
    const wrong = alive
      .filter(({ iso3 }) => iso3 !== 'FRA')
      .map(({ name, iso3 }) => [name, iso3, first(`${name} France`)])
      .filter(([, iso3, found]) => found !== `${iso3} FRA`)
    expect(wrong).toEqual([])
  })
})

describe('one name typed', () => {
  test.each([
    ['germny', 'DEU'],
    ['south korea', 'KOR'],
    ['türkiye', 'TUR'],
    ['TURKIYE', 'TUR'],
    ['us', 'USA'],
    ['trinidad and tob', 'TTO'],
    ['pyongy', 'PRK'],
  ])('%s is %s', (typed, id) => expect(suggestParties(typed, weight)[0]?.id).toBe(id))

  test('equals come by weight: chi is China before Chile', () => {
    const ids = suggestParties('chi', weight).map(({ id }) => id)
    expect(ids.indexOf('CHN')).toBeLessThan(ids.indexOf('CHL'))
  })

  test.each(['', '   ', '–', 'qqqq', '\u202e', 'x'.repeat(5000)])('%j means nobody', (typed) => {
    expect(suggestParties(typed)).toEqual([])
    expect(suggestPairs(typed)).toEqual([])
  })
})
