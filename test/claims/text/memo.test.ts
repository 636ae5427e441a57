import { expect, test } from 'vitest'
import { memoized } from '../../../src/claims/text/memo.ts'

test('a result is computed once for a key, undefined ones too', () => {
  const computed: string[] = []
  const read = memoized(
    (text: string, day: string) => {
      computed.push(`${text} ${day}`)
      return text === '' ? undefined : text.length
    },
    (text, day) => `${day} ${text}`,
  )
  expect([read('China', '2014'), read('China', '2014'), read('', '2014'), read('', '2014'), read('China', '2015')]).toEqual([
    5,
    5,
    undefined,
    undefined,
    5,
  ])
  expect(computed).toEqual(['China 2014', ' 2014', 'China 2015'])
})

test('keys of four million characters are let go, and what was known is computed again', () => {
  let computed = 0
  const read = memoized(
    (text: string) => {
      computed++
      return text.length
    },
    (text) => text,
  )
  read('first')
  for (let i = 0; i < 5; i++) read(`${i}`.repeat(1_000_000))
  expect([read('first'), computed]).toEqual([5, 7])
})
