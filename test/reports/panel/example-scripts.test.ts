import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { panelAnswer } from '../../../src/assessments/panel/panel-answer.ts'
import { panelCsv } from '../../../src/reports/panel/panel-rows.ts'
import { bundledRecord, openSnapshot } from '../../../src/store/index.ts'
import { pythonWithPandas } from './python-with-pandas.ts'

const examples = join(import.meta.dirname, '../../../examples')
const folder = mkdtempSync(join(tmpdir(), 'visavis-examples-'))
afterAll(() => rmSync(folder, { recursive: true }))

beforeAll(async () => {
  const snapshot = await openSnapshot(bundledRecord())
  const scope = { from: 1946, to: 2023, lastDay: '2023-12-31', directed: false, states: ['CHN', 'FRA', 'GBR', 'RUS', 'USA'] }
  const answer = await panelAnswer(snapshot, { ids: ['ideal-points'], scope, command: 'visavis panel' }, {})
  snapshot.close()
  writeFileSync(join(folder, 'panel.csv'), Buffer.concat([...panelCsv(answer)]))
})

/** What a script says, and whether it drew its figure. */
function ran(program: string, script: string, figure: string): { said: string; drawn: number } {
  const inputs = [join(folder, 'panel.csv'), join(examples, 'published-distances.csv'), join(folder, figure)]
  const said = execFileSync(program, [join(examples, script), ...inputs], { encoding: 'utf8', cwd: folder })
  const drawn = statSync(join(folder, figure), { throwIfNoEntry: false })?.size ?? 0
  return { said, drawn }
}

function expectReproduced(said: string): void {
  expect(Number(/^all 284, r ([\d.]+)$/m.exec(said)?.[1])).toBeGreaterThan(0.98)
  expect(Number(/^RUS-USA \d+ sessions, r ([\d.]+)$/m.exec(said)?.[1])).toBeGreaterThan(0.95)
  expect(Number(/^CHN-USA \d+ sessions, r ([\d.]+)$/m.exec(said)?.[1])).toBeGreaterThan(0.85)
  expect(said).toMatch(/^RUS-USA nearest in 1993, published 1993$/m)
}

const hasR = spawnSync('Rscript', ['-e', '1'], { stdio: 'ignore' }).status === 0

describe.skipIf(!hasR)('examples/ideal-points.R (needs Rscript: apt-get install r-base-core)', () => {
  test('comes near the published distances, and draws them', () => {
    const { said, drawn } = ran('Rscript', 'ideal-points.R', 'figure.pdf')
    expectReproduced(said)
    expect(drawn).toBeGreaterThan(2000)
  })
})

describe.skipIf(pythonWithPandas === undefined)('examples/ideal_points.py (needs pandas: apt-get install python3-pandas)', () => {
  test('comes near the published distances', () => {
    expectReproduced(ran(pythonWithPandas!, 'ideal_points.py', 'figure.svg').said)
  })
})
