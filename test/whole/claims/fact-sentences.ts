import { inSentence } from '../../../src/assessments/forms/wording.ts'
import type { FactRow } from '../../../src/memory/index.ts'
import { facts } from '../../../src/memory/index.ts'
import { blocOf, stateOf } from '../../../src/states/index.ts'

const months = 'January February March April May June July August September October November December'.split(' ')

/** A day as a text writes it: `5 June 2017`, `June 2017`, `2017`. */
function dayInWords(told: string): string {
  const [year, month, day] = told.split('-')
  return [day === undefined ? undefined : String(Number(day)), month === undefined ? undefined : months[Number(month) - 1], year]
    .filter(Boolean)
    .join(' ')
}

const nameOf = (id: string): string => inSentence((stateOf(id) ?? blocOf(id))!.name)

/** The one of the two that acted alone, or undefined: neither did where its bloc acts. */
export const actorOf = ({ a, b, actor }: FactRow): string | undefined => (actor === a || actor === b ? actor : undefined)

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

type Writer = (words: {
  readonly a: string
  readonly b: string
  readonly on: string
  readonly until: string
  readonly land: string
  readonly year: string
}) => string

/** Sentences of texts for the act that begins a fact or ends it, by kind and form: what an agency or a chronicle writes. */
const acts: readonly {
  readonly of: RegExp
  readonly directed?: true
  readonly needsEnd?: RegExp
  readonly isOpen?: true
  readonly write: readonly Writer[]
}[] = [
  {
    of: /^no-relations broken$/,
    directed: true,
    write: [
      ({ a, b, on }) => `${a} broke off diplomatic relations with ${b} ${on}.`,
      ({ a, b, on }) => `${on}, ${a} severed ties with ${b}.`,
      ({ a, b, year }) => `In ${year}, ${a} cut diplomatic ties with ${b}.`,
      ({ a, b, year }) => `Diplomatic relations between ${a} and ${b} were broken off in ${year}.`,
      ({ a, b, year }) => `After a dispute, diplomatic relations with ${b} were severed by ${a} in ${year}.`,
    ],
  },
  {
    of: /^no-relations (?:broken|suspended)$/,
    needsEnd: /restored/,
    write: [
      ({ a, b, until }) => `${a} and ${b} restored diplomatic relations ${until}.`,
      ({ a, b, until }) => `Diplomatic relations between ${a} and ${b} were resumed ${until}.`,
    ],
  },
  {
    of: /^no-relations never$/,
    needsEnd: /^established/,
    write: [({ a, b, until }) => `${a} and ${b} established diplomatic relations ${until}.`],
  },
  {
    of: /^lower-relations no ambassador$/,
    directed: true,
    write: [
      ({ a, b, on }) => `${a} recalled its ambassador from ${b} ${on}.`,
      ({ a, b, year }) => `In ${year} ${a} withdrew its ambassador to ${b}.`,
    ],
  },
  { of: /^lower-relations embassy closed$/, directed: true, write: [({ a, b, on }) => `${a} closed its embassy in ${b} ${on}.`] },
  {
    of: /^hostilities/,
    directed: true,
    write: [({ a, b, on }) => `${a} attacked ${b} ${on}.`, ({ a, b, year }) => `In ${year} ${b} was attacked by ${a}.`],
  },
  { of: /^hostilities war$/, write: [({ a, b, year }) => `The war between ${a} and ${b} began in ${year}.`] },
  { of: /^hostilities war$/, needsEnd: /./, write: [({ a, b, until }) => `The war between ${a} and ${b} ended ${until}.`] },
  { of: /^state-of-war declared$/, directed: true, write: [({ a, b, on }) => `${a} declared war on ${b} ${on}.`] },
  {
    of: /^armistice ceasefire$/,
    write: [
      ({ a, b, on }) => `${a} and ${b} agreed on a ceasefire ${on}.`,
      ({ a, b, on }) => `A ceasefire between ${a} and ${b} took effect ${on}.`,
    ],
  },
  { of: /^armistice armistice$/, write: [({ a, b, on }) => `${a} and ${b} signed an armistice ${on}.`] },
  { of: /^peace treaty$/, write: [({ a, b, year }) => `${a} and ${b} signed a peace treaty in ${year}.`] },
  { of: /^non-recognition/, directed: true, isOpen: true, write: [({ a, b }) => `${a} has never recognised ${b} as a state.`] },
  {
    of: /^territorial-claim/,
    directed: true,
    isOpen: true,
    write: [({ a, b, land, year }) => `${a} has claimed ${land} from ${b} since ${year}.`],
  },
]

/** The act by which a fact began or ended, as texts write it, each with whether the direction matters. */
export function actsOfFact(row: FactRow): readonly string[] {
  const actor = actorOf(row)
  const [first, second] = actor === row.b ? [row.b, row.a] : [row.a, row.b]
  const onDay = (told: string): string => `${told.length === 10 ? 'on' : 'in'} ${dayInWords(told)}`
  const words = {
    ...{ a: nameOf(first), b: nameOf(second), land: row.name ?? '', year: row.start_told.slice(0, 4) },
    ...{ on: onDay(row.start_told), until: row.end_told === null ? '' : onDay(row.end_told) },
  }
  return acts
    .filter(({ of }) => of.test(`${row.kind} ${row.form}`))
    .filter(({ isOpen }) => isOpen !== true || row.end_told === null)
    .filter(
      ({ directed, needsEnd }) =>
        (directed !== true || actor !== undefined) && (needsEnd === undefined || needsEnd.test(row.ended_by ?? '')),
    )
    .flatMap(({ write }) => write.map((one) => one(words)))
    .map((text) => `${text[0]!.toUpperCase()}${text.slice(1)}`)
}
