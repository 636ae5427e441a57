import { type Analysis, gap, overlaps } from './analysis.ts'
import { type FlowWord, flowWordsIn, type Way } from './flow-words.ts'
import type { ActorMention, Span } from './mention.ts'

/**
 * Where somebody stands: from whom (`sender`) or to whom (`receiver`) a thing goes; `partner` of something that goes both ways; `holder` of a share of what
 * another sends or receives; `subject` of a verb that does not tell; `beside` = only compared with; `aside` = not one of those whom the claim is about.
 */
export type Role = 'sender' | 'receiver' | 'partner' | 'holder' | 'subject' | 'open' | 'beside' | 'aside'

export interface Placed {
  readonly id: string
  readonly role: Role
  readonly mention: ActorMention
  /** The word that placed it. */
  readonly by?: FlowWord | undefined
  /** Placed by a preposition: `to China`. */
  readonly prepositional?: boolean
  /** Whose the word is that placed it: `partners of Germany`. */
  readonly owner?: boolean
  /** With whom another acts: `together with France`. */
  readonly fellow?: boolean
}

type Place = Omit<Placed, 'id' | 'mention'>

interface Stood {
  place: Place
  readonly mention: ActorMention
}

/** A sentence as roles are read from it. */
interface Reading {
  readonly text: string
  readonly flows: readonly FlowWord[]
  readonly actors: readonly ActorMention[]
}

const ownerOf = (way: Way): Role => (way === 'out' ? 'sender' : way === 'in' ? 'receiver' : 'partner')
const otherOf = (way: Way): Role => (way === 'out' ? 'receiver' : way === 'in' ? 'sender' : 'partner')

/**
 * The role of each actor of a sentence by the words round it.
 *
 * @param resolve  ids of a word for somebody named before
 */
export function placed(sentence: Analysis, resolve: (mention: ActorMention) => readonly string[]): Placed[] {
  const all = stoodIn(sentence).flatMap(({ place, mention }) => {
    const ids = mention.ids.length > 0 ? mention.ids : resolve(mention)
    return ids.map((id) => ({ id, ...place, mention }))
  })
  return all.filter((one) => !isAtBothEnds(one, all, sentence.text))
}

const known = new WeakMap<readonly ActorMention[], { readonly text: string; readonly stood: readonly Stood[] }>()

/** Where those stand whom a sentence names, whoever is meant by its pronouns: found once, though each claim of a sentence asks. */
function stoodIn(sentence: Analysis): readonly Stood[] {
  const { text, actors } = sentence
  const found = known.get(actors)
  if (found?.text === text) return found.stood
  const stood = withFellows(placesIn(sentence), text).filter(
    ({ place, mention }) => place.role !== 'aside' && !isGeneric(sentence, mention) && !isLoosePronoun(text, mention, place),
  )
  known.set(actors, { text, stood })
  return stood
}

function placesIn(sentence: Analysis): readonly Stood[] {
  const reading: Reading = { text: sentence.text, flows: flowsIn(sentence), actors: sentence.actors }
  const places: Stood[] = []
  for (const mention of sentence.actors) {
    const before = places.at(-1)
    const listed = before !== undefined && isListed(sentence.text, before.mention, mention)
    const read = likeBefore(sentence.text, mention, places) ?? placeOf(reading, mention)
    const own = (isUnplaced(read) ? agentBefore(sentence.text, mention, places) : undefined) ?? read
    const isNext = before?.place.role === 'beside' && isNextItem(sentence.text, before.mention, mention)
    const joined = (listed || isNext) && isUnplaced(own) && before.place.role !== 'aside' ? before.place : own
    if (listed && isUnplaced(before.place) && !isUnplaced(own) && own.role !== 'aside') spread(places, sentence.text, own)
    places.push({ place: joined, mention })
  }
  return places
}

/** `It took 11 % of their exports`: who is the one cannot be the other; the possessive was taken for the wrong one. */
const isAtBothEnds = (one: Placed, all: readonly Placed[], text: string): boolean =>
  isHis(text, one.mention) &&
  all.some(
    ({ id, role, mention }) =>
      id === one.id &&
      mention.start < one.mention.start &&
      one.mention.start - mention.end < 40 &&
      mention.rule === 'it' &&
      ((role === 'sender' && one.role === 'receiver') || (role === 'receiver' && one.role === 'sender')),
  )

/** `that of the United States` stands where the one before did. */
function likeBefore(text: string, mention: ActorMention, places: readonly Stood[]): Place | undefined {
  if (!/\b(?:that|those) of(?: the)?\s*$/i.test(text.slice(0, mention.start))) return undefined
  return places.findLast(({ place }) => place.role !== 'aside' && place.role !== 'beside' && place.prepositional !== true)?.place
}

