import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkInput, operations } from '../../src/operations/index.ts'

const page = readFileSync(join(import.meta.dirname, '../../docs/page-against-peers.md'), 'utf8')

test('every figure between back-quotes stands on the page of China and Russia as it is printed', async () => {
  const operation = operations.find(({ name }) => name === 'assess')!
  const context = { env: { ...process.env, VISAVIS_HOME: '/nonexistent' }, today: '2026-11-25', now: '2026-11-25T12:00:00.000Z' }
  const work = await operation.load()
  const answer = await work.run(checkInput(operation, { a: 'CHN', b: 'RUS' }), context)
  const shown = `${await work.show.full!(answer as never)}`.replace(/\s+/g, ' ')
  const figures = [...page.matchAll(/`([^`]+)`/g)].map(([, figure]) => figure!).filter((figure) => !figure.startsWith('visavis'))
  expect(figures.length).toBeGreaterThan(25)
  expect(figures.filter((figure) => !shown.includes(figure))).toEqual([])
})
