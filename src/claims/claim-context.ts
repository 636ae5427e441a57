import { type Analysis, gap } from './analysis.ts'
import type { Claim } from './claim.ts'
import { plainFlows } from './claim-topic.ts'
import type { Context } from './context.ts'
import type { Head } from './heads.ts'
import { isGeneric } from './participants.ts'
import type { Sayings } from './sayings.ts'

/** What a claim leaves for the next: between whom, when. */
export function after(context: Context, claim: Claim, sentence: Analysis, head: Head): Context {
  const [first, second] = claim.actors
  const states = first !== undefined && second !== undefined && !['WLD', 'EUR', 'AFR', 'SSF'].includes(second)
  const named = head.kind !== 'event' || sentence.times.length > 0
  const sent = claim.direction.split('->')
  const pairwise = states && claim.actors.length === 2 && claim.kind !== 'comparison' && claim.kind !== 'ranking'
  return {
    ...context,
    ...(pairwise ? { recent: [[first, second] as const, ...context.recent].slice(0, 8) } : {}),
    ...(sent.length === 2 && sent[0] !== 'WLD' && sent[1] !== 'WLD'
      ? { sender: sent[0]!, receiver: sent[1]!, receivers: sent[0] === context.sender ? [...context.receivers, sent[1]!] : [sent[1]!] }
      : {}),
    ...(named && claim.period !== null && sentence.times.some((time) => time.role === 'at') && !/\bhad (?:been|\w+ed)\b/.test(sentence.text)
      ? { period: claim.period }
      : {}),
    ...(claim.unit === 'percent' && sent.length === 2 ? { share: { sender: sent[0]!, receiver: sent[1]! } } : {}),
  }
}

/** What a sentence leaves for the next whether or not it made a claim. */
export function spoken(context: Context, sentence: Analysis, sayings: Sayings): Context {
  const flow = sentence.topics.find(
    (one) =>
      one.topic.flow !== 'none' &&
      !(plainFlows.has(one.topic.id) && context.flow !== null && ['arms', 'energy'].includes(context.flow.domain)),
  )?.topic
  const topic = flow ?? sentence.topics[0]?.topic
  const bloc = sentence.actors.find(({ form }) => form === 'bloc')?.ids[0]
  const subject = sentence.actors.find((one) => one.ids.length > 0 && !isGeneric(sentence, one) && gap(one, { start: 0, end: 0 }) < 60)
    ?.ids[0]
  return {
    ...context,
    topic: topic ?? context.topic,
    flow: flow ?? context.flow,
    bloc: bloc ?? context.bloc,
    subject: subject ?? context.subject,
    source: sayings.source ?? context.source,
  }
}
