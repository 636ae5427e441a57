import { fold } from '../names/fold.ts'
import type { Resolution } from '../names/name-meaning.ts'
import { blocOf } from '../tables/blocs.ts'
import { isInSpan } from '../tables/span.ts'
import type { Span, State } from '../tables/state.ts'
import { nameOn, stateOf } from '../tables/states.ts'
import { resolve } from './resolve.ts'
import { sharedNames } from './shared-names.ts'

/** One of the meanings of an ambiguous name: a state, a territory (which is no state here) or a bloc. */
export interface NameCandidate {
  readonly kind: 'state' | 'territory' | 'bloc'
  /** ISO3 code of a state, id of a bloc, null for a territory. */
  readonly id: string | null
  readonly name: string
}

/** How a name was read that the reader may expect to mean another state, and why. */
export interface NameReading {
  readonly asked: string
  /** ISO3 code of the state. */
  readonly readAs: string
  /** A whole sentence. */
  readonly sentence: string
}

/** The meaning of a name that a person typed. */
export type ReadName =
  | { readonly kind: 'ambiguous'; readonly candidates: readonly NameCandidate[]; readonly why: string }
  | { readonly kind: 'clear'; readonly found: Resolution; readonly reading: NameReading | undefined }

interface SharedName extends Span {
  readonly name: string
  readonly candidates: readonly NameCandidate[]
  readonly why: string
}

function candidateOf(token: string): NameCandidate {
  const quoted = /^"(.*)"$/.exec(token)?.[1]
  if (quoted !== undefined) return { kind: 'territory', id: null, name: quoted }
  const state = stateOf(token)
  if (state !== undefined) return { kind: 'state', id: token, name: state.name }
  const bloc = blocOf(token)
  if (bloc === undefined) throw new Error(`the table of shared names has ${token}, which no other table has`)
  return { kind: 'bloc', id: bloc.id, name: bloc.name }
}

function sharedIndex(): Map<string, SharedName[]> {
  const index = new Map<string, SharedName[]>()
  for (const line of sharedNames.split('\n').filter((text) => text !== '')) {
    const [candidates = '', span = '', names = '', why = ''] = line.split('|').map((part) => part.trim())
    const [from = '', to = ''] = span.split('/')
    const shared = { from, to: to === '' ? null : to, why, candidates: (candidates.match(/"[^"]+"|\S+/g) ?? []).map(candidateOf) }
    for (const name of names.split(';').map((text) => text.trim()))
      index.set(fold(name), [...(index.get(fold(name)) ?? []), { ...shared, name }])
  }
  return index
}

let built: Map<string, SharedName[]> | undefined

/** Returns the names that several states share at present, with what each may mean. */
export function sharedMeanings(): readonly { readonly name: string; readonly candidates: readonly NameCandidate[] }[] {
  built ??= sharedIndex()
  return [...built.values()].flat().filter(({ to }) => to === null)
}

function sharedOn(spelling: string, date: string): SharedName | undefined {
  built ??= sharedIndex()
  return spelling.length > longestName ? undefined : built.get(fold(spelling))?.find((shared) => isInSpan(shared, date))
}

/** A longer text is no name of the table. */
const longestName = 100

/**
 * Reads a name that a person typed. Unlike `resolve`, which reads data sets, it does not choose between states that share the name, and it says so where
 * the name is that of a former state, or of another state at that time.
 *
 * @param date   the day of the question (ISO text)
 * @example readName('Korea', '2024-01-01').kind   // 'ambiguous'
 * @example readName('Yugoslavia', '2024-01-01').reading.readAs   // 'SRB'
 * @example readName('France', '2024-01-01').reading   // undefined
 */
export function readName(spelling: string, date: string): ReadName {
  const shared = sharedOn(spelling, date)
  if (shared !== undefined) return { kind: 'ambiguous', candidates: shared.candidates, why: shared.why }
  const found = resolve(spelling, date)
  if (found.kind === 'unknown' && found.ambiguous === true && found.nearest.length > 1) {
    const candidates = found.nearest.map(({ iso3, name }): NameCandidate => ({ kind: 'state', id: iso3, name }))
    return { kind: 'ambiguous', candidates, why: 'the word is used for each of them' }
  }
  return { kind: 'clear', found, reading: found.kind === 'state' ? readingOf(spelling, date, found) : undefined }
}

function readingOf(spelling: string, date: string, found: Resolution & { kind: 'state' }): NameReading | undefined {
  const { state } = found
  const other = resolve(spelling)
  const present = nameOn(state, date)
  if (fold(present) === fold(spelling)) return undefined
  const told = { asked: spelling.trim(), readAs: state.iso3 }
  const as = `"${told.asked}" is read as ${withCode(state, present)}`
  if (other.kind === 'state' && other.state !== state) return { ...told, sentence: `${as}${whyOther(other.state, state, date)}` }
  if (explained.has(fold(spelling))) return { ...told, sentence: `${as}, not as the People's Republic of China (CHN).` }
  if (found.marked !== 'former name' || state.names.some((span) => isInSpan(span, date))) return undefined
  const left = successorsAfter(state, date, spelling)
  return {
    ...told,
    sentence:
      left.length === 0
        ? `${as}, which had that name before.`
        : `${as}, which continues it. Other states came out of it too: ${left.join(', ')}.`,
  }
}

/** Names that have one meaning in the lists of states, but another in the ears of some readers. */
const explained: ReadonlySet<string> = new Set(['Republic of China', 'ROC', 'China, Republic of', 'China (Republic of)'].map(fold))

const withCode = ({ iso3 }: State, name: string): string => `${name} (${iso3})`

/** Explains why a name that means `usual` without a date means another state on this day. */
function whyOther(usual: State, state: State, date: string): string {
  const ended = usual.spans.at(-1)?.to ?? null
  if (ended !== null && ended < date) {
    const others = usual.successors.filter((iso3) => iso3 !== state.iso3).flatMap(namedState)
    return `: the state of that name ended on ${ended}.${others.length === 0 ? '' : ` Its other successors are ${others.join(', ')}.`}`
  }
  return ` on ${date}: ${withCode(usual, usual.name)} was not a state then.`
}

const namedState = (iso3: string): string[] =>
  [stateOf(iso3)].flatMap((state) => (state === undefined ? [] : [withCode(state, state.name)]))

/** Returns the states that came out of a state in the two years around the end of its former name, if that name has a known end. */
function successorsAfter(state: State, date: string, spelling: string): string[] {
  const former = state.names.find((span) => fold(span.name) === fold(spelling)) ?? state.names.at(-1)
  const end = former?.to !== null && former !== undefined && former.to < date ? Number(former.to.slice(0, 4)) : Number.NaN
  return state.successors
    .filter((iso3) => stateOf(iso3)?.spans.some(({ from }) => Math.abs(Number(from.slice(0, 4)) - end) <= 1))
    .flatMap(namedState)
}
