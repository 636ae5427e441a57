import type { Snapshot } from '../../../store/snapshot.ts'
import type { JoinedContent, UnjoinedEdition } from '../../reader/reader.ts'
import { issuesOf } from './un-ga-issues.ts'
import { cardsAfterJoining } from './un-ga-joined-cards.ts'
import { notesOnJoining } from './un-ga-joined-notes.ts'
import { matchesStatedCounts, type PackedVote, packedColumns, packedVotes, positionCount, repackedFor } from './un-ga-packed.ts'
import { sameVotes } from './un-ga-same-vote.ts'

/**
 * Merges an edition of General Assembly votes with the votes that a snapshot holds from all sources, so that every vote occurs once.
 *
 * A roll call of the edition replaces the held roll calls of the same vote (`sameVotes`), from whichever source. If the new one does not have them, it gets
 * Voeten's tags, whether the vote was important, the title, and a more specific symbol from the replaced ones. A new roll call whose list contradicts its own
 * counts is not taken if the held one has more positions and agrees with its counts. All other held roll calls stay. Voeten's series always comes complete:
 * its older rows are removed in the sessions, and up to the days, that the edition covers.
 *
 * In the packed votes (one character per voter), voters keep their index, and new voters are appended. Every row is packed for all voters.
 */
export async function joinVotes(edition: UnjoinedEdition, held: Snapshot): Promise<JoinedContent> {
  const { before, voters, brought } = await onCommonVoters(edition, held)
  const same = sameVotes(brought, before)
  const poorer = new Set(
    [...brought.keys()].filter((i) => same[i]!.some((k) => !matchesStatedCounts(brought[i]!) && morePositions(before[k]!, brought[i]!))),
  )
  const displaced = new Set(same.flatMap((places, i) => (poorer.has(i) ? [] : places)))
  const superseded = supersededIn(before, brought, edition.card.id)
  const kept = before.filter((_, k) => !displaced.has(k) && !superseded.has(k))
  const added = brought.flatMap((vote, i) => (poorer.has(i) ? [] : [filled(vote, places(same[i]!, before))]))
  const rows = [...kept, ...added].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.id - b.id))
  return {
    ...cardsAfterJoining(edition.card, held.manifest.sources, { before, rows }),
    content: { roll_calls: packedColumns(rows), voters: { position: voters.map((_, i) => i), state: voters } },
    notes: notesOnJoining({ brought, before, same, poorer, superseded, kept }),
  }
}

async function onCommonVoters(
  { content }: UnjoinedEdition,
  held: Snapshot,
): Promise<{ before: PackedVote[]; brought: PackedVote[]; voters: string[] }> {
  const stored = (await held.columns('SELECT state FROM voters ORDER BY position'))['state'] as string[]
  const own = content.voters!['state'] as string[]
  const voters = [...stored, ...own.filter((state) => !stored.includes(state))]
  const packed = (votes: readonly PackedVote[], from: readonly string[]): PackedVote[] =>
    votes.map((vote) => ({ ...vote, votes: repackedFor(vote.votes, from, voters) }))
  const before = packedVotes(await held.columns('SELECT * FROM roll_calls ORDER BY date, id'))
  return { before: packed(before, stored), brought: packed(packedVotes(content.roll_calls!), own), voters }
}

function places(same: readonly number[], before: readonly PackedVote[]): PackedVote[] {
  return same.map((k) => before[k]!)
}

function morePositions(held: PackedVote, brought: PackedVote): boolean {
  return matchesStatedCounts(held) && positionCount(held.votes) > positionCount(brought.votes)
}

/**
 * Returns the indexes of older rows of Voeten's series in the sessions, and up to the days, that a new edition of the series covers. They cannot be matched one
 * by one, since some votes in the series have no stable number.
 */
function supersededIn(before: readonly PackedVote[], brought: readonly PackedVote[], source: string): Set<number> {
  if (source !== 'un-votes') return new Set()
  const last = new Map<string, string>()
  for (const { session, date } of brought) if ((last.get(session) ?? '') < date) last.set(session, date)
  return new Set([...before.keys()].filter((k) => before[k]!.source === source && before[k]!.date <= (last.get(before[k]!.session) ?? '')))
}

function filled(vote: PackedVote, same: readonly PackedVote[]): PackedVote {
  const important = vote.important ?? same.find((one) => one.important !== null)?.important ?? null
  const title = vote.title ?? same.find((one) => one.title !== null)?.title ?? null
  const symbol = same.reduce((symbol, one) => moreSpecificSymbol(symbol, one.symbol), vote.symbol)
  return { ...vote, symbol, title, important, ...tagsOf({ ...vote, title }, same) }
}

/** Returns the more specific of two symbols: any symbol rather than null, a resolution rather than a page, a part of a resolution rather than the whole. */
function moreSpecificSymbol(own: string | null, other: string | null): string | null {
  if (own === null || other === null) return own ?? other
  if (!own.startsWith('A/')) return other.startsWith('A/') ? other : own
  return other.startsWith(own) ? other : own
}

/**
 * Returns Voeten's tags if any of the rows has them; otherwise the tags of the package's rule that the first tagged row has; otherwise the rule's tags for the
 * title. Both fields are null if there is no title either.
 */
function tagsOf(vote: PackedVote, same: readonly PackedVote[]): Pick<PackedVote, 'issues' | 'issues_by'> {
  const all = [vote, ...same].filter(({ issues }) => issues !== null)
  const best = all.find(({ issues_by }) => issues_by === 'voeten') ?? all[0]
  if (best !== undefined) return { issues: best.issues, issues_by: best.issues_by }
  return vote.title === null ? { issues: null, issues_by: null } : { issues: issuesOf(vote.title, ''), issues_by: 'visavis' }
}
