type Id = string | number

interface Batch {
  readonly waiting: Set<Id>
  readonly answers: unknown[]
  readonly write: (answers: readonly unknown[]) => void
}

/** The only protocol revision with batches. */
const batchRevision = '2025-03-26'

/** JSON-RPC batches: requests that came in one array, whose responses are sent back in one. */
export class Batches {
  #revision: string | undefined
  readonly #open = new Set<Batch>()

  /** Whether the negotiated revision has batches. */
  get areTaken(): boolean {
    return this.#revision === batchRevision
  }

  /**
   * Registers a batch before its requests are handled.
   *
   * @param answers   error responses to entries that are not valid messages
   */
  open(messages: readonly unknown[], answers: readonly unknown[], write: (answers: readonly unknown[]) => void): void {
    const waiting = new Set(messages.flatMap(idOf))
    if (waiting.size > 0) this.#open.add({ waiting, answers: [...answers], write })
    else if (answers.length > 0) write(answers)
  }

  /** What to send now for an outgoing message: the message itself, or undefined where its batch will contain it. */
  answered(line: string): string | undefined {
    if (this.#revision !== undefined && this.#open.size === 0) return line
    const message = JSON.parse(line) as {
      readonly id?: Id
      readonly method?: string
      readonly result?: { readonly protocolVersion?: string }
    }
    if (message.id === undefined || message.method !== undefined) return line
    this.#revision ??= message.result?.protocolVersion
    const batch = [...this.#open].find(({ waiting }) => waiting.has(message.id!))
    if (batch === undefined) return line
    batch.answers.push(message)
    batch.waiting.delete(message.id)
    if (batch.waiting.size === 0) this.#close(batch)
    return undefined
  }

  /** A cancelled request gets no response, so its batch does not wait for it. */
  calledOff(message: unknown): void {
    if (this.#open.size === 0) return
    const { method, params } = message as { readonly method?: string; readonly params?: { readonly requestId?: Id } }
    if (method !== 'notifications/cancelled' || params?.requestId === undefined) return
    for (const batch of this.#open) if (batch.waiting.delete(params.requestId) && batch.waiting.size === 0) this.#close(batch)
  }

  #close(batch: Batch): void {
    this.#open.delete(batch)
    batch.write(batch.answers)
  }
}

/** The id of a request; none for notifications and responses. */
function idOf(message: unknown): Id[] {
  const { id, method } = message as { readonly id?: Id; readonly method?: string }
  return id === undefined || method === undefined ? [] : [id]
}
