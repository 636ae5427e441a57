import { nameOn, stateOf } from '../../states/index.ts'
import { inSentence, joinedWords } from '../forms/wording.ts'
import { grouped } from '../rows/grouped.ts'
import type { ConflictYear } from './conflict-years.ts'

/** The pair as it is named on the page, and its conflicts by year. */
export interface PairConflicts {
  readonly a: { readonly iso3: string; readonly name: string }
  readonly b: { readonly iso3: string; readonly name: string }
  readonly rows: readonly ConflictYear[]
  /** The years of which the record has every conflict, by the day of the assessment, in which both were states. */
  readonly covered: readonly number[]
  /** The last year of which the record has every conflict, whatever the day. */
  readonly complete: number
}

/** A list of more stretches of years than this is given as a number of years. */
const mostStretches = 4

/**
 * Says when the two were on opposing sides of an armed conflict, in one to three sentences; empty where they never were.
 *
 * @param afterFighting   whether a sentence on their last fighting stands before these, so that only the counts follow
 */
export function conflictLead(pair: PairConflicts, afterFighting: boolean): string[] {
  const parties = pair.rows.filter(({ role_a, role_b }) => role_a === 1 && role_b === 1)
  const own = new Set(parties.map(({ year }) => year))
  const others = pair.rows.filter((row) => !parties.includes(row) && !own.has(row.year))
  const supported = [...grouped(others, (row) => supportWords(pair, row)).entries()]
  const between = parties.length === 0 ? [] : afterFighting ? [countSentence(parties)] : partySentences(pair, parties)
  return [...between, ...supported.slice(-2).map(([words, rows]) => supportSentence(pair, words, rows))]
}

function countSentence(rows: readonly ConflictYear[]): string {
  const when = whenWords(yearsOf(rows))
  return `${when[0]!.toUpperCase()}${when.slice(1)} UCDP counts ${intensityWords(rows)}.`
}

/** Says that the record has no armed conflict of the two. */
export function noConflict({ covered }: Pick<PairConflicts, 'covered'>): string {
  return `No armed conflict between the two with 25 or more battle-related deaths in a year is recorded, ${spanWords(covered)} (UCDP).`
}

function partySentences(pair: PairConflicts, rows: readonly ConflictYear[]): string[] {
  const both = `${inSentence(pair.a.name)} and ${inSentence(pair.b.name)}`
  const years = yearsOf(rows)
  if (!isCurrent(pair, rows))
    return [`${both} fought each other ${whenWords(years)} (${intensityWords(rows)}, UCDP)${sinceWords(pair, years.at(-1)!)}.`]
  const recent = rows.filter(({ year }) => year >= sameIntensitySince(rows))
  const before = rows.filter(({ year }) => year < sameIntensitySince(rows))
  const state = deathsIn(rows, years.at(-1)!) === 2 ? 'at war' : 'in armed conflict'
  return [
    `${both} were ${state} ${whenWords(yearsOf(recent))}${lastWords(pair, recent)} (${intensityWords(recent)}, UCDP).`,
    ...(before.length === 0 ? [] : [`Before that they fought each other ${whenWords(yearsOf(before))} (${intensityWords(before)}).`]),
  ]
}

/** Returns the first year of the last stretch of years that all were, or all were not, years of war. */
function sameIntensitySince(rows: readonly ConflictYear[]): number {
  const last = yearsOf(rows).at(-1)!
  let first = last
  while (rows.some(({ year }) => year === first - 1) && deathsIn(rows, first - 1) === deathsIn(rows, last)) first--
  return first
}

function supportSentence(pair: PairConflicts, words: string, rows: readonly ConflictYear[]): string {
  return `${words} ${whenWords(yearsOf(rows))}${isCurrent(pair, rows) ? lastWords(pair, rows) : ''} (${intensityWords(rows)}, UCDP).`
}

