import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { joined } from '../../../../scripts/record/record-checks.ts'
import { partnerRankings } from '../../../../src/claims/testing/questions/partner-rankings.ts'
import { readChinaCustoms } from '../../../../src/sources/customs/china-customs.ts'
import { readUkOns } from '../../../../src/sources/customs/uk-ons.ts'
import { loadSourceCards } from '../../../../src/sources/index.ts'
import { readBlocMemberships } from '../../../../src/sources/reviewed-tables/bloc-memberships.ts'
import { openSession, openSnapshot, type Snapshot, writeSnapshot } from '../../../../src/store/index.ts'
import { verdictsOn } from '../../tested-text.ts'

const sourceCards = await loadSourceCards()

/** Partners of China in yuan and of the United Kingdom in pounds, as their offices list them. */
let snapshot: Snapshot
beforeAll(async () => {
  const session = await openSession()
  const memberships = await readBlocMemberships('data/tables/bloc-memberships.csv', session)
  session.close()
  const lists = joined([await readChinaCustoms('data/tables/china-customs.csv'), await readUkOns('data/tables/uk-ons.csv')])
  const root = mkdtempSync(join(tmpdir(), 'visavis-'))
  const sources = sourceCards.filter(({ id }) => ['china-customs', 'uk-ons', 'bloc-memberships'].includes(id))
  const content = { observations: { columns: lists }, memberships: { columns: memberships } }
  const { id } = await writeSnapshot(root, content, { sources, created: '2026-06-30', note: 'test' })
  snapshot = await openSnapshot(join(root, 'snapshots', id))
})
afterAll(() => snapshot.close())

const verdicts = (sentence: string, title: string) => verdictsOn(sentence, '2025-03-10', { title, snapshot })

describe('a place in the list of an office', () => {
  const ofChina = (sentence: string) => verdicts(sentence, 'China and its partners')

  test('the list is complete, without Hong Kong, which stands in the whole, and with a union as one partner beside it', async () => {
    const year = [{ from: '2024-01-01', to: '2024-12-31' }]
    const [order] = await partnerRankings(snapshot, { ranked: 'VNM', host: 'CHN', ways: ['from host'], of: 'goods' }, year)
    expect([order!.complete, order!.official, order!.partners.length]).toEqual([true, true, 193])
    expect(order!.leftOut / 7.1217e9).toBeGreaterThan(290)
    expect(order!.united.map((partners) => partners.slice(0, 3).map(({ id }) => id))).toEqual([
      ['USA', 'EUU', 'VNM'],
      ['ASEAN', 'USA', 'JPN'],
      ['ASEAN', 'USA', 'EUU'],
    ])
  })
  test('as the list has it is right; one further down is open, as Hong Kong may be counted; neither way makes Germany the second', async () => {
    expect(await ofChina('In 2024 Vietnam was the second largest customer of China.')).toEqual(['supported'])
    expect(await ofChina('In 2024 Vietnam was the third largest customer of China.')).toEqual(['unverifiable'])
    expect(await ofChina('In 2024 Germany was the second largest customer of China.')).toEqual(['contradicted'])
  })
  test('third behind ASEAN and the EU is not wrong for the first among states', async () => {
    expect(await ofChina('In 2024 the United States was China’s third largest trading partner.')).toEqual(['unverifiable'])
    expect(await ofChina('In 2024 Germany was China’s third largest trading partner.')).toEqual(['contradicted'])
  })
})

describe('amounts in the money of the office', () => {
  test.each([
    ['In 2023 the United Kingdom imported goods worth £68.1 billion from China.', 'supported'],
    ['In 2023 the United Kingdom imported goods worth $84.7 billion from China.', 'supported'],
    ['In 2023 the United Kingdom imported goods worth £168.1 billion from China.', 'contradicted'],
  ])('%s', async (sentence, verdict) => expect(await verdicts(sentence, 'The United Kingdom and China')).toEqual([verdict]))
  test('yuan at the rate of the year are the customs’ own dollars but for a per cent', async () =>
    expect(await verdicts('In 2024 China exported goods worth $161.8 billion to Vietnam.', 'China and Vietnam')).toEqual(['supported']))
})
