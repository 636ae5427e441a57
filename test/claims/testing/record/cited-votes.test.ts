import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readClaims } from '../../../../src/claims/reading/document-claims.ts'
import { rollCallTable } from '../../../../src/claims/testing/record/roll-call-rows.ts'
import { testClaims } from '../../../../src/claims/testing/test-claims.ts'
import { loadSourceCards } from '../../../../src/sources/index.ts'
import { tableColumns } from '../../../../src/sources/rows/table-columns.ts'
import { bundledRecord } from '../../../../src/store/find-snapshot.ts'
import { openSnapshot, type Snapshot, writeSnapshot } from '../../../../src/store/index.ts'
import { freshRoot } from '../../../store/fresh-root.ts'

const sourceCards = await loadSourceCards()

describe('votes that stand in no data set', () => {
  let record: Snapshot
  beforeAll(async () => {
    record = await openSnapshot(bundledRecord())
  })
  afterAll(() => record.close())

  const verdicts = async (text: string, date: string): Promise<string[]> => {
    const cards = new Map(sourceCards.map((card) => [card.id, card]))
    const tested = await testClaims(readClaims([text], date), { snapshot: record, date, today: '2026-11-28', cards })
    return tested.map(({ claim: { sentence, start, end }, finding }) => `${sentence.slice(start, end)}: ${finding?.verdict}`)
  }

  test('the counts of the day and who opposed', async () => {
    const text =
      'The UN General Assembly on Monday adopted a resolution of Ukraine that Russia and the United States both opposed. The text won 93 votes, with 18 against and 65 abstentions.'
    const right = ['adopted', 'opposed', '93', '18', '65'].map((words) => `${words}: supported`)
    expect(await verdicts(text, '2025-02-25')).toEqual(right)
  })

  test('how a state voted, right and wrong', async () => {
    const text = 'On 24 February 2025 China abstained on the resolution of the UN General Assembly on a just and lasting peace in Ukraine.'
    expect(await verdicts(text, '2025-02-25')).toEqual(['abstained: supported'])
    expect(await verdicts(text.replace('abstained', 'voted in favour'), '2025-02-25')).toEqual(['voted in favour: contradicted'])
  })

  test('a colon behind a year makes no pair of votes', async () => {
    const text =
      'The General Assembly called for the return of Ukrainian children on 3 December 2025: 91 in favour, 12 against, 57 abstentions.'
    expect(await verdicts(text, '2025-12-04')).toEqual(['called for', '91', '12', '57'].map((words) => `${words}: supported`))
  })

  test('a vote that the data sets have by now stands once, as theirs', async () => {
    const { rows } = await rollCallTable(record)
    const cited = rows.filter(({ table }) => table === 'cited_roll_calls')
    expect(cited.map(({ symbol, yes, no, abstain }) => `${symbol} ${yes}-${no}-${abstain}`)).toContain('A/RES/ES-11/7 93-18-65')
    const columns = await record.columns('SELECT * FROM cited_roll_calls')
    const told = { id: 2110070, date: '2025-02-24', session: 'ES-11', symbol: 'A/RES/ES-11/7', title: 'Peace', kind: 'whole' } as const
    const rest = { issues: '', issues_by: 'visavis', important: null, yes: 1, abstain: 0, no: 0, votes: '.1', source: 'un-resolutions' }
    const content = {
      roll_calls: { columns: tableColumns('roll_calls', [{ ...told, ...rest, vintage: 'new' }]) },
      voters: { columns: { position: [0, 1], state: ['CHN', 'UKR'] } },
      cited_roll_calls: { columns },
    }
    const root = freshRoot()
    const sources = sourceCards.filter(({ id }) => id === 'un-resolutions' || id === 'cited-roll-calls')
    const { id } = await writeSnapshot(root, content, { sources, created: '2026-11-28', note: 'test' })
    const held = await openSnapshot(join(root, 'snapshots', id))
    const found = await rollCallTable(held)
    held.close()
    expect(found.rows.filter(({ symbol }) => symbol === 'A/RES/ES-11/7').map(({ table }) => table)).toEqual(['roll_calls'])
    expect(found.rows).toHaveLength(cited.length)
    const other = found.rows.find(({ symbol }) => symbol === 'A/RES/ES-11/8')!
    expect(['CHN', 'UKR', 'USA'].map((state) => found.position(other, state))).toEqual(['abstain', 'abstain', undefined])
  })
})
