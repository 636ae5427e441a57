import { domains } from '../../assessments/forms/domains.ts'
import { inSentence } from '../../assessments/forms/wording.ts'
import { actorsIn } from '../../claims/text/names/actors.ts'
import { topicsIn } from '../../claims/text/topics/topics.ts'
import type { AnsweredClaim, AnsweredSentence, Bearing, Quoted } from '../../reports/claims/claims-answer.ts'
import { stateOf } from '../../states/index.ts'

type Pair = readonly [string, string]

/** Part of the sentences that must name both states, for the text to be about this pair. */
const leastOfText = 0.2

/** Words of a sentence that ask for more than the figures of a domain. */
const loss = /\b(?:leverage|(?:inter)?dependen|reli(?:an|es\b))/i

/**
 * Says what the record measures of that which a text only asserts: opinions, causes and forecasts get no verdict, but a reader can look at the figures of the
 * same pair in the same domain. Only words of the sentence itself count, and only pairs that it names or that the whole text is about.
 *
 * @param date   day of the text, by which names are understood
 */
export function bearingOf(sentences: readonly AnsweredSentence[], date: string): Bearing[] {
  const named = sentences.map(({ text }) => statesIn(text, date))
  const whole = pairOfText(named)
  const found = new Map<string, { readonly what: string; readonly command: string; readonly sentences: number[] }>()
  for (const [i, { sentence_index: index, text, answer }] of sentences.entries()) {
    const pair = pairOf(named[i]!, whole)
    if (answer === 'checked' || answer === 'not-read' || pair === undefined) continue
    for (const { what, command } of questionsOf(text, answer, pair)) {
      const one = found.get(command) ?? { what, command, sentences: [] }
      one.sentences.push(index)
      found.set(command, one)
    }
  }
  return [...found.values()].sort((a, b) => b.sentences.length - a.sentences.length)
}

function questionsOf(text: string, answer: AnsweredSentence['answer'], [a, b]: Pair): { what: string; command: string }[] {
  const between = `between ${inSentence(stateOf(a)!.name)} and ${inSentence(stateOf(b)!.name)}`
  const spoken = new Set(topicsIn(text).map(({ topic }) => topic.domain))
  const found = [
    ...domains
      .filter(({ id }) => spoken.has(id))
      .map(({ id, title }) => ({ what: `${title.toLowerCase()} ${between}`, command: `visavis compare ${a}-${b} --domain ${id}` })),
    ...(loss.test(text) ? [{ what: `what each side loses if trade ${between} ends`, command: `visavis leverage ${a} ${b}` }] : []),
    ...(answer === 'forecast' ? [{ what: `what usually comes next ${between}`, command: `visavis outlook ${a} ${b}` }] : []),
  ]
  if (found.length > 0 || answer === 'rhetoric') return found
  return [
    {
      what: `how ${inSentence(stateOf(a)!.name)} and ${inSentence(stateOf(b)!.name)} stand, domain by domain`,
      command: `visavis assess ${a} ${b}`,
    },
  ]
}

const statesIn = (text: string, date: string): string[] =>
  [...new Set(actorsIn(text, date).flatMap(({ ids }) => ids.filter((id) => stateOf(id) !== undefined)))].sort()

/** The pair that a sentence names; if it names one state or none, or one of the text's pair among others, the pair of the text. */
function pairOf(named: readonly string[], whole: Pair | undefined): Pair | undefined {
  if (named.length === 2) return [named[0]!, named[1]!]
  return named.length < 2 || named.some((id) => whole?.includes(id)) ? whole : undefined
}

/** The pair that most sentences name together; undefined if these are few, or another pair is named as often. */
function pairOfText(named: readonly (readonly string[])[]): Pair | undefined {
  const counts = new Map<string, { readonly pair: Pair; count: number }>()
  for (const states of named)
    for (const [i, a] of states.entries())
      for (const b of states.slice(i + 1)) {
        const one = counts.get(`${a} ${b}`) ?? { pair: [a, b], count: 0 }
        one.count++
        counts.set(`${a} ${b}`, one)
      }
  const [first, second] = [...counts.values()].sort((x, y) => y.count - x.count)
  return first === undefined || first.count < leastOfText * named.length || second?.count === first.count ? undefined : first.pair
}

/** Who is quoted, with the sentences: the record has no sayings and knows no persons. */
export function quotedIn(claims: readonly AnsweredClaim[]): Quoted[] {
  const found = new Map<string, Set<number>>()
  for (const { speaker, sentence_index: index } of claims)
    if (speaker !== null) found.set(speaker, (found.get(speaker) ?? new Set()).add(index))
  return [...found].map(([name, places]) => ({ name, sentences: [...places] }))
}
