import type { NamedParty } from '../../assessments/blocs/bloc-parties.ts'
import { VisavisError } from '../../errors.ts'
import {
  type Bloc,
  blocOf,
  blocs,
  editDistance,
  existedOn,
  fold,
  type NameCandidate,
  type Resolution,
  readName,
  type Span,
  type State,
  stateOf,
} from '../../states/index.ts'
import { noteNameReading } from './name-readings.ts'

/** First day of the list of states. */
const firstListedDay = '1816-01-01'

/**
 * Returns the state that a spelling means.
 *
 * @param date     the day of the question, as a name may mean different states at different times (Germany in 1985 and today)
 * @param besides  returns blocs to suggest if no state has this name
 * @throws VisavisError AmbiguousName with the candidates; UnknownState with the nearest names; NotAState for a bloc, a territory or something else
 */
export function stateNamed(spelling: string, date: string, besides: (spelling: string) => readonly Bloc[] = () => []): State {
  const found = requestedName(spelling, date)
  switch (found.kind) {
    case 'state':
      return found.state
    case 'bloc':
      throw new VisavisError('NotAState', `"${printable(spelling)}" is a bloc (${found.id}); a pair is made of two states`, {
        hint: `visavis states ${found.id}`,
      })
    case 'territory':
      throw new VisavisError(
        'NotAState',
        `"${printable(spelling)}" is not in the lists of states that the record follows (Correlates of War, Gleditsch and Ward): here it is a territory`,
        { hint: 'visavis states' },
      )
    case 'non-state':
      throw new VisavisError('NotAState', `"${printable(spelling)}" is not a state (${found.what})`, { hint: 'visavis states' })
    case 'unknown':
      throw unknownState(spelling, found.nearest, besides(spelling))
  }
}

/**
 * Returns what a name in a request means. Where the name may be expected to mean another state, the answer will say how it was read.
 *
 * @throws VisavisError AmbiguousName with the candidates
 */
export function requestedName(spelling: string, date: string): Resolution {
  const read = readName(spelling, date)
  if (read.kind === 'ambiguous') throw ambiguousName(spelling, read.candidates, read.why)
  if (read.reading !== undefined) noteNameReading(read.reading)
  return read.found
}

function ambiguousName(spelling: string, candidates: readonly NameCandidate[], why: string): VisavisError {
  // the abbreviation of a bloc that is asked back cannot be the answer
  const named = candidates.map(({ name, id, kind }) =>
    kind === 'territory' ? `${name} (a territory)` : id === spelling.trim() ? `${name} (write it in full)` : `${name} (${id})`,
  )
  const choices = named.length < 3 ? named.join(' or ') : `${named.slice(0, -1).join(', ')} or ${named.at(-1)}`
  const first = candidates.find(({ id }) => id !== null)?.id
  return new VisavisError('AmbiguousName', `"${printable(spelling)}" may mean ${choices}: ${why}`, {
    hint: first === undefined ? 'visavis states' : `visavis states ${first}`,
    candidates,
  })
}

/** Returns the blocs whose name or id differs from the spelling by at most two letters, the nearest first. */
function nearestBlocs(spelling: string): Bloc[] {
  const asked = fold(spelling)
  const distance = (bloc: Bloc): number =>
    Math.min(...[bloc.name, ...bloc.spellings, ...(bloc.id.length > 3 ? [bloc.id] : [])].map((name) => editDistance(asked, fold(name), 3)))
  return blocs.filter((bloc) => distance(bloc) < 3).sort((x, y) => distance(x) - distance(y))
}

function unknownState(spelling: string, nearest: readonly State[], near: readonly Bloc[]): VisavisError {
  const names = [...near.map(({ name, id }) => `${name} (${id})`), ...nearest.map((state) => `${state.name} (${state.iso3})`)].join(', ')
  const message =
    names === '' ? `no state is called "${printable(spelling)}"` : `no state is called "${printable(spelling)}". Did you mean ${names}?`
  return new VisavisError('UnknownState', message, {
    hint: `visavis states ${near[0]?.id ?? nearest[0]?.iso3 ?? ''}`.trim(),
  })
}

/**
 * Returns the two states that two spellings mean. They must be different, and each must have existed at some time in the window.
 *
 * @throws VisavisError UnknownState, NotAState, SameState, NoSuchStateThen
 */
export function dyadNamed(first: string, second: string, window: { from?: string | undefined; to: string }): [State, State] {
  const a = stateNamed(first, window.to)
  const b = stateNamed(second, window.to)
  if (a.iso3 === b.iso3) {
    throw new VisavisError(
      'SameState',
      `"${printable(first)}" and "${printable(second)}" are the same state, ${a.name} (${a.iso3}); a dyad needs two`,
    )
  }
  for (const state of [a, b]) requireExistence(state, window)
  return [a, b]
}

