import { fork } from 'node:child_process'
import { cpSync, existsSync, mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { type FuzzOrder, type FuzzTold, fuzz } from '../../test/faults/fuzz-loop.ts'
import { samples } from '../../test/faults/samples.ts'

/**
 * Repeatedly damages source files and reads them: `npx tsx scripts/chaos/fuzz-readers.ts [SOURCE...] --minutes 10`.
 *
 * A reader must answer or refuse within seconds and a gigabyte, and never give a figure that the file does not contain.
 * Each reader runs in a separate process, which is ended if it stops responding. Files on which a reader fails are
 * added to the corpus that a test replays.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    minutes: { type: 'string', default: '10' },
    seed: { type: 'string', default: '1' },
    corpus: { type: 'string', default: fileURLToPath(new URL('../../test/faults/corpus', import.meta.url)) },
    child: { type: 'boolean', default: false },
  },
})

/** Longer than any read, even on a busy machine; a process silent for this long hangs. */
const silence = 90_000

const all = [...new Set(samples.map(({ reader }) => reader))]
const order = (reader: string): FuzzOrder => ({
  reader,
  seconds: Number(values.minutes) * 60,
  seed: Number(values.seed),
  corpus: values.corpus,
})

if (values.child) {
  const told = await fuzz(order(positionals[0]!), (soFar) => process.send?.(soFar))
  process.send?.(told, () => process.disconnect())
} else {
  const unknown = positionals.find((id) => !all.includes(id))
  if (unknown !== undefined) throw new Error(`no files to damage of "${unknown}"; there are ${all.join(', ')}`)
  for (const reader of positionals.length > 0 ? positionals : all) await watched(reader)
}

/** Runs one reader in its own process, and reads its reports line by line. */
async function watched(reader: string): Promise<void> {
  const started = performance.now()
  const child = fork(
    fileURLToPath(import.meta.url),
    ['--child', reader, '--minutes', values.minutes, '--seed', values.seed, '--corpus', values.corpus],
    {
      execArgv: [...process.execArgv, '--max-old-space-size=900'],
    },
  )
  let last: FuzzTold = { runs: 0, read: 0, faults: [], at: '' }
  let timer = setTimeout(() => child.kill('SIGKILL'), silence)
  child.on('message', (told) => {
    for (const fault of (told as FuzzTold).faults.slice(last.faults.length)) console.log(`  ${fault.split('\n').slice(0, 3).join(' | ')}`)
    last = told as FuzzTold
    clearTimeout(timer)
    timer = setTimeout(() => child.kill('SIGKILL'), silence)
  })
  const how = await new Promise<string>((resolve) => child.on('exit', (code, signal) => resolve(signal ?? String(code))))
  clearTimeout(timer)
  const seconds = Math.round((performance.now() - started) / 1000)
  console.log(
    `${reader}: ${last.runs} files in ${seconds} s, ${last.read} read, ${last.runs - last.read} refused, ${last.faults.length} kinds of fault`,
  )
  if (how !== '0') ended(reader, how, last)
}

/** Handles a process that was ended or exited: the files it was reading are what matters. */
function ended(reader: string, how: string, { at }: FuzzTold): void {
  console.log(`  ${reader} ended by ${how}`)
  process.exitCode = 1
  if (!existsSync(at)) return
  const kept = `${values.corpus}/${reader}/ended-${how}`
  mkdirSync(kept, { recursive: true })
  cpSync(at, kept, { recursive: true })
}
