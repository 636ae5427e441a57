import type { SnapshotBuild } from '../../src/store/index.ts'
import { card, observations } from '../../test/store/rows.ts'

/** One write to a store. */
export interface Write {
  readonly number: number
  readonly kind: 'made up' | 'command' | 'http'
  readonly home: string
  readonly source: string
  readonly files: readonly string[]
  /** The simulated time of the write; a server uses its own. */
  readonly now: string
  /** How long reading the made-up edition takes. */
  readonly milliseconds: number
  readonly lease: number | undefined
}

/** The result of a write; a killed writer reports none. */
export type Outcome =
  | { readonly number: number; readonly id: string; readonly rows: Readonly<Record<string, number>> }
  | { readonly number: number; readonly refused: string }

/** The disturbances of a round. */
export interface Round {
  readonly writes: readonly Write[]
  /** Processes to kill, by index, with the delay in milliseconds. */
  readonly kills: readonly { readonly at: number; readonly after: number }[]
  /** Processes to pause for a second. */
  readonly pauses: readonly { readonly at: number; readonly after: number }[]
  /** KiB left on the disk; undefined: enough space. */
  readonly room: number | undefined
}

/** An edition of a source that no other writer writes, so its rows remain. */
export function madeUpEdition(source: string): Parameters<SnapshotBuild['write']>[0] {
  const columns = { ...observations(3), source: [source, source, source] }
  return { cards: [{ ...card, id: source }], content: { observations: { columns } }, note: `${source}: made up` }
}

/** A source with files that can be imported. */
export interface Bringable {
  readonly source: string
  readonly files: readonly string[]
}

const day = 86_400_000
/** Clock errors. */
const slips = [0, 0, 0, -2 * day, 2 * day, -400 * day, 800 * day, -5 * 365 * day, 5 * 365 * day]

/** The writes of a round, their writers and the disturbances. */
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
      // while some writers are paused, others take their leases over before they resume
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
