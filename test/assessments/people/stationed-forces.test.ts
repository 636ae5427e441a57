import { expect, test } from 'vitest'
import { assessAlliance } from '../../../src/assessments/domains/alliance.ts'
import type { DomainAssessment } from '../../../src/assessments/forms/assessment.ts'
import type { Observation } from '../../../src/sources/rows/observation.ts'
import { benchOf, yearly } from '../made-snapshot.ts'

async function told(pair: readonly [string, string], rows: readonly Observation[]): Promise<DomainAssessment> {
  const bench = await benchOf(pair, '2026-06-30', rows)
  try {
    return await assessAlliance(bench)
  } finally {
    bench.snapshot.close()
  }
}

const forces = (to_id: string, year: number, value: number): Observation =>
  yearly({ indicator: 'us-forces', from_id: 'USA', to_id, year, value, unit: 'persons', source: 'us-troops' })

test('forces of the United States in the other state: latest year and change, presence and no commitment', async () => {
  const found = await told(['DEU', 'USA'], [forces('DEU', 2014, 38_892), forces('DEU', 2024, 36_541), forces('JPN', 2024, 55_154)])
  expect(found.estimates.find(({ id }) => id === 'us-forces-b-in-a')).toMatchObject({ value: 36_541, period: '2024', unit: 'persons' })
  expect(found.estimates.find(({ id }) => id === 'us-forces-b-in-a.change')).toMatchObject({ value: -2351 })
  expect(found.summary).toContain(
    'In 2024 the Pentagon counted up to 36,541 members of the US forces assigned to Germany (rotations and operations are mostly not counted).',
  )
  expect(found.state).toBe('unknown')
})

test('guards and attachés of an embassy are a figure, not a sentence', async () => {
  const found = await told(['USA', 'RUS'], [forces('RUS', 2024, 41)])
  expect(found.estimates.find(({ id }) => id === 'us-forces-a-in-b')).toMatchObject({ value: 41 })
  expect(found.summary).not.toContain('Pentagon')
})

test('a count that ended is told as the last that was published', async () => {
  const found = await told(['USA', 'SYR'], [forces('SYR', 2017, 1720)])
  expect(found.summary).toContain(
    'In 2017 the Pentagon counted up to 1,720 members of the US forces assigned to Syria (rotations and operations are mostly not counted); no later count is published.',
  )
})

test('a pair without the United States has none of it', async () => {
  const found = await told(['DEU', 'JPN'], [forces('DEU', 2024, 36_541)])
  expect(found.estimates.some(({ id }) => id.startsWith('us-forces'))).toBe(false)
})
