import type { Snapshot } from '../../store/index.ts'
import type { Party } from '../blocs/bloc-parties.ts'
import type { AssessedParty } from '../forms/assessment.ts'
import { votersOf } from '../forms/roll-calls.ts'
import { cachedBySnapshot } from '../rows/snapshot-cache.ts'

/** How the two positions on a roll call relate: the same, one side abstaining, or yes against no. */
export type Split = 'same' | 'partial' | 'opposing'

/** One side's vote: the state's own position, or the position of a majority of the bloc's members that took one. */
export interface SideVote {
  readonly position: 'yes' | 'abstained' | 'no' | 'divided'
  /** Members by position (a state counts as its own member). Members without a position are not counted. */
  readonly yes: number
  readonly abstained: number
  readonly no: number
}

/** A roll call on which both sides took a position. */
export interface PairedVote {
  readonly id: number
  /** Month only, where the source has no reliable day. */
  readonly date: string
  readonly session: string
  readonly symbol: string | null
  readonly title: string | null
  readonly kind: string | null
  /** Which of the six issues apply; empty: none of them; null: not coded. */
  readonly issues: readonly string[] | null
  readonly issuesBy: string | null
  /** Whether the US State Department lists the vote as important; null where its list does not cover that year. */
  readonly important: boolean | null
  readonly a: SideVote
  readonly b: SideVote
  /** Null where a bloc has no majority position. */
  readonly split: Split | null
  readonly source: string
}

export interface PairedVotesRequest {
  readonly a: Party
  readonly b: Party
  readonly from: string | undefined
  readonly to: string
  readonly issue: string | undefined
  readonly wholeOnly: boolean
  readonly split: Split | undefined
  /** Words that the symbol and title must contain, in any order and letter case. */
  readonly words: string | undefined
  readonly offset: number
  /** Undefined: all. */
  readonly limit: number | undefined
}

export interface PairedVotesAnswer {
  readonly schemaVersion: 1
  readonly a: AssessedParty
  readonly b: AssessedParty
  readonly from: string | null
  readonly to: string
  readonly options: {
    readonly issue: string | null
    readonly kind: 'all' | 'whole'
    readonly split: Split | null
    readonly words: string | null
  }
  readonly snapshot: { readonly id: string; readonly created: string }
  /** Roll calls by split, under all filters except the split filter. */
  readonly counts: { readonly same: number; readonly partial: number; readonly opposing: number; readonly divided: number }
  /** Roll calls that match all filters; `votes` is one page of them. */
  readonly total: number
  readonly offset: number
  /** Newest first. */
  readonly votes: readonly PairedVote[]
  readonly evidence: readonly { readonly source: string; readonly vintage: string; readonly rows: string; readonly count: number }[]
}

/** Returns the roll calls on which both sides took a position, newest first, filtered and paged. */
export async function pairedVotes(snapshot: Snapshot, request: PairedVotesRequest): Promise<PairedVotesAnswer> {
  const { a, b, from, to, issue, wholeOnly, split, words, offset, limit } = request
  const [rollCalls, voters] = await Promise.all([rollCallsInFull(snapshot), votersOf(snapshot)])
  const columns = [a, b].map(({ members }) => members.map((iso3) => voters.indexOf(iso3)).filter((place) => place >= 0))
  const passing = rollCalls.filter(
    (one) =>
      (from === undefined || one.day >= from) &&
      one.day <= to &&
      (!wholeOnly || one.kind === 'whole') &&
      (issue === undefined || isOn(one, issue)) &&
      hasWords(one, words),
  )
  const paired = passing.flatMap((one) => pairedOn(one, columns[0]!, columns[1]!))
  const found = split === undefined ? paired : paired.filter(({ vote }) => vote.split === split)
  const count = (which: Split | null): number => paired.filter(({ vote }) => vote.split === which).length
  const { manifest } = snapshot
  return {
    schemaVersion: 1,
    a: shown(a),
    b: shown(b),
    from: from ?? null,
    to,
    options: { issue: issue ?? null, kind: wholeOnly ? 'whole' : 'all', split: split ?? null, words: words ?? null },
    snapshot: { id: manifest.id, created: manifest.created },
    counts: { same: count('same'), partial: count('partial'), opposing: count('opposing'), divided: count(null) },
    total: found.length,
    offset,
    votes: found.slice(offset, limit === undefined ? undefined : offset + limit).map(({ vote }) => vote),
    evidence: evidenceOf(found.map(({ row }) => row)),
  }
}

