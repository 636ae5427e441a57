import { existedOn, stateOf, states } from '../../states/index.ts'
import type { BlocFacts } from './bloc-facts.ts'
import { type EventFacts, isInForce } from './event-facts.ts'
import { type EventPanel, EventPanelBuilder } from './event-panel.ts'
import type { SanctionsFacts } from './sanctions-facts.ts'

/** What is known of a sender and a target without sanctions in force between them, from which their onset is forecast. */
export const sanctionsCovariates = [
  'new regimes of the sender, fading',
  'new regime of another sender',
  'regime of the UN',
  'distance of votes',
  'distance unknown',
  'shared blocs',
] as const

/** The record as forecasts of sanctions need it. */
export interface SanctionsInputs {
  readonly facts: EventFacts
  readonly sanctions: SanctionsFacts
  readonly held: BlocFacts
}

/** Stands for an unknown distance, whose effect has a covariate of its own. */
const usualDistance = 1

/** Returns the covariates of `sanctionsCovariates` at the end of a year, or on the last day of the table if that is earlier. */
export function sanctionsValues({ facts, sanctions, held }: SanctionsInputs, sender: string, target: string, year: number): number[] {
  const day = `${year}-12-31`
  const distance = held.distance(facts, sender, target, year)
  return [
    Math.log1p(sanctions.activity(sender, year)),
    Number(sanctions.newSendersOn(target, year).some((one) => one !== sender)),
    Number(sanctions.sendersOn(target, day).includes('UN')),
    distance ?? usualDistance,
    Number(distance === undefined),
    Math.log1p(stateOf(sender) === undefined ? held.sharedWithMembers(sender, target, day) : held.sharedBlocs(sender, target, day)),
  ]
}

/** Whether the sender has a regime on the target in force on a day. */
export function hasSanctions(sanctions: SanctionsFacts, sender: string, target: string, day: string): boolean {
  return sanctions.steps(sender, target).some((step) => isInForce(step, day))
}

/**
 * Makes a row of every sender that had begun a regime before, with every state on which it has none in force, for every year. A body is no
 * sender against its own members.
 *
 * @param from        first origin
 * @param lastKnown   the last year that the table covers whole
 */
export function sanctionsPanel(inputs: SanctionsInputs, from: number, lastKnown: number): EventPanel {
  const { sanctions } = inputs
  const builder = new EventPanelBuilder(sanctionsCovariates, lastKnown)
  for (let year = from; year < lastKnown; year++) {
    const day = `${year}-12-31`
    const alive = states.filter((state) => existedOn(state, day)).map(({ iso3 }) => iso3)
    for (const sender of sanctions.sendersBy(day)) {
      if (stateOf(sender) !== undefined && !alive.includes(sender)) continue
      for (const target of alive) {
        if (target === sender || inputs.held.isMember(sender, target, day) || hasSanctions(sanctions, sender, target, day)) continue
        builder.add({
          unit: `${sender} ${target}`,
          group: sender,
          origin: year,
          covariates: sanctionsValues(inputs, sender, target, year),
          wait: sanctions.nextStart(sender, target, day) - year,
        })
      }
    }
  }
  return builder.panel()
}

/** Years before the last origin that count for the rate of first regimes. */
const rateYears = 20

/**
 * Returns how often a state that had never begun a regime began one on a given other state within the horizon, over the last 20 origins whose window had ended.
 *
 * @param lastKnown   the last year that the table covers whole
 */
export function firstRegimeRate(sanctions: SanctionsFacts, lastKnown: number, horizon: number): number {
  let [cases, events] = [0, 0]
  for (let year = lastKnown - horizon - rateYears + 1; year <= lastKnown - horizon; year++) {
    const day = `${year}-12-31`
    const alive = states.filter((state) => existedOn(state, day)).map(({ iso3 }) => iso3)
    const known = new Set(sanctions.sendersBy(day))
    const fresh = alive.filter((iso3) => !known.has(iso3))
    cases += fresh.length * (alive.length - 1)
    for (const sender of fresh) {
      events += alive.filter((target) => target !== sender && sanctions.nextStart(sender, target, day) <= year + horizon).length
    }
  }
  return (events + 0.5) / (cases + 1)
}
