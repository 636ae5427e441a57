import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { withWriterTurn } from '../../../src/store/writing/writer-turns.ts'
import { freshRoot } from '../fresh-root.ts'

/** None where no writer has made their folder yet. */
const tickets = (root: string): string[] => (existsSync(join(root, 'writers')) ? readdirSync(join(root, 'writers')) : [])

/** The ticket that a writer of this root makes, while it holds it. */
async function ticketIn(root: string): Promise<string> {
  let name = ''
  await withWriterTurn(root, async () => {
    name = tickets(root)[0]!
  })
  return name
}

function leaveTicket(root: string, name: string): string {
  mkdirSync(join(root, 'writers'), { recursive: true })
  writeFileSync(join(root, 'writers', name), '')
  return join(root, 'writers', name)
}

test('of many writers at once one is at work, none is forgotten, and nothing is left behind', async () => {
  const root = freshRoot()
  let [atWork, done] = [0, 0]
  const work = async (): Promise<void> => {
    expect(++atWork).toBe(1)
    await after(3)
    atWork--
    done++
  }
  await Promise.all(Array.from({ length: 12 }, () => withWriterTurn(root, work)))
  expect([done, tickets(root)]).toEqual([12, []])
})

test('they come to work in the order in which they came', async () => {
  const [root, order] = [freshRoot(), [] as number[]]
  const all: Promise<void>[] = []
  for (let i = 0; i < 5; i++) {
    all.push(withWriterTurn(root, async () => void order.push(await after(60, i))))
    while (tickets(root).filter((name) => /^\d/.test(name)).length + order.length <= i) await after(1)
  }
  await Promise.all(all)
  expect(order).toEqual([0, 1, 2, 3, 4])
})

test('work that fails gives the turn on', async () => {
  const root = freshRoot()
  await expect(withWriterTurn(root, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await withWriterTurn(root, async () => 'yes')).toBe('yes')
})

test.skipIf(process.platform !== 'linux')(
  'a writer that was killed holds nobody up: neither its number nor one given to another process since',
  async () => {
    const root = freshRoot()
    const [, machine] = (await ticketIn(root)).split('.') as [string, string]
    const child = spawn(process.execPath, ['-e', ''])
    await once(child, 'exit')
    leaveTicket(root, `1.${machine}.${child.pid}.1.00000000`)
    leaveTicket(root, `choosing.${machine}.${child.pid}.1.00000000`)
    // this very process, by its number, but begun at another time
    leaveTicket(root, `2.${machine}.${process.pid}.1.00000000`)
    expect(await withWriterTurn(root, async () => tickets(root).length, { patience: 0 })).toBe(1)
  },
)

test('a writer of another machine is waited for while it gives signs of life, and no longer than a lease after the last', async () => {
  const root = freshRoot()
  const path = leaveTicket(root, '1.ffffffff.1.1.00000000')
  let beats = 0
  // a clock that is set years back and forth is a sign of life all the same
  const beating = setInterval(() => utimesSync(path, ++beats % 2 ? 1 : 4e9, beats), 20)
  const waiting = withWriterTurn(root, async () => beats, { lease: 300 })
  await after(700)
  expect(tickets(root)).toHaveLength(2)
  clearInterval(beating)
  expect(await waiting).toBe(beats)
  expect(tickets(root)).toEqual([])
})

test('who waits too long is told for whom; who is called off, that nothing was changed; both give their place up', async () => {
  const root = freshRoot()
  leaveTicket(root, '1.ffffffff.77.1.00000000')
  const told: number[] = []
  const late = withWriterTurn(root, async () => 0, { patience: 100, onWait: (ahead) => told.push(ahead) })
  await expect(late).rejects.toMatchObject({ code: 'CannotWrite', message: expect.stringMatching(/process 77 .*nothing was changed/) })
  expect(told).toEqual([1])
  const leaving = withWriterTurn(root, async () => 0, { signal: AbortSignal.timeout(50) })
  await expect(leaving).rejects.toMatchObject({ code: 'Interrupted', message: expect.stringMatching(/nothing was changed/) })
  expect(tickets(root)).toHaveLength(1)
})
