import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { badInput, VisavisError } from '../errors.ts'
import { unpackedContent, type ZipEntry, ZipError, type ZipFault, zipEntries } from '../files/zip-entries.ts'
import { readBytes } from './formats/csv.ts'
import { readAfterFileChecks } from './reader/given-files-check.ts'
import type { LoadedReader, Reader } from './reader/reader.ts'

/** Limit of an archive's size in bytes, packed or unpacked. No provider's archive that is read here is larger. */
const atMost = 2 ** 30

/**
 * Returns a reader that also takes the `.zip` archive in which its provider serves the files. The wanted files are unpacked to a temporary folder, read, and
 * removed. Everything else in the archive (codebooks) is left packed.
 *
 * @param wanted   matches the names, without folders, of the files that the reader takes
 */
export function acceptingZip(reader: Reader, wanted: RegExp): Reader {
  const takes = `${reader.takes}; or the .zip as it is served`
  return {
    ...reader,
    takes,
    load: async () => {
      const loaded = await reader.load()
      const read: LoadedReader['read'] = (paths, ...rest) => unpackedFor(paths, wanted, (unpacked) => loaded.read(unpacked, ...rest))
      const taker = { id: reader.id, takes }
      return {
        ...loaded,
        read: (paths, ...rest) =>
          paths.some(isZip) ? readAfterFileChecks(taker, paths, () => read(paths, ...rest)) : read(paths, ...rest),
      }
    },
  }
}

async function unpackedFor(
  paths: readonly string[],
  wanted: RegExp,
  read: (paths: readonly string[]) => ReturnType<LoadedReader['read']>,
): ReturnType<LoadedReader['read']> {
  if (!paths.some(isZip)) return read(paths)
  const folder = await mkdtemp(join(tmpdir(), 'visavis-zip-'))
  try {
    const unpacked: string[] = []
    for (const path of paths) unpacked.push(...(isZip(path) ? await unpack(path, wanted, folder) : [path]))
    return await read(unpacked)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function isZip(path: string): boolean {
  return /\.zip$/i.test(path)
}

/** Writes the wanted files of an archive into a folder, under their own names without folders, and returns their paths. */
async function unpack(path: string, wanted: RegExp, folder: string): Promise<string[]> {
  const file = basename(path)
  const size = (await stat(path).catch(() => ({ size: 0 }))).size
  if (size > atMost) throw new VisavisError('TooLarge', `${file} has more than 1 GB`, { hint: 'unpack it, and give the files in it' })
  const found = filesIn(await readBytes(path), file, wanted)
  const paths: string[] = []
  for (const { name, content } of found) {
    const at = join(folder, name)
    await writeFile(at, content, { flag: 'wx' }).catch((cause: unknown) => {
      throw badInput(`${file} holds ${name}, which was given already`, { cause, hint: 'give one edition of it' })
    })
    paths.push(at)
  }
  return paths
}

interface Unpacked {
  readonly name: string
  readonly content: Buffer
}

/**
 * Returns the wanted files of an archive, or of the archives inside it (one level deep, as some providers pack).
 *
 * @throws BadInput for a file that is not a complete zip file, has none of the wanted files, or unpacks to more than 1 GB or a hundred times its size
 */
function filesIn(bytes: Buffer, file: string, wanted: RegExp): Unpacked[] {
  const entries = listed(bytes, file)
  const direct = entries.filter((entry) => wanted.test(nameOf(entry)))
  if (direct.length > 0) return unpackAll(direct, file)
  const inner = unpackAll(
    entries.filter((entry) => isZip(entry.name)),
    file,
  ).flatMap(({ name, content }) => {
    const within = listed(content, `${file}!${name}`).filter((entry) => wanted.test(nameOf(entry)))
    return unpackAll(within, `${file}!${name}`)
  })
  if (inner.length > 0) return inner
  const names = entries.map(nameOf)
  throw badInput(
    `${file} holds ${names.slice(0, 8).join(', ')}${names.length > 8 ? ' …' : ''}: nothing that this source reads`,
    'check that this is the archive of this source',
  )
}

/** Returns the entries of an archive that are files. Entries that macOS adds for its own use are left out. */
function listed(bytes: Buffer, file: string): ZipEntry[] {
  try {
    const entries = zipEntries(bytes)
    if (entries.length === 0) throw new ZipError('torn', null)
    return entries.filter(({ name }) => !name.endsWith('/') && !/(^|\/)(__MACOSX\/|\._)/.test(name))
  } catch (cause) {
    throw badInput(`${file} is not a whole zip file`, { cause, hint: 'fetch the file again' })
  }
}

/** Returns the name of an entry without folders, also if these are separated by backslashes. */
function nameOf(entry: ZipEntry): string {
  return basename(entry.name.replaceAll('\\', '/'))
}

function unpackAll(entries: readonly ZipEntry[], file: string): Unpacked[] {
  const packed = entries.reduce((sum, entry) => sum + entry.packed.length, 0)
  let left = Math.min(atMost, Math.max(64e6, 100 * packed))
  return entries.map((entry) => {
    const content = unpackedEntry(entry, file, left)
    left -= content.length
    return { name: nameOf(entry), content }
  })
}

const inEntry: Readonly<Partial<Record<ZipFault, string>>> = {
  locked: 'is under a password',
  large: 'unpacks to more than is read of an archive of its size',
  damaged: 'is damaged, or unpacks to more than its directory says',
  mismatch: 'does not match its checksum',
}

function unpackedEntry(entry: ZipEntry, file: string, most: number): Buffer {
  try {
    return unpackedContent(entry, most)
  } catch (cause) {
    const what = inEntry[(cause as ZipError).fault] ?? `is packed by method ${entry.method}, which is not read here`
    throw badInput(`${file}: ${entry.name} ${what}`, { cause, hint: 'fetch the file again, or unpack it and give the file in it' })
  }
}
