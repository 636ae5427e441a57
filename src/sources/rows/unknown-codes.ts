import { badInput } from '../../errors.ts'
import { stateOf } from '../../states/index.ts'

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
 * Reports unknown codes in a sentence on those of all files, if there are any. Providers occasionally use a code that is not in their own table, which is no reason to refuse the file. But a file in
 * which most codes are unknown uses other codes, or its columns are shifted, and is refused.
 *
 * @param what   the kind of code, such as `country codes of CAMEO`
 * @param then   the end of the sentence: what was done with these codes
 * @throws BadInput with the file and its most frequent unknown codes
 */
export function reportUnknownCodes(
  tallies: ReadonlyMap<string, CodeTally>,
  what: string,
  then: string,
  reportQuirk: ((quirk: string) => void) | undefined,
): void {
  const all = new Map<string, number>()
  for (const [file, { known, unknown }] of tallies) {
    const count = sum(unknown)
    if (count > known) {
      throw badInput(`${file}: ${count} of ${known + count} are no ${what} (${mostFrequent(unknown)}): another coding, or shifted columns`)
    }
    for (const [code, n] of unknown) all.set(code, (all.get(code) ?? 0) + n)
  }
  if (all.size > 0) reportQuirk?.(`${sum(all).toLocaleString('en-US')} are no ${what} (${mostFrequent(all)}): ${then}.`)
}

/** The codes of states in a table by ISO3. */
export interface StateCodes {
  /** Counts the codes, and returns whether all of them are states. */
  areStates(...codes: string[]): boolean
  /** Reports the codes that are unknown; refuses the file if most are. */
  report(reportQuirk: (quirk: string) => void): void
}

/**
 * Returns the checks of codes for a table by ISO3, of which rows with an unknown code are left out.
 *
 * @param places   codes of the table that are no states, and known as such
 */
export function stateCodesIn(file: string, places: ReadonlySet<string> = new Set()): StateCodes {
  const tally = newTally()
  const isState = (code: string): boolean => stateOf(code) !== undefined
  return {
    areStates: (...codes) => {
      for (const code of codes) tallyCode(tally, code, isState(code) || places.has(code))
      return codes.every(isState)
    },
    report: (reportQuirk) =>
      reportUnknownCodes(new Map([[file, tally]]), 'ISO 3166 codes of states', 'their rows are left out', reportQuirk),
  }
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
