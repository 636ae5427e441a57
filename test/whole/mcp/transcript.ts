import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A tool call; `answer N` among its arguments stands for the complete N-th answer in Markdown. */
export interface Call {
  readonly name: string
  readonly given: Readonly<Record<string, unknown>>
}

/** An analyst's question, the tools called, and an answer written by hand from their results. */
export interface Transcript {
  readonly file: string
  readonly question: string
  readonly calls: readonly Call[]
  readonly answer: string
}

const folder = join(import.meta.dirname, 'transcripts')

export function transcripts(): Transcript[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.md'))
    .sort()
    .map((file) => transcriptOf(file, readFileSync(join(folder, file), 'utf8')))
}

function transcriptOf(file: string, text: string): Transcript {
  const [, question, calls, answer] = /^# ([^\n]+)\n\n## Calls\n(.+?)\n## Answer\n(.+)$/s.exec(text) ?? []
  if (answer === undefined) throw new Error(`${file} has no question, calls and answer`)
  const called = [...calls!.matchAll(/^\d+\. `(\w+) (\{.*\})`$/gm)].map(([, name, given]) => ({
    name: name!,
    given: JSON.parse(given!) as Record<string, unknown>,
  }))
  return { file, question: question!, calls: called, answer: answer! }
}

/** A figure as written: with its sign, thousands separators and decimals. */
const number = /(?<![\w.,])[−+]?\d+(?:,\d{3})*(?:\.\d+)?(?![\w]|[.,]\d)/g

/** The same with the unit of a share, where it has one: 12 is not 12 %. */
const withUnit = new RegExp(`${number.source}(?: %| pp)?`, 'g')

/** The parts of an answer that must appear in some tool's result. */
export interface Told {
  /** Every number, including years and days. */
  readonly numbers: readonly string[]
  /** A figure and its interval in brackets: `0.54 (0.43 to 0.64)`. */
  readonly intervals: readonly (readonly [figure: string, low: string, high: string])[]
  /** Quoted words. */
  readonly quotes: readonly string[]
  /** Source ids, in square brackets. */
  readonly sources: readonly string[]
}

export function toldIn(answer: string): Told {
  const plain = answer.replaceAll(/`[^`]*`/g, '')
  const intervals = plain.matchAll(/([−+]?[\d.,]+)(?: %| pp)? \((?:90 %: )?([−+]?[\d.,]+)(?: %| pp)? to ([−+]?[\d.,]+)(?: %| pp)?[),;]/g)
  return {
    numbers: [...new Set(plain.match(withUnit) ?? [])],
    intervals: [...intervals].map(([, figure, low, high]) => [figure!, low!, high!] as const),
    quotes: [...plain.matchAll(/“([^”]+)”/g)].map(([, words]) => words!.replace(/[.,]$/, '')),
    sources: [...plain.matchAll(/\[([a-z-]+(?:, [a-z-]+)*)\]/g)].flatMap(([, ids]) => ids!.split(', ')),
  }
}

/** The answer with one figure changed wherever it occurs. */
export function withOther(answer: string, figure: string): string {
  return answer.replaceAll(withUnit, (one) => (one === figure ? '98765.4321' : one))
}

/** The parts of an answer that occur neither in the results nor in the question. */
export function untold(answer: string, question: string, results: readonly string[]): string[] {
  const { numbers, intervals, quotes, sources } = toldIn(answer)
  const said = [question, ...results].join('\n')
  const saidNumbers = new Set(said.match(withUnit) ?? [])
  const lines = results.flatMap((text) => text.split('\n').map((line) => new Set(line.match(number) ?? [])))
  const cited = results.map((text) => text.slice(Math.max(0, text.indexOf('\nSources:')))).join('\n')
  return [
    ...numbers.filter((one) => !saidNumbers.has(one)),
    ...intervals.filter((three) => !lines.some((line) => three.every((one) => line.has(one)))).map(([f, l, h]) => `${f} (${l} to ${h})`),
    ...quotes.filter((words) => !said.includes(words)),
    ...sources.filter((id) => !new RegExp(`(?<![\\w-])${id}(?![\\w-])`).test(cited)),
  ]
}
