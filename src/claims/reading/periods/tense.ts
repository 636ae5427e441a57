const pluralVerbs =
  'buy|sell|owe|lend|supply|account|make|depend|rely|hold|want|see|come|import|export|provide|stand|rank|live|use|cover|meet|leave|pass|go|host|hang|cede|draw|receive|belong|spend'
const singularVerbs =
  'remains|buys|sells|takes|owes|lends|supplies|accounts|makes|depends|relies|holds|runs|wants|sees|comes|provides|stands|sits|lives|uses|covers|meets|passes|goes|hosts|dominates|employs|carries|flows|hangs|cedes|draws|receives|belongs|serves|allows|spends|outspends|outnumbers'
/** Verb forms that are also nouns. */
const nounLikeVerbs = 'imports|exports|ranks|heads|leads|tops|leaves|shares|leases|charges|measures|costs|needs'
/** Excludes a verb in a clause that describes a noun: `of what India imports`. */
const notInRelativeClause = String.raw`(?<!\b(?:that|what|which|where) (?:[\p{L}’'-]+ ){1,2}\p{L}+)`
const subjectBefore = String.raw`(?<=\b(?:[Tt]hey|[Ww]e|[Yy]ou|who|which|[Bb]oth|[Tt]wo|[Tt]hree|people|still|also|per ?cent|\p{L}+s|\p{Lu}\p{L}+)(?: in \p{Lu}\p{L}+)? \p{L}+)`
/** A finite present verb; plural forms only after a noun or name that can be the subject. */
const presentVerb = new RegExp(
  `\\b(?:[Ii]s|[Aa]re|has|have|[Nn]ow|[Cc]urrently|[Tt]oday|(?:${singularVerbs})${notInRelativeClause}|(?:${pluralVerbs}|share(?= an? ))${subjectBefore}${notInRelativeClause})\\b`,
  'u',
)
const presentNounLike = new RegExp(`\\b(?:${nounLikeVerbs})\\b`, 'u')
/** A finite past verb, or a word in `-ed`, unless a word before it (`has`, `the`, `by`) makes it a participle. */
const pastVerb =
  /\b(?:was|were|had|did|came|rose|fell|grew|dropped|shrank|bought|sold|took|reached|stood|went|became|left (?:it|them|the)|gave|saw|brought|kept|began|made (?:up|it|them|the|this))\b|(?<!\b(?:is|are|has|have|be|been|being|not|also|now|still|the|an?|its|their|by|of|than|to) )\b(?!united|speed|need|feed|exceed|indeed|proceed|hundred)\w{3,}ed\b/i

/** Whether the first finite verb is in the present tense; a question at the start of the sentence is skipped. */
export function isPresentTense(sentence: string): boolean {
  const text = sentence.replace(/^[^?]*\? /, '')
  const then = pastVerb.exec(text)
  const now = presentVerb.exec(text) ?? (then === null ? presentNounLike.exec(text) : null)
  return now !== null && (then === null || now.index < then.index)
}
