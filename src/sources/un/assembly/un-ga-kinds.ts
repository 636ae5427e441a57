/**
 * The object of a vote: a resolution or decision as a whole, one of its paragraphs (or words), an amendment, or something else (a motion, a ruling, the
 * agenda).
 */
export type VoteKind = 'whole' | 'paragraph' | 'amendment' | 'other'

/** The description of a vote in Voeten's file, with its two flags (`null` if blank). */
export interface DescribedVote {
  readonly descr: string
  readonly amend: boolean | null
  readonly para: boolean | null
}

/**
 * Returns the kind of a roll call; null if the row has no information at all.
 *
 * The flags `amend` and `para` were set by the coders of the file. But `amend` also marks resolutions "as amended", neither flag marks motions, and from
 * session 40 on a flag is either 1 or blank. So the description decides if it names the object of the vote, and otherwise the flags. A row that is decided by
 * neither is a vote on a whole resolution, as most rows of the file are.
 *
 * Early descriptions begin with the object of the vote ("TO ADOPT OPERATIVE PARAGRAPH 2 OF …"): the first word that names an object counts. Descriptions added
 * from the meeting records quote the President: the last sentence that names one counts. Other descriptions are titles or abstracts of resolutions, for which
 * only the flags count.
 *
 * @example voteKindOf({ descr: 'TO ADOPT OPERATIVE PARAGRAPH 2 OF THE DRAFT RESOL. (A/3316)', amend: false, para: true })   // 'paragraph'
 * @example voteKindOf({ descr: 'TO ADOPT 4TH COMMITTEE DRAFT RESOL. (A/422) AS AMENDED BY DANISH PROPOSAL.', amend: true, para: false })   // 'whole'
 * @example voteKindOf({ descr: 'TO ADOPT GHANA MOTION FOR A 2/3 MAJORITY VOTE', amend: false, para: false })   // 'other'
 * @example voteKindOf({ descr: 'The right to food', amend: null, para: null })   // 'whole'
 * @example voteKindOf({ descr: '', amend: null, para: null })   // null
 */
export function voteKindOf(vote: DescribedVote): VoteKind | null {
  if (vote.descr === '' && vote.amend === null && vote.para === null) return null
  return kindInWords(vote) ?? kindByFlags(vote)
}

function kindByFlags({ amend, para }: DescribedVote): VoteKind {
  return amend === true ? 'amendment' : para === true ? 'paragraph' : 'whole'
}

function kindInWords({ descr, amend, para }: DescribedVote): VoteKind | null {
  if (/^The (Acting )?President\b/.test(descr)) return kindInSpeech(descr)
  if (!opening.test(descr)) return null
  const first = firstNamed(descr.slice(0, 120))
  return first === 'proposal' ? (amend || para ? null : 'other') : first
}

/** Matches the beginning of a description that names the object of the vote. All other descriptions are abstracts of a resolution. */
const opening =
  /^(TO (ADOPT|INCLUDE|EXCLUDE|RETAIN|AMEND)\b|RES\b|(\w+ ){0,3}AMEND|OP(ER)?\b|PREAM|INCLU|RULING|RECOMMENDATION|REQ\b|PROPOSAL|(\w+ ){1,4}(MOTION|REQ)\b)/

/** What a word can name. A `proposal` is procedural (to adjourn, to require two thirds), unless a flag is set: then the flags decide. */
type Named = VoteKind | 'proposal'

const named: readonly (readonly [Named, RegExp])[] = [
  ['whole', /\b(WHOLE|RESOL\w*|RES|CONVENTION|COVENANT|PROTOCOL|DECLARATION|TRUSTEESHIP AGREEMENT)\b/],
  [
    'paragraph',
    /\b((SUB-?)?PARA(G|GRAPH|S|GS|GRAPHS)?|PREAM\w*|OP|OPER|OPERATIVE|SENTENCE|PHRASE|WORDS?|ARTICLES?|CLAUSE|SECTION|ANNEX)\b/,
  ],
  ['amendment', /\b(SUB-?)?AMM?END(MENTS?)?\b/],
  [
    'other',
    /\b(MOTION|RULING|APPEAL AGAINST|PRIORITY|SEPARATE (ROLL CALL )?VOTE|ADJOURN\w*|POSTPON\w*|RECONSIDERATION|ITEM|IN THE AGENDA|THE TITLE)\b/,
  ],
  ['proposal', /\bPROPOSAL\b/],
]

function firstNamed(text: string): Named | null {
  const found = named.map(([kind, words]) => ({ kind, at: text.search(words) })).filter(({ at }) => at !== -1)
  return found.sort((a, b) => a.at - b.at)[0]?.kind ?? null
}

/** Returns the kind of vote by the last sentence that names an object, which is the one that the President put to the vote; null if the kind is not clear. */
function kindInSpeech(descr: string): VoteKind | null {
  const sentences = descr.split(/(?<=[.?:])\s*(?=[A-Z])/)
  const last = sentences.findLast((sentence) => /\b(motion|amendments?|paragraphs?|draft resolution|section|entitled)\b/i.test(sentence))
  if (last === undefined) return null
  if (/\bmotion\b/.test(last)) return 'other'
  if (/\bentitled\b/.test(last)) return null
  if (/on which a separate/.test(last)) return null
  if (/draft resolution.* (as (orally )?(amended|corrected)|as a whole)/.test(last)) return 'whole'
  return /\bamendments?\b/.test(last) && !/amendments? .*(has|have) (not )?been adopted/.test(last) ? 'amendment' : null
}
