import type { Claim, ClaimPeriod } from '../../claim.ts'
import type { ClaimTestContext } from '../../claim-test-context.ts'
import { verdictLimits } from '../../limits.ts'
import type { VoteMatter } from '../../said/vote-said.ts'
import { daysOf } from '../../text/calendar.ts'
import { lastDayOfText, shiftDay } from '../../text/days-of-text.ts'
import { stemsOfNames } from '../../text/topics/topic-stems.ts'
import { namesPeriod } from '../judging/stated-slots.ts'
import type { RollCallRow, RollCallTable } from '../record/roll-call-rows.ts'
import { voteByTally } from './vote-by-tally.ts'

/** The recorded votes that a claim may refer to. */
export interface ResolutionMatch {
  readonly rows: readonly RollCallRow[]
  /** The votes in `rows`, and others of the period whose titles match at least two fifths as well: if the claim is true of one of these, it is not wrong. */
  readonly near: readonly RollCallRow[]
  /** True if the symbol identifies the vote, or if the words of the text fit one vote far better than any other. */
  readonly sure: boolean
  /** True if title and text share more than the name of a state. */
  readonly told: boolean
  /** True if title and text share at least two words that are not names of states. */
  readonly strong: boolean
  /** True if the sentence itself names the subject; false if only the sentences before it do. */
  readonly own: boolean
}

/** Whether a vote named elsewhere in the sentence may be meant: false if the claim names a different day. */
const isOfDay = ({ period }: Claim, { date }: RollCallRow): boolean =>
  period === null || !('at' in period) || period.at.length < 10 || period.at === date

/**
 * Returns the recorded votes that a claim refers to: those with its symbol, else those of its period whose titles share words with the sentence and those
 * before.
 *
 * @param matter what the text says of the resolution
 * @param many   whether the claim concerns every vote on the subject in its period
 */
export function matchResolutions(
  claim: Claim,
  bench: ClaimTestContext,
  table: RollCallTable,
  matter: VoteMatter,
  many: boolean,
): ResolutionMatch {
  const { symbols = [], isSymbolBeside = false, tallies = [] } = matter
  const named = table.withSymbols(symbols)
  const bySymbol = isSymbolBeside ? named.filter((row) => isOfDay(claim, row)) : named
  if (bySymbol.length > 0) return certain(bySymbol)
  // a claim with a symbol that the record lacks cannot refer to any other vote
  if (symbols.length > 0 && named.length === 0) return none
  const pools = periodsMeant(claim, bench, table, many).map((period) => ({
    rows: wholesIn(table, period),
    ever: daysOf(period).from <= table.from,
  }))
  // on a day with hardly any votes, a single shared word identifies the vote
  const shared = sharingWith(table, wordsAsked(matter, 2, claim.actors, bench.date))
  const day = [...pools[0]!.rows].length > 2 ? [] : shared.map(({ row }) => row).filter((row) => pools[0]!.rows.has(row))
  if (day.length > 0 && day.length <= 2 && namesPeriod(claim) && claim.period !== null && dayKnown(claim.period) > 0)
    return { ...certain(day), sure: day.length === 1 }
  const counted = many ? undefined : voteByTally(tallies, table)
  for (const reach of [0, 2, 6] as const) {
    const asked = wordsAsked(matter, reach, claim.kind === 'count' ? [] : claim.actors, bench.date)
    const found = pools.map(({ rows, ever }) => ({ ever, ...best(table, rows, asked, many, reach) })).filter(({ rows }) => rows.length > 0)
    // the period listed first is preferred, unless a title of another period fits far better
    const [near] = found
    const fitting =
      near === undefined
        ? undefined
        : matchIn(table, found.find(({ score }) => score > verdictLimits.voteSearchBetter * near.score) ?? near, {
            ...{ asked, many, reach, first: !many && matter.first === true },
          })
    if (counted !== undefined && (fitting === undefined || !fitting.strong || fitting.near.includes(counted))) return certain([counted])
    if (fitting !== undefined) return fitting
  }
  return none
}

const certain = (rows: readonly RollCallRow[]): ResolutionMatch => ({ rows, near: rows, sure: true, told: true, strong: true, own: true })
const none: ResolutionMatch = { rows: [], near: [], sure: false, told: false, strong: false, own: false }

const pooled = new WeakMap<RollCallTable, Map<string, ReadonlySet<RollCallRow>>>()

/** The cache is emptied when it has this many periods, since a long-running server meets ever new days. */
const mostPeriods = 200

