import type { Answers } from '../../../src/server/answer-types.ts'

type IssuedRow = Answers['outlook issued']['entries'][number]
type Named = 'issued' | 'id' | 'a' | 'b' | 'target' | 'horizon' | 'resolvesOn' | 'unit'
type Forecast = 'median' | 'low80' | 'high80' | 'low95' | 'high95' | 'probability'
type Outcome = 'status' | 'outcome' | 'score'

/** A forecast that was issued and frozen, and how it came out. A forecast that the reader kept may have no baseline. */
export type IssuedForecast = Pick<IssuedRow, Named | Forecast | Outcome> & { readonly baseline: number | null }

/** Frozen forecasts by year, with the hashes of their files, and each of them. */
export interface IssuedForecasts {
  readonly years: Answers['outlook issued']['years']
  readonly entries: readonly IssuedForecast[]
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
        ...{ resolvesOn: target.resolution.day, median: target.median, probability: target.probability, baseline: target.baseline },
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
