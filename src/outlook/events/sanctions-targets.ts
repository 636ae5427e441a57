import { type State, stateOf } from '../../states/index.ts'
import type { BlocFacts } from './bloc-facts.ts'
import { eventProbability } from './event-backtest.ts'
import { type EventFacts, isInForce } from './event-facts.ts'
import type { EventModels } from './event-models.ts'
import { eventHorizons } from './event-panel.ts'
import { eventRuleText } from './event-rules.ts'
import type { EventOutlook, EventTarget, EventWithout } from './event-target.ts'
import { percentWords, skillWords } from './event-words.ts'
import type { SanctionsFacts } from './sanctions-facts.ts'
import { hasSanctions, sanctionsValues } from './sanctions-panel.ts'

const source = 'sanctions-regimes'

interface Inputs {
  readonly facts: EventFacts
  readonly sanctions: SanctionsFacts
  readonly held: BlocFacts
  readonly models: EventModels
}

interface Case extends Inputs {
  readonly sender: string
  readonly target: State
  /** The last day of the table. */
  readonly day: string
}

/** Forecasts that either state, or a body it belongs to other than the UN, begins sanctions on the other. */
export function sanctionsTargets(inputs: Inputs, a: State, b: State): EventOutlook {
  const day = inputs.facts.record.cards.get(source)?.vintage
  if (day === undefined) return { targets: [], without: [{ id: 'sanctions-onset', why: 'The record has no table of sanctions regimes.' }] }
  const known = new Set(inputs.sanctions.sendersBy(day))
  const cases = [
    [a, b],
    [b, a],
  ].flatMap(([from, on]) => {
    const bodies = [...known].filter((id) => stateOf(id) === undefined && inputs.held.isMember(id, from!.iso3, day))
    return [from!.iso3, ...bodies.filter((id) => !inputs.held.isMember(id, on!.iso3, day))].map(
      (sender): Case => ({ ...inputs, sender, target: on!, day }),
    )
  })
  const without = cases.flatMap(reasonAgainst)
  const open = cases.filter((one) => reasonAgainst(one).length === 0)
  return { targets: open.flatMap((one) => eventHorizons.map((horizon) => targetOf(one, horizon))), without }
}

function idOf({ sender, target }: Case): string {
  return `sanctions-onset:${sender}:${target.iso3}`
}

function reasonAgainst(of: Case): EventWithout[] {
  const { sender, target, sanctions, day } = of
  if (!hasSanctions(sanctions, sender, target.iso3, day)) return []
  const first = sanctions.steps(sender, target.iso3).find((step) => isInForce(step, day))!
  return [
    {
      id: idOf(of),
      why: `Sanctions of ${nameOf(sender)} on ${target.name} are in force (${first.regime}, from ${first.start_date}): there is no onset to forecast.`,
    },
  ]
}

function targetOf(of: Case, horizon: number): EventTarget {
  const { models, sanctions, sender, target, day } = of
  const kind = models.kinds['sanctions-onset'][horizon]!
  const isNew = !sanctions.sendersBy(day).includes(sender)
  const origin = Number(day.slice(0, 4))
  const baseline = isNew ? kind.rates['none']! : (kind.rates[sender] ?? kind.rates['all']!)
  const values = kind.model === null || isNew ? undefined : sanctionsValues(of, sender, target.iso3, origin)
  const last = origin + horizon
  return {
    ...{ id: idOf(of), horizon, unit: 'probability', median: null, bands: [] },
    probability: values === undefined ? baseline : eventProbability(kind.model!, values),
    baseline,
    skill: values === undefined ? null : kind.skill,
    title: `New sanctions: ${nameOf(sender)} on ${target.name}, by the end of ${last}`,
    definition:
      'The sender begins a sanctions regime on the target in the table of the record, which has none of the two in force today. The table is not complete: regimes that it does not follow do not count.',
    baseRateOf: isNew
      ? `states without any regime in the table that began one on a given other state, in windows of this length in the last 20 years`
      : `states on which the sender had no sanctions in force and began some, in windows of this length in the last 20 years, drawn towards the rate of all senders`,
    basis: isNew
      ? 'The sender has no regime in the table so far; no model was fitted for such senders, and the base rate is the forecast.'
      : skillWords(kind.tried, values !== undefined),
    change: changeOf(isNew, values === undefined, baseline),
    resolution: {
      source,
      vintage: `the first edition of the table that covers ${last}`,
      day: `${last + 1}-03-31`,
      rule: eventRuleText({ kind: 'sanctions-onset', sender, target: target.iso3, after: day, to: last }),
    },
  }
}

function changeOf(isNew: boolean, isRate: boolean, baseline: number): string {
  if (isNew) return 'A first regime of the sender on any state would put it among the senders with a record, whose rate is higher.'
  return isRate
    ? `The rate is that of the sender’s targets in general (${percentWords(baseline)}); each new regime that it begins raises it. What happens between the two was not shown to help a forecast, so nothing of it is used.`
    : 'New regimes of the sender on others, of other senders on the target or of the UN would raise it; votes closer together and more common blocs would lower it.'
}

function nameOf(id: string): string {
  return stateOf(id)?.name ?? id
}
