import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'
import { gravityOperation } from '../../../src/operations/gravity/gravity.ts'
import { checkInput } from '../../../src/operations/index.ts'
import { type GravityAnswer, gravityCsv, gravityPage } from '../../../src/reports/gravity/gravity-answer.ts'
import { smallPanelCsv } from './small-panel.ts'

const folder = mkdtempSync(join(tmpdir(), 'visavis-gravity-'))
afterAll(() => rmSync(folder, { recursive: true }))

const context = { env: {}, today: '2026-11-24', now: '2026-11-24T12:00:00.000Z' }

async function ask(content: string | Buffer, input: Record<string, unknown> = {}, name = 'panel.csv'): Promise<GravityAnswer> {
  const file = join(folder, name)
  writeFileSync(file, content)
  const { run, output } = await gravityOperation.load()
  const answer = await run(checkInput(gravityOperation, { file, year: 'year', regressors: 'ln(dist),border', ...input }), context)
  return output.parse(JSON.parse(JSON.stringify(answer))) as GravityAnswer
}

const whole = smallPanelCsv()
const tiny = 'exporter,importer,year,trade,dist\nA,B,1,5,3\nB,A,1,2,3\n'

describe('visavis gravity FILE', () => {
  test('names what it left out, and why', async () => {
    const answer = await ask(whole, { regressors: 'ln(dist),dist,twice,border,embargo' })
    expect(answer.terms.map(({ name, leftOut }) => [name, leftOut])).toEqual([
      ['ln(dist)', null],
      ['dist', null],
      ['twice', 'determined by dist and the effects'],
      ['border', null],
      ['embargo', 'the same in every row that is used'],
    ])
    expect(answer.rows).toMatchObject({ read: 91, blank: 1, used: 88, separated: 2 })
    expect(answer.notes).toContain(
      '2 rows without flow left out as separated (ARG to CHL in 2002, ARG to CHL in 2003): regressors and effects predict their flow perfectly, as 0, and they tell nothing of the coefficients.',
    )
  })

  test('the effect of a dummy is in percent, that of a logarithm is not', async () => {
    const [dist, border] = (await ask(whole)).terms
    expect(dist!.percent).toBeNull()
    expect(border!.percent).toBeCloseTo(100 * (Math.exp(border!.estimate!) - 1), 9)
    expect(border!.high90! - border!.low90!).toBeCloseTo(2 * 1.6448536 * border!.error!, 6)
  })

  test('a packed file, quoted cells, and the order of columns change nothing', async () => {
    const plain = await ask(whole)
    const quoted = whole.replaceAll('ARG', '"ARG"')
    const turned = whole
      .trimEnd()
      .split('\n')
      .map((line) => line.split(',').reverse().join(','))
      .join('\r\n')
    for (const [content, name] of [
      [gzipSync(whole), 'panel.csv.gz'],
      [quoted, 'panel.csv'],
      [turned, 'panel.csv'],
    ] as const)
      expect((await ask(content, {}, name)).terms).toEqual(plain.terms)
  })

  test('fitted flows have one row for each row read, and sum to the observed flow', async () => {
    const { fitted } = await ask(whole, { show: 'fitted' })
    expect(fitted!.length).toBe(90)
    const sum = (of: 'flow' | 'fitted'): number => fitted!.reduce((total, row) => total + row[of], 0)
    expect(sum('fitted') / sum('flow')).toBeCloseTo(1, 9)
    expect(gravityCsv(await ask(whole, { show: 'fitted' })).split('\n')[0]).toBe('exporter,importer,year,flow,fitted,used')
  })

  test('pair effects determine what is constant for a pair', async () => {
    const answer = await ask(whole, { effects: 'exporter-year,importer-year,pair', regressors: 'border,embargo' })
    expect(answer.terms[0]!.leftOut).toBe('determined by the effects (exporter-year, importer-year, pair)')
  })

  test('few clusters and repeated rows are said', async () => {
    const twice = await ask(`${whole}ARG,BRA,2001,5,1000,0,0,2000\n`, { clusters: 'exporter,importer' })
    expect(twice.notes).toContain('1 row repeats the exporter, importer and year of an earlier row.')
    expect(twice.notes).toContain('There are only 6 clusters of exporter: errors may be too small.')
  })

  test('the text says the model first', async () => {
    expect(gravityPage.table(await ask(whole))).toMatch(/^Gravity equation of trade in panel\.csv, by Poisson pseudo maximum likelihood/)
  })
})

