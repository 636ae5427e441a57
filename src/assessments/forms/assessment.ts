import type { State } from '../../states/index.ts'
import type { Estimate, Snapshot, SourceCard } from '../../store/index.ts'
import type { Holdings } from '../rows/held-rows.ts'
import type { DomainId } from './domains.ts'
import type { Judgement, KeyGap } from './judgement-form.ts'
import type { Ledger } from './ledger-item.ts'
import type { Stage } from './stage.ts'
import type { ThirdState } from './third-state.ts'
import type { TurningPoints } from './turning-points-form.ts'
import type { VoteMap } from './vote-map.ts'

/** The pair, the days between which it is assessed, and what the figures may rest on. */
export interface Dyad {
  readonly a: State
  readonly b: State
  /** First day of the window that a reader asked for; undefined = the latest full year. */
  readonly from: string | undefined
  /** Last day: what is later is left out. */
  readonly to: string
  readonly draws: number
  readonly seed: number
}

/** A dated, named thing behind a judgement: a treaty in force, an opposing vote, a regime, one report of a flow. */
export interface Item {
  readonly kind: 'vote' | 'membership' | 'treaty' | 'regime' | 'report' | 'figure' | 'order' | 'event'
  readonly date: string
  readonly text: string
  readonly source: string
  readonly citation?: string
  /** Of an event: where the text behind it can be read, whether it speaks for a closer tie or against it, and how sure its reviewer was. */
  readonly address?: string
  readonly direction?: 'supports' | 'contradicts'
  readonly confidence?: 'high' | 'moderate' | 'low'
  /** Of an exercise or patrol at one place: where it was. */
  readonly where?: MappedPlace
  /** Of a report: its number, for charts. */
  readonly reported?: RivalReport
}

/** A place, the kilometres from its middle within which a thing was, and how far the middle is from the capitals. */
export interface MappedPlace {
  readonly name: string
  readonly lat: number
  readonly lon: number
  readonly within: number
  readonly from: readonly { readonly capital: string; readonly km: number }[]
}

/** What one reporter says went which way, first to last day. */
export interface RivalReport {
  readonly what: string
  readonly direction: 'a-to-b' | 'b-to-a' | 'both'
  readonly from: string
  readonly to: string
  readonly value: number
  readonly unit: string
  /** Who says so: source, and reporter where the source has several. */
  readonly by: string
  readonly estimated: boolean
}

export interface DomainAssessment {
  readonly id: DomainId
  readonly title: string
  /** The state of the domain's leading figure; observed also where no figure is held and dated events tell of the domain. */
  readonly state: Estimate['state']
  /** Sentences that a memo can take over. */
  readonly summary: string
  /** Levels first; `x.percentile` and `x.change` belong to the level `x`. */
  readonly estimates: readonly Estimate[]
  readonly items: readonly Item[]
  readonly notes: readonly string[]
  /** What would fill the domain, where the record cannot. */
  readonly wouldFill?: string
}

/** A state, or a bloc: then `iso3` holds the bloc's id, which never equals a state's code, and `members` the states that are compared, as of the day. */
export interface AssessedParty {
  readonly iso3: string
  readonly name: string
  readonly members?: readonly string[]
}

export interface Assessment {
  readonly schemaVersion: 1
  readonly a: AssessedParty
  readonly b: AssessedParty
  readonly from: string | null
  readonly to: string
  readonly snapshot: { readonly id: string; readonly created: string }
  readonly seed: number
  readonly headline: readonly string[]
  /** What may be said in words of likelihood; each probability computed from the figures below. */
  readonly judgements: readonly Judgement[]
  /** What the record lacks, the facts first that would change a judgement most. */
  readonly keyGaps: readonly KeyGap[]
  /** Ordinal, from the pair's ledger of evidence; it stands beside the domains and is never averaged with them. Null: there is no ledger of this pair. */
  readonly stage: Stage | null
  /** When the relation changed, as far as yearly series tell. */
  readonly turningPoints: TurningPoints
  /** All votes in common by topic and year; not there where the two have none by the day. */
  readonly voteMap?: VoteMap
  /** States that depend on one of the two, or on both, the most dependent first. */
  readonly thirdStates: readonly ThirdState[]
  readonly domains: readonly DomainAssessment[]
  readonly sources: readonly SourceCard[]
}

/** What each domain is given: the pair, the record, and the cards of its sources by id. */
export interface Bench {
  readonly dyad: Dyad
  readonly snapshot: Snapshot
  readonly cards: ReadonlyMap<string, SourceCard>
  /** The evidence on the pair, where there is a ledger. */
  readonly ledger?: Ledger | undefined
  /** The rows of every pair, where they have been read for all; else those of this pair are read. */
  readonly held?: Holdings
}
