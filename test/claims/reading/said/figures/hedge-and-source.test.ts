import { describe, expect, test } from 'vitest'
import { hedgeSaid } from '../../../../../src/claims/reading/said/figures/hedge.ts'
import { sourceSaid } from '../../../../../src/claims/reading/said/figures/named-source.ts'

describe('the hedge of a claim', () => {
  test.each([
    ['nearly a third', 'almost'],
    ['more than three quarters', 'more'],
    ['about', 'about'],
    ['pass', 'more'],
    ['at least', 'at-least'],
    ['less than a tenth', 'less'],
    ['only', 'at-most'],
    ['record', 'stated'],
    [null, undefined],
  ])('%s is %s', (qualifier, bound) => expect(hedgeSaid(qualifier)?.bound).toBe(bound))

  test('a number in words and a denial are told apart', () => {
    expect(hedgeSaid('a quarter')).toEqual({ bound: 'stated', isInWords: true })
    expect(hedgeSaid('dozens of')).toEqual({ bound: 'stated', isInWords: true })
    expect(hedgeSaid('only')).toEqual({ bound: 'at-most', isOnly: true })
    expect(hedgeSaid('not the')).toEqual({ bound: 'stated', isNot: true })
  })
})

describe('the source that a claim names', () => {
  test.each([
    ['Chinese customs', { reporter: 'CHN' }],
    ['General Administration of Customs', { reporter: 'CHN' }],
    ['the Stockholm International Peace Research Institute', { body: 'sipri' }],
    ['the minister', undefined],
    [null, undefined],
  ])('%s', (name, source) => expect(sourceSaid(name)).toEqual(source))
})
