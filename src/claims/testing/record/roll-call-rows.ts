import { votersOf } from '../../../assessments/forms/roll-calls.ts'
import { grouped } from '../../../assessments/rows/grouped.ts'
import { cachedBySnapshot, type SnapshotCache } from '../../../assessments/rows/snapshot-cache.ts'
import type { Snapshot } from '../../../store/index.ts'
import { topicStems } from '../../text/topics/topic-stems.ts'

/** A recorded vote in the form that claims are tested with. */
export interface RollCallRow {
  readonly date: string
  readonly session: string
  readonly symbol: string
  readonly title: string
  readonly kind: string
  readonly yes: number
  readonly abstain: number
  readonly no: number
  readonly votes: string
  readonly source: string
  readonly vintage: string
  /** The table of the record that holds the vote. */
  readonly table: 'roll_calls' | 'cited_roll_calls'
}

export type VotePosition = 'yes' | 'abstain' | 'no'

const positions: Readonly<Record<string, VotePosition>> = { '1': 'yes', '2': 'abstain', '3': 'no' }

export interface RollCallTable {
  readonly rows: readonly RollCallRow[]
  /** First and last day of the votes. */
  readonly from: string
  readonly to: string
  /** Returns a state's position in a vote; undefined if none is recorded. */
  position(row: RollCallRow, state: string): VotePosition | undefined
  /** Returns the votes on the texts with these symbols, in chronological order. */
  withSymbols(symbols: readonly string[]): readonly RollCallRow[]
  /** Returns the word stems of a title, each once. */
  words(row: RollCallRow): ReadonlySet<string>
  /** Returns the votes whose titles share at least one of the words, in chronological order. */
  titleMatches(words: Iterable<string>): readonly TitleMatch[]
}

/**
 * A vote whose title shares words with a text. The rarer a word is in titles, the more it weighs: the logarithm of the number of titles divided by the number
 * of titles with the word.
 */
export interface TitleMatch {
  readonly row: RollCallRow
  /** Total weight of the shared words. */
  readonly shared: number
  /** Number of shared words. */
  readonly words: number
  /** Total weight of the shared words, lowered if the title also has other words. */
  readonly score: number
}

/** Reads every recorded vote of the snapshot, once: those of the data sets, and those that are cited in a single text and missing from the data sets. */
export const rollCallTable: SnapshotCache<[], RollCallTable> = cachedBySnapshot(async (snapshot) => {
  const voters = await votersOf(snapshot)
  const rows = [...(await rowsOfDataSets(snapshot)), ...(await citedRows(snapshot, voters))]
  rows.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
  return tableOf(rows, new Map(voters.map((voter, i) => [voter, i])))
})

async function rowsOfDataSets(snapshot: Snapshot): Promise<RollCallRow[]> {
  const names = ['date', 'session', 'symbol', 'title', 'kind', 'yes', 'abstain', 'no', 'votes', 'source', 'vintage'] as const
  const found = await snapshot.columns(`SELECT ${names.join(', ')} FROM roll_calls ORDER BY date, id`)
  const cell = (name: (typeof names)[number], i: number): unknown => found[name]![i] ?? (name === 'title' ? '' : 0)
  return (found['date'] ?? []).map(
    (_, i) => ({ ...Object.fromEntries(names.map((name) => [name, cell(name, i)])), table: 'roll_calls' }) as unknown as RollCallRow,
  )
}

