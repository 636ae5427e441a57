import type { SetsRange, SideOfAnswer, TradeBaseOfAnswer } from '../../reports/scenarios/coalition.ts'
import type { TradeModel } from '../../scenarios/coalitions/trade-coalition.ts'
import type { ElasticitySet } from '../../scenarios/data/elasticity-sets.ts'
import type { NamedSide, TradeQuestion } from './trade-question.ts'

/** Words for what is cut. */
export function cutWords({ cut, card }: Pick<TradeQuestion, 'cut' | 'card'>): string {
  const whole = cut.sectors.length === card.sectors.length
  const what = whole ? 'all trade' : `trade in ${cut.sectors.map((s) => card.sectorNames[s]!.toLowerCase()).join(', ')}`
  return Number.isFinite(cut.factor) ? `${what} becomes ${cut.factor} times as costly to move` : `${what} is banned`
}

export function sideOfAnswer({ name, economies, lacking }: NamedSide): SideOfAnswer {
  return { name, economies, lacking }
}

export function baseOfAnswer({ card, elasticities }: TradeQuestion): TradeBaseOfAnswer {
  const { id, title, year, unit, source, licence } = card
  const { id: set, title: setTitle, citation } = elasticities
  return { id, title, year, unit, source, licence, elasticities: { id: set, title: setTitle, citation } }
}

/**
 * Returns the range of each figure over the published sets of elasticities, and the set that was asked for.
 *
 * @param figures   computes the figures with one set; NaN where there is no solution
 */
export function rangeOverSets(question: TradeQuestion, figures: (model: TradeModel) => readonly number[]): SetsRange[] {
  return rangeOfSets(question, (set) => figures(question.modelWith(set)))
}

/** The same for figures that are computed from the elasticities themselves. */
export function rangeOfSets(
  { sets, elasticities }: Pick<TradeQuestion, 'sets' | 'elasticities'>,
  figures: (set: ElasticitySet) => readonly number[],
): SetsRange[] {
  const all = sets.some(({ id }) => id === elasticities.id) ? sets : [...sets, elasticities]
  const found = all.map(figures)
  return found[0]!.map((_, k) => {
    const values = found.map((one) => one[k]!).filter(Number.isFinite)
    return { low: Math.min(...values), high: Math.max(...values), solved: values.length, sets: all.length }
  })
}

/** What the figures assume and lack, in sentences. */
export function tradeNotes(
  { card, elasticities }: TradeQuestion,
  sides: readonly NamedSide[],
  deficits: 'fixed' | 'without deficits' = 'fixed',
): string[] {
  const lacking = [...new Set(sides.flatMap((side) => side.lacking))]
  return [
    `Model: general equilibrium on ${card.title}; elasticities: ${elasticities.title}.`,
    ...card.notes,
    ...(lacking.length === 0 ? [] : [`Members that the table does not have by themselves: ${lacking.join(', ')}.`]),
    `A loss is of real spending, year for year, after all prices and wages have adjusted.${deficits === 'fixed' ? ' Deficits stay fixed.' : ''} Losses in the first months are larger.`,
  ]
}
