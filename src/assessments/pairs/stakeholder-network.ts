import { nameOn, stateOf } from '../../states/index.ts'
import { firstDay } from '../forms/ledger-check.ts'
import type { Actor, Ledger, LedgerItem } from '../forms/ledger-item.ts'

/** A state, bloc, organisation or person named in the ledger of a pair. */
export interface Stakeholder {
  /** ISO3 code of a state, otherwise the name; unique in the network. */
  readonly id: string
  readonly name: string
  readonly kind: Actor['kind']
  /**
   * ISO3 code of the state that it belongs to. A state belongs to itself; null for a bloc or international body, which belongs to none.
   */
  readonly of: string | null
  /** Most frequent first. */
  readonly roles: readonly string[]
  /** Dates of the first and the last item that names the stakeholder. */
  readonly first: string
  readonly last: string
  readonly items: readonly string[]
}

/** Two stakeholders named by the same items, or a stakeholder and its state. */
export interface StakeholderLink {
  readonly from: string
  readonly to: string
  readonly kind: 'named together' | 'belongs to'
  readonly items: readonly string[]
}

export interface Stakeholders {
  readonly a: string
  readonly b: string
  readonly nodes: readonly Stakeholder[]
  readonly links: readonly StakeholderLink[]
}

/**
 * Makes the stakeholder network of a pair: who the ledger names until a day, and together with whom.
 *
 * Nodes are ordered by the number of items, then by id. Links between a stakeholder and its state come first, then links between stakeholders named together;
 * both start with the most items. Being named together does not mean acting together: an item may name a stakeholder that objects.
 *
 * @param day   YYYY-MM-DD; later items are left out
 */
export function stakeholdersOf(ledger: Ledger, day: string): Stakeholders {
  const items = ledger.items.filter((item) => firstDay(item.date) <= day)
  const named = new Map<string, { actor: Actor; items: LedgerItem[]; roles: string[] }>()
  for (const item of items) {
    for (const actor of item.actors) {
      const found = named.get(keyOf(actor)) ?? { actor, items: [], roles: [] }
      if (!found.items.includes(item)) found.items.push(item)
      found.roles.push(actor.role)
      named.set(keyOf(actor), found)
    }
  }
  const nodes = [...named.values()].map(({ actor, items: own, roles }) => nodeOf(actor, own, roles, day)).sort(byWeight)
  const links = [...belonging(nodes), ...together(items)]
  return { a: ledger.a, b: ledger.b, nodes, links }
}

function keyOf(actor: Actor): string {
  return actor.name
}

function nodeOf(actor: Actor, items: readonly LedgerItem[], roles: readonly string[], day: string): Stakeholder {
  const dates = items.map((item) => item.date).sort()
  const state = actor.kind === 'state' ? stateOf(actor.name) : undefined
  return {
    id: actor.name,
    name: state === undefined ? actor.name : nameOn(state, day),
    kind: actor.kind,
    of: actor.kind === 'state' ? actor.name : actor.of,
    roles: byFrequency(roles),
    first: dates[0]!,
    last: dates.at(-1)!,
    items: items.map((item) => item.id),
  }
}

function byFrequency(words: readonly string[]): string[] {
  const found = new Map<string, { word: string; count: number }>()
  for (const word of words) {
    // the same role, with or without a capital
    const key = word.toLowerCase()
    found.set(key, { word: found.get(key)?.word ?? word, count: (found.get(key)?.count ?? 0) + 1 })
  }
  return [...found.values()].sort((p, q) => q.count - p.count || (p.word < q.word ? -1 : 1)).map(({ word }) => word)
}

function byWeight(p: Stakeholder, q: Stakeholder): number {
  return q.items.length - p.items.length || (p.id < q.id ? -1 : 1)
}

function belonging(nodes: readonly Stakeholder[]): StakeholderLink[] {
  const states = new Set(nodes.filter((node) => node.kind === 'state').map((node) => node.id))
  return nodes
    .filter((node) => node.kind !== 'state' && node.of !== null && states.has(node.of))
    .map((node) => ({ from: node.id, to: node.of!, kind: 'belongs to', items: node.items }))
}

function together(items: readonly LedgerItem[]): StakeholderLink[] {
  const found = new Map<string, { from: string; to: string; items: string[] }>()
  for (const item of items) {
    const names = [...new Set(item.actors.map(keyOf))].sort()
    for (const [i, from] of names.entries()) {
      for (const to of names.slice(i + 1)) {
        const key = `${from}\n${to}`
        const link = found.get(key) ?? { from, to, items: [] }
        link.items.push(item.id)
        found.set(key, link)
      }
    }
  }
  return [...found.values()]
    .map((link) => ({ ...link, kind: 'named together' as const }))
    .sort((p, q) => q.items.length - p.items.length || (`${p.from} ${p.to}` < `${q.from} ${q.to}` ? -1 : 1))
}
