import type { ChangesAnswer } from '../../assessments/standing/standing-changes.ts'
import { csvOfRecords } from '../text/csv.ts'
import { wrap } from '../text/table.ts'

type Change = ChangesAnswer['worse']['rows'][number]

const columns = ['iso3_a', 'iso3_b', 'before', 'after', 'moved', 'since', 'sentence'] as const

/** Renders every pair that moved as a row, the worse first. */
export function movedPairsCsv({ worse, better }: ChangesAnswer): string {
  return csvOfRecords(columns, [...worse.rows, ...better.rows])
}

/** Renders the pairs that moved, one sentence each. */
export function movedPairsText(answer: ChangesAnswer): string {
  return `${partsOf(answer)
    .map(({ title, rows, rest }) =>
      [title, ...[...rows.map((row) => row.sentence), ...rest].map((line) => wrap(line, 98, '    ').trimStart().replace(/^/, '  '))].join(
        '\n',
      ),
    )
    .join('\n\n')}\n`
}

/** The same as Markdown. */
export function movedPairsMarkdown(answer: ChangesAnswer): string {
  return `${partsOf(answer)
    .map(({ title, rows, rest }) =>
      [`**${title}**\n`, ...rows.map((row) => `- ${row.sentence}`), ...rest.map((line) => `\n${line}`)].join('\n'),
    )
    .join('\n\n')}\n`
}

interface Part {
  readonly title: string
  readonly rows: readonly Change[]
  readonly rest: readonly string[]
}

function partsOf({ from, to, state, pairs, worse, better }: ChangesAnswer): readonly Part[] {
  const whose = state === null ? `${inDigits(pairs)} pairs of states` : `${inDigits(pairs)} pairs of ${state.name}`
  return [
    partOf(`Of ${whose}, ${counted(worse.of)} worse in ${to} than in ${from}`, worse),
    partOf(`${counted(better.of, ' pair')} better`, better),
  ]
}

const inDigits = (count: number): string => count.toLocaleString('en-US')

/** How many stand so, with what they are where the sentence has not said it: `none stands`, `1 pair stands`, `23 pairs stand`. */
function counted(count: number, what = ''): string {
  if (count === 0) return 'none stands'
  return count === 1 ? `1${what} stands` : `${inDigits(count)}${what === '' ? '' : `${what}s`} stand`
}

function partOf(title: string, { of, rows }: ChangesAnswer['worse']): Part {
  const left = of - rows.length
  const opening = `${title[0]!.toUpperCase()}${title.slice(1)}`
  return { title: `${opening}${of === 0 ? '.' : ':'}`, rows, rest: left === 0 ? [] : [`${left} more (--limit ${of})`] }
}
