import { existsSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { checkInput, operations } from '../../src/operations/index.ts'
import type { AnsweredClaim, ReadAnswer } from '../../src/reports/claims/claims-answer.ts'

/** What an expert says of each sentence of the essay that started this (essay/expert.json, written before anything was run), and what is read. */
const essay = '../shared/essay/origin-essay.txt'
const present = existsSync(essay)

interface ExpertClaim {
  readonly what: string
  /** The expert would not have missed it, had nobody read it. */
  readonly optional?: boolean
  readonly kind: string
  readonly actors: readonly string[]
  readonly direction?: string
  readonly period?: unknown
  readonly value?: number
  readonly value_from?: number
  readonly unit?: string
  readonly verdict: string
  readonly accept: readonly string[]
  readonly would_be_true?: readonly string[]
}
interface ExpertSentence {
  readonly index: number
  readonly first: string
  /** A heading is no sentence. */
  readonly heading?: boolean
  readonly answer: string
  readonly accept: readonly string[]
  readonly speaker?: string
  readonly source_named?: string
  readonly probability_word?: string
  readonly claims: readonly ExpertClaim[]
}

const expert = JSON.parse(readFileSync(new URL('essay/expert.json', import.meta.url), 'utf8')) as {
  read_as_of: string
  sentences: ExpertSentence[]
}
const sentences = expert.sentences.filter(({ heading }) => heading !== true)
/** Where in the text a sentence stands that the expert counts with the headings. */
const placeOf = (index: number): number => sentences.findIndex((one) => one.index === index)

/** Where the reading still differs from the expert, and why that is let stand: by sentence, the answer that is given. */
const known: Readonly<Record<number, { readonly answer: string; readonly reason: string }>> = {}

let answer: ReadAnswer
beforeAll(async () => {
  if (!present) return
  const operation = operations.find(({ name }) => name === 'read')!
  const { run } = await operation.load()
  answer = (await run(checkInput(operation, { file: essay, date: expert.read_as_of }), {
    env: {},
    today: '2026-11-25',
    now: '2026-11-25T00:00:00Z',
  })) as ReadAnswer
})

const claimsOf = (sentence: number): AnsweredClaim[] =>
  answer.claims.filter((claim) => claim.sentence_index === placeOf(sentence) && claim.checkable)

describe.skipIf(!present)('the essay that started it, sentence by sentence', () => {
  test('is split into the sentences that the expert saw', () => {
    expect(answer.sentences.map(({ text }) => text.split(' ').slice(0, 3).join(' ').replace(/,$/, ''))).toEqual(
      sentences.map(({ first }) => first),
    )
  })

  test.each(sentences)('$index, $first …: $answer', ({ index, answer: wanted, accept, claims }) => {
    const given = answer.sentences[placeOf(index)]!.answer
    expect(known[index] === undefined ? [wanted, ...accept] : [known[index].answer]).toContain(given)
    for (const claim of claimsOf(index)) {
      const allowed = claims.flatMap((one) => [one.verdict, ...one.accept])
      expect([...allowed, 'unverifiable'], `${claim.kind} ${claim.indicator}: ${claim.why}`).toContain(claim.verdict)
    }
  })

  test.each(sentences.flatMap(({ index, claims }) => claims.filter(({ optional }) => !optional).map((claim) => ({ index, ...claim }))))(
    '$index: $what: $verdict',
    ({ index, ...wanted }) => {
      if (known[index] !== undefined) return
      const read = claimsOf(index).find(({ kind }) => kind === wanted.kind)
      expect(read, 'not read').toBeDefined()
      expect([...read!.actors].sort()).toEqual([...wanted.actors].sort())
      for (const slot of ['direction', 'period', 'value', 'value_from', 'unit'] as const)
        if (wanted[slot] !== undefined) expect(read![slot], slot).toEqual(wanted[slot])
      expect([wanted.verdict, ...wanted.accept]).toContain(read!.verdict)
      if (wanted.would_be_true !== undefined) expect(read!.wouldBeTrue?.text).toMatch(new RegExp(wanted.would_be_true.join('|')))
    },
  )

  test('whom the record does not know is named as the speaker and is contradicted by nothing', () => {
    for (const { index, speaker } of sentences) {
      if (speaker === undefined) continue
      const own = answer.claims.filter((claim) => claim.sentence_index === placeOf(index))
      expect(own.some((claim) => claim.speaker?.includes(speaker))).toBe(true)
      expect(own.map(({ verdict }) => verdict)).not.toContain('contradicted')
    }
  })

  test('the institute that is named for figures which it does not publish is kept as the named source', () => {
    for (const { index, source_named: source } of sentences)
      if (source !== undefined) expect(claimsOf(index).some((claim) => claim.source_named === source)).toBe(true)
  })

  test('every sentence has a verdict, the data that would settle it, or what the record measures of it', () => {
    const bearing = new Set(answer.bearing.flatMap(({ sentences: places }) => places))
    const bare = answer.sentences.filter(({ sentence_index: index, answer: given }) => {
      const own = answer.claims.filter((claim) => claim.sentence_index === index)
      return (
        given !== 'rhetoric' &&
        !bearing.has(index) &&
        !own.some(({ checkable, verdict, wouldSettle }) => checkable && (verdict !== 'unverifiable' || wouldSettle !== null))
      )
    })
    expect(bare.map(({ sentence_index: index, text }) => `${index + 1} ${text.slice(0, 30)}`)).toEqual([])
  })

  test('words of likelihood are kept as they stand', () => {
    for (const { index, probability_word: word } of sentences) {
      if (word === undefined) continue
      expect(answer.claims.filter((claim) => claim.sentence_index === placeOf(index)).map((claim) => claim.probability_word)).toEqual([
        expect.stringContaining(word),
      ])
    }
  })

  test('the level of 2014 is wrong, at least in part, and nothing else', () => {
    const wrong = answer.claims.filter(({ verdict }) => verdict === 'contradicted' || verdict === 'partly')
    expect([...new Set(wrong.map(({ sentence_index: index }) => index))]).toEqual([placeOf(19)])
  })
})
