import { expect, test } from 'vitest'
import { unSanctionWords } from '../../../src/assessments/relations/un-aims.ts'
import { readSanctionsRegimes } from '../../../src/sources/reviewed-tables/sanctions-regimes.ts'
import { openSession } from '../../../src/store/index.ts'

const session = await openSession({ threads: 1 })
const table = await readSanctionsRegimes('data/tables/sanctions-regimes.csv', session)
session.close()

const column = (name: string, i: number): string => String(table[name]?.[i] ?? '')

const steps = (table.sender ?? []).flatMap((sender, i) =>
  sender === 'UN'
    ? [
        {
          regime: column('regime', i),
          start_date: column('start_date', i),
          measures: column('measures', i),
          target: column('target', i),
          end: column('end_date', i),
          note: column('note', i),
        },
      ]
    : [],
)
const today = (target: string): typeof steps =>
  steps.filter((step) => step.target === target && step.end === '' && !step.note.includes('nobody'))
const words = (target: string, name: string): string => unSanctionWords(name, today(target), false)

test('sanctions on armed groups and persons concern a state, which is not under them', () => {
  expect(words('CAF', 'the Central African Republic')).toBe(
    'UN sanctions concern the Central African Republic: an arms embargo on armed groups, and asset freezes and travel bans on listed persons',
  )
  expect(words('GNB', 'Guinea-Bissau')).toBe('UN sanctions concern Guinea-Bissau: travel bans on listed persons')
  expect(words('LBN', 'Lebanon')).toBe('UN sanctions concern Lebanon: an arms embargo on all but the government and the UN force')
  expect(words('COD', 'the Congo')).toMatch(/^UN sanctions concern the Congo: an arms embargo on all but the government, and /)
  expect(words('SOM', 'Somalia')).toMatch(/^UN sanctions concern Somalia: an arms embargo on all but the government, and /)
  for (const target of ['AFG', 'HTI', 'IRQ', 'SDN', 'YEM']) expect(words(target, target)).toContain('concern')
})

test('a state whose trade, or whose government’s arms, the Council restricts is under them', () => {
  for (const target of ['IRN', 'LBY', 'PRK', 'SSD']) expect(words(target, target)).toMatch(/is under UN sanctions \(.*arms/)
})

test('an embargo whose row says that the government is left out is known as one', () => {
  const leftOut = steps.filter(
    ({ note, measures }) => /for others than the government|for armed groups|listed persons/.test(note) && measures.includes('arms'),
  )
  expect(leftOut.length).toBeGreaterThanOrEqual(7)
  for (const step of leftOut) expect(unSanctionWords('X', [step], false), step.regime).toContain('concern')
})
