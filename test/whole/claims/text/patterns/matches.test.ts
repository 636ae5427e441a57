import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { passagesIn } from '../../../../../scripts/scores/passages.ts'
import { readClaims } from '../../../../../src/claims/reading/document-claims.ts'
import { mayMatch } from '../../../../../src/claims/text/patterns/matches.ts'
import { alternativesOf, literalsOf } from '../../../../../src/claims/text/patterns/pattern-literals.ts'
import { GramsOfText } from '../../../../../src/claims/text/patterns/trigrams.ts'

const folders = ['dev', 'late', 'dev2', 'dev3', 'dev4', 'dev5', 'dev6', 'dev7'].map((name) =>
  join(import.meta.dirname, '../../../../claims/passages', name),
)

/** What is read in all passages, told apart by nothing but what each claim says. */
const read = (): string[] =>
  passagesIn(folders).flatMap(({ text, date, title }) => readClaims(text.split('\n'), date, title).map((claim) => JSON.stringify(claim)))

/** Every pattern is tried on every text while something is done. */
function withoutFilter<T>(make: () => T): T {
  const { hasAll } = GramsOfText.prototype
  GramsOfText.prototype.hasAll = () => true
  try {
    return make()
  } finally {
    GramsOfText.prototype.hasAll = hasAll
  }
}

test('no reading changes by looking first for what a pattern needs, over all passages', () => {
  const all = withoutFilter(read)
  expect(all.length).toBeGreaterThan(1_500)
  expect(read()).toEqual(all)
})

describe('the alternatives of a pattern', () => {
  test.each<[RegExp, string[]]>([
    [/a|b(?:c|d)/, ['a', 'b(?:c|d)']],
    [/[|a]\||(?<=x|y)z|(?<!u|v)w/, ['[|a]\\|', '(?<=x|y)z', '(?<!u|v)w']],
    [/a(?:b|c)/, []],
    [/(a)|b/, []],
    [/(?<one>a)|b/, []],
  ])('%s', (pattern, expected) => {
    expect(alternativesOf(pattern)).toEqual(expected)
  })
})

describe('what a pattern cannot match without', () => {
  test.each<[RegExp, string[][]]>([
    [/rises?/, [['rises', 'rise']]],
    [/[Tt]he (?:end|start) of \d{4}/, [['the end of 0000', 'the start of 0000']]],
    [/(?<![\w-])(?<name>organi[sz]ation)\b/i, [['organisation', 'organization']]],
    [/fell (?:\w+ )?by (?=half)/, [['fell '], ['by '], ['half']]],
    [/(?:a|b+)c/, [['a', 'b'], ['c']]],
    [/\p{Lu}\w* (?:and|or) \d+(?:\.\d+)?/u, [[' and ', ' or '], ['0']]],
    [/x{2}y{2,}z{0,3}/, [['xx'], ['y']]],
    [/(?!no )(?<!not )yes\.?/, [['yes.', 'yes']]],
    [/\u00e9t\u{e9}\x41/u, [['étéa']]],
    [/(?:a|)\s(?:b|\d)?|[^c]/, []],
    [/(?<q>["'])what\k<q>/, [['what']]],
    [/[\d.]+%|per ?cent/, [['%', 'per cent', 'percent']]],
  ])('%s', (pattern, needed) => {
    expect(literalsOf(pattern)).toEqual(needed)
  })

  test('patterns with sets of sets are not read', () => {
    const flags: string = ['v'].join('')
    expect(literalsOf(new RegExp('[a&&b]c', flags))).toEqual([])
  })
})

test('letters that a pattern takes for others are no loss', () => {
  expect(mayMatch(/sink/iu, 'SINK \u017fin\u212a')).toBe(true)
  expect(mayMatch(/sink/iu, '\u017fin\u212a')).toBe(true)
  expect(mayMatch(/sink/iu, 'sing')).toBe(false)
})

const letter = fc.constantFrom('a', 'b', 'A', ' ', '1', 'é')
const piece: fc.Memo<string> = fc.memo((depth) =>
  depth <= 1
    ? fc.constantFrom('a', 'b', ' ', '\\d', '\\w', '[ab]', '[^a]', '.', '\\b', 'é', '1', '^', '$')
    : fc.oneof(
        piece(1),
        fc.tuple(piece(), piece()).map((two) => two.join('')),
        fc.tuple(piece(), piece()).map((two) => `(?:${two.join('|')})`),
        fc.tuple(piece(), fc.constantFrom('?', '*', '+', '{2}', '{1,2}', '{0,1}', '+?')).map(([one, often]) => `(${one})${often}`),
        fc.tuple(fc.constantFrom('?=', '?!', '?<=', '?<!', '?<n>'), piece()).map(([head, one]) => `(${head}${one})`),
      ),
)

test('whatever the pattern and the text, what matches is tried', () => {
  const pattern = piece(5).filter((source) => (source.match(/\?<n>/g) ?? []).length < 2)
  fc.assert(
    fc.property(pattern, fc.constantFrom('', 'i', 'u', 'iu'), fc.string({ unit: letter, maxLength: 12 }), (source, flags, text) => {
      const made = new RegExp(source, flags)
      return !made.test(text) || mayMatch(made, text)
    }),
    { numRuns: 5_000 },
  )
})
