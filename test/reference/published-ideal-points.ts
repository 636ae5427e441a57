import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { type IdealPointSample, makeSample } from '../../src/measures/ideal-points/ideal-point-sample.ts'

const folder = fileURLToPath(new URL('../../../shared/reference/', import.meta.url))

/**
 * Whether the estimation sample and the published estimates are next to the checkout. On the build machine they must
 * be.
 */
export const havePublishedPoints: boolean = existsSync(folder) || process.env['CI'] === 'true'

/** The COW codes of the United States and Russia. */
export const cowPoles = { high: '2', low: '365' } as const

/** The votes behind Bailey, Strezhnev and Voeten's April 2020 estimates from all votes: 797,473 on 4,784 items. */
export function publishedSample(): IdealPointSample {
  const states = readFileSync(`${folder}idealpoints-engine/bsv_ccodes.txt`, 'utf8').trim().split(/\s+/)
  const rows = gunzipSync(readFileSync(`${folder}idealpoints-engine/bsv_rollcalls.csv.gz`))
    .toString('utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
  const ballots = rows.map((row) => {
    const [, item, session, votes] = row.replaceAll('"', '').split(',')
    return { item: item!, session: Number(session), votes: votes! }
  })
  return makeSample(states, ballots)
}

/**
 * The published mean of each cell of the sample, and a third of the width of its 90 % interval as standard deviation;
 * April 2020, all votes.
 */
export function publishedPoints(sample: IdealPointSample): { readonly mean: number[]; readonly sd: number[] } {
  const [header, ...rows] = readFileSync(`${folder}idealpoints/IdealpointestimatesAll_Apr2020.csv`, 'utf8')
    .replaceAll('"', '')
    .trimEnd()
    .split('\n')
  const names = header!.split(',')
  const [state, session, mean, q5, q95] = ['ccode', 'session', 'IdealPoint', 'Q5%', 'Q95%'].map((name) => names.indexOf(name)) as [
    number,
    number,
    number,
    number,
    number,
  ]
  const found = new Map(rows.map((row) => row.split(',')).map((cells) => [`${cells[state]} ${cells[session]}`, cells]))
  const own = Array.from(sample.cellState, (s, cell) => found.get(`${sample.states[s]} ${sample.cellSession[cell]}`)!)
  return {
    mean: own.map((cells) => Number(cells[mean])),
    sd: own.map((cells) => (Number(cells[q95]) - Number(cells[q5])) / (2 * 1.6448536)),
  }
}

export function correlation(a: readonly number[], b: readonly number[]): number {
  const mean = (list: readonly number[]): number => list.reduce((sum, x) => sum + x, 0) / list.length
  const [ma, mb] = [mean(a), mean(b)]
  const across = (f: readonly number[], mf: number, g: readonly number[], mg: number): number =>
    f.reduce((sum, x, i) => sum + (x - mf) * (g[i]! - mg), 0)
  return across(a, ma, b, mb) / Math.sqrt(across(a, ma, a, ma) * across(b, mb, b, mb))
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!
}

/** How closely estimates of the cells of a sample match published ones. */
export interface Likeness {
  readonly overall: number
  /** From session 12 on; before, levels depend on the prior alone. */
  readonly late: number
  /** Median over sessions of the within-session correlation. */
  readonly within: number
  readonly sdRatio: number
  readonly sdCorrelation: number
}

export function likeness(sample: IdealPointSample, mean: readonly number[], sd: readonly number[]): Likeness {
  const published = publishedPoints(sample)
  const cells = [...sample.cellSession.keys()]
  const over = (own: readonly number[]): number =>
    correlation(
      own.map((cell) => mean[cell]!),
      own.map((cell) => published.mean[cell]!),
    )
  const sessions = [...new Set(sample.cellSession)]
  return {
    overall: over(cells),
    late: over(cells.filter((cell) => sample.cellSession[cell]! >= 12)),
    within: median(sessions.map((session) => over(cells.filter((cell) => sample.cellSession[cell] === session)))),
    sdRatio: median(cells.map((cell) => sd[cell]! / published.sd[cell]!)),
    sdCorrelation: correlation(sd, published.sd),
  }
}
