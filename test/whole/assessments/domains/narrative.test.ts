import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { assessNarrative } from '../../../../src/assessments/domains/narrative.ts'
import type { DomainAssessment } from '../../../../src/assessments/index.ts'
import { loadRows } from '../../../../src/assessments/record/rows-in-memory.ts'
import type { LoadedRows } from '../../../../src/assessments/rows/observation-row.ts'
import { readGeneralDebate } from '../../../../src/sources/un/speeches/un-general-debate.ts'
import { stateOf } from '../../../../src/states/index.ts'
import {
  bundledRecord,
  type Columns,
  isKnown,
  type Known,
  openSnapshot,
  type Snapshot,
  writeSnapshot,
} from '../../../../src/store/index.ts'
import { haveRaw, rawFolder, rawNeeded } from '../../../sources/raw-data.ts'
import { freshRoot } from '../../../store/fresh-root.ts'

let record: Snapshot
beforeAll(async () => {
  record = await openSnapshot(bundledRecord())
})
afterAll(() => record.close())

function narrative(snapshot: Snapshot, a: string, b: string, to = '2026-11-24', held?: LoadedRows): Promise<DomainAssessment> {
  const dyad = { a: stateOf(a)!, b: stateOf(b)!, from: undefined, to, draws: 50, seed: 1 }
  return assessNarrative({
    dyad,
    snapshot,
    cards: new Map(snapshot.manifest.sources.map((card) => [card.id, card])),
    ...(held === undefined ? {} : { held }),
  })
}

function known(found: DomainAssessment, id: string): Known {
  const estimate = found.estimates.find((one) => one.id === id)
  if (estimate === undefined || !isKnown(estimate)) throw new Error(`${id} is not known: ${JSON.stringify(estimate)}`)
  return estimate
}

describe('the narrative of a pair', () => {
  test('China and Russia: less alike in 2022 to 2024 than in 2012 to 2014, and Russia speaks more of colonialism', async () => {
    const found = await narrative(record, 'CHN', 'RUS')
    const level = known(found, 'speech_similarity')
    expect(level).toMatchObject({ period: '2022/2024', state: 'estimated' })
    const [row] = await record.rows(
      "SELECT avg(similarity) AS mean, sqrt(sum(se * se)) / 3 AS se FROM speech_similarities WHERE state_a = 'CHN' AND state_b = 'RUS' AND year BETWEEN 2022 AND 2024",
    )
    expect(level.value).toBeCloseTo(Number(row!['mean']), 9)
    if (level.interval === 'exact') throw new Error('exact')
    expect((level.interval.high - level.interval.low) / 2).toBeCloseTo(1.6449 * Number(row!['se']), 4)
    const change = known(found, 'speech_similarity.change')
    const [past] = await record.rows(
      "SELECT avg(similarity) AS mean FROM speech_similarities WHERE state_a = 'CHN' AND state_b = 'RUS' AND year BETWEEN 2012 AND 2014",
    )
    expect(change.value).toBeCloseTo(level.value - Number(past!['mean']), 9)
    expect(known(found, 'speech_similarity_place').label).toBe('place among the 276 pairs held at both ends')
    expect(known(found, 'speech_similarity_place.change').value).toBeLessThan(-50)
    expect(change.interval === 'exact' ? 0 : change.interval.high).toBeLessThan(0)
    expect(found.items.some(({ text }) => text.startsWith('colonialism and apartheid: Russia more'))).toBe(true)
  })

  test('a place with the middle inside its interval is open; the interval stands beside any place', async () => {
    expect((await narrative(record, 'CHN', 'RUS')).summary).toMatch(
      /^In the General Debates of 2022, 2023 and 2024 it is open whether the speeches of China and Russia were more or less alike/,
    )
    expect((await narrative(record, 'HND', 'VEN')).summary).toContain('of 94 % of all pairs (90 % interval 85 to 98)')
  })

  test('does not hang on who comes first', async () => {
    const [one, other] = [await narrative(record, 'CHN', 'RUS'), await narrative(record, 'RUS', 'CHN')]
    expect(other.estimates).toEqual(one.estimates)
  })

  test('is the same where the rows of all pairs are held', async () => {
    const held = await loadRows(record, '2026-11-24', ['CHN', 'RUS'])
    for (const [a, b] of [
      ['CHN', 'RUS'],
      ['TUV', 'KIR'],
      ['MCO', 'XKX'],
    ] as const) {
      expect(await narrative(record, a, b, '2026-11-24', held)).toEqual(await narrative(record, a, b))
    }
  })

  test('a pair without speeches ten years before has a level, and a change that is unknown', async () => {
    const found = await narrative(record, 'KIR', 'TUV')
    expect(known(found, 'speech_similarity.percentile').value).toBeGreaterThan(90)
    expect(found.estimates.find(({ id }) => id === 'speech_similarity.change')).toMatchObject({ state: 'unknown' })
    expect(found.items).toEqual([])
  })

  test('a day before the end of October takes the session of the year before; nothing before the first speech', async () => {
    expect(known(await narrative(record, 'FRA', 'USA', '2020-10-30'), 'speech_similarity').period).toBe('2017/2019')
    expect(known(await narrative(record, 'FRA', 'USA', '2020-10-31'), 'speech_similarity').period).toBe('2018/2020')
    expect(await narrative(record, 'CHN', 'RUS', '1971-10-30')).toMatchObject({ state: 'unknown' })
    expect(known(await narrative(record, 'TWN', 'USA', '1969-12-31'), 'speech_similarity').period).toBe('1967/1969')
  })

  test('every figure names rows that are there, and as many', async () => {
    for (const figure of (await narrative(record, 'DEU', 'FRA')).estimates.filter(isKnown)) {
      for (const { rows, count } of figure.evidence) {
        const [found] = await record.rows(`SELECT count(*)::INTEGER AS n FROM ${rows}`)
        expect(found!['n'], `${figure.id}: ${rows}`).toBe(count)
      }
    }
  })
})

