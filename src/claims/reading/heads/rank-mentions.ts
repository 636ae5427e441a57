import type { Cue } from '../../text/claim-cues.ts'
import { numberOf, ordinalOf, ordinalPattern } from '../../text/numbers/number-words.ts'
import { matchesOf } from '../../text/patterns/matches.ts'
import type { Analysis } from '../sentence/analysis.ts'

/** A rank and the words that express it. */
export interface RankMention {
  readonly cue: Cue
  readonly place: number
}

/** A name in a list. As `and` separates names, `Trinidad and Tobago` would count as two. */
const nameInList = String.raw`(?:the )?\p{Lu}[\p{L}.'’-]+(?: (?:of )?\p{Lu}[\p{L}.'’-]+){0,3}`
const stateName = `${nameInList}(?: and (?:Tobago|Herzegovina))?`
const endOfRank = String.raw`(?=\s*(?:$|[.,;:)]|(?:with|after|behind|ahead|in|at|among|and|but|on|for|by|before|last|this|from|worldwide|overall|while|when)\b))`

/** An ordinal without a noun after its verb: `stood fifth`, `came a distant second`, `is only 14th`, `fell to sixth`. */
const rankVerb = new RegExp(
  String.raw`\b(?:stood|stands?|was|were|is|are|been(?! an? )|came|comes?|ranks?|ranked|placed|places|finished|fell|falls|slipped|slips|dropped|drops|rose|rises|climbed|climbs|advanced|moved|moves|remain(?:s|ed)?|lies|lay|sits|sat|being|place)(?: (?:no (?:higher|better|lower) than|back|up|down|only|just|in|to|an?|the|distant|close|far|now|still|\w+ places?))* (?<ordinal>${ordinalPattern})${endOfRank}`,
  'giu',
)
/** An ordinal before its verb: `Third is Germany`. */
const invertedRank = new RegExp(
  String.raw`(?:^|[;,] (?:and |while )?)(?:[Tt]he )?(?<ordinal>${ordinalPattern}|Second|Third|Fourth|Fifth) (?:is|was|comes?|came|are|were) (?=(?:the )?\p{Lu})`,
  'gu',
)
/** Ordinals in other positions: `slid from seventh to tenth place`, `the third to have one`, `in 1990 14th`. */
const incidentalRanks: readonly RegExp[] = [
  new RegExp(
    String.raw`\bfrom (?:the )?(?<ordinal>${ordinalPattern})(?= (?:place |rank |position )?to (?:the )?${ordinalPattern}\b)`,
    'giu',
  ),
  new RegExp(
    String.raw`\b(?:is|was|became|becomes?|being) the (?<ordinal>(?!first\b)${ordinalPattern})(?= (?:country |state |member |nation )?to\b)`,
    'giu',
  ),
  new RegExp(String.raw`\((?<ordinal>${ordinalPattern})(?= in \d{4}\))`, 'giu'),
  new RegExp(String.raw`, (?:and )?(?:by|in) \d{4} (?:in )?(?<ordinal>(?!first\b)${ordinalPattern})(?=[.,;]|$)`, 'giu'),
]
/** An ordinal after a state, the verb omitted: `…, Malaysia fifth`. */
const gappedRank = new RegExp(String.raw`(?:,|;|\band) ${stateName} (?<ordinal>${ordinalPattern})(?=\s*(?:$|[.,;]|(?:and|with)\b))`, 'gu')

/** Words for the first rank without a superlative: `led with`, `remain in front`, `bought most`, `dominates the market`. */
const firstRankWords: readonly RegExp[] = [
  /(?<!\b(?:was|were|is|are|been|be|which|that|has|have) )\b(?:led|leads?)\b(?: (?:there|the (?:field|list|ranking|rankings|table|way)|clearly|easily))?(?= (?:with|among|ahead of)\b)/giu,
  /\b(?:is|are|was|were|remain(?:s|ed)?|stays?|stayed) (?:well |far |clearly )?in (?:front|the lead)\b|\bcom(?:es?|ing) first\b|\bcame first\b/giu,
  /\b(?:buys?|bought|s[eo]l[ld]s?|sends?|sent|spends?|spent|t[ao]kes?|took|los[te]|gained|grew|grow|rose|rise|fell|fall|declined|shrank|imports?|imported|exports?|exported|receives?|received|len[dt]s?|invests?|invested|g[ai]ves?|supplies|supplied|delivers?|delivered|earns?|earned|pays?|paid) (?:by far |far )?(?:the )?(?:most|least)(?=\s*(?:$|[.,;:]|(?:in|to|from|with|on|after|of all|for|there|by|among)\b))/giu,
  /\b(?:most|least) of all(?= in\b)|\bleast(?= in (?:\w+ )?\d{4})/giu,
  /\bdominates? (?:the|this|that|its) (?:[\w-]+ ){0,3}(?:markets?|trade|sales|supply|business)\b/giu,
  /\b(?:[Nn]obody|[Nn]o one) (?:else )?(?:[\w]+ ){1,3}(?:more|less|as much|as many)\b|\b[Nn]one of (?:the|its|them|these|those|their)\b[^.,;]{0,80}\b(?:so|as|larger|bigger|higher|more|less|fewer|smaller|lower)\b(?! than (?:\d|half|a ))/giu,
  /\bthan (?:(?:from|to|in|with|of|by|for|on) (?:any|all|every)(?: other\b| of the others\b|one else\b|body else\b)|any(?:one|body|where) else\b)/giu,
]

