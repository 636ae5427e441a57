import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkInput, operations } from '../../src/operations/index.ts'
import type { AddAnswer, DiffAnswer } from '../../src/reports/answers/add-pull-diff.ts'

let home = ''
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'visavis-'))
})
afterAll(() => rm(home, { recursive: true }))

let clock = 0
async function ask<T>(name: string, input: Record<string, unknown>): Promise<{ answer: T; text: string }> {
  const operation = operations.find((one) => one.name === name)!
  const work = await operation.load()
  const now = `2027-01-01T00:00:${String(++clock).padStart(2, '0')}.000Z`
  const answer = await work.run(checkInput(operation, input), { env: { VISAVIS_HOME: home }, today: '2027-01-01', now })
  expect(work.output.safeParse(JSON.parse(JSON.stringify(answer))).error?.issues ?? []).toEqual([])
  return { answer: answer as T, text: await work.show.table!(answer as never) }
}

/** A recorded vote as the UN's extract has it. */
function resolution(number: number, title: string, lists: Readonly<Record<'yes' | 'no' | 'abstain', readonly string[]>>): string {
  return JSON.stringify({
    symbol: `A/RES/81/${number}`,
    title,
    adoption_date: '2026-12-03 00:00:00',
    agenda_item_name: 'Item',
    adoption_type: 'By a recorded vote',
    MS_in_favour_count: String(lists.yes.length),
    MS_against_count: String(lists.no.length),
    MS_abstaining_count: String(lists.abstain.length),
    MS_in_favour: lists.yes,
    MS_against: lists.no,
    MS_abstaining: lists.abstain,
  })
}

async function file(name: string, lines: readonly string[]): Promise<string> {
  const path = join(home, name)
  await writeFile(path, `${lines.join('\n')}\n`)
  return path
}

interface Similarity {
  readonly rows: readonly { readonly n: number; readonly measures: { readonly agreement: number } }[]
}
const pair = { a: 'CHN', b: 'RUS', from: '2026-12-01', to: '2026-12-31', draws: 0 }

describe('a session that the record has not', () => {
  const first = [
    resolution(1, 'One', { yes: ['CHINA', 'RUSSIAN FEDERATION'], no: ['UNITED STATES'], abstain: [] }),
    resolution(2, 'Two', { yes: ['UNITED STATES'], no: ['RUSSIAN FEDERATION'], abstain: ['CHINA'] }),
  ]

  test('has no votes to measure before it is brought, and those of the file after it', async () => {
    await expect(ask('measure similarity', pair)).rejects.toMatchObject({ code: 'NoCoverage' })
    const { answer, text } = await ask<AddAnswer>('add', { source: 'un-resolutions', files: [await file('81.json', first)] })
    expect(answer.rows).toEqual({ roll_calls: 2, voters: 3 })
    expect(text).toContain('2 roll calls, all of them new.')
    const after = await ask<Similarity>('measure similarity', pair)
    expect(after.answer.rows.map(({ n, measures }) => [n, measures.agreement])).toEqual([[2, 0.5]])
  })

  test('diff lists its roll calls and no other', async () => {
    const { answer, text } = await ask<DiffAnswer>('diff', {})
    expect(answer.counts).toEqual([
      { table: 'roll_calls', source: 'un-resolutions', added: 2, removed: 0, changed: 0, unchanged: 641, largest: null },
    ])
    expect(text).toContain('symbol=A/RES/81/1, title=One')
    expect(text).toContain('3 positions')
  })

  test('a later copy corrects one position: diff names the state', async () => {
    const corrected = resolution(2, 'Two', { yes: ['UNITED STATES'], no: ['RUSSIAN FEDERATION', 'CHINA'], abstain: [] })
    await ask('add', { source: 'un-resolutions', files: [await file('81.json', [first[0]!, corrected])] })
    const { answer } = await ask<DiffAnswer>('diff', {})
    expect(answer.rows.map(({ change, key }) => [change, key])).toEqual([['changed', 'id=1810020']])
    expect(answer.rows[0]!.before).toMatch(/3 positions, of them CHN abstain$/)
    expect(answer.rows[0]!.after).toMatch(/3 positions, of them CHN no$/)
    expect((await ask<Similarity>('measure similarity', pair)).answer.rows[0]).toMatchObject({ n: 2, measures: { agreement: 1 } })
  })

  test("the library's file tells the same votes: they are not counted twice", async () => {
    const header = 'undl_id,ms_code,ms_name,ms_vote,date,session,resolution,title,agenda_title,total_yes,total_no,total_abstentions'
    const row = (name: string, vote: string): string =>
      `4100001,,${name},${vote},2026-12-03,81,A/RES/81/1,One : resolution / adopted,Item,2,1,0`
    const path = await file('ga_voting.csv', [
      header,
      row('CHINA', 'Y'),
      row('RUSSIAN FEDERATION', 'Y'),
      row('UNITED STATES', 'N'),
      row('TOGO', 'X'),
    ])
    const { answer } = await ask<AddAnswer>('add', { source: 'un-digital-library', files: [path] })
    expect(answer.notes[0]).toBe('1 roll calls, none of them new; they take the place of 1 of un-resolutions.')
    expect((await ask<Similarity>('measure similarity', pair)).answer.rows[0]!.n).toBe(2)
  })

  test('a file of a session in which nothing was put to a recorded vote is refused in words, and makes no snapshot', async () => {
    const adopted = JSON.stringify({ ...JSON.parse(first[0]!), adoption_type: 'Without a vote' })
    await expect(ask('add', { source: 'un-resolutions', files: [await file('82.json', [adopted])] })).rejects.toThrow(
      '82.json: read whole, and nothing in it makes a row of un-resolutions; no snapshot was made',
    )
  })
})