/** `Bought by India, a fifth by China`: by whom it was done the first time tells how the next stands. */
function agentBefore(text: string, mention: ActorMention, places: readonly Stood[]): Place | undefined {
  const by = /\bby(?: the)?\s*$/i
  return by.test(text.slice(0, mention.start))
    ? places.findLast((one) => !isUnplaced(one.place) && one.place.role !== 'aside' && by.test(text.slice(0, one.mention.start)))?.place
    : undefined
}

const together = /\b(?:together|along|jointly|in company) with(?: the| both)?\s*$/i

/** `Together with France it received a third`: those with whom somebody acts stand where he stands, behind him. */
function withFellows(places: readonly Stood[], text: string): readonly Stood[] {
  const first = places.findIndex(({ mention }) => together.test(text.slice(0, mention.start)))
  if (first < 0) return places
  const joint = (i: number): string => text.slice(places[i - 1]!.mention.end, places[i]?.mention.start)
  let end = first + 1
  while (
    end < places.length &&
    (end === first + 1 || !/ and /.test(joint(end - 1))) &&
    isListed(text, places[end - 1]!.mention, places[end]!.mention)
  )
    end++
  const isLeader = ({ place }: Stood | undefined = places[first]!): boolean => place.prepositional !== true && place.role !== 'aside'
  const [before, next] = [places[first - 1], places[end]]
  const isClose = before !== undefined && /^,? \S+ with /.test(text.slice(before.mention.end)) && isLeader(before)
  const leader = isClose ? before : next !== undefined && isLeader(next) ? next : undefined
  if (leader === undefined) return places
  const fellows = places.slice(first, end).map(({ mention }): Stood => ({ mention, place: { ...leader.place, fellow: true } }))
  return [...places.slice(0, first), ...places.slice(end), ...fellows]
}

/** `Germany, France and Italy`: what places the last places those before it. */
function spread(places: Stood[], text: string, place: Place): void {
  for (let i = places.length - 1; i >= 0; i--) {
    const one = places[i]!
    const next = places[i + 1]
    if (!isUnplaced(one.place) || (next !== undefined && !isListed(text, one.mention, next.mention))) return
    one.place = place
  }
}

/** `It was a quarter higher` and `its level` are about a thing, `it joined` about somebody; `of them` counts. */
function isLoosePronoun(text: string, mention: ActorMention, place: Place): boolean {
  if (mention.rule === 'them') return isUnplaced(place)
  if (mention.rule !== 'it' || !isUnplaced(place)) return false
  return isHis(text, mention) || !deed.test(text.slice(mention.end))
}

const deed =
  /^ (?:also |has |had |have |is |was |later |still |now |never |not |no longer |would |will )*(?:(?:an? |no )?(?:\w+ )?(?:member|part(?:y|ner)|candidate|founder|observer|signatory)|one of |among |neither |no member|would not |help|join|vot|abstain|belong|member|impos|lift|sign|recogni|invad|annex|left|ratif|veto|ban|adopt|host|visit)/i

const isUnplaced = ({ role }: Place): boolean => role === 'open' || role === 'subject'

/** `Ahead of Italy with 8.5, the United States with 7 and`: the next of a list whose items have their figures. */
const isNextItem = (text: string, one: ActorMention, next: ActorMention): boolean =>
  /^ (?:(?:with|at) [^,;]{1,25}|\([^()]{1,25}\))(?:,|,? and)(?: the)?\s*$/i.test(text.slice(one.end, next.start))

