import { describe, expect, test } from 'vitest'
import type { JoinedContent } from '../../../../../src/sources/reader/reader.ts'
import { card as library } from '../../../../../src/sources/un/assembly/un-digital-library.ts'
import { readResolutions, card as resolutions } from '../../../../../src/sources/un/assembly/un-ga-dgacm.ts'
import { joinVotes } from '../../../../../src/sources/un/assembly/un-ga-joining.ts'
import {
  type PackedVote,
  packedColumns,
  packedVotes,
  positionCount,
  repackedFor,
} from '../../../../../src/sources/un/assembly/un-ga-packed.ts'
import { readRollCalls, rollCallPaths } from '../../../../../src/sources/un/assembly/un-ga-reconciliation.ts'
import { readVotes, card as unvotes } from '../../../../../src/sources/un/assembly/un-ga-unvotes.ts'
import { type Cell, type Columns, openSnapshot, type Snapshot, type SourceCard, writeSnapshot } from '../../../../../src/store/index.ts'
import type { FetchedFile } from '../../../../../src/store/source-card.ts'
import { shared } from '../../../../sources/un-ga-shared.ts'
import { freshRoot } from '../../../../store/fresh-root.ts'

const cards = { 'un-votes': unvotes, 'un-resolutions': resolutions, 'un-digital-library': library }

interface Made {
  readonly id: number
  readonly votes: string
  readonly source: keyof typeof cards
  readonly symbol?: string | null
  readonly session?: string
  readonly date?: string
  readonly kind?: string | null
  readonly issues?: string | null
  readonly issues_by?: string | null
  readonly important?: boolean | null
  readonly yes?: number
  readonly vintage?: string
}

/** A roll call whose counts are those of its positions. */
function rollCall(made: Made): PackedVote {
  const count = (position: string): number => made.votes.split(position).length - 1
  return {
    date: '2025-12-04',
    session: '80',
    symbol: 'A/RES/80/1',
    title: 'A title',
    kind: 'whole',
    issues: '',
    issues_by: 'visavis',
    important: null,
    yes: count('1'),
    abstain: count('2'),
    no: count('3'),
    vintage: 'old',
    ...made,
  }
}

function tables(votes: readonly PackedVote[], voters: readonly string[]): { roll_calls: Columns; voters: Columns } {
  return { roll_calls: packedColumns(votes), voters: { position: voters.map((_, i) => i), state: voters } }
}

async function snapshotOf(content: { roll_calls: Columns; voters: Columns }): Promise<Snapshot> {
  const root = freshRoot()
  const sources = [...new Set(content.roll_calls['source'])].map((id): SourceCard => cards[id as keyof typeof cards])
  await writeSnapshot(
    root,
    { roll_calls: { columns: content.roll_calls }, voters: { columns: content.voters } },
    { sources, created: '2026-01-01', note: 'test' },
  )
  return openSnapshot(root)
}

/** What comes of bringing rows of one source to a snapshot of others. */
async function joined(
  held: readonly PackedVote[],
  voters: readonly string[],
  votes: readonly PackedVote[],
  own = voters,
): Promise<JoinedContent> {
  return joinTables(tables(held, voters), tables(votes, own))
}

async function joinTables(
  before: { roll_calls: Columns; voters: Columns },
  content: { roll_calls: Columns; voters: Columns },
): Promise<JoinedContent> {
  const snapshot = await snapshotOf(before)
  try {
    const source = content.roll_calls['source']![0] as keyof typeof cards
    return await joinVotes(
      { card: { ...cards[source], vintage: 'new' }, content: { ...content, roll_calls: dated(content.roll_calls) } },
      snapshot,
    )
  } finally {
    snapshot.close()
  }
}

function dated(columns: Columns): Columns {
  return { ...columns, vintage: columns['vintage']!.map(() => 'new') }
}

const rowsIn = (one: JoinedContent): PackedVote[] => packedVotes(one.content.roll_calls!)
const votersIn = (one: JoinedContent): readonly Cell[] => one.content.voters!['state']!

