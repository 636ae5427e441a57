import type { Assessment } from '../../assessments/index.ts'
import { gapColumns, gapRows, judgementColumns, probabilityText, wordsNote } from '../parts/judgements.ts'
import { html, type Markup, narrowSpaces } from '../text/html-markup.ts'
import { htmlTable } from '../text/html-table.ts'

/** Judgements with likelihoods, and key gaps: the first part of the page. */
export function judgementsSection({ a, b, judgements, keyGaps }: Assessment): Markup | undefined {
  if (judgements.length + keyGaps.length === 0) return undefined
  const rows = judgements.map(({ statement, probability, how, confidence, raises, lowers }) => [
    html`${narrowSpaces(statement)}<details><summary>How</summary>${narrowSpaces(how)}.</details>`,
    narrowSpaces(probabilityText(probability)),
    narrowSpaces(confidence.sentence),
    narrowSpaces(raises.says),
    narrowSpaces(lowers.says),
  ])
  const said = html`<p class="soft">${narrowSpaces(wordsNote)}</p>
${htmlTable('Each judgement, how sure we are of its grounds, and what would move it', judgementColumns, rows)}`
  const why = [a, b].some(({ members }) => members !== undefined)
    ? 'No judgement is made on blocs: the ways to one were tested on pairs of states.'
    : 'No figure of this record has an interval from which a probability could be computed.'
  const gaps = html`<h3 id="gaps">Key gaps</h3>
${htmlTable(
  'What the record lacks, the facts first that would change a judgement most',
  gapColumns,
  gapRows(keyGaps).map((row) => row.map(narrowSpaces)),
)}`
  return html`<section id="judgements" aria-labelledby="judgements-heading"><h2 id="judgements-heading">Judgements</h2>
${judgements.length === 0 ? html`<p>${why}</p>` : said}
${keyGaps.length === 0 ? undefined : gaps}</section>
`
}
