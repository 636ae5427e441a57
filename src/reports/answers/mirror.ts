import { capitaliseArticles, inSentence, significant } from '../../assessments/forms/wording.ts'
import { bySideAndSource, type MirrorAnswer } from '../../assessments/mirror/mirror.ts'
import { mirrorSpan } from '../../assessments/mirror/mirror-notes.ts'
import type { MirrorFlow, MirrorReport, MirrorYear } from '../../assessments/mirror/mirror-report.ts'
import { csvOfRecords } from '../text/csv.ts'
import { dropBlankColumns } from '../text/figures.ts'
import { type Column, markdownTable, textTable, wrap } from '../text/table.ts'

/** A column of the table: the reports of one reporter in one source, with one valuation and currency. */
type ReporterColumn = Pick<MirrorReport, 'side' | 'source' | 'reporter' | 'valuation' | 'otherEdition' | 'converted'>

interface Table {
  readonly title: string
  readonly columns: readonly Column[]
  readonly rows: readonly string[][]
  /** Note on the years left out. */
  readonly rest: string
}

/** A table with more years than this shows only the years with more than one report, if there are any. */
const mostRows = 60

const scales = [
  [1e9, 'bn'],
  [1e6, 'm'],
  [1, ''],
] as const

/** Builds the table of one direction and currency: years as rows, reporters as columns. */
function tableOf(flow: MirrorFlow, answer: MirrorAnswer): Table {
  const several = flow.years.filter((year) => year.reports.length > 1)
  const years = several.length > 0 && flow.years.length > mostRows ? several : flow.years
  const all = years.flatMap((year) => year.reports)
  const voices = reporterColumns(all)
  const largest = Math.max(...all.map((report) => report.value))
  const [size, word] = scales.find(([least]) => largest >= least) ?? scales[2]
  const right = (title: string): Column => ({ title, align: 'right' })
  return {
    title: `${titleOf(flow, answer)}: ${flow.unit}${word === '' ? '' : ` ${word}`}`,
    ...dropBlankColumns(
      [{ title: 'year' }, ...voices.map((voice) => right(heading(voice))), right('spread'), right(ratioTitle(flow, answer))],
      [['', ...voices.map(valued), '', ''], ...years.map((year) => rowOf(year, voices, size))],
    ),
    rest: restOf(flow.years.filter((year) => !years.includes(year))),
  }
}

function reporterColumns(reports: readonly MirrorReport[]): ReporterColumn[] {
  const voices = new Map(reports.map((report) => [nameOf(report), report]))
  return [...voices.values()].sort(bySideAndSource)
}

function nameOf({ side, source, reporter, valuation, otherEdition, converted }: ReporterColumn): string {
  return [side, source, reporter, valuation, otherEdition, converted?.unit].join('|')
}

function heading({ reporter, source, otherEdition, converted }: ReporterColumn): string {
  return `${reporter === null ? '' : `${reporter} `}${source}${otherEdition ? '†' : ''}${converted === null ? '' : '‡'}`
}

/** Names the kind of report in a column: which flows it covers, and the valuation, if stated. */
function valued({ side, valuation }: ReporterColumn): string {
  const described = side === 'a' || side === 'b' ? 'exports + imports' : side
  return valuation === null ? described : `${described}, ${valuation}`
}

function rowOf(year: MirrorYear, voices: readonly ReporterColumn[], size: number): string[] {
  const cells = voices.map((voice) => {
    const found = year.reports.find((report) => nameOf(report) === nameOf(voice))
    return found === undefined
      ? ''
      : `${significant(found.value / size)}${found.status === 'estimated' && found.reporter !== null ? '*' : ''}`
  })
  const { spread, mirrorRatio } = year
  return [
    String(year.year),
    ...cells,
    spread?.ratio == null ? '' : `×${spread.ratio.toFixed(2)}`,
    mirrorRatio === null ? '' : ratio(mirrorRatio),
  ]
}

function ratio({ low, high }: { readonly low: number; readonly high: number }): string {
  const [first, last] = [low.toFixed(2), high.toFixed(2)]
  return first === last ? first : `${first}–${last}`
}

function ratioTitle({ direction }: MirrorFlow, { a, b }: MirrorAnswer): string {
  return direction === 'both' ? `${b.id}/${a.id}` : direction === 'a-to-b' ? `${b.id}/${a.id}` : `${a.id}/${b.id}`
}

