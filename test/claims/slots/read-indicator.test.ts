import { describe, expect, test } from 'vitest'
import { indicatorPhrases } from '../../../src/claims/slots/indicator-phrases.ts'
import { nearestIndicators, readIndicator } from '../../../src/claims/slots/read-indicator.ts'

const idOf = (words: string): string | undefined => readIndicator(words)?.phrase.id

describe('the words of an indicator', () => {
  test.each([
    ['bilateral goods trade, total', 'goods-trade', 'level'],
    ['goods exports, yearly change', 'goods-exports', 'change'],
    ['goods trade surplus of India', 'goods-trade-surplus', 'balance'],
    ['China’s share of Brazil’s goods exports', 'goods-exports', 'share'],
    ['share of the United States in Canadian goods exports', 'goods-exports', 'share'],
    ["China's share of extra-EU goods imports", 'goods-imports', 'share'],
    ['rank of Russia among export markets of Brazil', 'goods-exports', 'rank'],
    ['largest trading partner of South Africa', 'goods-trade', 'rank'],
    ['defence spending as a share of GDP', 'military-expenditure', 'share'],
    ['volume of major arms imports, total, change', 'arms-imports', 'change'],
    ['goods exports: record year', 'goods-exports', 'rank'],
    ['population of Germany', 'population', 'level'],
  ])('%s', (words, id, form) => {
    const named = readIndicator(words)
    expect([named?.phrase.id, named?.form]).toEqual([id, form])
  })

  test.each([
    'agri-food exports',
    'goods exports, transportation equipment',
    'goods trade through Port Laredo',
    'largest supplier of Slovenia outside the EU',
    'direct investment realised',
    'military aid pledged, change',
    "China's share of Brazil's goods trade surplus",
    'goods imports of a month, seasonally adjusted',
  ])('a part, a group or a promise is not the whole: %s', (words) => expect(readIndicator(words)).toBeUndefined())

  test('every id of the catalogue names itself, and so does its full name', () => {
    for (const { id, name } of indicatorPhrases) {
      expect(idOf(id)).toBe(id)
      if (id !== 'public-debt-official') expect(idOf(name.toLowerCase()), name).toBe(id)
    }
  })

  test('the owner of a whole is told from the party', () => {
    expect(readIndicator('China’s share of Brazil’s goods trade')?.wholeOf).toBe('BRA')
    expect(readIndicator('share of Switzerland in goods trade of the EU')?.wholeOf).toBe('EUU')
  })

  test('words that name nothing are answered with what is near', () => {
    expect(nearestIndicators('exports of goods and oranges')).toContain('goods exports')
    expect(nearestIndicators('zzz')).toEqual([])
  })
})
