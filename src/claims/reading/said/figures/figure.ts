import type { Claim } from '../../../claim.ts'
import type { FigureSaid } from '../../../said/figure-said.ts'
import { totalNamedIn } from '../../../text/names/country-groups.ts'
import { isBalance } from '../../../text/topics/balances.ts'
import { queryFamilyOf } from '../../../text/topics/query-families.ts'
import { isGrowthClaim, isNominal } from '../around/growth-words.ts'
import { wordsNear } from '../around/words-near.ts'
import { definedFields, definedOrNothing } from '../defined-fields.ts'
import { changeSaid } from './change.ts'
import { isOfNow } from './now.ts'

const figures: ReadonlySet<Claim['kind']> = new Set(['quantity', 'share', 'count', 'trend', 'comparison', 'ranking', 'forecast'])

/**
 * Returns what the words of a figure say; undefined for other claims, or if they say nothing beyond the slots.
 *
 * @param previous   the claim before it in the text
 * @param date       date of the text
 */
export function figureSaid(claim: Claim, previous: Claim | undefined, date: string): FigureSaid | undefined {
  const { kind, measured, sentence, indicator, domain, source_named } = claim
  if (!figures.has(kind) || measured === null) return undefined
  const { topic } = measured
  return definedOrNothing<FigureSaid>({
    isNow: isOfNow(claim, date),
    isNominal: topic === 'gdp' && isNominal(sentence),
    isServicesAlone:
      (topic === 'services' || /\bservices\b/.test(indicator ?? '')) && !/\bgoods and services\b/i.test(`${indicator ?? ''} ${sentence}`),
    investment:
      topic !== 'investment' ? undefined : inOneSector.test(sentence) ? 'in-one-sector' : held.test(sentence) ? 'held' : undefined,
    fuel: domain === 'energy' ? fuels[/^(?:share of )?([\w ]+), /.exec(indicator ?? '')?.[1] ?? ''] : undefined,
    isTogether: queryFamilyOf(topic) === 'own' && /\b(?:together|combined|jointly|between them|in total|both)\b/i.test(sentence),
    isOfUs: isBalance(measured) && /\b(?:we|our|us)\b/i.test(sentence),
    hasTwoCounts: source_named !== null && [...sentence.matchAll(/\b(?:customs|figures|data|statistics|counts?)\b/gi)].length > 1,
    ...shareSaid(claim, topic),
    ...changeSaid(claim, previous),
    isPerYear: isGrowthClaim(claim) ? ofYears.test(sentence) : isYearlyRate(claim),
  })
}

/** Matches words for holdings, and for direct investment as offices count it. Without such words, investment means deals of firms. */
const held =
  /\bstocks?\b|\bdirect\b|\bFDI\b|\bheld\b|\bholdings?\b|\bgreenfield\b|\brealis|\bapprov|\bapplied\b|\bapplications?\b|\bpledg|\bpromis/i

/** Matches investment in one sector of a country. What the record has of investment is of all sectors together. */
const inOneSector =
  /\binvest(?:s|ed|ing|ments?)?\b[^.;:()]{0,80}\b(?:sectors?|industry|industries|mining|infrastructure|real estate|projects)\b/i

const fuels: Readonly<Record<string, FigureSaid['fuel']>> = {
  LNG: 'lng',
  'pipeline gas': 'gas-pipeline',
  'natural gas': 'gas',
  'crude oil': 'crude-oil',
  'oil products': 'oil-products',
  coal: 'coal',
}

const yearly = String.raw`\bon average\b|\baverage\b|\bannual(?:ly)?\b|\bper (?:year|annum)\b|\b(?:a|each|every) year\b|\byearly\b`
const ofYears = new RegExp(String.raw`${yearly}|\bgrowth rate\b`, 'i')
const onAverage = new RegExp(String.raw`${yearly}|\bannuali[sz]ed\b`, 'i')

const isYearlyRate = (claim: Claim): boolean =>
  claim.unit === 'percent_change' && onAverage.test(`${claim.qualifier ?? ''} ${wordsNear(claim, 30)}`)

/** Returns what the words say of the whole of a share. */
function shareSaid(claim: Claim, topic: string): FigureSaid {
  const { unit, measured, indicator, domain } = claim
  const isShare = unit === 'percent' || unit === 'percentage_points' || measured?.form === 'share' || /\bshare\b/.test(indicator ?? '')
  if (!isShare) return {}
  const isOwn = queryFamilyOf(topic) === 'own'
  const near = isOwn || domain === 'arms' ? wordsNear(claim) : ''
  return definedFields<FigureSaid>({
    whole: isOwn ? undefined : domain === 'arms' || domain === 'energy' ? sideOf(claim) : wholeOf(indicator ?? ''),
    total: totalNamedIn(near),
    isOfOutput: isOwn && /\bGDP\b|\bgross domestic product\b|\boutput\b/.test(near),
  })
}

function wholeOf(indicator: string): FigureSaid['whole'] {
  if (/\bGDP\b/.test(indicator)) return 'gdp'
  return /\bexports\b/i.test(indicator) ? 'exports' : /\bimports\b/i.test(indicator) ? 'imports' : undefined
}

const ofImports =
  /\b(?:imports?|imported|importers?|purchases?|procurement|bought|acquired|received|obtained|got|gets|came in|comes in|suppl(?:y|ies|ied|iers?)|sources?|came from)\b/i
const ofExports = /\b(?:exports?|exported|exporters?|sales|sold|sells|went to|goes? to|customers?|recipients?|clients?|markets?)\b/i

/** Matches a stated whole: `Bought 73 per cent of all arms exported by China`. */
const wholeWords =
  /(?:%|\bper ?cent\b|\b(?:half|thirds?|quarters?|fifths?)\b) of (?:all |its |their |the )?(?:[\w’'-]+ ){0,3}?(exports|exported|imports|imported)\b/i

/** Returns whose total a share is part of: the buyer's imports or the seller's exports; undefined if the words nearby do not decide. */
function sideOf({ indicator, sentence, start, end }: Claim): FigureSaid['whole'] {
  const words =
    end === 0
      ? `${indicator ?? ''}`
      : (wholeWords.exec(sentence.slice(start, end + 60))?.[1] ?? sentence.slice(Math.max(0, start - 50), end + 50))
  const [isImports, isExports] = [ofImports.test(words), ofExports.test(words)]
  return isImports === isExports ? undefined : isImports ? 'imports' : 'exports'
}
