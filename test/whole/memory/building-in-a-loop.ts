import { join } from 'node:path'
import { prepareMemory } from '../../../src/memory/index.ts'
import { flows, writeSmallRecord } from '../../memory/small-record.ts'

/** A process that writes snapshot after snapshot and works out the memory of each, until it is killed; it prints those that are done. */
const [root, start = '1'] = process.argv.slice(2)
for (let n = Number(start); ; n++) {
  const manifest = await writeSmallRecord(root!, flows, n)
  process.stdout.write(`writing ${manifest.id}\n`)
  await prepareMemory({ directory: join(root!, 'snapshots', manifest.id), manifest })
  process.stdout.write(`done ${manifest.id}\n`)
}
