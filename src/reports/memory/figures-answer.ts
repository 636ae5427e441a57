import { formatFigure, formatPercentile, inSentence } from '../../assessments/forms/wording.ts'
import { csvOfRecords } from '../text/csv.ts'
import { type Column, type TableWriter, textAndMarkdown, type WrittenPage, wrap } from '../text/table.ts'
import type { NamedSource, StateOfAnswer } from './named.ts'

/** A figure of two states in a year, as `visavis figures` prints it: with a value, or with the reason why it has none. */
export interface FigureOfPair {
  readonly figure: string
  readonly domain: string
  readonly title: string
  readonly of: 'pair' | 'directed'
  /** The state whose figure it is, and the other; in the order asked for where it is of both alike. */
  readonly a: string
  readonly b: string
  readonly unit: string
  readonly year: number | null
  readonly state: 'observed' | 'estimated' | 'unknown' | 'not-applicable'
  readonly value?: number
  /** The ends of the interval and what they are; `exact` where there are none. */
  readonly interval?: 'exact' | { readonly low: number; readonly high: number; readonly kind: string }
  readonly certainty?: 'one report' | 'at least' | 'at most'
  /** Mid-rank percentile among the rows of the year, and their number. */
  readonly place?: { readonly percentile: number; readonly among: number; readonly of: string }
  readonly reporter?: string
  /** Ids of its sources. */
  readonly sources: readonly string[]
  readonly vintage?: string
  readonly method?: string
  /** Reports, partners or years behind it. */
  readonly n?: number
  readonly reason?: string
}

/** The answer of `visavis figures`. */
export interface FiguresAnswer {
  readonly schemaVersion: 1
  readonly a: StateOfAnswer
  readonly b: StateOfAnswer
  /** Nothing later than this day is seen. */
  readonly to: string
  /** `day`: the row that stands for each figure on the day; `year`: every row. */
  readonly by: 'day' | 'year'
  readonly figures: readonly FigureOfPair[]
  readonly sources: readonly NamedSource[]
}

const cells: readonly Column[] = [
  { title: 'value', align: 'right' },
  { title: 'interval', align: 'right' },
  { title: 'place' },
  { title: 'year' },
  { title: 'source' },
  { title: 'status' },
]

/** Years of a figure that a text shows where all figures are asked for. */
export const yearsShown = 12

/** Writes one line for each figure; by year, a table for each figure. */
export const figuresPage: WrittenPage<FiguresAnswer> = textAndMarkdown(written)

function written(answer: FiguresAnswer, table: TableWriter): string {
  const { a, b, to, by, figures } = answer
  const known = figures.filter(({ state }) => state !== 'unknown')
  const lead = `${a.name} and ${inSentence(b.name)}, as of ${to}`
  const found = by === 'year' ? byYear(answer, known, table) : [levels(answer, known, table)]
  const none = known.length === 0 ? ['No figure of the two is on record.'] : found
  return [lead, ...none, ...unknownLines(figures)].join('\n\n')
}

function levels(answer: FiguresAnswer, known: readonly FigureOfPair[], table: TableWriter): string {
  return table(
    [{ title: 'figure' }, ...cells],
    known.map((one) => [one.title, ...cellsOf(one, answer)]),
  )
}

function byYear(answer: FiguresAnswer, known: readonly FigureOfPair[], table: TableWriter): string[] {
  const titles = [...new Set(known.map(({ title }) => title))]
  return titles.map((title) => {
    const rows = runsOf(known.filter((one) => one.title === title))
    const shown = titles.length === 1 ? rows : rows.slice(0, yearsShown)
    const columns = [{ title: 'year' }, ...cells.filter((one) => one.title !== 'year')]
    const lines = shown.map(({ one, from }) => {
      const [value, interval, place, year, source, status] = cellsOf(one, answer) as [string, string, string, string, string, string]
      return [from === one.year ? year : `${from}-${year}`, value, interval, place, source, status]
    })
    return `${title}\n${table(columns, lines)}`
  })
}

/** Returns the years of a figure, the newest first; years with the same value and source, one after the other, as one. */
function runsOf(series: readonly FigureOfPair[]): { one: FigureOfPair; from: number | null }[] {
  const runs: { one: FigureOfPair; from: number | null }[] = []
  for (const next of [...series].reverse()) {
    const last = runs.at(-1)
    const isSame = last !== undefined && last.from !== null && next.year === last.from - 1 && sameCell(last.one, next)
    if (isSame) last.from = next.year
    else runs.push({ one: next, from: next.year })
  }
  return runs
}

