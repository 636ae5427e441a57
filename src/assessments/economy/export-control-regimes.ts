import type { State } from '../../states/index.ts'
import type { Estimate } from '../../store/index.ts'
import { inSentence, joinedWords } from '../forms/wording.ts'
import { exactCount, membersBehind, type TechnologyTies } from './technology-ties.ts'

/** The four regimes of export control, whose lists of participants are complete. */
const regimes = {
  WASSENAAR: 'the Wassenaar Arrangement',
  NSG: 'the Nuclear Suppliers Group',
  'AUSTRALIA-GROUP': 'the Australia Group',
  MTCR: 'the Missile Technology Control Regime',
} as const
const regimeIds = Object.keys(regimes) as readonly RegimeId[]

/** Before this day the years of some accessions differ from list to list. */
const regimesFrom = '2001-01-01'

type RegimeId = keyof typeof regimes

function regimesOf({ members }: TechnologyTies, { iso3 }: State): RegimeId[] {
  return regimeIds.filter((id) => members(id).some(({ state }) => state === iso3))
}

/** Whether the record lists the participants of the regimes on the day. */
export function regimesKnown({ bench: { dyad }, members }: TechnologyTies): boolean {
  return dyad.to >= regimesFrom && regimeIds.every((id) => members(id).length > 0)
}

/** Counts the regimes with both as participants; nothing where the record has no list for the day. */
export function commonRegimes(ties: TechnologyTies): Estimate[] {
  if (!regimesKnown(ties)) return []
  const { a, b, to } = ties.bench.dyad
  const others = regimesOf(ties, b)
  const common = regimesOf(ties, a).filter((id) => others.includes(id))
  return [
    {
      ...exactCount(to),
      id: 'common-export-control-regimes',
      label: 'export control regimes of which both are participants',
      value: common.length,
      method: `count of four regimes (${regimeIds.join(', ')}) with both as participants on ${to}; their lists are complete`,
      evidence: [membersBehind(ties, regimeIds)],
    },
  ]
}

const few = ['none', 'one', 'two', 'three', 'all four'] as const

/** Says which regimes the two have in common, and which one of them alone is in. */
export function regimeSentences(ties: TechnologyTies): string[] {
  if (!regimesKnown(ties)) return []
  const { a, b } = ties.bench.dyad
  const [own, others] = [regimesOf(ties, a), regimesOf(ties, b)]
  const common = own.filter((id) => others.includes(id))
  const both = `${inSentence(a.name)} and ${inSentence(b.name)}`
  if (common.length === regimeIds.length)
    return [`${both} are both in all four export control regimes: for arms, nuclear goods, chemical and biological goods, and missiles.`]
  if (own.length + others.length === 0)
    return [`Neither ${inSentence(a.name)} nor ${inSentence(b.name)} is in any of the four export control regimes.`]
  if (common.length === 0)
    return [
      `${both} have no export control regime in common: ${inSentence(a.name)} is in ${listed(own)}, ${inSentence(b.name)} in ${listed(others)}.`,
    ]
  const alone = [aloneWords(a, own, common), aloneWords(b, others, common)].filter((text) => text !== '').map((text) => `; ${text}`)
  return [`${both} are both in ${few[common.length]} of the four export control regimes, ${named(common)}${alone.join('')}.`]
}

function named(ids: readonly RegimeId[]): string {
  return joinedWords(ids.map((id) => regimes[id]))
}

function listed(ids: readonly RegimeId[]): string {
  return ids.length === 0 || ids.length === regimeIds.length ? few[ids.length]! : named(ids)
}

function aloneWords(state: State, own: readonly RegimeId[], common: readonly RegimeId[]): string {
  const alone = own.filter((id) => !common.includes(id))
  return alone.length === 0 ? '' : `${inSentence(state.name)} alone is in ${named(alone)}`
}