function shown({ id, name, isBloc, members }: Party): AssessedParty {
  return isBloc ? { iso3: id, name, members } : { iso3: id, name }
}

/** A row of the table `roll_calls`. */
interface RollCall extends Omit<PairedVote, 'a' | 'b' | 'split'> {
  /** The day in the record, used to select windows. */
  readonly day: string
  readonly vintage: string
  /** One character per voter. */
  readonly packed: string
  /** Symbol and title in lower case, for the search. */
  readonly text: string
}

/** Reads all roll calls, newest first. */
const rollCallsInFull = cachedBySnapshot(async (snapshot): Promise<readonly RollCall[]> => {
  const rows = await snapshot.rows(
    'SELECT id, date, session, symbol, title, kind, issues, issues_by, important, votes, source, vintage FROM roll_calls ORDER BY date DESC, id DESC',
  )
  return rows.map((row): RollCall => {
    const text = (name: string): string | null => (row[name] === null ? null : String(row[name]))
    const issues = text('issues')
    return {
      id: Number(row['id']),
      date: dateTold(String(row['date']), String(row['source']), Number(row['session'])),
      day: String(row['date']),
      session: String(row['session']),
      symbol: text('symbol'),
      title: text('title'),
      kind: text('kind'),
      issues: issues === null ? null : issues === '' ? [] : issues.split(','),
      issuesBy: text('issues_by'),
      important: row['important'] === null ? null : row['important'] === true,
      source: String(row['source']),
      vintage: String(row['vintage']),
      packed: String(row['votes']),
      text: `${row['symbol'] ?? ''} ${row['title'] ?? ''}`.toLowerCase(),
    }
  })
})

/** Returns the date as far as it is reliable. Before the 58th session, dates in Voeten's data are reliable to the month only. */
function dateTold(date: string, source: string, session: number): string {
  return source === 'un-votes' && session <= 57 ? date.slice(0, 7) : date
}

/**
 * Whether a roll call matches an issue filter: one of the six issues, `none` or `not-coded`, as in the rows of the vote
 * map.
 */
function isOn({ issues }: RollCall, issue: string): boolean {
  if (issue === 'not-coded') return issues === null
  return issue === 'none' ? issues?.length === 0 : issues?.includes(issue) === true
}

function hasWords({ text }: RollCall, words: string | undefined): boolean {
  return (
    words === undefined ||
    words
      .toLowerCase()
      .split(/\s+/)
      .filter(Boolean)
      .every((word) => text.includes(word))
  )
}

function pairedOn(row: RollCall, a: readonly number[], b: readonly number[]): { vote: PairedVote; row: RollCall }[] {
  const [x, y] = [sideVote(row.packed, a), sideVote(row.packed, b)]
  if (x === undefined || y === undefined) return []
  const { day: _, vintage: __, packed: ___, text: ____, ...told } = row
  return [{ row, vote: { ...told, a: x, b: y, split: splitOf(x.position, y.position) } }]
}

const positions = ['yes', 'abstained', 'no'] as const

/** Counts the votes of a side; undefined where no member took a position. */
function sideVote(packed: string, columns: readonly number[]): SideVote | undefined {
  const counts = [0, 0, 0, 0]
  for (const column of columns) counts[Math.max(0, packed.charCodeAt(column) - 48)]!++
  const [, yes, abstained, no] = counts as [number, number, number, number]
  const cast = yes + abstained + no
  if (cast === 0) return undefined
  const place = [yes, abstained, no].findIndex((one) => 2 * one > cast)
  return { position: positions[place] ?? 'divided', yes, abstained, no }
}

/**
 * Returns how two positions relate; null where either side is divided.
 *
 * @example [splitOf('yes', 'yes'), splitOf('yes', 'abstained'), splitOf('no', 'yes'), splitOf('divided', 'yes')]   // ['same', 'partial', 'opposing', null]
 */
export function splitOf(a: SideVote['position'], b: SideVote['position']): Split | null {
  if (a === 'divided' || b === 'divided') return null
  return a === b ? 'same' : a === 'abstained' || b === 'abstained' ? 'partial' : 'opposing'
}

function evidenceOf(rows: readonly RollCall[]): PairedVotesAnswer['evidence'] {
  const bySource = new Map<string, RollCall[]>()
  for (const row of rows) bySource.set(row.source, [...(bySource.get(row.source) ?? []), row])
  return [...bySource].sort().map(([source, own]) => ({
    source,
    vintage: own[0]!.vintage,
    rows: `roll_calls where source = '${source}' and date between '${own.at(-1)!.day}' and '${own[0]!.day}'`,
    count: own.length,
  }))
}
