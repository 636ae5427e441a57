import { counted, joinedWords } from '../../assessments/forms/wording.ts'
import type { Stakeholder, Stakeholders } from '../../assessments/pairs/stakeholder-network.ts'
import { type NetworkLayout, networkLayout, type PlacedNode } from '../parts/network-layout.ts'
import { html, type Markup } from '../text/html-markup.ts'
import type { Chart } from './chart-frame.ts'

/** Draws the actors named in the ledger, grouped by side, with links between those named in the same items. */
export function networkChart(network: Stakeholders, names: readonly [a: string, b: string]): Chart {
  const layout = networkLayout(network)
  const more = layout.left === 0 ? '' : ` ${counted(layout.left, 'more is', 'more are')} in the table.`
  return {
    id: 'chart-network',
    title: `Whom the ledger of ${names[0]} and ${names[1]} names`,
    description: words(network, layout),
    width: 720,
    height: layout.height,
    body: html`${layout.links.map(({ link, from, to }) => drawnLink(from, to, link.items.length))}${layout.placed.map(drawnNode)}`,
    key: html`Square: state. Diamond: bloc. Triangle: organisation. Disc: person. Figures: items that name it. A line joins two that the same items name, thicker for more; those of the two states themselves are left out. Being named together is not acting together.${more}`,
    data: {
      name: `${network.a}-${network.b}-stakeholders`,
      columns: [
        { title: 'name' },
        { title: 'kind' },
        { title: 'of' },
        { title: 'roles' },
        { title: 'items', align: 'right' },
        { title: 'first' },
        { title: 'last' },
      ],
      rows: network.nodes.map((node) => [
        node.name,
        node.kind,
        node.of ?? '',
        node.roles.slice(0, 3).join('; '),
        node.items.length,
        node.first,
        node.last,
      ]),
    },
  }
}

function drawnLink(from: PlacedNode, to: PlacedNode, count: number): Markup {
  const bend = (to.x - from.x) / 3
  return html`<path class="link" stroke-width="${0.5 + Math.log2(count)}" d="M${from.x} ${from.y}C${from.x + bend} ${from.y} ${to.x - bend} ${to.y} ${to.x} ${to.y}"/>`
}

function drawnNode({ node, column, x, y }: PlacedNode): Markup {
  const text = `${short(node.name, column === 'middle' ? 44 : 32)} ${node.items.length}`
  const at = { a: [x - 11, 'end'], middle: [x, 'middle'], b: [x + 11, 'start'] } as const
  const [place, anchor] = at[column]
  return html`${shape(node, x, y)}<text class="node" x="${place}" y="${column === 'middle' ? y + 15 : y + 3.5}" text-anchor="${anchor}">${text}</text>
`
}

function shape(node: Stakeholder, x: number, y: number): Markup {
  const r = Math.min(8, 3 + Math.sqrt(node.items.length) / 2)
  const title = html`<title>${node.name}, ${node.kind}: ${node.roles.slice(0, 3).join('; ')}; ${node.items.length} items, ${node.first} to ${node.last}</title>`
  switch (node.kind) {
    case 'state':
      return html`<rect class="node-state" x="${x - r}" y="${y - r}" width="${2 * r}" height="${2 * r}">${title}</rect>`
    case 'bloc':
      return html`<path class="node-bloc" d="M${x} ${y - r - 1}L${x + r + 1} ${y}L${x} ${y + r + 1}L${x - r - 1} ${y}Z">${title}</path>`
    case 'organisation':
      return html`<path class="node-organisation" d="M${x} ${y - r}L${x + r} ${y + r}H${x - r}Z">${title}</path>`
    case 'person':
      return html`<circle class="node-person" cx="${x}" cy="${y}" r="${r}">${title}</circle>`
  }
}

/** Shortens a name for the drawing; the table has the full name. */
function short(name: string, most: number): string {
  return name.length <= most ? name : `${name.slice(0, most - 1).trimEnd()}…`
}

function words({ nodes }: Stakeholders, { links }: NetworkLayout): string {
  const most = nodes.filter((node) => node.kind !== 'state').slice(0, 5)
  const strongest = [...links].filter(({ from, to }) => from.node.kind !== 'state' && to.node.kind !== 'state').slice(0, 3)
  const together = strongest.map(({ from, to, link }) => `${from.node.name} with ${to.node.name} (${link.items.length})`)
  return `${counted(nodes.length, 'name', 'names')}. Most often named beside states: ${joinedWords(most.map((node) => `${node.name} (${node.items.length})`))}.${together.length === 0 ? '' : ` Most often named together across columns: ${joinedWords(together)}.`}`
}
