import { cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { ErrorCode } from '../../src/errors.ts'
import { operations } from '../../src/operations/catalogue.ts'
import type { Operation } from '../../src/operations/request/operation.ts'
import { withOperation } from '../server/open-server.ts'
import { serve } from '../sources/misbehaving-server.ts'
import { freshRoot } from '../store/fresh-root.ts'
import { type Ran, ran } from '../visavis.ts'

/** How a refusal is met: what is asked, given a directory of its own, and what is said. */
interface Refusal {
  readonly asked: (folder: string) => Promise<Ran>
  readonly exit: number
  readonly says: string
}

const asking =
  (...words: string[]): Refusal['asked'] =>
  (folder) =>
    ran(words, { env: { ...process.env, VISAVIS_HOME: join(folder, 'home') } })

/** Asks about a file with this content. */
const askingOf =
  (name: string, content: string | Uint8Array, ...words: string[]): Refusal['asked'] =>
  (folder) => {
    writeFileSync(join(folder, name), content)
    return asking(...words, join(folder, name))(folder)
  }

/** Asks an operation that throws. */
const failing =
  (thrown: unknown): Refusal['asked'] =>
  (folder) => {
    const sound = operations.find(({ name }) => name === 'cite')!
    const load: Operation['load'] = async () => ({ ...(await sound.load()), run: () => Promise.reject(thrown) })
    withOperation({ ...sound, name: 'break', load })
    return asking('break')(folder)
  }

async function tornRecord(folder: string): Promise<Ran> {
  const record = join(folder, 'record')
  cpSync(join(import.meta.dirname, '../../data/record'), record, { recursive: true })
  for (const part of readdirSync(join(record, 'parts'))) writeFileSync(join(record, 'parts', part), 'PAR1')
  return asking('votes', 'CHN', 'RUS', '--snapshot', record)(folder)
}

/** Every kind of refusal once. */
const refusals: Readonly<Record<ErrorCode, Refusal>> = {
  Usage: { asked: asking('composite', 'CHN', 'RUS', '--weights', 'arms=x'), exit: 2, says: 'arms' },
  AmbiguousName: {
    asked: asking('facts', 'Congo', 'RUS'),
    exit: 2,
    says: '"Congo" may mean Democratic Republic of the Congo (COD) or Republic of the Congo (COG)',
  },
  UnknownState: { asked: asking('facts', 'Chyna', 'RUS'), exit: 2, says: 'China' },
  UnknownSource: { asked: asking('sources', 'nonesuch'), exit: 2, says: 'nonesuch' },
  SameState: { asked: asking('facts', 'CHN', 'China'), exit: 2, says: 'China' },
  NotAState: { asked: asking('facts', 'NATO', 'RUS'), exit: 2, says: '"NATO" is a bloc (NATO); a pair is made of two states' },
  BadDate: { asked: asking('facts', 'CHN', 'RUS', '--to', '2999'), exit: 2, says: '2999 lies in the future' },
  NoSuchStateThen: { asked: asking('facts', 'TON', 'RUS', '--to', '1960'), exit: 3, says: 'Tonga (TON) was not a state' },
  NoCoverage: { asked: asking('ledger', 'KEN', 'PER'), exit: 3, says: 'there is no ledger of Kenya and Peru' },
  NoSnapshot: { asked: asking('diff', 'ffff'), exit: 3, says: 'ffff' },
  TornSnapshot: { asked: tornRecord, exit: 3, says: 'parts' },
  BadInput: { asked: askingOf('series.csv', 'year\n1951\n', 'forecast'), exit: 1, says: 'it has one value; at least 7 are needed' },
  Unreachable: { asked: asking('read', 'http://127.0.0.1:1/essay.html'), exit: 1, says: '127.0.0.1:1' },
  BadAnswer: {
    asked: async (folder) => {
      const { origin } = await serve((_, response) => void response.socket!.end('not HTTP\r\n\r\n'))
      return asking('read', `${origin}/essay.html`)(folder)
    },
    exit: 1,
    says: 'does not answer in HTTP',
  },
  TooLarge: { asked: askingOf('essay.txt', 'China. '.repeat(2_000_000), 'read'), exit: 1, says: 'essay.txt' },
  UnreadableHome: {
    asked: (folder) => {
      writeFileSync(join(folder, 'home'), '')
      return asking('facts', 'CHN', 'RUS')(folder)
    },
    exit: 1,
    says: 'it is not a directory',
  },
  CannotWrite: {
    asked: (folder) => asking('states', '-o', join(folder, 'nowhere', 'states.csv'), '--format', 'csv')(folder),
    exit: 1,
    says: 'nowhere',
  },
  DiskFull: { asked: failing(Object.assign(new Error('write'), { code: 'ENOSPC' })), exit: 1, says: 'no space left' },
  Interrupted: { asked: () => ran(['assess', 'CHN', 'RUS'], { signal: AbortSignal.abort() }), exit: 130, says: '' },
  Internal: { asked: failing(new Error('a fault of ours')), exit: 1, says: 'a fault of ours' },
}

test.each(Object.entries(refusals))('%s', async (code, { asked, exit, says }) => {
  const folder = join(freshRoot(), 'own')
  mkdirSync(folder)
  const said = await asked(folder)
  expect([said.code, said.out]).toEqual([exit, ''])
  expect(said.err).toMatch(new RegExp(`^${code}: `))
  expect(said.err).toContain(says)
})
