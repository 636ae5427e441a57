import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { expect, onTestFinished, test } from 'vitest'
import { panelBlocks, panelFigures } from '../../../../src/assessments/panel/panel.ts'
import { panelSeries } from '../../../../src/assessments/panel/panel-catalogue.ts'
import { panelFlags } from '../../../../src/assessments/panel/panel-flags.ts'
import { panelStates } from '../../../../src/assessments/panel/panel-series.ts'
import { readGmlMid } from '../../../../src/sources/conflict/gml-mid.ts'
import { readCowContiguity } from '../../../../src/sources/politics/cow-contiguity.ts'
import type { Observation } from '../../../../src/sources/rows/observation.ts'
import { cowOn, stateOf } from '../../../../src/states/index.ts'
import { benchOf, yearly } from '../../../assessments/made-snapshot.ts'
import { rawFile, rowsIn } from '../../../sources/case-files.ts'
import { haveRaw, rawNeeded } from '../../../sources/raw-data.ts'

/** The cells of an undirected series of a record with these rows: value and flag by `a b year`. */
async function cellsOf(id: string, rows: readonly Observation[], from: number, to: number): Promise<Map<string, [number, string]>> {
  const { snapshot, cards } = await benchOf(['FRA', 'DEU'], '2026-06-30', rows)
  onTestFinished(() => snapshot.close())
  const years = Array.from({ length: to - from + 1 }, (_, i) => from + i)
  const lastDay = `${to}-12-31`
  const series = await panelSeries([id], { snapshot, cards, to: lastDay }, years)
  expect(panelFigures(series, false)).toHaveLength(1)
  const cells = new Map<string, [number, string]>()
  for (const { year, count, a, b, values, flags } of panelBlocks({ from, to, lastDay, directed: false }, series))
    for (let row = 0; row < count; row++)
      cells.set(`${panelStates[a[row]!]!.iso3} ${panelStates[b[row]!]!.iso3} ${year}`, [
        values[0]![row]!,
        panelFlags[flags[0]![row]! - 1]!.name,
      ])
  return cells
}

const between = (indicator: string, source: string, from_id: string, to_id: string, year: number, value: number) =>
  yearly({ indicator, source, from_id, to_id, year, value, unit: 'of it' })

test('two members of the interstate system without any row of a list of disputes had none; outside its years nothing is known', async () => {
  const cells = await cellsOf('dispute-onsets', [between('dispute-onsets', 'gml-mid', 'IND', 'PAK', 1999, 1)], 1998, 2011)
  expect(cells.get('IND PAK 1999')).toEqual([1, 'observed'])
  expect(cells.get('FRA ITA 1999')).toEqual([0, 'zero'])
  expect(cells.get('FRA ITA 1998')).toEqual([0, 'zero'])
  expect(cells.get('FRA ITA 2011')).toEqual([Number.NaN, 'not-covered'])
})

test('a spell holds in every year on a day of which it stands; of two in a year the least counts; the others are not contiguous', async () => {
  const spell = (value: number, start_date: string, end_date: string): Observation => ({
    ...between('contiguity', 'cow-contiguity', 'DEU', 'FRA', 2000, value),
    start_date,
    end_date,
  })
  const cells = await cellsOf('contiguity', [spell(4, '1950-03-01', '1960-05-31'), spell(1, '1960-06-01', '2016-12-31')], 1949, 2017)
  expect([1949, 1950, 1959, 1960, 2016, 2017].map((year) => cells.get(`DEU FRA ${year}`)![1])).toEqual([
    ...['not-covered', 'observed', 'observed', 'observed', 'observed', 'not-covered'],
  ])
  expect([1950, 1960, 1961].map((year) => cells.get(`DEU FRA ${year}`)![0])).toEqual([4, 1, 1])
  expect(cells.get('ITA JPN 1990')).toEqual([0, 'zero'])
})

