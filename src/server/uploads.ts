import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { VisavisError } from '../errors.ts'
import { ownPrefix, sweepUploads } from './uploads-left.ts'

/** Files that a reader brought, until the server ends. A question names one by its reference and never by a path: no page can have a file of this machine read. */
export interface Uploads {
  /** Keeps a file and hands out its reference. */
  keep(name: string, body: ReadableStream<Uint8Array> | null): Promise<string>
  /** Where the file of a reference lies. */
  pathOf(reference: string): Promise<string>
  /** A text with the names of files in place of where they lie. */
  namesOnly(text: string): string
  close(): Promise<void>
}

const form = /^upload:([0-9a-f-]{36})$/

/** How much a server keeps of what is brought, by all its readers together. */
export interface UploadLimits {
  /** Bytes of all files, kept and on their way. */
  readonly bytes: number
  readonly files: number
  /** Files on their way at a time. */
  readonly atOnce: number
  /** Milliseconds after which a file that nobody asks for may make room for another. */
  readonly idle: number
}

const usual: UploadLimits = { bytes: 2 ** 32, files: 1000, atOnce: 16, idle: 3_600_000 }

interface Kept {
  readonly folder: string
  bytes: number
  used: number
  whole: boolean
}

/**
 * @param most     bytes of one file; more is refused and nothing of it kept
 * @param limits   of all files together; where they are reached, files that nobody asked for in an hour make room, else a new one is refused
 */
export function openUploads(most: number, limits: Partial<UploadLimits> = {}): Uploads {
  const files = new KeptFiles(most, { ...usual, ...limits })
  const place = /[^\s"'(]*visavis-uploads-\w+[/\\][0-9a-f-]{36}[/\\]/g
  return {
    keep: (name, body) => files.keep(name, body),
    pathOf: async (reference) => {
      const path = await files.pathOf(form.exec(reference)?.[1] ?? '')
      if (path !== null) return path
      throw new VisavisError('BadInput', `there is no file "${reference.slice(0, 60)}" here`, {
        hint: 'bring the file first: POST /api/v1/files?name=…',
      })
    },
    namesOnly: (text) => text.replace(place, ''),
    close: () => files.close(),
  }
}

class KeptFiles {
  readonly #most: number
  readonly #limits: UploadLimits
  readonly #kept = new Map<string, Kept>()
  /** What servers left behind that were killed; gone before the first file is taken. */
  readonly #swept = sweepUploads()
  #folder: Promise<string> | undefined

  constructor(most: number, limits: UploadLimits) {
    this.#most = most
    this.#limits = limits
  }

  async keep(name: string, body: ReadableStream<Uint8Array> | null): Promise<string> {
    this.#folder ??= this.#swept.then(() => mkdtemp(join(tmpdir(), ownPrefix())))
    const id = randomUUID()
    const kept: Kept = { folder: join(await this.#folder, id), bytes: 0, used: Date.now(), whole: false }
    this.#makeRoom(1, 0)
    this.#kept.set(id, kept)
    try {
      await mkdir(kept.folder)
      await written(join(kept.folder, safeName(name)), body, (size) => this.#count(kept, size))
    } catch (cause) {
      this.#drop(id)
      throw cause
    }
    kept.whole = true
    return `upload:${id}`
  }

  async pathOf(id: string): Promise<string | null> {
    const kept = this.#kept.get(id)
    if (kept === undefined || !kept.whole) return null
    kept.used = Date.now()
    const [name] = await readdir(kept.folder).catch(() => [])
    return name === undefined ? null : join(kept.folder, name)
  }

  async close(): Promise<void> {
    await this.#swept
    if (this.#folder !== undefined) await rm(await this.#folder, { recursive: true, force: true })
    this.#folder = undefined
    this.#kept.clear()
  }

  #count(kept: Kept, size: number): void {
    if (kept.bytes + size > this.#most) throw new VisavisError('TooLarge', `the file has more than ${this.#most / 1e6} MB`)
    this.#makeRoom(0, size)
    kept.bytes += size
  }

  /** Room for so many more files and bytes. Refused where there is none to be had. */
  #makeRoom(files: number, bytes: number): void {
    const all = [...this.#kept.entries()]
    const { atOnce } = this.#limits
    if (files > 0 && all.filter(([, { whole }]) => !whole).length >= atOnce)
      throw new VisavisError('TooLarge', `${atOnce} files are on their way already`, { hint: 'wait until one is there' })
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
    throw new VisavisError('TooLarge', `the files that were brought here come to ${this.#limits.bytes / 1e6} MB or ${this.#limits.files}`, {
      hint: 'stop the server and start it again: that removes them',
    })
  }

  #drop(id: string): void {
    const kept = this.#kept.get(id)
    this.#kept.delete(id)
    if (kept !== undefined) rm(kept.folder, { recursive: true, force: true }).catch(() => undefined)
  }
}

/** The last part of a name, of letters that no file system minds: readers of sources look at names. */
function safeName(name: string): string {
  const last = name.split(/[/\\]/).at(-1)!
  const safe = last
    .replace(/[^\p{L}\p{N}._ ()-]/gu, '_')
    .replace(/^\.+/, '')
    .slice(-120)
  return safe === '' ? 'file' : safe
}

async function written(path: string, body: ReadableStream<Uint8Array> | null, count: (size: number) => void): Promise<void> {
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
