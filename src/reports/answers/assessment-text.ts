import type { Assessment, DomainAssessment } from '../../assessments/index.ts'
import { judgementsText } from '../parts/judgements.ts'
import { outlookLines } from '../parts/outlook.ts'
import { stageText } from '../parts/stage.ts'
import { standingText } from '../parts/standing.ts'
import { thirdStatesText } from '../parts/third-states.ts'
import { turningText } from '../parts/turning-points.ts'
import { dropBlankColumns, figureRows, figureTableColumns } from '../text/figures.ts'
import { itemsText } from '../text/items.ts'
import { textTable, wrap } from '../text/table.ts'
import { knownYearlyFigures, seriesLines } from '../text/yearly-sparkline.ts'

const width = 110

/** Writes an assessment as plain text. */
export function assessmentText(assessment: Assessment): string {
  const { a, b, to, snapshot } = assessment
  const title = `${a.name} and ${b.name}, as of ${to}`
  const head = [title, '='.repeat(title.length), '', ...assessment.headline.map((line) => wrap(line, width)), '']
  const spoken = assessment.domains.filter((domain) => !isSilent(domain))
  const silent = assessment.domains.filter((domain) => isSilent(domain))
  const foot = [
    'SOURCES',
    ...assessment.sources.map((source) =>
      wrap(`${source.id}: ${source.citation} ${source.licence.id}. Vintage ${source.vintage}.`, width, '  '),
    ),
    '',
    `Snapshot ${snapshot.id} of ${snapshot.created}; seed ${assessment.seed}. The same command on the same snapshot prints the same page.`,
  ]
  const stage = assessment.stage === null ? [] : [stageText(assessment.stage, width)]
  return [
    ...head,
    ...standingText(assessment, width),
    ...judgementsText(assessment, width),
    ...outlookLines(assessment, width),
    ...stage,
    ...spoken.map(domainText),
    turningText(assessment.turningPoints, width),
    ...thirdStatesText(assessment),
    ...(silent.length === 0 ? [] : [silentText(silent)]),
    foot.join('\n'),
  ].join('\n')
}

function domainText(domain: DomainAssessment): string {
  const { columns, rows } = dropBlankColumns(figureTableColumns, figureRows(domain.estimates))
  const table = textTable(columns, rows).split('\n')
  const yearly = knownYearlyFigures(domain.estimates)
  const series = seriesLines(yearly)
  const parts = [
    domain.title.toUpperCase(),
    wrap(domain.summary, width, '  '),
    '',
    ...table.map((line) => `  ${line}`),
    ...(series.length === 0 ? [] : ['', `  ${yearly[0]!.label.replace(/ in \d{4}$/, '')} by year`, ...series.map((line) => `  ${line}`)]),
    ...itemsText(domain.items, width),
    ...domain.notes.map((note) => wrap(`Note: ${note}`, width, '  ')),
    '',
  ]
  return parts.join('\n')
}

function isSilent(domain: DomainAssessment): boolean {
  return domain.state === 'unknown' || domain.state === 'not-applicable'
}

function silentText(silent: readonly DomainAssessment[]): string {
  const lines = silent.flatMap((domain) => [
    wrap(
      `${domain.title}: ${domain.summary.replace(/^Unknown: /, '')}${domain.wouldFill === undefined ? '' : ` What would tell: ${domain.wouldFill}`}`,
      width,
      '  ',
    ),
  ])
  return ['UNKNOWN', ...lines, ''].join('\n')
}
