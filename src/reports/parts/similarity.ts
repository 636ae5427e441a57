import { formatShare, twoDecimals } from '../../assessments/forms/wording.ts'
import type { SimilarityAnswer } from '../../assessments/votes/similarity.ts'
import type { SimilarityRow } from '../../assessments/votes/similarity-row.ts'
import { leastCommonVotes } from '../../assessments/votes/vote-places.ts'
import { type MeasureName, measureNames } from '../../measures/index.ts'
import { type CsvCell, csv } from '../text/csv.ts'
import { type Column, markdownTable, textTable } from '../text/table.ts'

const labels: Readonly<Record<MeasureName, string>> = {
  kappa_quadratic: "Cohen's kappa, quadratic (default)",
  kappa_linear: "Cohen's kappa, linear",
  kappa_unweighted: "Cohen's kappa, unweighted",
  s_absolute: "Signorino and Ritter's S, absolute",
  s_squared: "Signorino and Ritter's S, squared",
  scott_pi: "Scott's pi",
  tau_b: "Kendall's tau-b",
  benati_capurri_a: "Benati and Capurri's A",
  agreement: 'same position',
  partial_split: 'partial split (one abstains)',
  opposing: 'opposing (yes against no)',
}

const order: readonly MeasureName[] = ['kappa_quadratic', ...measureNames.filter((name) => name !== 'kappa_quadratic')]
const shares = new Set<MeasureName>(['agreement', 'partial_split', 'opposing'])

function shown(name: MeasureName, value: number | null | undefined): string {
  if (value === null || value === undefined) return 'undefined'
  return shares.has(name) ? formatShare(value) : twoDecimals(value)
}

/** Builds the table of the measures of one pair in one window, one row each. */
function pairTable(row: SimilarityRow): { columns: Column[]; rows: string[][] } {
  const columns: Column[] = [
    { title: '' },
    { title: 'value', align: 'right' },
    { title: '90 % interval', align: 'right' },
    { title: 'percentile', align: 'right' },
  ]
  const rows = order.map((name) => {
    const interval = row.intervals?.[name]
    const rank = row.percentiles?.[name]
    const range = interval === null || interval === undefined ? '' : `${shown(name, interval.low)} to ${shown(name, interval.high)}`
    return [labels[name], shown(name, row.measures[name]), range, rank === null || rank === undefined ? '' : String(Math.round(rank))]
  })
  return { columns, rows }
}

/** Builds a table with one row per pair or year: the default measure with its interval, then the alternative measures. */
function listTable(answer: SimilarityAnswer, rows: readonly SimilarityRow[]): { columns: Column[]; rows: string[][] } {
  const number = (title: string): Column => ({ title, align: 'right' })
  const lead: Column[] = answer.options.byYear ? [{ title: 'year' }] : []
  const columns = [
    ...lead,
    { title: 'a' },
    { title: 'b' },
    number('votes'),
    number('kappa'),
    number('90 % interval'),
    number('S'),
    number('pi'),
    number('tau-b'),
    number('A'),
    number('same'),
    number('opposing'),
  ]
  const cells = rows.map((row) => {
    const interval = row.intervals?.kappa_quadratic
    const range = interval === null || interval === undefined ? '' : `${twoDecimals(interval.low)} to ${twoDecimals(interval.high)}`
    const measures = (['s_absolute', 'scott_pi', 'tau_b', 'benati_capurri_a', 'agreement', 'opposing'] as const).map((name) =>
      shown(name, row.measures[name]),
    )
    const about = [...(answer.options.byYear ? [String(row.year)] : []), row.iso3_a, row.iso3_b, String(row.n)]
    if (answer.scope === 'state' && row.n < leastCommonVotes) return [...about, 'too few votes', ...new Array(7).fill('')]
    return [...about, shown('kappa_quadratic', row.measures.kappa_quadratic), range, ...measures]
  })
  return { columns, rows: cells }
}

function tableFor(answer: SimilarityAnswer): { columns: Column[]; rows: string[][] } {
  if (answer.scope === 'pair' && !answer.options.byYear) return pairTable(answer.rows[0]!)
  return listTable(answer, answer.scope === 'all' ? extremes(answer.rows) : answer.rows)
}

