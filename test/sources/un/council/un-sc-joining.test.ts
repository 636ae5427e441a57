import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { JoinedContent } from '../../../../src/sources/reader/reader.ts'
import { tableColumns, tableRows } from '../../../../src/sources/rows/table-columns.ts'
import { joinMeetings, joinVetoes } from '../../../../src/sources/un/council/un-sc-joining.ts'
import { card as meetings, readScMeetings } from '../../../../src/sources/un/council/un-sc-meetings.ts'
import { card as list, readScVetoes } from '../../../../src/sources/un/council/un-sc-vetoes.ts'
import { card as coded, readScVetoesCoded } from '../../../../src/sources/un/council/un-sc-vetoes-coded.ts'
import { card as own } from '../../../../src/sources/un/council/un-sc-vetoes-reviewed.ts'
import { type Columns, openSnapshot, type Snapshot, type SourceCard, type TableName, writeSnapshot } from '../../../../src/store/index.ts'
import { freshRoot } from '../../../store/fresh-root.ts'
import { haveRaw, rawFolder, rawNeeded } from '../../raw-data.ts'

type Content = Partial<Record<TableName, Columns>>

async function holding(content: Content, sources: readonly SourceCard[]): Promise<Snapshot> {
  const root = freshRoot()
  const contents = Object.fromEntries(Object.entries(content).map(([table, columns]) => [table, { columns }]))
  await writeSnapshot(root, contents, { sources, created: '2026-01-01', note: 'test' })
  return openSnapshot(root)
}

type Joining = typeof joinVetoes

async function joined(
  joining: Joining,
  held: readonly [Content, SourceCard],
  brought: readonly [Content, SourceCard],
): Promise<JoinedContent> {
  const snapshot = await holding(held[0], [held[1]])
  try {
    return await joining({ card: { ...brought[1], vintage: 'new' }, content: brought[0] }, snapshot)
  } finally {
    snapshot.close()
  }
}

function outcomes(...days: readonly string[]): Content {
  const rows = days.map((date, i) => ({
    record: `S/PV.${7000 + i}`,
    date,
    topic: 'Topic',
    outcome: 'none',
    symbol: null,
    yes: null,
    no: null,
    abstain: null,
    vetoed_by: null,
    source: meetings.id,
    vintage: days.length === 1 ? 'new' : 'old',
    locator: `page:${i}`,
  }))
  return { council_outcomes: tableColumns('council_outcomes', rows) }
}

describe('meetings of the Council', () => {
  test('a page takes the place of its year; other years stay, and the card speaks for all of them', async () => {
    const held = outcomes('2018-01-05', '2018-12-20', '2019-12-20', '2020-03-12')
    const { content, cards, notes } = await joined(joinMeetings, [held, meetings], [outcomes('2020-12-22'), meetings])
    expect(content.council_outcomes!['date']).toEqual(['2018-01-05', '2018-12-20', '2019-12-20', '2020-12-22'])
    expect(cards[0]!.coverage.map(({ from, to }) => [from, to])).toEqual([['2018-01-01', '2020-12-31']])
    expect(cards[0]!.vintage).toBe('new; of other years: old')
    expect(notes.at(-1)).toBe('Other years that were held stay: 2018, 2019.')
  })

  test('a table that stops early, and numbers that nothing has, are told on the card', async () => {
    const { cards } = await joined(joinMeetings, [outcomes('2018-01-05', '2018-12-20'), meetings], [outcomes('2022-06-30'), meetings])
    expect(cards[0]!.coverage.map(({ from, to }) => [from, to])).toEqual([
      ['2018-01-01', '2018-12-31'],
      ['2022-01-01', '2022-06-30'],
    ])
    expect(cards[0]!.quirks).toContain('The table of 2022 stops on 2022-06-30: later meetings of that year are unknown, not none.')
  })
})

function vetoes(source: SourceCard, ...days: readonly string[]): Content {
  const rows = days.map((day, i) => ({
    draft: i + 1,
    symbol: `S/${i}`,
    record: 'S/PV.1',
    start_date: day,
    end_date: day,
    topic: 'Topic',
    state: 'RUS',
    source: source.id,
    vintage: 'old',
    locator: `list:${i}`,
  }))
  return { vetoes: tableColumns('vetoes', rows) }
}

