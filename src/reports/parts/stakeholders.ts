import { counted } from '../../assessments/forms/wording.ts'
import type { Stakeholder, StakeholderLink, Stakeholders } from '../../assessments/pairs/stakeholder-network.ts'
import { csv } from '../text/csv.ts'
import { type Column, textTable, wrap } from '../text/table.ts'

/** The answer of `visavis stakeholders`. */
export interface StakeholdersAnswer extends Stakeholders {
  readonly schemaVersion: 1
  readonly reviewed: string
  readonly to: string
}

/** Largest numbers of names and of links shown in text; the other formats have all. */
const mostNodes = 40
const mostLinks = 15

const nodeColumns: readonly Column[] = [
  { title: 'name' },
  { title: 'kind' },
  { title: 'of' },
  { title: 'items', align: 'right' },
  { title: 'first' },
  { title: 'last' },
  { title: 'roles' },
]
const linkColumns: readonly Column[] = [{ title: 'named together' }, { title: 'with' }, { title: 'items', align: 'right' }]

/** Writes the actors named in the ledger, the most often named first, then the pairs named together, without the two states themselves. */
export function stakeholdersText(answer: StakeholdersAnswer): string {
  const { a, b, to, reviewed, nodes } = answer
  const ties = tiesOf(answer)
  return [
    `${a} and ${b}: ${counted(nodes.length, 'name', 'names')} in the ledger up to ${to}, reviewed on ${reviewed}`,
    '',
    textTable(nodeColumns, nodes.slice(0, mostNodes).map(nodeRow)),
    ...more(nodes.length - mostNodes),
    '',
    textTable(
      linkColumns,
      ties.slice(0, mostLinks).map((link) => linkRow(link, nodes)),
    ),
    ...more(ties.length - mostLinks),
    '',
    wrap('Being named together is not acting together: an item may name one who objects.', 110),
  ].join('\n')
}

function nodeRow({ name, kind, of, items, first, last, roles }: Stakeholder): string[] {
  return [name, kind, kind === 'state' ? '' : (of ?? ''), String(items.length), first, last, roles.slice(0, 2).join('; ')]
}

function linkRow(link: StakeholderLink, nodes: readonly Stakeholder[]): string[] {
  const named = (id: string): string => nodes.find((node) => node.id === id)?.name ?? id
  return [named(link.from), named(link.to), String(link.items.length)]
}

/** Says which names and ties the table leaves out; empty if it shows all. */
export function stakeholdersLeftOut(answer: StakeholdersAnswer): string[] {
  const parts = [
    { what: 'names', shown: mostNodes, total: answer.nodes.length },
    { what: 'ties', shown: mostLinks, total: tiesOf(answer).length },
  ]
  return parts
    .filter(({ shown, total }) => shown < total)
    .map(({ what, shown, total }) => `${shown} of ${total} ${what} are shown; --json has all.`)
}

function tiesOf({ a, b, links }: StakeholdersAnswer): StakeholderLink[] {
  return links.filter((link) => link.kind === 'named together' && ![link.from, link.to].some((id) => id === a || id === b))
}

function more(count: number): string[] {
  return count > 0 ? [`… and ${count.toLocaleString('en-US')} more (--json, --format csv)`] : []
}

/** Writes the actors named in the ledger as CSV, one row each. */
export function stakeholdersCsv({ nodes }: Stakeholders): string {
  const header = ['id', 'name', 'kind', 'of', 'roles', 'first', 'last', 'items']
  return csv(
    header,
    nodes.map((node) => [node.id, node.name, node.kind, node.of, node.roles.join(' | '), node.first, node.last, node.items.length]),
  )
}

/** Writes the links between actors as CSV, one row each. */
export function stakeholderLinksCsv({ links }: Stakeholders): string {
  return csv(
    ['from', 'to', 'kind', 'items'],
    links.map(({ from, to, kind, items }) => [from, to, kind, items.length]),
  )
}
