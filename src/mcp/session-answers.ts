import { createHash } from 'node:crypto'
import type { Format, Input, Operation } from '../operations/request/operation.ts'

/** An answer of this session: the request, and the result; the result is undefined if it is no longer in memory. */
export interface SessionAnswer {
  readonly tag: string
  readonly operation: Operation
  readonly input: Input
  /** Text sent in place of a file. */
  readonly text: string | undefined
  readonly today: string
  /** When the answer was given. */
  readonly given: string
  result: unknown
}

type SessionRequest = Pick<SessionAnswer, 'operation' | 'input' | 'text' | 'today'>

/**
 * The answers of one session. All stay listed, but only the last few stay in memory. An older answer is computed again when it is read, which
 * gives the same answer on the same record. The answer of an operation that wrote to the store stays in memory, as the operation must not run
 * twice.
 *
 * @example new SessionAnswers(3).list()   // []
 */
export class SessionAnswers {
  readonly #kept = new Map<string, SessionAnswer>()
  readonly #held: number

  /**
   * @param held   number of answers kept in memory
   */
  constructor(held: number) {
    this.#held = held
  }

  /** Stores an answer under its tag; the same request has the same tag. */
  keep(asked: SessionRequest, result: unknown, given: string): SessionAnswer {
    const tag = answerTag(asked)
    const kept = { ...asked, tag, result, given }
    this.#kept.delete(tag)
    this.#kept.set(tag, kept)
    const held = [...this.#kept.values()].filter((one) => one.result !== undefined && !writes(one))
    for (const one of held.slice(0, Math.max(0, held.length - this.#held))) one.result = undefined
    return kept
  }

  get(tag: string): SessionAnswer | undefined {
    return this.#kept.get(tag)
  }

  /** Returns all answers, newest first. */
  list(): readonly SessionAnswer[] {
    return [...this.#kept.values()].reverse()
  }
}

/** Whether a request writes to the user's store. */
function writes({ operation, input }: Pick<SessionAnswer, 'operation' | 'input'>): boolean {
  return operation.writes === true || operation.parameters.some((parameter) => parameter.writes === true && input[parameter.name] === true)
}

/** The media type of each format. */
export const mediaTypes: Readonly<Record<Format, string>> = {
  ...{ md: 'text/markdown', table: 'text/plain', full: 'text/plain', json: 'application/json', csv: 'text/csv' },
  jsonl: 'application/x-ndjson',
  ...{ html: 'text/html', zip: 'application/zip', dot: 'text/vnd.graphviz', graphml: 'application/graphml+xml' },
  ...{ parquet: 'application/vnd.apache.parquet', dta: 'application/x-stata-dta' },
}

/** Returns the resource URI of an answer in a format. */
export function answerUri(tag: string, format: Format): string {
  return `visavis://answers/${tag}.${format}`
}

function answerTag({ operation, input, text, today }: SessionRequest): string {
  const asked = JSON.stringify([operation.name, Object.entries(input).sort(), text, today])
  return `${operation.name.replaceAll(' ', '-')}-${createHash('sha256').update(asked).digest('hex').slice(0, 12)}`
}
