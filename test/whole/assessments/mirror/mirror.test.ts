import { join } from 'node:path'
import { expect, test } from 'vitest'
import { assessTrade } from '../../../../src/assessments/domains/trade.ts'
import { type MirrorAnswer, mirror } from '../../../../src/assessments/mirror/mirror.ts'
import { mirrorCsv, mirrorMarkdown, mirrorText } from '../../../../src/reports/answers/mirror.ts'
import { loadSourceCards } from '../../../../src/sources/index.ts'
import { type Observation, observationColumns } from '../../../../src/sources/rows/observation.ts'
import { stateOf } from '../../../../src/states/index.ts'
import { type Columns, openSnapshot, type Snapshot, writeSnapshot } from '../../../../src/store/index.ts'
import { freshRoot } from '../../../store/fresh-root.ts'

const sourceCards = await loadSourceCards()

const report = (one: Partial<Observation>): Observation => ({
  indicator: 'goods-exports',
  from_id: 'CHN',
  to_id: 'RUS',
  reporter: 'CHN',
  start_date: '2014-01-01',
  end_date: '2014-12-31',
  value: 50e9,
  unit: 'USD',
  valuation: 'FOB',
  status: 'observed',
  source: 'comtrade',
  vintage: 'test',
  locator: 'x.csv:2',
  ...one,
})

const received = (one: Partial<Observation>): Observation =>
  report({ indicator: 'goods-imports', reporter: 'RUS', valuation: 'CIF', ...one })

function membersOfUnion(states: readonly string[]): Columns {
  const each = (value: string | null) => states.map(() => value)
  const period = { start_date: each('1993-11-01'), end_date: each(null) }
  const said = { source: each('bloc-memberships'), citation: each('x'), note: each(null) }
  return { bloc: each('EU'), state: [...states], role: each('member'), ...period, ...said }
}

async function snapshotOf(rows: readonly Observation[], members: readonly string[] = []): Promise<Snapshot> {
  const root = freshRoot()
  const held = new Set([...rows.map((row) => row.source), ...(members.length > 0 ? ['bloc-memberships'] : [])])
  const manifest = await writeSnapshot(
    root,
    { observations: { columns: observationColumns(rows) }, memberships: { columns: membersOfUnion(members) } },
    { sources: sourceCards.filter((card) => held.has(card.id)), created: '2024-06-30', note: 'test' },
  )
  return openSnapshot(join(root, 'snapshots', manifest.id))
}

const china = { id: 'CHN', name: 'China' }
const russia = { id: 'RUS', name: 'Russia' }

async function asked(rows: Observation[], flow: 'exports' | 'imports' | 'both' = 'exports', from?: string): Promise<MirrorAnswer> {
  const snapshot = await snapshotOf(rows)
  try {
    return await mirror({ a: china, b: russia, from, to: '2024-06-30', flow }, snapshot)
  } finally {
    snapshot.close()
  }
}

test('the two sides stand apart: who sends, who receives, and the ratio of the one to the other', async () => {
  const { flows, notes } = await asked([report({}), received({ value: 54e9, source: 'russian-customs' })])
  expect(flows).toHaveLength(1)
  const [year] = flows[0]!.years
  expect(year!.reports.map(({ side, reporter, valuation, value }) => [side, reporter, valuation, value])).toEqual([
    ['exporter', 'CHN', 'FOB', 50e9],
    ['importer', 'RUS', 'CIF', 54e9],
  ])
  expect(year!.spread).toEqual({ low: 50e9, high: 54e9, ratio: 1.08 })
  expect(year!.mirrorRatio).toEqual({ low: 1.08, high: 1.08 })
  expect(notes.join(' ')).toContain('free on board')
  expect(notes.join(' ')).toContain('Hong Kong')
})

test('an estimate is shown and is in no spread and no ratio', async () => {
  const { flows, notes } = await asked([report({}), received({ value: 20e9, source: 'imf-dots', status: 'estimated' })])
  expect(flows[0]!.years[0]).toMatchObject({ spread: null, mirrorRatio: null })
  expect(flows[0]!.years[0]!.reports).toHaveLength(2)
  expect(notes).toContain('Estimates (*) are in no spread and no ratio: imf-dots for RUS in 2014.')
})

test('another currency is another table: nothing is converted', async () => {
  const answer = await asked([report({}), report({ unit: 'EUR', value: 40e9, source: 'comext' })])
  expect(answer.flows.map(({ unit, years }) => [unit, years[0]!.reports.length])).toEqual([
    ['EUR', 1],
    ['USD', 1],
  ])
  expect(answer.notes.at(-1)).toContain('each in the currency of its source (EUR and USD)')
})

