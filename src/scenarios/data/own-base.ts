import { VisavisError } from '../../errors.ts'
import { readName, stateOf } from '../../states/index.ts'
import { sharesOfTable } from '../models/trade-shares.ts'
import type { InputLinks } from '../models/trade-table.ts'
import { ownBaseId } from './bases.ts'
import type { TradeBase } from './trade-base.ts'

/** A row of numbers by economies and sectors, as a file has it. */
export interface OwnRow {
  readonly line: number
  /** Exporter and importer; for inputs, the economy twice. */
  readonly from: string
  readonly to: string
  readonly sector: string
  /** For inputs: the sector that uses what `sector` supplies. */
  readonly user?: string
  readonly value: number
}

/** What a folder says of itself. */
export interface OwnCard {
  readonly title: string
  readonly year: number
  readonly unit: string
  readonly source: string
  readonly licence: string
  readonly notes: readonly string[]
  /** Whether negative cells are set to zero and inputs limited; otherwise they are refused. */
  readonly repair: boolean
}

/** The tables of a base of the user's own. */
export interface OwnTables {
  readonly card: OwnCard
  /** Read more than once. */
  readonly flows: Iterable<OwnRow>
  /** Per cent, by cell; left out: no tariffs are in force. */
  readonly tariffs?: Iterable<OwnRow>
  /** Purchases of inputs, in the unit of the flows (`value`) or as shares of the user's sales (`share`); left out: no input links. */
  readonly inputs?: { readonly rows: Iterable<OwnRow>; readonly unit: 'value' | 'share' }
  /** Names of sectors by code. */
  readonly sectorNames?: ReadonlyMap<string, string>
  /** Elasticities by set and sector. */
  readonly elasticities?: ReadonlyMap<string, ReadonlyMap<string, number>>
}

/** Most cells of a table: its arrays then fit in a few hundred megabytes. */
const mostCells = 5_000_000
/** The word for the only sector of a table without sectors. */
export const onlySector = 'ALL'
/** A tariff above this is not one of which elasticities were estimated, as in a scenario. */
const highestTariff = 300
/** Inputs may cost at most this part of what a sector sells, so that labour has a part. */
const mostInputs = 0.99
/** What tables with six digits may differ by. */
const rounding = 1e-6
/** Up to so many gaps are named one by one. */
const namedGaps = 6

/**
 * Builds a base from tables of the user's own, and says in its notes what was repaired, filled or is missing. A cell without a row is no trade.
 *
 * @throws VisavisError BadInput with file and line for a cell that is negative, given twice or out of range; with names for an economy that sells or buys nothing or
 * sells nothing at home, and for sectors without elasticity; TooLarge for more than five million cells
 */
export function ownBase(tables: OwnTables): TradeBase {
  const { card } = tables
  const rows = tables.flows
  const codes = new EconomyCodes(card.year)
  const { economies, sectors } = namesIn(rows, codes)
  const cells = new TableCells(economies, sectors, codes)
  if (cells.length > mostCells)
    throw new VisavisError(
      'TooLarge',
      `data: ${economies.length} economies and ${sectors.length} sectors make ${cells.length} cells; ${mostCells} are the most.`,
      { hint: 'add up small economies, or sectors' },
    )
  const flows = cells.filled('flows.csv', rows)
  const repairs = card.repair ? [negativesToZero(flows)] : refuseNegative(flows, rows, cells)
  refuseNoHome(flows, cells)
  const tariffs = tables.tariffs === undefined ? undefined : tariffsOf(tables.tariffs, cells)
  const table = { economies, sectors, flows, ...(tariffs === undefined ? {} : { tariffs }) }
  const made = tables.inputs === undefined ? undefined : linksOf(table, tables.inputs, cells, card.repair)
  const { title, year, unit, source, licence } = card
  const notes = [
    ...card.notes,
    ...repairs,
    ...(made?.notes ?? []),
    ...codes.notes(),
    ...withoutHomeSupply(flows, cells),
    tariffs === undefined
      ? 'No tariffs are in force at the start: the folder has no tariffs.csv.'
      : `Tariffs in force at the start are those of tariffs.csv; cells without a row there have none.`,
  ].filter((note) => note !== '')
  return {
    card: { id: ownBaseId, title, year, unit, source, licence, economies, sectors, sectorNames: namesOf(sectors, tables), notes },
    ...table,
    links: made?.links,
    ownElasticities: elasticitySets(sectors, tables),
  }
}

