import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeAtomically } from '../../store/disk.ts'

/** A part of the memory: the rows of one step. */
export interface MemoryPart {
  readonly step: string
  readonly key: string
  /** Hash of the query and of every row that it read: a step with the same one has the same rows. */
  readonly inputs: string
  /** Name of the file, beside the index. */
  readonly file: string
  readonly sha256: string
  readonly bytes: number
  readonly rows: number
}

/** Returns the folder of a root that holds what is worked out from its snapshots. */
export function memoryIn(root: string): string {
  return join(root, 'memory')
}

/** Returns the name of a part's file. */
export function partName(step: string, key: string): string {
  return `${step}-${key}.parquet`
}

/** Returns the path of the index of a snapshot's memory: the parts that it consists of. It is written last, so that a memory is whole or not there. */
export function indexPath(folder: string, snapshot: string): string {
  return join(folder, `${snapshot}.json`)
}

/** Reads the index of a snapshot's memory; undefined where there is none, and a word on its fault where it cannot be read. */
export async function readIndex(folder: string, snapshot: string): Promise<readonly MemoryPart[] | undefined | string> {
  const text = await readFile(indexPath(folder, snapshot), 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  try {
    const { parts } = JSON.parse(text) as { readonly parts: readonly MemoryPart[] }
    return Array.isArray(parts) ? parts : 'its index is not one'
  } catch {
    return 'its index is cut off'
  }
}

/** Writes the index in one step. */
export async function writeIndex(folder: string, snapshot: string, parts: readonly MemoryPart[]): Promise<void> {
  await writeAtomically(indexPath(folder, snapshot), `${JSON.stringify({ snapshot, parts }, null, 1)}\n`)
}
