import { ledgerPairs } from '../../../../assessments/record/ledger.ts'
import type { Claim } from '../../../claim.ts'
import type { LedgerEventSaid } from '../../../said/pair-deeds-said.ts'
import { agreedYearsIn } from '../../../text/numbers/agreed-years.ts'
import { topicStems } from '../../../text/topics/topic-stems.ts'
import { actorsNamedIn, clauseOf, isNegated, type SentencesOfText } from '../around/text-around-claim.ts'
import { definedFields } from '../defined-fields.ts'
import { nonEmpty } from '../non-empty.ts'

/** Matches words on a yearly event, since a single item does not prove that it took place every year. */
const yearly = /\b(?:every|each) (?:(?:other|single|second) )?year\b|\bever since\b|\b(?:annual(?:ly)?|yearly) since\b/i
const month = /^(?:janu|febru|march|april|may|june|july|august|septem|octob|novem|decem)/

/** Returns what a claim says of an event between two states that have a ledger, or of an exercise of several states; undefined if it is of neither. */
export function ledgerEventSaid(claim: Claim, { date }: Pick<SentencesOfText, 'date'>): LedgerEventSaid | undefined {
  const { sentence, kind, period, measured } = claim
  if ((kind !== 'event' && kind !== 'attribution') || period === null) return undefined
  const { text } = clauseOf(sentence, claim)
  const own = claim.actors.filter(isState)
  const also = own.length === 1 ? [...actorsNamedIn(text, date)].filter((id) => isState(id) && !own.includes(id)) : []
  const states = [...own, ...also]
  if (states.length > 2 && measured?.topic === 'exercises')
    return definedFields<LedgerEventSaid>({ states: nonEmpty(also), names: nonEmpty(exerciseNamesIn(sentence, date)) })
  const hasLedger = ledgerPairs.some((pair) => pair.every((id) => states.includes(id)))
  if (states.length !== 2 || !hasLedger || isNegated(text) || yearly.test(text)) return undefined
  return definedFields<LedgerEventSaid>({
    states: nonEmpty(also),
    stems: nonEmpty([...topicStems(text)].filter((word) => !month.test(word))),
    spans: nonEmpty(agreedYearsIn(text)),
  })
}

const isState = (id: string): boolean => /^[A-Z]{3}$/.test(id)

/** Returns the capitalised names that are not of a state or bloc: one of them may be that of the exercise. */
const exerciseNamesIn = (sentence: string, date: string): string[] =>
  (sentence.match(/\b\p{Lu}\p{L}{3,}(?: \p{Lu}\p{L}+)?\b/gu) ?? []).filter((name) => actorsNamedIn(name, date).size === 0)
