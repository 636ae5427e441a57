import { VisavisError } from '../../errors.ts'

/** Number of known codes of a file, and how often each unknown one occurs. */
export interface CodeTally {
  known: number
  readonly unknown: Map<string, number>
}

export function newTally(): CodeTally {
  return { known: 0, unknown: new Map() }
}

/** Counts one code. */
export function tallyCode(tally: CodeTally, code: string, isKnown: boolean): void {
  if (isKnown) tally.known++
  else tally.unknown.set(code, (tally.unknown.get(code) ?? 0) + 1)
}

/**
 * Reports unknown codes. Providers occasionally use a code that their own table lacks, and this should not cost a whole file; but a file in which most codes
 * are unknown is coded differently, or shifted, and is refused.
 *
 * @param what   the kind of code: `country codes of CAMEO`
 * @param then   what became of them, to end the sentence
 * @returns      a sentence on the unknown codes of all files; null where there is none
 * @throws BadInput naming the file and its most frequent unknown codes
 */
export function unknownCodes(tallies: ReadonlyMap<string, CodeTally>, what: string, then: string): string | null {
  const all = new Map<string, number>()
  for (const [file, { known, unknown }] of tallies) {
    const count = sum(unknown)
    if (count > known) {
      throw new VisavisError(
        'BadInput',
        `${file}: ${count} of ${known + count} are no ${what} (${mostFrequent(unknown)}): another coding, or shifted columns`,
      )
    }
    for (const [code, n] of unknown) all.set(code, (all.get(code) ?? 0) + n)
  }
  return all.size === 0 ? null : `${sum(all).toLocaleString('en-US')} are no ${what} (${mostFrequent(all)}): ${then}.`
}

function sum(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((total, n) => total + n, 0)
}

/** The eight most frequent codes, with their counts. */
function mostFrequent(counts: ReadonlyMap<string, number>): string {
  const sorted = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  const named = sorted.slice(0, 8).map(([code, n]) => (n === 1 ? code : `${code} ${n}`))
  return sorted.length > 8 ? `${named.join(', ')} and ${sorted.length - 8} more` : named.join(', ')
}
