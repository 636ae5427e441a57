import { expect, test } from 'vitest'
import { needsOfClaims, type SeriesNeed } from '../../../src/operations/evidence-on-demand/series-needs.ts'
import { checkInput, operations } from '../../../src/operations/index.ts'
import type { ReadAnswer } from '../../../src/reports/claims/claims-answer.ts'
import { freshRoot } from '../../store/fresh-root.ts'

async function needsOf(text: string): Promise<SeriesNeed[]> {
  const operation = operations.find(({ name }) => name === 'read')!
  const stdin = async function* (): AsyncGenerator<Uint8Array> {
    yield new TextEncoder().encode(text)
  }
  const context = { env: { VISAVIS_HOME: freshRoot() }, today: '2026-11-30', now: '2026-11-30T12:00:00.000Z', stdin }
  const answer = (await (await operation.load()).run(checkInput(operation, { file: '-', date: '2026-11-30' }), context)) as ReadAnswer
  return needsOfClaims(answer.claims)
}

test.each<[string, SeriesNeed[]]>([
  ['In 2024 Kenya exported goods worth $500 million to Tanzania.', [{ kind: 'goods', a: 'KEN', b: 'TZA', years: [2024] }]],
  [
    'Peru took 12 percent of Chile’s exports in 2024.',
    [
      { kind: 'goods', a: 'CHL', b: 'PER', years: [2024] },
      { kind: 'goods', a: 'CHL', b: 'WLD', years: [2024] },
    ],
  ],
  [
    'In 2024 Italy imported 11 million tonnes of crude oil from Azerbaijan.',
    [{ kind: 'fuels', buyer: 'ITA', seller: 'AZE', years: [2024] }],
  ],
  // decided by the record, no matter of series, and a span too long for single years
  ['In 2021 China exported goods worth $72 billion to Russia.', []],
  ['Kenya and Tanzania signed a treaty in 2024.', []],
  ['From 1950 to 1990 Nepal exported goods worth $5 million to Bhutan.', []],
])('%s', async (text, needs) => {
  expect(await needsOf(text)).toEqual(needs)
})
