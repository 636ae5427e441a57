import type { StandardSchemaWithJSON } from '@modelcontextprotocol/server'
import { answerJson } from '../operations/request/answer-json.ts'
import { fencedAnswer, finishFences } from './fence.ts'
import type { UntrustedFields } from './untrusted-fields.ts'

/** What a tool returns as data beside its text. */
export interface StructuredAnswer extends Readonly<Record<string, unknown>> {
  /** The answer, with the fields of `visavis://schemas/{tool}`; long lists are cut, and what others wrote is fenced. */
  readonly answer: Readonly<Record<string, unknown>>
  /** How many entries were left out, by path: `claims[].evidence`; empty where the answer is whole. */
  readonly left: Readonly<Record<string, number>>
  /** Where the whole answer is, unfenced. */
  readonly uri: string
}

/** Most characters of the answer as JSON: about as many as of the text beside it, since some clients give an assistant both. */
const mostCharacters = 5000

/** Most characters of one text in it. */
const mostOfText = 1000

/** How many entries of the answer's own lists are kept, and of lists within their entries: the first pair by which the answer is short enough. */
const cuts = [
  ...[200, 100, 50].flatMap((own) => [200, 5, 2, 0].map((within) => [own, within] as const)),
  ...[20, 10, 5, 3, 2, 1, 0].map((own) => [own, 0] as const),
]

/** Most fields of an object that is kept at all where even an answer without lists is too long. */
const fewFields = 12

/**
 * Makes the data of a tool's result: the answer itself where it is short, else with its lists cut. The published schema of the whole is far too long to be
 * listed with every tool.
 *
 * @example structuredAnswer({ rows: [1, 2] }, { named: new Map() }, 'visavis://answers/a.json').answer   // { rows: [1, 2] }
 */
export function structuredAnswer(answer: unknown, fields: UntrustedFields, uri: string): StructuredAnswer {
  const left: Record<string, number> = {}
  const whole = JSON.parse(answerJson(cut(answer, cuts[0]!, left))) as unknown
  for (const limits of cuts) {
    const more: Record<string, number> = {}
    const shorter = cut(whole, limits, more)
    const isLast = limits === cuts.at(-1)
    if (!isLast && JSON.stringify(shorter).length > mostCharacters) continue
    const shown = isLast && JSON.stringify(shorter).length > mostCharacters ? withoutLargeParts(shorter, more) : shorter
    return { answer: finished(fencedAnswer(shown, fields)) as StructuredAnswer['answer'], left: summed(left, more), uri }
  }
  throw new RangeError('the last pair is always taken')
}

/** The schema that every tool publishes for it. The fields of `answer` are those of `visavis://schemas/{tool}`. */
export const structuredSchema: StandardSchemaWithJSON = {
  '~standard': {
    version: 1,
    vendor: 'visavis',
    validate: (value: unknown) => ({ value }),
    jsonSchema: {
      input: () => ({ type: 'object', required: ['answer', 'left', 'uri'] }),
      output: () => ({ type: 'object', required: ['answer', 'left', 'uri'] }),
    },
  },
}

function cut(value: unknown, [own, within]: readonly [own: number, within: number], left: Record<string, number>, path = ''): unknown {
  if (value === null || typeof value !== 'object') return value
  if (Symbol.iterator in value) {
    const most = path.includes('[]') ? within : own
    const kept: unknown[] = []
    let all = 0
    for (const one of value as Iterable<unknown>) if (all++ < most) kept.push(cut(one, [own, within], left, `${path}[]`))
    if (all > most) left[path] = (left[path] ?? 0) + all - most
    return kept
  }
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, cut(one, [own, within], left, path === '' ? name : `${path}.${name}`)]),
  )
}

/** Leaves out the objects of an answer that have many fields; their fields are counted. */
function withoutLargeParts(answer: unknown, left: Record<string, number>): unknown {
  const kept = Object.entries(answer as object).filter(([name, one]) => {
    const size = one === null || typeof one !== 'object' ? 0 : JSON.stringify(one).length
    if (size <= mostCharacters / fewFields) return true
    left[name] = (left[name] ?? 0) + Object.keys(one as object).length
    return false
  })
  return Object.fromEntries(kept)
}

function summed(one: Readonly<Record<string, number>>, other: Readonly<Record<string, number>>): Record<string, number> {
  const names = new Set([...Object.keys(one), ...Object.keys(other)])
  return Object.fromEntries([...names].map((name) => [name, (one[name] ?? 0) + (other[name] ?? 0)]))
}

/** Closes the fences of every text, and cuts texts that are too long. */
function finished(value: unknown): unknown {
  if (typeof value === 'string') return finishFences(value.length > mostOfText + 100 ? `${value.slice(0, mostOfText)} …` : value)
  if (Array.isArray(value)) return value.map(finished)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, finished(one)]))
}
