import { useMemo } from 'preact/hooks'
import type { Answers } from '../../../../src/server/answer-types.ts'
import { counted } from '../../../../src/server/wording.ts'
import { requestUrl, useAnswer } from '../../api/client.ts'
import type { FigureData } from '../../figures/figure-files.ts'
import { ChartFigure } from '../../figures/figure-frame.tsx'
import { ProblemNote } from '../../frame/problem-note.tsx'
import { route, setQuery } from '../../route.ts'
import { type Assessment, downloadSources, fileName } from '../assessment-values.ts'
import { forceLayout, type Network, visibleTies } from './network-layout.ts'
import { networkPicture } from './network-svg.ts'
import { StakeholderList } from './stakeholder-list.tsx'
import { StakeholderNote } from './stakeholder-note.tsx'

interface StakeholdersProps {
  readonly assessment: Assessment
  readonly ledger: Answers['ledger'] | undefined
}

/** Shows the network of the ledger. The layout is computed once for the whole ledger, so that nothing moves when the year changes. */
export function StakeholderSection({ assessment, ledger }: StakeholdersProps) {
  const { a, b, to } = assessment
  const asked = { a: a.iso3, b: b.iso3 }
  const whole = useAnswer('stakeholders', asked).value
  // at the date of the record this is the same request as for the whole ledger
  const then = useAnswer('stakeholders', { ...asked, to: route.value.query['to'] === undefined ? undefined : to }).value
  const spots = useMemo(() => (whole.answer === undefined ? undefined : forceLayout(whole.answer)), [whole.answer])
  const problem = whole.problem ?? then.problem
  if (problem !== undefined) return <ProblemNote problem={problem} />
  if (spots === undefined || then.answer === undefined) return <p class="waiting">Asking who is named …</p>
  return <NetworkOf assessment={assessment} network={then.answer} spots={spots} ledger={ledger} />
}

interface NetworkOfProps extends StakeholdersProps {
  readonly network: Network
  readonly spots: ReturnType<typeof forceLayout>
}

function NetworkOf({ assessment, network, spots, ledger }: NetworkOfProps) {
  const data = useMemo(() => dataOf(network, assessment), [network])
  const asked = route.value.query['who']
  const chosen = network.nodes.find(({ id }) => id === asked)
  const choose = (id: string): void => setQuery({ who: id === asked ? undefined : id }, { replace: true })
  if (network.nodes.length === 0) return <p>The ledger names nobody by {assessment.to}.</p>
  return (
    <>
      <p class="soft small">
        Names in the ledger up to {network.to}. ■ a state, ◆ a bloc, ▲ an organisation, ● a person; what belongs to {assessment.a.name} is
        drawn to the left, to {assessment.b.name} to the right, others between and hollow. Lines join those whom the same items name; being
        named together is not acting together. Lines of the two states themselves are left out, for nearly every item names them.
      </p>
      <div class="stakeholders">
        <ChartFigure
          name={fileName(assessment, 'stakeholders')}
          title="Who is named, and with whom"
          alt={altOf(network)}
          data={data}
          on={[chosen?.id]}
          draw={(width) => networkPicture({ network, spots, chosen: chosen?.id, onChoose: choose }, width)}
          under="Press a name, or choose one in the list, to read what the ledger has of it."
        />
        <div>
          <StakeholderList network={network} chosen={chosen?.id} onChoose={choose} />
          {chosen !== undefined && <StakeholderNote node={chosen} network={network} ledger={ledger} onChoose={choose} />}
        </div>
      </div>
      <p class="small no-print">
        The network for other programs:{' '}
        {(['graphml', 'dot', 'csv'] as const).map((format) => (
          <a
            key={format}
            class="button small"
            href={requestUrl('stakeholders', { a: network.a, b: network.b, to: assessment.to }, format)}
            download={`${fileName(assessment, 'stakeholders')}.${format}`}
          >
            {format}
          </a>
        ))}
      </p>
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
