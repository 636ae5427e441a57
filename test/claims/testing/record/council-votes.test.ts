import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Claim } from '../../../../src/claims/claim.ts'
import { councilNumbersIn } from '../../../../src/claims/reading/said/votes/council-words.ts'
import { testVote } from '../../../../src/claims/testing/deeds/test-votes.ts'
import { councilVoteWords } from '../../../../src/claims/testing/record/council-votes.ts'
import type { Finding } from '../../../../src/claims/verdict.ts'
import { loadSourceCards } from '../../../../src/sources/index.ts'
import { tableColumns } from '../../../../src/sources/rows/table-columns.ts'
import { openSnapshot, type Snapshot, writeSnapshot } from '../../../../src/store/index.ts'
import { claimOf, found } from '../../deed-claims.ts'

let snapshot: Snapshot
let root: string
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'visavis-'))
  const libya = {
    ...{ record: 'S/PV.6498', date: '2011-03-17', topic: 'The situation in Libya', outcome: 'resolution', symbol: 'S/RES/1973 (2011)' },
    ...{ yes: 10, no: 0, abstain: 5, vetoed_by: null, source: 'un-sc-meetings', vintage: 'test', locator: 'x.html:1' },
  }
  const sources = (await loadSourceCards()).filter(({ id }) => id === 'un-sc-meetings')
  const manifest = await writeSnapshot(
    root,
    { council_outcomes: { columns: tableColumns('council_outcomes', [libya]) } },
    { sources, created: '2026-06-30', note: 'test' },
  )
  snapshot = await openSnapshot(join(root, 'snapshots', manifest.id))
})
afterAll(() => {
  snapshot.close()
  rmSync(root, { recursive: true })
})

const finding = (sentence: string): Promise<Finding | undefined> => {
  const claim: Partial<Claim> = { actors: ['CHN'], period: { at: '2011' }, measured: { topic: 'un-votes', form: 'event' } }
  return found(testVote, claimOf(sentence, 'abstained', claim), { snapshot })
}

describe('a vote of the Security Council', () => {
  test('on a resolution named by its number has the totals in the answer, and who voted how stays open', async () => {
    const answer = await finding('China abstained on Security Council Resolution 1973.')
    expect(answer?.verdict).toBe('unverifiable')
    expect(answer?.why).toMatch(/^S\/RES\/1973 \(2011\), 2011-03-17: 10 in favour, 0 against, 5 abstentions\./)
    expect(answer?.wouldSettle).toContain('S/PV.6498')
  })

  test('on two resolutions, or on one that the record lacks, has none', async () => {
    for (const sentence of ['China abstained on Security Council Resolutions 1973 and Resolution 1970.', 'China abstained on UNSCR 1929.'])
      expect((await finding(sentence))?.why).toContain('General Assembly only')
  })
})

test('numbers of resolutions, and not of other things', () => {
  expect(councilNumbersIn('Resolution 242 and UNSCR 338, S/RES/1973 (2011), resolution 68/262 and 15 votes')).toEqual([242, 338, 1973])
})

test('a vote without totals is not told as one of nobody', () => {
  const of = { symbol: 'S/RES/1 (1946)', date: '1946-01-25', record: 'S/PV.2', yes: null, no: null, abstain: null }
  expect(councilVoteWords(of)).toBe('S/RES/1 (1946), 1946-01-25: adopted, without totals of a vote')
})
