import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type BodySpell, belongingOn, suspensionWords } from '../../../src/assessments/record/belonging.ts'

/** The spells of a state in a body of one of our two tables, which have no comma before the note. */
function spellsOf(file: string, body: string, state: string): BodySpell[] {
  const rows = readFileSync(`data/tables/${file}-memberships.csv`, 'utf8')
    .split('\n')
    .map((line) => line.split(','))
  const last = (told: string): string => (told.length === 7 ? `${told}-30` : told)
  return rows
    .filter(([id, who]) => id === body && who === state)
    .map(([, , role = '', start = '', end = '', ...rest]) => ({
      role,
      start_date: start.length === 7 ? `${start}-01` : start,
      start_told: start,
      end_date: end === '' ? null : last(end),
      end_told: end === '' ? null : end,
      note: rest.at(-1) || null,
    }))
}

test('a suspension does not begin a membership anew', () => {
  const gabon = belongingOn(spellsOf('institution', 'COMMONWEALTH', 'GAB'), '2026-11-24')
  expect(gabon).toEqual({ since: '2022-06-25', suspensions: [{ from: '2023-09', to: '2025-07-14' }], isSuspended: false })
  expect(suspensionWords('Gabon', gabon!.suspensions, gabon!.since)).toBe('; Gabon was suspended from September 2023 to 14 July 2025')
  expect(belongingOn(spellsOf('institution', 'COMMONWEALTH', 'PAK'), '2026-11-24')).toMatchObject({ since: '1989-10-01' })
  expect(belongingOn(spellsOf('bloc', 'ARAB-LEAGUE', 'LBY'), '2026-11-24')).toMatchObject({ since: '1953-03-28', isSuspended: false })
})

test('a suspended member is a member that is suspended, whether a spell or a note says so', () => {
  expect(belongingOn(spellsOf('institution', 'CPLP', 'GNB'), '2026-11-24')).toMatchObject({ since: '1996-07-17', isSuspended: true })
  expect(belongingOn(spellsOf('bloc', 'AU', 'BFA'), '2026-11-24')).toEqual({
    since: '2002-07-09',
    suspensions: [{ from: '2022-01-31', to: null }],
    isSuspended: true,
  })
  expect(belongingOn(spellsOf('bloc', 'AU', 'BFA'), '2021-11-24')).toMatchObject({ suspensions: [], isSuspended: false })
  expect(belongingOn(spellsOf('bloc', 'AU', 'MLI'), '2026-11-24')?.suspensions).toHaveLength(3)
  expect(belongingOn(spellsOf('bloc', 'AU', 'GAB'), '2026-11-24')).toMatchObject({ isSuspended: false })
})

test('a state that left, or was suspended and then left, is no member; one that came back is since then', () => {
  expect(belongingOn(spellsOf('institution', 'COMMONWEALTH', 'ZWE'), '2026-11-24')).toBeUndefined()
  expect(belongingOn(spellsOf('institution', 'OAS', 'VEN'), '2026-11-24')).toBeUndefined()
  expect(belongingOn(spellsOf('institution', 'COMMONWEALTH', 'ZAF'), '2026-11-24')).toMatchObject({ since: '1994-06-01' })
})
