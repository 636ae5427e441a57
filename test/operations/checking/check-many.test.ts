import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Claim } from '../../../src/claims/claim.ts'
import { claimFromSlots } from '../../../src/claims/slots/claim-from-slots.ts'
import { checkMany } from '../../../src/operations/checking/check-many.ts'
import { bundledRecord, openSnapshot, type Snapshot } from '../../../src/store/index.ts'

let snapshot: Snapshot
beforeAll(async () => {
  snapshot = await openSnapshot(bundledRecord())
})
afterAll(() => snapshot.close())

const context = { env: {}, today: '2026-11-30', now: '2026-11-30T12:00:00.000Z' }
const states = ['CHN', 'RUS', 'USA', 'KEN', 'TZA', 'DEU', 'BRA', 'JPN', 'IND', 'VNM']

/** Exports of each state to each other one in three years, and memberships, 300 claims. */
function madeClaims(): Claim[] {
  const nothing = { id: null, sentence: null, domain: null, measured: null, direction: null, period_base: null, value_from: null }
  const slots = { ...nothing, qualifier: null, source_named: null, said: null }
  const claims = states.flatMap((a) =>
    states.flatMap((b) =>
      ['2012', '2017', '2022'].map((year) =>
        a === b
          ? {
              ...slots,
              kind: 'membership' as const,
              indicator: 'member of BRICS',
              actors: [a],
              value: null,
              unit: null,
              period: { at: year },
            }
          : {
              ...{ ...slots, kind: 'quantity' as const, indicator: 'goods-exports', actors: [a, b], value: 20, unit: 'USD bn' },
              period: { at: year },
            },
      ),
    ),
  )
  return claims.map((one, i) => {
    const made = claimFromSlots(one, i)
    if ('fault' in made) throw new Error(made.fault.message)
    return made.claim
  })
}

test('two threads give the verdicts and reasons of one, in the order of the claims', async () => {
  const claims = [...madeClaims(), ...madeClaims()]
  const texts = [Array.from({ length: 40 }, (_, i) => i)]
  const done: number[] = []
  const one = await checkMany(claims, texts, '2026-11-30', snapshot, context, 1)
  const two = await checkMany(claims, texts, '2026-11-30', snapshot, { ...context, onCount: (_, count) => void done.push(count) }, 2)
  expect(two).toEqual(one)
  expect(done.at(-1)).toBe(600)
  expect(new Set(one.map(({ finding }) => finding?.verdict)).size).toBeGreaterThan(2)
})

test('what is interrupted ends all threads', async () => {
  const signal = AbortSignal.abort()
  await expect(checkMany(madeClaims(), [], '2026-11-30', snapshot, { ...context, signal }, 2)).rejects.toMatchObject({
    code: 'Interrupted',
  })
})
