import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { queueAddress } from '../../../src/work/queue/queue-address.ts'
import { queueStatus } from '../../../src/work/queue/queue-status.ts'
import { freePorts } from '../../server/nginx.ts'
import { type Service, serviceMissing, startPostgres, startValkey } from '../../work/services.ts'
import { type Machines, makeMachines, program } from './machines.ts'

const main = fileURLToPath(new URL('../../../dist/cli/main.js', import.meta.url))
const isBuilt = existsSync(main)

/** Real work of a minute: the trade of every pair of states. */
const work = ['dyads', '--domain', 'trade', '--to', '2020']
const cell = 250
/** Milliseconds that a busy machine may take. */
const slow = 600_000

describe.skipIf(!isBuilt)('three machines, one killed, one cut off for 20 seconds, and the queue started anew', () => {
  const folder = mkdtempSync(join(tmpdir(), 'visavis-machines-'))
  const plan = join(folder, 'plan.json')
  let machines: Machines
  let expected: string
  let cells: number

  beforeAll(() => {
    machines = makeMachines(3)
    const { status, stderr } = program([...work, '--plan', plan, '--cell', String(cell)])
    expect(status, stderr).toBe(0)
    cells = Math.ceil((JSON.parse(readFileSync(plan, 'utf8')) as { items: number }).items / cell)
    const alone = program(['work', 'run', plan, '-o', join(folder, 'alone'), '--quiet', '--processes', '2'])
    expect(alone.status, alone.stderr).toBe(0)
    expected = alone.stdout
  }, slow)
  afterAll(() => machines.remove())

  test(
    'this machine alone has the bytes of the command',
    () => {
      const file = join(folder, 'command.csv')
      expect(program([...work, '--format', 'csv', '-o', file, '--quiet']).status).toBe(0)
      expect(readFileSync(join(folder, 'alone/result.csv')).equals(readFileSync(file))).toBe(true)
    },
    slow,
  )

  test.each([
    { name: 'Valkey', which: 'valkey', start: startValkey },
    { name: 'PostgreSQL', which: 'postgres', start: startPostgres },
  ] as const)(
    'give the same result by $name, with every cell there',
    async ({ name, which, start }) => {
      const missing = serviceMissing(which)
      if (missing !== undefined && process.env['VISAVIS_ALL_TESTS'] === undefined)
        return void process.stderr.write(`left out: ${missing}\n`)
      const [port] = await freePorts(1)
      const service: Service = await start({ host: machines.host, port: port!, password: 'secret' })
      const workers: ChildProcess[] = []
      const errors: Promise<string>[] = []
      try {
        const result = join(folder, which)
        const planner = spawn(process.execPath, [main, 'work', 'run', plan, '--executor', 'queue', '--queue', service.url, '-o', result])
        const [out, told] = [text(planner.stdout), text(planner.stderr)]
        const end = once(planner, 'exit')
        for (const machine of machines.all) {
          const worker = machine.start(['work', 'worker', '--queue', service.url, '--processes', '1', '--lock', '5'])
          workers.push(worker)
          errors.push(text(worker.stderr!))
        }
        const status = () => queueStatus(queueAddress(service.url))
        await expect.poll(async () => (await status()).done, { timeout: slow, interval: 100 }).toBeGreaterThan(0)
        machines.all[1]!.cut()
        workers[0]!.kill('SIGKILL')
        const cutAt = Date.now()
        await service.restart()
        await pause(Math.max(0, 20_000 - (Date.now() - cutAt)))
        machines.all[1]!.join()
        const [code] = (await end) as [number]
        expect(code, await told).toBe(0)
        expect(await out).toBe(expected)
        const { done, of, failed, executions, plans } = await status()
        expect([done, of, failed]).toEqual([cells, cells, 0])
        // each cell was begun at least once
        expect(executions).toBeGreaterThan(cells - 1)
        process.stderr.write(
          `${name}${machines.areNamespaces ? ', machines in network namespaces' : ', machines as processes: no network namespaces here'}: ${of} cells, ${executions} executions, ${plans[0]!.repeated} repeated\n`,
        )
      } finally {
        for (const machine of machines.all) machine.join()
        for (const worker of workers) worker.kill('SIGKILL')
        await service.stop()
      }
      expect((await errors[2]!).length).toBeGreaterThan(0)
    },
    slow,
  )
})
