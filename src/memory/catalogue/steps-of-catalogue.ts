import { factsStep } from '../steps/facts-step.ts'
import { figureStep } from '../steps/figure-step.ts'
import { goodsRepeats } from '../steps/goods-reports.ts'
import type { Step } from '../steps/step.ts'
import { facts, figures, figuresByDomain } from './catalogue.ts'
import type { DomainId } from './domain-ids.ts'
import type { Figure } from './figure.ts'

/** The steps that make the memory: one for the figures of each domain, and one for all facts; what they read comes before them. */
export const memorySteps: readonly Step[] = [
  ...(Object.entries(figuresByDomain) as [DomainId, readonly Figure[]][]).map(([domain, own]) => figureStep(domain, own)),
  ...new Set(figures.flatMap(({ derived, from }) => (derived === true ? (from.steps ?? []) : []))),
  goodsRepeats,
  factsStep(facts),
]
