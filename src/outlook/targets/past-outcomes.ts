import { readFileSync } from 'node:fs'
import { packageFile } from '../../store/package-files.ts'
import { reliabilityEdges } from '../scores/reliability-edges.ts'

/** What came after forecasts of the back-test that gave about one probability. */
export interface PastOutcomes {
  /** Forecasts; cases that are parts of one matter count together. */
  readonly n: number
  /** Share after which it came, 0 to 1. */
  readonly frequency: number
  /** Lowest probability of these forecasts, 0 to 1. */
  readonly from: number
  /** Highest of them; 1 where all above `from` count together because each class alone has too few events. */
  readonly to: number
}

interface ReliabilityRow {
  readonly probability: number
  readonly frequency: number
  readonly n: number
}

/** Fewer forecasts than this say nothing of a class; those of the next class towards the middle count with them. */
const fewestForecasts = 200
/** The same for events, which are rare. */
const fewestEvents = 5
const directionClasses = 20

/**
 * Returns how often a quantity rose five periods ahead after forecasts that gave a rise about this probability.
 *
 * @param quantity   id without its side
 * @returns          undefined where no back-test has the quantity
 */
export function pastRises(quantity: string, probability: number): PastOutcomes | undefined {
  const rows = rowsOf('direction-reliability.csv').get(`${quantity} 5`)
  if (rows === undefined) return undefined
  const counted = (k: number): ReliabilityRow | undefined => rows.find((row) => classOf(row.probability) === k)
  let [from, to] = [classOf(probability), classOf(probability)]
  const all = (): ReliabilityRow[] => Array.from({ length: to - from + 1 }, (_, i) => counted(from + i) ?? []).flat() as ReliabilityRow[]
  while (total(all()) < fewestForecasts && (from > 0 || to < directionClasses - 1)) {
    if (from >= directionClasses / 2) from--
    else to++
  }
  return joined(all(), from / directionClasses, (to + 1) / directionClasses)
}

/** The share of rises over all forecasts of the back-test: how often such a quantity rises at all. */
export function shareOfRises(quantity: string): number | undefined {
  const rows = rowsOf('direction-reliability.csv').get(`${quantity} 5`)
  return rows === undefined ? undefined : joined(rows, 0, 1).frequency
}

/**
 * Returns how often an event came after forecasts that gave it about this probability; where these had fewer than five events, after all that gave it so much or more.
 *
 * @param kind   of the event, as in data/outlook/events-reliability.csv
 */
export function pastEvents(kind: string, horizon: number, probability: number): PastOutcomes | undefined {
  const rows = rowsOf('events-reliability.csv').get(`${kind} ${horizon}`)
  if (rows === undefined) return undefined
  const edge = (value: number): number => reliabilityEdges.findLastIndex((least) => value >= least)
  const own = edge(probability)
  const inClass = rows.filter((row) => edge(row.probability) === own)
  const above = rows.filter((row) => edge(row.probability) >= own)
  const isEnough = events(inClass) >= fewestEvents
  const [chosen, to] = isEnough ? [inClass, reliabilityEdges[own + 1] ?? 1] : [above, 1]
  return chosen.length === 0 ? undefined : joined(chosen, reliabilityEdges[own]!, to)
}

function classOf(probability: number): number {
  return Math.min(directionClasses - 1, Math.floor(directionClasses * probability))
}

function total(rows: readonly ReliabilityRow[]): number {
  return rows.reduce((sum, { n }) => sum + n, 0)
}

function events(rows: readonly ReliabilityRow[]): number {
  return rows.reduce((sum, { n, frequency }) => sum + n * frequency, 0)
}

function joined(rows: readonly ReliabilityRow[], from: number, to: number): PastOutcomes {
  const n = total(rows)
  return { n: Math.round(n), frequency: n === 0 ? Number.NaN : events(rows) / n, from, to }
}

const files = new Map<string, ReadonlyMap<string, readonly ReliabilityRow[]>>()

/** Reads points of a reliability diagram by target and horizon, once for a process. */
function rowsOf(file: 'direction-reliability.csv' | 'events-reliability.csv'): ReadonlyMap<string, readonly ReliabilityRow[]> {
  const found = files.get(file)
  if (found !== undefined) return found
  const rows = new Map<string, ReliabilityRow[]>()
  const lines = readFileSync(packageFile(`data/outlook/${file}`), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
  for (const line of lines) {
    const [target, horizon, probability, frequency, n] = line.split(',')
    const key = `${target} ${horizon}`
    const own = rows.get(key) ?? []
    own.push({ probability: Number(probability), frequency: Number(frequency), n: Number(n) })
    rows.set(key, own)
  }
  files.set(file, rows)
  return rows
}
