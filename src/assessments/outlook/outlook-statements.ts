import { standingNow } from '../../measures/standing/standing-classes.ts'
import { cdfOf } from '../../outlook/pooled/quantile-forecast.ts'
import type { OutlookTarget } from '../../outlook/targets/outlook-target.ts'
import { likelihoodWord } from '../forms/likelihood.ts'
import { amountWords, capitaliseArticles, inSentence } from '../forms/wording.ts'
import type { PairOutlook } from './pair-outlook.ts'

interface Named {
  readonly name: string
}

/** Years ahead of which the statements speak. */
const ahead = 5

/** At most three sentences on a pair five years ahead: its standing, the distance of ideal points, and the larger flow of goods. */
export function outlookStatements(outlook: PairOutlook, a: Named, b: Named): string[] {
  const own = outlook.targets.filter(({ horizon }) => horizon === ahead)
  const find = (id: string): OutlookTarget | undefined => own.find((one) => one.id === id)
  return [
    standing(outlook, find('standing-up'), find('standing-down'), a, b),
    distance(find('ideal-point-distance'), a, b),
    goods(own),
  ].filter((sentence) => sentence !== undefined)
}

function standing(
  { standing: now }: PairOutlook,
  up: OutlookTarget | undefined,
  down: OutlookTarget | undefined,
  a: Named,
  b: Named,
): string | undefined {
  const period = (up ?? down)?.period
  if (period === undefined || now === null) return undefined
  const same = 1 - (up?.probability ?? 0) - (down?.probability ?? 0)
  const parts = [
    ...(up === undefined ? [] : [`better ${percentText(up.probability!)}`]),
    ...(down === undefined ? [] : [`worse ${percentText(down.probability!)}`]),
  ]
  return `${capitaliseArticles(inSentence(a.name))} and ${inSentence(b.name)} are ${phrase(same)} (${percentText(same)}) to be ${standingNow(now)} in ${period} too; ${parts.join(', ')}.`
}

/** The word as it stands after "is" and before "to". */
function phrase(probability: number): string {
  const word = likelihoodWord(probability)
  if (word === 'roughly even chance') return 'about as likely as not'
  return word === 'almost no chance' ? 'very unlikely' : word
}

function distance(target: OutlookTarget | undefined, a: Named, b: Named): string | undefined {
  if (target === undefined) return undefined
  const { low, high } = target.bands.find(({ level }) => level === 80)!
  const rise = shareAbove(target)
  const way = rise >= 0.5 ? `larger than now is ${percentText(rise)}` : `smaller than now is ${percentText(1 - rise)}`
  const [now, from, to] = [target.baseline, low, high].map((value) => value.toFixed(2))
  return `The distance of ideal points of ${inSentence(a.name)} and ${inSentence(b.name)}, ${now} now, is likely (80 %) to lie between ${from} and ${to} in ${target.period}. The probability that it is ${way}.`
}

/** The probability of more than now. */
function shareAbove({ quantiles, baseline }: OutlookTarget): number {
  return 1 - cdfOf(baseline, quantiles)
}

function goods(own: readonly OutlookTarget[]): string | undefined {
  const flows = own.filter(({ id }) => id.startsWith('goods-flow')).sort((x, y) => y.baseline - x.baseline)
  const [larger] = flows
  if (larger === undefined) return undefined
  const { low, high } = larger.bands.find(({ level }) => level === 80)!
  const rise = shareAbove(larger)
  const title = `${larger.title[0]!.toUpperCase()}${larger.title.slice(1)}`
  const way = rise >= 0.5 ? `larger is ${percentText(rise)}` : `smaller is ${percentText(1 - rise)}`
  return `${title}, ${usd(larger.baseline)} at last count, are likely (80 %) to lie between ${usd(low)} and ${usd(high)} in ${larger.period}. The probability that they are ${way}.`
}

function usd(value: number): string {
  return amountWords(value, 'USD')
}

/**
 * Writes a probability in percent; none is written as 0 or 100.
 *
 * @example [percentText(0.962), percentText(0.0004)]   // ['96 %', 'under 0.1 %']
 */
export function percentText(probability: number): string {
  if (probability < 0.001) return 'under 0.1 %'
  if (probability > 0.999) return 'over 99.9 %'
  const digits = probability < 0.0095 || probability > 0.9905 ? 1 : 0
  return `${(100 * probability).toFixed(digits)} %`
}
