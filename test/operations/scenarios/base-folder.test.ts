import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'
import { checkInput, operations } from '../../../src/operations/index.ts'
import { readBaseFolder } from '../../../src/operations/scenarios/base-folder.ts'
import { baseNamed } from '../../../src/scenarios/data/bases.ts'
import type { TradeBase } from '../../../src/scenarios/data/trade-base.ts'
import { runScenario } from '../../../src/scenarios/run-scenario.ts'
import type { ScenarioAnswer } from '../../../src/scenarios/scenario-answer.ts'
import type { Scenario } from '../../../src/scenarios/shocks/scenario.ts'

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true })
})

function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'visavis-base-'))
  folders.push(folder)
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  return folder
}

const read = (files: Readonly<Record<string, string | Uint8Array>>): Promise<TradeBase> => readBaseFolder(folderWith(files), '2026-11-24')

/** Writes a base of the package as the files of a user. */
function filesOf({ economies, sectors, flows, links }: TradeBase): Record<string, string> {
  const n = economies.length
  const rows = ['exporter,importer,sector,value']
  for (const [cell, value] of flows.entries())
    if (value > 0) rows.push(`${economies[Math.floor(cell / n) % n]},${economies[cell % n]},${sectors[Math.floor(cell / n ** 2)]},${value}`)
  if (links === undefined) return { 'flows.csv': `${rows.join('\n')}\n` }
  const m = sectors.length
  const inputs = ['economy,input,user,share']
  for (const [cell, share] of links.inputShares.entries())
    if (share > 0) inputs.push(`${economies[Math.floor(cell / m ** 2)]},${sectors[cell % m]},${sectors[Math.floor(cell / m) % m]},${share}`)
  return { 'flows.csv': `${rows.join('\n')}\n`, 'inputs.csv': `${inputs.join('\n')}\n` }
}

const shocks: Scenario['shocks'] = [{ kind: 'trade-cost', from: ['DEU', 'FRA'], to: ['CHN'], factor: 2 }]
const run = (base: TradeBase | undefined, change: Partial<Scenario> = {}): Promise<ScenarioAnswer> =>
  runScenario({ scenario: { name: 'x', base: 'own', shocks, elasticities: 4, ...change }, membersOf: () => [], base })
const welfare = ({ results }: ScenarioAnswer): Record<string, number> => Object.fromEntries(results.map((one) => [one.iso3, one.welfare!]))

const small = {
  'flows.csv': `exporter,importer,sector,value
DEU,DEU,A,900
DEU,FRA,A,50
FRA,DEU,A,40
FRA,FRA,A,700
DEU,DEU,B,90
DEU,FRA,B,20
FRA,DEU,B,10
FRA,FRA,B,80
`,
}

