import type { PriorName } from './ideal-point-prior.ts'
import type { Ballot } from './ideal-point-sample.ts'

/** A recorded vote, as in the table `roll_calls`. */
export interface RecordedVote {
  readonly id: number
  readonly date: string
  /** 74, or for a special or emergency session S-5, ES-11. */
  readonly session: string
  readonly symbol: string | null
  readonly title: string | null
  /** whole, paragraph, amendment, other */
  readonly kind: string | null
  /** Comma separated: me, nu, di, hr, co, ec. */
  readonly issues: string | null
  readonly important: boolean | null
  readonly votes: string
}

/** Which votes ideal points are estimated from, and how they are coded. */
export interface Specification {
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly fromSession?: number | undefined
  readonly toSession?: number | undefined
  readonly issue?: string | undefined
  readonly important?: boolean | undefined
  /** Votes on paragraphs, amendments and motions: until 1989 only (as in the published estimates), never, or always. */
  readonly paragraphs: 'before-1990' | 'whole' | 'all'
  /** Yes, abstention and no as ordered categories; abstention counted as no; or abstentions left out. */
  readonly votes: 'ordinal' | 'binary' | 'yes-no'
  /** Whether roll calls on the same recurring resolution share an item, or each has its own. */
  readonly link: 'rules' | 'none'
  readonly prior: PriorName
  /** Leaves out roll calls with a smaller minority than this share of the states that voted. */
  readonly leastMinority?: number | undefined
}

/** The default of `visavis measure ideal-points`. */
export const usualSpecification: Specification = {
  paragraphs: 'before-1990',
  votes: 'ordinal',
  link: 'rules',
  prior: 'bailey-strezhnev-voeten',
}

/** Session 19 (1964-65) avoided votes; its one recorded vote is left out, as in the published estimates. */
const sessionWithoutVotes = 19

/**
 * Returns the regular session that a roll call belongs to. A vote in a special or emergency session belongs to the regular
 * session in progress on that day. A session is taken to run from 15 September of the year 1945 + n until the next one.
 *
 * @example regularSession('74', '2019-12-12')   // 74
 * @example regularSession('ES-11', '2022-03-02')   // 76
 * @example regularSession('ES-10', '2024-09-18')   // 79
 */
export function regularSession(session: string, date: string): number {
  if (/^\d+$/.test(session)) return Number(session)
  const year = Number(date.slice(0, 4))
  return date.slice(5) >= '09-15' ? year - 1945 : year - 1946
}

/** Returns the year in which a session opened. */
export function openingYear(session: number): number {
  return 1945 + session
}

/**
 * Converts roll calls of the record to the input of the estimation.
 *
 * @param recorded   roll calls, all with votes in the same order of voters
 * @param items      item of each, numbered from 0; a roll call's own index where nothing is linked
 * @returns          the ballots, and the index in `recorded` of each
 */
export function ballotsOf(
  recorded: readonly RecordedVote[],
  items: ArrayLike<number>,
  asked: Specification,
): { readonly ballots: Ballot[]; readonly rows: number[] } {
  const rows = recorded.flatMap((vote, row) => (isAsked(vote, asked) ? [row] : []))
  const first = firstIds(recorded, items)
  const last = rows.reduce((latest, row) => Math.max(latest, sessionOf(recorded[row]!)), 0)
  const ballots = rows.map((row): Ballot => {
    const vote = recorded[row]!
    return {
      item: asked.link === 'none' ? String(vote.id) : first.get(items[row]!)!,
      session: asked.prior === 'static' ? last : sessionOf(vote),
      votes: recoded(vote.votes, asked.votes),
    }
  })
  return { ballots, rows }
}

function sessionOf({ session, date }: RecordedVote): number {
  return regularSession(session, date)
}

/** Maps each item to the id of its first roll call, so that its name is stable across editions of the record. */
function firstIds(recorded: readonly RecordedVote[], items: ArrayLike<number>): Map<number, string> {
  const first = new Map<number, string>()
  for (const [row, { id }] of recorded.entries()) if (!first.has(items[row]!)) first.set(items[row]!, String(id))
  return first
}

function isAsked(vote: RecordedVote, asked: Specification): boolean {
  const session = sessionOf(vote)
  if (session === sessionWithoutVotes) return false
  if (vote.date < (asked.from ?? '') || vote.date > (asked.to ?? '9999')) return false
  if (session < (asked.fromSession ?? 0) || session > (asked.toSession ?? Number.POSITIVE_INFINITY)) return false
  if (asked.important && vote.important !== true) return false
  if (asked.issue !== undefined && !(vote.issues ?? '').split(',').includes(asked.issue)) return false
  if (vote.kind !== 'whole' && (asked.paragraphs === 'whole' || (asked.paragraphs === 'before-1990' && vote.date >= '1990'))) return false
  return asked.leastMinority === undefined || minority(vote.votes) >= asked.leastMinority
}

/** Returns the share of the voting states that did not vote with the largest group. */
function minority(votes: string): number {
  const counts = ['1', '2', '3'].map((category) => votes.split(category).length - 1)
  const voted = counts.reduce((sum, count) => sum + count, 0)
  return voted === 0 ? 0 : 1 - Math.max(...counts) / voted
}

function recoded(votes: string, as: Specification['votes']): string {
  if (as === 'ordinal') return votes
  return votes.replaceAll('2', as === 'binary' ? '3' : '.')
}
