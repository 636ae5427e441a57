import type { Cue } from '../../text/claim-cues.ts'
import type { TextSpan } from '../../text/mention.ts'
import { matchesOf } from '../../text/patterns/matches.ts'
import { textBefore, textBetween } from '../../text/span-text.ts'
import { type Analysis, cuesOf, gapBetween, nearest, overlaps } from '../sentence/analysis.ts'
import type { Head } from '../sentence/head.ts'
import { isTemporal } from './comparisons.ts'

const measurable: ReadonlySet<string> = new Set([
  'trade',
  'energy',
  'arms',
  'investment',
  'finance',
  'narrative',
  'exercises',
  'technology',
])
const verbOrDegree =
  '(?:bought|sold|imported|exported|sent|received|took|traded|lent|gave|spent|invested|delivered|supplied|produced|became?|becom(?:es|ing)|had been|were|was|is|are|gr[eo]wn?|got|gets?|turned|somewhat|slightly|much|even|still)'
const comparativeWay = '(?<way>larger|bigger|wider|higher|greater|more|smaller|narrower|lower|less|fewer|rarer)'
/** Words after a comparative, if it compares with an earlier time or leaves the comparison open: `was lower than in 2020`, `is higher again`. */
const thanBefore = String.raw`(?=(?: still)?(?:[.,;]| than (?:in|before|usual|normal|a|ever|the (?:year|month|quarter|years?) before|\w+ years)| again|$))`
const comparativeChange = new RegExp(
  String.raw`\b${verbOrDegree}(?: (?:even|still|much|somewhat|slightly|far|a little|a bit|ever))? ${comparativeWay}\b${thanBefore}`,
  'giu',
)

const notNegated = String.raw`(?<!\b(?:no|none|nobody|only|to|than|never|no one|not)\b[^,;]{0,60})`
const tradeVerb =
  '(?:b(?:ought|uys?|uying)|s(?:old|ells?|elling)|import(?:ed|s|ing)?|export(?:ed|s|ing)?|sent|sends?|received|receives?|took|takes?|order(?:ed|s)|deliver(?:ed|s)|suppl(?:ied|ies|y)|shipped|ships|spent|spends?|lent|lends?|invest(?:ed|s)|got|gets?)'
/** Excludes comparisons of two states: `Bought more gas than Italy`. */
const notThanOther = String.raw`(?! (?:[\p{L}'’.-]+ ){1,8}?than (?!(?:in|before|ever|usual|normal|a (?:year|decade)|the (?:year|month|quarter|years|previous|same|five)|\w+ years)\b))`
/** Verbs of trade with more or less of something than before: `sold more arms to India`, `bought fewer cars`, `sells less to its neighbour`. */
const comparativeOfThing = new RegExp(
  String.raw`${notNegated}\b${tradeVerb}(?: (?:it|them|there|its \p{L}+|\p{Lu}\p{L}+))?(?: (?:much|even|far|still|somewhat|slightly|a little|a bit))? (?<way>more|fewer|less)\b(?![:?]| (?:than|of the same|and more|often|or less)\b)${notThanOther}`,
  'giu',
)
/** A comparative whose verb is omitted: `sold fewer arms to India, but more to China`. */
const ellipticComparative = /(?<=\b(?:but|while|and) (?:\p{L}+ )?)(?<way>more|fewer|less) (?=(?:to|from|in|of)\b(?! (?:it|the same)\b))/gu
const clauseStart = String.raw`(?<=^|[,;] (?:but |and |while |whereas )?|\b(?:but|while|whereas) )`
const thenTransferred = String.raw`(?= (?:[\p{L}'’-]+ ){0,5}?(?:(?:is|are|was|were|has been|have been)(?: being)? (?:bought|sold|shipped|delivered|imported|exported|sent|supplied|ordered|spent|invested|traded)|came|comes?|went|goes|arrived|flowed|left|crossed|reached)\b)`
/** A comparative at the start of its clause: `Fewer arms are being shipped`, `Less came in from Iraq`, `but more went to Poland`. */
const leadingComparative = new RegExp(
  String.raw`${clauseStart}(?<way>[Mm]ore|[Ff]ewer|[Ll]ess)(?! (?:than|of|and|or|often|recently|generally|important(?:ly)?)\b)${thenTransferred}(?! [^,;]* than (?:at|from|to|\p{Lu}))`,
  'gu',
)

/** The start of a sentence if its subject was named before: `It has more than …`, `Their value has …`, `The share …`. */
const anaphoricSubject =
  /^(?:(?:but|and|yet|since then),? )?(?:it|they|this|that|both|those|(?:their|its|the) (?:share|figure|total|amount|volume|value|number|gap|sum)s?)\b[^,;]{0,40}$/i

