import { elasticitySetsOf } from './data/elasticity-sets.ts'
import type { ScenarioResult, SensitivityRow } from './scenario-answer.ts'
import { type DrawPlan, outInCentral, solveDraw } from './scenario-draws.ts'
import type { AlignedBlocs } from './shocks/alignment.ts'
import type { ShockVariation } from './shocks/build-shock.ts'

/** Returns the economy whose welfare changes most among those that a shock names; among all if it names none. */
export function headlineOf(results: readonly ScenarioResult[], named: readonly string[]): string {
  const among = named.length === 0 ? results : results.filter(({ iso3 }) => named.includes(iso3))
  return among.reduce((most, one) => (Math.abs(one.welfare ?? 0) > Math.abs(most.welfare ?? 0) ? one : most)).iso3
}

/** A change of one input. */
interface Variant {
  readonly label: string
  readonly elasticity: Float64Array
  readonly variation: ShockVariation
  /** Resample of the blocs; left out: the central case. */
  readonly resample?: number
}

/** Ends of an interval of 90 % of a normal distribution, in standard deviations. */
const ends = [-1.6449, 1.6449]

/**
 * Returns how the change of one economy moves if one input at a time goes from end to end: the published elasticities always, and what the scenario calls uncertain.
 * The input that moves it most comes first.
 */
export function sensitivityRows(plan: DrawPlan, at: number): SensitivityRow[] {
  return inputsOf(plan)
    .flatMap(({ what, variants }) => {
      const values = variants.flatMap(({ label, elasticity, variation, resample }) => {
        const welfare = solveDraw(plan, { elasticity, variation, resample })
        const value = 100 * ((welfare?.[at] ?? Number.NaN) - 1)
        return Number.isFinite(value) ? [{ label, value }] : []
      })
      if (values.length < 2) return []
      const low = values.reduce((least, one) => (one.value < least.value ? one : least))
      const high = values.reduce((most, one) => (one.value > most.value ? one : most))
      return [{ what, low: low.value, high: high.value, lowAt: low.label, highAt: high.label }]
    })
    .sort((a, b) => b.high - b.low - (a.high - a.low))
}

/** At most so many memberships are tried. */
const mostMemberships = 40

/** Resamples whose blocs differ, each with the number of members as its label. */
function distinctResamples({ names, drawn }: AlignedBlocs): { label: string; resample: number }[] {
  const seen = new Map<string, number>()
  drawn.forEach((blocs, resample) => {
    const key = JSON.stringify(blocs)
    if (!seen.has(key)) seen.set(key, resample)
  })
  return [...seen.values()]
    .slice(0, mostMemberships)
    .map((resample) => ({ label: names.map((name) => `${name} ${drawn[resample]![name]!.length}`).join(', '), resample }))
}

function inputsOf(plan: DrawPlan): { what: string; variants: Variant[] }[] {
  const { scenario, prepared, elasticities, members } = plan
  const centre: ShockVariation = { size: 1, out: outInCentral(members), effects: plan.effects?.central }
  const sets = elasticitySetsOf(prepared.base)
  const inputs = [
    { what: 'the elasticities', variants: sets.map(({ title, values }) => ({ label: title, elasticity: values, variation: centre })) },
  ]
  const spread = scenario.uncertain?.elasticities
  if (typeof spread === 'object')
    inputs.push({
      what: 'all elasticities together',
      variants: ends.map((end) => ({
        label: end < 0 ? 'low' : 'high',
        elasticity: elasticities.values.map((value) => value * Math.exp(spread.spread * end)),
        variation: centre,
      })),
    })
  const size = scenario.uncertain?.size?.spread
  if (size !== undefined)
    inputs.push({
      what: 'the size of the shocks',
      variants: ends.map((end) => ({
        label: end < 0 ? 'small' : 'large',
        elasticity: elasticities.values,
        variation: { ...centre, size: Math.exp(size * end) },
      })),
    })
  const { effects } = plan
  if (effects?.isDrawn === true)
    inputs.push({
      what: 'the estimated effect',
      variants: ends.map((end) => ({
        label: end < 0 ? 'larger loss of trade' : 'smaller',
        elasticity: elasticities.values,
        variation: { ...centre, effects: effects.at(end) },
      })),
    })
  if (plan.aligned !== undefined) {
    const variants = distinctResamples(plan.aligned.blocs).map(({ label, resample }) => ({
      ...{ label, resample },
      elasticity: elasticities.values,
      variation: centre,
    }))
    inputs.push({ what: `who is in ${plan.aligned.blocs.names.join(' and ')}`, variants })
  }
  for (const { at } of members) {
    const others = [...centre.out].filter((one) => one !== at)
    const outs = [new Set(others), new Set([...others, at])]
    inputs.push({
      what: `whether ${prepared.base.economies[at]} takes part`,
      variants: outs.map((out, k) => ({ label: k === 0 ? 'in' : 'out', elasticity: elasticities.values, variation: { ...centre, out } })),
    })
  }
  return inputs
}
