import { describe, expect, test } from 'vitest'
import { readClaims } from '../../../../src/claims/reading/document-claims.ts'
import { directionOfChange } from '../../../../src/claims/testing/figures/test-changes.ts'
import { inconsistentBalances, inconsistentGrowths } from '../../../../src/claims/testing/judging/growth-of-parts.ts'

const read = (text: string) => readClaims(text.split('\n'), '2024-02-06', 'Kenya and Uganda')
const odd = (text: string): (number | null)[] => inconsistentGrowths(read(text)).map(({ claim }) => claim.value)

const trade = (total: string, exports: string, imports: string): string =>
  `Kenya and Uganda traded goods worth $282.1 million in 2023, ${total} than in 2022.\nKenya's exports to Uganda ${exports} to $172.78 million.\nIts imports from Uganda ${imports} to $109.31 million.`

describe('growth of both ways and of their total', () => {
  test('one that must be turned round is found', () => {
    expect(odd(trade('1.5% more', 'rose by 7.5%', 'rose by 6.7%'))).toEqual([6.7])
    expect(odd(trade('1.5% less', 'rose by 7.5%', 'fell by 6.7%'))).toEqual([-1.5])
  })

  test.each([
    ['what fits', trade('1.5% more', 'rose by 7.5%', 'fell by 6.7%')],
    ['what turning round does not mend', trade('1.5% more', 'rose by 17.5%', 'fell by 6.7%')],
    ['levels that are of other things', trade('1.5% more', 'rose by 7.5%', 'rose by 6.7%').replace('282.1', '340.5')],
    ['a total without its growth', trade('1.5% more', 'rose by 7.5%', 'rose by 6.7%').replace(', 1.5% more than in 2022', '')],
  ])('nothing is said of %s', (_what, text) => {
    expect(odd(text)).toEqual([])
  })
})

describe('a balance by the growth of both ways', () => {
  const gap = (word: string): (number | null)[] =>
    inconsistentBalances(
      read(`${trade('1.5% more', 'rose by 7.5%', 'fell by 6.7%')}\nKenya's surplus with Uganda ${word}.`),
      directionOfChange,
    ).map(({ expected }) => Math.round(expected))

  test('that went the other way', () => {
    expect(gap('narrowed')).toEqual([46])
    expect(gap('widened')).toEqual([])
  })

  test('that is told by how much shows which of the three is wrong', () => {
    expect(gap('narrowed by 46%')).toEqual([46])
    expect(gap('narrowed by 9%')).toEqual([-7])
    expect(gap('narrowed by 25%')).toEqual([])
  })
})
