import { domains } from '../../assessments/forms/domains.ts'
import { comparisons } from '../../measures/reproductions/comparisons.ts'
import { reproductions } from '../../measures/reproductions/reproductions.ts'
import type { ComparedNumbers, Method, MethodEntry, Reproduced } from '../../reports/parts/method-types.ts'
import { flowMethods } from './methods-flows.ts'
import { forecastMethods } from './methods-forecasts.ts'
import { gravityMethods } from './methods-gravity.ts'
import { intervalMethods } from './methods-intervals.ts'
import { judgementMethods } from './methods-judgements.ts'
import { ledgerMethods } from './methods-ledgers.ts'
import { modelMethods } from './methods-models.ts'
import { positionMethods } from './methods-positions.ts'
import { standingMethods } from './methods-standing.ts'
import { voteMethods } from './methods-votes.ts'

const cards: readonly Method[] = [
  ...voteMethods,
  ...positionMethods,
  ...standingMethods,
  ...ledgerMethods,
  ...flowMethods,
  ...gravityMethods,
  ...modelMethods,
  ...intervalMethods,
  ...judgementMethods,
  ...forecastMethods,
]

const order: readonly (string | null)[] = [...domains.map(({ id }) => id), null]

let made: readonly MethodEntry[] | undefined

/** Returns every measure with the published numbers it is compared to, sorted by domain. Worked examples are computed at the first call. */
export function everyMethod(): readonly MethodEntry[] {
  made ??= [...cards].sort((x, y) => order.indexOf(x.domain) - order.indexOf(y.domain)).map(entryOf)
  return made
}

function entryOf(card: Method): MethodEntry {
  return {
    ...card,
    reproductions: reproductions.filter(({ measure }) => measure === card.id).map(reproduced),
    comparisons: comparisons.filter(({ measure }) => measure === card.id).map(compared),
  }
}

function reproduced({ measure: _, ours, note, ...rest }: (typeof reproductions)[number]): Reproduced {
  const value = typeof ours === 'number' ? ours : ours()
  const worked = typeof ours === 'number' ? 'kept' : 'now'
  return { ...rest, ours: value, difference: value - rest.published, worked, note: note ?? null }
}

function compared({ measure: _, decimals: __, note, ...rest }: (typeof comparisons)[number]): ComparedNumbers {
  return { ...rest, note: note ?? null }
}
