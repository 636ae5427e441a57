import { rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { VisavisError } from '../errors.ts'
import { isDiskFull } from '../store/disk.ts'
import { bundledRecord, type Snapshot, storeHome } from '../store/index.ts'
import { rootOf } from '../store/verify.ts'
import { type Catalogue, catalogue } from './catalogue/catalogue.ts'
import { stepsOf } from './catalogue/steps-of-catalogue.ts'
import { buildMemory, isWritable, partFault, viewOfPart } from './steps/build.ts'
import { figureViews } from './steps/figure-step.ts'
import { type MemoryPart, memoryIn, readIndex } from './steps/index-file.ts'
import { stepKeys } from './steps/keys.ts'
import { inOrder, type Step } from './steps/step.ts'
import { memoryHearers } from './talk.ts'

interface Opened {
  readonly own: Catalogue
  readonly done: Promise<void>
}

const opened = new WeakMap<Snapshot, Opened>()

/**
 * Makes the memory of a snapshot readable in it: one view for each step, by its name (`goods_reports`, `facts`, `figures_trade`). Where the root of the
 * snapshot has none, or one that does not fit (another version, a part that is cut off or altered), it is worked out first, in some seconds.
 *
 * The memory lies in the folder `memory` of the root; where that cannot be written, as in an installed package, in the user's own root; where
 * the disk is full, in a folder of the process.
 *
 * @param own   what the memory is made from; unless given, what the snapshot was opened with, else the product's own catalogue
 * @throws what DuckDB or the disk says if it cannot be worked out; a snapshot is opened with one catalogue only
 */
export function openMemory(snapshot: Snapshot, own?: Catalogue): Promise<void> {
  const known = opened.get(snapshot)
  if (known !== undefined && own !== undefined && known.own !== own)
    return Promise.reject(new VisavisError('Internal', 'the memory of this snapshot was opened with another catalogue'))
  if (known !== undefined) return known.done
  const done = open(snapshot, own ?? catalogue)
  opened.set(snapshot, { own: own ?? catalogue, done })
  // allow a retry after a failure
  done.catch(() => opened.delete(snapshot))
  return done
}

/** Returns the catalogue that the memory of a snapshot is made from. */
export function catalogueOf(snapshot: Snapshot): Catalogue {
  return opened.get(snapshot)?.own ?? catalogue
}

async function open(snapshot: Snapshot, own: Catalogue): Promise<void> {
  const { folder, parts } = await partsOf(snapshot, own)
  // a part never changes, and reading its footer again for each question takes longer than the question
  await snapshot.rows('SET GLOBAL parquet_metadata_cache = true')
  for (const { step, file } of parts) await snapshot.rows(viewOfPart({ id: step }, join(folder, file)))
  for (const view of figureViews(own.figuresByDomain, snapshot.manifest)) await snapshot.rows(view)
}

interface Found {
  readonly folder: string
  readonly parts: readonly MemoryPart[]
}

async function partsOf({ directory, manifest }: Pick<Snapshot, 'directory' | 'manifest'>, own: Catalogue): Promise<Found> {
  const steps = stepsOf(own)
  const root = rootOf(directory)
  const folders = [...new Set([memoryIn(root), memoryIn(storeHome())])]
  for (const folder of folders) {
    const parts = await fitting(folder, manifest, steps)
    if (parts !== undefined) return { folder, parts }
  }
  memoryHearers.line('working out what the record says of every pair; this takes some seconds, once')
  const build = async (folder: string): Promise<Found> => ({
    folder,
    parts: await buildMemory({
      ...{ root, manifest, steps, folder },
      // what the memory of the bundled record has in common with this one need not be worked out again
      others: [...folders, memoryIn(bundledRecord())].filter((one) => one !== folder),
      onStep: (_, at, of) => memoryHearers.count('steps of what the record says of every pair', at, of),
    }),
  })
  try {
    return await build((await isWritable(folders[0]!)) ? folders[0]! : folders.at(-1)!)
  } catch (cause) {
    if (!isDiskFull(cause)) throw cause
    memoryHearers.line('there is no room to keep it: it is worked out for this process alone')
    return build(await folderOfProcess())
  }
}

/** A folder that is removed when the process ends. */
async function folderOfProcess(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'visavis-memory-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Returns the parts of the memory in a folder if it is that of this snapshot and version and whole; tells what is wrong with one that is not. */
async function fitting(folder: string, manifest: Snapshot['manifest'], steps: readonly Step[]): Promise<readonly MemoryPart[] | undefined> {
  const index = await readIndex(folder, manifest.id)
  if (index === undefined) return undefined
  const fault = typeof index === 'string' ? index : await faultOf(folder, index, manifest, steps)
  if (fault === undefined) return index as readonly MemoryPart[]
  memoryHearers.line(`the memory of snapshot ${manifest.id} is worked out anew: ${fault}`)
  return undefined
}

async function faultOf(
  folder: string,
  parts: readonly MemoryPart[],
  manifest: Snapshot['manifest'],
  steps: readonly Step[],
): Promise<string | undefined> {
  const keys = stepKeys(manifest, steps)
  const expected = inOrder(steps).map(({ id }) => `${id} ${keys.get(id)}`)
  const held = parts.map(({ step, key }) => `${step} ${key}`)
  if (expected.join(',') !== held.join(',')) return 'it was made by another version'
  const faults = await Promise.all(parts.map((part) => partFault(folder, part)))
  return faults.find((fault) => fault !== undefined)
}

/**
 * Works out the memory of a snapshot that was just written, so that the first question does not wait for it. What the snapshot has in common with others is not
 * worked out again.
 *
 * @throws what DuckDB or the disk says if it cannot be worked out; the snapshot is whole nevertheless, and the next question tries again
 */
export async function prepareMemory(snapshot: Pick<Snapshot, 'directory' | 'manifest'>, own: Catalogue = catalogue): Promise<void> {
  await partsOf(snapshot, own)
}
