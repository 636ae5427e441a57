import { readFileSync } from 'node:fs'
import { VisavisError } from '../../errors.ts'
import { packageFile } from '../../store/package-files.ts'
import type { OutlookSkill } from '../targets/outlook-target.ts'
import type { EventModel } from './event-backtest.ts'

/** Kinds of events that are forecast, each with models of its own. */
export const eventKinds = [
  'armed-conflict-onset',
  'armed-conflict-continuation',
  'sanctions-onset',
  'bloc-joining',
  'bloc-leaving',
] as const
export type EventKind = (typeof eventKinds)[number]

/** What a back-test left for forecasts of one horizon. */
export interface HorizonModel {
  /** Null where no model was fitted, or where its gain over the base rate is not distinguishable from none: then the base rate is the forecast. */
  readonly model: EventModel | null
  /** Base rates by group, such as the sender; that of all groups at `all`. */
  readonly rates: Readonly<Record<string, number>>
  /**
   * Gain in the log score; null where the base rate is the forecast. For the onset of conflict it is that of the model without covariates from tables that were
   * compiled later: what a forecaster of the time could have had.
   */
  readonly skill: OutlookSkill | null
  /** Gain of the model that was tried, whether it is used or not; null where there were too few events for one. */
  readonly tried: OutlookSkill | null
}

/** The fitted models of all kinds of events, as `scripts/outlook/compile-events.ts` writes them. */
export interface EventModels {
  readonly schemaVersion: '1'
  /** The snapshot of the record from which they were fitted. */
  readonly snapshot: string
  readonly names: Readonly<Record<EventKind, readonly string[]>>
  readonly kinds: Readonly<Record<EventKind, Readonly<Record<string, HorizonModel>>>>
}

let kept: EventModels | undefined

/**
 * Returns the models of the package.
 *
 * @throws VisavisError BadInput if the file is damaged
 */
export function storedEventModels(): EventModels {
  kept ??= readModels(packageFile('data/outlook/event-models.json'))
  return kept
}

function readModels(path: string): EventModels {
  const found = JSON.parse(readFileSync(path, 'utf8')) as Partial<EventModels>
  if (found.schemaVersion !== '1' || found.kinds === undefined)
    throw new VisavisError('BadInput', `${path} does not hold models of events.`, {
      hint: 'npx tsx scripts/outlook/compile-events.ts writes it again.',
    })
  return found as EventModels
}
