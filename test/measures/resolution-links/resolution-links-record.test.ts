import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { type LinkedRollCalls, linkRollCalls, type TitledRollCall } from '../../../src/measures/resolution-links/resolution-links.ts'
import { bundledRecord, findSnapshot, openSnapshot } from '../../../src/store/index.ts'
import { expectKept } from '../../reference/kept-comparison.ts'
import { havePublished, lines } from '../../reference/unvotes.ts'

let rollCalls: TitledRollCall[]
let found: LinkedRollCalls
let itemOf: Map<number, number>

beforeAll(async () => {
  const { directory } = await findSnapshot({ snapshot: bundledRecord() })
  const snapshot = await openSnapshot(directory)
  rollCalls = (await snapshot.rows(
    'SELECT id, session, symbol, title, kind FROM roll_calls ORDER BY date, id',
  )) as unknown as TitledRollCall[]
  snapshot.close()
  found = linkRollCalls(rollCalls)
  itemOf = new Map(rollCalls.map(({ id }, row) => [id, found.items[row]!]))
})

describe('200 links of the bundled record drawn at random and judged by eye', () => {
  const judged = readFileSync('test/measures/resolution-links-judged.csv', 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','))
    .map(([earlier, later, , , , verdict]) => ({ earlier: Number(earlier), later: Number(later), verdict }))

  test('193 were right, six doubtful, one wrong', () => {
    const count = (verdict: string): number => judged.filter((one) => one.verdict === verdict).length
    expectKept('links-read', count('right') / judged.length, judged.length)
    expect([count('right'), count('doubtful'), count('wrong')]).toEqual([193, 6, 1])
  })

  test('the right ones are still linked, the wrong ones are no longer', () => {
    const apart = judged.filter(({ earlier, later }) => itemOf.get(earlier) !== itemOf.get(later))
    expect(apart.filter(({ verdict }) => verdict === 'right')).toEqual([])
    expect(judged.filter(({ verdict }) => verdict === 'wrong').every((one) => apart.includes(one))).toBe(true)
  })
})

describe('the bundled record', () => {
  test('every vote of the table of questions read one by one is in it, on the resolution or motion as a whole', () => {
    const read = new Set(found.links.filter(({ rule }) => rule === 'read').flatMap(({ earlier, later }) => [earlier, later]))
    expect([...read].filter((row) => !['whole', 'other'].includes(rollCalls[row]!.kind!))).toEqual([])
  })

  test('each session from 7 to 80 but the 19th, which had one vote, has a resolution that another session has too', () => {
    const sessions = new Map<number, Set<string>>()
    rollCalls.forEach(
      ({ session }, row) => void sessions.set(found.items[row]!, (sessions.get(found.items[row]!) ?? new Set()).add(session)),
    )
    const tied = new Set([...sessions.values()].filter((of) => of.size > 1).flatMap((of) => [...of]))
    const alone = Array.from({ length: 80 }, (_, i) => String(i + 1)).filter((session) => !tied.has(session))
    expect(alone).toEqual(['1', '4', '5', '6', '19'])
  })

  test('no two votes of one session share an item, but for a vote that stands twice', () => {
    const twins = new Set(found.links.filter(({ rule }) => rule === 'same-vote').map(({ later }) => later))
    const seen = new Map<string, number>()
    const doubled: string[] = []
    rollCalls.forEach(({ session }, row) => {
      const key = `${session} ${found.items[row]}`
      if (seen.has(key) && !twins.has(row) && !twins.has(seen.get(key)!)) doubled.push(key)
      seen.set(key, row)
    })
    expect(doubled).toEqual([])
  })
})

describe.skipIf(!havePublished)('against the links of Bailey, Strezhnev and Voeten (needs ../shared)', () => {
  test('of theirs we have nine in ten from session 40 on, and fewer than half before', () => {
    const theirs = new Map<string, number[]>()
    if (havePublished) {
      for (const line of lines('reference/idealpoints-engine/bsv_rollcalls.csv.gz')) {
        const [id, item] = line.split(',')
        theirs.set(item!, [...(theirs.get(item!) ?? []), Number(id)])
      }
    }
    const sessionOf = new Map(rollCalls.map(({ id, session }) => [id, Number(session)]))
    const pairs = [...theirs.values()].flatMap((ids) => {
      const inOrder = ids.filter((id) => sessionOf.has(id)).sort((a, b) => sessionOf.get(a)! - sessionOf.get(b)!)
      return inOrder.slice(1).map((later, i) => [inOrder[i]!, later] as const)
    })
    const recall = (from: number, to: number): string => {
      const some = pairs.filter(([, later]) => sessionOf.get(later)! >= from && sessionOf.get(later)! <= to)
      return `${some.filter(([a, b]) => itemOf.get(a) === itemOf.get(b)).length} of ${some.length}`
    }
    expect([recall(1, 28), recall(29, 39), recall(40, 57), recall(58, 74)]).toEqual(['22 of 47', '54 of 124', '324 of 358', '377 of 420'])
  })
})
