import { VisavisError } from '../errors.ts'
import { blocs, stateOf } from '../states/index.ts'
import type { Columns, Session } from '../store/session.ts'
import type { SourceCard } from '../store/source-card.ts'
import { type Fact, periodFault, readFacts } from './fact-table.ts'
import { type Observation, observationColumns } from './observation.ts'

export const card: SourceCard = {
  id: 'cited-figures',
  title: 'Yearly figures of trade quoted from public texts',
  provider: 'Vis-à-vis',
  url: 'docs/sources/cited-figures.md',
  licence: {
    id: 'CC0-1.0',
    url: 'https://creativecommons.org/publicdomain/zero/1.0/',
    redistribute: true,
    terms:
      'Single figures, as facts, each with the text that prints it; the figures are those of the customs or ministries that the texts quote.',
  },
  citation: 'Vis-à-vis (2026). Yearly figures of trade quoted from public texts. data/tables/cited-figures.csv.',
  vintage: '2026-11-24',
  coverage: [
    coverage(
      'goods-trade',
      '1999-01-01',
      'China with Russia (23 of the 27 years) and some years with the United States, the EU and India; India with Russia',
    ),
    coverage('goods-exports', '2010-01-01', 'China to Russia (9 years) and to India (3); India to Russia (1)'),
    coverage('goods-imports', '2010-01-01', 'China from Russia (9 years) and from India (3); India from Russia (1)'),
  ],
  quirks: [
    'These are figures of the day on which a text printed them; customs revise later, and the note tells where a revision is known.',
    'goods-trade is exports (FOB) and imports (CIF) of the reporter together, so it has no valuation.',
    'Figures are rounded as printed: 95.28 billion stands as 95280000000.',
    'The Chinese figure of 2015 with Russia is the first report (64.2 billion); what was said of 2016 implies about 68.0.',
    'Chinese and Russian customs differ: for 2010 China gives 55.45 billion and Russia 59.34.',
    'Indian figures are of fiscal years, April to March.',
    'A year without a row is unknown: no text that prints it was found.',
  ],
}

function coverage(indicator: string, from: string, whom: string): SourceCard['coverage'][number] {
  return { indicator, from, to: '2025-12-31', whom, absence: 'unknown' }
}

const valuations: Readonly<Record<string, 'FOB' | 'CIF' | null>> = { 'goods-trade': null, 'goods-exports': 'FOB', 'goods-imports': 'CIF' }

const fields = [
  'indicator',
  'from_id',
  'to_id',
  'reporter',
  'start_date',
  'end_date',
  'value',
  'unit',
  'valuation',
  'status',
  'publisher',
  'title',
  'address',
  'published',
  'note',
] as const

type Row = Fact<(typeof fields)[number]>

const blocIds: ReadonlySet<string> = new Set(blocs.map((bloc) => bloc.id))

/**
 * Columns of the `observations` table from our CSV; the locator of a figure is publisher, title and day of the text that prints it.
 *
 * A row that cannot be right throws BadInput with file and line: an unknown indicator, state or bloc, a reporter that is not the right side of the flow, a period
 * that is none or has no end, a value that is no positive number, another unit than USD, a valuation that is not the indicator's, no publisher, title or address,
 * or a second figure for the same flow and period.
 *
 * @param path   the CSV; no field holds a line break
 */
export async function readCitedFigures(path: string, session: Session): Promise<Columns> {
  const rows = await readFacts(path, session, fields)
  const seen = new Set<string>()
  for (const row of rows) {
    const { indicator, from_id, to_id, reporter, start_date, end_date } = row.cells
    const key = [indicator, from_id, to_id, reporter, start_date, end_date].join('|')
    const problem = fault(row) ?? (seen.has(key) ? 'gives a second figure for the same flow and period' : undefined)
    if (problem !== undefined) throw new VisavisError('BadInput', `${row.at} ${problem}`)
    seen.add(key)
  }
  return observationColumns(rows.map(observation))
}

/** Of a row that `fault` has passed. */
function observation({ cells }: Row): Observation {
  return {
    indicator: cells.indicator!,
    from_id: cells.from_id!,
    to_id: cells.to_id,
    reporter: cells.reporter,
    start_date: cells.start_date!,
    end_date: cells.end_date!,
    value: Number(cells.value),
    unit: cells.unit!,
    valuation: valuations[cells.indicator!]!,
    status: cells.status === 'estimated' ? 'estimated' : 'observed',
    source: card.id,
    vintage: card.vintage,
    locator: [cells.publisher, cells.title, cells.published].filter((part) => part !== null).join(', '),
  }
}

function fault({ cells }: Row): string | undefined {
  return whoFault(cells) ?? periodFault(cells.start_date, cells.end_date) ?? figureFault(cells) ?? textFault(cells)
}

function whoFault({ indicator, from_id, to_id, reporter }: Row['cells']): string | undefined {
  if (indicator === null || !(indicator in valuations)) {
    return `has the indicator "${indicator ?? ''}"; indicators are ${Object.keys(valuations).join(', ')}`
  }
  const stranger = [from_id, to_id].find((id) => id === null || (stateOf(id) === undefined && !blocIds.has(id)))
  if (stranger !== undefined) return `names "${stranger ?? ''}", which is neither a state nor a bloc`
  if (from_id === to_id) return `has trade of ${from_id} with itself`
  const side = indicator === 'goods-imports' ? to_id : from_id
  return reporter === side ? undefined : `has the reporter "${reporter ?? ''}"; ${indicator} is reported by ${side} here`
}

function figureFault({ indicator, end_date, value, unit, valuation, status, note }: Row['cells']): string | undefined {
  if (end_date === null) return 'has no end of the period'
  if (!/^[1-9]\d*$/.test(value ?? '')) return `has the value "${value ?? ''}", not a positive whole number`
  if (unit !== 'USD') return `has the unit "${unit ?? ''}", not USD`
  const expected = valuations[indicator ?? ''] ?? null
  if (valuation !== expected) return `has the valuation "${valuation ?? ''}"; that of ${indicator} is "${expected ?? ''}"`
  // a first report that is known to have been revised may stand, as an estimate that says so; a guess may not
  if (status === 'estimated' && note !== null && note !== undefined && note !== '') return undefined
  return status === 'observed' ? undefined : `has the status "${status ?? ''}", not observed`
}

function textFault({ publisher, title, address, published }: Row['cells']): string | undefined {
  if (publisher === null || title === null) return 'names no publisher or title'
  if (!/^https?:\/\/\S+$/.test(address ?? '')) return `has the address "${address ?? ''}"`
  return published === null || /^\d{4}(-\d{2}(-\d{2})?)?$/.test(published)
    ? undefined
    : `was published on "${published}", not a year, month or day`
}
