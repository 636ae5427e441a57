import { type Fact, facts } from '../../memory/index.ts'
import { flowEnds } from '../flow-of-direction.ts'
import type { FactMeaning, FactSaid, FactTime } from '../said/fact-said.ts'
import type { RelationSaid } from '../said/pair-deeds-said.ts'
import { type FactPhrase, factNouns, factVerbs } from '../text/facts/fact-lexicon.ts'
import { actorsIn } from '../text/names/actors.ts'
import type { ClaimSlots } from './claim-slots.ts'

/** What the indicator of a claim names: a fact of the catalogue. */
interface NamedFact {
  readonly meanings: readonly FactMeaning[]
  /** The words name an act of one on the other, the first actor being the one that acts. */
  readonly isAct: boolean
  readonly isSigned?: boolean
  readonly isDenied?: boolean
  readonly isEver?: boolean
  readonly name?: string
}

const acts: Readonly<Record<string, FactMeaning['act']>> = {
  ...{ began: 'began', begins: 'began', start: 'began', started: 'began', beginning: 'began' },
  ...{ 'in force': 'held', held: 'held', holds: 'held', never: 'held', 'not in force': 'held' },
  ...{ ended: 'ended', ends: 'ended', end: 'ended' },
}

/** Reads an id: `no-relations`, `no-relations, broken`, `no-relations, broken: began`, `treaty, defence, consultation`. */
function byId(indicator: string): NamedFact | undefined {
  const lower = indicator.toLowerCase()
  const act = /: ?([^:]+)$/.exec(lower)?.[1]
  const isActed = act !== undefined && acts[act] !== undefined
  const what = isActed ? lower.slice(0, lower.lastIndexOf(':')) : lower
  const [kind, ...forms] = what.split(/, ?/)
  if (!facts.some((fact) => fact.kind === kind)) return undefined
  const denial = act === 'never' ? { isDenied: true, isEver: true } : act === 'not in force' ? { isDenied: true } : {}
  const meaning = { kind: kind!, act: isActed ? acts[act]! : ('held' as const) }
  return { meanings: [forms.length === 0 ? meaning : { ...meaning, forms: [forms.join(', ')] }], isAct: false, ...denial }
}

/** Reads the words by which the catalogue names a fact, its beginning or its end. */
function byCatalogue(words: string): NamedFact | undefined {
  const acted = (fact: Fact): FactMeaning['act'] | undefined =>
    fact.title === words || fact.claims.holds.includes(words)
      ? 'held'
      : fact.claims.begins.includes(words)
        ? 'began'
        : fact.claims.ends.includes(words)
          ? 'ended'
          : undefined
  const meanings = facts.flatMap((fact) => {
    const act = acted(fact)
    return act === undefined ? [] : [{ kind: fact.kind, act }]
  })
  return meanings.length === 0 ? undefined : { meanings, isAct: false }
}

const fromLexicon = ({ meanings, frame, isSigned }: FactPhrase): NamedFact => ({ meanings, isAct: frame === 'acts', isSigned })

const landNoun = /^(?:territorial )?(?:claim|dispute)s? (?:to|over|on) (.+)$/i

/** Reads words of the lexicon, which must be all of the indicator; of a claim to land the rest is its name. */
function byLexicon(indicator: string): NamedFact | undefined {
  const words = withoutStates(indicator)
  const noun = factNouns.find(({ pattern }) => pattern.test(words))
  if (noun !== undefined) return fromLexicon(noun)
  const land = landNoun.exec(indicator.trim())
  if (land !== null) return { meanings: [{ kind: 'territorial-claim', act: 'held' }], isAct: false, name: land[1]! }
  for (const line of factVerbs) {
    line.pattern.lastIndex = 0
    const match = line.pattern.exec(words)
    if (match === null) continue
    const rest = `${words.slice(0, match.index)} ${words.slice(match.index + match[0].length)}`.trim()
    const before = /\bnot|never\b/i.test(words.slice(0, match.index))
    if (line.frame === 'land') {
      const name = indicator.slice(indicator.toLowerCase().indexOf(match[0].toLowerCase()) + match[0].length).trim()
      return { ...fromLexicon(line), ...(name === '' ? {} : { name }) }
    }
    if (/^(?:(?:was|were|had|has|have|been|formally|first|not|never|by|on|with|from|against|in|to) ?)*$/i.test(rest))
      return { ...fromLexicon(line), isDenied: before !== line.denies, isEver: /\bnever\b/i.test(rest) }
  }
  return undefined
}

/** The words without the states that they name, which are the actors. */
function withoutStates(indicator: string): string {
  let words = indicator
  for (const { start, end } of [...actorsIn(indicator, '9999')].reverse()) words = `${words.slice(0, start)}${words.slice(end)}`
  return words
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/(?: (?:with|between|and|by|from|against|of|on|in|to|,))+$/i, '')
    .replace(/^(?:the|an?) /i, '')
    .trim()
}

const times: Readonly<Record<string, FactTime>> = { since: 'since', until: 'until', before: 'before', after: 'after' }

/**
 * Returns the fact of the memory that a claim names, by its kind or in words; undefined if it names none. No sentence is written: who acted on whom is what the
 * direction says, or else the order of the actors where the words are an act of one on the other.
 *
 * @param actors   codes of the actors, in their order
 */
export function factOfSlots(slots: ClaimSlots, actors: readonly string[]): FactSaid | undefined {
  const { kind, indicator, period, direction, qualifier } = slots
  const named =
    byId(indicator) ??
    (kind === 'event' || kind === 'membership' ? (byCatalogue(indicator.toLowerCase()) ?? byLexicon(indicator)) : undefined)
  const [first, ...others] = actors
  if (named === undefined || first === undefined) return undefined
  const [from, to] = flowEnds(direction?.replaceAll(/\s*(?:->|→)\s*/g, '->'))
  const isOneWay = from !== undefined && to !== undefined
  // several act on the last one named: `Saudi Arabia, Bahrain and Egypt broke off relations with Qatar`
  const [by, on] = isOneWay
    ? [[from], [to]]
    : named.isAct && actors.length > 2
      ? [actors.slice(0, -1), actors.slice(-1)]
      : [[first], others]
  const word = qualifier?.toLowerCase().trim() ?? ''
  return {
    meanings: named.meanings,
    by,
    on,
    ...(isOneWay || (named.isAct && direction === null) ? { isDirected: true as const } : {}),
    ...(period === null ? {} : { when: times[word] ?? ('from' in period ? ('throughout' as const) : ('within' as const)) }),
    ...(named.name === undefined ? {} : { name: named.name }),
    ...(named.isDenied ? { isDenied: true as const } : {}),
    ...(named.isEver ? { isEver: true as const } : {}),
    ...(named.isSigned ? { isSigned: true as const } : {}),
  }
}

/** What the table of dated deeds is asked besides: the days on which two states took up, broke off or restored relations. */
export function relationOfFact({ meanings: [first] }: FactSaid): RelationSaid | undefined {
  if (first?.kind !== 'no-relations' || first.act === 'held') return undefined
  const kind = 'diplomatic-relations'
  if (first.act === 'began') return { kind, dates: ['broken'] }
  // relations are established once, and restored as often as they were broken off
  return first.forms === undefined ? { kind, dates: ['established'], isClear: true } : { kind, dates: ['restored', 'established'] }
}
