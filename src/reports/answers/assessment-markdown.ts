import type { Assessment, DomainAssessment } from '../../assessments/index.ts'
import { leadLines } from '../overview/headline.ts'
import { judgementsMarkdown } from '../parts/judgements.ts'
import { outlookSectionMarkdown } from '../parts/outlook.ts'
import { stageMarkdown } from '../parts/stage.ts'
import { standingMarkdown } from '../parts/standing.ts'
import { thirdStatesMarkdown } from '../parts/third-states.ts'
import { turningMarkdown } from '../parts/turning-points.ts'
import { dropBlankColumns, figureRows, figureTableColumns } from '../text/figures.ts'
import { itemsMarkdown } from '../text/items.ts'
import { markdownTable } from '../text/table.ts'
import { knownYearlyFigures, seriesLines } from '../text/yearly-sparkline.ts'

/** Writes an assessment as Markdown, for a memo. */
export function assessmentMarkdown(assessment: Assessment): string {
  const { a, b, to, snapshot } = assessment
  return [
    `# ${a.name} and ${b.name}, as of ${to}`,
    '',
    ...leadLines(assessment),
    '',
    ...standingMarkdown(assessment),
    ...judgementsMarkdown(assessment),
    ...outlookSectionMarkdown(assessment),
    ...(assessment.stage === null ? [] : stageMarkdown(assessment.stage)),
    ...assessment.domains.flatMap(domainMarkdown),
    ...turningMarkdown(assessment.turningPoints),
    ...thirdStatesMarkdown(assessment),
    '## Sources',
    '',
    ...assessment.sources.map(
      (source) => `- **${source.id}**: ${source.citation} Licence: ${source.licence.id}. Vintage: ${source.vintage}. <${source.url}>`,
    ),
    '',
    `Snapshot \`${snapshot.id}\` of ${snapshot.created}, seed ${assessment.seed}.`,
    '',
  ].join('\n')
}

function domainMarkdown(domain: DomainAssessment): string[] {
  const heading = [`## ${domain.title}`, '', domain.summary, '']
  if (domain.state === 'unknown')
    return [...heading, ...(domain.wouldFill === undefined ? [] : [`What would tell: ${domain.wouldFill}`, ''])]
  const { columns, rows } = dropBlankColumns(figureTableColumns, figureRows(domain.estimates))
  const series = seriesLines(knownYearlyFigures(domain.estimates))
  return [
    ...heading,
    markdownTable(columns, rows),
    '',
    ...(series.length === 0 ? [] : ['Kappa by year:', '', '```', ...series, '```', '']),
    ...itemsMarkdown(domain.items),
    ...(domain.items.length === 0 ? [] : ['']),
    ...domain.notes.map((note) => `*${note}*`),
    '',
  ]
}
