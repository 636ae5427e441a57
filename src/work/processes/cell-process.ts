import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { VisavisError } from '../../errors.ts'
import { loaderFlags } from '../../numeric/threads.ts'
import type { CellRecord, ResultFolder } from '../result-folder.ts'
import type { MessageFromCellProcess, MessageToCellProcess } from './cell-messages.ts'

/** How processes for cells are started. */
export interface CellProcessStart {
  /** The module that the process runs, and whether it is TypeScript. */
  readonly module: { readonly url: URL; readonly isTypeScript: boolean }
  readonly env: Readonly<Record<string, string | undefined>>
  /** Most megabytes that a process may use for JavaScript objects, and again for DuckDB. */
  readonly memory: number | undefined
}

/** Thrown if a process ended while it ran a cell: by a signal, or because its memory was full. */
export class CellCrash extends Error {}

/**
 * A child process that runs the cells of one plan, one at a time. As the work is not in this process, its event loop stays free: it can renew locks, and stop
 * or kill the cell at any moment.
 */
export class CellProcess {
  readonly #child: ChildProcess
  readonly #opened: Promise<unknown>
  #pending: { resolve(record: CellRecord): void; reject(cause: Error): void } | undefined
  #errors = ''
  hasEnded = false

  constructor({ module, env, memory }: CellProcessStart, folder: ResultFolder) {
    this.#child = fork(fileURLToPath(module.url), [], {
      execArgv: [...(memory === undefined ? [] : [`--max-old-space-size=${memory}`]), ...loaderFlags(module)],
      env: { ...env },
      serialization: 'advanced',
      // only the parent writes to stdout
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    })
    this.#child.stderr?.on('data', (text) => (this.#errors = `${this.#errors}${text}`.slice(-4000)))
    this.#child.on('message', (message) => this.#receive(message as MessageFromCellProcess))
    this.#child.on('error', (cause) => this.#fail(cause))
    this.#child.on('exit', (code, signal) => this.#fail(crash(code, signal, this.#errors)))
    this.#opened = this.#ask({ open: { folder: folder.path, memory } })
    this.#opened.catch(() => this.end())
  }

  /**
   * Runs a cell, whose part is then in the folder.
   *
   * @throws what the cell throws; CellCrash if the process ends
   */
  async run(index: number): Promise<CellRecord> {
    await this.#opened
    return this.#ask({ cell: index })
  }

  /** Kills the process. */
  end(): void {
    this.hasEnded = true
    this.#child.kill('SIGKILL')
  }

  #ask(message: MessageToCellProcess): Promise<CellRecord> {
    return new Promise((resolve, reject) => {
      this.#pending = { resolve, reject }
      if (this.hasEnded || !this.#child.connected) this.#fail(crash(null, null, this.#errors))
      else this.#child.send(message, (cause) => cause !== null && this.#fail(crash(null, null, this.#errors)))
    })
  }

  #receive(message: MessageFromCellProcess): void {
    const pending = this.#pending
    this.#pending = undefined
    if (message.kind === 'failed') {
      const { code, message: text, hint } = message
      pending?.reject(code === null ? new Error(text) : new VisavisError(code, text, hint === undefined ? {} : { hint }))
    } else pending?.resolve(message.kind === 'done' ? message.record : (undefined as never))
  }

  #fail(cause: Error): void {
    this.hasEnded = true
    this.#pending?.reject(cause)
    this.#pending = undefined
  }
}

function crash(code: number | null, signal: string | null, errors: string): CellCrash {
  if (/heap out of memory|Allocation failed/.test(errors)) return new CellCrash('its process ran out of memory (--memory gives it more)')
  const how = signal ?? (code === null ? 'no sign' : `code ${code}`)
  return new CellCrash(`its process ended with ${how}${errors.trim() === '' ? '' : `: ${errors.trim().slice(-400)}`}`)
}
