import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type RandomStream, randomStream } from '../../src/numeric/random.ts'
import { readers } from '../../src/sources/index.ts'
import type { RowsByTable } from '../../src/sources/reader/edition.ts'
import type { LoadedReader } from '../../src/sources/reader/reader.ts'
import { openSession, type Session } from '../../src/store/index.ts'
import { type Damaged, damage } from './damage.ts'
import { type Sample, writeFiles } from './sample.ts'
import { samples } from './samples.ts'
import { otherFigureThan, strayFigure, verdictOn } from './verdict.ts'

/** Memory limit: reading a few kilobytes, or an enlarged field, should never need more. */
const memoryAtMost = 1.2e9

export interface FuzzOrder {
  readonly reader: string
  readonly seconds: number
  readonly seed: number
  /** The folder for files on which a reader fails. */
  readonly corpus: string
}

export interface FuzzTold {
  readonly runs: number
  readonly read: number
  readonly faults: readonly string[]
  /** The folder of the files being read. */
  readonly at: string
}

interface Bench {
  readonly sample: Sample
  readonly loaded: LoadedReader
  readonly session: Session
  readonly whole: RowsByTable
  readonly directory: string
}

/** Damages the files of a reader and reads them until the time is up; reports progress every second. */
export async function fuzz(order: FuzzOrder, tell: (told: FuzzTold) => void): Promise<FuzzTold> {
  const session = await openSession({ threads: 1 })
  const directory = mkdtempSync(join(tmpdir(), 'visavis-fuzz-'))
  const benches = await Promise.all(
    samples.filter((one) => one.reader === order.reader).map((sample) => benchOf(sample, session, directory)),
  )
  const seen = new Map<string, string>()
  const until = performance.now() + order.seconds * 1000
  let told = { runs: 0, read: 0, faults: [] as string[], at: directory }
  let next = 0
  while (performance.now() < until) {
    const random = randomStream(order.seed, order.reader, told.runs)
    const bench = benches[told.runs % benches.length]!
    const { fault, was } = await once(bench, random, order, seen)
    told = {
      ...told,
      runs: told.runs + 1,
      read: told.read + (was === 'read' ? 1 : 0),
      faults: fault === null ? told.faults : [...told.faults, fault],
    }
    if (performance.now() < next) continue
    tell(told)
    next = performance.now() + 1000
    await new Promise((resolve) => setImmediate(resolve))
  }
  session.close()
  rmSync(directory, { recursive: true, force: true })
  return told
}

async function benchOf(sample: Sample, session: Session, directory: string): Promise<Bench> {
  const loaded = await readers.find(({ id }) => id === sample.reader)!.load()
  const { brought, refusal, fault } = await verdictOn(loaded, writeFiles(directory, sample.files), session)
  if (brought === null || fault !== null) throw new Error(`${sample.reader} does not read its own files: ${refusal?.message ?? fault}`)
  return { sample, loaded, session, whole: brought, directory }
}

/** Reads a damaged file once; a new kind of fault saves the file. */
async function once(
  bench: Bench,
  random: RandomStream,
  order: FuzzOrder,
  seen: Map<string, string>,
): Promise<{ fault: string | null; was: string }> {
  const { sample, loaded, session, directory } = bench
  const file = sample.files[random.below(sample.files.length)]!
  const damaged = damage(file, random)
  const paths = writeFiles(directory, sample.files, new Map([[file.name, damaged.bytes]]))
  const { brought, fault } = await verdictOn(loaded, paths, session)
  const found =
    fault ??
    (process.memoryUsage.rss() > memoryAtMost ? 'memory: more than 1.2 GB' : null) ??
    wrongFigure(bench, damaged, brought, file.name)
  const was = brought === null ? 'refused' : 'read'
  if (found === null) return { fault: null, was }
  const kind = kindOf(found)
  if (seen.has(kind) || seen.size > 30) return { fault: null, was }
  seen.set(kind, found)
  keep(order, file.name, damaged.bytes)
  return { fault: `${order.reader} (${damaged.how.join(', ')}) ${found}`, was }
}

/** A figure that no correct reading of the damaged file gives. */
function wrongFigure({ sample, whole }: Bench, damaged: Damaged, brought: RowsByTable | null, name: string): string | null {
  if (brought === null || sample.sums === true) return null
  const others = sample.files.filter((file) => file.name !== name)
  if (damaged.harmless) return otherFigureThan(whole, brought)
  if (damaged.text === null) return null
  const text = [damaged.text, ...others.map((file) => (file.kind === 'text' ? file.lines.join('\n') : JSON.stringify(file)))].join('\n')
  return strayFigure(brought, text)
}

/** The fault without its figures and names, so that each defect gives one file. */
function kindOf(fault: string): string {
  const line = fault.split('\n').slice(0, 2).join(' ')
  return line
    .replace(/"[^"]*"/g, '""')
    .replace(/[\d.-]+/g, '0')
    .replace(/\b[A-Z]{2,}\b/g, 'X')
    .slice(0, 90)
}

function keep({ corpus, reader }: FuzzOrder, name: string, bytes: Uint8Array): void {
  const folder = join(corpus, reader)
  mkdirSync(folder, { recursive: true })
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 8)
  writeFileSync(join(folder, `${name}--${hash}`), bytes)
}
