import { BlocFacts } from '../../src/outlook/events/bloc-facts.ts'
import { blocPanels } from '../../src/outlook/events/bloc-panel.ts'
import { conflictPanels, hindsightCovariates } from '../../src/outlook/events/conflict-panel.ts'
import { type Backtest, backtestEvents, backtestRates } from '../../src/outlook/events/event-backtest.ts'
import { EventFacts } from '../../src/outlook/events/event-facts.ts'
import { type EventKind, type EventModels, eventKinds, type HorizonModel } from '../../src/outlook/events/event-models.ts'
import { type EventPanel, eventHorizons, withoutCovariates } from '../../src/outlook/events/event-panel.ts'
import { type EventRecord, readEventRecord, wholeList } from '../../src/outlook/events/event-record.ts'
import { type EventScore, type SettledForecast, scoreOfEvents } from '../../src/outlook/events/event-skill.ts'
import { SanctionsFacts } from '../../src/outlook/events/sanctions-facts.ts'
import { firstRegimeRate, sanctionsPanel } from '../../src/outlook/events/sanctions-panel.ts'
import type { Snapshot } from '../../src/store/index.ts'

/** Scores of a target at one horizon, over all origins and by origin. */
export interface TargetResult {
  readonly target: string
  readonly horizon: number
  readonly score: EventScore
  readonly byOrigin: readonly { readonly origin: number; readonly score: EventScore }[]
}

const firstOrigin = 1990
/** Panels begin where GDP and population begin; sanctions where the table has more than the first regimes. */
const [panelsFrom, sanctionsFrom] = [1961, 1980]

/** Reads what the back-tests need. */
export function readBacktestRecord(snapshot: Snapshot): Promise<EventRecord> {
  return readEventRecord(snapshot, panelsFrom)
}

/** Runs the back-tests of all targets. */
export function backtestAll(record: EventRecord): { models: EventModels; results: readonly TargetResult[] } {
  const results: TargetResult[] = []
  const kinds = {} as Record<EventKind, Record<string, HorizonModel>>
  const names = {} as Record<EventKind, readonly string[]>
  for (const kind of eventKinds) kinds[kind] = {}
  const keep = (kind: EventKind, panel: EventPanel, horizon: number, run: Backtest): void => {
    const result = resultOf(kind, horizon, run.forecasts)
    results.push(result)
    names[kind] = panel.names
    kinds[kind][horizon] = horizonModel(panel, run, result)
  }
  const conflicts = conflictPanelsOf(record, panelsFrom)
  const known = withoutCovariates(conflicts.onset, hindsightCovariates)
  for (const horizon of eventHorizons) {
    const [onset, continuation] = [backtest(conflicts.onset, horizon), backtest(conflicts.continuation, horizon, backtestRates)]
    const atTheTime = backtest(known, horizon).forecasts
    const withoutClaims = resultOf('armed-conflict-onset-without-claims', horizon, atTheTime)
    results.push(withoutClaims)
    keep('armed-conflict-onset', conflicts.onset, horizon, onset)
    // the model is used only if what was known at the time had skill, and that skill is the one that is shown
    const { logSkill } = withoutClaims.score
    const isUsed = logSkill !== null && logSkill.low90 > 0
    const kept = kinds['armed-conflict-onset'][horizon]!
    kinds['armed-conflict-onset'][horizon] = { ...kept, model: isUsed ? kept.model : null, skill: isUsed ? logSkill : null }
    keep('armed-conflict-continuation', conflicts.continuation, horizon, continuation)
    results.push(resultOf('armed-conflict', horizon, [...atTheTime, ...continuation.forecasts]))
    log(`conflict, ${horizon}`)
  }
  results.push(...otherDefinitions(record))
  const held = new BlocFacts(record)
  const [facts, sanctions] = [new EventFacts(record), new SanctionsFacts(record)]
  const lastYear = (source: string): number => Number(record.cards.get(source)!.vintage.slice(0, 4)) - 1
  const regimes = sanctionsPanel({ facts, sanctions, held }, sanctionsFrom, lastYear('sanctions-regimes'))
  const blocs = blocPanels(facts, held, panelsFrom, lastYear('bloc-memberships'))
  for (const horizon of eventHorizons) {
    keep('sanctions-onset', regimes, horizon, backtest(regimes, horizon))
    const { rates } = kinds['sanctions-onset'][horizon]!
    Object.assign(rates, { none: firstRegimeRate(sanctions, regimes.lastKnown, horizon) })
    keep('bloc-joining', blocs.joining, horizon, backtest(blocs.joining, horizon))
    keep('bloc-leaving', blocs.leaving, horizon, backtest(blocs.leaving, horizon))
    log(`sanctions and blocs, ${horizon}`)
  }
  return { models: { schemaVersion: '1', snapshot: record.snapshot, names, kinds }, results }
}

