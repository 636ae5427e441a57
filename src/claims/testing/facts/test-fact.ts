import { type Fact, type FactRow, facts, factsOf } from '../../../memory/index.ts'
import type { Evidence } from '../../../store/index.ts'
import type { ClaimTestContext, Tester } from '../../claim-test-context.ts'
import type { FactSaid } from '../../said/fact-said.ts'
import { daysOf } from '../../text/calendar.ts'
import { lastDayOfText } from '../../text/days-of-text.ts'
import type { Finding } from '../../verdict.ts'
import {
  capitalised,
  combinedVerdict,
  finding,
  findingEvidence,
  joinedNames,
  nearestTrueStatement,
  stateName,
} from '../judging/findings.ts'
import { type AskedFact, coversAll, fitOf, isNameOf, isOfMeaning } from './fact-row-fit.ts'
import { factRowsOfLand } from './land-claims.ts'

/** The facts of a pair that words can mean, and the party that is said to act; undefined where none is. */
interface PairAsked {
  readonly rows: readonly FactRow[]
  readonly by: string
  readonly on: string | undefined
}

/** Kinds whose end is a deed of the party that the row names, so that another party cannot have done it. */
const endedByActor: ReadonlySet<string> = new Set(['non-recognition', 'territorial-claim'])

/** The tables begin here: what began earlier has this day. */
const firstDay = '1946-01-01'

/** A misdated claim means the only fact of its kind within so many years of it. */
const yearsOfOneFact = 10
/** Beyond so many years another fact may be meant, which the table lacks. */
const yearsAstray = 3

/**
 * Tests a claim on a fact that stands between two parties from a day to a day against the memory's facts, of whichever kind. Supported: a row has every party
 * that is named, the kind and form, the one that acted, and the day as precisely as it is told. Contradicted: the row of this very fact tells another year or
 * another actor, or is in force at a time at which it is denied. Where no row is found, nothing follows: the tables are our own.
 */
export const testFact: Tester = async (claim, bench) => {
  const said = claim.said?.fact
  if (said === undefined || said.by.length === 0) return undefined
  const isDated = claim.said?.doubts?.deed?.carriedPeriod !== true && said.isLoose !== true
  const asked: AskedFact = { said, period: claim.period, isDated, day: lastDayOfText(bench) }
  const pairs = await pairsOf(said, asked, bench)
  const found = pairs.map((pair) => findingOfPair(pair, asked, bench))
  if (found.length === 1) return found[0]
  const verdict = combinedVerdict(found.map((one) => one.verdict))
  return finding(verdict, found.map(({ why }) => why).join(' '), {
    evidence: found.flatMap(({ evidence }) => evidence),
    wouldBeTrue:
      verdict === 'supported' || verdict === 'unverifiable'
        ? null
        : (found.find(({ wouldBeTrue }) => wouldBeTrue !== null)?.wouldBeTrue ?? null),
  })
}

/** The same, where it decides: other tables may have what the memory lacks. */
export const testDecidedFact: Tester = async (claim, bench) => {
  const found = await testFact(claim, bench)
  return found?.verdict === 'unverifiable' ? undefined : found
}

async function pairsOf(said: FactSaid, asked: AskedFact, bench: ClaimTestContext): Promise<readonly PairAsked[]> {
  const kept = (rows: readonly FactRow[]): readonly FactRow[] =>
    rows.filter(
      (row) => said.meanings.some((meaning) => isOfMeaning(row, meaning)) && (said.name === undefined || isNameOf(said.name, row)),
    )
  if (said.on.length === 0)
    return Promise.all(said.by.map(async (by) => ({ rows: kept(await factRowsOfLand(bench.snapshot, by, asked.day)), by, on: undefined })))
  return Promise.all(
    said.by.flatMap((by) => said.on.map(async (on) => ({ rows: kept(await factsOf(bench.snapshot, by, on, asked.day)), by, on }))),
  )
}

function findingOfPair(pair: PairAsked, asked: AskedFact, bench: ClaimTestContext): Finding {
  const { said } = asked
  if (pair.rows.length === 0) return none(pair, said)
  const answers = pair.rows.flatMap((row) =>
    said.meanings
      .filter((meaning) => isOfMeaning(row, meaning))
      .map((meaning) => ({ row, fit: fitOf(row, meaning, asked), isDoer: isDoer(row, pair, said, meaning.act), act: meaning.act })),
  )
  if (said.isDenied === true) return denied(pair, answers, asked, bench)
  const right = answers.find(({ fit, isDoer }) => fit === 'fits' && isDoer === 'yes')
  if (right !== undefined) return finding('supported', tell(right.row), { evidence: [evidence(bench, right.row)] })
  const turned = answers.find(({ fit, isDoer }) => fit === 'fits' && isDoer === 'no')
  if (turned !== undefined && asked.period !== null && said.when !== undefined && asked.isDated) return refuted(turned.row, 'actor', bench)
  const partial = answers.find(({ fit, isDoer }) => fit === 'ends differ' && isDoer === 'yes')
  if (partial !== undefined)
    return finding('partly', `${tell(partial.row)} The claim has another first or last day.`, {
      evidence: [evidence(bench, partial.row)],
      wouldBeTrue: nearestTrueStatement('date', tell(partial.row), [evidence(bench, partial.row)], partial.row.start_told),
    })
  const astray = answers.find(
    ({ row, fit, isDoer, act }) => fit === 'other time' && isDoer === 'yes' && act !== 'held' && isMisdated(row, act, pair, asked),
  )
  return astray === undefined ? open(pair.rows, bench) : refuted(astray.row, 'date', bench)
}

