import type { State } from '../../states/index.ts'
import type { Estimate, Known, Snapshot, SourceCard } from '../../store/index.ts'
import type { LoadedRows } from '../rows/observation-row.ts'
import type { BriefOutlook } from './brief-outlook-form.ts'
import type { DomainId } from './domains.ts'
import type { Judgement, KeyGap } from './judgement-form.ts'
import type { Ledger } from './ledger-item.ts'
import type { OverTime } from './over-time-form.ts'
import type { Stage } from './stage.ts'
import type { StandingAcross, StandingSentence } from './standing-sentence.ts'
import type { ClosenessSentence, Statement } from './statement.ts'
import type { ThirdState } from './third-state.ts'
import type { TurningPoints } from './turning-points-form.ts'
import type { VoteMap } from './vote-map.ts'

/** The pair, the period of the assessment, and the number of draws and the seed for intervals. */
export interface Dyad {
  readonly a: State
  readonly b: State
  /** First day of the requested window; undefined = the latest full year. */
  readonly from: string | undefined
  /** Last day; later data are left out. */
  readonly to: string
  readonly draws: number
  readonly seed: number
}

/** A dated, named piece of evidence: a treaty in force, an opposing vote, a regime, or one report of a flow. */
export interface Item {
  readonly kind: 'vote' | 'membership' | 'treaty' | 'regime' | 'report' | 'figure' | 'order' | 'event' | 'conflict' | 'relation' | 'claim'
  readonly date: string
  readonly text: string
  readonly source: string
  readonly citation?: string
  /** For an event: link to the source text, whether it indicates a closer tie or a weaker one, and the reviewer's confidence. */
  readonly address?: string
  readonly direction?: 'supports' | 'contradicts'
  readonly confidence?: 'high' | 'moderate' | 'low'
  /** For a relation: its kind in the reviewed table, and its last day; null if it stands. */
  readonly relation?: { readonly kind: string; readonly to: string | null }
  /** For a treaty whose promise says little of a pair: why, as the end of a sentence. */
  readonly loose?: string
  /** For an exercise or patrol at a single place: the place. */
  readonly where?: MappedPlace
  /** For a report: its value, for charts. */
  readonly reported?: RivalReport
}

/** A place with its radius in kilometres (`within`) and its distances from the capitals. */
export interface MappedPlace {
  readonly name: string
  readonly lat: number
  readonly lon: number
  readonly within: number
  readonly from: readonly { readonly capital: string; readonly km: number }[]
}

/** One reported flow with its direction, value, and first and last day. */
export interface RivalReport {
  readonly what: string
  readonly direction: 'a-to-b' | 'b-to-a' | 'both'
  readonly from: string
  readonly to: string
  readonly value: number
  readonly unit: string
  /** The source, with the reporter where the source has several. */
  readonly by: string
  readonly estimated: boolean
}

export interface DomainAssessment {
  readonly id: DomainId
  readonly title: string
  /** The state of the domain's leading figure; also observed where there are dated events but no figure. */
  readonly state: Estimate['state']
  /** Sentences that can be copied into a memo. */
  readonly summary: string
  /** Levels first; `x.percentile` and `x.change` belong to the level `x`. */
  readonly estimates: readonly Estimate[]
  readonly items: readonly Item[]
  readonly notes: readonly string[]
  /** Data that would fill the domain where the record has none. */
  readonly wouldFill?: string
}

/** A state or a bloc. For a bloc, `iso3` holds its id, which never equals a state's code, and `members` the states compared on the day. */
export interface AssessedParty {
  readonly iso3: string
  readonly name: string
  /** Numbers of a state on the day in the lists of Correlates of War and of Gleditsch and Ward; null where a list does not have it, absent for a bloc. */
  readonly cow?: number | null
  readonly gw?: number | null
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
  /** The class in which the two stand to each other; absent for blocs, before 1946, and where the record is older than the tables of facts. */
  readonly standing?: StandingSentence
  /** Of blocs: in which class each pair of members stands, counted; absent for two states, before 1946, and where the record is older than the tables of facts. */
  readonly standingAcross?: StandingAcross
  /** How close the two are, and what the record's facts and figures say of them, the weightiest first; absent for blocs. */
  readonly closeness?: ClosenessSentence
  readonly statements?: readonly Statement[]
  /** Standing and goods trade by year. */
  readonly overTime: OverTime
  /** Judgements in words of likelihood, each with a probability computed from the figures below. */
  readonly judgements: readonly Judgement[]
  /** At most three statements five years ahead; absent for blocs, for a day before that of the record, and where nothing is forecast. */
  readonly outlook?: BriefOutlook
  /** Missing facts, ordered by how much they could change a judgement. */
  readonly keyGaps: readonly KeyGap[]
  /** Ordinal, from the pair's ledger of evidence. It is shown beside the domains and never averaged with them. Null where the pair has no ledger. */
  readonly stage: Stage | null
  /** Structural breaks in the yearly series. */
  readonly turningPoints: TurningPoints
  /** All common votes by topic and year; absent where the two have none by the day. */
  readonly voteMap?: VoteMap
  /** States that depend on one of the two, or on both, the most dependent first. */
  readonly thirdStates: readonly ThirdState[]
  /** Third states through which goods under an export ban may go from one of the two to the other; absent where nothing is known of it. */
  readonly routes?: { readonly sentences: readonly string[]; readonly excess: readonly Known[] }
  readonly domains: readonly DomainAssessment[]
  readonly sources: readonly SourceCard[]
}

/** What every domain is assessed from: the pair, the record, and the source cards by id. */
export interface DomainInputs {
  readonly dyad: Dyad
  readonly snapshot: Snapshot
  readonly cards: ReadonlyMap<string, SourceCard>
  /** The evidence on the pair, where there is a ledger. */
  readonly ledger?: Ledger | undefined
  /** The rows of all pairs, where they were read together; otherwise the rows of this pair are read on demand. */
  readonly held?: LoadedRows
  /** Leaves out the votes of single years (`kappa_quadratic.series`), each a bootstrap, which a table of all pairs does not have. */
  readonly withoutYears?: boolean
}
