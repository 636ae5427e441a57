import { describe, expect, test } from 'vitest'
import type { Claim } from '../../../../src/claims/claim.ts'
import { testArmsCount } from '../../../../src/claims/testing/deeds/test-arms-counts.ts'
import type { Snapshot } from '../../../../src/store/index.ts'
import { claimOf, found, record } from '../../deed-claims.ts'

/** The bundled record with lines of a register that it may not carry. */
async function register(): Promise<Snapshot> {
  const held = await record()
  const orders = [
    { date: '2022-01-01', end_date: '2023-12-31', code: 'T-72M1 (tank): about 270 ordered in 2022, about 270 delivered from 2022 to 2023' },
    { date: '2023-01-01', end_date: '2023-12-31', code: 'MiG-29 (fighter aircraft): about 14 ordered in 2023, about 14 delivered in 2023' },
    { date: '2022-01-01', end_date: '2023-12-31', code: 'S-300PM (SAM system): 10 ordered in 2022, about 6 delivered in 2023' },
    { date: '2011-01-01', end_date: '2012-12-31', code: 'Mi-8 (helicopter): 5 ordered in 2011, 5 delivered from 2011 to 2012' },
  ]
  return {
    ...held,
    manifest: { ...held.manifest, tables: { ...held.manifest.tables, events: held.manifest.tables.observations ?? [] } },
    rows: async (sql, parameters) => (sql.includes('FROM events') ? orders : held.rows(sql, parameters)),
  }
}
const snapshot = register()

describe('numbers of weapons', () => {
  const of = async (sentence: string, words: string, value: number, year: string, more: Partial<Claim> = {}) =>
    (
      await found(
        testArmsCount,
        claimOf(sentence, words, {
          kind: 'count',
          domain: 'arms',
          actors: ['POL', 'UKR'],
          direction: 'POL->UKR',
          period: { at: year },
          value,
          unit: 'count',
          ...more,
        }),
        { snapshot: await snapshot },
      )
    )?.verdict

  test('delivered, by the name of the weapon', async () => {
    expect(await of('Poland delivered 270 T-72 tanks to Ukraine in 2023.', '270', 270, '2023')).toBe('supported')
    expect(await of('Poland delivered 40 MiG-29 aircraft to Ukraine in 2023.', '40', 40, '2023')).toBe('contradicted')
  })
  test('by the kind alone a number may agree, and never disagrees', async () => {
    expect(await of('Poland sent Ukraine some 270 tanks in 2023.', '270', 270, '2023', { qualifier: 'some' })).toBe('supported')
    expect(await of('Poland sent Ukraine 40 fighters in 2023.', '40', 40, '2023')).toBe('unverifiable')
  })
  test('a number that is planned is not called wrong, one that was delivered is', async () => {
    expect(await of('Poland may send 40 MiG-29 aircraft to Ukraine in 2023.', '40', 40, '2023')).toBe('unverifiable')
    expect(await of('Poland sent 40 MiG-29 aircraft to Ukraine in 2023.', '40', 40, '2023')).toBe('contradicted')
  })
  test('what is bought by the regiment is not counted by the battery, tanks are counted', async () => {
    expect(await of('Ukraine bought five S-300PM systems from Poland in 2022.', 'five', 5, '2022')).toBe('unverifiable')
    expect(await of('Ukraine bought five T-72M1 tanks from Poland in 2022.', 'five', 5, '2022')).toBe('contradicted')
  })
  test('another time has other orders, and other goods have none', async () => {
    expect(await of('Poland sent Ukraine 5 helicopters in 2023.', '5', 5, '2023')).toBeUndefined()
    expect(await of('Poland sent Ukraine 5 trains in 2023.', '5', 5, '2023')).toBeUndefined()
  })
})
