import type { Context, Input } from '../operations/request/operation.ts'
import { findRecord, manifestOf } from '../operations/storage/record.ts'

/** A source with its citation, edition and licence. */
export interface CitedSource {
  readonly id: string
  readonly citation: string
  readonly vintage: string
  readonly licence: { readonly id: string }
}

/** Returns the sources that an answer may cite: those whose cards it contains, and all sources of the record that it used. */
export async function citableSources(
  answer: unknown,
  input: Input,
  context: Pick<Context, 'env' | 'today'>,
): Promise<readonly CitedSource[]> {
  const cards = [...ownCards(answer), ...(await sourcesOfRecord(input, context))]
  return [...new Map(cards.map((card) => [card.id, card])).values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}

async function sourcesOfRecord(input: Input, context: Pick<Context, 'env' | 'today'>): Promise<readonly CitedSource[]> {
  try {
    const { directory } = await findRecord(input, context)
    return (await manifestOf(directory)).sources
  } catch {
    // the operation used no record
    return []
  }
}

/** A source card in an answer. Some answers give the licence as an object, some only as its id. */
interface SourceLikeCard extends Omit<CitedSource, 'licence'> {
  readonly licence: CitedSource['licence'] | string
}

function ownCards(answer: unknown): CitedSource[] {
  const { sources } = answer as { sources?: unknown }
  if (!Array.isArray(sources)) return []
  const cards = sources.filter((one): one is SourceLikeCard => typeof one?.citation === 'string' && one?.licence !== undefined)
  return cards.map((card) => ({ ...card, licence: typeof card.licence === 'string' ? { id: card.licence } : card.licence }))
}

/** Most entries searched in a list: the first entries of a long list cite the same sources as the rest. */
const most = 200

/** Returns the ids of the sources that an answer refers to, in fields named `source` or `id`. */
export function sourcesNamedIn(answer: unknown, ids: ReadonlySet<string>): Set<string> {
  const found = new Set<string>()
  const look = (value: unknown, key: string): void => {
    if (typeof value === 'string') {
      if ((key === 'source' || key === 'id') && ids.has(value)) found.add(value)
    } else if (Array.isArray(value)) {
      for (const one of value.slice(0, most)) look(one, key)
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, one] of Object.entries(value)) look(one, name)
    }
  }
  look(answer, '')
  return found
}
