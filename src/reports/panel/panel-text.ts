import type { PanelAnswer, PanelColumn } from '../../assessments/panel/panel-answer.ts'
import { panelFlags } from '../../assessments/panel/panel-flags.ts'
import { textTable } from '../text/table.ts'

/** What a panel holds, for a reader: how many rows, and of each column how many have a value. */
export function panelText(answer: PanelAnswer): string {
  const { columns } = answer
  const right = { align: 'right' } as const
  const values = columns.filter(({ role }) => role === 'value')
  const head = [
    { title: 'column' },
    { title: 'unit' },
    { title: 'with a value', ...right },
    { title: '%', ...right },
    { title: 'otherwise, mostly' },
  ]
  const rows = values.map((column) => summaryRow(column, answer))
  return [
    `${summary(answer)} Beside each value stands its flag.`,
    textTable(head, rows),
    `Keys: ${columns
      .filter(({ role }) => role === 'key' || role === 'code')
      .map(({ name }) => name)
      .join(', ')}`,
  ].join('\n\n')
}

/** The same in Markdown, with the first rows. */
export function panelMarkdown(answer: PanelAnswer): string {
  const values = answer.columns.filter(({ role }) => role === 'value')
  const head = ['| column | unit | with a value | % | otherwise, mostly |', '|---|---|---|---|---|']
  const shown = answer.rows.slice(0, 5)
  const names = answer.columns.filter(({ role }) => role !== 'code' && role !== 'source')
  const places = names.map((column) => answer.columns.indexOf(column))
  return [
    summary(answer),
    [...head, ...values.map((column) => `| ${summaryRow(column, answer).join(' | ')} |`)].join('\n'),
    `The first ${shown.length} rows, without numeric codes:`,
    [
      `| ${names.map(({ name }) => name).join(' | ')} |`,
      `|${names.map(() => '---').join('|')}|`,
      ...shown.map((row) => `| ${places.map((at) => row[at] ?? '').join(' | ')} |`),
    ].join('\n'),
    `All rows: \`${answer.command} -o panel.csv\`, or .parquet, .dta, .jsonl.`,
  ].join('\n\n')
}

/** Flags that say why a value is missing. */
const missingFlags: ReadonlySet<string> = new Set(panelFlags.filter(({ hasValue }) => !hasValue).map(({ name }) => name))

function summary({ count, from, to, directed, snapshot }: PanelAnswer): string {
  const what = directed ? 'directed pairs of states' : 'pairs of states'
  return `${count.toLocaleString('en-US')} rows: ${what} by year, ${from} to ${to} (record of ${snapshot.created.slice(0, 10)}, ${snapshot.id}).`
}

function summaryRow({ name, unit, flags }: PanelColumn, { count }: PanelAnswer): string[] {
  const all = Object.entries(flags ?? {})
  const missing = all.filter(([flag]) => missingFlags.has(flag)).sort(([, x], [, y]) => y - x)
  const known = all.reduce((sum, [flag, n]) => (missingFlags.has(flag) ? sum : sum + n), 0)
  return [name, unit ?? '', known.toLocaleString('en-US'), count === 0 ? '' : ((100 * known) / count).toFixed(1), missing[0]?.[0] ?? '']
}
