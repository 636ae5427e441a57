import { cachedBySnapshot } from '../../assessments/rows/snapshot-cache.ts'
import { quantile } from '../../numeric/quantile.ts'
import type { Snapshot } from '../../store/index.ts'
import { differenceInDifferences } from '../methods/difference-in-differences.ts'
import { eventStudy } from '../methods/event-study.ts'
import { falseDiscoveryRates } from '../methods/false-discovery.ts'
import type { OutcomePanel } from '../methods/outcome-panel.ts'
import { donorPlacebos, placeboInTime, rankAmongPlacebos, type SyntheticControl, syntheticControl } from '../methods/synthetic-control.ts'
import { logPanel, type YearlyExports } from '../panels/yearly-exports.ts'
import type { HubMethods } from './routes-answer.ts'

/** What the methods on yearly totals need beside the hub. */
export interface YearlyDesign {
  readonly yearly: YearlyExports
  readonly donors: readonly string[]
  readonly controls: readonly string[]
  /** First treated year. */
  readonly from: number
}

/** How many years before the treatment the pretended one lies. */
const placeboYears = 4

/** Applies three methods to each hub: difference in differences, event study, synthetic control with placebos. The fourth needs reports of many hubs. */
export async function methodsOfHubs(snapshot: Snapshot, hubs: readonly string[], design: YearlyDesign): Promise<Map<string, HubMethods>> {
  const { yearly, donors, from } = design
  const periods = yearly.years.filter((year) => year < from).length
  if (periods < 2 || periods === yearly.years.length || donors.length === 0) return new Map(hubs.map((hub) => [hub, noMethods]))
  const placebos = await placebosOf(snapshot, yearly, donors, from)
  const found = hubs.map((hub) => methodsOf(hub, design, placebos))
  const tested = found.filter(({ synthetic_control: one }) => one !== null)
  const q = falseDiscoveryRates(Float64Array.from(tested, ({ synthetic_control: one }) => one!.p))
  return new Map(
    hubs.map((hub, i) => {
      const methods = found[i]!
      const place = tested.indexOf(methods)
      const control = methods.synthetic_control === null ? null : { ...methods.synthetic_control, q: q[place]! }
      return [hub, { ...methods, synthetic_control: control }]
    }),
  )
}

const noMethods: HubMethods = {
  did: null,
  event_study: [],
  pretrend: null,
  synthetic_control: null,
  specifications: null,
  mirror_residual: null,
}

/** The placebos do not depend on the hub: every donor is tried once for a snapshot. */
const placebosOf = cachedBySnapshot(
  async (_: Snapshot, yearly: YearlyExports, donors: readonly string[], from: number) => donorPlacebos(logPanel(yearly, donors), from),
  (yearly: YearlyExports, donors: readonly string[], from: number) => [yearly.years, donors, from],
)

function methodsOf(hub: string, design: YearlyDesign, placebos: readonly SyntheticControl[]): HubMethods {
  const { yearly, controls, from } = design
  const panel = logPanel(yearly, [hub, ...controls])
  const known = panel.units.includes(hub)
  const others = panel.units.filter((unit) => unit !== hub)
  if (!known || others.length < 2) return noMethods
  const did = differenceInDifferences(panel, [hub], from)
  const events = eventStudy(panel, [hub], lastBefore(yearly, from))
  return {
    ...noMethods,
    did: {
      ...{ effect: Math.exp(did.estimate) - 1, log: did.estimate, error: did.error, permutation_p: did.permutationP },
      ...{ controls: did.controls, error_is_meaningful: did.errorIsMeaningful },
    },
    event_study: events.map(({ period, estimate, error }) => ({ year: period, log: estimate, error, ...placeboBand(hub, design, period) })),
    pretrend: pretrendOf(events, from),
    synthetic_control: syntheticOf(hub, design, placebos),
    specifications: specificationsOf(hub, design),
  }
}

/** Returns the middle nine tenths of the difference from controls in one year, over states that are no hubs and buy from a tenth to ten times as much. */
function placeboBand(
  hub: string,
  { yearly, donors, controls, from }: YearlyDesign,
  year: number,
): { placebo_low: number; placebo_high: number } {
  const [base, at] = [yearly.years.indexOf(lastBefore(yearly, from)), yearly.years.indexOf(year)]
  const sizeOf = (partner: string): number => yearly.partners.get(partner)![base]!
  const rise = (partner: string): number => Math.log(yearly.partners.get(partner)![at]! / sizeOf(partner))
  const mean = controls.reduce((sum, control) => sum + rise(control), 0) / controls.length
  const own = sizeOf(hub)
  const alike = donors.filter((donor) => donor !== hub && sizeOf(donor) >= own / 10 && sizeOf(donor) <= own * 10)
  const others = Float64Array.from(alike.length >= 20 ? alike : donors.filter((donor) => donor !== hub), (donor) => rise(donor) - mean)
  return { placebo_low: quantile(others, 0.05), placebo_high: quantile(others, 0.95) }
}

