import { VisavisError } from '../../errors.ts'
import { type AddressParameter, parameterValue } from './addresses.ts'
import type { FetchedFileOnDisk, FetchOptions } from './fetch-files.ts'

/** Values by the name of their parameter. Each combination of values becomes one request. */
export type PullRequest = Readonly<Record<string, readonly string[]>>

/** A parameter of `visavis pull`. */
export interface PullParameter extends Omit<AddressParameter, 'fallback'> {
  /** Whether several values may be given: `CHN,USA`, or `2019:2023` for whole numbers. */
  readonly many: boolean
  /** Returns the value used if none is given, as a user would write it; `today` is the current day. Without a fallback a value is required. */
  readonly fallback?: (today: string) => string
}

/** The files fetched for a pull. */
export interface PulledFiles {
  readonly files: readonly FetchedFileOnDisk[]
  /** Notes on files whose absence is not an error, one sentence each. */
  readonly notes: readonly string[]
}

/** A source that `visavis pull` fetches. */
export interface PullableSource {
  /** Id of the source's card and reader. */
  readonly source: string
  readonly what: string
  readonly parameters: readonly PullParameter[]
  /** An example command, which works without changes. */
  readonly example: string
  files(asked: PullRequest, fetching: FetchOptions): Promise<PulledFiles>
}

/** The most requests that one pull makes, out of consideration for the providers. */
const mostRequests = 200

/**
 * Parses words `name=value` into the values of a source's parameters, with fallbacks for parameters that are not given.
 *
 * @throws Usage with the word, and what would be valid
 */
export function parsePullRequest(pullable: PullableSource, words: readonly string[], today: string): PullRequest {
  const given = new Map<string, string>()
  for (const word of words) {
    const [, name, value] = /^([a-z]+)=(.+)$/.exec(word) ?? []
    if (name === undefined || value === undefined || !pullable.parameters.some((one) => one.name === name))
      throw unknownParameter(pullable, word)
    if (given.has(name)) throw new VisavisError('Usage', `${name} is given twice; several values of it are separated by commas`)
    given.set(name, value)
  }
  return Object.fromEntries(
    pullable.parameters.map((parameter) => [parameter.name, valuesOf(pullable, parameter, given.get(parameter.name), today)]),
  )
}

function unknownParameter({ source, parameters, example }: PullableSource, word: string): VisavisError {
  const names = parameters.map(({ name }) => `${name}=…`).join(', ')
  const takes = parameters.length === 0 ? `${source} takes nothing beside its name` : `${source} takes ${names}`
  return new VisavisError('Usage', `"${word}" is not understood: ${takes}`, { hint: example })
}

function valuesOf(
  { source, example: command }: PullableSource,
  parameter: PullParameter,
  given: string | undefined,
  today: string,
): string[] {
  const { many, fallback, name, help, example, pattern } = parameter
  const rule = { name, help, example, pattern }
  const text = given ?? fallback?.(today)
  if (text === undefined || !many) return [parameterValue(source, rule, text, command)!]
  const values = text.split(',').flatMap(expandRange)
  for (const value of values) parameterValue(source, rule, value, command)
  return [...new Set(values)]
}

/** Expands `2019:2021` to 2019, 2020, 2021; returns any other text as it is. */
function expandRange(text: string): string[] {
  const [, from, to] = /^(\d{1,6}):(\d{1,6})$/.exec(text) ?? []
  if (from === undefined || to === undefined) return [text]
  const count = Number(to) - Number(from) + 1
  if (count < 1) throw new VisavisError('Usage', `${text}: the first is after the last`)
  return Array.from({ length: Math.min(count, mostRequests + 1) }, (_, i) => String(Number(from) + i))
}

/**
 * Returns one combination of values for each request: the Cartesian product over the parameters.
 *
 * @throws Usage if there are more than `mostRequests`
 * @example requestsFor('imf-imts', { reporter: ['RUS', 'CHN'], frequency: ['A'] }).length   // 2
 */
export function requestsFor(source: string, asked: PullRequest): Record<string, string>[] {
  const count = Object.values(asked).reduce((product, values) => product * values.length, 1)
  if (count > mostRequests) {
    throw new VisavisError('Usage', `${source}: these are ${count} requests; at most ${mostRequests} are made at one go`, {
      hint: `visavis pull ${source} with fewer values, several times`,
    })
  }
  return Object.entries(asked).reduce<Record<string, string>[]>(
    (sets, [name, values]) => sets.flatMap((set) => values.map((value) => ({ ...set, [name]: value }))),
    [{}],
  )
}
