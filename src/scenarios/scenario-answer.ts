import type { AlignmentMeasure, MeasuredAlignment, StateShares } from './shocks/alignment.ts'
import type { WithdrawalEffect } from './shocks/estimated-effects.ts'
import type { ScenarioModel, SecondStart } from './solve-scenario.ts'
import type { VarianceShares } from './variance-shares.ts'

/** A change in per cent, with what the draws say of it: null where nothing was drawn or nothing is defined. */
export interface DrawnChange {
  readonly welfare: number | null
  readonly median: number | null
  readonly low90: number | null
  readonly high90: number | null
}

/** What a scenario does to one economy. */
export interface ScenarioResult extends DrawnChange {
  /** ISO3, or the base's own code of the rest of the world. */
  readonly iso3: string
  readonly name: string
  /** Change of the value of exports and imports in per cent, as shares of world output. */
  readonly exports: number | null
  readonly imports: number | null
  /** Change of trade in both directions in per cent, with the economies that a shock names, the ten largest partners, and the file's groups by their names. */
  readonly trade_with: Readonly<Record<string, number | null>>
  readonly converged: boolean
}

/** The mean change of a group, weighted by spending. */
export interface GroupResult extends DrawnChange {
  readonly name: string
  readonly members: readonly string[]
}

/** How the headline moves if one thing is changed from end to end. */
export interface SensitivityRow {
  readonly what: string
  readonly low: number
  readonly high: number
  readonly lowAt: string
  readonly highAt: string
}

/** What the end of an agreement does to trade and to its cost, before prices adjust. */
export interface EffectRow extends WithdrawalEffect {
  /** Change of trade in per cent, and 90 % of the distribution of the estimate; null if its error is unknown. */
  readonly trade: number
  readonly low90: number | null
  readonly high90: number | null
  /** Change of trade costs in per cent over the sectors, by their elasticities. */
  readonly cost: { readonly least: number; readonly greatest: number }
}

/** How much of the spread of one result comes from what. */
export interface SpreadRow extends VarianceShares {
  /** ISO3 of an economy, or the name of a group. */
  readonly who: string
  readonly name: string
}

/** Who was how often in which bloc. */
export interface AlignmentOfAnswer {
  readonly measure: AlignmentMeasure
  readonly from: number
  readonly until: number
  readonly rollCalls: number
  readonly seed: number
  /** Resamples of the votes; in `together` of them two blocs share a community, and they are left out. */
  readonly resamples: number
  readonly together: number
  /** For ideal points, the middle part of the way between two blocs that belongs to neither; null for communities. */
  readonly neutral: number | null
  readonly blocs: readonly { readonly name: string; readonly poles: readonly string[]; readonly central: readonly string[] }[]
  /** Share of the resamples by bloc; what is missing from 1 is in none. */
  readonly members: readonly (StateShares & { readonly name: string })[]
  /** Economies of the base that are in no bloc in any draw, since they did not vote enough or were not to be drawn. */
  readonly unplaced: readonly string[]
  readonly sources: MeasuredAlignment['sources']
  /** The command that measures the same votes. */
  readonly command: string
}

/** A published figure of the same question beside ours. */
export interface PublishedComparison {
  readonly who: string
  readonly published: number
  readonly ours: number | null
  readonly where: string
}

/** The answer to a scenario. */
export interface ScenarioAnswer {
  readonly schemaVersion: 1
  readonly preset: string | null
  readonly scenario: {
    readonly name: string
    readonly model: ScenarioModel
    readonly deficits: 'additive' | 'multiplicative'
    readonly elasticities: { readonly id: string; readonly title: string; readonly citation: string | null }
    readonly shocks: readonly string[]
    readonly uncertain: readonly string[]
    readonly draws: number
    readonly seed: number
  }
  readonly base: {
    readonly id: string
    readonly title: string
    readonly year: number
    readonly source: string
    readonly licence: string
    readonly notes: readonly string[]
    readonly lacking: readonly string[]
  }
  readonly convergence: {
    readonly converged: boolean
    readonly steps: number
    readonly residual: number
    readonly secondStart: SecondStart
    readonly drawsFailed: number
  }
  readonly results: readonly ScenarioResult[]
  readonly groups: readonly GroupResult[]
  /** The economy whose change `moves` is about. */
  readonly headline: string
  readonly moves: readonly SensitivityRow[]
  /** Parts of the spread by source; empty unless it was asked for or blocs are drawn. */
  readonly spread: readonly SpreadRow[]
  /** One for each agreement that ends. */
  readonly effects: readonly EffectRow[]
  /** Null if the members of no bloc were drawn from a measured alignment. */
  readonly alignment: AlignmentOfAnswer | null
  readonly published: readonly PublishedComparison[]
  readonly gap: string | null
  readonly notes: readonly string[]
}
