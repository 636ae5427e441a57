import type { DomainId } from '../forms/domains.ts'
import { chanceAbove } from '../forms/likelihood.ts'
import type { Break, Run, TurningSeries } from '../forms/turning-points-form.ts'
import {
  confidenceOf,
  estimateOf,
  type Findings,
  figureSpread,
  likelierClause,
  partyNames,
  type QuestionResult,
} from './judgement-parts.ts'

/** Series whose level follows the roll calls of the year: a break of theirs may be one of the agenda. Ideal points of the years share a scale. */
const agendaBound = new Set(['kappa_quadratic', 'agreement'])
const recentYears = 10
/** Largest share of random walks that may resemble levels with breaks as much as the series does. */
const manyWalks = 0.1

interface LastBreak {
  readonly series: TurningSeries
  readonly run: Run
  readonly found: Break & { readonly interval: NonNullable<Break['interval']> }
}

/** Judges, for each domain with a yearly series, whether its latest break falls in the last ten years of the series. */
export function judgeLatestBreaks(findings: Findings): QuestionResult[] {
  const domains = [...new Set(findings.turningPoints.series.map(({ domain }) => domain))]
  return domains.map((domain) => {
    const last = lastBreakOf(findings.turningPoints.series.filter((series) => series.domain === domain))
    return last === undefined || isContradicted(findings, last) ? { gaps: [] } : judged(findings, domain, last)
  })
}

/** Returns the latest break of the first series that has a sound one in its last run. The default measure comes first. */
function lastBreakOf(all: readonly TurningSeries[]): LastBreak | undefined {
  for (const series of all.filter(({ id }) => !agendaBound.has(id))) {
    const run = series.runs.at(-1)
    const found = run?.breaks.at(-1)
    if (run?.state === 'observed' && found !== undefined && found.interval !== null && isSound(run, found))
      return { series, run, found: { ...found, interval: found.interval } }
  }
  return undefined
}

/**
 * Whether the page tells another story of the last ten years: a clear move although the series last broke before them, or none although it broke within them. A
 * series of levels cannot follow a slow drift.
 */
function isContradicted(findings: Findings, { series, run, found }: LastBreak): boolean {
  if (series.id !== 'ideal_point_distance') return false
  const changes = ['ideal_point_distance.change', 'vote-place.change'].flatMap((id) => figureSpread(estimateOf(findings, id)) ?? [])
  const hasMoved = changes.some(({ low, high }) => low > 0 || high < 0)
  return changes.length > 0 && hasMoved !== found.year > run.to - recentYears
}

function judged(findings: Findings, domain: DomainId, { series, run, found }: LastBreak): QuestionResult {
  const first = run.to - recentYears + 1
  const { low, high } = found.interval
  const above = chanceAbove({ value: found.year, low: low - 0.5, high: high + 0.5 }, first - 0.5, { widen: 1, tails: 'normal' })!
  const name = series.label
  const course = `the yearly ${name} of ${partyNames(findings)} (to ${run.to}) last ${series.model === 'mean' ? 'moved to a new level' : 'took a new course'}`
  const { yes, ...said } = likelierClause(above, `${course} in ${first} or later`, `${course} before ${first}`)
  const newer = {
    says: `a break in the yearly ${name} from ${run.to + 1} on`,
    watch: {
      name: `a new break: ${name}`,
      a: findings.a.iso3,
      b: findings.b.iso3,
      type: 'break',
      series: series.id,
      since: run.to + 1,
    } as const,
  }
  const older = {
    says: yes
      ? `a date of that break before ${first} when a year is added`
      : `no break in the yearly ${name} from ${run.to + 1} on when that year is added`,
    watch: null,
  }
  return {
    gaps: [],
    judgement: {
      id: `${domain}-last-break`,
      title: `last break of the yearly ${name}`,
      domains: [domain],
      ...said,
      how: `from the year of the break, ${found.year} (${low} to ${high}), its error taken as normal; given that the series broke`,
      confidence: confidenceOf({
        strengths: [`the series has ${run.to - run.from + 1} years without a gap`],
        doubts: ['that it broke at all hangs on a model', ...(found.byPelt === false ? ['another method finds no break there'] : [])],
      }),
      raises: yes ? newer : older,
      lowers: yes ? older : newer,
      basis: [series.id],
    },
  }
}

/** Whether the break is sound: the stricter criterion finds it too, and few random walks look as broken. Otherwise there may be no break to date. */
function isSound({ drift }: Run, { byLwz }: Break): boolean {
  return byLwz && drift !== null && drift.share <= manyWalks
}
