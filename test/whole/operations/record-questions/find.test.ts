import { describe, expect, test } from 'vitest'
import { checkInput } from '../../../../src/operations/index.ts'
import { findOperation } from '../../../../src/operations/record-questions/find.ts'
import { type FindAnswer, findCsv, findMarkdown, findText } from '../../../../src/reports/answers/find.ts'

const context = { env: { ...process.env, VISAVIS_HOME: '/nonexistent' }, today: '2026-11-24', now: '2026-11-24T00:00:00.000Z' }

async function find(text: string, limit = 8): Promise<FindAnswer> {
  const { run, output } = await findOperation.load()
  const answer = await run(checkInput(findOperation, { text, limit }), context)
  output.parse(answer)
  return answer as FindAnswer
}

const firstPair = async (text: string): Promise<string | undefined> => {
  const [pair] = (await find(text)).pairs
  return pair && `${pair.a.id} ${pair.b.id}`
}

describe('visavis find', () => {
  test.each([
    ['rus chi', 'RUS CHN'],
    ['Moscow Beijing', 'RUS CHN'],
    ['CHN-RUS', 'CHN RUS'],
    ['eu nato', 'EU NATO'],
    ['Russland China', 'RUS CHN'],
    ['Китай Россия', 'CHN RUS'],
    ['中国 俄罗斯', 'CHN RUS'],
    ['south korea japan', 'KOR JPN'],
  ])('“%s” is first of all %s', async (text, pair) => expect(await firstPair(text)).toBe(pair))

  test('of one name it is that party, with those with whom it has a ledger before the most populous', async () => {
    const { parties, pairs } = await find('russia')
    expect(parties[0]).toMatchObject({ kind: 'state', id: 'RUS', exact: true, until: null })
    expect(pairs.every(({ a }) => a.id === 'RUS')).toBe(true)
    const ledgers = pairs.map(({ ledger }) => ledger)
    expect(ledgers[0]).toBe(true)
    expect(ledgers).toEqual([...ledgers].sort((x, y) => Number(y) - Number(x)))
  })

  test.each([
    ['kazakhstan', ['RUS', 'CHN']],
    ['armenia', ['RUS', 'AZE']],
    ['mexico', ['USA', 'CHN']],
  ])('of %s alone its largest partners, rivals and neighbours come first', async (text, first) => {
    const { pairs } = await find(text, 8)
    expect(pairs.slice(0, 2).map(({ b }) => b.id)).toEqual(first)
    expect(pairs.map(({ b }) => b.id)).not.toContain('BGD')
  })

  test('a whole name with a hyphen is one party, not two', async () => {
    const { parties, pairs } = await find('Guinea-Bissau')
    expect(parties[0]?.id).toBe('GNB')
    expect(pairs.every(({ a }) => a.id === 'GNB')).toBe(true)
  })

  test('what is no more says until when, and a forgiven letter that it is one', async () => {
    expect((await find('Yugoslavia')).parties[0]).toMatchObject({ id: 'YUG', until: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) })
    expect((await find('germny')).parties[0]).toMatchObject({ id: 'DEU', exact: false })
  })

  test('no more than asked for, and nothing for what nobody is called', async () => {
    const { parties, pairs } = await find('chi', 2)
    expect([parties.length, pairs.length]).toEqual([2, 2])
    const none = await find('qqqq zzzz')
    expect([none.parties, none.pairs]).toEqual([[], []])
    expect(findText(none)).toBe('Nothing that is known begins like "qqqq zzzz".')
  })

  test('as Markdown and CSV a row for each party and pair', async () => {
    const answer = await find('rus chi', 3)
    const rows = answer.parties.length + answer.pairs.length
    expect(findMarkdown(answer).split('\n').length).toBe(rows + 2)
    expect(findCsv(answer).trim().split('\n').length).toBe(rows + 1)
  })
})
