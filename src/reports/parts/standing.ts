import type { Assessment } from '../../assessments/index.ts'
import { html, type Markup, narrowSpaces } from '../text/html-markup.ts'
import { wrap } from '../text/table.ts'

/** Writes the facts that place a pair and what would move it, as plain text; nothing where there is no standing. */
export function standingText({ standing }: Assessment, width: number): string[] {
  return standing === undefined ? [] : [['STANDING', ...standingLines({ standing }).map((line) => wrap(line, width, '  ')), ''].join('\n')]
}

/** Writes the same as a list of Markdown. */
export function standingMarkdown({ standing }: Assessment): string[] {
  return standing === undefined ? [] : ['## Standing', '', ...standingLines({ standing }).map((line) => `- ${line}`), '']
}

/** Renders the same as a section of the page; undefined where there is no standing. */
export function standingSection({ standing }: Assessment): Markup | undefined {
  if (standing === undefined) return undefined
  return html`<section id="standing" aria-labelledby="standing-heading"><h2 id="standing-heading">Standing</h2>
<ul>${standingLines({ standing }).map((line) => html`<li>${narrowSpaces(line)}</li>`)}</ul></section>
`
}

/** Returns the facts that place a pair, each with its days, those of the past, and what would move it, a line each. */
export function standingLines({ standing }: Required<Pick<Assessment, 'standing'>>): string[] {
  const shown = ({ text, from, to }: (typeof standing.facts)[number]): string => `${text}: ${from} to ${to ?? 'today'}`
  const facts =
    standing.facts.length === 0 ? ['Nothing on record today makes the two rivals or binds them closely.'] : standing.facts.map(shown)
  return [...facts, ...(standing.past ?? []).map((fact) => `in the past: ${shown(fact)}`), ...standing.wouldMove]
}
