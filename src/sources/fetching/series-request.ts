import { VisavisError } from '../../errors.ts'
import type { Columns } from '../../store/cells.ts'
import { addressOf } from './addresses.ts'
import type { FileRequest } from './fetch-files.ts'
import { comextFile, comtradeFile, imtsFile } from './pull-queries.ts'

/** One series to ask of a provider: of one pair as one side reports it, or of a few states. */
export interface SeriesRequest {
  /** Id of the source. */
  readonly source: SourceOnDemand
  /** What is asked, in the terms of `visavis pull`: `{ reporter: 'KEN', partner: 'TZA', period: '2024' }`. */
  readonly parameters: Readonly<Record<string, string>>
  /** What the answer must be about; a row about anything else is another answer. */
  readonly about: SeriesSubject
  /** What is missing, as a phrase: `goods between Kenya and Tanzania in 2024, as Kenya reports them`. */
  readonly why: string
}

/** The states, the reporter and the years that an answer may be about. */
export interface SeriesSubject {
  /** The two sides of a flow (ISO3, or WLD), or the states of a figure of one state. */
  readonly states: readonly string[]
  /** The side that reports a flow; null for figures of one state. */
  readonly reporter: string | null
  /** First and last year; null where the answer comes with all its years. */
  readonly years: readonly [number, number] | null
}

/** The sources that are asked for single series: their providers let scripts ask, and the user may use the answer. */
export type SourceOnDemand = 'comext-answers' | 'comtrade' | 'imf-imts' | 'world-bank'

/** Returns the file that a series comes in. */
export function seriesFile({ source, parameters }: SeriesRequest, env: Readonly<Record<string, string | undefined>>): FileRequest {
  if (source === 'comtrade') return comtradeFile(parameters, env)
  if (source === 'imf-imts') return imtsFile(parameters)
  if (source === 'comext-answers') return comextFile(parameters)
  return { fetchable: 'world-bank', values: { ...parameters, page: '1' }, name: `${parameters['series']}-1.json` }
}

/** Returns the address at which a series is asked for. */
export function seriesAddress(request: SeriesRequest, env: Readonly<Record<string, string | undefined>>): string {
  const { fetchable, values } = seriesFile(request, env)
  return addressOf(fetchable, values)
}

/**
 * Checks that the rows of an answer are about what was asked, since a provider or a proxy may send the answer to another question.
 *
 * @throws BadAnswer with the first row that is about something else
 */
export function checkIsAbout({ about }: SeriesRequest, rows: Columns, address: string): void {
  const [froms, tos, reporters, starts] = ['from_id', 'to_id', 'reporter', 'start_date'].map((name) => rows[name] ?? [])
  const stray = froms!.findIndex((from, i) => {
    const year = Number(String(starts![i]).slice(0, 4))
    const inYears = about.years === null || (year >= about.years[0] && year <= about.years[1])
    return !inYears || !isOf(about, from as string, (tos![i] ?? null) as string | null, (reporters![i] ?? null) as string | null)
  })
  if (stray < 0) return
  const found = [froms![stray], tos![stray]].filter((one) => one != null).join(' and ')
  const [asked, years] = [about.states.join(' and '), about.years === null ? '' : ` in ${[...new Set(about.years)].join(' to ')}`]
  const by = reporters![stray] == null ? '' : `, by ${reporters![stray]}`
  throw new VisavisError(
    'BadAnswer',
    `${address} was asked about ${asked}${years} and answers about ${found} in ${String(starts![stray]).slice(0, 4)}${by}`,
  )
}

function isOf({ states, reporter }: SeriesSubject, from: string, to: string | null, by: string | null): boolean {
  if (reporter === null) return to === null && states.includes(from)
  return by === reporter && to !== null && from !== to && states.includes(from) && states.includes(to)
}
