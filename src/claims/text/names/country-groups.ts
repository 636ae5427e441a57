import { storedMemberships } from '../../../assessments/record/memberships.ts'
import { cachedBySnapshot } from '../../../assessments/rows/snapshot-cache.ts'
import { blocOf } from '../../../states/tables/blocs.ts'
import type { Snapshot } from '../../../store/index.ts'
import type { RankRegion } from '../../said/rank-said.ts'
import { stateGroup } from '../fact-files.ts'
import { isPresentMember } from './club-members.ts'

/** Regions as defined by SIPRI: Egypt and Türkiye are in the Middle East, Russia and the South Caucasus in Europe. */
const setOf = (...names: readonly string[]): ReadonlySet<string> => new Set(names.flatMap((name) => [...stateGroup(name)]))

/** Words for a region, by its name: in `largest spender in Latin America` the ranking is limited to its states. */
const regionWords: readonly (readonly [RegExp, RankRegion])[] = [
  [/\bsub-?Saharan?\b/i, 'SSF'],
  [/\bAfrican?\b(?<!South African?)(?<!Central African?)/, 'AFR'],
  [/\bEuropean?\b(?! (?:Union|Commission))/, 'EUR'],
  [/\bMiddle East(?:ern)?\b|\bGulf\b/, 'middle East'],
  [/\bSouth[- ]?[Ee]ast(?:ern)? Asian?\b/, 'south-east Asia'],
  [/\bCentral Asian?\b/, 'central Asia'],
  [/\bSouth Asian?\b/, 'south Asia'],
  [/\bEast Asian?\b/, 'east Asia'],
  [/\bAsian?\b/, 'Asia'],
  [/\bSouth American?\b/, 'south America'],
  [/\bLatin American?\b/, 'Latin America'],
]

const regionStates: ReadonlyMap<string, ReadonlySet<string>> = new Map<RankRegion, ReadonlySet<string>>([
  ...(['SSF', 'EUR', 'middle East', 'south-east Asia', 'central Asia', 'south Asia', 'east Asia', 'south America'] as const).map(
    (name): [RankRegion, ReadonlySet<string>] => [name, setOf(name)],
  ),
  ['AFR', setOf('SSF', 'north Africa')],
  ['Asia', setOf('central Asia', 'south Asia', 'south-east Asia', 'east Asia')],
  ['Latin America', setOf('south America', 'central America')],
])

/**
 * Returns the name of the region to which words limit a ranking; undefined if they name none.
 *
 * @example regionNamedIn('largest spender in Latin America')   // 'Latin America'
 * @example regionNamedIn('its first partner') === undefined   // true
 */
export const regionNamedIn = (words: string): RankRegion | undefined => regionWords.find(([pattern]) => pattern.test(words))?.[1]

/** Returns the states of a region by its name; undefined if it is none. */
export const statesOfRegion = (name: string): ReadonlySet<string> | undefined => regionStates.get(name)

/** Returns the states of the region to which the words limit a ranking; undefined if they name no region. */
export const statesOfRegionIn = (words: string): ReadonlySet<string> | undefined => regionStates.get(regionNamedIn(words) ?? '')

const fixedGroups: Readonly<Record<string, ReadonlySet<string>>> = {
  EUR: setOf('EUR'),
  SSF: setOf('SSF'),
  AFR: setOf('SSF', 'north Africa'),
}

/** Whether an id is Europe, Africa or sub-Saharan Africa. */
export const isRegion = (id: string): boolean => fixedGroups[id] !== undefined

/**
 * Returns the states of a region, the present members of a bloc, or the states of an id such as `FRA+DEU`. Undefined for a single state, for the world and for
 * a bloc without members in the record. As in SIPRI's comparisons, present membership applies to all years.
 */
export async function statesOfGroup(snapshot: Snapshot, id: string): Promise<ReadonlySet<string> | undefined> {
  if (id.includes('+')) return new Set(id.split('+'))
  const bloc = fixedGroups[id] === undefined ? blocOf(id === 'EUU' ? 'EU' : id)?.id : undefined
  return bloc === undefined ? fixedGroups[id] : membersOf(snapshot, bloc)
}

const membersOf = cachedBySnapshot(async (snapshot, bloc: string): Promise<ReadonlySet<string> | undefined> => {
  const { all } = await storedMemberships(snapshot)
  const members = all.filter((one) => one.bloc === bloc && one.role === 'member' && one.end_date === null)
  return members.length === 0 ? undefined : new Set(members.map(({ state }) => state))
})

const worldWord = /\bworld\b|\bworld[’']s\b|\bglobal(?:ly)?\b|\bworldwide\b|\binternational (?:arms|exports|imports|total)\b/i
const wholeWords: readonly (readonly [RegExp, string])[] = [
  [/\bNATO\b|\bNorth Atlantic\b/, 'NATO'],
  [/\bEuropean Union\b|\bEU\b/, 'EUU'],
  [/\bsub-?Saharan?\b/i, 'SSF'],
  [/(?<!\b(?:North|South|East|West|Central|Northern|Southern|Eastern|Western) )\bAfrican?\b/i, 'AFR'],
  [/(?<!\b(?:North|South|East|West|Central|Northern|Southern|Eastern|Western)(?: |-))\bEuropean?\b/i, 'EUR'],
]

/**
 * Returns the whole that a share is part of: the world, a region or a bloc; undefined if the words name none.
 *
 * @example totalNamedIn('9.6 percent of all imports in the world')   // 'WLD'
 * @example totalNamedIn('two thirds of what NATO spends')   // 'NATO'
 */
export const totalNamedIn = (words: string): string | undefined =>
  worldWord.test(words) ? 'WLD' : wholeWords.find(([pattern]) => pattern.test(words))?.[1]

/** Returns the regions and blocs that a sentence names as wholes. */
export const regionsNamedIn = (sentence: string): string[] => wholeWords.filter(([pattern]) => pattern.test(sentence)).map(([, id]) => id)

/** Whether a claim has a region as a party, and only other regions are named: `In Africa as a whole` in a text on sub-Saharan Africa. */
export const isOfOtherRegion = (named: readonly string[], actors: readonly string[]): boolean =>
  actors.some(isRegion) && named.some(isRegion) && !named.some((id) => actors.includes(id))

/** Returns the wholes that a state's share may refer to if the text names none: the world, then the state's regions. */
export const totalsThatInclude = (state: string): string[] => [
  'WLD',
  ...Object.keys(fixedGroups).filter((id) => fixedGroups[id]!.has(state)),
]

/**
 * Whether either id is part of the other; the two are then normally not partners. Parts are the states of a region, sub-Saharan Africa (of Africa), the
 * European Union (of Europe), and the present members of the Union.
 *
 * @example isGroupAndMember('DZA', 'AFR')   // true
 * @example isGroupAndMember('EUU', 'LTU')   // true
 */
export const isGroupAndMember = (one: string, other: string): boolean =>
  [[one, other] as const, [other, one] as const].some(([part, whole]) =>
    whole === 'EUU'
      ? isPresentMember('EU', part)
      : fixedGroups[whole]?.has(part) === true || (whole === 'AFR' && part === 'SSF') || (whole === 'EUR' && part === 'EUU'),
  )
