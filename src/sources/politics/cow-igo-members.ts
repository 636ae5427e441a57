import { badInput, type VisavisError } from '../../errors.ts'
import { checkLastLine } from '../formats/last-line-check.ts'
import type { NumberTable } from '../formats/number-table.ts'

/** Columns of the native file that are not organisations. */
const stateColumns = new Set(['ccode', 'year', 'state', 'stateabb', 'country', 'version'])

/** Codes of membership: -9 missing, -1 no such organisation or state in that year, 0 none, 1 full, 2 associate, 3 observer. */
const codes: ReadonlyMap<string, number> = new Map(['-9', '-1', '0', '1', '2', '3'].map((text) => [text, Number(text)]))

interface StateYear {
  readonly line: number
  readonly ccode: number
  readonly year: number
  /** Numbers of full, associate and observer memberships (codes 1, 2 and 3). */
  readonly counts: readonly [number, number, number]
  /** One bit per organisation, set if the state is a full member. */
  readonly full: Uint32Array
}

/**
 * Counts memberships by state and by pair from the native file (`state_year_formatv3.csv`: ccode, year, state, and a column for each organisation). A pair
 * shares an organisation if both are full members.
 *
 * @returns undefined if the text is another kind of file
 * @throws BadInput for an invalid code, with line and column
 */
export function igoMembershipCounts(text: string, file: string): { readonly states: NumberTable; readonly pairs: NumberTable } | undefined {
  const [head = '', ...lines] = text.split(/\r?\n/)
  const header = head.split(',').map((name) => name.replaceAll('"', '').trim())
  if (!['ccode', 'year', 'AAAID'].every((name) => header.includes(name))) return undefined
  checkLastLine(text, file)
  const columns = header.flatMap((name, at) => (stateColumns.has(name) ? [] : [at]))
  const rows = lines.flatMap((line, i) => (line.trim() === '' ? [] : [stateYear(line.split(','), i + 2, header, columns, file)]))
  return { states: stateTable(rows, file), pairs: pairTable(rows, file) }
}

function stateYear(cells: readonly string[], line: number, header: readonly string[], columns: readonly number[], file: string): StateYear {
  const where = `${file}:${line}`
  if (cells.length !== header.length) throw bad(`${where} has ${cells.length} cells, the header has ${header.length}`)
  const whole = (name: string): number => {
    const cell = cells[header.indexOf(name)]!
    if (!/^\d+$/.test(cell)) throw bad(`${where} has "${cell}" for ${name}, not a whole number`)
    return Number(cell)
  }
  const counts: [number, number, number] = [0, 0, 0]
  const full = new Uint32Array(Math.ceil(columns.length / 32))
  columns.forEach((column, i) => {
    const code = codes.get(cells[column]!)
    if (code === undefined) throw bad(`${where} has "${cells[column]}" for ${header[column]}; memberships are -9, -1, 0, 1, 2 or 3`)
    if (code > 0) counts[code - 1]!++
    if (code === 1) full[i >>> 5]! |= 1 << (i & 31)
  })
  return { line, ccode: whole('ccode'), year: whole('year'), counts, full }
}

function stateTable(rows: readonly StateYear[], file: string): NumberTable {
  const column = (of: (row: StateYear) => number): Float64Array => Float64Array.from(rows, of)
  return {
    file,
    lines: rows.map((row) => row.line),
    columns: {
      ccode: column((row) => row.ccode),
      year: column((row) => row.year),
      sum_igo_full: column((row) => row.counts[0]),
      sum_igo_associate: column((row) => row.counts[1]),
      sum_igo_observer: column((row) => row.counts[2]),
      sum_igo_anytype: column((row) => row.counts[0] + row.counts[1] + row.counts[2]),
    },
  }
}

/** Counts the shared organisations of every unordered pair of states of a year. */
function pairTable(rows: readonly StateYear[], file: string): NumberTable {
  const years = new Map<number, StateYear[]>()
  for (const row of rows) years.set(row.year, [...(years.get(row.year) ?? []), row])
  const lines: number[] = []
  const [ccode1, ccode2, year, dyadigos]: [number[], number[], number[], number[]] = [[], [], [], []]
  for (const states of years.values()) {
    states.forEach((a, i) => {
      for (const b of states.slice(i + 1)) {
        lines.push(a.line)
        ccode1.push(a.ccode)
        ccode2.push(b.ccode)
        year.push(a.year)
        dyadigos.push(shared(a.full, b.full))
      }
    })
  }
  const columns = { ccode1, ccode2, year, dyadigos }
  return { file, lines, columns: Object.fromEntries(Object.entries(columns).map(([name, list]) => [name, Float64Array.from(list)])) }
}

/** Returns the number of bits that are set in both. */
function shared(a: Uint32Array, b: Uint32Array): number {
  let count = 0
  for (let i = 0; i < a.length; i++) {
    let bits = a[i]! & b[i]!
    for (; bits !== 0; bits &= bits - 1) count++
  }
  return count
}

function bad(message: string): VisavisError {
  return badInput(message, 'give state_year_formatv3.csv as the Correlates of War serve it')
}
