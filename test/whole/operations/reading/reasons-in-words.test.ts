import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { checkInput, operations } from '../../../../src/operations/index.ts'
import type { AnsweredClaim, ReadAnswer } from '../../../../src/reports/claims/claims-answer.ts'
import { claimsText } from '../../../../src/reports/claims/claims-text.ts'
import { loadSourceCards } from '../../../../src/sources/index.ts'
import { indicators } from '../../../../src/store/indicators/indicators.ts'

const passages = new URL('../../../claims/passages/', import.meta.url)
const context = { env: { ...process.env, VISAVIS_HOME: '/nonexistent' }, today: '2026-11-24', now: '2026-11-24T12:00:00.000Z' }
const folder = mkdtempSync(join(tmpdir(), 'visavis-reasons-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Passage {
  readonly date: string
  readonly text: readonly string[] | string
}

/** Passages that reword a published page each, in plain words. */
const texts = readdirSync(passages)
  .filter((name) => /^dev1[2-7]$/.test(name))
  .flatMap((name) => readdirSync(new URL(`${name}/`, passages)).map((file) => `${name}/${file}`))
  .map((file) => ({ file, ...(JSON.parse(readFileSync(new URL(file, passages), 'utf8')) as Passage) }))

/** Ids that are no words of English: a source or an indicator with a hyphen, or the short name of a data set. */
const ids = new Set([
  ...(await loadSourceCards()).map(({ id }) => id).filter((id) => id !== 'regimes'),
  ...indicators.map(({ id }) => id).filter((id) => id.includes('-')),
])

/** The ids among the words of a reason; what is to be typed as a command has them by right. */
const idsIn = (reason: string): string[] =>
  reason
    .replaceAll(/visavis [a-z]+(?: [\w-]+)*/g, '')
    .split(/[^\w-]+/)
    .filter((word) => ids.has(word))

const reasonsOf = ({ why, tolerance, wouldBeTrue, wouldSettle, saying }: AnsweredClaim): string[] =>
  [why, tolerance?.why, wouldBeTrue?.text, wouldSettle, saying].filter((one) => one != null)

describe('reasons of verdicts are in words', () => {
  test('no id of a source or of what is measured, on reworded published pages', { timeout: 600_000 }, async () => {
    const read = operations.find(({ name }) => name === 'read')!
    const { run } = await read.load()
    const found: string[] = []
    let reasons = 0
    for (const { file, date, text } of texts) {
      const path = join(folder, 'text.txt')
      writeFileSync(path, typeof text === 'string' ? text : text.join('\n'))
      const answer = (await run(checkInput(read, { file: path, date }), context)) as ReadAnswer
      const own = answer.claims.flatMap(reasonsOf)
      reasons += own.length
      // lines below a claim stand further in than the claim and the sentence
      const shown = claimsText(answer)
        .split('\n')
        .filter((line) => line.startsWith('      '))
        .join(' ')
        .replaceAll(/\s+/g, ' ')
      found.push(...[...own, shown].flatMap((reason) => idsIn(reason).map((id) => `${file}: ${id} in ${reason.slice(0, 200)}`)))
    }
    expect(texts.length).toBeGreaterThan(60)
    expect(reasons).toBeGreaterThan(1000)
    expect(found).toEqual([])
  })
})
