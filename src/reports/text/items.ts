import type { Item } from '../../assessments/index.ts'
import { grouped } from '../../assessments/rows/grouped.ts'
import { wrap } from './table.ts'

/** Headings of the lists of items, by kind of item. */
export const itemTitles: Readonly<Record<Item['kind'], string>> = {
  vote: 'opposing votes',
  membership: 'shared memberships',
  treaty: 'treaties',
  regime: 'regimes in force',
  report: 'reports of the last ten years on record',
  figure: 'figures by year',
  order: 'orders and deliveries',
  event: 'dated events',
  conflict: 'armed conflicts',
  relation: 'relations by day',
  claim: 'territorial claims',
}

const newestFirst: ReadonlySet<Item['kind']> = new Set(['vote', 'figure', 'order', 'event', 'conflict', 'relation', 'claim'])

/** Largest number of items shown per kind in text; the JSON has all. */
const most = 12

/** Writes items grouped by kind, each list under its heading. */
export function itemsText(items: readonly Item[], width: number): string[] {
  const lists = [...grouped(items, (item) => item.kind)].flatMap(([kind, group]) => {
    const ordered = kind === 'report' ? [...group].reverse() : group
    const more = ordered.length > most ? [`    … and ${ordered.length - most} more (--json has all)`] : []
    const title = `  ${itemTitles[kind as Item['kind']]}${newestFirst.has(kind as Item['kind']) ? ', latest first' : ''}`
    return ['', title, ...ordered.slice(0, most).map((item) => wrap(line(item), width, '    ')), ...more]
  })
  return lists.length === 0 ? [] : [...lists, '']
}

function line(item: Item): string {
  if (item.kind === 'event')
    return `${item.date} ${directionSign(item)} ${item.text}${doubt(item)} (${publisher(item)}${distanceWords(item)})`
  return item.kind === 'vote' ? `${item.date}  ${item.text}` : item.text
}

/** Writes all items as Markdown list entries; an event links to the text that reports it. */
export function itemsMarkdown(items: readonly Item[]): string[] {
  return items.map((item) => {
    if (item.kind !== 'event') return `- ${item.kind === 'vote' ? `${item.date}: ` : ''}${item.text}`
    const link = item.address === undefined ? publisher(item) : `[${publisher(item)}](${item.address})`
    return `- ${item.date} ${directionSign(item)} ${item.text}${doubt(item)} (${link}${distanceWords(item)})`
  })
}

/** Returns − for an event that is evidence against a closer tie, else +. */
export function directionSign(item: Item): string {
  return item.direction === 'contradicts' ? '−' : '+'
}

/**
 * Describes how far an exercise was from the capitals; empty if no place is known. Distances are rounded to tens of kilometres, as a place
 * stands for an area.
 */
export function distanceWords({ where }: Item): string {
  if (where === undefined) return ''
  return `; ${where.from.map(({ capital, km }) => `${(Math.round(km / 10) * 10).toLocaleString('en-US')} km from ${capital}`).join(', ')}`
}

function doubt(item: Item): string {
  return item.confidence === 'low' ? ' (low confidence)' : ''
}

/** Names the publisher of the first text that reports an event; without a citation, the source. */
function publisher(item: Item): string {
  return item.citation?.split(', ')[0] ?? item.source
}
