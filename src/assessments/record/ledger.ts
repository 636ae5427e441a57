import { existsSync, readFileSync } from 'node:fs'
import { VisavisError } from '../../errors.ts'
import { packageFile } from '../../store/package-files.ts'
import { ledgerProblem } from '../forms/ledger-check.ts'
import type { Ledger } from '../forms/ledger-item.ts'

/**
 * Reads the project's ledger for a pair, in either order; undefined where there is none.
 *
 * @throws VisavisError BadInput naming the file and line of the invalid entry
 */
export function bundledLedger(a: string, b: string): Ledger | undefined {
  const path = [`${a}-${b}`, `${b}-${a}`].map((pair) => bundledPath(pair.toLowerCase())).find((one) => existsSync(one))
  if (path === undefined) return undefined
  const ledger = read.get(path) ?? readLedger(path)
  read.set(path, ledger)
  return ledger
}

/** Ledgers already read, by path: files in the package do not change while the program runs. */
const read = new Map<string, Ledger>()

/** Pairs with a ledger, as ISO3 codes. */
export const ledgerPairs: readonly (readonly [string, string])[] = [
  ['CHN', 'RUS'],
  ['CHN', 'PAK'],
  ['RUS', 'IND'],
  ['RUS', 'IRN'],
  ['RUS', 'PRK'],
  ['USA', 'IND'],
  ['USA', 'JPN'],
]

function bundledPath(pair: string): string {
  return packageFile(`data/ledgers/${pair}.json`)
}

/**
 * Reads and validates a ledger.
 *
 * @param path   a JSON file in the format of docs/ledgers.md
 * @throws VisavisError BadInput with file, line and item: invalid JSON, an item without a source, dated after the
 * review, about a state that did not exist, and similar
 */
export function readLedger(path: string): Ledger {
  const text = readText(path)
  const parsed = parse(text, path)
  const problem = ledgerProblem(parsed)
  if (problem === undefined) return parsed as Ledger
  const line = problem.item === undefined ? 1 : lineOfItem(text, problem.item)
  throw new VisavisError('BadInput', `${path}:${line}: ${problem.what}`, { hint: 'docs/ledgers.md has the form of a ledger' })
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (cause) {
    throw new VisavisError('BadInput', `the ledger ${path} cannot be read: ${(cause as Error).message}`, { cause })
  }
}

function parse(text: string, path: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    const at = /position (\d+)/.exec((cause as Error).message)?.[1]
    const line = at === undefined ? 1 : text.slice(0, Number(at)).split('\n').length
    throw new VisavisError('BadInput', `${path}:${line}: not JSON: ${(cause as Error).message}`, { cause })
  }
}

/** Finds the line on which the n-th item begins, counting objects directly inside the list of items. */
function lineOfItem(text: string, index: number): number {
  let depth = 0
  let seen = -1
  let quoted = false
  const begin = text.indexOf('[', text.indexOf('"items"'))
  for (let i = begin + 1; i < text.length; i++) {
    const character = text[i]
    if (quoted) {
      if (character === '\\') i++
      else if (character === '"') quoted = false
    } else if (character === '"') quoted = true
    else if (character === '{' && depth++ === 0 && ++seen === index) return text.slice(0, i).split('\n').length
    else if (character === '}') depth--
  }
  return 1
}
