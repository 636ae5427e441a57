type Id = string | number

interface Batch {
  readonly waiting: Set<Id>
  readonly answers: unknown[]
  readonly write: (answers: readonly unknown[]) => void
}

/** The only revision of the protocol that has batches. */
const batchRevision = '2025-03-26'

/** Collects responses to JSON-RPC batches: the responses to requests that came in one array are sent back in one array. */
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
   * @param messages   the valid messages of the batch
   * @param answers   error responses to the entries that are not valid messages
   * @param write   sends the responses when they are complete
   */
  open(messages: readonly unknown[], answers: readonly unknown[], write: (answers: readonly unknown[]) => void): void {
    const waiting = new Set(messages.flatMap(idOf))
    if (waiting.size > 0) this.#open.add({ waiting, answers: [...answers], write })
    else if (answers.length > 0) write(answers)
  }

  /** Returns an outgoing message if it can be sent now; undefined if it is a response that will be sent with its batch. */
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

  /** Makes a batch no longer wait for a request that this message cancels, as a cancelled request gets no response. */
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

/** Returns the id of a request; empty for notifications and responses. */
function idOf(message: unknown): Id[] {
  const { id, method } = message as { readonly id?: Id; readonly method?: string }
  return id === undefined || method === undefined ? [] : [id]
}
