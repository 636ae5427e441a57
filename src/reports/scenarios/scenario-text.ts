import type { DrawnChange, GroupResult, ScenarioAnswer, ScenarioResult } from '../../scenarios/scenario-answer.ts'
import { csv } from '../text/csv.ts'
import { type Column, markdownTable, type TableWriter, textTable, wrap } from '../text/table.ts'

/** Writes the answer to a scenario as text: ten lines that say it all, then the tables behind them. */
export function scenarioText(answer: ScenarioAnswer): string {
  return page(answer, textTable, (text) => wrap(text, 110))
}

export function scenarioMarkdown(answer: ScenarioAnswer): string {
  return page(answer, markdownTable, (text) => text)
}

/** Writes one row for each economy. */
export function scenarioCsv({ results }: ScenarioAnswer): string {
  return csv(
    ['iso3', 'name', 'welfare', 'median', 'low90', 'high90', 'exports', 'imports', 'converged'],
    results.map((one) => [one.iso3, one.name, one.welfare, one.median, one.low90, one.high90, one.exports, one.imports, one.converged]),
  )
}

function page(answer: ScenarioAnswer, table: TableWriter, paragraph: (text: string) => string): string {
  const parts = [leadLines(answer).map(paragraph).join('\n')]
  if (answer.convergence.converged) parts.push(table(columns(answer), rowsOf(answer)))
  if (answer.moves.length > 0)
    parts.push(`What moves the result of ${nameOf(answer, answer.headline)}\n${table(moveColumns, moveRows(answer))}`)
  if (answer.published.length > 0) parts.push(`Beside what is published\n${table(publishedColumns, publishedRows(answer))}`)
  if (answer.gap !== null && answer.published.length > 0) parts.push(paragraph(answer.gap))
  parts.push(
    [...answer.notes, ...answer.base.notes, `Source: ${answer.base.source} (${answer.base.licence}).`]
      .map((note) => paragraph(`- ${note}`))
      .join('\n'),
  )
  return `${parts.join('\n\n')}\n`
}

/** The lines that a reader in a hurry reads. */
function leadLines(answer: ScenarioAnswer): string[] {
  const { scenario, base } = answer
  return [
    `${scenario.name}`,
    `Assumed: ${scenario.shocks.join(' ')}`,
    `Model: ${modelWords[scenario.model]}, on ${base.title}. Elasticities: ${scenario.elasticities.title}.`,
    ...outcomeLines(answer),
    sureLine(answer),
    ...movesLine(answer),
    ...publishedLine(answer),
    'A model of the long run, not a forecast.',
  ]
}

const modelWords = {
  'one-sector': 'one sector',
  sectors: 'many sectors without links from inputs to output',
  'input-links': 'many sectors with links from inputs to output',
} as const

/** Changes smaller than this are no loss and no gain: they print as 0.00 %. */
const smallest = 0.005

function outcomeLines(answer: ScenarioAnswer): string[] {
  const known = answer.results.filter((one) => one.welfare !== null)
  if (known.length === 0) return []
  const bySize = [...known].sort((a, b) => a.welfare! - b.welfare!)
  const losers = bySize.filter((one) => one.welfare! < -smallest)
  const gainers = bySize.filter((one) => one.welfare! > smallest).reverse()
  const named = answer.groups.filter(({ name }) => name !== 'world')
  const world = answer.groups.find(({ name }) => name === 'world')!
  return [
    `Loses: ${listed(losers)}`,
    `Gains: ${listed(gainers)}`,
    `Together: ${[...named, world].map((group) => `${group.name === 'world' ? 'the world' : group.name} ${changeWords(group)}`).join('; ')}.`,
  ]
}

function listed(rows: readonly ScenarioResult[]): string {
  if (rows.length === 0) return 'none by a hundredth of a per cent or more.'
  const shown = rows.slice(0, 5).map((one) => `${one.name} ${changeWords(one)}`)
  return `${shown.join('; ')}${rows.length > 5 ? `; and ${rows.length - 5} others by less` : ''}.`
}

function changeWords({ welfare, low90, high90 }: DrawnChange): string {
  return low90 === null || high90 === null ? signedPercent(welfare) : `${signedPercent(welfare)} (${signed(low90)} to ${signed(high90)})`
}

