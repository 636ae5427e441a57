import { monthPattern } from '../../text/calendar.ts'
import type { QuantityMention } from '../../text/mention.ts'
import { textAfter, textBefore, textBetween, textOfSpan } from '../../text/span-text.ts'
import { type Analysis, cuesOf, gapBetween } from '../sentence/analysis.ts'
import type { Head } from '../sentence/head.ts'

type NumberHead = Pick<Head, 'start' | 'end' | 'unit' | 'qualifier'> & { readonly quantity: QuantityMention; readonly value: number }

/** Returns the head of a percentage or fraction: a share, a change, a multiple, a comparison, a tariff rate or a promise. */
export function percentHead(sentence: Analysis, quantity: QuantityMention, base: NumberHead): Head {
  if (quantity.unit === 'percent_change') return { ...base, kind: 'trend', sign: quantity.value < 0 ? -1 : 1, rule: 'signed-change' }
  if (undertaking.test(textBefore(sentence.text, quantity))) return { ...base, kind: 'attribution', rule: 'promised' }
  const sign = quantity.rule === 'nearly-all' || quantity.rule === 'most' ? undefined : signOfPercentage(sentence, quantity)
  if (sign === undefined && /^not since\b/i.test(sentence.text)) return { ...base, kind: 'comparison', rule: 'not-since' }
  const part = partOfOtherLevel(sentence, quantity)
  if (sign === undefined && part !== undefined) return { ...base, ...part }
  if (sign === undefined && isTariffRate(textBefore(sentence.text, quantity), textAfter(sentence.text, quantity)))
    return { ...base, kind: 'quantity', rule: 'rate' }
  if (sign === undefined) return { ...base, kind: 'share', rule: 'share-of' }
  const unit = quantity.kind === 'percent' ? 'percent_change' : base.unit
  return { ...base, kind: 'trend', unit, sign, value: base.value * (sign === -1 ? -1 : 1), rule: 'percent-change' }
}

