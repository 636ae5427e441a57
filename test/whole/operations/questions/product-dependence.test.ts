import { appendFileSync, mkdirSync, readFileSync, renameSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { dependencePairColumns, dependenceProductColumns } from '../../../../src/measures/trade/product-dependence.ts'
import { checkInput, operations } from '../../../../src/operations/index.ts'
import { withTableLimits } from '../../../../src/operations/request/table-limits.ts'
import { commandBody, renderAnswer } from '../../../../src/operations/workers/render-answer.ts'
import { readPlan } from '../../../../src/work/plan.ts'
import { context, inOneGo, joined, planOf } from '../../../operations/work/joined.ts'
import { freshRoot } from '../../../store/fresh-root.ts'

const name = 'measure product-dependence'
const codes =
  'country_code,country_name,country_iso2,country_iso3\n156,China,CN,CHN\n276,Germany,DE,DEU\n344,"China, Hong Kong SAR",HK,HKG\n490,"Other Asia, nes",,S19\n643,Russian Federation,RU,RUS\n842,USA,US,USA\n'

/** Puts files into a folder of their own. */
function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = join(freshRoot(), "it's BACI")
  mkdirSync(folder)
  for (const [file, content] of Object.entries(files)) writeFileSync(join(folder, file), content)
  return folder
}

const baci = (rows: Readonly<Record<number, string>>): string =>
  folderOf({
    'country_codes_V202401.csv': codes,
    'product_codes_HS17_V202401.csv': 'code,description\n010121,Horses\n',
    ...Object.fromEntries(Object.entries(rows).map(([year, text]) => [`BACI_HS17_Y${year}_V202401.csv`, `t,i,j,k,v,q\n${text}`])),
  })

async function csvOf(raw: Record<string, unknown>): Promise<Record<string, string>[]> {
  const [header, ...lines] = (await inOneGo(name, raw, 'csv')).toString().trimEnd().split('\n')
  const columns = header!.split(',')
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, i) => [columns[i]!, cell])))
}

async function shown(raw: Record<string, unknown>, format: 'table' | 'md' | 'json' = 'table'): Promise<string> {
  const operation = operations.find((one) => one.name === name)!
  const work = await operation.load()
  const answer = await work.run(withTableLimits(operation, checkInput(operation, raw), format), context)
  const body = commandBody(await renderAnswer(work, answer, { format, indent: 2 }))
  const text = typeof body === 'string' ? body : [...(body as Iterable<string>)].join('')
  if (format === 'json') expect(work.output.safeParse(JSON.parse(text)).error?.issues ?? []).toEqual([])
  return text
}

interface Flow {
  readonly t: number
  readonly i: number
  readonly j: number
  readonly k: string
  readonly dollars: number
}

const labels: Readonly<Record<number, string>> = { 156: 'CHN', 276: 'DEU', 344: 'HKG', 490: 'TWN', 643: 'RUS', 842: 'USA' }

/** Made-up flows, always the same. */
function madeUp(): Flow[] {
  let seed = 7
  const next = (): number => {
    seed = (seed * 48271) % 2147483647
    return seed / 2147483647
  }
  const parties = Object.keys(labels).map(Number)
  const products = ['010121', '270900', '850760', '854231', '9999AA', '300490', '271121']
  return [2020, 2021, 2022].flatMap((t) =>
    parties.flatMap((i) =>
      parties.flatMap((j) =>
        products.flatMap((k) => (i === j || next() < 0.45 ? [] : [{ t, i, j, k, dollars: Math.max(1, Math.floor(1e6 * next() ** 6)) }])),
      ),
    ),
  )
}

