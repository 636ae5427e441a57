import { existedOn, resolve, stateOf } from '../../../states/index.ts'
import { namesOfStates } from '../fact-files.ts'
import { memoized } from '../memo.ts'
import type { ActorMention } from '../mention.ts'
import { matchesOf } from '../patterns/matches.ts'
import { textAfter, textBefore, textBetween } from '../span-text.ts'
import { anaphors, regions } from './actor-names.ts'
import { isDescription } from './country-descriptions.ts'

type Form = ActorMention['form']

interface Entry {
  readonly ids: readonly string[]
  readonly form: Form
  readonly rule: string
}

/** Codes that texts use, in capitals. Other short codes are ignored, since many are ordinary words (IT, NO, IN). */
const shortCodes: ReadonlySet<string> = new Set('US U.S. USA UK U.K. UAE U.A.E. PRC DRC ROK DPRK USSR EU E.U. UN NATO'.split(' '))

/** Parses lines `code: word; word`; the words become lower case. */
function entriesOf(table: string, form: Form, rule: string): [string, Entry][] {
  return table
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [code = '', words = ''] = line.split(': ')
      return words.split('; ').map((word): [string, Entry] => [word.toLowerCase(), { ids: [code], form, rule }])
    })
}

const entriesOfStates = (list: 'leaders' | 'institutions', form: Form): [string, Entry][] =>
  namesOfStates(list).map(([word, id]) => [word.toLowerCase(), { ids: [id], form, rule: form }])

const named: ReadonlyMap<string, Entry> = new Map([
  ...entriesOfStates('leaders', 'leader'),
  ...entriesOfStates('institutions', 'institution'),
  ...entriesOf(regions, 'name', 'region'),
])
const referring: ReadonlyMap<string, string> = new Map(entriesOf(anaphors, 'pronoun', 'pronoun').map(([word, { ids }]) => [word, ids[0]!]))
/** Organisations that neither trade nor vote, so they are never a state's partner in a claim. */
const organisations: ReadonlySet<string> = new Set(
  'UN WTO NATO OPEC OPEC+ SCO CSTO COE OSCE IAEA ARAB-LEAGUE QUAD AUKUS APEC G20 OECD IMF OIC CIS'.split(' '),
)
const firstHalves: ReadonlyMap<string, string> = new Map(namesOfStates('compoundFirstParts').map(([word, id]) => [word.toLowerCase(), id]))

const longestName = 5
const token = /[\p{L}\p{Nd}][\p{L}\p{Nd}.'’&]*|-/gu

interface Word {
  readonly text: string
  readonly start: number
  readonly end: number
}

function wordsOf(text: string): Word[] {
  return matchesOf(text, token).map((match) => {
    const bare = match[0].replace(/\.$/, (stop) => (/^(?:\p{Lu}\.)+$/u.test(match[0]) ? stop : ''))
    return { text: bare, start: match.index, end: match.index + bare.length }
  })
}

function readActors(text: string, date: string): ActorMention[] {
  const words = wordsOf(text)
  const found: ActorMention[] = []
  for (let i = 0; i < words.length; ) {
    const read = longest(text, words, i, date)
    if (read !== undefined) found.push(read.mention)
    i = read?.next ?? i + 1
  }
  return found.filter((mention) => !isDateline(mention, text))
}

/** Whether a capital at the beginning of a sentence is the place where the text was written (`LONDON — `, `TOKYO (Kyodo) - `) and not a party. */
const isDateline = ({ form, start, end }: ActorMention, text: string): boolean =>
  form === 'capital' && start === 0 && /^(?: \([^)]{1,30}\))?(?: ?—| {1,2}[–-]{1,2} )/.test(text.slice(end))

/**
 * Finds the states and blocs that a sentence mentions: names, peoples, capitals, seats of government, leaders, blocs, `Sino-Russian`. Anaphors (`the two`,
 * `its neighbour`) are found too, without ids.
 *
 * @param date  date of the text; some names meant another state at another time
 * @example actorsIn('Sino-Russian trade', '2024-05-01')[0].ids   // ['CHN']
 * @example actorsIn("Beijing's sales to the EU", '2024-05-01').map((actor) => actor.ids[0]).join()   // 'CHN,EUU'
 */
export const actorsIn: (text: string, date: string) => readonly ActorMention[] = memoized(readActors, (text, date) => `${date} ${text}`)

/** First words of the names and anaphors that texts write without a capital. A word that has no capital and is not listed here is skipped at once. */
const openers: ReadonlySet<string> = new Set([
  ...[...referring.keys(), ...firstHalves.keys(), ...[...named].filter(([, { rule }]) => rule === 'region').map(([name]) => name)].map(
    (words) => wordsOf(words)[0]!.text,
  ),
  ...['the', 'this', 'that', 'its', 'two'],
])