/** Words of a promise before a change: `agreed to double trade`, `aims to cut imports by 40%`. */
const undertaking =
  /\b(?:promis(?:ed?|es)|pledg(?:ed?|es)|vow(?:ed|s)?|agreed|aim(?:s|ed)?|plan(?:s|ned)?|wants?|wanted|hop(?:es?|ed)|committed (?:itself|themselves)?|is|are|was|were) ?to (?!(?:the )?\p{Lu})(?:[\w'’-]+ ){0,6}$/u

/** Whether a percentage is a rate of duty and neither a share nor a change: `a 100% tariff`, `duties of up to 35.3%`. */
const isTariffRate = (before: string, after: string): boolean =>
  /\b(?:tariffs?|dut(?:y|ies)|lev(?:y|ies)|tax(?:es)?) of\s*$/i.test(before) ||
  /^[- ](?:\w+ )?(?:tariffs?|dut(?:y|ies)|tax(?:es)?|lev(?:y|ies)|interest)\b/i.test(after)

const dated = String.raw`(?:the (?:year|month|quarter|previous|preceding|same)\b|a year|(?:19|20)\d\d)`
/** Words for an earlier level: `of the 2022 bill`, `of its former level`. */
const ofNamedLevel = String.raw`(?:of )?(?:the|that|its|their) (?:(?:\d{4}|pre-?\w+|previous|earlier|former) (?:level|bill|figure|total|amount|value|volume)|(?:level|bill|figure|amount|value|volume) (?:of|in) (?:\d{4}|the)|total of \d{4})`
const earlierLevel = new RegExp(
  String.raw`^ (?:as (?:much|many|large|big|high)(?!(?: \w+){0,3} (?:in|from|to) \p{Lu})|${ofNamedLevel}|(?:of )?(?:that|those) (?:of|in) ${dated}|of (?:what|that) it (?:was|had been))`,
  'iu',
)
const otherLevel =
  /^ (?:of )?(?:\p{Lu}\p{L}+['’]s?(?=[.,;]|$)|that\b(?! it)|those\b(?! (?:exports|imports|sales|purchases|deliveries|shipments|goods|arms))|the (?:\p{Lu}\p{L}+ (?:one|figure|total|amount|level|value)|level of \p{Lu}))(?! (?:country|state)['’])/u

/**
 * Returns the head of a fraction of another level. `Half of the 2022 bill` and `shrunk to a tenth` compare with an earlier level; `a third of the Russian
 * total` compares two states. Undefined for other numbers.
 */
function partOfOtherLevel(
  sentence: Analysis,
  quantity: QuantityMention,
): Pick<Head, 'kind' | 'unit' | 'value' | 'sign' | 'rule'> | undefined {
  const after = textAfter(sentence.text, quantity)
  const before = textBefore(sentence.text, quantity)
  if (quantity.kind !== 'percent' || /\bfor\s*$/i.test(before)) return undefined
  const shrunk =
    quantity.rule === 'fraction' &&
    /\b(?:shr[aiu]nk|f[ae]ll(?:en)?|dropped|down|reduced|cut|declined|dwindled|collapsed)(?: back)? to\s*$/i.test(before)
  if (/^ as (?:much|many|large|big|high) again\b/i.test(after))
    return { kind: 'trend', unit: 'percent_change', value: Math.round(quantity.value * 10) / 10, sign: 1, rule: 'again' }
  const times = Math.round(quantity.value * 10) / 1000
  if ((shrunk && !/\bshare|proportion\b/i.test(before)) || earlierLevel.test(after))
    return { kind: 'trend', unit: 'times', value: times, sign: -1, rule: 'part-of-earlier' }
  return otherLevel.test(after)
    ? { kind: 'comparison', unit: 'percent', value: Math.round(quantity.value * 10) / 10, rule: 'part-of-other' }
    : undefined
}

const thanEarlier =
  /^ (?:(?:as|more|higher|larger|bigger|greater)\b[^,;]{0,30}\b(?:(?:than|as) (?:in\b|before|a (?:year|decade)|\w+ years?|it was|they were|the year)|before)|(?:what it (?:was|had been|were))|(?:the|their|its) (?:level|figure|value|total|amount|volume)s? (?:of|in|a) |(?:that|those) (?:of|in) (?:the (?:year|month|quarter|previous|preceding|same)|a year|(?:19|20)\d\d)\b)/i
const thanOther =
  /^ (?:as (?:much|many|large|big|high)|what (?:it|they|he|\p{Lu}\p{L}+) [^,;.]{0,25}\b(?:in|from|to|with) (?:the )?\p{Lu}|more\b|larger|higher|bigger|greater|that of|those\b|(?:the )?\p{Lu}[\p{L} ]+['’]s?\b|the (?:size|value|amount|volume|figure|level))/iu

/** Returns the head of a multiple of an earlier level, or of another state's level. */
export function multipleHead(sentence: Analysis, quantity: QuantityMention, base: NumberHead): Head {
  const after = textAfter(sentence.text, quantity)
  const alone = /^twice$/i.test(textOfSpan(sentence.text, quantity)) && cuesOf(sentence, ['up']).length === 0
  const dated = sentence.times.some(({ role }) => role === 'base' || role === 'since')
  if (undertaking.test(textBefore(sentence.text, quantity))) return { ...base, kind: 'attribution', rule: 'promised' }
  const fell =
    quantity.rule === 'fold' && cuesOf(sentence, ['down'], { start: Math.max(0, quantity.start - 12), end: quantity.start }).length > 0
  if (fell) return { ...base, kind: 'trend', sign: -1, value: Math.round(1000 / quantity.value) / 1000, rule: 'multiplied' }
  const comparing = (thanOther.test(after) || alone) && !thanEarlier.test(after) && !dated
  return {
    ...base,
    kind: comparing ? 'comparison' : 'trend',
    sign: quantity.value < 1 ? -1 : 1,
    rule: comparing ? 'times-as' : 'multiplied',
  }
}

const upWord = /\b(?:larger|higher|bigger|more|greater|up|above)\b/i
const downWord = /\b(?:smaller|lower|less|fewer|down|below)\b/i
const signOf = (words: string): 1 | -1 | undefined => (upWord.test(words) ? 1 : downWord.test(words) ? -1 : undefined)

const thanMonth = new RegExp(
  String.raw`^\s*(?:more|less|higher|lower|larger|smaller|fewer) than (?:in )?(?:early |late |mid-)?${monthPattern}`,
)

/**
 * Returns kind and sign of an amount that is a change (`rose by 5 billion`, `5 billion more than in 2020`) or a distance (`76 billion behind`). Undefined for
 * other amounts.
 */
export function changeInAmount(sentence: Analysis, quantity: QuantityMention): Pick<Head, 'kind' | 'sign' | 'rule'> | undefined {
  const before = textBefore(sentence.text, quantity)
  const after = textAfter(sentence.text, quantity)
  const than =
    /^\s*(?:more|less|higher|lower|larger|smaller|fewer|above|below|up|down)\b(?: than| on| from)?[^,;]{0,20}?(?:\d{4}|a year|the year|before|earlier|years? )/i.exec(
      after,
    )
  if ((than ?? thanMonth.exec(after)) !== null && quantity.kind !== 'count')
    return { kind: 'trend', sign: signOf((than ?? thanMonth.exec(after))?.[0] ?? '') ?? 1, rule: 'changed-by' }
  if (/^\s*(?:behind|ahead(?: of)?|(?:more|less|higher|lower|larger|smaller) than)\b/i.test(after) && quantity.kind !== 'count')
    return { kind: 'comparison', sign: 0, rule: 'apart-by' }
  const by = /\b(larger|smaller|higher|lower|bigger|greater|less|more|up|down) by\s*$/i.exec(before)
  if (by !== null)
    return {
      kind: 'trend',
      sign: /^(?:up|more|higher)$/i.test(by[1]!) ? 1 : /^(?:down|less|lower)$/i.test(by[1]!) ? -1 : 0,
      rule: 'changed-by',
    }
  const direct = quantity.kind === 'money' ? cuesOf(sentence, ['up', 'down']).find((cue) => cue.end === quantity.start - 1) : undefined
  if (direct !== undefined && /^(?: to\b|,? ?\(|[.,;]| (?:from|on|compared|in|over|year|and)\b)/.test(after))
    return { kind: 'trend', sign: direct.kind === 'up' ? 1 : -1, rule: 'changed-by' }
  if (!/\b(?:by|of)\s*$/i.test(before)) return undefined
  const near = /\bby\s*$/i.test(before) && quantity.kind !== 'count' ? 0 : Math.max(0, quantity.start - 30)
  const cue = cuesOf(sentence, ['up', 'down'], { start: near, end: quantity.start }).at(-1)
  if (cue === undefined || (/\bof\s*$/i.test(before) && !/(?:increase|rise|fall|drop|decline|decrease|gain|loss)$/i.test(cue.text)))
    return undefined
  return { kind: 'trend', sign: cue.kind === 'up' ? 1 : -1, rule: 'changed-by' }
}

/** Verbs of a plan: `The two are to invest 5 billion`. */
const plannedDeeds = '(?:is|are|was|were) to (?:put|invest|spend|raise|double|reach|deliver|supply|buy|build|lend|pay|provide|receive)'
const announcedDeeds = String.raw`announced (?:an?\b|plans?|investments?|that (?:[\w'’-]+ ){1,6}would)`
const agreedDeeds = 'agreed to (?:supply|sell|order|raise|bring|lift|double|invest|buy|reach|expand)'
const pledgeVerbs = 'promis(?:ed?|es|ing)|pledg(?:ed?|es|ing)|vow(?:ed|s)?|targets?|targeted|targeting|goal'
const intentionVerbs =
  'aim(?:s|ed|ing)? (?:to|for|at)|want(?:s|ed)?(?: to)?|(?:offer|request|demand|propos)(?:s|es|ed)|wish(?:es)? to|(?:plan|intend)(?:s|ed)? to|planned to'
const promiseWords = new RegExp(
  String.raw`\b(?:${pledgeVerbs}|${intentionVerbs}|ha(?:s|ve) agreed to|${plannedDeeds}|undert(?:ook|ake)|commit(?:ted|s)? (?:itself |themselves )?to|${announcedDeeds}|${agreedDeeds}|will (?:put|invest|spend))\b`,
  'i',
)

/** A participle that only describes an investment and makes no promise: `Investment pledged to Vietnam rose`. */
const pledgedParticiple =
  /\b(?:pledged|promised|committed) (?:to|in|by|for) (?:the )?\p{Lu}[^,;]{0,40}(?=\b(?:rose|fell|grew|increased|decreased|declined|dropped|jumped|surged|climbed|slipped|reached|came to|amounted|stood at|totall?ed|was|were) )/u

/** Whether a number belongs to a promise, target or announcement rather than to a fact. */
export function isPromised(sentence: Analysis, quantity: QuantityMention): boolean {
  const before = textBefore(sentence.text, quantity)
  const clause = before.slice(
    Math.max(before.lastIndexOf(';'), before.lastIndexOf(' while '), before.lastIndexOf(' but '), before.lastIndexOf(' that costs ')) + 1,
  )
  return promiseWords.test(clause.replace(pledgedParticiple, ''))
}

const shareAfter = /^\s*(?:share|stake|of (?!(?:growth|the (?:growth|increase|rise)))|in (?:exports|imports|total))/i
const shareVerbBefore =
  /\b(?:accounts? for|accounted for|accounting for|ma(?:kes?|de|king) up|constitut\w+|compris\w+|represent\w+|shares? (?:of|was|is|stood at|reached|at|to|had been|has been|fell to|rose to|climbed to|grew to|dropped to|slipped to)|provid\w+|suppl\w+|receiv\w+|absorb\w+|took|takes|bought|buys|with|at|a|to)\s*$/i
const changeWordAfter =
  /^\s*-?\s*(?:(?:year[- ]on[- ]year|annual|annually|yearly|y-?o-?y)\s)?(?:(?<up>more|higher|up\b|increase|rise|growth|jump|surge|gain|larger|greater|bigger|wider|dearer|above)|(?<down>less|lower|down\b|decrease|drop|fall|decline|reduction|cut|smaller|fewer|narrower|cheaper|below|contraction|slump|plunge))/i

/** Words after a number that make it a share, whatever verb comes before: `Grew by a quarter to 109 billion, or 5.9 per cent of its GDP`. */
const ofGdp = /^ of (?:[\p{L}’'-]+ ){0,3}(?:GDP|gross domestic product|economic output|national income)\b/u

/** Returns the sign of the change that a percentage gives: 1 = rose, -1 = fell; undefined if the percentage is a share. */
function signOfPercentage(sentence: Analysis, quantity: QuantityMention): 1 | -1 | undefined {
  const before = textBefore(sentence.text, quantity, 45)
  const after = sentence.text.slice(quantity.end, quantity.end + 45)
  if (ofGdp.test(after)) return undefined
  const behind = changeWordAfter.exec(after)?.groups
  if (behind?.['up'] !== undefined) return 1
  if (behind?.['down'] !== undefined) return -1
  if (
    /\b(?:annual average|average annual (?:rate|growth|increase)|annual rate|yearly average|a year)(?: \w+)?(?: of| by)?\s*$/i.test(
      before,
    ) ||
    /^\s*(?:a year|per year|annually)\b/i.test(after)
  ) {
    const way = cuesOf(sentence, ['up', 'down'])[0]
    if (way !== undefined) return way.kind === 'up' ? 1 : -1
  }
  const said = /\b(plus|minus)(?: of)?\s*$/i.exec(before)?.[1]
  if (said !== undefined) return /plus/i.test(said) ? 1 : -1
  const bracketed = signFromAmount(sentence, quantity)
  if (bracketed !== undefined) return bracketed
  const cue = cuesOf(sentence, ['up', 'down'], { start: Math.max(0, quantity.start - 45), end: quantity.start }).at(-1)
  const way =
    cue === undefined || byAmountBefore.test(before)
      ? signFromEarlierVerb(sentence, quantity, before)
      : signFromCue(quantity, cue, before, after)
  return way ?? signFromRow(sentence, quantity)
}

/** Words between two percentages that share a verb, the second one for another flow: `(to 3 billion) and imports`, ` in the first quarter, imports`. */
const otherFlowWithoutVerb =
  /^(?: \([^)]*\)| (?:in|during|over) (?:the )?[\w ]{3,25})?,? (?:(?:and|while) )?(?:its |their |the )?(?:imports|exports|purchases|sales|deliveries|shipments)(?: (?:from|to) \p{Lu}\p{L}+)? (?:by )?$/u

const rowItemBefore = / (?<by>in|of|for|to|from) [\p{L} ]{2,30}(?:,|,? and|, while)(?: by)? $/u
const rowItemAfter = /^ (?<by>in|of|for|to|from) \p{L}/u

/**
 * Returns the sign of the neighbouring percentage in a row, since the items of a row change in the same direction: `growth of 48 percent in exports and 15
 * percent in imports`, `275 percent and Qatar 279 percent more`. Undefined outside a row.
 */
function signFromRow(sentence: Analysis, quantity: QuantityMention): 1 | -1 | undefined {
  const { text, quantities } = sentence
  const i = quantities.findIndex(({ start }) => start === quantity.start)
  const [before, next] = [quantities[i - 1], quantities[i + 1]]
  const rowJoint =
    before?.kind === 'percent' && before.unit === quantity.unit ? rowItemBefore.exec(textBetween(text, before, quantity)) : null
  if (before !== undefined && rowJoint !== null && rowItemAfter.exec(textAfter(text, quantity))?.groups?.['by'] === rowJoint.groups?.['by'])
    return signOfPercentage(sentence, before)
  const elliptic = before?.kind === 'percent' && otherFlowWithoutVerb.test(textBetween(text, before, quantity))
  if (elliptic && /^[.,;]| \(/.test(textAfter(text, quantity)) && before.unit === quantity.unit) return signOfPercentage(sentence, before)
  if (isNextInRow(sentence, i)) return signOfPercentage(sentence, quantities[before?.kind === 'percent' ? i - 1 : i - 2]!)
  if (next?.kind !== 'percent' || !/^,? and (?:the )?\p{Lu}[\p{L}’' ]+ (?:by )?$/u.test(textBetween(text, quantity, next))) return undefined
  const behind = changeWordAfter.exec(textAfter(text, next))?.groups
  return behind?.['up'] !== undefined ? 1 : behind?.['down'] !== undefined ? -1 : undefined
}

const predicateWords = String.raw`is|are|was|were|had|has|have|made|makes?|took|takes?|held|holds?|accounts?|accounted|represent\w*|\w+ing|than`
const namedWithoutVerb = new RegExp(
  String.raw`^,?(?: and| while| but)? (?:(?:to|from|with|for|in) (?:the )?)?(?:(?!(?:or|of|to|at|by|for|with|an?|is|are|was|were|had|has|have|shares?|made|makes?|took|takes?|held|holds?|accounts?|accounted|represent\w*|\w+ing|than|from)\b)[\p{L}’'-]+ )(?:(?!(?:or|${predicateWords}|at|shares?)\b|to $)[\p{L}’'-]+ ){0,4}$`,
  'u',
)

/**
 * Whether a percentage is the next in a row that omits the verb: `exports fell 11 percent to 258 billion and imports 6.6 percent to 221`, `oil down 16.1%, coal
 * 24.7%`.
 */
function isNextInRow({ text, quantities }: Analysis, i: number): boolean {
  const [own, last] = [quantities[i]!, quantities[i - 1]]
  const first = last?.kind === 'percent' ? last : quantities[i - 2]
  if (first?.kind !== 'percent' || last === undefined || first.unit !== own.unit || own.rule !== first.rule) return false
  if (
    last !== first &&
    !/^(?: (?:in|during|over|on|from) [\w ]{2,25}?)? (?:to|at) (?:just |only |about |around )?$/.test(textBetween(text, first, last))
  )
    return false
  return (
    namedWithoutVerb.test(textBetween(text, last, own)) &&
    /^(?:[.;]|,? (?:and|but|while) |, (?!of|or|which)| to \W{0,3}[\d$€£¥]|$)/.test(textAfter(text, own))
  )
}

const byAmountBefore = /\bby(?: a mere| only| just| about| around| some| nearly| almost| over| more than| as much as)?\s*$/i

/**
 * Returns the sign of a percentage that restates a change in an amount: `down by 889 million euros (2.3 percent)`, `up $5 billion (8%)`, `grew by $1.2 billion,
 * or 12.5 percent`. Otherwise undefined.
 */
function signFromAmount(sentence: Analysis, quantity: QuantityMention): 1 | -1 | undefined {
  const lead = /(?:\b(?:by|up|down)|(?:increase|rise|fall|drop|decline|gain|loss) of) (?:[\w$€£.,-]+ ){1,6}(?:\(|(?<=, )or )$/i.exec(
    textBefore(sentence.text, quantity),
  )
  if (lead === null) return undefined
  const way = cuesOf(sentence, ['up', 'down'], { start: 0, end: quantity.start }).at(-1)
  return way === undefined ? undefined : way.kind === 'up' ? 1 : -1
}

/** Returns the sign of an earlier verb: `shrank by 40 per cent without it, with it by a mere 20`. Otherwise undefined. */
function signFromEarlierVerb(sentence: Analysis, quantity: QuantityMention, before: string): 1 | -1 | undefined {
  if (!byAmountBefore.test(before)) return undefined
  const cue = cuesOf(sentence, ['up', 'down'], { start: 0, end: quantity.start }).at(-1)
  return cue === undefined ? undefined : cue.kind === 'up' ? 1 : -1
}

function signFromCue(quantity: QuantityMention, cue: NonNullable<Head['cue']>, before: string, after: string): 1 | -1 | undefined {
  const sign = cue.kind === 'up' ? 1 : -1
  const noun =
    /^(?:growth|increase|rise|expansion|decline|fall|drop|decrease|surge|jump|contraction|slump|reduction|gains?|loss|slip|dip)$/i.test(
      cue.text,
    )
  if (noun && /\b(?:at|of|was|were|came to|reach(?:ed|ing)|by)\s*$/i.test(before)) return sign
  if (/\b(?:to|at|from)(?: (?:a|an|just|only|about|around|the|as (?:much|little) as)\b)*\s*$/i.test(before)) return undefined
  if (/\b(?:below|above|past|beyond)\b/i.test(quantity.qualifier ?? '') && gapBetween(cue, quantity) <= 1) return undefined
  if (/^\s*of (?:the world|all\b|the total|global|its\b|their\b)/i.test(after) && /^grow|^expand/i.test(cue.text)) return undefined
  if (shareAfter.test(after) && !/\bby\s*$/i.test(before) && gapBetween(cue, quantity) > 8) return undefined
  if (
    !(shareVerbBefore.test(before) && gapBetween(cue, quantity) > 12) &&
    !/[,;]\s/.test(before.slice(before.length - gapBetween(cue, quantity)))
  )
    return sign
  return /^\s*(?:year[- ]on[- ]year|from a year|on the year|compared)/i.test(after) ? sign : undefined
}
