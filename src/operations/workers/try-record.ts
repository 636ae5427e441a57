import type { FoundSnapshot } from '../../store/index.ts'
import { operations } from '../catalogue.ts'
import { checkInput } from '../request/input-schema.ts'
import type { Context } from '../request/operation.ts'
import { poolFor } from './worker-pools.ts'

/**
 * Opens a record in the processes that answer, before questions rest on it. Each checks every part of a record of up to 64 MiB.
 *
 * @throws VisavisError if the record is damaged
 */
export async function tryRecord(record: FoundSnapshot, env: Context['env']): Promise<void> {
  const now = new Date().toISOString()
  const context: Context = { env, today: now.slice(0, 10), now, record }
  const tried = [
    ['sources', {}],
    ['assess', { a: 'CHN', b: 'RUS' }],
  ] as const
  await Promise.all(
    tried.map(([name, raw]) => {
      const operation = operations.find((one) => one.name === name)!
      return poolFor(operation).rendered(operation, checkInput(operation, raw), context, { format: 'json', bytes: true })
    }),
  )
}
