import { bundledRecord, type Cell, type Columns, type Manifest, openSnapshot, writeSnapshot } from '../../src/store/index.ts'
import { about, card } from '../store/rows.ts'

/** A report of goods, or of another indicator: who sends, who receives, the year and US dollars. */
export type Flow = readonly [from: string, to: string, year: number, value: number, indicator?: string]

/** Three states that trade with each other; nobody else does. */
export const flows: readonly Flow[] = [
  ['KEN', 'TZA', 2020, 300],
  ['TZA', 'KEN', 2020, 100],
  ['UGA', 'KEN', 2020, 100],
  ['KEN', 'TZA', 2021, 400],
  ['TZA', 'KEN', 2021, 200],
]

function observed(rows: readonly Flow[], seed: number): Columns {
  const column = (cell: (row: Flow) => Cell): Cell[] => rows.map(cell)
  return {
    indicator: column(([, , , , indicator]) => indicator ?? 'goods-trade-flow'),
    from_id: column(([from]) => from),
    to_id: column(([, to]) => to),
    reporter: column(() => null),
    start_date: column(([, , year]) => `${year}-01-01`),
    end_date: column(([, , year]) => `${year}-12-31`),
    value: column(([, , , value]) => value * seed * 1e6),
    unit: column(() => 'USD'),
    valuation: column(() => null),
    status: column(() => 'estimated'),
    source: column(() => 'baci-year'),
    vintage: column(() => 'made up'),
    locator: column(([from, to, year]) => `${from} ${to} ${year}`),
  }
}

/** Writes a small snapshot of goods with one relation between two of its states; `seed` multiplies every value. */
export function writeSmallRecord(root: string, rows: readonly Flow[] = flows, seed = 1, note = 'small'): Promise<Manifest> {
  const relation: Columns = {
    kind: ['no-relations'],
    state_a: ['KEN'],
    state_b: ['UGA'],
    actor: ['UGA'],
    form: ['broken'],
    name: [null],
    start_told: ['2019-05'],
    end_told: ['2021'],
    start_date: ['2019-05-01'],
    end_date: ['2021-12-31'],
    ended_by: ['restored'],
    source: ['interstate-relations'],
    vintage: ['made up'],
    locator: ['Nobody, A text, 2021, https://example.org/'],
    checked: ['read'],
    note: [null],
  }
  const content = { observations: { columns: observed(rows, seed) }, interstate_relations: { columns: relation } }
  return writeSnapshot(root, content, { ...about, sources: [{ ...card, id: 'baci-year' }], note })
}

/** Opens the bundled record. */
export const bundled = (): ReturnType<typeof openSnapshot> => openSnapshot(bundledRecord())
