import { readdir, stat } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { badInput } from '../../errors.ts'
import { stateOf } from '../../states/index.ts'
import { roomError } from '../../store/disk.ts'
import type { Session } from '../../store/session.ts'
import { baciFile, firstBadLine, firstLine } from '../baci/baci-file.ts'
import { readCsv } from '../formats/csv.ts'
import { comtradeParty } from './comtrade-codes.ts'

/** Files of goods trade by product, in the form in which CEPII serves BACI or the United Nations serve Comtrade. */
export interface ProductTrade {
  /** `baci`: one reconciled figure for each flow; `comtrade`: what each reporter gives, so that a flow may have two. */
  readonly form: 'baci' | 'comtrade'
  /** The codes of the products, and of BACI its version: `HS17 V202401`, `H5`. */
  readonly edition: string
  readonly years: readonly ProductYear[]
  /** The name of each economy by its number: ISO3 of a state; of any other economy the three letters of its provider, else its number. */
  readonly economies: readonly (readonly [code: number, label: string])[]
}

/** A calendar year and the files that have rows of it. */
export interface ProductYear {
  readonly year: number
  readonly files: readonly string[]
}

const hint = 'a folder with BACI_HS17_Y2022_V202401.csv … and country_codes_V202401.csv, or with yearly CSV files of UN Comtrade'

/**
 * Finds the years in files and folders. Of the files of a folder only tables are read (`.csv`, `.txt`, also `.gz`); lists of products and read-me files are passed
 * over.
 *
 * @param paths   files or folders
 * @throws VisavisError BadInput for no table, both forms at once, two editions of the codes, a year of BACI given twice, a file that is empty, cut off or of another form
 */
export async function findProductTrade(paths: readonly string[], session: Session): Promise<ProductTrade> {
  const files = (await Promise.all(paths.map(tablesIn))).flat().filter((path) => !/product_codes|readme/i.test(basename(path)))
  const codes = files.filter((path) => /country_codes/i.test(basename(path)))
  const tables = files.filter((path) => !codes.includes(path))
  if (tables.length === 0) throw badInput('no table of trade by product is there', hint)
  const isBaci = tables.map((path) => basename(path).startsWith('BACI_'))
  if (isBaci.includes(true) && isBaci.includes(false))
    throw badInput(`${basename(tables[isBaci.indexOf(false)]!)} is no yearly file of BACI, as others are: give one of the two forms`, hint)
  return isBaci[0] === true ? baciTrade(tables, codes) : comtradeTrade(tables, session)
}

async function tablesIn(path: string): Promise<string[]> {
  const found = await stat(path).catch((cause: Error) => {
    throw badInput(`cannot read ${path}: ${cause.message}`, hint)
  })
  if (!found.isDirectory()) return [resolve(path)]
  const names = (await readdir(path)).filter((name) => /\.(csv|txt)(\.gz)?$/i.test(name))
  return names.sort().map((name) => resolve(join(path, name)))
}

async function baciTrade(tables: readonly string[], codes: readonly string[]): Promise<ProductTrade> {
  if (codes.length !== 1)
    throw badInput(`${codes.length} lists of country codes are there, where one is due: country_codes_V202401.csv`, hint)
  const files = await Promise.all(tables.map(baciFile))
  files.sort((x, y) => x.year - y.year)
  for (const [at, { name, year, vintage }] of files.entries()) {
    const before = files[at - 1]
    if (vintage !== files[0]!.vintage)
      throw badInput(
        `${files[0]!.name} and ${name} are of two nomenclatures or versions: their products and totals differ`,
        'give one of them',
      )
    if (year === before?.year) throw badInput(`${before.name} and ${name} are the same year`, 'give each year once')
  }
  return {
    form: 'baci',
    edition: files[0]!.vintage,
    years: files.map(({ year, path }) => ({ year, files: [path] })),
    economies: labelled(await baciEconomies(codes[0]!)),
  }
}

