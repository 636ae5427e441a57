import type { Claim } from '../../../claim.ts'
import { isPresentTense } from '../../periods/tense.ts'
import { statedYears } from '../figure-doubts/stated-years.ts'

const states: ReadonlySet<Claim['kind']> = new Set(['quantity', 'count', 'share', 'ranking', 'comparison'])
const presentVerb =
  /\b(?:exceeds|outspends|surpasses|outnumbers|equals|tops|overtakes|numbers|counts|trails|rivals|dwarfs|lags|(?:people|inhabitants) (?:now )?live)\b/
/** Words that describe a state in passing, whatever the tense of the sentence. */
const apposition = /, an? (?:[a-z]+ ){0,3}(?:country|nation|state|kingdom|republic|island) (?:of|with) $/
/** Words that date a state of affairs, or say that it is over. */
const otherTime =
  /\b(?:since|until|till|ago|once|used to|formerly|by then|so far|recent(?:ly)?|on average|usually|each year|a year|annual(?:ly)?)\b/i
const partOfTime = /\b(?:months?|quarters?|weeks?|decades?)\b/i

/** Whether a figure is in the present tense and has no time: the newest figures are meant. */
export function isOfNow({ kind, period, period_base: base, value_from: from, sentence, start }: Claim, date: string): boolean {
  return (
    states.has(kind) &&
    base === null &&
    from === null &&
    period !== null &&
    'at' in period &&
    period.at === date.slice(0, 4) &&
    statedYears(0, [sentence]) === undefined &&
    !otherTime.test(sentence) &&
    !partOfTime.test(sentence) &&
    (isPresentTense(sentence) || presentVerb.test(sentence) || apposition.test(sentence.slice(0, start)))
  )
}
