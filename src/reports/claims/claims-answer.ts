import type { Claim } from '../../claims/claim.ts'
import type { Block, SourceDocument } from '../../claims/documents/document.ts'
import type { Inconsistency } from '../../claims/testing/judging/consistency.ts'
import type { ReadProbability } from '../../claims/text/topics/probability-words.ts'
import type { Finding, TextAnswer, Verdict } from '../../claims/verdict.ts'
import type { SourceCard } from '../../store/index.ts'

/** A claim as it was understood, and what the record says of it. */
export interface AnsweredClaim extends Claim, Omit<Finding, 'verdict' | 'why'> {
  readonly answer: TextAnswer
  /** Null where there is nothing to check: opinion, causal talk, rhetoric, a forecast without outcome or day. */
  readonly verdict: Verdict | null
  readonly why: string | null
  /** That it was said, apart from whether it is so; only where somebody is quoted. */
  readonly saying?: string
}

/** A sentence of the text with the one answer that it got; its claims have theirs. */
export interface AnsweredSentence {
  readonly sentence_index: number
  readonly text: string
  /** Which paragraph, heading, item or row of the text it stands in. */
  readonly block: number
  readonly within: Block['kind']
  /** Page of a PDF. */
  readonly page: number | null
  readonly answer: TextAnswer
  /** How many of `claims` are of this sentence. */
  readonly claims: number
}

/** A heading, a row of a table, a part without sentences or in another language: shown, not read for claims. */
export interface UnreadPart {
  readonly block: number
  readonly within: Block['kind']
  readonly page: number | null
  readonly text: string
}

/** A share of claims with Wilson's 90 % interval. */
export interface ClaimShare {
  readonly supported: number
  readonly of: number
  readonly share: number
  readonly low: number
  readonly high: number
}

/** What stands above the text. */
export interface ReadSummary {
  readonly sentences: number
  /** Sentences with a claim that can be checked. */
  readonly checkable: number
  /** Sentences of which the record answered a claim. */
  readonly answered: number
  /** Sentences by their answer. */
  readonly byAnswer: Readonly<Record<Exclude<TextAnswer, 'not-read'>, number>> & { readonly 'not-read'?: number }
  /** Claims that can be checked, and their verdicts. */
  readonly claims: number
  readonly byVerdict: Readonly<Record<Verdict, number>>
  /** Of the claims that were answered; null where none was. */
  readonly supported: ClaimShare | null
  /** How often a claim of such texts is right when checked. */
  readonly baseRate: ClaimShare & { readonly partly: number; readonly contradicted: number; readonly from: string }
}

/** What `visavis read` answers. */
export interface ReadAnswer {
  readonly schemaVersion: 1
  readonly document: Omit<SourceDocument, 'blocks' | 'date'> & {
    /** Day against which relative times were read. */
    readonly date: string
    readonly dateFrom: 'given' | 'document' | 'today'
    /** Of the bytes that were read. */
    readonly sha256: string
  }
  readonly snapshot: { readonly id: string; readonly created: string }
  readonly summary: ReadSummary
  readonly sentences: readonly AnsweredSentence[]
  readonly claims: readonly AnsweredClaim[]
  readonly unread: readonly UnreadPart[]
  /** What in the text contradicts itself, whatever the record says. */
  readonly inconsistencies: readonly Inconsistency[]
  /** Cards of the sources that the verdicts rest on. */
  readonly sources: readonly SourceCard[]
  /** With `--keep`: how many forecasts were put into the ledger, how many were there already, and where it is. */
  readonly kept: { readonly added: number; readonly there: number; readonly folder: string } | null
  /** With `--fail-on`: whether a claim is so, or the text at odds with itself. */
  readonly failOn: { readonly asked: 'contradicted' | 'partly' | 'inconsistent'; readonly met: boolean } | null
}

/** A forecast or dated promise as it stands in the ledger: written once. */
export interface KeptForecast {
  readonly schemaVersion: 1
  readonly id: string
  /** Instant at which it was kept, UTC. */
  readonly kept: string
  /** Last day of its period; null where it names none and can never come due. */
  readonly due: string | null
  /** What its word of likelihood stood for when it was kept; null where it has none. */
  readonly probability: ReadProbability | null
  readonly document: Pick<ReadAnswer['document'], 'name' | 'title' | 'author' | 'date' | 'sha256'>
  readonly claim: Claim
}

/** How a forecast came out by one snapshot. */
export interface ResolutionAnswer {
  readonly schemaVersion: 1
  /** Id of the forecast. */
  readonly forecast: string
  readonly resolved: string
  /** Day as of which it was resolved. */
  readonly on: string
  readonly snapshot: string
  readonly verdict: Verdict
  readonly why: string
  /** (probability - outcome)², where the forecast gave a probability and came true or did not: 0 best, 0.25 is what a coin would score. */
  readonly brier: number | null
}

/** What `visavis claims due` answers. */
export interface DueAnswer {
  readonly schemaVersion: 1
  readonly on: string
  readonly snapshot: { readonly id: string; readonly created: string }
  readonly folder: string
  readonly due: readonly (KeptForecast & {
    readonly resolution: ResolutionAnswer
    readonly wouldSettle: string | null
    readonly earlier: readonly ResolutionAnswer[]
  })[]
  /** Forecasts whose day has not come. */
  readonly waiting: number
  /** The next day on which one comes due. */
  readonly next: string | null
  /** Forecasts that name no day. */
  readonly undated: number
  readonly score: { readonly resolved: number; readonly came: number; readonly scored: number; readonly brier: number | null }
}
