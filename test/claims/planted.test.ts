import { beforeAll, describe, expect, test } from 'vitest'
import { type PlantedScore, plantedScore, plantedSets, plantedTexts } from '../../scripts/scores/planted-texts.ts'
import type { TestedClaim } from '../../src/claims/verdict.ts'
import { record } from './deed-claims.ts'

describe.each(plantedSets)('texts with one error each, %s set', (set) => {
  const texts = plantedTexts(set)
  let scores: PlantedScore[]
  beforeAll(async () => {
    const snapshot = await record()
    scores = []
    for (const text of texts) scores.push(await plantedScore(text, snapshot, '2026-11-28'))
  })

  test('sixty texts, of which 45 have an error that stands in its sentence', () => {
    expect(texts).toHaveLength(60)
    const planted = texts.flatMap((text) => (text.planted === undefined ? [] : [{ ...text.planted, text }]))
    expect(planted).toHaveLength(45)
    for (const { text, sentence } of planted) expect(text.sentences[sentence], text.title).toBeDefined()
  })

  test('nothing that is true is called contradicted, and some of it is supported, by the bundled record', () => {
    const isSupported = ({ finding }: TestedClaim): boolean => finding?.verdict === 'supported'
    expect(scores.flatMap(({ tested }) => tested.filter(isSupported)).length).toBeGreaterThanOrEqual(80)
    expect(scores.flatMap(({ text, reproached }) => reproached.map(({ claim }) => `${text.title}: ${claim.sentence}`))).toEqual([])
  })

  test('no fewer errors are found than were', () => {
    expect(scores.filter(({ found }) => found).length).toBeGreaterThanOrEqual({ first: 14, second: 5 }[set])
  })
})