const lastBefore = ({ years }: YearlyExports, from: number): number => years.filter((year) => year < from).at(-1)!

/** Returns the largest difference in the four years before the reference, over the mean difference after the treatment. */
function pretrendOf(events: readonly { readonly period: number; readonly estimate: number }[], from: number): number {
  const before = events.filter(({ period }) => period < from && period >= from - 5).map(({ estimate }) => Math.abs(estimate))
  const after = events.filter(({ period }) => period >= from).map(({ estimate }) => estimate)
  return Math.max(...before) / Math.abs(after.reduce((sum, one) => sum + one, 0) / after.length)
}

function syntheticOf(
  hub: string,
  { yearly, donors, from }: YearlyDesign,
  placebos: readonly SyntheticControl[],
): HubMethods['synthetic_control'] {
  // a state that is itself among the placebos is neither its own donor nor its own placebo
  const others = donors.filter((donor) => donor !== hub)
  const panel = logPanel(yearly, [hub, ...others])
  const actual = placebos.find(({ unit }) => unit === hub) ?? syntheticControl(panel, hub, from)
  const { rank, of, p, effects } = rankAmongPlacebos(
    actual,
    placebos.filter(({ unit }) => unit !== hub),
  )
  const [low, high] = [0.95, 0.05].map((share) => Math.exp(actual.effect - quantile(effects, share)) - 1) as [number, number]
  return {
    ...{ effect: Math.exp(actual.effect) - 1, log: actual.effect, low90: low, high90: high, rank, of, p, q: p },
    weights: actual.weights.map(({ unit, weight }) => ({ iso3: unit, weight })),
    in_time: inTime(panel, hub, from),
  }
}

function inTime(panel: OutcomePanel, hub: string, from: number): { year: number; effect: number } | null {
  const year = from - placeboYears
  if (panel.periods.filter((period) => period < year).length < 4) return null
  return { year, effect: Math.exp(placeboInTime(panel, hub, from, year).effect) - 1 }
}

/** Returns the effects of difference in differences by each choice that a reader might dispute: which controls, from which year, to which year. */
function specificationsOf(hub: string, { yearly, donors: states, controls, from }: YearlyDesign): HubMethods['specifications'] {
  const donors = states.filter((donor) => donor !== hub)
  const base = yearly.partners.get(hub)![yearly.years.indexOf(lastBefore(yearly, from))]!
  const sizeOf = (partner: string): number => yearly.partners.get(partner)![yearly.years.indexOf(lastBefore(yearly, from))]!
  const alike = donors.filter((donor) => sizeOf(donor) >= base / 10 && sizeOf(donor) <= base * 10)
  const groups = [controls, donors, alike].filter((group) => group.length >= 3)
  const effects = groups.flatMap((group) =>
    [yearly.years[0]!, from - 7, from - 5].flatMap((start) =>
      [...new Set([from, yearly.years.at(-1)!])].map((end) => {
        const panel = logPanel(yearly, [hub, ...group], start, end)
        return Math.exp(meanContrast(panel, hub, from)) - 1
      }),
    ),
  )
  const all = Float64Array.from(effects.filter(Number.isFinite))
  if (all.length === 0) return null
  const [low, median, high] = [0, 0.5, 1].map((share) => quantile(all, share)) as [number, number, number]
  return { count: all.length, low, median, high, above_zero: all.filter((one) => one > 0).length }
}

/** The estimate of difference in differences alone, without its permutations. */
function meanContrast({ units, periods, outcomes }: OutcomePanel, hub: string, from: number): number {
  const [before, after] = [periods.filter((period) => period < from).length, periods.filter((period) => period >= from).length]
  const change = (row: Float64Array): number => row.reduce((sum, cell, t) => sum + (periods[t]! >= from ? cell / after : -cell / before), 0)
  const own = units.indexOf(hub)
  const rest = outcomes.filter((_, i) => i !== own)
  return change(outcomes[own]!) - rest.reduce((sum, row) => sum + change(row), 0) / rest.length
}
