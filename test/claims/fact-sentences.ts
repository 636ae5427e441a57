import { inSentence } from '../../src/assessments/forms/wording.ts'
import type { FactRow } from '../../src/memory/index.ts'
import { facts } from '../../src/memory/index.ts'
import { stateOf } from '../../src/states/index.ts'

const months = 'January February March April May June July August September October November December'.split(' ')

/** A day as a text writes it: `5 June 2017`, `June 2017`, `2017`. */
function dayInWords(told: string): string {
  const [year, month, day] = told.split('-')
  return [day === undefined ? undefined : String(Number(day)), month === undefined ? undefined : months[Number(month) - 1], year].filter(Boolean).join(' ')
}

const nameOf = (id: string): string => inSentence(stateOf(id)!.name)

/** The party that acted alone, or undefined. */
export const actorOf = ({ actor }: FactRow): string | undefined => (actor === null || actor === 'both' ? undefined : actor)

/** A fact as a sentence in the words of the catalogue, with its days. */
export function sentenceOfFact(row: FactRow): string {
  const fact = facts.find(({ kind }) => kind === row.kind)!
  const actor = actorOf(row)
  const sentence = fact.words.sentence({
    ...{ a: nameOf(row.a), b: nameOf(row.b), form: row.form, name: row.name },
    actor: actor === undefined ? null : nameOf(actor),
    other: actor === undefined ? null : nameOf(actor === row.a ? row.b : row.a),
  })
  const text = `${sentence} ${timeInWords(row)}.`
  return `${text[0]!.toUpperCase()}${text.slice(1)}`
}

function timeInWords({ start_told, end_told }: FactRow): string {
  if (end_told === null) return `since ${dayInWords(start_told)}`
  if (end_told === start_told) return `${start_told.length === 10 ? 'on' : 'in'} ${dayInWords(start_told)}`
  return `from ${dayInWords(start_told)} to ${dayInWords(end_told)}`
}

/** A fact as slots: by its id and form, or in the title of the catalogue. */
export function slotsOfFact(row: FactRow, by: 'id' | 'title'): Readonly<Record<string, unknown>> {
  const fact = facts.find(({ kind }) => kind === row.kind)!
  const actor = actorOf(row)
  const [first, second] = actor === row.b ? [row.b, row.a] : [row.a, row.b]
  const { start_told, end_told } = row
  return {
    kind: 'event',
    indicator: by === 'id' ? `${row.kind}, ${row.form}` : fact.words.title({ form: row.form, name: row.name }),
    actors: [first, second],
    direction: actor === undefined ? 'total' : `${first}->${second}`,
    period: end_told === null || end_told === start_told ? start_told : `${start_told}/${end_told}`,
    ...(end_told === null ? { qualifier: 'since' } : {}),
  }
}

const shifted = (told: string, years: number): string => {
  const moved = `${Number(told.slice(0, 4)) + years}${told.slice(4)}`
  return moved.endsWith('-02-29') ? `${moved.slice(0, 8)}28` : moved
}

/** The same fact in another year. */
export function inAnotherYear(row: FactRow, years: number): FactRow {
  const end = row.end_told === null ? null : shifted(row.end_told, years)
  return { ...row, start_told: shifted(row.start_told, years), end_told: end }
}

/** The same fact with the two in each other's place. */
export function turned(row: FactRow): FactRow {
  return { ...row, actor: actorOf(row) === row.a ? row.b : row.a }
}

/** The same fact of another state than the one that did not act. */
export function ofAnother(row: FactRow, state: string): FactRow {
  const kept = actorOf(row) ?? row.a
  const [a, b] = kept < state ? [kept, state] : [state, kept]
  return { ...row, a, b }
}
