import { inSentence } from '../../assessments/forms/wording.ts'
import { csv } from '../text/csv.ts'
import { type Column, markdownTable, type TableWriter, textTable, wrap } from '../text/table.ts'
import type { SideOfAnswer, TradeBaseOfAnswer } from './coalition.ts'

/** The answer of `visavis resilience`. All figures are percent. */
export interface ResilienceAnswer {
  readonly schemaVersion: 1
  readonly target: SideOfAnswer
  readonly partners: readonly SideOfAnswer[]
  readonly cut: string
  readonly shortRunPercent: number
  readonly rows: readonly {
    readonly moved: number
    readonly premium: number
    readonly prepared: number
    readonly saved: number
    readonly breakEven: number | null
  }[]
  readonly unprepared: number
  readonly longRun: number
  readonly base: TradeBaseOfAnswer
  readonly notes: readonly string[]
}

/** Writes one row for each part of trade that is moved. */
export function resilienceCsv({ target, unprepared, rows }: ResilienceAnswer): string {
  return csv(
    ['target', 'moved', 'premium', 'loss_unprepared', 'loss_prepared', 'saved', 'break_even'],
    rows.map(({ moved, premium, prepared, saved, breakEven }) => [target.name, moved, premium, unprepared, prepared, saved, breakEven]),
  )
}

export function resilienceText(answer: ResilienceAnswer): string {
  return page(answer, textTable, (text) => wrap(text, 110))
}

export function resilienceMarkdown(answer: ResilienceAnswer): string {
  return page(answer, markdownTable, (text) => text)
}

const right = { align: 'right' } as const
const columns: readonly Column[] = [
  { title: 'trade moved', ...right },
  { title: 'costs every year', ...right },
  { title: 'first year of a cut', ...right },
  { title: 'saved', ...right },
  { title: 'pays from a yearly probability of', ...right },
]

function page(answer: ResilienceAnswer, table: TableWriter, paragraph: (text: string) => string): string {
  const rows = answer.rows.map(({ moved, premium, prepared, saved, breakEven }) => [
    `${moved} %`,
    percent(premium),
    percent(prepared),
    percent(saved),
    breakEven === null ? 'never' : `${breakEven.toFixed(0)} %`,
  ])
  const notes = [...answer.notes, `Source: ${answer.base.source} (${answer.base.licence}).`].map((note) => paragraph(`- ${note}`))
  return `${[paragraph(lead(answer)), table(columns, rows), notes.join('\n')].join('\n\n')}\n`
}

function lead({ target, partners, cut, unprepared, longRun }: ResilienceAnswer): string {
  const [who, names] = [inSentence(target.name), partners.map(({ name }) => inSentence(name)).join(', ')]
  return (
    `If ${cut} between ${who} and ${names}, ${who} loses ${percent(unprepared)} of its real spending in the first year without preparation and ${percent(longRun)} later. ` +
    'The table says what moving part of this trade elsewhere beforehand costs and saves. This is a model, not a forecast.'
  )
}

function percent(value: number): string {
  return `${value
    .toFixed(2)
    .replace('-', '−')
    .replace(/^−(0\.0*)$/, '$1')} %`
}
