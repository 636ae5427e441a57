import { beforeAll, describe, expect, test } from 'vitest'
import { readClaims } from '../../../src/claims/reading/document-claims.ts'
import { claimFromSlots } from '../../../src/claims/slots/claim-from-slots.ts'
import type { ClaimSlots } from '../../../src/claims/slots/claim-slots.ts'
import { testClaim, testClaims } from '../../../src/claims/testing/test-claims.ts'
import { factNouns, factVerbs } from '../../../src/claims/text/facts/fact-lexicon.ts'
import type { Verdict } from '../../../src/claims/verdict.ts'
import { allFacts, type FactRow } from '../../../src/memory/index.ts'
import { givenClaim } from '../../../src/operations/checking/claim-slots-file.ts'
import { existedOn, states } from '../../../src/states/index.ts'
import { openSnapshot, type Snapshot } from '../../../src/store/index.ts'
import { actorOf, actsOfFact, inAnotherYear, ofAnother, sentenceOfFact, slotsOfFact, turned } from './fact-sentences.ts'

const today = '2026-12-02'
const pairsAsked = 300

let snapshot: Snapshot
let facts: ReadonlyMap<string, readonly FactRow[]>
/** Kinds for which the reader of texts has words of their own: war, truce, peace, relations, claims to land. */
const inWords: ReadonlySet<string> = new Set([...factNouns, ...factVerbs].flatMap(({ meanings }) => meanings.map(({ kind }) => kind)))
let asked: readonly FactRow[]
/** Memberships, treaties, agreements, sanctions and the like. */
let bonds: readonly FactRow[]
const bench = () => ({ snapshot, date: today, today, cards: new Map(snapshot.manifest.sources.map((card) => [card.id, card])) })