/** A change that is not stated but presupposed: `the recent expansion of joint exercises`. */
const nominalChange =
  /(?<!\b(?:[Aa]fter|[Ff]ollowing|[Dd]espite|[Aa]mid) (?:[\w’'-]+ ){0,3})\b(?:recent|steady|sharp|rapid|marked|dramatic|steep|continued) (?:expansion|growth|increase|rise|surge|decline|fall|drop|reduction|slump) (?:of|in) /giu

/** Returns the changes that are stated without a number, in clauses without numbers: `exports have grown`. At most two, in opposite directions. */
export function bareChangeHeads(sentence: Analysis, others: readonly Head[]): Head[] {
  const measured = sentence.topics.filter(({ topic }) => measurable.has(topic.domain))
  const causes = cuesOf(sentence, ['causal'])
  const first = causes.length > 0 && sentence.times.length === 0 ? causes[0]!.start : sentence.text.length
  const verbs = cuesOf(sentence, ['up', 'down', 'flat']).filter((one) => {
    const topic = nearest(one, measured)
    if (topic === undefined && sentence.topics.length === 0)
      return anaphoricSubject.test(textBefore(sentence.text, one)) && !isNotPredicate(sentence, one)
    return (
      topic !== undefined &&
      gapBetween(one, topic) < (topic.start > one.start ? 16 : 50) &&
      !overlaps(one, topic) &&
      !isNotPredicate(sentence, one)
    )
  })
  const plain = [comparativeChange, comparativeOfThing, leadingComparative].flatMap((pattern) => matchesOf(sentence.text, pattern))
  const comparatives = [...plain, ...(plain.length > 0 ? matchesOf(sentence.text, ellipticComparative) : [])].map(
    (match): Cue => ({
      kind: /larger|bigger|wider|higher|greater|more/i.test(match.groups!['way']!) ? 'up' : 'down',
      text: match[0],
      start: match.index,
      end: match.index + match[0].length,
    }),
  )
  const named = matchesOf(sentence.text, nominalChange)
    .filter((match) =>
      measured.some((topic) => overlaps(topic, { start: match.index + match[0].length, end: match.index + match[0].length + 12 })),
    )
    .map(
      (match): Cue => ({
        kind: /decline|fall|drop|reduction|slump/i.test(match[0]) ? 'down' : 'up',
        text: match[0],
        start: match.index,
        end: match.index + match[0].length,
      }),
    )
  const free = [
    ...named,
    ...verbs,
    ...(measured.length > 0 || others.length > 0 || cuesOf(sentence, ['share']).length > 0 ? comparatives : []),
  ]
    .filter((cue) => cue.end <= first)
    .filter((cue) => !(others.length > 0 && reasonClause.test(textBefore(sentence.text, cue))))
    .filter(
      (cue) => !others.some((head) => overlaps(head, cue) || areInOneClause(sentence.text, head, cue)) && !isInComparison(sentence, cue),
    )
    .sort((a, b) => a.start - b.start)
  const [one] = free
  const second = one === undefined ? undefined : free.find((cue) => isOppositeChange(sentence.text, one, cue))
  return [one, second].flatMap((cue) => (cue === undefined ? [] : [bareChangeHead(cue)]))
}

/** Whether two clauses state opposite changes: `Fewer arms are shipped, but exports to Europe have grown`. */
const isOppositeChange = (text: string, one: Cue, other: Cue): boolean =>
  other.start > one.end &&
  other.kind !== one.kind &&
  /[,;] (?:but|while|whereas|and|though|although|yet)\b|; | while | whereas | but /.test(textBetween(text, one, other))

/** A clause that gives a reason and makes no claim: `…, as the appetite for bonds has kept growing`. */
const reasonClause = /, as (?!of\b|well\b|against\b|in\b|it\b|they\b)[^,;]*$/i

const bareChangeHead = (cue: Cue): Head => ({
  start: cue.start,
  end: cue.end,
  kind: 'trend',
  cue,
  value: null,
  unit: null,
  sign: cue.kind === 'down' ? -1 : cue.kind === 'up' ? 1 : 0,
  qualifier: null,
  rule: 'bare-change',
})

const areInOneClause = (text: string, a: TextSpan, b: TextSpan): boolean => {
  const [first, second] = a.start < b.start ? [a, b] : [b, a]
  const between = textBetween(text, first, second)
  return !/[;:,]|\b(?:and|but|while|whereas)\b/.test(between) || /^(?: [\w’'-]+){0,10}, (?:[a-z]+ )?by\b/.test(between)
}

/** Whether a word of change is not the predicate of the measured thing: `a flat tax`, `rising tensions`, `gold, up here`. */
const isNotPredicate = (sentence: Analysis, cue: Cue): boolean =>
  (cue.text === 'down' && /\bputs? [^.;]{0,60}$/i.test(textBefore(sentence.text, cue))) ||
  (/^(?:jump|growth|rise|fall|decline|increase|surge|gain|drop|slump|expansion|reduction|cut|slide|recovery)$/i.test(cue.text) &&
    /\b(?:the|this|a|an|that|its|their|(?<!\p{L})[\p{L}]+['’]s) (?:\w+ )?$/iu.test(textBefore(sentence.text, cue)) &&
    !/\b(?:saw|sees?|show(?:s|ed)?|record(?:s|ed)?|post(?:s|ed)?|report(?:s|ed)?|was|were|is)\b[^,;]{0,12}$/i.test(
      textBefore(sentence.text, cue),
    )) ||
  isAttributive(sentence, cue) ||
  (/^(?:flat|stable|steady|higher|lower|growth|growing|rising|falling)$/i.test(cue.text) &&
    !/\b(?:was|were|is|are|been|remain\w*|stay\w*|kept|keeps?|went on|goes on)(?: \w+)? $/i.test(textBefore(sentence.text, cue)))

/** Whether a participle is used as an adjective: `growing need`, `a rapidly expanding market`, `increased aid`. */
function isAttributive(sentence: Analysis, cue: Cue): boolean {
  const before = textBefore(sentence.text, cue)
  if (/ing$/i.test(cue.text))
    return !/\b(?:is|are|was|were|been|be|keeps?|kept|went on|goes on|continued?s?|started?|began|stopped)(?: \w+)? $/i.test(before)
  return /ed$/i.test(cue.text) && /(?:^|\b(?:the|an?|its|their|with|of|despite|more|most|for) )$/i.test(before)
}

const isInComparison = (sentence: Analysis, cue: Cue): boolean =>
  cuesOf(sentence, ['compare']).some((other) => overlaps(other, cue) && !isTemporal(sentence, other))
