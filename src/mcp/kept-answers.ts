import { createHash } from 'node:crypto'
import type { Format, Input, Operation } from '../operations/asked/operation.ts'

/** An answer that was given: what was asked, and the answer as long as it is held. */
export interface KeptAnswer {
  readonly tag: string
  readonly operation: Operation
  readonly input: Input
  /** A text that was given in place of a file. */
  readonly text: string | undefined
  readonly today: string
  readonly given: string
  result: unknown
}

type Asked = Pick<KeptAnswer, 'operation' | 'input' | 'text' | 'today'>

/**
 * The answers of one process. All stay listed; the last few are held, and an older one is worked out anew when it is read: the same question on the same record has the
 * same answer. What wrote something is always held, as it must not be asked twice.
 *
 * @example new KeptAnswers(3).list()   // []
 */
export class SessionAnswers {
  readonly #kept = new Map<string, KeptAnswer>()
  readonly #held: number

  /** @param held   how many whole answers are held */
  constructor(held: number) {
    this.#held = held
  }

  /** Keeps an answer and hands it out with its tag: the same question has the same. */
  keep(asked: Asked, result: unknown, given: string): KeptAnswer {
    const tag = tagOf(asked)
    const kept = { ...asked, tag, result, given }
    this.#kept.delete(tag)
    this.#kept.set(tag, kept)
    const held = [...this.#kept.values()].filter((one) => one.result !== undefined && !writes(one))
    for (const one of held.slice(0, Math.max(0, held.length - this.#held))) one.result = undefined
    return kept
  }

  get(tag: string): KeptAnswer | undefined {
    return this.#kept.get(tag)
  }

  /** The newest first. */
  list(): readonly KeptAnswer[] {
    return [...this.#kept.values()].reverse()
  }
}

/** Whether a question, as it was asked, writes to the caller's store. */
function writes({ operation, input }: Pick<KeptAnswer, 'operation' | 'input'>): boolean {
  return operation.writes === true || operation.parameters.some((parameter) => parameter.writes === true && input[parameter.name] === true)
}

/** The forms in which an answer can be read, each with its media type: the telling ones first. */
export const mediaTypes: Readonly<Record<Format, string>> = {
  ...{ md: 'text/markdown', table: 'text/plain', json: 'application/json', csv: 'text/csv' },
  ...{ html: 'text/html', zip: 'application/zip', dot: 'text/vnd.graphviz', graphml: 'application/graphml+xml' },
}

/** The address of an answer in a form. */
export function answerUri(tag: string, format: Format): string {
  return `visavis://answers/${tag}.${format}`
}

function tagOf({ operation, input, text, today }: Asked): string {
  const asked = JSON.stringify([operation.name, Object.entries(input).sort(), text, today])
  return `${operation.name.replaceAll(' ', '-')}-${createHash('sha256').update(asked).digest('hex').slice(0, 12)}`
}
