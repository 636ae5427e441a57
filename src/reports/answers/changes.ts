import { counted, formatFigure } from '../../assessments/forms/wording.ts'
import type { AssessmentChanges, FigureChange } from '../../assessments/pairs/assessment-changes.ts'
import { csv } from '../text/csv.ts'
import { textTable, wrap } from '../text/table.ts'

const columns = [
  { title: 'domain' },
  { title: 'figure' },
  { title: 'before', align: 'right' },
  { title: 'when' },
  { title: 'after', align: 'right' },
  { title: 'when' },
  { title: 'why' },
] as const

const width = 110
/** Largest number of new events in text; JSON has all. */
const mostEvents = 20

/** Writes the changes since the saved assessment as text, judgements first. */
export function changesText(changes: AssessmentChanges): string {
  const { a, b, before, after, figures, judgements, events } = changes
  const title = `${a} and ${b}: ${before.to} (snapshot ${before.snapshot}) against ${after.to} (snapshot ${after.snapshot})`
  const nothing = figures.length + judgements.length + events.length === 0
  return [
    title,
    '',
    ...(nothing ? ['Nothing changed: no figure, no judgement, no event.'] : []),
    ...(judgements.length === 0 ? [] : ['JUDGEMENTS', ...judgements.map((one) => `  ${one.what}: ${one.before} -> ${one.after}`), '']),
    ...(figures.length === 0 ? [] : [`FIGURES (${summary(figures)})`, indented(textTable(columns, figures.map(row))), '']),
    ...(events.length === 0
      ? []
      : ['NEW EVENTS', ...events.slice(-mostEvents).map(({ date, text }) => wrap(`${date}  ${text}`, width, '  '))]),
    ...(events.length > mostEvents ? [`  … and ${events.length - mostEvents} earlier (--json has all)`] : []),
  ].join('\n')
}

/** Says which new events the text leaves out; empty if it shows all. */
export function eventsLeftOut({ events }: AssessmentChanges): string[] {
  return events.length > mostEvents ? [`${mostEvents} of ${events.length} new events are shown; --json has all.`] : []
}

/** Writes the changed figures as CSV, one row each. */
export function changesCsv(changes: AssessmentChanges): string {
  const header = ['domain', 'figure', 'unit', 'reason', 'before', 'before_period', 'after', 'after_period']
  const rows = changes.figures.map(({ domain, id, unit, reason, before, after }) => [
    domain,
    id,
    unit,
    reason,
    before?.value ?? null,
    before?.period ?? null,
    after?.value ?? null,
    after?.period ?? null,
  ])
  return csv(header, rows)
}

function row({ domain, label, unit, reason, before, after }: FigureChange): string[] {
  const sideCells = (side: FigureChange['before']): [string, string] =>
    side === null ? ['unknown', ''] : [formatFigure(side.value, unit), side.period]
  return [domain, label, ...sideCells(before), ...sideCells(after), reason]
}

function summary(figures: readonly FigureChange[]): string {
  const reasons = [...new Set(figures.map(({ reason }) => reason))]
  return reasons.map((reason) => counted(figures.filter((one) => one.reason === reason).length, reason, reason)).join(', ')
}

function indented(table: string): string {
  return table
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n')
}
