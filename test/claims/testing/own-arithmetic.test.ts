import { describe, expect, test } from 'vitest'
import type { Claim } from '../../../src/claims/claim.ts'
import { readClaims } from '../../../src/claims/reading/document-claims.ts'
import { inconsistentFigures } from '../../../src/claims/testing/judging/consistency.ts'
import { withOwnArithmetic } from '../../../src/claims/testing/own-arithmetic.ts'
import { digitsIfOneDiffers, misprintedLevel } from '../../../src/claims/text/numbers/misprint.ts'
import type { TestedClaim, Verdict } from '../../../src/claims/verdict.ts'

const date = '2023-03-01'
const read = (text: string): Claim[] => readClaims([`Singapore and Malaysia met. ${text}`], date, 'Singapore and Malaysia')

/** Verdicts of claims that the record cannot tell, or has told, by the text's own figures. */
function verdicts(text: string, byRecord: Verdict = 'unverifiable'): (string | undefined)[] {
  const nothing = { why: '', tolerance: null, honestValues: [], evidence: [], wouldBeTrue: null, wouldSettle: null }
  const tested = read(text).map((claim): TestedClaim => ({ claim, answer: 'outside-record', finding: { verdict: byRecord, ...nothing } }))
  return withOwnArithmetic(tested).map(({ finding }) => finding?.verdict)
}

describe('figures that follow from others beside them', () => {
  test.each([
    ['a rise that was a fall', "Singapore's exports to Malaysia increased 3.3 percent to $70.6 million from $73 million.", 'contradicted'],
    ['a growth off by a few points', 'Trade was 18.9 percent higher at $104.1 million, after $84.4 million in 2021.', 'partly'],
    ['a growth far off', 'Exports to Malaysia rose by 12% from $10bn to $15bn in 2022.', 'contradicted'],
    ['a factor', 'Trade with Malaysia tripled from $20 billion in 2010 to $30 billion in 2020.', 'contradicted'],
    [
      'a balance',
      "Singapore's exports of $40 billion and imports of $30 billion left it with a surplus of $25 billion with Malaysia in 2022.",
      'contradicted',
    ],
  ])('%s', (_what, text, verdict) => {
    expect(verdicts(text)).toContain(verdict)
  })

  test.each([
    ['a growth that fits', 'Exports to Malaysia rose by 50% from $10bn to $15bn in 2022.'],
    ['a growth rounded twice', 'Trade with Malaysia declined by 25 per cent, from $16.36 billion to $12.17 billion in 2022.'],
    ['a growth by the year', 'Exports to Malaysia rose by 5% a year from $10bn in 2012 to $15bn in 2022.'],
    ['a growth at other prices', 'Exports to Malaysia rose by 12% in volume, from $10bn to $15bn in 2022.'],
  ])('nothing is said against %s', (_what, text) => {
    expect(new Set(verdicts(text))).toEqual(new Set(['unverifiable']))
  })

  test('what the record bears out stays', () => {
    const text = 'Exports to Malaysia rose by 12% from $10bn to $15bn in 2022.'
    expect(verdicts(text, 'supported')).toEqual(verdicts(text).map(() => 'supported'))
    expect(verdicts(text)).toContain('contradicted')
  })

  test('a level with one digit wrong is to blame where the growth fits the right one to its last digit', () => {
    const [odd, ...more] = inconsistentFigures(read('Exports to Malaysia grew by 13.72 percent, from $22.536 billion to $35.629 billion.'))
    expect(more).toEqual([])
    expect(odd?.claim.unit).toBe('USD bn')
    expect(odd?.expected).toBe(25.629)
  })

  test.each([
    [22.536, 35.629, 13.72, 25.629],
    [40.5, 62.1, -35.8, undefined],
    [84.4, 140.1, 23.3, 104.1],
    [10, 15, 12, undefined],
  ])('from %d to %d by %d: %s', (from, to, growth, meant) => {
    expect(misprintedLevel(from, to, growth)).toBe(meant)
  })

  test.each([
    [41.3, 31.3, 3],
    [54.45, 57.4478, 4],
    [41.3, 41.9, 0],
    [413, 31.3, 0],
    [42.4, 31.3, 0],
  ])('%d for %d: %d digits of which one is wrong', (stated, value, digits) => {
    expect(digitsIfOneDiffers(stated, value)).toBe(digits)
  })

  test('the levels are not to blame, the growth is', () => {
    const [odd, ...more] = inconsistentFigures(read('Exports to Malaysia rose by 12% from $10bn to $15bn in 2022.'))
    expect(more).toEqual([])
    expect(odd?.claim.unit).toBe('percent_change')
    expect(odd?.expected).toBeCloseTo(50, -1)
  })
})
