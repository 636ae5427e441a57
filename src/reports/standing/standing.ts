import type { StandingAnswer } from '../../assessments/standing/standing-answer.ts'
import type { StandingRow } from '../../assessments/standing/standing-of-pairs.ts'
import { standingClasses } from '../../measures/standing/standing-classes.ts'
import { csvOfRecords } from '../text/csv.ts'
import { type Column, markdownTable, textTable } from '../text/table.ts'

const columns = ['iso3_a', 'iso3_b', 'cow_a', 'cow_b', 'gw_a', 'gw_b', 'class', 'order', 'since', 'certainty'] as const

/** Renders every pair once, in the published form. */
export function standingCsv({ rows }: StandingAnswer): string {
  return csvOfRecords(columns, rows)
}

/** Renders one pair in sentences, the pairs of one state as a table, or how many pairs stand in each class. */
export function standingAnswerText(answer: StandingAnswer): string {
  if (answer.detail !== null) return `${detailLines(answer).join('\n')}\n`
  const { head, body } = tableOf(answer)
  return `${titleOf(answer)}\n\n${textTable(head, body)}\n`
}

/** The same as Markdown. */
export function standingAnswerMarkdown(answer: StandingAnswer): string {
  if (answer.detail !== null) {
    const [first = '', ...others] = detailLines(answer)
    return `${first}\n\n${others
      .filter((line) => line !== '')
      .map((line) => (line.startsWith('  ') ? `- ${line.trim()}` : `${line}\n`))
      .join('\n')}\n`
  }
  const { head, body } = tableOf(answer)
  return `${titleOf(answer)}\n\n${markdownTable(head, body)}\n`
}

function titleOf({ a, year }: StandingAnswer): string {
  return a === null ? `Standing of all pairs of states, ${year}` : `Standing of ${a.name} with each state, ${year}`
}

function detailLines({ detail, year }: StandingAnswer): string[] {
  if (detail === null) return []
  const shown = ({ text, from, to, source }: (typeof detail.facts)[number]): string => `  ${text}: ${from} to ${to ?? 'today'} (${source})`
  const [facts, past] = [detail.facts.map(shown), (detail.past ?? []).map(shown)]
  return [
    detail.sentence,
    '',
    `Facts that place the pair in ${year}:`,
    ...(facts.length === 0 ? ['  none'] : facts),
    ...(past.length === 0 ? [] : ['', 'In the past:', ...past]),
    '',
    'What would move it:',
    ...detail.wouldMove.map((sentence) => `  ${sentence}`),
  ]
}

function tableOf({ a, rows }: StandingAnswer): { head: Column[]; body: string[][] } {
  if (a !== null) return partnersTable(a.iso3, rows)
  const counts = standingClasses.map((name, order) => {
    const own = rows.filter((row) => row.order === order)
    const thin = own.filter(({ certainty }) => certainty === 'at-least').length
    return [name, String(order), String(own.length), thin === 0 ? '' : `${thin} at least`]
  })
  return {
    head: [{ title: 'class' }, { title: 'order', align: 'right' }, { title: 'pairs', align: 'right' }, { title: 'of these' }],
    body: counts,
  }
}

function partnersTable(iso3: string, rows: readonly StandingRow[]): { head: Column[]; body: string[][] } {
  const sorted = [...rows].sort((x, y) => x.order - y.order || (x.certainty === y.certainty ? 0 : x.certainty === 'placed' ? -1 : 1))
  return {
    head: [
      { title: 'with' },
      { title: 'class' },
      { title: 'order', align: 'right' },
      { title: 'since', align: 'right' },
      { title: 'certainty' },
    ],
    body: sorted.map((row) => [
      row.iso3_a === iso3 ? row.iso3_b : row.iso3_a,
      row.class,
      String(row.order),
      String(row.since),
      row.certainty === 'placed' ? 'placed' : 'at least',
    ]),
  }
}
