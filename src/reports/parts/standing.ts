import type { Assessment } from '../../assessments/index.ts'
import { wrap } from '../text/table.ts'

/** Writes the facts that place a pair and what would move it, as plain text; nothing where there is no standing. */
export function standingText({ standing }: Assessment, width: number): string[] {
  return standing === undefined ? [] : [['STANDING', ...standingLines({ standing }).map((line) => wrap(line, width, '  ')), ''].join('\n')]
}

/** Writes the same as a list of Markdown. */
export function standingMarkdown({ standing }: Assessment): string[] {
  return standing === undefined ? [] : ['## Standing', '', ...standingLines({ standing }).map((line) => `- ${line}`), '']
}

function standingLines({ standing }: Required<Pick<Assessment, 'standing'>>): string[] {
  const facts = standing.facts.map(({ text, from, to }) => `${text}: ${from} to ${to ?? 'today'}`)
  return [...(facts.length === 0 ? ['No fact of the record places the pair.'] : facts), ...standing.wouldMove]
}
