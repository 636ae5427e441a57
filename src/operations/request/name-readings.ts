import { AsyncLocalStorage } from 'node:async_hooks'
import type { ZodObject } from 'zod'
import type { NameReading } from '../../states/index.ts'
import type { Format, Operation, OperationImplementation } from './operation.ts'

/** The readings of names in the request under way, by the name as written. */
const underWay = new AsyncLocalStorage<Map<string, NameReading>>()

/** Notes how a name of the request under way was read, so that the answer says so. */
export function noteNameReading(reading: NameReading): void {
  underWay.getStore()?.set(reading.asked, reading)
}

/** An answer that says how names were read, where they may be expected to mean another state. */
export interface WithReadings {
  readonly nameReadings?: readonly NameReading[]
}

/**
 * Returns the operation with answers that say how a name was read where it may be expected to mean another state: as `nameReadings` in JSON, at the
 * beginning of a text, and on stderr beside a form that has no place for sentences.
 */
export function sayingNameReadings(operation: Operation): Operation {
  return { ...operation, load: async () => withReadings(await operation.load(), (await import('zod')).z) }
}

function withReadings(work: OperationImplementation, z: typeof import('zod').z): OperationImplementation {
  const readings = z.array(z.strictObject({ asked: z.string(), readAs: z.string(), sentence: z.string() }))
  const field = readings
    .optional()
    .describe('names of former states, and of states that had another name at the time, with the state that each was read as')
  const brief = work.brief
  return {
    ...work,
    output: (work.output as ZodObject).extend({ nameReadings: field }),
    run: async (input, context) => {
      const noted = new Map<string, NameReading>()
      const answer = (await underWay.run(noted, () => work.run(input, context))) as object
      return noted.size === 0 ? answer : { ...answer, nameReadings: [...noted.values()] }
    },
    show: shownWithReadings(work.show),
    notes: (answer: never, format) => [...(work.notes?.(answer, format) ?? []), ...(hasSentences(format) ? [] : sentences(answer))],
    ...(brief === undefined ? {} : { brief: (answer: never) => prefixed(brief(answer), answer) }),
  }
}

function shownWithReadings(show: OperationImplementation['show']): OperationImplementation['show'] {
  const { table, md, html } = show
  return {
    ...show,
    ...(table === undefined ? {} : { table: adding(table, prefixed) }),
    ...(md === undefined ? {} : { md: adding(md, prefixed) }),
    ...(html === undefined ? {} : { html: adding(html, onPage) }),
  }
}

type Renderer = (answer: never) => string | Promise<string>

function adding(render: Renderer, place: (text: string, answer: WithReadings) => string): Renderer {
  return (answer) => {
    const text = render(answer)
    return typeof text === 'string' ? place(text, answer) : text.then((whole) => place(whole, answer))
  }
}

const hasSentences = (format: Format): boolean => ['table', 'md', 'html', 'json'].includes(format)

function sentences(answer: WithReadings): string[] {
  return (answer.nameReadings ?? []).map(({ sentence }) => sentence)
}

function prefixed(text: string, answer: WithReadings): string {
  const said = sentences(answer)
  return said.length === 0 ? text : `${said.join('\n')}\n\n${text}`
}

/** Puts the sentences below the first heading of a page. */
function onPage(page: string, answer: WithReadings): string {
  const said = sentences(answer).map((sentence) => `<p class="note">${sentence.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`)
  return said.length === 0 ? page : page.replace('</h1>', () => `</h1>${said.join('')}`)
}
