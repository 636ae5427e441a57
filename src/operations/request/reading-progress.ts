import { randomBytes } from 'node:crypto'
import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ReadingTimeLimit } from '../../claims/reading-time-limit.ts'
import type { ReadingLimits } from './worker-messages.ts'

/**
 * The progress of a process that reads a text, in an unlinked file that a second process watches. The file holds three 32-bit integers:
 * whether a text is being read, the number of the current sentence (from 1; 0: none), and a heartbeat counter. A reader stuck in a sentence can
 * no longer report that, but has written the number of the sentence before reading it.
 */
export interface ProgressFile {
  /** File descriptor, which the reading process inherits as its fifth; -1 if the file could not be created. */
  readonly fd: number
  /** Polls the heartbeat and calls back when it has stopped, with the index of the sentence (from 0), or null between sentences. */
  watch(onStall: (sentence: number | null) => void): NodeJS.Timeout
  close(): void
}

/** Milliseconds without heartbeat after which a sentence counts as stalled: twenty times what the slowest known sentence takes, as the machine may be busy. */
const sentenceLimit = 10_000
/** Milliseconds without heartbeat after which work outside a sentence counts as stalled, such as on a page of a PDF or on the whole text. */
const otherLimit = 60_000
/** Milliseconds between polls. Polls are counted rather than time, so that a reader on a suspended machine does not count as stalled. */
const pollInterval = 250

const fileSize = 12

export function openProgressFile(): ProgressFile {
  const fd = createSharedFile()
  const fields = new Int32Array(3)
  const read = (): void => void readSync(fd, fields, 0, fileSize, 0)
  if (fd >= 0) writeSync(fd, fields, 0, fileSize, 0)
  return {
    fd,
    watch: (onStall) => {
      if (fd < 0) return setInterval(() => undefined, 2 ** 30).unref()
      // clears the progress of the previous request
      writeSync(fd, new Int32Array(3), 0, fileSize, 0)
      return watchHeartbeat(fields, read, onStall)
    },
    close: () => {
      if (fd >= 0) closeSync(fd)
    },
  }
}

function watchHeartbeat(fields: Int32Array, read: () => void, onStall: (sentence: number | null) => void): NodeJS.Timeout {
  let last = -1
  let missed = 0
  return setInterval(() => {
    read()
    const [reads, sentence, beat] = fields as unknown as [number, number, number]
    missed = beat === last ? missed + 1 : 0
    last = beat
    if (reads === 1 && missed * pollInterval >= (sentence > 0 ? sentenceLimit : otherLimit)) onStall(sentence > 0 ? sentence - 1 : null)
  }, pollInterval)
}

function createSharedFile(): number {
  const path = join(tmpdir(), `visavis-progress-${process.pid}-${randomBytes(6).toString('hex')}`)
  try {
    const fd = openSync(path, 'wx+', 0o600)
    rmSync(path, { force: true })
    return fd
  } catch {
    // without the file (the disk may be full) a text is read unwatched
    return -1
  }
}

/** Writes the progress of the reading process to the shared file. */
export class ProgressWriter {
  readonly #fd: number
  readonly #fields = new Int32Array(3)

  constructor(fd: number) {
    this.#fd = fd
  }

  /** Reports that reading is at this sentence (from 0), or between sentences (null). From now on the watching process notices a stall. */
  at(sentence: number | null): void {
    this.#fields[0] = 1
    this.#fields[1] = sentence === null ? 0 : sentence + 1
    this.heartbeat()
  }

  heartbeat(): void {
    this.#fields[2]!++
    try {
      writeSync(this.#fd, this.#fields, 0, fileSize, 0)
    } catch {
      // the file could not be created
    }
  }

  /** Reports that no text is being read, so that the watching process expects no heartbeat until the next text. */
  stop(): void {
    this.#fields[0] = 0
    this.heartbeat()
  }
}

/** Returns a pace that reads only the sentences within the limits, and reports each sentence to the watching process. */
export function watchedPace({ refused: before, end, until }: ReadingLimits, progress: ProgressWriter): ReadingTimeLimit {
  const refused = new Set(before)
  return {
    refused,
    between: () => progress.at(null),
    takes: (sentence) => {
      if ((end !== null && sentence >= end) || Date.now() > until) refused.add(sentence)
      const taken = !refused.has(sentence)
      progress.at(taken ? sentence : null)
      return taken
    },
  }
}
