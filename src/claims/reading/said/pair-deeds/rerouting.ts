import type { Claim } from '../../../claim.ts'
import type { ReroutingSaid } from '../../../said/pair-deeds-said.ts'
import { actorsNamedIn, clauseOf, isNegated, type SentencesOfText } from '../around/text-around-claim.ts'
import { definedFields } from '../defined-fields.ts'
import { nonEmpty } from '../non-empty.ts'

/** Words for goods that do not stay where they were sold to. */
const onward = /\bre-?exports?\b|\bre-?export(?:ed|ing)\b|\bre-?rout\w+|\btrans-?ship\w*|\bcircumvent\w*|\bsidestep\w*|\bback ?door\b/i
/** Words for a way, which mean the same where goods under sanctions are spoken of. */
const way = /\b(?:via|through|hub|conduit|transit)\b/i
const banned = /\bsanction\w*|\bbanned\b|\bdual-use\b|\bexport controls?\b/i
/** The figures are exports of the EU: a claim on other goods is not tested by them. */
const ofUnion = /\bEU\b|\bEuropean?\b|\bEurope\b|\bWestern\b|\bsanction\w*/i

/** The EU and Europe, whose goods are meant. */
const sellers: ReadonlySet<string> = new Set(['EUU', 'EUR', 'EU'])

/** Returns what a claim says of goods of the EU that reach a state through another, or of a rise of its exports; undefined if it is of neither. */
export function reroutingSaid(claim: Claim, { date }: Pick<SentencesOfText, 'date'>): ReroutingSaid | undefined {
  const { sentence, kind, measured, actors } = claim
  const years = nonEmpty(sentence.match(/\b20\d\d\b/g) ?? [])
  if (kind === 'trend') return measured?.topic === 'goods-exports' && actors[0] === 'EUU' && years !== undefined ? { years } : undefined
  if (kind !== 'event') return undefined
  const { text } = clauseOf(sentence, claim)
  const isRerouted = ofUnion.test(text) && (onward.test(text) || (way.test(text) && banned.test(text)))
  if (!isRerouted || isNegated(text)) return undefined
  return definedFields<ReroutingSaid>({
    states: [...actorsNamedIn(sentence, date)].filter((id) => !sellers.has(id)),
    isOfBannedGoods: banned.test(text),
    years,
  })
}