function signedPercent(value: number | null): string {
  return value === null ? 'undefined' : `${signed(value)} %`
}

function signed(value: number): string {
  const text = Math.abs(value).toFixed(2)
  return Number(text) === 0 ? text : `${value < 0 ? '-' : '+'}${text}`
}

function sureLine({ scenario, convergence }: ScenarioAnswer): string {
  if (!convergence.converged) return 'How sure: no equilibrium was found, so there are no figures.'
  if (convergence.secondStart !== 'same') return 'How sure: a second search found no or another equilibrium, so there are no figures.'
  const solved = `the equilibrium was found in ${convergence.steps} steps, and a second search from other wages ended at it too`
  if (scenario.draws === 0) return `How sure: nothing was drawn, so there are no intervals; ${solved}.`
  return `How sure: in brackets 90 % of ${scenario.draws} draws of ${scenario.uncertain.join(' and ')}; ${solved}.`
}

function movesLine(answer: ScenarioAnswer): string[] {
  const most = answer.moves[0]
  if (most === undefined) return []
  return [
    `Moves it most: ${most.what}, which put ${nameOf(answer, answer.headline)} between ${signedPercent(most.low)} (${most.lowAt}) and ${signedPercent(most.high)} (${most.highAt}).`,
  ]
}

function publishedLine(answer: ScenarioAnswer): string[] {
  if (answer.published.length === 0) return []
  const each = answer.published.map(
    ({ who, published, ours }) => `${nameOf(answer, who)} ${signedPercent(published)}, here ${signedPercent(ours)}`,
  )
  return [`Published (${answer.published[0]!.where}): ${each.join('; ')}. Why they differ stands below.`]
}

function nameOf({ results }: ScenarioAnswer, who: string): string {
  return results.find(({ iso3 }) => iso3 === who)?.name ?? who
}

function columns({ scenario }: ScenarioAnswer): Column[] {
  const drawn: Column[] =
    scenario.draws === 0
      ? []
      : [
          { title: 'median', align: 'right' },
          { title: '90 % of draws', align: 'right' },
        ]
  return [
    { title: '' },
    { title: 'welfare, %', align: 'right' },
    ...drawn,
    { title: 'exports, %', align: 'right' },
    { title: 'imports, %', align: 'right' },
  ]
}

/** Rows of a table for a reader: the most affected; CSV and JSON have all. */
const rowsShown = 20

function rowsOf(answer: ScenarioAnswer): string[][] {
  const most = [...answer.results].sort((a, b) => Math.abs(b.welfare ?? 0) - Math.abs(a.welfare ?? 0)).slice(0, rowsShown)
  return [...answer.groups.map((group) => rowOf(answer, group)), ...most.map((one) => rowOf(answer, one))]
}

function rowOf({ scenario }: ScenarioAnswer, row: GroupResult | ScenarioResult): string[] {
  const drawn = scenario.draws === 0 ? [] : [figure(row.median), row.low90 === null ? '' : `${figure(row.low90)} to ${figure(row.high90)}`]
  const trade = 'iso3' in row ? [figure(row.exports), figure(row.imports)] : ['', '']
  return [row.name === 'world' ? 'World' : row.name, row.welfare === null ? 'undefined' : signed(row.welfare), ...drawn, ...trade]
}

function figure(value: number | null): string {
  return value === null ? '' : signed(value)
}

const moveColumns: readonly Column[] = [
  { title: 'if this changes' },
  { title: 'from, %', align: 'right' },
  { title: 'at' },
  { title: 'to, %', align: 'right' },
  { title: 'at' },
]

function moveRows({ moves }: ScenarioAnswer): string[][] {
  return moves.map(({ what, low, lowAt, high, highAt }) => [what, signed(low), lowAt, signed(high), highAt])
}

const publishedColumns: readonly Column[] = [
  { title: '' },
  { title: 'published, %', align: 'right' },
  { title: 'here, %', align: 'right' },
  { title: 'where' },
]

function publishedRows(answer: ScenarioAnswer): string[][] {
  return answer.published.map(({ who, published, ours, where }) => [nameOf(answer, who), signed(published), figure(ours), where])
}