function namesIn(rows: Iterable<OwnRow>, codes: EconomyCodes): { economies: string[]; sectors: string[] } {
  const economies = new Set<string>()
  const sectors = new Map<string, string>()
  for (const { from, to, sector, line } of rows) {
    economies.add(codes.codeOf(from, line))
    economies.add(codes.codeOf(to, line))
    if (!sectors.has(sector)) sectors.set(sector, sectorCode(sector, line))
  }
  return { economies: [...economies].sort(), sectors: [...new Set(sectors.values())].sort() }
}

/** The codes of a file's economies: ISO3 where a name means a state, otherwise the file's own. */
class EconomyCodes {
  private readonly known = new Map<string, string>()
  private readonly own = new Set<string>()
  private readonly day: string

  constructor(year: number) {
    this.day = `${year}-12-31`
  }

  codeOf(label: string, line: number): string {
    const kept = this.known.get(label)
    if (kept !== undefined) return kept
    const code = this.read(label.trim(), line)
    this.known.set(label, code)
    return code
  }

  private read(label: string, line: number): string {
    if (stateOf(label) !== undefined) return label
    const read = readName(label, this.day)
    if (read.kind === 'ambiguous') {
      // in a table a code of two letters is that of a state: AU is no African Union
      const coded = read.candidates.find(({ kind, id }) => kind === 'state' && id !== null && stateOf(id)?.iso2 === label)
      if (coded !== undefined) return coded.id!
      throw bad(`flows.csv:${line}: "${label.slice(0, 40)}" has several meanings`, 'write its ISO3 code')
    }
    if (read.found.kind === 'state') return read.found.state.iso3
    if (!/^[A-Za-z0-9_.-]{1,20}$/.test(label))
      throw bad(
        `flows.csv:${line}: "${label.slice(0, 40)}" is no state`,
        'an economy that is no state has a code of up to 20 letters, digits, dots and dashes',
      )
    this.own.add(label)
    return label
  }

  notes(): string[] {
    if (this.own.size === 0) return []
    return [`Not states of the record, so they keep the codes of the file: ${listed([...this.own].sort())}.`]
  }
}

function sectorCode(code: string, line: number): string {
  if (/^[A-Za-z0-9_.-]{1,40}$/.test(code.trim())) return code.trim()
  throw bad(
    `flows.csv:${line}: "${code.slice(0, 40)}" is no code of a sector`,
    'up to 40 letters, digits, dots and dashes; its name goes to sectors.csv',
  )
}

/** Places of cells, and what was given for them. */
class TableCells {
  readonly economies: readonly string[]
  readonly sectors: readonly string[]
  readonly length: number
  private readonly codes: EconomyCodes
  private readonly economyAt: ReadonlyMap<string, number>
  private readonly sectorAt: ReadonlyMap<string, number>

  constructor(economies: readonly string[], sectors: readonly string[], codes: EconomyCodes) {
    this.economies = economies
    this.sectors = sectors
    this.codes = codes
    this.length = economies.length ** 2 * sectors.length
    this.economyAt = new Map(economies.map((code, at) => [code, at]))
    this.sectorAt = new Map(sectors.map((code, at) => [code, at]))
  }

  at({ from, to, sector, line }: OwnRow, file: string): { s: number; i: number; j: number; cell: number } {
    const [i, j] = [this.economy(from, line, file), this.economy(to, line, file)]
    const s = this.sector(sector, line, file)
    return { s, i, j, cell: (s * this.economies.length + i) * this.economies.length + j }
  }

  economy(label: string, line: number, file: string): number {
    const at = this.economyAt.get(this.codes.codeOf(label, line))
    if (at === undefined) throw bad(`${file}:${line}: flows.csv has no economy "${label.slice(0, 40)}"`)
    return at
  }

  sector(label: string, line: number, file: string): number {
    const at = this.sectorAt.get(label.trim())
    if (at === undefined) throw bad(`${file}:${line}: flows.csv has no sector "${label.slice(0, 40)}"`)
    return at
  }

  /** Values by cell; a cell given twice is refused. A row for all sectors goes to each. */
  filled(file: string, rows: Iterable<OwnRow>, check: (row: OwnRow, i: number, j: number) => void = () => {}): Float64Array {
    const values = new Float64Array(this.length)
    const given = new Uint8Array(this.length)
    for (const row of rows) {
      const sectors = row.sector === onlySector && !this.sectorAt.has(onlySector) ? this.sectors : [row.sector]
      for (const sector of sectors) {
        const { cell, i, j } = this.at({ ...row, sector }, file)
        check(row, i, j)
        if (given[cell] === 1) throw bad(`${file}:${row.line}: ${row.from} to ${row.to} in ${sector} is given a second time`)
        given[cell] = 1
        values[cell] = row.value
      }
    }
    return values
  }

