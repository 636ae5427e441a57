/** The period for which a source covers one indicator, and for which states. Outside it a missing row is unknown; inside, see `absence`. */
export interface Coverage {
  readonly indicator: string
  /** First and last day. */
  readonly from: string
  readonly to: string
  /** The states covered, in words: `all UN members`, `19 economies: BEL, CAN, …`. */
  readonly whom: string
  /** The same as ISO3 codes, where it is a list; a figure of any other state is unknown. */
  readonly states?: readonly string[]
  /** The meaning of a missing row of a pair within the coverage. */
  readonly absence: 'unknown' | 'zero' | 'none in force'
}

export interface Licence {
  /** SPDX id, or the provider's name for its terms. */
  readonly id: string
  readonly url?: string
  /** Whether the bundled record may include its figures. */
  readonly redistribute: boolean
  readonly terms: string
}

/** A fetched file of an edition. */
export interface FetchedFile {
  readonly address: string
  /** The name under which it was read; the rows' `locator` begins with it. */
  readonly name: string
  /** When the bytes were fetched, and when the provider last confirmed that they are the newest; ISO 8601, UTC. */
  readonly fetched: string
  readonly checked: string
  readonly sha256: string
  readonly bytes: number
  readonly etag: string | null
  readonly lastModified: string | null
  /** The checksum that the provider publishes, where there is one and the file matches it. */
  readonly md5?: string
}

/** The card of a data set: terms, citation, coverage, quirks. It is part of the manifest of every snapshot with its figures. */
export interface SourceCard {
  readonly id: string
  readonly title: string
  readonly provider: string
  /** Official address. */
  readonly url: string
  readonly licence: Licence
  /** As printed in a list of references. */
  readonly citation: string
  /** The edition of the rows: a date or a release name, and when it was read. */
  readonly vintage: string
  readonly coverage: readonly Coverage[]
  /** What a user must know about the figures, a sentence each. */
  readonly quirks: readonly string[]
  /** The files of an edition that `visavis pull` fetched. */
  readonly fetched?: readonly FetchedFile[]
}
