import { describe, expect, test } from 'vitest'
import { readCowTrade } from '../../../src/sources/trade/cow-trade.ts'
import { cellsOf, doublesIn, fileOf, rawFile, totalsOf, valuesOf } from '../field-files.ts'
import { haveRaw, rawNeeded } from '../raw-data.ts'

const imports = 'goods-imports-cow'
const smoothed = 'goods-imports-cow-smoothed'

describe.skipIf(!haveRaw)(`COW trade ${rawNeeded}`, async () => {
  const read = (file: string): ReturnType<typeof readCowTrade> => readCowTrade([rawFile(`cow-trade/${file}`)])
  const pairs = haveRaw ? (await read('cow_trade_ndy_v4.csv.gz')).observations : {}
  const totals = haveRaw ? (await read('cow_trade_state_year_v4.csv.gz')).observations : {}

  test('China and Russia traded 42.8 + 51.1 = 93.9 bn USD in 2014, Russia importing the more', () => {
    const [toChina, toRussia] = [valuesOf(pairs, imports, 'RUS', 'CHN', 2014), valuesOf(pairs, imports, 'CHN', 'RUS', 2014)]
    expect([toChina, toRussia]).toEqual([[42_807_000_000], [51_135_000_000]])
    expect((Number(toChina[0]) + Number(toRussia[0])) / 1e9).toBeCloseTo(93.9, 1)
  })

  test('every flow of the 673,654 rows that is not missing stands, zeros included; West German pairs of 1990 once', () => {
    const found = totalsOf(pairs)
    expect(found[imports]?.rows).toBe(2 * 673_654 - 22_937 - 27_896)
    expect(pairs['value']?.filter((value, i) => value === 0 && pairs['indicator']?.[i] === imports).length).toBe(369_908 + 363_256)
    expect(Math.round((found[imports]?.sum ?? 0) / 1e6)).toBe(136_571_509 + 121_288_938)
  })

  test('smoothed figures stand where they differ, 54,353 of them, and are estimated', () => {
    expect(totalsOf(pairs)[smoothed]?.rows).toBe(54_353)
    expect(valuesOf(pairs, imports, 'CAN', 'USA', 1926)).toEqual([975e6])
    expect(valuesOf(pairs, smoothed, 'CAN', 'USA', 1926)).toEqual([474e6])
    expect(cellsOf(pairs, 'status', smoothed, 'CAN', 'USA', 1926)).toEqual(['estimated'])
    expect(cellsOf(pairs, 'status', imports, 'CAN', 'USA', 1926)).toEqual(['observed'])
  })

  test('12,862 totals of imports and 13,589 of exports, none twice; West Germany is read from the number it stands under', () => {
    expect(totalsOf(totals)[imports]?.rows).toBe(14_410 - 1548)
    expect(totalsOf(totals)['goods-exports-cow']?.rows).toBe(14_410 - 821)
    expect(doublesIn(totals)).toBe(0)
    expect(valuesOf(totals, 'goods-exports-cow', 'DEU', 'WLD', 1960)).toEqual([11_381e6])
    expect(valuesOf(totals, imports, 'WLD', 'DEU', 1955)).toEqual([5680e6])
  })
})

describe('COW trade files', () => {
  const native =
    'ccode1,ccode2,year,importer1,importer2,flow1,flow2,smoothflow1,smoothflow2,smoothtotrade,spike1,spike2,dip1,dip2,trdspike,tradedip,source1,source2,version'
  const row = (flows: string): string => `2,20,1920,United States of America,Canada,${flows},1347,0,0,0,0,0,0,1,1,4`

  test('the native file: flow1 is what the first imported, -9 is missing and has no row, 0 stays', async () => {
    const { observations } = await readCowTrade([fileOf('Dyadic_COW_4.0.csv', [native, row('611.86,-9,611.86,-9')])])
    expect(observations['value']).toEqual([611_860_000])
    expect([observations['from_id'], observations['to_id']]).toEqual([['CAN'], ['USA']])
    const zero = await readCowTrade([fileOf('Dyadic_COW_4.0.csv', [native, row('0,735,0,700')])])
    expect(zero.observations['value']).toEqual([0, 735e6, 700e6])
    expect(zero.observations['indicator']).toEqual([imports, imports, smoothed])
  })

  test('pairs and totals in one reading, in any order', async () => {
    const totals = fileOf('National_COW_4.0.csv', [
      'ccode,statename,stateabb,year,imports,exports',
      '2,"United States, the",USA,1870,450,-9',
    ])
    const pairs = fileOf('Dyadic_COW_4.0.csv', [native, row('612,735,612,735')])
    expect((await readCowTrade([totals, pairs])).observations['to_id']).toEqual(['USA', 'USA', 'CAN'])
  })

  test.each([
    [[native, row('-3,735,612,735')], 'Dyadic_COW_4.0.csv:2 has -3 for flow1, which goes from 0 to ∞'],
    [[native, row('612,735,612,735'), row('612,735,612,735')], 'Dyadic_COW_4.0.csv:3 stands for the same as line 2'],
    [[native, row('612,735,612,735').replace('2,20', '2,999')], 'Dyadic_COW_4.0.csv:2 has the state number 999'],
    [[native, '2,20,1920,United States'], 'Dyadic_COW_4.0.csv:2 has 4 cells, the header has 19'],
    [[native.replace('smoothflow1', 'smooth1'), row('1,1,1,1')], 'lacks the columns smoothflow1'],
  ])('%# is refused', async (lines, message) => {
    await expect(readCowTrade([fileOf('Dyadic_COW_4.0.csv', lines)])).rejects.toThrow(message)
  })
})
