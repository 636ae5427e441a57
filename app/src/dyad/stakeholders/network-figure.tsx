import { useMemo } from 'preact/hooks'
import type { Problem } from '../../../../src/server/answer-types.ts'
import { counted } from '../../../../src/server/wording.ts'
import { useAnswer } from '../../api/client.ts'
import { embedOfPair } from '../../embed/embed-of-pair.ts'
import type { FigureData } from '../../figures/figure-files.ts'
import { ChartFigure } from '../../figures/figure-frame.tsx'
import { isEmbed, route, setQuery } from '../../route.ts'
import { type Assessment, downloadSources, fileName } from '../assessment-values.ts'
import { forceLayout, type Network, type Stakeholder, visibleTies } from './network-layout.ts'
import { networkPicture } from './network-svg.ts'

type Spots = ReturnType<typeof forceLayout>

interface FoundNetwork {
  readonly found?: { readonly network: Network; readonly spots: Spots }
  readonly problem?: Problem | undefined
}

/** Asks who is named in the ledger by the day of the assessment. The layout is that of the whole ledger, so that nothing moves when the year changes. */
export function useNetwork({ a, b, to }: Assessment): FoundNetwork {
  const asked = { a: a.iso3, b: b.iso3 }
  const whole = useAnswer('stakeholders', asked).value
  // at the date of the record this is the same request as for the whole ledger
  const then = useAnswer('stakeholders', { ...asked, to: route.value.query['to'] === undefined ? undefined : to }).value
  const spots = useMemo(() => (whole.answer === undefined ? undefined : forceLayout(whole.answer)), [whole.answer])
  const problem = whole.problem ?? then.problem
  return spots === undefined || then.answer === undefined ? { problem } : { problem, found: { network: then.answer, spots } }
}

/** Returns the name that the address chooses; undefined if the network has none such. */
export function chosenName({ nodes }: Network): Stakeholder | undefined {
  const asked = route.value.query['who']
  return nodes.find(({ id }) => id === asked)
}

/** Chooses a name in the address; the one chosen already is chosen no longer. */
export function chooseName(id: string): void {
  setQuery({ who: id === route.peek().query['who'] ? undefined : id }, { replace: true })
}

/** What a name is in the ledger: roles, number of items and their days. */
export const namedWords = ({ roles, items, first, last }: Stakeholder): string =>
  `${roles.join('; ')}. Named in ${counted(items.length, 'item', 'items')}, ${first} to ${last}.`

interface NetworkFigureProps {
  readonly assessment: Assessment
  readonly network: Network
  readonly spots: Spots
}

/** Shows the network of the ledger as a chart. */
export function NetworkFigure({ assessment, network, spots }: NetworkFigureProps) {
  const data = useMemo(() => dataOf(network, assessment), [network])
  const chosen = chosenName(network)
  return (
    <ChartFigure
      name={fileName(assessment, 'stakeholders')}
      title="Who is named, and with whom"
      embed={() => embedOfPair(assessment, 'stakeholders')}
      alt={altOf(network)}
      data={data}
      on={[chosen?.id]}
      draw={(width) => networkPicture({ network, spots, chosen: chosen?.id, onChoose: chooseName }, width)}
      under={isEmbed ? <Key assessment={assessment} /> : 'Press a name, or choose one in the list, to read what the ledger has of it.'}
    />
  )
}

interface KeyProps {
  readonly assessment: Assessment
}

/** What shapes, places and lines mean. */
export function Key({ assessment: { a, b } }: KeyProps) {
  return (
    <>
      ■ a state, ◆ a bloc, ▲ an organisation, ● a person; what belongs to {a.name} is drawn to the left, to {b.name} to the right, others
      between and hollow. Lines join those whom the same items name; being named together is not acting together. Lines of the two states
      themselves are left out, for nearly every item names them.
    </>
  )
}

function dataOf(network: Network, assessment: Assessment): FigureData {
  const named = (id: string): string => network.nodes.find((node) => node.id === id)?.name ?? id
  return {
    columns: [
      { name: 'from', title: 'named together' },
      { name: 'to', title: 'with' },
      { name: 'items', title: 'items' },
    ],
    rows: visibleTies(network).map(({ from, to, items }) => [named(from), named(to), items.length]),
    sources: downloadSources(assessment, ['ledger']),
    method: 'who is named in the same items of the ledger, the two states themselves left out',
  }
}

function altOf({ nodes, links, a, b }: Network): string {
  const most = nodes.filter(({ id }) => id !== a && id !== b).slice(0, 5)
  const ties = visibleTies({ nodes, links, a, b } as Network)
  return `${counted(nodes.length, 'name', 'names')} and ${counted(ties.length, 'tie', 'ties')}. Most often named: ${most.map(({ name, items }) => `${name} (${items.length})`).join(', ')}.`
}
