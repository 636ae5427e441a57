import { type Analysis, cuesOf, gap, nearest, overlaps } from './analysis.ts'
import type { ClaimKind } from './claim.ts'
import type { Cue } from './cues.ts'
import type { QuantityMention, Span } from './mention.ts'
import { ordinalOf, ordinalPattern } from './number-words.ts'

/** What one claim hangs on: a number, a place in an order, a comparison, a change without a number, or something that happened. */
export interface Head extends Span {
  readonly kind: ClaimKind
  readonly quantity?: QuantityMention
  /** The number before, in from-to claims. */
  readonly from?: QuantityMention
  readonly value: number | null
  readonly unit: string | null
  /** -1 = fell. */
  readonly sign?: 1 | -1 | 0
  readonly cue?: Cue
  readonly qualifier: string | null
  readonly rule: string
}

/** The claims of a sentence by what they hang on, in order. */
export function headsOf(sentence: Analysis): Head[] {
  const amounts = amountHeads(sentence)
  const ranks = /^(?:not since|never before|no longer)\b/i.test(sentence.text) ? [] : rankHeads(sentence)
  const comparisons = comparisonHeads(sentence, amounts)
  const bare = amounts.length + ranks.length + comparisons.length > 0 ? [] : bareHeads(sentence)
  return [...amounts, ...ranks, ...comparisons, ...bare].sort((a, b) => a.start - b.start)
}

function amountHeads(sentence: Analysis): Head[] {
  const kept = sentence.quantities
    .filter((quantity) => isClaimed(sentence, quantity))
    .filter((quantity, i, all) => !isSaidAgain(sentence, quantity, i, all))
  const heads: Head[] = []
  const compared = cuesOf(sentence, ['compare']).find(
    (cue) =>
      /^(?:exceed|outstrip|surpass|overt|outpac|eclips|dwarf|outsold)/i.test(cue.text) && !kept.some((quantity) => gap(cue, quantity) <= 1),
  )
  for (let i = 0; i < kept.length; i++) {
    const [one, next] = [kept[i]!, kept[i + 1]]
    const joined = next === undefined ? undefined : fromTo(sentence, one, next)
    heads.push(
      joined ??
        (compared !== undefined && one.kind === 'money' && one.start > compared.end
          ? { ...single(sentence, one), kind: 'comparison', cue: compared, rule: 'exceeded-amount' }
          : single(sentence, one)),
    )
    if (joined !== undefined) i++
  }
  return heads
}

const smallTalk =
  /^(?:[\s-](?:way|countries|sides|states|nations|neighbou?rs|presidents|leaders|governments|capitals|powers|economies|militaries|of the|of its|thing|partners|allies|hundred|pronged|day|days|weeks?|hours?|thirds))/i

