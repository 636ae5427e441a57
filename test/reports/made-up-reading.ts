import type { Claim } from '../../src/claims/claim.ts'
import { inconsistencies } from '../../src/claims/testing/judging/consistency.ts'
import type { Finding, TestedClaim } from '../../src/claims/verdict.ts'
import { bearingOf, quotedIn } from '../../src/operations/reading/bearing.ts'
import { answeredClaim, answeredSentences, citedSources, summaryOf } from '../../src/operations/reading/read-answer.ts'
import type { ReadAnswer } from '../../src/reports/claims/claims-answer.ts'
import type { SourceCard } from '../../src/store/index.ts'

/** A claim with the given slots; the other slots are those of a trade figure for 2014. */
export function claimOf(sentence_index: number, sentence: string, words: string, slots: Partial<Claim> = {}): Claim {
  const start = sentence.indexOf(words)
  return {
    sentence_index,
    claim_index: 0,
    sentence,
    start,
    end: start + words.length,
    checkable: true,
    kind: 'quantity',
    domain: 'trade',
    indicator: 'bilateral goods trade, total',
    measured: { topic: 'goods-trade', form: 'level' },
    actors: ['CHN', 'RUS'],
    direction: 'total',
    period: { at: '2014' },
    period_base: null,
    value: 45,
    value_from: null,
    unit: 'USD bn',
    qualifier: null,
    source_named: null,
    speaker: null,
    probability_word: null,
    rules: ['money'],
    ...slots,
  }
}

const row = (source: string): Finding['evidence'][number] => ({
  source,
  vintage: '2026-01',
  rows: `observations where source = '${source}'`,
  count: 1,
})

export const noFinding: Finding = {
  verdict: 'unverifiable',
  why: 'Outside the record.',
  tolerance: null,
  honestValues: [],
  evidence: [],
  wouldBeTrue: null,
  wouldSettle: null,
}

/** Reports of four reporters for one year. */
const honest = (
  [
    [88.4, 'russian-customs', 'reported by Russia'],
    [92.1, 'baci', 'reconciled'],
    [94, 'cow-trade', 'both directions'],
    [95.3, 'cited-figures', 'reported by China'],
  ] as const
).map(([value, by, what]) => ({
  value,
  unit: 'USD bn',
  period: '2014',
  by,
  what: `goods, ${what}`,
  estimated: by === 'baci',
  evidence: row(by),
}))

export const contradicted: Finding = {
  verdict: 'contradicted',
  why: 'Every source gives between USD 88 bn and USD 95 bn for 2014: the figure is less than half of that.',
  tolerance: { low: 40.5, high: 49.5, why: 'the text says “about”: 10 %' },
  honestValues: honest,
  evidence: honest.map(({ evidence }) => evidence),
  wouldBeTrue: {
    changed: 'one-way',
    text: 'USD 45 bn is near one direction only: Russia’s exports to China in 2014 were USD 41.6 bn.',
    value: 41.6,
    unit: 'USD bn',
    period: { at: '2014' },
    evidence: [row('baci')],
  },
  wouldSettle: null,
}

export const supported: Finding = {
  ...contradicted,
  verdict: 'supported',
  why: 'Chinese customs give USD 95.3 bn.',
  tolerance: { low: 94.5, high: 95.5, why: 'rounded to whole billions' },
  wouldBeTrue: null,
}

/** The card of an invented source. */
const card = (id: string, title: string): SourceCard => ({
  id,
  title,
  provider: 'nobody',
  url: 'https://example.org/',
  licence: { id: 'CC0-1.0', redistribute: true, terms: 'none' },
  citation: `${title}.`,
  vintage: '2026-01',
  coverage: [],
  quirks: [],
})

/** A reading of these sentences with these findings, assembled as in the operation. */
export function readingOf(
  sentences: readonly string[],
  tested: readonly TestedClaim[],
  document: Partial<ReadAnswer['document']> = {},
): ReadAnswer {
  const claims = tested.map(answeredClaim)
  const blocks = sentences.map((text) => ({ kind: 'paragraph' as const, text }))
  const told = answeredSentences(
    sentences.map((text, block) => ({ text, block })),
    blocks,
    claims,
  )
  const cards = new Map(['baci', 'russian-customs', 'cow-trade', 'cited-figures'].map((id) => [id, card(id, `Source ${id}`)]))
  return {
    schemaVersion: 1,
    document: {
      name: 'text.txt',
      form: 'text',
      title: 'A text',
      author: null,
      date: '2024-05-01',
      dateFrom: 'given',
      sha256: '0'.repeat(64),
      notes: [],
      ...document,
    },
    reader: null,
    snapshot: { id: '0123456789abcdef', created: '2026-01-01T00:00:00.000Z' },
    summary: summaryOf(told, claims),
    sentences: told,
    claims,
    unread: [],
    inconsistencies: inconsistencies(claims),
    bearing: bearingOf(told, '2024-05-01'),
    quoted: quotedIn(claims),
    sources: citedSources(claims, cards),
    kept: null,
    failOn: null,
  }
}

const lines = [
  'Trade between China and Russia was about $45 billion in 2014.',
  'Chinese customs put it at $95 billion, and the two are neighbours.',
  'Nobody counts what the two governments told each other in 37 meetings.',
  'The partnership is a challenge to everyone.',
  'Trade will likely pass $300 billion in 2030.',
] as const

/** One sentence for each kind of answer. */
export function madeUpReading(): ReadAnswer {
  const forecast = claimOf(4, lines[4], '$300 billion', { kind: 'forecast', period: { at: '2030' }, value: 300, probability_word: 'will' })
  return readingOf(lines, [
    { claim: claimOf(0, lines[0], '$45 billion', { qualifier: 'about' }), answer: 'checked', finding: contradicted },
    { claim: claimOf(1, lines[1], '$95 billion', { value: 95, source_named: 'Chinese customs' }), answer: 'checked', finding: supported },
    {
      claim: claimOf(2, lines[2], '37 meetings', { kind: 'count', value: 37, unit: 'count' }),
      answer: 'outside-record',
      finding: noFinding,
    },
    {
      claim: { ...claimOf(3, lines[3], lines[3]), checkable: false, kind: 'opinion', value: null, unit: null, period: null },
      answer: 'opinion',
      finding: null,
    },
    { claim: forecast, answer: 'outside-record', finding: noFinding },
  ])
}
