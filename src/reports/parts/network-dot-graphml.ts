import type { Stakeholders } from '../../assessments/pairs/stakeholder-network.ts'
import { html } from '../text/html-markup.ts'

const shapes = { state: 'box', bloc: 'diamond', organisation: 'triangle', person: 'ellipse' } as const

/** Writes the network as an undirected Graphviz graph; a dashed line shows which state an actor belongs to. */
export function networkDot({ nodes, links, a, b }: Stakeholders): string {
  return [
    `graph ${quoted(`${a}-${b}`)} {`,
    '  overlap=false; splines=true; node [fontname="sans-serif"];',
    ...nodes.map(
      ({ id, name, kind, items }) =>
        `  ${quoted(id)} [label=${quoted(`${name} (${items.length})`)}, shape=${shapes[kind]}, items=${items.length}];`,
    ),
    ...links.map(({ from, to, kind, items }) => {
      const style = kind === 'belongs to' ? 'style=dashed' : `weight=${items.length}, penwidth=${Math.log2(items.length + 1).toFixed(2)}`
      return `  ${quoted(from)} -- ${quoted(to)} [kind=${quoted(kind)}, items=${items.length}, ${style}];`
    }),
    '}',
    '',
  ].join('\n')
}

function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&').replace(/\p{Cc}/gu, ' ')}"`
}

const keys = [
  ['name', 'node', 'string'],
  ['kind', 'node', 'string'],
  ['of', 'node', 'string'],
  ['roles', 'node', 'string'],
  ['first', 'node', 'string'],
  ['last', 'node', 'string'],
  ['items', 'node', 'int'],
  ['tie', 'edge', 'string'],
  ['weight', 'edge', 'double'],
] as const

/** Writes the network as undirected GraphML with all attributes. */
export function networkGraphml({ nodes, links, a, b }: Stakeholders): string {
  const given = (key: string, value: string | number | null) =>
    value === null ? undefined : html`<data key="${key}">${String(value)}</data>`
  return html`<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
${keys.map(([name, what, type]) => html`<key id="${name}" for="${what}" attr.name="${name}" attr.type="${type}"/>\n`)}<graph id="${a}-${b}" edgedefault="undirected">
${nodes.map(
  (
    node,
  ) => html`<node id="${node.id}">${given('name', node.name)}${given('kind', node.kind)}${given('of', node.of)}${given('roles', node.roles.join('; '))}${given('first', node.first)}${given('last', node.last)}${given('items', node.items.length)}</node>
`,
)}${links.map(
  (
    { from, to, kind, items },
    i,
  ) => html`<edge id="e${String(i)}" source="${from}" target="${to}">${given('tie', kind)}${given('weight', items.length)}</edge>
`,
)}</graph>
</graphml>
`.markup
}