/** Reads the list of country codes, whose columns have other names in older versions. */
async function baciEconomies(path: string): Promise<Map<number, string | undefined>> {
  const rows = await readCsv(path, ['country_code'])
  return new Map(
    rows.map(({ fields, line }) => {
      const code = Number(fields['country_code'])
      if (!Number.isInteger(code))
        throw badInput(`${basename(path)}:${line} has the country_code "${fields['country_code']}", not a number`)
      return [code, fields['country_iso3'] ?? fields['iso_3digit_alpha']]
    }),
  )
}

/** Names economies. Two codes of one state have one name; what is no state never has the name of one. */
function labelled(codes: ReadonlyMap<number, string | undefined>): [number, string][] {
  const taken = new Set<string>()
  return [...codes]
    .sort(([x], [y]) => x - y)
    .map(([code, given]) => {
      const state = comtradeParty(code)
      if (state !== null && state !== undefined) return [code, state]
      const isFree = given !== undefined && /^[A-Z][A-Z0-9]{2}$/.test(given) && stateOf(given) === undefined && !taken.has(given)
      const label = isFree ? given : String(code)
      taken.add(label)
      return [code, label]
    })
}

/** Columns of UN Comtrade that are read, beside the year. */
const comtradeColumns = ['reporterCode', 'partnerCode', 'flowCode', 'cmdCode', 'primaryValue']

/** Where these columns are there, only rows with these values are whole flows of a year; others are parts of one, or of a month. */
const wholeFlows = { freqCode: 'A', partner2Code: '0', customsCode: 'C00', motCode: '0', mosCode: '0' }

async function comtradeTrade(tables: readonly string[], session: Session): Promise<ProductTrade> {
  const years = new Map<number, string[]>()
  const codes = new Map<number, undefined>()
  const editions = new Map<string, string>()
  for (const path of tables) {
    const table = await comtradeTable(path)
    const found = await queried(
      session,
      `SELECT DISTINCT year, edition, unnest([reporter, partner]) AS code FROM (${table}) ORDER BY ALL`,
      path,
    )
    if (found.length === 0) throw badInput(`${basename(path)} has no product of six digits that one reporter traded in a year`, hint)
    for (const { year, edition, code } of found) {
      const of = years.get(Number(year)) ?? []
      if (!of.includes(path)) years.set(Number(year), [...of, path])
      codes.set(Number(code), undefined)
      if (!/^[A-Z0-9]{1,6}$/.test(String(edition)))
        throw badInput(`${basename(path)} has the classificationCode "${String(edition).slice(0, 20)}"`)
      editions.set(String(edition), basename(path))
    }
  }
  const [[first, one], second] = [...editions] as [[string, string], [string, string]?]
  if (second !== undefined)
    throw badInput(
      `${one} has products by ${first}, ${second[1]} by ${second[0]}: their codes differ`,
      'ask Comtrade for one classification',
    )
  return {
    form: 'comtrade',
    edition: first,
    years: [...years].sort(([x], [y]) => x - y).map(([year, files]) => ({ year, files })),
    economies: labelled(codes),
  }
}

/**
 * Returns SQL for the yearly flows by product of a file of Comtrade, as their reporters give them: year, edition, reporter, partner, flow (M or X), product, and value in
 * thousandths of a dollar. Totals of headings, the world as partner, re-exports and parts of flows are left out.
 */
async function comtradeTable(path: string): Promise<string> {
  const name = basename(path)
  const line = (await firstLine(path)).replace(/^\uFEFF/, '')
  const separator = line.includes('\t') ? '\t' : ','
  const header = line.split(separator).map((cell) => cell.trim().replaceAll('"', ''))
  const year = header.includes('refYear') ? 'refYear' : 'period'
  const missing = [year, ...comtradeColumns].find((column) => !header.includes(column))
  if (missing !== undefined)
    throw badInput(`${name} has no column ${missing}: neither a yearly file of BACI nor a table of UN Comtrade`, hint)
  const columns = header.map(
    (column, at) => `${sqlText(column === '' || header.indexOf(column) < at ? `column ${at}` : column)}: 'VARCHAR'`,
  )
  const whole = Object.entries(wholeFlows).filter(([column]) => header.includes(column))
  const number = (column: string, type: string): string =>
    `coalesce(TRY_CAST(${column} AS ${type}), error(${sqlText(`${name} has the ${column} "`)} || coalesce(${column}, '') || '", not a number'))`
  return `
    SELECT ${number(year, 'INTEGER')} AS year, ${header.includes('classificationCode') ? 'classificationCode' : "'HS'"} AS edition,
      ${number('reporterCode', 'SMALLINT')} AS reporter, ${number('partnerCode', 'SMALLINT')} AS partner, flowCode AS flow, cmdCode AS product,
      CAST(round(${number('primaryValue', 'DOUBLE')} * 1e3) AS BIGINT) AS value
    FROM read_csv(${sqlText(path)}, columns = {${columns.join(', ')}}, header = true, delim = ${sqlText(separator)}, quote = '"', auto_detect = false)
    WHERE ${['length(cmdCode) = 6', "flowCode IN ('M', 'X')", "partnerCode <> '0'", 'partnerCode <> reporterCode', ...whole.map(([column, value]) => `${column} = '${value}'`)].join(' AND ')}`
}

