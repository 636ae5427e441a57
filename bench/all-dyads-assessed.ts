import { fileURLToPath } from 'node:url'
import { assess } from '../src/assessments/index.ts'
import { type EveryDyadAnswer, everyDyad } from '../src/assessments/pairs/every-dyad.ts'
import { statePairsOn } from '../src/states/index.ts'
import { bundledRecord, openSnapshot } from '../src/store/index.ts'

const to = '2026-11-24'
const options = { from: undefined, to, draws: 200, seed: 1 }
const sample = 20
const threads = 2

/** Every pair of states alive today assessed in full on two threads, beside what they would take one by one, from pairs read by themselves in the same run. */
export async function run(): Promise<void> {
  const alone = await oneByOne()
  const snapshot = await openSnapshot(bundledRecord())
  const [began, before] = [performance.now(), process.cpuUsage()]
  const answer = await everyDyad({ ...options, state: undefined, domain: undefined }, snapshot, { threads })
  const wall = (performance.now() - began) / 1000
  const { user, system } = process.cpuUsage(before)
  const cpu = (user + system) / 1e6
  snapshot.close()
  const all = (alone * answer.pairs) / 1000
  console.log(
    `All pairs assessed in full: ${answer.pairs.toLocaleString('en-US')} pairs, ${answer.figures.toLocaleString('en-US')} known figures`,
  )
  console.log(
    `  ${threads} threads: ${wall.toFixed(1)} s, ${cpu.toFixed(1)} s of the processors, ${((1000 * cpu) / answer.pairs).toFixed(2)} ms a pair`,
  )
  console.log(
    `  one by one: ${alone.toFixed(0)} ms of the processors a pair over ${sample} pairs, ${all.toFixed(0)} s for all: ${(all / cpu).toFixed(0)} times as much`,
  )
  console.log(
    `  failed: ${answer.errors.reduce((sum, { pairs }) => sum + pairs, 0)}; memory at most ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`,
  )
  for (const { message, pairs, first } of answer.errors) console.log(`    ${pairs} (${first}): ${message}`)
  printAnswered(answer)
}

/** Prints for how many pairs each domain is answered, and for how many by a figure of the pair's own: neither zero (none found, none observed) nor a mere bound. */
function printAnswered({ domains, pairs, rows }: EveryDyadAnswer): void {
  const own = new Map(domains.map(({ id }) => [id, new Set<string>()]))
  for (const { a, b, domain, value, certainty } of rows)
    if (value !== null && value !== 0 && certainty !== 'at most') own.get(domain)!.add(`${a} ${b}`)
  const share = (count: number): string => `${((100 * count) / pairs).toFixed(1)} %`
  for (const { id, known } of domains)
    console.log(`  ${id}: answered ${share(known)}, by a figure of their own ${share(own.get(id)!.size)}`)
  const mean = (counts: number[]): string => (counts.reduce((sum, one) => sum + one, 0) / pairs).toFixed(2)
  console.log(
    `  domains a pair, of ${domains.length}: answered ${mean(domains.map(({ known }) => known))}, by a figure of their own ${mean([...own.values()].map(({ size }) => size))}`,
  )
}

/** Milliseconds of the processors for a pair read by itself, from a record that is opened for it, over pairs from all parts of the list. */
async function oneByOne(): Promise<number> {
  const pairs = statePairsOn(to)
  const before = process.cpuUsage()
  for (let i = 0; i < sample; i++) {
    const [a, b] = pairs[Math.floor(((i + 0.5) * pairs.length) / sample)]!
    const snapshot = await openSnapshot(bundledRecord())
    await assess({ a, b, ...options }, snapshot)
    snapshot.close()
  }
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000 / sample
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await run()