/** The definitions, flow by flow and without SQL. */
function byHand(flows: readonly Flow[], share: number): { pairs: string[]; products: string[] } {
  const sum = (some: readonly Flow[]): number => some.reduce((all, { dollars }) => all + dollars, 0)
  const rounded = (value: number, digits: number): number => Math.round(value * 10 ** digits) / 10 ** digits
  const products: string[] = []
  const pairs = new Map<string, { all: Flow[]; above: Flow[]; dependent: Flow[]; strategic: Flow[] }>()
  const sorted = [...flows].sort((x, y) => x.t - y.t || (order(x) < order(y) ? -1 : 1))
  for (const flow of sorted) {
    const { t, i, j, k, dollars } = flow
    const ofYear = flows.filter((one) => one.t === t)
    const bought = ofYear.filter((one) => one.j === j && one.k === k)
    const [imports, sold] = [sum(bought), sum(ofYear.filter((one) => one.i === i && one.k === k))]
    const own = sum(ofYear.filter((one) => one.i === j && one.k === k))
    const world = sum(ofYear.filter((one) => one.k === k))
    const hhi = bought.reduce((all, one) => all + (one.dollars / imports) ** 2, 0)
    const leads = bought.every((one) => one.dollars <= dollars)
    const worldHhi = Object.keys(labels).reduce(
      (all, of) => all + (sum(ofYear.filter((one) => one.i === Number(of) && one.k === k)) / world) ** 2,
      0,
    )
    const dependent = hhi > 0.4 && worldHhi > 0.4 && imports > own && leads
    const strategic = dollars / imports > 0.5 && imports > own && sold / world > 0.3
    const pair = pairs.get(`${t},${labels[j]},${labels[i]}`) ?? { all: [], above: [], dependent: [], strategic: [] }
    pairs.set(`${t},${labels[j]},${labels[i]}`, pair)
    pair.all.push(flow)
    if (dependent) pair.dependent.push(flow)
    if (strategic) pair.strategic.push(flow)
    if ((100 * dollars) / imports <= share) continue
    pair.above.push(flow)
    const shares = [(100 * dollars) / sold, (100 * sold) / world].map((one) => rounded(one, 4))
    const importShare = rounded((100 * dollars) / imports, 4)
    const figures = [dollars, importShare, '', '', imports, bought.length, rounded(hhi, 6), own, ...shares, rounded(worldHhi, 6), '']
    products.push([t, labels[j], labels[i], k, ...figures, dependent, strategic].join())
  }
  const rows = [...pairs].map(([key, { all, above, dependent, strategic }]) => {
    const { t, i, j } = all[0]!
    const ofYear = flows.filter((one) => one.t === t)
    const [imports, exports] = [sum(ofYear.filter((one) => one.j === j)), sum(ofYear.filter((one) => one.i === i))]
    const of = (some: readonly Flow[], whole: number): number => rounded((100 * sum(some)) / whole, 4)
    const counted = [above, dependent, strategic].flatMap((some) => [some.length, of(some, imports)])
    return [key, all.length, sum(all), of(all, imports), of(all, exports), ...counted, '', '', ''].join()
  })
  return { pairs: rows, products }
}

const order = ({ i, j, k }: Flow): string => `${labels[j]} ${labels[i]} ${k}`

/** A row as the same numbers are written everywhere: 1 and 1.0 are one number. */
const plain = (row: Readonly<Record<string, string>>, columns: readonly string[]): string =>
  columns.map((column) => (/^\d+\.0$/.test(row[column]!) ? row[column]!.slice(0, -2) : row[column])).join()

const files = (flows: readonly Flow[]): Record<number, string> => {
  const rows: Record<number, string> = {}
  for (const { t, i, j, k, dollars } of flows) rows[t] = `${rows[t] ?? ''}${t},${i},${j},${k},${(dollars / 1000).toFixed(3)},NA\n`
  return rows
}

