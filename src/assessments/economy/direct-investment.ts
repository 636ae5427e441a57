import { rankAmongSorted } from '../../measures/index.ts'
import type { State } from '../../states/index.ts'
import type { Estimate, Known } from '../../store/index.ts'
import type { DomainInputs } from '../forms/assessment.ts'
import { isPastYear } from '../forms/past-years.ts'
import { formatFigure, formatPercentile, formatShare, inSentence } from '../forms/wording.ts'
import type { TableFindings } from '../record/ledger-domain.ts'
import { loadedRows } from '../record/rows-in-memory.ts'
import type { ObservationRow } from '../rows/observation-row.ts'
import { cachedBySnapshot } from '../rows/snapshot-cache.ts'

const indicator = 'direct-investment-stock'
const source = 'imf-direct-investment'
/** A percentile is not meaningful with fewer pairs than this. */
const fewest = 10

interface Way {
  readonly investor: State
  readonly host: State
  readonly id: 'a-to-b' | 'b-to-a'
}

/** What firms of one side own in the other at the end of a year, by the host's report, the investor's, or both. */
interface Position {
  readonly way: Way
  readonly level: Known
  readonly beside: readonly Known[]
}

/** Returns the stocks of direct investment of each side in the other from the IMF's table, with both sides' reports where it has both. */
export async function directInvestment(
  bench: DomainInputs,
): Promise<Pick<TableFindings, 'sentences'> & { readonly estimates: readonly Known[]; readonly ways: ReadonlySet<string> }> {
  const { a, b } = bench.dyad
  const ways: readonly Way[] = [
    { investor: a, host: b, id: 'a-to-b' },
    { investor: b, host: a, id: 'b-to-a' },
  ]
  const found = (await Promise.all(ways.map((way) => positionOf(bench, way)))).flat()
  return {
    estimates: found.flatMap(({ level, beside }) => [level, ...beside]),
    sentences: [...found].sort((x, y) => lateness(bench, x) - lateness(bench, y) || y.level.value - x.level.value).map(sentenceOf),
    ways: new Set(found.map(({ way }) => way.id)),
  }
}

/** A stock of a year long past comes after one of the present, however large. */
function lateness({ dyad: { to } }: DomainInputs, { level }: Position): number {
  return Number(isPastYear(Number(level.period.slice(0, 4)), to))
}

async function positionOf(bench: DomainInputs, way: Way): Promise<Position[]> {
  const held = await loadedRows(bench)
  const rows = held
    .between(way.investor.iso3, way.host.iso3)
    .filter((row) => row.indicator === indicator && row.source === source && row.from === way.investor.iso3)
  const day = rows.at(-1)?.end
  if (day === undefined) return []
  const level = levelOf(way, rows, day)
  const beside = [
    ...(await rankOf(bench, level)),
    ...changeOf(way, rows, level),
    ...shareOf(way, 'host', level, held.of(way.host.iso3), rows),
    ...shareOf(way, 'investor', level, held.of(way.investor.iso3), rows),
  ]
  return [{ way, level, beside }]
}

/** Chooses the host's report, since a host registers foreign owners; the investor's where it has none. The interval spans both. */
function preferred(rows: readonly ObservationRow[], { host }: Way): ObservationRow {
  return rows.find(({ reporter }) => reporter === host.iso3) ?? rows[0]!
}

function levelOf(way: Way, rows: readonly ObservationRow[], day: string): Known {
  const reports = rows.filter(({ end }) => end === day)
  const chosen = preferred(reports, way)
  const values = reports.map(({ value }) => value)
  return {
    state: 'observed',
    id: `direct-investment-${way.id}`,
    label: `direct investment of ${inSentence(way.investor.name)} in ${inSentence(way.host.name)}`,
    unit: chosen.unit,
    period: day,
    value: chosen.value,
    interval: reports.length === 1 ? 'exact' : { low: Math.min(...values), high: Math.max(...values), kind: 'reports' },
    ...(reports.length === 1 ? { certainty: 'one report' as const } : {}),
    method: `${source}, as ${chosen.reporter} reports it${reports.length === 1 ? ', the only report of that day' : `; the interval spans both reports (${reports.map(({ reporter, value, unit }) => `${reporter} ${formatFigure(value, unit)}`).join(', ')})`}; net of what the firms owe each other in return`,
    evidence: [evidenceOf(way, chosen, day, reports.length)],
  }
}

function evidenceOf({ investor, host }: Way, row: ObservationRow, day: string, count: number): Known['evidence'][number] {
  return {
    source,
    vintage: row.vintage,
    rows: `observations where source = '${source}' and indicator = '${indicator}' and from_id = '${investor.iso3}' and to_id = '${host.iso3}' and end_date = '${day}'`,
    count,
  }
}

/** Returns the change in ten years by the reporter of the level, where it reported then too. */
function changeOf(way: Way, rows: readonly ObservationRow[], level: Known): Known[] {
  const past = `${Number(level.period.slice(0, 4)) - 10}${level.period.slice(4)}`
  const late = preferred(
    rows.filter(({ end }) => end === level.period),
    way,
  )
  const before = rows.filter(({ end }) => end === past)
  const early = before.find(({ reporter }) => reporter === late.reporter)
  if (early === undefined || (early.value === 0 && late.value === 0)) return []
  const { interval: _, ...rest } = level
  return [
    {
      ...rest,
      id: `${level.id}.change`,
      label: 'change in ten years',
      period: `${past} to ${level.period}`,
      value: late.value - early.value,
      interval: 'exact',
      certainty: 'one report',
      method: `less ${formatFigure(early.value, early.unit)} of ${past}, as ${late.reporter} reports both, at current prices`,
      evidence: [...level.evidence, evidenceOf(way, early, past, before.length)],
    },
  ]
}

