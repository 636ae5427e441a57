import { describe, expect, test } from 'vitest'
import { card, readAtop } from '../../../src/sources/politics/atop.ts'
import { fileOf, rawFile, totalsOf, valuesOf } from '../field-files.ts'
import { haveRaw, rawNeeded } from '../raw-data.ts'

const kinds = ['defence', 'offence', 'neutrality', 'nonaggression', 'consultation']

describe.skipIf(!haveRaw)(`ATOP ${rawNeeded}`, async () => {
  const observations = haveRaw ? (await readAtop(rawFile('alliances/atop5_directed_dyad_year.csv.gz'))).observations : {}

  test('China and Russia owe each other nonaggression and consultation in 2016 to 2018, and no defence', () => {
    for (const year of [2016, 2017, 2018]) {
      for (const [from, to] of [
        ['CHN', 'RUS'],
        ['RUS', 'CHN'],
      ] as const) {
        expect(kinds.map((kind) => valuesOf(observations, `alliance-${kind}`, from, to, year))).toEqual([[0], [0], [0], [1], [1]])
      }
    }
  })

  test('all 273,296 rows but the 64 of West Germany in 1990 that the united one has too, five obligations each', () => {
    const totals = totalsOf(observations)
    expect(kinds.map((kind) => totals[`alliance-${kind}`]?.rows)).toEqual([273_232, 273_232, 273_232, 273_232, 273_232])
    expect(totals['alliance-defence']?.sum).toBe(137_762 - 30)
    expect(totals['alliance-offence']?.sum).toBe(6342)
    expect(totals['alliance-neutrality']?.sum).toBe(4465)
  })

  test('a pair without obligation has no row, the card says that it is none; nothing after 2018', () => {
    expect(valuesOf(observations, 'alliance-defence', 'USA', 'TWN', 1980)).toEqual([1])
    expect(valuesOf(observations, 'alliance-defence', 'USA', 'TWN', 1981)).toEqual([])
    expect(new Set(card.coverage.map(({ absence, to }) => `${absence} to ${to}`))).toEqual(new Set(['none in force to 2018-12-31']))
    expect(observations['end_date']?.reduce((last, day) => (String(day) > String(last) ? day : last))).toBe('2018-12-31')
  })
})

describe('ATOP files', () => {
  const native = 'ddyad,stateA,stateB,year,atopally,defense,offense,neutral,nonagg,consul,shareob,asymm,version'

  test('the native file and the reduced one say the same, each direction for itself', async () => {
    const own = fileOf('atop5_1ddyr.csv', [native, '2020,2,20,2018,1,1,0,0,0,1,1,0,5.1', '20002,20,2,2018,1,0,0,0,1,1,1,0,5.1'])
    const { observations } = await readAtop(own)
    expect(kinds.map((kind) => valuesOf(observations, `alliance-${kind}`, 'USA', 'CAN', 2018))).toEqual([[1], [0], [0], [0], [1]])
    expect(kinds.map((kind) => valuesOf(observations, `alliance-${kind}`, 'CAN', 'USA', 2018))).toEqual([[0], [0], [0], [1], [1]])
    const header = 'ccode1,ccode2,year,atop_defense,atop_offense,atop_neutral,atop_nonagg,atop_consul'
    const reduced = await readAtop(fileOf('atop5.csv', [header, '2,20,2018,1,0,0,0,1', '20,2,2018,0,0,0,1,1']))
    expect(reduced.observations['value']).toEqual(observations['value'])
    expect(reduced.observations['to_id']).toEqual(observations['to_id'])
  })

  test.each([
    [[native.replace('nonagg', 'non_aggression'), '1,2,20,2018,1,1,0,0,0,1,1,0,5.1'], 'lacks the columns nonagg'],
    [[native, '2020,2,20,2019,1,1,0,0,0,1,1,0,5.1'], 'atop5_1ddyr.csv:2 is of the year 2019; this edition has 1815 to 2018'],
    [[native, '2020,2,20,2018,1,2,0,0,0,1,1,0,5.1'], 'atop5_1ddyr.csv:2 has 2 for defence, which goes from 0 to 1'],
    [['importer,exporter', '1,2'], 'lacks the columns'],
  ])('%# is refused', async (lines, message) => {
    await expect(readAtop(fileOf('atop5_1ddyr.csv', lines))).rejects.toThrow(message)
  })
})
