import { type Context, counterpart } from './context.ts'
import type { ActorMention } from './mention.ts'

/** A word for somebody named before, with its sentence. */
interface Word {
  readonly mention: ActorMention
  readonly text: string
  /** What stands before it in the sentence. */
  readonly before: string
  readonly after: string
  /** Who is named before it in the sentence. */
  readonly named: readonly ActorMention[]
}

const kingdoms: ReadonlySet<string> = new Set('SAU GBR JOR MAR BHR THA DNK NOR SWE ESP NLD BEL KHM BTN'.split(' '))
const only = (id: string | undefined): string[] => (id === undefined || id === '' ? [] : [id])

/** Whom a word for somebody named before means; nobody where that cannot be told. */
export function referent(mention: ActorMention, sentence: string, actors: readonly ActorMention[], context: Context): readonly string[] {
  const named = actors.filter(
    (one) => one.end <= mention.start && one.ids.length > 0 && one.rule !== 'organisation' && one.rule !== 'region',
  )
  const word: Word = {
    mention,
    text: sentence.slice(mention.start, mention.end),
    before: sentence.slice(0, mention.start),
    after: sentence.slice(mention.end),
    named,
  }
  switch (mention.rule) {
    case 'both':
      return both(named, context)
    case 'bloc':
      return only(context.bloc ?? context.pair?.find((id) => id === 'EUU'))
    case 'region':
      return only(regionOf(context))
    case 'we':
      return only(context.own ?? undefined)
    case 'north':
      return context.koreas ? ['PRK'] : []
    case 'south':
      return context.koreas ? ['KOR'] : []
    case 'state':
      return only(/kingdom/i.test(word.text) ? kingdomOf(word, context) : countryOf(word, context))
    case 'there':
      return only(/region|parts/i.test(word.text) ? (regionOf(context) ?? focusOf(word, context)) : focusOf(word, context))
    case 'his':
      return only(
        named.findLast(({ form }) => form === 'leader' || form === 'institution')?.ids[0] ??
          named.at(-1)?.ids[0] ??
          context.subject ??
          undefined,
      )
    case 'other':
      return only(counterpart(named[0]?.ids[0] ?? context.subject ?? context.pair?.[0] ?? '', context))
    case 'them':
      return only(counterpart(named[0]?.ids[0] ?? context.own ?? context.subject ?? '', context))
    default:
      return itOf(word, actors, sentence, context)
  }
}

const parts: ReadonlySet<string> = new Set(['AFR', 'SSF', 'EUR'])

/** The part of the world that was told of last, or that the text is about. */
const regionOf = ({ told, recent, pair }: Context): string | undefined =>
  told.find((id) => parts.has(id)) ??
  recent.flatMap(({ ends }) => [...ends]).find((id) => parts.has(id)) ??
  pair?.find((id) => parts.has(id))

function both(named: readonly ActorMention[], context: Context): readonly string[] {
  if (named.length >= 2) return named.slice(-2).flatMap(({ ids }) => ids)
  return (context.bilateral ? context.pair : (context.recent[0]?.ends ?? context.pair)) ?? []
}

const shared =
  /^ (?:mutual |bilateral |two-way |total |annual |yearly |goods |merchandise )*(?:trade|commerce|turnover|exchanges?|relations|ties)\b/i

function itOf(word: Word, actors: readonly ActorMention[], sentence: string, context: Context): readonly string[] {
  if (/^(?:its|their)$/i.test(word.text)) {
    if (/^their$/i.test(word.text) && shared.test(word.after) && context.pair !== null) return both(word.named, context)
    return only(besideNext(ownerOf(word, context), word, actors, sentence, context))
  }
  return only(isObject(word) ? objectOf(word, context) : (subjectIn(word)?.ids[0] ?? context.subject ?? undefined))
}

/** In `its exports to Germany` the one is not Germany. */
function besideNext(
  owner: string | undefined,
  { mention }: Word,
  actors: readonly ActorMention[],
  sentence: string,
  context: Context,
): string | undefined {
  const next = actors.find(({ start }) => start > mention.end)
  if (owner === undefined || next?.ids[0] !== owner) return owner
  if (!/^ (?:[\p{L}-]+ ){0,3}(?:to|from|with)(?: the)? $/u.test(sentence.slice(mention.end, next.start))) return owner
  return [context.hub, context.home].find((id) => id !== null && id !== owner) ?? counterpart(owner, context)
}

const preposition = /\b(?:to|from|with|in|of|for|on|by|against|between|among|into|at|towards?|under|over|through)(?: the)?\s*$/i
const outdone =
  /\b(?:behind|after|ahead of|than|followed by|unlike|as against|before|overtook|passed|replaced)(?: the)?(?: \p{L}+){0,3}?(?:,? and(?: the)?)?\s*$/iu

/** Those who can be meant by a pronoun: not an adjective, nobody who is only compared with. */
const nounsOf = ({ named, before }: Word): ActorMention[] =>
  named.filter(({ form, possessive, start }) => (form !== 'adjective' || possessive) && !outdone.test(before.slice(0, start)))
const isFree = ({ before }: Word, { start }: ActorMention): boolean => !preposition.test(before.slice(0, start))

/** `It` as a subject: who stands free before it, else who is named first. */
function subjectIn(word: Word): ActorMention | undefined {
  const nouns = nounsOf(word)
  return nouns.find((one) => !one.possessive && isFree(word, one)) ?? nouns[0]
}