test('a new session comes beside what is held; voters keep their places, a new one comes behind, and every row is as long as their list', async () => {
  const held = [
    rollCall({ id: 5, votes: '13', source: 'un-votes', session: '70', symbol: 'A/RES/70/1', date: '2015-12-01' }),
    rollCall({ id: 1790010, votes: '23', source: 'un-resolutions', session: '79', symbol: 'A/RES/79/1', date: '2024-12-01' }),
  ]
  const after = await joined(
    held,
    ['USA', 'CHN'],
    [rollCall({ id: 1800010, votes: '132', source: 'un-resolutions' })],
    ['CHN', 'FRA', 'USA'],
  )
  expect(votersIn(after)).toEqual(['USA', 'CHN', 'FRA'])
  expect(rowsIn(after).map(({ id, votes, vintage }) => [id, votes, vintage])).toEqual([
    [5, '13.', 'old'],
    [1790010, '23.', 'old'],
    [1800010, '213', 'new'],
  ])
  expect(after.cards.map(({ id, vintage }) => [id, vintage])).toEqual([
    ['un-resolutions', 'new; what it does not hold: old'],
    ['un-votes', unvotes.vintage],
  ])
  expect(after.notes).toEqual(['1 roll calls, all of them new.'])
})

test('where files of a source were fetched, those whose rows stay remain named beside the new ones', async () => {
  const day = '2026-01-01T00:00:00Z'
  const rest = { name: 'x.json', fetched: day, checked: day, sha256: '0'.repeat(64), bytes: 1, etag: null, lastModified: null }
  const file = (address: string): FetchedFile => ({ address, ...rest })
  const snapshot = await snapshotOf(
    tables([rollCall({ id: 1790010, votes: '23', source: 'un-resolutions', session: '79' })], ['CHN', 'USA']),
  )
  const manifest = {
    ...snapshot.manifest,
    sources: [{ ...resolutions, fetched: [file('https://un/79.json'), file('https://un/80.json')] }],
  }
  const content = tables(
    [rollCall({ id: 1800010, votes: '13', source: 'un-resolutions', vintage: 'new', symbol: 'A/RES/80/9' })],
    ['CHN', 'USA'],
  )
  const edition = { card: { ...resolutions, vintage: 'new', fetched: [file('https://un/80.json')] }, content }
  const { cards } = await joinVotes(edition, { ...snapshot, manifest })
  snapshot.close()
  expect(cards[0]!.fetched!.map(({ address }) => address)).toEqual(['https://un/80.json', 'https://un/79.json'])
})

test('a later copy of a session replaces its resolutions and takes none away that it lacks', async () => {
  const held = [
    rollCall({ id: 1800010, votes: '11', source: 'un-resolutions' }),
    rollCall({ id: 1800020, votes: '12', source: 'un-resolutions', symbol: 'A/RES/80/2' }),
  ]
  const after = await joined(held, ['CHN', 'USA'], [rollCall({ id: 1800010, votes: '13', source: 'un-resolutions' })])
  expect(rowsIn(after).map(({ id, votes }) => [id, votes])).toEqual([
    [1800010, '13'],
    [1800020, '12'],
  ])
  expect(after.notes).toEqual([
    '1 roll calls, none of them new; they take the place of 1 of un-resolutions.',
    'In 1 of those 1 positions differ from what was held.',
  ])
})

describe("the Digital Library's file over Voeten's votes and the UN's extract", () => {
  const early = rollCall({
    id: 6000,
    votes: '13',
    source: 'un-votes',
    session: '60',
    symbol: 'A/RES/60/5',
    date: '2005-12-08',
    issues: 'nu',
    issues_by: 'voeten',
    important: true,
  })
  const paragraph = rollCall({ ...early, id: 6001, votes: '12', source: 'un-votes', kind: 'paragraph' })
  const again = rollCall({ ...early, id: 9001, source: 'un-votes', issues: null, issues_by: null, important: null })
  const failed = rollCall({ ...early, id: 6002, source: 'un-votes', symbol: 'A/RES/60/6' })
  const late = rollCall({ id: 1800010, votes: '11', source: 'un-resolutions' })
  const told = [
    rollCall({ id: 10000001, votes: '13', source: 'un-digital-library', session: '60', symbol: 'A/RES/60/5', date: '2005-12-09' }),
    rollCall({ id: 10000002, votes: '11', source: 'un-digital-library' }),
  ]

  test('takes the place of either, and of a vote that stands twice; votes that it does not tell stay', async () => {
    const after = await joined([early, paragraph, again, failed, late], ['CHN', 'USA'], told)
    expect(rowsIn(after).map(({ id }) => id)).toEqual([6001, 6002, 10000001, 10000002])
    expect(after.gone).toEqual(['un-resolutions'])
    expect(after.notes).toEqual([
      '2 roll calls, none of them new; they take the place of 1 of un-resolutions and 2 of un-votes.',
      '1 votes on whole drafts of the same sessions stand in other sources only, and stay.',
    ])
  })

  test("keeps Voeten's tags and what was listed as important, which it does not know", async () => {
    const after = await joined([early, again], ['CHN', 'USA'], told.slice(0, 1))
    expect(rowsIn(after)[0]).toMatchObject({
      source: 'un-digital-library',
      date: '2005-12-09',
      issues: 'nu',
      issues_by: 'voeten',
      important: true,
    })
    expect(after.cards[0]!.coverage.map(({ indicator, from }) => [indicator, from])).toEqual([
      ['un-votes', '2005-12-09'],
      ['un-votes-important', '2005-12-09'],
      ['un-votes-issues', '2005-12-09'],
    ])
  })
})

