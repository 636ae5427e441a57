import { describe, expect, test } from 'vitest'
import type { Claim } from '../../../../src/claims/claim.ts'
import { testApplication, testRelation } from '../../../../src/claims/testing/deeds/test-relations.ts'
import type { Verdict } from '../../../../src/claims/verdict.ts'
import { readDatedRelations } from '../../../../src/sources/reviewed-tables/dated-relations.ts'
import { openSession, type Snapshot } from '../../../../src/store/index.ts'
import { claimOf, found, record } from '../../deed-claims.ts'

/** The bundled record with the rows of the table as it stands, in whatever edition the record was compiled. */
async function withTable(): Promise<Snapshot> {
  const [held, session] = [await record(), await openSession({ threads: 1 })]
  const columns = await readDatedRelations('data/tables/dated-relations.csv', session)
  session.close()
  const rows = (columns.kind ?? []).map((_, i) => ({
    ...Object.fromEntries(Object.entries(columns).map(([name, cells]) => [name, cells[i] ?? null])),
    date: columns.told?.[i] ?? null,
  }))
  const tables = { ...held.manifest.tables, dated_relations: held.manifest.tables.memberships ?? [] }
  return {
    ...held,
    manifest: { ...held.manifest, tables },
    rows: async (sql, parameters) => (sql.includes('FROM dated_relations') ? rows : held.rows(sql, parameters)),
  }
}
const table = withTable()

const told = async (sentence: string, words: string, actors: string[], at: string, topic: string, date = '2025-06-01') =>
  found(testRelation, claimOf(sentence, words, { actors, period: { at }, measured: { topic, form: 'event' } }), {
    date,
    snapshot: await table,
  })

const verdictOf = async (...of: Parameters<typeof told>): Promise<Verdict | undefined> => (await told(...of))?.verdict

describe('diplomatic relations', () => {
  test.each([
    ['Saudi Arabia broke off relations with Iran in January 2016.', 'broke off', '2016-01', 'supported'],
    ['Iran severed ties with Saudi Arabia in 2016.', 'severed', '2016', 'supported'],
    ['Saudi Arabia and Iran restored diplomatic relations in March 2023 after talks in Beijing.', 'restored', '2023-03', 'supported'],
    ['Saudi Arabia and Iran held talks on diplomatic relations in March 2023.', 'talks', '2023-03', undefined],
  ])('relations that end and begin again are diplomatic: %s', async (sentence, words, at, verdict) => {
    expect(await verdictOf(sentence, words, ['SAU', 'IRN'], at, 'relations')).toBe(verdict)
  })

  test('a break of another year may be another break', async () => {
    const cut = (year: number) =>
      verdictOf(`Saudi Arabia cut ties with Iran in January ${year}.`, 'cut', ['SAU', 'IRN'], `${year}-01`, 'relations')
    expect([await cut(2014), await cut(2016)]).toEqual(['unverifiable', 'supported'])
  })

  test('the year, the month and the day are borne out', async () => {
    const sentence = (when: string): string => `China and the United Arab Emirates took up diplomatic relations ${when}.`
    expect(await verdictOf(sentence('in 1984'), 'took up', ['CHN', 'ARE'], '1984', 'relations')).toBe('supported')
    expect(await verdictOf(sentence('in November 1984'), 'took up', ['CHN', 'ARE'], '1984-11', 'relations')).toBe('supported')
    expect(await verdictOf(sentence('on 1 November 1984'), 'took up', ['ARE', 'CHN'], '1984-11-01', 'relations')).toBe('supported')
  })

  test('a year far off is wrong, and the true day is told', async () => {
    const finding = await told(
      'China and the United Arab Emirates took up diplomatic relations in 1974.',
      'took up',
      ['CHN', 'ARE'],
      '1974',
      'relations',
    )
    expect(finding?.verdict).toBe('contradicted')
    expect(finding?.wouldBeTrue?.period).toEqual({ at: '1984-11-01' })
  })

  test('less than a year off proves nothing', async () => {
    const of = (year: number) =>
      verdictOf(
        `India and Kyrgyzstan established diplomatic relations on 18 March ${year}.`,
        'established',
        ['IND', 'KGZ'],
        `${year}-03-18`,
        'relations',
      )
    expect([await of(1993), await of(1992)]).toEqual(['unverifiable', 'supported'])
  })

  test('an anniversary, a wish and what is denied are left to others', async () => {
    const of = (sentence: string) => verdictOf(sentence, 'diplomatic relations', ['CHN', 'ARE'], '1974', 'relations')
    expect(await of('China and the UAE marked the anniversary of their diplomatic relations, established in 1974.')).toBeUndefined()
    expect(await of('China and the UAE would establish diplomatic relations in 1974.')).toBeUndefined()
    expect(await of('China and the UAE did not establish diplomatic relations in 1974.')).toBeUndefined()
  })

  test('relations that were broken off once are not dated wrong', async () => {
    const of = (year: string, verb: string) =>
      verdictOf(`Iran and Saudi Arabia ${verb} diplomatic relations in ${year}.`, verb, ['IRN', 'SAU'], year, 'relations')
    expect([await of('1950', 'established'), await of('2023', 'restored')]).toEqual(['unverifiable', 'supported'])
  })

  test('a date with a note contradicts nothing', async () => {
    const of = (year: string) =>
      verdictOf(`China and Indonesia established diplomatic relations in ${year}.`, 'established', ['CHN', 'IDN'], year, 'relations')
    expect([await of('1990'), await of('1950')]).toEqual(['unverifiable', 'supported'])
  })

  test('a break and a restoration are deeds of their own', async () => {
    const sentence = 'Iran and Saudi Arabia restored diplomatic relations in March 2023, having broken them off in 2016.'
    expect(await verdictOf(sentence, 'restored', ['IRN', 'SAU'], '2023-03', 'relations')).toBe('supported')
    expect(await verdictOf('Saudi Arabia cut diplomatic ties with Iran in 2016.', 'cut', ['SAU', 'IRN'], '2016', 'relations')).toBe(
      'supported',
    )
  })

  test('a pair without a row is unknown', async () => {
    const finding = await told(
      'Peru and Bhutan established diplomatic relations in 1990.',
      'established',
      ['PER', 'BTN'],
      '1990',
      'relations',
    )
    expect(finding?.verdict).toBe('unverifiable')
    expect(finding?.why).toContain('does not have all')
  })
})

