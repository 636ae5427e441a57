import type { BriefOutlookStatement } from '../../assessments/forms/brief-outlook-form.ts'
import type { Assessment } from '../../assessments/index.ts'
import { html, type Markup, narrowSpaces } from '../text/html-markup.ts'
import { wrap } from '../text/table.ts'

/** How the statements were chosen, in one sentence. */
const rule =
  'At most three statements five years ahead: armed conflict of rivals first where it goes on or has a chance of 1 %, then what differs most from its base rate and has shown skill in the back-test of all pairs. All forecasts with their bands and rules of settlement: visavis outlook.'

/** Writes the short outlook as plain text; nothing where there is none. */
export function outlookLines({ outlook }: Assessment, width: number): string[] {
  if (outlook === undefined) return []
  const lines = outlook.statements.flatMap((one) => [
    wrap(one.statement, width, '  '),
    ...detailsOf(one).map((line) => wrap(line, width, '    ')),
  ])
  return [['OUTLOOK', ...lines, ...[...outlook.notes, rule].map((note) => wrap(note, width, '  ')), ''].join('\n')]
}

/** Writes the same as Markdown. */
export function outlookSectionMarkdown({ outlook }: Assessment): string[] {
  if (outlook === undefined) return []
  const lines = outlook.statements.flatMap((one) => [`- ${one.statement}`, ...detailsOf(one).map((line) => `  ${line}`)])
  return ['## Outlook', '', ...lines, '', `*${[...outlook.notes, rule].join(' ')}*`, '']
}

/** Renders the same as a section of the page; undefined where there is none. */
export function outlookSection({ outlook }: Assessment): Markup | undefined {
  if (outlook === undefined) return undefined
  const items = outlook.statements.map(
    (one) => html`<li>${narrowSpaces(one.statement)}<div class="soft">${narrowSpaces(detailsOf(one).join(' '))}</div></li>
`,
  )
  return html`<section id="outlook" aria-labelledby="outlook-heading"><h2 id="outlook-heading">Outlook</h2>
<ul>${items}</ul>
<p class="soft">${[...outlook.notes, rule].join(' ')}</p></section>
`
}

/** What the back-test showed of a statement, and what would change it. */
function detailsOf({ backtest, changes }: BriefOutlookStatement): string[] {
  return [backtest, changes]
}
