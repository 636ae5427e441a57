import { figureOf, type PairFigures } from '../../../memory/index.ts'
import { traitsOf } from '../../../sources/source-traits.ts'
import type { DomainInputs } from '../../forms/assessment.ts'
import { formatShare, inSentence } from '../../forms/wording.ts'
import { knownFigure } from '../../record/memory-figure.ts'
import { type ModelOfTrade, modelEvidence, nothingModelled } from './gravity-figures.ts'

/** What one side loses, as shares of its real spending; below 0 is a gain. */
interface Loss {
  readonly value: number
  readonly low: number
  readonly high: number
}

/** Less than this share of spending is said in words. */
const tiny = 1e-4

/** Returns what each side would lose if all trade between them ended, by a model, and which of the two would lose more. */
export function tradeCutLosses(bench: DomainInputs, figures: PairFigures): ModelOfTrade {
  const figure = figureOf('trade-cut-loss')
  const { a, b, to } = bench.dyad
  const [rowA, rowB] = [figures.level(figure.id, a.iso3, b.iso3, to), figures.level(figure.id, b.iso3, a.iso3, to)]
  if (rowA === undefined || rowB === undefined) return nothingModelled
  const evidence = [modelEvidence('trade_losses', rowA)]
  const [lossA, lossB] = [rowA, rowB].map(({ value, low, high }): Loss => ({ value, low: low!, high: high! })) as [Loss, Loss]
  const base = rowA.basis!
  const isGoodsOnly = traitsOf(base).lists === 'all pairs'
  return {
    estimates: [knownFigure(figure, rowA, bench.dyad, 'a', evidence), knownFigure(figure, rowB, bench.dyad, 'b', evidence)],
    sentence: sentenceOf(bench, lossA, lossB, isGoodsOnly),
    notes: [
      `The losses are those of a model of the long run${isGoodsOnly ? ' with goods as one sector' : ''}, without links from inputs to output: losses of the first months are larger. visavis leverage ${a.iso3} ${b.iso3}${isGoodsOnly ? ` --base ${base}` : ''} has cuts in one direction.`,
    ],
  }
}

function sentenceOf({ dyad: { a, b } }: DomainInputs, lossA: Loss, lossB: Loss, isGoodsOnly: boolean): string {
  const model = `By a long-run model of trade${isGoodsOnly ? ' in goods' : ''}, an end of all trade between them`
  if (lossA.high < tiny && lossB.high < tiny) return `${model} would cost neither as much as 0.01 % of its real spending.`
  const [inA, inB] = [inSentence(a.name), inSentence(b.name)]
  const ranges = `with other published elasticities ${rangeOf(lossA)} and ${rangeOf(lossB)}`
  return `${model} would cost ${inA} ${lossWords(lossA)} of its real spending and ${inB} ${lossWords(lossB)} (${ranges})${whoLosesMore(inA, inB, lossA, lossB)}.`
}

function lossWords({ value }: Loss): string {
  if (value < tiny) return 'less than 0.01 %'
  return formatShare(value)
}

function rangeOf({ low, high }: Loss): string {
  if (high < tiny) return 'less than 0.01 %'
  return low < tiny ? `up to ${formatShare(high)}` : `${formatShare(low).replace(' %', '')} to ${formatShare(high)}`
}

/** Names the side that loses more only where the ranges do not meet. */
function whoLosesMore(nameA: string, nameB: string, lossA: Loss, lossB: Loss): string {
  if (lossA.low > lossB.high) return `: ${nameA} would lose more`
  if (lossB.low > lossA.high) return `: ${nameB} would lose more`
  return ''
}
