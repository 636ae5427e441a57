import { readFileSync, writeFileSync } from 'node:fs'
import { automatonOf } from './pattern-automaton.ts'
import { charactersOf } from './pattern-letters.ts'
import { limitOf } from './pattern-limits.ts'
import { growthOf, type Pump, waysThrough, wordOf } from './pattern-paths.ts'
import { type Found, madeIn, writtenIn } from './pattern-sources.ts'
import { lookedBackAt, type PatternTree, treeOf } from './pattern-tree.ts'
import { useAll } from './pattern-use.ts'

/**
 * Proves for every regular expression in the code that no text can make it run too long: `check-patterns [--write]`.
 *
 * For most patterns the number of ways in which a backtracking matcher can read a text is bounded for each letter, so
 * they are linear. Where the number grows with the text, the pattern's input must have a length limit. The ways through
 * the worst text of that length, built from the failure of the proof, are then counted. These patterns are listed in
 * scripts/checks/bounded-patterns.txt, which `--write` regenerates. Where the number grows faster, or doubles with each
 * repeat, the pattern must be rewritten.
 */
const list = 'scripts/checks/bounded-patterns.txt'
/** This many ways take about 20 ms. */
const mostWays = 4_000_000

const { literals, makers } = writtenIn(['src', 'app/src'])
const made = await madeIn('src', useAll)
const faults: string[] = []

const seen = new Set(made.map(({ file, line }) => `${file}:${line}`))
for (const { file, line, pattern } of makers) {
  if (seen.has(`${file}:${line}`)) continue
  if (pattern === null)
    faults.push(`${file}:${line} puts a pattern together that was not seen: have scripts/checks/pattern-use.ts make one`)
  else made.push({ file, line, pattern })
}

const patterns = new Map<string, Found>()
for (const one of [...literals, ...made]) {
  const key = String(one.pattern)
  if (!patterns.has(key)) patterns.set(key, one)
}
const characters = charactersOf([...patterns.values()].map(({ pattern }) => pattern.source))

const bounded: string[] = []
for (const found of patterns.values()) {
  const tree = treeOf(found.pattern)
  const said = [
    judged(found, tree, found.pattern.flags),
    ...[...lookedBackAt(tree)].map((back) => judged(found, back, found.pattern.flags.replace('y', ''))),
  ]
  bounded.push(...new Set(said.filter((one) => one !== null)))
}
bounded.sort()
finish()

/** The list entry for a pattern, or a lookbehind part of one, that is not linear. */
function judged({ file, line, pattern }: Found, tree: PatternTree, flags: string): string | null {
  const automaton = automatonOf(tree, flags, characters)
  const { degree, pumps } = growthOf(automaton)
  const where = `${file}:${line}`
  const worst = pumps.map((pump) => JSON.stringify(wordOf(automaton, pump.run))).join(' then ')
  if (degree > 1) {
    faults.push(
      `${where} ${degree === Number.POSITIVE_INFINITY ? 'doubles with each repeat' : `grows by the power of ${degree + 1}`} of ${worst}: ${pattern}`,
    )
    return null
  }
  if (pumps.length === 0) return null
  const limit = limitOf(file)
  const ways = waysThrough(automatonOf(tree, flags, characters, true), pumped(pumps, limit.length))
  if (ways > mostWays) faults.push(`${where} ${ways} ways in ${limit.length} characters of ${worst}: ${pattern}`)
  return degree === 0 ? null : `${file}\t${limit.length}\t${limit.of}\t${ways}\t${worst}\t${pattern}`
}

/** A text of this many letters that repeats the runs in turn. */
function pumped(pumps: readonly Pump[], length: number): number[] {
  const text: number[] = []
  for (const [i, { lead, run }] of pumps.entries()) {
    text.push(...lead)
    while (run.length > 0 && text.length < (length * (i + 1)) / pumps.length) text.push(...run)
  }
  return text.slice(0, length)
}

function finish(): void {
  const text = `# file, characters at most, of what, ways at most, repeated, pattern; made by: npm run patterns -- --write\n${bounded.join('\n')}\n`
  if (process.argv.includes('--write')) writeFileSync(list, text)
  else if (readFileSync(list, 'utf8') !== text) {
    const known = new Set(readFileSync(list, 'utf8').split('\n'))
    for (const one of bounded) if (!known.has(one)) faults.push(`not in ${list}: ${one}`)
    if (faults.length === 0) faults.push(`${list} has lines that no pattern stands behind any more: npm run patterns -- --write`)
  }
  for (const fault of faults) console.error(fault)
  console.log(`${patterns.size} patterns: ${patterns.size - bounded.length} linear, ${bounded.length} bounded, ${faults.length} faults`)
  process.exitCode = faults.length === 0 ? 0 : 1
}
