import type { Claim } from '../../../claim.ts'
import type { NamedStates } from '../../../text/around/named-in-text.ts'

/** Matches a direction that depends on how earlier words were read: `Imports from there`, `sales in the other direction`. */
const anaphoric = /\b(?:from|to) there\b|\b(?:other|opposite|reverse) (?:direction|way)\b|\bin return\b/i

/** Whether the direction depends on how earlier words were read. */
export const isWayBack = ({ sentence }: Claim): boolean => anaphoric.test(sentence)

const sales = /\b(?:exports?|exported|sales|sold|sells?|selling|shipped|sent|deliver\w*)\b/i
const purchases = /\b(?:imports?|imported|purchases?|purchased|bought|buys?|buying|received|took)\b/i
/**
 * Matches a sentence on both directions in which seller, buyer and goods are unambiguous: `China exported goods worth 20.64 billion to Chile and imported 10.82
 * billion`.
 */
const plainBothWays =
  /(?<!\p{L})\p{Lu}\p{L}+ (?:(?:exported|sold|shipped) [^,;.]{0,20}[$€£]?\d[^,;]{2,30} to \p{Lu}\p{L}+ and (?:imported|bought)|(?:imported|bought) [^,;.]{0,20}[$€£]?\d[^,;]{2,30} from \p{Lu}\p{L}+ and (?:exported|sold|shipped)) [^,;\d]*\d[^,;]*$/u

/** Whether a sentence is on both directions, and may give the figure of one for the other. */
export const isOfBothWays = ({ sentence }: Claim): boolean =>
  sales.test(sentence) && purchases.test(sentence) && !plainBothWays.test(sentence)

const directionWords =
  /\b(?:(?:exports|sales|shipments|deliveries) (?:to|into)|(?:imports|purchases) from|(?:exported|sold|shipped)\b[^,;]* to|(?:imported|bought)\b[^,;]* from) (?:the )?$/

/** Whether the words before a mention of an actor name the direction (`exports to`, `imports from`). If not, the two directions may have been misread. */
export const isWayTold = ({ actors, sentence }: Claim, { mentions }: NamedStates): boolean =>
  mentions.some(({ ids, start }) => ids.some((id) => actors.includes(id)) && directionWords.test(sentence.slice(0, start).toLowerCase()))
