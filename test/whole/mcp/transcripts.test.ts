import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { linksOf, type Opened, openClient } from '../../mcp/open-client.ts'
import { type Call, toldIn, transcripts, untold, withOther } from './transcript.ts'

const all = transcripts()
let opened: Opened

beforeAll(async () => {
  opened = await openClient()
})

afterAll(() => opened?.close())

/** The texts that the tools answer, each call after the other. */
async function replayed(calls: readonly Call[]): Promise<string[]> {
  const answers: { text: string; whole: string | undefined }[] = []
  for (const { name, given } of calls) {
    const earlier = /^answer (\d+)$/.exec(String(given['uri']))?.[1]
    const uri = earlier === undefined ? {} : { uri: answers[Number(earlier) - 1]?.whole }
    const { text, result } = await opened.ask(name, { ...given, ...uri })
    answers.push({ text, whole: linksOf(result).find((link) => link.endsWith('.md')) })
  }
  return answers.map(({ text }) => text)
}

describe('questions of an analyst, and what a careful assistant answers', () => {
  test('there are ten or more, some of which cannot be answered', () => {
    expect(all.length).toBeGreaterThanOrEqual(10)
    expect(all.filter(({ answer }) => /cannot (say|tell)|no forecast/.test(answer)).length).toBeGreaterThanOrEqual(3)
  })

  test.each(all)('$question', async ({ question, calls, answer }) => {
    const results = await replayed(calls)
    expect(untold(answer, question, results)).toEqual([])
    // a figure that no tool gave would have been found
    const { numbers, intervals } = toldIn(answer)
    for (const figure of numbers) expect(untold(withOther(answer, figure), question, results)).toContain('98765.4321')
    for (const [, low, high] of intervals) {
      const wrong = answer.replace(`(${low}`, '(0.123').replace(`to ${high}`, 'to 0.987')
      expect(untold(wrong, question, results).length).toBeGreaterThan(0)
    }
  })

  test('together they ask most of what an analyst asks of a pair', () => {
    const asked = new Set(all.flatMap(({ calls }) => calls.map(({ name }) => name)))
    for (const name of [
      'assess',
      'compare',
      'measure_similarity',
      'mirror',
      'read',
      'evidence',
      'sources',
      'diff',
      'ledger',
      'votes',
      'answer_lines',
    ])
      expect([name, asked.has(name)]).toEqual([name, true])
  })
})
