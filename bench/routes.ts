/**
 * Time of `visavis routes` on 1.14 million figures by product, member, partner and month: all hubs, all products, all methods, from an open record; then for another
 * set of hubs. Usage: npx tsx bench/routes.ts FILE (eu-members-exports-cn8-partner-month-2020-2022.csv.gz); the goal is 10 s and 0.3 s on two idle cores.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { allGoods, routes } from '../src/evasion/index.ts'
import { checkInput, operations } from '../src/operations/index.ts'
import { openSnapshot } from '../src/store/index.ts'

const file = process.argv[2] ?? '../shared/data/comext-cn8-sanctioned/eu-members-exports-cn8-partner-month-2020-2022.csv.gz'
const home = mkdtempSync(join(tmpdir(), 'visavis-bench-routes-'))

async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const [started, before] = [performance.now(), process.cpuUsage()]
  const result = await work()
  const { user, system } = process.cpuUsage(before)
  process.stdout.write(
    `${what}: ${((performance.now() - started) / 1e3).toFixed(2)} s, ${((user + system) / 1e6).toFixed(2)} s of processor\n`,
  )
  return result
}

try {
  const add = operations.find(({ name }) => name === 'add')!
  const context = { env: { VISAVIS_HOME: home }, today: '2026-11-30', now: '2026-11-30T00:00:00.000Z' }
  const work = await add.load()
  await timed('add', () => work.run(checkInput(add, { source: 'comext-products', files: [file] }), context))
  const snapshot = await openSnapshot(home)
  const ask = (hubs?: string[]) => routes({ target: 'RUS', goods: allGoods, since: '2022-03', hubs }, snapshot)
  await timed('all hubs and products', () => ask())
  await timed('the same again', () => ask())
  await timed('two other hubs', () => ask(['KAZ', 'KGZ']))
  snapshot.close()
} finally {
  rmSync(home, { recursive: true, force: true })
}