function sameCell(x: FigureOfPair, y: FigureOfPair): boolean {
  const cell = ({ state, value, interval, place, sources }: FigureOfPair): string =>
    JSON.stringify([state, value, interval, place, sources])
  return cell(x) === cell(y)
}

/** How many rows a text by year leaves out: see `yearsShown`. */
export function rowsLeftOut({ by, figures }: FiguresAnswer): number {
  const titles = [...new Set(figures.flatMap(({ title, state }) => (state === 'unknown' ? [] : [title])))]
  if (by === 'day' || titles.length < 2) return 0
  const runs = titles.map((title) => runsOf(figures.filter((one) => one.title === title && one.state !== 'unknown')).length)
  return runs.reduce((sum, count) => sum + Math.max(0, count - yearsShown), 0)
}

function cellsOf(one: FigureOfPair, { sources }: FiguresAnswer): string[] {
  const { value, unit, certainty, year, state, place } = one
  const bound = certainty === 'at least' || certainty === 'at most' ? `${certainty} ` : ''
  return [
    value === undefined ? '-' : `${bound}${formatFigure(value, unit)}`,
    intervalOf(one),
    place === undefined ? '' : placeAmongWords(place),
    year === null ? '' : String(year),
    one.sources.map((id) => sourceWords(id, sources)).join(', '),
    certainty === 'one report' ? `${state}, one report` : state === 'not-applicable' ? 'not applicable' : state,
  ]
}

function intervalOf({ interval, unit, certainty }: FigureOfPair): string {
  if (interval === undefined) return ''
  if (interval !== 'exact') return `${formatFigure(interval.low, unit)} to ${formatFigure(interval.high, unit)}`
  return certainty === undefined ? 'exact' : ''
}

/**
 * Says where a figure stands among those of its year.
 *
 * @example placeAmongWords({ percentile: 93.2, among: 19551, of: 'pairs with a figure of the year' })   // 'higher than 93 % of 19,551 pairs'
 */
export function placeAmongWords({ percentile, among, of }: NonNullable<FigureOfPair['place']>): string {
  return `higher than ${formatPercentile(percentile)} % of ${among.toLocaleString('en-US')} ${of.split(/[ ,]/)[0]}`
}

/** Beyond this, the title of a source is no name: its publisher is shown. */
const longestTitle = 45

/** Names a source by its title; by its publisher where that is too long, and with its id where two have the same title. */
function sourceWords(id: string, sources: readonly NamedSource[]): string {
  const found = sources.find((source) => source.id === id)
  if (found === undefined) return id
  const isAlone = sources.every((other) => other.id === id || other.title !== found.title)
  if (found.title.length > longestTitle) return found.provider
  return isAlone ? found.title : `${found.title} (${id})`
}

function unknownLines(figures: readonly FigureOfPair[]): string[] {
  const unknown = figures.filter(({ state }) => state === 'unknown')
  const reasons = [...new Set(unknown.map(({ reason }) => reason))]
  return reasons.map((reason) => {
    const titles = unknown.filter((one) => one.reason === reason).map(({ title }) => title)
    return wrap(`Unknown (${reason}): ${titles.join('; ')}.`, 110)
  })
}

/** Writes the figures as CSV, one row each; a figure without a value has a blank, never zero. */
export function figuresCsv({ figures }: FiguresAnswer): string {
  const columns = [
    ...(['figure', 'domain', 'title', 'of', 'a', 'b', 'unit', 'year', 'state', 'value', 'low', 'high', 'interval', 'certainty'] as const),
    ...(['percentile', 'among', 'among_what', 'reporter', 'sources', 'vintage', 'method', 'n', 'reason'] as const),
  ]
  return csvOfRecords(
    columns,
    figures.map((one) => {
      const { interval, place } = one
      const ends = interval === undefined || interval === 'exact' ? { interval } : { ...interval, interval: interval.kind }
      return { ...one, ...ends, percentile: place?.percentile, among: place?.among, among_what: place?.of, sources: one.sources.join(' ') }
    }),
  )
}
