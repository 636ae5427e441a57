import { expect, test } from 'vitest'
import { checkInput, operations } from '../../../src/operations/index.ts'
import type { CheckAnswer } from '../../../src/reports/claims/check-answer.ts'
import type { ReadAnswer } from '../../../src/reports/claims/claims-answer.ts'
import { freshRoot } from '../../store/fresh-root.ts'

async function answerOf<T>(name: string, input: Record<string, unknown>, text: string): Promise<T> {
  const operation = operations.find((one) => one.name === name)!
  const stdin = async function* (): AsyncGenerator<Uint8Array> {
    yield new TextEncoder().encode(text)
  }
  const context = { env: { VISAVIS_HOME: freshRoot() }, today: '2026-11-30', now: '2026-11-30T12:00:00.000Z', stdin }
  return (await (await operation.load()).run(checkInput(operation, { file: '-', ...input }), context)) as T
}

const text = [
  'Trade between China and Russia rose from about $45 billion in 2014 to over $200 billion in 2023.',
  'In 2022 it was $190 billion, 29 percent more than in 2021.',
  'Finland has been a member of NATO since April 2023; Sweden joined it in 2022.',
  'On 2 March 2022 Iran voted against resolution ES-11/1 in the General Assembly.',
  'In 2019 Russia vetoed a draft of the Security Council on Venezuela.',
  'The EU has had sanctions on Russia since 2014.',
  'China was the largest trading partner of Brazil in 2022.',
].join('\n\n')

test('claims that were read get the same verdicts and reasons from their data alone, all words blanked', async () => {
  const read = await answerOf<ReadAnswer>('read', { date: '2024-06-01' }, text)
  const blanked = {
    ...read,
    sentences: read.sentences.map((one) => ({ ...one, text: '' })),
    claims: read.claims.map((claim) => ({ ...claim, sentence: '', start: 0, end: 0 })),
  }
  const checked = await answerOf<CheckAnswer>('check', { date: '2024-06-01' }, JSON.stringify(blanked))
  const told = ({ verdict, why }: { verdict: string | null; why: string | null }): unknown => [verdict, why]
  expect(checked.claims.map(told)).toEqual(read.claims.filter(({ checkable }) => checkable).map(told))
  const verdicts = checked.claims.map(({ verdict }) => verdict)
  expect(verdicts).toEqual(expect.arrayContaining(['supported', 'partly', 'contradicted']))
  expect(checked.errors).toEqual([])
})

test('a text without a claim that can be checked is no list of claims', async () => {
  const read = await answerOf<ReadAnswer>('read', { date: '2024-06-01' }, 'What a lovely day it is.')
  await expect(answerOf('check', {}, JSON.stringify(read))).rejects.toMatchObject({ code: 'BadInput' })
})

test('a change of the very size and the other way is wrong, by a claim alone', async () => {
  const claim = {
    kind: 'trend',
    indicator: 'goods-exports, yearly change',
    actors: ['DEU', 'CHN'],
    period: '2024',
    value: 7.6,
    unit: 'percent_change',
  }
  const { claims } = await answerOf<CheckAnswer>('check', {}, JSON.stringify(claim))
  expect([claims[0]!.verdict, claims[0]!.wouldBeTrue?.changed]).toEqual(['contradicted', 'direction'])
  expect(claims[0]!.why).toContain('the size is that of the record, and the direction is not')
})
