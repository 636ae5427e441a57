import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { checkInput, operations } from '../../../src/operations/index.ts'
import { readLiberationDayFiles } from '../../../src/operations/scenarios/liberation-day-files.ts'
import { type LiberationDayReport, liberationDayCsv, liberationDayPage } from '../../../src/reports/scenarios/liberation-day.ts'
import { readUsTariffs2025 } from '../../../src/sources/reviewed-tables/us-tariffs-2025.ts'

const context = { env: { ...process.env, VISAVIS_HOME: '/nonexistent' }, today: '2026-11-24', now: '2026-11-24T12:00:00.000Z' }

async function ask(input: Record<string, unknown> = {}): Promise<LiberationDayReport> {
  const operation = operations.find((one) => one.name === 'scenario liberation-day')!
  const { output, run } = await operation.load()
  return output.parse(await run(checkInput(operation, input), context)) as LiberationDayReport
}

const welfare = ({ results }: LiberationDayReport, iso3: string) => results.find((one) => one.iso3 === iso3)!.welfare

describe('on the bundled record', () => {
  let ordered: LiberationDayReport
  beforeAll(async () => {
    ordered = await ask()
  })

  test('all economies with trade and GDP are answered, and those without GDP are named', () => {
    expect(ordered.results.length).toBeGreaterThan(180)
    expect(ordered.base.economies).toBe(ordered.results.length)
    expect(ordered.base.leftOut).toEqual(expect.arrayContaining(['CUB', 'PRK', 'SYR']))
    expect(ordered.converged && ordered.sameFromSecondStart).toBe(true)
  })

  test('with the tariffs of the paper on everyone the United States is within a tenth of a point of the paper', async () => {
    const everyone = await ask({ everyone: true })
    expect(Math.abs(welfare(everyone, 'USA')! - 1.1307)).toBeLessThan(0.1)
    expect(welfare(everyone, 'CHN')).toBeLessThan(-0.5)
  })

  test('as ordered, Canada and Mexico pay nothing and gain, and the United States gains less', () => {
    expect(welfare(ordered, 'CAN')).toBeGreaterThan(0)
    expect(welfare(ordered, 'MEX')).toBeGreaterThan(0)
    expect(welfare(ordered, 'USA')).toBeLessThan(0.5)
    expect(ordered.assumptions.join(' ')).toContain('nothing is charged on Canada, Mexico')
  })

  test('welfare of an economy with hardly any spending on record is undefined, and blank in CSV', () => {
    expect(welfare(ordered, 'NRU')).toBeNull()
    expect(liberationDayCsv(ordered)).toMatch(/^NRU,,-?\d/m)
    expect(ordered.assumptions.join(' ')).toContain('Welfare is undefined for Nauru')
  })

  test('the CSV has the published columns, and the text the United States first', () => {
    expect(liberationDayCsv(ordered).split('\n')[0]).toBe('iso3,welfare,deficit,exports_gdp,imports_gdp,employment,prices,revenue')
    expect(liberationDayPage.table(ordered)).toMatch(
      /^The tariffs of 2 April 2025, without retaliation: welfare of the United\s+States \+0\.\d\d %/,
    )
    expect(liberationDayPage.table(ordered)).toMatch(/prices\nUnited States/)
  })

  test.each([
    [{ elasticity: '40' }, /elasticity: "40" is no number from 0.5 to 20/],
    [{ tariff: 'high' }, /tariff: "high" is no number/],
    [{ data: '/nowhere' }, /"\/nowhere" is no folder/],
  ])('%j is refused', async (input, message) => {
    await expect(ask(input)).rejects.toThrow(message)
  })
})

