import { basename } from 'node:path'
import { badInput } from '../../errors.ts'
import { stateOf } from '../../states/index.ts'
import type { Columns } from '../../store/session.ts'
import { coverageOf, creativeCommonsAttribution, type SourceCard } from '../cards/source-cards.ts'
import { type CsvRow, numberInField, readCsv } from '../formats/csv.ts'
import { onlyOnce } from '../rows/no-duplicates.ts'
import { inSingleUnits, type Observation, observationColumns, toObservation } from '../rows/observation.ts'
import { tableColumns } from '../rows/table-columns.ts'

const states =
  'AUS AUT BEL BGR BRA CAN CHN CYP CZE DEU DNK ESP EST FIN FRA GBR GRC HUN IDN IND IRL ITA JPN KOR LTU LUX LVA MEX MLT NLD POL PRT ROU RUS SVK SVN SWE TUR TWN USA'.split(
    ' ',
  )
const indicators = ['goods-services-flow', 'goods-services-flow-intermediate', 'goods-services-flow-final', 'gross-output']

export const card: SourceCard = {
  id: 'wiod',
  title: 'World Input-Output Database, release of 2013',
  provider: 'WIOD consortium (Groningen Growth and Development Centre)',
  url: 'https://www.rug.nl/ggdc/valuechain/wiod/',
  licence: creativeCommonsAttribution('Free to share and adapt with attribution to WIOD.'),
  citation:
    'Timmer, M. P., Dietzenbacher, E., Los, B., Stehrer, R. and de Vries, G. J. (2015). An Illustrated User Guide to the World Input-Output Database: the Case of Global Automotive Production. Review of International Economics 23, 575-605.',
  vintage: 'release 2013, cells in whole million USD, read 2026-11-24',
  coverage: coverageOf([...indicators, 'sector-flows'], 1995, 2011, '40 economies; of the years 1995, 2000, 2005, 2008 and 2011', {
    states,
  }),
  quirks: [
    'A balanced table, nobody reports its cells: status estimated, no reporter. Goods and services together, at basic prices, current USD.',
    'Cells are whole million USD; a pair of sectors below half a million has no row, and a pair of states without any row is below what the table can tell.',
    'Final use holds changes of stocks and may be negative (145 cells).',
    'Only the years 1995, 2000, 2005, 2008 and 2011 are in this form; years between are unknown.',
    'ROW (rest of the world) stands in sector_flows only; the observations have states alone.',
  ],
}

/** The files of WIOD: CSV, plain or gzipped. */
export interface WiodFiles {
  /** Path of a CSV with the columns `year, exporter, sector, importer, intermediate, final`. */
  readonly trade: string
  /** Path of a CSV with the columns `year, country, sector, gross_output, intermediate_inputs, final_sales`. */
  readonly output: string
  /** Path of a CSV with the columns `year, country, using_sector, supplying_sector, value`. */
  readonly inputUse?: string
}

interface SectorFlow {
  readonly year: number
  readonly from_id: string | null
  readonly sector: string
  readonly to_id: string | null
  readonly using_sector: string | null
  readonly use: 'intermediate' | 'final' | 'output' | 'inputs'
  readonly value: number
}

/**
 * Reads the World Input-Output Database (WIOD). The observations are the output of every state, and the trade of every pair of states summed over sectors;
 * `sector_flows` has every cell. Domestic use makes no observation, since it is not a flow between two states.
 */
export async function readWiod(files: WiodFiles): Promise<{ observations: Columns; sector_flows: Columns }> {
  const trade = await cellsOf(files.trade, ['exporter', 'importer', 'sector', 'intermediate', 'final'], tradeCells)
  const output = await cellsOf(files.output, ['country', 'sector', 'gross_output', 'intermediate_inputs'], outputCells)
  const use =
    files.inputUse === undefined ? [] : await cellsOf(files.inputUse, ['country', 'using_sector', 'supplying_sector', 'value'], useCells)
  const observations = [...flowsOf(trade, basename(files.trade)), ...outputOf(output, basename(files.output))]
  return { observations: observationColumns(observations), sector_flows: sectorColumns([...trade, ...output, ...use]) }
}

async function cellsOf(path: string, columns: readonly string[], cells: (row: WiodRow) => SectorFlow[]): Promise<SectorFlow[]> {
  const once = onlyOnce<string>()
  const keys = columns.filter((name) => /er$|country|sector/.test(name))
  return (await readCsv(path, ['year', ...columns])).flatMap((row) => {
    let key = row.fields['year']!
    for (const name of keys) key += `|${row.fields[name]}`
    once(key, row.at, (before) => `${row.at} and ${before} both tell of ${key}`)
    return cells(new WiodRow(row))
  })
}

