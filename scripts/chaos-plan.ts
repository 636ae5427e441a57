import type { Building } from '../src/store/index.ts'
import { card, observations } from '../test/store/rows.ts'

/** One thing that is written to a store. */
export interface Write {
  readonly number: number
  readonly kind: 'made up' | 'command' | 'http'
  readonly home: string
  readonly source: string
  readonly files: readonly string[]
  /** What the clock is said to be; a server has its own. */
  readonly now: string
  /** How long a made-up edition takes to be read. */
  readonly milliseconds: number
  readonly lease: number | undefined
}

/** What became of it; of a writer that was killed nothing is heard. */
export type Outcome =
  | { readonly number: number; readonly id: string; readonly rows: Readonly<Record<string, number>> }
  | { readonly number: number; readonly refused: string }

/** What happens in a round besides. */
export interface Round {
  readonly writes: readonly Write[]
  /** Processes killed, by their place, after so many milliseconds. */
  readonly kills: readonly { readonly at: number; readonly after: number }[]
  /** Processes that stand still for a second. */
  readonly pauses: readonly { readonly at: number; readonly after: number }[]
  /** KiB that are left on the disk; undefined: there is room. */
  readonly room: number | undefined
}

/** An edition of a source that no other writer has: its rows stay for good. */
export function madeUpEdition(source: string): Parameters<Building['write']>[0] {
  const columns = { ...observations(3), source: [source, source, source] }
  return { cards: [{ ...card, id: source }], content: { observations: { columns } }, note: `${source}: made up` }
}

/** A source with files that it takes. */
export interface Bringable {
  readonly source: string
  readonly files: readonly string[]
}

const day = 86_400_000
/** By how much a clock is wrong. */
const slips = [0, 0, 0, -2 * day, 2 * day, -400 * day, 800 * day, -5 * 365 * day, 5 * 365 * day]

/** What is written in a round, by whom, and what befalls them. */
export function planned(
  random: () => number,
  of: { home: string; first: number; sources: readonly Bringable[]; processes: number },
): Round {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const isPaused = random() < 0.25
  const writes = Array.from({ length: 2 + Math.floor(random() * 7) }, (_, i): Write => {
    const kind = pick(['made up', 'made up', 'made up', 'made up', 'command', 'command', 'command', 'command', 'http'] as const)
    const number = of.first + i
    return {
      ...(kind === 'made up' ? { source: `made-up-${number}`, files: [] } : pick(of.sources)),
      ...{ number, kind, home: of.home, milliseconds: Math.floor(random() * 80) },
      now: new Date(Date.now() + pick(slips)).toISOString(),
      // where some stand still, others take them for gone before they go on
      lease: isPaused ? 400 : undefined,
    }
  })
  const befalls = (share: number, most: number, within: number): Round['kills'] =>
    random() < share
      ? Array.from({ length: 1 + Math.floor(random() * most) }, () => ({
          at: Math.floor(random() * of.processes),
          after: Math.floor(random() * within),
        }))
      : []
  return {
    writes,
    kills: befalls(0.5, 2, 1500),
    pauses: isPaused ? befalls(1, 1, 300) : [],
    room: random() < 0.2 ? Math.floor(random() * 160) : undefined,
  }
}
