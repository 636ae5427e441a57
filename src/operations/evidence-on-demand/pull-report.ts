/** What became of one request: figures were stored; the provider has none; its answer was refused; it gave none; it was not asked. */
export type SeriesOutcome = 'stored' | 'nothing' | 'refused' | 'failed' | 'not asked'

/** One series that a provider was or would be asked for. */
export interface AskedSeries {
  readonly source: string
  readonly provider: string
  readonly address: string
  /** What is missing, as a phrase. */
  readonly why: string
  readonly outcome: SeriesOutcome
  /** The number of figures that came, if they were stored. */
  readonly figures: number
  /** Why nothing was stored; may quote the provider. Null if something was. */
  readonly says: string | null
}

/** What `--pull` asked, and what came of it. */
export interface PullReport {
  readonly requests: readonly AskedSeries[]
  /** The new snapshot, on which the answer rests; null if nothing was stored. */
  readonly snapshot: string | null
  readonly notes: readonly string[]
}

/** An answer that says what was asked for it. */
export interface WithPull {
  readonly pull?: PullReport
}

/** Returns what `--pull` did, as sentences for stderr. What may quote a provider stands between “ and ”. */
export function pullSentences({ requests, snapshot, notes }: PullReport): string[] {
  const isOffline = requests.length > 0 && requests.every(({ outcome }) => outcome === 'failed' || outcome === 'not asked')
  const addresses = requests.map(({ address, why }) => `  ${address}   (${why})`)
  const told = requests.filter(({ outcome }) => outcome !== 'not asked').map(sentenceOf)
  const left = requests.filter(({ outcome }) => outcome === 'not asked').length
  const unasked = left === 0 || isOffline ? [] : [`${left} more ${left === 1 ? 'was' : 'were'} not asked: ${unaskedWhy(requests)}.`]
  return [
    ...told,
    ...unasked,
    ...notes,
    ...(isOffline ? ['No provider gave an answer. These addresses would be asked:', ...addresses] : []),
    restsOn(snapshot),
  ]
}

function unaskedWhy(requests: readonly AskedSeries[]): string {
  return [...new Set(requests.flatMap(({ outcome, says }) => (outcome === 'not asked' && says !== null ? [says] : [])))].join('; ')
}

function restsOn(snapshot: string | null): string {
  return snapshot === null
    ? 'Nothing was stored: the answer rests on the record as it was.'
    : `The figures are in the new snapshot ${snapshot}, on which the answer rests.`
}

function sentenceOf({ source, provider, why, outcome, figures, says }: AskedSeries): string {
  const about = `${source} (${provider}): ${why}`
  if (outcome === 'stored') return `${about}: ${figures} ${figures === 1 ? 'figure' : 'figures'} stored.`
  if (outcome === 'nothing') return `${about}: it has none.`
  return outcome === 'refused' ? `${about}: its answer was refused: “${says}”.` : `${about}: it gave no answer: “${says}”.`
}
