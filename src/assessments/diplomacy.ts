import { allDyads, type MeasureName, midRankPercentile, type Similarity } from '../measures/index.ts'
import { unSeat } from '../states/index.ts'
import type { Estimate, Known } from '../store/index.ts'
import type { Bench, DomainAssessment } from './assessment.ts'
import { opposingVotes, votesByYear } from './dyad-votes.ts'
import { fixed, inSentence, percent, percentile, withInterval } from './phrases.ts'
import { loadRollCalls, type RollCalls } from './roll-calls.ts'
import { unknown, unknownDomain } from './unknown.ts'
import { type Drawn, difference, drawnSimilarity } from './vote-draws.ts'

/** The default measure first, then its rivals: they are not interchangeable, so all are shown. */
const shown: readonly (readonly [MeasureName, string, string])[] = [
  ['kappa_quadratic', "Cohen's kappa, quadratic weights (default)", 'index'],
  ['s_absolute', "Signorino and Ritter's S, absolute", 'index'],
  ['s_squared', "Signorino and Ritter's S, squared", 'index'],
  ['scott_pi', "Scott's pi", 'index'],
  ['tau_b', "Kendall's tau-b", 'index'],
  ['benati_capurri_a', "Benati and Capurri's A", 'index'],
  ['agreement', 'same position', 'share'],
  ['partial_split', 'partial split (one abstains)', 'share'],
  ['opposing', 'opposing votes (yes against no)', 'share'],
]

const filler = 'UN General Assembly votes of a time when both were members and voted.'

/** One window of votes seen for the pair: its figures with draws, and all other pairs'. */
interface Window {
  readonly period: string
  readonly rollCalls: RollCalls
  readonly drawn: Drawn
}

/** Similarity of UN General Assembly votes: kappa and its rivals with intervals, percentile among all pairs, ten-year change, opposing votes named. */
export async function assessDiplomacy(bench: Bench): Promise<DomainAssessment> {
  const { a, b, to } = bench.dyad
  const period = await periodOf(bench)
  if (period === undefined) return silent(bench, `the record holds no recorded votes of a full year that ends by ${to}.`)
  const now = await windowOf(bench, period.from, period.to)
  if (now === undefined || now.drawn.point.n === 0)
    return silent(bench, `${inSentence(a.name)} and ${inSentence(b.name)} have no recorded vote in common in ${label(period)}.`)
  const [from, until] = [tenYearsEarlier(period.from), tenYearsEarlier(period.to)]
  const [before, series, opposing] = await Promise.all([
    windowOf(bench, from, until, bench.dyad.seed + 1),
    votesByYear(bench, period.to),
    opposingVotes(bench, period, 8),
  ])
  const estimates = [...levels(now), ...percentiles(now, a.iso3, b.iso3), change(now, before, label({ from, to: until }))]
  return {
    id: 'diplomacy',
    title: 'Diplomacy',
    state: 'observed',
    summary: summary(bench, now, before, estimates),
    estimates: [...estimates, ...series],
    items: opposing,
    notes: [
      'Votes on resolutions and drafts as a whole only: since January 2020 the record has no votes on paragraphs and amendments, and the years must compare.',
      'A roll call on which either has no recorded position says nothing about the pair and is left out; consensus without a vote leaves no trace here.',
    ],
  }
}

function silent(bench: Bench, reason: string): DomainAssessment {
  const { a, b, to } = bench.dyad
  const seat = [a, b].some((state) => unSeat(state, to).iso3 !== state.iso3 && state.iso3 === 'CHN')
  const why = seat ? `${reason} China’s seat was Taipei’s until 25 October 1971: see TWN.` : reason
  return unknownDomain('diplomacy', 'Diplomacy', to, why, filler)
}

interface Period {
  readonly from: string
  readonly to: string
}

/** The window asked for, else the latest calendar year that the record covers whole and that ends by `to`. */
async function periodOf(bench: Bench): Promise<Period | undefined> {
  const { from, to } = bench.dyad
  if (from !== undefined) return { from, to }
  const [row] = await bench.snapshot.rows('SELECT max(date) AS last FROM roll_calls')
  const last = row?.['last']
  if (typeof last !== 'string') return undefined
  const end = to < last ? to : last
  const year = end.endsWith('-12-31') || (to > last && last.slice(5) >= '12-15') ? Number(end.slice(0, 4)) : Number(end.slice(0, 4)) - 1
  return { from: `${year}-01-01`, to: `${year}-12-31` }
}

/** Two windows that are to be compared need different seeds: equal ones would draw the same places in both. */
async function windowOf(bench: Bench, from: string, to: string, seed = bench.dyad.seed): Promise<Window | undefined> {
  const { a, b, draws } = bench.dyad
  const rollCalls = await loadRollCalls(bench.snapshot, { from, to, wholeOnly: true })
  const [i, j] = [rollCalls.voters.indexOf(a.iso3), rollCalls.voters.indexOf(b.iso3)]
  if (i < 0 || j < 0 || rollCalls.votes.rollCalls === 0) return undefined
  return { period: label({ from, to }), rollCalls, drawn: drawnSimilarity(rollCalls.votes, i, j, { draws, seed }) }
}

