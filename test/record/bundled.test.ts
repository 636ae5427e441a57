import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { countsOf, recordPage } from '../../scripts/docs/record-page.ts'
import { isParty, recordLimit } from '../../scripts/record/record-checks.ts'
import { sizeOf } from '../../scripts/record/record-compile.ts'
import { growthEditions } from '../../src/sources/finance/world-bank-growth.ts'
import { existedIn, stateOf } from '../../src/states/index.ts'
import { bundledRecord } from '../../src/store/find-snapshot.ts'
import { type Cell, openSnapshot, type Snapshot } from '../../src/store/index.ts'
import { indicatorOf } from '../../src/store/indicators/indicators.ts'

const memoryFolder = join(bundledRecord(), 'memory')

describe('the bundled record', () => {
  let record: Snapshot
  beforeAll(async () => {
    record = await openSnapshot(bundledRecord())
  })
  afterAll(() => record.close())

  /** Without the memory, which a build works out from it. */
  const recordSize = async () => (await sizeOf(bundledRecord())) - (await sizeOf(memoryFolder).catch(() => 0))

  const list = async (sql: string): Promise<Cell[]> => Object.values(await record.columns(sql))[0] ?? []

  test('every source may be redistributed and has citation, vintage, terms and coverage', () => {
    expect(record.manifest.sources.length).toBeGreaterThan(10)
    for (const card of record.manifest.sources) {
      expect(card.licence.redistribute, card.id).toBe(true)
      for (const text of [card.citation, card.vintage, card.licence.id, card.licence.terms, card.url, card.provider])
        expect(text, card.id).not.toBe('')
      expect(card.coverage.length, card.id).toBeGreaterThan(0)
      for (const { from, to } of card.coverage) expect(from <= to, `${card.id} ${from} ${to}`).toBe(true)
    }
  })

  test('the sources in the rows are those of the manifest, each of its vintage', async () => {
    const tables = [
      'observations',
      'roll_calls',
      'cited_roll_calls',
      'memberships',
      'commitments',
      'dated_relations',
      'interstate_relations',
      'territorial_claims',
      'institution_memberships',
      'trade_agreements',
      'agreements_and_restrictions',
      'sanctions',
      'estimated_points',
      'speech_similarities',
      'speech_themes',
      'speech_words',
      'trade_norms',
      'trade_losses',
      'vetoes',
      'council_outcomes',
      'events',
      'conflicts',
    ]
    const found = await list(`${tables.map((table) => `SELECT DISTINCT source FROM ${table}`).join(' UNION ')} ORDER BY 1`)
    expect(found).toEqual(record.manifest.sources.map(({ id }) => id).sort())
    const vintages = await record.rows('SELECT DISTINCT source, vintage FROM observations')
    // GDP of 2024 is of a later edition, and
    // growth is revised for years: both editions stand in the record, under vintages of their own, which the card names together
    const growth = vintages.filter(({ source }) => source === 'world-bank-growth').map(({ vintage }) => vintage)
    expect(growth.sort()).toEqual([growthEditions.earlier, growthEditions.later])
    expect(record.manifest.sources.find(({ id }) => id === 'world-bank-growth')?.vintage).toBe(growth.join('; '))
    for (const { source, vintage } of vintages)
      if (source !== 'world-bank-growth' && source !== 'world-bank')
        expect(record.manifest.sources.find(({ id }) => id === source)?.vintage).toBe(vintage)
  })

  test('what may not be redistributed is not in it', async () => {
    expect(await list("SELECT count(*) FROM observations WHERE source = 'crea-fossil'")).toEqual([0])
  })

  test('it takes at most 18 MiB', async () => {
    expect(await recordSize()).toBeLessThanOrEqual(recordLimit)
  })

  test('it is one snapshot with no parts left over', async () => {
    const parts = Object.values(record.manifest.tables).flat()
    const manifest = await sizeOf(record.directory)
    expect(await recordSize()).toBe(manifest + parts.reduce((sum, { bytes }) => sum + bytes, 0))
  })

  test('every party of an observation is a state, a bloc or the world, and every indicator is in the catalogue', async () => {
    const parties = await list('SELECT DISTINCT unnest([from_id, to_id, reporter]) AS id FROM observations ORDER BY id')
    expect(parties.filter((id) => id !== null && !isParty(id))).toEqual([])
    const used = await record.rows('SELECT DISTINCT indicator, to_id IS NULL AS alone, unit FROM observations')
    for (const { indicator, alone, unit } of used) {
      const known = indicatorOf(String(indicator))
      expect(known, String(indicator)).toBeDefined()
      expect(known?.relation === 'state', String(indicator)).toBe(alone)
      if (known?.unit !== 'mixed') expect(unit, String(indicator)).toBe(known?.unit)
    }
  })

  test('no observation is between a party and itself but for the world', async () => {
    expect(await list("SELECT locator FROM observations WHERE from_id = to_id AND from_id <> 'WLD'")).toEqual([])
  })

  test('exports are free on board and reported by the sender, imports with freight by the receiver, but for the United States, and for Brazil and the United Kingdom as their offices have it', async () => {
    const wrong = `SELECT locator FROM observations
      WHERE (indicator = 'goods-exports' AND (reporter <> from_id OR valuation <> 'FOB'))
         OR (indicator = 'goods-imports' AND (reporter <> to_id OR valuation <> if(reporter = 'USA' OR source = 'uk-ons' OR (reporter = 'BRA' AND source = 'cited-figures'), 'FOB', 'CIF')))
         OR (indicator = 'goods-trade-flow' AND reporter IS NOT NULL)`
    expect(await list(wrong)).toEqual([])
  })

  test('a zero is one of a source that prints zeros, never a blank', async () => {
    const zeros = await list('SELECT DISTINCT source FROM observations WHERE value = 0 ORDER BY source')
    // lists of debts and of direct investment print zeros; a visa rule of 0 is "no admission"
    const printing = [
      ...['comext-fossil', 'crea-tracker', 'imf-direct-investment', 'kazakhstan-customs', 'passport-index'],
      ...['uzbekistan-customs', 'world-bank-debt', 'world-bank-growth'],
    ]
    expect(await list("SELECT DISTINCT indicator FROM observations WHERE value = 0 AND source = 'world-bank-growth'")).toEqual([
      'gdp-growth',
    ])
    expect(zeros.filter((source) => !printing.includes(String(source)))).toEqual([])
    expect(
      await list(
        "SELECT count(*) FROM observations WHERE value < 0 AND indicator NOT LIKE '%-growth' AND indicator <> 'direct-investment-stock' AND indicator NOT LIKE 'public-debt%'",
      ),
    ).toEqual([0])
  })

  test('goods trade of one reporter, flow and year stands once per source', async () => {
    const twice = `SELECT source FROM observations WHERE indicator LIKE 'goods%'
      GROUP BY indicator, from_id, to_id, reporter, start_date, end_date, unit, source HAVING count(*) > 1`
    expect(await list(twice)).toEqual([])
  })

  test('no partner of a customs table is a state that had ceased to exist', async () => {
    const rows = await record.rows(
      "SELECT DISTINCT unnest([from_id, to_id]) AS id, left(start_date, 4) AS year FROM observations WHERE indicator LIKE 'goods%'",
    )
    const gone = rows.filter(({ id, year }) => {
      const state = stateOf(String(id))
      const last = state?.spans.at(-1)?.to ?? null
      return state !== undefined && last !== null && !existedIn(state, Number(year))
    })
    expect(gone).toEqual([])
  })

  test('China and Russia in 2014 have several honest answers: 88.3 (Russian customs), 88.4 (IMF), 92.2 bn USD (BACI)', async () => {
    const sums = await record.rows(`SELECT source, round(sum(value) / 1e9, 1) AS bn FROM observations
      WHERE indicator IN ('goods-exports', 'goods-imports', 'goods-trade-flow') AND (reporter = 'RUS' OR reporter IS NULL) AND start_date = '2014-01-01'
        AND ((from_id = 'CHN' AND to_id = 'RUS') OR (from_id = 'RUS' AND to_id = 'CHN')) GROUP BY source ORDER BY source`)
    expect(sums).toEqual([
      { source: 'baci', bn: 92.2 },
      { source: 'imf-dots', bn: 88.4 },
      { source: 'russian-customs', bn: 88.3 },
    ])
  })

  test('its page tells its counts', async () => {
    expect(readFileSync(recordPage, 'utf8')).toBe(await countsOf(bundledRecord()))
  })

  test('a vote has as many positions as there are voters', async () => {
    expect(await list('SELECT DISTINCT length(votes) FROM roll_calls')).toEqual(await list('SELECT count(*) FROM voters'))
  })
})
