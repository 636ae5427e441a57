import { counted, joinedWords } from '../../assessments/forms/wording.ts'
import type { Assessment, IndicatorLevel, Stage } from '../../assessments/index.ts'
import { chartFigure } from '../charts/chart-frame.ts'
import { groupTitle, ladderChart, levelWords } from '../charts/chart-stage-ladder.ts'
import { votesByTopic, votesChart } from '../charts/chart-votes.ts'
import { gapColumns, gapRows, judgementColumns, probabilityText, wordsNote } from '../parts/judgements.ts'
import { stageSentences } from '../parts/stage.ts'
import { html, type Markup, narrowSpaces } from '../text/html-markup.ts'
import { htmlTable } from '../text/html-table.ts'
import { ledgerList } from './html-ledger.ts'

/** Renders the judgements with their likelihoods, and the key gaps; undefined if there are neither. */
export function judgementsSection({ a, b, judgements, keyGaps }: Assessment): Markup | undefined {
  if (judgements.length + keyGaps.length === 0) return undefined
  const rows = judgements.map(({ statement, probability, how, confidence, raises, lowers }) => [
    html`${narrowSpaces(statement)}<details><summary>How</summary>${narrowSpaces(how)}.</details>`,
    narrowSpaces(probabilityText(probability)),
    narrowSpaces(confidence.sentence),
    narrowSpaces(raises.says),
    narrowSpaces(lowers.says),
  ])
  const table = html`<p class="soft">${narrowSpaces(wordsNote)}</p>
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
${judgements.length === 0 ? html`<p>${why}</p>` : table}
${keyGaps.length === 0 ? undefined : gaps}</section>
`
}

/** Renders the stage: result and sensitivity, the ladder, and the evidence of each indicator. */
export function stageSection(stage: Stage, pair: string): Markup {
  const [first, ...rest] = stageSentences(stage)
  return html`<section id="stage" aria-labelledby="stage-heading"><h2 id="stage-heading">Stage</h2>
<p class="lead">${first}</p>
${rest.map((sentence) => html`<p>${narrowSpaces(sentence)}</p>`)}
<div class="pair"><div>${chartFigure(ladderChart(stage, pair))}</div>
<div><h3>The evidence, by indicator</h3>
<p class="soft">Items in force, or of the last five years. Open an indicator to read them.</p>
${stage.indicators.map(evidence)}</div></div></section>
`
}

function evidence(indicator: IndicatorLevel): Markup {
  const { title, stage, why, hangsOn, items } = indicator
  const pivot = hangsOn.length === 0 ? '' : ` It hangs on ${hangsOn.length > 1 ? 'each of ' : ''}${joinedWords(hangsOn)}.`
  return html`<details class="rung-items"><summary>${title}: ${levelWords(indicator)} <span class="soft">(${groupTitle(stage).toLowerCase()}, ${counted(items.length, 'item', 'items')})</span></summary>
<p>${sentence(why)}${pivot}</p>
${items.length === 0 ? html`<p>No item weighs on this day.</p>` : ledgerList([...items].reverse())}</details>
`
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}

/** Renders all joint votes as a chart and by topic; undefined if there are no votes. */
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
