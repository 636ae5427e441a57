import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { EveryDyadAnswer } from '../../../../src/assessments/pairs/every-dyad.ts'
import type { DyadRow } from '../../../../src/assessments/pairs/every-dyad-rows.ts'
import { runCommandLine } from '../../../../src/cli/command-line.ts'
import { checkInput, operations } from '../../../../src/operations/index.ts'
import { dyadsCsv, dyadsText } from '../../../../src/reports/answers/dyads.ts'
import { rowsAsJson } from '../../../../src/reports/text/row-pieces.ts'
import { cowOn, gwOn, stateOf } from '../../../../src/states/index.ts'

const env = { ...process.env, VISAVIS_HOME: '/nonexistent' }
const context = { env, today: '2026-11-24', now: '2026-11-24T12:00:00.000Z' }
const operation = operations.find(({ name }) => name === 'dyads')!

async function answerTo(input: Record<string, unknown>, more: object = {}): Promise<EveryDyadAnswer> {
  const work = await operation.load()
  return (await work.run(checkInput(operation, input), { ...context, ...more })) as EveryDyadAnswer
}

let poland: EveryDyadAnswer
beforeAll(async () => {
  poland = await answerTo({ state: 'Poland', to: '1950', draws: 100 })
})

describe('visavis dyads', () => {
  test('a domain is known, unknown or not applicable of every pair, and nothing of any is lost', () => {
    expect(poland.pairs).toBe(poland.states - 1)
    for (const { id, known, unknown, notApplicable } of poland.domains) expect(known + unknown + notApplicable, id).toBe(poland.pairs)
    const rows = [...poland.rows]
    expect(rows.filter(({ value }) => value !== null).length + rows.filter(({ percentile }) => percentile !== null).length).toBe(
      poland.figures,
    )
    expect(poland.errors).toEqual([])
  })

  test('as CSV and as JSON, piece by piece, it is the same rows', () => {
    const parsed = JSON.parse([...rowsAsJson(poland)].join('')) as { rows: DyadRow[] }
    expect(parsed).toEqual(JSON.parse(JSON.stringify(poland)))
    const [header, ...lines] = [...dyadsCsv(poland)].join('').trimEnd().split('\n')
    expect(header).toBe('a,b,domain,id,state,value,low,high,unit,period,percentile,certainty,source,cow_a,cow_b,gw_a,gw_b')
    expect(lines).toHaveLength(parsed.rows.length)
    const first = parsed.rows.find(({ id }) => id === 'agreement')!
    const { a, b, domain, id, state, value, low, high, unit, period, percentile, certainty, source } = first
    const row = [a, b, domain, id, state, value, low, high, unit, period, percentile, certainty, source]
    const numbers = [cowOn, gwOn].flatMap((numberOn) => [a, b].map((iso3) => numberOn(stateOf(iso3)!, '1950-12-31')))
    expect(numbers).toContain(290)
    expect(lines).toContain([...row, ...numbers].join(','))
  })

  test('JSON without a row is still JSON', async () => {
    const none = await answerTo({ state: 'Poland', to: '1850' }).catch((error: Error) => error.message)
    expect(none).toContain('was not a state on 1850-12-31')
    const empty = { ...poland, rows: [] as unknown as EveryDyadAnswer['rows'] }
    expect(JSON.parse([...rowsAsJson(empty)].join(''))).toEqual({ ...JSON.parse(JSON.stringify(poland)), rows: [] })
  })

  test('one domain is the rows of that domain', async () => {
    const alliance = await answerTo({ state: 'Poland', to: '1950', domain: 'alliance' })
    expect(alliance.domains.map(({ id }) => id)).toEqual(['alliance'])
    expect(alliance.rows.toJSON()).toEqual([...poland.rows].filter(({ domain }) => domain === 'alliance'))
  })

  test('the table says how many pairs, of how many each domain can be told, and that none failed', () => {
    const text = dyadsText(poland)
    expect(text).toMatch(/^\d+ pairs of POL and \d+ other states on 1950-12-31, /)
    for (const { title } of poland.domains) expect(text).toContain(`\n${title} `)
    expect(text).toContain('No pair failed.')
    expect(dyadsText({ ...poland, errors: [{ message: 'broken', pairs: 3, first: 'AAA BBB' }] })).toContain(
      '3 pairs (first AAA BBB): broken',
    )
  })

  test('how far it is is told, up to the last pair', async () => {
    const told: (readonly [string, number, number])[] = []
    const { pairs } = await answerTo(
      { state: 'Poland', to: '1946', domain: 'sanctions' },
      { onCount: (...one: [string, number, number]) => told.push(one) },
    )
    expect(told.length).toBeGreaterThan(1)
    expect(told.at(-1)).toEqual(['pairs', pairs, pairs])
  })

  test.each([
    ['one thread', '1946', 1],
    ['two threads', '1999', 2],
  ])('who wants no more, on %s, is heard before the end', async (_, to, pieces) => {
    const stop = new AbortController()
    let [done, all] = [0, 0]
    const onCount = (_: string, some: number, total: number): void => {
      ;[done, all] = [some, total]
      stop.abort()
    }
    await expect(answerTo({ state: 'Poland', to, draws: 100 }, { onCount, signal: stop.signal })).rejects.toThrow(
      /^stopped after \d+ of \d+ pairs/,
    )
    expect(done).toBeLessThanOrEqual(64 * pieces)
    expect(done).toBeLessThan(all)
  })
})

describe('a long answer on the command line', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'visavis-dyads-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  const words = ['dyads', '--state', 'POL', '--to', '1950', '--draws', '100', '--format', 'csv']

  test('goes whole to a file', async () => {
    const file = join(folder, 'poland.csv')
    expect(await runCommandLine([...words, '-o', file], { env, stdout: { write: () => true }, stderr: { write: () => true } })).toBe(0)
    expect(await readFile(file, 'utf8')).toBe([...dyadsCsv(poland)].join(''))
  })

  test('waits for a reader that is slow', async () => {
    const heard: string[] = []
    let [full, waited] = [false, 0]
    const stdout = {
      write: (text: string | Uint8Array) => {
        expect(full).toBe(false)
        heard.push(String(text))
        full = true
        return false
      },
      once: (_: 'drain', then: () => void) => {
        waited++
        setTimeout(() => {
          full = false
          then()
        }, 1)
        return stdout
      },
    }
    expect(await runCommandLine(words, { env, stdout, stderr: { write: () => true } })).toBe(0)
    expect(heard.join('')).toBe([...dyadsCsv(poland)].join(''))
    expect(waited).toBe(heard.length)
  })
})