/**
 * Reads a year into the table `flows` of a session: importer and exporter (numbers of the table `economies`), product, and the value in thousandths of a dollar by the
 * importer (`imports`) and by the exporter (`exports`). Of BACI both are its one figure; of Comtrade a side that does not report has none. Trade of an economy with
 * itself is left out.
 *
 * @throws VisavisError BadInput for a row of another year, a blank or negative value, an economy that is in no list, a flow given twice, or a damaged file
 */
export async function loadProductYear(session: Session, trade: ProductTrade, { year, files }: ProductYear): Promise<void> {
  const labels = labelsOf(trade)
  const rows = trade.economies.map(([code, label]) => `(${code}::SMALLINT, ${labels.indexOf(label)}::SMALLINT, '${label}')`)
  await session.run(`CREATE OR REPLACE TEMP TABLE economies AS FROM (VALUES ${rows.join(', ')}) AS rows(code, id, label)`)
  if (trade.form === 'baci') await loadBaci(session, files[0]!, labels.length)
  else await loadComtrade(session, year, files)
}

const labelsOf = ({ economies }: ProductTrade): string[] => [...new Set(economies.map(([, label]) => label))].sort()

async function loadBaci(session: Session, path: string, economies: number): Promise<void> {
  const { table, year, name } = await baciFile(path)
  const fault = (text: string): string => `error(${sqlText(`${name}: `)} || ${text})`
  const id = (side: string): string =>
    `coalesce(${side}_.id, ${fault(`'${side} = ' || ${side} || ' is not in the list of country codes'`)})`
  const row = `i || ' to ' || j || ', product ' || k || ', has the year ' || coalesce(t::VARCHAR, 'none') || ' and the value ' || coalesce(v::VARCHAR, 'none')`
  await queried(
    session,
    `CREATE OR REPLACE TEMP TABLE goods AS
     SELECT ${id('j')} AS importer, ${id('i')} AS exporter, 
       CASE WHEN length(trim(k)) <= 6 THEN lpad(trim(k), 6, '0') ELSE k END AS product,
       CASE WHEN t = ${year} AND v >= 0 THEN CAST(round(v * 1e6) AS BIGINT) ELSE ${fault(row)} END AS value
     FROM ${table} LEFT JOIN economies i_ ON i_.code = i LEFT JOIN economies j_ ON j_.code = j`,
    path,
  )
  await refuseProducts(session, 'goods', name)
  if (await hasFlowTwice(session, economies)) {
    // two codes may be one state, such as Sudan before and after 2011; one code never has a product twice
    const [found] = await queried(
      session,
      `SELECT i, j, trim(k) AS k FROM ${table} GROUP BY ALL HAVING count(*) > 1 ORDER BY ALL LIMIT 1`,
      path,
    )
    if (found !== undefined) throw badInput(`${name}: ${found['i']} to ${found['j']} has product ${found['k']} twice`, 'fetch it again')
    await session.run(
      'CREATE OR REPLACE TEMP TABLE goods AS SELECT importer, exporter, product, sum(value)::BIGINT AS value FROM goods GROUP BY ALL',
    )
  }
  await session.run(
    'CREATE OR REPLACE TEMP VIEW flows AS SELECT importer, exporter, product, value AS imports, value AS exports FROM goods WHERE value > 0 AND importer <> exporter',
  )
}

