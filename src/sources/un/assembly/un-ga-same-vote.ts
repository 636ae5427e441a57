import { agreementShare, type PackedVote } from './un-ga-packed.ts'

/**
 * Returns for every roll call of one list the indexes of the same vote in another list. Both lists must be packed for the same voters.
 *
 * - Within a source, a vote has one `id` in all editions.
 * - Between sources, a vote on a whole resolution is identified by its symbol if both state the resolution (sessions from 31 on). All rows with that symbol
 *   are the same vote.
 * - Otherwise the members' positions decide, within one session, and each row is used once. This is for symbols that do not identify a resolution: Voeten's
 *   symbols of sessions 1 to 17 and of special sessions are pages, those of 18 to 30 do not name the part, and sections of a resolution have no common
 *   spelling. If both rows name a resolution, it must be the same, and nine in ten positions must be equal. If one of them names none, 19 in 20 positions
 *   must be equal, and the month must be the same.
 *
 * Votes on paragraphs, amendments and motions are in one source only, and never match those of another source.
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

/** Whether a symbol identifies a resolution or decision in any source: A/RES/75/1, A/RES/ES-11/1, A/DEC/32/450 B. */
function isSymbol(symbol: string | null): boolean {
  return symbol !== null && /^A\/(RES|DEC)\/(E?S-)?\d+\/\d/.test(symbol)
}

/** Whether a symbol names a section, which each source spells differently. */
function isSection(symbol: string | null): boolean {
  return /section|\[/i.test(symbol ?? '')
}

/**
 * Returns the part of a symbol that names the resolution, without the letter of a part; null if the symbol names none.
 *
 * @example resolutionNumber('A/RES/33/116 A, section IV')   // 'A/RES/33/116'
 * @example resolutionNumber('A/RES/2758 (XXVI)A')   // 'A/RES/2758(XXVI)'
 * @example resolutionNumber('R/9/66')   // null
 */
export function resolutionNumber(symbol: string | null): string | null {
  return /^A\/(?:RES|DEC)\/(?:(?:E?S-)?\d+\/\d+|\d+ ?\([IVX]+\))/.exec(symbol ?? '')?.[0].replace(' ', '') ?? null
}

/** Pairs rows whose positions are so similar that they are one vote, the most similar first. Each row is in at most one pair. */
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

/** Returns the score of a match: the share of equal positions, plus 1 if both name the same resolution; null if the two rows are not one vote. */
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
