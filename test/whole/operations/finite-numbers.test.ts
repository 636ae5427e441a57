import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkInput, operations } from '../../../src/operations/index.ts'
import { answerJson } from '../../../src/operations/request/answer-json.ts'
import type { Format } from '../../../src/operations/request/operation.ts'
import { renderAnswer } from '../../../src/operations/workers/render-answer.ts'
import { loadSourceCards } from '../../../src/sources/index.ts'
import { type Observation, observationColumns } from '../../../src/sources/rows/observation.ts'
import { writeSnapshot } from '../../../src/store/index.ts'
import { yearly } from '../../assessments/made-snapshot.ts'

const sourceCards = await loadSourceCards()

const states = ['CHN', 'RUS', 'DEU', 'POL', 'USA']

/** What every state has in a year. */
function sizes(year: number, gdp: number, population: number): Observation[] {
  const of = (indicator: string, unit: string, value: number): Observation[] =>
    states.map((iso3) => yearly({ year, indicator, from_id: iso3, to_id: null, value, unit, source: 'world-bank' }))
  return [...of('gdp', 'USD', gdp), ...of('population', 'persons', population)]
}

/** What every pair sends to each other in a year, and to the world. */
function goods(year: number, value: number, world: number): Observation[] {
  return states.flatMap((from_id) =>
    [...states.filter((one) => one !== from_id), 'WLD'].flatMap((to_id) =>
      (['goods-exports', 'goods-imports'] as const).map((indicator) => {
        const [from, to] = indicator === 'goods-exports' ? [from_id, to_id] : [to_id, from_id]
        return yearly({
          year,
          indicator,
          from_id: from,
          to_id: to,
          value: to_id === 'WLD' ? world : value,
          unit: 'USD',
          source: 'imf-dots',
          reporter: from_id,
        })
      }),
    ),
  )
}

const years = Array.from({ length: 14 }, (_, i) => 2010 + i)

/** Records that a reader may well bring: a source prints zero, has one year, or nothing. */
const records: Readonly<Record<string, readonly Observation[]>> = {
  'a GDP and a population of zero': years.flatMap((year) => [...sizes(year, 0, 0), ...goods(year, 5e9, 1e11)]),
  'trade of zero': years.flatMap((year) => [...sizes(year, 1e12, 1e8), ...goods(year, 0, 0)]),
  'nothing but zeros': years.flatMap((year) => [...sizes(year, 0, 0), ...goods(year, 0, 0)]),
  'a single year': [...sizes(2020, 1e12, 1e8), ...goods(2020, 5e9, 1e11)],
}

const pairs = [
  ['CHN', 'RUS'],
  ['DEU', 'POL'],
  ['USA', 'CHN'],
  ['DEU', 'RUS'],
  ['USA', 'RUS'],
] as const

const text =
  'In 2020 trade between China and Russia grew by 50 percent. Trade with Germany was 3 percent of Russian GDP in 2020. Russia took twice as much of China as of Poland in 2020.'

const questions: readonly (readonly [operation: string, input: Record<string, unknown>])[] = [
  ...pairs.map(([a, b]) => ['assess', { a, b, to: '2023' }] as const),
  ['world', { of: 'CHN', measure: 'share-of-exports' }],
  ['world', { of: 'RUS', measure: 'share-of-imports' }],
  ['dyads', { state: 'RUS', to: '2023', draws: 100 }],
  ['panel', { states: 'RUS,CHN,USA', from: 2019 }],
  ['compare', { pairs: ['CHN-RUS', 'DEU-POL'], domain: 'trade' }],
  ['composite', { a: 'CHN', b: 'RUS', weights: 'trade=1,blocs=1', to: '2023' }],
  ['mirror', { a: 'CHN', b: 'RUS' }],
  ['read', { file: '-', date: '2021-06-30' }],
]

const homes = new Map<string, string>()

beforeAll(async () => {
  for (const [name, rows] of Object.entries(records)) {
    const root = mkdtempSync(join(tmpdir(), 'visavis-finite-'))
    const held = new Set(rows.map(({ source }) => source))
    const sources = sourceCards.filter(({ id }) => held.has(id))
    await writeSnapshot(
      root,
      { observations: { columns: observationColumns([...rows]) } },
      { sources, created: '2026-06-30', note: 'test' },
    )
    homes.set(name, root)
  }
})

afterAll(() => {
  for (const home of homes.values()) rmSync(home, { recursive: true, force: true })
})

/** An answer, or the code of a refusal that says what is missing. */
async function asked(name: string, input: Record<string, unknown>, home: string): Promise<{ code?: string; texts: string[] }> {
  const operation = operations.find((one) => one.name === name)!
  const work = await operation.load()
  async function* stdin(): AsyncGenerator<Uint8Array> {
    yield new TextEncoder().encode(text)
  }
  try {
    const context = { env: { VISAVIS_HOME: home }, today: '2026-11-29', now: '2026-11-29T12:00:00.000Z', stdin }
    const answer = await work.run(checkInput(operation, input), context)
    const json = answerJson(answer)
    expect(work.output.safeParse(JSON.parse(json)).error?.issues ?? []).toEqual([])
    const formats = operation.formats.filter((one) => !['json', 'zip', 'parquet', 'dta'].includes(one))
    const shown = async (format: Format): Promise<string> =>
      Buffer.from((await renderAnswer(work, answer, { format, bytes: true })) as Uint8Array).toString()
    return { texts: [json, ...(await Promise.all(formats.map(shown)))] }
  } catch (thrown) {
    return { code: (thrown as { code?: string }).code ?? String(thrown), texts: [String(thrown)] }
  }
}

describe.each(Object.keys(records))('on a record with %s no answer has a number that is none', (record) => {
  test.each(questions)('%s %j', async (name, input) => {
    const { code, texts } = await asked(name, input, homes.get(record)!)
    expect([undefined, 'NoCoverage', 'NoSnapshot', 'Usage']).toContain(code)
    for (const one of texts) expect(one).not.toMatch(/\bNaN\b|Infinity|∞|\bundefined\b|(?<![\d.\w-])-0(?![\d.,:\w-])/)
  })
})

test('trade beside a GDP of zero is an unknown that says why', async () => {
  const { texts } = await asked('assess', { a: 'CHN', b: 'RUS', to: '2023' }, homes.get('a GDP and a population of zero')!)
  const { domains } = JSON.parse(texts[0]!) as { domains: { estimates: { id: string; state: string; reason?: string }[] }[] }
  const share = domains.flatMap(({ estimates }) => estimates).find(({ id }) => id === 'gdp-share-a')
  expect(share).toMatchObject({ state: 'unknown', reason: expect.stringMatching(/^the record has no GDP of China above zero/) })
})

test('a number that is none is an error where an answer becomes JSON, not a null', () => {
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])
    expect(() => answerJson({ figure: { value } })).toThrow(/"value" of the answer/)
})