/**
 * Returns the two parties that two spellings mean, each a state or a bloc. They must be different. A state must have existed at some time in
 * the window; whether a bloc had members then is not checked.
 *
 * @throws VisavisError UnknownState, NotAState, SameState, NoSuchStateThen
 */
export function partiesNamed(first: string, second: string, window: { from?: string | undefined; to: string }): [NamedParty, NamedParty] {
  const [x, y] = [blocNamed(first, window.to), blocNamed(second, window.to)]
  if (x === undefined && y === undefined) {
    for (const spelling of [first, second]) stateNamed(spelling, window.to, nearestBlocs)
    const [a, b] = dyadNamed(first, second, window)
    return [
      { kind: 'state', state: a },
      { kind: 'state', state: b },
    ]
  }
  if (x !== undefined && x === y)
    throw new VisavisError('SameState', `"${printable(first)}" and "${printable(second)}" are the same bloc, ${blocOf(x)!.name} (${x})`, {
      hint: `visavis states ${x}`,
    })
  const named = (bloc: string | undefined, spelling: string): NamedParty => {
    if (bloc !== undefined) return { kind: 'bloc', id: bloc }
    const state = stateNamed(spelling, window.to, nearestBlocs)
    requireExistence(state, window)
    return { kind: 'state', state }
  }
  return [named(x, first), named(y, second)]
}

/**
 * Returns the party that a spelling means: a state or a bloc.
 *
 * @throws VisavisError UnknownState, NotAState
 */
export function partyNamed(spelling: string, date: string): NamedParty {
  const bloc = blocNamed(spelling, date)
  return bloc === undefined ? { kind: 'state', state: stateNamed(spelling, date, nearestBlocs) } : { kind: 'bloc', id: bloc }
}

/**
 * Returns the id of the bloc that a spelling means; undefined if no spelling was given.
 *
 * @throws VisavisError Usage if the spelling means no bloc
 */
export function optionalBloc(spelling: string | undefined, date: string): string | undefined {
  if (spelling === undefined) return undefined
  const found = blocNamed(spelling, date)
  if (found !== undefined) return found
  const near = nearestBlocs(spelling).map(({ id }) => id)
  const meant = near.length === 0 ? '' : `. Did you mean ${near.join(', ')}?`
  throw new VisavisError('Usage', `no bloc of the record is called "${printable(spelling)}"${meant}`, {
    hint: `visavis states ${near[0] ?? 'BRICS'}`,
  })
}

function blocNamed(spelling: string, date: string): string | undefined {
  const found = readName(spelling, date)
  return found.kind === 'clear' && found.found.kind === 'bloc' ? found.found.id : undefined
}

function requireExistence(state: State, window: { from?: string | undefined; to: string }): void {
  if (state.spans.some((span) => overlaps(span, window.from ?? window.to, window.to))) return
  if (window.to < firstListedDay) {
    throw new VisavisError(
      'NoSuchStateThen',
      `the list of states begins on ${firstListedDay}; what was there before cannot be told from it`,
      {
        hint: `visavis states ${state.iso3}`,
      },
    )
  }
  const spans = state.spans.map((span) => `${span.from} to ${span.to ?? 'today'}`).join(', ')
  const when = window.from === undefined || window.from === window.to ? `on ${window.to}` : `between ${window.from} and ${window.to}`
  const others = existedOn(state, window.to) ? '' : relatedStates(state, window.to)
  throw new VisavisError('NoSuchStateThen', `${state.name} (${state.iso3}) was not a state ${when}. It was from ${spans}.${others}`, {
    hint: `visavis states ${state.iso3}`,
  })
}

/** Names the successors of a state that has ended by the day, else its predecessors. */
function relatedStates(state: State, day: string): string {
  const ended = (state.spans.at(-1)?.to ?? '9999') < day
  const codes = ended ? state.successors : state.predecessors
  // a state that was joined to another has no successor of its own
  const related = codes.length > 0 ? codes : [...state.predecessors, ...state.successors]
  if (related.length === 0) return ''
  const named = related.map((iso3) => `${stateOf(iso3)?.name ?? iso3} (${iso3})`).join(', ')
  return codes.length === 0
    ? ` See also ${named}.`
    : ` Its ${ended ? 'successor' : 'predecessor'}${codes.length === 1 ? '' : 's'}: ${named}.`
}

/** Makes user input safe to print: replaces control characters and those that change the direction of text. */
function printable(spelling: string): string {
  return spelling.replace(/[\p{Cc}\p{Cf}]/gu, '\ufffd')
}

function overlaps(span: Span, from: string, to: string): boolean {
  return span.from <= to && (span.to === null || span.to >= from)
}
