import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import { type FileHandle, open, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { VisavisError } from '../../errors.ts'
import { bundledRecord, fetchedRecords, type Manifest, type Part, storeHome } from '../../store/index.ts'
import { printManifest } from '../../store/manifest.ts'
import { partProblems, readManifest, snapshotsIn } from '../../store/verify.ts'

/** A record that may be asked for from elsewhere. */
export interface OfferedRecord {
  readonly id: string
  readonly root: string
  /** The bytes of its manifest, and their SHA-256. */
  readonly manifest: { readonly bytes: Uint8Array; readonly sha256: string }
  /** Its parts by the name of their file. */
  readonly parts: ReadonlyMap<string, Part>
  /** Sources that may not be passed on, with the names of their terms; a record with such a source is not offered. */
  readonly withheld: readonly string[]
}

/** Records that are remembered; a manifest never changes, but reading one takes some milliseconds. */
const mostRemembered = 8

/** The records of this machine as a server passes them on: by their whole id, and nothing but their manifests and parts. */
export class OfferedRecords {
  readonly #roots: readonly string[]
  readonly #remembered = new Map<string, OfferedRecord>()

  constructor(env: Readonly<Record<string, string | undefined>>) {
    this.#roots = [storeHome(env), bundledRecord(), fetchedRecords(env)]
  }

  /** Returns the record of this id; undefined if no root has it whole. */
  async of(id: string): Promise<OfferedRecord | undefined> {
    if (!/^[0-9a-f]{16}$/.test(id)) return undefined
    const known = this.#remembered.get(id)
    if (known !== undefined && (await isThere(known))) return known
    this.#remembered.delete(id)
    for (const root of this.#roots) {
      const manifest = await readManifest(join(snapshotsIn(root), id)).catch(() => undefined)
      if (manifest === undefined || (await partProblems(root, manifest, 'size')).length > 0) continue
      const found = offered(root, manifest)
      if (this.#remembered.size >= mostRemembered) this.#remembered.delete(this.#remembered.keys().next().value!)
      this.#remembered.set(id, found)
      return found
    }
    return undefined
  }

  /**
   * Opens a part of a record.
   *
   * @throws VisavisError TornSnapshot if it is not a file of its size; a symbolic link is not followed
   */
  async open({ root }: OfferedRecord, { file, bytes }: Part): Promise<FileHandle> {
    const handle = await open(join(root, file), constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0)).catch((cause: Error) => {
      throw new VisavisError('TornSnapshot', `${file} cannot be read`, { cause })
    })
    const found = await handle.stat()
    if (found.isFile() && found.size === bytes) return handle
    await handle.close()
    throw new VisavisError('TornSnapshot', `${file} is not what its manifest says`)
  }
}

function offered(root: string, manifest: Manifest): OfferedRecord {
  const bytes = Buffer.from(printManifest(manifest))
  const parts = Object.values(manifest.tables).flat()
  return {
    id: manifest.id,
    root,
    manifest: { bytes, sha256: createHash('sha256').update(bytes).digest('hex') },
    parts: new Map(parts.map((part) => [part.file.slice('parts/'.length), part])),
    withheld: manifest.sources.filter(({ licence }) => !licence.redistribute).map(({ id, licence }) => `${id} (${licence.id})`),
  }
}

async function isThere({ root, id }: OfferedRecord): Promise<boolean> {
  return stat(join(snapshotsIn(root), id, 'manifest.json')).then(
    (found) => found.isFile(),
    () => false,
  )
}
