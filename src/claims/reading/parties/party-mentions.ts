import { mayMatch } from '../../text/patterns/matches.ts'
import { textAfter, textBefore } from '../../text/span-text.ts'
import type { Analysis } from '../sentence/analysis.ts'
import { actorIds } from '../sentence/argument-frame.ts'
import type { Discourse } from '../sentence/context.ts'
import type { Head } from '../sentence/head.ts'
import type { PartyRole } from '../sentence/roles.ts'
import { antecedentOf } from './coreference.ts'
import { assignedRoles } from './semantic-roles.ts'
import { isMemberOf } from './unions-and-members.ts'

/** Returns the states that a sentence names or refers to, with their roles. `Europe` means the European Union if that is one of the pair. */
export function partiesIn(sentence: Analysis, context: Discourse): PartyRole[] {
  const all = assignedRoles(sentence, (mention) => antecedentOf(mention, sentence.text, sentence.actors, context))
  const parties = mayMatch(superlativeRoleWords, sentence.text) ? all.filter((one) => !isComparisonSet(one, all, sentence.text)) : all
  const isUnion = context.pair?.includes('EUU') === true
  return isUnion ? parties.map((one) => (one.id === 'EUR' ? { ...one, id: 'EUU' } : one)) : parties
}

const superlativeRoleAfter =
  /^(?:['’]s?)? (?:(?:single|second|third|fourth|fifth|sixth|seventh|\d{1,2}(?:st|nd|rd|th))[- ])?(?:largest|biggest|top|main|leading|chief|most important|number one|heaviest) (?:[\w-]+ ){0,2}(?:importer|buyer|customer|purchaser|consumer|exporter|supplier|seller|trader|donor|lender|investor|recipient)s?\b/

const superlativeRoleAround =
  /\b(?:largest|biggest|top|main|leading) \| (?:importer|buyer|customer|purchaser|consumer|exporter|seller|donor|recipient)s?\b/

/** Words without which neither of the two patterns above can match, so that most sentences are skipped quickly. */
const superlativeRoleWords =
  /(?:largest|biggest|top|main|leading|chief|most important|number one|heaviest).*(?:importer|buyer|customer|purchaser|consumer|exporter|supplier|seller|trader|donor|lender|investor|recipient)/s

/** Whether a mention is only the set in which a state is ranked, and no party: `Hungary is the EU's biggest importer of Russian gas`. */
const isComparisonSet = ({ id, mention }: PartyRole, all: readonly PartyRole[], text: string): boolean =>
  (superlativeRoleAfter.test(textAfter(text, mention)) ||
    superlativeRoleAround.test(`${textBefore(text, mention)}|${textAfter(text, mention)}`)) &&
  all.some(
    (one) =>
      one.id !== id && one.mention.end <= mention.start && !one.prepositional && one.mention.form !== 'adjective' && isMemberOf(one.id, id),
  )

const agreementVerb = /\b(?:agree|sign|met\b|meet|conclud|talk|initial|negotiat|truce|ceasefire)/i

/** Removes a state that is only the place where two others met: `Agreed to a ceasefire in Malaysia`. Returns all if fewer than two would be left. */
export function withoutVenue(all: readonly PartyRole[], { text }: Analysis, head: Head): readonly PartyRole[] {
  if (!agreementVerb.test(text.slice(head.start, head.end + 30))) return all
  const isPlace = ({ mention }: PartyRole): boolean => mention.form === 'name' && /\bin $/.test(textBefore(text, mention))
  const rest = all.filter((one) => !isPlace(one))
  return actorIds(rest).length > 1 ? rest : all
}
