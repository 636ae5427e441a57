import { actorsIn } from './actors.ts'
import { fiscalYearOf } from './calendar.ts'
import type { Claim, ClaimPeriod } from './claim.ts'
import type { ClaimBench } from './claim-bench.ts'
import { timesIn } from './times.ts'

/** What a sentence itself names: states and blocs, words for somebody named before, and years with their places. */
interface Named {
  readonly states: readonly string[]
  /** Those in the genitive: `Israel's`. */
  readonly owners: readonly string[]
  readonly refers: boolean
  readonly years: readonly { readonly from: number; readonly to: number; readonly start: number; readonly end: number }[]
}

const regions: ReadonlySet<string> = new Set(['WLD', 'EUR', 'AFR', 'SSF'])
const whole =
  /\b(?:world(?:wide|['’]s)?|global(?:ly)?|total(?:led|s)?|overall|all|abroad|foreign|international(?:ly)?|altogether|partners)\b/i
/** `Apart from A, no customer took more than B`. */
const apart =
  /\b(?:apart from|aside from|except|other than|besides|only|no (?:other )?(?:\w+ )?(?:customer|buyer|seller|supplier|partner|state|country|market|nation))\b/i
/** So much of the mentions of states must be of two for a text to be about the two. */
const mostly = 0.75
/** Or each of the two so much oftener than any other. */
const oftener = 1.5

/** Places further down than this are told of whole lists, which may be of another kind than ours. */
const lastPlace = 5

/**
 * Why a claim hangs too loosely on the words of its sentence for the record to speak against it: who or when was filled from the text around, and may be somebody
 * else or another time. Undefined where the sentence itself carries it.
 */
export function looseEnd(claim: Claim, bench: ClaimBench): string | undefined {
  const named = namesOf(bench)
  const own = named[claim.sentence_index]
  if (claim.unit === 'rank' && claim.value !== null && claim.value > lastPlace) return 'who is ranked among whom is not sure so far down'
  return own === undefined ? undefined : (looseParty(claim, own, named) ?? looseTime(claim, own, named))
}

const unitedNations =
  /\b(?:UN|U\.N\.|UNGA|United Nations|(?:General |the )Assembly|Security Council|Human Rights Council|[Rr]esolutions?|ES-\d|A\/\S+|S\/\d{4}\/\d+)/
const otherVotes =
  /\b(?:Senat(?:e|ors?)|Congress(?:ional)?|parliament(?:ary|s)?|MPs?|lawmakers?|deputies|legislat(?:ure|ors?)|House of|Bundestag|Duma|Knesset|Diet|Verkhovna|referend(?:um|a)|ballots?|elect(?:ions?|ed|orate)|voters?|voting rights)\b/i

/** Why a vote need not be one of the United Nations. */
export function otherVote({ measured, sentence }: Claim, { sentences }: ClaimBench): string | undefined {
  if (measured?.topic !== 'un-votes' && measured?.topic !== 'vetoes') return undefined
  if (otherVotes.test(sentence) && !unitedNations.test(sentence)) return 'the vote may be one of another body than the United Nations'
  const own =
    measured.topic === 'vetoes'
      ? /\bveto|\bblock|\bSecurity Council\b/i
      : /\bvot|\babst|\bresolution|\bin favou?r|\bagainst\b|\bAssembly\b|\bagree|\b(?:sided|backed|supported|opposed)\b/i
  if (!own.test(sentence)) return 'the sentence does not speak of a vote'
  if (measured.topic === 'vetoes') return undefined
  return sentences.some((one) => unitedNations.test(one)) ? undefined : 'the text does not name the United Nations'
}

function looseParty({ actors, kind, sentence }: Claim, own: Named, named: readonly Named[]): string | undefined {
  const parties = actors.filter((id) => !regions.has(id))
  const others = own.states.filter((id) => !actors.includes(id))
  if (others.length > 0 && (kind !== 'ranking' || apart.test(sentence))) return 'the sentence names others as well, and may be about them'
  if (kind === 'ranking' && own.owners.includes(actors[0]!) && !own.owners.includes(actors[1]!))
    return 'who is ranked among whom is not sure'
  if (actors.includes('WLD') && !whole.test(sentence)) return 'the sentence does not say with whom'
  const missing = parties.filter((id) => !own.states.includes(id))
  if (missing.length === 0) return undefined
  if (whole.test(sentence)) return 'the sentence may be about the whole world'
  if (kind === 'comparison') return 'the sentence does not name all who are compared'
  const isMeant =
    missing.length === parties.length
      ? own.refers && isAbout(parties, named)
      : isAbout(parties, named) || isTheOther(missing, parties, named)
  return isMeant ? undefined : 'the sentence does not name both'
}

/** Whether a text is about these states and hardly any other: most mentions are theirs, or each is named far oftener than any other state. */
function isAbout(parties: readonly string[], named: readonly Named[]): boolean {
  const counts = new Map<string, number>()
  for (const id of named.flatMap(({ states }) => states)) counts.set(id, (counts.get(id) ?? 0) + 1)
  const ours = parties.map((id) => counts.get(id) ?? 0)
  const others = [...counts].filter(([id]) => !parties.includes(id)).map(([, count]) => count)
  const sum = (some: readonly number[]): number => some.reduce((total, one) => total + one, 0)
  return sum(ours) >= mostly * sum([...ours, ...others]) || Math.min(...ours) >= Math.max(2, oftener * Math.max(0, ...others))
}

/** Whether the one that is not named is named elsewhere, oftener than any third. */
function isTheOther(missing: readonly string[], parties: readonly string[], named: readonly Named[]): boolean {
  const count = (id: string): number => named.filter(({ states }) => states.includes(id)).length
  const thirds = new Set(named.flatMap(({ states }) => states).filter((id) => !parties.includes(id)))
  return missing.every((id) => count(id) >= 2 && [...thirds].every((third) => count(third) < count(id)))
}

function looseTime(claim: Claim, own: Named, named: readonly Named[]): string | undefined {
  const { period, period_base: base, kind, start, end } = claim
  if (period === null) return undefined
  const [when, then] = [yearsOf(period), base === null ? undefined : yearsOf(base)]
  const before = named.slice(0, claim.sentence_index).findLast(({ years }) => years.length > 0)
  const told = own.years.length > 0 ? own.years : (before?.years ?? [])
  if (!told.some(({ from, to }) => to === when.to || from === when.to)) return 'the sentence does not name the time'
  const isBeside = own.years.some((year) => year.to === when.to && year.start < end + 30 && year.end > start - 30)
  const isOther = ({ from, to }: { from: number; to: number }): boolean =>
    ![when, then].some((one) => one !== undefined && from >= one.from && to <= one.to)
  if (kind !== 'ranking' && own.years.some(isOther) && (kind === 'trend' || !isBeside)) return 'the sentence names another time as well'
  if (then === undefined || then.to === when.to - 1) return undefined
  const isTold = [...own.years, ...(before?.years ?? [])].some(({ to }) => to === then.to)
  return isTold || /\b(?:previous|preceding|prior|five years (?:before|earlier))\b/i.test(claim.sentence)
    ? undefined
    : 'the sentence does not name the time before'
}

function yearsOf(period: ClaimPeriod): { from: number; to: number } {
  const [from, to] = 'at' in period ? [period.at, period.at] : [period.from, period.to]
  return { from: Number(from.slice(0, 4)), to: Number(to.slice(0, 4)) }
}

const known = new WeakMap<readonly string[], readonly Named[]>()

/** What each sentence of a text names; found once a text. */
function namesOf({ sentences, date }: ClaimBench): readonly Named[] {
  const found = known.get(sentences)
  if (found !== undefined) return found
  const day = date.length === 10 ? date : `${date}-01-01`.slice(0, 10)
  const made = sentences.map((text): Named => {
    const mentions = actorsIn(text, day)
    const states = mentions.filter(({ rule }) => rule !== 'organisation' && rule !== 'region').flatMap(({ ids }) => [...ids])
    const owners = mentions.filter(({ possessive }) => possessive).flatMap(({ ids }) => [...ids])
    const years = timesIn(text, { date, fiscal: fiscalYearOf(states) }).map(({ period, start, end }) => ({
      ...yearsOf(period),
      start,
      end,
    }))
    return { states: [...new Set(states)], owners, refers: mentions.some(({ form }) => form === 'pronoun'), years }
  })
  known.set(sentences, made)
  return made
}
