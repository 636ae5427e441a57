import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { RoutesAnswer } from '../../src/evasion/index.ts'
import { checkInput, operations } from '../../src/operations/index.ts'

const run = async (name: string, input: Record<string, unknown>, home: string): Promise<unknown> => {
  const operation = operations.find((one) => one.name === name)!
  const context = { env: { VISAVIS_HOME: home }, today: '2026-11-30', now: '2026-11-30T00:00:00.000Z' }
  return (await operation.load()).run(checkInput(operation, input), context)
}

test('a target that reports itself: its own exports are in no sum, and that is said; a hub that reports nothing has no flow', async () => {
  const home = mkdtempSync(join(tmpdir(), 'visavis-target-'))
  try {
    const months = [2020, 2021, 2022].flatMap((year) => Array.from({ length: 11 }, (_, i) => `${year}-${String(i + 1).padStart(2, '0')}`))
    const rows = months.flatMap((month) => [
      `85423190,Germany,Poland,${month},${month < '2022-03' ? 500_000 : 1000}`,
      `85423190,Germany,Turkey,${month},1000`,
      `85423190,Poland,Turkey,${month},7000000`,
    ])
    const file = join(home, 'p.csv')
    writeFileSync(file, `cn8,reporter,partner,month,eur\n${rows.join('\n')}\n`)
    await run('add', { source: 'comext-products', files: [file] }, home)
    const { hubs, notes } = (await run('routes', { target: 'POL', hubs: 'TUR', since: '2022-03' }, home)) as RoutesAnswer
    expect([hubs[0]!.pre, hubs[0]!.post, hubs[0]!.reports]).toEqual([9000, 9000, null])
    expect(notes.join(' ')).toContain('POL reports too; its own exports are in no sum.')
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
})
