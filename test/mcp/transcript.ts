import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A call of a tool; `answer N` among its arguments is the whole of the N-th answer in Markdown. */
export interface Call {
  readonly name: string
  readonly given: Readonly<Record<string, unknown>>
}

/** A question that an analyst asked, the tools that were called, and what was answered by hand from what they told. */
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

/** A figure as it is written: with its sign, thousands, decimals. */
const number = /(?<![\w.,])[−+]?\d+(?:,\d{3})*(?:\.\d+)?(?![\w]|[.,]\d)/g

/** The same with the sign of a share behind it, where it has one: 12 is not 12 %. */
const withUnit = new RegExp(`${number.source}(?: %| pp)?`, 'g')

/** What an answer takes from the tools, each of which one of them must have said. */
export interface Told {
  /** Every number, years and days among them. */
  readonly numbers: readonly string[]
  /** A figure and the interval behind it in brackets: `0.54 (0.43 to 0.64)`. */
  readonly intervals: readonly (readonly [figure: string, low: string, high: string])[]
  /** Words in quotation marks. */
  readonly quotes: readonly string[]
  /** Ids of sources, in square brackets. */
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

/** The answer with one figure changed wherever it stands. */
export function withOther(answer: string, figure: string): string {
  return answer.replaceAll(withUnit, (one) => (one === figure ? '98765.4321' : one))
}

/** What stands in an answer and in none of the results, nor in the question. */
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
