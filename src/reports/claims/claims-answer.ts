import type { Claim } from '../../claims/claim.ts'
import type { Block, SourceDocument } from '../../claims/documents/document.ts'
import type { GroundingFault } from '../../claims/grounding/ground-claim.ts'
import type { Inconsistency } from '../../claims/testing/judging/consistency.ts'
import type { ReadProbability } from '../../claims/text/topics/probability-words.ts'
import type { Finding, TextAnswer, Verdict } from '../../claims/verdict.ts'
import type { SourceCard } from '../../store/index.ts'

/** A claim as read, with its verdict. */
export interface AnsweredClaim extends Claim, Omit<Finding, 'verdict' | 'why'> {
  readonly answer: TextAnswer
  /** The verdict; null if there is nothing to check: opinion, causal statement, rhetoric, a forecast without outcome or day. */
  readonly verdict: Verdict | null
  readonly why: string | null
  /** For a quotation: a note on whether the record can verify that the words were said, be they true or not. Undefined without a quotation. */
  readonly saying?: string
  /** For a forecast: the probability that the outlook gives its outcome, or why it gives none. Undefined for other claims. */
  readonly ours?: OurForecast
}

/** What the outlook says of the outcome that a forecast of a text names; all but `why` null where no target measures it. */
export interface OurForecast {
  readonly target: string | null
  readonly title: string | null
  readonly probability: number | null
  /** Of no change, or the base rate of the event. */
  readonly baseline: number | null
  /** ISO day from which it could be settled. */
  readonly resolvesOn: string | null
  /** Why there is none. */
  readonly why: string | null
}

/** A sentence with its answer. */
export interface AnsweredSentence {
  readonly sentence_index: number
  readonly text: string
  /** Index of the paragraph, heading, list item or table row that contains the sentence. */
  readonly block: number
  readonly within: Block['kind']
  /** Page of a PDF; null for other documents. */
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

/** A share of claims that are supported, with Wilson's 90 % interval. */
export interface ClaimShare {
  readonly supported: number
  readonly of: number
  readonly share: number
  readonly low: number
  readonly high: number
}

/** The summary that is shown above the text. */
export interface ReadSummary {
  readonly sentences: number
  /** Number of sentences with a checkable claim. */
  readonly checkable: number
  /** Number of sentences with at least one claim that the record supports or contradicts. */
  readonly answered: number
  /** Number of sentences by their answer. */
  readonly byAnswer: Readonly<Record<Exclude<TextAnswer, 'not-read' | 'no-claim'>, number>> & {
    readonly 'not-read'?: number
    readonly 'no-claim'?: number
  }
  /** Number of checkable claims; `byVerdict` counts them by verdict. */
  readonly claims: number
  readonly byVerdict: Readonly<Record<Verdict, number>>
  /** Share of supported claims among those that the record settled; null if none was settled. */
  readonly supported: ClaimShare | null
  /** Share of supported claims in comparable texts. */
  readonly baseRate: ClaimShare & { readonly partly: number; readonly contradicted: number; readonly from: string }
}

/** What the record measures of that which some sentences only assert. */
export interface Bearing {
  /** A phrase: `trade of China and Russia`. */
  readonly what: string
  /** The command that shows the figures. */
  readonly command: string
  /** Indexes of the sentences. */
  readonly sentences: readonly number[]
}

/** A person or body that the text quotes. */
export interface Quoted {
  readonly name: string
  readonly sentences: readonly number[]
}

/** Claims that a reader offered and the text does not bear out, by the first reason. */
export interface DroppedClaims extends Readonly<Record<GroundingFault, number>> {
  /** A slot of a wrong type, a state that is not known, a unit that does not fit. */
  readonly slots: number
  /** The same claim of the same sentence again. */
  readonly repeated: number
  /** More claims than are examined of a sentence. */
  readonly surplus: number
}

/** The server that read a text in place of our rules, and what came of it. */
export interface ReaderReport {
  readonly address: string
  readonly model: string
  /** Number of sentences sent, and of those that got no answer or were not sent. */
  readonly sentences: { readonly sent: number; readonly notRead: number }
  /** `failed`: after a second attempt; `unsent`: not made, after three failures in a row. */
  readonly requests: { readonly answered: number; readonly failed: number; readonly unsent: number }
  /** Why requests failed, each reason once. */
  readonly failures: readonly string[]
  readonly offered: number
  readonly kept: number
  readonly dropped: DroppedClaims
}

/** The answer of `visavis read`. */
export interface ReadAnswer {
  readonly schemaVersion: 1
  readonly document: Omit<SourceDocument, 'blocks' | 'date'> & {
    /** Day against which relative dates, such as `last year`, are read. */
    readonly date: string
    readonly dateFrom: 'given' | 'document' | 'today'
    /** Hash of the document's bytes. */
    readonly sha256: string
  }
  readonly snapshot: { readonly id: string; readonly created: string }
  /** With `--reader`: the server that read the text. Null where our rules read it. */
  readonly reader: ReaderReport | null
  readonly summary: ReadSummary
  readonly sentences: readonly AnsweredSentence[]
  readonly claims: readonly AnsweredClaim[]
  readonly unread: readonly UnreadPart[]
  /** Contradictions between claims of the text, independent of the record. */
  readonly inconsistencies: readonly Inconsistency[]
  /** What the record measures of the sentences without a verdict, the most sentences first. */
  readonly bearing: readonly Bearing[]
  /** Whom the text quotes: the record cannot verify sayings. */
  readonly quoted: readonly Quoted[]
  /** Sources cited by the verdicts. */
  readonly sources: readonly SourceCard[]
  /** With `--keep`: number of forecasts added to the ledger, number of those already there, and folder of the ledger. Null without `--keep`. */
  readonly kept: { readonly added: number; readonly there: number; readonly folder: string } | null
  /** With `--fail-on`: the condition, and whether the text meets it and thus fails. Null without `--fail-on`. */
  readonly failOn: { readonly asked: 'contradicted' | 'partly' | 'inconsistent'; readonly met: boolean } | null
}

/** A saved forecast or dated promise; the file is never changed. */
export interface SavedForecast {
  readonly schemaVersion: 1
  readonly id: string
  /** When the forecast was saved, in UTC. */
  readonly kept: string
  /** Last day of the forecast's period; null without a period: the forecast never comes due. */
  readonly due: string | null
  /** Probability of the forecast's word of likelihood, as defined when it was saved; null without such a word. */
  readonly probability: ReadProbability | null
  /** What the outlook gave the outcome when it was saved; undefined in files of earlier versions. */
  readonly ours?: OurForecast
  readonly document: Pick<ReadAnswer['document'], 'name' | 'title' | 'author' | 'date' | 'sha256'>
  readonly claim: Claim
}

/** The resolution of a forecast by one snapshot. */
export interface ResolutionAnswer {
  readonly schemaVersion: 1
  /** Id of the forecast. */
  readonly forecast: string
  readonly resolved: string
  /** Day on which the forecast was resolved against the snapshot. */
  readonly on: string
  readonly snapshot: string
  readonly verdict: Verdict
  readonly why: string
  /** Brier score, (probability − outcome)²: 0 is best, a probability of one half scores 0.25. Null without a probability or a clear outcome. */
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
  /** Next day on which a forecast comes due; null if there is none. */
  readonly next: string | null
  /** Number of forecasts without a due day. */
  readonly undated: number
  readonly score: { readonly resolved: number; readonly came: number; readonly scored: number; readonly brier: number | null }
}
