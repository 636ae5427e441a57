import type { CellRecord, ResultFolder } from '../result-folder.ts'
import { CellProcess, type CellProcessStart } from './cell-process.ts'

/** Processes that run cells of one plan, as many at once as are asked. A process that has ended is replaced when the next cell comes. */
export class CellPool {
  readonly #start: CellProcessStart
  readonly #folder: ResultFolder
  readonly #free: CellProcess[] = []
  readonly #all = new Set<CellProcess>()

  constructor(start: CellProcessStart, folder: ResultFolder) {
    this.#start = start
    this.#folder = folder
  }

  /**
   * Runs a cell in a process that is free, or in a new one.
   *
   * @throws what the cell throws; CellCrash if its process ends
   */
  async run(index: number): Promise<CellRecord> {
    const one = this.#taken()
    try {
      return await one.run(index)
    } finally {
      if (one.hasEnded) this.#all.delete(one)
      else this.#free.push(one)
    }
  }

  /** Kills all processes. */
  close(): void {
    for (const one of this.#all) one.end()
  }

  #taken(): CellProcess {
    for (;;) {
      const one = this.#free.pop()
      if (one?.hasEnded === false) return one
      if (one !== undefined) {
        this.#all.delete(one)
        continue
      }
      const fresh = new CellProcess(this.#start, this.#folder)
      this.#all.add(fresh)
      return fresh
    }
  }
}
