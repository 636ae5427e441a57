import { expect, test } from 'vitest'
import { verdictsOn } from '../tested-text.ts'

const day = '2026-12-02'

test.each([
  ['Saudi Arabia, Egypt and Bahrain cut diplomatic ties with Qatar on 5 June 2017.', 'supported'],
  ['Ukraine was invaded by Russia in 2022.', 'supported'],
  ['Spain does not recognise Kosovo.', 'supported'],
  ['Diplomatic relations between Morocco and Iran were cut in 2018 by Rabat.', 'supported'],
  ['Japan and China had no diplomatic relations in 1960.', 'supported'],
  ['China claims Taiwan.', 'supported'],
])('a row with every party, the kind, the actor and the time supports: %s', async (sentence, verdict) => {
  expect(await verdictsOn(sentence, day)).toEqual([verdict])
})

test.each([
  ['the other one acted', 'Qatar broke off diplomatic relations with Saudi Arabia on 5 June 2017.'],
  ['it was another year', 'Saudi Arabia broke off relations with Qatar in June 2018.'],
  ['it was in force then', 'Saudi Arabia had diplomatic relations with Qatar in 2018.'],
  ['it was', 'Russia never invaded Ukraine.'],
])('the row of this very fact refutes, as %s: %s', async (_, sentence) => {
  expect(await verdictsOn(sentence, day)).toEqual(['contradicted'])
})

test.each([
  ['nothing found is no proof', 'Lithuania recognised Taiwan in 2021.'],
  ['it was threatened, not done', 'Saudi Arabia threatened to break off diplomatic relations with Canada in 2018.'],
  ['an earlier break may be meant', 'Ukraine and Russia have had no diplomatic relations since 2014.'],
])('%s: %s', async (_, sentence) => {
  expect((await verdictsOn(sentence, day)).filter((one) => one !== 'unverifiable')).toEqual([])
})

test('a time of another clause, or a subject that is not named beside the verb, refutes nothing', async () => {
  expect(await verdictsOn('Trade fell in 2018 after Saudi Arabia broke off relations with Qatar.', day)).not.toContain('contradicted')
  expect(await verdictsOn('Canada severed ties with Iran in 2012 and closed its embassy in Tehran.', day)).not.toContain('contradicted')
})

test('true sentences on the treaty of Iran and Russia of January 2025 are not refuted by a treaty of all comers', async () => {
  for (const date of ['2025-02-01', day])
    for (const sentence of [
      'Unlike the treaty with North Korea, the treaty that Russia and Iran signed in January 2025 contains no mutual defence clause.',
      'The treaty of January 2025 obliges Iran and Russia to consult each other on common military threats.',
      'The treaty that Russia and Iran signed in January 2025 does not contain a mutual defence clause but forbids either to assist an attacker of the other.',
    ])
      expect(await verdictsOn(sentence, date)).not.toContain('contradicted')
})
