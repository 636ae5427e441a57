import { counted, inSentence } from '../../assessments/forms/wording.ts'
import { csv } from '../text/csv.ts'
import { type Column, type TableWriter, textAndMarkdown, type WrittenPage, wrap } from '../text/table.ts'
import type { NamedSource, StateOfAnswer } from './named.ts'

/** A fact that stands between two states, as `visavis facts` prints it. */
export interface FactOfPair {
  readonly kind: string
  readonly domain: string
  /** What it is: `relations broken off`. */
  readonly title: string
  readonly sentence: string
  /** The state that acted, `both`, or null where no one side is named. */
  readonly actor: string | null
  readonly form: string | null
  readonly name: string | null
  /** The first and the last day in force, as precisely as the source states them; no end: in force. */
  readonly start: string
  readonly end: string | null
  /** The first and the last day that start and end can mean. */
  readonly startFirst: string
  readonly startLast: string
  readonly endFirst: string | null
  readonly endLast: string | null
  /** Whether it is in force on the day asked about: `possible` where its dates leave that open. */
  readonly inForce: 'sure' | 'possible' | 'no'
  readonly endedBy: string | null
  readonly amount: number | null
  readonly unit: string | null
  readonly source: string
  readonly vintage: string
  readonly publisher: string
  /** Publisher, title, day and address of the text. */
  readonly locator: string
  readonly checked: string | null
  readonly note: string | null
}

/** A kind of which nothing was found, and what that means. */
export interface NoneFound {
  readonly kind: string
  readonly title: string
  readonly absent: string
}

/** The answer of `visavis facts`. */
export interface FactsAnswer {
  readonly schemaVersion: 1
  readonly a: StateOfAnswer
  readonly b: StateOfAnswer
  /** Nothing later than this day is seen. */
  readonly to: string
  /** The day on which all facts of the answer are in force, where one was asked for. */
  readonly on: string | null
  /** In force first, then the others; each the newest first. */
  readonly facts: readonly FactOfPair[]
  readonly none: readonly NoneFound[]
  readonly sources: readonly NamedSource[]
}

const columns: readonly Column[] = ['what', 'by', 'from', 'to', 'how it ended', 'source'].map((title) => ({ title }))

/** Writes the facts as a table under one sentence; below it, what was not found and what that means. */
export const factsPage: WrittenPage<FactsAnswer> = textAndMarkdown(written)

function written(answer: FactsAnswer, table: TableWriter): string {
  const { facts, none } = answer
  const rows = facts.map((fact) => rowOf(fact, answer))
  return [lead(answer), ...(rows.length === 0 ? [] : [table(columns, rows)]), ...noneLines(none)].join('\n\n')
}

function lead({ a, b, to, on, facts }: FactsAnswer): string {
  const both = `${a.name} and ${inSentence(b.name)}`
  const found = facts.length === 0 ? 'no fact' : counted(facts.length, 'fact', 'facts')
  if (on !== null) return `${both}: ${found} in force on ${on}${to < on ? ` (as known on ${to})` : ''}.`
  const now = facts.filter(({ inForce }) => inForce !== 'no').length
  return `${both}: ${found} on record${facts.length === 0 ? ` by ${to}` : `, ${now === 0 ? 'none' : now} in force on ${to}`}.`
}

function rowOf(fact: FactOfPair, { a, b }: FactsAnswer): string[] {
  const { title, name, actor, start, end, inForce, endedBy, publisher } = fact
  const by = actor === null ? '' : actor === 'both' ? 'both' : ([a, b].find(({ iso3 }) => iso3 === actor)?.name ?? actor)
  const open = inForce === 'no' ? '' : inForce === 'sure' ? 'in force' : 'perhaps in force'
  const what = name === null || title.includes(name) ? title : `${title} (${name})`
  return [what, by, start, end === null ? open || 'end not known' : open === '' ? end : `${end} (${open})`, endedBy ?? '', publisher]
}

/** Says of which kinds nothing was found, one sentence for each meaning of absence. */
function noneLines(none: readonly NoneFound[]): string[] {
  const meanings = [...new Set(none.map(({ absent }) => absent))]
  return meanings.map((absent) => {
    const titles = none.filter((one) => one.absent === absent).map(({ title }) => title)
    const [head = '', ...rest] = absent.split(': ')
    return wrap(`${capital(head)}: ${titles.join(', ')}.${rest.length === 0 ? '' : ` ${capital(rest.join(': '))}.`}`, 110)
  })
}

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`

const fields = [
  ...['kind', 'domain', 'title', 'sentence', 'actor', 'form', 'name', 'start', 'end', 'startFirst', 'startLast', 'endFirst', 'endLast'],
  ...['inForce', 'endedBy', 'amount', 'unit', 'source', 'vintage', 'publisher', 'locator', 'checked', 'note'],
] as (keyof FactOfPair)[]

/** Writes the facts as CSV, one row each. */
export function factsCsv({ a, b, facts }: FactsAnswer): string {
  const header = fields.map((field) => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`))
  return csv(
    ['a', 'b', ...header],
    facts.map((fact) => [a.iso3, b.iso3, ...fields.map((field) => fact[field])]),
  )
}