describe.skipIf(!haveRaw)(`with the texts added ${rawNeeded}`, () => {
  test('the same speeches give the same numbers as the record', async () => {
    const files = ['core25_1946', 'other_countries_2018'].map((name) => join(rawFolder, 'ungdc', `UNGDC_${name}-2024.tgz`))
    const { speeches } = await readGeneralDebate(files)
    const words = await record.columns('SELECT * FROM speech_words ORDER BY word')
    const root = freshRoot()
    await writeSnapshot(
      root,
      { speeches: { columns: speeches }, speech_words: { columns: words } },
      { sources: [], created: '2026-11-24', note: '' },
    )
    const texts = await openSnapshot(root)
    for (const [a, b] of [
      ['CHN', 'RUS'],
      ['KIR', 'TUV'],
      ['IRN', 'USA'],
    ] as const) {
      const [ours, theirs] = [await narrative(record, a, b), await narrative(texts, a, b)]
      const figures = ({ estimates }: DomainAssessment) =>
        estimates.map((one) => (isKnown(one) ? [one.id, one.period, one.value, one.interval] : [one.id, one.period]))
      expect(figures(theirs)).toEqual(figures(ours))
      expect(theirs.items.map(({ text }) => text)).toEqual(ours.items.map(({ text }) => text))
      expect(theirs.summary).toBe(ours.summary)
      const level = known(theirs, 'speech_similarity')
      expect(level.evidence[0]!.source).toBe('un-general-debate')
    }
    texts.close()
    await expectKeptOnlyForTheseTexts(speeches, words)
  })
})

/** Where a session's texts are those of the record its figures are used, and where one differs they are not. */
async function expectKeptOnlyForTheseTexts(speeches: Columns, words: Columns): Promise<void> {
  const kept = await record.columns('SELECT * FROM speech_similarities')
  // figures of nobody: where they are used, this pair is like every other
  const marked = { ...kept, similarity: kept['similarity']!.map(() => 0.5) }
  const place = async (texts: Columns): Promise<number> => {
    const root = freshRoot()
    const tables = { speeches: { columns: texts }, speech_words: { columns: words }, speech_similarities: { columns: marked } }
    await writeSnapshot(root, tables, { sources: [], created: '2026-11-24', note: '' })
    const snapshot = await openSnapshot(root)
    const { value } = known(await narrative(snapshot, 'CHN', 'RUS', '1973-12-31'), 'speech_similarity.percentile')
    snapshot.close()
    return value
  }
  expect(await place(speeches)).toBe(50)
  const changed = speeches['text']!.map((text, row) => (Number(speeches['year']![row]) <= 1973 ? `${text} Peace.` : text))
  const other = await place({ ...speeches, text: changed })
  expect(other).toBeGreaterThan(10)
  expect(other).not.toBe(50)
}