describe("sessions in which Voeten's symbols are pages: the positions tell", () => {
  const voters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ')
  const split = '1'.repeat(13) + '3'.repeat(13)
  const other = '1'.repeat(20) + '2'.repeat(6)
  const page = rollCall({ id: 7, votes: split, source: 'un-votes', session: '9', symbol: 'R/9/66', date: '1954-12-01' })
  const resolution = (votes: string, date = '1954-12-14'): PackedVote =>
    rollCall({ id: 10000007, votes, source: 'un-digital-library', session: '9', symbol: 'A/RES/808(IX)', date })

  test('the same vote is known though one position differs and the day is another, and the resolution is named', async () => {
    expect(rowsIn(await joined([page], voters, [resolution(`2${split.slice(1)}`)])).map(({ id, symbol }) => [id, symbol])).toEqual([
      [10000007, 'A/RES/808(IX)'],
    ])
    expect(rowsIn(await joined([resolution(split)], voters, [page])).map(({ id, symbol }) => [id, symbol])).toEqual([[7, 'A/RES/808(IX)']])
  })

  test.each([
    ['other positions', resolution(other)],
    ['another month', resolution(split, '1954-11-14')],
    ['another session', { ...resolution(split), session: '10' }],
  ])('%s: another vote, and both stay', async (_, vote) => {
    expect(rowsIn(await joined([page], voters, [vote]))).toHaveLength(2)
  })

  test('two unanimous votes are two, and each takes the place of one', async () => {
    const all = '1'.repeat(26)
    const held = [
      { ...page, votes: all, yes: 26, no: 0 },
      { ...page, id: 8, symbol: 'R/9/67', votes: all, yes: 26, no: 0 },
    ]
    const after = await joined(held, voters, [resolution(all), { ...resolution(all), id: 10000008, symbol: 'A/RES/809(IX)' }])
    expect(rowsIn(after).map(({ id }) => id)).toEqual([10000007, 10000008])
  })

  test('sections of one resolution, however they are written, are told apart by the positions', async () => {
    const section = (id: number, symbol: string, votes: string, source: Made['source']): PackedVote =>
      rollCall({ id, votes, source, session: '36', symbol, date: '1981-12-18' })
    const held = [section(11, 'A/RES/36/235, section IV', split, 'un-votes'), section(12, 'A/RES/36/235, section IX', other, 'un-votes')]
    const after = await joined(held, voters, [section(10000011, 'A/RES/36/235[IX]', other, 'un-digital-library')])
    expect(rowsIn(after).map(({ id }) => id)).toEqual([11, 10000011])
  })

  test('in sessions 18 to 30 the number of the resolution must be the same', async () => {
    const held = rollCall({ id: 9, votes: split, source: 'un-votes', session: '26', symbol: 'A/RES/2758(XXVI)', date: '1971-10-01' })
    const same = rollCall({
      id: 10000009,
      votes: split,
      source: 'un-digital-library',
      session: '26',
      symbol: 'A/RES/2758(XXVI)',
      date: '1971-10-25',
    })
    expect(rowsIn(await joined([held], voters, [same]))).toHaveLength(1)
    expect(rowsIn(await joined([held], voters, [{ ...same, symbol: 'A/RES/2759(XXVI)' }]))).toHaveLength(2)
  })
})

describe("an older file of Voeten's over a newer record", () => {
  const held = [
    rollCall({ id: 6000, votes: '13', source: 'un-votes', session: '73', symbol: 'A/RES/73/1', date: '2018-12-01' }),
    rollCall({ id: 6500, votes: '13', source: 'un-votes', session: '73', symbol: 'A/RES/73/2', date: '2018-12-02' }),
    rollCall({ id: 6100, votes: '33', source: 'un-votes', session: '73', symbol: 'A/RES/73/9', date: '2019-05-01' }),
    rollCall({ id: 1800010, votes: '11', source: 'un-resolutions' }),
  ]
  const file = [
    rollCall({ id: 6000, votes: '13', source: 'un-votes', session: '73', symbol: 'A/RES/73/1', date: '2018-12-01' }),
    rollCall({ id: 6001, votes: '13', source: 'un-votes', session: '73', symbol: 'A/RES/73/2', date: '2018-12-02' }),
  ]

  test('leaves later votes alone, and numbers that changed double nothing', async () => {
    const after = await joined(held, ['CHN', 'USA'], file)
    expect(rowsIn(after).map(({ id }) => id)).toEqual([6000, 6001, 6100, 1800010])
    expect(after.notes).toContain('1 older roll calls of un-votes in the same sessions are not in this edition and were dropped.')
  })
})

