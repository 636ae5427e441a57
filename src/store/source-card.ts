/** The years (or dates) for which a source can speak about one indicator, and about whom. Outside it, silence is unknown; inside, see `absence`. */
export interface Coverage {
  readonly indicator: string
  /** First and last day. */
  readonly from: string
  readonly to: string
  /** Whom it covers, in words: `all UN members`, `19 economies: BEL, CAN, …`. */
  readonly whom: string
  /** The same as ISO3 codes, where it is a list; a figure is unknown for anyone else. */
  readonly states?: readonly string[]
  /** What it means when a pair inside the window has no row. */
  readonly absence: 'unknown' | 'zero' | 'none in force'
}

export interface Licence {
  /** SPDX id or the provider's own name for its terms. */
  readonly id: string
  readonly url?: string
  /** Whether the bundled record may carry its figures. */
  readonly redistribute: boolean
  readonly terms: string
}

/** A file of an edition as it was fetched. */
export interface FetchedFile {
  readonly address: string
  /** The name under which it was read; it begins the rows' `locator`. */
  readonly name: string
  /** When the bytes came, and when the provider last said that they are still the newest; ISO 8601, UTC. */
  readonly fetched: string
  readonly checked: string
  readonly sha256: string
  readonly bytes: number
  readonly etag: string | null
  readonly lastModified: string | null
  /** The checksum that the provider publishes, where it does and the file has it. */
  readonly md5?: string
}

/** What is known about a data set: terms, citation, coverage, quirks. Travels in the manifest of every snapshot that holds its figures. */
export interface SourceCard {
  readonly id: string
  readonly title: string
  readonly provider: string
  /** Official address. */
  readonly url: string
  readonly licence: Licence
  /** As a reference list prints it. */
  readonly citation: string
  /** Which edition these rows are: a date or a release name, and when we read it. */
  readonly vintage: string
  readonly coverage: readonly Coverage[]
  /** What a reader must know before use, a sentence each. */
  readonly quirks: readonly string[]
  /** Of an edition that `visavis pull` fetched: its files. */
  readonly fetched?: readonly FetchedFile[]
}