/** Numbers that claim nothing by themselves: the two, one of the, a five-year plan. */
function isClaimed(sentence: Analysis, quantity: QuantityMention): boolean {
  const after = sentence.text.slice(quantity.end)
  const before = sentence.text.slice(0, quantity.start)
  if (quantity.kind === 'count') {
    if (smallTalk.test(after) && quantity.value <= 3) return false
    if (/\b(?:article|chapter|resolution|phase|stage|round|track|number|no\.|group of|\d\+)\s*$/i.test(before)) return false
    return !/^\s*(?:am|pm|o'clock)\b/i.test(after)
  }
  if (quantity.kind === 'duration')
    return (
      /^\s*(?:old|anniversary)/i.test(after) ||
      (/\b(?:last(?:ed|s)?|for|mark(?:ed|s|ing)?)\s*$/i.test(before) === true && /anniversary/i.test(after))
    )
  return true
}

/** `SAR91 billion ($24.3 billion)` is one amount: the dollars count. */
function isSaidAgain(sentence: Analysis, quantity: QuantityMention, i: number, all: readonly QuantityMention[]): boolean {
  if (quantity.kind !== 'money') return false
  const other = [all[i + 1], all[i - 1]].find(
    (one) => one?.kind === 'money' && one.unit !== quantity.unit && isBracketed(sentence.text, quantity, one),
  )
  return other !== undefined && (other.unit.startsWith('USD') || (!quantity.unit.startsWith('USD') && other.start < quantity.start))
}

function isBracketed(text: string, one: Span, other: Span): boolean {
  const [first, second] = one.start < other.start ? [one, other] : [other, one]
  return /^\s*[(,[]\s*(?:or |about |around |roughly |some |≈|~|equivalent to )*$/i.test(text.slice(first.end, second.start))
}

/** Two numbers of one kind that are the ends of a change. */
function fromTo(sentence: Analysis, one: QuantityMention, next: QuantityMention): Head | undefined {
  if (one.kind !== next.kind || one.unit.slice(0, 3) !== next.unit.slice(0, 3)) return undefined
  const between = sentence.text.slice(one.end, next.start)
  const before = sentence.text.slice(0, one.start)
  if (/\bfrom\s*$/i.test(before) && /^(?:[^,;]|,(?! (?:and|while))){0,60}\bto\s*(?:a record\s*)?$/i.test(between))
    return changeHead(sentence, next, one, 'from-to')
  if (
    /^[^;]{0,40}\b(?:up|down|rising|falling|compared (?:with|to)|against|versus|vs\.?|as opposed to|instead of)(?: just| only| about| around| from| a)*\s*$/i.test(
      between,
    )
  )
    return changeHead(sentence, one, next, 'up-from')
  if (/^(?: [\w-]+){0,3} from(?: just| only| about| around)?\s*$/i.test(between) && /\bto\s*$/i.test(before))
    return changeHead(sentence, one, next, 'to-from')
  return undefined
}

function changeHead(sentence: Analysis, to: QuantityMention, from: QuantityMention, rule: string): Head {
  const span = { start: Math.min(to.start, from.start), end: Math.max(to.end, from.end) }
  return { ...span, kind: 'trend', quantity: to, from, value: claimed(to), unit: to.unit, qualifier: qualifierOf(sentence, to), rule }
}

/** What the words round a number make of it. */
function single(sentence: Analysis, quantity: QuantityMention): Head {
  const base = {
    start: quantity.start,
    end: quantity.end,
    quantity,
    value: claimed(quantity),
    unit: quantity.unit,
    qualifier: qualifierOf(sentence, quantity),
  }
  if (quantity.kind === 'percent' || quantity.kind === 'percentage-points') return percentHead(sentence, quantity, base)
  if (quantity.kind === 'times') return timesHead(sentence, quantity, base)
  if (quantity.kind === 'duration') return { ...base, kind: 'event', rule: 'duration' }
  const change = changeBy(sentence, quantity)
  if (change !== undefined) return { ...base, kind: 'trend', sign: change, value: base.value * (change || 1), rule: 'changed-by' }
  return { ...base, kind: quantity.kind === 'count' ? 'count' : 'quantity', rule: `amount-${quantity.kind}` }
}

type Base = Pick<Head, 'start' | 'end' | 'unit' | 'qualifier'> & { readonly quantity: QuantityMention; readonly value: number }

function percentHead(sentence: Analysis, quantity: QuantityMention, base: Base): Head {
  const sign = changeAround(sentence, quantity)
  if (sign === undefined && /^not since\b/i.test(sentence.text)) return { ...base, kind: 'comparison', rule: 'not-since' }
  if (sign === undefined) return { ...base, kind: quantity.kind === 'percent' ? 'share' : 'quantity', rule: 'share-of' }
  const unit = quantity.kind === 'percent' ? 'percent_change' : base.unit
  return { ...base, kind: 'trend', unit, sign, value: base.value * (sign === -1 ? -1 : 1), rule: 'percent-change' }
}

function timesHead(sentence: Analysis, quantity: QuantityMention, base: Base): Head {
  const after = sentence.text.slice(quantity.end)
  const comparing =
    /^ (?:as (?:much|many|large|big|high)|more than|larger than|higher than|bigger than|that of|the (?:size|value|amount|volume|figure|level))/i.test(
      after,
    ) || /^twice$/i.test(sentence.text.slice(quantity.start, quantity.end))
  const year = sentence.times.some((time) => time.role === 'base' || time.role === 'since')
  return {
    ...base,
    kind: comparing && !year ? 'comparison' : 'trend',
    sign: quantity.value < 1 ? -1 : 1,
    rule: comparing ? 'times-as' : 'multiplied',
  }
}

/** `rose by 5 billion`: the amount itself is the change. */
function changeBy(sentence: Analysis, quantity: QuantityMention): 1 | -1 | undefined {
  if (!/\b(?:by|of)\s*$/i.test(sentence.text.slice(0, quantity.start))) return undefined
  const cue = cuesOf(sentence, ['up', 'down'], { start: Math.max(0, quantity.start - 30), end: quantity.start }).at(-1)
  return cue === undefined ||
    (/\bof\s*$/i.test(sentence.text.slice(0, quantity.start)) && !/(?:increase|rise|fall|drop|decline|decrease|gain|loss)$/i.test(cue.text))
    ? undefined
    : cue.kind === 'up'
      ? 1
      : -1
}

const shareBehind = /^\s*(?:share|stake|of (?!(?:growth|the (?:growth|increase|rise)))|in (?:exports|imports|total))/i
const shareBefore =
  /\b(?:accounts? for|accounted for|accounting for|ma(?:kes?|de|king) up|constitut\w+|compris\w+|represent\w+|shares? (?:of|was|is|stood at|reached|at|to|had been|has been|fell to|rose to|climbed to|grew to|dropped to|slipped to)|provid\w+|suppl\w+|receiv\w+|absorb\w+|took|takes|bought|buys|with|at|a|to)\s*$/i

/** Whether a percentage tells a change, and which way; undefined where it is a share. */
function changeAround(sentence: Analysis, quantity: QuantityMention): 1 | -1 | undefined {
  const before = sentence.text.slice(Math.max(0, quantity.start - 45), quantity.start)
  const after = sentence.text.slice(quantity.end, quantity.end + 45)
  const behind =
    /^\s*-?\s*(?:(?:year[- ]on[- ]year|annual|annually|yearly|y-?o-?y)\s)?(?:(?<up>more|higher|up\b|increase|rise|growth|jump|surge|gain|larger|greater|above)|(?<down>less|lower|down\b|decrease|drop|fall|decline|reduction|cut|smaller|fewer|below|contraction|slump|plunge))/i.exec(
      after,
    )?.groups
  if (behind?.['up'] !== undefined) return 1
  if (behind?.['down'] !== undefined) return -1
  const cue = cuesOf(sentence, ['up', 'down'], { start: Math.max(0, quantity.start - 45), end: quantity.start }).at(-1)
  if (
    cue !== undefined &&
    /^(?:growth|increase|rise|expansion|decline|fall|drop|decrease|surge|jump|contraction|slump)$/i.test(cue.text) &&
    /\b(?:at|of|was|were|came to|reached|by)\s*$/i.test(before)
  )
    return cue.kind === 'up' ? 1 : -1
  if (cue !== undefined && /\bto\s*$/i.test(before)) return undefined
  if (shareBehind.test(after) && (cue === undefined || (!/\bby\s*$/i.test(before) && gap(cue, quantity) > 8))) return undefined
  if (
    cue !== undefined &&
    !(shareBefore.test(before) && gap(cue, quantity) > 12) &&
    !/[,;]\s/.test(before.slice(before.length - gap(cue, quantity)))
  )
    return cue.kind === 'up' ? 1 : -1
  if (/^\s*(?:year[- ]on[- ]year|from a year|on the year|compared)/i.test(after) && cue !== undefined) return cue.kind === 'up' ? 1 : -1
  return undefined
}

/** Ranges count by their middle; fractions in words by their first decimal. */
const claimed = (quantity: QuantityMention): number =>
  Math.round(quantity.value * 1000) / 1000 === quantity.value ? quantity.value : Math.round(quantity.value * 10) / 10

function qualifierOf(sentence: Analysis, quantity: QuantityMention): string | null {
  const record = /\b(?:a |an )?(?:new )?(record|all-time high|historic high)(?: of| high of)?\s*$/i.exec(
    sentence.text.slice(0, quantity.start),
  )
  return quantity.qualifier ?? record?.[1]?.toLowerCase() ?? null
}

const ranked = new RegExp(
  `(?<ordinal>${ordinalPattern})[- ](?:largest|biggest|most|highest|greatest|leading|main|important|place)|(?:No\\. ?|number )(?<number>\\d+|one|two|three|four|five)|(?:rank(?:ed|s)?|was|is|to|in|came|place[ds]?) (?:\\w+ )?(?<place>${ordinalPattern})\\b`,
  'iu',
)

function rankHeads(sentence: Analysis): Head[] {
  const cues = cuesOf(sentence, ['rank']).filter((cue) => isRanking(sentence, cue))
  const heads = cues.map(
    (cue): Head => ({
      start: cue.start,
      end: cue.end,
      kind: 'ranking',
      cue,
      value: placeOf(sentence, cue),
      unit: 'rank',
      qualifier: rankQualifier(sentence, cue),
      rule: 'rank',
    }),
  )
  return heads.filter((head, i) => heads.findIndex((other) => gap(head, other) < 12) === i)
}

function isRanking(sentence: Analysis, cue: Cue): boolean {
  const before = sentence.text.slice(Math.max(0, cue.start - 20), cue.start)
  const after = sentence.text.slice(cue.end, cue.end + 40)
  if (/\b(?:one|some|among|many|several|two|three) of (?:the|its|their)(?: \w+)? $/i.test(before)) return false
  if (/^(?:main|primary|principal|chief|leading|top)$/i.test(cue.text))
    return /^[- ]+(?:\w+ ){0,3}(?:supplier|partner|market|destination|source|buyer|importer|exporter|customer|investor|creditor|lender|donor|trading|trade|export|import|arms|recipient|provider|seller)/i.test(
      after,
    )
  if (/^(?:reached a |peak)/i.test(cue.text)) return /\d/.test(after) || sentence.quantities.length > 0
  return !/^record$/i.test(cue.text) || !/^s? (?:of|shows?|on|keeping|books)\b/i.test(after)
}

function placeOf(sentence: Analysis, cue: Cue): number {
  const found = ranked.exec(sentence.text.slice(Math.max(0, cue.start - 12), cue.end + 12))?.groups
  const ordinal = found?.['ordinal'] ?? found?.['place']
  if (ordinal !== undefined && !/first time/i.test(cue.text)) return ordinalOf(ordinal)
  const number = found?.['number']
  return number === undefined
    ? 1
    : /^\d/.test(number)
      ? Number(number)
      : ['one', 'two', 'three', 'four', 'five'].indexOf(number.toLowerCase()) + 1
}

function rankQualifier(sentence: Analysis, cue: Cue): string | null {
  const since = /^[^,.;]*?\b(in (?:\w+|\d+) (?:years|decades)|since (?:the )?\d{4}s?|on record|ever)/i.exec(sentence.text.slice(cue.end))
  const word = /record|all-time|peak/i.test(cue.text) ? 'record' : since === null ? null : cue.text.toLowerCase().replace(/^the /, '')
  return since === null ? word : `${word} ${since[1]!.toLowerCase()}`
}

function comparisonHeads(sentence: Analysis, amounts: readonly Head[]): Head[] {
  return cuesOf(sentence, ['compare'])
    .filter((cue) => !amounts.some((head) => overlaps(cue, head) || head.cue === cue))
    .filter((cue) => !sentence.quantities.some((quantity) => gap(cue, quantity) <= 1))
    .filter((cue) => !(/^(?:behind|ahead of)$/i.test(cue.text) && sentence.cues.some(({ kind }) => kind === 'rank')))
    .slice(0, 1)
    .map(
      (cue): Head => ({
        start: cue.start,
        end: cue.end,
        kind: 'comparison',
        cue,
        value: null,
        unit: null,
        qualifier: null,
        rule: 'compared',
      }),
    )
}

/** A change of something measurable without a number. */
function bareHeads(sentence: Analysis): Head[] {
  const measurable = sentence.topics.filter(({ topic }) => ['trade', 'energy', 'arms', 'investment', 'finance'].includes(topic.domain))
  const cue = cuesOf(sentence, ['up', 'down', 'flat']).find((one) => {
    const topic = nearest(one, measurable)
    return topic !== undefined && gap(one, topic) < 50
  })
  if (cue === undefined) return []
  return [
    {
      start: cue.start,
      end: cue.end,
      kind: 'trend',
      cue,
      value: null,
      unit: null,
      sign: cue.kind === 'down' ? -1 : cue.kind === 'up' ? 1 : 0,
      qualifier: null,
      rule: 'bare-change',
    },
  ]
}
