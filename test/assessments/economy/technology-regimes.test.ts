import { expect, test } from 'vitest'
import { assessTechnology } from '../../../src/assessments/domains/technology.ts'
import type { DomainAssessment } from '../../../src/assessments/forms/assessment.ts'
import { rowsOfEvidence } from '../../../src/assessments/record/rows-of-evidence.ts'
import type { SourceCard } from '../../../src/store/index.ts'
import { agreementSnapshotForTests } from '../agreement-snapshot.ts'
import { pairOf } from '../conflict-snapshot.ts'
import { benchOf } from '../made-snapshot.ts'

const snapshot = agreementSnapshotForTests()

const technology = (a: string, b: string, to = '2026-11-30'): Promise<DomainAssessment> => assessTechnology(pairOf(snapshot(), a, b, to))

const figureNamed = (found: DomainAssessment, id: string): unknown => {
  const one = found.estimates.find((estimate) => estimate.id === id)
  return one === undefined || !('value' in one) ? undefined : `${one.value}${one.certainty === undefined ? '' : ` ${one.certainty}`}`
}

test('common export control regimes are counted over complete lists, so none is a zero', async () => {
  expect(figureNamed(await technology('JPN', 'USA'), 'common-export-control-regimes')).toBe('4')
  expect(figureNamed(await technology('JPN', 'IND'), 'common-export-control-regimes')).toBe('3')
  const none = await technology('BOL', 'COD')
  expect(none.state).toBe('observed')
  expect(figureNamed(none, 'common-export-control-regimes')).toBe('0')
  expect(none.summary).toBe(
    'Neither Bolivia nor the Democratic Republic of the Congo is in any of the four export control regimes. Of the two, only Bolivia is known to take part in the International Lunar Research Station of China and Russia (since April 2025).',
  )
})

test('the sentence says which regimes are common and which one side alone is in', async () => {
  expect((await technology('CHN', 'RUS')).summary).toContain(
    'China and Russia are both in one of the four export control regimes, the Nuclear Suppliers Group; Russia alone is in the Wassenaar Arrangement and the Missile Technology Control Regime.',
  )
  expect((await technology('IND', 'PAK')).summary).toContain(
    'India and Pakistan have no export control regime in common: India is in the Wassenaar Arrangement, the Australia Group and the Missile Technology Control Regime, Pakistan in none.',
  )
})

test('a regime counts from the day on which the later of the two joined', async () => {
  expect(figureNamed(await technology('IND', 'USA', '2016-06-26'), 'common-export-control-regimes')).toBe('0')
  expect(figureNamed(await technology('IND', 'USA', '2016-06-27'), 'common-export-control-regimes')).toBe('1')
  expect(figureNamed(await technology('IND', 'USA', '2018-01-19'), 'common-export-control-regimes')).toBe('3')
})

test('before 2001, when some accessions are disputed, nothing is said of regimes', async () => {
  expect(figureNamed(await technology('FRA', 'USA', '2000-12-31'), 'common-export-control-regimes')).toBeUndefined()
  expect(figureNamed(await technology('FRA', 'USA', '2001-01-01'), 'common-export-control-regimes')).toBe('4')
})

test('signatories of the Artemis Accords: both, one or neither, exact as long as the list is complete', async () => {
  expect((await technology('JPN', 'IND')).summary).toContain(
    'Japan and India have both signed the Artemis Accords (13 October 2020 and 21 June 2023).',
  )
  expect(figureNamed(await technology('JPN', 'IND'), 'artemis-accords')).toBe('2')
  expect(figureNamed(await technology('CHN', 'RUS', '2026-04-20'), 'artemis-accords')).toBe('0')
  expect(figureNamed(await technology('CHN', 'RUS', '2026-04-21'), 'artemis-accords')).toBe('0 at least')
  expect((await technology('IND', 'MDV', '2025-12-31')).summary).toContain('Of the two, only India has signed the Artemis Accords')
  expect((await technology('IND', 'MDV', '2026-12-31')).summary).toContain('Of the two, only India is known to have signed')
  expect(figureNamed(await technology('JPN', 'USA', '2020-10-12'), 'artemis-accords')).toBeUndefined()
})

test('a signatory of the accords and a participant of the lunar station are told in one sentence', async () => {
  expect((await technology('DEU', 'CHN')).summary).toContain(
    'Germany has signed the Artemis Accords (14 September 2023), and China takes part in the International Lunar Research Station (since 9 March 2021).',
  )
})

test('a state in both programmes is named with both', async () => {
  expect((await technology('EGY', 'THA')).summary).toContain(
    'Of the two, only Thailand is known to have signed the Artemis Accords (16 December 2024). Egypt and Thailand take part in the International Lunar Research Station of China and Russia (December 2023 and April 2024).',
  )
  expect((await technology('ITA', 'SEN')).summary).toContain(
    'only Senegal is known to take part in the International Lunar Research Station',
  )
})

test('a ban on suppliers is said first, from its day on, and the strictest of several', async () => {
  expect((await technology('CHN', 'SWE')).summary).toMatch(
    /^Sweden has barred Chinese suppliers of telecommunications from its new networks since 20 October 2020/,
  )
  expect((await technology('CHN', 'SWE', '2020-10-19')).summary).not.toContain('barred')
  const both = await technology('USA', 'CHN')
  expect(both.summary).toMatch(/^The United States has barred Chinese suppliers/)
  expect(both.items.filter(({ text }) => /ban,|restriction,/.test(text))).toHaveLength(2)
})

test('joint missions are items by their day of launch, and none of a later day shows', async () => {
  const found = await technology('IND', 'USA')
  expect(found.items.map(({ date }) => date)).toEqual(['2025-07-30', '2025-06-25'])
  expect(found.summary).toContain('The latest joint mission in space on our list was launched on 30 July 2025 (NISAR radar satellite).')
  expect((await technology('IND', 'USA', '2025-07-29')).items.map(({ date }) => date)).toEqual(['2025-06-25'])
})

test('a record without these tables says nothing of regimes: no list is not an empty list', async () => {
  const bench = await benchOf(['BOL', 'COD'], '2026-06-30', [])
  const found = await assessTechnology(bench)
  bench.snapshot.close()
  expect(found.state).toBe('unknown')
  expect(figureNamed(found, 'common-export-control-regimes')).toBeUndefined()
})

test('where neither side reported its trade, the sentence on regimes is followed by what is unknown', async () => {
  const bench = pairOf(snapshot(), 'BOL', 'COD', '2026-11-30')
  const silent = { id: 'baci-sectors', coverage: [{ silent: ['BOL', 'COD'] }] } as unknown as SourceCard
  const found = await assessTechnology({ ...bench, cards: new Map([...bench.cards, ['baci-sectors', silent]]) })
  expect(found.summary).toContain('sell each other of technology is unknown: neither reported its trade of 2024.')
})

test('every figure names as many rows as its condition finds', async () => {
  for (const [a, b] of [
    ['DEU', 'FRA'],
    ['BOL', 'COD'],
    ['CHN', 'RUS'],
    ['IND', 'PAK'],
  ] as const) {
    const bench = pairOf(snapshot(), a, b, '2026-11-30')
    const evidence = (await assessTechnology(bench)).estimates.flatMap((one) => ('evidence' in one ? one.evidence : []))
    const found = await rowsOfEvidence(snapshot(), evidence, { cards: bench.cards, states: [], limit: undefined })
    expect(found.map(({ total }) => total)).toEqual(evidence.map(({ count }) => count))
    expect(evidence.length).toBeGreaterThan(1)
  }
})
