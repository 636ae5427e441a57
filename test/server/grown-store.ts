import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageFile } from '../../src/operations/package-files.ts'
import { type Manifest, manifestId } from '../../src/store/index.ts'
import { printManifest } from '../../src/store/manifest.ts'

/** A store with the bundled record as its only snapshot. */
export function storeWithRecord(home: string): Manifest {
  cpSync(packageFile('data/record'), home, { recursive: true })
  const [id] = readdirSync(join(home, 'snapshots'))
  return JSON.parse(readFileSync(join(home, 'snapshots', id!, 'manifest.json'), 'utf8')) as Manifest
}

/** Adds a snapshot with the same figures that was made from another, in one step, as every writer does. */
export function grow(home: string, parent: Manifest, note: string): Manifest {
  const { id, ...content } = { ...parent, parent: parent.id, note }
  const manifest = { ...content, id: manifestId(content) }
  const temporary = join(home, 'snapshots', `.${manifest.id}`)
  mkdirSync(temporary)
  writeFileSync(join(temporary, 'manifest.json'), printManifest(manifest))
  renameSync(temporary, join(home, 'snapshots', manifest.id))
  return manifest
}
