import { describe, expect, test } from 'vitest'
import { readers } from '../../src/sources/index.ts'
import { registeredSources } from '../../src/sources/registered-sources.ts'

describe('what visavis add takes', () => {
  test('no source is registered twice', () => {
    expect(new Set(registeredSources.map(({ id }) => id)).size).toBe(registeredSources.length)
  })

  test.each(registeredSources.map(({ id }) => id))('%s: its card has that id, and terms, citation, coverage', async (id) => {
    const { card } = await registeredSources.find((source) => source.id === id)!.load()
    expect(card.id).toBe(id)
    expect(card.licence.terms).not.toBe('')
    expect(card.citation).not.toBe('')
    expect(card.coverage.length).toBeGreaterThan(0)
    expect(card.quirks.length).toBeGreaterThan(0)
  })

  /** Repositories in which the authors of a data set publish it themselves. All others are copies: the card names the primary publisher. */
  const ownRepositories: Readonly<Record<string, string>> = {
    'un-resolutions': 'https://github.com/UNxml/GAresolutions',
    'un-sc-vetoes-coded': 'https://github.com/world-politics-datalab/vetoes-un-security-council',
    'us-troops': 'https://github.com/meflynn/troopdata',
    'us-missions': 'https://github.com/brentonk/us_diplomatic_missions',
    'passport-index': 'https://github.com/ilyankou/passport-index-dataset',
  }

  test.each(registeredSources.map(({ id }) => id))(
    '%s: its address is the publisher’s, not that of a copy; a copy is named as one',
    async (id) => {
      const { card } = await registeredSources.find((source) => source.id === id)!.load()
      if (/github|gitlab|kaggle|huggingface/.test(card.url)) expect([id, card.url]).toEqual([id, ownRepositories[id]])
      expect(card.provider).not.toMatch(/github/i)
      if (/github\.com|a public copy/.test(card.vintage)) expect(card.vintage).toMatch(/accessed via .*\(unofficial copy\)/)
    },
  )

  test('a source of one file refuses none and two, and says what it takes', async () => {
    const { read } = await readers.find((reader) => reader.id === 'atop')!.load()
    const session = undefined as never
    await expect((async () => read([], session))()).rejects.toThrow(/takes one file \(atop5_1ddyr.csv/)
    await expect((async () => read(['a', 'b'], session))()).rejects.toThrow(/2 were given/)
  })

  test('a source of named files says which one is missing, or strange', async () => {
    const { read } = await readers.find((reader) => reader.id === 'kyrgyzstan-customs')!.load()
    const session = undefined as never
    await expect((async () => read(['eksport.xlsx'], session))()).rejects.toThrow(/needs one file for "imports"/)
    await expect((async () => read(['eksport.xlsx', 'import.xlsx', 'x.csv'], session))()).rejects.toThrow(/does not know what x.csv is/)
  })
})
