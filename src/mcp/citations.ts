import type { Context, Input } from '../operations/request/operation.ts'
import { findRecord, manifestOf } from '../operations/storage/record.ts'

/** The citation of a source. */
export interface CitedSource {
  readonly id: string
  readonly citation: string
  readonly vintage: string
  readonly licence: { readonly id: string }
}

/** Sources that an answer may cite: those whose cards it contains, and those of the record it used. */
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

/** Some answers hold the licence as an object, some only its id. */
interface SourceLikeCard extends Omit<CitedSource, 'licence'> {
  readonly licence: CitedSource['licence'] | string
}

function ownCards(answer: unknown): CitedSource[] {
  const { sources } = answer as { sources?: unknown }
  if (!Array.isArray(sources)) return []
  const cards = sources.filter((one): one is SourceLikeCard => typeof one?.citation === 'string' && one?.licence !== undefined)
  return cards.map((card) => ({ ...card, licence: typeof card.licence === 'string' ? { id: card.licence } : card.licence }))
}

/** Entries searched per list: the first ones of a long list cite the same sources as the rest. */
const most = 200

/** The ids of sources that an answer refers to, as `source` or as the `id` of a card. */
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
