import { expect, test } from 'vitest'
import { dateIn } from '../../../src/claims/documents/document-dates.ts'
import { readClaims } from '../../../src/claims/reading/document-claims.ts'
import { fiscalYearOf, yearsBefore } from '../../../src/claims/text/calendar.ts'
import { timesIn } from '../../../src/claims/text/times/times.ts'

const date = '2024-05-06'
const periods = (text: string) => timesIn(text, { date, fiscal: fiscalYearOf([]) }).map(({ period }) => period)

/** Words that begin like a month, behind a number that could be a day. */
const words =
  'decisions decrees decades deck declarations maritime marches marines markets martyrs mayors mayan maybe juniors junctions julep augurs aprons janitors jangling feboid separate sept-et septic octagons october-like novels novices noventas separatists'.split(
    ' ',
  )

test('a word that begins like the name of a month is none', () => {
  for (const word of words.filter((one) => !one.includes('-')))
    for (const day of [1, 5, 12, 31, 35, 40, 99]) {
      expect(periods(`They agreed on ${day} ${word} in Moscow.`), `${day} ${word}`).toEqual([])
      expect(periods(`It ran from 3 to ${day} ${word} in Moscow.`), `3 to ${day} ${word}`).toEqual([])
      expect(periods(`They agreed on ${word} ${day} times.`), `${word} ${day}`).toEqual([])
    }
})

test('months cut short and written out are months', () => {
  expect(periods('They met on 12 Dec. in Moscow.')).toEqual([{ at: '2023-12-12' }])
  expect(periods('They met on 12 Dec 2021 in Moscow.')).toEqual([{ at: '2021-12-12' }])
  expect(periods('They met on March 3, 2021.')).toEqual([{ at: '2021-03-03' }])
  expect(periods('They met on 5-8 May 2024.')).toEqual([{ from: '2024-05-05', to: '2024-05-08' }])
})

test('a day that a month does not have is no day: what is left of it is the month', () => {
  expect(periods('They met on 31 June 2020.')).toEqual([{ at: '2020-06' }])
  expect(periods('They met on February 30, 2021.')).toEqual([{ at: '2021' }])
  expect(periods('They met on 29 February 2023.')).toEqual([{ at: '2023-02' }])
  expect(periods('They met on 29 February 2024.')).toEqual([{ at: '2024-02-29' }])
  expect(periods('They met on 0 May 2020.')).toEqual([{ at: '2020-05' }])
  expect(periods('They met on 99 May 2020.')).toEqual([{ at: '2020-05' }])
})

test('a year before 29 February is the 28th', () => {
  expect(yearsBefore({ at: '2024-02-29' }, 1)).toEqual({ at: '2023-02-28' })
  expect(yearsBefore({ at: '2024-02-29' }, 4)).toEqual({ at: '2020-02-29' })
  expect(yearsBefore({ at: '2024-02' }, 1)).toEqual({ at: '2023-02' })
})

test('a number before such a word is read on, and no sentence with one ends the reading', () => {
  const read = (text: string) => readClaims([text], date).map(({ kind, value, period }) => ({ kind, value, period }))
  expect(read('The EU imposed sanctions on 35 maritime companies of Russia.')).toEqual([
    { kind: 'count', value: 35, period: { at: '2024' } },
  ])
  expect(read('China and Russia agreed on 40 decisions in Moscow.')).toEqual([{ kind: 'count', value: 40, period: { at: '2024' } }])
  for (const word of words.slice(0, 12))
    for (const day of [0, 31, 99]) expect(read(`Attacks were made on ${day} ${word} targets.`)).toHaveLength(1)
})

test('the end of a longer word before a number dates no document', () => {
  expect(dateIn('Myanmar 12, 2021')).toBeNull()
  expect(dateIn('Mar 12, 2021')).toBe('2021-03-12')
})

test('a time that would end before it begins is none', () => {
  const [claim] = readClaims(['From then to 2014 the United States sold goods worth €7 billion.'], '2026-11-29')
  expect(claim?.value).toBe(7)
  expect(claim?.period).toBeNull()
})
