import { wilson } from '../../measures/index.ts'
import { type EventKind, type EventModels, eventKinds } from '../../outlook/events/event-models.ts'
import type { OutlookFits } from '../../outlook/targets/outlook-fits.ts'
import type { OutlookSkill } from '../../outlook/targets/outlook-target.ts'
import { quantities } from '../../outlook/targets/quantities.ts'
import type {
  TrackedBin,
  TrackedEvent,
  TrackedEventHorizon,
  TrackedQuantity,
  TrackedQuantityHorizon,
  TrackedVotes,
} from '../../reports/outlook/track-record-answer.ts'

/** A row of a file of scores: its cells by column. */
export type ScoreRow = Readonly<Record<string, string>>

/** Reads a file of scores: a header, then rows without quoted cells. */
export function scoreRows(text: string): ScoreRow[] {
  const [header = '', ...lines] = text.trimEnd().split('\n')
  const names = header.split(',')
  return lines.map((line) => {
    const cells = line.split(',')
    return Object.fromEntries(names.map((name, i) => [name, cells[i] ?? '']))
  })
}

/** Past forecasts of every quantity: means over all origins, each forecast counting once. */
export function quantityRecords(rows: readonly ScoreRow[], fits: OutlookFits): TrackedQuantity[] {
  return quantities.map(({ id, title, definition, unit, isLogarithm, period }) => {
    const { covered, horizons } = fits.quantities[id]!
    return {
      ...{ target: id, title, definition, unit: isLogarithm ? 'ln' : unit, per: period, covered },
      horizons: horizons.map(({ horizon, skill }): TrackedQuantityHorizon => {
        const own = rows.filter((row) => row['target'] === id && Number(row['horizon']) === horizon)
        const mean = meanOf(own)
        return {
          ...spanOf(horizon, own),
          ...{ mae: mean('mae'), crps: mean('crps'), skill, isShown: isShown(skill) },
          ...{ cover50: mean('cover50'), cover80: mean('cover80'), cover90: mean('cover90'), cover95: mean('cover95') },
        }
      }),
    }
  })
}

/** Past forecasts of moves of standing. */
export function moveRecords(rows: readonly ScoreRow[], fits: OutlookFits): TrackedEvent[] {
  return (['standing-up', 'standing-down'] as const).map((target) => ({
    target,
    title: target === 'standing-up' ? 'move to a higher class of standing' : 'move to a lower class of standing',
    score: 'brier',
    isComparison: false,
    note: 'How often pairs moved that had been in the same class for about as long, against one rate for all pairs that could move that way. Classes are those of today’s record.',
    horizons: fits.moves[target].map(({ horizon, skill }): TrackedEventHorizon => {
      const own = rows.filter((row) => row['target'] === target && Number(row['horizon']) === horizon)
      return {
        ...spanOf(horizon, own),
        ...{ events: null, brier: meanOf(own)('crps'), skill, brierSkill: skill, isShown: isShown(skill), auc: null },
        ...{ forecast: 'rate by class and years in it', bins: [] },
      }
    }),
  }))
}

/** The events in the order in which they are shown, and what their scores are of. */
const events: readonly (Pick<TrackedEvent, 'target' | 'title' | 'note'> & { readonly kind: EventKind | null })[] = [
  {
    target: 'armed-conflict-onset-without-claims',
    kind: 'armed-conflict-onset',
    title: 'onset of armed conflict',
    note: 'Pairs at peace. Scores are of a model with only what was known at the time; the forecast also uses tables that were compiled later.',
  },
  {
    target: 'armed-conflict-continuation',
    kind: 'armed-conflict-continuation',
    title: 'armed conflict that goes on or returns',
    note: 'Pairs in conflict. How often conflicts of the same age went on, against one rate for all; each conflict counts once, however many pairs it has.',
  },
  {
    target: 'sanctions-onset',
    kind: 'sanctions-onset',
    title: 'new sanctions',
    note: 'By sender. Where no skill was shown, scores are of the model that was tried and the base rate is the forecast.',
  },
  {
    target: 'bloc-joining',
    kind: 'bloc-joining',
    title: 'joining a bloc',
    note: 'A state outside a bloc becomes a full member.',
  },
  {
    target: 'bloc-leaving',
    kind: 'bloc-leaving',
    title: 'leaving a bloc',
    note: 'A member leaves or is suspended. Where no skill was shown, scores are of the model that was tried and the base rate is the forecast.',
  },
  {
    target: 'armed-conflict',
    kind: null,
    title: 'armed conflict, all pairs',
    note: 'Pairs at peace and in conflict together, against last year’s state.',
  },
  {
    target: 'armed-conflict-onset',
    kind: null,
    title: 'onset of conflict, with later tables',
    note: 'With claims, enmities and missing relations, whose tables were compiled in 2026: an upper bound, not what a forecaster could have had.',
  },
  {
    target: 'interstate-conflict-onset-without-claims',
    kind: null,
    title: 'onset of conflict between states',
    note: 'Without intervention in internal conflicts; tested 1 and 5 years ahead.',
  },
]