describe('a base of the user', () => {
  test.each(['icio-2022', 'wiod-2011'])('with the numbers of %s gives the same answer as the base of the package', async (id) => {
    const own = await read(filesOf(baseNamed(id)))
    expect(own.economies).toEqual(baseNamed(id).economies)
    const [mine, shipped] = [welfare(await run(own)), welfare(await run(undefined, { base: id }))]
    expect(Math.abs(shipped['CHN']!)).toBeGreaterThan(0.05)
    // final use is what inputs leave of all purchases; the package has it as a table of its own, to six digits
    for (const [code, value] of Object.entries(shipped))
      expect(Math.abs(mine[code]! - value)).toBeLessThan(id === 'icio-2022' ? 1e-8 : 5e-3)
  })

  test('may be packed, name states in words, leave sectors out, and have its own elasticities, tariffs and card', async () => {
    const flows =
      'exporter,importer,value\nGermany,Germany,90\nGermany,France,5\nFRA,Germany,4\nFRA,FRA,70\nROW,ROW,50\nROW,FRA,1\nFRA,ROW,1\n'
    const base = await read({
      'flows.csv.gz': gzipSync(flows),
      'tariffs.csv': 'exporter,importer,percent\nDEU,FRA,25\n',
      'elasticities.csv': 'sector,elasticity,set\nALL,3,low\nALL,9,high\n',
      'about.yaml': 'title: Three\nyear: 2010\nunit: million euros\nsource: a test\n',
    })
    expect(base.economies).toEqual(['DEU', 'FRA', 'ROW'])
    expect(base.card).toMatchObject({ title: 'Three', year: 2010, unit: 'million euros', sectors: ['ALL'] })
    expect(base.tariffs![1]).toBe(0.25)
    expect(base.card.notes.join(' ')).toContain('Not states of the record, so they keep the codes of the file: ROW.')
    const answer = await run(base, { elasticities: 'low', shocks: [{ kind: 'tariff', by: ['FRA'], on: ['DEU'], percent: -25 }] })
    expect(answer.scenario.elasticities.title).toBe('of your own, set low')
    expect(answer.results[0]!.welfare).toBeGreaterThan(0)
  })

  test('as one sector has the mean of its tariffs, weighted by sales', async () => {
    const base = await read({ ...small, 'tariffs.csv': 'exporter,importer,sector,percent\nDEU,FRA,A,7\n' })
    const [one] = await Promise.all([
      run(base, { model: 'one-sector', shocks: [{ kind: 'tariff', by: ['FRA'], on: ['DEU'], percent: -5 }] }),
    ])
    const exact = await read({
      'flows.csv': 'exporter,importer,value\nDEU,DEU,990\nDEU,FRA,70\nFRA,DEU,50\nFRA,FRA,780\n',
      'tariffs.csv': 'exporter,importer,percent\nDEU,FRA,5\n',
    })
    const same = await run(exact, { shocks: [{ kind: 'tariff', by: ['FRA'], on: ['DEU'], percent: -5 }] })
    expect(one.results[0]!.welfare).toBeCloseTo(same.results[0]!.welfare!, 10)
  })

  test('has no elasticities of a paper whose sectors are as many by chance', async () => {
    const base = await read(filesOf(baseNamed('icio-2022')))
    await expect(run(base, { elasticities: 'caliendo-parro-2015' })).rejects.toThrow('no set "caliendo-parro-2015"')
  })

  test('says which sectors have no supply at home, and undefined where all trade of one ends', async () => {
    const base = await read({ 'flows.csv': small['flows.csv'].replace('FRA,FRA,B,80\n', '') })
    expect(base.card.notes.join(' ')).toContain('No supply at home: FRA in B.')
    const answer = await run(base, { shocks: [{ kind: 'ban', from: ['DEU'], to: ['FRA'], sectors: ['B'] }] })
    expect(answer.results.find(({ iso3 }) => iso3 === 'FRA')!.welfare).toBeNull()
    expect(answer.notes.join(' ')).toContain('Undefined for FRA')
  })

  test('with negative cells is refused by line, or repaired where its card says so, which the answer tells', async () => {
    const flows = { 'flows.csv': small['flows.csv'].replace('DEU,FRA,B,20', 'DEU,FRA,B,-20') }
    await expect(read(flows)).rejects.toThrow('flows.csv:7: sales of DEU to FRA in B are -20')
    const base = await read({ ...flows, 'about.yaml': 'repair: true\n' })
    expect(base.card.notes.join(' ')).toContain('Negative cells (changes of inventories) were set to zero: 1, 1.1 % of all sales.')
  })

  const flows = small['flows.csv']
  test.each([
    ['no flows.csv', { 'flow.csv': flows }, 'there is no flows.csv'],
    ['a column that is missing', { 'flows.csv': flows.replace('value', 'amount') }, 'flows.csv has no column value'],
    ['a cell that is no number', { 'flows.csv': flows.replace('900', 'nine') }, 'flows.csv:2: "nine" in the column value is not a number'],
    ['a blank cell', { 'flows.csv': flows.replace('900', '') }, 'flows.csv has blank cells in 1 rows'],
    ['a cell given twice', { 'flows.csv': `${flows}DEU,FRA,A,1\n` }, 'flows.csv:10: DEU to FRA in A is given a second time'],
    ['an economy that sells nothing', { 'flows.csv': `${flows}DEU,ITA,A,1\n` }, 'flows.csv has no sales at home for ITA'],
    ['a row of zeros', { 'flows.csv': `${flows}ITA,ITA,A,0\nITA,DEU,A,0\nDEU,ITA,A,3\n` }, 'no sales at home for ITA'],
    ['no sales at home', { 'flows.csv': 'exporter,importer,value\nDEU,FRA,5\nFRA,DEU,4\n' }, 'no sales at home for any economy'],
    ['a name with two meanings', { 'flows.csv': flows.replaceAll('FRA', 'Korea') }, 'flows.csv:3: "Korea" has several meanings'],
    ['a name that is no code', { 'flows.csv': flows.replaceAll('FRA', 'the rest of it') }, 'flows.csv:3: "the rest of it" is no state'],
    [
      'a tariff of 1,000 %',
      { ...small, 'tariffs.csv': 'exporter,importer,percent\nDEU,FRA,1000\n' },
      'tariffs.csv:2: the tariff on goods of DEU in FRA is 1000 %',
    ],
    [
      'a tariff of a state that trades not',
      { ...small, 'tariffs.csv': 'exporter,importer,percent\nITA,FRA,1\n' },
      'tariffs.csv:2: flows.csv has no economy "ITA"',
    ],
    ['a tariff at home', { ...small, 'tariffs.csv': 'exporter,importer,percent\nFRA,FRA,1\n' }, 'at home'],
    [
      'inputs beyond sales',
      { ...small, 'inputs.csv': 'economy,input,user,value\nDEU,A,B,500\n' },
      'inputs of DEU in B cost 454.5 % of what the sector sells',
    ],
    [
      'inputs beyond purchases',
      { ...small, 'inputs.csv': 'economy,input,user,share\nDEU,B,A,0.5\n' },
      'DEU uses more of B as inputs than it buys',
    ],
    ['negative inputs', { ...small, 'inputs.csv': 'economy,input,user,value\nDEU,A,B,-5\n' }, 'inputs.csv:2: B of DEU buys -5 of A'],
    ['inputs without unit', { ...small, 'inputs.csv': 'economy,input,user\nDEU,A,B\n' }, 'needs a column value'],
    ['an elasticity of 0', { ...small, 'elasticities.csv': 'sector,elasticity\nA,0\n' }, 'elasticities.csv:2: 0 is not above 0'],
    ['a sector without elasticity', { ...small, 'elasticities.csv': 'sector,elasticity\nA,3\n' }, 'has no number for B'],
    ['a card with an unknown field', { ...small, 'about.yaml': 'yaer: 2010\n' }, 'about.yaml: its top: Unrecognized key: "yaer"'],
  ])('with %s is refused', async (_, files, message) => {
    await expect(read(files as Record<string, string>)).rejects.toThrow(message)
  })

  test('of 5 GB is refused before it is read', async () => {
    const folder = folderWith({ 'flows.csv': small['flows.csv'] })
    truncateSync(join(folder, 'flows.csv'), 5e9)
    await expect(readBaseFolder(folder, '2026-11-24')).rejects.toMatchObject({
      code: 'TooLarge',
      message: expect.stringContaining('5.0 GB'),
    })
  })

  test('of the files of the Liberation Day paper sells at home what GDP leaves after exports', async () => {
    const base = await read({
      'country_labels.csv': 'iso3\nUSA\nMEX\nHKG\n',
      'trade_cepii.csv': 'a,b,c\n,300,20\n400,,5\n30,40,\n',
      'gdp.csv': 'gdp\n20000000\n1500000\n60000\n',
      'tariffs.csv': 'applied_tariff\n0\n.1\n.1\n',
    })
    // Hong Kong exports more than its GDP
    expect(base.economies).toEqual(['MEX', 'USA'])
    expect([...base.flows]).toEqual([1500 - 405, 400, 300, 20000 - 320])
    expect(base.card.notes.join(' ')).toContain('Left out, since their exports are as large as their GDP: HKG.')
  })

  test('of millions of cells is refused before they are filled', async () => {
    const rows = Array.from({ length: 2300 }, (_, i) => `E${i},E${i},1`)
    await expect(read({ 'flows.csv': `exporter,importer,value\n${rows.join('\n')}\n` })).rejects.toThrow(
      'make 5290000 cells; 5000000 are the most',
    )
  })
})

