import { inSentence, joinedWords } from '../../../src/server/wording.ts'
import { groupKey, isOthers, type ModelKind, type ScenarioAnswer, type Side, type WhatIf } from './scenario-state.ts'

/** Names of economies by code, as far as an answer has told them; a code stands for itself until then. */
export type NameOf = (code: string) => string

export function namesOf(answer: ScenarioAnswer | undefined): NameOf {
  const names = new Map(answer?.results.map(({ iso3, name }) => [iso3, name]))
  return (code) => names.get(code) ?? (code === 'others' ? 'all others' : code)
}

/** Names a side as used in a sentence: `the allies`, `Russia`, `the United States, EU and 2 others`. */
export function sideWords(side: Side, nameOf: NameOf): string {
  if (side.name !== undefined) return /^[A-Z].* /.test(side.name) ? inSentence(side.name) : `the ${side.name}`
  const names = side.parties.map((code) => inSentence(nameOf(code)))
  return names.length <= 4 ? joinedWords(names) : `${names.slice(0, 3).join(', ')} and ${names.length - 3} others`
}

export function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}

/** Asks the question of a scenario. */
export function questionWords(asked: WhatIf, nameOf: NameOf): string {
  const [by, on] = [sideWords(asked.by, nameOf), sideWords(asked.on, nameOf)]
  const some = asked.sectors.length === 0 ? '' : ` in ${asked.sectors.length === 1 ? 'one sector' : `${asked.sectors.length} sectors`}`
  const [flows, answer] = asked.answered ? [`between ${by} and ${on}`, ', answered by the same tariff'] : [`from ${on} to ${by}`, '']
  switch (asked.kind) {
    case 'tariff':
      return `What if ${by} put a further tariff of ${asked.size} % on goods of ${on}${some}${answer}?`
    case 'cost':
      return `What if trade ${flows}${some} ${asked.size === 2 ? 'cost twice as much' : `cost ${asked.size} times as much`}?`
    case 'ban':
      return `What if all trade ${flows}${some} were banned?`
    case 'agreement':
      return `What if an agreement between ${by} and ${on} ended, and trade${some} fell by ${asked.size} % before prices adjust?`
  }
}

/** A change in percent with its sign; changes that round to nothing have none. */
export function changeText(value: number | null, decimals = 2): string {
  if (value === null) return 'undefined'
  const text = Math.abs(value).toFixed(decimals)
  return `${Number(text) === 0 ? '' : value < 0 ? '−' : '+'}${text} %`
}

/** An interval in percent, without the sign of percent. */
export function rangeText(low: number, high: number): string {
  return `${changeText(low).slice(0, -2)} to ${changeText(high)}`
}

/** Changes smaller than this are no loss and no gain: they print as 0.00 %. */
export const leastChange = 0.005

/** The mean change of a side, or the change of a single state; undefined for all others, who have no mean of their own. */
export function changeOfSide(
  { results, groups }: ScenarioAnswer,
  side: Side,
): ScenarioAnswer['groups'][number] | ScenarioAnswer['results'][number] | undefined {
  if (isOthers(side)) return undefined
  const key = groupKey(side)
  return key === undefined ? results.find(({ iso3 }) => iso3 === side.parties[0]) : groups.find(({ name }) => name === key)
}

/** Codes of the economies of a side. */
export function economiesOf(answer: ScenarioAnswer, side: Side, other: Side): readonly string[] {
  if (isOthers(side)) {
    const rest = new Set(economiesOf(answer, other, side))
    return answer.results.map(({ iso3 }) => iso3).filter((iso3) => !rest.has(iso3))
  }
  const change = changeOfSide(answer, side)
  if (change === undefined) return []
  return 'members' in change ? change.members : [change.iso3]
}

export const modelWords: Readonly<Record<ModelKind, string>> = {
  'one-sector': 'one sector',
  sectors: 'many sectors, without links from inputs to output',
  'input-links': 'many sectors, with links from inputs to output',
}
