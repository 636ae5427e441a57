import { randomBytes } from 'node:crypto'
import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * Where a reading stands, in a file of twelve bytes without a name that two processes share: whether a text is read, the sentence at hand (from 1; 0: none), and a count that
 * goes on as long as the reader does. A reader that is stuck in one sentence cannot tell; but it wrote down which one it is before it began.
 */
export interface Stand {
  /** Handed to the reader as its fifth file; -1 where there is no room for it. */
  readonly fd: number
  /** Looks now and then whether the reading goes on; told once where it does not: at which sentence (from 0), or between sentences. */
  watch(onStill: (sentence: number | null) => void): NodeJS.Timeout
  close(): void
}

/** Milliseconds that one sentence may take at a stretch: the slowest of all that we know takes a twentieth of that, but a machine may be busy. */
const sentenceLimit = 10_000
/** The same for what is about no one sentence: a page of a PDF, the whole of a text. */
const betweenLimit = 60_000
/** Milliseconds between two glances. Glances are counted rather than seconds: a machine that slept is none that stands still. */
const glance = 250

const bytes = 12

export function openStand(): Stand {
  const fd = opened()
  const cells = new Int32Array(3)
  const read = (): void => void readSync(fd, cells, 0, bytes, 0)
  if (fd >= 0) writeSync(fd, cells, 0, bytes, 0)
  return {
    fd,
    watch: (onStill) => {
      if (fd < 0) return setInterval(() => undefined, 2 ** 30).unref()
      // what is left of a question before this one
      writeSync(fd, new Int32Array(3), 0, bytes, 0)
      return watched(cells, read, onStill)
    },
    close: () => {
      if (fd >= 0) closeSync(fd)
    },
  }
}

function watched(cells: Int32Array, read: () => void, onStill: (sentence: number | null) => void): NodeJS.Timeout {
  let last = -1
  let still = 0
  return setInterval(() => {
    read()
    const [reads, sentence, beat] = cells as unknown as [number, number, number]
    still = beat === last ? still + 1 : 0
    last = beat
    if (reads === 1 && still * glance >= (sentence > 0 ? sentenceLimit : betweenLimit)) onStill(sentence > 0 ? sentence - 1 : null)
  }, glance)
}

function opened(): number {
  const path = join(tmpdir(), `visavis-stand-${process.pid}-${randomBytes(6).toString('hex')}`)
  try {
    const fd = openSync(path, 'wx+', 0o600)
    rmSync(path, { force: true })
    return fd
  } catch {
    // a full disk keeps nobody from an answer
    return -1
  }
}

/** The other end: what the reader writes. */
export class OwnStand {
  readonly #fd: number
  readonly #cells = new Int32Array(3)

  constructor(fd: number) {
    this.#fd = fd
  }

  /** Begins to be watched, and stands at a sentence (from 0), or at none. */
  at(sentence: number | null): void {
    this.#cells[0] = 1
    this.#cells[1] = sentence === null ? 0 : sentence + 1
    this.beat()
  }

  beat(): void {
    this.#cells[2]!++
    try {
      writeSync(this.#fd, this.#cells, 0, bytes, 0)
    } catch {
      // there is none
    }
  }

  /** The next question is not watched before it reads a text. */
  rest(): void {
    this.#cells[0] = 0
    this.beat()
  }
}
