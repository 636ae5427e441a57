import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { sentenceSpans } from '../../src/claims/documents/document-sentences.ts'
import { readClaims } from '../../src/claims/reading/document-claims.ts'
import { passagesIn } from '../scores/passages.ts'
import { hostileSentences } from './hostile-sentences.ts'

/**
 * Reads sentences crafted to slow reading down, one at a time: `read-hostile [--count 100000] [--seed 1] [--from 0]`,
 * or the sentences of texts: `read-hostile --texts FOLDER`. Reading runs in a separate process, which is ended if a
 * sentence takes longer than a minute. Reports the slowest sentences and every error.
 */
const given = (name: string, usual: string): string => {
  const at = process.argv.indexOf(name)
  return at < 0 ? usual : process.argv[at + 1]!
}
const longest = 120_000
const shown = 10

/** The sentences to read, by number; undefined after the last. */
function sentencesAsked(): (index: number) => string | undefined {
  const folder = given('--texts', '')
  if (folder !== '') {
    const files = readdirSync(folder).filter((file) => /\.(?:txt|md)$/.test(file))
    const all = files.sort().flatMap((file) => {
      const text = readFileSync(join(folder, file), 'utf8')
      return sentenceSpans(text).map(({ start, end }) => text.slice(start, end))
    })
    return (index) => all[index]
  }
  const [made, count] = [hostileSentences(Number(given('--seed', '1'))), Number(given('--count', '100000'))]
  return (index) => (index < count ? made(index) : undefined)
}

/** Reads from a number on, and reports each slow or failed sentence and the progress. */
function work(): void {
  const sentence = sentencesAsked()
  let told = performance.now()
  // the first sentences include the compilation of all patterns
  for (const { text, date } of passagesIn(['test/claims/passages/dev'])) readClaims(text.split('\n'), date)
  for (let index = Number(given('--from', '0')); ; index++) {
    const text = sentence(index)
    if (text === undefined) break
    const start = performance.now()
    const before = process.cpuUsage()
    let fault = ''
    try {
      readClaims([text], '2024-05-06')
    } catch (error) {
      fault = String(error)
    }
    // processor time, since other work may keep the processor busy
    const { user, system } = process.cpuUsage(before)
    const ms = (user + system) / 1_000
    if (ms > 20 || fault !== '' || start > told + 5_000) {
      console.log(JSON.stringify({ index, ms: Math.round(ms), fault, text: ms > 20 || fault !== '' ? text : '' }))
      told = start
    }
  }
  console.log(JSON.stringify({ index: -1 }))
}

interface Told {
  readonly index: number
  readonly ms: number
  readonly fault: string
  readonly text: string
}

function watch(): void {
  const child = spawn(process.execPath, ['--import', 'tsx', fileURLToPath(import.meta.url), '--work', ...process.argv.slice(2)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const slow: Told[] = []
  let [reached, ended, rest] = [0, false, '']
  let last = Date.now()
  const guard = setInterval(() => {
    if (Date.now() - last < longest) return
    console.log(`a sentence behind number ${reached} takes longer than ${longest / 1_000} s: stopped`)
    child.kill('SIGKILL')
  }, 1_000)
  child.stdout.on('data', (data: Buffer) => {
    last = Date.now()
    const lines = (rest + data.toString()).split('\n')
    rest = lines.pop() ?? ''
    for (const one of lines.map((line): Told => JSON.parse(line))) {
      if (one.index < 0) ended = true
      else reached = one.index
      if (one.text !== undefined && one.text !== '') slow.push(one)
    }
  })
  child.on('close', () => {
    clearInterval(guard)
    const faults = slow.filter(({ fault }) => fault !== '')
    for (const { ms, index, text } of slow.toSorted((a, b) => b.ms - a.ms).slice(0, shown))
      console.log(`${ms} ms\t${index}\t${text.slice(0, 300)}`)
    for (const { fault, index, text } of faults) console.log(`${fault}\t${index}\t${text.slice(0, 300)}`)
    console.log(
      `${ended ? 'all' : `only ${reached}`} read; ${slow.filter(({ ms }) => ms > 200).length} took more than 200 ms, ${faults.length} failed`,
    )
    process.exitCode = ended && faults.length === 0 ? 0 : 1
  })
}

if (process.argv.includes('--work')) work()
else watch()
