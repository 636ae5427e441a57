import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { assessDiplomacy } from '../../../../src/assessments/domains/diplomacy.ts'
import type { DomainAssessment } from '../../../../src/assessments/forms/assessment.ts'
import { readInterstateRelations } from '../../../../src/sources/reviewed-tables/interstate-relations.ts'
import { type Observation, observationColumns } from '../../../../src/sources/rows/observation.ts'
import type { PartnerEvent } from '../../../../src/sources/rows/partner-events.ts'
import { stateOf } from '../../../../src/states/index.ts'
import { openSession, openSnapshot, writeSnapshot } from '../../../../src/store/index.ts'
import { benchOf, yearly } from '../../../assessments/made-snapshot.ts'
import { freshRoot } from '../../../store/fresh-root.ts'

async function told(
  pair: readonly [string, string],
  rows: readonly Observation[],
  to = '2026-06-30',
  happened: readonly PartnerEvent[] = [],
): Promise<DomainAssessment> {
  const bench = await benchOf(pair, to, rows, false, happened)
  try {
    return await assessDiplomacy(bench)
  } finally {
    bench.snapshot.close()
  }
}

const listed = (from_id: string, to_id: string, indicator = 'embassy', value = 1): Observation =>
  yearly({
    ...{
      indicator,
      from_id,
      to_id,
      year: 2022,
      value,
      unit: indicator === 'consulates' ? 'consulates' : '0 or 1',
      source: 'embassies-wikidata',
    },
    ...{ start_date: '2022-11-16', end_date: '2022-11-16' },
  })
const elsewhere = listed('BRA', 'JPN')

const span = (to_id: string, date: string, end_date: string, code: string): PartnerEvent => ({
  ...{ date, end_date, from_id: 'USA', from_name: 'United States', to_id, to_name: to_id, kind: 'mission', code },
  ...{ source: 'us-missions', vintage: 'test', locator: 'x.csv:1' },
})

describe('who has an embassy with whom', () => {
  test('each with the other: an observed fact, with the consulates beside it', async () => {
    const found = await told(['FRA', 'DEU'], [listed('FRA', 'DEU'), listed('DEU', 'FRA'), listed('FRA', 'DEU', 'consulates', 6)])
    expect(found.state).toBe('observed')
    expect(found.summary).toContain('Each has an embassy in the other (Wikidata, 16 November 2022).')
    expect(found.estimates.find(({ id }) => id === 'consulates-a-in-b')).toMatchObject({ value: 6, certainty: 'at least' })
  })

  test('none listed is unknown and proves nothing: the domain stays as it was', async () => {
    const found = await told(['KEN', 'TZA'], [elsewhere])
    expect(found.state).toBe('unknown')
    expect(found.summary).not.toContain('mbassy')
    expect(found.estimates.filter(({ id }) => id.startsWith('embassy')).map(({ state }) => state)).toEqual(['unknown', 'unknown'])
  })

  test('one way only, and a state that covers the other from a third', async () => {
    const found = await told(['KEN', 'TZA'], [listed('KEN', 'TZA'), listed('TZA', 'KEN', 'embassy-elsewhere')])
    expect(found.summary).toContain(
      'Kenya has an embassy in Tanzania; Tanzania is accredited to Kenya from a third state (Wikidata, 16 November 2022).',
    )
    const single = await told(['KEN', 'TZA'], [listed('KEN', 'TZA')])
    expect(single.summary).toMatch(/^Kenya has an embassy in Tanzania \(Wikidata, 16 November 2022\)\. The record holds no recorded votes/)
  })

  test('before the day of the list there is nothing to report', async () => {
    const found = await told(['KEN', 'TZA'], [listed('KEN', 'TZA')], '2020-12-31')
    expect(found.summary).not.toContain('embassy')
  })
})

describe('where relations are broken', () => {
  test('an embassy that the list still has is not told, nor counted: Algeria and Morocco since 24 August 2021', async () => {
    const session = await openSession()
    const relations = await readInterstateRelations(
      fileURLToPath(new URL('../../../../data/tables/interstate-relations.csv', import.meta.url)),
      session,
    )
    session.close()
    const bench = await benchOf(['DZA', 'MAR'], '2026-06-30', [listed('DZA', 'MAR'), listed('MAR', 'DZA')])
    const root = freshRoot()
    const rows = {
      observations: { columns: observationColumns([listed('DZA', 'MAR'), listed('MAR', 'DZA')]) },
      interstate_relations: { columns: relations },
    }
    const { id } = await writeSnapshot(root, rows, { sources: [], created: '2026-06-30', note: 'test' })
    const snapshot = await openSnapshot(join(root, 'snapshots', id))
    try {
      const found = await assessDiplomacy({ ...bench, snapshot })
      expect(found.summary).not.toContain('embassy')
      expect(found.estimates.filter(({ id: figure }) => figure.startsWith('embassy')).map(({ state }) => state)).toEqual([
        'unknown',
        'unknown',
      ])
      const earlier = await assessDiplomacy({ ...bench, dyad: { ...bench.dyad, a: stateOf('DZA')!, b: stateOf('TUN')! }, snapshot })
      expect(earlier.estimates.find(({ id: figure }) => figure === 'embassy-a-in-b')).toMatchObject({
        state: 'unknown',
        reason: expect.stringContaining('no proof that there is none'),
      })
    } finally {
      snapshot.close()
      bench.snapshot.close()
    }
  })
})

describe('missions of the United States', () => {
  test('the status in force on the day, since its first day', async () => {
    const spans = [
      span('CUB', '1961-01-03', '1977-08-31', 'None'),
      span('CUB', '1977-09-01', '2015-07-19', 'Interests'),
      span('CUB', '2015-07-20', '2024-12-31', 'Embassy'),
    ]
    const now = await told(['USA', 'CUB'], [elsewhere], '2026-06-30', spans)
    expect(now.summary).toContain('the United States has had an embassy in Cuba since 20 July 2015 (as of 31 December 2024).')
    const then = await told(['USA', 'CUB'], [elsewhere], '1990-12-31', spans)
    expect(then.summary).toContain('the United States has had only an interests section in Cuba since 1 September 1977.')
    expect(then.summary).not.toContain('2015')
  })

  test('two spans of one status that follow one another are one: Germany changed its number in 1990', async () => {
    const found = await told(['USA', 'DEU'], [elsewhere], '2026-06-30', [
      span('DEU', '1955-05-05', '1990-10-02', 'Embassy'),
      span('DEU', '1990-10-03', '2024-12-31', 'Embassy'),
    ])
    expect(found.summary).toContain('an embassy in Germany since 5 May 1955')
  })

  test('where the United States has withdrawn, an embassy of the other that the list still has is not told', async () => {
    const found = await told(['USA', 'SYR'], [listed('SYR', 'USA')], '2026-06-30', [span('SYR', '2012-02-06', '2024-12-31', 'None')])
    expect(found.summary).toContain('has had no mission in Syria since 6 February 2012')
    expect(found.summary).not.toContain('Syria has an embassy')
    expect(found.estimates.filter(({ id }) => id.startsWith('embassy')).map(({ state }) => state)).toEqual(['unknown', 'unknown'])
  })
})
