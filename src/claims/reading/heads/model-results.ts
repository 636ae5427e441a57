import type { TextSpan } from '../../text/mention.ts'
import { matchesOf } from '../../text/patterns/matches.ts'
import { textAfter, textBefore, textBetween } from '../../text/span-text.ts'
import { type Analysis, gapBetween, nearest } from '../sentence/analysis.ts'

/** A change of welfare that a policy has in a model: `a decoupling would cost the EU 0.8 percent of GDP`. */
export interface ModelResult extends TextSpan {
  /** In per cent; a loss is negative. */
  readonly value: number
  readonly qualifier: string | null
  /** The economies that lose or gain. */
  readonly affected: readonly string[]
  /** Id of the run of ours that is nearest to the policy; undefined if none is near. */
  readonly run: string | undefined
}

const anyOf = (...words: readonly string[]): string => words.join('|')

const incomes = anyOf('GDP', 'gross domestic product', 'national income', 'incomes?', '(?:economic )?output')
const welfares = anyOf('welfare', 'real (?:incomes?|wages?|spending|consumption|GDP)', 'living standards')
const welfare = new RegExp(`\\b(?:${welfares}|(?<weak>${incomes}))\\b`, 'gi')
const events = anyOf('decoupl\\w+', 'de-?risk\\w+', 'retaliat\\w+', 'NAFTA', 'enlargement', 'Liberation Day')
const tradePolicies = anyOf('tariffs?', 'trade wars?', 'trade (?:costs|barriers)', '(?:trade|economic|geoeconomic) fragmentation')
const cuts = '(?:cut(?:ting)?|end(?:ing)?|ban(?:ning)?) (?:of |off )?(?:all )?trade'
const policy = new RegExp(`\\b(?:${tradePolicies}|${events}|${cuts})\\b`, 'gi')
const model = /\b(?:models?|modelling|modeling|simulat\w+|counterfactuals?|et al\b|co-authors)/i
const authors = /Ignatenko|Lashkaripour|Simonovska|Costinot|Rodr[ií]guez-Clare|Caliendo|Felbermayr|EconPol/i
const hypothetical = /\b(?:would|could|might)\b/i
const costing = anyOf('costs?', 'lose[sd]?', 'lost', 'losing', 'loss(?:es)?', 'cut(?:s|ting)?', 'depress(?:es|ed)?')
const lowering = anyOf('lower(?:s|ed|ing)?', 'reduc(?:e[sd]?|ing)', 'decreas(?:e[sd]?|ing)', 'shr[aiu]nk(?:s|ing)?')
const falling = anyOf('f[ae]ll(?:s|en|ing)?', 'declin(?:e[sd]?|ing)', 'drop(?:s|ped|ping)?')
const raising = anyOf('rais(?:e[sd]?|ing)', 'ris(?:es?|ing)', 'rose', 'gain(?:s|ed|ing)?', 'increas(?:e[sd]?|ing)')
const adding = anyOf('boost(?:s|ed|ing)?', 'grows?', 'grew', 'adds?', 'added')
const change = new RegExp(`\\b(?:(?<down>${costing}|${lowering}|${falling})|(?<up>${raising}|${adding}))\\b`, 'gi')

