import { basename } from 'node:path'
import { badInput, VisavisError } from '../../errors.ts'
import { stateOf } from '../../states/index.ts'
import type { TableContent } from '../../store/part-rows.ts'
import type { Session } from '../../store/session.ts'
import { coverageOf, type SourceCard } from '../cards/source-cards.ts'
import { readCsv } from '../formats/csv.ts'
import type { QueriesByTable } from '../reader/reader.ts'
import { asOneEdition, rowsOfColumns } from '../rows/files-of-one-edition.ts'
import { calendarYear, inSingleUnits, type Observation, observationColumns, type ReadObservations } from '../rows/observation.ts'
import { comtradeParty } from '../trade/comtrade-codes.ts'
import { type BaciFile, baciFile, firstBadLine } from './baci-file.ts'
import { baciFlow, baciProvider, baciTotals } from './baci-provider.ts'

export const card: SourceCard = {
  id: 'baci-year',
  title: 'BACI: goods trade of all pairs of states by product, one file a year',
  ...baciProvider,
  vintage: 'nomenclature and version stand in the name of the file (BACI_HS17_Y2022_V202401.csv) and in every row',
  coverage: coverageOf(
    ['goods-trade-flow', 'goods-listed-total', 'goods-by-product'],
    1995,
    2024,
    'all pairs of states, for the years whose files the user has brought',
  ),
  quirks: [
    'Neither side reports these figures: CEPII weighs both reports by their reliability and takes out freight and insurance, hence status estimated.',
    'A pair without a row has no trade, or none that either side reported; the files do not say which.',
    'Two states under one code are one: Belgium-Luxembourg to 1998 and the Southern African Customs Union to 1999 are left out, 490 (Other Asia, nes) is read as Taiwan.',
    'Years of one nomenclature (HS92, HS17 ...) and version belong together; totals of two versions differ.',
  ],
}

/** The files of a year of BACI: its CSV (plain or gzipped) and the country_codes file of the same version. */
export interface BaciYear {
  readonly year: string
  readonly countryCodes: string
}

export interface BaciOptions {
  /** Whether to search also for single rows that occur twice, which takes several times as long. A pair of which all rows occur twice is always found. */
  readonly everyRow?: boolean
}

/**
 * Reads the goods trade of every pair of states in one year, in USD, free on board, from exporter to importer. The rows have no reporter. DuckDB streams the
 * file.
 */
export async function readBaciYear(files: BaciYear, session: Session, options: BaciOptions = {}): Promise<ReadObservations> {
  const file = await baciFile(files.year)
  const parties = await partiesOf(files.countryCodes)
  if (options.everyRow === true) await refuseDoubledRow(file, session)
  const pairs = await askFile(file, session, pairSql(file))
  const sums = new Map<string, { from: string; to: string; value: number }>()
  for (const pair of pairs) {
    checkPair(file, pair)
    const [from, to] = [partyIn(parties, pair['i'], file), partyIn(parties, pair['j'], file)]
    if (from === to) continue
    const before = sums.get(`${from} ${to}`)?.value ?? 0
    sums.set(`${from} ${to}`, { from, to, value: Number(pair['milli']) + before })
  }
  const edition = { id: card.id, vintage: file.vintage }
  const ways = [...sums.values()].map((way) => ({ ...way, value: inSingleUnits(way.value, -3) }))
  const flows = ways.filter(({ from, to }) => stateOf(from) !== undefined && stateOf(to) !== undefined)
  return {
    observations: observationColumns([
      ...flows.map((flow) => baciFlow(edition, { ...flow, period: file.year, locator: file.name })),
      ...baciTotals(edition, ways, { indicator: 'goods-listed-total', period: file.year, file: file.name }),
    ]),
  }
}

/**
 * Returns the same year by product, as content of the table `product_flows`. The content is a query, since a year has too many rows for memory; it must run in
 * the session given to `writeSnapshot`.
 */
export async function baciProducts(files: BaciYear, session: Session): Promise<{ product_flows: TableContent }> {
  await readBaciYear(files, session)
  return { product_flows: { sql: await baciProductQuery(files) } }
}

/** Returns only the query. `readBaciYear` must have checked the year before. If a pair has one product twice, DuckDB raises an error that names both. */
export async function baciProductQuery(files: BaciYear): Promise<string> {
  const file = await baciFile(files.year)
  const parties = [...(await partiesOf(files.countryCodes))].flatMap(([code, id]) => (id === null ? [] : [`(${code}, '${id}')`]))
  const { start_date, end_date } = calendarYear(file.year)
  return `
    WITH parties(code, id) AS (VALUES ${parties.join(', ')})
    SELECT '${file.nomenclature}' AS nomenclature, lpad(k, 6, '0') AS product, 'flow' AS flow, e.id AS from_id, m.id AS to_id, CAST(NULL AS VARCHAR) AS reporter,
      '${start_date}' AS start_date, '${end_date}' AS end_date, CAST(sum(CAST(round(v * 1e6) AS BIGINT)) AS DOUBLE) / 1e3 AS value, 'USD' AS unit,
      CASE WHEN count(q) = count(*) THEN sum(CAST(q AS DECIMAL(18, 6))) END AS tonnes, 'FOB' AS valuation, 'estimated' AS status,
      '${card.id}' AS source, '${file.vintage}' AS vintage, '${file.name}' AS locator
    FROM (
      SELECT i, j, trim(k) AS k, nullif(nullif(trim(any_value(q)), 'NA'), '') AS q,
        CASE WHEN count(*) = 1 THEN any_value(v) ELSE error('${file.name.replaceAll("'", "''")}: ' || i || ' to ' || j || ' has product ' || trim(k) || ' twice') END AS v
      FROM ${file.table} GROUP BY i, j, k
    ) JOIN parties e ON e.code = i JOIN parties m ON m.code = j
    WHERE e.id <> m.id GROUP BY k, e.id, m.id`
}

