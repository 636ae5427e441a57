import type { Claim } from '../../../claim.ts'
import { type NamedStates, namedWithin } from './named-in-text.ts'

/** Matches words on money and current prices: a rise of GDP in dollars is not growth of the economy. */
const nominal = /\bnominal(?:ly)?\b|\bcurrent (?:prices|dollars|US dollars)\b|\bin (?:US )?dollars?\b|\bin dollar terms\b/i

/** Whether a sentence speaks of money or current prices. */
export const isNominal = (sentence: string): boolean => nominal.test(sentence)

/** Whether a claim on output is about real growth: a change in per cent or a direction, in a sentence without words on money. */
export const isGrowthClaim = ({ measured, kind, unit, value, value_from, sentence }: Claim): boolean =>
  measured?.topic === 'gdp' &&
  (kind === 'trend' || kind === 'forecast') &&
  value_from === null &&
  (unit === 'percent_change' || value === null) &&
  !isNominal(sentence)

const economy = /(?<![\w-])(?:econom(?:y|ies)|GDP|gross domestic product|(?:national|economic) output)\b/gi
const growth =
  /(?<![\w-])(?:growth|expansion|contraction|recession)\b(?! (?:industr|stock|compan|engine|strateg|market|area|potential|model|prospects|plan|target|forecast))/gi
