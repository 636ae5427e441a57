import { describe, expect, test } from 'vitest'
import { automatonOf } from '../../scripts/checks/pattern-automaton.ts'
import { charactersOf } from '../../scripts/checks/pattern-letters.ts'
import { growthOf, waysThrough, wordOf } from '../../scripts/checks/pattern-paths.ts'
import { treeOf } from '../../scripts/checks/pattern-tree.ts'

const automaton = (pattern: RegExp, exact = false) => automatonOf(treeOf(pattern), pattern.flags, charactersOf([pattern.source]), exact)
const growth = (pattern: RegExp) => growthOf(automaton(pattern))

describe('what reads a run in two ways is told', () => {
  test.each([
    /^(?:a+)+$/,
    /^(?:\w+ ?)*$/,
    /^(?:a|b|ab)*c/,
    /^(?:x|x)*y/,
    /^(?:, ?| ?)*;/,
    // the one that never ended: names with separators that may be left out
    /\bwithdrawal of (?:\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)*(?:, | and |, and )?)+ from/iu,
    /^(?: ?(?:to|in|into))*$/,
    /^(?=(?:a+)+b)/,
  ])('%s doubles with each repeat', (pattern) => {
    const { degree, pumps } = growth(pattern)
    expect(degree).toBe(Number.POSITIVE_INFINITY)
    expect(wordOf(automaton(pattern), pumps[0]!.run)).not.toBe('')
  })

  test.each([
    [/^\w+\w+$/, 1],
    [/^\w+ ?\w+ ?\w+$/, 2],
    [/\w+ of/, 1],
    [/\bafter\b[^;]*\d[^;]*$/, 2],
    [/\s+$/, 1],
    [/^\s*\|?[\s:|-]*-[\s:|-]*\|[\s:|-]*$/, 3],
  ] as const)('%s grows with the text by the power of %d', (pattern, degree) => expect(growth(pattern).degree).toBe(degree))
})

describe('what reads every letter in a bounded number of ways is linear', () => {
  test.each([
    /(?<![\w-])\w+ of/,
    /(?<!\s)\s+$/,
    /\w+/,
    // a repeat does not go round for nothing
    /^(?:a?)*b/,
    /^[\s:|]*-[\s:-]*\|[\s:|-]*$/,
    /\b(?:rise|fall)s?\b[^;]{0,90}\d/,
    /^(?:[^,;]|,(?! and))*;/,
    /(?:^|, )(?:\d{1,3}(?:,\d{3})*|\d+)(?= per cent)/,
  ])('%s', (pattern) => expect(growth(pattern).degree).toBe(0))
})

test('the ways in a text are counted as a matcher would try them', () => {
  const letters = (pattern: RegExp, text: string) => [...text].map((one) => automaton(pattern).alphabet.letterOf(one))
  const count = (pattern: RegExp, text: string) => waysThrough(automaton(pattern, true), letters(pattern, text))
  // every letter is passed over once and begins a run that reads all behind it
  expect(count(/a+b/, 'aaaa')).toBe(4 + 4 + 3 + 2 + 1)
  expect(count(/^(?:a|a)*$/, 'aaaa')).toBe(4 + 2 + 4 + 8 + 16)
})
