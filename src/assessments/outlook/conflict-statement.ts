import { onsetChange, peaceChange } from '../../outlook/events/conflict-changes.ts'
import { isInConflict } from '../../outlook/events/conflict-targets.ts'
import type { EventInputs } from '../../outlook/events/event-targets.ts'
import { percentWords } from '../../outlook/events/event-words.ts'
import type { OutlookTarget } from '../../outlook/targets/outlook-target.ts'
import { type PastOutcomes, pastEvents } from '../../outlook/targets/past-outcomes.ts'
import type { BriefOutlookStatement, OutlookChange } from '../forms/brief-outlook-form.ts'
import { formatFigure, inSentence } from '../forms/wording.ts'
import type { BriefInputs } from './brief-inputs.ts'
import { percentText } from './outlook-statements.ts'
import { gainOver, heldBy, likelihoodClause, wordOf } from './statement-parts.ts'

/** Says how probable armed conflict of the two is, and whether it goes on now. */
export function conflictStatement(
  { a, b }: BriefInputs,
  events: EventInputs,
  target: OutlookTarget,
): { readonly statement: BriefOutlookStatement; readonly isGoingOn: boolean } {
  const isGoingOn = isInConflict(events.facts, a.iso3, b.iso3)
  const [one, two] = [inSentence(a.name), inSentence(b.name)]
  const model = target.probability!
  if (isGoingOn) {
    const past = pastEvents('armed-conflict-continuation', target.horizon, model)
    return {
      isGoingOn,
      statement: statementOf(target, {
        probability: model,
        clause: `armed conflict between ${one} and ${two} goes on or comes back in at least one year of ${target.period}; this is the rate of such conflicts`,
        past,
        backtest: `${target.basis!.basis} That interval holds zero: no skill was shown.`,
        change: peaceChange(events, a, b, target.horizon),
      }),
    }
  }
  const past = pastEvents('armed-conflict-onset', target.horizon, model)
  return {
    isGoingOn,
    statement: statementOf(target, {
      probability: heldBy(past, model, target.baseline),
      clause: `armed conflict breaks out between ${one} and ${two} in ${target.period}; ${percentWords(target.baseline)} is the base rate of pairs at peace`,
      past,
      backtest: eventBacktest(target, past),
      change: onsetChange(events, a, b, target.horizon),
    }),
  }
}

interface Parts {
  readonly probability: number
  readonly clause: string
  readonly past: PastOutcomes | undefined
  readonly backtest: string
  readonly change: OutlookChange | null
}

function statementOf(target: OutlookTarget, { probability, clause, past, backtest, change }: Parts): BriefOutlookStatement {
  const { id, horizon, period, baseline, skill, basis } = target
  return {
    ...{ id, horizon, period, word: wordOf(probability), probability, model: target.probability!, baseline, baselineOf: basis!.baseRateOf },
    statement: `${likelihoodClause(probability)} ${clause}.`,
    ...{ band: null, skillShown: skill !== null && skill.low90 > 0, skill },
    past: past === undefined || past.n === 0 ? null : { n: past.n, frequency: past.frequency },
    ...{ gain: gainOver(probability, baseline), backtest, change },
    changes: changeWords(change),
  }
}

function eventBacktest({ probability }: OutlookTarget, past: PastOutcomes | undefined): string {
  if (past === undefined || past.n === 0) return 'The back-test has no forecasts as high as this.'
  const range = past.to === 1 ? `${percentText(past.from)} or more` : `${percentText(past.from)} to ${percentText(past.to)}`
  const came = Math.round(past.n * past.frequency)
  const high = past.frequency < probability! ? ` The model itself gives ${percentText(probability!)}.` : ''
  return `In the back-test since 1990 it came after ${came.toLocaleString('en-US')} of ${past.n.toLocaleString('en-US')} forecasts of ${range} (${percentText(past.frequency)}).${high}`
}

function changeWords(change: OutlookChange | null): string {
  if (change === null) return 'Nothing in the record moves it: the base rate is the forecast.'
  const { input, from, to, unit, probability } = change
  const what = from === null || to === null ? input : `${input} of ${valueText(to, unit)} instead of ${valueText(from, unit)}`
  return `With ${what}, the model would give ${percentText(probability)}.`
}

function valueText(value: number, unit: string): string {
  return unit === 'years' ? `${value}` : formatFigure(value, unit)
}