const scenarioFile = join(folderWith({ 's.yaml': 'name: x\nbase: own\nshocks: [{ kind: ban, from: [DEU], to: [CHN] }]\n' }), 's.yaml')

describe('--data', () => {
  const context = { env: { ...process.env, VISAVIS_HOME: '/nonexistent' }, today: '2026-11-24', now: '2026-11-24T12:00:00.000Z' }
  const ask = async (name: string, input: Record<string, unknown>): Promise<Record<string, never>> => {
    const operation = operations.find((one) => one.name === name)!
    const { output, run: answer } = await operation.load()
    return output.parse(await answer(checkInput(operation, input), context)) as Record<string, never>
  }

  test.each([
    ['scenario', { file: scenarioFile }],
    ['leverage', { a: 'DEU', b: 'CHN' }],
    ['coalition', { target: 'CHN', members: 'DEU,FRA' }],
    ['resilience', { target: 'DEU', against: 'CHN' }],
  ])('of %s replaces the base of the package', async (name, input) => {
    const base = baseNamed('baci-2023')
    const kept = base.economies.flatMap((code, at) =>
      code.startsWith('C') || base.economies.length - at < 40 || ['DEU', 'FRA', 'AUT', 'BEL'].includes(code) ? [at] : [],
    )
    const n = base.economies.length
    const rows = kept.flatMap((i) => kept.map((j) => `${base.economies[i]},${base.economies[j]},${base.flows[i * n + j]}`))
    const folder = folderWith({
      'flows.csv': `exporter,importer,value\n${rows.join('\n')}\n`,
      'about.yaml': 'title: Part of BACI\nyear: 2023\n',
    })
    const answer = await ask(name, { ...input, data: folder })
    expect(answer['base']).toMatchObject({ id: 'own', title: 'Part of BACI' })
  })

  test('is what the base "own" needs', async () => {
    await expect(run(undefined)).rejects.toThrow('"own" is the base of a folder of your own')
  })
})
