import type { TargetOutcome } from '../targets/target-outcome.ts'
import type { BlocFacts } from './bloc-facts.ts'
import type { EventFacts } from './event-facts.ts'
import { type EventRecord, wholeList } from './event-record.ts'
import { type EventRule, readEventRule } from './event-rules.ts'
import type { SanctionsFacts } from './sanctions-facts.ts'

/** The record as events are settled by it. */
export interface SettlingFacts {
  readonly facts: EventFacts
  readonly sanctions: SanctionsFacts
  readonly held: BlocFacts
}

/**
 * Settles a forecast of an event by its rule: 1 if the event came in the window, 0 if it did not. A forecast stays open until the list that settles it covers the
 * whole window, even if the event has come before: the rule names the edition of the end of the window.
 *
 * @param ruleText   the rule that was kept with the forecast
 */
export function eventOutcome(known: SettlingFacts, ruleText: string): TargetOutcome {
  const rule = readEventRule(ruleText)
  if (rule === undefined) return { isVoid: 'its rule was not written by this program: no row of the record decides it' }
  const covered = coverageOf(known.facts.record, rule)
  if ('waits' in covered) return covered
  return { value: Number(came(known, rule)), ...(covered.note === undefined ? {} : { note: covered.note }) }
}

function came({ facts, sanctions, held }: SettlingFacts, rule: EventRule): boolean {
  switch (rule.kind) {
    case 'armed-conflict':
      return facts.opposedYears(rule.a, rule.b, rule.to).some(({ year }) => year >= rule.from)
    case 'sanctions-onset':
      return sanctions.nextStart(rule.sender, rule.target, rule.after) <= rule.to
    case 'bloc-joining':
      return held.nextJoining(rule.bloc, rule.state, rule.after) <= rule.to
    case 'bloc-leaving':
      return rule.blocs.some((bloc) => rule.states.some((state) => held.hasLeft(bloc, state, rule.after, `${rule.to}-12-31`)))
  }
}

/** Whether the record covers the window: why not yet, or what should be known of the edition that is used. */
function coverageOf({ cards }: EventRecord, rule: EventRule): { readonly waits: string } | { readonly note?: string } {
  if (rule.kind === 'armed-conflict') {
    const list = wholeList(cards)
    if (list === undefined) return { waits: 'the record has no list of all armed conflicts' }
    if (list.to < rule.to) return { waits: `the list of all armed conflicts (${list.source}) ends in ${list.to}` }
    return list.to === rule.to
      ? {}
      : { note: `settled by an edition of ${list.source} that covers ${list.to}, not by the first that covers ${rule.to}` }
  }
  const source = rule.kind === 'sanctions-onset' ? 'sanctions-regimes' : 'bloc-memberships'
  const day = cards.get(source)?.vintage
  if (day === undefined) return { waits: `the record has no table ${source}` }
  if (day < `${rule.to}-12-31`) return { waits: `the table ${source} ends on ${day}` }
  const later = Number(day.slice(0, 4)) - rule.to
  return later <= 1 ? {} : { note: `settled by the edition of ${source} of ${day}, not by the first that covers ${rule.to}` }
}
