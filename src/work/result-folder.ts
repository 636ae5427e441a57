import { createHash, randomBytes } from 'node:crypto'
import { copyFile, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { VisavisError } from '../errors.ts'
import { type CellRange, cellAt, cellCount, listBeside, type Plan, readPlan } from './plan.ts'
import type { CellOutput, FinishedPart } from './work-kind.ts'

/** What is kept of a finished cell. It depends on the plan alone, so that a cell that ran twice is written twice alike. */
export interface CellRecord extends CellRange {
  /** SHA-256 of the part, which is also its name. */
  readonly part: string
  readonly bytes: number
  readonly notes?: unknown
}

/** A cell that failed whenever it was tried. */
export interface FailedCell extends CellRange {
  readonly message: string
  readonly tries: number
}

/**
 * The folder of a plan's result: a copy of the plan, a part for each finished cell, named by its content, and a record that says which part is of which
 * cell. All workers of a plan share it. Every file is written under another name first and renamed, so none is ever half there.
 */
export class ResultFolder {
  readonly plan: Plan
  readonly path: string

  private constructor(path: string, plan: Plan) {
    this.path = path
    this.plan = plan
  }

  /** Path of the copy of the plan. */
  get planFile(): string {
    return join(this.path, 'plan.json')
  }

  /**
   * Opens the folder for a plan, and makes it if it is not there.
   *
   * @throws VisavisError BadInput if the folder holds another plan's parts, or files that are of no plan; CannotWrite if it cannot be written
   */
  static async create(path: string, planFile: string): Promise<ResultFolder> {
    const plan = await readPlan(planFile)
    try {
      await mkdir(path, { recursive: true })
    } catch (cause) {
      throw cannotWrite(path, cause)
    }
    const there = await readdir(path)
    if (there.includes('plan.json')) {
      const { plan: other } = await ResultFolder.open(path)
      if (other.hash !== plan.hash)
        throw new VisavisError('BadInput', `${path} holds the parts of another plan (${other.operation}, ${other.hash.slice(0, 12)})`, {
          hint: 'give another folder with -o',
        })
      return new ResultFolder(path, plan)
    }
    if (there.some((name) => !name.startsWith('.') && !isOurs(name)))
      throw new VisavisError('BadInput', `${path} holds other files`, { hint: 'give an empty or a new folder with -o' })
    const folder = new ResultFolder(path, plan)
    try {
      await Promise.all(['parts', 'cells', 'failed'].map((name) => mkdir(join(path, name), { recursive: true })))
      if (plan.list !== null) await copyFile(listBeside(planFile), listBeside(folder.planFile))
      await replace(folder.planFile, await readFile(planFile))
    } catch (cause) {
      throw cannotWrite(path, cause)
    }
    return folder
  }

  /**
   * Opens a folder that was made before.
   *
   * @throws VisavisError BadInput if it is not there or has no plan
   */
  static async open(path: string): Promise<ResultFolder> {
    return new ResultFolder(path, await readPlan(join(path, 'plan.json')))
  }

  /** Numbers of the cells that are not finished, in order. */
  async missing(): Promise<number[]> {
    const done = await this.finished()
    return Array.from({ length: cellCount(this.plan) }, (_, index) => index).filter((index) => !done.has(index))
  }

  /** Numbers of the finished cells. */
  async finished(): Promise<Set<number>> {
    return new Set(
      (await readdir(join(this.path, 'cells'))).flatMap((name) => (/^\d+\.json$/.test(name) ? [Number.parseInt(name, 10)] : [])),
    )
  }

  /**
   * Keeps the output of a cell.
   *
   * @throws VisavisError DiskFull, CannotWrite; BadInput if the cell is already there with another part
   */
  async keep(index: number, { part, notes }: CellOutput): Promise<CellRecord> {
    const name = createHash('sha256').update(part).digest('hex')
    const record: CellRecord = { ...cellAt(this.plan, index), part: name, bytes: part.length, ...(notes === undefined ? {} : { notes }) }
    const before = await this.#record(index)
    if (before !== undefined) {
      if (before.part === name) return before
      throw new VisavisError(
        'BadInput',
        `cell ${index} gave other bytes than before (${name.slice(0, 12)}, not ${before.part.slice(0, 12)}): its items have changed since the plan was made`,
        { hint: 'plan anew, into another folder' },
      )
    }
    try {
      await replace(join(this.path, 'parts', name), part)
      await replace(join(this.path, 'cells', `${index}.json`), `${JSON.stringify(record)}\n`)
      await rm(this.#failedFile(index), { force: true })
    } catch (cause) {
      throw cannotWrite(this.path, cause)
    }
    return record
  }

  /** Notes that a cell failed whenever it was tried; the others go on. */
  async park(index: number, failure: { readonly message: string; readonly tries: number }): Promise<void> {
    await replace(this.#failedFile(index), `${JSON.stringify({ ...cellAt(this.plan, index), ...failure })}\n`)
  }

  /** Forgets that cells failed, so that they are tried again. */
  async unpark(): Promise<void> {
    await rm(join(this.path, 'failed'), { recursive: true, force: true })
    await mkdir(join(this.path, 'failed'), { recursive: true })
  }

  /** The cells that failed, in order. */
  async failed(): Promise<FailedCell[]> {
    const names = (await readdir(join(this.path, 'failed'))).filter((name) => name.endsWith('.json'))
    const all = await Promise.all(
      names.map(async (name) => JSON.parse(await readFile(join(this.path, 'failed', name), 'utf8')) as FailedCell),
    )
    return all.sort((x, y) => x.from - y.from)
  }

  /**
   * Reads the parts in the order of the cells.
   *
   * @throws VisavisError BadInput if a part is damaged or missing; its cell is then no longer finished, so that it can be run again
   */
  async *parts(): AsyncGenerator<FinishedPart> {
    for (let index = 0; index < cellCount(this.plan); index++) {
      const record = await this.#record(index)
      if (record === undefined) throw new VisavisError('BadInput', `cell ${index} is not finished`, { hint: 'run the plan again' })
      const part = await readFile(join(this.path, 'parts', record.part)).catch(() => undefined)
      if (part === undefined || createHash('sha256').update(part).digest('hex') !== record.part) {
        await Promise.all([
          rm(join(this.path, 'cells', `${index}.json`), { force: true }),
          rm(join(this.path, 'parts', record.part), { force: true }),
        ])
        throw new VisavisError('BadInput', `the part of cell ${index} in ${this.path} is ${part === undefined ? 'missing' : 'damaged'}`, {
          hint: 'run the plan again: only this cell is done anew',
        })
      }
      yield { cell: { from: record.from, to: record.to }, part, notes: record.notes }
    }
  }

  /** Writes the joined result and returns its path and hash. */
  async writeResult(
    ending: string,
    pieces: AsyncIterable<string | Uint8Array>,
  ): Promise<{ readonly file: string; readonly sha256: string }> {
    const file = join(this.path, `result.${ending}`)
    const partial = `${file}.${randomBytes(4).toString('hex')}.new`
    const hash = createHash('sha256')
    try {
      const out = await open(partial, 'w')
      try {
        for await (const piece of pieces) {
          hash.update(piece)
          await out.writeFile(piece)
        }
        await out.sync()
      } finally {
        await out.close()
      }
      await rename(partial, file)
    } catch (cause) {
      await rm(partial, { force: true })
      throw cause instanceof VisavisError ? cause : cannotWrite(this.path, cause)
    }
    return { file, sha256: hash.digest('hex') }
  }

  async #record(index: number): Promise<CellRecord | undefined> {
    const text = await readFile(join(this.path, 'cells', `${index}.json`), 'utf8').catch(() => undefined)
    return text === undefined ? undefined : (JSON.parse(text) as CellRecord)
  }

  #failedFile(index: number): string {
    return join(this.path, 'failed', `${index}.json`)
  }
}

const isOurs = (name: string): boolean => /^(?:plan\.json(?:\.items)?|parts|cells|failed|result\.\w+)(?:\..*\.new)?$/.test(name)

/** Writes a file whole or not at all, also if several processes write it at once. */
async function replace(file: string, content: string | Uint8Array): Promise<void> {
  const partial = `${file}.${process.pid}.${randomBytes(4).toString('hex')}.new`
  try {
    const out = await open(partial, 'w')
    try {
      await out.writeFile(content)
      await out.sync()
    } finally {
      await out.close()
    }
    await rename(partial, file)
  } catch (cause) {
    await rm(partial, { force: true }).catch(() => undefined)
    throw cause
  }
}

function cannotWrite(path: string, cause: unknown): VisavisError {
  const { code, message } = cause as NodeJS.ErrnoException
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new VisavisError('DiskFull', `there is no room left for ${path}`, {
      hint: 'make room, then run the plan again: what is done is kept',
      cause,
    })
  return new VisavisError('CannotWrite', `${path} cannot be written: ${message}`, { cause })
}