/** Returns the votes on whole resolutions in a period. Cached, since most claims of a text share a few periods. */
function wholesIn(table: RollCallTable, period: ClaimPeriod): ReadonlySet<RollCallRow> {
  const known = pooled.get(table) ?? new Map<string, ReadonlySet<RollCallRow>>()
  pooled.set(table, known)
  const key = JSON.stringify(period)
  const found = known.get(key)
  if (found !== undefined) return found
  const { from, to } = daysOf(period)
  const slack = dayKnown(period)
  const [first, last] = [shiftDay(from, -slack), shiftDay(to, slack)]
  // in sessions 1 to 57 only the month of a vote is known
  const [firstMonth, lastMonth] = [shiftDay(`${from.slice(0, 7)}-01`, -slack), shiftDay(daysOf({ at: to.slice(0, 7) }).to, slack)]
  const rows = new Set(
    table.rows.filter(
      ({ kind, date }) => kind === 'whole' && (date >= '2003' ? date >= first && date <= last : date >= firstMonth && date <= lastMonth),
    ),
  )
  if (known.size >= mostPeriods) known.clear()
  known.set(key, rows)
  return rows
}

interface Found {
  readonly rows: readonly RollCallRow[]
  readonly near: readonly RollCallRow[]
  readonly score: number
}

interface Asked {
  readonly asked: ReadonlyMap<string, boolean>
  readonly many: boolean
  readonly reach: number
  readonly first: boolean
}

function matchIn(table: RollCallTable, found: Found & { readonly ever: boolean }, { asked, many, reach, first }: Asked): ResolutionMatch {
  const rows = first ? found.rows.slice(0, 1) : found.rows
  const things = rows.map((row) => [...table.words(row)].filter((word) => asked.get(word) === false).length)
  return {
    rows,
    near: found.near,
    sure: many || (rows.length === 1 && !found.ever),
    told: things.every((count) => count > 0),
    strong: things.every((count) => count > 1),
    own: reach === 0,
  }
}

/**
 * Returns the periods to search, in order. If the sentence names a period: that one. Otherwise the year before the text, then the year carried over from the
 * context, then all years. If such a claim is about all votes on a subject (`always`): all years at once.
 */
function periodsMeant(claim: Claim, bench: ClaimTestContext, table: RollCallTable, many: boolean): readonly ClaimPeriod[] {
  const day = lastDayOfText(bench)
  const ever: ClaimPeriod = { from: table.from, to: day }
  const { period } = claim
  const own = namesPeriod(claim)
  if (period === null || (many && !own)) return [ever]
  if (own || ('at' in period && period.at.length > 4)) return [period]
  return [{ from: shiftDay(day, -365), to: day }, period, ever]
}

/** Returns how many days the days of a period may be off: one for a single day, since the date in New York may differ. */
const dayKnown = (period: ClaimPeriod): number => ('at' in period && period.at.length === 10 ? 1 : 0)

type Sharing = ReturnType<RollCallTable['titleMatches']>

const sharings = new WeakMap<RollCallTable, Map<string, Sharing>>()

/** The cache is emptied when it has this many entries; the claims of a text share a few. */
const mostSharings = 500

/** Returns the votes of any period that share words with a text; cached by these words. */
function sharingWith(table: RollCallTable, asked: ReadonlyMap<string, boolean>): Sharing {
  const ofTable = sharings.get(table) ?? new Map<string, Sharing>()
  sharings.set(table, ofTable)
  const key = [...asked.keys()].join(' ')
  const known = ofTable.get(key)
  if (known !== undefined) return known
  if (ofTable.size >= mostSharings) ofTable.clear()
  const made = table.titleMatches(asked.keys())
  ofTable.set(key, made)
  return made
}

/** Returns the votes whose titles share most with the text, if they share enough; in chronological order. */
function best(
  table: RollCallTable,
  rows: ReadonlySet<RollCallRow>,
  asked: ReadonlyMap<string, boolean>,
  many: boolean,
  reach: number,
): Found {
  // the more votes there are, the more of them share words by chance
  const least = Math.log(rows.size) + reach / 2
  const all = sharingWith(table, asked).filter(({ row }) => rows.has(row))
  const scored = all.filter(
    ({ shared, words }) => shared >= Math.max(verdictLimits.voteSearchShared, least) && (words > 1 || rows.size < 200),
  )
  const top = Math.max(...scored.map(({ score }) => score))
  const above = (part: number, among: typeof all): RollCallRow[] => among.filter(({ score }) => score >= part * top).map(({ row }) => row)
  return {
    rows: above(many ? verdictLimits.voteSearchMany : verdictLimits.voteSearchOne, scored),
    near: above(verdictLimits.voteSearchNear, all),
    score: top,
  }
}

/**
 * Returns the words of the text within so many sentences, each with whether it is a state's name. Names of the voters are left out, since they do not identify a
 * subject.
 */
function wordsAsked({ words }: VoteMatter, reach: 0 | 2 | 6, voters: readonly string[], date: string): ReadonlyMap<string, boolean> {
  const within = words.slice(0, reach === 0 ? 1 : reach === 2 ? 2 : 3)
  const own = stemsOfNames(voters, date)
  const states = new Set(within.flatMap(({ names = [] }) => names))
  const all = new Set([...within.flatMap(({ plain = [] }) => plain), ...states])
  return new Map([...all].filter((word) => !own.has(word)).map((word) => [word, states.has(word)]))
}
