import type { ActorMention } from '../../text/mention.ts'
import { wordExcept } from '../../text/patterns/word-except.ts'
import { textAfter, textBefore, textBetween, textOfSpan } from '../../text/span-text.ts'
import type { FlowWord } from '../../text/topics/flow-words.ts'
import {
  isCoordinated,
  isPossessivePronoun,
  nearestFlowWord,
  oppositeRole,
  ownerRole,
  type RoleAssignment,
  type RoleContext,
} from '../sentence/roles.ts'
import { isNonParty } from './non-party-mentions.ts'
import { genitiveRole, possessiveRole } from './possessive-roles.ts'
import { roleByPreposition, roleOfPreposition } from './preposition-roles.ts'

/** Returns the role of a mention: from the direction word it belongs to, its preposition, or the verb before or after it. */
export function roleOfMention(reading: RoleContext, mention: ActorMention): RoleAssignment {
  if (isNonParty(reading, mention)) return { role: 'nonparty' }
  const before = textBefore(reading.text, mention)
  const after = textAfter(reading.text, mention).replace(/^['’]s?/, '')
  const phrased =
    everyPartner(reading, mention) ??
    balanceOwner(reading, before) ??
    possessorByFor(reading, mention, before) ??
    oneOfSeveralAgents(reading, before)
  if (phrased !== undefined) return phrased
  const side = roleOfPreposition(before, after)
  if (side === undefined && mention.rule === 'there') return roleOfThere(reading, mention)
  const compared = comparisonRole(reading, mention, before, after)
  if (compared !== undefined) return compared
  if (side === 'standard' && /\bthan(?: the)?\s*$/i.test(before) && mention.form === 'adjective')
    return { role: 'standard', prepositional: true }
  return (
    possessiveRole(reading, mention, before, after, side) ??
    (side === undefined ? undefined : roleByPreposition(reading, mention, before, side)) ??
    objectRole(reading, mention) ??
    genitiveRole(reading, mention) ??
    copularRole(reading, mention) ??
    subjectRole(reading, mention) ?? { role: 'unassigned' }
  )
}

/** Returns the role of `all buyers`, `all suppliers` and the like; undefined for other mentions. */
function everyPartner(reading: RoleContext, mention: ActorMention): RoleAssignment | undefined {
  const every = /^all (?:(buyers|customers|destinations)|donors|suppliers|sources|origins)$/i.exec(textOfSpan(reading.text, mention))
  if (every === null) return undefined
  return { role: every[1] === undefined ? 'sender' : 'receiver', trigger: nearestFlowWord(reading, mention), prepositional: true }
}

/** Returns the role of the owner of a balance: `A balance in favour of China`. Otherwise undefined. */
function balanceOwner({ flows }: RoleContext, before: string): RoleAssignment | undefined {
  if (!/\bin favou?r of(?: the)?\s*$/i.test(before)) return undefined
  const balance = flows.find(({ way }) => way === 'both')
  return balance === undefined ? undefined : { role: 'partner', trigger: balance, owner: true }
}

const severalAgents =
  /\bby (?:[\w-]+ ){1,3}(?:states|countries|nations|governments|suppliers|buyers|customers|partners),? (?:mainly|mostly|chiefly|primarily|above all|especially|notably|among them|including|led by)(?: by)?(?: the)? $/

/** Returns the role of one of several agents: `Supplied by nine states, mainly the United States`. Otherwise undefined. */
function oneOfSeveralAgents({ flows }: RoleContext, before: string): RoleAssignment | undefined {
  const several = severalAgents.exec(before)
  const verb = several === null ? undefined : flows.findLast((flow) => flow.verb && flow.end < several.index + 1)
  return verb === undefined ? undefined : { role: ownerRole(verb.way), trigger: verb, prepositional: true }
}

const copulaWord = /\b(?:is|are|was|were|remains?|remained|became)\b/

/** Returns the role of a possessor named first: India in `For India, Russia is the chief supplier`. Otherwise undefined. */
function possessorByFor({ text, flows }: RoleContext, mention: ActorMention, before: string): RoleAssignment | undefined {
  if (!/^For(?: the)? $/.test(before)) return undefined
  const agent = flows.find((flow) => flow.agent && copulaWord.test(textBetween(text, mention, flow)))
  return agent === undefined ? undefined : { role: oppositeRole(agent.way), trigger: agent, owner: true }
}

/** Returns the role of `there`: the other end of the verb before it (`Bought gas there`); without a verb the receiver. */
function roleOfThere({ flows }: RoleContext, mention: ActorMention): RoleAssignment {
  const noun = flows.find((flow) => !flow.verb && !flow.agent && flow.end + 1 === mention.start)
  const verb = noun === undefined ? flows.findLast((flow) => flow.verb && flow.end < mention.start) : undefined
  return { role: verb === undefined ? 'receiver' : oppositeRole(verb.way), trigger: noun ?? verb, prepositional: true }
}

const comparativeVerbAfter = new RegExp(
  String.raw`^(?:[^,;.]{0,40}|(?:,? (?:(?:and|or) )?(?:the )?${wordExcept(['and', 'or', 'the'])}){1,8} [^,;.]{0,40})\b(?:more|larger|bigger|greater|higher|longer|surpass\w*|exceed\w*|outd\w+|beats?|tops|topped|ahead)\b`,
  'iu',
)

/**
 * Returns the role in a comparison: in `Only Japan bought more` and `took Japan's place`, Japan is the standard of comparison; in `no state bought more than
 * Germany`, Germany is the subject. Otherwise undefined.
 */
function comparisonRole({ flows }: RoleContext, mention: ActorMention, before: string, after: string): RoleAssignment | undefined {
  if (/^ (?:place|position|spot|crown)\b/.test(after) && /\b(?:took|takes|taken|taking)(?: the)? $/.test(before))
    return { role: 'standard' }
  if (
    /\bonly(?:(?: the(?: [\p{L}.]+){3}| [\p{L}.]+(?: [\p{L}.]+(?: [\p{L}.]+)?)?),){0,5}(?:(?: the(?: [\p{L}.]+){3}| [\p{L}.]+(?: [\p{L}.]+(?: [\p{L}.]+)?)?),? (?:and|or))?(?: the)?\s*$/iu.test(
      before,
    ) &&
    comparativeVerbAfter.test(after)
  )
    return { role: 'standard' }
  const than = /\bthan(?: the)?\s*$/i.test(before)
  if (!than || !/\b(?:no|nobody|none|nowhere|only)\b/i.test(before)) return undefined
  const verb = flows.find((flow) => flow.verb && flow.end < mention.start)
  return verb === undefined ? { role: 'subject' } : { role: ownerRole(verb.way), trigger: verb }
}

/** Returns the role of an object: `sold Britain goods`, `owed Chinese lenders`, `paid Moscow`, `supplied Ukraine with`. Otherwise undefined. */
function objectRole({ text, flows }: RoleContext, mention: ActorMention): RoleAssignment | undefined {
  if (mention.possessive || isPossessivePronoun(text, mention)) return undefined
  const verb = flows.find((flow) => flow.verb && flow.end < mention.start && /^ (?:the |both )?$/i.test(textBetween(text, flow, mention)))
  if (verb === undefined) return undefined
  return mention.form === 'adjective' ? { role: 'sender', trigger: verb } : { role: oppositeRole(verb.way), trigger: verb }
}

/** Returns the role of a state linked by a form of `be`: `Russia remained India's chief supplier`, `most of the weapons were Russian`. Otherwise undefined. */
function copularRole({ text, flows }: RoleContext, mention: ActorMention): RoleAssignment | undefined {
  const after = textAfter(text, mention)
  if (
    mention.form === 'adjective' &&
    /\b(?:is|are|was|were|been)(?: (?:mostly|mainly|also|still|largely))?\s*$/i.test(textBefore(text, mention)) &&
    /^\s*(?:[,.;]|and\b|$|in\b|less\b)/i.test(after)
  )
    return { role: 'sender' }
  if (mention.form === 'adjective' && partOfWholeBefore.test(textBefore(text, mention)) && /^\s*(?:[,.;]|and\b|$)/i.test(after))
    return { role: 'sender' }
  const among = flows.findLast((flow) => flow.agent && flow.end < mention.start)
  if (among !== undefined && isAmong(text, among, mention)) return { role: ownerRole(among.way), trigger: among }
  const agent = flows.find((flow) => flow.agent && flow.start > mention.end)
  if (agent === undefined || agent.start - mention.end > 90) return undefined
  const between = textBetween(text, mention, agent)
  const linked =
    /^(?:[^.;:]{0,40}?)\b(?:is|was|are|were|remain(?:s|ed)?|be(?:come|comes|came)|been|stay(?:s|ed)|rank(?:s|ed)|being|as|overt\w+|replaced|serves)\b/i.test(
      between,
    ) && !/;|, (?:while|but|and) /.test(between)
  const placed =
    /^(?:[^.;:]{0,40}?)\b(?:st(?:ood|ands?)|c[ao]mes?|climb(?:s|ed)|mov(?:es|ed)|slip(?:s|ped)|dropp?(?:s|ed)|fell|f[ai]lls?|rose|rises|advance[sd]|figure[sd]?|placed|finished|moved)\b[^.;:]*\b(?:among|of|in|for)(?: (?:the|its|their|all))*(?: \w+)? $/i.test(
      between,
    )
  if (placed && !/;|, (?:while|but|and) /.test(between)) return { role: ownerRole(agent.way), trigger: agent }
  return linked ? { role: ownerRole(agent.way), trigger: agent } : undefined
}

/** Whether a state is one of the ranked group: Russia in `Among the suppliers Russia came first`. */
const isAmong = (text: string, agent: FlowWord, { start }: ActorMention): boolean =>
  /\b(?:among|of)(?: (?:the|its|all|their))*(?: [\w-]+)? $/i.test(textBefore(text, agent)) &&
  /^(?: of [^,;]{0,30})?,? (?:the )?$/.test(text.slice(agent.end, start))

const partOfWholeBefore = /(?:%|\b(?:third|quarter|half|fifth|tenth|per ?cent|rest|most|part|remainder))(?: of (?:it|them))?,?\s+$/i

/** Words that separate a subject from a verb of another clause. */
const clauseBreak = /[;:]|\b(?:and|but|while|whereas|because|that|which|who|whose|than)\b/i
const passiveBefore = /\b(?:is|are|was|were|been|being)\s+(?:\w+ly )?$/i

const institutionNoun =
  'government|army|navy|air force|military|armed forces|central bank|ministry|company|companies|firms?|banks?|refineries|refiners|farmers|producers'
/** Words between a state and its verb that name an institution, which acts for the state: `China's Export-Import Bank lent`, `Russia's Gazprom delivered`. */
const agentOfState = new RegExp(
  String.raw`^(?:['’]s?)? (?:\p{Lu}[\w&’-]* |(?:of|and|for|state|national|central|own)[ -]){0,6}(?:\p{Lu}[\w&’-]*|${institutionNoun})(?: (?:has|have|had|also|then|already|is|was|will))* $`,
  'u',
)

/** Returns the role of the subject of the next verb of transfer: `China, for its part, has bought`. Undefined for a possessor. */
function subjectRole({ text, flows, actors }: RoleContext, mention: ActorMention): RoleAssignment | undefined {
  const verb = flows.find((flow) => flow.verb && flow.start > mention.end)
  if (mention.possessive && (verb === undefined || !agentOfState.test(textBetween(text, mention, verb)))) return undefined
  if (verb === undefined) return { role: 'subject' }
  const between = textBetween(text, mention, verb)
  if (between.length > 70 || clauseBreak.test(between)) return { role: 'subject' }
  const nearer = actors.find(
    ({ start, end, form }) => start > mention.end && end <= verb.start && form !== 'adjective' && form !== 'pronoun',
  )
  if (nearer !== undefined && /, (?:the )?$/.test(textBetween(text, mention, nearer)) && !isCoordinated(text, mention, nearer))
    return { role: 'unassigned' }
  const isPassive = passiveBefore.test(between) && !/ing$/i.test(verb.text)
  return { role: isPassive ? oppositeRole(verb.way) : ownerRole(verb.way), trigger: verb }
}
