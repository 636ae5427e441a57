import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Manifest, SourceCard } from '../../src/store/index.ts'
import { manifestWithId, printManifest } from '../../src/store/manifest.ts'
import { partFile } from '../../src/store/part-path.ts'
import { about, card } from '../store/rows.ts'

export interface MadeRecord {
  readonly manifest: Manifest
  readonly parts: readonly Buffer[]
}

/** A record whose parts have the sizes given. They begin and end like Parquet and are random otherwise: whoever sends or fetches them does not open them. */
export async function madeRecord(root: string, sizes: readonly number[], sources: readonly SourceCard[] = [card]): Promise<MadeRecord> {
  const parts = sizes.map((size) => Buffer.concat([Buffer.from('PAR1'), randomBytes(size - 8), Buffer.from('PAR1')]))
  const described = parts.map((bytes) => {
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    return { file: partFile(sha256), sha256, bytes: bytes.length, rows: 1 }
  })
  const manifest = await manifestWithId({ ...about, sources, parent: null, tables: { voters: described } })
  mkdirSync(join(root, 'parts'), { recursive: true })
  mkdirSync(join(root, 'snapshots', manifest.id), { recursive: true })
  parts.forEach((bytes, i) => {
    writeFileSync(join(root, described[i]!.file), bytes)
  })
  writeFileSync(join(root, 'snapshots', manifest.id, 'manifest.json'), printManifest(manifest))
  return { manifest, parts }
}
