import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { wholeCatalogue } from '../../../src/operations/record-questions/indicators.ts'
import { indicatorsPage } from '../../../src/reports/answers/indicator-catalogue.ts'
import { loadSourceCards, readers } from '../../../src/sources/index.ts'
import { bundledRecord } from '../../../src/store/find-snapshot.ts'
import { openSession, openSnapshot, type SourceCard, type TableName, tables } from '../../../src/store/index.ts'
import { indicatorOf, indicators } from '../../../src/store/indicators/indicators.ts'
import { broughtBy } from '../../faults/brought.ts'
import { samples } from '../../faults/samples.ts'

const sourceCards = await loadSourceCards()

const session = await openSession({ threads: 1 })
afterAll(() => session.close())

const named = (card: SourceCard): string[] => card.coverage.map(({ indicator }) => indicator)
const tableOf = (indicator: string): TableName => indicatorOf(indicator)?.table ?? 'observations'

/** What belongs to rows of another table, or says nothing of itself, has no series of its own. */
const parts = ['voters', 'speech_words']

describe('the catalogue', () => {
  test('has every series once, under an id of small letters and hyphens', () => {
    expect(new Set(indicators.map(({ id }) => id)).size).toBe(indicators.length)
    expect(indicators.map(({ id }) => id).filter((id) => !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id))).toEqual([])
  })

  test.each(indicators.map(({ id }) => id))('%s: title, unit, definition, what more of it means, and what it does not say', (id) => {
    const { title, unit, higher, definition, limits } = indicatorOf(id)!
    for (const text of [title, unit, higher]) expect(text.trim()).not.toBe('')
    for (const sentence of [definition, limits]) expect(sentence).toMatch(/^[A-Z0-9].{20,}\.$/)
    expect(limits).not.toBe(definition)
  })

  test('names every series that a card says it covers, and a card covers every series', () => {
    const covered = new Set(sourceCards.flatMap(named))
    expect([...covered].filter((id) => indicatorOf(id) === undefined)).toEqual([])
    expect(indicators.map(({ id }) => id).filter((id) => !covered.has(id))).toEqual([])
  })

  test('has a series for every table', () => {
    const held = new Set(indicators.map(({ table = 'observations' }) => table))
    expect(Object.keys(tables).filter((table) => !held.has(table as TableName) && !parts.includes(table))).toEqual([])
  })
})

test.each(sourceCards.map(({ id }) => id))('the card of %s has coverage, licence, citation and limits', (id) => {
  const card = sourceCards.find((one) => one.id === id)!
  for (const text of [card.title, card.provider, card.url, card.licence.id, card.licence.terms, card.citation, card.vintage])
    expect(text.trim()).not.toBe('')
  expect(card.quirks.length).toBeGreaterThan(0)
  expect(card.coverage.length).toBeGreaterThan(0)
  for (const { from, to, whom } of card.coverage) {
    expect(from).toMatch(/^\d{4}-\d\d-\d\d$/)
    expect(from <= to).toBe(true)
    expect(whom).not.toBe('')
  }
})

describe('what the readers bring', () => {
  test('there is a sample of every source that visavis add takes', () => {
    const sampled = new Set(samples.map(({ reader }) => reader))
    expect(readers.map(({ id }) => id).filter((id) => !sampled.has(id))).toEqual([])
  })

  test.each(samples.map((sample) => [sample.reader, sample] as const))(
    '%s: every indicator and table in its rows is on its card',
    async (_, sample) => {
      const { card, brought } = await broughtBy(sample, session)
      const { observations, ...others } = brought
      const found = [...new Set((observations?.['indicator'] ?? []).map(String))]
      expect(found.filter((id) => !named(card).includes(id))).toEqual([])
      const told = named(card).map(tableOf)
      const filled = Object.entries(others).filter(([, columns]) => 'sql' in columns || (Object.values(columns)[0] ?? []).length > 0)
      expect(filled.map(([table]) => table).filter((table) => !parts.includes(table) && !told.includes(table as TableName))).toEqual([])
    },
  )
})

test('every indicator and table of the bundled record is covered by the card of its source', async () => {
  const record = await openSnapshot(bundledRecord())
  try {
    const covers = (source: string, indicator: string): boolean =>
      record.manifest.sources.some((card) => card.id === source && named(card).includes(indicator))
    const pairs = await record.rows('SELECT DISTINCT source, indicator FROM observations ORDER BY ALL')
    expect(pairs.filter(({ source, indicator }) => !covers(String(source), String(indicator)))).toEqual([])
    for (const [table, columns] of Object.entries(tables)) {
      if (table === 'observations' || parts.includes(table) || !('source' in columns)) continue
      const ids = indicators.filter((one) => one.table === table).map(({ id }) => id)
      const sources = (await record.rows(`SELECT DISTINCT source FROM ${table}`)).map(({ source }) => String(source))
      expect(sources.filter((source) => !ids.some((id) => covers(source, id)))).toEqual([])
    }
  } finally {
    record.close()
  }
})

test('docs/generated/indicators.md is the catalogue as it stands (npx tsx scripts/docs/indicators-page.ts)', async () => {
  const page = readFileSync(join(import.meta.dirname, '../../../docs/generated/indicators.md'), 'utf8')
  expect(page).toBe(indicatorsPage({ schemaVersion: 1, indicators: await wholeCatalogue() }))
})
