import { type Figure, type FigureRow, figures, figuresOf, levelOf } from '../../../memory/index.ts'
import { existedIn, stateOf } from '../../../states/index.ts'
import type { Evidence } from '../../../store/index.ts'
import type { Claim } from '../../claim.ts'
import type { ClaimTestContext, Tester } from '../../claim-test-context.ts'
import { verdictLimits } from '../../limits.ts'
import type { CataloguedSaid } from '../../said/catalogued-said.ts'
import { daysOf } from '../../text/calendar.ts'
import { lastDayOfText } from '../../text/days-of-text.ts'
import type { AcceptedValue, Finding, Tolerance } from '../../verdict.ts'
import { capitalised, finding, findingEvidence, nearestTrueStatement, stateName } from '../judging/findings.ts'
import { toleranceOf } from '../judging/tolerance.ts'
import { figureText } from '../questions/question.ts'
import { storedId } from '../record/record-rows.ts'
import { unitFactor } from './units.ts'

/** What stands for a figure in the claimed year: a row of the memory, or the value that the absence of one means. */
interface Held {
  readonly value: number
  readonly row: FigureRow | undefined
  readonly year: number
}

/**
 * Tests a claim on a figure of the memory that it names, of whichever domain, by one comparison: the value of the pair and year in the precision in which it is
 * told, at least, at most or about it. Undefined for a claim that names none.
 */
export const testCatalogued: Tester = async (claim, bench) => {
  const said = claim.said?.catalogued
  const figure = figures.find(({ id }) => id === said?.figure)
  if (said === undefined || figure === undefined) return undefined
  if (claim.value === null || claim.value_from !== null || claim.period_base !== null || !levels.has(claim.kind))
    return finding('unverifiable', `${figure.title} is tested as a level: a quantity, share or count with a value.`)
  const year = yearOf(claim)
  if (year === undefined) return finding('unverifiable', `${figure.title}: the memory has it by calendar year.`)
  const held = await heldIn(said, figure, year, bench)
  if (held === undefined) return missing(said, figure, year, bench)
  const factor = unitFactor(claim.unit, held.row?.unit ?? figure.unit)
  if (factor === undefined)
    return finding('unverifiable', `${wordsOf(said, figure)} is in ${held.row?.unit ?? figure.unit}, not in ${claim.unit}.`)
  return judged(claim, said, figure, held, factor, bench)
}

const levels: ReadonlySet<Claim['kind']> = new Set(['quantity', 'share', 'count'])

/** The calendar year of a claim; null for the present, undefined for another span of time. */
function yearOf({ period }: Claim): number | null | undefined {
  if (period === null) return null
  const { from, to } = daysOf(period)
  return from.slice(0, 4) === to.slice(0, 4) && from.endsWith('-01-01') && to.endsWith('-12-31') ? Number(from.slice(0, 4)) : undefined
}

async function heldIn(said: CataloguedSaid, figure: Figure, year: number | null, bench: ClaimTestContext): Promise<Held | undefined> {
  const [a, b] = [storedId(said.a), storedId(said.b)]
  const rows = (await figuresOf(bench.snapshot, a, b)).series(figure.id, a, b, lastDayOfText(bench))
  const row = year === null ? levelOf(rows) : rows.find((one) => one.year === year)
  if (row !== undefined) return { value: row.value, row, year: row.year }
  const { absent } = figure
  if (absent.means !== 'none' || absent.value === null) return undefined
  const window = absent.within(bench.snapshot.manifest)
  const asked = year ?? window?.to
  if (window === undefined || asked === undefined || asked < window.from || asked > window.to || `${asked}-12-31` > lastDayOfText(bench))
    return undefined
  const exist = [a, b].every((id) => {
    const state = stateOf(id)
    return state !== undefined && existedIn(state, asked)
  })
  return exist ? { value: absent.value, row: undefined, year: asked } : undefined
}

function wordsOf({ a, b }: CataloguedSaid, figure: Figure): string {
  const [first, second] = [stateName(a), stateName(b)]
  const whose = (name: string): string => (name.endsWith('s') ? `${name}’` : `${name}’s`)
  const title = figure.words.title({ a: first, b: second, whoseA: whose(first), whoseB: whose(second) })
  return capitalised(figure.of === 'pair' ? `${first} and ${second}, ${title}` : title)
}

/** A value in words: a share in per cent, a count as it is. */
const shown = (value: number, unit: string): string =>
  unit === 'share'
    ? figureText(100 * value, 'percent')
    : inUnits.has(unit) || unit === 'percentile'
      ? String(Number(value.toPrecision(4)))
      : figureText(value, unit)

