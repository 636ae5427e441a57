import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { prepareMemory } from '../../src/memory/index.ts'
import { bundledRecord, listSnapshots } from '../../src/store/index.ts'

/** Works out the memory of the bundled record, which is packed with it, and removes what earlier versions left: `npm run build`. */
const root = bundledRecord()
const folder = join(root, 'memory')
const [manifest] = await listSnapshots(root)
if (manifest === undefined) throw new Error(`there is no snapshot in ${root}`)
await prepareMemory({ directory: join(root, 'snapshots', manifest.id), manifest })
const { readIndex } = await import('../../src/memory/steps/index-file.ts')
const parts = await readIndex(folder, manifest.id)
if (typeof parts !== 'object') throw new Error(`the memory of ${root} was not written to ${folder}`)
const kept = new Set([`${manifest.id}.json`, ...parts.map(({ file }) => file)])
for (const name of await readdir(folder)) if (!kept.has(name)) await rm(join(folder, name))
console.log(`memory of the bundled record: ${(parts.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6).toFixed(1)} MB`)
