import type { ClaimPeriod } from './claim.ts'
import type { ActorMention } from './mention.ts'
import type { Topic } from './topics.ts'

/** What a sentence may leave out because an earlier one said it. */
export interface Context {
  /** Day of the document, as fine as it is known. */
  readonly date: string
  /** The two that the text is mostly about, most often named first; null where no two stand out. */
  readonly pair: readonly [string, string] | null
  /** Whether hardly anybody else is named. */
  readonly bilateral: boolean
  /** Who was spoken of last as the subject, and with whom. */
  readonly subject: string | null
  /** Pairs of the claims before, the last first. */
  readonly recent: readonly (readonly [string, string])[]
  /** The period that the text mostly speaks of; null where it names none. */
  readonly usual: ClaimPeriod | null
  readonly bloc: string | null
  readonly period: ClaimPeriod | null
  readonly topic: Topic | null
  /** The last thing that goes from one to another. */
  readonly flow: Topic | null
  /** Between whom it last went. */
  readonly sender: string | null
  readonly receiver: string | null
  /** To whom the last sender has sent so far. */
  readonly receivers: readonly string[]
  readonly source: string | null
  readonly share: { readonly sender: string; readonly receiver: string } | null
}

/** The context before the first sentence: whom the whole text names, and how often. */
export function openingContext(date: string, mentions: readonly ActorMention[], usual: ClaimPeriod | null, source: string | null): Context {
  const counts = new Map<string, number>()
  for (const { ids, form } of mentions)
    if (form !== 'leader') for (const id of ids) if (!regions.has(id)) counts.set(id, (counts.get(id) ?? 0) + 1)
  const order = [...counts].sort((a, b) => b[1] - a[1])
  const [first, second] = order
  const all = order.reduce((sum, [, n]) => sum + n, 0)
  const pair: Context['pair'] = first === undefined || second === undefined ? null : [first[0], second[0]]
  const bilateral = pair !== null && first![1] + second![1] >= 0.7 * all
  return {
    date,
    pair,
    bilateral,
    subject: null,
    recent: [],
    usual,
    bloc: null,
    period: null,
    topic: null,
    flow: null,
    sender: null,
    receiver: null,
    receivers: [],
    source,
    share: null,
  }
}

const regions: ReadonlySet<string> = new Set(['WLD', 'EUR', 'AFR', 'SSF'])

/** Whom a word for somebody named before means; nobody where that cannot be told. */
export function referent(mention: ActorMention, before: readonly ActorMention[], context: Context): readonly string[] {
  const named = before.filter((one) => one.ids.length > 0)
  switch (mention.rule) {
    case 'both':
      return named.length >= 2 ? [] : (pairOf(context) ?? [])
    case 'bloc':
      return context.bloc === null ? [] : [context.bloc]
    case 'state':
      return only(named.at(0)?.ids[0] ?? context.subject ?? context.pair?.[0])
    case 'other':
      return only(partnerOf(named[0]?.ids[0] ?? context.subject ?? undefined, context))
    default:
      return /^(?:its|their)$/i.test(textOf(mention)) ? only(named.at(-1)?.ids[0] ?? context.subject ?? undefined) : []
  }
}

const textOf = (mention: ActorMention & { readonly text?: string }): string => mention.text ?? (mention.rule === 'it' ? 'its' : '')
const only = (id: string | undefined): string[] => (id === undefined ? [] : [id])

/** The two last spoken of together, or the two of the text. */
export const pairOf = (context: Context): readonly [string, string] | null => context.recent[0] ?? context.pair

/** With whom one was spoken of last, or stands in the text. */
export function partnerOf(id: string | undefined, context: Context): string | undefined {
  for (const pair of [...context.recent, context.pair]) {
    if (pair === null || id === undefined) continue
    if (pair[0] === id) return pair[1]
    if (pair[1] === id) return pair[0]
  }
  return context.pair?.find((one) => one !== id)
}