describe('the flows of the record', () => {
  test('are estimated with zeros, and without the ways that the source may lack', async () => {
    const { run } = await gravityOperation.load()
    const answer = (await run(checkInput(gravityOperation, { record: true }), {
      ...context,
      env: { VISAVIS_HOME: '/nonexistent' },
    })) as GravityAnswer
    const { read, used, withoutFlow, blank } = answer.rows
    expect([read, used + blank]).toEqual([192 * 191, 192 * 191])
    expect(blank).toBeGreaterThan(1000)
    expect(withoutFlow).toBeGreaterThan(10_000)
    expect(answer.terms.map(({ name, estimate }) => [name, Math.sign(estimate!)])).toEqual([
      ['ln(distance)', -1],
      ['border', 1],
      ['language', 1],
      ['customs_union', 1],
      ['trade_bloc', 1],
    ])
  })

  test.each([
    [{}, 'give a file, or --record'],
    [{ record: true, regressors: 'gdp' }, 'the record has no column gdp'],
    [{ record: true, year: 'year' }, 'the record has no column year'],
  ])('%j is refused', async (input, words) => {
    const { run } = await gravityOperation.load()
    const at = { ...context, env: { VISAVIS_HOME: '/nonexistent' } }
    await expect(run(checkInput(gravityOperation, input), at)).rejects.toThrow(words)
  })
})

describe('a panel that cannot be used is refused, with the place', () => {
  test.each([
    ['a negative flow', tiny.replace('A,1,2', 'A,1,-2'), {}, 'panel.csv:3: the flow is -2; a flow is 0 or more'],
    ['text for a number', tiny.replace('A,1,2', 'A,1,two'), {}, 'panel.csv:3: "two" in the column trade is not a number'],
    ['a thousands separator', tiny.replace('A,1,2', 'A,1,"2,000"'), {}, '"2,000" in the column trade is not a number'],
    ['the logarithm of 0', tiny.replace('5,3', '5,0'), {}, 'panel.csv:2: dist is 0 and has no logarithm'],
    ['a short row', tiny.replace('A,1,2,3', 'A,1,2'), {}, 'panel.csv:3 has 4 cells, the header has 5'],
    ['an open quotation mark', tiny.replace('B,A', '"B,A'), {}, 'panel.csv:3 has a quotation mark'],
    ['semicolons', tiny.replaceAll(',', ';'), {}, 'Its cells must be separated by commas.'],
    ['a column that is not there', tiny, { flow: 'trad' }, 'Did you mean trade?'],
    ['two columns of one name', tiny.replace('dist', 'trade'), {}, 'two columns named trade'],
    ['no rows', 'exporter,importer,year,trade,dist\n', {}, 'no rows below its header'],
    ['an empty file', '', {}, 'empty'],
    ['no flow at all', tiny.replace('1,5', '1,0').replace('1,2', '1,0'), {}, 'all flows of the panel are 0'],
    ['effects by year without years', tiny, { year: undefined, effects: 'exporter-year' }, 'exporter-year needs a column of years'],
    ['a weight of 0', tiny.replace('dist', 'w').replace('5,3', '5,0'), { regressors: undefined, weights: 'w' }, 'the weight is 0'],
  ])('%s', async (_, content, input, words) => {
    await expect(ask(content, { regressors: 'ln(dist)', ...input })).rejects.toThrow(words)
  })
})
