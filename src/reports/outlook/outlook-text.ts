import { formatFigure, inSentence, significant } from '../../assessments/forms/wording.ts'
import { percentText } from '../../assessments/outlook/outlook-statements.ts'
import type { OutlookTarget } from '../../outlook/targets/outlook-target.ts'
import { type CsvColumns, csvByColumns } from '../text/csv.ts'
import { type Column, markdownTable, type TableWriter, textTable, wrap } from '../text/table.ts'
import type { OutlookAnswer } from './outlook-answer.ts'

const width = 110
/** Horizons of the tables; the other formats have all. */
const shown = [1, 5, 10]

/** Writes the statements, one line for each quantity, and what has no forecast. */
export function outlookText(answer: OutlookAnswer): string {
  const lines = (sentences: readonly string[]): string[] => sentences.map((sentence) => wrap(sentence, width))
  return [
    titleOf(answer),
    '',
    ...lines(answer.statements),
    ...(answer.statements.length === 0 ? [] : ['']),
    ...tablesOf(answer, textTable),
    ...lines(endOf(answer)),
  ].join('\n')
}

/** The same as Markdown. */
export function outlookMarkdown(answer: OutlookAnswer): string {
  return [
    `# ${titleOf(answer)}`,
    '',
    ...answer.statements.map((one) => `- ${one}`),
    '',
    ...tablesOf(answer, markdownTable),
    ...endOf(answer).flatMap((line) => [line, '']),
  ]
    .join('\n')
    .trimEnd()
}

const columns: CsvColumns<OutlookTarget> = {
  id: (one) => one.id,
  horizon: (one) => one.horizon,
  period: (one) => one.period,
  unit: (one) => one.unit,
  median: (one) => one.median,
  ...bandColumns(50),
  ...bandColumns(80),
  ...bandColumns(90),
  ...bandColumns(95),
  probability: (one) => one.probability,
  baseline: (one) => one.baseline,
  skill: ({ skill }) => skill?.value,
  skill_low90: ({ skill }) => skill?.low90,
  skill_high90: ({ skill }) => skill?.high90,
  source: ({ resolution }) => resolution.source,
  vintage: ({ resolution }) => resolution.vintage,
  day: ({ resolution }) => resolution.day,
  rule: ({ resolution }) => resolution.rule,
}

/** One row for each forecast. */
export function outlookCsv({ targets }: OutlookAnswer): string {
  return csvByColumns(columns, targets)
}

function bandColumns(level: 50 | 80 | 90 | 95): CsvColumns<OutlookTarget> {
  const end = (name: 'low' | 'high') => (one: OutlookTarget) => one.bands.find((band) => band.level === level)?.[name]
  return { [`low${level}`]: end('low'), [`high${level}`]: end('high') }
}

function titleOf({ a, b, asOf }: OutlookAnswer): string {
  return `Outlook for ${inSentence(a.name)} and ${inSentence(b.name)}, from the record to ${asOf}`
}

function tablesOf(answer: OutlookAnswer, write: TableWriter): string[] {
  const events = answer.targets.filter((one) => one.probability !== null && !isRemote(one, answer))
  const quantities = answer.targets.filter(({ median }) => median !== null)
  const asked = [...new Set(answer.targets.map(({ horizon }) => horizon))]
  const horizons = asked.length === 1 ? asked : shown
  const heads = horizons.map((horizon): Column => ({ title: `${horizon} ${horizon === 1 ? 'year' : 'years'} ahead`, align: 'right' }))
  const table = (
    all: readonly OutlookTarget[],
    first: Column[],
    cells: (one: OutlookTarget) => string[],
    cell: (one: OutlookTarget) => string,
  ): string[] => {
    if (all.length === 0) return []
    const rows = [...new Set(all.map(({ id }) => id))].map((id) => {
      const own = all.filter((one) => one.id === id)
      const found = horizons.map((horizon) => own.find((one) => one.horizon === horizon))
      return [own[0]!.title, ...cells(own[0]!), ...found.map((one) => (one === undefined ? 'no forecast' : cell(one)))]
    })
    return [write([...first, ...heads], rows), '']
  }
  return [
    ...table(quantities, [{ title: 'median (band of 80 %)' }, { title: 'last', align: 'right' }], (one) => [lastCell(one)], quantityCell),
    ...table(
      events,
      [{ title: 'probability' }],
      () => [],
      (one) => `${percentText(one.probability!)}${mark(one)}`,
    ),
  ]
}

/** Joining a bloc is listed where it has one chance in a hundred at any horizon; --json has all. */
function isRemote({ id }: OutlookTarget, { targets }: OutlookAnswer): boolean {
  return id.startsWith('bloc-joining') && targets.every((one) => one.id !== id || (one.probability ?? 0) < 0.01)
}

function quantityCell(one: OutlookTarget): string {
  const { low, high } = one.bands.find(({ level }) => level === 80)!
  const [write, unit] = writerOf(one.unit, one.median!)
  return `${write(one.median!)} (${write(low)} to ${write(high)})${unit}${mark(one)}`
}

/** Writes the numbers of one cell on one scale, with the unit that stands behind them. */
function writerOf(unit: string, median: number): [write: (value: number) => string, unit: string] {
  if (unit === 'percent') return [(value) => (value < 0.1 ? value.toPrecision(2) : significant(value)), ' %']
  if (unit !== 'USD') return [(value) => formatFigure(value, unit), '']
  const [size, name] = median >= 1e9 ? [1e9, ' bn'] : median >= 1e6 ? [1e6, ' m'] : [1e3, ' k']
  return [(value) => significant(value / size), name]
}

/** An asterisk where the back-test shows no skill. */
function mark({ skill }: OutlookTarget): string {
  return skill !== null && skill.low90 > 0 ? '' : '*'
}

function lastCell({ baseline, unit }: OutlookTarget): string {
  const [write, ending] = writerOf(unit, baseline)
  return `${write(baseline)}${ending}`
}

function endOf(answer: OutlookAnswer): string[] {
  const { targets, none, notes, kept, snapshot } = answer
  const isMarked = targets.some((one) => mark(one) !== '')
  return [
    'Goods are in US dollars of the year. Bands come from the errors of forecasts of all pairs since 1990 (docs/outlook/backtest.md).',
    ...(isMarked ? ['* No better than no change, or than the base rate, as far as the back-test shows.'] : []),
    ...(targets.some((one) => isRemote(one, answer))
      ? ['Joining a bloc is left out where it is less likely than 1 % at any horizon; --json has all.']
      : []),
    ...noneLines(none),
    ...notes,
    ...(kept === null ? [] : [`Kept: ${kept.added} forecasts added, ${kept.there} there already. Ledger: ${kept.folder}.`]),
    `Snapshot ${snapshot.id}. Rules of resolution: --json or --format csv.`,
  ]
}

/** One line for each reason. */
function noneLines(none: OutlookAnswer['none']): string[] {
  return [...new Set(none.map(({ why }) => why))].map((why) => {
    const titles = none.filter((one) => one.why === why).map(({ title }) => title)
    return `No forecast of ${titles.join(', ')}: ${why}.`
  })
}
