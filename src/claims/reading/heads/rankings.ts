import type { Cue } from '../../text/claim-cues.ts'
import { ordinalOf, ordinalPattern } from '../../text/numbers/number-words.ts'
import { matchesOf } from '../../text/patterns/matches.ts'
import { textAfter, textBefore } from '../../text/span-text.ts'
import { type Analysis, cuesOf, gapBetween, overlaps } from '../sentence/analysis.ts'
import type { Head } from '../sentence/head.ts'
import { rankMentions } from './rank-mentions.ts'

const roleNoun =
  '(?:supplier|partner|market|destination|source|buyer|importer|exporter|customer|client|investor|creditor|lender|donor|recipient|provider|seller|spender|producer|consumer|trader|host|purchaser|contributor|trading|trade|export|import|arms)'
const superlative = '(?:largest|biggest|most|highest|greatest|leading|main|important|best|top)'

const ordinalRank = new RegExp(
  String.raw`(?<ordinal>${ordinalPattern})[- ](?:\w+[- ])?(?:${superlative}|${roleNoun}|place|rank|position|spot)|(?:No\. ?|number )(?<number>\d+|one|two|three|four|five)|(?:rank(?:ed|s)?|was|is|to|in|came|place[ds]?|the) (?:\w+ )?(?<place>${ordinalPattern})\b(?! (?:quarter|half|time|century))|(?<second>runner-up)`,
  'iu',
)
const roleNounAfter = new RegExp(String.raw`^[- ]+(?:[\w’'-]+ ){0,4}${roleNoun}s?\b`, 'iu')
/** An ordinal with a trade role: `its second customer`, `the third market for`. */
const ordinalRoleNoun = new RegExp(
  String.raw`(?<![\w-])(?:${ordinalPattern})[- ](?:(?!quarter\b|half\b|month\b|year\b|(?:trade|export|import|arms) (?:committee|council|forum|round|commission|fair|mission|dialogue|meeting|agreement|deal|day|talks|expo)\b)(?:(?!of\b)\w+ )?${roleNoun}s?|place|rank|position|spot)\b|\b(?:the first|its first|the third|the second)(?= of (?:its|their|the) \w+s\b)|\b(?:${ordinalPattern}) [\w-]+ of (?:its|the|this|that) kind\b|\brunner-up\b|(?<=${roleNoun}s?\b[^.;]{0,60}(?:, (?:and )?| and ))the (?!first\b)(?:${ordinalPattern})(?= (?:for|in|of) (?!\d|the (?:month|year|quarter)\b))|(?<=\b(?:came|came in|ranks|ranked|was|is|been|placed|finished) )(?:first|second|third|fourth|fifth)(?= (?:with|after|behind|at|among|until|in (?:the|\d)|from (?:19|20)\d\d)\b|[.,;]|$)|\bcame out on top\b|\bthe top (?:spot|place|position)\b|\b(?:among|in|outside) (?:the|its) (?:first|top) (?:ten|five|three|\d{1,2})\b(?! (?:months|years|weeks|days|quarters|\w+ months))|(?<=\bno longer the first[^.;]{0,30}, but )the ${ordinalPattern}\b|(?<=\bfrom (?:the )?${ordinalPattern}\b[^.;]{0,60} to )(?:the )?${ordinalPattern}\b`,
  'giu',
)

const inYears = String.raw`in (?:more than |over |nearly |almost )?\w+ (?:years|decades)`
const firstOfKind = String.raw`(?<=, )(?:the )?first(?= (?:[\w’'-]+ ){0,3}?(?:of (?:its|the|this|that) kind|to do so|by an?)\b)`
const firstSince = String.raw`(?<=, )the first(?= (?:[\w’'-]+ ){0,3}?(?:visit|summit|meeting|trip|call|exercise|state|country|nation|government|leader|president|minister)\b[^.;,]{0,40} (?:since|in \w+ (?:years|decades)|to)\b)`
const firstTravelInYears = String.raw`(?<=, (?:his|her|their|its) )first(?= (?:[\w’'-]+ ){0,3}?(?:visit|trip)\b[^.;,]{0,30} ${inYears}\b)`
const becameFirst = String.raw`(?<=\bbec[ao]me )the first(?= [^.;,]{3,40} to\b)`
const demonstrativeFirst = String.raw`(?<=^(?:It|This|That) (?:is|was|marks|marked) (?:[\p{L}.]+(?: [\p{L}.]+)?['’]s |the |his |her |their |its )?)first(?= (?:[\w’'-]+ ){0,4}?(?:visit|summit|meeting|trip|call)\b)`
/** Words for something never done before: `…, the first of its kind in ten years`, `became the first minister to visit`. */
const firstTimeWords = new RegExp([firstOfKind, firstSince, firstTravelInYears, becameFirst, demonstrativeFirst].join('|'), 'giu')

