import { describe, expect, test } from 'vitest'
import { testedText } from '../tested-text.ts'

const published: readonly (readonly [text: string, affected: string, value: number, parts: readonly string[]])[] = [
  [
    'Decoupling from China would cost the European Union 0.8 percent of GDP.',
    'EUU',
    -0.8,
    ['Felbermayr, Mahlkow and Sandkamp 2022', 'real spending of the European Union changes by −0.42 %', 'OECD tables of 2022'],
  ],
  [
    'US tariffs lower Chinese welfare by 1.1 percent according to the model of Ignatenko et al.',
    'CHN',
    -1.1,
    ['Ignatenko, Lashkaripour, Macedoni and Simonovska 2025', 'BACI', 'On the data of the paper our code gives −1.13 %'],
  ],
  [
    'According to Costinot and Rodriguez-Clare, a US tariff of 40 percent would lower Canada’s welfare by 2.3 percent.',
    'CAN',
    -2.3,
    ['Costinot and Rodríguez-Clare 2014', 'WIOD of 2011', '(the text: −2.3 %)'],
  ],
  ['NAFTA raised Mexican welfare by 1.31 percent, according to Caliendo and Parro.', 'MEX', 1.31, ['changes by +1.31 %']],
  ['In a simulation a trade war lowers the real income of Brazil by 2 percent.', 'BRA', -2, ['No scenario of ours is near']],
]

describe('a sentence that quotes the result of a model', () => {
  test.each(published)('%s', async (text, affected, value, parts) => {
    const [only, ...rest] = await testedText(text, '2025-06-01')
    expect(rest).toEqual([])
    expect([only!.claim.rules, only!.claim.actors[0], only!.claim.value]).toEqual([['model-result'], affected, value])
    expect(only!.finding!.verdict).toBe('unverifiable')
    expect(only!.finding!.why).toContain('the result of a model, not a fact')
    for (const part of parts) expect(only!.finding!.why).toContain(part)
    expect(only!.finding!.wouldSettle).toContain('visavis')
  })

  test('is never contradicted, however far ours is', async () => {
    const [only] = await testedText('Liberation Day tariffs would lower Chinese welfare by 90 percent.', '2025-06-01')
    expect([only!.claim.value, only!.finding!.verdict, only!.finding!.wouldBeTrue]).toEqual([-90, 'unverifiable', null])
  })

  test('leaves figures of other clauses as they were', async () => {
    const facts = 'China’s exports to Russia reached 111 billion dollars in 2023'
    const [alone] = await testedText(`${facts}.`, '2024-06-01')
    const both = await testedText(`${facts}, but decoupling would cost China 2 percent of GDP.`, '2024-06-01')
    expect(both.map(({ finding }) => finding!.verdict)).toEqual([alone!.finding!.verdict, 'unverifiable'])
    expect(alone!.finding!.verdict).toBe('supported')
  })

  test.each([
    'Russian GDP fell by 1.2 percent in 2022.',
    'Sanctions cut Russian GDP by 2.1 percent.',
    'The US tariff on Chinese cars rose to 100 percent.',
    'Trade between China and Russia rose by 26 percent in 2023.',
    'Tariffs on 40 percent of imports lowered welfare.',
    'The growth of real incomes in China was 5 percent in 2023.',
  ])('is not: %s', async (text) => {
    for (const { claim } of await testedText(text, '2024-06-01')) expect(claim.rules).not.toContain('model-result')
  })
})
