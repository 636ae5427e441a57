import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { VisavisError } from '../errors.ts'

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

/**
 * @param most   bytes of one file; more is refused and nothing of it kept
 */
export function openUploads(most: number): Uploads {
  let folder: Promise<string> | undefined
  const place = /[^\s"'(]*visavis-uploads-\w+[/\\][0-9a-f-]{36}[/\\]/g
  const root = (): Promise<string> => (folder ??= mkdtemp(join(tmpdir(), 'visavis-uploads-')))
  return {
    keep: async (name, body) => {
      const id = randomUUID()
      const own = join(await root(), id)
      await mkdir(own)
      try {
        await written(join(own, safeName(name)), body, most)
      } catch (cause) {
        await rm(own, { recursive: true, force: true })
        throw cause
      }
      return `upload:${id}`
    },
    pathOf: async (reference) => {
      const id = form.exec(reference)?.[1]
      const own = id === undefined || folder === undefined ? undefined : join(await folder, id)
      const [name] = own === undefined ? [] : await readdir(own).catch(() => [])
      if (own !== undefined && name !== undefined) return join(own, name)
      throw new VisavisError('BadInput', `there is no file "${reference.slice(0, 60)}" here`, {
        hint: 'bring the file first: POST /api/v1/files?name=…',
      })
    },
    namesOnly: (text) => text.replace(place, ''),
    close: async () => {
      if (folder !== undefined) await rm(await folder, { recursive: true, force: true })
      folder = undefined
    },
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

async function written(path: string, body: ReadableStream<Uint8Array> | null, most: number): Promise<void> {
  let length = 0
  const counted = async function* (pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const piece of pieces) {
      length += piece.length
      if (length > most) throw new VisavisError('TooLarge', `the file has more than ${most / 1e6} MB`)
      yield piece
    }
  }
  await pipeline(
    body === null ? Readable.from([]) : Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]),
    counted,
    createWriteStream(path),
  )
}