function titleOf({ direction }: MirrorFlow, { a, b }: MirrorAnswer): string {
  if (direction === 'both') return capitaliseArticles(`${inSentence(a.name)} and ${inSentence(b.name)}, both directions`)
  const [from, to] = direction === 'a-to-b' ? [a, b] : [b, a]
  return capitaliseArticles(`${inSentence(from.name)} to ${inSentence(to.name)}`)
}

function restOf(left: readonly MirrorYear[]): string {
  return left.length === 0 ? '' : `One report only in ${mirrorSpan(left.map(({ year }) => year))}: --format csv has those.`
}

/** Explains the last columns of the tables, if any table has them. */
function legend({ flows }: MirrorAnswer): string[] {
  const has = (of: 'spread' | 'mirrorRatio'): boolean => flows.some(({ years }) => years.some((year) => year[of] !== null))
  if (!has('spread')) return []
  const ratio = ' Last column: the receiver’s report over the sender’s (both directions: the second state’s over the first’s).'
  return [`spread: the highest report over the lowest.${has('mirrorRatio') ? ratio : ''}`]
}

/** Writes the answer as aligned text. */
export function mirrorText(answer: MirrorAnswer): string {
  if (answer.flows.length === 0) return nothing(answer)
  const tables = answer.flows.map((flow) => {
    const { title, columns, rows, rest } = tableOf(flow, answer)
    return `${title}\n${textTable(columns, rows)}${rest === '' ? '' : `\n${rest}`}`
  })
  const notes = [...legend(answer), ...answer.notes].map((note) => wrap(`- ${note}`, 110))
  return `${tables.join('\n\n')}\n\n${notes.join('\n')}\n\nSnapshot ${answer.snapshot.id}.`
}

/** Writes the answer as Markdown. */
export function mirrorMarkdown(answer: MirrorAnswer): string {
  if (answer.flows.length === 0) return nothing(answer)
  const tables = answer.flows.map((flow) => {
    const { title, columns, rows, rest } = tableOf(flow, answer)
    return `### ${title}\n\n${markdownTable(columns, rows)}${rest === '' ? '' : `\n\n${rest}`}`
  })
  const notes = [...legend(answer), ...answer.notes].map((note) => `- ${note}`)
  return `${tables.join('\n\n')}\n\n${notes.join('\n')}\n\nSnapshot ${answer.snapshot.id}.`
}

/** Says that there is no table because no report is known; a missing report is not a report of zero. */
function nothing({ a, b, from, to, notes }: MirrorAnswer): string {
  const window = from === null ? `up to ${to}` : `from ${from} to ${to}`
  const unknown = `Unknown: the record has no report of goods between ${inSentence(a.name)} and ${inSentence(b.name)} for a full year ${window}. Not zero: nobody says here.`
  return [unknown, ...notes.map((note) => wrap(note, 110))].join('\n\n')
}

/** Writes every report as a row of CSV. */
export function mirrorCsv(answer: MirrorAnswer): string {
  const columns = [
    ...(['year', 'direction', 'from_id', 'to_id', 'unit', 'value', 'source', 'reporter', 'side', 'valuation', 'status', 'basis'] as const),
    ...(['other_edition', 'spread_low', 'spread_high', 'mirror_ratio_low', 'mirror_ratio_high', 'vintage', 'locator'] as const),
    ...(['own_value', 'own_unit', 'rate'] as const),
  ]
  return csvOfRecords(columns, records(answer))
}

function records({ a, b, flows }: MirrorAnswer) {
  return flows.flatMap(({ direction, unit, years }) => {
    const [from_id, to_id] = direction === 'b-to-a' ? [b.id, a.id] : [a.id, b.id]
    return years.flatMap(({ year, reports, spread, mirrorRatio: ratio }) => {
      const ofYear = { year, direction, from_id, to_id, unit, spread_low: spread?.low, spread_high: spread?.high }
      const ratios = { mirror_ratio_low: ratio?.low, mirror_ratio_high: ratio?.high }
      return reports.map(({ converted, otherEdition, ...one }) => ({
        ...{ ...one, ...ofYear, ...ratios, other_edition: otherEdition },
        ...{ own_value: converted?.value, own_unit: converted?.unit, rate: converted?.rate },
      }))
    })
  })
}
