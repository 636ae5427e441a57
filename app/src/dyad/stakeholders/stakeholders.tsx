import type { Answers } from '../../../../src/server/answer-types.ts'
import { requestUrl } from '../../api/client.ts'
import { ProblemNote } from '../../frame/problem-note.tsx'
import { type Assessment, fileName } from '../assessment-values.ts'
import { chooseName, chosenName, Key, NetworkFigure, useNetwork } from './network-figure.tsx'
import type { forceLayout, Network } from './network-layout.ts'
import { StakeholderList } from './stakeholder-list.tsx'
import { StakeholderNote } from './stakeholder-note.tsx'

interface StakeholdersProps {
  readonly assessment: Assessment
  readonly ledger: Answers['ledger'] | undefined
}

/** Shows the network of the ledger, with its names as a list. */
export function StakeholderSection({ assessment, ledger }: StakeholdersProps) {
  const { found, problem } = useNetwork(assessment)
  if (problem !== undefined) return <ProblemNote problem={problem} />
  if (found === undefined) return <p class="waiting">Asking who is named …</p>
  return <NetworkOf assessment={assessment} ledger={ledger} {...found} />
}

interface NetworkOfProps extends StakeholdersProps {
  readonly network: Network
  readonly spots: ReturnType<typeof forceLayout>
}

function NetworkOf({ assessment, network, spots, ledger }: NetworkOfProps) {
  const chosen = chosenName(network)
  if (network.nodes.length === 0) return <p>The ledger names nobody by {assessment.to}.</p>
  return (
    <>
      <p class="soft small">
        Names in the ledger up to {network.to}. <Key assessment={assessment} />
      </p>
      <div class="stakeholders">
        <NetworkFigure assessment={assessment} network={network} spots={spots} />
        <div>
          <StakeholderList network={network} chosen={chosen?.id} onChoose={chooseName} />
          {chosen !== undefined && <StakeholderNote node={chosen} network={network} ledger={ledger} onChoose={chooseName} />}
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
