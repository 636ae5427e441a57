import type { ActorMention } from '../../text/mention.ts'
import type { FlowWord } from '../../text/topics/flow-words.ts'
import { nearestFlowWord, type Role, type RoleAssignment, type RoleContext } from '../sentence/roles.ts'

const endWithArticle = String.raw`(?: (?:the|both|neighbouring|its|our))?\s*$`
const prepositions: readonly (readonly [RegExp, Role])[] = [
  [
    new RegExp(
      String.raw`\b(?:than to|than from|than with|behind|ahead of|followed by|after|before|than|as against|compared (?:with|to)|instead of|before of|except(?: for)?|apart from|aside from|other than|excluding|save for|besides|bar|outside|but not|unlike)${endWithArticle}`,
      'i',
    ),
    'standard',
  ],
  [
    new RegExp(
      String.raw`\b(?:overtook|overtaking|overtaken|overtakes|replac(?:ed|es|ing)|displac(?:ed|es|ing)|surpass(?:ed|es|ing)|outstripp?(?:ed|ing|s)?|exceed(?:ed|s|ing)|place from|took from|eclips(?:ed|es|ing)|pass(?:ed|es)|outdid|outpaced?s?|dethron(?:ed|es)|edged out|(?:mov|edg|push|surg|leap)(?:es|ed|ing) past|pull(?:ed|s|ing) ahead of|tops|topped)${endWithArticle}`,
      'i',
    ),
    'standard',
  ],
  [
    new RegExp(
      String.raw`\b(?:(?:behind|after|before|ahead of|than|alongside|followed by|as against|unlike) (?:that|those) (?:with|of|by|to|from|in)|against [^,;]{0,6}\d[^,;]{0,16} (?:from|to))${endWithArticle}`,
      'i',
    ),
    'standard',
  ],
  [
    new RegExp(
      String.raw`\b(?:compared|due|up|thanks|close|second only|next|similar|equal|related|second) to(?: that of| those of)?${endWithArticle}`,
      'i',
    ),
    'standard',
  ],
  [
    new RegExp(
      String.raw`\b(?:bought|purchased|imported|ordered|acquired|taken|received|borrowed|absorbed|owed [^,;]{0,30}|(?:purchase|acquisition|imports?) of [^,;]{2,40}) by${endWithArticle}`,
      'i',
    ),
    'receiver',
  ],
  [
    new RegExp(
      String.raw`\b(?:from|originat\w+ in|out of|made in|supplied by|provided by|sold by|produced in|(?:impos|sanction|bann|blacklist|adopt|lift|tighten)ed by|delivered by|lent by|sent by|built by|exported by|given by|shipped by|owed to|signed by)${endWithArticle}`,
      'i',
    ),
    'sender',
  ],
  [
    new RegExp(
      String.raw`\b(?:to|into|towards?|on|onto|against|to (?:only |just )?(?:one|a single) (?:other )?(?:state|country|customer|buyer|recipient),|(?:investments?|FDI|\(FDI\)) in|invested (?:[^,;]{0,30} )?in|stake in|bound for|destined for)${endWithArticle}`,
      'i',
    ),
    'receiver',
  ],
  [
    new RegExp(
      String.raw`\b(?:aid|help|support|assistance|relief|money|more|most|weapons|weaponry|arms|equipment|ammunition|munitions|shells|missiles|tanks|drones|jets|defen[cs]e|training|reconstruction|recovery|packages?|facility|grants?|subsidies|medicines?|vaccines?|loans?|credits?|commitments|pledges|funds|funding|(?:million|billion|bn|mn)(?: (?:dollars|euros?|pounds|yen|won|rubles|yuan|kronor))?)(?: (?:committed|pledged|meant|earmarked))? for${endWithArticle}|\b(?:(?:was|were|is|are)(?: (?:all|mostly|mainly|largely))?|meant|destined|intended|reserved|headed|left) for${endWithArticle}`,
      'i',
    ),
    'receiver',
  ],
  [new RegExp(String.raw`\b(?:students|tourists|visitors) in${endWithArticle}`, 'i'), 'receiver'],
  [new RegExp(String.raw`\b(?:with|between|alongside)${endWithArticle}`, 'i'), 'partner'],
]

/** Returns the role given by the preposition before a name; undefined without one. */
export const roleOfPreposition = (before: string, after: string): Role | undefined =>
  startsClause(before, after) ? undefined : prepositions.find(([pattern]) => pattern.test(before))?.[1]

/**
 * Returns the role given by the preposition. For debt and reliance it is `sender`, since the state is the creditor or the supplier (`owes to China`, `relies on
 * China`).
 */
export function roleByPreposition(reading: RoleContext, mention: ActorMention, before: string, side: Role): RoleAssignment {
  const by = nearestFlowWord(reading, mention)
  const isFrom = isCreditor(before, by, mention) || (reliance.test(before) && mention.form !== 'adjective')
  return { role: isFrom ? 'sender' : side, trigger: by, prepositional: true }
}

/** Whether `after` or `before` begins a clause, not a comparison: `After Russia invaded Ukraine`. */
const startsClause = (before: string, after: string): boolean =>
  /\b(?:[Aa]fter|[Bb]efore)(?: the)?\s*$/.test(before) &&
  /^ (?:had|has|have|was|were|is|joined|left|took|began|[a-z]+ed)\b(?! by\b)/.test(after)

const reliance = /\b(?:depend\w*|rel(?:y|ies|ied|ying|iance|iant)|hooked)(?: [\w-]+){0,3}? (?:up)?on(?: the)? $/i

/** Whether a state is the creditor of a debt: China in `Owes 2 billion to China and one to Japan`. */
const isCreditor = (before: string, by: FlowWord | undefined, { start }: ActorMention): boolean =>
  by !== undefined && by.end < start && /^(?:ow(?:e[sd]?|ing)|.*debts?)$/i.test(by.text) && /\bto(?: the)?\s*$/i.test(before)