/** Returns heads for claims that an event was the first of its kind; the event itself has a head of its own. */
export const firstTimeHeads = (sentence: Analysis): Head[] =>
  matchesOf(sentence.text, firstTimeWords).map((match) => ({ ...rankHead(sentence, rankCue(match), 1), rule: 'first-done' }))

/** Expressions of a first rank, mostly by a negation (`No other state buys more`), each with its rank. */
const negatedSuperlatives: readonly (readonly [place: number, pattern: RegExp])[] = [
  [
    1,
    /\b[Nn]o (?:other )?(?:[\p{L}'’-]+ ){1,4}(?:[\p{L}'’-]+ ){0,3}(?:larger|bigger|more|higher|smaller|greater|fewer|lower|less|so (?:many|much))\b/gu,
  ],
  [
    1,
    /\b[Nn](?:o|one) (?:other|of the others?)\b[^.,;]{0,40}\b(?:as|so) (?:many|much|often|large)\b|\bon no other \p{L}+ (?:has|had|have|did)\b/giu,
  ],
  [
    1,
    /\b[Nn]ever\b[^.;:]{0,40}\b(?:larger|higher|bigger|greater|more|lower|smaller|happened before|so (?:high|low|large|much|many|small))\b|\bnot? (?:equal|rival)\b(?=[:;,.]|$)|\bno equals?\b|\bhad never happened\b/gu,
  ],
  [1, /\b[Nn]o (?:other )?\p{L}+ (?:is|was|has been|had been) (?:[\p{L}]+ ){0,2}(?:as|so) (?:much|many|important|large|big|valuable)\b/gu],
  [1, /\b(?:before|ahead of|above|than) (?:any|all|every) other\b/giu],
  [
    1,
    /\b(?:more|less|fewer|higher|lower|larger|smaller|bigger)\b(?: [\p{L}.'’-]+){0,8}? than (?:in|at|during) any (?:other |previous |earlier |single |one )?(?:month|year|quarter|week|period)\b/giu,
  ],
  [1, /\bthe (?:most|least|fewest)(?= (?:since (?:\w+ )?\d{4}|in (?:\w+|\d+) (?:years|months|decades)|ever|on record)\b)/giu],
  [
    1,
    /\b(?:supplied|supplies|provided|provides|bought|buys|sold|sells|imported|exported|received|sent|shipped|delivered) the most(?! (?:to|from|in|of)\b) [\p{L}]+/giu,
  ],
  [
    1,
    /\b(?:[Tt]he|[Ii]ts) (?:two|three|four|five|six|seven|eight|ten) (?:largest|biggest|top|leading)(?= (?:[\p{L}-]+ ){0,3}?[\p{L}-]+, (?:the )?\p{Lu}[^.;]{3,90} and (?:the )?\p{Lu}[\p{L} ]{2,20},)/gu,
  ],
  [
    1,
    /\b[Nn]o (?:other )?(?!\w+er\b)(?:[\p{L}'’-]+ ){1,4}(?:has|had|have) (?:ever )?[^.;,]{2,40}?\b(?:before(?! the)|since(?= \p{L}[^.;]*\b(?:19|20)\d\d\b))/gu,
  ],
  [1, /\bbest customer\b/giu],
  [1, /\b(?:more|less|fewer|higher|lower|larger|smaller)\b(?: [\p{L}.'’-]+){0,5} than (?:ever|at any (?:time|point))\b/giu],
  [
    1,
    /\b[Nn]o (?:year|month|quarter|decade) (?:of|in|since|before) [^.;,]{2,40} (?:had|has) (?:ever )?(?:seen|brought|known) (?:so|as) (?:little|few|much|many)\b/gu,
  ],
  [1, /\bthe most (?:popular|frequent|sought-after) (?:destination|market|supplier|source|partner|currency|buyer)\b/giu],
  [1, /\b(?:top(?:ped|s)|le(?:d|ads)|head(?:ed|s)) (?:the|that) (?:list|ranking|rankings|table|field|league)\b/giu],
  [
    1,
    /\ba (?:place|rank|position|title|distinction) (?:that )?(?:it|they|[\p{Lu}]\p{L}+) (?:last |had |first )?(?:held|had|took|occupied)/gu,
  ],
]

/** Counts the states excepted before the claim: `Apart from the United States, no customer …`. */
function exceptedBefore(before: string): number {
  const names = /\b(?:[Aa]part from|[Aa]side from|[Ee]xcept(?: for)?|[Bb]esides|[Aa]fter|[Bb]ehind) ([^.;]{2,120}), (?:\w+ )?$/.exec(
    before,
  )?.[1]
  return (names ?? '').split(/, (?:and )?| and /).filter((one) => /^(?:the )?\p{Lu}/u.test(one)).length
}

/** Counts the states excepted after the claim: `more than any other country except Ukraine`. */
function exceptedAfter(after: string): number {
  const names = /^[^,;.]{0,40}?,? (?:except(?: for)?|apart from|but|other than|bar|save) ((?:the )?\p{Lu}[^;.]{1,80})/u.exec(after)?.[1]
  return (names ?? '').split(/, (?:and )?| and /).filter((one) => /^(?:the )?\p{Lu}/u.test(one)).length
}

/** Returns the ranks of a sentence, each once, without those that only describe a state in passing. */
export function rankHeads(sentence: Analysis, amounts: readonly Head[]): Head[] {
  if (/^(?:not since|no longer)\b/i.test(sentence.text)) return []
  const negated = negatedSuperlatives.flatMap(([place, pattern]) =>
    matchesOf(sentence.text, pattern).map((match) =>
      rankHead(
        sentence,
        rankCue(match),
        place + exceptedBefore(sentence.text.slice(0, match.index)) + exceptedAfter(sentence.text.slice(match.index + match[0].length)),
      ),
    ),
  )
  const superlatives = cuesOf(sentence, ['rank']).filter((cue) => isRanking(sentence, cue, amounts))
  const ordinals = matchesOf(sentence.text, ordinalRoleNoun)
    .map(rankCue)
    .filter((cue) => !sentence.quantities.some((quantity) => quantity.rule === 'in-a-row' && overlaps(cue, quantity)))
  const heads = [...superlatives, ...ordinals]
    .sort((a, b) => a.start - b.start)
    .map((cue) => rankHead(sentence, cue, rankOfCue(sentence, cue)))
  const known = [...negated, ...heads]
  const otherRanks = rankMentions(
    sentence,
    known.map(({ cue, value }) => ({ cue: cue!, place: value! })),
  ).map(({ cue, place }) => rankHead(sentence, cue, place))
  const all = [...known, ...otherRanks.filter((one) => !known.some((other) => overlaps(one, other)))]
  const dethroned = /\b(?:no longer|not) (?:the|its) [^,;]{3,30}, but the /i.test(sentence.text)
  return all
    .filter((head, i) => all.findIndex((other) => isSameRank(sentence, head, other)) === i)
    .filter((head) => !dethroned || !/\b(?:no longer|not) (?:the |its )?$/i.test(textBefore(sentence.text, head)))
    .sort((a, b) => a.start - b.start)
}

/** Whether two heads are the same rank: `record high` is one rank; `first supplier and second customer` are two. */
const isSameRank = (sentence: Analysis, a: Head, b: Head): boolean =>
  gapBetween(a, b) < 12 && !/,|\b(?:and|to)\b/.test(sentence.text.slice(Math.min(a.end, b.end), Math.max(a.start, b.start)))

const rankCue = (match: RegExpMatchArray): Cue => ({
  kind: 'rank',
  text: match[0],
  start: match.index!,
  end: match.index! + match[0].length,
})

const rankHead = (sentence: Analysis, cue: Cue, value: number): Head => ({
  start: cue.start,
  end: cue.end,
  kind: 'ranking',
  cue,
  value,
  unit: 'rank',
  qualifier: rankQualifier(sentence, cue),
  rule: 'rank',
})

function isRanking(sentence: Analysis, cue: Cue, amounts: readonly Head[]): boolean {
  const before = textBefore(sentence.text, cue, 60)
  const after = sentence.text.slice(cue.end, cue.end + 60)
  if (/first time/i.test(cue.text) || (/^number \w+$/i.test(cue.text) && /^,/.test(after))) return false
  if (/^record$/i.test(cue.text) && /\b(?:(?:on|for|off|of) the|track|voting|straight) $/i.test(before)) return false
  if (/^(?:honest|modest|interest|guest|forest|protest|request|harvest|contest|invest|west|test|quest|arrest|conquest)$/i.test(cue.text))
    return false
  if (
    /\b(?:(?:one|some|among|many|several|two|three) of|among) (?:(?:the )?\p{L}+['’]s?|the|its|their|\p{Lu}\p{L}+['’]s?)(?: \w+)? $|\b(?:of|to|in|from|with|on) (?:the|its) world['’]s $/iu.test(
      before,
    )
  )
    return false
  if (
    /\b(?:t[ao]kes?|took|see[sn]?|saw|regards?|considers?|calls?|holds?)\b[^,;.]{0,40} (?:as|for|to be) (?:the|its|their) $/i.test(before)
  )
    return false
  if (
    /\b(?:two|three|four|five|six|seven|eight|nine|ten|\d+) $/i.test(before) ||
    /^ (?:threats?|challenges?|risks?|dangers?|concerns?|obstacles?|priorit(?:y|ies)|hopes?|fears?|problems?)\b/i.test(after)
  )
    return false
  if (
    /^(?:main|primary|principal|chief|leading|top)$/i.test(cue.text) &&
    amounts.length > 1 &&
    /^ (?:\w+ )?\w+(?:ers|ors|ets|tions|ces)\b/.test(after)
  )
    return false
  if (/^(?:main|primary|principal|chief|leading|top)$/i.test(cue.text)) return roleNounAfter.test(after)
  if (/^(?:least|most important)$/i.test(cue.text))
    return /most/i.test(cue.text) && /^ of (?:the|its|their|all|\p{Lu}\p{L}+['’])/u.test(after)
      ? true
      : /^ (?:since|in \w+ (?:years|decades))\b/i.test(after) || (/most/i.test(cue.text) && roleNounAfter.test(after))
  if (/^(?:reached a |peak)/i.test(cue.text)) return /\d/.test(after) || amounts.length > 0 || sentence.quantities.length > 0
  if (/^(?:lowest|highest|best|worst)$/i.test(cue.text) && /^ (?:point|ebb|moment|terms)\b/i.test(after)) return false
  if (/^ranking$/i.test(cue.text)) return /^ (?:first|second|third|\d)/i.test(after)
  if (/^ranked$/i.test(cue.text) && /^ (?:next|behind|below|after|above|ahead|lower|higher)\b/i.test(after)) return false
  if (/^rank$/i.test(cue.text)) return /^ed|^s? (?:first|second|third|\d)/i.test(after)
  return !/^record$/i.test(cue.text) || !/^s? (?:of (?!(?:\W|\d|about|almost))|shows?|on|keeping|books)\b/i.test(after)
}

function rankOfCue(sentence: Analysis, cue: Cue): number {
  const top = /(?:among|in|one of) the (?:first|top) (\w+)\b/i.exec(sentence.text.slice(Math.max(0, cue.start - 14), cue.end + 10))
  const found = ordinalRank.exec(sentence.text.slice(Math.max(0, cue.start - 12), cue.end + 12))?.groups
  const ordinal = found?.['ordinal'] ?? found?.['place']
  if (found?.['second'] !== undefined) return 2
  if (top !== null && /^(?:\d+|ten|five)$/i.test(top[1]!)) return /^\d/.test(top[1]!) ? Number(top[1]) : /ten/i.test(top[1]!) ? 10 : 5
  if (ordinal !== undefined) return ordinalOf(ordinal)
  const number = found?.['number']
  return number === undefined
    ? 1
    : /^\d/.test(number)
      ? Number(number)
      : ['one', 'two', 'three', 'four', 'five'].indexOf(number.toLowerCase()) + 1
}

function rankQualifier(sentence: Analysis, cue: Cue): string | null {
  const since = /^[^,.;]*?\b(in (?:\w+|\d+) (?:years|decades)|since (?:the )?\d{4}s?|on record|ever)/i.exec(textAfter(sentence.text, cue))
  const word = /record|all-time|peak/i.test(cue.text) ? 'record' : since === null ? null : cue.text.toLowerCase().replace(/^the /, '')
  return since === null ? word : `${word} ${since[1]!.toLowerCase()}`
}
