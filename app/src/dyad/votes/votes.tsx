import { setQuery } from '../../route.ts'
import type { Assessment } from '../assessment-values.ts'
import { RollCallList } from './roll-calls.tsx'
import { issueLabels } from './vote-filter.tsx'
import { VotesMap } from './votes-map.tsx'

/** Shows all joint votes: as a heat map by topic and year, and as a list. */
export function VotesSection({ assessment }: { readonly assessment: Assessment }) {
  const { voteMap } = assessment
  const listCell = (topic: string, year: number): void => {
    setQuery({ issue: topic in issueLabels ? topic : undefined, voted: String(year), votes: undefined, words: undefined, split: undefined })
    document.getElementById('roll-calls')?.scrollIntoView({ block: 'start' })
  }
  return (
    <>
      <p class="soft small">Recorded votes on whole resolutions; what was adopted without a vote leaves no trace here.</p>
      {voteMap === undefined ? (
        <p class="soft small">{whyNoMap(assessment)}</p>
      ) : (
        <VotesMap assessment={assessment} map={voteMap} onCell={listCell} />
      )}
      <RollCallList assessment={assessment} />
    </>
  )
}

function whyNoMap({ a, b, to }: Assessment): string {
  const blocs = [a, b].some(({ members }) => members !== undefined)
  return blocs
    ? 'The map by topic and year is drawn for pairs of states; a bloc stands below where more than half of its members stood.'
    : `The two have no vote in common by ${to}.`
}
