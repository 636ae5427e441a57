import { readClaims } from '../../src/claims/reading/document-claims.ts'
import { testClaims } from '../../src/claims/testing/test-claims.ts'
import type { TestedClaim, Verdict } from '../../src/claims/verdict.ts'
import type { Snapshot } from '../../src/store/index.ts'
import { record } from './deed-claims.ts'

interface Options {
  readonly title?: string
  readonly today?: string
  readonly isUndated?: boolean
  /** Default: the bundled record. */
  readonly snapshot?: Snapshot
}

/** The claims of a text with one sentence per line, read and tested. */
export async function testedText(
  text: string,
  date: string,
  { title = '', today = '2026-11-25', ...options }: Options = {},
): Promise<TestedClaim[]> {
  const { snapshot = await record(), isUndated = false } = options
  const sentences = text.split('\n')
  const cards = new Map(snapshot.manifest.sources.map((card) => [card.id, card]))
  return testClaims(readClaims(sentences, date, title), { snapshot, date, today, cards, isUndated })
}

/** The verdict on every checkable claim of a text, in order. */
export async function verdictsOn(text: string, date: string, options: Options = {}): Promise<Verdict[]> {
  return (await testedText(text, date, options)).flatMap(({ finding }) => (finding === null ? [] : [finding.verdict]))
}
