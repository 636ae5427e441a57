import type { Context, Input } from '../operations/asked/operation.ts'
import { findRecord, manifestOf } from '../operations/kept/record.ts'

/** What is cited of a source. */
export interface Cited {
  readonly id: string
  readonly citation: string
  readonly vintage: string
  readonly licence: { readonly id: string }
}

/** The sources that an answer may name: those whose cards stand in it, and those of the record that the question rests on. */
export async function citable(answer: unknown, input: Input, context: Pick<Context, 'env' | 'today'>): Promise<readonly Cited[]> {
  const cards = [...ownCards(answer), ...(await ofRecord(input, context))]
  return [...new Map(cards.map((card) => [card.id, card])).values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}

async function ofRecord(input: Input, context: Pick<Context, 'env' | 'today'>): Promise<readonly Cited[]> {
  try {
    const { directory } = await findRecord(input, context)
    return (await manifestOf(directory)).sources
  } catch {
    // the question was answered without a record
    return []
  }
}

/** Some answers give the licence as a card, some by its id alone. */
interface Card extends Omit<Cited, 'licence'> {
  readonly licence: Cited['licence'] | string
}

function ownCards(answer: unknown): Cited[] {
  const { sources } = answer as { sources?: unknown }
  if (!Array.isArray(sources)) return []
  const cards = sources.filter((one): one is Card => typeof one?.citation === 'string' && one?.licence !== undefined)
  return cards.map((card) => ({ ...card, licence: typeof card.licence === 'string' ? { id: card.licence } : card.licence }))
}

/** Entries of one list that are looked through: what a long list rests on stands in its beginning too. */
const most = 200

/** The sources that an answer names: as `source`, or as the `id` of a card. */
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
