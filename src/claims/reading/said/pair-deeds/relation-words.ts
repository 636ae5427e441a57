import type { Claim } from '../../../claim.ts'
import type { ApplicationSaid, DeedNames, RelationSaid } from '../../../said/pair-deeds-said.ts'
import { blocIdOf } from '../../../text/names/bloc-of-club.ts'
import { clubsIn } from '../../../text/names/club-names.ts'
import { clauseOf, isNegated, type SentencesOfText, sentencesBefore } from '../around/text-around-claim.ts'
import { definedFields } from '../defined-fields.ts'
import { nonEmpty } from '../non-empty.ts'
import { agreementNamesIn } from './proper-names.ts'

type RelationDeed = Pick<RelationSaid, 'kind' | 'dates'> & { readonly isClear: boolean }

const relations =
  /\bdiplomatic (?:relations|ties|links)\b|\b(?:full|formal|official) (?:relations|ties)\b|\bbr(?:oken?|eaking) off (?:all )?(?:relations|ties)\b|\b(?:cut|cutting|sever(?:ed|ing)?|restor(?:ed|ing)|re-?establish(?:ed|ing)|resum(?:ed|ing)) (?:all |their |its )?(?:relations|ties)\b/i
const broken = /\b(?:broke|broken|breaking|cut|cuts|severed|severing|sever|suspended)\b/i
const restored = /\b(?:restor|resum|re-?establish|re-?open|renew|normali[sz]|reviv)\w*/i
const recognised = /\brecogni[sz]ed\b/i
const established =
  /\b(?:took|take|taken|taking) up\b|\b(?:establish(?:ed|ing|ment)?|opened|opening|set up|entered into|date(?:s|d)? (?:from|back)|began|begun|started)\b/i
const inForce = /\b(?:in(?:to)? (?:force|effect)|t(?:ook|akes|aken) effect|effective since)\b/i
const signed = /\b(?:sign(?:ed|ing)?|initialled|concluded|struck|sealed|inked)\b/i
const partners = /\bstrategic(?: [\w-]+){0,3}? partner(?:s|ship)?\b/i
const agreement = /\b(?:agreements?|deals?|pacts?|accords?|treat(?:y|ies)|CEPA|FTA)\b/i

/** Matches words on another stage, another version or a wish: next to these, a date on record neither supports nor refutes the claim. */
const unfinished =
  /\b(?:negotiat\w*|(?<!\bafter (?:[\w-]+ ){0,2})talks|draft\w*|plan(?:s|ned)?|would|will|wants?|could|might|should|expected|hopes?|due to|set to|before|anniversar\w*|years of|on ice|shelved|suspend\w* talks|consular|legation|consulates?|announced|called for|proposed)\b/i
/** Matches words for a later version of an agreement, which has its own dates. */
const version =
  /\b(?:upgrad\w*|revis\w*|renew\w*|second|new|newer|updated|moderni\w*|protocol|phase|interim|early harvest|framework|partial|limited|first|another|further|extended|amended|original|old|older|earlier|previous|former)\b/i

const topics: ReadonlySet<string | undefined> = new Set(['relations', 'trade-agreement', 'treaty', 'alliance'])
const freeTrade = /\bfree[- ]trade\b|\bFTA\b|\beconomic partnership\b|\bCEPA\b/i

/** Returns what a claim says of relations or an agreement between two states; undefined if it names no kind of deed on record. */
export function relationSaid(claim: Claim): RelationSaid | undefined {
  const { sentence, start, end, kind, period, measured } = claim
  if (kind !== 'event' || period === null || !topics.has(measured?.topic)) return undefined
  const { text: clause } = clauseOf(sentence, claim)
  // the verb may need some text after it: `came` `into force`
  const told = sentence.slice(start, end + 20)
  const deed = isNegated(clause) ? undefined : relationDeedIn(clause, told, measured!.topic)
  if (deed === undefined) return undefined
  return definedFields<RelationSaid>({
    ...deed,
    isPact: deed.kind === 'strategic-partnership' && /\b(?:treaty|pact|agreement)\b/i.test(clause),
    isFreeTrade: deed.kind === 'trade-agreement' && freeTrade.test(sentence),
    named: identified.has(deed.kind) ? [deedNames(told, deed), deedNames(sentence, deed)] : undefined,
  })
}

/** Kinds of deeds of which two states may have several. */
const identified: ReadonlySet<RelationSaid['kind']> = new Set(['defence-treaty', 'strategic-partnership'])

