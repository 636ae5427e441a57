import { nameOn, stateOf } from '../states/index.ts'
import type { Scenario, ScenarioShock } from './shocks/scenario.ts'

/** Says what a scenario changes, one sentence for each shock. */
export function shockSentence(shock: ScenarioShock, unit: string = 'million USD', estimated: number = Number.NaN): string {
  switch (shock.kind) {
    case 'trade-cost':
      return `${betweenWords(shock)}: trade costs ${factorWords(shock.factor)}${sectorWords(shock.sectors)}.`
    case 'ban':
      return `${betweenWords(shock)}: all trade banned${sectorWords(shock.sectors)}.`
    case 'partial-effect':
      return `${betweenWords(shock)}: trade ${signedPercent(Math.exp(shock.effect) - 1)} before prices adjust${sectorWords(shock.sectors)}.`
    case 'withdrawal':
      return `${betweenWords(shock)}: what ${shock.terms.join(' + ')} stands for ends, trade ${signedPercent(Math.expm1(estimated))} before prices adjust${sectorWords(shock.sectors)}.`
    case 'tariff':
      return `${names(shock.by)}: tariff on goods of ${names(shock.on)} ${shock.percent >= 0 ? 'raised' : 'lowered'} by ${Math.abs(shock.percent)} points${sectorWords(shock.sectors)}.`
    case 'productivity':
      return `${names(shock.of)}: productivity ${signedPercent(shock.factor - 1)}${sectorWords(shock.sectors)}.`
    case 'transfer':
      return `${names(shock.from)} to ${names(shock.to)}: a gift of ${shock.amount.toLocaleString('en-US')} ${unit === 'million USD' ? 'million US dollars' : unit}.`
  }
}

/** Says what a scenario draws. */
export function uncertainSentences({ uncertain = {}, alignment }: Scenario): string[] {
  const { elasticities, size, members } = uncertain
  return [
    ...(alignment === undefined ? [] : [`who is in ${Object.keys(alignment.blocs).join(' and ')}, one resample of the votes a draw`]),
    ...(elasticities === 'sets' ? ['the elasticities, one published set a draw'] : []),
    ...(typeof elasticities === 'object'
      ? [`the elasticity of each sector, by a standard deviation of ${elasticities.spread} of its logarithm`]
      : []),
    ...(size === undefined ? [] : [`the size of the shocks, by a standard deviation of ${size.spread} of its logarithm`]),
    ...Object.entries(members ?? {}).map(([bloc, of]) => {
      const each = Object.entries(of).map(([code, probability]) => `${code} ${Math.round(100 * probability)} %`)
      return `who is in ${bloc} (${each.join(', ')})`
    }),
  ]
}

function betweenWords({
  from,
  to,
  both,
}: {
  readonly from: readonly string[]
  readonly to: readonly string[]
  readonly both?: boolean | undefined
}): string {
  return both === false ? `From ${names(from)} to ${names(to)}` : `Between ${names(from)} and ${names(to)}`
}

function names(list: readonly string[]): string {
  const all = list.map(nameOf)
  if (all.length === 1) return all[0]!
  return all.length <= 4 ? `${all.slice(0, -1).join(', ')} and ${all.at(-1)}` : `${all.slice(0, 3).join(', ')} and ${all.length - 3} others`
}

function nameOf(party: string): string {
  if (party.toLowerCase() === 'others') return 'all others'
  if (party.toLowerCase() === 'all') return 'all economies'
  const state = stateOf(party)
  return state === undefined ? party : nameOn(state, lastNameDay)
}

/** A day on which states have the names that a reader knows. */
const lastNameDay = '2024-01-01'

function factorWords(factor: number): string {
  if (factor === 2) return 'doubled'
  return factor >= 1 ? `up ${roundPercent(factor - 1)}` : `down ${roundPercent(1 - factor)}`
}

function signedPercent(share: number): string {
  return `${share >= 0 ? 'up' : 'down'} ${roundPercent(Math.abs(share))}`
}

function roundPercent(share: number): string {
  return `${Number((100 * share).toPrecision(3))} %`
}

function sectorWords(sectors: readonly string[] | undefined): string {
  return sectors === undefined ? '' : ` in ${sectors.join(', ')}`
}
