import { describe, expect, test } from 'vitest'
import { readClaims } from '../../../src/claims/reading/document-claims.ts'

/** Domains of the claims of a text. */
const domains = (texts: readonly string[], title: string): string[] =>
  readClaims(texts, '2024-08-01', title)
    .filter(({ checkable }) => checkable)
    .map(({ domain }) => domain)

describe('what a text is about tells of which domain its plain words are', () => {
  test('sales and shares in a text on arms', () => {
    const texts = [
      'Chad was the largest importer of arms in 2023.',
      'Its purchases of weapons rose by half.',
      'Niger took 12 percent of sales.',
    ]
    expect(domains(texts, 'Arms imports of Chad')).toEqual(['arms', 'arms', 'arms'])
  })

  test('shares of output in a text on aid', () => {
    const texts = ['Norway gave Chad $2 billion in aid.', 'Denmark follows with 1.4% of GDP.']
    expect(domains(texts, 'Aid to Chad')).toEqual(['finance', 'finance'])
  })

  test('a deed without a topic is no trade, though the text is on trade', () => {
    const texts = ['Trade between Chad and Niger rose by half in 2023.', 'Chad ordered the envoy of Niger out in May 2023.']
    expect(domains(texts, 'Trade of Chad and Niger')).toEqual(['trade', 'diplomacy'])
  })

  test('sales in a text on trade stay trade, though tanks were named', () => {
    const texts = [
      'Niger bought 20 tanks from Chad in 2021.',
      'Trade between Chad and Niger rose by half in 2023.',
      'Exports to Niger grew by 3%.',
    ]
    expect(domains(texts, 'Trade of Chad and Niger')).toEqual(['arms', 'trade', 'trade'])
  })

  test('accession to the alliance', () => {
    expect(domains(['The parliament of Chad cleared the way for Niger into NATO on Monday.'], 'Niger and NATO')).toEqual(['alliance'])
  })
})
