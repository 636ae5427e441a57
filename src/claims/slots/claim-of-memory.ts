import { facts } from '../../memory/index.ts'
import type { Claim } from '../claim.ts'
import { directionFromTo, flowEnds } from '../flow-of-direction.ts'
import { hedgeSaid } from '../reading/said/figures/hedge.ts'
import type { CataloguedSaid } from '../said/catalogued-said.ts'
import type { FactSaid } from '../said/fact-said.ts'
import type { ClaimSlots } from './claim-slots.ts'
import { relationOfFact } from './fact-of-slots.ts'
import type { NamedFigure } from './figure-of-slots.ts'

/** What a claim on a fact or a figure of the memory has of its slots as they stand. */
const ofSlots = (slots: ClaimSlots, index: number): Omit<Claim, 'kind' | 'domain' | 'indicator' | 'actors' | 'direction'> => ({
  ...{ sentence_index: index, claim_index: 0, sentence: '', start: 0, end: 0, checkable: true, measured: null },
  ...{ period: slots.period, period_base: slots.period_base, value: slots.value, value_from: slots.value_from, unit: slots.unit },
  ...{ qualifier: slots.qualifier, source_named: slots.source_named, speaker: null, probability_word: null, rules: [] },
})

/** Makes a claim on a fact of the memory. */
export function claimOfFact(slots: ClaimSlots, index: number, actors: readonly string[], fact: FactSaid): Claim {
  const relation = relationOfFact(fact)
  return {
    ...ofSlots(slots, index),
    kind: 'event',
    domain: facts.find(({ kind }) => kind === fact.meanings[0]!.kind)?.domain ?? 'diplomacy',
    indicator: slots.indicator,
    actors,
    direction: fact.isDirected && fact.by.length === 1 && fact.on.length === 1 ? directionFromTo(fact.by[0]!, fact.on[0]!) : 'total',
    said: { fact, ...(relation === undefined ? {} : { relation }) },
  }
}

/** Returns whose figure it is: by the direction, which of a flow names its two ends and else whose it is first; without one, by the order of the two. */
export function partiesOfFigure({ figure, isTurned }: NamedFigure, actors: readonly string[], direction: string | null): CataloguedSaid {
  const [from, to] = flowEnds(direction?.replaceAll(/\s*(?:->|→)\s*/g, '->'))
  const [first, second] = actors as [string, string]
  if (from !== undefined && to !== undefined && !isTurned) {
    const [a, b] = figure.flow === 'received' ? [to, from] : [from, to]
    return { figure: figure.id, a, b }
  }
  return isTurned ? { figure: figure.id, a: second, b: first } : { figure: figure.id, a: first, b: second }
}

/** Makes a claim on a figure of the memory. */
export function claimOfFigure(slots: ClaimSlots, index: number, actors: readonly string[], named: NamedFigure): Claim {
  const catalogued = partiesOfFigure(named, actors, slots.direction)
  const { a, b } = catalogued
  const hedge = hedgeSaid(slots.qualifier)
  return {
    ...ofSlots(slots, index),
    kind: slots.kind,
    domain: named.figure.domain,
    indicator: named.figure.title,
    actors,
    direction: directionOf(named.figure, a, b),
    said: { catalogued, ...(hedge === undefined ? {} : { hedge }) },
  }
}

function directionOf({ of, flow }: NamedFigure['figure'], a: string, b: string): string {
  if (of === 'pair') return 'total'
  if (flow === undefined) return 'n/a'
  return flow === 'sent' ? directionFromTo(a, b) : directionFromTo(b, a)
}
