import { badInput } from '../../../errors.ts'
import type { Columns } from '../../../store/session.ts'
import { coverageOf, publicDomain, type SourceCard } from '../../cards/source-cards.ts'
import { eachCsvRow, readUtf8 } from '../../formats/utf8-csv.ts'
import { isDay } from '../../rows/calendar-day.ts'
import { issues as issueOrder } from './un-ga-issues.ts'
import { voteKindOf } from './un-ga-kinds.ts'
import { votesTables } from './un-ga-packing.ts'
import { countPositions, type Position, type RollCall, voterNamed } from './un-ga-roll-call.ts'
import { sessionAndSymbol } from './un-ga-symbols.ts'

/** Card of Voeten's roll calls, 1946 to January 2020. Quirks and how they are handled: docs/sources/un-ga-votes.md. */
export const card: SourceCard = {
  id: 'un-votes',
  title: 'United Nations General Assembly Voting Data',
  provider: 'Erik Voeten, Anton Strezhnev and Michael Bailey, in the form of the R package unvotes',
  url: 'https://doi.org/10.7910/DVN/LEJUQZ',
  licence: publicDomain('Public domain dedication at Harvard Dataverse; the package that carries it is MIT. Citation is asked for.'),
  citation:
    'Voeten, Erik, Anton Strezhnev and Michael Bailey. 2009. "United Nations General Assembly Voting Data." Harvard Dataverse, hdl:1902.1/12379; as packaged in David Robinson and Nicholas Goguen-Compagnoni, unvotes 0.3 (2021).',
  vintage: 'unvotes 0.3 (2021-03-08)',
  coverage: [
    ...coverageOf(['un-votes'], 1946, '2020-01-14', 'all UN members that voted'),
    ...coverageOf(['un-votes-important'], '1983-10-01', '2017-12-24', 'roll calls of sessions 38 to 72'),
    ...coverageOf(['un-votes-issues'], 1946, '2020-01-14', 'six issues'),
  ],
  quirks: [
    'A state without a recorded position was absent, did not vote, or was not yet a member: the file does not tell them apart.',
    'In sessions 1 to 57 most dates are right in year and month only: the day runs from 01 to 07 and is not the day of the vote.',
    'Symbols of sessions 1 to 17 (R/1/66) are pages of the Official Records, not resolutions.',
    'The record of paragraph votes, amendments and motions is uneven: full to session 39, none in sessions 40 to 51, 68 to 70, 73 and 74.',
    'Nineteen votes on whole resolutions of sessions 52 to 72 stand twice in the file, the second time added from the meeting records.',
    'Issue tags of session 74 put "co" and "ec" on disarmament resolutions and miss decolonization and development: do not compare them across sessions.',
    'Whether the US State Department listed a vote as important is known for the main rows of sessions 38 to 72 only.',
  ],
}

export interface UnvotesPaths {
  /** Path of `un_roll_calls.csv` or `.csv.gz`; the other two files likewise. */
  readonly rollCalls: string
  readonly votes: string
  readonly issues: string
}

const headers = {
  rollCalls: ['rcid', 'session', 'importantvote', 'date', 'unres', 'amend', 'para', 'short', 'descr'],
  votes: ['rcid', 'country', 'country_code', 'vote'],
  issues: ['rcid', 'short_name', 'issue'],
}

/** Reads Voeten's roll calls as the tables `roll_calls` and `voters`. `issues` is NULL where `readUnvotes` leaves it null. Errors name file and line. */
export async function readVotes(paths: UnvotesPaths): Promise<{ roll_calls: Columns; voters: Columns }> {
  return votesTables(await readUnvotes(paths), card)
}

/**
 * Reads Voeten's roll calls in the order of the file.
 *
 * `important` is null before session 38: the file has 0 there, although no list of important votes existed. `issues` is '' if the file has no tag. Rows added
 * from the meeting records are tagged incompletely: a row without a tag takes the tags of its resolution, or null if these are unknown. Rows of session 74
 * without a tag have null.
 */
export async function readUnvotes(paths: UnvotesPaths): Promise<RollCall[]> {
  const [rollCalls, votes, issues] = await Promise.all([readUtf8(paths.rollCalls), readUtf8(paths.votes), readUtf8(paths.issues)])
  const described = describedVotes(rollCalls, paths.rollCalls)
  readPositions(votes, paths.votes, described)
  const tags = readTags(issues, paths.issues, described)
  return titled(tagged([...described.values()], tags), described)
}

interface Described {
  readonly rcid: number
  readonly rollCall: Omit<RollCall, 'yes' | 'abstain' | 'no' | 'issues' | 'issuesBy'>
  readonly positions: Map<string, Position>
  /** Whether the row was added later from the meeting records, which its description quotes. */
  readonly added: boolean
  /** The title that the President reads out, for an added row. It may be that of another draft in the same speech, so it is used only if no other is known. */
  readonly spoken: string | null
}

