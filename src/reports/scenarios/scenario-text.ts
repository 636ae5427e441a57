import type { DrawnChange, GroupResult, ScenarioAnswer, ScenarioResult } from '../../scenarios/scenario-answer.ts'
import { csv } from '../text/csv.ts'
import { type Column, type TableWriter, textAndMarkdown, type WrittenPage } from '../text/table.ts'

/** Writes the answer to a scenario as text: ten lines that say it all, then the tables behind them. */
export const scenarioPage: WrittenPage<ScenarioAnswer> = textAndMarkdown(page)

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
  if (answer.effects.length > 0) parts.push(answer.effects.map((row) => paragraph(effectWords(row))).join('\n'))
  if (answer.spread.length > 0)
    parts.push(
      `Where the spread of the draws comes from\n${table(spreadColumns(answer), spreadRows(answer))}`,
      paragraph('Parts of the variance (Shapley values); after ± the standard error of the simulation.'),
    )
  if (answer.alignment !== null) parts.push(...alignmentParts(answer.alignment, table, paragraph))
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
    ...blocsLine(answer),
    ...outcomeLines(answer),
    sureLine(answer),
    ...spreadLine(answer),
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

function blocsLine({ alignment }: ScenarioAnswer): string[] {
  if (alignment === null) return []
  const { blocs, from, until, measure } = alignment
  const each = blocs.map(({ name, poles, central }) => `${name} votes with ${poles.join(', ')} (${central.length} economies in most draws)`)
  const years = from === until ? String(from) : `${from} to ${until}`
  const how = measure === 'communities' ? 'communities of states that vote alike' : 'ideal points'
  return [`Blocs, drawn from ${how} in the UN General Assembly, ${years}: ${each.join('; ')}.`]
}

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
  return `How sure: in brackets 90 % of ${scenario.draws} draws of ${scenario.uncertain.join('; of ')}. Also, ${solved}.`
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

function effectWords({ terms, trade, low90, high90, cost, source }: ScenarioAnswer['effects'][number]): string {
  const range = low90 === null || high90 === null ? '' : ` (90 %: ${signed(low90)} to ${signed(high90)})`
  const costs =
    signed(cost.least) === signed(cost.greatest)
      ? `${signed(cost.least)} %`
      : `${signed(cost.least)} to ${signed(cost.greatest)} % by sector`
  return `Ends: ${terms.join(' + ')}, estimated by ${source}. Trade ${signed(trade)} %${range} before prices adjust, which is what a change of trade costs by ${costs} does.`
}

const sourceWords = {
  membership: 'who is in which bloc',
  elasticities: 'the elasticities',
  size: 'the size of the shocks',
  estimate: 'the estimated effect',
} as const

/** Says what the spread of the headline, or else of the first group, comes from. */
function spreadLine({ spread }: ScenarioAnswer): string[] {
  const [first] = spread
  if (first === undefined) return []
  const bySize = [...first.shares].sort((a, b) => b.percent - a.percent)
  const parts = bySize.map(
    ({ source, percent }, k) => `${Math.max(0, Math.round(percent))} % ${k === 0 ? 'comes from' : 'from'} ${sourceWords[source]}`,
  )
  const name = first.name === 'world' ? 'the world' : first.name
  return [`Of the spread of ${name}, ${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}.`]
}

function spreadColumns({ spread }: ScenarioAnswer): Column[] {
  return [
    { title: '' },
    { title: 'standard deviation, points', align: 'right' },
    ...spread[0]!.shares.map(({ source }): Column => ({ title: `${sourceWords[source]}, %`, align: 'right' })),
  ]
}

function spreadRows({ spread }: ScenarioAnswer): string[][] {
  return spread.map(({ name, deviation, shares }) => [
    name === 'world' ? 'World' : name,
    deviation.toFixed(2),
    ...shares.map(({ percent, error }) => `${Math.max(0, percent).toFixed(0)} ± ${error.toFixed(0)}`),
  ])
}

type Alignment = NonNullable<ScenarioAnswer['alignment']>

/** From this share of the resamples on, a state is said to be in a bloc without its share. */
const nearlyAlways = 0.95

/** Says who is how often in which bloc: in a sentence those who nearly always are, in a table all others. */
function alignmentParts(alignment: Alignment, table: TableWriter, paragraph: (text: string) => string): string[] {
  const { blocs, members, unplaced, together, resamples } = alignment
  const usual = blocs.map(({ name, poles }) => {
    const sure = members.filter(({ shares }) => shares[name]! >= nearlyAlways)
    return `${name} (with ${poles.join(', ')}) in ${Math.round(100 * nearlyAlways)} % or more: ${sure.map((one) => one.name).join(', ')}.`
  })
  const isOpen = ({ shares }: Alignment['members'][number]): boolean =>
    Object.values(shares).every((share) => share < nearlyAlways) && noneOf(shares) < nearlyAlways
  const open = members.filter(isOpen)
  const never = members.filter(({ shares }) => noneOf(shares) >= nearlyAlways)
  const rows = open.map(({ name, shares }) => [name, ...blocs.map((bloc) => share(shares[bloc.name]!)), share(noneOf(shares))])
  const columnsOfBlocs: Column[] = [
    { title: '' },
    ...[...blocs.map(({ name }) => name), 'in none'].map((title): Column => ({ title, align: 'right' })),
  ]
  return [
    paragraph(`Who is in which bloc, over ${resamples - together} ${measureWords(alignment)}`),
    usual.map(paragraph).join('\n'),
    ...(never.length === 0
      ? []
      : [paragraph(`In none in ${Math.round(100 * nearlyAlways)} % or more: ${never.map(({ name }) => name).join(', ')}.`)]),
    ...(open.length === 0 ? [] : [table(columnsOfBlocs, rows)]),
    ...(unplaced.length === 0 ? [] : [paragraph(`In none, since they do not vote or were not to be drawn: ${unplaced.join(', ')}.`)]),
    ...(together === 0
      ? []
      : [
          paragraph(
            `In ${together} of ${resamples} resamples two blocs share a community. These say nothing of who is in which, and are left out.`,
          ),
        ]),
    paragraph(
      `Votes are not promises: how a state votes is not what it would do. The same votes: ${alignment.command}. Source: ${alignment.sources.map(({ title, vintage }) => `${title} (${vintage})`).join('; ')}.`,
    ),
  ]
}

function measureWords({ measure, from, until, rollCalls, neutral }: Alignment): string {
  const years = from === until ? String(from) : `${from} to ${until}`
  return measure === 'communities'
    ? `resamples of the ${rollCalls} roll calls of ${years} in the UN General Assembly: a state is in the bloc whose community it shares.`
    : `draws of the ideal points of ${years} (${rollCalls} roll calls in the UN General Assembly): a state is in the bloc to which its point is nearer${neutral === null || neutral === 0 ? '' : `, and in none in the middle ${Math.round(100 * neutral)} % of the way`}.`
}

function noneOf(shares: Readonly<Record<string, number>>): number {
  return 1 - Object.values(shares).reduce((sum, one) => sum + one, 0)
}

function share(value: number): string {
  return `${Math.round(100 * value)} %`
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
