import { type FileHandle, open, readFile } from 'node:fs/promises'
import { listBeside } from './plan.ts'

/** The list of items of a plan. Only the positions of its lines are held in memory. */
export class PlanItems {
  readonly #file: string
  #starts: Float64Array | undefined

  constructor(planFile: string) {
    this.#file = listBeside(planFile)
  }

  /** Returns the texts of the items from `from` to before `to`. */
  async between(from: number, to: number): Promise<string[]> {
    this.#starts ??= startsOf(await readFile(this.#file))
    const starts = this.#starts
    const handle: FileHandle = await open(this.#file)
    try {
      const bytes = Buffer.alloc(starts[to]! - starts[from]!)
      await handle.read(bytes, 0, bytes.length, starts[from]!)
      return bytes
        .toString('utf8')
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as string)
    } finally {
      await handle.close()
    }
  }
}

function startsOf(bytes: Buffer): Float64Array {
  const starts = [0]
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) starts.push(at + 1)
  return Float64Array.from(starts)
}