describe('dependence by product from files of BACI', () => {
  const flows = madeUp()

  test.each([50, 30, 80, 0])('has the figures that the definitions give flow by flow, above %i %%', async (share) => {
    const folder = baci(files(flows))
    const expected = byHand(flows, share)
    const pairs = await csvOf({ files: [folder], share })
    expect(pairs.map((row) => plain(row, dependencePairColumns))).toEqual(expected.pairs)
    const products = await csvOf({ files: [folder], share, products: true })
    expect(products.map((row) => plain(row, dependenceProductColumns))).toEqual(expected.products)
    expect(expected.products.length).toBeGreaterThan(20)
    expect(expected.products.filter((row) => row.endsWith('true')).length).toBeGreaterThan(5)
    if (share === 0) expect(expected.products).toHaveLength(flows.length)
    for (const column of ['dependent', 'strategic']) expect(new Set(products.map((row) => row[column]))).toEqual(new Set(['true', 'false']))
  })

  test('of one pair and some years has the same rows as of all', async () => {
    const folder = baci(files(flows))
    const [all, some] = [
      await csvOf({ files: [folder] }),
      await csvOf({ files: [folder], importer: 'Germany', exporter: 'hkg', from: 2021, to: 2021 }),
    ]
    expect(some).toEqual(all.filter(({ year, importer, exporter }) => year === '2021' && importer === 'DEU' && exporter === 'HKG'))
    expect(some).toHaveLength(1)
    const products = await csvOf({ files: [folder], products: true })
    expect(await csvOf({ files: [folder], products: true, importer: 'USA' })).toEqual(products.filter(({ importer }) => importer === 'USA'))
  })

  test('by a plan has the very bytes of the command, and a cell refuses a file that is another one', async () => {
    const folder = baci(files(flows))
    for (const raw of [{ files: [folder] }, { files: [folder], products: true, share: 10, exporter: 'China' }]) {
      const plan = await planOf(name, raw, 2)
      expect(await readPlan(plan)).toMatchObject({ items: 3, cell: 2 })
      expect((await joined(plan)).toString()).toBe((await inOneGo(name, raw, 'csv')).toString())
    }
    const plan = await planOf(name, { files: [folder] }, 1)
    appendFileSync(join(folder, 'BACI_HS17_Y2021_V202401.csv'), '2021,156,276,999999,1,1\n')
    await expect(joined(plan)).rejects.toThrow(/BACI_HS17_Y2021_V202401\.csv is not the file of the plan/)
    renameSync(folder, `${folder} elsewhere`)
    await expect(joined(plan)).rejects.toThrow(/cannot be read/)
  })

  test('only CSV can be joined, and the years of a plan are those asked for', async () => {
    const folder = baci(files(flows))
    await expect(planOf(name, { files: [folder] }, 1, 'json')).rejects.toThrow('no result in the format json')
    expect(await readPlan(await planOf(name, { files: [folder], from: 2021 }, 1))).toMatchObject({ items: 2 })
  })

  test('two codes of one state in one year are one state; trade with itself and flows of nothing are left out', async () => {
    const folder = folderOf({
      'country_codes_V202401.csv': 'country_code,country_iso3\n729,SDN\n736,SDN\n156,CHN\n58,BEL\n',
      'BACI_HS92_Y2011_V202401.csv':
        't,i,j,k,v,q\n2011,736,156,270900,3,1\n2011,729,156,270900,1,1\n2011,729,736,270900,9,1\n2011,156,729,10121,0.0004,1\n2011,156,729,010129,0,1\n2011,58,156,270900,4,1\n',
    })
    const rows = await csvOf({ files: [folder], products: true, share: 0 })
    expect(
      rows.map(({ importer, exporter, product, imports_usd, import_share }) => [importer, exporter, product, imports_usd, import_share]),
    ).toEqual([
      // Belgium-Luxembourg is not Belgium
      ['CHN', '58', '270900', '4000', '50.0'],
      ['CHN', 'SDN', '270900', '4000', '50.0'],
      ['SDN', 'CHN', '010121', '0', '100.0'],
    ])
  })

  test('as a table says the result first, and what the words mean', async () => {
    const folder = baci({
      2021: '2021,156,276,850760,60,1\n2021,842,276,850760,30,1\n2021,643,276,270900,10,1\n',
      2022: '2022,156,276,850760,60,1\n',
    })
    const text = await shown({ files: [folder], importer: 'DEU', exporter: 'CHN', to: 2021 })
    expect(text).toContain('In 2021 China supplied more than 50 % of Germany’s imports in 1 of the 1 products that it sold there.')
    expect(text.replaceAll(/\s+/g, ' ')).toContain('These sales were 60 % of all Germany’s imports.')
    expect(text).toMatch(/2021 {2}DEU {7}CHN {7}USD 60,000 +60 +100 +1 +1 \(60 %\) +1 \(60 %\) +1 \(60 %\)/)
    expect(await shown({ files: [folder], products: true }, 'md')).toMatch(/\| DEU \| CHN \| 850760 \| USD 60,000 \| 100 \|/)
    expect(await shown({ files: [folder], importer: 'USA' })).toMatch(/^No product stands in the files to the United States for 2022/)
    expect(JSON.parse(await shown({ files: [folder], products: true, from: 2022 }, 'json'))).toMatchObject({
      ...{ form: 'baci', edition: 'HS17 V202401', years: [2022], importer: null, by: 'product' },
      rows: [
        {
          importer: 'DEU',
          product: '850760',
          import_share: 100,
          import_share_low: null,
          importer_exports_usd: 0,
          dependent: true,
          strategic: true,
        },
      ],
    })
  })
})