test('a record with counts and no list does not displace one with the list', async () => {
  const full = rollCall({ id: 10000001, votes: '12', source: 'un-digital-library' })
  const bare = rollCall({ id: 1800010, votes: '../../../../sources/un', yes: 1, abstain: 1, no: 0, source: 'un-resolutions' } as Made)
  const after = await joined([full], ['CHN', 'USA'], [bare])
  expect(rowsIn(after).map(({ id, votes }) => [id, votes])).toEqual([[10000001, '12']])
  expect(after.notes).toContain("Left as held, because the file's lists do not bear out its own counts: A/RES/80/1.")
})

describe.skipIf(shared === null)('all votes, 870,109 of Voeten and 128,399 of the UN (needs ../shared)', async () => {
  const files = shared === null ? null : await rollCallPaths(shared.unvotes, shared.resolutions)
  const whole = files === null ? null : await readRollCalls(files)
  const none = tables([], [])
  const held = { roll_calls: whole?.roll_calls ?? none.roll_calls, voters: whole?.voters ?? none.voters }

  /** Positions by roll call and state, whatever the order of the voters. */
  function content(one: { roll_calls?: Columns; voters?: Columns }): string[] {
    const voters = [...(one.voters!['state'] as string[])]
    const sorted = [...voters].sort()
    return packedVotes(one.roll_calls!)
      .map(({ vintage: _, ...vote }) => JSON.stringify({ ...vote, votes: repackedFor(vote.votes, voters, sorted) }))
      .sort()
  }

  test("the UN's files and then Voeten's give the record as the record script makes it", async () => {
    const first = await readResolutions(files!.resolutions)
    const after = await joinTables(first, await readVotes(files!))
    expect(content(after.content)).toEqual(content(held))
    expect(packedVotes(after.content.roll_calls!).reduce((sum, { votes }) => sum + positionCount(votes), 0)).toBe(982_334)
  })

  test("Voeten's and then the UN's give the same 6,844 votes and 982,334 positions, 90 of them told by the UN", async () => {
    const after = await joinTables(await readVotes(files!), await readResolutions(files!.resolutions))
    const rows = rowsIn(after)
    expect([rows.length, rows.reduce((sum, { votes }) => sum + positionCount(votes), 0)]).toEqual([6844, 982_334])
    expect(rows.filter(({ source }) => source === 'un-resolutions')).toHaveLength(731)
    expect(after.notes[0]).toBe('731 roll calls, 641 of them new; they take the place of 90 of un-votes.')
  })

  test('every whole resolution told again in the form of the library, with other days and one position in a hundred another, leaves at most three votes twice', async () => {
    const voters = held.voters['state'] as string[]
    const told = packedVotes(held.roll_calls).flatMap((vote, i): PackedVote[] => (vote.kind === 'whole' ? [asLibrary(vote, i)] : []))
    const after = await joinTables(held, tables(told, voters))
    expect(told).toHaveLength(5657)
    expect(rowsIn(after).length - 6844).toBeLessThanOrEqual(3)
    expect(rowsIn(after).filter(({ source }) => source === 'un-digital-library')).toHaveLength(5657)
    expect(after.gone).toEqual(['un-resolutions'])
  })
})

/** A vote as the library would tell it: its own number, the resolution where Voeten has a page, a true day in the same month. */
function asLibrary(vote: PackedVote, i: number): PackedVote {
  const early = vote.symbol === null || !vote.symbol.startsWith('A/')
  const date = Number(vote.session) <= 57 ? `${vote.date.slice(0, 8)}${String((i % 27) + 1).padStart(2, '0')}` : vote.date
  const votes = Array.from(vote.votes, (position, k) => (position !== '.' && (i * 31 + k * 17) % 100 === 0 ? '2' : position)).join('')
  return {
    ...vote,
    id: 10_000_000 + i,
    symbol: early ? `A/RES/${i + 1}(IX)` : vote.symbol,
    date,
    votes,
    source: library.id,
    important: null,
  }
}
