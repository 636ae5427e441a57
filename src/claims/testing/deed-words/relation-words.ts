/** A deed between states, classified as in the table of dated deeds. */
export interface RelationDeed {
  readonly kind: 'diplomatic-relations' | 'trade-agreement' | 'defence-treaty' | 'strategic-partnership'
  /** Kinds of date that the deed may be reported by, the most likely first. */
  readonly dates: readonly string[]
  /** Whether the words identify one date of the deed. Only then can a different date on record refute the claim. */
  readonly clear: boolean
}

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

/**
 * Returns the deed in a statement; undefined if the words name none of the kinds of deeds on record.
 *
 * @param clause   the statement, without its neighbours
 * @param told   the claim's own words, which select one of several deeds in the statement
 * @example relationDeedIn('they took up diplomatic relations in 1974', 'took up')?.dates.join()   // 'established'
 */
export function relationDeedIn(clause: string, told: string, topic: string): RelationDeed | undefined {
  // `may` in small letters is the verb; the month is written with a capital
  if (unfinished.test(clause) || /\bmay\b/.test(clause)) return undefined
  const firm = !version.test(clause)
  if (relations.test(clause)) return diplomatic(told, firm) ?? diplomatic(clause, firm)
  if (topic === 'relations' && recognised.test(told)) return { kind: 'diplomatic-relations', dates: ['recognised'], clear: false }
  if (partners.test(clause)) return { kind: 'strategic-partnership', dates: ['established', 'signed'], clear: false }
  if (topic !== 'trade-agreement' && !agreement.test(clause)) return undefined
  const kind = topic === 'trade-agreement' ? 'trade-agreement' : 'defence-treaty'
  if (inForce.test(told) || (!signed.test(told) && inForce.test(clause))) return { kind, dates: ['in-force'], clear: firm }
  if (signed.test(told) || signed.test(clause)) return { kind, dates: ['signed'], clear: firm }
  if (/\bsuspend/i.test(told)) return { kind, dates: ['suspended'], clear: false }
  return /\b(?:ended|expired|lapsed|terminated|ha(?:s|ve) had|of (?:19|20)\d\d|since)\b/i.test(clause)
    ? { kind, dates: /\b(?:ended|expired|lapsed|terminated)\b/i.test(told) ? ['ended'] : ['in-force', 'signed'], clear: false }
    : undefined
}

function diplomatic(text: string, firm: boolean): RelationDeed | undefined {
  const kind = 'diplomatic-relations'
  if (broken.test(text)) return { kind, dates: ['broken'], clear: false }
  if (restored.test(text)) return { kind, dates: ['restored', 'established'], clear: false }
  if (recognised.test(text)) return { kind, dates: ['recognised'], clear: false }
  return established.test(text) ? { kind, dates: ['established'], clear: firm } : undefined
}
