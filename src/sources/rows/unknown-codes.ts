import { badInput } from '../../errors.ts'

/** How many codes of a file are known, and how often each unknown code occurs. */
export interface CodeTally {
  known: number
  readonly unknown: Map<string, number>
}

export function newTally(): CodeTally {
  return { known: 0, unknown: new Map() }
}

/** Adds one code to the counts. */
export function tallyCode(tally: CodeTally, code: string, isKnown: boolean): void {
  if (isKnown) tally.known++
  else tally.unknown.set(code, (tally.unknown.get(code) ?? 0) + 1)
}

/**
 * Describes unknown codes in a sentence. Providers occasionally use a code that is not in their own table, which is no reason to refuse the file. But a file in
 * which most codes are unknown uses other codes, or its columns are shifted, and is refused.
 *
 * @param what   the kind of code, such as `country codes of CAMEO`
 * @param then   the end of the sentence: what was done with these codes
 * @returns      a sentence on the unknown codes of all files; null if there are none
 * @throws BadInput with the file and its most frequent unknown codes
 */
export function unknownCodesNote(tallies: ReadonlyMap<string, CodeTally>, what: string, then: string): string | null {
  const all = new Map<string, number>()
  for (const [file, { known, unknown }] of tallies) {
    const count = sum(unknown)
    if (count > known) {
      throw badInput(`${file}: ${count} of ${known + count} are no ${what} (${mostFrequent(unknown)}): another coding, or shifted columns`)
    }
    for (const [code, n] of unknown) all.set(code, (all.get(code) ?? 0) + n)
  }
  return all.size === 0 ? null : `${sum(all).toLocaleString('en-US')} are no ${what} (${mostFrequent(all)}): ${then}.`
}

function sum(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((total, n) => total + n, 0)
}

/** Lists the eight most frequent codes with their counts, and how many more there are. */
function mostFrequent(counts: ReadonlyMap<string, number>): string {
  const sorted = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  const named = sorted.slice(0, 8).map(([code, n]) => (n === 1 ? code : `${code} ${n}`))
  return sorted.length > 8 ? `${named.join(', ')} and ${sorted.length - 8} more` : named.join(', ')
}