/** Several states that lead, each of which has its own rank: `Estonia, Latvia and Poland remain in front`, `A, B and C are the three that spend most`. */
const severalLeaders = new RegExp(
  String.raw`(?<names>${stateName}(?:, ${stateName}){0,6},? and ${stateName}) (?:(?:remain|are|were|stay|stayed|remained) (?:in front|in the lead|the (?:two|three|four|five) (?:that|which|who|largest|biggest|main|top))|lead|led)\b`,
  'gu',
)

/** Words that say that only a few states rank higher, which gives the rank: `Only one country buys more`, `Only A, B and C have a larger surplus`. */
const rankBehindFew = new RegExp(
  String.raw`\b[Oo]nly (?:(?<count>one|two|three|four|five)(?: other)? \p{Ll}+|(?<names>${nameInList}(?:(?:,|,? and) ${nameInList})*)) [^.;]{0,50}?\b(?:bigger|larger|more|higher|greater|smaller|fewer|less)\b(?! than (?:in|before|a year|the year)\b)`,
  'gu',
)

/** The first ranks, as one claim for all states named: `The three largest importers were Angola, Nigeria and Mali`. */
const topFewRank = new RegExp(
  String.raw`\b(?:[Tt]he|[Ii]ts|[Tt]heir|\p{L}+['’]s) (?<count>two|three|four|five|six|ten) (?:largest|biggest|main|top|leading)(?= (?:[\p{L}-]+ ){1,8}?(?:were|are|remained|remain) ${nameInList}(?:(?:,|,? and) ${nameInList})+)`,
  'gu',
)

/** Words for the second rank: `a quantity that only Iraq surpassed`. */
const surpassedByOne = new RegExp(
  String.raw`\bonly (?:by )?${stateName} (?:has |had )?(?:surpass|exceed|outstripp?|beat|top|match)(?:ed|es|s|en)?\b`,
  'gu',
)

/** The states on the next ranks: `followed by A and B`. */
const followedBy = new RegExp(
  String.raw`\b(?:followed|trailed)(?: \w+)? by (?<names>${nameInList}(?: (?:with|at) [\d.]+)?(?:(?:,|,? and) ${nameInList}(?: (?:with|at) [\d.]+)?){0,7})`,
  'gu',
)

const cueOf = (text: string, start: number): Cue => ({ kind: 'rank', text, start, end: start + text.length })

const namesIn = (list: string): RegExpMatchArray[] => [
  ...list.matchAll(/(?:the )?\p{Lu}[\p{L}.'’-]+(?: (?:of )?\p{Lu}[\p{L}.'’-]+)*(?: and (?=Tobago|Herzegovina)\p{Lu}\p{L}+)?/gu),
]

/**
 * Returns the ranks that are expressed in other ways than by a superlative or an ordinal before a noun (`largest`, `second partner`).
 *
 * @param known   other ranks of the sentence: followers come after the last of them
 */
export function rankMentions({ text }: Pick<Analysis, 'text'>, known: readonly RankMention[]): RankMention[] {
  const standing = matchesOf(text, rankVerb).map(ordinalRank)
  const listed = matchesOf(text, topFewRank).map((match) => ({
    cue: cueOf(match[0], match.index),
    place: numberOf(match.groups!['count']!),
  }))
  const mentions: RankMention[] = [
    ...standing,
    ...listed,
    ...matchesOf(text, invertedRank).map(ordinalRank),
    ...incidentalRanks.flatMap((pattern) => matchesOf(text, pattern).map(ordinalRank)),
    ...matchesOf(text, surpassedByOne).map((match) => ({ cue: cueOf(match[0], match.index), place: 2 })),
    ...(standing.length > 0 || known.length > 0 ? matchesOf(text, gappedRank).map(ordinalRank) : []),
    ...firstRanks(text),
    ...matchesOf(text, rankBehindFew).map(rankBehind),
  ]
  return [...mentions, ...ranksOfFollowers(text, [...known, ...mentions])]
}

/** Returns the first ranks; if several states lead together, each has its own rank. */
function firstRanks(text: string): RankMention[] {
  const several = matchesOf(text, severalLeaders).flatMap((match) =>
    namesIn(match.groups!['names']!).map((one, i) => ({ cue: cueOf(one[0], match.index + one.index!), place: i + 1 })),
  )
  if (several.length > 0) return several
  return firstRankWords.flatMap((pattern) => matchesOf(text, pattern).map((match) => ({ cue: cueOf(match[0], match.index), place: 1 })))
}

function ordinalRank(match: RegExpMatchArray): RankMention {
  const ordinal = match.groups!['ordinal']!
  return { cue: cueOf(ordinal, match.index! + match[0].lastIndexOf(ordinal)), place: ordinalOf(ordinal) }
}

function rankBehind(match: RegExpMatchArray): RankMention {
  const { count, names } = match.groups ?? {}
  return { cue: cueOf(match[0], match.index!), place: 1 + (count === undefined ? namesIn(names ?? '').length : numberOf(count)) }
}

/** Returns the ranks of the states in `followed by A and B`, counted on from the last rank before. */
function ranksOfFollowers(text: string, known: readonly RankMention[]): RankMention[] {
  return matchesOf(text, followedBy).flatMap((match) => {
    const list = match.groups!['names']!
    const start = match.index + match[0].indexOf(list)
    const last =
      known
        .filter(({ cue }) => cue.end <= match.index)
        .sort((a, b) => a.cue.end - b.cue.end)
        .at(-1)?.place ?? 1
    return namesIn(list).map((one, i) => ({ cue: cueOf(one[0], start + one.index!), place: last + 1 + i }))
  })
}
