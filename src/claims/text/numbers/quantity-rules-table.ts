import { monthPattern } from '../calendar.ts'
import type { QuantityMention } from '../mention.ts'
import { currencyOf, currencySigns, currencyWords } from './currencies.ts'
import { fractionOf, fractionPattern, numberOf, numberPattern, ordinalOf, ordinalPattern, scaleOf, scalePattern } from './number-words.ts'
import { physicalUnit, physicalUnits } from './physical-units.ts'

type Read = Pick<QuantityMention, 'kind' | 'value' | 'unit'> &
  Partial<Pick<QuantityMention, 'low' | 'high' | 'noun' | 'qualifier' | 'bound' | 'scale'>>

type Groups = Readonly<Record<string, string | undefined>>

/** One rule of the grammar of quantities: its pattern, its meaning, and an example that a test reads. */
export interface QuantityRule {
  readonly name: string
  readonly pattern: RegExp
  read(groups: Groups): Read | undefined
  /** A text in which this rule finds one amount, and the value of that amount. */
  readonly example: readonly [text: string, value: number]
}

const N = numberPattern
const S = scalePattern
const dash = String.raw`\s?(?:-|–|—|\bto\b|\band\b)\s?`
const pattern = (source: string): RegExp => new RegExp(String.raw`(?<![\w$€£¥₹₽.,]|[a-z]-)${source}`, 'gi')
/** Makes the pattern of a range between two numbers. It does not match after `from`, since `from 6 to 7` is a change. */
const rangeEnds = (source: string): RegExp => pattern(`(?<!\\bfrom (?:[\\w ]{0,12} )?)${source}`)
/** Nouns that an ordinal may count as a series: `the third consecutive deficit`, `the fifth yearly rise in a row`. */
const repeatedRound = 'deficit|surplus|shortfall|increase|rise|growth|gain|fall|drop|decline|decrease|record'
/** Excludes a number after `by`: `widened by 16 billion to 55 billion` is an increase and its result, not a range. */
const notAfterBy = String.raw`(?<!\bby (?:[a-z]+ ){0,2}\S*\d\s?(?:billion|million|trillion|bn|mn|bln|mln))`
const percentSign = String.raw`(?:\s?%|[\s-]per ?cent\b|[\s-]?pct?\b)`
const pointWords = String.raw`(?:[\s-]percentage[\s-]points?\b|\s?pp\b|\s?p\.p\.|[\s-]points?\b(?= (?:of|more|fewer|less|higher|lower|above|below|up|down)\b))`
/** Matches what follows a number without a counted noun: ` in May` in `rose to 57 in May`. */
const noNounAfter = String.raw`(?=\s*(?:$|[.,;:()?!'"”’—–]|(?:in|to|and|or|from|by|for|than|at|on|with|as|but|while|this|last|that|which|a year|an? \w+ earlier|behind|ahead|before|after|since|during|when|was|were|is|are|had|has|up|down|over|under|compared|against|in|between|within|more|less|the year|the month)\b))`

/** Matches what follows a large number without a counted noun: `809 million came from`, `5.1 billion of these sales`, `104.6 billion widened to`. */
const amountAfter = String.raw`(?=\s+(?:came|went|comes|goes|of (?:this|that|these|those|them|it|which|its|their|the)|each|respectively|together|altogether|annually|yearly|apiece|(?:one|two|three|four|five|six|ten|\d+) (?:years?|months?) (?:before|earlier|ago|later)|(?:rose|fell|grew|shrank|widened|narrowed|swelled|slipped|dropped|climbed|increased|declined))\b)`

/** Reads an amount of money; undefined if the number or the currency is unknown. */
function money(number: string, scale: string | undefined, currency: string | undefined): Read | undefined {
  const code = currency === undefined ? undefined : currencyOf(currency)
  return code === undefined || Number.isNaN(numberOf(number))
    ? undefined
    : moneyInPublishedUnit(numberOf(number) * scaleOf(scale), code, scaleOf(scale))
}

/**
 * Expresses an amount of money as published: in billions or millions if the text does so, else in single units.
 *
 * @example moneyInPublishedUnit(45e9, 'USD', 1e9).unit   // 'USD bn'
 */
export function moneyInPublishedUnit(
  amount: number,
  code: string,
  scale: number,
): { readonly kind: 'money'; readonly value: number; readonly unit: string } {
  const [name, by] = scale >= 1e9 ? [' bn', 1e9] : scale >= 1e6 ? [' mn', 1e6] : ['', 1]
  return { kind: 'money', value: roundFloat(amount / by), unit: `${code}${name}` }
}

