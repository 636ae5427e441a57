import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Condition } from '../../../../src/assessments/forms/watch-condition.ts'
import { readConditions, type WatchResult } from '../../../../src/assessments/pairs/watch.ts'
import { operations } from '../../../../src/operations/catalogue.ts'
import { renderAnswer } from '../../../../src/operations/workers/render-answer.ts'
import { visavisAt } from '../../../visavis.ts'

const home = mkdtempSync(join(tmpdir(), 'visavis-watch-'))
const pair = { a: 'CHN', b: 'RUS' }

async function watch(conditions: readonly unknown[]): Promise<{ code: number; results: readonly WatchResult[]; stderr: string }> {
  const file = join(home, 'conditions.json')
  writeFileSync(file, JSON.stringify({ conditions }))
  const { code, out, err } = await visavisAt(home, 'watch', file, '--json')
  return { code, results: out === '' ? [] : (JSON.parse(out).conditions as WatchResult[]), stderr: err }
}

describe('watch', () => {
  test('ends with 4 where a condition is met, and says which', async () => {
    const { code, results } = await watch([
      { ...pair, name: 'closer', type: 'threshold', figure: 'kappa_quadratic', above: 0.2 },
      { ...pair, name: 'apart', type: 'threshold', figure: 'kappa_quadratic', below: 0.2 },
      { ...pair, name: 'drills', type: 'event', since: '2026-01-01', words: 'Exercise' },
      { ...pair, name: 'later', type: 'event', since: '2026-11-25' },
    ])
    expect(code).toBe(4)
    expect(results.map(({ name, met }) => [name, met])).toEqual([
      ['closer', true],
      ['apart', false],
      ['drills', true],
      ['later', false],
    ])
    expect(results[0]!.says).toMatch(/kappa.*2025: 0\.\d\d, above 0.20/)
  })

  test('a break that begins a new segment since a year is met; before it, or where it was not looked at, it is not', async () => {
    const { code, results } = await watch([
      { ...pair, name: 'since the Cold War', type: 'break', series: 'agreement', since: 1995 },
      { ...pair, name: 'of late', type: 'break', series: 'agreement', since: 2015 },
      { ...pair, name: 'to come', type: 'break', series: 'agreement', since: 2030 },
    ])
    expect(code).toBe(4)
    expect(results.map(({ met }) => met)).toEqual([true, false, null])
    expect(results[0]!.says).toMatch(/a new segment from 2000 \(1999 to 2002\) on/)
  })

  test('ends with 0 where none is; what cannot be told counts as not met', async () => {
    const { code, results } = await watch([
      { ...pair, name: 'unknown', type: 'threshold', figure: 'commitment-neutrality', above: -1 },
      { ...pair, name: 'turned', type: 'reversal', figure: 'kappa_quadratic', was: 'up' },
    ])
    expect(code).toBe(0)
    expect(results.map(({ met }) => met)).toEqual([null, false])
  })

  test.each([
    ['no name', { ...pair, type: 'event', since: '2026-01-01' }, /condition 1: it lacks "name"/],
    ['no number', { ...pair, name: 'x', type: 'threshold', figure: 'kappa_quadratic' }, /needs "above" or "below"/],
    ['no day', { ...pair, name: 'x', type: 'event', since: '2026' }, /needs "since"/],
    ['no such type', { ...pair, name: 'x', type: 'mood' }, /type "mood" is none of/],
    ['no year', { ...pair, name: 'x', type: 'break', series: 'agreement', since: '1990' }, /needs "since", a year/],
    ['an impossible day', { ...pair, name: 'x', type: 'event', since: '2024-13-45' }, /"since", a day of the calendar/],
    ['words as a list', { ...pair, name: 'x', type: 'event', since: '2026-01-01', words: ['a'] }, /"words" of an event is one text/],
    ['a misspelt field', { ...pair, name: 'x', type: 'threshold', figure: 'tau_b', abov: 1 }, /takes no "abov". Did you mean above/],
    ['a number beyond numbers', { ...pair, name: 'x', type: 'threshold', figure: 'tau_b', above: Number.POSITIVE_INFINITY }, /a number/],
    ['a list for an object', [], /it is not an object/],
    ['no direction', { ...pair, name: 'x', type: 'reversal', figure: 'kappa_quadratic' }, /needs "was"/],
  ])('a condition with %s is refused', (_, condition, message) => {
    const text = JSON.stringify({ conditions: [condition] }, (_key, value) => (value === Number.POSITIVE_INFINITY ? 'beyond' : value))
    expect(() => readConditions(text.replace('"beyond"', '1e999'), 'c.json')).toThrow(message)
  })

  test.each([
    [
      'a misspelt figure',
      { type: 'threshold', figure: 'kappa_quadratik', above: 0 },
      /condition 1 .*no figure "kappa_quadratik". Did you mean kappa_quadratic/,
    ],
    ['a misspelt series', { type: 'break', series: 'agrement', since: 2000 }, /no series "agrement". Did you mean agreement\?/],
    ['a figure without a change', { type: 'reversal', figure: 'tau_b', was: 'up' }, /no change of a figure "tau_b"/],
    ['a share above 1', { type: 'threshold', figure: 'agreement', above: 1 }, /can never be met: agreement is always from 0 to 1/],
    ['a count below 0', { type: 'threshold', figure: 'shared-blocs', below: 0 }, /can never be met: shared-blocs is never below 0/],
    ['a state that is none', { a: 'Narnia', type: 'event', since: '2026-01-01' }, /condition 1: no state is called "Narnia"/],
  ])('%s is refused with code 2, and nothing is judged', async (_, condition, message) => {
    const { code, results, stderr } = await watch([{ ...pair, name: 'x', ...condition }])
    expect([code, results]).toEqual([2, []])
    expect(stderr).toMatch(message)
  })

  test('a name with control characters reaches no terminal', async () => {
    const { stderr } = await watch([{ ...pair, name: 'a\u001b[2J', type: 'threshold', figure: 'nonesuch\u001b]0;x\u0007', above: 0 }])
    expect(stderr).toContain('\ufffd[2J')
    const operation = operations.find(({ name }) => name === 'watch')!
    const work = await operation.load()
    const conditions = [{ name: 'a\u001b[2J', ...pair, type: 'event', met: true, says: 'x\u009b1m' }]
    const shown = await renderAnswer(work, { schemaVersion: 1, conditions }, { format: 'table' })
    expect([stderr, shown].join()).not.toMatch(/[^\P{Cc}\n]/u)
  })

  test('a file without conditions, or none at all, is refused', async () => {
    expect(() => readConditions('{}', 'c.json')).toThrow(/no list "conditions"/)
    expect(() => readConditions('{', 'c.json')).toThrow(/not JSON/)
    expect((await watch([{ ...pair, name: 'x', type: 'event', since: '2026-01-01', a: 'Narnia' } as Condition])).code).toBe(2)
  })
})
