import { basename } from 'node:path'
import { VisavisError } from '../../errors.ts'

/**
 * Returns the only file given for a source that takes one.
 *
 * @throws Usage if none or several are given
 */
export function onlyGivenFile(source: string, paths: readonly string[], what: string): string {
  if (paths.length === 1) return paths[0]!
  throw new VisavisError('Usage', `${source} takes one file (${what}); ${paths.length} were given`, { hint: `visavis add ${source} FILE` })
}

/**
 * Returns the files given for a source that takes any number of files.
 *
 * @throws Usage if none is given
 */
export function allGivenFiles(source: string, paths: readonly string[], what: string): readonly string[] {
  if (paths.length > 0) return paths
  throw new VisavisError('Usage', `${source} takes ${what}; none was given`, { hint: `visavis add ${source} FILE...` })
}

/**
 * Assigns the files of a source to their roles, by patterns for the files' names. Each pattern must match one file.
 *
 * @throws Usage with the file that is missing, or that matches no pattern
 * @example filesByRole('world-bank', ['a/gdp.csv', 'b/pop.csv'], { gdp: /gdp/, population: /pop/ })   // { gdp: 'a/gdp.csv', population: 'b/pop.csv' }
 */
export function filesByRole<K extends string>(
  source: string,
  paths: readonly string[],
  patterns: Readonly<Record<K, RegExp>>,
): Record<K, string> {
  const entries = Object.entries(patterns) as [K, RegExp][]
  const stray = paths.find((path) => !entries.some(([, pattern]) => pattern.test(basename(path))))
  if (stray !== undefined) throw usage(source, `does not know what ${basename(stray)} is`, entries)
  return Object.fromEntries(
    entries.map(([name, pattern]) => {
      const fitting = paths.filter((path) => pattern.test(basename(path)))
      if (fitting.length !== 1) throw usage(source, `needs one file for "${name}"; ${fitting.length} of those given fit`, entries)
      return [name, fitting[0]!]
    }),
  ) as Record<K, string>
}

function usage(source: string, what: string, entries: readonly (readonly [string, RegExp])[]): VisavisError {
  const names = entries.map(([name, pattern]) => `${name} (a name with ${inWords(pattern)})`).join(', ')
  return new VisavisError('Usage', `${source} ${what}. It takes ${names}.`, { hint: `visavis add ${source}` })
}

/** Puts a pattern in words, for a person who knows no regular expressions. */
function inWords({ source }: RegExp): string {
  const words = source.split('|').map((one) => one.replaceAll('.*', ' … ').replace(/[\\^$]/g, ''))
  return words.map((one) => `"${one}"`).join(' or ')
}
