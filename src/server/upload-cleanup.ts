import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { lstat, readdir, readFile, rm } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'

// The name of an upload folder identifies its owner: the machine, the process, and the process's start time, as process ids are reused.

const folderPrefix = 'visavis-uploads-'
const machine = createHash('sha256').update(hostname()).digest('hex').slice(0, 8)
/** Age in milliseconds after which a folder is removed if its name does not identify its owner. */
const day = 86_400_000

/** Returns the start of the names of this process's upload folders. */
export function uploadFolderPrefix(): string {
  return `${folderPrefix}${machine}_${process.pid}_${startTime(ownStatus())}_`
}

/**
 * Removes upload folders that servers of this machine left behind when they were killed or the machine crashed. Folders of running servers,
 * of other machines and of other users stay.
 */
export async function removeStaleUploads(): Promise<void> {
  const names = (await readdir(tmpdir()).catch(() => [])).filter((name) => name.startsWith(folderPrefix))
  for (const name of names) {
    const path = join(tmpdir(), name)
    const found = await lstat(path).catch(() => null)
    const ours = found?.isDirectory() === true && (process.getuid === undefined || found.uid === process.getuid())
    if (ours && (await isStale(name.slice(folderPrefix.length), found.mtimeMs)))
      await rm(path, { recursive: true, force: true }).catch(() => undefined)
  }
}

async function isStale(owner: string, changed: number): Promise<boolean> {
  const [, host, pid, start] = /^([0-9a-f]{8})_(\d+)_(\d*)_/.exec(owner) ?? []
  if (host === undefined || pid === undefined) return Date.now() - changed > day
  if (host !== machine) return false
  if (!isRunning(Number(pid))) return true
  const now = startTime(await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => ''))
  return start !== '' && now !== '' && now !== start
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}

/** Reads the start time of a process, in clock ticks since boot, from its `/proc` status (Linux); empty on other systems. */
const startTime = (status: string): string => status.split(') ').at(-1)?.split(' ')[19] ?? ''

function ownStatus(): string {
  try {
    return readFileSync('/proc/self/stat', 'utf8')
  } catch {
    return ''
  }
}
