import type { ClaimBench } from '../../claim-bench.ts'
import { sayDays } from '../judging/span-words.ts'
import { sayActor } from '../questions/query-flows.ts'
import type { Question } from '../questions/question.ts'

/** For each table: sources that would tell, where they are not in the record yet. */
const sources: Readonly<Record<string, readonly string[]>> = {
  goods: ['imf-imts', 'comtrade', 'cow-trade'],
  fossil: ['crea-fossil', 'comext-fossil', 'eurostat-energy'],
  arms: ['sipri-register'],
  own: ['sipri-milex'],
  held: ['china-global-investment-tracker'],
}

/** Which source would settle a question, and the command that says how to bring it. */
export function settles({ subject, days }: Question, bench: ClaimBench): string | null {
  const missing = (sources[subject.family] ?? []).filter((id) => !bench.cards.has(id))
  const what = subject.to === '' ? sayActor(subject.from) : `${sayActor(subject.from)} and ${sayActor(subject.to)}`
  return missing[0] === undefined
    ? `A report on ${what} for ${sayDays(days)} that the record lacks.`
    : `${missing.join(' or ')}, if it tells of ${what} in ${sayDays(days)}: visavis sources ${missing[0]}`
}
