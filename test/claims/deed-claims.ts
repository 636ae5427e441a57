import type { Claim } from '../../src/claims/claim.ts'
import type { ClaimTestContext, Tester } from '../../src/claims/claim-test-context.ts'
import { withSaid } from '../../src/claims/reading/said/with-said.ts'
import type { Finding } from '../../src/claims/verdict.ts'
import { bundledRecord, openSnapshot, type Snapshot } from '../../src/store/index.ts'

let opened: Promise<Snapshot> | undefined

/** The bundled record, opened once per test file on first use, since a file may not need it. */
export function record(): Promise<Snapshot> {
  opened ??= openSnapshot(bundledRecord())
  return opened
}

/** A claim in a sentence, with the position of its words; slots not given are null. */
export function claimOf(sentence: string, words: string, slots: Partial<Claim>): Claim {
  const start = sentence.indexOf(words)
  if (start < 0) throw new Error(`no "${words}" in "${sentence}"`)
  return {
    sentence_index: 0,
    claim_index: 0,
    sentence,
    start,
    end: start + words.length,
    checkable: true,
    kind: 'event',
    domain: 'diplomacy',
    indicator: null,
    measured: null,
    actors: [],
    direction: 'n/a',
    period: null,
    period_base: null,
    value: null,
    value_from: null,
    unit: null,
    qualifier: null,
    source_named: null,
    speaker: null,
    probability_word: null,
    rules: [],
    ...slots,
  }
}

/** A tester's finding on a claim, with the bundled record or another; preceding sentences may be given. */
export async function found(
  tester: Tester,
  claim: Claim,
  options: { readonly date?: string; readonly before?: readonly string[]; readonly snapshot?: Snapshot } = {},
): Promise<Finding | undefined> {
  const before = options.before ?? []
  const snapshot = options.snapshot ?? (await record())
  const bench: ClaimTestContext = {
    snapshot,
    date: options.date ?? '2025-11-01',
    today: '2026-11-25',
    cards: new Map(snapshot.manifest.sources.map((card) => [card.id, card])),
  }
  const [said] = withSaid([{ ...claim, sentence_index: before.length }], { date: bench.date, sentences: [...before, claim.sentence] })
  return tester(said!, bench)
}