const told = ({ content }: JoinedContent): string[] => tableRows(content.vetoes!).map((row) => `${row['start_date']} ${row['source']}`)

describe('vetoes stand once', () => {
  const official = vetoes(list, '2020-07-07', '2022-05-26')
  const byHand = vetoes(coded, '2020-07-07', '2022-05-26', '2022-07-08')
  const all = ['2020-07-07 un-sc-vetoes', '2022-05-26 un-sc-vetoes', '2022-07-08 un-sc-vetoes-coded']

  test.each([
    ['the list first', [official, list], [byHand, coded]],
    ['the coded file first', [byHand, coded], [official, list]],
  ] as const)('%s: those to the last day of the list from it, later ones as coded', async (_, held, brought) => {
    const after = await joined(joinVetoes, held, brought)
    expect(told(after)).toEqual(all)
    expect(after.cards.find(({ id }) => id === coded.id)!.coverage[0]!.from).toBe('2022-05-27')
    expect(after.gone).toEqual([])
  })

  test('a list that reaches as far leaves nothing of the coded file, and a coded file that adds nothing is refused', async () => {
    const longer = vetoes(list, '2020-07-07', '2022-05-26', '2022-07-08')
    expect((await joined(joinVetoes, [byHand, coded], [longer, list])).gone).toEqual([coded.id])
    await expect(joined(joinVetoes, [longer, list], [byHand, coded])).rejects.toThrow(
      'reaches to 2022-07-08: it tells every veto of this file',
    )
  })

  test('our own table begins after the last day of those before it, and goes where they tell all of it', async () => {
    const later = vetoes(own, '2022-07-08', '2022-09-30')
    const beside = await joined(joinVetoes, [later, own], [official, list])
    expect(told(beside)).toEqual([...all.slice(0, 2), '2022-07-08 security-council-vetoes', '2022-09-30 security-council-vetoes'])
    expect(beside.cards.map(({ id, coverage }) => [id, coverage[0]!.from])).toEqual([
      [list.id, '1946-02-16'],
      [own.id, '2022-05-27'],
    ])
    expect(told(await joined(joinVetoes, [later, own], [byHand, coded])).at(-1)).toBe('2022-09-30 security-council-vetoes')
    const newer = await joined(joinVetoes, [later, own], [vetoes(list, '2022-05-26', '2022-07-08', '2022-09-30'), list])
    expect([newer.gone, newer.cards.map(({ id }) => id)]).toEqual([[own.id], [list.id]])
  })

  test('one source alone is taken as it is', async () => {
    expect(told(await joined(joinVetoes, [{}, list], [byHand, coded]))).toHaveLength(3)
  })
})

describe.skipIf(!haveRaw)(`the real files ${rawNeeded}`, () => {
  const folder = join(rawFolder, 'un-sc-vetoes')

  test('213 drafts of the list and the one of July 2022 that only the coded file has', async () => {
    const held = await readScVetoes(join(folder, 'scact_veto_table_en.html'))
    const brought = await readScVetoesCoded(join(folder, 'unsc_vetoes_1946_sept2022.csv'))
    const after = await joined(joinVetoes, [held, list], [brought, coded])
    const drafts = new Set(tableRows(after.content.vetoes!).map((row) => `${row['source']} ${row['draft']}`))
    expect(drafts.size).toBe(214)
    expect(
      tableRows(after.content.vetoes!)
        .filter((row) => row['source'] === coded.id)
        .map((row) => row['symbol']),
    ).toEqual(['S/2022/538'])
  })

  test('the page of 2021 beside those of 2014 and 2020: windows as far as the tables reach', async () => {
    const page = (year: number): string => join(rawFolder, 'un-sc-votes', `scact${year}_table_en.html`)
    const [held, brought] = [await readScMeetings([page(2014), page(2020)]), await readScMeetings([page(2021)])]
    const { cards } = await joined(joinMeetings, [held, meetings], [brought, meetings])
    expect(cards[0]!.coverage.map(({ from, to }) => [from, to])).toEqual([
      ['2014-01-01', '2014-12-31'],
      ['2020-01-01', '2020-03-12'],
      ['2021-01-01', '2021-12-31'],
    ])
  })
})