interface Answer {
  readonly row: FactRow
  readonly fit: string
}

function denied(pair: PairAsked, answers: readonly Answer[], asked: AskedFact, bench: ClaimTestContext): Finding {
  const against = asked.said.isEver === true ? answers[0] : answers.find(({ row }) => coversAll(row, asked))
  return against === undefined ? open(pair.rows, bench) : refuted(against.row, 'value', bench)
}

/** Whether the party that is said to act is the one that the row names: `open` where the row names none. */
function isDoer({ kind, actor }: FactRow, { by, on }: PairAsked, { isDirected }: FactSaid, act: string): 'yes' | 'no' | 'open' {
  if (isDirected !== true || (act === 'ended' && !endedByActor.has(kind))) return 'yes'
  if (actor === by || actor === 'both') return 'yes'
  return actor === null ? 'open' : actor === on ? 'no' : 'open'
}

/** Whether a row of another year is the fact that is meant: the only one of its kind within ten years of the claim, and the claim at most three years off, by whole years. */
function isMisdated(row: FactRow, act: 'began' | 'ended' | 'held', { rows }: PairAsked, { said, period, isDated }: AskedFact): boolean {
  if (period === null || said.when !== 'within' || said.isSigned === true || !isDated || row.start_told === firstDay) return false
  const { from, to } = daysOf(period)
  const yearOf = (one: FactRow): number | undefined => {
    const told = act === 'ended' ? one.end_told : one.start_told
    return told === null ? undefined : Number(told.slice(0, 4))
  }
  const [year, first, last] = [yearOf(row)!, Number(from.slice(0, 4)), Number(to.slice(0, 4))]
  const off = year < first ? first - year : year > last ? year - last : 0
  const others = rows.filter((one) => one !== row && Math.abs((yearOf(one) ?? Number.NEGATIVE_INFINITY) - first) <= yearsOfOneFact)
  return off > 0 && off <= yearsAstray && last - first <= 1 && others.length === 0
}

const byKind: ReadonlyMap<string, Fact> = new Map(facts.map((fact) => [fact.kind, fact]))

/** Says what a row has: `Saudi Arabia had broken off diplomatic relations with Qatar, 2017-06-05 to 2021-01-04 (Al-Ula declaration).` */
function tell(row: FactRow): string {
  const { a, b, actor, form, name, start_told, end_told, ended_by } = row
  const acted = actor === null || actor === 'both' ? null : actor
  const sentence = byKind.get(row.kind)!.words.sentence({
    ...{ a: stateName(a), b: stateName(b), form, name },
    actor: acted === null ? null : stateName(acted),
    other: acted === null ? null : stateName(acted === a ? b : a),
  })
  const span = end_told === null ? `since ${start_told}` : start_told === end_told ? start_told : `${start_told} to ${end_told}`
  return `${capitalised(sentence)}, ${span}${ended_by === null ? '' : ` (${ended_by})`}.`
}

function evidence(bench: ClaimTestContext, row: FactRow): Evidence {
  return findingEvidence(
    bench,
    row.source,
    `facts where pair = '${row.a} ${row.b}' and kind = '${row.kind}' and start_told = '${row.start_told}'`,
    1,
  )
}

function refuted(row: FactRow, changed: 'actor' | 'date' | 'value', bench: ClaimTestContext): Finding {
  const own = [evidence(bench, row)]
  return finding('contradicted', tell(row), { evidence: own, wouldBeTrue: nearestTrueStatement(changed, tell(row), own, row.start_told) })
}

function open(rows: readonly FactRow[], bench: ClaimTestContext): Finding {
  const some = rows.slice(-3)
  return finding('unverifiable', `${some.map(tell).join(' ')} Another one may be meant: the table is our own and not complete.`, {
    evidence: some.map((row) => evidence(bench, row)),
  })
}

function none({ by, on }: PairAsked, { meanings }: FactSaid): Finding {
  const title = byKind.get(meanings[0]!.kind)?.title ?? meanings[0]!.kind
  const who = joinedNames([by, ...(on === undefined ? [] : [on])].map(stateName))
  return finding('unverifiable', `None found (${title}, ${who}): the table is our own and not complete.`, {
    wouldSettle: 'A text of either foreign ministry.',
  })
}
