import type { Answers } from '../../../src/server/answer-types.ts'

export type ScenarioAnswer = Answers['scenario']
export type ScenarioChoices = Answers['scenario list']
type Preset = ScenarioChoices['presets'][number]
type ScenarioFile = Preset['scenario']

export type ShockKind = 'cost' | 'tariff' | 'ban' | 'agreement'
export type ModelKind = ScenarioAnswer['scenario']['model']

/** One side of a scenario: codes of states, ids of blocs, or `others` for all that the other side leaves. */
export interface Side {
  readonly parties: readonly string[]
  /** The name of the group in the preset, unless the parties differ from it. */
  readonly name?: string | undefined
}

/** A scenario as the page asks it; the URL has all of it. */
export interface WhatIf {
  /** The preset from which it starts. */
  readonly preset: string
  readonly kind: ShockKind
  readonly by: Side
  readonly on: Side
  /** Factor of trade costs, points of tariff, or percent by which trade falls before prices adjust. */
  readonly size: number
  /** Whether the other side does the same. */
  readonly answered: boolean
  readonly base: string
  readonly model: ModelKind
  /** Id of a published set; undefined: the usual one of the base. */
  readonly elasticities: string | undefined
  /** Codes of the sectors that change; empty: all. */
  readonly sectors: readonly string[]
}

/** Sizes of each kind of change: those of the slider, and the usual one. */
export const sizesOfKind: Readonly<
  Record<ShockKind, { readonly least: number; readonly most: number; readonly step: number; readonly usual: number }>
> = {
  cost: { least: 1.05, most: 5, step: 0.05, usual: 2 },
  tariff: { least: 1, most: 200, step: 1, usual: 25 },
  ban: { least: 1, most: 1, step: 1, usual: 1 },
  agreement: { least: 1, most: 80, step: 1, usual: 26 },
}

const firstPreset = 'econpol-2022-allies-russia'

/** Returns the scenario of the URL: that of its preset, changed by its other entries. Unknown or impossible entries count as missing. */
export function whatIfOf(query: Readonly<Record<string, string>>, { presets, bases }: ScenarioChoices): WhatIf {
  const preset = presets.find(({ id }) => id === query['preset'])
  const start = (preset && startOf(preset)) ?? startOf(presets.find(({ id }) => id === firstPreset)!)!
  const kind = (['cost', 'tariff', 'ban', 'agreement'] as const).find((one) => one === query['kind']) ?? start.kind
  const base = bases.find(({ id }) => id === query['base']) ?? bases.find(({ id }) => id === start.base)!
  const sameBase = base.id === start.base
  const model = modelsOf(base).find((one) => one === query['model']) ?? (sameBase ? start.model : modelsOf(base)[0]!)
  const elasticities = query['elasticities'] ?? (sameBase && model === start.model ? start.elasticities : undefined)
  const sets = elasticitySetsFor(base.id, model, bases)
  const codes = base.sectors.map(({ code }) => code)
  return {
    preset: start.preset,
    kind,
    by: sideOf(query['by'], start.by),
    on: sideOf(query['on'], start.on),
    size: sizeOf(query['size'], kind, kind === start.kind ? start.size : sizesOfKind[kind].usual),
    answered: kind === 'agreement' || (query['answer'] === undefined ? start.answered : query['answer'] !== '0'),
    base: base.id,
    model,
    // the usual set of the base need not be named
    elasticities: sets.slice(1).find(({ id }) => id === elasticities)?.id,
    sectors: model === 'one-sector' ? [] : listOf(query['sectors']).filter((code) => codes.includes(code)),
  }
}

/** Returns the models that a base allows, the richest first. */
export function modelsOf({ inputLinks, sectors }: ScenarioChoices['bases'][number]): ModelKind[] {
  return [...(inputLinks ? (['input-links'] as const) : []), ...(sectors.length > 1 ? (['sectors'] as const) : []), 'one-sector']
}

/** Returns the published sets that fit a model on a base, the usual one first: those of one sector are listed with the base that has no other. */
export function elasticitySetsFor(
  base: string,
  model: ModelKind,
  bases: ScenarioChoices['bases'],
): ScenarioChoices['bases'][number]['elasticities'] {
  const of = model === 'one-sector' ? bases.find(({ sectors }) => sectors.length === 1) : bases.find(({ id }) => id === base)
  return of!.elasticities
}

function listOf(text: string | undefined): string[] {
  return (text ?? '').split(',').filter((one) => one !== '')
}

function sideOf(asked: string | undefined, start: Side): Side {
  if (asked === undefined) return start
  const parties = listOf(asked)
  return parties.join() === start.parties.join() ? start : { parties }
}

function sizeOf(asked: string | undefined, kind: ShockKind, start: number): number {
  const { least, most } = sizesOfKind[kind]
  const size = asked === undefined ? start : Number(asked)
  return Number.isFinite(size) ? Math.min(most, Math.max(least, size)) : start
}