function levels(now: Window): Known[] {
  return shown.flatMap(([measure, text, unit]) => {
    const value = now.drawn.point[measure]
    if (Number.isNaN(value)) return []
    return [
      {
        state: 'observed' as const,
        id: measure,
        label: text,
        unit,
        period: now.period,
        value,
        interval: now.drawn.interval(measure),
        method: `${now.drawn.point.n} recorded votes in which both had a position; interval by bootstrap over roll calls, ${now.drawn.draws} draws, seed ${now.drawn.seed}`,
        evidence: evidenceOf(now.rollCalls, now.drawn.point.n),
      },
    ]
  })
}

function evidenceOf(rollCalls: RollCalls, count: number): Known['evidence'] {
  const sources = [...new Set(rollCalls.sources)]
  return sources.map((source) => ({
    source,
    vintage: rollCalls.vintages[rollCalls.sources.indexOf(source)] ?? 'unknown',
    rows: `roll_calls where ${rollCalls.where} and source = '${source}'`,
    count: sources.length === 1 ? count : rollCalls.sources.filter((one) => one === source).length,
  }))
}

/** Percentile of the default measure and of agreement among all pairs with votes in common, and where the ends of the interval would stand. */
function percentiles(now: Window, a: string, b: string): Estimate[] {
  const table = allDyads(now.rollCalls.votes)
  const self = [now.rollCalls.voters.indexOf(a), now.rollCalls.voters.indexOf(b)].sort((x, y) => x - y)
  return (['kappa_quadratic', 'agreement'] as const).map((measure) => {
    const subject = { id: `${measure}.percentile`, label: 'percentile among all pairs', unit: 'percentile', period: now.period }
    const value = now.drawn.point[measure]
    if (Number.isNaN(value)) return unknown(subject, 'the measure is undefined for this pair')
    const all = table[measure].filter((one) => !Number.isNaN(one))
    const others = table[measure].filter((one, k) => !Number.isNaN(one) && !(table.a[k] === self[0] && table.b[k] === self[1]))
    const { low, high } = bounds(now.drawn, measure)
    return {
      ...subject,
      state: 'observed' as const,
      value: midRankPercentile(all, value),
      interval: {
        level: 0.9 as const,
        low: midRankPercentile(others, low),
        high: midRankPercentile(others, high),
        kind: 'bootstrap' as const,
      },
      method: `mid-rank among the ${all.length.toLocaleString('en-US')} pairs for which it is defined; the interval's ends are ranked among the other pairs`,
      evidence: evidenceOf(now.rollCalls, now.rollCalls.votes.rollCalls),
    }
  })
}

function bounds(drawn: Drawn, measure: MeasureName): { low: number; high: number } {
  const interval = drawn.interval(measure)
  return interval === 'exact' ? { low: drawn.point[measure], high: drawn.point[measure] } : interval
}

function change(now: Window, before: Window | undefined, period: string): Estimate {
  const subject = { id: 'kappa_quadratic.change', label: `change since ${period}`, unit: 'index', period: `${period}/${now.period}` }
  const past: Similarity | undefined = before?.drawn.point
  if (before === undefined || past === undefined || past.n === 0 || Number.isNaN(past.kappa_quadratic)) {
    return unknown(subject, `no votes in common in ${period}`)
  }
  return {
    ...subject,
    state: 'observed',
    value: now.drawn.point.kappa_quadratic - past.kappa_quadratic,
    interval: difference(now.drawn, before.drawn, 'kappa_quadratic'),
    method: `kappa ${now.period} less kappa ${period} (${fixed(past.kappa_quadratic)}, ${past.n} votes); interval from independent draws of both`,
    evidence: [...evidenceOf(now.rollCalls, now.drawn.point.n), ...evidenceOf(before.rollCalls, past.n)],
  }
}

function summary(bench: Bench, now: Window, before: Window | undefined, estimates: readonly Estimate[]): string {
  const { a, b } = bench.dyad
  const known = (id: string): Known | undefined => estimates.find((one): one is Known => one.id === id && 'value' in one)
  const { n, agreement, opposing } = now.drawn.point
  const first = `In ${now.period} ${inSentence(a.name)} and ${inSentence(b.name)} took the same position in ${percent(agreement)} of the ${n} recorded votes of the UN General Assembly in which both had one, and opposite ones in ${percent(opposing)}.`
  const kappa = known('kappa_quadratic')
  if (kappa === undefined) return `${first} Kappa is undefined: one of them never varied.`
  const rank = known('kappa_quadratic.percentile')
  const place = rank === undefined ? '' : `, above ${percentile(rank.value)} % of all pairs`
  const moved = known('kappa_quadratic.change')
  const past = moved === undefined || before === undefined ? '' : ` ${movement(moved, before.period)}`
  return `${first} Beyond what their habits would give by chance, that is a kappa of ${withInterval(kappa)}${place}.${past}`
}

/** Says that it moved only where the interval leaves zero out. */
function movement(moved: Known, since: string): string {
  const { interval, value } = moved
  if (interval === 'exact' || interval.low > 0 || interval.high < 0)
    return `They stand ${value > 0 ? 'closer' : 'further apart'} than in ${since}: kappa changed by ${withInterval(moved)}.`
  return `Against ${since} these votes cannot tell a change of kappa: ${withInterval(moved)}.`
}

function label(period: Period): string {
  const year = period.from.slice(0, 4)
  if (period.from === `${year}-01-01` && period.to === `${year}-12-31`) return year
  return `${period.from}/${period.to}`
}

function tenYearsEarlier(date: string): string {
  const year = String(Number(date.slice(0, 4)) - 10)
  return date.endsWith('-02-29') ? `${year}-02-28` : `${year}${date.slice(4)}`
}
