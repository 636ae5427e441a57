import type { ScenarioModel, SecondStart } from './solve-scenario.ts'

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
  readonly published: readonly PublishedComparison[]
  readonly gap: string | null
  readonly notes: readonly string[]
}
