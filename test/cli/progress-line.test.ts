import { expect, test } from 'vitest'
import { progressLine, progressText } from '../../src/cli/progress-line.ts'

const at = {
  phase: 'receiving',
  url: 'https://a.org/b',
  received: 500_000,
  total: 2_000_000,
  attempt: 1,
  name: 'b.csv',
  before: 0,
} as const

function terminal(more: { isTTY?: boolean; columns?: number }): {
  written: string[]
  write(text: string): void
  isTTY?: boolean
  columns?: number
} {
  const written: string[] = []
  return { written, write: (text) => void written.push(text), ...more }
}

test('a terminal has one line that is written over itself and taken away at the end', () => {
  const stderr = terminal({ isTTY: true, columns: 40 })
  const line = progressLine(stderr, false)
  line.onProgress?.(at)
  line.onProgress?.({ ...at, received: 1_000_000 })
  line.clear()
  line.clear()
  expect(stderr.written).toEqual([
    '\r\u001b[K1  b.csv  [#####---------------]  0.5 o',
    '\r\u001b[K1  b.csv  [##########----------]  1.0 o',
    '\r\u001b[K',
  ])
})

test('a terminal that says it has no columns is taken to have 80', () => {
  const stderr = terminal({ isTTY: true, columns: 0 })
  progressLine(stderr, false).onProgress?.({ ...at, phase: 'done' })
  expect(stderr.written).toEqual(['\r\u001b[K1  b.csv  done'])
})

test('with --quiet, and where stderr is no terminal, nothing is said', () => {
  const [quiet, piped] = [terminal({ isTTY: true }), terminal({})]
  expect([progressLine(quiet, true).onProgress, progressLine(piped, false).onProgress]).toEqual([undefined, undefined])
  progressLine(quiet, true).clear()
  progressLine(piped, false).clear()
  expect([...quiet.written, ...piped.written]).toEqual([])
})

test('waiting says how long and why; a length that nobody told is no share; a later attempt is named', () => {
  const wait = { milliseconds: 4_200, why: 'a.org answers 503' }
  expect(progressText({ ...at, phase: 'waiting', wait })).toBe('1  b.csv  waiting 5 s: a.org answers 503')
  expect(progressText({ ...at, total: null, attempt: 2 })).toBe('1  b.csv  0.5 MB, attempt 2')
  expect(progressText({ ...at, phase: 'asking' })).toBe('1  b.csv  asking for the rest behind 0.5 MB')
  expect(progressText({ ...at, phase: 'asking', received: 0 })).toBe('1  b.csv  asking')
  expect(progressText({ ...at, phase: 'done' })).toBe('1  b.csv  done')
})
