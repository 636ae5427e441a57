import { describe, expect, test } from 'vitest'
import { readRussiaExercises } from '../../../src/sources/politics/russia-exercises.ts'
import { fileWith, rawFile, rowsIn, totalOf } from '../case-files.ts'
import { haveRaw, rawNeeded } from '../raw-data.ts'

const parts = Array.from({ length: 28 }, (_, i) => `part${i + 1}`)
const text = (...rows: { id?: string; yr?: string; partners: string[]; comments?: string }[]): string =>
  [
    ['id', 'name', 'yr', ...parts, 'comments', 'source'].join(','),
    ...rows.map(({ id = '1', yr = '2018', partners, comments = '' }) =>
      [id, 'Индра', yr, ...parts.map((_, i) => partners[i] ?? ''), comments, 'link'].join(','),
    ),
  ].join('\n')
const file = (content: string): string => fileWith('exercises.csv', content)

test('one event per partner, one count per partner and year; rows of commas only are nothing', async () => {
  const content = `${text({ partners: ['China', 'Norway '] }, { id: '2', partners: ['China'] })}\n${','.repeat(32)}\n${','.repeat(32)}\n`
  const { events, observations } = await readRussiaExercises(file(content))
  expect(rowsIn(events).map((row) => [row['date'], row['end_date'], row['from_id'], row['to_id'], row['kind'], row['locator']])).toEqual([
    ['2018-01-01', '2018-12-31', 'RUS', 'CHN', 'exercise', 'exercises.csv:2'],
    ['2018-01-01', '2018-12-31', 'RUS', 'NOR', 'exercise', 'exercises.csv:2'],
    ['2018-01-01', '2018-12-31', 'RUS', 'CHN', 'exercise', 'exercises.csv:3'],
  ])
  expect(rowsIn(observations).map((row) => [row['to_id'], row['value'], row['locator']])).toEqual([
    ['CHN', 2, 'exercises.csv:2, 3'],
    ['NOR', 1, 'exercises.csv:2'],
  ])
})

test('partners listed that did not take part are no partners', async () => {
  const { events } = await readRussiaExercises(file(text({ partners: ['Albania'], comments: 'including those that did not participate' })))
  expect(rowsIn(events)).toEqual([])
})

test.each([
  ['an unknown partner', text({ partners: ['Chna'] }), 'exercises.csv:2: "Chna" is not known; it is near China'],
  ['no partner', text({ partners: [] }), 'exercises.csv:2 names no partner'],
  ['a year that is none', text({ yr: '218', partners: ['China'] }), 'exercises.csv:2 has 218 for yr'],
  ['an exercise twice', text({ partners: ['China'] }, { partners: ['India'] }), 'exercises.csv:3 has exercise 1 for the second time'],
  ['a renamed column', text({ partners: ['China'] }).replace('part28', 'partner28'), 'exercises.csv:1 lacks the columns part28'],
  ['an empty file', '', 'exercises.csv is empty'],
])('%s is refused', async (_, content, message) => {
  await expect(readRussiaExercises(file(content))).rejects.toThrow(message)
})

describe.skipIf(!haveRaw)(`the table of 99 exercises ${rawNeeded}`, () => {
  test('98 exercises with partners that took part, 12 of them with China', async () => {
    const { events, observations } = await readRussiaExercises(rawFile('military-exercises/joint_military_exercises_involving_russia.csv'))
    expect(new Set(events['locator']).size).toBe(98)
    expect(totalOf(observations, (row) => row['to_id'] === 'CHN')).toBe(12)
    expect(totalOf(observations, () => true)).toBe(events['date']!.length)
  })
})
