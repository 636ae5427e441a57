import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { passagesIn } from '../../scripts/passages.ts'
import { mayMatch } from '../../src/claims/matches.ts'
import { literalsOf } from '../../src/claims/pattern-literals.ts'
import { readClaims } from '../../src/claims/read-claims.ts'

const tried = { pairs: 0, skipped: 0, matched: 0 }
const lost: string[] = []

/** Every pattern is tried on every text, whatever the filter says of it. */
vi.mock('../../src/claims/matches.ts', async (original) => {
  const matches = await original<typeof import('../../src/claims/matches.ts')>()
  return {
    ...matches,
    matchesOf: (text: string, pattern: RegExp): RegExpExecArray[] => {
      const found = [...text.matchAll(pattern)]
      const may = matches.mayMatch(pattern, text)
      tried.pairs++
      if (!may) tried.skipped++
      if (found.length > 0) tried.matched++
      if (!may && found.length > 0) lost.push(`${pattern} in: ${text}`)
      return found
    },
  }
})

const folders = ['dev', 'late', 'dev2', 'dev3', 'dev4', 'dev5', 'dev6', 'dev7'].map((name) => join(import.meta.dirname, 'passages', name))

test('no match is lost by looking first for what a pattern needs, over all patterns and passages', () => {
  for (const { text, date, title } of passagesIn(folders)) readClaims(text.split('\n'), date, title)
  expect(lost).toEqual([])
  expect(tried.matched).toBeGreaterThan(5_000)
  // most patterns need not be tried
  expect(tried.skipped / (tried.pairs - tried.matched)).toBeGreaterThan(0.8)
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
