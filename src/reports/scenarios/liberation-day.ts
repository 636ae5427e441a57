import { counted } from '../../assessments/forms/wording.ts'
import type { LiberationDayAnswer } from '../../scenarios/liberation-day/liberation-day.ts'
import type { TariffOutcome } from '../../scenarios/liberation-day/outcomes.ts'
import { stateOf } from '../../states/index.ts'
import type { Evidence } from '../../store/index.ts'
import { csv } from '../text/csv.ts'
import { type Column, type TableWriter, textAndMarkdown, type WrittenPage } from '../text/table.ts'

/** The answer of `visavis scenario liberation-day`. */
export interface LiberationDayReport {
  readonly schemaVersion: 1
  readonly scenario: 'liberation-day'
  readonly model: 'wedge' | 'eaton-kortum'
  readonly retaliation: 'none' | 'reciprocal' | 'optimal'
  readonly rebate: 'income-tax' | 'lump-sum'
  readonly elasticity: number
  readonly tariff: {
    readonly kind: 'announced' | 'optimal' | 'uniform'
    /** The tariff where it is uniform, in percent. */
    readonly percent: number | null
    /** Least and greatest tariff on US goods in percent; null without retaliation. */
    readonly onUsGoods: { readonly least: number; readonly greatest: number } | null
    /** What the announced tariffs rest on; null where they are the user's. */
    readonly source: string | null
  }
  readonly base: {
    readonly kind: 'record' | 'folder'
    readonly economies: number
    /** Flows for which an earlier year stands, and their percentage of all trade; null for a folder. */
    readonly filled: { readonly flows: number; readonly percent: number } | null
    readonly leftOut: readonly string[]
  }
  readonly converged: boolean
  readonly residual: number
  readonly steps: number
  readonly sameFromSecondStart: boolean | null
  readonly world: LiberationDayAnswer['world']
  readonly results: readonly TariffOutcome[]
  /** What the figures assume and what they do not cover, in sentences. */
  readonly assumptions: readonly string[]
  readonly citation: string
  readonly snapshot: { readonly id: string; readonly created: string } | null
  readonly evidence: readonly Evidence[]
  readonly sources: readonly {
    readonly id: string
    readonly title: string
    readonly citation: string
    readonly vintage: string
    readonly licence: string
  }[]
}

/** Writes one row for each economy. Percent of the base year, except revenue: a share of spending. */
export function liberationDayCsv({ results }: LiberationDayReport): string {
  return csv(
    ['iso3', 'welfare', 'deficit', 'exports_gdp', 'imports_gdp', 'employment', 'prices', 'revenue'],
    results.map((one) => [one.iso3, one.welfare, one.deficit, one.exportsGdp, one.importsGdp, one.employment, one.prices, one.revenue]),
  )
}

export const liberationDayPage: WrittenPage<LiberationDayReport> = textAndMarkdown(page)

const right = { align: 'right' } as const
const columns: readonly Column[] = [
  { title: 'percent' },
  { title: 'welfare', ...right },
  { title: 'exports/GDP', ...right },
  { title: 'imports/GDP', ...right },
  { title: 'employment', ...right },
  { title: 'prices', ...right },
]

function page(answer: LiberationDayReport, table: TableWriter, paragraph: (text: string) => string): string {
  return [
    paragraph(lead(answer)),
    '',
    table(columns, shown(answer.results).map(row)),
    '',
    paragraph(
      `World trade over income ${signed(answer.world.trade)} %, employment ${signed(answer.world.employment, 2)} %. ${solved(answer)}`,
    ),
    '',
    ...answer.assumptions.map((sentence) => paragraph(`- ${sentence}`)),
    '',
    ...(answer.tariff.source === null ? [] : [paragraph(`Tariffs: ${answer.tariff.source}`), '']),
    paragraph(`Model: ${answer.citation}`),
  ].join('\n')
}

function lead({ results, tariff, retaliation }: LiberationDayReport): string {
  const usa = results.find(({ iso3 }) => iso3 === 'USA')!
  const how = tariff.percent === null ? 'The tariffs of 2 April 2025' : `A US tariff of ${tariff.percent.toFixed(1)} % on everyone`
  const losing = results.filter(({ iso3, welfare }) => iso3 !== 'USA' && welfare !== null && welfare < 0).length
  return (
    `${how}, ${answers[retaliation]}: welfare of the United States ${signed(usa.welfare, 2)} %. ` +
    `${losing} of the ${counted(results.length - 1, 'other economy', 'other economies')} lose. This is a model's answer for the long run, not a forecast.`
  )
}

const answers = {
  none: 'without retaliation',
  reciprocal: 'answered by the same tariffs on US goods',
  optimal: 'answered by the tariffs on US goods that are best for the partners',
}

/** The United States, the ten largest losses and the five largest gains. */
function shown(results: readonly TariffOutcome[]): TariffOutcome[] {
  const others = results.filter(({ iso3, welfare }) => iso3 !== 'USA' && welfare !== null).sort((a, b) => a.welfare! - b.welfare!)
  const ends = others.length <= 15 ? others : [...others.slice(0, 10), ...others.slice(-5)]
  return [...results.filter(({ iso3 }) => iso3 === 'USA'), ...ends]
}

function row(one: TariffOutcome): string[] {
  const figures = [one.welfare, one.exportsGdp, one.importsGdp, one.employment, one.prices]
  return [stateOf(one.iso3)?.name ?? one.iso3, ...figures.map((value) => signed(value, 2))]
}

function solved({ steps, residual, sameFromSecondStart }: LiberationDayReport): string {
  const again = sameFromSecondStart === true ? ' A second start leads to the same solution.' : ''
  return `Solved in ${steps} steps; the largest imbalance of a market is ${residual.toExponential(0)} of its size.${again}`
}

function signed(value: number | null, decimals = 1): string {
  if (value === null) return 'undefined'
  const text = Math.abs(value).toFixed(decimals)
  if (Number(text) === 0) return text
  return `${value < 0 ? '−' : '+'}${text}`
}
