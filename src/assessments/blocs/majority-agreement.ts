import { wilson } from '../../measures/index.ts'
import type { Known } from '../../store/index.ts'
import type { Item } from '../forms/assessment.ts'
import { inSentence } from '../forms/wording.ts'
import type { BlocInputs, Party } from './bloc-parties.ts'
import { voterName } from './bloc-vote-figures.ts'
import { majority } from './bloc-vote-tables.ts'
import type { BlocWindow } from './bloc-votes-in-period.ts'

const words = ['none', 'yes', 'abstained', 'no'] as const

/** Counts of roll calls on which both sides had a majority, and of those on which the majorities agreed or voted yes against no. */
interface Divided {
  readonly counted: number
  readonly same: number
  readonly opposed: readonly number[]
}

function divided({ rollCalls, columns }: BlocWindow): Divided {
  const { votes } = rollCalls
  const opposed: number[] = []
  let [counted, same] = [0, 0]
  for (let r = 0; r < votes.rollCalls; r++) {
    const [x, y] = [majority(votes, r, columns.a), majority(votes, r, columns.b)]
    if (x === 0 || y === 0) continue
    counted++
    if (x === y) same++
    else if (x + y === 4) opposed.push(r)
  }
  return { counted, same, opposed }
}

/** Computes how often the two majorities took the same position, and how often opposite ones. */
export function majorityFigures({ a, b }: BlocInputs, window: BlocWindow): Known[] {
  const { counted, same, opposed } = divided(window)
  if (counted === 0) return []
  const figure = (id: string, label: string, count: number): Known => ({
    state: 'observed',
    id,
    label: `${label} (${count} of ${counted} votes)`,
    unit: 'share',
    period: window.period,
    value: count / counted,
    interval: { level: 0.9, ...wilson(count / counted, counted), kind: 'binomial' },
    method: `recorded votes in which more than half of those of ${inSentence(a.name)} with a position took one and the same, and likewise of ${inSentence(b.name)}: ${counted} of ${window.rollCalls.votes.rollCalls}; Wilson's interval`,
    evidence: window.evidence,
  })
  return [
    figure('majorities-same', `${voterName(a)} and ${voterName(b)} took the same position`, same),
    figure('majorities-opposed', 'the two stood yes against no', opposed.length),
  ]
}

/** Returns the latest roll calls on which one majority voted yes and the other no, with the count of each position. */
export async function dividingVotes({ a, b, bench }: BlocInputs, window: BlocWindow, most: number): Promise<Item[]> {
  const latest = divided(window).opposed.slice(-most).reverse()
  if (latest.length === 0) return []
  const ids = latest.map((r) => window.rollCalls.ids[r]!)
  const rows = await bench.snapshot.rows(`SELECT id, symbol, title, date, session, source FROM roll_calls WHERE id IN (${ids.join(', ')})`)
  const byId = new Map(rows.map((row) => [row['id'], row]))
  return latest.flatMap((r): Item[] => {
    const row = byId.get(window.rollCalls.ids[r]!)
    if (row === undefined) return []
    const day = row['source'] === 'un-votes' && Number(row['session']) <= 57 ? String(row['date']).slice(0, 7) : String(row['date'])
    return [
      {
        kind: 'vote',
        date: day,
        text: `${row['symbol']}, ${row['title']}: ${stood(a, window, r, 'a')}, ${stood(b, window, r, 'b')}`,
        source: String(row['source']),
        citation: String(row['symbol']),
      },
    ]
  })
}

function stood(party: Party, { rollCalls, columns }: BlocWindow, r: number, side: 'a' | 'b'): string {
  const { votes } = rollCalls
  const position = majority(votes, r, columns[side])
  const cast = columns[side].map((column) => votes.positions[r * votes.states + column]!).filter((one) => one !== 0)
  const count = party.isBloc ? ` (${cast.filter((one) => one === position).length} of ${cast.length})` : ''
  return `${party.name} ${words[position]}${count}`
}