test('on request what has a rate is converted, with its own figure and the rate beside it; what has none stays', async () => {
  const rows = [report({}), report({ unit: 'EUR', value: 40e9, source: 'comext' }), report({ unit: 'KZT', source: 'kazakhstan-customs' })]
  const snapshot = await snapshotOf(rows)
  try {
    const answer = await mirror({ a: china, b: russia, from: undefined, to: '2024-06-30', flow: 'exports', currency: 'USD' }, snapshot)
    expect(answer.flows.map(({ unit }) => unit)).toEqual(['KZT', 'USD'])
    const reports = answer.flows[1]!.years[0]!.reports
    expect(reports.find((one) => one.source === 'comext')).toMatchObject({
      value: 40e9 * 1.3285,
      converted: { unit: 'EUR', value: 40e9, rate: 1.3285 },
    })
    expect(reports.find((one) => one.source === 'comtrade')).toMatchObject({ value: 50e9, converted: null })
    expect(answer.flows[1]!.years[0]!.spread?.ratio).toBeCloseTo((40 * 1.3285) / 50, 9)
    expect(answer.notes.join(' ')).toContain('ECB’s euro reference rates')
    expect(answer.notes.join(' ')).toContain('2014 1.3285 USD a EUR')
    expect(answer.notes.at(-1)).toBe(
      'Current prices (KZT and USD): a figure without a rate of its year stays as it is, and no ratio goes across currencies.',
    )
    expect(mirrorText(answer)).toContain('CHN comext‡')
    expect(mirrorCsv(answer)).toContain(',40000000000,EUR,1.3285')
  } finally {
    snapshot.close()
  }
})

test('a year without a rate is not converted', async () => {
  const early = report({ unit: 'EUR', source: 'comext', start_date: '1998-01-01', end_date: '1998-12-31' })
  const snapshot = await snapshotOf([early])
  try {
    const answer = await mirror({ a: china, b: russia, from: undefined, to: '2024-06-30', flow: 'exports', currency: 'USD' }, snapshot)
    expect(answer.flows.map(({ unit, years }) => [unit, years[0]!.reports[0]!.converted])).toEqual([['EUR', null]])
  } finally {
    snapshot.close()
  }
})

const months = (count: number, one: Partial<Observation> = {}): Observation[] =>
  Array.from({ length: count }, (_, i) => {
    const month = `2014-${String(i + 1).padStart(2, '0')}`
    const end_date = new Date(Date.UTC(2014, i + 1, 0)).toISOString().slice(0, 10)
    return report({ start_date: `${month}-01`, end_date, value: 1e9, locator: `m.csv:${i + 2}`, ...one })
  })

test('twelve months are a year, and said to be; eleven are none; the source’s own year goes before its months', async () => {
  const { flows, notes } = await asked(months(12))
  expect(flows[0]!.years[0]!.reports).toMatchObject([{ value: 12e9, basis: 'months', locator: 'm.csv:2 and 11 more months' }])
  expect(notes).toContain('A year of comtrade is our sum of its twelve months; years with fewer are left out.')
  expect((await asked(months(11))).flows).toEqual([])
  expect((await asked([...months(12), report({})])).flows[0]!.years[0]!.reports).toMatchObject([{ value: 50e9, basis: 'year' }])
})

test('one estimated month makes the year an estimate', async () => {
  const [first, ...rest] = months(12)
  const { flows } = await asked([{ ...first!, status: 'estimated' }, ...rest])
  expect(flows[0]!.years[0]!.reports[0]!.status).toBe('estimated')
})

test('both directions together are a sum only where one reporter has both, in the words of that reporter', async () => {
  const back = report({ indicator: 'goods-imports', from_id: 'RUS', to_id: 'CHN', valuation: 'CIF', value: 40e9 })
  const { flows } = await asked([report({}), back, received({ source: 'russian-customs' })], 'both')
  const both = flows.find((flow) => flow.direction === 'both')!
  expect(both.years[0]!.reports).toMatchObject([{ side: 'a', source: 'comtrade', value: 90e9, valuation: null }])
})

test('a source that holds another one’s reports in its own edition is no rival of it, in mirror and in assess', async () => {
  const union = { from_id: 'DEU', to_id: 'RUS', reporter: 'DEU', unit: 'EUR' } as const
  const rows = [report({ ...union, source: 'comext' }), report({ ...union, source: 'comext-sanctioned', value: 49e9 })]
  const snapshot = await snapshotOf(rows)
  try {
    const { flows, notes } = await mirror(
      { a: { id: 'DEU', name: 'Germany' }, b: russia, from: undefined, to: '2024-06-30', flow: 'both' },
      snapshot,
    )
    expect(flows[0]!.years[0]!.reports.map(({ source, otherEdition }) => [source, otherEdition])).toEqual([
      ['comext', false],
      ['comext-sanctioned', true],
    ])
    expect(flows[0]!.years[0]!.spread).toBeNull()
    expect(notes.join(' ')).toContain('comext-sanctioned holds reports that another source here has in its own edition')
    const dyad = { a: stateOf('DEU')!, b: stateOf('RUS')!, from: undefined, to: '2024-06-30', draws: 100, seed: 1 }
    const { estimates } = await assessTrade({ dyad, snapshot, cards: new Map() })
    expect(estimates.find((one) => one.id === 'goods-a-to-b')).toMatchObject({ value: 50e9, interval: 'exact', certainty: 'one report' })
  } finally {
    snapshot.close()
  }
})

