import type { Measured } from '../claim.ts'
import { actorsIn } from '../text/names/actors.ts'
import { topicsIn } from '../text/topics/topics.ts'
import { type IndicatorPhrase, indicatorPhrases } from './indicator-phrases.ts'

/** What the words of an indicator name. */
export interface NamedIndicator {
  readonly phrase: IndicatorPhrase
  /** What is stated about the quantity. */
  readonly form: Measured['form']
  /** For a share: the state or group whose whole it is, if the words name it. */
  readonly wholeOf?: string | undefined
  /** For a share: of its own output (`as a share of GDP`). */
  readonly ofGdp?: boolean
  /** For a rank: whether buyers, sellers or partners are ranked; absent for a rank among all states or among the years of a flow. */
  readonly ranked?: 'buyer' | 'seller' | 'partner'
  /** For a rank: the record year, or the highest or lowest of years. */
  readonly record?: 'highest' | 'lowest'
  /** For a change without a number: which way. */
  readonly sense?: 'larger' | 'smaller' | 'unchanged'
}

/** The words of an indicator with each state written `@`, and the ids of these states in their order. */
interface Normalised {
  readonly words: string
  readonly states: readonly (readonly string[])[]
}

function normalised(indicator: string): Normalised {
  const mentions = actorsIn(indicator, '9999').filter(({ form }) => form !== 'pronoun')
  let [words, at] = ['', 0]
  for (const { start, end } of mentions) {
    if (start < at) continue
    words += `${indicator.slice(at, start)}@`
    at = end
  }
  words += indicator.slice(at)
  const plain = words
    .toLowerCase()
    .replaceAll(/@['’]s?(?![\p{L}])/gu, '@')
    .replaceAll(/\bthe (?=@)/g, '')
    .replaceAll(/\b(?:extra-eu|from outside the eu)\b/g, 'extra-@')
    .replace(/^(?:the|a|an) /, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
  return { words: plain, states: mentions.map(({ ids }) => ids) }
}

const quantity = indicatorPhrases.map((phrase) => ({ phrase, pattern: new RegExp(`^(?:${phrase.words})(?:, total)?$`) }))

/** Returns the quantity that words name as a whole; undefined if they name another thing, or also another. */
function phraseOf(words: string): IndicatorPhrase | undefined {
  return quantity.find(({ phrase, pattern }) => phrase.id === words || pattern.test(words))?.phrase
}

const senses: Readonly<Record<string, NamedIndicator['sense']>> = {
  larger: 'larger',
  rise: 'larger',
  up: 'larger',
  smaller: 'smaller',
  fall: 'smaller',
  down: 'smaller',
  flat: 'unchanged',
  unchanged: 'unchanged',
}

const change = /^(.+?),? (?:(?:yearly |annual )?change|(?:yearly |annual )growth|growth)(?:: (\w+))?$/
const sense = /^(.+?): (larger|rise|up|smaller|fall|down|flat|unchanged)$/
const recordYear = /^(.+?): (?:record|peak|highest|lowest)(?: year)?$/
const ofOutput = /^(.+?) as a share of (?:gdp|gross domestic product|output)$|^share of (.+?) in (?:gdp|gross domestic product)$/
const shares: readonly RegExp[] = [/^@ share of (.+)$/, /^share of @ in (.+)$/, /^share in (.+)$/]
const ranks: readonly { readonly pattern: RegExp; readonly ranked: 'buyer' | 'seller' | 'partner'; readonly of: string }[] = [
  {
    pattern: /^(?:largest|biggest|top|first|main|rank of @ among) (?:goods )?trad(?:e|ing) partners?(?: of @)$/,
    ranked: 'partner',
    of: 'goods-trade',
  },
  {
    pattern: /^(?:largest|biggest|top|main|rank of @ among) (?:goods )?export (?:markets?|destinations?)(?: of @)$/,
    ranked: 'buyer',
    of: 'goods-exports',
  },
  {
    pattern: /^(?:largest|biggest|top|main|rank of @ among) (?:suppliers?|sources?) of (?:extra-)?@ (?:goods )?imports$/,
    ranked: 'seller',
    of: 'goods-imports',
  },
  {
    pattern: /^(?:largest|biggest|top|main|rank of @ among) destinations? of (?:extra-)?@ (?:goods )?exports$/,
    ranked: 'buyer',
    of: 'goods-exports',
  },
  { pattern: /^rank by (?:goods )?trade$/, ranked: 'partner', of: 'goods-trade' },
  {
    pattern: /^(?:largest|biggest|top|main|rank of @ among) (?:suppliers?|sources?) of goods (?:to|of) @$/,
    ranked: 'seller',
    of: 'goods-imports',
  },
  { pattern: /^(?:largest|biggest|top|main|rank of @ among) (?:arms|weapons) suppliers? of @$/, ranked: 'seller', of: 'arms-imports' },
  {
    pattern: /^(?:largest|biggest|top|main|rank of @ among) (?:recipients?|buyers?|importers?) of @ (?:arms|weapons)$/,
    ranked: 'buyer',
    of: 'arms-exports',
  },
  { pattern: /^(?:largest|biggest|top|main|rank of @ among) (?:crude )?oil suppliers? of @$/, ranked: 'seller', of: 'crude-oil-imports' },
  {
    pattern: /^(?:largest|biggest|top|main|rank of @ among) suppliers? of (?:crude oil|oil|crude) (?:to|of) @$/,
    ranked: 'seller',
    of: 'crude-oil-imports',
  },
]
const worldRanks: readonly { readonly pattern: RegExp; readonly of: string }[] = [
  { pattern: /^(?:largest|biggest|rank of @ among) importers? of (?:major )?(?:arms|weapons)$/, of: 'arms-imports' },
  { pattern: /^(?:largest|biggest|rank of @ among) exporters? of (?:major )?(?:arms|weapons)$/, of: 'arms-exports' },
  {
    pattern: /^(?:rank|place)(?: of @)? (?:by|in) (?:military|defen[cs]e) (?:expenditure|spending)$/,
    of: 'military-expenditure',
  },
  { pattern: /^(?:largest|biggest|rank of @ among) (?:military|defen[cs]e) spenders?$/, of: 'military-expenditure' },
  {
    pattern:
      /^(?:rank|place)(?: of @)? (?:by|in) (?:nominal )?(?:gdp|gross domestic product)$|^(?:largest|biggest) econom(?:y|ies)(?: in the world)?$/,
    of: 'gdp',
  },
  { pattern: /^(?:rank|place)(?: of @)? by population$|^most populous (?:state|country)$/, of: 'population' },
]

const above = /^(.+?)(?: of @)?: (?:to |from )?@(?: alone)? above (?:those )?(?:to |from )?@(?:(?:,| and|, and) @)*$/
const aboveOwn = /^((?:goods )?(exports|imports)(?: (?:to|from) @)?) above (?:goods )?(exports|imports)(?: (?:to|from) (?:@|it))?$/
const aboveThose = /^(.+?) (?:to|from) @ above (?:those|that) (?:to|from) @$/

const byId = (id: string): IndicatorPhrase => indicatorPhrases.find((one) => one.id === id)!

/**
 * Reads the words of an indicator, which must be covered whole. Undefined if they name no quantity of the table, or one with anything beside it: a part, a group,
 * a month, a promise.
 *
 * @example readIndicator('bilateral goods trade, total, yearly change')?.form   // 'change'
 * @example readIndicator('agri-food exports')   // undefined
 */
export function readIndicator(indicator: string): NamedIndicator | undefined {
  const { words, states } = normalised(indicator)
  const changed = change.exec(words) ?? sense.exec(words)
  if (changed !== null) {
    const inner = readWords(changed[1]!, states)
    const way = changed[2] === undefined ? undefined : senses[changed[2]]
    if (inner === undefined || (changed[2] !== undefined && way === undefined)) return undefined
    return { ...inner, form: inner.form === 'share' ? 'share' : 'change', ...(way === undefined ? {} : { sense: way }) }
  }
  const peak = recordYear.exec(words)
  if (peak !== null) {
    const inner = readWords(peak[1]!, states)
    return inner === undefined
      ? undefined
      : { ...inner, form: inner.form === 'share' ? 'share' : 'rank', record: /: lowest/.test(words) ? 'lowest' : 'highest' }
  }
  return readWords(words, states)
}

/** Reads words that name a quantity, a share, a rank or a comparison, without a change around them. */
function readWords(words: string, states: readonly (readonly string[])[]): NamedIndicator | undefined {
  const plain = phraseOf(words)
  if (plain !== undefined) return { phrase: plain, form: isBalance(plain) ? 'balance' : 'level' }
  const output = ofOutput.exec(words)
  if (output !== null) {
    const phrase = phraseOf((output[1] ?? output[2])!)
    return phrase === undefined ? undefined : { phrase, form: 'share', ofGdp: true }
  }
  for (const { pattern, ranked, of } of ranks) if (pattern.test(words)) return { phrase: byId(of), form: 'rank', ranked }
  for (const { pattern, of } of worldRanks) if (pattern.test(words)) return { phrase: byId(of), form: 'rank' }
  const compared = above.exec(words)?.[1] ?? aboveThose.exec(words)?.[1]
  const own = aboveOwn.exec(words)
  const larger = compared === undefined ? (own !== null && own[2] !== own[3] ? phraseOf(own[1]!) : undefined) : phraseOf(compared)
  if (larger !== undefined) return { phrase: larger, form: 'gap' }
  for (const pattern of shares) {
    const of = pattern.exec(words)?.[1]
    if (of !== undefined) return shareOf(of, words, states)
  }
  return undefined
}

const isBalance = ({ topic }: IndicatorPhrase): boolean => topic === 'surplus' || topic === 'deficit' || topic === 'gap'

function shareOf(of: string, words: string, states: readonly (readonly string[])[]): NamedIndicator | undefined {
  const whole = of.replace(/\bextra-@/, '@').replace(/^world (.+)$/, '$1')
  const phrase = phraseOf(whole)
  if (phrase === undefined || isBalance(phrase)) return undefined
  // the state before the share is the part; the one named with the whole owns it
  const owner = /@/.test(whole) ? states[(words.slice(0, words.length - of.length).match(/@/g) ?? []).length]?.[0] : undefined
  return { phrase, form: 'share', wholeOf: owner }
}

/** Returns the names of indicators nearest to words that name none, for the reason of an open verdict; at most three. */
export function nearestIndicators(indicator: string): readonly string[] {
  const { words } = normalised(indicator)
  const own = new Set(words.split(/[^a-z]+/).filter((word) => word.length > 2))
  const scored = indicatorPhrases.map(({ id, name }) => {
    const theirs = new Set(`${id.replaceAll('-', ' ')} ${name.toLowerCase()}`.split(/[^a-z]+/).filter((word) => word.length > 2))
    const shared = [...own].filter((word) => theirs.has(word)).length
    return { id, name, score: shared / Math.sqrt(theirs.size) }
  })
  return scored
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .slice(0, 3)
    .map(({ name }) => name)
}

/** Returns the topic of a deed that an indicator names: a membership, a vote, a sanction, a treaty, weapons; undefined if it names none. */
export const deedTopic = (indicator: string): string | undefined =>
  topicsIn(indicator).find(({ topic }) => topic.flow === 'none' || deeds.has(topic.id))?.topic.id

const deeds: ReadonlySet<string> = new Set(['sanctions', 'weapon-systems', 'arms', 'arms-contract'])
