import { describe, expect, test } from 'vitest'
import { testedText } from '../../tested-text.ts'

const answer = async (text: string, date = '2024-06-01') => (await testedText(text, date)).map(({ finding }) => finding)[0]

describe('claims that goods from the EU go through a third state', () => {
  test.each([
    'Kyrgyzstan became a hub for re-exports of European goods to Russia.',
    'EU goods were rerouted to Russia via Georgia in 2022.',
    'Sanctioned European goods reach Russia through Kazakhstan, Armenia and Kyrgyzstan.',
  ])('a rise beyond controls is at most partly: %s', async (text) => {
    const found = await answer(text)
    expect(found!.verdict).toBe('partly')
    expect(found!.why).toContain('consistent with rerouting')
    expect(found!.why).toContain('not seen in these data')
    expect(found!.evidence[0]!.source).toBe('comext')
  })

  test('goods under sanctions are tested by goods under sanctions', async () => {
    expect((await answer('Sanctioned goods were rerouted to Russia via Kyrgyzstan.'))!.why).toContain('March to November 2022: 7.61 times')
  })

  test('no finding leaves the claim open', async () => {
    const found = await answer('Türkiye has become a hub for the re-export of European goods to Russia since 2022.')
    expect([found!.verdict, found!.why.includes('no proof of the contrary')]).toEqual(['unverifiable', true])
  })

  test('a time before the ban or after the figures is not tested, and the text says why', async () => {
    const after = await answer('In 2025 Kyrgyzstan became a hub for re-exports of European goods to Russia.', '2026-01-10')
    expect([after!.verdict, after!.why.includes('after the figures')]).toEqual(['unverifiable', true])
    const before = await answer('In 2019 Kyrgyzstan became a hub for re-exports of European goods to Russia.')
    expect([before!.verdict, before!.why.includes('lies before 2022')]).toEqual(['unverifiable', true])
  })

  test.each([
    'Kyrgyzstan is not a hub for re-exports of European goods to Russia.',
    'Hong Kong became a hub for re-exports of sanctioned goods to Russia.',
    'Chinese goods were re-exported to Russia via Kyrgyzstan.',
  ])('what the figures are not on gets no verdict from them: %s', async (text) => {
    const found = await answer(text)
    expect([found?.verdict ?? 'unverifiable', found?.why.includes('Comext') ?? false]).toEqual(['unverifiable', false])
  })

  test('a rise without times is open, with what the times that could be meant give', async () => {
    const found = await answer('EU exports to Kyrgyzstan rose sevenfold.')
    expect(found!.verdict).toBe('unverifiable')
    expect(found!.why).toContain('2022 was 4.45 times 2021, 2023 was 10.4 times 2021')
    expect(found!.why).toContain('7.01 times')
  })
})