function describedVotes(text: string, path: string): Map<string, Described> {
  const votes = new Map<string, Described>()
  eachCsvRow(text, path, headers.rollCalls, (fields, line) => {
    const where = `${path}:${line}`
    const [rcid, , important, date, , amend, para, short, descr] = fields as [
      string,
      string,
      string,
      string,
      string,
      string,
      string,
      string,
      string,
    ]
    if (votes.has(rcid)) throw badInput(`${where} has rcid ${rcid} a second time`)
    if (!isDay(date)) throw badInput(`${where} has the date "${date}", not YYYY-MM-DD`)
    const number = whole(fields[1]!, 'session', where)
    const positions = new Map<string, Position>()
    const added = /^The (Acting )?President\b/.test(descr)
    const rollCall = {
      id: whole(rcid, 'rcid', where),
      date,
      ...sessionAndSymbol(fields[4]!, sessionCorrections[rcid] ?? number),
      title: titleIn(short, descr),
      kind: voteKindOf({ descr, amend: flag(amend, 'amend', where), para: flag(para, 'para', where) }),
      important: number < 38 ? null : flag(important, 'importantvote', where),
      positions,
    }
    votes.set(rcid, { rcid: rollCall.id, rollCall, positions, added, spoken: /entitled [_"“]([^<"”]+)/.exec(descr)?.[1]?.trim() ?? null })
  })
  return votes
}

// The right sessions of three roll calls: page references and draft numbers show that the file states another session.
const sessionCorrections: Readonly<Record<string, number>> = { 505: 12, 804: 16, 961: 21 }

function whole(text: string, column: string, where: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text)
  throw badInput(`${where} has "${text}" as ${column}, not a whole number`)
}

function flag(text: string, column: string, where: string): boolean | null {
  if (text === '') return null
  if (text === '0' || text === '1') return text === '1'
  throw badInput(`${where} has "${text}" as ${column}, not 0, 1 or blank`)
}

const positionOf: Readonly<Record<string, Position>> = { yes: 1, abstain: 2, no: 3 }

function readPositions(text: string, path: string, votes: ReadonlyMap<string, Described>): void {
  let last: Described | undefined
  let lastId = ''
  eachCsvRow(text, path, headers.votes, (fields, line) => {
    const [rcid, country, , vote] = fields as [string, string, string, string]
    if (rcid !== lastId) {
      last = votes.get(rcid)
      lastId = rcid
    }
    if (last === undefined) throw badInput(`${path}:${line} has a vote in roll call ${rcid}, which is not among the roll calls`)
    const position = positionOf[vote]
    if (position === undefined) throw badInput(`${path}:${line} has the vote "${vote}", not yes, abstain or no`)
    const voter = voterNamed(country, last.rollCall.date, `${path}:${line}`)
    if (last.positions.has(voter)) throw badInput(`${path}:${line} gives ${voter} a second vote in roll call ${rcid}`)
    last.positions.set(voter, position)
  })
}

function readTags(text: string, path: string, votes: ReadonlyMap<string, Described>): Map<number, string> {
  const sets = new Map<number, Set<string>>()
  eachCsvRow(text, path, headers.issues, ([rcid, issue], line) => {
    const id = votes.get(rcid!)?.rcid
    if (id === undefined) throw badInput(`${path}:${line} tags roll call ${rcid}, which is not among the roll calls`)
    if (!(issueOrder as readonly string[]).includes(issue!)) throw badInput(`${path}:${line} has the unknown issue "${issue}"`)
    sets.set(id, (sets.get(id) ?? new Set()).add(issue!))
  })
  return new Map([...sets].map(([id, set]) => [id, issueOrder.filter((issue) => set.has(issue)).join(',')]))
}

function tagged(votes: readonly Described[], tags: ReadonlyMap<number, string>): RollCall[] {
  const ofResolution = new Map<string, string>()
  for (const { rcid, rollCall, added } of votes)
    if (!added && rollCall.symbol !== null) ofResolution.set(rollCall.symbol, tags.get(rcid) ?? '')
  return votes.map(({ rcid, rollCall, positions, added }) => {
    const counts = countPositions(positions)
    const own = tags.get(rcid)
    if (own !== undefined) return { ...rollCall, ...counts, issues: own, issuesBy: 'voeten' }
    if (rollCall.session === '74') return { ...rollCall, ...counts, issues: null, issuesBy: null }
    if (!added) return { ...rollCall, ...counts, issues: '', issuesBy: 'voeten' }
    const inherited = rollCall.symbol === null ? undefined : ofResolution.get(rollCall.symbol)
    return { ...rollCall, ...counts, issues: inherited ?? null, issuesBy: inherited === undefined ? null : 'visavis' }
  })
}

/** Returns the title of a vote: in early sessions a subject heading, in later ones the title of the resolution; null if the file has neither. */
function titleIn(short: string, descr: string): string | null {
  const resolution = [short, descr].find((text) => /\/ ?adopted/.test(text))
  const title = resolution?.replace(/(?<!\s)(?:\s*: *|\s*)resolution *\/ ?adopted.*$/, '') ?? (cutOff(short, descr) ? descr : short)
  return title.replace(/\s+/g, ' ').trim() || null
}

/** Whether a heading is cut off: the description then begins with the heading and continues. */
function cutOff(short: string, descr: string): boolean {
  return short.trim().length > 20 && descr.startsWith(short.trim())
}

/** Gives a vote without a title the title of its resolution; if that is unknown, the title that the President read out. */
function titled(rollCalls: readonly RollCall[], described: ReadonlyMap<string, Described>): RollCall[] {
  const titles = new Map<string, string>()
  for (const { rollCall, added } of described.values()) {
    if (!added && rollCall.symbol !== null && rollCall.title !== null) titles.set(rollCall.symbol, rollCall.title)
  }
  return rollCalls.map((rollCall) => ({
    ...rollCall,
    title: rollCall.title ?? titles.get(rollCall.symbol ?? '') ?? described.get(String(rollCall.id))?.spoken ?? null,
  }))
}