  words(cell: number): string {
    const n = this.economies.length
    return `${this.economies[Math.floor(cell / n) % n]} to ${this.economies[cell % n]} in ${this.sectors[Math.floor(cell / (n * n))]}`
  }
}

function negativesToZero(flows: Float64Array): string {
  let [count, sum] = [0, 0]
  for (const [cell, value] of flows.entries())
    if (value < 0) {
      count++
      sum += value
      flows[cell] = 0
    }
  return count === 0 ? '' : `Negative cells (changes of inventories) were set to zero: ${count}, ${share(-sum, flows)} of all sales.`
}

function refuseNegative(flows: Float64Array, rows: Iterable<OwnRow>, cells: TableCells): string[] {
  const negative = flows.reduce((count, value) => count + (value < 0 ? 1 : 0), 0)
  if (negative === 0) return []
  for (const row of rows)
    if (row.value < 0)
      throw bad(
        `flows.csv:${row.line}: sales of ${cells.words(cells.at(row, 'flows.csv').cell)} are ${row.value}${negative > 1 ? `, and ${negative - 1} other cells are negative` : ''}`,
        'about.yaml with "repair: true" sets negative cells (changes of inventories) to zero, and the answer says how much that is',
      )
  return []
}

function refuseNoHome(flows: Float64Array, { economies, sectors }: TableCells): void {
  const n = economies.length
  const home = economies.map((_, i) => sectors.reduce((sum, __, s) => sum + flows[(s * n + i) * n + i]!, 0))
  const none = economies.filter((_, i) => !(home[i]! > 0))
  if (none.length === 0) return
  throw bad(
    `flows.csv has no sales at home for ${none.length === n ? 'any economy' : listed(none)}`,
    'a row with the same exporter and importer says what an economy sells at home: output less exports',
  )
}

/** Names cells in which an economy buys and has no supply of its own: what it would lose without any trade is undefined. */
function withoutHomeSupply(flows: Float64Array, { economies, sectors }: TableCells): string[] {
  const n = economies.length
  const gaps = sectors.flatMap((sector, s) =>
    economies.flatMap((code, j) => {
      if (flows[(s * n + j) * n + j]! > 0) return []
      const buys = economies.some((_, i) => flows[(s * n + i) * n + j]! > 0)
      return buys ? [`${code} in ${sector}`] : []
    }),
  )
  if (gaps.length === 0) return []
  return [`No supply at home: ${listed(gaps)}. If all trade in such a sector ends, the economy has no result.`]
}

function tariffsOf(rows: Iterable<OwnRow>, cells: TableCells): Float64Array {
  const percent = cells.filled('tariffs.csv', rows, ({ value, line, from, to }, i, j) => {
    const where = `tariffs.csv:${line}: the tariff on goods of ${from} in ${to}`
    if (!(value > -100 && value <= highestTariff))
      throw bad(
        `${where} is ${value} %`,
        `tariffs are per cent of the price, above -100 and up to ${highestTariff}; a ban has no row in flows.csv`,
      )
    if (i === j && value !== 0) throw bad(`${where} is ${value} %, at home`)
  })
  return percent.map((value) => value / 100)
}

