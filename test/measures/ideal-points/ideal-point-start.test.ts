import { expect, test } from 'vitest'
import { makeSample } from '../../../src/measures/ideal-points/ideal-point-sample.ts'
import { idealPoints } from '../../../src/measures/ideal-points/ideal-points.ts'

test('one abstention among 299 votes for yes leaves every position and item finite', async () => {
  const states = Array.from({ length: 300 }, (_, i) => `S${i}`)
  const nearlyAll = `2${'1'.repeat(299)}`
  const divided = '1'.repeat(150) + '3'.repeat(150)
  const sample = makeSample(states, [
    { item: 'nearly all', session: 1, votes: nearlyAll },
    { item: 'divided', session: 1, votes: divided },
  ])
  const { theta, sd, items } = await idealPoints(sample, { threads: 1 })
  expect([...theta, ...sd, ...items].filter((value) => !Number.isFinite(value))).toEqual([])
})
