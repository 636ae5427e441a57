import { expect, test } from 'vitest'
import { operations } from '../../src/operations/catalogue.ts'
import { models, relations, texts } from './questions.ts'

test('every operation is asked once, and its answer must say something', () => {
  const asked = [...relations, ...models, ...texts]
  expect(asked.map(({ operation }) => operation).sort()).toEqual(operations.map(({ name }) => name).sort())
  expect(asked.filter(({ says }) => says.join('').length < 5)).toEqual([])
})
