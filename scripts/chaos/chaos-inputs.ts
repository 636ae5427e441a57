/**
 * Attacks the built package with hostile inputs, each in a process and a store of its own: clocks that are wrong, conditions that are mutated, documents that
 * unpack without end, inputs without end, formulas. Prints one table; the exit code is 1 where one is not as it should be. At most ten minutes on two cores.
 *
 *     npm run build && npx tsx scripts/chaos/chaos-inputs.ts [--seed 1] [--conditions 40]
 */
import { type SpawnSyncReturns, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { randomStream } from '../../src/numeric/random.ts'
import { uniform } from '../../src/numeric/random-normal.ts'
import { nextSnapshot } from '../../src/store/index.ts'
import { pdfOfWidths } from '../../test/claims/documents/document-files.ts'
import { madeUpEdition } from './chaos-plan.ts'

const { values } = parseArgs({ options: { seed: { type: 'string', default: '1' }, conditions: { type: 'string', default: '40' } } })
const folder = mkdtempSync(join(tmpdir(), 'visavis-attack-'))
const stream = randomStream(Number(values.seed), 'attack')
const pick = <T>(list: readonly T[]): T => list[Math.floor(uniform(stream) * list.length)]!

/** A kind of attack: how often it was tried, and what went wrong. */
interface Kind {
  readonly name: string
  readonly tried: number
  readonly faults: readonly string[]
}

function visavis(home: string, ...words: string[]): SpawnSyncReturns<string> {
  const env = { ...process.env, VISAVIS_HOME: home }
  return spawnSync(process.execPath, ['dist/cli/main.js', ...words], { env, encoding: 'utf8', timeout: 180_000, maxBuffer: 2 ** 28 })
}

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

/** What is wrong with any answer: an internal error, an unexpected code, control characters. */
function faultOf(done: SpawnSyncReturns<string>, codes: readonly number[]): string | undefined {
  if (done.status === null) return `ended by ${done.signal}`
  if (/Internal|a fault of ours/.test(done.stderr)) return done.stderr.slice(0, 200)
  if (!codes.includes(done.status)) return `code ${done.status}: ${done.stderr.slice(0, 200)}`
  return /[^\P{Cc}\n\t]/u.test(done.stderr + done.stdout) ? 'control characters' : undefined
}

/** Editions added under clocks that are wrong by years: no answer is dated after today, and none is lost when stamps are set right. */
async function clocks(): Promise<Kind> {
  const faults: string[] = []
  const years = [-5, -1, 1, 2, 5, 10, 30]
  for (const year of years) {
    const home = join(folder, `clock-${year}`)
    const env = { VISAVIS_HOME: home }
    await nextSnapshot({ env, now: new Date(Date.now() + year * 365 * 86_400_000).toISOString() }, ({ write }) =>
      write(madeUpEdition('ahead')),
    )
    await nextSnapshot({ env, now: new Date().toISOString() }, ({ write }) => write(madeUpEdition('right')))
    const answer = visavis(home, 'assess', 'CHN', 'RUS', '--json')
    const { to } = JSON.parse(answer.stdout) as { to: string }
    if (to > new Date().toISOString().slice(0, 10)) faults.push(`${year} years: as of ${to}`)
    if (year > 0 && !answer.stderr.includes('in the future')) faults.push(`${year} years: not told`)
    visavis(home, 'verify', '--set-aside')
    const after = visavis(home, 'verify', '--json')
    if (after.status !== 0) faults.push(`${year} years: verify ends with ${after.status}`)
    const sources = visavis(home, 'sources', '--json').stdout
    for (const one of ['ahead', 'right']) if (!sources.includes(`"${one}"`)) faults.push(`${year} years: ${one} is lost`)
  }
  return { name: 'clocks wrong by years', tried: years.length, faults }
}

const parts = {
  figure: ['kappa_quadratic', 'agreement', 'kappa_quadratik', '', 7, null, ['agreement'], 'a\u001b[2J', '__proto__'],
  above: [0.2, -1, 1, 1e308, '0', null, Number.NaN],
  since: ['2024-01-01', '2024-13-45', '2024', 2000, -1, null, '9999-99-99'],
  words: ['Exercise', ['a'], '', { length: 1 }, '\u001b]0;x\u0007'],
  series: ['agreement', 'agrement', 3],
  was: ['up', 'down', 'UP', null],
  type: ['threshold', 'reversal', 'event', 'break', 'mood', 'constructor'],
  a: ['CHN', 'CHN', 'CHN', 'RUS', 'Narnia', ''],
}

/** Mutated conditions: code 0, 2 or 4, never an internal error. */
function conditions(): Kind {
  const faults: string[] = []
  const home = join(folder, 'conditions')
  const tried = Number(values.conditions)
  for (let n = 0; n < tried; n++) {
    const condition: Record<string, unknown> = { name: pick(['x', 'a\u001b[31m', 'b']), b: 'RUS', type: pick(parts.type), a: pick(parts.a) }
    for (const name of ['figure', 'above', 'since', 'words', 'series', 'was'] as const)
      if (uniform(stream) < 0.5) condition[name] = pick<unknown>(parts[name])
    const text = JSON.stringify({ conditions: [condition] })
    const fault = faultOf(visavis(home, 'watch', file('conditions.json', uniform(stream) < 0.1 ? text.slice(0, -3) : text)), [0, 2, 4])
    if (fault !== undefined) faults.push(`${text}: ${fault}`)
  }
  return { name: 'mutated conditions', tried, faults }
}

/** Documents of few bytes that ask for much: read or refused, and told. */
function bombs(): Kind {
  const sentence = 'China and Russia traded goods worth $228 billion in 2025.'
  const page = (text: string): string => `<p>${sentence}</p><p>${text}</p>`
  const files = [
    ...['0 2000000000 500', '0 100000000 1', '-2000000000 2000000000 5'].map((range, n) => file(`widths-${n}.pdf`, pdfOfWidths(range))),
    ...['&amp;', 'a&lt;', '&#9;', '&#x110000;', '&nonesuch'].map((one, n) =>
      file(`entities-${n}.html`, page(one.repeat(9e6 / one.length))),
    ),
  ]
  const home = join(folder, 'bombs')
  const faults = files.flatMap((path) => {
    const fault = faultOf(visavis(home, 'read', path), [0, 1])
    return fault === undefined ? [] : [`${path}: ${fault}`]
  })
  return { name: 'documents that unpack without end', tried: files.length, faults }
}

/** Inputs without end, and claims that cannot be used. */
function inputs(): Kind {
  const home = join(folder, 'inputs')
  const asked: readonly (readonly [number, ...string[]])[] = [
    [1, 'add', 'world-bank', '/dev/zero'],
    [1, 'add', 'baci', '/dev/zero'],
    [1, 'read', '/dev/zero'],
    [1, 'check', '/dev/zero'],
    [1, 'watch', '/dev/zero'],
    [1, 'forecast', '/dev/zero'],
    [1, 'gravity', '/dev/zero', '--regressors', 'x'],
    [3, 'check', file('unusable.jsonl', '{"kind":"nonesuch","indicator":"x","actors":["FIN"]}\n')],
  ]
  const faults = asked.flatMap(([code, ...words]) => {
    const fault = faultOf(visavis(home, ...words), [code])
    return fault === undefined ? [] : [`${words.join(' ')}: ${fault}`]
  })
  const rows = Array.from({ length: 30 }, (_, i) => `${1990 + i},${100 + ((i * 37) % 11)}`).join('\n')
  const csv = visavis(home, 'forecast', file('series.csv', `year,=1+2\n${rows}\n`), '--format', 'csv').stdout
  if (!/^'=1\+2,/m.test(csv)) faults.push(`a formula in the CSV of forecast: ${csv.slice(0, 80)}`)
  return { name: 'endless inputs, formulas, unusable claims', tried: asked.length + 1, faults }
}

try {
  console.log('| attack | tried | not as it should be | seconds |\n|---|---|---|---|')
  const all: Kind[] = []
  for (const attack of [clocks, conditions, bombs, inputs]) {
    const began = performance.now()
    const kind = await attack()
    all.push(kind)
    console.log(`| ${kind.name} | ${kind.tried} | ${kind.faults.length} | ${Math.round((performance.now() - began) / 1000)} |`)
  }
  const faults = all.flatMap((kind) => kind.faults)
  for (const fault of faults) console.log(fault)
  process.exitCode = faults.length === 0 ? 0 : 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
