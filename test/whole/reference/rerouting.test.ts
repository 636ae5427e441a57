/**
 * Exports of goods under EU export sanctions by eight-digit code, partner and month (Eurostat, January 2020 to November 2022), and the EU's yearly exports of the
 * bundled record, against figures computed beforehand outside this code. The file by product is read from `../shared`.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { highPriorityGoods } from '../../../src/evasion/goods/high-priority-goods.ts'
import { allGoods, highPriorityList, type RoutesAnswer, routes } from '../../../src/evasion/index.ts'
import { differenceInDifferences } from '../../../src/evasion/methods/difference-in-differences.ts'
import { logPanel, yearlyExports } from '../../../src/evasion/panels/yearly-exports.ts'
import { checkInput, operations } from '../../../src/operations/index.ts'
import { readCsv } from '../../../src/sources/formats/csv.ts'
import { bundledRecord, openSnapshot, type Snapshot } from '../../../src/store/index.ts'
import { haveRaw, rawFolder, rawNeeded } from '../../sources/raw-data.ts'

const million = (value: number): number => value / 1e6

describe('yearly exports of the EU, from the bundled record', () => {
  const controls = ['USA', 'BRA', 'IND', 'ZAF', 'EGY', 'MAR', 'SRB']
  let record: Snapshot
  beforeAll(async () => {
    record = await openSnapshot(bundledRecord())
  })
  afterAll(() => record.close())

  test.each([
    [['KAZ'], 0.2673446, 0.0718279, 112],
    [['KAZ', 'ARM', 'KGZ'], 0.7749687, 0.288419, 140],
  ])('difference in differences of %j', async (treated, estimate, error, cells) => {
    const panel = logPanel((await yearlyExports(record))!, [...treated, ...controls])
    const found = differenceInDifferences(panel, treated, 2022)
    expect(Math.abs(found.estimate - estimate)).toBeLessThan(1e-6)
    expect(Math.abs(found.error - error)).toBeLessThan(1e-6)
    expect(found.cells).toBe(cells)
    expect(found.errorIsMeaningful).toBe(treated.length > 1)
  })

  test('every real hub among all states that are no hub: Kyrgyzstan and Armenia rank before 150 others', async () => {
    const answer = await routes({ target: 'RUS', goods: allGoods, since: '2022-03' }, record)
    expect(answer.placebo.states).toBeGreaterThanOrEqual(150)
    const ranks = Object.fromEntries(answer.placebo.space.map(({ iso3, rank }) => [iso3, rank]))
    process.stdout.write(`ranks by growth among ${answer.placebo.states} placebo states: ${JSON.stringify(ranks)}\n`)
    expect(ranks['KGZ']).toBeLessThanOrEqual(2)
    expect(ranks['ARM']).toBeLessThanOrEqual(4)
    expect(ranks['ARE']).toBeGreaterThan(50)
  })
})

describe.skipIf(!haveRaw)(`exports of sanctioned goods by product, month and partner ${rawNeeded}`, () => {
  let home: string
  let snapshot: Snapshot
  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'visavis-rerouting-'))
    const add = operations.find(({ name }) => name === 'add')!
    const file = join(rawFolder, 'comext-cn8-sanctioned/eu-members-exports-cn8-partner-month-2020-2022.csv.gz')
    const input = checkInput(add, { source: 'comext-products', files: [file] })
    await (await add.load()).run(input, { env: { VISAVIS_HOME: home }, today: '2026-11-30', now: '2026-11-30T00:00:00.000Z' })
    snapshot = await openSnapshot(home)
  })
  afterAll(() => {
    snapshot?.close()
    rmSync(home, { recursive: true, force: true })
  })
  const asked = (goods: typeof allGoods, ...hubs: string[]): Promise<RoutesAnswer> =>
    routes({ target: 'RUS', goods, hubs, since: '2022-03' }, snapshot)

  test('March to November of 2021 and 2022, eight-digit codes: sums by partner', async () => {
    const { direct, hubs, window } = await asked(allGoods, 'ARM', 'KGZ', 'KAZ', 'GEO', 'UZB', 'BLR')
    expect([window.pre[0], window.pre.at(-1), window.post[0], window.post.at(-1)]).toEqual(['2021-03', '2021-11', '2022-03', '2022-11'])
    const found = new Map([...hubs.map((hub) => [hub.iso3, [hub.pre, hub.post]] as const), ['RUS', [direct.pre, direct.post]] as const])
    const expected = {
      ...{ RUS: [25_781.7, 7_329.6], ARM: [154.2, 663.2], KGZ: [60.4, 479.7], KAZ: [1_381, 3_365.2] },
      ...{ GEO: [430.4, 960.7], UZB: [475, 863.3], BLR: [1_953.5, 2_336.2] },
    }
    for (const [partner, sums] of Object.entries(expected)) {
      for (const [i, sum] of sums.entries()) expect(Math.abs(million(found.get(partner)![i]!) - sum), `${partner} ${i}`).toBeLessThan(0.1)
    }
  })

  test('Armenia, Kazakhstan and Kyrgyzstan: the rise against the fall, code by code; net of controls it is under ten per cent', async () => {
    const { together, codes } = await asked(allGoods, 'ARM', 'KAZ', 'KGZ')
    expect(million(together!.rise)).toBeCloseTo(2912.5, 1)
    expect(Math.abs(100 * together!.raw! - 15.78)).toBeLessThan(0.01)
    expect([codes!.fell, codes!.over_half, codes!.over_whole]).toEqual([1530, 160, 70])
    expect(Math.abs(100 * codes!.weighted - 11.36)).toBeLessThan(0.01)
    expect(together!.net!.value).toBeGreaterThan(0.05)
    expect(together!.net!.value).toBeLessThan(0.1)
  })

  test('tier 1 of the high-priority list', async () => {
    const { tiers, goods, notes } = await asked(highPriorityList, 'KGZ', 'ARM', 'KAZ')
    const first = tiers.find(({ tier }) => tier === '1')!
    const at = (iso3: string): number[] =>
      first.hubs.filter((hub) => hub.iso3 === iso3).flatMap(({ pre, post }) => [million(pre), million(post)])
    const expected: [number[], number[]][] = [
      [at('KGZ'), [0.05, 1.67]],
      [at('ARM'), [0.29, 4.39]],
      [at('KAZ'), [4.88, 14.23]],
    ]
    for (const [found, sums] of expected) for (const [i, sum] of sums.entries()) expect(Math.abs(found[i]! - sum)).toBeLessThan(0.01)
    expect(million(first.target_pre)).toBeCloseTo(445.3, 1)
    expect(million(first.target_post)).toBeCloseTo(11, 1)
    expect([first.codes, first.with_data, goods.products]).toEqual([4, 4, 19])
    expect(notes).toContain('19 of the 50 codes of the list are in the data.')
  })

  test('before the ban nothing is found: a pretended date a year earlier has no hub with a finding in semiconductors', async () => {
    const answer = await routes(
      { target: 'RUS', goods: highPriorityList, hubs: ['KGZ', 'ARM', 'KAZ'], since: '2021-03', until: '2021-11' },
      snapshot,
    )
    expect(answer.hubs.filter(({ verdict }) => verdict !== 'no finding')).toEqual([])
  })

  test('our table of the high-priority list is the published one: 50 codes, tiers, counterparts in HS 2017', async () => {
    const rows = await readCsv(join(rawFolder, 'chpl/common-high-priority-list.csv'), [
      'hs2022',
      'tier',
      'hs2017',
      'match_2017',
      'relation_2022_2017',
    ])
    expect(rows).toHaveLength(50)
    const ours = new Map(highPriorityGoods.map((good) => [good.hs2022, good]))
    for (const { fields } of rows) {
      const same = fields['match_2017'] === 'same code'
      expect(ours.get(fields['hs2022']!)).toEqual({
        ...{ hs2022: fields['hs2022'], tier: fields['tier'], hs2017: same ? fields['hs2017'] : null },
        wider2017: same || fields['hs2017'] === '' ? null : fields['hs2017'],
        comparable: same && fields['relation_2022_2017'] === 'n:1',
      })
    }
  })
})
