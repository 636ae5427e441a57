import type { Estimate, Known } from '../../store/index.ts'
import { isKnown } from '../../store/index.ts'
import type { DomainAssessment, DomainInputs, Item } from '../forms/assessment.ts'
import type { DomainId } from '../forms/domains.ts'
import { lastDay } from '../forms/ledger-check.ts'
import type { LedgerItem } from '../forms/ledger-item.ts'
import { unknown, unknownDomain } from '../forms/unknown.ts'
import { counted } from '../forms/wording.ts'

/** A domain and the ledger items that belong to it. */
export interface LedgerDomain {
  readonly id: DomainId
  readonly title: string
  /** Kinds of ledger items in this domain. */
  readonly kinds: readonly LedgerItem['kind'][]
  /** The subject of the items, as used in a sentence: `arms`, `technology`. */
  readonly on: string
  /** The leading figure where none is available. */
  readonly lead: { readonly label: string; readonly unit: string }
  /** Why no figure is available, worded to end a sentence. */
  readonly reason: string
  readonly wouldFill: string
}

/** A domain's results from the snapshot tables. */
export interface TableFindings {
  /** Levels first; empty where the snapshot has no data on the pair. */
  readonly estimates: readonly Estimate[]
  readonly sentences: readonly string[]
  readonly items: readonly Item[]
  readonly notes: readonly string[]
}

/**
 * Builds a domain from figures and from the dated items of the pair's ledger. Without figures, the leading estimate is
 * unknown and names the data that would supply it. The domain is then observed through its ledger items, or unknown if
 * there are none.
 */
export function ledgerDomain(
  bench: DomainInputs,
  about: LedgerDomain,
  found: TableFindings,
  counts: readonly Known[] = [],
): DomainAssessment {
  const { id, title, kinds, on, lead, reason, wouldFill } = about
  const { to } = bench.dyad
  const items = ledgerItems(bench, kinds)
  const leading = found.estimates.find(isKnown)
  if (leading === undefined && items.length === 0) {
    const seen = found.estimates.length === 0 ? [] : found.estimates
    const plain = unknownDomain(id, title, to, `${reason}${emptyLedger(bench, on)}`, wouldFill)
    return { ...plain, estimates: [...plain.estimates, ...seen], notes: found.notes }
  }
  const blank = unknown({ id, label: lead.label, unit: lead.unit, period: to }, reason, wouldFill)
  return {
    id,
    title,
    state: leading === undefined ? 'observed' : leading.state,
    summary: [...found.sentences, ...(counts.length === 0 ? itemSentences(items, on) : [])].join(' '),
    estimates: [...(leading === undefined ? [blank] : []), ...found.estimates, ...counts],
    items: [...found.items, ...items.map(eventOf)],
    notes: [
      ...found.notes,
      ...(leading === undefined && counts.length === 0 ? [`No figure is held: ${reason} What would tell: ${wouldFill}`] : []),
      ...(items.length === 0 ? [] : [ledgerNote(bench)]),
    ],
    wouldFill,
  }
}

/** Writes the note on what ledger items are and where the ledger ends. */
function ledgerNote({ ledger, dyad }: DomainInputs): string {
  const end = ledger !== undefined && dyad.to > ledger.to ? ` The ledger ends on ${ledger.to}.` : ''
  return `Items of the ledger are dated facts that a reviewer chose and sourced; + speaks for a closer tie, − against it. They do not add up to a measure.${end}`
}

/**
 * Returns the ledger items of these kinds on or before the last day, newest first. If that day precedes the ledger's last day, items with
 * a sentence that mentions later years are left out.
 */
export function ledgerItems(bench: DomainInputs, kinds: readonly LedgerItem['kind'][]): LedgerItem[] {
  const { ledger, dyad } = bench
  if (ledger === undefined) return []
  const past = dyad.to < ledger.to
  return ledger.items
    .filter((item) => kinds.includes(item.kind) && lastDay(item.date) <= dyad.to && !(past && tellsLater(item.sentence, dyad.to)))
    .sort((x, y) => (lastDay(y.date) < lastDay(x.date) ? -1 : lastDay(y.date) > lastDay(x.date) ? 1 : x.id < y.id ? -1 : 1))
}

function tellsLater(sentence: string, to: string): boolean {
  return (sentence.match(/\b(19|20)\d\d\b/g) ?? []).some((year) => year > to.slice(0, 4))
}

/** Converts a ledger item into a domain item. */
export function eventOf(item: LedgerItem): Item {
  const told = item.sources.map(({ publisher, title, date }) => [publisher, title, date].filter((part) => part !== null).join(', '))
  return {
    kind: 'event',
    date: item.date,
    text: item.sentence,
    source: 'ledger',
    citation: told.join('; '),
    address: item.sources[0]!.url,
    direction: item.direction,
    confidence: item.confidence,
  }
}

/** Summarises the items: how many, how many of them adverse to closer ties, and the newest. */
function itemSentences(items: readonly LedgerItem[], on: string): string[] {
  if (items.length === 0) return []
  const against = items.filter((item) => item.direction === 'contradicts')
  const years = items.map((item) => item.date.slice(0, 4)).sort()
  const span = years[0] === years.at(-1) ? years[0] : `${years[0]} to ${years.at(-1)}`
  const some = against.length === items.length ? '' : `${against.length} of them `
  const split = against.length === 0 ? '' : `, ${some}against a closer tie`
  const first = `The ledger of this pair has ${counted(items.length, 'item', 'items')} on ${on} of ${span}${split}.`
  return [`${first} The latest (${items[0]!.date}): ${items[0]!.sentence}`]
}

function emptyLedger(bench: DomainInputs, on: string): string {
  const { ledger, dyad } = bench
  if (ledger === undefined || dyad.to < ledger.from) return ''
  return ` The ledger of this pair, ${ledger.from} to ${ledger.to}, has no item on ${on} by ${dyad.to}.`
}
