import { VisavisError } from '../../errors.ts'
import { tradeModel } from '../../scenarios/coalitions/coalition-job.ts'
import type { TradeModel } from '../../scenarios/coalitions/trade-coalition.ts'
import { baseNamed } from '../../scenarios/data/bases.ts'
import { type ElasticitySet, elasticitiesNamed, elasticitySetsOf } from '../../scenarios/data/elasticity-sets.ts'
import type { BaseCard, TradeBase } from '../../scenarios/data/trade-base.ts'
import type { Scenario } from '../../scenarios/shocks/scenario.ts'
import { ScenarioParties } from '../../scenarios/shocks/scenario-parties.ts'
import { blocOf, membersOn, stateOf } from '../../states/index.ts'
import { numberOption } from '../request/number-option.ts'
import type { Context, Input } from '../request/operation.ts'

/** A named side of a question, as one actor. */
export interface NamedSide {
  readonly name: string
  /** Codes of its economies in the base. */
  readonly economies: readonly string[]
  readonly party: readonly number[]
  /** Members of a bloc that the base lacks. */
  readonly lacking: readonly string[]
}

/** What a question about cutting trade rests on. */
export interface TradeQuestion {
  readonly card: BaseCard
  readonly base: TradeBase
  readonly elasticities: ElasticitySet
  readonly sets: readonly ElasticitySet[]
  readonly cut: { readonly factor: number; readonly sectors: readonly number[] }
  /** The model with given elasticities. */
  modelWith(elasticities: ElasticitySet): TradeModel
  /** The side that a name means: a state or a bloc. */
  side(name: string, field: string): NamedSide
  /** The sides of a list of names with commas, one for each name. */
  sides(names: string, field: string): NamedSide[]
}

/**
 * Opens the base and the model that a question asks for.
 *
 * @throws VisavisError Usage or BadInput for a factor, sector, set or name that means nothing here
 */
export async function openTradeQuestion(input: Input, context: Context): Promise<TradeQuestion> {
  const folder = input['data'] as string | undefined
  const whole = folder === undefined ? baseNamed(input['base'] as string) : await ownFolder(folder, context)
  const stub: Scenario = { name: 'cut', base: whole.card.id, shocks: [] }
  const asked = input['elasticities'] as string | undefined
  const elasticities = elasticitiesNamed(asked !== undefined && /^\d+(\.\d+)?$/.test(asked) ? Number(asked) : asked, whole)
  const parties = new ScenarioParties(whole, stub, await blocMembers(input, context))
  const side = (name: string, field: string): NamedSide => {
    const { at, lacking } = parties.find([name], field)
    const economies = at.map((i) => whole.economies[i]!)
    const bloc = blocOf(name)
    const state = bloc === undefined && at.length === 1 ? stateOf(economies[0]!) : undefined
    return { name: bloc?.id ?? state?.name ?? name, economies, party: at, lacking }
  }
  return {
    card: whole.card,
    base: whole,
    elasticities,
    sets: elasticitySetsOf(whole),
    cut: { factor: factorOf(input), sectors: sectorsOf(input, whole.sectors) },
    modelWith: ({ values }) => tradeModel(whole, values),
    side,
    sides: (names, field) => splitNames(names).map((name) => side(name, field)),
  }
}

async function ownFolder(folder: string, { today }: Context): Promise<TradeBase> {
  const { readBaseFolder } = await import('./base-folder.ts')
  return readBaseFolder(folder, today)
}

async function blocMembers(input: Input, context: Context): Promise<(bloc: string, day: string) => readonly string[]> {
  const [{ withRecord }, { storedMemberships }] = await Promise.all([
    import('../storage/record.ts'),
    import('../../assessments/record/memberships.ts'),
  ])
  const { all } = await withRecord(input, context, storedMemberships)
  return (bloc, day) => membersOn(all, bloc, day)
}

function splitNames(names: string): string[] {
  return names
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
}

function factorOf(input: Input): number {
  const asked = input['factor'] as string | undefined
  if (asked === undefined || asked === 'ban') return Number.POSITIVE_INFINITY
  return numberOption(input, 'factor', { least: 1.01, most: 100, unless: 2 })
}

function sectorsOf(input: Input, codes: readonly string[]): number[] {
  const asked = input['sectors'] as string | undefined
  if (asked === undefined) return codes.map((_, s) => s)
  const names = splitNames(asked)
  if (names.length === 0) throw new VisavisError('Usage', 'sectors: names none', { hint: `its sectors: ${codes.join(' ')}` })
  return names.map((code) => {
    const s = codes.indexOf(code)
    if (s >= 0) return s
    throw new VisavisError('Usage', `sectors: there is no sector "${code}" in this base`, { hint: `its sectors: ${codes.join(' ')}` })
  })
}