/**
 * Returns SQL that sums the values of each pair in thousandths of a dollar, and checks that no value is missing. The sum is exact, since `v` is in thousand
 * dollars with up to six decimals.
 */
function pairSql(file: BaciFile): string {
  return `SELECT t, i, j, CAST(sum(x) AS DOUBLE) AS milli, count(*) = count(v) AS filled, min(v) AS lowest, bool_and(x / 1e6 = v) AS exact,
      bit_xor(hash(k)) = 0 AS twice
    FROM (SELECT t, i, j, k, v, CAST(round(v * 1e6) AS BIGINT) AS x FROM ${file.table}) GROUP BY t, i, j ORDER BY t, i, j`
}

type Pair = Readonly<Record<string, unknown>>

function checkPair(file: BaciFile, pair: Pair): void {
  const who = `${file.name}: ${pair['i']} to ${pair['j']}`
  if (pair['t'] !== file.year) throw badInput(`${who} has the year ${pair['t']}, the name of the file says ${file.year}`)
  if (pair['twice'] === true) throw badInput(`${who} has every product twice: the rows are doubled`)
  if (pair['filled'] !== true || Number(pair['lowest']) < 0) throw badInput(`${who} has a blank or negative value v (${pair['lowest']})`)
  if (pair['exact'] !== true) throw badInput(`${who} has a value v of more than six decimals: not a file of BACI`)
}

async function askFile(file: BaciFile, session: Session, sql: string): Promise<Pair[]> {
  try {
    return await session.rows(sql)
  } catch (cause) {
    const found = await firstBadLine(file)
    throw badInput(found ?? `${file.name} cannot be read: ${(cause as Error).message.split('\n')[0]}`, { cause })
  }
}

async function refuseDoubledRow(file: BaciFile, session: Session): Promise<void> {
  const sql = `SELECT i, j, k FROM ${file.table} GROUP BY t, i, j, k HAVING count(*) > 1 ORDER BY ALL LIMIT 1`
  const [found] = await askFile(file, session, sql)
  if (found !== undefined) throw badInput(`${file.name}: ${found['i']} to ${found['j']} has product ${found['k']} twice`)
}

/**
 * Reads the country_codes file: the party of each code, or null for a code that is not a state.
 *
 * @throws BadInput for an unknown code, with its line
 */
async function partiesOf(path: string): Promise<Map<number, string | null>> {
  const rows = await readCsv(path, ['country_code'])
  return new Map(
    rows.map((row) => {
      const code = Number(row.fields['country_code'])
      const id = comtradeParty(code)
      if (id === undefined)
        throw badInput(`${path}:${row.line} has the country_code "${row.fields['country_code']}", which nobody here knows`)
      return [code, id]
    }),
  )
}

/** The id of the state with a code; of an economy that is no state, the code. */
function partyIn(parties: ReadonlyMap<number, string | null>, code: unknown, file: BaciFile): string {
  const id = parties.get(Number(code))
  if (id === undefined)
    throw badInput(`${file.name} has the code ${code}, which its country_codes file has not: take both from the same version`)
  return id ?? String(code)
}

/** Reads the pair totals of any number of years of one nomenclature and version. */
export async function readBaciFiles(paths: readonly string[], session: Session): Promise<ReadObservations> {
  const years = await yearsOf(paths)
  const rows: Observation[] = []
  for (const year of years) rows.push(...rowsOfColumns<Observation>((await readBaciYear(year, session)).observations))
  return { observations: asOneEdition(rows) }
}

/** Returns the queries for the same years by product. */
export async function baciQueries(paths: readonly string[]): Promise<QueriesByTable> {
  return { product_flows: await Promise.all((await yearsOf(paths)).map(baciProductQuery)) }
}

/**
 * Pairs each yearly file among the paths with the list of country codes, which they share.
 *
 * @throws BadInput for years of two nomenclatures or versions, and for a year given twice
 */
async function yearsOf(paths: readonly string[]): Promise<BaciYear[]> {
  const codes = paths.filter((path) => /country_codes/i.test(basename(path)))
  const yearly = paths.filter((path) => !codes.includes(path))
  if (codes.length !== 1 || yearly.length === 0) {
    const given = `${yearly.length} yearly files and ${codes.length} lists of codes`
    throw new VisavisError('Usage', `${card.id} takes yearly files and one country_codes file of their version; ${given} were given`, {
      hint: `visavis add ${card.id} BACI_HS17_Y2022_V202401.csv country_codes_V202401.csv`,
    })
  }
  const files = await Promise.all(yearly.map(baciFile))
  const seen = new Set<number>()
  for (const { name, year, vintage } of files) {
    if (vintage !== files[0]!.vintage)
      throw other(`${files[0]!.name} and ${name} are of two nomenclatures or versions: their totals differ`)
    if (seen.has(year)) throw other(`${name}: the year ${year} is given twice`)
    seen.add(year)
  }
  return yearly.map((year) => ({ year, countryCodes: codes[0]! }))
}

function other(message: string): VisavisError {
  return badInput(message, 'give years of one nomenclature and version, each once')
}