/** Past forecasts of events. */
export function eventRecords(scores: readonly ScoreRow[], reliability: readonly ScoreRow[], models: EventModels): TrackedEvent[] {
  return events.map(({ target, kind, title, note }) => {
    const own = scores.filter((row) => row['target'] === target)
    const bins = reliability.filter((row) => row['target'] === target)
    return {
      ...{ target, title, score: 'log', isComparison: kind === null, note },
      horizons: own
        .filter(({ origin }) => origin === 'all')
        .sort((x, y) => Number(x['horizon']) - Number(y['horizon']))
        .map((row) => eventScores(row, { own, bins, kind, models })),
    }
  })
}

interface EventTables {
  readonly own: readonly ScoreRow[]
  readonly bins: readonly ScoreRow[]
  readonly kind: EventKind | null
  readonly models: EventModels
}

function eventScores(row: ScoreRow, { own, bins, kind, models }: EventTables): TrackedEventHorizon {
  const horizon = Number(row['horizon'])
  const ofHorizon = (one: ScoreRow): boolean => Number(one['horizon']) === horizon
  const skill = skillIn(row, 'log_skill')
  return {
    ...spanOf(
      horizon,
      own.filter((one) => ofHorizon(one) && one['origin'] !== 'all'),
    ),
    ...{ n: Number(row['n']), events: Number(row['events']), brier: Number(row['brier']), brierSkill: skillIn(row, 'skill') },
    ...{ skill, isShown: isShown(skill), auc: row['auc'] === '' ? null : Number(row['auc']) },
    forecast: kind === null ? null : forecastOf(kind, horizon, models),
    bins: bins.filter(ofHorizon).map(binOf),
  }
}

function forecastOf(kind: EventKind, horizon: number, models: EventModels): string {
  if (kind === eventKinds[1]) return 'rate by age of the conflict'
  return models.kinds[kind][horizon]?.model == null ? 'base rate' : 'model'
}

function binOf(row: ScoreRow): TrackedBin {
  const [probability, frequency, n] = [Number(row['probability']), Number(row['frequency']), Number(row['n'])]
  const interval = n < 1 ? undefined : wilson(Math.min(1, frequency), n)
  return { probability, frequency, n, low90: interval?.low ?? null, high90: interval?.high ?? null }
}

/** Forecasts of single votes. */
export function voteRecords(rows: readonly ScoreRow[]): TrackedVotes[] {
  return rows.map((row) => ({
    ...{ session: row['session']!, part: row['part']!, rollCalls: Number(row['roll_calls']), n: Number(row['n']) },
    ...{ accuracy: Number(row['accuracy']), shareYes: Number(row['share_yes']), usualAccuracy: Number(row['usual_accuracy']) },
    ...{ notYesFound: Number(row['not_yes_found']), brierSkill: skillIn(row, 'brier_skill')!, logSkill: skillIn(row, 'log_skill')! },
  }))
}

function spanOf(horizon: number, rows: readonly ScoreRow[]): { horizon: number; origins: number; first: number; last: number; n: number } {
  const origins = rows.map(({ origin }) => Number(origin))
  return {
    ...{ horizon, origins: origins.length, first: Math.min(...origins), last: Math.max(...origins) },
    n: rows.reduce((sum, row) => sum + Number(row['n']), 0),
  }
}

function meanOf(rows: readonly ScoreRow[]): (column: string) => number {
  const n = rows.reduce((sum, row) => sum + Number(row['n']), 0)
  return (column) => Number((rows.reduce((sum, row) => sum + Number(row['n']) * Number(row[column]), 0) / n).toPrecision(5))
}

function skillIn(row: ScoreRow, column: string): OutlookSkill | null {
  if (row[column] === '') return null
  return { value: Number(row[column]), low90: Number(row[`${column}_low90`]), high90: Number(row[`${column}_high90`]) }
}

function isShown(skill: OutlookSkill | null): boolean {
  return skill !== null && skill.low90 > 0
}