/** Whether two stand beside each other in a list. */
export const isListed = (text: string, one: ActorMention, next: ActorMention): boolean =>
  /^(?:['’]s)?(?: ?\([^()]{1,20}\))?(?:,? and|,? or|,|-| as well as| and then)(?: (?:the|both))?\s*$/i.test(
    text.slice(one.end, next.start),
  ) &&
  (one.form === next.form || !(one.form === 'pronoun' || next.form === 'pronoun'))

/** `no NATO member`, `every EU state` names nobody. */
export const isGeneric = (sentence: Analysis, mention: ActorMention): boolean =>
  mention.form === 'bloc' &&
  /\b(?:no|any|every|other|another|all|not one|one)(?: other)?(?: members? of(?: the)?)?\s*$/i.test(
    sentence.text.slice(0, mention.start),
  ) &&
  /^ (?:members?|states?|countr|all)/i.test(sentence.text.slice(mention.end))

const saying =
  '(?:said|says?|told|stated?|states|claims?|claimed|believes?|warned|insists?|announced|shows?|showed|recorded|records|reported|reports|put|puts)'
const saidAfter = new RegExp(String.raw`^,? ${saying}(?: that)?\b`, 'i')
const sourceAfter =
  /^(?:['’]s?)?\s+(?:(?:own|official|government|national|federal|trade|general|state|central|commerce|finance|foreign|energy|defen[cs]e|economy)\s+)*(?:customs|statistics|statistical|figures|data|count|reckoning|officials?|ministry|ministers?|bank\b|bureau|media|diplomats?|analysts?|experts?|president|premier|chancellor|embassy|spokes\w+|newspapers?|survey)/i
const asideBefore =
  /\b(?:invasion|war|wars|conflict|attack|attacks|annexation|aggression|occupation|fighting|hostilities|crisis) (?:of|in|on|against|with|over|between)(?: the)?\s*$|\b(?:according to|[Ss]tatisti(?:cs|cal) (?:office|agency|bureau|service|committee|institute) of|(?:supplier|buyer|customer|investor|partner)s? (?:from|within|among)(?: the states of)?|Council of|Bank of|University of|Institute of|Gulf of|Sea of|Bay of|Strait of|[Aa]mbassador to|envoy to|like|such as|including|among them|apart from them|[Ss]een from|[Vv]iewed from)(?: the)?\s*$/i
const asideAfter = /^(?:['’]s?)?\s+(?:war|invasion|crisis|conflict|ocean|sea\b|gulf|dollars?|peso|won\b|pounds?|time\b)/i
/** `the American Enterprise Institute`: a name that a state's adjective begins. */
const bodyAfter =
  /^(?: \p{Lu}\p{L}+){0,3} (?:Institute|Foundation|University|Council|Association|Community|Economic Area|Development Bank|Chamber|Cent(?:re|er)|Society|Times|Post|Daily|Party|Academy|School|Fund|Agency|Press|Union of)\b/u

/** `Both Kenya and Uganda`, `belongs neither to`: no word for the two. */
const isDeterminer = (word: string, after: string): boolean =>
  (/^both$/i.test(word) && /^ (?:the )?\p{Lu}/u.test(after)) ||
  (/^neither$/i.test(word) && !/^ (?:is|are|was|were|has|had|have|does|did|belongs?|joined|will|can|could)\b/.test(after))

/** A part of the world, which beside two states tells where. */
const isWhere = ({ rule, ids }: ActorMention): boolean => rule === 'region' && ids[0] !== 'WLD'

/** `Said in Taipei`: where it was said. */
const isSeat = (before: string): boolean =>
  /\b(?:said|told|announced|reported|added|stated|explained|noted)\b[^,;]{0,60} in $|\b(?:bonds?|Eurobonds?|shares|notes)\b[^,;]{0,60}\b(?:placed|issued|listed|floated|sold) in $/.test(
    before,
  )

/** `41 Canadian diplomats`: whoever is counted is no source. */
const isCounted = /(?:\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|dozen|dozens of|several|many|some)) $/i

/** Names that stand for somebody else's words, a place or an event. */
function isAside({ text, actors, flows }: Reading, mention: ActorMention): boolean {
  const others = actors.filter(({ ids }) => ids[0] !== mention.ids[0])
  const before = text.slice(0, mention.start)
  const after = text.slice(mention.end)
  if (mention.rule === 'organisation' || mention.form === 'leader')
    return !(
      mention.form === 'leader' &&
      mention.possessive &&
      /^(?:['’]s)? (?:soldiers|troops|forces|army|government|country)/.test(after)
    )
  if (mention.form === 'capital' && isSeat(before)) return true
  if (asideBefore.test(before) || asideAfter.test(after) || bodyAfter.test(after)) return true
  if (/\bamong(?: the)?\s*$/i.test(before) && !mention.possessive) return true
  if (isWhere(mention) && /^ (?:country|state|nation|kingdom|republic|giant|partner)\b/.test(after)) return true
  if (
    isWhere(mention) &&
    /\b(?:on|in|of|across|throughout)(?: the)?\s*$/i.test(before) &&
    !flows.some(({ end }) => end < mention.start && /^ of (?:the )?$/.test(text.slice(end, mention.start))) &&
    others.filter(({ ids }) => ids.length > 0).length > 1
  )
    return true
  if (mention.rule === 'both' && isDeterminer(text.slice(mention.start, mention.end), after)) return true
  if (/^its|their$/i.test(text.slice(mention.start, mention.end)) && /\bfor $/i.test(before) && /^ part\b/.test(after)) return true
  if (mention.ids[0] === 'WLD' && mention.rule === 'region')
    return !/\bforeign\w*(?: \w+)?$|\ball (?:donors|buyers|customers|suppliers|sources|destinations|countries|partners|origins)$|\b(?:rest of the|to the|from the|outside|(?:surplus|deficit|shortfall)[^,;]{0,40} with the) (?:world)?$/i.test(
      before + text.slice(mention.start, mention.end),
    )
  if (/\b(?:per cent|percent|%|in (?:ten|five|four|three)|majority|most|third|quarter|half) of(?: the)?\s*$/i.test(before)) return false
  if ((mention.rule === 'it' || mention.rule === 'them') && /\b(?:of|between|among)\s*$/i.test(before)) return true
  if (others.length > 0 && mention.form !== 'pronoun' && sourceAfter.test(after) && !isCounted.test(before)) return true
  return others.length > 0 && saidAfter.test(after) && !/^ (?:put|puts|records?|recorded|reported|reports) [^t]/i.test(after)
}

const article = String.raw`(?: (?:the|both|neighbouring|its|our))?\s*$`
const sideBefore: readonly (readonly [RegExp, Role])[] = [
  [
    new RegExp(
      String.raw`\b(?:than to|than from|than with|behind|ahead of|followed by|after|before|than|as against|compared (?:with|to)|instead of|before of|except(?: for)?|apart from|aside from|other than|excluding|save for|besides|bar|outside|but not|unlike)${article}`,
      'i',
    ),
    'beside',
  ],
  [
    new RegExp(
      String.raw`\b(?:overtook|overtaking|overtaken|overtakes|replac(?:ed|es|ing)|displac(?:ed|es|ing)|surpass(?:ed|es|ing)|outstripp?(?:ed|ing|s)?|exceed(?:ed|s|ing)|place from|took from|eclips(?:ed|es|ing)|pass(?:ed|es)|outdid|outpaced?s?|dethron(?:ed|es)|edged out|(?:mov|edg|push|surg|leap)(?:es|ed|ing) past|pull(?:ed|s|ing) ahead of|tops|topped)${article}`,
      'i',
    ),
    'beside',
  ],
  [
    new RegExp(
      String.raw`\b(?:(?:behind|after|before|ahead of|than|alongside|followed by|as against|unlike) (?:that|those) (?:with|of|to|from|in)|against [^,;]{0,6}\d[^,;]{0,16} (?:from|to))${article}`,
      'i',
    ),
    'beside',
  ],
  [new RegExp(String.raw`\b(?:compared|due|up|thanks|close|second only|next|similar|equal|related|second) to${article}`, 'i'), 'beside'],
  [
    new RegExp(
      String.raw`\b(?:bought|purchased|imported|ordered|acquired|taken|received|borrowed|absorbed|owed [^,;]{0,30}) by${article}`,
      'i',
    ),
    'receiver',
  ],
  [
    new RegExp(
      String.raw`\b(?:from|originat\w+ in|out of|made in|supplied by|provided by|sold by|produced in|(?:impos|sanction|bann|blacklist|adopt|lift|tighten)ed by|delivered by|lent by|sent by|built by|exported by|given by|shipped by|owed to|signed by)${article}`,
      'i',
    ),
    'sender',
  ],
  [
    new RegExp(
      String.raw`\b(?:to|into|towards?|on|onto|against|(?:investments?|FDI|\(FDI\)) in|invested (?:[^,;]{0,30} )?in|stake in|bound for|destined for)${article}`,
      'i',
    ),
    'receiver',
  ],
  [
    new RegExp(
      String.raw`\b(?:aid|help|support|assistance|relief|money|more|most|weapons|arms|loans?|credits?|commitments|pledges|funds|funding)(?: (?:committed|pledged|meant|earmarked))? for${article}|\b(?:(?:was|were|is|are)(?: (?:all|mostly|mainly|largely))?|meant|destined|intended|reserved|headed|left) for${article}`,
      'i',
    ),
    'receiver',
  ],
  [new RegExp(String.raw`\b(?:students|tourists|visitors) in${article}`, 'i'), 'receiver'],
  [new RegExp(String.raw`\b(?:with|between|alongside)${article}`, 'i'), 'partner'],
]

const onlyModifiers =
  /^(?:\s+(?!(?:to|from|of|in|on|by|with|and|or|but|while|was|were|is|are|had|has|have|that|which|who|than|as|for|the|an?|at|into|came|went|share)\b)(?!\d)[\w'’/-]+){0,4}?\s+$/u
const productAfter =
  /^ (?:(?!(?:ha[sd]|have|are|is|was|were|will|bought|buy|sold|sell|took|take|banned|import|export)\b)\p{Ll}[\w-]+ )*(?:goods|products?|oil|crude|gas|coal|LNG|weapons?|weaponry|arms|equipment|electronics|chips?|semiconductors?|cars?|vehicles?|wheat|grain|food|machinery|steel|energy|fuels?|soybeans?|fertili[sz]ers?|uranium|technology|money|capital|tanks?|jets?|missiles?|drones?|aircraft|ammunition|shells|origin|electricity|tourists|students)\b/iu

/** `After Russia invaded Ukraine`: a clause, nobody to compare with. */
const isClause = (before: string, after: string): boolean =>
  /\b(?:[Aa]fter|[Bb]efore)(?: the)?\s*$/.test(before) &&
  /^ (?:had|has|have|was|were|is|joined|left|took|began|[a-z]+ed)\b(?! by\b)/.test(after)

const isSaid = /\b(?:is|are|was|were|remains?|remained|became)\b/

/** The role of one: by the word it belongs to, the preposition before it, the verb behind or in front of it. */
function placeOf(reading: Reading, mention: ActorMention): Place {
  if (isAside(reading, mention)) return { role: 'aside' }
  const every = /^all (?:(buyers|customers|destinations)|donors|suppliers|sources|origins)$/i.exec(
    reading.text.slice(mention.start, mention.end),
  )
  if (every !== null)
    return { role: every[1] === undefined ? 'sender' : 'receiver', by: nearestFlow(reading, mention), prepositional: true }
  const before = reading.text.slice(0, mention.start)
  const after = reading.text.slice(mention.end).replace(/^['’]s?/, '')
  if (/\bin favou?r of(?: the)?\s*$/i.test(before)) {
    const balance = reading.flows.find(({ way }) => way === 'both')
    if (balance !== undefined) return { role: 'partner', by: balance, owner: true }
  }
  const agent = /^For(?: the)? $/.test(before)
    ? reading.flows.find((flow) => flow.agent && isSaid.test(reading.text.slice(mention.end, flow.start)))
    : undefined
  if (agent !== undefined) return { role: agent.way === 'both' ? 'partner' : otherOf(agent.way), by: agent, owner: true }
  const ahead = isClause(before, after) ? undefined : sideBefore.find(([pattern]) => pattern.test(before))?.[1]
  if (ahead === undefined && mention.rule === 'there') return placeThere(reading, mention)
  const outdone = outdoneOf(reading, mention, before, after)
  if (outdone !== undefined) return outdone
  const loose = !mention.possessive && mention.form !== 'adjective' && !isHis(reading.text, mention)
  if (ahead === 'beside' && /\bthan(?: the)?\s*$/i.test(before) && mention.form === 'adjective')
    return { role: 'beside', prepositional: true }
  const shares = shareOf(reading, mention, after)
  if (shares !== undefined && mention.form === 'adjective' && productAfter.test(after)) return { role: 'sender' }
  if (shares !== undefined && (ahead === undefined || !loose)) return shares
  const owned = ownedWord(reading, mention, ahead !== undefined && loose)
  if (owned !== undefined && ahead !== 'beside') return owned
  const isOwner = mention.possessive || isHis(reading.text, mention)
  if (isOwner && isGoing.test(after)) return { role: 'sender' }
  if (isOwner && productAfter.test(after) && (isBroughtIn.test(after) || isFilled.test(before))) return { role: 'receiver' }
  const taken = isHis(reading.text, mention) && productAfter.test(after) ? takingBefore(reading, mention) : undefined
  if (taken !== undefined) return { role: 'receiver', by: taken }
  if ((mention.form === 'adjective' || mention.possessive) && productAfter.test(after) && ahead !== 'beside')
    return { role: 'sender', by: reading.flows.find((flow) => /^ of $/.test(reading.text.slice(flow.end, mention.start))) }
  if (ahead !== undefined) {
    const by = nearestFlow(reading, mention)
    const isFrom = isOwedTo(before, by, mention) || (reliance.test(before) && (mention.form !== 'adjective' || productAfter.test(after)))
    return { role: isFrom ? 'sender' : ahead, by, prepositional: true }
  }
  return (
    objectOf(reading, mention) ?? ofWord(reading, mention) ?? copular(reading, mention) ?? subjectOf(reading, mention) ?? { role: 'open' }
  )
}

const reliance = /\b(?:depend\w*|rel(?:y|ies|ied|ying|iance|iant)|hooked)(?: [\w-]+){0,3}? (?:up)?on(?: the)? $/i

/** `Owes 2 billion to China and one to Japan`: who is owed has lent. */
const isOwedTo = (before: string, by: FlowWord | undefined, { start }: ActorMention): boolean =>
  by !== undefined && by.end < start && /^(?:ow(?:e[sd]?|ing)|.*debts?)$/i.test(by.text) && /\bto(?: the)?\s*$/i.test(before)

/** `Imports half of its energy`: its own by being bought. */
const takingBefore = ({ text, flows }: Reading, { start }: ActorMention): FlowWord | undefined =>
  flows.findLast((flow) => flow.verb && flow.way === 'in' && flow.end < start && /^[^,;]{0,40}$/.test(text.slice(flow.end, start)))

/** `Spain's gas arrived from`: its own by being brought to it. */
const isBroughtIn =
  /^[^,;]{0,50}\b(?:(?:comes?|came|coming|arriv(?:es|ed)) from|(?:is|was|are|were|been|being) (?:(?:bought|imported|purchased|sourced|obtained) from|(?:supplied|provided|delivered|shipped) (?:by|from)))\b/

/** `Its weapons go to`: its own by being sent. */
const isGoing =
  /^ (?:[\p{Ll}-]+ ){0,2}(?:goods|products?|oil|crude|gas|coal|LNG|weapons?|arms|cars|wheat|grain|copper|gold|cocoa|coffee|tea|wine|steel|goods) (?:goes|go|went|flow(?:s|ed)?|(?:is|are|was|were) (?:mostly |mainly |largely )?(?:shipped|sold|exported|sent|bound|destined|bought))\b[^,;]{0,20}\b(?:to|by|for)\b/u

/** `Supplied half of Germany's gas`: its own by being supplied. */
const isFilled =
  /\b(?:suppl(?:y|ies|ied|ying)|provid(?:es?|ed|ing)|deliver(?:s|ed|ing)?|cover(?:s|ed|ing)?|account(?:s|ed|ing)? for|ma(?:kes?|de|king) up|furnish(?:es|ed))\b[^,;]{0,40}\bof (?:all )?$/i

/** `Bought gas there`: at the other end of the verb before it; with no verb it is where things go. */
function placeThere({ flows }: Reading, mention: ActorMention): Place {
  const noun = flows.find((flow) => !flow.verb && !flow.agent && flow.end + 1 === mention.start)
  const verb = noun === undefined ? flows.findLast((flow) => flow.verb && flow.end < mention.start) : undefined
  return { role: verb === undefined ? 'receiver' : otherOf(verb.way), by: noun ?? verb, prepositional: true }
}

/** `Only Japan bought more`: Japan is not the one ranked; `no state bought more than Germany`: Germany is. */
function outdoneOf({ flows }: Reading, mention: ActorMention, before: string, after: string): Place | undefined {
  if (
    /\bonly(?: the)?(?: [\p{L}.]+(?: [\p{L}.]+)?,? (?:and|or)(?: the)?)?\s*$/iu.test(before) &&
    /^[^,;.]{0,40}\b(?:more|larger|bigger|greater|higher|longer|surpass\w*|exceed\w*|outd\w+|beats?|tops|topped|ahead)\b/i.test(after)
  )
    return { role: 'beside' }
  const than = /\bthan(?: the)?\s*$/i.test(before)
  if (!than || !/\b(?:no|nobody|none|nowhere|only)\b/i.test(before)) return undefined
  const verb = flows.find((flow) => flow.verb && flow.end < mention.start)
  return verb === undefined ? { role: 'subject' } : { role: ownerOf(verb.way), by: verb }
}

const isHis = (text: string, mention: ActorMention): boolean =>
  /^(?:its|their|our|your|my|his|her|whose)$/i.test(text.slice(mention.start, mention.end))
const nearestFlow = ({ flows }: Reading, span: Span): FlowWord | undefined =>
  flows.filter((flow) => flow.end <= span.start).at(-1) ?? flows.find((flow) => flow.start >= span.end)

/** `Russia's share of India's imports`, `Russia accounted for 40% of India's imports`: the other side of whose imports they are. */
function shareOf({ text, flows }: Reading, mention: ActorMention, after: string): Place | undefined {
  if (/^(?: \w+)? (?:exports|imports|sales|purchases|shipments|deliveries)\b/.test(after)) return undefined
  const held =
    /^(?:\s+(?:own|market|rising|falling|overall|total))*\s+(?:shares?|slices?|portion|stake|part)\b/i.test(after) ||
    /^[^,;]{0,25}\b(?:account(?:s|ed|ing) for|ma(?:de|kes?|king) up|represent(?:s|ed)|constitut(?:es|ed)|had|holds?|held|claim(?:s|ed)|responsible for|contributed|comprised)\s+(?:\w+ ){0,5}(?:share|(?:(?:[A-Z]{1,3} ?)?[$€£¥]?\d[\d.,]*|an?|one|two|three|half|most|over|more|less|nearly|almost|about|around|just|some|roughly)\b[^,;]{0,40}\bof\b)/i.test(
      after,
    ) ||
    /^,? with (?:\w+ ){0,3}[\d.,]+ ?(?:%|per ?cent) of (?:the |its |all |their )?(?:\w+ )?(?:exports|imports|trade|sales|deliveries|purchases)\b/i.test(
      after,
    ) ||
    (/\b(?:shares?|part|proportion|portion) of(?: the)?\s*$/i.test(text.slice(0, mention.start)) &&
      !mention.possessive &&
      /^\s+(?:in|of|was|fell|rose|has|had|reached|stood|went|grew|slid|,)/i.test(after))
  if (!held) return undefined
  return { role: 'holder', by: flows.find((flow) => flow.start > mention.end) }
}

/** `Russia's arms exports`, `Chinese lenders`, `America's fifth-largest supplier`, and `China bought`. */
function ownedWord({ text, flows }: Reading, mention: ActorMention, onlyNouns: boolean): Place | undefined {
  const start = mention.end + (/^['’]s?/.exec(text.slice(mention.end))?.[0].length ?? 0)
  const word = flows.find((flow) => flow.start > start && onlyModifiers.test(text.slice(start, flow.start)))
  if (word === undefined || (onlyNouns && (word.verb || !/\b(?:of|in)(?: the)?\s*$/i.test(text.slice(0, mention.start))))) return undefined
  if (word.verb && mention.possessive) return undefined
  if (word.agent && (mention.possessive || isHis(text, mention)) && !isOwnPeople(text.slice(start, word.end)))
    return { role: ownerOf(word.way === 'out' ? 'in' : word.way === 'in' ? 'out' : 'both'), by: word }
  if (word.verb && mention.form === 'adjective' && word.start - start > 25) return undefined
  return { role: ownerOf(word.way), by: word }
}

/** `Brazil's exporters`, `the EU's service providers`: its own people, unless they are ranked. */
const isOwnPeople = (between: string): boolean =>
  /(?:export|import|invest)ers$|(?:investors|providers|lenders)$/i.test(between) &&
  !/\b(?:\w+est|top|main|chief|major|leading|biggest|first|second|third|fourth|fifth|key|foreign|only|other|most)\b/i.test(between)

/** `sold Britain goods`, `owed Chinese lenders`, `paid Moscow`, `supplied Ukraine with`. */
function objectOf({ text, flows }: Reading, mention: ActorMention): Place | undefined {
  if (mention.possessive || isHis(text, mention)) return undefined
  const verb = flows.find(
    (flow) => flow.verb && flow.end < mention.start && /^ (?:the |both )?$/i.test(text.slice(flow.end, mention.start)),
  )
  if (verb === undefined) return undefined
  return mention.form === 'adjective' ? { role: 'sender', by: verb } : { role: otherOf(verb.way), by: verb }
}

/** `exports of China`, `debt of Pakistan`, `the largest supplier of India`. */
function ofWord({ text, flows }: Reading, mention: ActorMention): Place | undefined {
  if (!/\b(?:of|for)(?: the)?\s*$/i.test(text.slice(0, mention.start))) return undefined
  const word = flows.find(
    (flow) => !flow.verb && flow.end < mention.start && /^ (?:of|for)(?: the)? $/i.test(text.slice(flow.end, mention.start)),
  )
  if (word === undefined) return undefined
  if (
    mention.form === 'adjective' &&
    !mention.possessive &&
    !word.agent &&
    word.way !== 'both' &&
    /^ \p{Ll}/u.test(text.slice(mention.end))
  )
    return { role: 'sender', by: word }
  return {
    owner: true,
    role: word.agent ? ownerOf(word.way === 'out' ? 'in' : word.way === 'in' ? 'out' : 'both') : ownerOf(word.way),
    by: word,
  }
}

/** `Russia remained India's chief supplier`, `most of the weapons were Russian`. */
function copular({ text, flows }: Reading, mention: ActorMention): Place | undefined {
  const after = text.slice(mention.end)
  if (
    mention.form === 'adjective' &&
    /\b(?:is|are|was|were|been)(?: (?:mostly|mainly|also|still|largely))?\s*$/i.test(text.slice(0, mention.start)) &&
    /^\s*(?:[,.;]|and\b|$|in\b|less\b)/i.test(after)
  )
    return { role: 'sender' }
  if (mention.form === 'adjective' && partBefore.test(text.slice(0, mention.start)) && /^\s*(?:[,.;]|and\b|$)/i.test(after))
    return { role: 'sender' }
  const among = flows.findLast((flow) => flow.agent && flow.end < mention.start)
  if (among !== undefined && isAmong(text, among, mention)) return { role: ownerOf(among.way), by: among }
  const agent = flows.find((flow) => flow.agent && flow.start > mention.end)
  if (agent === undefined || agent.start - mention.end > 90) return undefined
  const between = text.slice(mention.end, agent.start)
  const linked =
    /^(?:[^.;:]{0,40}?)\b(?:is|was|are|were|remain(?:s|ed)?|be(?:come|comes|came)|been|stay(?:s|ed)|rank(?:s|ed)|being|as|overt\w+|replaced|serves)\b/i.test(
      between,
    ) && !/;|, (?:while|but|and) /.test(between)
  const placed =
    /^(?:[^.;:]{0,40}?)\b(?:st(?:ood|ands?)|c[ao]mes?|climb(?:s|ed)|mov(?:es|ed)|slip(?:s|ped)|dropp?(?:s|ed)|fell|f[ai]lls?|rose|rises|advance[sd]|figure[sd]?|placed|finished|moved)\b[^.;:]*\b(?:among|of|in|for)(?: (?:the|its|their|all))*(?: \w+)? $/i.test(
      between,
    )
  if (placed && !/;|, (?:while|but|and) /.test(between)) return { role: ownerOf(agent.way), by: agent }
  return linked ? { role: ownerOf(agent.way), by: agent } : undefined
}

/** `Among the suppliers Russia came first`: who has a place in their order is one of them. */
const isAmong = (text: string, agent: FlowWord, { start }: ActorMention): boolean =>
  /\b(?:among|of)(?: (?:the|its|all|their))*(?: [\w-]+)? $/i.test(text.slice(0, agent.start)) &&
  /^(?: of [^,;]{0,30})?,? (?:the )?$/.test(text.slice(agent.end, start))

const partBefore = /(?:%|\b(?:third|quarter|half|fifth|tenth|per ?cent|rest|most|part|remainder))(?: of (?:it|them))?,?\s+$/i

/** What stands between a subject and a verb that is not its own. */
const elsewhere = /[;:]|\b(?:and|but|while|whereas|because|that|which|who|whose|than)\b/i
const passive = /\b(?:is|are|was|were|been|being)\s+(?:\w+ly )?$/i

/** `China, for its part, has bought`: the first verb that sends or takes behind it. */
function subjectOf({ text, flows, actors }: Reading, mention: ActorMention): Place | undefined {
  if (mention.possessive) return undefined
  const verb = flows.find((flow) => flow.verb && flow.start > mention.end)
  if (verb === undefined) return { role: 'subject' }
  const between = text.slice(mention.end, verb.start)
  if (between.length > 70 || elsewhere.test(between)) return { role: 'subject' }
  const nearer = actors.find(
    ({ start, end, form }) => start > mention.end && end <= verb.start && form !== 'adjective' && form !== 'pronoun',
  )
  if (nearer !== undefined && /, (?:the )?$/.test(text.slice(mention.end, nearer.start)) && !isListed(text, mention, nearer))
    return { role: 'open' }
  return {
    role: passive.test(between) && verb.way === 'out' ? 'receiver' : passive.test(between) ? otherOf(verb.way) : ownerOf(verb.way),
    by: verb,
  }
}

const clause = /;|, (?:while|whereas|but|and|though|although) | while | whereas /

/** Words that tell a way, but those by which somebody is meant: `from its partner`. */
const flowsIn = ({ text, actors }: Analysis): FlowWord[] =>
  flowWordsIn(text).filter((flow) => !actors.some((one) => (one.rule === 'other' && overlaps(one, flow)) || isBesides(text, one, flow)))

/** `The Netherlands, a supplier of oil, ranked second`: what somebody is besides tells no way. */
const isBesides = (text: string, one: ActorMention, flow: FlowWord): boolean =>
  flow.agent && /^, an? [^,;.()]{0,50}$/.test(text.slice(one.end, flow.start)) && /^[^,;.()]{0,30}, \p{Ll}/u.test(text.slice(flow.end))

/** `At 3.9 billion, of which sales were`, `purchases jumped by 44 percent and the deficit widened`: behind it another thing begins. */
const isOther = (between: string, isOwn: boolean): boolean =>
  /^[^.;]{0,30}, of (?:which|that|this|these|those|it)\b/.test(between) ||
  (isOwn && /^,? (?:and|while|but|whereas) (?:the |its |their )?$/.test(between))

/**
 * The word that tells which way a claim goes: the nearest to its head; a word in its part before one outside. Of a comparison of two words the first, of
 * `less` the last.
 */
export function wayOf(sentence: Analysis, head: Span & { readonly kind: string }, part: Span): FlowWord | undefined {
  const { text } = sentence
  const flows = flowsIn(sentence)
  const inside = flows.filter((flow) => flow.start >= part.start && flow.end <= part.end)
  const isOwn = inside.some((flow) => flow.end <= head.start && flow.start >= part.start)
  const inPart = inside.filter((flow) => flow.start < head.end || !isOther(text.slice(head.end, flow.start), isOwn))
  const before = flows.filter((flow) => flow.end <= head.start)
  if (text[head.start - 1] === '(' && before.length > 0) return before.at(-1)
  const joined = flows.filter((flow) => flow.end <= head.start && !clause.test(text.slice(flow.end, head.start)))
  const near = flows.filter((flow) => flow.start < head.start || !clause.test(text.slice(head.end, flow.start)))
  const pool = [inPart, joined, near].find((some) => some.length > 0) ?? []
  const verbs = pool.filter(({ verb }) => verb)
  if (head.kind === 'comparison' && verbs.length === 2 && verbs[0]!.way !== verbs[1]!.way)
    return /^(?:less|fewer|smaller|lower)/i.test(text.slice(head.start)) ? verbs[1] : verbs[0]
  return pool.reduce<FlowWord | undefined>((best, one) => (best === undefined || gap(head, one) < gap(head, best) ? one : best), undefined)
}

/** Whether the word that places somebody is told from that one's side: `India's imports`, `India's supplier`; not `imports from India`. */
export function owns({ role, by, prepositional, mention, owner }: Placed): boolean {
  if (owner === true) return true
  if (by?.way === 'both') return prepositional !== true && (!by.agent || mention.possessive)
  return by?.agent !== ((by?.way === 'out') === (role === 'sender'))
}