test('without the other source it is a report like any', async () => {
  const { flows } = await asked([report({ source: 'comext-sanctioned', unit: 'EUR' })])
  expect(flows[0]!.years[0]!.reports[0]!.otherEdition).toBe(false)
})

test('a window leaves out what begins before it; an importer below the exporter is said to be more than freight', async () => {
  const rows = [report({}), received({ value: 45e9 }), report({ start_date: '2013-01-01', end_date: '2013-12-31' })]
  const { flows, notes } = await asked(rows, 'exports', '2014-01-01')
  expect(flows[0]!.years.map(({ year }) => year)).toEqual([2014])
  expect(notes.join(' ')).toContain('In 2014 the importer reports less than the exporter')
})

test('the table: a reporter a column, a year a row, estimates starred, blanks for silence', async () => {
  const late = { start_date: '2022-01-01', end_date: '2022-12-31' }
  const answer = await asked([
    report({}),
    received({ value: 54e9, source: 'russian-customs' }),
    report({ ...late, value: 76.1e9 }),
    received({ ...late, value: 57.7e9, source: 'imf-dots', status: 'estimated' }),
  ])
  expect(mirrorText(answer).split('\n').slice(0, 5)).toEqual([
    'China to Russia: USD bn',
    'year   CHN comtrade   RUS imf-dots  RUS russian-customs  spread  RUS/CHN',
    '      exporter, FOB  importer, CIF        importer, CIF',
    '2014             50                                  54   ×1.08     1.08',
    '2022           76.1          57.7*',
  ])
  expect(mirrorMarkdown(answer)).toContain('| 2022 | 76.1 | 57.7* |  |  |  |')
  expect(mirrorCsv(answer).split('\n')[1]).toBe(
    '2014,a-to-b,CHN,RUS,USD,50000000000,comtrade,CHN,exporter,FOB,observed,year,false,50000000000,54000000000,1.08,1.08,test,x.csv:2,,,',
  )
})

test('a partner’s reports with the members of a bloc are no silence: the note says who has them, and nothing is added up', async () => {
  const partner = { source: 'kyrgyzstan-customs', reporter: 'KGZ', to_id: 'KGZ', indicator: 'goods-imports', valuation: 'CIF' } as const
  const rows = [
    report({ from_id: 'EU', to_id: 'KGZ', reporter: 'EU', source: 'comext', unit: 'EUR' }),
    report({ ...partner, from_id: 'DEU', value: 422e6 }),
    report({ ...partner, from_id: 'POL', value: 50e6 }),
    report({ ...partner, from_id: 'CHN', value: 5e9 }),
  ]
  const snapshot = await snapshotOf(rows, ['DEU', 'POL', 'FRA'])
  try {
    const union = { id: 'EU', name: 'European Union' }
    const kyrgyzstan = { id: 'KGZ', name: 'Kyrgyzstan' }
    const both = await mirror({ a: union, b: kyrgyzstan, from: undefined, to: '2024-06-30', flow: 'both' }, snapshot)
    expect(both.flows).toHaveLength(1)
    expect(both.notes[0]).toMatch(
      /^kyrgyzstan-customs \(2 of 3 members\) has what Kyrgyzstan itself .*not added up.*The largest: visavis mirror DEU KGZ\.$/,
    )
    const other = await mirror({ a: kyrgyzstan, b: union, from: '2020-01-01', to: '2024-06-30', flow: 'both' }, snapshot)
    expect(other.notes).toEqual([])
  } finally {
    snapshot.close()
  }
})

test('the notes name the edition of each source, and speak of no column that is not there', async () => {
  const alone = await asked([report({})])
  expect(alone.notes).toContain('Editions: comtrade (test).')
  expect(mirrorText(alone)).not.toContain('spread')
  const editions = ['2019', '2020', '2021'].map((vintage, i) =>
    report({ vintage, start_date: `201${i}-01-01`, end_date: `201${i}-12-31`, value: 1e9 + i }),
  )
  expect((await asked(editions)).notes).toContain('Editions: comtrade (3 editions, see --format csv).')
})

test('what a note says of a source is what its reader does: imports of Armenia are by origin', async () => {
  const armenian = report({ source: 'armenia-customs', reporter: 'RUS', indicator: 'goods-imports', valuation: 'CIF' })
  expect((await asked([armenian])).notes.join(' ')).toContain('armenia-customs has imports by the state of origin')
  expect(sourceCards.find(({ id }) => id === 'armenia-customs')!.quirks[0]).toMatch(/^Imports are by country of origin/)
})

test('no report is unknown, not zero', async () => {
  const answer = await asked([report({ to_id: 'IND' })])
  expect(answer.flows).toEqual([])
  expect(mirrorText(answer)).toMatch(/^Unknown: .*China and Russia.*Not zero/)
  expect(mirrorMarkdown(answer)).toMatch(/^Unknown: /)
})