test('a number of a list stands for one state in a year', async () => {
  const { listNumbersIn, states } = await import('../../../../src/states/index.ts')
  const years = Array.from({ length: 211 }, (_, i) => 1816 + i)
  for (const list of ['cow', 'gw'] as const) {
    for (const year of years) {
      const numbers = states.map((state) => listNumbersIn(state, year)[list]).filter((number) => number !== null)
      expect(new Set(numbers).size, `${list} ${year}`).toBe(numbers.length)
    }
  }
  expect(listNumbersIn(stateOf('DEU')!, 1990)).toEqual({ cow: 255, gw: 260 })
  expect(listNumbersIn(stateOf('SRB')!, 2006).cow).toBe(345)
  expect(listNumbersIn(stateOf('YUG')!, 2006).cow).toBeNull()
})

/** The rows of a gzipped file of numbers, as the provider prints them. */
function printed(path: string): Record<string, string>[] {
  const [head, ...lines] = gunzipSync(readFileSync(path)).toString('utf8').trim().split('\n')
  const names = head!.replaceAll('"', '').split(',')
  return lines.map((line) =>
    Object.fromEntries(
      line
        .replaceAll('"', '')
        .split(',')
        .map((text, at) => [names[at]!, text]),
    ),
  )
}

const numbersOf = (key: string): string => {
  const [a, b, year] = key.split(' ') as [string, string, string]
  return [a, b]
    .map((iso3) => cowOn(stateOf(iso3)!, `${year}-12-31`) ?? 0)
    .sort((x, y) => x - y)
    .concat(Number(year))
    .join(' ')
}

const keyOf = ({ ccode1, ccode2 }: Record<string, string>, year: number | string): string =>
  `${[Number(ccode1), Number(ccode2)].sort((x, y) => x - y).join(' ')} ${year}`

test.skipIf(!haveRaw)(
  `onsets and contiguity of all pairs of 1950 to 2010 are those of the files, counted by hand ${rawNeeded}`,
  async () => {
    const begun = new Map<string, Set<string>>()
    for (const row of printed(rawFile('mid-gml-cow/gml_dirdisp.csv.gz'))) {
      const key = keyOf(row, row['year']!)
      if (row['midonset'] === '1') begun.set(key, (begun.get(key) ?? new Set()).add(row['dispnum']!))
    }
    const near = new Map<string, number>()
    for (const row of printed(rawFile('distance/cow_contiguity_directed_v32.csv.gz'))) {
      const type = Number(row['conttype'])
      for (let year = Number(row['stdate']!.slice(0, 4)); type > 0 && year <= Number(row['enddate']!.slice(0, 4)); year++) {
        const key = keyOf(row, year)
        near.set(key, Math.min(near.get(key) ?? 9, type))
      }
    }
    const read = [
      await readGmlMid(rawFile('mid-gml-cow/gml_dirdisp.csv.gz')),
      await readCowContiguity(rawFile('distance/cow_contiguity_directed_v32.csv.gz')),
    ]
    const rows = read.flatMap(({ observations }) => rowsIn(observations)) as unknown as Observation[]
    for (const [id, raw] of [
      ['dispute-onsets', (key: string) => begun.get(key)?.size ?? 0],
      ['contiguity', (key: string) => near.get(key) ?? 0],
    ] as const) {
      const cells = await cellsOf(id, rows, 1950, 2010)
      let compared = 0
      const wrong: string[] = []
      for (const [key, [value]] of cells) {
        const numbers = numbersOf(key)
        // a state that ended in the year has no number at its end, and West and united Germany of 1990 are one state with two
        if (numbers.startsWith('0 ') || key.endsWith(' 1990')) continue
        compared++
        if (value !== raw(numbers)) wrong.push(`${key}: ${value}, not ${raw(numbers)}`)
      }
      expect(wrong.slice(0, 5), id).toEqual([])
      expect(compared).toBeGreaterThan(600_000)
    }
  },
)
