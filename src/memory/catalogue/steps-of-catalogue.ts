import { factsStep } from '../steps/facts-step.ts'
import { figureStep } from '../steps/figure-step.ts'
import { goodsFobTotals } from '../steps/goods-fob.ts'
import { goodsRepeats } from '../steps/goods-reports.ts'
import type { Step } from '../steps/step.ts'
import { type Catalogue, figuresIn } from './catalogue.ts'
import type { DomainId } from './domain-ids.ts'
import type { Figure } from './figure.ts'

/** Returns the steps that make the memory: one for the figures of each domain, one for the totals that forecasts need, and one for all facts; what they read comes before them. */
export function stepsOf(own: Catalogue): readonly Step[] {
  return [
    ...(Object.entries(own.figuresByDomain) as [DomainId, readonly Figure[]][]).map(([domain, figures]) => figureStep(domain, figures)),
    ...new Set(figuresIn(own).flatMap(({ derived }) => (derived === undefined ? [] : [derived.by]))),
    goodsRepeats,
    goodsFobTotals,
    factsStep(own.facts),
  ]
}
