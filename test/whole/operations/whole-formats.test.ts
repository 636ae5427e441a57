import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { operations } from '../../../src/operations/index.ts'
import { eachRecord } from '../../../src/sources/formats/csv-parser.ts'
import { type Ran, visavisAt } from '../../visavis.ts'

const home = mkdtempSync(join(tmpdir(), 'visavis-whole-'))
afterAll(() => rmSync(home, { recursive: true, force: true }))
const text = join(home, 'essay.txt')
writeFileSync(text, 'Goods worth $240 billion went between China and Russia in 2023.\n')

const visavis = (...words: string[]): Promise<Ran> => visavisAt(home, ...words)

/** Returns how many records of CSV follow the header. */
function recordsIn(csv: string): number {
  let count = -1
  eachRecord(csv, () => count++)
  return count
}

type Json = Record<string, never[] & Record<string, never[]>>

/** A question for each operation with a row for each of many things, and how many rows its JSON says that there are. */
const questions: Readonly<Record<string, { readonly words: string[]; readonly rows: (answer: Json) => number }>> = {
  votes: {
    words: ['votes', 'CHN', 'RUS', '--from', '2024'],
    rows: ({ votes, total }) => {
      expect(votes!.length).toBe(total)
      return votes!.length
    },
  },
  changes: {
    words: ['changes', '--from', '2015'],
    rows: ({ worse, better }) => {
      const [down, up] = [worse, better] as unknown as { of: number; rows: unknown[] }[]
      expect([down!.rows.length, up!.rows.length]).toEqual([down!.of, up!.of])
      return down!.of + up!.of
    },
  },
  evidence: {
    words: ['evidence', 'CHN', 'RUS', 'kappa_quadratic', '--draws', '100'],
    rows: ({ behind }) => {
      const all = behind as unknown as { total: number; rows: unknown[] }[]
      expect(all.map(({ rows }) => rows.length)).toEqual(all.map(({ total }) => total))
      return all.reduce((sum, { total }) => sum + total, 0)
    },
  },
  'claims rows': {
    words: ['claims', 'rows', text, '1', '--date', '2024-05-01'],
    rows: ({ behind }) => (behind as unknown as { total: number }[]).reduce((sum, { total }) => sum + total, 0),
  },
  find: { words: ['find', 'united'], rows: ({ parties, pairs }) => parties!.length + pairs!.length },
  ledger: { words: ['ledger', 'CHN', 'RUS'], rows: ({ items }) => items!.length },
  stakeholders: { words: ['stakeholders', 'CHN', 'RUS'], rows: ({ nodes }) => nodes!.length },
  routes: { words: ['routes', 'RUS'], rows: ({ hubs, products }) => hubs!.length + products!.length },
  states: { words: ['states'], rows: ({ states }) => states!.length },
  'measure similarity': { words: ['measure', 'similarity', 'CHN', '--year', '2018', '--draws', '0'], rows: ({ rows }) => rows!.length },
  'measure ideal-points': {
    words: ['measure', 'ideal-points', '--from', '2022', '--to', '2023'],
    rows: ({ positions }) => positions!.length,
  },
}

describe('a machine format is whole, whatever a table shows', () => {
  test.each(Object.entries(questions))('%s: CSV has the rows that JSON has, and JSON has all', async (_, { words, rows }) => {
    const [json, csv] = [await visavis(...words, '--json'), await visavis(...words, '--format', 'csv')]
    expect([json.code, csv.code]).toEqual([0, 0])
    const said = rows(JSON.parse(json.out) as Json)
    expect(said).toBeGreaterThan(0)
    expect(recordsIn(csv.out)).toBe(said)
    expect(csv.err).not.toContain('are shown')
  })

  test('no operation with a limit has it by default in CSV or JSON, and each is asked above', () => {
    const limited = operations.filter(({ parameters }) => parameters.some(({ name }) => name === 'limit'))
    for (const { name, parameters } of limited) {
      const limit = parameters.find((one) => one.name === 'limit')!
      expect([name, limit.default, typeof limit.inTables]).toEqual([name, undefined, 'number'])
    }
    const asked = [...Object.keys(questions), 'diff'] // diff needs two snapshots: editions.test.ts
    expect(limited.map(({ name }) => name).filter((name) => !asked.includes(name))).toEqual([])
  })
})

describe('a table that is cut says so on stderr', () => {
  test('votes: fifty rows of all, and how to get the others; with a larger limit nothing is left out or said', async () => {
    const cut = await visavis('votes', 'CHN', 'RUS', '--from', '2024')
    const [, total] = /^50 of (\d+) roll calls are shown\. For all of them: --limit \1, or --format csv\.$/m.exec(cut.err) ?? []
    expect(Number(total)).toBeGreaterThan(100)
    const whole = await visavis('votes', 'CHN', 'RUS', '--from', '2024', '--limit', total!)
    expect([whole.err.includes('are shown'), whole.out.includes('more (--offset')]).toEqual([false, false])
  })

  test('a limit that was asked for holds in CSV too, and is said', async () => {
    const { out, err } = await visavis('votes', 'CHN', 'RUS', '--from', '2024', '--format', 'csv', '--limit', '10')
    expect(recordsIn(out)).toBe(10)
    expect(err).toMatch(/^10 of \d+ roll calls are shown\. For all of them: no --limit\.$/m)
  })

  test.each([
    ['evidence', ['evidence', 'CHN', 'RUS', 'kappa_quadratic', '--limit', '5', '--draws', '100'], /5 of \d+ rows of un-\S+ are shown/],
    ['find', ['find', 'a'], /8 of \d+ (parties|pairs) are shown/],
    ['stakeholders', ['stakeholders', 'CHN', 'RUS'], /40 of \d+ names are shown; --json has all\./],
    [
      'ideal points',
      ['measure', 'ideal-points', '--from', '2022', '--to', '2023'],
      /of \d+ states are shown; --format csv has every state/,
    ],
  ])('%s', async (_, words, said) => {
    expect((await visavis(...words)).err).toMatch(said)
    expect((await visavis(...words, '--quiet')).err).toBe('')
  })
})