/** Returns the 20 most and the 20 least similar pairs; the other formats have all. */
function extremes(rows: readonly SimilarityRow[]): SimilarityRow[] {
  const known = rows.filter((row) => row.measures.kappa_quadratic !== null)
  const sorted = known.sort((x, y) => y.measures.kappa_quadratic! - x.measures.kappa_quadratic!)
  return sorted.length <= 40 ? sorted : [...sorted.slice(0, 20), ...sorted.slice(-20)]
}

function title(answer: SimilarityAnswer): string {
  const { from, to, rollCalls, options, rows } = answer
  const filters = [
    options.issue === null ? '' : `issue ${options.issue}`,
    options.kind === 'whole' ? 'whole resolutions only' : '',
    options.important ? 'important votes' : '',
  ]
  const kept = filters.filter((word) => word !== '')
  const window = from.endsWith('-01-01') && to === `${from.slice(0, 4)}-12-31` ? from.slice(0, 4) : `${from} to ${to}`
  const who =
    answer.scope === 'pair'
      ? `${rows[0]!.iso3_a} and ${rows[0]!.iso3_b}`
      : answer.scope === 'state'
        ? `${rows[0]?.iso3_a ?? 'a state'} and every other`
        : `${rows.length.toLocaleString('en-US')} pairs`
  return `UN General Assembly votes, ${window}: ${who}; ${rollCalls.toLocaleString('en-US')} roll calls${kept.length === 0 ? '' : ` (${kept.join(', ')})`}`
}

function closing(answer: SimilarityAnswer): string {
  const { snapshot, options } = answer
  const all = answer.scope === 'all' && answer.rows.length > 40 ? 'The 20 most and 20 least alike; --format csv has all. ' : ''
  const intervals = options.draws === 0 ? '' : `Intervals: bootstrap over roll calls, ${options.draws} draws, seed ${options.seed}. `
  return `${all}${answer.scope === 'all' ? '' : intervals}Absences: ${options.absence}. Snapshot ${snapshot.id}.`
}

function nothing(answer: SimilarityAnswer): string | undefined {
  if (answer.scope !== 'pair' || answer.rows.some((row) => row.n > 0)) return undefined
  const [row] = answer.rows
  return `Unknown: ${row!.iso3_a} and ${row!.iso3_b} have no recorded vote in common here. Not zero: there is nothing to measure.`
}

/** Writes the answer as aligned text. */
export function similarityText(answer: SimilarityAnswer): string {
  const { columns, rows } = tableFor(answer)
  const votes =
    answer.scope === 'pair' && !answer.options.byYear
      ? `Both have a position on ${answer.rows[0]!.n.toLocaleString('en-US')} of them.\n`
      : ''
  return `${title(answer)}\n${votes}\n${nothing(answer) ?? textTable(columns, rows)}\n\n${closing(answer)}`
}

/** Writes the answer as a Markdown table. */
export function similarityMarkdown(answer: SimilarityAnswer): string {
  const { columns, rows } = tableFor(answer)
  return `${title(answer)}\n\n${nothing(answer) ?? markdownTable(columns, rows)}\n\n${closing(answer)}`
}

/** Columns of the CSV, in a fixed order because other programs rely on it; an undefined value is blank. */
const fixedColumns = [
  's_absolute',
  's_squared',
  'scott_pi',
  'kappa_quadratic',
  'tau_b',
  'benati_capurri_a',
  'agreement',
  'partial_split',
  'opposing',
] as const

/** Writes every row as CSV. Yearly rows begin with the year; interval columns follow if any row has intervals. */
export function similarityCsv(answer: SimilarityAnswer): string {
  const withIntervals = answer.rows.some((row) => row.intervals !== undefined)
  const ends = withIntervals ? fixedColumns.flatMap((name) => [`${name}_low90`, `${name}_high90`]) : []
  const header = [...(answer.options.byYear ? ['year'] : []), 'iso3_a', 'iso3_b', 'cow_a', 'cow_b', 'n', ...fixedColumns, ...ends]
  return csv(header, lines(answer, withIntervals))
}

function* lines(answer: SimilarityAnswer, withIntervals: boolean): Generator<CsvCell[]> {
  for (const row of answer.rows) {
    const lead = answer.options.byYear ? [row.year] : []
    const ends = withIntervals ? fixedColumns.flatMap((name) => [row.intervals?.[name]?.low, row.intervals?.[name]?.high]) : []
    yield [...lead, row.iso3_a, row.iso3_b, row.cow_a, row.cow_b, row.n, ...fixedColumns.map((name) => row.measures[name]), ...ends]
  }
}
