import { levelNames } from '../../assessments/forms/ledger-item.ts'
import { counted, joinedWords } from '../../assessments/forms/wording.ts'
import type { IndicatorLevel, LedgerItem, Stage } from '../../assessments/index.ts'
import { markdownTable, textTable, wrap } from '../text/table.ts'

const columns = [
  { title: 'indicator' },
  { title: 'stage' },
  { title: 'level' },
  { title: 'for', align: 'right' },
  { title: 'against', align: 'right' },
] as const

/** Writes the stage as text. */
export function stageText(stage: Stage, width: number): string {
  const table = textTable(columns, rows(stage)).split('\n')
  const grounds = stage.indicators.flatMap((indicator) => [
    wrap(`${indicator.title}: ${reasonWords(indicator)}`, width, '  '),
    ...newestItems(indicator).map((item) => wrap(evidence(item), width, '    ')),
  ])
  const sentenceLines = stageSentences(stage).map((sentence) => wrap(sentence, width, '  '))
  return [
    'STAGE',
    ...sentenceLines,
    '',
    ...table.map((line) => `  ${line}`),
    '',
    ...(stage.complete === 'unknown' ? [] : grounds),
    '',
  ].join('\n')
}

/** Writes the stage as Markdown. */
export function stageMarkdown(stage: Stage): string[] {
  const grounds = stage.indicators.flatMap((indicator) => [
    `- **${indicator.title}**: ${reasonWords(indicator)}`,
    ...newestItems(indicator).map((item) => `  - ${evidence(item)} ([${item.sources[0]!.publisher}](${item.sources[0]!.url}))`),
  ])
  const sentenceLines = stageSentences(stage).flatMap((sentence) => [sentence, ''])
  return [
    '## Stage',
    '',
    ...sentenceLines,
    markdownTable(columns, rows(stage)),
    '',
    ...(stage.complete === 'unknown' ? [] : [...grounds, '']),
  ]
}

/** Describes the stage in sentences: result, next stage, and the evidence that the result depends on. */
export function stageSentences(stage: Stage): string[] {
  const { ledger, complete, next, asOf } = stage
  const basis = `From a ledger of ${counted(ledger.items, 'item', 'items')} on ${ledger.from} to ${ledger.to}, reviewed on ${ledger.reviewed}. Ordinal, never averaged with the domains.`
  if (complete === 'unknown') return [`Unknown on ${asOf}: the ledger of this pair begins on ${ledger.from}.`, basis]
  const reached = complete === 'none' ? 'No stage is complete' : `The ${complete} stage is complete`
  const onward = next === undefined ? '' : `; of the ${next.stage} stage ${next.reached} of ${next.of} indicators stand at regular or more`
  const ids = joinedWords(stage.hangsOn)
  const pivot =
    ids === ''
      ? 'No single item moves it.'
      : `It hangs on ${ids}: without ${stage.hangsOn.length === 1 ? 'it' : 'any one of them'} it would be another.`
  return [`${reached} on ${asOf}${onward}. ${pivot}`, basis]
}

function rows(stage: Stage): string[][] {
  return stage.indicators.map((indicator) => [
    indicator.title,
    indicator.stage,
    indicator.state === 'unknown' ? 'unknown' : `${indicator.level} ${levelNames[indicator.level!]}`,
    String(countOf(indicator, 'supports')),
    String(countOf(indicator, 'contradicts')),
  ])
}

function countOf(indicator: IndicatorLevel, direction: LedgerItem['direction']): number {
  return indicator.items.filter((item) => item.direction === direction).length
}

/** Gives the reason for a level, and names the items that the level depends on. */
function reasonWords({ why, hangsOn }: IndicatorLevel): string {
  if (hangsOn.length === 0) return `${why}.`
  return `${why}. It hangs on ${hangsOn.length > 2 ? `${hangsOn.length} items, each of them` : joinedWords(hangsOn)}.`
}

/** Returns the newest item for a closer tie and the newest against; either may be missing. */
function newestItems({ items }: IndicatorLevel): LedgerItem[] {
  return (['supports', 'contradicts'] as const).flatMap((direction) => items.filter((item) => item.direction === direction).slice(-1))
}

function evidence(item: LedgerItem): string {
  return `${item.date} ${item.direction === 'supports' ? '+' : '−'} ${item.sentence}`
}