/** Returns the level as a share of all direct investment in the host, or of the investor abroad, both by that side's own report. */
function shareOf(
  way: Way,
  side: 'host' | 'investor',
  level: Known,
  wholes: readonly ObservationRow[],
  rows: readonly ObservationRow[],
): Known[] {
  const state = way[side]
  const isWhole = ({ from, to }: ObservationRow): boolean =>
    side === 'host' ? from === 'WLD' && to === state.iso3 : from === state.iso3 && to === 'WLD'
  const own = rows.find(({ end, reporter }) => end === level.period && reporter === state.iso3)
  const whole = wholes.find(
    (row) =>
      row.indicator === indicator && row.source === source && row.end === level.period && row.reporter === state.iso3 && isWhole(row),
  )
  if (own === undefined || whole === undefined || whole.value <= 0 || own.value <= 0) return []
  const { interval: _, ...rest } = level
  const ends =
    side === 'host'
      ? `from_id in ('${way.investor.iso3}', 'WLD') and to_id = '${state.iso3}'`
      : `from_id = '${state.iso3}' and to_id in ('${way.host.iso3}', 'WLD')`
  return [
    {
      ...rest,
      id: `direct-investment-share-${side}-${way.id}`,
      label:
        side === 'host'
          ? `share of all direct investment in ${inSentence(state.name)}`
          : `share of all direct investment of ${inSentence(state.name)} abroad`,
      unit: 'share',
      value: own.value / whole.value,
      interval: 'exact',
      certainty: 'one report',
      method: `${formatFigure(own.value, own.unit)} of ${formatFigure(whole.value, whole.unit)}, both as ${state.iso3} reports them (${source})`,
      evidence: [
        {
          source,
          vintage: own.vintage,
          rows: `observations where source = '${source}' and indicator = '${indicator}' and reporter = '${state.iso3}' and ${ends} and end_date = '${level.period}'`,
          count: 2,
        },
      ],
    },
  ]
}

/** Returns the percentile among all directed pairs of that day, each by its host's report where there is one. */
async function rankOf(bench: DomainInputs, level: Known): Promise<Known[]> {
  const peers = await positionsOn(bench.snapshot, level.period)
  if (level.value <= 0 || peers.length < fewest) return []
  const { interval: _, ...rest } = level
  return [
    {
      ...rest,
      id: `${level.id}.percentile`,
      label: `percentile among the ${peers.length} pairs that ${source} has`,
      unit: 'percentile',
      value: rankAmongSorted(peers, level.value),
      interval: 'exact',
      method: `mid-rank among the ${peers.length} pairs, from one state to another, for which ${source} has more than nothing on ${level.period}; of two reports that of the host counts`,
      evidence: [
        {
          source,
          vintage: level.evidence[0]!.vintage,
          rows: `observations where source = '${source}' and indicator = '${indicator}' and end_date = '${level.period}' and from_id <> 'WLD' and to_id <> 'WLD' qualify row_number() over (partition by from_id, to_id order by reporter = to_id desc) = 1 and value > 0`,
          count: peers.length,
        },
      ],
    },
  ]
}

const positionsOn = cachedBySnapshot(async (snapshot, day: string) => {
  const found = await snapshot.columns(
    `SELECT value FROM (SELECT value FROM observations WHERE source = '${source}' AND indicator = '${indicator}' AND end_date = $day AND from_id <> 'WLD' AND to_id <> 'WLD'
       QUALIFY row_number() OVER (PARTITION BY from_id, to_id ORDER BY reporter = to_id DESC) = 1) WHERE value > 0 ORDER BY value`,
    { day },
  )
  return Float64Array.from((found['value'] ?? []) as number[])
})

function sentenceOf({ way: { investor, host, id }, level, beside }: Position): string {
  const [one, other, year] = [inSentence(investor.name), inSentence(host.name), level.period.slice(0, 4)]
  if (level.value === 0 && (level.interval === 'exact' || level.interval.high === 0))
    return `Direct investment of ${one} in ${other}: none is reported (IMF, ${year}).`
  const known = (what: string): Known | undefined =>
    beside.find((estimate: Estimate): estimate is Known => estimate.id === what && 'value' in estimate)
  const [rank, share] = [known(`${level.id}.percentile`), known(`direct-investment-share-host-${id}`)]
  const spread =
    level.interval === 'exact'
      ? ''
      : ` (reports from ${formatFigure(level.interval.low, level.unit)} to ${formatFigure(level.interval.high, level.unit)})`
  const part = share === undefined || share.value < 0.001 ? '' : `, ${formatShare(share.value)} of all in ${other}`
  const place = rank === undefined ? '' : `, above ${formatPercentile(rank.value)} % of the pairs that have any`
  const below = level.value < 0 ? ': below zero, since loans repaid and losses can exceed the capital put in' : ''
  return `At the end of ${year} direct investment of ${one} in ${other} stood at ${formatFigure(level.value, level.unit)}${spread}${part}${place}${below}.`
}
