import { join } from 'node:path'
import { type Snapshot, storeHome } from '../store/index.ts'
import { rootOf } from '../store/verify.ts'
import { figuresByDomain } from './catalogue/catalogue.ts'
import { memorySteps } from './catalogue/steps-of-catalogue.ts'
import { buildMemory, isWritable, partFault, viewOfPart } from './steps/build.ts'
import { figuresView } from './steps/figure-step.ts'
import { type MemoryPart, memoryIn, readIndex } from './steps/index-file.ts'
import { stepKeys } from './steps/keys.ts'
import { inOrder } from './steps/step.ts'

/** What is said while a memory is worked out: one line, without its end. */
export type MemoryTalk = (line: string) => void

let talk: MemoryTalk = () => undefined

/** Sets who hears that a memory is worked out or is not fit for use: the command line writes it to stderr. Nobody hears it unless set. */
export function tellOfMemory(to: MemoryTalk): void {
  talk = to
}

const opened = new WeakMap<Snapshot, Promise<void>>()

/**
 * Makes the memory of a snapshot readable in it: one view for each step, by its name (`goods_reports`, `facts`, `figures_trade`). Where the root of the
 * snapshot has none, or one that does not fit (another version, a part that is cut off or altered), it is worked out first, in some seconds.
 *
 * The memory lies in the folder `memory` of the root; where that cannot be written, as in an installed package, in the user's own root.
 *
 * @throws what DuckDB or the disk says if it cannot be worked out
 */
export function openMemory(snapshot: Snapshot): Promise<void> {
  const known = opened.get(snapshot)
  if (known !== undefined) return known
  const opening = open(snapshot)
  opened.set(snapshot, opening)
  // allow a retry after a failure
  opening.catch(() => opened.delete(snapshot))
  return opening
}

async function open(snapshot: Snapshot): Promise<void> {
  const { folder, parts } = await partsOf(snapshot)
  for (const part of parts) await snapshot.rows(viewOfPart({ id: part.step }, join(folder, part.file)))
  await snapshot.rows(figuresView(figuresByDomain, snapshot.manifest))
}

interface Found {
  readonly folder: string
  readonly parts: readonly MemoryPart[]
}

async function partsOf({ directory, manifest }: Snapshot): Promise<Found> {
  const root = rootOf(directory)
  const folders = [memoryIn(root), memoryIn(storeHome())]
  for (const folder of folders) {
    const parts = await fitting(folder, manifest)
    if (parts !== undefined) return { folder, parts }
  }
  const folder = (await isWritable(folders[0]!)) ? folders[0]! : folders[1]!
  const parts = await buildMemory({
    ...{ root, manifest, steps: memorySteps, folder },
    onStep: (id, at, of) => talk(`working out what the record says of every pair: ${at + 1} of ${of} (${id})`),
  })
  return { folder, parts }
}

/** Returns the parts of the memory in a folder if it is that of this snapshot and version and whole; tells what is wrong with one that is not. */
async function fitting(folder: string, manifest: Snapshot['manifest']): Promise<readonly MemoryPart[] | undefined> {
  const index = await readIndex(folder, manifest.id)
  if (index === undefined) return undefined
  const fault = typeof index === 'string' ? index : await faultOf(folder, index, manifest)
  if (fault === undefined) return index as readonly MemoryPart[]
  talk(`the memory of snapshot ${manifest.id} is worked out anew: ${fault}`)
  return undefined
}

async function faultOf(folder: string, parts: readonly MemoryPart[], manifest: Snapshot['manifest']): Promise<string | undefined> {
  const keys = stepKeys(manifest, memorySteps)
  const expected = inOrder(memorySteps).map(({ id }) => `${id} ${keys.get(id)}`)
  const held = parts.map(({ step, key }) => `${step} ${key}`)
  if (expected.join(',') !== held.join(',')) return 'it was made by another version'
  const faults = await Promise.all(parts.map((part) => partFault(folder, part)))
  return faults.find((fault) => fault !== undefined)
}
