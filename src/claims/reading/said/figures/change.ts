import type { Claim } from '../../../claim.ts'
import type { FigureSaid } from '../../../said/figure-said.ts'
import { cuesIn } from '../../../text/claim-cues.ts'
import { definedFields } from '../defined-fields.ts'

const changeUnits: ReadonlySet<string | null> = new Set(['percent_change', 'percentage_points', 'times'])

/** Returns what the words say of a change. */
export function changeSaid(claim: Claim, previous: Claim | undefined): FigureSaid {
  const { kind, unit, value, value_from, sentence } = claim
  const isChange = kind === 'trend' || value_from !== null || changeUnits.has(unit)
  return definedFields<FigureSaid>({
    way: value === null ? wayOf(claim) : undefined,
    isBaseUnstated: isChange && baseByEvent.test(sentence),
    isInMoney: isChange && claim.domain === 'energy' && money.test(sentence),
    isOnePairWithPrevious: previous !== undefined && isOnePair(previous, claim),
  })
}

/** Returns the direction of a change: from the indicator, else from the words of the claim. Undefined if it is unchanged, or if there is no direction. */
function wayOf({ indicator, sentence, start, end }: Claim): FigureSaid['way'] {
  const told = /: (larger|rise|up|smaller|fall|down|flat|unchanged)$/.exec(indicator ?? '')?.[1]
  if (told !== undefined) return /larger|rise|up/.test(told) ? 'up' : /flat|unchanged/.test(told) ? undefined : 'down'
  const word = sentence.slice(start, end)
  if (/\b(?:larger|bigger|wider|higher|greater|more)\b/i.test(word)) return 'up'
  if (/\b(?:smaller|narrower|lower|less|fewer)\b/i.test(word)) return 'down'
  const cue = cuesIn(word).find(({ kind }) => kind === 'up' || kind === 'down')
  return cue === undefined ? undefined : cue.kind === 'up' ? 'up' : 'down'
}

const baseByEvent =
  /\b(?:before|prior to|since) (?:the |its |their |this )?(?:[\w-]+ )?(?:war|invasion|crisis|pandemic|embargo|sanctions|coup|revolution|conflict|agreement|deal|crash|collapse)\b|\bpre-?(?:war|crisis|pandemic|invasion)\b|\b(?:as|than) before\b/i

const money =
  /[$€£¥]|\b(?:dollars?|euros?|yuan|rubles?|roubles?|rupees?|USD|EUR|value|worth|revenues?|bills?|earn\w*|paid|spen[dt]\w*|cost)\b/i

const growthUnits: ReadonlySet<string | null> = new Set(['percent_change', 'times'])

/** Matches words on yearly or average growth, or on growth in other currencies or prices, which need not match the levels. */
const otherGrowth =
  /\b(?:annual(?:ly|i[sz]ed)?|(?:a|per|each|every) year|average|on average|real terms|volumes?|constant|adjusted|(?:dollar|euro|yuan|rouble|ruble|rupee|local[- ]currency) terms|compound)\b/i
/** In characters: maximum distance between a growth and the two ends of its change. */
const beside = 30

/** Whether of two neighbouring figures of a sentence one is a growth and the other has its two ends. */
function isOnePair(one: Claim, other: Claim): boolean {
  const isGrowthOf = (growth: Claim, ends: Claim): boolean =>
    growthUnits.has(growth.unit) && growth.value_from === null && ends.value_from !== null
  return (
    one.sentence_index === other.sentence_index &&
    one.claim_index === other.claim_index - 1 &&
    (isGrowthOf(one, other) || isGrowthOf(other, one)) &&
    one.start < other.end + beside &&
    one.end > other.start - beside &&
    !otherGrowth.test(one.sentence)
  )
}
