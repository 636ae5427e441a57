import type { CompositeAnswer } from '../../assessments/composite/composite-answer.ts'
import { closing, compositeTables, limits, resultSentences, sensitivitySentences, titleOf } from '../parts/composite-words.ts'
import { markdownTable, textTable, wrap } from '../text/table.ts'

const width = 110

/** Writes a composite as text: result, components, alternative methods, sensitivity to weights, and limits. */
export function compositeText(answer: CompositeAnswer): string {
  const [components, rivals, tops, correlations, ranking] = compositeTables(answer).map(
    ({ title, columns, rows }) => `${title}\n\n${textTable(columns, rows)}`,
  )
  const wrapped = (sentences: readonly string[]): string => sentences.map((sentence) => wrap(sentence, width)).join('\n')
  return [
    titleOf(answer),
    wrapped(resultSentences(answer)),
    components,
    rivals,
    tops,
    wrapped(sensitivitySentences(answer)),
    correlations,
    ranking,
    `What it cannot say\n\n${limits(answer)
      .map((sentence) => `- ${wrap(sentence, width, '  ').trimStart()}`)
      .join('\n')}`,
    closing(answer),
  ].join('\n\n')
}

/** Writes a composite as Markdown, with the same content as the text. */
export function compositeMarkdown(answer: CompositeAnswer): string {
  const [components, rivals, tops, correlations, ranking] = compositeTables(answer).map(
    ({ title, columns, rows }) => `## ${title}\n\n${markdownTable(columns, rows)}`,
  )
  return [
    `# ${titleOf(answer)}`,
    ...resultSentences(answer),
    components,
    rivals,
    tops,
    ...sensitivitySentences(answer),
    correlations,
    ranking,
    `## What it cannot say\n\n${limits(answer)
      .map((sentence) => `- ${sentence}`)
      .join('\n')}`,
    closing(answer),
  ].join('\n\n')
}
