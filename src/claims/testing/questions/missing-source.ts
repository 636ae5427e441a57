import type { ClaimTestContext } from '../../claim-test-context.ts'
import { capitalised } from '../judging/findings.ts'
import { spanText } from '../judging/span-words.ts'
import { actorText } from './query-flows.ts'
import type { Question } from './question.ts'

/** For each family of questions: the sources that could decide a question that the record leaves open, by id, with their names. */
const sources: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  goods: {
    'imf-imts': 'the IMF’s trade in goods by partner country',
    comtrade: 'UN Comtrade',
    'cow-trade': 'the trade data of the Correlates of War',
  },
  fossil: {
    'crea-fossil': 'the imports of Russian fuels that CREA compiles',
    'comext-fossil': 'Eurostat’s Comext',
    'eurostat-energy': 'Eurostat’s energy statistics',
  },
  arms: { 'sipri-register': 'SIPRI’s register of arms transfers' },
  own: { 'sipri-milex': 'SIPRI’s military expenditure' },
  held: { 'china-global-investment-tracker': 'the China Global Investment Tracker' },
}
const economies = { 'world-bank': 'the World Bank’s World Development Indicators' }

/** Describes which source would decide a question, with the command that explains how to add the source. */
export function missingSource({ subject, days }: Question, bench: ClaimTestContext): string | null {
  const of = subject.family === 'own' && subject.thing !== 'defence-spending' ? economies : (sources[subject.family] ?? {})
  const missing = Object.entries(of).filter(([id]) => !bench.cards.has(id))
  const what = subject.to === '' ? actorText(subject.from) : `${actorText(subject.from)} and ${actorText(subject.to)}`
  const [first] = missing
  return first === undefined
    ? `A report on ${what} for ${spanText(days)} that the record lacks.`
    : `${capitalised(missing.map(([, name]) => name).join(' or '))}, if it covers ${what} in ${spanText(days)}: visavis sources ${first[0]}`
}
