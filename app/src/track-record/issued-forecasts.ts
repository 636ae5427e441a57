import type { Answers } from '../../../src/server/answer-types.ts'

/** A forecast that was issued and frozen, and how it came out. The fields are the columns of `data/outlook/ledger/2026.csv`. */
export interface IssuedForecast {
  /** Day on which it was issued. */
  readonly issued: string
  readonly id: string
  readonly a: string
  readonly b: string
  readonly target: string
  readonly horizon: number
  /** Day from which it can be settled. */
  readonly resolves_on: string
  readonly unit: string
  /** Null for events, as are the ends of the bands. */
  readonly median: number | null
  readonly low80: number | null
  readonly high80: number | null
  readonly low95: number | null
  readonly high95: number | null
  /** Null for quantities. */
  readonly probability: number | null
  /** What no change, or the base rate, says. */
  readonly baseline: number | null
  readonly status: 'open' | 'resolved' | 'void'
  /** The value, or 1 and 0 for an event; null until it is resolved. */
  readonly outcome: number | null
  readonly score: number | null
}

/** The forecasts of a year, with the hash of their file. */
export interface IssuedYear {
  readonly year: number
  readonly issued: string
  /** Id of the record from which they were made. */
  readonly snapshot: string
  readonly sha256: string
  readonly n: number
  readonly open: number
  readonly resolved: number
  readonly void: number
}

/** Frozen forecasts by year, and each of them. */
export interface IssuedForecasts {
  readonly years: readonly IssuedYear[]
  readonly entries: readonly IssuedForecast[]
}

/** The forecasts that the project issued, in the form of the ledger's file. */
export function issuedForecasts({ years, entries }: Answers['outlook issued']): IssuedForecasts {
  return { years, entries: entries.map(({ resolvesOn, ...same }) => ({ ...same, resolves_on: resolvesOn })) }
}

/** The forecasts that the reader kept with `visavis outlook --keep`, in the form of issued ones. */
export function keptForecasts({ due }: Answers['outlook due']): IssuedForecasts {
  return {
    years: [],
    entries: due.map(({ id, kept, pair, target, resolution }): IssuedForecast => {
      const band = (level: number) => target.bands.find((one) => one.level === level)
      const status = resolution === null ? 'open' : resolution.outcome === null ? 'void' : 'resolved'
      return {
        ...{ issued: kept.slice(0, 10), id, a: pair.a, b: pair.b, target: target.id, horizon: target.horizon, unit: target.unit },
        ...{ resolves_on: target.resolution.day, median: target.median, probability: target.probability, baseline: target.baseline },
        ...{ low80: band(80)?.low ?? null, high80: band(80)?.high ?? null, low95: band(95)?.low ?? null, high95: band(95)?.high ?? null },
        ...{ status, outcome: resolution?.outcome ?? null, score: resolution?.score ?? null },
      }
    }),
  }
}

/** Whether the outcome of a resolved quantity fell within its band; undefined where there is no such outcome or band. */
export function isWithin({ outcome, ...one }: IssuedForecast, level: 80 | 95): boolean | undefined {
  const [low, high] = [one[`low${level}`], one[`high${level}`]]
  return outcome === null || low === null || high === null ? undefined : outcome >= low && outcome <= high
}

/** Names what was forecast: `goods, CHN to RUS`. */
export function targetName({ target, a, b }: Pick<IssuedForecast, 'target' | 'a' | 'b'>): string {
  const [kind = '', ...more] = target.split(':')
  if (more.length > 0) return `${eventNames[kind] ?? kind.replaceAll('-', ' ')}: ${more.join(', ')}`
  for (const [end, words] of [
    ['-a-to-b', `, ${a} to ${b}`],
    ['-b-to-a', `, ${b} to ${a}`],
    ['-a', ` of ${a}`],
    ['-b', ` of ${b}`],
  ] as const)
    if (kind.endsWith(end) && quantityNames[kind.slice(0, -end.length)] !== undefined)
      return `${quantityNames[kind.slice(0, -end.length)]}${words}`
  return eventNames[kind] ?? quantityNames[kind] ?? kind.replaceAll('-', ' ')
}

const quantityNames: Readonly<Record<string, string>> = {
  'ideal-point-distance': 'distance of ideal points',
  'agreement-rate': 'agreement rate',
  'agreement-place': 'place in agreement among all pairs',
  'goods-flow': 'goods',
  'trade-gdp-share': 'trade as a share of GDP',
  'trade-dependence': 'trade dependence',
}

const eventNames: Readonly<Record<string, string>> = {
  'standing-up': 'move to a higher class of standing',
  'standing-down': 'move to a lower class of standing',
  'armed-conflict': 'armed conflict between the two',
  'sanctions-onset': 'new sanctions (sender, target)',
  'bloc-joining': 'joining a bloc',
  'bloc-leaving': 'leaving a common bloc',
}