/** The scores as CSV, those over all origins in rows with the origin `all`. */
export function backtestTargets(results: readonly TargetResult[]): string {
  const columns =
    'n,events,brier,reliability,resolution,uncertainty,baseline_brier,logscore,baseline_logscore,skill,skill_low90,skill_high90,log_skill,log_skill_low90,log_skill_high90,auc'
  const rows = results.flatMap(({ target, horizon, score, byOrigin }) =>
    [{ origin: 'all' as const, score }, ...byOrigin].map((one) => [target, horizon, one.origin, ...cellsOf(one.score)].join(',')),
  )
  return `target,horizon,origin,${columns}\n${rows.join('\n')}\n`
}

function cellsOf({ n, events, skill, logSkill, parts, ...score }: EventScore): string[] {
  const numbers = [
    score.brier,
    parts.reliability,
    parts.resolution,
    parts.uncertainty,
    score.baselineBrier,
    score.logScore,
    score.baselineLogScore,
  ]
  const gains = [skill, logSkill].flatMap((gain) => [gain?.value, gain?.low90, gain?.high90])
  const written = [...numbers, ...gains, score.auc].map((value) =>
    value === undefined || !Number.isFinite(value) ? '' : String(Number(value.toPrecision(5))),
  )
  return [String(n), String(events), ...written]
}

function conflictPanelsOf(record: EventRecord, from: number): ReturnType<typeof conflictPanels> {
  return conflictPanels({ facts: new EventFacts(record), held: new BlocFacts(record) }, from, wholeList(record.cards)!.to)
}

/** The onset of conflicts between states alone. */
function otherDefinitions(record: EventRecord): TargetResult[] {
  const interstate = conflictPanelsOf(
    { ...record, conflicts: record.conflicts.filter(({ kind }) => kind === 'interstate') },
    panelsFrom,
  ).onset
  log('between states only')
  const known = withoutCovariates(interstate, hindsightCovariates)
  return [1, 5].map((horizon) => resultOf('interstate-conflict-onset-without-claims', horizon, backtest(known, horizon).forecasts))
}

function backtest(panel: EventPanel, horizon: number, run = backtestEvents): Backtest {
  return run(panel, { from: firstOrigin, to: panel.lastKnown, horizon })
}

function resultOf(target: string, horizon: number, forecasts: readonly SettledForecast[]): TargetResult {
  const origins = [...new Set(forecasts.map(({ origin }) => origin))].sort((a, b) => a - b)
  return {
    ...{ target, horizon, score: scoreOfEvents(forecasts, horizon) },
    byOrigin: origins.map((origin) => ({
      origin,
      score: scoreOfEvents(
        forecasts.filter((one) => one.origin === origin),
        horizon,
      ),
    })),
  }
}

/** A model is used where its gain in the log score is above zero over the whole of its interval. */
function horizonModel(panel: EventPanel, run: Backtest, { score: { logSkill } }: TargetResult): HorizonModel {
  const { latest, rates } = run
  const isUsed = logSkill !== null && logSkill.low90 > 0
  const isRate = panel.names.length === 0
  return {
    model: isUsed && !isRate ? (latest ?? null) : null,
    rates: Object.fromEntries([...rates].map(([group, rate]) => [panel.groups[group] ?? 'all', rate])),
    skill: isUsed ? logSkill : null,
    tried: latest === undefined && !isRate ? null : logSkill,
  }
}

function log(what: string): void {
  console.log(`${new Date().toISOString().slice(11, 19)} ${what}`)
}