/** Words for the part of the one that supported a party, or of the two where both only supported others. */
function supportWords({ a, b }: PairConflicts, row: ConflictYear): string {
  const nameOf = (iso3: string): string => {
    const own = [a, b].find((state) => state.iso3 === iso3)
    return inSentence(own?.name ?? nameOn(stateOf(iso3)!, `${row.year}-12-31`))
  }
  const sideOf = (codes: string): string => joinedWords(codes.split(' ').map(nameOf))
  if (row.role_a === 2 && row.role_b === 2)
    return `${nameOf(a.iso3)} and ${nameOf(b.iso3)} took part in the armed conflict between ${sideOf(row.side_a)} and ${sideOf(row.side_b!)}, on opposing sides,`
  const [helper, party] = row.role_a === 2 ? [row.state_a, row.state_b] : [row.state_b, row.state_a]
  const begins = `${nameOf(helper)} took part in an armed conflict against`
  if (row.kind === 'internal' && party === 'YEM' && row.year >= sanaaSince)
    return `${begins} the authorities in Sanaa (Ansarallah), whom UCDP counts as the government of Yemen, in support of their armed opponents,`
  if (row.kind === 'internal') return `${begins} the government of ${nameOf(party)}, in support of its armed opponents,`
  return `${begins} ${nameOf(party)}, in support of ${sideOf(row.side_a.split(' ').includes(party) ? row.side_b! : row.side_a)},`
}

/** From this year on UCDP takes the authorities in Sanaa for the government of Yemen; most states recognise their opponents. */
export const sanaaSince = 2015

/** Whether the conflict went on when the record of the pair ends. */
function isCurrent({ rows: all, covered }: PairConflicts, rows: readonly ConflictYear[]): boolean {
  const last = yearsOf(rows).at(-1)!
  return (
    last >= Math.max(covered.at(-1) ?? 0, ...yearsOf(all)) &&
    rows.some(({ year, episode_ended }) => year === last && episode_ended === null)
  )
}

function lastWords({ complete }: PairConflicts, rows: readonly ConflictYear[]): string {
  return yearsOf(rows).at(-1)! >= complete ? ', the last year on record' : ''
}

function sinceWords({ covered }: PairConflicts, last: number): string {
  const since = covered.filter((year) => year > last)
  return since.length === 0
    ? ''
    : `; no armed conflict between them with 25 or more a year is recorded ${since.length === 1 ? 'in' : 'from'} ${spanWords(since)}`
}

function deathsIn(rows: readonly ConflictYear[], year: number): 1 | 2 {
  return rows.some((row) => row.year === year && row.intensity === 2) ? 2 : 1
}

function deathWords(intensity: 1 | 2): string {
  return intensity === 2 ? '1,000 or more battle-related deaths' : '25 to 999 battle-related deaths'
}

/** Writes the battle-related deaths of some years of conflict. */
export function intensityWords(rows: readonly ConflictYear[]): string {
  const years = yearsOf(rows)
  const wars = years.filter((year) => deathsIn(rows, year) === 2)
  const each = years.length === 1 ? '' : ' a year'
  if (wars.length === 0) return `${deathWords(1)}${each}`
  if (wars.length === years.length) return `${deathWords(2)}${each}`
  return `25 or more battle-related deaths a year, 1,000 or more ${whenWords(wars)}`
}

/**
 * Writes years: `in 2008`, `from 2014 to 2021`, `in 1998–2000 and 2016`; many stretches as their number.
 *
 * @example whenWords([1998, 1999, 2000, 2016])   // "in 1998–2000 and 2016"
 */
export function whenWords(years: readonly number[]): string {
  const stretches = stretchesOf(years)
  if (stretches.length > mostStretches) return `in ${years.length} years between ${years[0]} and ${years.at(-1)}`
  const [[first, last]] = stretches as [[number, number]]
  if (stretches.length === 1 && last > first + 1) return `from ${first} to ${last}`
  return `in ${joinedWords(stretches.flatMap(([from, to]) => (to === from ? [`${from}`] : to === from + 1 && stretches.length === 1 ? [`${from}`, `${to}`] : [`${from}–${to}`])))}`
}

/** Groups years into stretches without a gap, each by its first and last year. */
export function stretchesOf(years: readonly number[]): [number, number][] {
  const found: [number, number][] = []
  for (const year of years) {
    const last = found.at(-1)
    if (last !== undefined && last[1] === year - 1) last[1] = year
    else found.push([year, year])
  }
  return found
}

function spanWords(years: readonly number[]): string {
  const [first, last] = [years[0], years.at(-1)]
  return first === last ? `${first}` : `${first} to ${last}`
}

/** Returns the years of some rows in order, each once. */
export function yearsOf(rows: readonly Pick<ConflictYear, 'year'>[]): number[] {
  return [...new Set(rows.map(({ year }) => year))].sort((x, y) => x - y)
}
