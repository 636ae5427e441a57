/** Commands that do not ask a single worker process: they have pools of their own, or ask nothing of the record. */
const withPools: ReadonlySet<string> = new Set(['serve', 'mcp', 'read-all', 'work', 'completion'])

/**
 * Whether a command line will most likely be answered by a worker process, judged before the commands are known: it has a first word that is not an option, and
 * asks for no help.
 *
 * @example [['assess', 'CHN', 'RUS'], ['assess', '--help'], ['serve'], []].map(isAnsweredByWorker)   // [true, false, false, false]
 */
export function isAnsweredByWorker(words: readonly string[]): boolean {
  const [first] = words
  if (first === undefined || first.startsWith('-') || withPools.has(first)) return false
  return !words.some((word) => word === '--help' || word === '-h')
}
