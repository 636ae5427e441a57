import type { Known } from '../../../store/index.ts'
import type { DomainInputs } from '../../forms/assessment.ts'
import { formatShare, inSentence } from '../../forms/wording.ts'
import { type ModelOfTrade, nothingModelled } from './gravity-figures.ts'
import { modelRow } from './model-row.ts'

/** What one side loses, as shares of its real spending; below 0 is a gain. */
interface Loss {
  readonly value: number
  readonly low: number
  readonly high: number
}

/** Less than this share of spending is said in words. */
const tiny = 1e-4

const goodsOnly = 'baci-2023'

/** Returns what each side would lose if all trade between them ended, by a model, and which of the two would lose more. */
export async function tradeCutLosses(bench: DomainInputs): Promise<ModelOfTrade> {
  const row = await modelRow(bench, 'trade_losses')
  if (row === undefined) return nothingModelled
  const { a, b } = bench.dyad
  const [first, second] = ['a', 'b'].map((side): Loss => {
    const [value, low, high] = ['loss', 'low', 'high'].map((name) => Number(row.cells[`${name}_${side}`])) as [number, number, number]
    return { value, low, high }
  }) as [Loss, Loss]
  const [lossA, lossB] = row.isTurned ? [second, first] : [first, second]
  const base = String(row.cells['base'])
  const figure = (id: string, name: string, { value, low, high }: Loss): Known => ({
    ...{
      state: 'estimated',
      id,
      label: `loss of ${inSentence(name)} if all trade between them ended, share of real spending`,
      unit: 'share',
    },
    ...{
      period: row.year,
      value,
      interval: { low, high, kind: 'specifications' },
      method: `general equilibrium on ${base}, over published elasticities`,
    },
    evidence: row.evidence,
  })
  return {
    estimates: [figure('trade-cut-loss-a', a.name, lossA), figure('trade-cut-loss-b', b.name, lossB)],
    sentence: sentenceOf(bench, lossA, lossB, base === goodsOnly),
    notes: [
      `The losses are those of a model of the long run${base === goodsOnly ? ' with goods as one sector' : ''}, without links from inputs to output: losses of the first months are larger. visavis leverage ${a.iso3} ${b.iso3}${base === goodsOnly ? ` --base ${goodsOnly}` : ''} has cuts in one direction.`,
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
