import { spawn } from 'node:child_process'
import { closeSync, existsSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { loaderFlags, moduleBeside } from '../../numeric/threads.ts'
import { isInPairOrder, readAsStored, readInPairOrder, type Snapshot } from '../../store/index.ts'

/** Which question about a record has its pairs put in order: who asks once or twice should not pay for it. */
const atQuestion = 3

/** A record with fewer bytes of observations is searched as fast as it is. */
const leastBytes = 2 ** 20

/**
 * Puts the rows of records in the order of their pairs (see `writePairOrder`), once for all processes that share a folder, by a process of its own. Until the file
 * is there, where it cannot be written or read, and once it is gone (systems clear their temporary folders), pairs are read from the record as it is: the answers are
 * the same.
 */
export class PairOrders {
  readonly #folder: string
  readonly #questions = new WeakMap<Snapshot, number>()
  /** The change to the file, which questions that are asked together wait for; after it has failed nothing is tried again. */
  readonly #changes = new WeakMap<Snapshot, Promise<void>>()

  /** @param folder   of this server alone: what lies in it is believed */
  constructor(folder: string) {
    this.#folder = folder
  }

  /** Counts a question about a record. The record is read in the order of its pairs from the first question on for which the file is complete. */
  async use(snapshot: Snapshot): Promise<void> {
    const file = join(this.#folder, `${snapshot.manifest.id}.parquet`)
    if (existsSync(file)) {
      const change = this.#changes.get(snapshot) ?? readInPairOrder(snapshot, file).catch(() => undefined)
      this.#changes.set(snapshot, change)
      return change
    }
    if (isInPairOrder(snapshot)) readAsStored(snapshot)
    const asked = (this.#questions.get(snapshot) ?? 0) + 1
    this.#questions.set(snapshot, asked)
    const bytes = (snapshot.manifest.tables.observations ?? []).reduce((sum, part) => sum + part.bytes, 0)
    if (asked === atQuestion && bytes >= leastBytes) order(snapshot.directory, file)
  }
}

function order(directory: string, file: string): void {
  if (!isFirst(`${file}.begun`)) return
  const module = moduleBeside(import.meta.url, './pair-order-worker')
  const child = spawn(process.execPath, [...loaderFlags(module), fileURLToPath(module.url), directory, file], { stdio: 'ignore' })
  child.on('error', () => undefined)
  child.unref()
}

function isFirst(mark: string): boolean {
  try {
    closeSync(openSync(mark, 'wx'))
    return true
  } catch {
    return false
  }
}