const isOpener = (word: string): boolean =>
  /^\p{Lu}/u.test(word) || openers.has(word.toLowerCase()) || openers.has(word.toLowerCase().replace(/['’]s?$/, ''))

function longest(text: string, words: readonly Word[], from: number, date: string): { mention: ActorMention; next: number } | undefined {
  if (!isOpener(words[from]!.text)) return undefined
  for (let count = Math.min(longestName, words.length - from); count > 0; count--) {
    const last = words[from + count - 1]!
    const span = text.slice(words[from]!.start, last.end)
    if (/[,;:()–—]/.test(span) || /^(?:and|the|of|or|\d.*)$/i.test(last.text) || text[last.end] === '$') continue
    const possessive = /['’]s?$/.test(span) || /^['’]s?\b/.test(textAfter(text, last))
    if (/^Americas?n?s?$/.test(span) && /\b(?:Latin|South|Central|North|Pan|Inter|Ibero|Afro)[ -]$/.test(textBefore(text, words[from]!)))
      return undefined
    if (/^there$/i.test(span) && !isPlace(text, words[from]!)) continue
    if (/^(?:the )?(?:Union|Commission|South|North)$/i.test(span) && isPartOfName(text, words, from + count - 1)) continue
    const entry = entryFor(span.replace(/['’]s?$/, ''), textAfter(text, last), date)
    if (entry !== undefined && isTwo(span, entry, date)) continue
    // `Sudan and South Sudan` names two
    if (/ and (?:North|South|East|West)$/.test(span)) continue
    if (entry !== undefined) return { mention: { ...entry, start: words[from]!.start, end: last.end, possessive }, next: from + count }
  }
  return undefined
}

/** Whether words with `and` name two states. `The United States and Mexico` names two, although it resembles a name of one (United Mexican States). */
function isTwo(span: string, { ids }: Entry, date: string): boolean {
  const [first, second] = span.replace(/^the /i, '').split(/ and (?:the )?/)
  if (first === undefined || second === undefined || ids.length !== 1) return false
  const one = resolved(first, date)?.ids[0]
  const other = resolved(second, date)?.ids[0]
  const state = stateOf(ids[0]!)
  const isGone = state !== undefined && !existedOn(state, date)
  return one !== undefined && other !== undefined && one !== ids[0] && (other === ids[0] || isGone)
}

/** Whether `there` refers to a place (`Imports from there`, `bought gas there.`, `There Russia sold`); not in `there were`. */
const isPlace = (text: string, { start, end }: Word): boolean =>
  /\b(?:from|exports|sales|shipments|deliveries|supplies|investments?|over) $/i.test(text.slice(0, start)) ||
  (start > 0 ? /^(?:[.;:)]|$)/ : /^ (?:the )?(?!\p{Lu}+\b)\p{Lu}/u).test(text.slice(end))

/** Decides which of the two Congos `Congo` means: the larger one, unless the texts contain the capital or the full name of the smaller one. */
export function congoResolver(texts: readonly string[]): (mentions: readonly ActorMention[]) => ActorMention[] {
  const text = texts.join(' ')
  const isSmaller = /\bBrazzaville\b|\b(?<!Democratic )Republic of (?:the )?Congo\b|\bCongo Republic\b/.test(text)
  return (mentions) => mentions.map((one) => (one.ids[0] === 'COG' && !isSmaller ? { ...one, ids: ['COD'] } : one))
}

/** Whether a word is part of a longer name that is not a state's: `Credit Union`, `South Sudan`, `North Sea`. */
function isPartOfName(text: string, words: readonly Word[], at: number): boolean {
  const [before, one, next] = [words[at - 1], words[at]!, words[at + 1]]
  const joined = (a: Word | undefined, b: Word | undefined): boolean =>
    a !== undefined && b !== undefined && textBetween(text, a, b) === ' '
  const named = (word: Word | undefined): boolean => word !== undefined && /^\p{Lu}\p{Ll}/u.test(word.text)
  if (one.text === 'Union' || one.text === 'Commission')
    return joined(before, one) && named(before) && before!.start > 0 && !/^The$/.test(before!.text)
  return joined(one, next) && (named(next) || /^(?:of|to|side)$/.test(next!.text))
}

function entryFor(span: string, after: string, date: string): Entry | undefined {
  const lower = span.toLowerCase()
  const kind = referring.get(lower) ?? referring.get(lower.replace(/^((?:its|the)) (?:[\w-]+ )?[\w-]+ (?=neighbou?r$)/, '$1 ~ '))
  if ((kind === 'north' || kind === 'south') && !/^(?:the )?\p{Lu}\p{Ll}+$/u.test(span)) return undefined
  if (span === 'Koreas' || span === 'two Koreas') return { ids: ['KOR', 'PRK'], form: 'name', rule: 'name' }
  if (allMembers.test(span)) return { ids: [], form: 'pronoun', rule: 'bloc' }
  if (isDescription(span)) return { ids: [], form: 'pronoun', rule: 'described' }
  if (kind !== undefined && (!isReferring(kind, after) || isNameBegun(span, after) || (/^the two$/i.test(span) && isCounting(after))))
    return undefined
  if (kind !== undefined && !/Union$/.test(span) && !/^\p{Lu}{2,}$/u.test(span)) return { ids: [], form: 'pronoun', rule: kind }
  const half = /^-\p{Lu}/u.test(after) ? firstHalves.get(lower) : undefined
  if (half !== undefined) return { ids: [half], form: 'adjective', rule: 'half' }
  if (!/^\p{Lu}/u.test(span)) return named.get(lower)?.rule === 'region' ? named.get(lower) : undefined
  const entry = named.get(lower)
  if (entry !== undefined) return entry
  if (/^[\p{Lu}.]{2,4}$/u.test(span) && !shortCodes.has(span) && stateByCapitals(span)) return undefined
  if (span === 'Pacific' || span === 'Sino') return undefined
  return resolved(span, date)
}

/** Matches an expression for all members of a club: `its five members`, `the ten member states`. */
const allMembers =
  /^(?:its|the|their) (?:three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|\d\d?) (?:members|member (?:states|countries))$/i

const verbs =
  '(?:is|was|are|were|has|have|had|did|does|do|took|takes|bought|buys|sold|sells|sent|sends|holds|held|gets|got|went|came|left|kept|became|made|gave|lent|spent|grew|fell|rose|saw|drew|[a-z]+ed)'
const endsPhrase = new RegExp(String.raw`^(?:[,;.)]|$| (?:\w+ly )?${verbs}\b)`)
/** What follows an expression such as `the three` or `all four` if it means states mentioned before: `the three agreed`, but not `the three months`. */
const groupPredicate =
  /^ (?:(?:\p{L}+ )?(?:countries|states|nations|governments|capitals|neighbou?rs|sides|allies|partners|powers|juntas|democracies|republics|kingdoms|economies|leaders|presidents|ministers|members)\b|(?:together|of them|are|were|have|had|belong|agreed|signed|voted|joined|abstained|announced)\b)/iu

/** Whether an expression is only the beginning of a longer name: `The State Department`, `the Kingdom of Morocco`. */
const isNameBegun = (span: string, after: string): boolean =>
  /^the \p{Lu}\p{Ll}/iu.test(span) && / \p{Lu}/u.test(span) && /^ (?:of )?\p{Lu}/u.test(after)

/** Whether `the two` counts things that are not states: `the two banks`, `the two policy papers`. */
const isCounting = (after: string): boolean => /^ (?:\p{Ll}+ )?\p{Ll}+[^s\W]s\b/u.test(after) && !groupPredicate.test(after)

/**
 * Whether an anaphor refers to states: `the former is`, not `the former colony`; `the three agreed`, not `the three months`; `bought from you`, not `as you
 * know`.
 */
function isReferring(kind: string, after: string): boolean {
  if (kind === 'many') return groupPredicate.test(after)
  if (kind === 'former' || kind === 'latter') return endsPhrase.test(after)
  return kind !== 'you' || !/^(?:,| (?:know|see|all|may|can|might|will|remember|would)\b)/.test(after)
}

/** Whether a word without its full stops has at most three letters. Such a word in capitals is a code, and counts only if it is in `shortCodes`. */
const stateByCapitals = (span: string): boolean => span.replaceAll('.', '').length <= 3

const resolved = memoized(entryOf, (span, date) => `${date} ${span}`)

function entryOf(span: string, date: string): Entry | undefined {
  const found = resolve(span, date)
  if (found.kind === 'state') {
    const form: Form =
      found.marked === 'demonym'
        ? 'adjective'
        : found.marked === 'capital'
          ? 'capital'
          : found.marked === 'government'
            ? 'institution'
            : 'name'
    return { ids: [found.state.iso3], form, rule: found.marked ?? 'name' }
  }
  if (found.kind === 'bloc')
    return { ids: [found.id === 'EU' ? 'EUU' : found.id], form: 'bloc', rule: organisations.has(found.id) ? 'organisation' : 'bloc' }
  if (found.kind === 'territory' && found.iso3 !== null) return { ids: [found.iso3], form: 'name', rule: 'territory' }
  return undefined
}