function linksOf(
  table: {
    readonly economies: readonly string[]
    readonly sectors: readonly string[]
    readonly flows: Float64Array
    readonly tariffs?: Float64Array
  },
  { rows, unit }: NonNullable<OwnTables['inputs']>,
  cells: TableCells,
  repair: boolean,
): { links: InputLinks; notes: string[] } {
  const { n, sectors: m, sectorOutput, spent } = sharesOfTable(table)
  const inputShares = new Float64Array(n * m * m)
  let negative = 0
  for (const row of rows) {
    const j = cells.economy(row.from, row.line, 'inputs.csv')
    const [s, k] = [cells.sector(row.sector, row.line, 'inputs.csv'), cells.sector(row.user!, row.line, 'inputs.csv')]
    if (row.value < 0 && !repair)
      throw bad(
        `inputs.csv:${row.line}: ${row.user} of ${row.from} buys ${row.value} of ${row.sector}`,
        'about.yaml with "repair: true" sets negative inputs to zero, and the answer says how many they are',
      )
    if (row.value < 0) negative++
    const made = sectorOutput[j * m + k]!
    if (unit === 'value' && row.value > 0 && made === 0 && !repair)
      throw bad(`inputs.csv:${row.line}: ${row.from} buys inputs for ${row.user}, which sells nothing`)
    inputShares[(j * m + k) * m + s] = unit === 'share' ? Math.max(0, row.value) : made > 0 ? Math.max(0, row.value) / made : 0
  }
  const limited = limitInputs(inputShares, cells, repair)
  const final = Float64Array.from(spent)
  for (let j = 0; j < n; j++)
    for (let k = 0; k < m; k++)
      for (let s = 0; s < m; s++) final[j * m + s]! -= inputShares[(j * m + k) * m + s]! * sectorOutput[j * m + k]!
  const below = belowZero(final, spent, cells, repair)
  return {
    links: { inputShares, finalShares: final },
    notes: [negative === 0 ? '' : `Negative inputs were set to zero: ${negative}.`, limited, below],
  }
}

/** A sector whose inputs cost all that it sells pays nobody. */
function limitInputs(inputShares: Float64Array, { economies, sectors }: TableCells, repair: boolean): string {
  const m = sectors.length
  let limited = 0
  for (let row = 0; row < economies.length * m; row++) {
    const cells = inputShares.subarray(row * m, (row + 1) * m)
    const sum = cells.reduce((total, share) => total + share, 0)
    if (sum <= mostInputs + rounding) continue
    if (!repair)
      throw bad(
        `inputs.csv: inputs of ${economies[Math.floor(row / m)]} in ${sectors[row % m]} cost ${(100 * sum).toFixed(1)} % of what the sector sells`,
        `they must leave ${Math.round(100 * (1 - mostInputs))} % for labour; about.yaml with "repair: true" limits them`,
      )
    limited++
    for (let s = 0; s < m; s++) cells[s]! *= mostInputs / sum
  }
  return limited === 0 ? '' : `Inputs that cost more than 99 % of what their sector sells were limited to that: ${limited}.`
}

/** What is left for households must not be negative; a difference of rounding is none. */
function belowZero(final: Float64Array, spent: Float64Array, { economies, sectors }: TableCells, repair: boolean): string {
  const m = sectors.length
  let [count, sum] = [0, 0]
  for (const [at, value] of final.entries()) {
    if (value >= 0) continue
    final[at] = 0
    if (value > -rounding * spent[at]!) continue
    if (!repair)
      throw bad(
        `inputs.csv: ${economies[Math.floor(at / m)]} uses more of ${sectors[at % m]} as inputs than it buys`,
        'about.yaml with "repair: true" sets final use to zero there, and the answer says how much that is',
      )
    count++
    sum += value
  }
  return count === 0
    ? ''
    : `Final use was set to zero where inputs exceed all purchases: ${count} cells, ${share(-sum, spent)} of all purchases.`
}

function namesOf(sectors: readonly string[], { sectorNames }: OwnTables): string[] {
  if (sectors.length === 1 && sectors[0] === onlySector) return ['All goods and services']
  return sectors.map((code) => sectorNames?.get(code) ?? code)
}

function elasticitySets(sectors: readonly string[], { elasticities }: OwnTables): NonNullable<TradeBase['ownElasticities']> {
  return [...(elasticities ?? [])].map(([id, bySector]) => {
    const missing = sectors.filter((code) => !bySector.has(code))
    if (missing.length > 0) throw bad(`elasticities.csv: the set ${id} has no number for ${listed(missing)}`)
    const title = elasticities!.size === 1 ? 'of your own by sector' : `of your own, set ${id}`
    return { id, title, citation: null, values: Float64Array.from(sectors, (code) => bySector.get(code)!) }
  })
}

function listed(names: readonly string[]): string {
  return names.length <= namedGaps
    ? names.join(', ')
    : `${names.slice(0, namedGaps - 1).join(', ')} and ${names.length - namedGaps + 1} more`
}

function share(part: number, all: Float64Array): string {
  return `${Number(((100 * part) / all.reduce((sum, value) => sum + value, 0)).toPrecision(2))} %`
}

function bad(message: string, hint?: string): VisavisError {
  return new VisavisError('BadInput', `data: ${message}.`, hint === undefined ? {} : { hint })
}
