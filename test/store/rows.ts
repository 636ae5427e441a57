import type { Cell, Columns, SourceCard } from '../../src/store/index.ts'

export const card: SourceCard = {
  id: 'made-up',
  title: 'Figures made up for a test',
  provider: 'Nobody',
  url: 'https://example.org/',
  licence: { id: 'CC0-1.0', redistribute: true, terms: 'none' },
  citation: 'Nobody 2026',
  vintage: '2026-11-01',
  coverage: [{ indicator: 'trade', from: '1990-01-01', to: '2025-12-31', whom: 'all', states: ['CHN', 'RUS'], absence: 'unknown' }],
  quirks: ['They are not real.'],
}

export const about: { sources: SourceCard[]; created: string; note: string } = {
  sources: [card],
  created: '2026-11-24T10:00:00Z',
  note: 'test',
}

export const voters: Columns = { position: [0, 1, 2], state: ['CHN', 'RUS', 'USA'] }

/** `rows` observations with every kind of cell; `seed` changes the figures. */
export function observations(rows: number, seed = 1): Columns {
  const column = (cell: (i: number) => Cell): Cell[] => Array.from({ length: rows }, (_, i) => cell(i))
  return {
    indicator: column((i) => (i % 2 ? 'trade' : 'energy')),
    from_id: column((i) => ['CHN', 'RUS', 'Côte d’Ivoire', "it's"][i % 4]!),
    to_id: column((i) => (i % 5 ? `S${(i * 7919) % 211}` : null)),
    reporter: column((i) => (i % 3 ? `S${i % 211}` : null)),
    start_date: column((i) => `${1960 + (i % 60)}-01-01`),
    end_date: column((i) => `${1960 + (i % 60)}-12-31`),
    value: column((i) => (i % 7 ? i * 1.37 * seed : null)),
    unit: column(() => 'USD'),
    valuation: column((i) => (i % 2 ? 'FOB' : null)),
    status: column(() => 'observed'),
    source: column(() => 'made-up'),
    vintage: column(() => '2026-11-01'),
    locator: column((i) => `file ${seed}, row ${i}`),
  }
}

/** The same rows in another order. */
export function reversed(columns: Columns): Columns {
  return Object.fromEntries(Object.entries(columns).map(([name, cells]) => [name, cells.toReversed()]))
}
