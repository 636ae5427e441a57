import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkInput, operations } from '../../../src/operations/index.ts'
import type { AddAnswer, DiffAnswer } from '../../../src/reports/answers/add-pull-diff.ts'

let home = ''
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'visavis-'))
})
afterAll(() => rm(home, { recursive: true }))

let clock = 0
async function ask<T>(name: string, input: Record<string, unknown>): Promise<T> {
  const operation = operations.find((one) => one.name === name)!
  const work = await operation.load()
  const now = `2027-01-01T00:00:${String(++clock).padStart(2, '0')}.000Z`
  const answer = await work.run(checkInput(operation, input), { env: { VISAVIS_HOME: home }, today: '2027-01-01', now })
  expect(work.output.safeParse(JSON.parse(JSON.stringify(answer))).error?.issues ?? []).toEqual([])
  expect(work.show.table!(answer as never)).not.toMatch(/undefined|NaN/)
  return answer as T
}

async function baci(...rows: string[]): Promise<string> {
  const path = join(home, `baci-${clock}.csv`)
  await writeFile(path, `year,iso_o,iso_d,value_thousand_usd\n${rows.join('\n')}\n`)
  return path
}

describe('add and diff', () => {
  test('an added file makes a new snapshot, with its own vintage and coverage', async () => {
    const files = [await baci('2020,CHN,RUS,5', '2021,CHN,RUS,7')]
    // far shorter than the edition that the bundled record has, and far below its figures
    await expect(ask('add', { source: 'baci', files })).rejects.toThrow(
      /has 2 rows, the edition held 5,525.*2 of 2 figures cannot be right/,
    )
    const answer = await ask<AddAnswer>('add', { source: 'baci', files, accept: true })
    expect(answer.rows).toEqual({ observations: 2 })
    expect(answer.coverage).toEqual([{ indicator: 'goods-trade-flow', from: '2020-01-01', to: '2021-12-31' }])
    expect(answer.vintage).toMatch(/^baci-.*\.csv, added 2027-01-01, sha256 [0-9a-f]{12}$/)
  })

  test('the next edition differs from it by what it changed, added and left out', async () => {
    await ask('add', { source: 'baci', files: [await baci('2021,CHN,RUS,14', '2022,CHN,RUS,9')] })
    const { counts, rows } = await ask<DiffAnswer>('diff', {})
    expect(counts).toEqual([{ table: 'observations', source: 'baci', added: 1, removed: 1, changed: 1, unchanged: 0, largest: 1 }])
    expect(rows.map((row) => [row.change, row.before, row.after])).toEqual([
      ['added', null, 'value=9000.0, status=estimated'],
      ['changed', 'value=7000.0, status=estimated', 'value=14000.0, status=estimated'],
      ['removed', 'value=5000.0, status=estimated', null],
    ])
  })

  test('the same figures in another file are no change', async () => {
    await ask('add', { source: 'baci', files: [await baci('2022,CHN,RUS,9', '2021,CHN,RUS,14')] })
    expect((await ask<DiffAnswer>('diff', {})).counts).toEqual([])
  })

  test('assess and sources speak from the newest snapshot', async () => {
    const answer = await ask<{ domains: { id: string; estimates: { id: string; period: string; value?: number }[] }[] }>('assess', {
      a: 'CHN',
      b: 'RUS',
    })
    const trade = answer.domains.find((domain) => domain.id === 'trade')!
    expect(trade.estimates.find((one) => one.id === 'goods-a-to-b')).toBeDefined()
    const { sources } = await ask<{ sources: { id: string; vintage: string; rows: Record<string, number> }[] }>('sources', { id: 'baci' })
    expect(sources[0]?.rows).toEqual({ observations: 2 })
  })

  test('a failed read changes nothing', async () => {
    const before = await readdir(join(home, 'snapshots'))
    await expect(ask('add', { source: 'baci', files: [await baci('2021,CHN,RUS,many')] })).rejects.toThrow(/baci-\d+\.csv:2/)
    await expect(ask('add', { source: 'baci', files: [join(home, 'nothing.csv')] })).rejects.toThrow()
    expect(await readdir(join(home, 'snapshots'))).toEqual(before)
  })

  test('rows that are gone are said to be gone', async () => {
    const all = ['2019,CHN,RUS,1', '2020,CHN,RUS,2', '2021,CHN,RUS,3']
    await ask('add', { source: 'baci', files: [await baci(...all)] })
    const { notes } = await ask<AddAnswer>('add', { source: 'baci', files: [await baci(all[0]!)] })
    expect(notes).toEqual([
      'observations: 3 rows before, 1 now. All files of a source are given at once; visavis diff shows which rows are gone.',
    ])
    expect((await ask<AddAnswer>('add', { source: 'baci', files: [await baci(...all)] })).notes).toEqual([])
  })

  test('of changed figures those that changed most come first', async () => {
    await ask('add', { source: 'baci', files: [await baci('2019,CHN,RUS,100', '2020,CHN,RUS,100', '2021,CHN,RUS,100')] })
    await ask('add', { source: 'baci', files: [await baci('2019,CHN,RUS,101', '2020,CHN,RUS,50', '2021,CHN,RUS,120')] })
    const { rows } = await ask<DiffAnswer>('diff', { limit: 2 })
    expect(rows.map((row) => /start_date=(\d+)/.exec(row.key)?.[1])).toEqual(['2020', '2021'])
  })

  test('a figure of a year to come is refused, and one of a year before the source begins', async () => {
    await expect(ask('add', { source: 'baci', files: [await baci('2021,CHN,RUS,3', '2035,CHN,RUS,3')] })).rejects.toThrow(
      /baci-\d+\.csv:3 gives goods-trade-flow from 2035-01-01 on, which is yet to come/,
    )
    await expect(ask('add', { source: 'baci', files: [await baci('1850,CHN,RUS,3')] })).rejects.toThrow(/csv:2 is of the year "1850"/)
  })

  test('of files that are told apart by name the words are shown that a name must have', async () => {
    await expect(ask('add', { source: 'world-bank', files: [await baci('2021,CHN,RUS,3')] })).rejects.toMatchObject({
      code: 'Usage',
      message: expect.stringContaining('gdp (a name with "gdp … .csv"), population (a name with "pop … .csv")'),
      hint: 'visavis add world-bank',
    })
  })

  test('without files it says what the source takes, and under which terms', async () => {
    await expect(ask('add', { source: 'baci' })).rejects.toThrow(/takes the CSV of country-pair totals.*Licence: /)
  })

  test('a source that it cannot read is named, with those that it can', async () => {
    await expect(ask('add', { source: 'horoscopes', files: ['x'] })).rejects.toThrow(/cannot add "horoscopes".*world-bank/)
    await expect(ask('add', { source: 'world-bnak', files: ['x'] })).rejects.toMatchObject({
      message: expect.stringContaining('Did you mean world-bank?'),
      hint: 'visavis add world-bank FILE...',
    })
  })

  test('a source that can be fetched too is said to be', async () => {
    await expect(ask('add', { source: 'comtrade' })).rejects.toThrow('It can be fetched too: visavis pull comtrade.')
  })
})
