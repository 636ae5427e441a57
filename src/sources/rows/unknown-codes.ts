import { VisavisError } from '../../errors.ts'

/** How many codes of a file were known, and how often each of the others stood there. */
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
 * Providers use a code now and then that their own table lacks, and one of them should not cost a whole file. A file in which most codes are of that kind is coded
 * in another way, or shifted, and refused.
 *
 * @param what   whose code: `country codes of CAMEO`
 * @returns      a sentence on the unknown ones of all files; null where there is none
 * @throws BadInput naming the file and its commonest unknown codes
 */
export function unknownCodes(tallies: ReadonlyMap<string, CodeTally>, what: string, then: string): string | null {
  const all = new Map<string, number>()
  for (const [file, { known, unknown }] of tallies) {
    const count = sum(unknown)
    if (count > known) {
      throw new VisavisError(
        'BadInput',
        `${file}: ${count} of ${known + count} are no ${what} (${listed(unknown)}): another coding, or shifted columns`,
      )
    }
    for (const [code, n] of unknown) all.set(code, (all.get(code) ?? 0) + n)
  }
  return all.size === 0 ? null : `${sum(all).toLocaleString('en-US')} are no ${what} (${listed(all)}): ${then}.`
}

function sum(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((total, n) => total + n, 0)
}

/** The commonest eight, with how often they stand there. */
function listed(counts: ReadonlyMap<string, number>): string {
  const sorted = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  const named = sorted.slice(0, 8).map(([code, n]) => (n === 1 ? code : `${code} ${n}`))
  return sorted.length > 8 ? `${named.join(', ')} and ${sorted.length - 8} more` : named.join(', ')
}
