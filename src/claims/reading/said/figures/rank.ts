import type { Claim } from '../../../claim.ts'
import type { RankSaid } from '../../../said/rank-said.ts'
import { regionNamedIn } from '../../../text/names/country-groups.ts'
import { queryFamilyOf } from '../../../text/topics/query-families.ts'
import { namedBySentence } from '../around/named-in-text.ts'
import { wordsNear } from '../around/words-near.ts'
import { definedOrNothing } from '../defined-fields.ts'
import type { TextOfClaims } from '../text-of-claims.ts'

/** Returns what the words of a rank say; undefined for other claims, or if they say nothing beyond the slots. */
export function rankSaid(claim: Claim, text: TextOfClaims): RankSaid | undefined {
  const { unit, measured, sentence } = claim
  if (unit !== 'rank' || measured === null) return undefined
  const [near, wide] = [wordsNear(claim, 40), wordsNear(claim)]
  const among = regionNamedIn(near) ?? blocNamed(near)
  const hosts = hostsOf(claim, text)
  return definedOrNothing<RankSaid>({
    role: roleOf(claim),
    isOfWorld: worldly.test(wide),
    among: isOfWorldToo(claim) ? undefined : among,
    isBuyerWithin: buysWithin.test(wide),
    hosts: hosts.length === 0 ? undefined : hosts,
    isOtherOrder:
      (otherOrder.test(near) && among === undefined) ||
      (queryFamilyOf(measured.topic) === 'own' ? ofChanges.test(`${claim.qualifier ?? ''} ; ${near}`) : /%.{0,20}\bGDP\b/.test(near)),
    isByOutput: queryFamilyOf(measured.topic) === 'own' && ofOutput.test(sentence),
    isOfGoods: /\b(?:goods|merchandise|customs)\b/i.test(sentence),
  })
}

const buys = /\b(?:customers?|buyers?|recipients?|markets?|clients?|importers?|destinations?|hosts?)\b/i
const sells = /\b(?:suppliers?|sources?|sellers?|exporters?|providers?|origins?)\b/i

function roleOf({ measured, indicator, sentence, start, end }: Claim): RankSaid['role'] {
  const near = `${measured?.topic ?? ''} ${indicator ?? ''} ${sentence.slice(start, end + 25)}`
  return buys.test(near) === sells.test(near) ? undefined : buys.test(near) ? 'buyer' : 'seller'
}

/** Matches a buyer that receives goods in a region. */
const buysWithin =
  /\b(?:customers?|buyers?|recipients?|importers?|purchasers?)\b[^.;,]{0,30}\b(?:in|on|within) (?:(?:the|all|sub-?Saharan|North|West|East|Central|Western|Eastern) ){0,2}(?:Africa|Europe|continent|region)\b|\b(?:African|European) (?:[\w-]+ ){0,2}(?:customers?|buyers?|recipients?|importers?|purchasers?)\b/i

const worldly = /\bin the world\b|\bworld[’']s\b|\bglobal(?:ly)?\b|\bworldwide\b/i
const otherOrder =
  /\bper (?:head|capita)\b|\b(?:fastest|slowest)\b|\bgrow(?:th|ing|s)\b|\boutside\b|\bexcept\b|\b(?:any|other than)\b|\bamong (?:the )?(?!states\b|countries\b|all\b|(?:arms |military |major )?(?:exporters|importers|suppliers|buyers|recipients|spenders)\b)/i
const ofOutput = /(?:\b(?:share|per ?cent|proportion|percentage|part)\b|%)[^.;]{0,20}\b(?:GDP|gross domestic product|output|economy)\b/i
/** Matches a ranking of changes among the years of one state: `Its biggest increase since 2015`, `the steepest rise`. */
const ofChanges =
  /\b(?:biggest|largest|greatest|steepest|sharpest|highest|fastest|smallest)\b[^.;,]{0,40}\b(?:increases?|rises?|growth|jumps?|surges?|leaps?|upticks?|cuts?|falls?|drops?|decreases?)\b|\bsince (?:the )?(?:end of the |19|20|Cold War|Second World War|World War)/i

const blocs: Readonly<Record<string, string>> = {
  NATO: 'NATO',
  EU: 'EUU',
  'European Union': 'EUU',
  ASEAN: 'ASEAN',
  BRICS: 'BRICS',
  G20: 'G20',
  OECD: 'OECD',
}

/** Returns the bloc that limits the comparison: `no other member of NATO`. Undefined if there is none. */
function blocNamed(words: string): string | undefined {
  const named =
    /\b(?:in|of|among|within)\b[^.;,]{0,30}\b(?:NATO|EU|European Union|ASEAN|BRICS|G20|OECD)\b|\bNATO(?:[’']s)? (?:member|ally|state|country)/.exec(
      words,
    )?.[0]
  return blocs[/NATO|EU\b|European Union|ASEAN|BRICS|G20|OECD/.exec(named ?? '')?.[0] ?? '']
}

/**
 * Whether a rank is among all states although the sentence also names a rank in a region: `The largest European importer and the fourth largest in the world`.
 */
const isOfWorldToo = ({ sentence, start, end }: Claim): boolean =>
  /^[^,;.]{0,30}\b(?:in the world|worldwide|globally)\b/i.test(sentence.slice(end)) &&
  regionNamedIn(sentence.slice(start, end + 30)) === undefined

/** Returns the states whose partner is ranked: `The third partner of the United States`, `America's third partner`. */
function hostsOf({ sentence, sentence_index: index, start, end }: Claim, text: TextOfClaims): readonly string[] {
  const mentions = namedBySentence(text)[index]?.mentions ?? []
  const hosts = mentions.filter((one) => {
    const isOwner = one.possessive && one.end <= start && /^(?:['’]s?)?(?: [\w-]+){0,3} ?$/.test(sentence.slice(one.end, start))
    return isOwner || (one.start >= start && /\bpartners? of (?:the )?$/.test(sentence.slice(start, one.start)) && one.start - end < 40)
  })
  return hosts.flatMap(({ ids }) => ids)
}
