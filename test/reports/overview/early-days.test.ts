import { afterAll, beforeAll, expect, test } from 'vitest'
import { randomStream } from '../../../src/numeric/random.ts'
import { checkInput, operations } from '../../../src/operations/index.ts'
import { statePairsOn } from '../../../src/states/index.ts'
import { bundledRecord, openSnapshot, type Snapshot } from '../../../src/store/index.ts'

let snapshot: Snapshot
beforeAll(async () => {
  snapshot = await openSnapshot(bundledRecord())
})
afterAll(() => snapshot.close())

const work = await operations.find(({ name }) => name === 'assess')!.load()
const records = { open: async () => snapshot, drop: () => undefined, close: () => undefined }
const context = { env: { VISAVIS_HOME: '/nonexistent' }, today: '2026-11-24', now: '2026-11-24T12:00:00Z', records }

/** In these years most series have one year or session, and lists have just begun. */
test.each(['1946-12-31', '1947-06-30', '1948-12-31', '1951-06-30'])('no page of %s has a word that is none', async (day) => {
  const stream = randomStream(5, day)
  const all = statePairsOn(day)
  const assess = operations.find(({ name }) => name === 'assess')!
  for (let at = 0; at < 12; at++) {
    const [a, b] = all[stream.below(all.length)]!
    const answer = await work.run(checkInput(assess, { a: a.iso3, b: b.iso3, to: day }), context)
    for (const form of ['table', 'full', 'md'] as const)
      expect(String(await work.show[form]!(answer as never)), `${a.iso3} ${b.iso3} ${day}`).not.toMatch(/\b(undefined|NaN|null)\b/)
  }
})
