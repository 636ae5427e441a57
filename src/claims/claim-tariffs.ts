import { actingIn } from './claim-bodies.ts'
import { counterpart } from './context.ts'
import { idsOf, type People, type Scene, way } from './scene.ts'
import type { Topic } from './topics.ts'

const laying =
  /\b(?:impos\w+|put|puts|lev(?:y|ies|ied|ying)|slapp?(?:s|ed|ing)|charg(?:e[sd]?|ing)|rais(?:e[sd]?|ing)|doubl(?:e[sd]?|ing)|introduc(?:e[sd]?|ing)|announc(?:e[sd]?|ing)|threaten\w*|lift(?:s|ed|ing)|scrapp?(?:s|ed|ing)|lower(?:s|ed|ing)|remov(?:e[sd]?|ing)|withdr[ae]w\w*|revok(?:e[sd]?|ing)|strip(?:s|ped|ping)?|suspend(?:s|ed|ing)?|cancel\w*|placed?|review(?:s|ed|ing)?|set|dropped|ended?|extended)\b/i
const barriers =
  /\b(?:tariffs?|duty|duties|lev(?:y|ies)|quotas?|most[- ]favou?red[- ]nation|MFN|preferential|(?:trade|tariff) (?:status|preferences|privileges))\b/i
const bearing = /\b(?:fac(?:e[sd]?|ing)|(?:is|are|was|were) subject to|(?:is|are|was|were) hit by|pays?|paid)\b/i
const both = /\b(?:agree(?:d|ment)|deal|treaty|each other|mutual\w*|both|free[- ]trade)\b/i

/** Duties and a status in trade: from the one who lays or withdraws them to the one whose goods they are on. Nobody where two agree on them. */
export function dutiesOf(scene: Scene, topic: Topic | undefined): People | undefined {
  const { sentence, head, part, whole, context } = scene
  if (head.kind !== 'event' && head.rule !== 'rate') return undefined
  const told = sentence.text.slice(Math.min(part.start, head.start), part.end)
  if (!barriers.test(told) || (both.test(told) && !/\bagreed to (?:review|lift|cut|drop|scrap|remove|lower|suspend)\b/.test(told)))
    return undefined
  if (topic !== undefined && topic.domain !== 'trade' && topic.domain !== 'sanctions') return undefined
  const isBorne = bearing.test(told) && !laying.test(told)
  if (!isBorne && !laying.test(told)) return undefined
  const [one] = actingIn(scene).filter((id) => id !== 'WLD')
  if (one === undefined) return undefined
  const other = idsOf(whole.filter(({ role }) => role !== 'beside')).find((id) => id !== one && id !== 'WLD') ?? counterpart(one, context)
  if (other === undefined) return undefined
  return isBorne ? way(other, one) : way(one, other)
}