/**
 * Whether an importer has a product from one exporter in two rows: the exporters of a product are bits, of which there are then fewer than rows. Groups of importer,
 * exporter and product, ten times as many, would take half a gigabyte more.
 */
async function hasFlowTwice(session: Session, economies: number): Promise<boolean> {
  const words = Array.from({ length: Math.ceil(economies / 64) }, (_, word) => word)
  const bits = words.map(
    (word) => `bit_count(bit_or(CASE WHEN exporter >> 6 = ${word} THEN 1::UBIGINT << (exporter & 63) ELSE 0::UBIGINT END))`,
  )
  return (await session.rows(`SELECT 1 FROM goods GROUP BY importer, product HAVING count(*) > ${bits.join(' + ')} LIMIT 1`)).length > 0
}

/** Joins what importer and exporter report of the same flow. */
async function loadComtrade(session: Session, year: number, files: readonly string[]): Promise<void> {
  const tables = await Promise.all(files.map(comtradeTable))
  const path = files[0]!
  await queried(
    session,
    `CREATE OR REPLACE TEMP TABLE given AS SELECT reporter, partner, flow, product, value FROM (${tables.join(' UNION ALL ')}) WHERE year = ${year}`,
    path,
  )
  await refuseProducts(session, 'given', files.map((file) => basename(file)).join(', '))
  const [found] = await queried(
    session,
    'SELECT reporter, partner, flow, product FROM given GROUP BY ALL HAVING count(*) > 1 ORDER BY ALL LIMIT 1',
    path,
  )
  if (found !== undefined)
    throw badInput(
      `${year}: reporter ${found['reporter']} has ${found['flow']} of product ${found['product']} with ${found['partner']} twice`,
      'give each flow once: a file that is there twice, or parts of flows',
    )
  const side = (flow: string, importer: string, exporter: string): string =>
    `(SELECT ${importer}.id AS importer, ${exporter}.id AS exporter, product, sum(value)::BIGINT AS value FROM given
      JOIN economies r ON r.code = reporter JOIN economies p ON p.code = partner WHERE flow = '${flow}' AND value > 0 AND r.id <> p.id GROUP BY ALL)`
  await queried(
    session,
    `CREATE OR REPLACE TEMP TABLE goods AS SELECT importer, exporter, product, m.value AS imports, x.value AS exports
     FROM ${side('M', 'r', 'p')} m FULL JOIN ${side('X', 'p', 'r')} x USING (importer, exporter, product)`,
    path,
  )
  await session.run('CREATE OR REPLACE TEMP VIEW flows AS FROM goods')
}

/** Refuses a year without rows, and products that are no codes. */
async function refuseProducts(session: Session, table: string, name: string): Promise<void> {
  const codes = await session.columns(`SELECT DISTINCT product FROM ${table} ORDER BY product`)
  const products = (codes['product'] ?? []) as (string | null)[]
  if (products.length === 0) throw badInput(`${name} has no rows`, 'fetch it again')
  const strange = products.find((code) => code === null || !/^[0-9A-Z]{6}$/.test(code))
  if (strange !== undefined) throw badInput(`${name} has the product "${String(strange).slice(0, 20)}", which is no code of six digits`)
}

/** Asks a session about a file. What is wrong with the file is an error for the user. */
async function queried(session: Session, sql: string, path: string): Promise<Record<string, unknown>[]> {
  try {
    return await session.rows(sql)
  } catch (cause) {
    // what is wrong with the question and not with the file
    if (roomError(cause) !== cause || /(Binder|Catalog|Parser) Error/.test((cause as Error).message)) throw cause
    const text = (cause as Error).message.split('\nin: ')[0]!
    const own = /Invalid Input Error: ([^\n]*)/.exec(text)?.[1]
    const isOwn = own?.startsWith(basename(path)) === true
    const line = isOwn || !basename(path).startsWith('BACI_') ? undefined : await firstBadLine({ path, name: basename(path) })
    throw badInput(line ?? (isOwn ? own! : `${basename(path)} cannot be read: ${text.split('\n')[0]}`), {
      cause,
      hint: 'fetch the file again',
    })
  }
}

function sqlText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
