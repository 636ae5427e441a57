import type { ComparedNumbers, MethodEntry, MethodReference, MethodsAnswer, Reproduced } from '../parts/method-types.ts'
import { csvOfRecords } from '../text/csv.ts'
import { type Column, markdownTable, textTable, wrap } from '../text/table.ts'

const columns: readonly Column[] = [
  { title: 'measure' },
  { title: 'domain' },
  { title: 'title' },
  { title: 'published numbers', align: 'right' },
]

const domainOf = ({ domain }: MethodEntry): string => domain ?? 'every'

/** Counts the published numbers that a measure is checked against. */
const checkCount = ({ reproductions, comparisons }: MethodEntry): number => reproductions.length + comparisons.length

const row = (one: MethodEntry): string[] => [one.id, domainOf(one), one.title, String(checkCount(one))]

/** Writes the measures as a table, or a single measure with all its details. */
export function methodsText({ methods }: MethodsAnswer): string {
  const [only] = methods
  if (methods.length === 1 && only !== undefined) return methodText(only)
  const count = methods.reduce((sum, one) => sum + checkCount(one), 0)
  return `${textTable(columns, methods.map(row))}\n\n${methods.length} measures, held to ${count} numbers of others.`
}

function methodText(one: MethodEntry): string {
  const titled = (title: string, text: string): string => wrap(`${title}: ${text}`, 110)
  const parts = [
    `${one.id}: ${one.title}`,
    wrap(one.answers, 110),
    one.formula.map((line) => `    ${line}`).join('\n'),
    one.symbols.map(({ symbol, meaning }) => wrap(`${symbol}: ${meaning}`, 110, '      ')).join('\n'),
    one.rule ?? '',
    `${titled('Unit', `${one.unit}. Range: ${one.range}`)}\n${titled('Interval', one.interval)}`,
    ['Limits:', ...one.limits.map((limit) => wrap(limit, 110, '  '))].join('\n'),
    reproducedText(one.reproductions),
    comparedText(one.comparisons),
    one.instead ?? '',
    one.references.length === 0 ? '' : ['References:', ...one.references.map((paper) => wrap(citation(paper), 110, '  '))].join('\n'),
    `Told at length: ${one.page}. Code: ${one.code.join(', ')}\nAsked by: ${one.asked.join('; ')}`,
  ]
  return parts
    .filter((part) => part !== '')
    .map((part) => (part.includes('\n') ? part : wrap(part, 110)))
    .join('\n\n')
}

const reproducedColumns: readonly Column[] = [
  { title: 'what' },
  { title: 'published', align: 'right' },
  { title: 'ours', align: 'right' },
  { title: 'difference', align: 'right' },
  { title: 'allowed', align: 'right' },
  { title: 'by' },
]

const reproducedRow = ({ what, published, ours, difference, tolerance, where }: Reproduced): string[] => [
  what,
  numberText(published),
  numberText(Number(ours.toPrecision(12))),
  difference === 0 ? '0' : difference.toExponential(1),
  tolerance === null ? 'need not agree' : String(Number(tolerance.toPrecision(2))),
  where,
]

function reproducedText(list: readonly Reproduced[]): string {
  if (list.length === 0) return ''
  const notes = [...new Set(list.flatMap(({ note }) => note ?? []))].map((note) => wrap(note, 110))
  return ['Published numbers:', textTable(reproducedColumns, list.map(reproducedRow)), ...notes].join('\n')
}

const comparedColumns: readonly Column[] = [
  { title: 'what' },
  { title: 'figure' },
  { title: 'ours', align: 'right' },
  { title: 'should be', align: 'right' },
  { title: 'cases', align: 'right' },
  { title: 'against' },
]

const comparedRow = (one: ComparedNumbers): string[] => [
  one.what,
  one.figure,
  numberText(one.value),
  expectedRange(one),
  numberText(one.of),
  one.against,
]

function comparedText(list: readonly ComparedNumbers[]): string {
  if (list.length === 0) return ''
  const notes = list.flatMap(({ note }) => (note === null ? [] : [wrap(note, 110)]))
  return ['Held against:', textTable(comparedColumns, list.map(comparedRow)), ...notes].join('\n')
}

function expectedRange({ least, most }: ComparedNumbers): string {
  if (least !== null && most !== null) return `${numberText(least)} to ${numberText(most)}`
  if (least !== null) return `from ${numberText(least)}`
  return most === null ? '' : `to ${numberText(most)}`
}

const numberText = (value: number): string =>
  Math.abs(value) >= 10_000 && Number.isInteger(value) ? value.toLocaleString('en-US') : String(value)

/** Writes a publication in one line, with its DOI if it has one. */
export function citation({ authors, year, title, within, doi }: MethodReference): string {
  return `${authors} (${year}). ${title}. ${within}.${doi === null ? '' : ` https://doi.org/${doi}`}`
}

/** Writes the measures as a Markdown table, or the published numbers of a single measure. */
export function methodsMarkdown({ methods }: MethodsAnswer): string {
  const [only] = methods
  if (methods.length !== 1 || only === undefined) return markdownTable(columns, methods.map(row))
  const tables = [
    ...(only.reproductions.length === 0 ? [] : [markdownTable(reproducedColumns, only.reproductions.map(reproducedRow))]),
    ...(only.comparisons.length === 0 ? [] : [markdownTable(comparedColumns, only.comparisons.map(comparedRow))]),
  ]
  return [
    `# ${only.title}`,
    only.answers,
    ...(only.formula.length === 0 ? [] : [only.formula.map((line) => `    ${line}`).join('\n')]),
    ...(only.rule === null ? [] : [only.rule]),
    `Unit: ${only.unit}. Range: ${only.range}. Interval: ${only.interval}.`,
    only.limits.map((limit) => `- ${limit}`).join('\n'),
    ...tables,
    ...(only.instead === null ? [] : [only.instead]),
    only.references.map((paper) => `- ${citation(paper)}`).join('\n'),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

/** Writes every published number beside ours as CSV, one row each; a measure without any has one row with blanks. */
export function methodsCsv({ methods }: MethodsAnswer): string {
  const columns = [
    ...(['measure', 'domain', 'id', 'what', 'by', 'figure', 'published', 'ours'] as const),
    ...(['difference', 'tolerance', 'least', 'most', 'cases', 'test', 'note'] as const),
  ]
  const records = methods.flatMap((one) => {
    const about = { measure: one.id, domain: domainOf(one) }
    const numbers = [
      ...one.reproductions.map((each) => ({ ...each, ...about, by: each.where, figure: 'number', cases: 1 })),
      ...one.comparisons.map((each) => ({ ...each, ...about, by: each.against, ours: each.value, cases: each.of })),
    ]
    return numbers.length === 0 ? [{ ...about, note: one.instead }] : numbers
  })
  return csvOfRecords(columns, records)
}