/** Words between a state and a policy of its own: US in `US tariffs`, China in `decoupling from China`. */
const policyAfter = /^(?:['’]s?)? (?:[\w-]+ ){0,2}(?:tariffs?|trade wars?|retaliat\w+)\b/i
const policyNames = anyOf('tariffs?', 'trade wars?', 'trade(?: costs| barriers)?', 'decoupl\\w+', 'de-?risk\\w+', 'retaliat\\w+', 'ties')
const policyBefore = new RegExp(`\\b(?:${policyNames})(?: \\w+){0,3} (?:from|with|against|on|of|between)(?: the)? $`, 'i')

/**
 * Finds the result of a model that a sentence quotes: a percentage, a word of welfare or income near it with a verb of change, and a policy as the cause. Plain
 * GDP or income counts only in a hypothetical sentence or one that names a model, since a text may also say what really happened.
 */
export function modelResultOf(sentence: Analysis): ModelResult | undefined {
  const { text } = sentence
  const percents = sentence.quantities.filter(({ kind }) => kind === 'percent')
  const policies = matchesOf(text, policy)
  if (percents.length === 0 || (policies.length === 0 && !model.test(text) && !authors.test(text))) return undefined
  const isModel = model.test(text) || authors.test(text)
  for (const match of matchesOf(text, welfare)) {
    const noun = { start: match.index, end: match.index + match[0].length }
    const weak = match.groups?.['weak'] !== undefined
    if (weak && (policies.length === 0 || !(isModel || hypothetical.test(text)))) continue
    const amount = nearest(noun, percents)!
    if (gapBetween(noun, amount) > 45 || /[;:]/.test(textBetween(text, noun, amount))) continue
    const verbs = matchesOf(text, change).map((found) => ({
      start: found.index,
      end: found.index + found[0].length,
      sign: found.groups?.['down'] === undefined ? 1 : -1,
    }))
    const verb = verbs.filter(({ end }) => end <= amount.start && amount.start - end < 90).at(-1)
    if (verb === undefined) continue
    const affected = affectedBy(sentence, verb, noun, amount)
    if (affected.length === 0) continue
    return {
      start: Math.min(verb.start, noun.start),
      end: Math.max(amount.end, noun.end),
      value: verb.sign * Math.abs(amount.value),
      qualifier: amount.qualifier,
      affected,
      run: nearestRun(text, sentence),
    }
  }
  return undefined
}

/** Whom the change is said of: the owner of the welfare, the object of `cost`, or the subject of the verb. */
function affectedBy({ text, actors }: Analysis, verb: TextSpan, noun: TextSpan, amount: TextSpan): readonly string[] {
  const own = actors.filter(
    (actor) => actor.ids.length > 0 && !policyAfter.test(textAfter(text, actor)) && !policyBefore.test(textBefore(text, actor)),
  )
  const object = own.filter(({ start, end }) => start >= verb.end && end <= amount.start)
  const owner = noun.start > amount.start ? object : own
  return (nearest(noun, owner.length > 0 ? owner : own) ?? { ids: [] }).ids
}

const [china, russia, union, west] = [/CHN/, /RUS/, /EUU?/, /\b(?:West|East|BRICS?|allies|blocs?)\b/]

/** The run of ours that is nearest to the policy of a sentence, by the paper that it names, else by the policy and the states. */
function nearestRun(text: string, { actors }: Analysis): string | undefined {
  const ids = actors.flatMap((actor) => [...actor.ids]).join(' ')
  if (/Caliendo|NAFTA/.test(text)) return 'caliendo-parro-2015'
  if (/Costinot|Rodr[ií]guez-Clare|\b40 ?(?:%|per ?cent)/.test(text) && /tariff/i.test(text))
    return 'costinot-rodriguez-clare-2014-us-tariff'
  if (/decoupl|de-?risk|fragmentation|trade costs|EconPol|Felbermayr|(?:cut|end|ban)\w* (?:of |off )?(?:all )?trade/i.test(text)) {
    if (west.test(text) && !/allies/i.test(text)) return 'econpol-2022-west-east'
    if (russia.test(ids)) return 'econpol-2022-allies-russia'
    return china.test(ids) && union.test(ids) ? 'econpol-2022-eu-china' : undefined
  }
  if (!/USA/.test(ids) && !/Liberation Day|Ignatenko|Lashkaripour|Simonovska/.test(text)) return undefined
  if (!/tariff|Liberation Day|trade war|retaliat/i.test(text)) return undefined
  if (/optimal(?:ly)? retaliat|retaliat\w+ optimally/i.test(text)) return 'liberation-day-optimal'
  return /retaliat/i.test(text) ? 'liberation-day-reciprocal' : 'liberation-day'
}
