import { figuresOf } from '../../memory/index.ts'
import type { Estimate } from '../../store/index.ts'
import type { DomainInputs } from '../forms/assessment.ts'
import { formatFigure, formatShare, inSentence, possessive } from '../forms/wording.ts'
import { type Direction, directionsOf } from '../record/memory-level.ts'
import { goodsOfPage } from '../record/pair-goods.ts'
import { boundFigure, type EstimatedFlow, type FlowFound, flowFigures, flowFound } from './estimated-flows.ts'

/** Sales between the two by the OECD's input-output tables: figures in both directions, one sentence, and the note that belongs to them. */
export interface InputOutputSales {
  readonly estimates: readonly Estimate[]
  readonly sentence: string
  readonly notes: readonly string[]
}

const source = 'oecd-icio'
export const fuels: EstimatedFlow = { id: 'fuel-sales', indicator: 'fuel-sales', source, name: 'fuels' }
export const electronics: EstimatedFlow = { id: 'electronics-sales', indicator: 'electronics-sales', source, name: 'electronics' }
export const services: EstimatedFlow = { id: 'services-sales', indicator: 'services-sales', source, name: 'services' }

/** Returns what the industries of each side sell the other. Where the tables have no row for a way that they cover, the figure is their threshold, at most. */
export async function inputOutputSales(bench: DomainInputs, of: EstimatedFlow): Promise<InputOutputSales> {
  const { a, b } = bench.dyad
  const figures = await figuresOf(bench.snapshot, a.iso3, b.iso3)
  const found = directionsOf(bench).map((sale) => ({ sale, flow: flowFound(bench, figures, of, sale) }))
  const estimates = found.flatMap(({ sale, flow }) => (flow.level === undefined ? boundOf(bench, of, sale, flow) : flowFigures(flow)))
  const doubt = of === services ? '' : doubtOf(await aboveAllGoods(bench, found))
  return {
    estimates,
    sentence: `${sentenceOn(of, found)}${doubt}`,
    notes:
      estimates.length === 0
        ? []
        : ['The OECD’s tables are at basic prices and made to balance: no figure of customs, and not to be compared with one.'],
  }
}

/** A sale with what the tables have of it. */
interface FoundSale {
  readonly sale: Direction
  readonly flow: FlowFound
}

function boundOf(bench: DomainInputs, of: EstimatedFlow, sale: Direction, flow: FlowFound): Estimate[] {
  return boundFigure(bench, `${of.id}-${sale.way}`, `${of.name} from ${inSentence(sale.from.name)} to ${inSentence(sale.to.name)}`, sale, [
    flow,
  ])
}

/** A sale that these tables hold to be worth more than every report of all goods that went the same way in the same year. */
interface Exceeding {
  readonly sale: Direction
  readonly goods: number
  readonly year: string
}

async function aboveAllGoods(bench: DomainInputs, found: readonly FoundSale[]): Promise<Exceeding[]> {
  const { reports } = await goodsOfPage(bench)
  return found.flatMap(({ sale, flow: { level } }) => {
    const same = reports.filter((one) => one.unit === 'USD' && one.direction === sale.way && String(one.year) === level?.period)
    const goods = Math.max(...same.map(({ value }) => value))
    return level === undefined || same.length === 0 || level.value <= goods ? [] : [{ sale, goods, year: level.period }]
  })
}

/** Begins the sentence that doubts a figure of the tables. */
export const doubtful = 'That is doubtful'

/** Says where the tables contradict trade statistics, beside the figure that does. */
function doubtOf(exceeding: readonly Exceeding[]): string {
  const [first, second] = exceeding
  if (first === undefined) return ''
  const { from: seller, to: buyer } = first.sale
  const all = `all goods ${second === undefined ? `from ${inSentence(seller.name)} to ${inSentence(buyer.name)}` : 'that went either way'}`
  const most =
    second === undefined ? formatFigure(first.goods, 'USD') : `${formatFigure(first.goods, 'USD')} and ${formatFigure(second.goods, 'USD')}`
  return ` ${doubtful}: trade statistics of ${first.year} have ${most} at most for ${all}.`
}

/** Writes both directions in one sentence, the larger first; a bound only where neither direction has a row. Empty where the tables do not cover the pair. */
function sentenceOn({ name }: EstimatedFlow, found: readonly FoundSale[]): string {
  const sold = found.filter(({ flow }) => flow.level !== undefined).sort((x, y) => y.flow.level!.value - x.flow.level!.value)
  const [first, second] = sold
  const tables = 'By the OECD’s input-output tables'
  if (first === undefined) {
    const bound = found[0]?.flow.bound
    if (bound === undefined) return ''
    const [one, other] = [found[0]!.sale.from, found[0]!.sale.to].map((state) => inSentence(state.name))
    return `${tables} neither ${one} nor ${other} sold the other ${name} for as much as ${formatFigure(bound.threshold, 'USD')} in ${bound.year}, an estimate.`
  }
  const level = first.flow.level!
  const forth = `${possessive(first.sale.from.name)} industries sold ${inSentence(first.sale.to.name)} ${name} for ${amountOf(first)} in ${level.period}`
  const back =
    second === undefined
      ? ''
      : `, and ${possessive(second.sale.from.name)} sold ${inSentence(second.sale.to.name)} ${name} for ${amountOf(second)}`
  return `${tables} ${forth}${back}: estimates at basic prices.`
}

function amountOf({ sale: { to: buyer }, flow: { of, level, beside } }: FoundSale): string {
  const share = beside.find(({ id }) => id.startsWith(`${of.id}-share-`))
  const part =
    share === undefined || share.value < 0.01
      ? ''
      : ` (${formatShare(share.value)} of the ${of.name} that ${inSentence(buyer.name)} imports)`
  return `${formatFigure(level!.value, level!.unit)}${part}`
}
