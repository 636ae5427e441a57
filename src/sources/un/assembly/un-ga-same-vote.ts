import { agreementShare, type PackedVote } from './un-ga-packed.ts'

/**
 * For every roll call of one list, the places of the same vote in another list. Both are packed for the same voters.
 *
 * - Within a source a vote has one `id` in all editions.
 * - Between sources a vote on a whole resolution is identified by its symbol, where both state the resolution (sessions from 31 on): all rows with that
 *   symbol.
 * - Voeten's symbols of sessions 1 to 17 and of special sessions are pages, those of 18 to 30 lack the part, and sections of a resolution have no common
 *   spelling: there the members' positions decide, within one session, each row used once. Where both name a resolution it must be the same and nine in ten
 *   positions equal; where one does not, 19 in 20, and the month.
 *
 * Votes on paragraphs, amendments and motions are in one source only and never match another's.
 */
export function sameVotes(votes: readonly PackedVote[], others: readonly PackedVote[]): number[][] {
  const byId = new Map(others.map((other, i) => [`${other.source} ${other.id}`, i]))
  const bySymbol = new Map<string, number[]>()
  others.forEach((other, i) => {
    if (isWhole(other) && isSymbol(other.symbol)) bySymbol.set(other.symbol!, [...(bySymbol.get(other.symbol!) ?? []), i])
  })
  const found = votes.map((vote): number[] => {
    const own = byId.get(`${vote.source} ${vote.id}`)
    const told = isWhole(vote) && isSymbol(vote.symbol) ? (bySymbol.get(vote.symbol!) ?? []) : []
    return [...(own === undefined ? [] : [own]), ...told.filter((i) => others[i]!.source !== vote.source)]
  })
  const used = new Set(found.flat())
  const open = votes.flatMap((vote, i) => (isWhole(vote) && found[i]!.every((k) => others[k]!.source === vote.source) ? [i] : []))
  for (const [i, k] of matchByPositions(votes, open, others, used)) found[i]!.push(k)
  return found
}

function isWhole(vote: PackedVote): boolean {
  return vote.kind === 'whole' || vote.kind === null
}

/** Whether a symbol identifies a resolution in any source: A/RES/75/1, A/RES/ES-11/1, A/DEC/32/450 B. */
function isSymbol(symbol: string | null): boolean {
  return symbol !== null && /^A\/(RES|DEC)\/(E?S-)?\d+\/\d/.test(symbol)
}

/** Whether a symbol names a section, which each source spells differently. */
function isSection(symbol: string | null): boolean {
  return /section|\[/i.test(symbol ?? '')
}

/**
 * Number and session of a resolution, without its part.
 *
 * @example resolutionNumber('A/RES/33/116 A, section IV')   // 'A/RES/33/116'
 * @example resolutionNumber('A/RES/2758 (XXVI)A')   // 'A/RES/2758(XXVI)'
 * @example resolutionNumber('R/9/66')   // null
 */
export function resolutionNumber(symbol: string | null): string | null {
  return /^A\/(?:RES|DEC)\/(?:(?:E?S-)?\d+\/\d+|\d+ ?\([IVX]+\))/.exec(symbol ?? '')?.[0].replace(' ', '') ?? null
}

/** Pairs of rows with so similar positions that they are one vote, the most similar first, each row in one pair. */
function matchByPositions(
  votes: readonly PackedVote[],
  open: readonly number[],
  others: readonly PackedVote[],
  used: ReadonlySet<number>,
): (readonly [number, number])[] {
  const bySession = new Map<string, number[]>()
  others.forEach((other, k) => {
    if (isWhole(other) && !used.has(k)) bySession.set(other.session, [...(bySession.get(other.session) ?? []), k])
  })
  const pairs = open.flatMap((i) =>
    (bySession.get(votes[i]!.session) ?? []).flatMap((k) => {
      const score = scoreOf(votes[i]!, others[k]!)
      return score === null ? [] : [[i, k, score] as const]
    }),
  )
  const [here, there] = [new Set<number>(), new Set<number>()]
  return pairs
    .sort((a, b) => b[2] - a[2] || a[0] - b[0] || a[1] - b[1])
    .flatMap(([i, k]) => {
      if (here.has(i) || there.has(k)) return []
      here.add(i)
      there.add(k)
      return [[i, k] as const]
    })
}

/** Score of a match: the share of equal positions, plus 1 where both name the same resolution; null where they are not one vote. */
function scoreOf(a: PackedVote, b: PackedVote): number | null {
  if (a.source === b.source) return null
  if (isSymbol(a.symbol) && isSymbol(b.symbol) && !isSection(a.symbol) && !isSection(b.symbol)) return null
  const [one, two] = [resolutionNumber(a.symbol), resolutionNumber(b.symbol)]
  const named = one !== null && two !== null
  if (named && one !== two) return null
  if (!named && a.date.slice(0, 7) !== b.date.slice(0, 7)) return null
  const alike = agreementShare(a.votes, b.votes)
  return alike >= (named ? 0.9 : 0.95) ? alike + (named ? 1 : 0) : null
}