/** Matches words before `growth` after which the word still means growth of the economy. */
const ownWord =
  /(?:^|[\s(“"'’])(?:economic|GDP|real|annual|average|yearly|overall|robust|strong|strongest|weak|weakest|solid|rapid|fast|fastest|slow|slowest|spectacular|healthy|modest|sluggish|negative|positive|high|higher|highest|low|lower|lowest|steady|sustained|impressive|of|saw|sees|showed|recorded|posted|achieved|experienced|registered|that|said|the|its|their|a|an|our|with|and|on|when|while|where|as|to|%|per ?cent|full[- ]year|whole[- ]year) $/i

/** Matches other quantities that grow and shrink, often mentioned together with the economy. */
const otherThing =
  /\b(?:exports?|imports?|sales|profits?|earnings|prices?|inflation|unemployment|jobless|jobs?|employment|wages?|consumption|consumer|spending|investments?|industr\w+|manufactur\w+|agricultur\w+|farm|services|sectors?|tourism|productivity|population|debts?|deficits?|budgets?|revenues?|stocks?|shares?|index|currenc\w+|dollars?|euros?|yen|trade|markets?|capita|head|hous(?:e|ing)|credit|lending|incomes?|money|reserves|deaths?|poverty|rates? of interest|interest|tax(?:es)?|aid|oil|gas|energy|emissions?|confidence|demand|orders?|production|construction|retail|firms?|compan(?:y|ies)|banks?|business(?:es)?|workers?|people|households?)\b/i

/** Matches words on a part of a year, or on an annualised rate. */
const partOfYear =
  /\b(?:quarter(?:s|ly)?|months?|monthly|Q[1-4]|half|weeks?|fiscal|financial year|annuali[sz]ed|so far|year-on-year|year[- ]to|January|February|March|April|June|July|August|September|October|November|December|FY ?\d+)\b/i
const forecastWords =
  /\b(?:forecasts?|forecasting|predict(?:s|ed|ions?|ing)?|project(?:s|ed|ions?|ing)|expect(?:s|ed|ations?|ing)?|outlook|target(?:s|ed)?|could|would|might|may|should|will|shall|if|likely|set to|aim(?:s|ed)?|goals?|plans?|hop(?:es?|ed)|anticipat\w+|estimates? for|potential(?:ly)?|warn(?:s|ed)?|must|need(?:s|ed)? to|can|in order to|continue to|until)\b/i
const perHead = /\bper (?:capita|head|person)\b/i
const otherEconomy =
  /\b(?:non-?oil|informal|digital|rural|local|private|regional|green|blue|shadow|black|grey|market|war|political|knowledge|platform|creative|gig|ocean)[- ](?:econom(?:y|ies)|GDP|output)\b/i
const worldEconomy =
  /\b(?:world|global|international|worldwide)(?:['’]s)? (?:[\w-]+ )?(?:econom(?:y|ies|ic)|GDP|output|growth|recession)\b/i
const groupsNamed =
  /\b(?:euro[- ]?zone|euro[- ]area|continent|developing (?:countries|world|nations|economies)|emerging|economies|regions?|many countries|some countries|several countries|least developed)\b/i

interface Term {
  readonly start: number
  readonly end: number
  readonly isEconomy: boolean
}

/** Returns the words of a sentence for output or its growth, without words for growth of something else (`growth industry`). */
function termsOf(sentence: string): Term[] {
  const economies = [...sentence.matchAll(economy)].map(({ index, 0: word }) => ({
    start: index,
    end: index + word.length,
    isEconomy: true,
  }))
  const growths = [...sentence.matchAll(growth)]
    .filter(
      ({ index }) =>
        index === 0 ||
        ownWord.test(sentence.slice(Math.max(0, index - 24), index)) ||
        /['’]s? $/.test(sentence.slice(0, index)) ||
        /\b\p{Lu}\p{L}+ $/u.test(sentence.slice(Math.max(0, index - 30), index)),
    )
    .map(({ index, 0: word }) => ({ start: index, end: index + word.length, isEconomy: false }))
  return [...economies, ...growths].sort((a, b) => a.start - b.start)
}

const betweenSpans = (sentence: string, a: { start: number; end: number }, b: { start: number; end: number }): string =>
  a.end <= b.start ? sentence.slice(a.end, b.start) : b.end <= a.start ? sentence.slice(b.end, a.start) : ''

/** In characters: maximum distance between a number and the word for output or growth that it belongs to. */
const farApart = 70

/** Returns the word for output or growth that a claim belongs to; undefined if there is none. */
function termOf({ sentence, start, end, value }: Claim): Term | undefined {
  const terms = termsOf(sentence).map((term) => ({ term, between: betweenSpans(sentence, term, { start, end }) }))
  const fitting = terms.filter(
    ({ term, between }) =>
      between.length <= farApart &&
      !otherThing.test(between) &&
      !/[;:]/.test(between) &&
      (value !== null || term.start < end) &&
      !isOfOther(sentence, term),
  )
  return fitting.sort((a, b) => a.between.length - b.between.length)[0]?.term
}

/** Whether the growth is of something other than the economy: `Growth in exports`, `growth of tourism`. */
function isOfOther(sentence: string, { end, isEconomy }: Term): boolean {
  const behind = sentence.slice(end, end + 50)
  return !isEconomy && /^ (?:in|of|for) /.test(behind) && otherThing.test(behind.slice(0, 35))
}

/**
 * Matches verbs and nouns of real growth or decline. Words on its pace (`slowed`, `recovered`, `accelerated`) are left out, since they do not tell a rise from
 * a fall.
 */
const moved =
  /^(?:gr(?:ew|ow|ows|own|owing|owth)|expan(?:d|ds|ded|ding|sion)|rose|risen|increased|shr(?:ank|ink|inks|unk|inking)|contract(?:s|ed|ion)?|f(?:ell|all|alls|allen|alling)|declin(?:e|ed|es|ing)|collaps(?:e|ed|es|ing)|plung(?:e|ed|es|ing)|slump(?:ed|s)?|recession|stagnat(?:ed|es|ion)|flat|unchanged)\b/i

/**
 * Matches what may stand between `the economy` and its verb in a direct statement: nothing (`the economy grew`) or a few words (`the economy has been
 * growing`).
 */
const predicate =
  /^ ?(?:\([^)]{1,20}\) ?)?(?:-?which |that |had |has |have |is |was |were |been |also |again |then |still |already |further |sharply |slightly |only |just |barely |steadily |rapidly |strongly |actually |in \d{4} |last year |this year |continued to |continues to |began to |started to ){0,5}$/i

/**
 * Returns why a claim is not about an economy's growth in a year. Undefined if it is.
 *
 * @param named   what the claim's sentence names
 */
export function whyNotGrowth(claim: Claim, named: NamedStates | undefined): string | undefined {
  const { sentence, start, end, value, kind, actors } = claim
  const term = termOf(claim)
  if (term === undefined) return 'the sentence does not say that it is the growth of an economy'
  const around = sentence.slice(Math.max(0, Math.min(term.start, start) - 60), Math.max(term.end, end) + 50)
  if (kind === 'forecast' || forecastWords.test(around)) return 'what was forecast, hoped or possible is no growth that was published'
  if (perHead.test(around)) return 'growth per head is another series'
  if (partOfYear.test(around)) return 'growth is on record for calendar years, not for parts of a year or a pace'
  if (otherEconomy.test(around)) return 'a part of an economy is not the economy'
  if (/\b(?:as|because|when|whenever|where|once) $/i.test(sentence.slice(0, Math.max(0, term.start - 12))) && value === null)
    return 'it is told in passing'
  if (!actors.includes('WLD') && worldEconomy.test(around)) return 'the sentence speaks of the economy of the world'
  if (!actors.includes('WLD') && groupsNamed.test(sentence)) return 'the sentence speaks of several economies'
  if (value === null && !isDirect(claim, term)) return 'the sentence does not say outright that the economy grew or shrank'
  return ofAnother(claim, term, named)
}

/** Matches verbs of a general truth, which is not about any year: `Jobs are made when the economy grows`. */
const general = /^(?:grows?|shrinks?|contracts?|falls?|expands?|declines?)$/i

function isDirect({ sentence, start, end }: Claim, term: Term): boolean {
  const word = sentence.slice(start, end)
  if (!moved.test(word) || (general.test(word) && !/ to $/.test(sentence.slice(0, start)))) return false
  // `is growing again` is about the moment, not about a year
  if (/ing$/i.test(word) && /\b(?:is|are)(?: \w+)? $/i.test(sentence.slice(0, start))) return false
  if (term.isEconomy && term.end <= start) return predicate.test(sentence.slice(term.end, start))
  return false
}

/**
 * Returns why the economy may be another state's; undefined if it is the actor's. If the sentence names several states, the economy is that of the last one
 * before the words for growth, or of the one after `of` or `in`.
 */
function ofAnother({ actors, sentence, start, end }: Claim, term: Term, named: NamedStates | undefined): string | undefined {
  const [party, ...more] = actors
  if (party === undefined || more.length > 0) return 'whose economy it is is not sure'
  if (named === undefined || named.states.length === 0) return undefined
  const others = 'the sentence names others, and may be about their economy'
  if (!named.states.includes(party)) return others
  if (named.states.every((id) => id === party)) return undefined
  const behind = named.mentions.find(
    (one) => one.start >= term.end && /^ (?:growth )?(?:of|in|for) (?:the )?$/.test(sentence.slice(term.end, one.start)),
  )
  if (behind !== undefined) return behind.ids.includes(party) ? undefined : others
  const first = Math.min(term.start, start)
  const before = named.mentions.findLast((one) => one.end <= Math.max(first, term.start) && !/^(?:institution|leader)$/.test(one.form))
  if (before === undefined) return others
  const gap = sentence.slice(before.end, term.start)
  return before.ids.includes(party) && gap.length < 40 && !/[,;:]/.test(gap) && namedWithin(named, { start: before.end, end }).length === 0
    ? undefined
    : others
}

const superlative =
  /\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|largest|biggest|smallest|number|no\.?|\d+(?:st|nd|rd|th)|richest|strongest|leading|top)\b/i
const sizeBehind =
  /^[\s-]*(?:largest|biggest)?[\s-]*(?:(?:single|national|European|African|Asian|Latin|American|Arab|Muslim|advanced|global|world) ){0,2}econom(?:y|ies)\b(?! (?:minister|ministry|with respect|in terms))/i
const byGdp = /^[^.;]{0,50}\bby (?:nominal |its )?(?:GDP|gross domestic product|(?:economic )?output|size of (?:its|their) econom)/i
const sizeBefore =
  /\b(?:econom(?:y|ies)|GDP|gross domestic product)(?:,| is| was| became| ranks?| ranked| remains?| has become)?(?: now| still| the| as){0,3}(?: (?:world|globe|continent|Europe|Asia|Africa|region)['’]s)?(?: the)? $/i
/** Matches what may follow `the economy is the largest`: the end of the statement, or words that do not name anything else as the largest. */
const endOfPlace = /^[\s-]*(?:(?:largest|biggest)\s*)?(?:$|[,.;:)]|(?<=\s)(?:in|of|by|after|behind|worldwide|globally|and)\b)/i
const money = /[$€£¥]|\b(?:dollars?|euros?|USD|EUR)\b/i
const shareOfGdp =
  /(?:%|\bper ?cent|\bpercentage points?|\bpercent|\bshare|\bproportion|\bportion|\bpart|\bratio)(?: \w+){0,2} (?:of|to) (?:[\w’'-]+ ){0,3}(?:GDP|gross domestic product|economy|output)\b/gi
const sizeTerm = /\b(?:GDP|gross domestic product|economic output|econom(?:y|ies))\b(?: \([^)]{1,20}\))?/gi
/** Words that may stand between `GDP` and its amount. */
const sizeWords: ReadonlySet<string> = new Set(
  'of was is were at to stood stands reached reaching totalled totaled amounted came worth hit exceeded exceeds surpassed passed topped valued measured had has rose grew fell shrank in about around some almost nearly over just more less than the a its then alone now only roughly approximately by nominal current prices that year last this'.split(
    ' ',
  ),
)

const sizeVerbs: ReadonlySet<string> = new Set(
  'was is were stood stands reached reaching totalled totaled amounted came worth hit exceeded exceeds surpassed passed topped valued measured had has rose grew fell shrank'.split(
    ' ',
  ),
)
const lastOfSize = /^(?:of|at|to)$/i

/**
 * Whether the words before an amount state the size of an economy, with only a verb, a period and a state in between: `GDP of the United States in 2023 was $27
 * trillion`.
 */
function isSizeStated(before: string): boolean {
  const last = [...before.matchAll(sizeTerm)].at(-1)
  if (last === undefined) return false
  const words = before
    .slice(last.index + last[0].length)
    .replaceAll(/US ?\$|[$€£¥,]/g, ' ')
    .split(' ')
    .filter((word) => word !== '')
  return (
    words.length <= 10 &&
    (words.some((word) => sizeVerbs.has(word.toLowerCase())) || lastOfSize.test(words.at(-1) ?? '')) &&
    words.every((word) => sizeWords.has(word.toLowerCase()) || /^(?:\p{Lu}[\p{L}’'.-]*|\d[\d.]*)$/u.test(word))
  )
}

const sizeAfter =
  /^[\s-]*(?:dollar |US )?(?:economy|GDP|gross domestic product)\b|^ in (?:nominal )?(?:GDP|gross domestic product|economic output)\b/i

/** Returns why a claim is not about the size of an economy, its rank by size, or a record of its size. Undefined if it is about one of these. */
export function whyNotEconomySize({ sentence, start, end, unit, kind, qualifier }: Claim, isRecord: boolean): string | undefined {
  const bare = sentence.replaceAll(shareOfGdp, (words) => ' '.repeat(words.length))
  const [before, after] = [bare.slice(0, start), bare.slice(end)]
  if (perHead.test(sentence)) return 'output per head is another series'
  if (kind === 'count') return 'a row of years of growth is not the size of an economy'
  if (isRecord)
    return /^[\s-]*(?:high |level of |nominal )?(?:GDP|gross domestic product|economic output)\b/i.test(after) ||
      /\b(?:GDP|gross domestic product|economic output) (?:had |has |was |is |reached |hit |rose to |grew to |at |a |an |its |the |new )+$/i.test(
        before,
      )
      ? undefined
      : 'what is highest, lowest or a record is not output'
  if (unit === 'rank') {
    const words = sentence.slice(start, end)
    const isSize =
      sizeBehind.test(after) ||
      (superlative.test(words) && byGdp.test(after)) ||
      (sizeBefore.test(before) && !/\bmost\b/i.test(words) && endOfPlace.test(after)) ||
      /econom(?:y|ies)\b/i.test(words)
    return isSize && !/\b(?:thirt|fort|fift|sixt|sevent|eight|nine|twent)(?:y|ie)[ -]?$/i.test(before)
      ? undefined
      : 'what is ranked is not the size of an economy'
  }
  if (kind === 'comparison')
    return /\b(?:GDP|gross domestic product|econom(?:y|ies)|output)\b/i.test(bare)
      ? undefined
      : 'what is compared is not the size of economies'
  if (unit === 'times' || unit === 'percent_change')
    return money.test(sentence) || /\bnominal\b/i.test(sentence) ? undefined : 'it may be told of real output'
  // the verb may be the hedge of the number: `GDP exceeded $1 trillion`
  return isSizeStated(`${before}${qualifier ?? ''} `) || sizeAfter.test(after)
    ? undefined
    : 'the amount is not said to be the size of an economy'
}