/** A row whose cells are read by column name. Error messages name file and line. */
class WiodRow {
  readonly #row: CsvRow

  constructor(row: CsvRow) {
    this.#row = row
  }

  get year(): number {
    const year = this.#row.fields['year'] ?? ''
    if (!/^(199[5-9]|200\d|201[01])$/.test(year)) throw badInput(`${this.#row.at} has the year "${year}", outside 1995 to 2011`)
    return Number(year)
  }

  /** Returns the ISO3 code of an economy; ROW for the rest of the world. The release writes ROM for Romania. */
  party(column: string): string {
    const code = this.#row.fields[column] ?? ''
    if (code === 'RoW') return 'ROW'
    const state = stateOf(code === 'ROM' ? 'ROU' : code)
    if (state === undefined || !states.includes(state.iso3)) {
      throw badInput(`${this.#row.at} has the ${column} "${code}", which is none of the 40 economies`)
    }
    return state.iso3
  }

  sector(column: string): string {
    const code = this.#row.fields[column] ?? ''
    if (!/^c([1-9]|[12]\d|3[0-5])$/.test(code)) throw badInput(`${this.#row.at} has the ${column} "${code}", not c1 to c35`)
    return code
  }

  /** Returns an amount in USD, from a cell in million USD. A negative amount is an error unless `negative` is set. */
  amount(column: string, negative: boolean): number {
    const value = numberInField(this.#row, column)
    if (value === null || (value < 0 && !negative)) {
      throw badInput(`${this.#row.at} has ${value === null ? 'no' : `the negative`} ${column} ${value ?? ''}`.trim())
    }
    return inSingleUnits(value, 6)
  }
}

function tradeCells(row: WiodRow): SectorFlow[] {
  const common = {
    year: row.year,
    from_id: row.party('exporter'),
    sector: row.sector('sector'),
    to_id: row.party('importer'),
    using_sector: null,
  }
  return [
    { ...common, use: 'intermediate', value: row.amount('intermediate', false) },
    { ...common, use: 'final', value: row.amount('final', true) },
  ]
}

function outputCells(row: WiodRow): SectorFlow[] {
  const common = { year: row.year, from_id: row.party('country'), sector: row.sector('sector'), to_id: null, using_sector: null }
  return [
    { ...common, use: 'output', value: row.amount('gross_output', false) },
    { ...common, use: 'inputs', value: row.amount('intermediate_inputs', false) },
  ]
}

function useCells(row: WiodRow): SectorFlow[] {
  const [sector, using_sector] = [row.sector('supplying_sector'), row.sector('using_sector')]
  return [
    {
      year: row.year,
      from_id: null,
      sector,
      to_id: row.party('country'),
      using_sector,
      use: 'intermediate',
      value: row.amount('value', false),
    },
  ]
}

function flowsOf(cells: readonly SectorFlow[], file: string): Observation[] {
  const sums = new Map<string, number>()
  for (const { year, from_id, to_id, use, value } of cells) {
    if (from_id === to_id || from_id === 'ROW' || to_id === 'ROW') continue
    for (const indicator of ['goods-services-flow', `goods-services-flow-${use}`]) {
      const key = `${indicator} ${from_id} ${to_id} ${year}`
      sums.set(key, (sums.get(key) ?? 0) + value)
    }
  }
  return [...sums].map(([key, value]) => {
    const [indicator, from, to, year] = key.split(' ') as [string, string, string, string]
    return observation(indicator, from, to, Number(year), value, file)
  })
}

function outputOf(cells: readonly SectorFlow[], file: string): Observation[] {
  const sums = new Map<string, number>()
  for (const { year, from_id, use, value } of cells) {
    if (use !== 'output' || from_id === 'ROW') continue
    sums.set(`${from_id} ${year}`, (sums.get(`${from_id} ${year}`) ?? 0) + value)
  }
  return [...sums].map(([key, value]) => observation('gross-output', key.slice(0, 3), null, Number(key.slice(4)), value, file))
}

function observation(indicator: string, from: string, to: string | null, year: number, value: number, file: string): Observation {
  return toObservation(card, { indicator, from, to, period: year, value, unit: 'USD', status: 'estimated', locator: file })
}

function sectorColumns(cells: readonly SectorFlow[]): Columns {
  const fixed = { unit: 'USD', source: card.id, vintage: card.vintage }
  return tableColumns(
    'sector_flows',
    cells.map((cell) => ({ ...cell, ...fixed })),
  )
}
