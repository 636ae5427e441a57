import { cachedBySnapshot, type SnapshotCache } from '../../../assessments/rows/snapshot-cache.ts'
import { stateOf } from '../../../states/index.ts'
import { identifyingWords } from '../../../states/names/identifying-words.ts'
import { stateGroup } from '../../text/fact-files.ts'

/** A vetoed draft, and the members that vetoed it. */
export interface VetoRow {
  readonly symbol: string
  readonly date: string
  readonly topic: string
  readonly by: readonly string[]
  readonly source: string
}

/** Reads every vetoed draft of the snapshot, the oldest first. */
export const vetoedDrafts: SnapshotCache<[], readonly VetoRow[]> = cachedBySnapshot(async (snapshot) => {
  const rows = await snapshot.rows('SELECT symbol, start_date, topic, state, source, draft FROM vetoes ORDER BY start_date, draft, state')
  const drafts = new Map<string, VetoRow & { by: string[] }>()
  for (const row of rows) {
    const key = `${row['source']} ${row['draft']}`
    const known = drafts.get(key)
    if (known !== undefined) known.by.push(String(row['state']))
    else {
      const [symbol, date, topic, source] = ['symbol', 'start_date', 'topic', 'source'].map((name) => String(row[name]))
      drafts.set(key, { symbol: symbol!, date: date!, topic: topic!, source: source!, by: [String(row['state'])] })
    }
  }
  return [...drafts.values()]
})

/**
 * Whether a draft concerns a state. `named`: its agenda item names the state. `maybe`: the item names a region with several states, or no state. `no`: the item
 * names other states.
 */
export type Relevance = 'named' | 'maybe' | 'no'

/** Drafts under `The situation in the Middle East` since late 2011 concerned Syria, except these. */
const elsewhere: Readonly<Record<string, string>> = { 'S/2018/156': 'YEM' }

const levant = stateGroup('Levant in agenda items')

/**
 * Returns whether a vetoed draft concerns a state, by its agenda item: `The situation in the Middle East` may concern any state of the region.
 *
 * @example relevanceTo({ symbol: '', date: '1988-04-10', topic: 'Middle East', by: [], source: '' }, 'LBN')   // 'maybe'
 */
export function relevanceTo(draft: VetoRow, state: string): Relevance {
  const topic = draft.topic.toLowerCase()
  if ((state === 'ISR' || state === 'PSE') && /palestin|occupied arab|israel/.test(topic)) return 'named'
  if (state === 'PRK') return /democratic people's republic of korea/.test(topic) ? 'named' : 'no'
  const words = identifyingWords(state, draft.date)
  if ((topic.match(/[a-z]{3,}/g) ?? []).some((word) => words.has(word))) return 'named'
  const onSyria = /middle east/.test(topic) && !/palestin/.test(topic) && draft.date >= '2011-10' && draft.date <= '2022-12-31'
  if (onSyria) return (elsewhere[draft.symbol] ?? 'SYR') === state ? 'named' : 'no'
  if (levant.has(state) && /middle east/.test(topic)) return /palestin/.test(topic) ? 'no' : 'maybe'
  // an agenda item that names no state (a membership, a letter, a threat to peace) may concern any state
  return namesAState(topic) ? 'no' : 'maybe'
}

const namesAState = (topic: string): boolean =>
  /middle east|palestin|ukrain|syria|korea|venezuela|myanmar|zimbabwe|georgia|bosnia|cyprus|rhodesia|south africa|namibia|nicaragua|panama|grenada|libya|lebanon|kashmir|india|pakistan|hungary|czech|afghan|iran|iraq|kuwait|angola|guatemala|viet|falkland|congo|haiti|yemen|mali|sudan|macedonia|guatemala|indonesia|spanish|greek|berlin/.test(
    topic,
  )

export const isStateOrPalestine = (id: string): boolean => stateOf(id) !== undefined || id === 'PSE'
