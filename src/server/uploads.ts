import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { VisavisError } from '../errors.ts'
import { RequestTooLarge } from './public/request-refused.ts'
import { removeStaleUploads, uploadFolderPrefix } from './upload-cleanup.ts'

/**
 * Uploaded files, stored until the server ends. A request names one by its reference, never by a path, so that no page can read other files
 * of this machine.
 */
export interface Uploads {
  /** Saves a file and returns its reference. */
  keep(name: string, body: ReadableStream<Uint8Array> | null): Promise<string>
  /** Returns the path of an upload. Throws BadInput for an unknown reference. */
  pathOf(reference: string): Promise<string>
  /** Shortens each path of an upload in a text to its file name. */
  namesOnly(text: string): string
  close(): Promise<void>
}

const referencePattern = /^upload:([0-9a-f-]{36})$/

/** Limits on all uploads of a server taken together. */
export interface UploadLimits {
  /** Most bytes of all files, stored and in transfer. */
  readonly bytes: number
  readonly files: number
  /** Most uploads at the same time. */
  readonly atOnce: number
  /** Milliseconds without use after which a file may be removed to make room. */
  readonly idle: number
}

const defaultLimits: UploadLimits = { bytes: 2 ** 32, files: 1000, atOnce: 16, idle: 3_600_000 }

interface StoredUpload {
  readonly folder: string
  bytes: number
  used: number
  whole: boolean
}

/**
 * Opens the store of a server's uploads.
 *
 * @param most     most bytes of one file; a larger one is refused and discarded
 * @param limits   limits on all files together; when one is reached, files long unused are removed, and if that is not enough the new file is
 *                 refused
 */
export function openUploads(most: number, limits: Partial<UploadLimits> = {}): Uploads {
  const files = new UploadStore(most, { ...defaultLimits, ...limits })
  const place = /[^\s"'(]*visavis-uploads-\w+[/\\][0-9a-f-]{36}[/\\]/g
  return {
    keep: (name, body) => files.keep(name, body),
    pathOf: async (reference) => {
      const path = await files.pathOf(referencePattern.exec(reference)?.[1] ?? '')
      if (path !== null) return path
      throw new VisavisError('BadInput', `there is no file "${reference.slice(0, 60)}" here`, {
        hint: 'bring the file first: POST /api/v1/files?name=…',
      })
    },
    namesOnly: (text) => text.replace(place, ''),
    close: () => files.close(),
  }
}

class UploadStore {
  readonly #most: number
  readonly #limits: UploadLimits
  readonly #files = new Map<string, StoredUpload>()
  /** Resolves when the folders left by killed servers are removed; the first upload waits for it. */
  readonly #swept = removeStaleUploads()
  #folder: Promise<string> | undefined

  constructor(most: number, limits: UploadLimits) {
    this.#most = most
    this.#limits = limits
  }

  async keep(name: string, body: ReadableStream<Uint8Array> | null): Promise<string> {
    this.#folder ??= this.#swept.then(() => mkdtemp(join(tmpdir(), uploadFolderPrefix())))
    const id = randomUUID()
    const stored: StoredUpload = { folder: join(await this.#folder, id), bytes: 0, used: Date.now(), whole: false }
    this.#makeRoom(1, 0)
    this.#files.set(id, stored)
    try {
      await mkdir(stored.folder)
      await writeUpload(join(stored.folder, safeName(name)), body, (size) => this.#count(stored, size))
    } catch (cause) {
      this.#drop(id)
      throw cause
    }
    stored.whole = true
    return `upload:${id}`
  }

  async pathOf(id: string): Promise<string | null> {
    const stored = this.#files.get(id)
    if (stored === undefined || !stored.whole) return null
    stored.used = Date.now()
    const [name] = await readdir(stored.folder).catch(() => [])
    return name === undefined ? null : join(stored.folder, name)
  }

  async close(): Promise<void> {
    await this.#swept
    if (this.#folder !== undefined) await rm(await this.#folder, { recursive: true, force: true })
    this.#folder = undefined
    this.#files.clear()
  }

  #count(stored: StoredUpload, size: number): void {
    if (stored.bytes + size > this.#most) throw new RequestTooLarge(`the file has more than ${this.#most / 1e6} MB`)
    this.#makeRoom(0, size)
    stored.bytes += size
  }

  /** Makes room for this many more files and bytes by removing files long unused. Throws if that is not enough. */
  #makeRoom(files: number, bytes: number): void {
    const all = [...this.#files.entries()]
    const { atOnce } = this.#limits
    if (files > 0 && all.filter(([, { whole }]) => !whole).length >= atOnce)
      throw new RequestTooLarge(`${atOnce} files are on their way already`, { hint: 'wait until one is there' })
    const held = all.reduce((sum, [, one]) => sum + one.bytes, 0)
    let [overFiles, overBytes] = [all.length + files - this.#limits.files, held + bytes - this.#limits.bytes]
    if (overFiles <= 0 && overBytes <= 0) return
    const before = Date.now() - this.#limits.idle
    for (const [id, one] of all.filter(([, { whole, used }]) => whole && used <= before).sort(([, a], [, b]) => a.used - b.used)) {
      this.#drop(id)
      overFiles--
      overBytes -= one.bytes
      if (overFiles <= 0 && overBytes <= 0) return
    }
    throw new RequestTooLarge(`the files that were brought here come to ${this.#limits.bytes / 1e6} MB or ${this.#limits.files}`, {
      hint: 'stop the server and start it again: that removes them',
    })
  }

  #drop(id: string): void {
    const stored = this.#files.get(id)
    this.#files.delete(id)
    if (stored !== undefined) rm(stored.folder, { recursive: true, force: true }).catch(() => undefined)
  }
}

/** Returns the file name of a path, in characters that every file system accepts. An upload keeps its name, as readers of sources look at it. */
function safeName(name: string): string {
  const last = name.split(/[/\\]/).at(-1)!
  const safe = last
    .replace(/[^\p{L}\p{N}._ ()-]/gu, '_')
    .replace(/^\.+/, '')
    .slice(-120)
  return safe === '' ? 'file' : safe
}

async function writeUpload(path: string, body: ReadableStream<Uint8Array> | null, count: (size: number) => void): Promise<void> {
  const counted = async function* (pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const piece of pieces) {
      count(piece.length)
      yield piece
    }
  }
  await pipeline(
    body === null ? Readable.from([]) : Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]),
    counted,
    createWriteStream(path),
  )
}
