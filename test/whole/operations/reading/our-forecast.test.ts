import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { checkInput, operations } from '../../../../src/operations/index.ts'
import type { AnsweredClaim, ReadAnswer, SavedForecast } from '../../../../src/reports/claims/claims-answer.ts'
import { claimsMarkdown, claimsText } from '../../../../src/reports/claims/claims-text.ts'
import { ourForecastLine } from '../../../../src/reports/claims/our-forecast-words.ts'
import type { OutlookAnswer } from '../../../../src/reports/outlook/outlook-answer.ts'

const home = mkdtempSync(join(tmpdir(), 'visavis-ours-'))
const context = { env: { ...process.env, VISAVIS_HOME: home }, today: '2026-11-30', now: '2026-11-30T12:00:00.000Z' }
afterAll(() => rmSync(home, { recursive: true }))

async function asked<T>(name: string, input: Record<string, unknown>): Promise<T> {
  const operation = operations.find((one) => one.name === name)!
  return (await (await operation.load()).run(checkInput(operation, input), context)) as T
}

async function forecastOf(text: string): Promise<AnsweredClaim> {
  const file = join(home, 'text.txt')
  writeFileSync(file, `${text}\n`)
  const { claims } = await asked<ReadAnswer>('read', { file, date: '2026-11-30' })
  return claims.find(({ kind }) => kind === 'forecast')!
}

describe('forecasts of texts beside ours', () => {
  test('joining a bloc by a tested year has the probability of the outlook', async () => {
    const { ours } = await forecastOf('Ukraine will almost certainly join the European Union by 2031.')
    const { targets } = await asked<OutlookAnswer>('outlook', { a: 'Ukraine', b: 'Poland', horizon: 5 })
    const own = targets.find(({ id }) => id === 'bloc-joining:UKR:EU')!
    expect(ours).toMatchObject({
      target: own.id,
      probability: own.probability,
      baseline: own.baseline,
      resolvesOn: own.resolution.day,
      why: null,
    })
  })

  test('between two horizons it lies between both, and not joining is the complement', async () => {
    const by = async (words: string): Promise<number> => (await forecastOf(words)).ours!.probability!
    const [of2029, of2030, of2031] = [
      await by('Georgia will join NATO by 2029.'),
      await by('Georgia will join NATO by 2030.'),
      await by('Georgia will join NATO before 2032.'),
    ]
    expect(of2029).toBeLessThan(of2030)
    expect(of2030).toBeLessThan(of2031)
    expect(await by('Georgia will not join NATO by 2030.')).toBeCloseTo(1 - of2030, 9)
  })

  test('a flow of goods in dollars: more is less probable, and the other side of the limit is the rest', async () => {
    const of = async (text: string): Promise<number> => (await forecastOf(text)).ours!.probability!
    const [low, high] = [
      await of("China's exports to Germany will exceed $100 billion in 2027."),
      await of("China's exports to Germany will exceed $200 billion in 2027."),
    ]
    expect(low).toBeGreaterThan(high)
    const { ours } = await forecastOf("China's exports to Germany will stay below $200 billion in 2027.")
    expect(ours!.probability).toBeCloseTo(1 - high, 9)
    expect(ours!.resolvesOn).toBe('2029-03-01')
  })

  test.each([
    ['India and Pakistan will probably fight another war by 2030.', 'armed-conflict'],
    ['The United States is likely to impose sanctions on India by 2028.', 'sanctions-onset:USA:IND'],
    ['Trade between China and Russia will likely reach $300 billion by 2030.', 'goods-flow, both directions'],
  ])('%s', async (text, target) => {
    const { ours } = await forecastOf(text)
    expect(ours?.target).toBe(target)
    expect(ours!.probability).toBeGreaterThan(0)
    expect(ours!.probability).toBeLessThan(1)
  })

  test.each([
    ['Relations between India and China will improve by 2031.', /no target/],
    ['Hungary will likely leave the European Union by 2031.', /leaves one bloc/],
    ['The war between Russia and Ukraine will likely end by 2028.', /no target/],
    ['The United States and China will fight a trade war by 2028.', /no target/],
    ["China's exports to Germany will exceed $200 billion in 2060.", /no forecast of this flow/],
    ['The United States will impose sanctions on Russia by 2028.', /in force/],
  ])('no target measures: %s', async (text, why) => {
    const { ours } = await forecastOf(text)
    expect(ours).toMatchObject({ probability: null, baseline: null, target: null, why: expect.stringMatching(why) })
  })

  test('a forecast without a year has none, and the texts of answers and of the ledger say what stands beside the author’s words', async () => {
    expect((await forecastOf('France and Germany will remain close.')).ours).toBeUndefined()
    const file = join(home, 'kept.txt')
    writeFileSync(file, 'India and Pakistan will probably fight another war by 2030. Ukraine will join the European Union by 2031.\n')
    const answer = await asked<ReadAnswer>('read', { file, date: '2026-11-30', keep: true })
    const text = claimsText(answer)
    expect(text.replace(/\s+/g, ' ')).toMatch(
      /The author: probably \(55–80 %\); ours: \d+ %, base rate \d+ % \(Armed conflict: India and Pakistan/,
    )
    expect(claimsMarkdown(answer)).toContain('ours: ')
    const folder = join(home, 'forecasts')
    const kept = readdirSync(folder)
      .filter((name) => /^[0-9a-f]{16}\.json$/.test(name))
      .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as SavedForecast)
    expect(kept.map(({ ours }) => ours?.target).sort()).toEqual(['armed-conflict', 'bloc-joining:UKR:EU'])
  })

  const essay = join(import.meta.dirname, '../../../../../shared/essay/origin-essay.txt')
  test.skipIf(!existsSync(essay))('the essay names no outcome with a year: nothing is put beside its forecasts', async () => {
    const { claims } = await asked<ReadAnswer>('read', { file: essay })
    const forecasts = claims.filter(({ kind }) => kind === 'forecast')
    expect(forecasts.length).toBeGreaterThan(3)
    for (const claim of forecasts) expect(ourForecastLine(claim)).toBeNull()
  })
})
