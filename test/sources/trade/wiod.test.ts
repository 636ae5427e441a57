import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readWiod } from '../../../src/sources/trade/wiod.ts'
import type { Columns } from '../../../src/store/index.ts'
import { freshRoot } from '../../store/fresh-root.ts'
import { figureOf, haveRaw, rawFolder, rawNeeded, rowsOf } from '../raw-data.ts'

const heads = {
  trade: 'year,exporter,sector,importer,intermediate,final',
  output: 'year,country,sector,gross_output,intermediate_inputs,final_sales',
  inputUse: 'year,country,using_sector,supplying_sector,value',
}

async function read(trade: readonly string[], output: readonly string[] = ['2011,RUS,c1,100,40,60'], heading = heads.trade) {
  const root = freshRoot()
  writeFileSync(join(root, 'trade.csv'), `${[heading, ...trade].join('\n')}\n`)
  writeFileSync(join(root, 'output.csv'), `${[heads.output, ...output].join('\n')}\n`)
  writeFileSync(join(root, 'use.csv'), `${heads.inputUse}\n2011,CHN,c2,c1,7\n`)
  return readWiod({ trade: join(root, 'trade.csv'), output: join(root, 'output.csv'), inputUse: join(root, 'use.csv') })
}

test('sectors add up to pairs in USD, by use and as a whole; home use and the rest of the world are no flow between two states', async () => {
  const { observations, sector_flows } = await read([
    '2011,RUS,c1,CHN,5,2',
    '2011,RUS,c2,CHN,1,-3',
    '2011,ROM,c1,ROM,9,9',
    '2011,RoW,c1,CHN,8,8',
  ])
  expect(rowsOf(observations).map((row) => [row['indicator'], row['from_id'], row['to_id'], row['value'], row['reporter']])).toEqual([
    ['goods-services-flow', 'RUS', 'CHN', 5e6, null],
    ['goods-services-flow-intermediate', 'RUS', 'CHN', 6e6, null],
    ['goods-services-flow-final', 'RUS', 'CHN', -1e6, null],
    ['gross-output', 'RUS', null, 1e8, null],
  ])
  expect(sector_flows['value']?.length).toBe(8 + 2 + 1)
  expect(sector_flows['from_id']).toEqual(['RUS', 'RUS', 'RUS', 'RUS', 'ROU', 'ROU', 'ROW', 'ROW', 'RUS', 'RUS', null])
})

test('an unknown economy, sector or year, a blank, a negative input, a doubled row and a renamed column are refused with their line', async () => {
  await expect(read(['2011,RUS,c1,KAZ,5,2'])).rejects.toThrow('trade.csv:2 has the importer "KAZ"')
  await expect(read(['2011,RUS,c36,CHN,5,2'])).rejects.toThrow('trade.csv:2 has the sector "c36"')
  await expect(read(['2014,RUS,c1,CHN,5,2'])).rejects.toThrow('trade.csv:2 has the year "2014"')
  await expect(read(['2011,RUS,c1,CHN,,2'])).rejects.toThrow('trade.csv:2 has no intermediate')
  await expect(read(['2011,RUS,c1,CHN,-5,2'])).rejects.toThrow('trade.csv:2 has the negative intermediate -5')
  await expect(read(['2011,RUS,c1,CHN,5,2', '2011,RUS,c1,CHN,5,2'])).rejects.toThrow('trade.csv:3 and trade.csv:2 both tell of')
  await expect(read(['2011,RUS,c1,CHN,5,2'], undefined, heads.trade.replace('final', 'end'))).rejects.toThrow('lacks the columns final')
  await expect(read(['2011,RUS,c1,CHN,5'])).rejects.toThrow('trade.csv:2 has 5 cells')
})

describe.skipIf(!haveRaw)(`release 2013 ${rawNeeded}`, async () => {
  const at = (name: string): string => join(rawFolder, 'wiod2013', `${name}.csv.gz`)
  const files = { trade: at('wiod_trade_by_sector'), output: at('wiod_output_value'), inputUse: at('wiod_input_use_2011') }
  const found: Record<'observations' | 'sector_flows', Columns> = haveRaw ? await readWiod(files) : { observations: {}, sector_flows: {} }

  test('Russia to China 47.7 and China to Russia 57.6 bn USD of goods and services in 2011', () => {
    expect(figureOf(found.observations, 'goods-services-flow', 'RUS', 'CHN', 2011)).toBe(47_671e6)
    expect(figureOf(found.observations, 'goods-services-flow', 'CHN', 'RUS', 2011)).toBe(57_639e6)
  })

  test('every cell of the three files is kept; world output of 2011 is 141.8 tn USD', () => {
    const { year, use, value } = found.sector_flows as Record<string, readonly (string | number | null)[]>
    expect(value?.length).toBe(154_602 * 2 + 7_175 * 2 + 43_297)
    const world = value!.reduce<number>((sum, cell, i) => sum + (year![i] === 2011 && use![i] === 'output' ? Number(cell) : 0), 0)
    expect(world).toBe(141_767_904e6)
  })
})
