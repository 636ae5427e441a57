/** The period and the states for which a source covers an indicator. A missing row outside the coverage means unknown, inside it what `absence` states. */
export interface Coverage {
  readonly indicator: string
  /** First and last day of the period. */
  readonly from: string
  readonly to: string
  /** The states covered, in words: `all UN members`, `19 economies: BEL, CAN, …`. */
  readonly whom: string
  /** The states covered as ISO3 codes, if they form a list; a figure of any other state is unknown. */
  readonly states?: readonly string[]
  /** `cow`: it speaks of every two states that have a number in the list of the Correlates of War on a day of the year, those without any row among them. */
  readonly universe?: 'cow'
  /** What a missing row of a pair means within the coverage. */
  readonly absence: 'unknown' | 'zero' | 'none in force' | 'under the threshold'
  /** The least amount of a row, in the unit of the indicator, where a missing row means less than that: `under the threshold`. */
  readonly threshold?: number
  /** States of `states` that the source has no report of: it knows of them by their partners only, and a missing row between two of them means nothing. */
  readonly silent?: readonly string[]
}

export interface Licence {
  /** SPDX id, or the provider's name for its terms. */
  readonly id: string
  readonly url?: string
  /** Whether the bundled record may include its figures. */
  readonly redistribute: boolean
  readonly terms: string
}

/** A downloaded file of an edition. */
export interface FetchedFile {
  readonly address: string
  /** The name under which the file was read; the `locator` of its rows begins with this name. */
  readonly name: string
  /** When the file was downloaded (`fetched`), and when the provider last confirmed that it is the newest (`checked`); ISO 8601, UTC. */
  readonly fetched: string
  readonly checked: string
  readonly sha256: string
  readonly bytes: number
  readonly etag: string | null
  readonly lastModified: string | null
  /** The checksum that the provider publishes, if there is one; the file matches it. */
  readonly md5?: string
}

/** The card of a data set: terms, citation, coverage, peculiarities. The manifest of every snapshot with figures of the data set contains the card. */
export interface SourceCard {
  readonly id: string
  readonly title: string
  readonly provider: string
  /** The official address of the data set. */
  readonly url: string
  readonly licence: Licence
  /** The citation as it appears in a list of references. */
  readonly citation: string
  /** The edition of the rows: a date or a release name, and when it was read. */
  readonly vintage: string
  readonly coverage: readonly Coverage[]
  /** What a user must know about the figures, one sentence each. */
  readonly quirks: readonly string[]
  /** The files of an edition that `visavis pull` downloaded. */
  readonly fetched?: readonly FetchedFile[]
}

/** What follows the name of a source in its title: its contents, its edition, how it is broken down, that it has dates. */
const detail = /[:(].*$|, (?:with |[A-Z0-9]).*$|(?<=^BACI),.*$| by [a-z].*$/

/**
 * Shortens the title of a source to its name.
 *
 * @example shortTitle('UCDP/PRIO Armed Conflict Dataset 25.1: pairs of states')   // 'UCDP/PRIO Armed Conflict Dataset 25.1'
 * @example shortTitle('UK trade in goods by country')   // 'UK trade in goods'
 */
export const shortTitle = (title: string): string => title.replace(detail, '').trim()
