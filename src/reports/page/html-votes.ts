import { counted } from '../../assessments/forms/phrases.ts'
import type { Assessment } from '../../assessments/index.ts'
import { chartFigure } from '../charts/chart-frame.ts'
import { votesByTopic, votesChart } from '../charts/chart-votes.ts'
import { html, type Markup, narrowSpaces } from '../text/html-markup.ts'
import { htmlTable } from '../text/html-table.ts'

/** All joint votes as a chart and by topic; undefined where there were none. */
export function votesSection({ a, b, voteMap }: Assessment): Markup | undefined {
  if (voteMap === undefined) return undefined
  const { columns, rows } = votesByTopic(voteMap)
  const { codedByUs, votes } = voteMap
  const coded =
    codedByUs === 0
      ? 'Topics as Voeten coded them.'
      : codedByUs === votes
        ? 'Topics coded by the words of the titles.'
        : `Topics as Voeten coded them; ${counted(codedByUs, 'vote', 'votes')} that his data lack, coded by the words of the titles.`
  return html`<section id="votes" aria-labelledby="votes-heading"><h2 id="votes-heading">Votes by topic</h2>
<p>Recorded votes on whole resolutions; what was adopted without a vote leaves no trace here. ${coded}</p>
${chartFigure(votesChart(voteMap, `${a.iso3}-${b.iso3}`))}
${htmlTable(
  'Votes in common by topic',
  columns,
  rows.map((row) => row.map(narrowSpaces)),
)}</section>
`
}