const comtradeHeader =
  'typeCode,freqCode,refYear,period,reporterCode,reporterDesc,flowCode,partnerCode,partner2Code,classificationCode,cmdCode,customsCode,motCode,primaryValue'

/** A row of Comtrade: reporter, flow, partner, product, dollars. */
const report = (reporter: number, flow: string, partner: number, product: string, dollars: number, edition = 'H5', year = 2021): string =>
  `C,A,${year},${year},${reporter},"Name, with comma",${flow},${partner},0,${edition},${product},C00,0,${dollars}\n`

describe('dependence by product from tables of Comtrade', () => {
  const germany = [
    report(276, 'M', 156, '850760', 60_000),
    report(276, 'M', 842, '850760', 40_000),
    // none of these is a flow of a product from one partner
    report(276, 'M', 0, '850760', 100_000),
    report(276, 'M', 156, '8507', 70_000),
    report(276, 'RM', 156, '850760', 9),
    report(276, 'M', 156, '850760', 50_000).replace(',C00,0,', ',C00,1000,'),
    report(276, 'M', 276, '850760', 7),
    report(276, 'X', 842, '850760', 10_000),
  ]
  const china = [report(156, 'X', 276, '850760', 30_000), report(156, 'X', 842, '850760', 90_000)]

  test('both reports of a flow stand side by side, and what a missing report would say is blank', async () => {
    const folder = folderOf({
      'germany.csv': `${comtradeHeader}\n${germany.join('')}`,
      'china.txt.gz': gzipSync(`\uFEFF${comtradeHeader}\n${china.join('')}`.replaceAll('"Name, with comma"', 'Name').replaceAll(',', '\t')),
    })
    const [row, ...rest] = await csvOf({ files: [folder], products: true })
    expect(rest).toEqual([])
    // 60 of 100; with China's own 30 in place of the 60: 30 of 70
    expect(row).toMatchObject({
      ...{ importer: 'DEU', exporter: 'CHN', product: '850760', imports_usd: '60000', import_share: '60.0', import_share_low: '42.8571' },
      ...{ import_share_high: '60.0', importer_imports_usd: '100000', suppliers: '2', supplier_hhi: '0.52', importer_exports_usd: '10000' },
      // China sends 30 of its 120 to Germany
      ...{ export_share: '25.0', world_share: '', exporter_report_usd: '30000', dependent: '', strategic: '' },
    })
    const [, single] = await csvOf({ files: [folder], products: true, share: 30 })
    expect(single).toMatchObject({
      exporter: 'USA',
      import_share: '40.0',
      import_share_low: '',
      import_share_high: '',
      exporter_report_usd: '',
    })
    const pairs = await csvOf({ files: [folder] })
    expect(
      pairs.map(({ importer, exporter, products, imports_usd, export_share, above_products, strategic_products }) => [
        importer,
        exporter,
        products,
        imports_usd,
        export_share,
        above_products,
        strategic_products,
      ]),
    ).toEqual([
      ['DEU', 'CHN', '1', '60000', '25.0', '1', ''],
      ['DEU', 'USA', '1', '40000', '', '0', ''],
      // the United States do not report: what others say that they sent there is no share of their imports
      ['USA', 'CHN', '', '', '75.0', '', ''],
      ['USA', 'DEU', '', '', '100.0', '', ''],
    ])
    expect(pairs[0]).toMatchObject({ exporter_report_products: '1', exporter_report_usd: '30000', both_report_products: '1' })
    const text = await shown({ files: [folder], importer: 'USA', exporter: 'CHN' })
    expect(text).toMatch(/^These files have no report by the United States of imports from China in 2021\./)
    expect(await shown({ files: [folder], products: true })).toContain('42.9–60')
  })

  test('an importer whose exports nobody reports is neither dependent nor not', async () => {
    const folder = folderOf({ 'm.csv': `${comtradeHeader}\n${report(276, 'M', 156, '850760', 60_000)}` })
    const [row] = await csvOf({ files: [folder], products: true })
    expect(row).toMatchObject({ importer_exports_usd: '', export_share: '', dependent: '', strategic: '' })
    expect((await csvOf({ files: [folder] }))[0]).toMatchObject({ above_products: '1', dependent_products: '', dependent_import_share: '' })
  })

  test('by a plan has the very bytes of the command', async () => {
    const table = (year: number): string => `${comtradeHeader}\n${[...germany, ...china].join('').replaceAll('2021', String(year))}`
    const raw = { files: [folderOf({ 'a.csv': table(2020), 'b.csv': table(2021), 'c.csv': table(2022) })] }
    expect((await joined(await planOf(name, raw, 2))).toString()).toBe((await inOneGo(name, raw, 'csv')).toString())
  })

  test.each([
    ['two classifications', `${germany[0]}${report(156, 'X', 842, '850760', 9, 'H6')}`, /by H5, .* by H6/],
    ['a flow twice', `${germany[0]}${germany[0]}`, /reporter 276 has M of product 850760 with 156 twice/],
    ['a value that is none', germany[0]!.replace(/60000/, 'n/a'), /t\.csv has the primaryValue "n\/a", not a number/],
    ['only headings', germany[3]!, /t\.csv has no product of six digits/],
    ['nothing but a header', '', /t\.csv has no product of six digits/],
  ])('%s: is refused', async (_, rows, message) => {
    await expect(csvOf({ files: [folderOf({ 't.csv': `${comtradeHeader}\n${rows}` })] })).rejects.toThrow(message)
  })
})

