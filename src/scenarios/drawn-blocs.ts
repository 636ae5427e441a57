import { VisavisError } from '../errors.ts'
import type { TradeBase } from './data/trade-base.ts'
import type { AlignmentOfAnswer } from './scenario-answer.ts'
import {
  type AlignedBlocs,
  type AlignmentQuestion,
  alignedBlocs,
  type BlocPoles,
  type DrawnBlocs,
  type MeasuredAlignment,
} from './shocks/alignment.ts'
import { type FoundShocks, findShocks } from './shocks/build-shock.ts'
import type { Scenario, ScenarioAlignment } from './shocks/scenario.ts'
import { type BlocMembers, ScenarioParties } from './shocks/scenario-parties.ts'

/** Blocs drawn from the measured alignment, with what they rest on. */
export interface MeasuredBlocs {
  readonly blocs: AlignedBlocs
  readonly poles: readonly BlocPoles[]
  readonly measured: MeasuredAlignment
  readonly neutral: number
  /** The shocks of the scenario with the members of a resample. */
  foundIn(drawn: DrawnBlocs): FoundShocks
}

/** What blocs are drawn for, and who measures how states vote. */
export interface AlignmentNeeds {
  readonly scenario: Scenario
  readonly membersOf: BlocMembers
  readonly measureAlignment?: (question: AlignmentQuestion) => Promise<MeasuredAlignment>
}

/** The years of votes before that of the base which are measured, unless the file says others. */
const usualYears = 3
const usualResamples = 100
const usualNeutral = 1 / 3

/**
 * Measures the alignment that a scenario asks for and draws its blocs; undefined if it asks for none.
 *
 * @throws VisavisError BadInput for a name that means nothing, one that is a bloc already, years the wrong way round, or votes that do not keep the blocs apart
 */
export async function measuredBlocs(
  { scenario, membersOf, measureAlignment }: AlignmentNeeds,
  base: TradeBase,
  seed: number,
): Promise<MeasuredBlocs | undefined> {
  const { alignment } = scenario
  if (alignment === undefined) return undefined
  if (measureAlignment === undefined) throw new VisavisError('Internal', 'nobody measures the alignment of states here')
  const question = questionOf(alignment, base.card.year, seed)
  const parties = new ScenarioParties(base, scenario, membersOf)
  const poles = Object.entries(alignment.blocs).map(([name, states]) => {
    if (scenario.blocs?.[name] !== undefined)
      throw new VisavisError('BadInput', `alignment.blocs.${name}: there is a bloc of this name in blocs.`)
    return { name, poles: parties.codes(states, `alignment.blocs.${name}`) }
  })
  if (poles.length === 0) throw new VisavisError('BadInput', 'alignment.blocs names no bloc.')
  const among = alignment.among === undefined ? undefined : new Set(parties.codes(alignment.among, 'alignment.among'))
  const measured = await measureAlignment(question)
  const neutral = alignment.neutral ?? usualNeutral
  const blocs = alignedBlocs(measured, poles, { economies: base.economies, among, neutral })
  // many resamples have the same members
  const kept = new Map<string, FoundShocks>()
  return {
    ...{ blocs, poles, measured, neutral },
    foundIn(drawn) {
      const key = JSON.stringify(drawn)
      const found = kept.get(key) ?? findShocks(scenario, base, new ScenarioParties(base, withBlocs(scenario, drawn), membersOf))
      kept.set(key, found)
      return found
    },
  }
}

function questionOf({ measure, from, until, resamples }: ScenarioAlignment, year: number, seed: number): AlignmentQuestion {
  const last = until ?? Math.max(year, from ?? year)
  const question = {
    measure: measure ?? 'communities',
    from: from ?? last - usualYears + 1,
    until: last,
    resamples: resamples ?? usualResamples,
    seed,
  }
  if (question.from > last || last - question.from > 19)
    throw new VisavisError('BadInput', `alignment: the votes of ${question.from} to ${last} are not one to twenty years.`)
  return question
}

/** A scenario whose drawn blocs have these members. */
export function withBlocs(scenario: Scenario, drawn: DrawnBlocs | undefined): Scenario {
  return drawn === undefined ? scenario : { ...scenario, blocs: { ...scenario.blocs, ...drawn } }
}

/** Says who was how often in which bloc. */
export function alignmentOfAnswer({ blocs, poles, measured, neutral }: MeasuredBlocs, nameOf: (code: string) => string): AlignmentOfAnswer {
  const { measure, from, until, rollCalls, seed, sources, drawn } = measured
  return {
    ...{ measure, from, until, rollCalls, seed, sources },
    resamples: drawn.length,
    together: blocs.together,
    neutral: measure === 'ideal-points' ? neutral : null,
    blocs: poles.map((one) => ({ ...one, central: blocs.central[one.name]! })),
    members: blocs.shares.map((one) => ({ ...one, name: nameOf(one.iso3) })),
    unplaced: blocs.unplaced,
    command:
      measure === 'communities'
        ? `visavis communities --year ${until} --years ${until - from + 1} --resamples ${drawn.length} --seed ${seed}`
        : `visavis measure ideal-points --from ${from} --to ${until}`,
  }
}