describe('trade agreements', () => {
  const asked = (sentence: string, words: string, at: string) => verdictOf(sentence, words, ['AUS', 'CHN'], at, 'trade-agreement')
  test('signature and entry into force each have their day', async () => {
    expect(await asked('Australia and China signed a free trade agreement in June 2015.', 'signed', '2015-06')).toBe('supported')
    expect(await asked('The trade agreement of Australia and China came into force in December 2015.', 'came', '2015-12')).toBe('supported')
    expect(await asked('Australia and China have had a trade agreement since 2015.', 'have had', '2015')).toBe('supported')
  })

  test('years off is wrong, but not of an upgrade or of talks', async () => {
    expect(await asked('The free trade agreement of Australia and China came into force in December 2013.', 'came', '2013-12')).toBe(
      'contradicted',
    )
    expect(await asked('The upgraded trade agreement of Australia and China came into force in 2023.', 'came', '2023')).toBe('unverifiable')
    expect(await asked('Australia and China began talks on a trade agreement in 2005.', 'began', '2005')).toBeUndefined()
  })

  test('the right day of another year is wrong, however near', async () => {
    expect(await asked('The trade agreement of Australia and China came into force on 20 December 2014.', 'came', '2014-12-20')).toBe(
      'contradicted',
    )
    expect(await asked('The trade agreement of Australia and China came into force on 19 December 2014.', 'came', '2014-12-19')).toBe(
      'unverifiable',
    )
  })

  test('an older agreement, which the table lacks, may be meant', async () => {
    expect(await asked('Australia and China signed a trade agreement in 1973.', 'signed', '1973')).toBe('unverifiable')
    expect(await asked('Australia and China signed a free trade agreement in 1973.', 'signed', '1973')).toBe('unverifiable')
    expect(await asked('Australia and China signed a free trade agreement in 2015.', 'signed', '2015')).toBe('supported')
  })

  test('an agreement of a bloc may be meant where the state belongs to it', async () => {
    const of = (year: string) =>
      verdictOf(`China and Singapore signed a free trade agreement in ${year}.`, 'signed', ['CHN', 'SGP'], year, 'trade-agreement')
    expect([await of('2004'), await of('2008')]).toEqual(['unverifiable', 'supported'])
  })

  test('another agreement to which both belong may be meant', async () => {
    expect(await asked('Australia and China signed a trade agreement in 2020.', 'signed', '2020')).toBe('supported')
  })

  test('a revision that followed keeps a date from being wrong', async () => {
    const of = (month: string, at: string) =>
      verdictOf(
        `The free trade agreement between the United States and South Korea came into force in ${month}.`,
        'came',
        ['USA', 'KOR'],
        at,
        'trade-agreement',
      )
    expect([await of('January 2019', '2019-01'), await of('March 2012', '2012-03')]).toEqual(['unverifiable', 'supported'])
  })
})

describe('applications, partnerships and agreements by name', () => {
  const applied = async (sentence: string, actors: string[], at: string) =>
    (
      await found(testApplication, claimOf(sentence, 'applied', { actors, period: { at }, domain: 'alliance' } satisfies Partial<Claim>), {
        date: '2023-01-01',
        snapshot: await table,
      })
    )?.verdict
  test('an application is borne out, and a wrong day is left to others', async () => {
    expect(await applied('Finland and Sweden applied to join NATO in May 2022.', ['FIN', 'SWE'], '2022-05')).toBe('supported')
    expect(await applied('Finland and Sweden applied to join NATO in May 2021.', ['FIN', 'SWE'], '2021-05')).toBeUndefined()
  })

  test('a treaty of another list is left to it, one that is named here is answered', async () => {
    expect(await verdictOf('France and Germany signed a treaty in 1963.', 'signed', ['DEU', 'FRA'], '1963', 'treaty')).toBeUndefined()
    const sentence = 'Russia and the United States signed New START in 2010.'
    expect(await verdictOf(sentence, 'signed', ['RUS', 'USA'], '2010', 'treaty')).toBeUndefined()
    expect(await verdictOf(sentence.replace('START', 'START, a treaty,'), 'signed', ['RUS', 'USA'], '2010', 'treaty')).toBe('supported')
  })

  test('a level of partnership is its own', async () => {
    const sentence = (level: string): string => `Vietnam and Japan became ${level} strategic partners in November 2023.`
    expect(await verdictOf(sentence('comprehensive'), 'became', ['VNM', 'JPN'], '2023-11', 'relations')).toBe('supported')
    expect(await verdictOf(sentence(''), 'became', ['VNM', 'JPN'], '2023-11', 'relations')).toBe('unverifiable')
  })
})