/** Reads the scenario of a preset; undefined where the page has no controls for it, as for a gift. */
function startOf({ id, scenario }: Preset): WhatIf | undefined {
  const [shock, answer] = scenario.shocks
  if (shock === undefined || scenario.shocks.length > (shock.kind === 'tariff' ? 2 : 1)) return undefined
  const side = (names: readonly string[]): Side => {
    const group = names.length === 1 ? scenario.blocs?.[names[0]!] : undefined
    return group === undefined ? { parties: names } : { parties: group, name: names[0] }
  }
  const common = {
    preset: id,
    base: scenario.base,
    model: scenario.model ?? 'sectors',
    elasticities: typeof scenario.elasticities === 'string' ? scenario.elasticities : undefined,
    sectors: 'sectors' in shock ? (shock.sectors ?? []) : [],
  }
  if (shock.kind === 'tariff')
    return { ...common, kind: 'tariff', by: side(shock.by), on: side(shock.on), size: shock.percent, answered: answer !== undefined }
  if (shock.kind === 'productivity' || shock.kind === 'transfer') return undefined
  const both = shock.both !== false
  const [by, on] = both ? [side(shock.from), side(shock.to)] : [side(shock.to), side(shock.from)]
  const sides = { ...common, by, on, answered: both }
  if (shock.kind === 'trade-cost') return { ...sides, kind: 'cost', size: shock.factor }
  if (shock.kind === 'ban') return { ...sides, kind: 'ban', size: 1 }
  // the controls have one number, and an estimate that is drawn has none
  if (shock.kind === 'withdrawal') return undefined
  return { ...sides, kind: 'agreement', size: Math.round(100 * (1 - Math.exp(shock.effect))) }
}

/** Returns the presets that the page has controls for. */
export function presetsOnPage({ presets }: ScenarioChoices): Preset[] {
  return presets.filter((preset) => startOf(preset) !== undefined)
}

/** Whether all others are on this side. */
export function isOthers({ parties }: Side): boolean {
  return parties.length === 1 && parties[0] === 'others'
}

/** The name under which the answer has the mean of a side; undefined for a single state, which has a row of its own, and for all others. */
export function groupKey(side: Side): string | undefined {
  const [only] = side.parties
  if (isOthers(side) || side.parties.length === 0) return undefined
  if (side.name !== undefined) return side.name
  if (side.parties.length === 1) return /^[A-Z]{3}$/.test(only!) ? undefined : only
  return side.parties.length <= 4 ? side.parties.join(', ') : `${side.parties.slice(0, 3).join(', ')} and ${side.parties.length - 3} others`
}

/** Returns the scenario as a file: what the page asks the server, and what a reader may run again. */
export function fileOf(asked: WhatIf, name: string, uncertain: boolean): ScenarioFile {
  const groups = [asked.by, asked.on].flatMap((side): [string, readonly string[]][] => {
    const key = groupKey(side)
    return key === undefined ? [] : [[key, side.parties]]
  })
  return {
    name,
    base: asked.base,
    model: asked.model,
    ...(asked.elasticities === undefined ? {} : { elasticities: asked.elasticities }),
    ...(groups.length === 0 ? {} : { blocs: Object.fromEntries(groups) }),
    shocks: shocksOf(asked),
    ...(uncertain ? { uncertain: { elasticities: 'sets', ...(asked.kind === 'ban' ? {} : { size: { spread: 0.25 } }) } } : {}),
  }
}

function shocksOf({ kind, by, on, size, answered, sectors }: WhatIf): ScenarioFile['shocks'] {
  const [acting, other] = [partiesOf(by), partiesOf(on)]
  const only = sectors.length === 0 ? {} : { sectors }
  if (kind === 'tariff') {
    const first = { kind, by: acting, on: other, percent: size, ...only } as const
    return answered ? [first, { ...first, by: other, on: acting }] : [first]
  }
  // without an answer only what the other side sells to the acting side changes
  const between = { ...(answered ? { from: acting, to: other } : { from: other, to: acting, both: false }), ...only }
  if (kind === 'ban') return [{ kind, ...between }]
  if (kind === 'cost') return [{ kind: 'trade-cost', ...between, factor: size }]
  return [{ kind: 'partial-effect', ...between, effect: Number(Math.log(1 - size / 100).toFixed(6)) }]
}

/** A group of the preset by its name, so that sentences have it; others one by one, so that sentences have the names of states. */
function partiesOf(side: Side): readonly string[] {
  return side.name === undefined ? side.parties : [side.name]
}

/** Whether the scenario is that of its preset, with which its published result can be compared. */
export function isPreset(asked: WhatIf, choices: ScenarioChoices): boolean {
  return JSON.stringify(asked) === JSON.stringify(whatIfOf({ preset: asked.preset }, choices))
}