/** Returns what identifies a deed in some words: a defence agreement by its name, a partnership by its level. */
const deedNames = (text: string, { kind }: RelationDeed): DeedNames =>
  definedFields<DeedNames>({
    names: kind === 'defence-treaty' ? nonEmpty(agreementNamesIn(text)) : undefined,
    isComprehensive: kind === 'strategic-partnership' && /comprehensive/i.test(text),
  })

/** Whether the sentence before a claim speaks of a revision or a second stage of an agreement. */
export const isRevisionBefore = (claim: Claim, text: SentencesOfText): boolean =>
  sentencesBefore(claim, text, 1).some((one) => /\b(?:upgrad|revis|second phase|restor|resum)\w*/i.test(one))

/** Returns the application to a bloc, or the multilateral agreement, that a claim names; undefined if it names none. */
export function applicationSaid(claim: Claim, text: SentencesOfText): ApplicationSaid | undefined {
  const { sentence, kind, period } = claim
  if ((kind !== 'event' && kind !== 'membership') || period === null) return undefined
  const { text: clause } = clauseOf(sentence, claim)
  const applies = /\bappl(?:ied|ying)\b|\bapplications?\b/i.test(clause) && !/\b(?:applied|applies) (?:since|on|under|from)\b/i.test(clause)
  const body = isNegated(clause) ? undefined : applies ? blocAppliedTo(claim, text) : /\b(USMCA|CPTPP|RCEP|NAFTA)\b/.exec(sentence)?.[1]
  return body === undefined ? undefined : { kind: applies ? 'accession-application' : 'trade-agreement', body }
}

/** Returns the only bloc in the sentence, or in the nearest of the four before that names any; undefined if there is none. */
function blocAppliedTo(claim: Claim, text: SentencesOfText): string | undefined {
  const clubs = [claim.sentence, ...sentencesBefore(claim, text, 4)].map((one) => [
    ...new Set(clubsIn(one).flatMap((club) => blocIdOf(club.text) ?? [])),
  ])
  const nearest = clubs.find((ids) => ids.length > 0)
  return nearest?.length === 1 ? nearest[0] : undefined
}

/**
 * Returns the deed in a statement; undefined if the words name none of the kinds of deeds on record: `they took up diplomatic relations in 1974`.
 *
 * @param clause   the statement, without its neighbours
 * @param told   the claim's own words, which select one of several deeds in the statement
 */
function relationDeedIn(clause: string, told: string, topic: string): RelationDeed | undefined {
  // `may` in small letters is the verb; the month is written with a capital
  if (unfinished.test(clause) || /\bmay\b/.test(clause)) return undefined
  const firm = !version.test(clause)
  if (relations.test(clause)) return diplomatic(told, firm) ?? diplomatic(clause, firm)
  if (topic === 'relations' && recognised.test(told)) return { kind: 'diplomatic-relations', dates: ['recognised'], isClear: false }
  if (partners.test(clause)) return { kind: 'strategic-partnership', dates: ['established', 'signed'], isClear: false }
  if (topic !== 'trade-agreement' && !agreement.test(clause)) return undefined
  const kind = topic === 'trade-agreement' ? 'trade-agreement' : 'defence-treaty'
  if (inForce.test(told) || (!signed.test(told) && inForce.test(clause))) return { kind, dates: ['in-force'], isClear: firm }
  if (signed.test(told) || signed.test(clause)) return { kind, dates: ['signed'], isClear: firm }
  if (/\bsuspend/i.test(told)) return { kind, dates: ['suspended'], isClear: false }
  return /\b(?:ended|expired|lapsed|terminated|ha(?:s|ve) had|of (?:19|20)\d\d|since)\b/i.test(clause)
    ? { kind, dates: /\b(?:ended|expired|lapsed|terminated)\b/i.test(told) ? ['ended'] : ['in-force', 'signed'], isClear: false }
    : undefined
}

function diplomatic(text: string, firm: boolean): RelationDeed | undefined {
  const kind = 'diplomatic-relations'
  if (broken.test(text)) return { kind, dates: ['broken'], isClear: false }
  if (restored.test(text)) return { kind, dates: ['restored', 'established'], isClear: false }
  if (recognised.test(text)) return { kind, dates: ['recognised'], isClear: false }
  return established.test(text) ? { kind, dates: ['established'], isClear: firm } : undefined
}
