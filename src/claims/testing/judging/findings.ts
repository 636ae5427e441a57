import { blocOf, stateOf } from '../../../states/index.ts'
import type { Evidence } from '../../../store/index.ts'
import type { ClaimTestContext } from '../../claim-test-context.ts'
import type { Finding, NearestTrueStatement, Verdict } from '../../verdict.ts'

/**
 * Makes a finding without figures: a verdict, its reason, and optional parts.
 *
 * @example finding('supported', 'India is a member since 2017-06-09.').wouldSettle   // null
 */
export function finding(verdict: Verdict, why: string, more: Partial<Omit<Finding, 'verdict' | 'why'>> = {}): Finding {
  return { verdict, why, tolerance: null, honestValues: [], evidence: [], wouldBeTrue: null, wouldSettle: null, ...more }
}

/** Makes the nearest true statement of a failed claim that is not about a figure. */
export function nearestTrueStatement(
  changed: NearestTrueStatement['changed'],
  text: string,
  evidence: readonly Evidence[] = [],
  at?: string,
): NearestTrueStatement {
  return { changed, text, value: null, unit: null, period: at === undefined ? null : { at }, evidence }
}

/** Makes evidence of rows of a table. */
export function findingEvidence(bench: ClaimTestContext, source: string, rows: string, count: number): Evidence {
  return { source, vintage: bench.cards.get(source)?.vintage ?? 'unknown', rows, count }
}

const bodies: Readonly<Record<string, string>> = {
  EUU: 'the European Union',
  EU: 'the European Union',
  UN: 'the United Nations',
  PSE: 'Palestine',
  HKG: 'Hong Kong',
  MAC: 'Macau',
  ESH: 'Western Sahara',
}

/**
 * Returns the name of a state or body as used within a sentence.
 *
 * @example stateName('USA')   // 'the United States'
 */
export function stateName(id: string): string {
  const name = bodies[id] ?? stateOf(id)?.name ?? blocOf(id)?.name ?? id
  return /^(?:United|Netherlands|Philippines|Maldives|Bahamas|Czech Republic|Dominican Republic|Democratic Republic|Gambia\b)/.test(name)
    ? `the ${name}`
    : name
}

/**
 * Joins names for a sentence: `A, B and C`.
 *
 * @example joinedNames(['A', 'B', 'C'])   // 'A, B and C'
 */
export function joinedNames(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

/** Capitalises the first letter of a sentence. */
export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/**
 * Returns the verdict on a claim with several parts: `supported` or `contradicted` if all parts are, `unverifiable` if any part is, otherwise `partly`.
 *
 * @example combinedVerdict(['supported', 'contradicted'])   // 'partly'
 */
export function combinedVerdict(verdicts: readonly Verdict[]): Verdict {
  const all = (verdict: Verdict): boolean => verdicts.every((one) => one === verdict)
  if (verdicts.length === 0 || verdicts.includes('unverifiable')) return 'unverifiable'
  if (all('supported')) return 'supported'
  return all('contradicted') ? 'contradicted' : 'partly'
}