const isObject = ({ before }: Word): boolean =>
  preposition.test(before) ||
  /\b(?:sold|gave|lent|sent|paid|owed?s?|suppl(?:y|ies|ied)|handed|granted|offered|shipped|what|that|which)\s*$/i.test(before)

/** `Sold it`, `with it`, `what it bought`: not the subject of the clause, but the other. */
function objectOf(word: Word, context: Context): string | undefined {
  const subject = subjectIn(word)
  const others = nounsOf(word).filter((one) => one !== subject && one.ids[0] !== subject?.ids[0])
  if (others.length > 0) return others.at(-1)!.ids[0]
  const acting = subject?.ids[0]
  if (acting === undefined) return context.subject ?? undefined
  return context.subject !== null && context.subject !== acting && !context.bilateral ? context.subject : counterpart(acting, context)
}

const taking =
  /\b(?:took|takes?|taking|bought|buys?|received?s?|absorb(?:s|ed)|account(?:s|ed|ing) for|ma(?:de|kes?) up)\b[^,;]{0,40}\bof (?:all )?$/i
const giving =
  /\b(?:suppli(?:ed|es)|sold|sells|provid(?:ed|es)|deliver(?:ed|s)|cover(?:ed|s)|met|meets|account(?:s|ed|ing) for|ma(?:de|kes?) up)\b[^,;]{0,40}\bof (?:all )?$/i

/** `India took 43 % of its deliveries`: not the subject's own. */
const isOthers = ({ before, after }: Word): boolean =>
  (taking.test(before) && /^ (?:\w+ ){0,2}(?:exports|sales|deliveries|shipments)\b/i.test(after)) ||
  (giving.test(before) && /^ (?:\w+ ){0,2}(?:imports|purchases|needs|demand|supplies|arms|weapons|gas|oil)\b/i.test(after))

const linking =
  /^(?:,| (?:is|are|was|were|remains?|remained|became|has become|has been|had been|used to be)(?: (?:also|now|still|by far|again|already|not))*) (?:both |by far )?$/i

/** `Its`: whose something is or who acts, before who is met behind a preposition; in `X, its supplier` and `X is its supplier` not X. */
function ownerOf(word: Word, context: Context): string | undefined {
  const nouns = nounsOf(word)
  const last = nouns.at(-1)
  const near = last === undefined || last.possessive ? undefined : word.before.slice(last.end)
  if (isOthers(word)) {
    const subject = subjectIn(word)?.ids[0]
    const other = nouns.findLast(({ ids, start }) => ids[0] !== subject && !/\bthan(?: the)?\s*$/.test(word.before.slice(0, start)))
    return (
      other?.ids[0] ??
      [context.home, context.hub, context.subject].find((id) => id !== null && id !== subject) ??
      counterpart(subject ?? '', context)
    )
  }
  const told = last !== undefined && near !== undefined && linking.test(near) ? nouns.filter(({ ids }) => ids[0] !== last.ids[0]) : nouns
  const owner = told.findLast((one) => one.possessive || isFree(word, one)) ?? told.at(-1)
  if (owner !== undefined) return owner.ids[0]
  if (last === undefined) return context.subject ?? undefined
  return context.subject !== null && context.subject !== last.ids[0] ? context.subject : counterpart(last.ids[0]!, context)
}

/** `The country` behind a preposition is not who acts in the sentence; else who is named first, or was spoken of. */
function countryOf(word: Word, context: Context): string | undefined {
  const first = word.named[0]?.ids[0]
  if (first !== undefined && /\b(?:to|from|with|against|into|towards?) (?:the )?$/i.test(word.before)) {
    const others = word.named.filter(({ ids }) => ids[0] !== first)
    return others.at(-1)?.ids[0] ?? counterpart(first, context)
  }
  return first ?? stateOf(context)
}

/**
 * `There`, `that country`: who was told of last beside the one from whose side the text is told; of two, from whom goods came. In a sentence that names others, the
 * last of them that does not act.
 */
function focusOf(word: Word, context: Context): string | undefined {
  const sides = [context.home, context.hub, context.titled].filter((id) => id !== null)
  const acting = subjectIn(word)?.ids[0]
  const here = word.named.findLast(({ ids }) => ids[0] !== acting)?.ids[0]
  if (here !== undefined) return here
  const free = (ids: readonly string[]): string[] => ids.filter((id) => id !== acting && id !== 'WLD' && !sides.includes(id))
  const [told, last] = [free(context.told), free(context.last?.actors ?? [])]
  const [sender] = context.last?.direction.split('->') ?? []
  const both = told.filter((id) => last.includes(id))
  const pool = both.length > 0 ? both : last.length > 1 || told.length === 0 ? last : told
  return pool.find((id) => id === sender) ?? pool[0] ?? counterpart(acting ?? context.home ?? context.hub ?? context.subject ?? '', context)
}

/** The one spoken of, where it is one of the text's two; a bloc is no country. */
function stateOf({ subject, pair, bilateral, titled }: Context): string | undefined {
  if (titled !== null) return titled
  const states = (pair ?? []).filter((id) => id !== 'EUU')
  if (subject !== null && (!bilateral || states.includes(subject))) return subject
  return states[0]
}

const kingdomOf = ({ named }: Word, context: Context): string | undefined =>
  named.findLast(({ ids }) => kingdoms.has(ids[0]!))?.ids[0] ?? context.pair?.find((id) => kingdoms.has(id)) ?? context.subject ?? undefined
