import type { Answers } from '../../../src/server/answer-types.ts'
import { formatFigure, inSentence, joinedWords } from '../../../src/server/wording.ts'
import type { FigureData } from '../figures/figure-files.ts'

export type WorldAnswer = Answers['world']
export type WorldState = WorldAnswer['states'][number]

/** The figure of a state in a year, or why there is none. */
export interface StateFigure {
  readonly status: 'known' | 'unknown' | 'no state'
  readonly value?: number
  readonly low?: number
  readonly high?: number
  readonly n?: number
}

/** Returns the figure of a state at an index of the answer's years. */
export function stateFigure(state: WorldState, answer: WorldAnswer, at: number): StateFigure {
  const value = state.values[at]
  if (typeof value !== 'number') return { status: existed(state, answer.years[at] ?? 0) ? 'unknown' : 'no state' }
  const [low, high, n] = [state.low?.[at], state.high?.[at], state.n?.[at]]
  return {
    status: 'known',
    value,
    ...(typeof low === 'number' && typeof high === 'number' ? { low, high } : {}),
    ...(typeof n === 'number' ? { n } : {}),
  }
}

function existed({ existed: stretches }: WorldState, year: number): boolean {
  return stretches.some(([first, last]) => year >= first && year <= last)
}

/** Returns the name of a state in a year. */
export function nameIn({ name, names = [] }: WorldState, year: number): string {
  return names.find(([first, last]) => year >= first && year <= last)?.[2] ?? name
}

/** Returns the states with a figure in a year, the highest first. */
export function rankedStates(answer: WorldAnswer, at: number): WorldState[] {
  return answer.states.filter(({ values }) => typeof values[at] === 'number').sort((x, y) => y.values[at]! - x.values[at]!)
}

/** Describes the figure of a state in words: value, interval and basis. */
export function stateFigureWords(found: StateFigure, { measure, members }: WorldAnswer): string {
  if (found.status === 'no state') return 'no state then'
  if (found.value === undefined) return `unknown: ${measure.unknown}`
  const range =
    found.low === undefined || found.high === undefined
      ? ''
      : ` (90 % ${formatFigure(found.low, measure.unit)} to ${formatFigure(found.high, measure.unit)})`
  const rests = found.n === undefined ? '' : `, ${members === undefined ? `${found.n} votes` : `${found.n} members`}`
  return `${formatFigure(found.value, measure.unit)}${range}${rests}`
}

/** Describes the map of a year in a sentence. */
export function chartWords(answer: WorldAnswer, at: number): string {
  return `${answer.heading}, ${answer.years[at]}: ${extremesWords(answer, at)}`
}

/** Names the states with the highest and the lowest figures of a year, or all if these are few, and counts the unknown. */
export function extremesWords(answer: WorldAnswer, at: number): string {
  const order = rankedStates(answer, at)
  const { measure, years, states } = answer
  const silent = states.filter((state) => stateFigure(state, answer, at).status === 'unknown').length
  const unknown = silent === 0 ? '' : `; unknown for ${silent} of ${order.length + silent} states`
  if (order.length === 0) return 'unknown for every state.'
  const named = (some: readonly WorldState[]): string =>
    joinedWords(some.map((state) => `${inSentence(nameIn(state, years[at]!))} ${formatFigure(state.values[at]!, measure.unit)}`))
  if (order.length < 7) return `${named(order)}${unknown}.`
  return `highest ${named(order.slice(0, 3))}; lowest ${named(order.slice(-3).reverse())}${unknown}.`
}

const columns = (answer: WorldAnswer): FigureData['columns'] => [
  { name: 'iso3', title: 'code' },
  { name: 'state', title: 'state' },
  { name: 'year', title: 'year' },
  { name: 'status', title: 'status' },
  { name: 'value', title: answer.measure.title, unit: answer.measure.unit },
  { name: 'low', title: 'low', unit: '90 %' },
  { name: 'high', title: 'high', unit: '90 %' },
  { name: 'n', title: answer.members === undefined ? 'votes' : 'members' },
]

/**
 * Returns the data of the chart. Whenever `rows` is read, it gives the rows of the year shown at that time, so that one object serves all years.
 */
export function chartData(answer: WorldAnswer, place: () => number): FigureData {
  return {
    columns: columns(answer),
    get rows() {
      return rowsOf(answer, place())
    },
    sources: answer.sources,
    method: `${answer.measure.method}; ${answer.measure.year}${answer.members === undefined ? '' : `; ${answer.measure.pooling} over members`}`,
  }
}

function rowsOf(answer: WorldAnswer, at: number): (string | number | null)[][] {
  const rest = answer.states.filter((state) => typeof state.values[at] !== 'number')
  return [...rankedStates(answer, at), ...rest].map((state) => {
    const { status, value, low, high, n } = stateFigure(state, answer, at)
    return [
      state.iso3,
      nameIn(state, answer.years[at]!),
      String(answer.years[at]),
      status,
      value ?? null,
      low ?? null,
      high ?? null,
      n ?? null,
    ]
  })
}

/** Returns the index of the requested year, or of the nearest one; by default that of the latest complete year. */
export function placeOfYearIn({ years, latest }: WorldAnswer, asked: string | undefined): number {
  const year = asked === undefined ? Number.NaN : Number(asked)
  const wanted = Number.isInteger(year) ? year : (latest ?? 0)
  return Math.max(0, Math.min(years.length - 1, wanted - (years[0] ?? 0)))
}
