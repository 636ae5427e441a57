import type { State } from '../../states/index.ts'
import { onsetCovariates, onsetValues } from './conflict-panel.ts'
import { conflictOrigin } from './conflict-targets.ts'
import { eventProbability } from './event-backtest.ts'
import { wholeList } from './event-record.ts'
import type { EventInputs } from './event-targets.ts'

/** Another value of one input, and the probability that the model gives with it. */
export interface EventChange {
  /** What would change, in words that follow "with". */
  readonly input: string
  /** Null where the input is a fact that holds or not. */
  readonly from: number | null
  readonly to: number | null
  readonly unit: string
  readonly probability: number
}

type Onset = (typeof onsetCovariates)[number]

/** What a fact is called where it would begin, and where it would end. */
const facts: readonly (readonly [name: Onset, begun: string, ended: string])[] = [
  ['land claim', 'a claim of one to land of the other', 'no claim of one to land of the other'],
  ['enmity or state of war', 'a declared enmity or a state of war', 'an end of the declared enmity, state of war or armistice'],
  ['no relations', 'diplomatic relations broken', 'diplomatic relations and recognition'],
]

/**
 * The change of one input that moves the probability of an onset of armed conflict most: a claim, an enmity, relations, votes one unit closer or further apart, or
 * five more years of peace. Null where the base rate is the forecast, or the two are in conflict.
 */
export function onsetChange(inputs: EventInputs, a: State, b: State, horizon: number): EventChange | null {
  const model = inputs.models.kinds['armed-conflict-onset'][horizon]?.model
  const list = wholeList(inputs.facts.record.cards)
  if (model === null || model === undefined || list === undefined) return null
  const origin = conflictOrigin(inputs.facts, a.iso3, b.iso3, list.to)
  const last = inputs.facts.opposedYears(a.iso3, b.iso3, origin).at(-1)?.year
  if (last === origin) return null
  const values = onsetValues(inputs, a.iso3, b.iso3, origin)
  const at = (name: Onset): number => values[onsetCovariates.indexOf(name)]!
  const turned = (name: Onset, value: number): number =>
    eventProbability(
      model,
      values.map((one, c) => (onsetCovariates[c] === name ? value : one)),
    )
  const toggles = facts.map(([name, begun, ended]): EventChange => {
    const holds = at(name) === 1
    return { input: holds ? ended : begun, from: null, to: null, unit: 'fact', probability: turned(name, holds ? 0 : 1) }
  })
  const distance = at('distance of votes')
  const votes = at('distance unknown') === 1 ? [] : [distance + 1, ...(distance > 1 ? [distance - 1] : [])]
  const changes: EventChange[] = [
    ...toggles,
    ...votes.map((to) => ({
      ...{ input: 'distance of ideal points', from: distance, to, unit: 'index' },
      probability: turned('distance of votes', to),
    })),
    ...(last === undefined
      ? []
      : [
          {
            ...{ input: 'years since the last armed conflict', from: origin - last, to: origin - last + 5, unit: 'years' },
            probability: turned('years since, logarithm', Math.log(1 + origin - last + 5)),
          },
        ]),
  ]
  const now = eventProbability(model, values)
  const moved = ({ probability }: EventChange): number => Math.abs(logOdds(probability) - logOdds(now))
  return changes.reduce((most, one) => (moved(one) > moved(most) ? one : most))
}

/** The probability after a year without conflict, for two states in conflict. Null where no model of onsets is used. */
export function peaceChange(inputs: EventInputs, a: State, b: State, horizon: number): EventChange | null {
  const model = inputs.models.kinds['armed-conflict-onset'][horizon]?.model
  const list = wholeList(inputs.facts.record.cards)
  if (model === null || model === undefined || list === undefined) return null
  const values = onsetValues(inputs, a.iso3, b.iso3, conflictOrigin(inputs.facts, a.iso3, b.iso3, list.to))
  values[onsetCovariates.indexOf('years since, logarithm')] = Math.log(2)
  return { input: 'a year without armed conflict', from: null, to: null, unit: 'fact', probability: eventProbability(model, values) }
}

function logOdds(probability: number): number {
  return Math.log(probability / (1 - probability))
}
