import type { ClaimTestContext } from '../../claim-test-context.ts'
import { spanText } from '../judging/span-words.ts'
import { actorText } from './query-flows.ts'
import type { Question } from './question.ts'

/** For each family of questions: the sources that could decide a question that the record leaves open. */
const sources: Readonly<Record<string, readonly string[]>> = {
  goods: ['imf-imts', 'comtrade', 'cow-trade'],
  fossil: ['crea-fossil', 'comext-fossil', 'eurostat-energy'],
  arms: ['sipri-register'],
  own: ['sipri-milex'],
  held: ['china-global-investment-tracker'],
}

/** Describes which source would decide a question, with the command that explains how to add the source. */
export function missingSource({ subject, days }: Question, bench: ClaimTestContext): string | null {
  const of = subject.family === 'own' && subject.thing !== 'defence-spending' ? ['world-bank'] : (sources[subject.family] ?? [])
  const missing = of.filter((id) => !bench.cards.has(id))
  const what = subject.to === '' ? actorText(subject.from) : `${actorText(subject.from)} and ${actorText(subject.to)}`
  return missing[0] === undefined
    ? `A report on ${what} for ${spanText(days)} that the record lacks.`
    : `${missing.join(' or ')}, if it tells of ${what} in ${spanText(days)}: visavis sources ${missing[0]}`
}