/** Rounds to 12 digits, which avoids 0.30000000000000004 for 0.1 + 0.2. */
const roundFloat = (value: number): number => Number(value.toPrecision(12))

function range(one: Read | undefined, other: Read | undefined): Read | undefined {
  if (one === undefined || other === undefined || one.value >= other.value) return undefined
  return { ...other, value: roundFloat((one.value + other.value) / 2), low: one.value, high: other.value, bound: 'range' }
}

const percent = (value: number, qualifier?: string): Read => ({
  kind: 'percent',
  value: roundFloat(value),
  unit: 'percent',
  ...(qualifier === undefined ? {} : { qualifier: qualifier.toLowerCase() }),
})

const partOf = (a: string, b: string, words: string): Read | undefined =>
  numberOf(a) < numberOf(b) ? percent((100 * numberOf(a)) / numberOf(b), words) : undefined

/** The rules in the order in which they are tried. What one rule has matched is not available to later ones. */
export const quantityRules: readonly QuantityRule[] = [
  {
    name: 'money-range',
    pattern: rangeEnds(
      `(?:between )?(?<sign>${currencySigns})\\s?(?<a>${N})(?<sa>${S})?${notAfterBy}${dash}(?:${currencySigns})?\\s?(?<b>${N})(?<s>${S})`,
    ),
    read: ({ sign, a, sa, b, s }) => range(money(a!, sa ?? s, sign), money(b!, s, sign)),
    example: ['worth $6.5-6.7 billion', 6.6],
  },
  {
    name: 'money-sign',
    pattern: pattern(`(?<sign>${currencySigns})\\s?(?<n>${N})(?<s>${S})?`),
    read: ({ sign, n, s }) => money(n!, s, sign),
    example: ['US$147 billion', 147],
  },
  {
    name: 'money-words-range',
    pattern: rangeEnds(`(?:between )?(?<a>${N})${dash}(?<b>${N})(?<s>${S})\\s(?:worth of )?(?<word>${currencyWords})`),
    read: ({ a, b, s, word }) => range(money(a!, s, word), money(b!, s, word)),
    example: ['5 to 6 billion euros', 5.5],
  },
  {
    name: 'money-compound',
    pattern: pattern(`(?<a>${N})\\s(?:billion|bn) (?:and )?(?<b>${N})\\s(?:million|mn|mln)\\b(?: (?<word>${currencyWords}))?`),
    read: ({ a, b, word }) => {
      const amount = numberOf(a!) * 1e9 + numberOf(b!) * 1e6
      const code = word === undefined ? undefined : currencyOf(word)
      return code === undefined ? { kind: 'count', value: amount, unit: 'count', scale: 1e9 } : moneyInPublishedUnit(amount, code, 1e9)
    },
    example: ['8 billion 485 million dollars', 8.485],
  },
  {
    name: 'money-words',
    pattern: pattern(`(?<n>${N})(?<s>${S})?[\\s-](?<word>${currencyWords})`),
    read: ({ n, s, word }) => money(n!, s, word),
    example: ['550 billion dollars', 550],
  },
  {
    name: 'percent-range',
    pattern: rangeEnds(
      `(?:between (?<a>${N})${percentSign}?\\sand\\s|(?<c>${N})${percentSign}?(?:\\s?(?:-|–|—|\\bto\\b|\\bor\\b)\\s?))(?<b>${N})${percentSign}`,
    ),
    read: ({ a, b, c }) => range(percent(numberOf(a ?? c!)), percent(numberOf(b!))),
    example: ['45-50 per cent', 47.5],
  },
  {
    name: 'percentage-points',
    pattern: pattern(`(?<n>${N})${pointWords}`),
    read: ({ n }) => ({ kind: 'percentage-points', value: numberOf(n!), unit: 'percentage_points' }),
    example: ['2.4 percentage points', 2.4],
  },
  {
    name: 'signed-percent',
    pattern: /(?<=[(,;:\s])(?<sign>[+−-]|plus |minus )(?<n>\d+(?:\.\d+)?)(?:\s?%| per ?cent\b)/gi,
    read: ({ sign, n }) => ({ kind: 'percent', value: numberOf(n!) * (/^[+p]/i.test(sign!) ? 1 : -1), unit: 'percent_change' }),
    example: ['imports (-0.3%)', -0.3],
  },
  {
    name: 'percent',
    pattern: pattern(`(?<n>${N})${percentSign}`),
    read: ({ n }) => percent(numberOf(n!)),
    example: ['26.3%', 26.3],
  },
  {
    name: 'percent-words',
    pattern:
      /(?<=\bfrom )(?<n>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty)(?= to (?:[\w.-]+) ?(?:%|per ?cent\b))/gi,
    read: ({ n }) => percent(numberOf(n!)),
    example: ['rose from two to many per cent', 2],
  },
  {
    name: 'out-of',
    pattern: pattern(
      `(?<words>(?<a>${N}) (?:[a-z]+ )?(?:in(?: every)?|out of(?: every)?|of every) (?<b>${N}))\\b(?!\\s?(?:%|per|years?|months?|days?|bn|billion|\\d))`,
    ),
    read: ({ a, b, words }) => partOf(a!, b!, words!),
    example: ['three votes in four', 75],
  },
  {
    name: 'fold',
    pattern:
      /(?<![\w.])(?<n>\d+(?:\.\d+)?|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred)[\s-]?fold\b/gi,
    read: ({ n }) => ({ kind: 'times', value: n === 'hundred' ? 100 : numberOf(n!), unit: 'times' }),
    example: ['a tenfold rise', 10],
  },
  {
    name: 'times',
    pattern: pattern(`(?<n>${N})(?:[\\s-]times|x)\\b(?! (?:a|per|each|in|since|during|this|last|when|between|from) )`),
    read: ({ n }) => ({ kind: 'times', value: numberOf(n!), unit: 'times' }),
    example: ['12 times as much', 12],
  },
  {
    name: 'multiple-verb',
    pattern:
      /\b(?<verb>doubl(?:ed?|es|ing)|tripl(?:ed?|es|ing)|trebl(?:ed?|es|ing)|quadrupl(?:ed?|es|ing)|quintupl(?:ed?|es|ing)|halv(?:ed?|es|ing)|twice(?! (?:a|in) ))\b(?![- ](?:digit|edged|standard|tax|check))/gi,
    read: ({ verb }) => multiple(verb!),
    example: ['more than doubled', 2],
  },
  {
    name: 'fraction',
    pattern: new RegExp(
      `(?<![\\w-])(?<part>${fractionPattern})(?![ -]majority)(?! (?:of (?:this|last|the) (?:year|century|month)(?!['’]s)|years?\\b|(?:a|an) (?:million|billion|dozen)|quarter|million|billion|year|time|place|largest|biggest|world|party|parties|countr|state|person|day|week|consecutive|straight|of (?:\\d{4}|fiscal)|round|package|tranche|veto|resolution|meeting|summit|session|visit|launch|term\\b|attempt|edition|bridge|plant|reactor|line|ship|submarine|front|crossing|port|airport|railway|unit|phase|pipeline|station|base|contract|deal|agreement|treaty|member|option|reason|group|wave|generation|route|corridor|terminal|in (?:a|the) row))(?<!first half|second half|latter half|(?:first|second|third|fourth|last|next|previous|past|final) (?:\\w+ )?quarters?)`,
      'gi',
    ),
    read: ({ part }) => percent(fractionOf(part!), part!),
    example: ['two-thirds of its oil', 100 / 1.5],
  },
  {
    name: 'most',
    pattern: pattern(
      `(?<words>(?:the )?(?:(?:larger|bigger|greater|lion['’]s) (?:part|share)|majority|bulk|most)) of (?=(?:these|those)\\b|(?:[\\w'’-]+ ){1,8}?(?:was|were|is|are|came|comes?|went|goes?|has been|have been|harvest)\\b|the \\w+[.,])`,
    ),
    read: ({ words }) => percent(50, words!),
    example: ['most of them were Russian', 50],
  },
  {
    name: 'lion-share',
    pattern: /(?<words>(?:the )?lion['’]s share)(?= of\b)/gi,
    read: ({ words }) => percent(50, words!),
    example: ['Fuels account for the lion’s share of all that Chad sells', 50],
  },
  {
    name: 'most-object',
    pattern:
      /(?<=\b(?:gets?|got|buys?|bought|receives?|received|sells?|sold|sends?|sent|imports?|imported|exports?|exported|draws?|drew|does|did|do) )(?<words>(?:the )?(?:most|bulk|majority)) of (?=(?:its|their|the|all|his|our)\b)/gi,
    read: ({ words }) => percent(50, words!),
    example: ['Laos gets most of its arms from China', 50],
  },
  {
    name: 'every-nth',
    pattern: pattern(
      `(?<words>every (?<n>second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth))(?= (?!year|month|week|day|time)[a-z])`,
    ),
    read: ({ n, words }) => percent(100 / ordinalOf(n!), words!),
    example: ['every fourth foreign student', 25],
  },
  {
    name: 'nearly-all',
    pattern: pattern(`(?<words>(?:almost|nearly|virtually|practically) (?:all|always|the entire|every|entirely|exclusively|wholly))\\b`),
    read: ({ words }) => percent(100, words!),
    example: ['almost all of its gas', 100],
  },
  {
    name: 'physical',
    pattern: pattern(`(?<n>${N})(?<s>${S})?[\\s-]?(?<word>${physicalUnits})`),
    read: ({ n, s, word }) => physicalUnit(numberOf(n!) * scaleOf(s), word!),
    example: ['38 billion cubic metres', 38],
  },
  {
    name: 'duration',
    pattern: pattern(
      `(?<n>${N})[\\s-](?:(?:fiscal|full|whole|consecutive|straight|successive|calendar|more|long|previous|past|last)[\\s-])*(?<word>years?|months?|weeks?|days?|decades?|centur(?:y|ies)|hours?|minutes?)\\b`,
    ),
    read: ({ n, word }) => ({ kind: 'duration', value: numberOf(n!), unit: word!.replace(/s?$/, 's') }),
    example: ['75 years old', 75],
  },
  {
    name: 'tally',
    pattern:
      /(?<!\b(?:rose|risen|rise|grew|grown|fell|fallen|fall|dropped|increased|decreased|up|down|gained|lost) )\b(?:by|of|voted) (?<n>\d{1,3})(?: votes)?(?=(?: to |-|–)(?:\d{1,3}|[a-z]+(?=[.,;]|$))\b(?!\s?(?:%|per|years?|billion|million)))/gi,
    read: ({ n }) => ({ kind: 'count', value: Number(n), unit: 'count', noun: 'votes' }),
    example: ['by a vote of 93 to 24', 93],
  },
  {
    name: 'tally-against',
    pattern:
      /(?<=(?<!\b(?:rose|risen|rise|grew|grown|fell|fallen|fall|dropped|increased|decreased|up|down|gained|lost) )\b(?:by|of|voted) \d{1,3}(?: votes)?(?: in favou?r)?(?: to |-|–)(?:\d{1,3}-)?)(?<n>\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b(?!-\D|\s?(?:%|per|pct?\b|years?|billion|million|votes? (?:in favou?r|for)\b))/gi,
    read: ({ n }) => ({ kind: 'count', value: numberOf(n!), unit: 'count', noun: 'votes' }),
    example: ['was passed by 120 votes to 14', 14],
  },
  {
    name: 'votes',
    pattern: pattern(
      `(?<!\\b(?:all|these|those) )(?<n>${N})(?= (?:states? |countries |members? )?(?:against\\b|abstain(?:ed|ing)\\b|in favou?r\\b|voted\\b))`,
    ),
    read: ({ n }) =>
      isYear(n!, undefined) || /^an? $/i.test(n!) ? undefined : { kind: 'count', value: numberOf(n!), unit: 'count', noun: 'votes' },
    example: ['five against', 5],
  },
  {
    name: 'edition',
    pattern: pattern(
      `(?<n>${ordinalPattern}) (?:foreign |such |joint |annual |US |American |Russian |Chinese )?(?<noun>edition|iteration|resolution(?= on\\b| adopted\\b| of its kind\\b)|(?:meeting|visit)(?= since\\b| in \\w+ (?:years|months)\\b|[.,])|veto|summit|anniversary|instal(?:l)?ment|tranche|satellite|launch|trip|mission)\\b`,
    ),
    read: ({ n, noun }) => ({ kind: 'count', value: ordinalOf(n!), unit: 'count', noun: noun!.toLowerCase() }),
    example: ['the nineteenth edition of the exercise', 19],
  },
  {
    name: 'in-a-row',
    pattern: pattern(
      `(?<=(?:\\b(?:for (?:the|a)|the|its|their)|['’]s) )(?<n>(?!first\\b)${ordinalPattern}) (?:consecutive |straight |successive )?(?<noun>year|month|quarter|time)(?: of (?:growth|decline|increase))?(?= in a row| running|(?<=(?:consecutive|straight|successive) \\w+)|(?<=\\bfor the \\S+ (?:year|time))\\b)`,
    ),
    read: ({ n, noun }) => ({ kind: 'count', value: ordinalOf(n!), unit: 'count', noun: noun! }),
    example: ['the largest partner for the sixth time in a row', 6],
  },
  {
    name: 'in-a-row',
    pattern: pattern(
      `(?<=\\b(?:the|its|their|a) )(?<n>(?!first\\b)${ordinalPattern}) (?:(?:consecutive|straight|successive) (?:(?:yearly|annual|monthly|quarterly) )?(?<noun>${repeatedRound})|(?:(?:yearly|annual|monthly|quarterly) )?(?<turn>${repeatedRound})(?= in a row| running| in succession))\\b`,
    ),
    read: ({ n, noun, turn }) => ({ kind: 'count', value: ordinalOf(n!), unit: 'count', noun: (noun ?? turn)! }),
    example: ['it was the third deficit in a row', 3],
  },
  {
    name: 'in-a-row',
    pattern: pattern(`(?<=\\b(?:the|its|their) )(?<n>(?!first\\b)${ordinalPattern})(?= (?:in a row|running|in succession)\\b)`),
    read: ({ n }) => ({ kind: 'count', value: ordinalOf(n!), unit: 'count', noun: 'time' }),
    example: ['a deficit, the ninth in a row', 9],
  },
  {
    name: 'in-a-row',
    pattern: pattern(
      `(?<=\\b(?:is|was|marks|marked|only|just)(?: \\w+)? (?:only )?the |\\bonly the |\\bjust the )(?<n>(?!first\\b)${ordinalPattern}) time(?= (?:that|in|since|this|ever|the|it|they|\\p{Lu}))`,
    ),
    read: ({ n }) => ({ kind: 'count', value: ordinalOf(n!), unit: 'count', noun: 'time' }),
    example: ['it was the third time that the Assembly had met', 3],
  },
  {
    name: 'count-range',
    pattern: rangeEnds(
      `(?:between )?(?<a>\\d[\\d,]*)${dash}(?<b>\\d[\\d,]*)(?![\\d.%]|\\s?(?:per ?cent|percent|billion|million|bn|mn|years?|months?|days?)\\b)`,
    ),
    read: ({ a, b }) =>
      isYear(a!, undefined) || isYear(b!, undefined) || numberOf(b!) < 10
        ? undefined
        : range(
            { kind: 'count', value: numberOf(a!), unit: 'count' },
            { kind: 'count', value: numberOf(b!), unit: 'count', noun: 'range' },
          ),
    example: ['3,000 to 4,000 soldiers', 3500],
  },
  {
    name: 'bare',
    pattern: pattern(
      `(?<n>${N})(?![.,]?\\d)(?<s>${S})?(?:(?<=\\d\\s?(?:[a-z]*illion|bn|mn|bln|mln|bil|mil|m))${amountAfter}|${noNounAfter})`,
    ),
    read: ({ n, s }) => {
      const value = roundFloat(numberOf(n!) * scaleOf(s))
      return isYear(n!, s) || (s === undefined && !/^\d/.test(n!)) ? undefined : { kind: 'count', value, unit: 'count', scale: scaleOf(s) }
    },
    example: ['the figure had stood at 56.8 billion', 56.8e9],
  },
  {
    name: 'count',
    pattern: pattern(`(?<n>${N})(?<s>${S})?(?=[\\s-](?!${monthPattern}\\b)(?<noun>[a-zà-ɏ-]+))`),
    read: ({ n, s, noun }) => {
      const value = roundFloat(numberOf(n!) * scaleOf(s))
      return isYear(n!, s) || (s === undefined && /^an? ?$/i.test(n!))
        ? undefined
        : { kind: 'count', value, unit: 'count', noun: noun!.toLowerCase() }
    },
    example: ['180 tanks', 180],
  },
]

function multiple(verb: string): Read {
  const word = verb.toLowerCase()
  if (/^halv/.test(word)) return { kind: 'percent', value: -50, unit: 'percent_change', qualifier: word }
  const value = /^tr/.test(word) ? 3 : /^quad/.test(word) ? 4 : /^quin/.test(word) ? 5 : 2
  return { kind: 'times', value, unit: 'times', qualifier: word }
}

/** Whether a number is a year: four digits without a separator, from 1800 to 2099, and no scale after it. */
const isYear = (number: string, scale: string | undefined): boolean => scale === undefined && /^(?:18|19|20)\d\d$/.test(number)
