import type { Claim } from '../../claims/claim.ts'
import type { Block, SourceDocument } from '../../claims/documents/document.ts'
import type { Inconsistency } from '../../claims/testing/judging/consistency.ts'
import type { ReadProbability } from '../../claims/text/topics/probability-words.ts'
import type { Finding, TextAnswer, Verdict } from '../../claims/verdict.ts'
import type { SourceCard } from '../../store/index.ts'

/** A claim as read, with its verdict. */
export interface AnsweredClaim extends Claim, Omit<Finding, 'verdict' | 'why'> {
  readonly answer: TextAnswer
  /** Null where there is nothing to check: opinion, causal statement, rhetoric, a forecast without outcome or day. */
  readonly verdict: Verdict | null
  readonly why: string | null
  /** For a quotation: whether it was said, independent of whether it is true. */
  readonly saying?: string
}

/** A sentence with its answer. */
export interface AnsweredSentence {
  readonly sentence_index: number
  readonly text: string
  /** Index of the paragraph, heading, list item or table row. */
  readonly block: number
  readonly within: Block['kind']
  /** Page of a PDF. */
  readonly page: number | null
  readonly answer: TextAnswer
  /** Number of claims in this sentence. */
  readonly claims: number
}

/** A part of the text that is shown but not read for claims: a heading, a table row, a block without sentences or in another language. */
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

/** Summary shown above the text. */
export interface ReadSummary {
  readonly sentences: number
  /** Sentences with a checkable claim. */
  readonly checkable: number
  /** Sentences of which the record settled a claim. */
  readonly answered: number
  /** Sentences by their answer. */
  readonly byAnswer: Readonly<Record<Exclude<TextAnswer, 'not-read'>, number>> & { readonly 'not-read'?: number }
  /** Checkable claims, and their verdicts. */
  readonly claims: number
  readonly byVerdict: Readonly<Record<Verdict, number>>
  /** Share of settled claims that are supported; null where none was settled. */
  readonly supported: ClaimShare | null
  /** Share of supported claims in comparable texts. */
  readonly baseRate: ClaimShare & { readonly partly: number; readonly contradicted: number; readonly from: string }
}

/** The answer of `visavis read`. */
export interface ReadAnswer {
  readonly schemaVersion: 1
  readonly document: Omit<SourceDocument, 'blocks' | 'date'> & {
    /** Reference day for relative dates. */
    readonly date: string
    readonly dateFrom: 'given' | 'document' | 'today'
    /** Hash of the document's bytes. */
    readonly sha256: string
  }
  readonly snapshot: { readonly id: string; readonly created: string }
  readonly summary: ReadSummary
  readonly sentences: readonly AnsweredSentence[]
  readonly claims: readonly AnsweredClaim[]
  readonly unread: readonly UnreadPart[]
  /** Contradictions within the text, independent of the record. */
  readonly inconsistencies: readonly Inconsistency[]
  /** Sources cited by the verdicts. */
  readonly sources: readonly SourceCard[]
  /** With `--keep`: forecasts added to the ledger, those already there, and the folder. */
  readonly kept: { readonly added: number; readonly there: number; readonly folder: string } | null
  /** With `--fail-on`: whether the text fails. */
  readonly failOn: { readonly asked: 'contradicted' | 'partly' | 'inconsistent'; readonly met: boolean } | null
}

/** A saved forecast or dated promise; never changed. */
export interface SavedForecast {
  readonly schemaVersion: 1
  readonly id: string
  /** When it was saved, UTC. */
  readonly kept: string
  /** Last day of its period; null where it has none, so that it can never come due. */
  readonly due: string | null
  /** Probability of its word of likelihood, as defined when it was saved; null where it has none. */
  readonly probability: ReadProbability | null
  readonly document: Pick<ReadAnswer['document'], 'name' | 'title' | 'author' | 'date' | 'sha256'>
  readonly claim: Claim
}

/** The resolution of a forecast by one snapshot. */
export interface ResolutionAnswer {
  readonly schemaVersion: 1
  /** Id of the forecast. */
  readonly forecast: string
  readonly resolved: string
  /** As-of day of the resolution. */
  readonly on: string
  readonly snapshot: string
  readonly verdict: Verdict
  readonly why: string
  /** Brier score, (probability - outcome)²: 0 is best, 0.25 is a coin toss. Null without a probability or a clear outcome. */
  readonly brier: number | null
}

/** The answer of `visavis claims due`. */
export interface DueAnswer {
  readonly schemaVersion: 1
  readonly on: string
  readonly snapshot: { readonly id: string; readonly created: string }
  readonly folder: string
  readonly due: readonly (SavedForecast & {
    readonly resolution: ResolutionAnswer
    readonly wouldSettle: string | null
    readonly earlier: readonly ResolutionAnswer[]
  })[]
  /** Number of forecasts not yet due. */
  readonly waiting: number
  /** Next due day. */
  readonly next: string | null
  /** Number of forecasts without a day. */
  readonly undated: number
  readonly score: { readonly resolved: number; readonly came: number; readonly scored: number; readonly brier: number | null }
}