/** A stream of numbers from 0 to 1 that is the same at each run. */
function stream(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

beforeAll(async () => {
  snapshot = await openSnapshot('data/record')
  facts = await allFacts(snapshot)
  asked = drawn(({ kind }) => inWords.has(kind))
  bonds = drawn(({ kind }) => !inWords.has(kind))
}, 120_000)

/** The rows of some kinds, of as many pairs that have one. */
function drawn(isAsked: (row: FactRow) => boolean): readonly FactRow[] {
  const random = stream(20261202)
  const pairs = [...facts].map(([pair, rows]) => ({ pair, rows: rows.filter(isAsked) })).filter(({ rows }) => rows.length > 0)
  const order = pairs.map((one) => ({ ...one, at: random() })).sort((one, other) => one.at - other.at)
  return order.slice(0, pairsAsked).flatMap(({ rows }) => rows)
}

async function checked(slots: Readonly<Record<string, unknown>>): Promise<Verdict | undefined> {
  const given = givenClaim(slots, 1)
  if (!('slots' in given)) throw new Error(JSON.stringify(given))
  const made = claimFromSlots(given.slots as ClaimSlots, 0)
  if (!('claim' in made)) throw new Error(JSON.stringify(made))
  return (await testClaim(made.claim, bench())).finding?.verdict
}

async function read(sentence: string): Promise<readonly (Verdict | undefined)[]> {
  return (await testClaims(readClaims([sentence], today), bench())).map(({ finding }) => finding?.verdict)
}

const isOfKind = (row: FactRow, other: FactRow): boolean => row.kind === other.kind

/** Whether what is told of a day or year alone is so then by another fact. */
const isPointWithin = ({ start_told, end_told }: FactRow, one: FactRow): boolean =>
  (end_told === null || end_told === start_told) &&
  one.start_first.slice(0, 4) <= start_told.slice(0, 4) &&
  (one.end_last ?? '9').slice(0, 4) >= start_told.slice(0, 4) &&
  end_told !== null

/** A year in which nothing of the kind stands between the two, or begins or ends near. */
function falseYear(row: FactRow): FactRow | undefined {
  const own = facts.get(`${row.a} ${row.b}`)!.filter((one) => isOfKind(one, row))
  return [-4, 5, -9, 12]
    .map((years) => inAnotherYear(row, years))
    .find(
      (moved) =>
        moved.start_told.slice(0, 4) >= '1900' &&
        (moved.end_told ?? moved.start_told) <= today &&
        own.every(
          (one) =>
            !isPointWithin(moved, one) &&
            one.start_told.slice(0, 4) !== moved.start_told.slice(0, 4) &&
            one.end_told?.slice(0, 4) !== moved.end_told?.slice(0, 4),
        ),
    )
}

/** A state that has nothing of the kind with the one that acted. */
function falseParty(row: FactRow, random: () => number): FactRow | undefined {
  for (let i = 0; i < 40; i++) {
    const state = states[Math.floor(random() * states.length)]!
    if (state.iso3 === row.a || state.iso3 === row.b || !existedOn(state, row.start_told.padEnd(10, '-07-01').slice(0, 10))) continue
    const other = ofAnother(row, state.iso3)
    if (!(facts.get(`${other.a} ${other.b}`) ?? []).some((one) => isOfKind(one, row))) return other
  }
  return undefined
}

const falseTurn = (row: FactRow): FactRow | undefined => {
  const actor = actorOf(row)
  if (actor === undefined) return undefined
  const other = turned(row)
  return facts.get(`${row.a} ${row.b}`)!.some((one) => isOfKind(one, row) && (actorOf(one) ?? other.actor) === other.actor)
    ? undefined
    : other
}

const falseOnes = (row: FactRow, random: () => number) => ({
  year: falseYear(row),
  party: falseParty(row, random),
  direction: falseTurn(row),
})

describe(`every fact of ${pairsAsked} pairs, in its own words`, () => {
  test.each([
    ['id', () => asked],
    ['title', () => asked],
    ['id', () => bonds],
  ] as const)(
    'check supports it by its %s, and in another year, of another party or the other way never (%#)',
    async (by, rows) => {
      const failed: string[] = []
      const random = stream(7)
      for (const row of rows()) {
        if ((await checked(slotsOfFact(row, by))) !== 'supported') failed.push(`not supported: ${JSON.stringify(slotsOfFact(row, by))}`)
        for (const [what, other] of Object.entries(falseOnes(row, random)))
          if (other !== undefined && (await checked(slotsOfFact(other, by))) === 'supported')
            failed.push(`${what} supported: ${JSON.stringify(slotsOfFact(other, by))}`)
      }
      expect(failed).toEqual([])
    },
    300_000,
  )

  test('read supports most of them, and in another year, of another party or the other way never', async () => {
    const missed: string[] = []
    const wrong: string[] = []
    const random = stream(7)
    for (const row of asked) {
      const sentence = sentenceOfFact(row)
      const verdicts = await read(sentence)
      if (!verdicts.includes('supported')) missed.push(`${verdicts.join()}: ${row.kind} ${row.form} ${row.a} ${row.b}: ${sentence}`)
      for (const [what, other] of Object.entries(falseOnes(row, random))) {
        // a sentence on the claim of one state does not name the other
        if (
          other === undefined ||
          (what === 'party' && sentenceOfFact(other) === sentence) ||
          (what === 'direction' && sentenceOfFact(other) === sentence)
        )
          continue
        if ((await read(sentenceOfFact(other))).includes('supported')) wrong.push(`${what}: ${sentenceOfFact(other)}`)
      }
    }
    process.stdout.write(`read, facts: ${asked.length - missed.length} of ${asked.length} supported\n`)
    expect(wrong).toEqual([])
    expect((asked.length - missed.length) / asked.length, missed.join('\n')).toBeGreaterThan(0.95)
  }, 300_000)

  test('read supports the acts that began or ended them as texts write these, and in another year never', async () => {
    const missed: string[] = []
    const wrong: string[] = []
    let count = 0
    for (const row of asked) {
      const moved = falseYear(row)
      const others = moved === undefined ? [] : actsOfFact(moved)
      for (const sentence of actsOfFact(row)) {
        count++
        if (!(await read(sentence)).includes('supported')) missed.push(sentence)
      }
      for (const sentence of others)
        if ((await read(sentence)).includes('supported') && !actsOfFact(row).includes(sentence)) wrong.push(sentence)
    }
    process.stdout.write(`read, acts: ${count - missed.length} of ${count} supported\n`)
    expect(wrong).toEqual([])
    expect((count - missed.length) / count, missed.join('\n')).toBeGreaterThan(0.95)
  }, 300_000)
})
