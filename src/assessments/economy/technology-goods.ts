import { figuresOf } from '../../memory/index.ts'
import { isKnown } from '../../store/index.ts'
import { sectorGoods } from '../../store/indicators/indicators-technology.ts'
import type { DomainInputs } from '../forms/assessment.ts'
import { formatFigure, formatPercentile, inSentence, joinedWords } from '../forms/wording.ts'
import type { TableFindings } from '../record/ledger-domain.ts'
import { type Direction, directionsOf } from '../record/memory-level.ts'
import { amountWithShare, boundFigure, type EstimatedFlow, type FlowFound, flowFigures, flowFound } from './estimated-flows.ts'
import { electronics, inputOutputSales } from './input-output-sales.ts'
import { koreanConfusion } from './korean-confusion.ts'

const groups: readonly EstimatedFlow[] = sectorGoods.map(({ id, indicator, name }) => ({ id, indicator, name, source: 'baci-sectors' }))

/** The groups in a list whose members have commas of their own. */
const groupList = groups.map(({ name }) => name).join('; ')

/** What one side sells the other: goods in groups, by customs as CEPII reconciles them. */
interface Sold {
  readonly sale: Direction
  readonly goods: readonly FlowFound[]
}

/** Returns trade in five groups of goods that show technical dependence, and sales of electronics by input-output tables, in both directions. `silent` is a reason where neither side reports, else empty. */
export async function technologyGoods(bench: DomainInputs): Promise<TableFindings & { readonly silent: string }> {
  const { a, b } = bench.dyad
  const figures = await figuresOf(bench.snapshot, a.iso3, b.iso3)
  const sold = directionsOf(bench).map((sale) => ({ sale, goods: groups.map((of) => flowFound(bench, figures, of, sale)) }))
  const devices = await inputOutputSales(bench, electronics)
  const caution = sold.some(hasGoods) ? koreanConfusion(bench.dyad) : undefined
  return {
    silent: silentReason(bench),
    estimates: sold
      .flatMap((one) => [
        ...one.goods.flatMap(flowFigures),
        ...(hasGoods(one)
          ? []
          : boundFigure(
              bench,
              `technology-goods-${one.sale.way}`,
              `each of five groups of technology goods from ${inSentence(one.sale.from.name)} to ${inSentence(one.sale.to.name)}`,
              one.sale,
              one.goods,
            )),
      ])
      .concat(devices.estimates),
    sentences: [...sentencesOn(sold), caution?.sentence ?? '', devices.sentence].filter((text) => text !== ''),
    items: [],
    notes: [...(caution?.notes ?? []), ...notesOn(sold), ...devices.notes],
  }
}

/** Says that the source knows neither state's own reports, where that is so. */
function silentReason({ cards, dyad: { a, b } }: DomainInputs): string {
  const { silent = [] } = cards.get('baci-sectors')?.coverage[0] ?? {}
  const both = silent.includes(a.iso3) && silent.includes(b.iso3)
  return both
    ? `BACI has no report of 2024 from ${inSentence(a.name)} or ${inSentence(b.name)}, so it cannot know what passed between them; `
    : ''
}

function hasGoods({ goods }: Sold): boolean {
  return goods.some(({ level }) => level !== undefined)
}

/** The groups of one direction added up, which only puts the two in order. */
function worthOf({ goods }: Sold): number {
  return goods.reduce((sum, { level }) => sum + (level?.value ?? 0), 0)
}

function isBounded({ goods }: Sold): boolean {
  return goods.every(({ bound }) => bound !== undefined)
}

function sentencesOn(sold: readonly Sold[]): string[] {
  const [one, other] = sold as readonly [Sold, Sold]
  const larger = sold.filter(hasGoods).sort((x, y) => worthOf(y) - worthOf(x))
  const least = formatFigure([...one.goods, ...other.goods].find(({ bound }) => bound !== undefined)?.bound?.threshold ?? 0, 'USD')
  const none =
    isBounded(one) && isBounded(other)
      ? [
          `In 2024 neither ${inSentence(one.sale.from.name)} nor ${inSentence(other.sale.from.name)} sold the other as much as ${least}, by CEPII’s estimate, of any of five groups of goods: ${groupList}.`,
        ]
      : sold
          .filter(isBounded)
          .map(
            ({ sale }) =>
              `In 2024 ${inSentence(sale.from.name)} sold ${inSentence(sale.to.name)} less than ${least} of each of ${larger.length === 0 ? `five groups of goods, by CEPII’s estimate: ${groupList}` : 'the five groups of goods that are followed'}.`,
          )
  return [...larger.map(goodsSentence), ...none]
}

/** A sentence names the three largest groups in full and only names the others. */
const most = 3

function named(found: readonly FlowFound[]): string[] {
  const rest = found.slice(most).map(({ of }) => of.name)
  return [...found.slice(0, most).map(amountWithShare), ...(rest.length === 0 ? [] : [`less of ${rest.join(' and of ')}`])]
}

/** Lists the groups by value, with the place of the largest among all pairs. */
function goodsSentence({ sale, goods }: Sold): string {
  const found = goods.filter(({ level }) => level !== undefined).sort((x, y) => y.level!.value - x.level!.value)
  const rank = found[0]!.beside.find((one) => isKnown(one) && one.id.endsWith('.percentile'))
  const place =
    rank === undefined ? '' : `; in ${found[0]!.of.name} this is above ${formatPercentile(rank.value)} % of the pairs that have any`
  return `In ${found[0]!.level!.period} ${inSentence(sale.from.name)} sold ${inSentence(sale.to.name)} ${joinedWords(named(found))}, by CEPII’s estimate${place}.`
}

function notesOn(sold: readonly Sold[]): string[] {
  const all = sold.flatMap(({ goods }) => goods)
  return [
    ...(all.some(({ of, level }) => of.id === 'semiconductors' && level !== undefined)
      ? [
          'Semiconductors stand with solar cells and panels in the customs code (HS 8541), and with the machines that make them: the figure alone does not tell chips from panels.',
        ]
      : []),
    ...(all.some(({ bound }) => bound !== undefined) ? ['Trade of less than a thousand dollars a year is not listed.'] : []),
  ]
}
