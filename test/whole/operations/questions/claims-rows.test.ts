import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sample } from '../../../../app/src/read/sample-text.ts'
import { checkInput, operations } from '../../../../src/operations/index.ts'
import type { ReadAnswer } from '../../../../src/reports/claims/claims-answer.ts'
import { type ClaimRowsAnswer, claimRowsText } from '../../../../src/reports/claims/claims-rows.ts'

const context = { env: { ...process.env, VISAVIS_HOME: '/nonexistent' }, today: '2026-11-24', now: '2026-11-24T12:00:00.000Z' }

let home: string
let essay: string
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'visavis-claims-rows-'))
  essay = await file('essay.txt', sample.text)
})
afterAll(() => rm(home, { recursive: true, force: true }))

async function file(name: string, text: string): Promise<string> {
  const path = join(home, name)
  await writeFile(path, text)
  return path
}

async function asked<T>(name: string, input: Record<string, unknown>): Promise<T> {
  const operation = operations.find((one) => one.name === name)!
  return (await (await operation.load()).run(checkInput(operation, input), context)) as T
}

const rowsOf = (path: string, claim: number, more: Record<string, unknown> = {}) =>
  asked<ClaimRowsAnswer>('claims rows', { file: path, claim, date: '2024-06-01', ...more })

/** A column of the rows of a source. */
function column({ columns, rows }: ClaimRowsAnswer['behind'][number], name: string): unknown[] {
  return rows.map((row) => row[columns.indexOf(name)])
}

describe('visavis claims rows', () => {
  test('every claim of a text has the verdict that read gives, and as many rows as its evidence says', async () => {
    const { claims } = await asked<ReadAnswer>('read', { file: essay, date: '2024-06-01' })
    const checkable = claims.filter((claim) => claim.checkable)
    expect(checkable.length).toBeGreaterThan(8)
    let rows = 0
    for (const [i, claim] of checkable.entries()) {
      const answer = await rowsOf(essay, i + 1)
      expect(answer.claim).toEqual(claim)
      const told = [...claim.evidence, ...claim.honestValues.map((one) => one.evidence), ...(claim.wouldBeTrue?.evidence ?? [])]
      for (const { source, table, condition, total } of answer.behind) {
        const counts = told
          .filter((one) => one.source === source.id && one.rows === `${table} where ${condition}`)
          .map(({ count }) => count)
        expect(counts, condition).toContain(total)
        rows += total
      }
    }
    expect(rows).toBeGreaterThan(8)
  })

  test('what a source gives for trade between two states is the sum of its rows, both ways', async () => {
    const path = await file('trade.txt', 'Trade between China and Russia was worth $95 billion in 2014.')
    const { claim, behind } = await rowsOf(path, 1)
    const value = claim.honestValues.find(({ by }) => by === 'baci')!.value
    const baci = behind.find(({ source }) => source.id === 'baci')!
    expect(column(baci, 'from_id').sort()).toEqual(['CHN', 'RUS'])
    const sum = column(baci, 'value').reduce<number>((total, one) => total + Number(one), 0)
    expect(sum / 1e9).toBeCloseTo(value, 3)
  })

  test('of a vote, the positions of the states of the claim stand in columns of their own', async () => {
    const path = await file('vote.txt', 'India abstained on resolution ES-11/1 of the UN General Assembly on 2 March 2022.')
    const { behind } = await rowsOf(path, 1)
    const votes = behind.find(({ table }) => table === 'roll_calls')!
    expect(column(votes, 'IND')).toEqual(['abstained'])
    expect(votes.columns).not.toContain('votes')
  })

  test('what an item of a ledger answers shows the item, with who printed it', async () => {
    const path = await file('ledger.txt', "Washington suspended the Malabar exercises after India's nuclear tests of May 1998.")
    const { behind } = await rowsOf(path, 1)
    const [item] = behind
    expect(item).toMatchObject({ table: 'data/ledgers/usa-ind.json', total: 1 })
    expect(String(column(item!, 'sources')[0])).toContain('<http')
  })

  test('a claim that is not there is refused, and says how many there are', async () => {
    await expect(rowsOf(essay, 99)).rejects.toMatchObject({ code: 'Usage', message: expect.stringMatching(/no claim 99; .* \d+ claims/) })
    const opinion = await file('opinion.txt', 'It is a partnership of convenience.')
    await expect(rowsOf(opinion, 1)).rejects.toMatchObject({ message: expect.stringContaining('holds no claim') })
    await expect(rowsOf(essay, 0)).rejects.toMatchObject({ code: 'Usage' })
  })

  test('signs of the text that would steer a terminal are taken out', async () => {
    const path = await file('signs.txt', 'Russia joined the World Trade Organization in 2001, as \u001b[31mall\u202e know.')
    const text = claimRowsText(await rowsOf(path, 1))
    expect(text).toContain('memberships where')
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202a-\u202e]/u)
  })
})
