import { expect, test } from 'vitest'
import { checkInput, operations } from '../../../src/operations/index.ts'
import type { Bearing, ReadAnswer } from '../../../src/reports/claims/claims-answer.ts'
import { claimsText } from '../../../src/reports/claims/claims-text.ts'
import { freshRoot } from '../../store/fresh-root.ts'

async function read(text: string): Promise<ReadAnswer> {
  const operation = operations.find(({ name }) => name === 'read')!
  const stdin = async function* (): AsyncGenerator<Uint8Array> {
    yield new TextEncoder().encode(text)
  }
  const context = { env: { VISAVIS_HOME: freshRoot() }, today: '2026-11-30', now: '2026-11-30T12:00:00.000Z', stdin }
  return (await (await operation.load()).run(checkInput(operation, { file: '-', date: '2026-11-30' }), context)) as ReadAnswer
}

const commandsOf = (bearing: readonly Bearing[]): string[] => bearing.map(({ command, sentences }) => `${sentences.join()} ${command}`)

const opinions =
  'India and Australia have grown closer. Their energy trade is the backbone of the friendship. ' +
  'India’s dependence on Australia is a worry to some. India and Australia will deepen their ties. ' +
  '“Canberra has no better friend than Delhi,” says Dr. Jane Roe of the Institute.'

test('opinions and forecasts name the figures of their pair and domain, and who is quoted is named', async () => {
  const { bearing, quoted, ...answer } = await read(opinions)
  expect(commandsOf(bearing)).toEqual([
    '0,4 visavis assess AUS IND',
    '1 visavis compare AUS-IND --domain energy',
    '2 visavis leverage AUS IND',
    '3 visavis outlook AUS IND',
  ])
  expect(quoted.map(({ sentences }) => sentences)).toEqual([[4]])
  const shown = claimsText({ ...answer, bearing, quoted })
  expect(shown).toContain('- energy between Australia and India (sentence 2)\n      visavis compare AUS-IND --domain energy')
  expect(shown).toContain('The record holds no statements by persons')
})

test('a sentence with a verdict needs no pointer, and a text on no pair has none', async () => {
  const checked = await read('China and Russia traded goods worth $240 billion in 2023.')
  expect([checked.bearing, checked.quoted]).toEqual([[], []])
  const many = await read('Kenya fears inflation. Peru hopes for rain. Energy is dear everywhere. Oil will be dearer.')
  expect(many.bearing).toEqual([])
})
