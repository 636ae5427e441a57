import { VisavisError } from '../../errors.ts'
import { existedOn, type State, stateOf } from '../../states/index.ts'
import { BlocFacts } from './bloc-facts.ts'
import { blocTargets } from './bloc-targets.ts'
import { conflictTargets } from './conflict-targets.ts'
import { EventFacts } from './event-facts.ts'
import { type EventModels, storedEventModels } from './event-models.ts'
import type { EventRecord } from './event-record.ts'
import type { EventOutlook, EventWithout } from './event-target.ts'
import { askedEvents, risingWithHorizon } from './event-words.ts'
import { SanctionsFacts } from './sanctions-facts.ts'
import { sanctionsTargets } from './sanctions-targets.ts'

/** What forecasts of events of any pair are made from; made once for a record. */
export interface EventInputs {
  readonly facts: EventFacts
  readonly sanctions: SanctionsFacts
  readonly held: BlocFacts
  readonly models: EventModels
}

/**
 * Prepares a record for forecasts of events.
 *
 * @param models   default: those of the package
 */
export function eventInputs(record: EventRecord, models: EventModels = storedEventModels()): EventInputs {
  return { facts: new EventFacts(record), sanctions: new SanctionsFacts(record), held: new BlocFacts(record), models }
}

/**
 * Forecasts the events of a pair at 1, 2, 3, 5 and 10 years: armed conflict between the two, new sanctions of either (or a body that it belongs to) on the other,
 * joining a bloc of the other, and leaving a bloc that both are in.
 *
 * @param a   ISO3 code; the order of the two does not matter for conflict and blocs
 * @returns   the targets, and what has no forecast with the reason: for a state that has ended all of them
 * @throws VisavisError BadInput if a code is no state, or both are the same
 */
export function eventTargets(inputs: EventInputs, a: string, b: string): EventOutlook {
  const [one, other] = [a, b].map(stateNamed)
  if (one === other) throw new VisavisError('BadInput', `${a} and ${b} are one state.`, { hint: 'Name two states.' })
  const day = lastDay(inputs.facts.record)
  const ended = [one!, other!].find((state) => !existedOn(state, day))
  if (ended !== undefined) return { targets: [], without: askedEvents.map((id): EventWithout => ({ id, why: whyNone(ended, day) })) }
  const parts = [conflictTargets(inputs, one!, other!), sanctionsTargets(inputs, one!, other!), blocTargets(inputs, one!, other!)]
  return { targets: risingWithHorizon(parts.flatMap(({ targets }) => targets)), without: parts.flatMap(({ without }) => without) }
}

function stateNamed(iso3: string): State {
  const state = stateOf(iso3)
  if (state === undefined)
    throw new VisavisError('BadInput', `${iso3} is not the code of a state.`, { hint: 'visavis states finds codes.' })
  return state
}

/** The last day of the tables from which events are forecast. */
function lastDay({ cards }: EventRecord): string {
  return ['sanctions-regimes', 'bloc-memberships'].flatMap((id) => cards.get(id)?.vintage ?? []).sort()[0] ?? '9999-12-31'
}

function whyNone({ name, spans }: State, day: string): string {
  const last = spans.at(-1)!
  return last.to !== null && last.to < day
    ? `${name} ended on ${last.to}.`
    : `${name} begins on ${last.from}, after the record's last day (${day}).`
}