describe('files in the form of the replication package', () => {
  const good = {
    'country_labels.csv': 'iso3,iso_code,CountryName\nCHN,1,China\nDEU,2,Germany\nUSA,3,"United States"\n',
    'trade_cepii.csv': 'export_ij1,export_ij2,export_ij3\n,30,50\n20,,25\n15,20,\n',
    'gdp.csv': 'gdp\n180000\n90000\n280000\n',
    'tariffs.csv': 'applied_tariff\n.54\n.05\n0\n',
  }

  async function folder(change: Partial<Record<keyof typeof good, string | null>> = {}): Promise<string> {
    const place = await mkdtemp(join(tmpdir(), 'liberation-'))
    onTestFinished(() => rm(place, { recursive: true }))
    for (const [name, text] of Object.entries({ ...good, ...change })) if (text !== null) await writeFile(join(place, name), text)
    return place
  }

  test('a blank is no trade, GDP is in dollars, and tariffs are at least a tenth', async () => {
    expect(await readLiberationDayFiles(await folder())).toEqual({
      iso3: ['CHN', 'DEU', 'USA'],
      trade: Float64Array.of(0, 30, 50, 20, 0, 25, 15, 20, 0),
      gdp: Float64Array.of(180, 90, 280),
      tariffs: Float64Array.of(0.54, 0.1, 0.1),
    })
  })

  test('Windows line ends and an empty last line do not matter', async () => {
    const windows = Object.fromEntries(Object.entries(good).map(([name, text]) => [name, `${text.replaceAll('\n', '\r\n')}\r\n`]))
    expect((await readLiberationDayFiles(await folder(windows))).iso3).toEqual(['CHN', 'DEU', 'USA'])
  })

  test('a folder is enough: the answer needs no record', async () => {
    const { results, base, snapshot } = await ask({ data: await folder(), retaliation: 'reciprocal' })
    expect(results.map(({ iso3 }) => iso3)).toEqual(['CHN', 'DEU', 'USA'])
    expect([base.kind, snapshot]).toEqual(['folder', null])
  })

  test.each([
    [{ 'gdp.csv': null }, /gdp.csv is missing/],
    [{ 'gdp.csv': 'gdp\n180000\n90000\n' }, /gdp.csv has 2 rows, and country_labels.csv names 3 economies/],
    [{ 'gdp.csv': 'gdp\n180000\nn/a\n280000\n' }, /gdp.csv:3 has "n\/a", not a number/],
    [{ 'gdp.csv': 'gdp\n180000\n0\n280000\n' }, /GDP of DEU is 0/],
    [{ 'gdp.csv': 'gdp\n1,5\n2,5\n3,5\n' }, /gdp.csv:2 has 2 cells, not one/],
    [{ 'trade_cepii.csv': 'a,b,c\n,30,50\n20,,25\n15,20\n' }, /trade_cepii.csv:4 has 2 cells/],
    [{ 'trade_cepii.csv': 'a,b,c\n,30,50\n20,,-25\n15,20,\n' }, /exports of DEU to USA are -25/],
    [{ 'trade_cepii.csv': 'a,b,c\n,30,50\n,,\n15,20,\n' }, /DEU exports nothing/],
    [{ 'tariffs.csv': 'applied_tariff\n54\n10\n0\n' }, /tariff on CHN is 54; it must be a share/],
    [{ 'country_labels.csv': 'code\nCHN\nDEU\nUSA\n' }, /country_labels.csv has no column iso3/],
    [{ 'country_labels.csv': 'iso3\nCHN\nGermany\nUSA\n' }, /country_labels.csv:3 has "Germany" for iso3/],
    [{ 'country_labels.csv': 'iso3\nCHN\nDEU\nCAN\n' }, /lacks USA/],
    [{ 'tariffs.csv': '' }, /tariffs.csv is empty/],
  ])('%j is refused', async (change, message) => {
    await expect(ask({ data: await folder(change) })).rejects.toThrow(message)
  })
})

describe('the table of the tariffs of 2 April 2025', () => {
  test('has the rates of the order, and those of before on China', async () => {
    const tariffs = await readUsTariffs2025('data/tables/us-tariffs-2025.csv')
    expect([...['CHN', 'VNM', 'DEU', 'JPN', 'IND', 'KOR', 'CHE', 'LSO', 'CAN', 'RUS', 'GBR'].map((id) => tariffs.get(id))]).toEqual([
      ...[0.54, 0.46, 0.2, 0.24, 0.26, 0.25, 0.31, 0.5, 0, 0, undefined],
    ])
    expect([...tariffs.values()].filter((share) => share === 0.2).length).toBe(28)
  })

  test('refuses a tariff that is no whole percentage', async () => {
    const place = await mkdtemp(join(tmpdir(), 'tariffs-'))
    onTestFinished(() => rm(place, { recursive: true }))
    const path = join(place, 'us-tariffs-2025.csv')
    await writeFile(path, 'iso3,percent,earlier_percent,heading,note\nCHN,0.34,0,9903.01.63,\n')
    await expect(readUsTariffs2025(path)).rejects.toThrow(/us-tariffs-2025.csv:2 has "0.34" for a tariff/)
  })
})