async function missing(said: CataloguedSaid, figure: Figure, year: number | null, bench: ClaimTestContext): Promise<Finding> {
  const [a, b] = [storedId(said.a), storedId(said.b)]
  const years = (await figuresOf(bench.snapshot, a, b)).series(figure.id, a, b, lastDayOfText(bench)).map((row) => row.year)
  const has =
    years.length === 0 ? 'The record has none of these two.' : `The record has it for ${Math.min(...years)} to ${Math.max(...years)}.`
  return finding('unverifiable', `${wordsOf(said, figure)}: nothing on record${year === null ? '' : ` for ${year}`}. ${has}`, {
    wouldSettle: `visavis figures ${said.a} ${said.b} shows what there is.`,
  })
}

const inUnits: ReadonlySet<string> = new Set(['count', 'year'])

/** The range of values that agree with a claim, in its own unit. Counts and years are told exactly. */
function rangeOf({ value, unit, said }: Claim, own: string): Tolerance {
  const hedge = said?.hedge
  if (inUnits.has(own) && hedge === undefined) return { low: value! - 0.5, high: value! + 0.5, why: 'a count is told exactly' }
  return toleranceOf({ value: value!, unit: unit ?? (own === 'share' ? 'ratio' : own), hedge })
}

function judged(claim: Claim, said: CataloguedSaid, figure: Figure, held: Held, factor: number, bench: ClaimTestContext): Finding {
  const { row } = held
  const own = row?.unit ?? figure.unit
  const tolerance = rangeOf(claim, own)
  const [value, low, high] = [held.value, row?.low ?? held.value, row?.high ?? held.value].map((one) => one / factor) as [
    number,
    number,
    number,
  ]
  const unit = claim.unit ?? own
  const proof = evidenceOf(said, figure, held, bench)
  const accepted: AcceptedValue = {
    ...{ value, unit, period: String(held.year), by: row?.source ?? 'none', what: wordsOf(said, figure) },
    ...{ estimated: row?.status === 'estimated', evidence: proof },
  }
  const span = low === high ? '' : ` (interval ${shown(low, unit)} to ${shown(high, unit)})`
  const words = `${wordsOf(said, figure)}, ${held.year}: ${row?.certainty === 'at most' ? 'at most ' : ''}${shown(value, unit)}${span}${row === undefined ? ', as the list has none' : ''}.`
  const more = { tolerance, honestValues: [accepted], evidence: [proof] }
  const verdict = verdictOn(claim.value!, { value, low, high }, tolerance, row, figure)
  const wouldBeTrue =
    verdict === 'partly' || verdict === 'contradicted'
      ? { ...nearestTrueStatement('value', words, [proof]), value: Number(value.toPrecision(4)), unit, period: claim.period }
      : null
  return finding(verdict, words, { ...more, wouldBeTrue })
}

interface Interval {
  readonly value: number
  readonly low: number
  readonly high: number
}

/** How far a claim may be beyond the interval for `partly`: a quarter of the nearer end. */
function verdictOn(
  stated: number,
  { value, low, high }: Interval,
  { low: least, high: most }: Tolerance,
  row: FigureRow | undefined,
  figure: Figure,
): Finding['verdict'] {
  if (value >= least && value <= most) return 'supported'
  const touches = high >= least && low <= most
  // each report of a flow is one that a text may quote; the interval of an estimate is no value of its own
  if (touches) return figure.interval === 'reports' ? 'supported' : 'partly'
  if (row?.certainty === 'at most' && most < low) return 'unverifiable'
  if (row?.certainty === 'at least' && least > high) return 'unverifiable'
  const end = stated > high ? high : low
  const off = Math.min(Math.abs(most - end), Math.abs(least - end))
  const isNear = !inUnits.has(row?.unit ?? figure.unit) && off <= verdictLimits.partly * Math.max(Math.abs(end), Math.abs(stated))
  if (isNear) return 'partly'
  // one side's report, or an estimate, may be far from another
  return row?.certainty === 'one report' && figure.unit !== 'share' && off <= Math.abs(end) ? 'unverifiable' : 'contradicted'
}

function evidenceOf({ a, b }: CataloguedSaid, figure: Figure, { row, year }: Held, bench: ClaimTestContext): Evidence {
  const pair = [storedId(a), storedId(b)].sort().join(' ')
  const source = row?.source.split(' ')[0] ?? figure.id
  const whose = figure.of === 'directed' ? ` and a = '${storedId(a)}'` : ''
  return {
    ...findingEvidence(bench, source, `figures where pair = '${pair}' and figure = '${figure.id}'${whose} and year = ${year}`, 1),
    ...(row === undefined ? {} : { vintage: row.vintage }),
  }
}
