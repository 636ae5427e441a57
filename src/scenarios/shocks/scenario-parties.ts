import { VisavisError } from '../../errors.ts'
import { blocOf, readName, stateOf } from '../../states/index.ts'
import type { TradeBase } from '../data/trade-base.ts'
import type { Scenario } from './scenario.ts'

/** The economies of a base that a name means, and those that it means but the base lacks. */
export interface FoundParties {
  /** Positions in the base, in its order. */
  readonly at: readonly number[]
  readonly lacking: readonly string[]
}

/** Returns the members of a bloc of the record on the last day of a year: ISO3 codes. */
export type BlocMembers = (bloc: string, day: string) => readonly string[]

/** Resolves the names of parties in a scenario: its own blocs, blocs of the record, states by code or name, `all`, and `others`. */
export class ScenarioParties {
  private readonly base: TradeBase
  private readonly scenario: Scenario
  private readonly membersOf: BlocMembers
  private readonly place: ReadonlyMap<string, number>

  constructor(base: TradeBase, scenario: Scenario, membersOf: BlocMembers) {
    this.base = base
    this.scenario = scenario
    this.membersOf = membersOf
    this.place = new Map(base.economies.map((code, at) => [code, at]))
  }

  /**
   * Returns the economies that names mean.
   *
   * @param field    where the names stand, for errors
   * @param beside   economies that `others` leaves out
   * @throws VisavisError UnknownState for a name that means nothing; BadInput if the base has none of them
   */
  find(names: readonly string[], field: string, beside: readonly number[] = []): FoundParties {
    const codes = names.flatMap((name) => this.codesOf(name, field, beside))
    const at = [...new Set(codes.flatMap((code) => this.place.get(code) ?? []))].sort((a, b) => a - b)
    const lacking = [...new Set(codes.filter((code) => !this.place.has(code)))]
    if (at.length === 0)
      throw new VisavisError('BadInput', `${field}: the base ${this.base.card.id} has none of ${names.join(', ')}.`, {
        hint: `its economies: ${this.base.economies.join(' ')}`,
      })
    return { at, lacking }
  }

  /** Returns all codes that names mean, whether the base has them or not. */
  codes(names: readonly string[], field: string): readonly string[] {
    const { at, lacking } = this.find(names, field)
    return [...at.map((one) => this.base.economies[one]!), ...lacking]
  }

  private codesOf(name: string, field: string, beside: readonly number[], depth = 0): readonly string[] {
    const own = this.scenario.blocs?.[name]
    if (own !== undefined && depth < 5) return own.flatMap((member) => this.codesOf(member, `blocs.${name}`, beside, depth + 1))
    if (name.toLowerCase() === 'all') return this.base.economies
    if (name.toLowerCase() === 'others') return this.base.economies.filter((_, at) => !beside.includes(at))
    if (this.place.has(name)) return [name]
    return this.codesOfName(name, field)
  }

  private codesOfName(name: string, field: string): readonly string[] {
    const day = `${this.base.card.year}-12-31`
    if (stateOf(name) !== undefined) return this.stateInBase(name, field)
    const read = readName(name, day)
    if (read.kind === 'ambiguous')
      throw new VisavisError('AmbiguousName', `${field}: "${name}" has several meanings.`, { hint: `visavis states "${name}"` })
    const bloc = blocOf(name)
    if (bloc !== undefined) return this.blocInBase(bloc.id, field, day)
    const { found } = read
    if (found.kind === 'state') return this.stateInBase(found.state.iso3, field)
    if (found.kind === 'bloc') return this.blocInBase(found.id, field, day)
    throw new VisavisError('UnknownState', `${field}: "${name}" is neither a state nor a bloc.`, { hint: 'visavis states   lists both' })
  }

  /** A state that is named must be in the base; of a bloc, only some members must. */
  private stateInBase(code: string, field: string): readonly string[] {
    if (this.place.has(code)) return [code]
    throw new VisavisError('BadInput', `${field}: the base ${this.base.card.id} has no ${code}.`, {
      hint: `its economies: ${this.base.economies.join(' ')}`,
    })
  }

  private blocInBase(bloc: string, field: string, day: string): readonly string[] {
    const members = this.membersOf(bloc, day)
    if (members.length > 0) return members
    throw new VisavisError('BadInput', `${field}: the bloc ${bloc} has no members on ${day}.`, { hint: `visavis states ${bloc}` })
  }
}