describe('files that are of no use are refused, with what is wrong', () => {
  const row = '2021,156,276,850760,60,1\n'
  const of = (file: string, text: string | Uint8Array, more: Record<string, string> = {}): string =>
    folderOf({ 'country_codes_V202401.csv': codes, [file]: text, ...more })
  const year = 'BACI_HS17_Y2021_V202401.csv'

  test.each([
    ['an empty file', () => of(year, ''), /BACI_HS17_Y2021_V202401\.csv is empty/],
    ['a file of a header', () => of(year, 't,i,j,k,v,q\n'), /has no rows/],
    ['a missing column', () => of(year, 't,i,j,k,q\n2021,156,276,850760,1\n'), /has the header "t,i,j,k,q", where t,i,j,k,v,q is due/],
    ['a file cut off in a line', () => of(year, `t,i,j,k,v,q\n${row}2021,156,27`), /is cut off/],
    ['a line cut off within', () => of(year, `t,i,j,k,v,q\n2021,156\n${row}`), /Y2021_V202401\.csv:2 is "2021,156"/],
    ['another year within', () => of(year, `t,i,j,k,v,q\n${row.replace('2021', '2020')}`), /156 to 276, product 850760, has the year 2020/],
    ['a blank value', () => of(year, `t,i,j,k,v,q\n${row.replace(',60,', ',,')}`), /has the year 2021 and the value none|:2 is "2021/],
    ['a negative value', () => of(year, `t,i,j,k,v,q\n${row.replace(',60,', ',-60,')}`), /and the value -60/],
    ['a product of seven digits', () => of(year, `t,i,j,k,v,q\n${row.replace('850760', '8507601')}`), /8507601/],
    ['a row twice', () => of(year, `t,i,j,k,v,q\n${row}${row}`), /156 to 276 has product 850760 twice/],
    ['an unknown economy', () => of(year, `t,i,j,k,v,q\n${row.replace('276', '277')}`), /j = 277 is not in the list of country codes/],
    [
      'another nomenclature',
      () => of(year, `t,i,j,k,v,q\n${row}`, { 'BACI_HS22_Y2022_V202401.csv': 't,i,j,k,v,q\n' }),
      /are of two nomenclatures or versions/,
    ],
    ['a year twice', () => of(year, `t,i,j,k,v,q\n${row}`, { [`${year}.gz`]: 't,i,j,k,v,q\n' }), /are the same year|not a whole gzip file/],
    ['a table of another kind', () => of('gdp.csv', 'iso3,value\nCHN,1\n'), /gdp\.csv has no column period/],
    [
      'both forms',
      () => of(year, `t,i,j,k,v,q\n${row}`, { 'comtrade.csv': `${comtradeHeader}\n` }),
      /comtrade\.csv is no yearly file of BACI/,
    ],
    ['no list of codes', () => folderOf({ [year]: `t,i,j,k,v,q\n${row}` }), /0 lists of country codes are there/],
    ['an empty folder', () => folderOf({}), /no table of trade by product is there/],
    ['no folder', () => '/nonexistent/baci', /cannot read \/nonexistent\/baci/],
  ])('%s', async (_, folder, message) => {
    await expect(csvOf({ files: [folder()] })).rejects.toThrow(message)
  })

  test('a gzip file that is cut off', async () => {
    const whole = gzipSync(
      `t,i,j,k,v,q\n${Array.from({ length: 5000 }, (_, k) => `2021,156,276,${100_000 + k},${(k * 7919) % 1000},1\n`).join('')}`,
    )
    const folder = of(`${year}.gz`, whole)
    expect(await csvOf({ files: [folder], products: true })).not.toEqual([])
    truncateSync(join(folder, `${year}.gz`), whole.length - 4000)
    await expect(csvOf({ files: [folder] })).rejects.toThrow(/not a whole gzip file|cannot be read/)
  })

  test('years and economies that the files do not have', async () => {
    const folder = of(year, `t,i,j,k,v,q\n${row}`)
    await expect(csvOf({ files: [folder], from: 2023 })).rejects.toThrow('the files have 2021 to 2021, and no year from 2023 to 2021')
    await expect(csvOf({ files: [folder], importer: 'Kenya' })).rejects.toThrow('the files have no trade of Kenya (KEN)')
    await expect(csvOf({ files: [folder], importer: 'Atlantis' })).rejects.toThrow('Atlantis')
    await expect(csvOf({ files: [folder], importer: 'China', exporter: 'CHN' })).rejects.toThrow('CHN was given twice')
    expect(readFileSync(join(folder, year), 'utf8')).toContain(row)
  })
})