/** Reads the votes cited in single texts, except those that a data set also has. */
async function citedRows(snapshot: Snapshot, voters: readonly string[]): Promise<RollCallRow[]> {
  const found = await snapshot.rows(
    `SELECT symbol, date, session, title, yes, no, abstain, source, vintage FROM cited_roll_calls
     WHERE symbol NOT IN (SELECT symbol FROM roll_calls WHERE symbol IS NOT NULL) ORDER BY date, symbol`,
  )
  return found.map(({ symbol, date, session, title, yes, no, abstain, source, vintage }) => {
    const [inFavour, abstaining, against] = [yes, abstain, no].map((side) => new Set(String(side).split(' ').filter(Boolean)))
    const mark = (voter: string): string => (inFavour!.has(voter) ? '1' : abstaining!.has(voter) ? '2' : against!.has(voter) ? '3' : '.')
    const counts = { yes: inFavour!.size, abstain: abstaining!.size, no: against!.size }
    const votes = voters.map(mark).join('')
    return { symbol, date, session, title, kind: 'whole', ...counts, votes, source, vintage, table: 'cited_roll_calls' } as RollCallRow
  })
}

function tableOf(rows: readonly RollCallRow[], places: ReadonlyMap<string, number>): RollCallTable {
  const words = new Map<RollCallRow, ReadonlySet<string>>()
  const wordsOf = (row: RollCallRow): ReadonlySet<string> => {
    const known = words.get(row)
    if (known !== undefined) return known
    const own = topicStems(String(row.title))
    words.set(row, own)
    return own
  }
  let weighed: TitleWeights | undefined
  const bySymbol = grouped(rows, ({ symbol }) => symbol)
  return {
    rows,
    from: rows[0]?.date ?? '9999',
    to: rows.at(-1)?.date ?? '0000',
    position: (row, state) => {
      const place = places.get(state)
      return place === undefined ? undefined : positions[row.votes[place] ?? '']
    },
    withSymbols: (symbols) =>
      symbols.length === 1
        ? (bySymbol.get(symbols[0]!) ?? [])
        : [...new Set(symbols)].flatMap((symbol) => bySymbol.get(symbol) ?? []).sort((a, b) => (a.date < b.date ? -1 : 1)),
    words: wordsOf,
    titleMatches: (some) => {
      weighed ??= titleWeights(rows, wordsOf)
      return matchesOf(rows, weighed, some)
    },
  }
}

interface TitleWeights {
  /** For each word, the positions of the rows with the word in their titles. */
  readonly withWord: ReadonlyMap<string, readonly number[]>
  readonly weight: (word: string) => number
  /** Total weight of the words of each title. */
  readonly whole: Float64Array
}

function titleWeights(rows: readonly RollCallRow[], wordsOf: (row: RollCallRow) => ReadonlySet<string>): TitleWeights {
  const withWord = byWord(rows, wordsOf)
  const weights = new Map([...withWord].map(([word, { length }]) => [word, Math.log((rows.length + 1) / (length + 1))]))
  const weight = (word: string): number => weights.get(word) ?? 0
  const whole = Float64Array.from(rows, (row) => [...wordsOf(row)].reduce((sum, word) => sum + weight(word), 0))
  return { withWord, weight, whole }
}

function matchesOf(rows: readonly RollCallRow[], { withWord, weight, whole }: TitleWeights, some: Iterable<string>): TitleMatch[] {
  const [shared, words] = [new Float64Array(rows.length), new Uint8Array(rows.length)]
  for (const word of some) {
    const own = weight(word)
    for (const at of withWord.get(word) ?? []) {
      shared[at]! += own
      words[at]!++
    }
  }
  const found: TitleMatch[] = []
  for (let at = 0; at < rows.length; at++) {
    if (words[at] === 0) continue
    const [part, all] = [shared[at]!, whole[at]!]
    found.push({ row: rows[at]!, shared: part, words: words[at]!, score: all === 0 ? 0 : part * (0.6 + (0.4 * part) / all) })
  }
  return found
}

function byWord(rows: readonly RollCallRow[], wordsOf: (row: RollCallRow) => ReadonlySet<string>): Map<string, number[]> {
  const index = new Map<string, number[]>()
  rows.forEach((row, at) => {
    for (const word of wordsOf(row)) {
      const known = index.get(word)
      if (known === undefined) index.set(word, [at])
      else known.push(at)
    }
  })
  return index
}
